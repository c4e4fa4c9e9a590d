//! Writing one answer set as TOML, such that reading it gives the same set. It only makes the text; saving is for
//! others.

use std::fmt::{self, Write as _};

use jiff::civil::Date;
use toml_writer::{TomlKeyBuilder, TomlStringBuilder, TomlWrite as _};

use super::{Answer, AnswerSet, OwnPlan, Status};
use crate::definition::{Definition, Profile, Question};
use crate::exact::Effort;

/// The keys that have a meaning of their own and can therefore not be metadata.
const RESERVED: [&str; 6] = ["assessment", "version", "profile", "answers", "notes", "actions"];

/// The answer file of `set`, which holds answers to `definition`.
pub fn to_toml(set: &AnswerSet, definition: &Definition) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut text, set, definition);
    text
}

fn write(out: &mut String, set: &AnswerSet, definition: &Definition) -> fmt::Result {
    pair(out, "assessment", definition.id.as_str())?;
    pair(out, "version", definition.version.to_string().as_str())?;
    for (key, value) in set.metadata.iter().filter(|(key, _)| !RESERVED.contains(&key.as_str())) {
        pair(out, key, value.as_str())?;
    }
    write_profile(out, &set.profile, definition)?;
    header(out, &["answers"])?;
    let questions = || definition.questions().map(|(_, question)| question);
    let asked = |question: &Question| definition.applies(&question.condition, &set.profile).counts();
    for (question, answer) in questions().zip(&set.answers).filter(|(question, _)| asked(question)) {
        if *answer == Answer::NotApplicable {
            pair(out, &question.id, "n/a")?;
        } else if let Some(option) = answer.chosen(question) {
            pair(out, &question.id, option.points)?;
        }
    }
    if set.notes.iter().any(Option::is_some) {
        header(out, &["notes"])?;
        for (question, note) in questions().zip(&set.notes) {
            if let Some(note) = note {
                pair(out, &question.id, note.as_str())?;
            }
        }
    }
    write_own_plan(out, &set.actions, definition)
}

fn write_profile(out: &mut String, profile: &Profile, definition: &Definition) -> fmt::Result {
    let facts = || definition.profile.iter().enumerate().filter(|(at, _)| profile.is_told(*at));
    if facts().next().is_some() {
        header(out, &["profile"])?;
    }
    for (at, fact) in facts() {
        let mut told = profile.told(at).map(|option| fact.options[option].id.as_str());
        if fact.many {
            pair(out, &fact.id, told.collect::<Vec<_>>())?;
        } else if let Some(option) = told.next() {
            pair(out, &fact.id, option)?;
        }
    }
    Ok(())
}

/// Actions of which only that is said that lists have room for stand in lists, all others in tables of their own.
fn write_own_plan(out: &mut String, plan: &OwnPlan, definition: &Definition) -> fmt::Result {
    let id = |action: usize| definition.actions.get(action).map(|action| action.id.as_str());
    let has_table = |action: usize| plan.doing.contains(&action) || plan.about(action).is_some();
    let listed = |actions: &[usize]| {
        let actions = actions.iter().filter(|action| !has_table(**action));
        actions.filter_map(|action| id(*action)).collect::<Vec<_>>()
    };
    let lists = [("done", listed(&plan.done)), ("excluded", listed(&plan.excluded))];
    if lists.iter().any(|(_, ids)| !ids.is_empty()) {
        header(out, &["actions"])?;
    }
    for (key, ids) in lists.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        pair(out, key, ids)?;
    }
    let estimates = || plan.effort.iter().filter(|(action, _)| !has_table(*action));
    if estimates().next().is_some() {
        header(out, &["actions", "effort"])?;
    }
    for (action, effort) in estimates() {
        if let Some(id) = id(*action) {
            pair(out, id, *effort)?;
        }
    }
    let tables = (0..definition.actions.len()).filter(|action| has_table(*action));
    tables.filter_map(|action| Some((action, id(action)?))).try_for_each(|(action, id)| {
        header(out, &["actions", id])?;
        let about = plan.about(action).cloned().unwrap_or_default();
        match plan.status(action) {
            Status::Todo => {}
            status => pair(out, "status", status.word())?,
        }
        about.owner.map_or(Ok(()), |owner| pair(out, "owner", owner.as_str()))?;
        about.due.map_or(Ok(()), |due| pair(out, "due", due))?;
        plan.effort_of(action).map_or(Ok(()), |effort| pair(out, "effort", effort))?;
        about.note.map_or(Ok(()), |note| pair(out, "note", note.as_str()))
    })
}

fn header(out: &mut String, path: &[&str]) -> fmt::Result {
    out.newline()?;
    out.open_table_header()?;
    for (at, key) in path.iter().enumerate() {
        if at > 0 {
            out.key_sep()?;
        }
        out.key(TomlKeyBuilder::new(key).as_default())?;
    }
    out.close_table_header()?;
    out.newline()
}

fn pair(out: &mut String, key: &str, value: impl Written) -> fmt::Result {
    out.key(TomlKeyBuilder::new(key).as_default())?;
    out.space()?;
    out.keyval_sep()?;
    out.space()?;
    value.write(out)?;
    out.newline()
}

/// A value as it is written: always of a kind that reads back as the same text or number.
trait Written {
    fn write(self, out: &mut String) -> fmt::Result;
}

impl Written for &str {
    fn write(self, out: &mut String) -> fmt::Result {
        out.value(TomlStringBuilder::new(self).as_default())
    }
}

