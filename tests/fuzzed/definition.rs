//! A definition: whatever is in it, it is read or said to be wrong, and what is read can be shown in every way.

use cxm::answers::{Answer, AnswerSet};
use cxm::check::{Severities, check};
use cxm::definition::read;
use cxm::diagnostic::{has_errors, mended};

use super::{outputs, source};

pub fn law(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // A file is called like the assessment in it.
    let id = text.split("\nid = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("own");
    let name = format!("{id}.toml");
    let file = source(&name, text);
    let findings = check(&file, &[], &Severities::default());
    outputs::findings(&findings, std::slice::from_ref(&file));
    // What is mended can be read again.
    check(&source(&name, &mended(text, &findings)), &[], &Severities::default());
    let (definition, found) = read(&file);
    assert_eq!(definition.is_none(), has_errors(&found));
    let Some(definition) = definition else { return };
    outputs::assessment(&definition);
    let questions = definition.questions().count();
    for answer in [Answer::Unanswered, Answer::Option(0), Answer::Option(1)] {
        let set = AnswerSet { answers: vec![answer; questions], notes: vec![None; questions], ..AnswerSet::default() };
        outputs::result(&definition, &set);
    }
}
