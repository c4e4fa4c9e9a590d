//! What is checked of a definition beyond what reading it finds: its worked examples.

mod cases;

use std::sync::Arc;

use crate::definition;
use crate::diagnostic::{Finding, Findings, Source, has_errors};
use crate::document::{Document, Format};

/// Everything found in a definition and its translations: reading them, and running the cases.
pub fn check(base: &Arc<Source>, translations: &[Arc<Source>]) -> Vec<Finding> {
    let document = match Document::parse(base, Format::Toml) {
        Ok(document) => document,
        Err(findings) => return findings,
    };
    let (definition, mut findings) = definition::read_document(&document);
    let Some(definition) = definition.filter(|_| !has_errors(&findings)) else { return findings };
    let mut of_cases = Findings::new(Arc::clone(base));
    cases::run(&definition, &document, &mut of_cases);
    findings.extend(of_cases.into_sorted());
    for translation in translations {
        findings.extend(definition::translate(&definition, translation).1);
    }
    findings
}
