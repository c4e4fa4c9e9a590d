//! Answers: they are read or said to be wrong; what is read is written so that it reads the same, and can be shown.

use cxm::answers::{AnswerSet, load, parse, read, to_toml};
use cxm::definition::Definition;

use super::{large, outputs, small, source};

pub fn law(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let definition = if which % 2 == 0 { &small()[0] } else { &large()[0] };
    let file = source("answers.toml", text);
    let document = match parse(&file) {
        Ok(document) => document,
        Err(findings) => return outputs::findings(&findings, &[file]),
    };
    match load(&document, definition, Default::default()) {
        Ok((set, warnings)) => {
            outputs::findings(&warnings, &[file]);
            assert_eq!(reread(&set, definition), set);
            outputs::result(definition, &set);
        }
        Err(findings) => outputs::findings(&findings, &[file]),
    }
}

/// What is read of a set that was written.
pub fn reread(set: &AnswerSet, definition: &Definition) -> AnswerSet {
    let written = to_toml(set, definition);
    let document = parse(&source("written.toml", &written)).unwrap_or_else(|_| panic!("{written}"));
    let (set, findings) = read(&document, definition);
    // A set in which nothing applies has no result, but is one.
    let wrong = findings.iter().find(|finding| finding.rule.id != "nothing-applicable");
    assert!(wrong.is_none(), "{wrong:?} in {written}");
    set
}
