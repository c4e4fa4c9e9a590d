//! Forms for the tools of others: what comes back is what was answered, whatever the assessment, by these tools themselves
//! and by their rules.

use std::collections::HashSet;
use std::sync::Arc;

use cxm::answers::{Answer, AnswerSet};
use cxm::definition::{
    AnswerOption, Condition, Criterion, Definition, Fact, FactOption, Holds, NotApplicable, Parts, Profile, Question,
};
use cxm::mapping::passed_over::PassedOver;
use cxm::mapping::{Cells, Matcher, NotSingle, answer_set, map::Map};
use cxm::table::Refused;
use cxm::template;
use proptest::collection::{hash_set, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
#[cfg(feature = "xlsx")]
use proptest::{strategy::ValueTree as _, test_runner::TestRunner};

use crate::program::run;
use crate::{any, facts};

/// An assessment in two languages, and what some respondents tell and would answer if they were asked everything.
#[derive(Clone, Debug)]
struct Case {
    languages: [Definition; 2],
    respondents: Vec<AnswerSet>,
}

/// A text that tools could take for something else than a text, but no number, which could be meant as points.
fn text() -> impl Strategy<Value = String> {
    let words = vec![
        "soon",
        "問い合わせ",
        "=1+1",
        "{size}",
        "${size}",
        "<b>now</b>",
        "\"so\"",
        "it's",
        "*most*",
        "_of_",
        "#1",
        "a\\b",
        "&amp;",
        "5",
        "n/a",
        "、",
        "~",
        "１",
    ];
    (select(vec!["How", "=How", "応対"]), vec(select(words), 0..4))
        .prop_map(|(first, rest)| format!("{first} {}", rest.join(" ")))
}

/// Different ids, by all rules of tools.
fn ids(count: usize) -> impl Strategy<Value = Vec<String>> {
    hash_set("[a-z0-9]{1,7}(-[a-z0-9]{1,9}){0,3}", count).prop_filter_map("ids that look alike", |ids| {
        let own = ["organisation", "respondent", "date", "assessment", "version"].map(str::to_owned);
        let mut known = HashSet::from(own);
        let mut ids: Vec<String> = ids.into_iter().collect();
        ids.sort();
        ids.iter().all(|id| known.insert(id.replace('-', ""))).then_some(ids)
    })
}

fn fact() -> impl Strategy<Value = Fact> {
    let options = (2usize..5).prop_flat_map(|count| (ids(count), vec(text(), count)));
    (text(), proptest::option::of(text()), any::<bool>(), options).prop_map(|(text, help, many, (ids, texts))| {
        let options = ids.into_iter().zip(texts).map(|(id, text)| FactOption { id, text });
        Fact { id: String::new(), text, help, many, assume: None, options: options.collect() }
    })
}

/// Facts and the options of them, by places, of which one must hold.
type Wants = Vec<(Index, Vec<Index>)>;

fn wants() -> impl Strategy<Value = Wants> {
    vec((any::<Index>(), vec(any::<Index>(), 1..3)), 0..3)
}

fn condition((only_if, unless): &(Wants, Wants), facts: &[Fact]) -> Condition {
    let holds = |wants: &Wants| -> Vec<Holds> {
        let holds = wants.iter().filter(|_| !facts.is_empty()).map(|(fact, options)| {
            let fact = &facts[fact.index(facts.len())];
            let options = options.iter().map(|option| fact.options[option.index(fact.options.len())].id.clone());
            Holds { fact: fact.id.clone(), options: options.collect() }
        });
        holds.collect()
    };
    Condition { only_if: holds(only_if), unless: holds(unless) }
}

fn question() -> impl Strategy<Value = (Question, (Wants, Wants))> {
    let not_applicable =
        prop_oneof![Just(NotApplicable::No), Just(NotApplicable::Yes), text().prop_map(NotApplicable::When),];
    let options = (0u32..3, vec((1u32..=3, text()), 2..5)).prop_map(|(first, steps)| {
        let mut points = first;
        let option = |(step, text)| {
            points += step;
            AnswerOption { points, text }
        };
        steps.into_iter().map(option).collect::<Vec<_>>()
    });
    (text(), proptest::option::of(text()), not_applicable, options, (wants(), wants())).prop_map(
        |(text, help, not_applicable, options, wants)| {
            let (id, condition) = (String::new(), Condition::default());
            (
                Question { id, text, help, level: None, weight: 1, not_applicable, condition, refs: vec![], options },
                wants,
            )
        },
    )
}

/// What one respondent tells and would answer.
fn respondent(definition: &Definition) -> BoxedStrategy<AnswerSet> {
    let facts: Vec<BoxedStrategy<Vec<usize>>> = definition
        .profile
        .iter()
        .map(|fact| {
            let options: Vec<usize> = (0..fact.options.len()).collect();
            let most = if fact.many { options.len() } else { 1 };
            subsequence(options, 0..=most).boxed()
        })
        .collect();
    let answers: Vec<BoxedStrategy<Answer>> = definition
        .questions()
        .map(|(_, question)| {
            let mut answers = vec![Answer::Unanswered];
            answers.extend(question.not_applicable.is_allowed().then_some(Answer::NotApplicable));
            answers.extend((0..u8::try_from(question.options.len()).unwrap()).map(Answer::Option));
            select(answers).boxed()
        })
        .collect();
    (facts, answers)
        .prop_map(|(facts, answers)| {
            let mut profile = Profile::default();
            for (fact, options) in facts.iter().enumerate() {
                options.iter().for_each(|option| profile.tell(fact, *option));
            }
            let metadata = vec![("organisation".to_owned(), "Kitano, \"外\" & <co>".to_owned())];
            AnswerSet { metadata, profile, answers, ..AnswerSet::default() }
        })
        .boxed()
}

fn case() -> impl Strategy<Value = Case> {
    let parts = (vec(fact(), 0..3), vec(vec(question(), 1..4), 1..4), any::definition(0), any::definition(0));
    parts
        .prop_flat_map(|(facts, criteria, definition, _)| {
            let count = facts.len() + criteria.iter().map(Vec::len).sum::<usize>();
            (Just(facts), Just(criteria), Just(definition), ids(count), vec(text(), 200))
        })
        .prop_flat_map(|(mut facts, criteria, definition, ids, mut texts)| {
            let mut ids = ids.into_iter();
            facts.iter_mut().zip(&mut ids).for_each(|(fact, id)| fact.id = id);
            let criterion = |(at, questions): (usize, Vec<(Question, (Wants, Wants))>)| Criterion {
                id: format!("criterion-{at}"),
                name: format!("Criterion {at}"),
                description: String::new(),
                group: definition.criteria[0].group.as_ref().map(|_| format!("g{}", usize::from(at > 0))),
                weight: 1,
                questions: questions
                    .into_iter()
                    .zip(&mut ids)
                    .map(|((question, wants), id)| Question { id, condition: condition(&wants, &facts), ..question })
                    .collect(),
                ..definition.criteria[0].clone()
            };
            let criteria = criteria.into_iter().enumerate().map(criterion).collect();
            let levels = definition.levels[..1].to_vec();
            let mut base = Parts { profile: facts, criteria, levels, ..Parts::clone(&definition) };
            base.groups.iter_mut().for_each(|group| group.name = texts.pop().expect("there are many"));
            let other = Parts { language: "ja".to_owned(), ..translated(&base, &mut texts) };
            let languages = [base, other].map(|parts| Definition::try_from(parts).unwrap());
            let respondents = vec(respondent(&languages[0]), 1..4);
            (Just(languages), respondents).prop_map(|(languages, respondents)| Case { languages, respondents })
        })
}

/// The same with other texts.
fn translated(base: &Parts, texts: &mut Vec<String>) -> Parts {
    let mut parts = base.clone();
    let mut next = || texts.pop().unwrap_or_else(|| "他".to_owned());
    for fact in &mut parts.profile {
        fact.text = next();
        fact.options.iter_mut().for_each(|option| option.text = next());
    }
    parts.groups.iter_mut().for_each(|group| group.name = next());
    for question in parts.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions) {
        question.text = next();
        question.options.iter_mut().for_each(|option| option.text = next());
    }
    parts
}