impl Written for u32 {
    fn write(self, out: &mut String) -> fmt::Result {
        out.value(self)
    }
}

impl Written for Effort {
    /// From its digits: no float is on the way.
    fn write(self, out: &mut String) -> fmt::Result {
        write!(out, "{self}")
    }
}

impl Written for Date {
    /// As TOML has dates.
    fn write(self, out: &mut String) -> fmt::Result {
        write!(out, "{self}")
    }
}

impl Written for Vec<&str> {
    fn write(self, out: &mut String) -> fmt::Result {
        out.value(self)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::answers::{self, About};
    use crate::definition::bundled::BUNDLED;
    use crate::diagnostic::Source;
    use crate::document::{Document, Syntax};
    use crate::text::clean;

    fn bundled() -> Definition {
        BUNDLED[0].definitions().swap_remove(0)
    }

    fn read(text: &str, definition: &Definition) -> AnswerSet {
        let document = Document::parse(&Arc::new(Source::new("answers", text)), Syntax::Toml).unwrap();
        let (set, findings) = answers::read(&document, definition);
        assert!(findings.is_empty(), "{findings:?}\n{text}");
        set
    }

    fn empty(definition: &Definition) -> AnswerSet {
        let questions = definition.questions().count();
        AnswerSet { answers: vec![Answer::Unanswered; questions], notes: vec![None; questions], ..AnswerSet::default() }
    }

    #[test]
    fn an_answer_file_reads_like_the_documentation() {
        let definition = bundled();
        let mut set = empty(&definition);
        set.metadata = vec![
            ("organisation".to_owned(), "Café \"Zur Post\"".to_owned()),
            ("date".to_owned(), "2026-11-22".to_owned()),
            ("two words".to_owned(), "3".to_owned()),
        ];
        set.answers[0] = Answer::Option(3);
        set.answers[7] = Answer::NotApplicable;
        set.notes[0] = Some("See the plan.\n「研修計画」を参照。".to_owned());
        set.actions = OwnPlan {
            done: vec![0, 1],
            excluded: vec![2],
            doing: vec![5],
            effort: vec![(3, Effort::whole(5)), (5, Effort::from_tenths(15))],
            about: vec![
                (1, About { owner: Some("Jo".to_owned()), ..About::default() }),
                (5, about(Some("佐藤"), Some("Two\nlines."))),
            ],
        };
        let text = to_toml(&set, &definition);
        insta::assert_snapshot!(text);
        assert_eq!(read(&text, &definition), set);
    }

    #[test]
    fn an_empty_set_is_an_answer_file_too() {
        let definition = bundled();
        let set = empty(&definition);
        assert_eq!(read(&to_toml(&set, &definition), &definition), set);
    }

    fn metadata() -> impl Strategy<Value = Vec<(String, String)>> {
        let pair = ("[ -~あ]{1,8}", any::<String>()).prop_map(|(key, value)| {
            let value = clean(&value).split_whitespace().collect::<Vec<_>>().join(" ");
            (key, value)
        });
        vec(pair, 0..5).prop_map(|mut pairs| {
            pairs.sort();
            pairs.dedup_by(|a, b| a.0 == b.0);
            pairs.retain(|(key, _)| !RESERVED.contains(&key.as_str()));
            pairs
        })
    }

    fn note() -> impl Strategy<Value = Option<String>> {
        let text = prop_oneof![any::<String>(), "[a\"'\\\\\n\t#=漢字。 ]{0,20}"];
        proptest::option::weighted(0.2, text.prop_map(|text| clean(&text).into_owned()))
    }

    fn about(owner: Option<&str>, note: Option<&str>) -> About {
        let text = |text: &str| text.to_owned();
        About { owner: owner.map(text), due: Some(Date::constant(2027, 3, 1)), note: note.map(text) }
    }

    /// What is said of each of six actions.
    fn own_plan() -> impl Strategy<Value = OwnPlan> {
        let owner = proptest::option::of("[a-zé漢\"\\\\]{1,8}");
        let effort = proptest::option::of((1u32..=10_000).prop_map(Effort::from_tenths));
        let note = note().prop_map(|note| note.filter(|note| !note.trim().is_empty()));
        let due = proptest::option::of((1900i16..2100, 1i8..=12, 1i8..=28));
        vec((0usize..4, owner, due, effort, note), 6).prop_map(|actions| {
            let mut plan = OwnPlan::default();
            for (at, (status, owner, due, effort, note)) in actions.into_iter().enumerate() {
                plan.set_status(at, Status::ALL[status]);
                plan.set_effort(at, effort);
                let due = due.map(|(year, month, day)| Date::constant(year, month, day));
                plan.change_about(at, |about| *about = About { owner, due, note });
            }
            plan
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn save_and_load_is_the_identity(
            metadata in metadata(),
            answers in vec(0u8..=6, 28),
            notes in vec(note(), 28),
            actions in own_plan(),
        ) {
            let definition = bundled();
            let answers = answers.into_iter().zip(definition.questions()).map(|(answer, (_, question))| match answer {
                0 => Answer::Unanswered,
                1 if question.not_applicable.is_allowed() => Answer::NotApplicable,
                answer => Answer::Option(answer.saturating_sub(2)),
            });
            let set = AnswerSet {
                metadata,
                profile: Profile::default(),
                answers: answers.collect(),
                notes,
                actions,
            };
            prop_assert_eq!(read(&to_toml(&set, &definition), &definition), set);
        }
    }
}
