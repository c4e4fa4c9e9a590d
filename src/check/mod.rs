//! Checking definitions, their translations and their worked examples beyond what reading them finds.
//!
//! - Takes: the texts of the files, and what the user says about severities.
//! - Gives: every finding with its severity and where that comes from; the rules as pages ([`guide`]). Each kind of
//!   finding is a rule, [`registry`] is their only table, and a rule looks at a [`Context`].
//! - Never: opens or changes a file, or decides whether a command fails.

mod cases;
mod certain;
mod context;
mod digests;
pub mod guide;
#[doc(hidden)]
pub mod reason;
pub mod registry;
mod rules;
mod severities;
mod texts;
mod wording;

use std::cell::OnceCell;
use std::sync::Arc;

pub use cases::{Case, Expect};
pub use context::{Context, Translation};
pub use severities::{Severities, Target, Unknown};
pub use texts::{Item, Text, Texts};

use crate::definition::rules::DUPLICATE_ID;
use crate::definition::{self, Definition, Profile};
use crate::diagnostic::{Finding, Findings, Severity, Source};
use crate::document::{Document, Syntax};
use crate::score::Scheme;
use crate::words::check as say;
use registry::{Finds, REGISTRY};

/// Everything found in a definition and its translations, file by file and by place.
pub fn check(base: &Arc<Source>, translations: &[Arc<Source>], severities: &Severities) -> Vec<Finding> {
    let document = match Document::parse(base, Syntax::Toml) {
        Ok(document) => document,
        Err(findings) => return severities.apply(findings),
    };
    let found = definition::layout(&document);
    if !found.is_empty() {
        return severities.apply(found);
    }
    let mut findings = Findings::new(Arc::clone(base));
    let severities = severities.over(&document, &mut findings);
    let (definition, found) = definition::read_document(&document);
    findings.extend(found);
    let all = match definition {
        Some(definition) => run_rules(&definition, &document, translations, findings, &severities),
        None => vec![findings],
    };
    let mut all: Vec<Finding> = all.into_iter().flat_map(Findings::into_sorted).collect();
    if all.iter().any(|finding| finding.fix.is_some()) {
        let roots = translations.iter().filter_map(|source| Some(Document::parse(source, Syntax::Toml).ok()?.root));
        certain::keep_certain(&mut all, &document.root, &roots.collect::<Vec<_>>());
    }
    severities.apply(all)
}

/// Everything found in a translation whose definition is not beside it.
pub fn check_alone(translation: &Arc<Source>, severities: &Severities) -> Vec<Finding> {
    severities.apply(match Document::parse(translation, Syntax::Toml) {
        Ok(document) => vec![definition::alone(&document)],
        Err(findings) => findings,
    })
}

/// That the definition `other` has the id of `first`, if it has.
pub fn twin(first: &Arc<Source>, other: &Arc<Source>, severities: &Severities) -> Option<Finding> {
    let [first_file, other_file] = [first, other].map(|source| Document::parse(source, Syntax::Toml).ok());
    let (first_file, other_file) = (first_file?, other_file?);
    let id = other_file.at().key("id");
    if id.text().is_none() || first_file.at().key("id").text() != id.text() {
        return None;
    }
    let mut findings = Findings::new(Arc::clone(other));
    let message = say::same_id(id.text().unwrap_or_default(), first.name());
    findings.add(&DUPLICATE_ID, id.span(), message).help(say::remove_or_rename());
    severities.apply(findings.into_sorted()).pop()
}

/// Runs the rules on a definition that could be read, and on its translations; a list for each file.
fn run_rules(
    definition: &Definition,
    document: &Document,
    translations: &[Arc<Source>],
    mut findings: Findings,
    severities: &Severities,
) -> Vec<Findings> {
    let scheme = Scheme::compile(definition, &Profile::default());
    let (cases, all_cases) = cases::read((definition, &scheme), document, &mut findings);
    let texts = Texts::of_definition(definition, document);
    let reasoning = OnceCell::new();
    let context = Context { definition, document, texts: &texts, scheme: &scheme, cases: &cases, all_cases, reasoning };
    let asked: Vec<Finds> =
        REGISTRY.iter().filter(|(rule, _)| severities.of(rule).0 > Severity::Allow).map(|(_, finds)| *finds).collect();
    for finds in &asked {
        match finds {
            Finds::Definition(check) => check(&context, &mut findings),
            Finds::Texts(check) => check(&texts, &mut findings),
            Finds::Reading | Finds::Translation(_) => {}
        }
    }
    let mut all = vec![findings];
    for source in translations {
        let (read, mut findings) = Translation::read(definition, source);
        if let Some((document, definition)) = &read {
            let texts = Texts::of_translation(definition, document);
            let translation = Translation { document, definition, texts: &texts };
            for finds in &asked {
                match finds {
                    Finds::Translation(check) => check(&context, &translation, &mut findings),
                    Finds::Texts(check) => check(&texts, &mut findings),
                    Finds::Reading | Finds::Definition(_) => {}
                }
            }
        }
        all.push(findings);
    }
    all
}