/// What must come back: what is not asked does not apply.
fn expected(definition: &Definition, set: &AnswerSet) -> (Profile, Vec<Answer>) {
    let answers = definition.questions().zip(&set.answers).map(|((_, question), answer)| {
        if definition.applies(&question.condition, &set.profile).counts() { *answer } else { Answer::NotApplicable }
    });
    (set.profile.clone(), answers.collect())
}

/// The only row of a table as an answer set.
fn read(languages: &[Definition], table: &str, is_json: bool) -> Result<AnswerSet, NotSingle> {
    let map = Map::default();
    let (matcher, cells) = (Matcher::new(languages, &map), Cells::new(languages, &map));
    if is_json {
        let opened = cxm::table::open_lines(table.as_bytes(), Arc::new(matcher.clone())).unwrap();
        let columns = matcher.columns(&opened.header, &[]).unwrap();
        return answer_set(opened, &columns, (&cells, &PassedOver::default()), &languages[0], None);
    }
    let opened = cxm::table::open(table.as_bytes(), &matcher, None, Refused::default()).unwrap();
    let columns = matcher.columns(&opened.header, &[]).unwrap();
    answer_set(opened, &columns, (&cells, &PassedOver::default()), &languages[0], None)
}

/// Whether the table says what `set` does, as far as that is asked.
fn check(case: &Case, set: &AnswerSet, table: &str, is_json: bool) {
    let read = read(&case.languages, table, is_json).unwrap_or_else(|why| panic!("{why:?} in {table}"));
    let (profile, answers) = expected(&case.languages[0], set);
    for fact in 0..case.languages[0].profile.len() {
        assert!(read.profile.told(fact).eq(profile.told(fact)), "fact {fact} in {table}");
    }
    assert_eq!(read.answers, answers, "in {table}");
    for (key, value) in &set.metadata {
        assert_eq!(read.metadata(key), Some(value.as_str()), "in {table}");
    }
    let version = case.languages[0].version.to_string();
    assert_eq!(read.metadata("version"), Some(version.as_str()), "in {table}");
}

