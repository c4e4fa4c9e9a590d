//! A form as an XLSForm, the spreadsheet that KoboToolbox, ODK and other tools read: a group a criterion, points as the names
//! of choices.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, RowNum, Worksheet, XlsxError};

use super::asked::{Syntax, asked};
use super::names::{ASSESSMENT, NoForm, VERSION, check_names};
use super::texts::{Texts, each, language_name, not_applicable, of_question, rule};
use crate::definition::{Definition, Question};
use crate::mapping::codes::{CRITERION_GROUP, PROFILE_GROUP, xlsform_name};
use crate::report::facts;
use crate::table::xlsx::book;
use crate::template::metadata::{METADATA, label};
use crate::text::plain;

/// The name of the choice that a question does not apply. One with a slash would be no name.
const NOT_APPLICABLE: &str = "na";
const LABEL_WIDTH: u16 = 60;

/// The form, in each of the languages that the assessment is given in, the first of which is shown first.
pub fn xlsform(languages: &[Definition]) -> Result<Result<Vec<u8>, XlsxError>, NoForm> {
    let base = languages.first().expect("an assessment is given in the language it is written in");
    check_names(base, xlsform_name)?;
    Ok(Form::new(languages, base).and_then(Form::finish))
}

/// The sheets while they are written.
struct Form<'a> {
    languages: &'a [Definition],
    base: &'a Definition,
    survey: Sheet,
    choices: Sheet,
}

/// A question, group or note of the form.
#[derive(Default)]
struct Line<'a> {
    r#type: &'a str,
    name: &'a str,
    relevant: &'a str,
    appearance: &'a str,
    calculation: &'a str,
    label: Texts,
    hint: Texts,
}

impl<'a> Form<'a> {
    fn new(languages: &'a [Definition], base: &'a Definition) -> Result<Self, XlsxError> {
        let titled =
            |kind: &str| -> Vec<String> { languages.iter().map(|of| format!("{kind}::{}", name(of))).collect() };
        let (label, hint) = (titled("label"), titled("hint"));
        let fixed = ["type", "name", "relevant", "appearance", "calculation"].map(str::to_owned);
        let survey = Sheet::new("survey", &[fixed.as_slice(), &label, &hint].concat())?;
        let choices = Sheet::new("choices", &[["list_name", "name"].map(str::to_owned).as_slice(), &label].concat())?;
        Ok(Self { languages, base, survey, choices })
    }

    fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.head()?;
        self.profile()?;
        let mut places = 0..;
        for (number, criterion) in self.base.criteria.iter().enumerate() {
            let label = each(self.languages, |definition, _| definition.heading(&definition.criteria[number]));
            self.begin(&format!("{CRITERION_GROUP}{}", number + 1), label)?;
            for (question, at) in criterion.questions.iter().zip(places.by_ref()) {
                self.question(question, at)?;
            }
            self.end()?;
        }
        let mut settings =
            Sheet::new("settings", &["form_title", "form_id", "version", "default_language"].map(str::to_owned))?;
        let (title, version) = (escaped(&self.base.title), self.base.version.to_string());
        settings.row([title.as_str(), &self.base.id, &version, &name(self.base)])?;
        let mut book = book("")?;
        for sheet in [self.survey, self.choices, settings] {
            book.push_worksheet(sheet.sheet);
        }
        book.save_to_buffer()
    }

    /// What the form says of itself, how to answer, and who does.
    fn head(&mut self) -> Result<(), XlsxError> {
        for (name, value) in [(ASSESSMENT, self.base.id.clone()), (VERSION, self.base.version.to_string())] {
            self.line(Line { r#type: "calculate", name, calculation: &format!("'{value}'"), ..Line::default() })?;
        }
        self.line(Line { r#type: "note", name: "rule", label: rule(self.languages, "\n\n"), ..Line::default() })?;
        for key in METADATA {
            let label = each(self.languages, |_, lang| label(lang, key));
            let line = if key == "date" {
                Line { r#type: "today", ..Line::default() }
            } else {
                Line { r#type: "text", label, ..Line::default() }
            };
            self.line(Line { name: key, ..line })?;
        }
        Ok(())
    }

    fn profile(&mut self) -> Result<(), XlsxError> {
        if self.base.profile.is_empty() {
            return Ok(());
        }
        self.begin(PROFILE_GROUP, each(self.languages, |_, lang| facts::title(lang)))?;
        let what_for = each(self.languages, |_, lang| facts::what_for(lang));
        self.line(Line { r#type: "note", name: "profile_note", label: what_for, ..Line::default() })?;
        for (at, fact) in self.base.profile.iter().enumerate() {
            let name = xlsform_name(&fact.id);
            self.line(Line {
                r#type: &format!("{} {name}", if fact.many { "select_multiple" } else { "select_one" }),
                name: &name,
                label: each(self.languages, |definition, _| definition.profile[at].text.as_str()),
                hint: each(self.languages, |definition, _| {
                    definition.profile[at].help.as_deref().map(plain).unwrap_or_default()
                }),
                ..Line::default()
            })?;
            for (option, of) in fact.options.iter().enumerate() {
                let label = each(self.languages, |definition, _| definition.profile[at].options[option].text.as_str());
                self.choice(&name, &of.id, &label)?;
            }
        }
        self.end()
    }

    fn question(&mut self, question: &Question, at: usize) -> Result<(), XlsxError> {
        let syntax = Syntax {
            not: "not",
            holds: &|fact, options| {
                let name = xlsform_name(&fact.id);
                let options = options.iter().map(|option| format!("selected(${{{name}}}, '{option}')"));
                format!("({})", options.collect::<Vec<_>>().join(" or "))
            },
            untold: &|fact| format!("${{{}}} = ''", xlsform_name(&fact.id)),
        };
        let name = xlsform_name(&question.id);
        self.line(Line {
            r#type: &format!("select_one {name}"),
            name: &name,
            relevant: &asked(self.base, &question.condition, &syntax).unwrap_or_default(),
            label: of_question(self.languages, at, |question, _| Some(question.text.clone())),
            hint: of_question(self.languages, at, |question, _| {
                question.help.as_deref().map(|help| plain(help).into_owned())
            }),
            ..Line::default()
        })?;
        for (option, of) in question.options.iter().enumerate() {
            let label = of_question(self.languages, at, |question, _| {
                question.options.get(option).map(|option| option.text.clone())
            });
            self.choice(&name, &of.points.to_string(), &label)?;
        }
        if question.not_applicable.is_allowed() {
            self.choice(&name, NOT_APPLICABLE, &not_applicable(self.languages, at))?;
        }
        Ok(())
    }

    /// Begins a group, which is shown on one page.
    fn begin(&mut self, name: &str, label: Texts) -> Result<(), XlsxError> {
        self.line(Line { r#type: "begin_group", name, appearance: "field-list", label, ..Line::default() })
    }

    fn end(&mut self) -> Result<(), XlsxError> {
        self.line(Line { r#type: "end_group", ..Line::default() })
    }

    fn line(&mut self, line: Line<'_>) -> Result<(), XlsxError> {
        let Line { r#type, name, relevant, appearance, calculation, mut label, hint } = line;
        label.resize(self.languages.len(), String::new());
        let texts = label.iter().chain(&hint).map(|text| escaped(text));
        let fixed = [r#type, name, relevant, appearance, calculation].map(str::to_owned);
        self.survey.row(fixed.into_iter().chain(texts))
    }

    fn choice(&mut self, list: &str, name: &str, label: &[String]) -> Result<(), XlsxError> {
        let fixed = [list, name].map(str::to_owned);
        self.choices.row(fixed.into_iter().chain(label.iter().map(|text| escaped(text))))
    }
}

/// A sheet of texts under its header.
struct Sheet {
    sheet: Worksheet,
    next: RowNum,
    text: Format,
}

impl Sheet {
    fn new(name: &str, header: &[String]) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, head) in (0..).zip(header) {
            sheet.write_string_with_format(0, column, head, &bold)?;
            let width = if head.contains("::") { LABEL_WIDTH } else { 22 };
            sheet.set_column_width(column, width)?;
        }
        Ok(Self { sheet, next: 1, text: Format::new().set_text_wrap().set_align(FormatAlign::Top) })
    }

    fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<(), XlsxError> {
        for (column, cell) in (0 as ColNum..).zip(cells) {
            if !cell.as_ref().is_empty() {
                self.sheet.write_string_with_format(self.next, column, cell.as_ref(), &self.text)?;
            }
        }
        self.next += 1;
        Ok(())
    }
}

/// A language as columns and settings name it.
fn name(definition: &Definition) -> String {
    format!("{} ({})", language_name(&definition.language), definition.language)
}

/// A text in which nothing is taken for Markdown or for a reference to an answer.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '#') {
            out.push('\\');
        }
        out.push(c);
        if c == '$' {
            out.push('\u{200b}');
        }
    }
    out
}
