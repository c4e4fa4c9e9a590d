//! Writing one answer set as TOML, such that reading it gives the same set. It only makes the text; saving is for
//! others.

use std::fmt::{self, Write as _};

use toml_writer::{TomlKeyBuilder, TomlStringBuilder, TomlWrite as _};

use super::{Answer, AnswerSet, OwnPlan};
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

fn write_own_plan(out: &mut String, plan: &OwnPlan, definition: &Definition) -> fmt::Result {
    let id = |action: &usize| definition.actions.get(*action).map(|action| action.id.as_str());
    if !plan.done.is_empty() || !plan.excluded.is_empty() {
        header(out, &["actions"])?;
    }
    for (key, actions) in [("done", &plan.done), ("excluded", &plan.excluded)] {
        if !actions.is_empty() {
            pair(out, key, actions.iter().filter_map(id).collect::<Vec<_>>())?;
        }
    }
    if !plan.effort.is_empty() {
        header(out, &["actions", "effort"])?;
    }
    for (action, effort) in &plan.effort {
        if let Some(id) = id(action) {
            pair(out, id, *effort)?;
        }
    }
    Ok(())
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
    use crate::answers;
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
        set.actions = OwnPlan { done: vec![1, 0], excluded: vec![2], effort: vec![(3, Effort::whole(5))] };
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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn save_and_load_is_the_identity(
            metadata in metadata(),
            answers in vec(0u8..=6, 28),
            notes in vec(note(), 28),
            done in vec(0usize..5, 0..3),
            excluded in vec(0usize..5, 0..3),
            effort in proptest::option::of((0usize..5, (1u32..=10_000).prop_map(Effort::from_tenths))),
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
                actions: OwnPlan { done, excluded, effort: effort.into_iter().collect() },
            };
            prop_assert_eq!(read(&to_toml(&set, &definition), &definition), set);
        }
    }
}