/// A part of a form that is asked: its name, and the values of its options.
#[derive(Clone, Debug)]
struct Asked {
    name: String,
    values: Vec<String>,
}

/// What a respondent is shown of a form: for each part the options that are chosen, none where it is not asked.
fn chosen(case: &Case, set: &AnswerSet) -> Vec<Vec<usize>> {
    let definition = &case.languages[0];
    let (profile, answers) = expected(definition, set);
    let facts = (0..definition.profile.len()).map(|fact| profile.told(fact).collect());
    let questions = definition.questions().zip(answers).map(|((_, question), answer)| {
        let asked = definition.applies(&question.condition, &profile).counts();
        match answer {
            Answer::Option(option) => vec![usize::from(option)],
            Answer::NotApplicable if asked => vec![question.options.len()],
            Answer::NotApplicable | Answer::Unanswered => vec![],
        }
    });
    facts.chain(questions).collect()
}

/// Whether anything is answered. Tools may not name questions that are not.
fn is_answered(case: &Case, set: &AnswerSet) -> bool {
    chosen(case, set).iter().skip(case.languages[0].profile.len()).any(|options| !options.is_empty())
}

fn csv(rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// What SurveyJS stores, by its form.
fn surveyjs(form: &serde_json::Value, case: &Case, set: &AnswerSet) -> String {
    let elements = form["pages"].as_array().unwrap().iter().flat_map(|page| page["elements"].as_array().unwrap());
    let asked: Vec<&serde_json::Value> = elements.filter(|element| element["choices"].is_array()).collect();
    let mut data = serde_json::Map::new();
    for (element, options) in asked.iter().zip(chosen(case, set)) {
        let value = |option: &usize| element["choices"][*option]["value"].clone();
        if element["type"] == "checkbox" && !options.is_empty() {
            data.insert(element["name"].as_str().unwrap().to_owned(), options.iter().map(value).collect());
        } else if let Some(option) = options.first() {
            data.insert(element["name"].as_str().unwrap().to_owned(), value(option));
        }
    }
    for calculated in form["calculatedValues"].as_array().unwrap() {
        let value = calculated["expression"].as_str().unwrap().trim_matches('\'');
        data.insert(calculated["name"].as_str().unwrap().to_owned(), value.into());
    }
    data.extend(set.metadata.iter().map(|(key, value)| (key.clone(), value.as_str().into())));
    serde_json::Value::Object(data).to_string()
}

/// Runs the engines of the tools on forms of any assessments: `cargo test --test integration independent -- --ignored`, as
/// `.ci/run` does.
#[cfg(feature = "xlsx")]
#[test]
#[ignore = "needs Node and Python, and their package indexes; .ci/run runs it"]
fn independent_engines_fill_in_the_forms_and_give_back_what_was_answered() {
    use std::process::Command;

    let folder = tempfile::tempdir().unwrap();
    let file = |number: usize, ending: &str| folder.path().join(format!("{number}.{ending}"));
    let mut runner = TestRunner::deterministic();
    let cases: Vec<Case> = (0..CASES).map(|_| case().new_tree(&mut runner).unwrap().current()).collect();
    for (number, case) in cases.iter().enumerate() {
        std::fs::write(file(number, "surveyjs.json"), template::surveyjs(&case.languages).unwrap()).unwrap();
        std::fs::write(file(number, "xlsx"), template::xlsform(&case.languages).unwrap().unwrap()).unwrap();
        let given: Vec<serde_json::Value> = case.respondents.iter().map(|set| given(&case.languages[0], set)).collect();
        std::fs::write(file(number, "given.json"), serde_json::to_string(&given).unwrap()).unwrap();
    }
    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let scripts = crate::program::root().join("tests/forms");
    let python = folder.path().join("venv/bin/python");
    run(Command::new("python3").args(["-m", "venv"]).arg(folder.path().join("venv")));
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "pyxform==4.5.0"]));
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&scripts));
    run(Command::new(&python).arg(scripts.join("xlsform.py")).arg(folder.path()));
    for script in ["surveyjs.mjs", "xforms.mjs"] {
        run(Command::new("node").arg(scripts.join(script)).arg(folder.path()));
    }
    for (number, case) in cases.iter().enumerate() {
        let text = |ending: &str| std::fs::read_to_string(file(number, ending)).unwrap();
        for (set, line) in case.respondents.iter().zip(text("ndjson").lines()) {
            if is_answered(case, set) {
                check(case, set, line, true);
            }
        }
        for table in ["kobo.csv", "central.csv"].map(text) {
            let (header, rows) = table.split_once('\n').unwrap();
            assert_eq!(rows.lines().count(), case.respondents.len());
            for (set, row) in case.respondents.iter().zip(rows.lines()).filter(|(set, _)| is_answered(case, set)) {
                check(case, set, &format!("{header}\n{row}\n"), false);
            }
        }
    }
}

