//! A translation: whatever is in it, the assessment stays what it is, and is shown in its language or not at all.

use cxm::check::{Severities, check};
use cxm::definition::translate;

use super::{outputs, small, source};

pub fn law(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let own = source("facts.toml", include_str!("../fixtures/facts.toml"));
    let file = source("facts.xx.toml", text);
    let findings = check(&own, std::slice::from_ref(&file), &Severities::default());
    outputs::findings(&findings, &[own, std::sync::Arc::clone(&file)]);
    let base = &small()[0];
    let Some(translated) = translate(base, &file).0 else { return };
    let ids = |definition: &cxm::definition::Definition| {
        definition.questions().map(|(_, question)| question.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&translated), ids(base));
    outputs::assessment(&translated);
}
