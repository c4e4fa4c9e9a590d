//! Files of one answer set each as CSV: a row a file.

use std::collections::HashSet;

use crate::answers::{Answer, AnswerSet};
use crate::definition::{Definition, Question};
use crate::table::{Refused, write_field};

/// The name of a file, and the answer set in it; else why there is none.
pub type NamedSet = (String, Result<AnswerSet, String>);

/// The sets as CSV: the file, all metadata, and all facts and questions of `definition`, to which they belong; and the files
/// without one.
pub fn sets_to_csv(sets: &[NamedSet], definition: &Definition) -> (Vec<u8>, Refused) {
    let questions = || definition.questions().map(|(_, question)| question);
    let good = sets.iter().filter_map(|(_, set)| set.as_ref().ok());
    let mut known = HashSet::new();
    let keys = good.flat_map(|set| &set.metadata).map(|(key, _)| key).filter(|key| known.insert(key.as_str()));
    let keys: Vec<&String> = keys.collect();
    // A file may have metadata of its own called `file`; columns with the same name are told apart where they are
    // written. One that is called like a question or a fact stays metadata: no answer stands there.
    let ids = || definition.profile.iter().map(|fact| &fact.id).chain(questions().map(|question| &question.id));
    let metadata = keys.iter().map(|key| {
        let taken = ids().any(|id| id == *key);
        if taken { format!("metadata {key}") } else { (*key).clone() }
    });
    let ids = ids().cloned();
    let (mut out, refused) = (Vec::new(), Refused::default());
    line(&mut out, std::iter::once("file".to_owned()).chain(metadata).chain(ids));
    for (number, (file, set)) in (1..).zip(sets) {
        match set {
            Err(reason) => {
                refused.add(number, reason.clone(), file.as_bytes());
                out.push(b'\n');
            }
            Ok(set) => {
                let metadata = keys.iter().map(|key| set.metadata(key).unwrap_or_default().to_owned());
                let facts = definition.profile.iter().enumerate().map(|(at, fact)| {
                    let told = set.profile.told(at).map(|option| fact.options[option].id.as_str());
                    told.collect::<Vec<_>>().join(";")
                });
                let asked = |question: &Question| definition.applies(&question.condition, &set.profile).counts();
                let answers = set.answers.iter().zip(questions()).map(|(answer, question)| match answer {
                    // Not the organisation said so, but what it told.
                    Answer::NotApplicable if !asked(question) => String::new(),
                    Answer::Unanswered => String::new(),
                    Answer::NotApplicable => "n/a".to_owned(),
                    Answer::Option(option) => question.options[usize::from(*option)].points.to_string(),
                });
                line(&mut out, std::iter::once(file.clone()).chain(metadata).chain(facts).chain(answers));
            }
        }
    }
    (out, refused)
}

fn line(out: &mut Vec<u8>, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write_field(out, cell.as_bytes());
    }
    out.push(b'\n');
}