/// How many assessments the engines are given.
#[cfg(feature = "xlsx")]
const CASES: usize = 40;

/// What a respondent answers, by places, for the scripts: n/a is behind the options.
#[cfg(feature = "xlsx")]
fn given(definition: &Definition, set: &AnswerSet) -> serde_json::Value {
    let facts: Vec<Vec<usize>> = (0..definition.profile.len()).map(|fact| set.profile.told(fact).collect()).collect();
    let answers = definition.questions().zip(&set.answers).map(|((_, question), answer)| match answer {
        Answer::Unanswered => None,
        Answer::NotApplicable => Some(question.options.len()),
        Answer::Option(option) => Some(usize::from(*option)),
    });
    let answers: Vec<Option<usize>> = answers.collect();
    serde_json::json!({ "organisation": set.metadata("organisation"), "facts": facts, "answers": answers })
}

/// The structure for LimeSurvey: what is asked in the first language, of several each option by itself.
fn limesurvey_form(form: &str) -> Vec<(Asked, bool)> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(form.as_bytes());
    let mut asked: Vec<(Asked, bool)> = Vec::new();
    for row in reader.records().map(Result::unwrap).filter(|row| &row[7] == "en") {
        match (&row[1], &row[2]) {
            ("Q", "L" | "M") => asked.push((Asked { name: row[3].to_owned(), values: vec![] }, &row[2] == "M")),
            ("A" | "SQ", _) => asked.last_mut().unwrap().0.values.push(row[3].to_owned()),
            _ => {}
        }
    }
    asked
}

