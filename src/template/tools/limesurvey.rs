//! A form as a survey structure for LimeSurvey, a text of tab-separated values: a group a criterion, points as the codes of
//! answers.
//!
//! All texts there are HTML, and what stands in braces is an expression: both are escaped.

use super::asked::{Syntax, asked};
use super::names::{ASSESSMENT, NoForm, VERSION, check_distinct, check_names};
use super::texts::{each, html, not_applicable, of_question, rule};
use crate::definition::{Definition, Fact, Question};
use crate::mapping::codes::{ANSWER_CODE, QUESTION_CODE, limesurvey_code};
use crate::report::{facts, words};
use crate::template::metadata::{METADATA, label};
use crate::text::{is_formula, plain};

const HEADER: [&str; 14] = [
    "id",
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "mandatory",
    "other",
    "same_default",
    "hidden",
    "equation",
    "hide_tip",
];
/// How many bytes LimeSurvey looks at to find out the encoding. If they end within a character, it finds another one.
const LOOKED_AT: usize = 1_000;
/// The code of the answer that a question does not apply.
const NOT_APPLICABLE: &str = "na";
/// The relevance of what is always asked.
const ALWAYS: &str = "1";

/// The form, in each of the languages that the assessment is given in, the first of which is shown first.
pub fn limesurvey(languages: &[Definition]) -> Result<String, NoForm> {
    let base = languages.first().expect("an assessment is given in the language it is written in");
    check_names(base, code)?;
    for fact in &base.profile {
        let most = if fact.many { QUESTION_CODE } else { ANSWER_CODE };
        check_distinct(fact.options.iter().map(|option| option.id.as_str()), |id| limesurvey_code(id, most))?;
    }
    let mut form = Form { languages, base, at: 0, groups: 0, questions: 0, rows: Vec::new() };
    form.settings();
    // All of it once in each language: what belongs together has the same numbers.
    for at in 0..languages.len() {
        form = Form { at, groups: 0, questions: 0, ..form };
        form.language();
    }
    Ok(form.finish())
}

/// The code of a question or a fact.
fn code(id: &str) -> String {
    limesurvey_code(id, QUESTION_CODE)
}

/// The structure while it is written.
struct Form<'a> {
    languages: &'a [Definition],
    base: &'a Definition,
    /// The language that is being written.
    at: usize,
    /// How many groups it has so far, and how many questions, of which the options of several are some too.
    groups: u32,
    questions: u32,
    rows: Vec<Row>,
}

/// A line of the structure.
#[derive(Default)]
struct Row {
    class: &'static str,
    id: u32,
    scale: String,
    name: String,
    relevance: String,
    text: String,
    help: String,
    language: String,
    /// None where an equation is worked out and hidden.
    equation: Option<String>,
}