/// What LimeSurvey exports by codes.
fn limesurvey(form: &[(Asked, bool)], case: &Case, set: &AnswerSet) -> String {
    let version = case.languages[0].version.to_string();
    let mut rows = vec![vec!["version".to_owned()], vec![version]];
    let mut add = |header: String, cell: String| {
        rows[0].push(header);
        rows[1].push(cell);
    };
    set.metadata.iter().for_each(|(key, value)| add(key.clone(), value.clone()));
    for ((asked, many), options) in form.iter().zip(chosen(case, set)) {
        if *many {
            for (at, code) in asked.values.iter().enumerate() {
                add(format!("{}[{code}]", asked.name), if options.contains(&at) { "Y" } else { "" }.to_owned());
            }
        } else {
            add(asked.name.clone(), options.first().map_or(String::new(), |option| asked.values[*option].clone()));
        }
    }
    csv(&rows)
}

/// A sheet of the XLSForm.
#[cfg(feature = "xlsx")]
pub fn xlsform_sheet(languages: &[Definition], sheet: &str) -> Vec<Vec<String>> {
    use calamine::{Data, Reader as _, Xlsx};

    let form = template::xlsform(languages).unwrap().unwrap();
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(form)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

/// What the XLSForm asks, with its group, and whether several options may be chosen.
#[cfg(feature = "xlsx")]
fn xlsform_form(case: &Case) -> Vec<(String, Asked, bool)> {
    let [survey, choices] = ["survey", "choices"].map(|sheet| xlsform_sheet(&case.languages, sheet));
    let mut group = String::new();
    let mut asked = Vec::new();
    for row in survey {
        match row[0].split_once(' ').unwrap_or((&row[0], "")) {
            ("begin_group", _) => group.clone_from(&row[1]),
            (kind @ ("select_one" | "select_multiple"), list) => {
                let values = choices.iter().filter(|choice| choice[0] == list).map(|choice| choice[1].clone());
                asked.push((
                    group.clone(),
                    Asked { name: row[1].clone(), values: values.collect() },
                    kind == "select_multiple",
                ));
            }
            _ => {}
        }
    }
    asked
}

/// What tools export that read XLSForm, with what stands between group and name; several options are one cell.
#[cfg(feature = "xlsx")]
fn xlsform(form: &[(String, Asked, bool)], case: &Case, set: &AnswerSet, separator: Option<char>) -> String {
    let version = case.languages[0].version.to_string();
    let mut rows = vec![vec!["version".to_owned()], vec![version]];
    for (key, value) in &set.metadata {
        rows[0].push(key.clone());
        rows[1].push(value.clone());
    }
    for ((group, asked, many), options) in form.iter().zip(chosen(case, set)) {
        let name =
            separator.map_or_else(|| asked.name.clone(), |separator| format!("{group}{separator}{}", asked.name));
        // KoboToolbox has a column for each option beside the one of all.
        for value in asked.values.iter().filter(|_| *many && separator == Some('/')) {
            rows[0].push(format!("{name}/{value}"));
            rows[1].push(u8::from(options.iter().any(|option| asked.values[*option] == *value)).to_string());
        }
        rows[0].push(name);
        let values = options.iter().map(|option| asked.values[*option].as_str());
        rows[1].push(values.collect::<Vec<_>>().join(" "));
    }
    csv(&rows)
}

#[test]
fn the_forms_read_like_forms() {
    insta::assert_snapshot!("surveyjs", template::surveyjs(&facts::languages()).unwrap());
    insta::assert_snapshot!("limesurvey", template::limesurvey(&facts::languages()).unwrap().replace('\t', " | "));
}

#[cfg(feature = "xlsx")]
#[test]
fn the_spreadsheet_reads_like_a_form() {
    let sheets = ["survey", "choices", "settings"].map(|sheet| xlsform_sheet(&facts::languages(), sheet));
    let rows = sheets.iter().flatten().map(|row| row.join(" | "));
    insta::assert_snapshot!("xlsform", rows.collect::<Vec<_>>().join("\n"));
}

/// What LimeSurvey 6.1.8 exported when three respondents had answered the form of these facts there, by codes and by texts.
#[test]
fn what_limesurvey_itself_exported_is_what_was_answered() {
    let languages = facts::languages();
    let definition = &languages[0];
    let respondent = |facts: &[(usize, usize)], answers: [Answer; 3]| {
        let mut profile = Profile::default();
        facts.iter().for_each(|(fact, option)| profile.tell(*fact, *option));
        (profile, answers)
    };
    let (none, option) = (Answer::NotApplicable, Answer::Option);
    let expected = [
        respondent(&[(0, 0), (1, 1), (1, 2)], [none, none, none]),
        respondent(&[(0, 2), (1, 0)], [option(2), option(1), option(1)]),
        respondent(&[], [Answer::Unanswered, option(1), none]),
    ];
    for export in ["codes", "codes-texts", "texts-codes", "texts", "texts-ja"] {
        let path = crate::program::root().join(format!("tests/fixtures/limesurvey/{export}.csv"));
        let table = std::fs::read_to_string(path).unwrap();
        let (header, rows) = table.split_once('\n').unwrap();
        assert_eq!(rows.lines().count(), expected.len());
        for (row, (profile, answers)) in rows.lines().zip(&expected) {
            let read = read(&languages, &format!("{header}\n{row}\n"), false).unwrap();
            assert_eq!(read.answers, answers, "{export}: {row}");
            for fact in 0..definition.profile.len() {
                assert!(read.profile.told(fact).eq(profile.told(fact)), "{export}: {row}");
            }
        }
    }
}

#[test]
fn there_is_no_form_in_which_two_answers_could_be_taken_for_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("facts.toml");
    let refused = |format: &str, from: &str, to: &str| {
        std::fs::write(&path, include_str!("fixtures/facts.toml").replace(from, to)).unwrap();
        let ran = run(&["template", path.to_str().unwrap(), "-f", format]);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
        ran.stderr
    };
    insta::assert_snapshot!(refused("surveyjs", "letters", "date"), @"error: this form would ask for `date` twice under the name `date`, and no answer could be told from the other: give one of them another id");
    insta::assert_snapshot!(refused("limesurvey", "letters", "si-ze"), @"error: this form would ask for `size` and `si-ze` under the name `size`, and no answer could be told from the other: give one of them another id");
    insta::assert_snapshot!(refused("limesurvey", "id = \"chat\"", "id = \"e-mail\""), @"error: this form would ask for `email` and `e-mail` under the name `email`, and no answer could be told from the other: give one of them another id");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 100, ..ProptestConfig::default() })]

    #[test]
    fn what_surveyjs_stores_is_what_was_answered(case in case()) {
        let form = serde_json::from_str(&template::surveyjs(&case.languages).unwrap()).unwrap();
        for set in case.respondents.iter().filter(|set| is_answered(&case, set)) {
            check(&case, set, &surveyjs(&form, &case, set), true);
        }
    }

    #[cfg(feature = "xlsx")]
    #[test]
    fn what_tools_for_xlsform_export_is_what_was_answered(case in case()) {
        let form = xlsform_form(&case);
        for set in &case.respondents {
            for separator in [None, Some('/'), Some('-'), Some(':'), Some('.')] {
                check(&case, set, &xlsform(&form, &case, set, separator), false);
            }
        }
    }

    #[test]
    fn what_limesurvey_exports_is_what_was_answered(case in case()) {
        let text = template::limesurvey(&case.languages).unwrap();
        prop_assert!(text.is_char_boundary(text.len().min(1_000)), "LimeSurvey would take it for another encoding");
        let form = limesurvey_form(&text);
        for set in &case.respondents {
            check(&case, set, &limesurvey(&form, &case, set), false);
        }
    }
}