impl Form<'_> {
    fn settings(&mut self) {
        let others: Vec<&str> = self.languages.iter().skip(1).map(|of| of.language.as_str()).collect();
        let all = [
            ("language", self.base.language.clone()),
            ("additional_languages", others.join(" ")),
            ("format", "G".to_owned()),
            ("datestamp", "Y".to_owned()),
        ];
        for (name, text) in all {
            self.rows.push(Row { class: "S", name: name.to_owned(), text, ..Row::default() });
        }
        let rules = rule(self.languages, "\n");
        for (of, rule) in self.languages.iter().zip(rules) {
            let rule = rule.lines().map(|line| format!("<p>{}</p>", html(line))).collect();
            for (name, text) in [("surveyls_title", html(&of.title)), ("surveyls_welcometext", rule)] {
                let (name, language) = (name.to_owned(), of.language.clone());
                self.rows.push(Row { class: "SL", name, text, language, ..Row::default() });
            }
        }
    }

    /// All that is asked, in one language.
    fn language(&mut self) {
        self.start();
        self.profile();
        let mut places = 0..;
        for (number, criterion) in self.base.criteria.iter().enumerate() {
            self.group(
                &each(self.languages, |definition, _| definition.heading(&definition.criteria[number])),
                &each(self.languages, |definition, _| plain(&definition.criteria[number].description)),
            );
            for (question, at) in criterion.questions.iter().zip(places.by_ref()) {
                self.question(question, at);
            }
        }
    }

    /// Who answers, and what the form says of itself.
    fn start(&mut self) {
        self.group(&each(self.languages, |_, lang| words::organisation(lang)), &[]);
        for key in METADATA.into_iter().filter(|key| *key != "date") {
            self.ask("S", key, None, &each(self.languages, |_, lang| label(lang, key)), &[]);
        }
        for (name, value) in [(ASSESSMENT, self.base.id.clone()), (VERSION, self.base.version.to_string())] {
            self.ask("*", name, None, &each(self.languages, |_, _| name), &[]);
            self.rows.last_mut().expect("it was just asked").equation = Some(value);
        }
    }

    fn profile(&mut self) {
        if self.base.profile.is_empty() {
            return;
        }
        let what_for = each(self.languages, |_, lang| facts::what_for(lang));
        self.group(&each(self.languages, |_, lang| facts::title(lang)), &what_for);
        for (at, fact) in self.base.profile.iter().enumerate() {
            let help = each(self.languages, |of, _| of.profile[at].help.as_deref().map(plain).unwrap_or_default());
            let text = each(self.languages, |of, _| of.profile[at].text.as_str());
            self.ask(if fact.many { "M" } else { "L" }, &fact.id, None, &text, &help);
            for (option, of) in fact.options.iter().enumerate() {
                let text = each(self.languages, |of, _| of.profile[at].options[option].text.as_str());
                if fact.many {
                    self.questions += 1;
                    self.option("SQ", self.questions, limesurvey_code(&of.id, QUESTION_CODE), &text);
                } else {
                    self.option("A", self.questions, limesurvey_code(&of.id, ANSWER_CODE), &text);
                }
            }
        }
    }

    fn question(&mut self, question: &Question, at: usize) {
        let holds = |fact: &Fact, options: &[String]| {
            let one = |option: &String| match fact.many {
                true => format!("{} == 'Y'", ticked(fact, option)),
                false => format!("{}.NAOK == '{}'", code(&fact.id), limesurvey_code(option, ANSWER_CODE)),
            };
            format!("({})", options.iter().map(one).collect::<Vec<_>>().join(" or "))
        };
        let untold = |fact: &Fact| {
            let all = fact.options.iter().map(|option| format!("is_empty({})", ticked(fact, &option.id)));
            let all: Vec<String> =
                if fact.many { all.collect() } else { vec![format!("is_empty({}.NAOK)", code(&fact.id))] };
            format!("({})", all.join(" and "))
        };
        let relevance = asked(self.base, &question.condition, &Syntax { not: "!", holds: &holds, untold: &untold });
        let text = of_question(self.languages, at, |question, _| Some(question.text.clone()));
        let help = of_question(self.languages, at, |question, _| {
            question.help.as_deref().map(|help| plain(help).into_owned())
        });
        self.ask("L", &question.id, relevance, &text, &help);
        for (option, of) in question.options.iter().enumerate() {
            let text = of_question(self.languages, at, |question, _| {
                question.options.get(option).map(|option| option.text.clone())
            });
            self.option("A", self.questions, of.points.to_string(), &text);
        }
        if question.not_applicable.is_allowed() {
            self.option("A", self.questions, NOT_APPLICABLE.to_owned(), &not_applicable(self.languages, at));
        }
    }

    fn group(&mut self, names: &[String], descriptions: &[String]) {
        self.groups += 1;
        let (scale, name) = (self.groups.to_string(), self.text(names));
        self.push(Row { class: "G", id: self.groups, scale, name, text: self.text(descriptions), ..Row::default() });
    }

    fn ask(&mut self, kind: &str, id: &str, relevance: Option<String>, texts: &[String], help: &[String]) {
        self.questions += 1;
        let (scale, name, relevance) = (kind.to_owned(), code(id), relevance.unwrap_or_else(|| ALWAYS.to_owned()));
        let (text, help) = (self.text(texts), self.text(help));
        self.push(Row { class: "Q", id: self.questions, scale, name, relevance, text, help, ..Row::default() });
    }

    fn option(&mut self, class: &'static str, id: u32, name: String, texts: &[String]) {
        let text = self.text(texts);
        self.push(Row { class, id, scale: "0".to_owned(), name, text, ..Row::default() });
    }

    /// The text in the language that is being written.
    fn text(&self, texts: &[String]) -> String {
        let text = texts.get(self.at).map_or_else(String::new, |text| html(text));
        // Nor is it a formula, should a spreadsheet program open the file.
        if is_formula(&text) {
            let mut rest = text.chars();
            return rest.next().map_or_else(String::new, |first| format!("&#{};{}", u32::from(first), rest.as_str()));
        }
        text
    }

    fn push(&mut self, row: Row) {
        self.rows.push(Row { language: self.languages[self.at].language.clone(), ..row });
    }

    fn finish(self) -> String {
        let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
        writer.write_record(HEADER).expect("memory takes it");
        for row in self.rows {
            let hidden = if row.equation.is_some() { "1" } else { "" };
            let id = if row.id == 0 { String::new() } else { row.id.to_string() };
            let equation = row.equation.unwrap_or_default();
            let question = row.class == "Q";
            let [mandatory, other, same_default] = if question { ["N", "N", "1"] } else { [""; 3] };
            let hide_tip = if row.scale == "L" { "1" } else { "" };
            let record: [&str; HEADER.len()] = [
                &id,
                row.class,
                &row.scale,
                &row.name,
                &row.relevance,
                &row.text,
                &row.help,
                &row.language,
                mandatory,
                other,
                same_default,
                hidden,
                &equation,
                hide_tip,
            ];
            writer.write_record(record).expect("memory takes it");
        }
        let text = writer.into_inner().expect("memory takes it");
        let mut text = String::from_utf8(text).expect("all texts are UTF-8");
        let header = text.find('\n').expect("it has a header");
        while !text.is_char_boundary(LOOKED_AT.min(text.len())) {
            // Spaces behind a name in the header are none.
            text.insert(header, ' ');
        }
        text
    }
}

/// Whether an option of several is ticked, as a variable.
fn ticked(fact: &Fact, option: &str) -> String {
    format!("{}_{}.NAOK", code(&fact.id), limesurvey_code(option, QUESTION_CODE))
}
