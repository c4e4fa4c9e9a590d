//! Loading answer sets in TOML or JSON that the user names.

use std::path::Path;

use anyhow::{Context as _, Result};

use super::Global;
use super::error::Invalid;
use super::input::{Assessment, assessment, read_text, usable};
use crate::answers::rules::{NOT_APPLICABLE_NOT_ALLOWED, OTHER_VERSION, UNKNOWN_ACTION, UNKNOWN_QUESTION};
use crate::answers::{self, AnswerSet};
use crate::definition::bundled;
use crate::definition::rules::UNKNOWN_POINTS;
use crate::diagnostic::has_errors;
use crate::document::{Document, Syntax};

pub(super) fn parse(path: &Path) -> Result<Document> {
    let source = read_text(path)?;
    Ok(Document::parse(&source, Syntax::detect(source.text())).map_err(Invalid)?)
}

/// The assessment that is wanted, or else the one that the answers name.
pub(super) fn assessment_for(document: &Document, wanted: Option<&str>, global: &Global) -> Result<Assessment> {
    match (wanted, answers::assessment_of(document)) {
        (Some(name), _) => assessment(name, global),
        (None, Some(id)) if bundled::find(id).is_some() => assessment(id, global),
        (None, id) => {
            let ids: Vec<&str> = bundled::BUNDLED.iter().map(|bundled| bundled.id).collect();
            Err(Invalid(vec![answers::unknown_assessment(document, id, &ids)]).into())
        }
    }
}

/// An answer set, and the version of the assessment that it says it answers.
type Earlier = (AnswerSet, Option<String>);

/// Reads answers to `assessment` that may belong to another version of it.
pub(super) fn earlier(path: &Path, assessment: &Assessment) -> Result<Earlier> {
    earlier_set(&parse(path)?, assessment)
}

/// Reads answers of several times, and the assessment that is wanted, or else the one that the first of them name.
pub(super) fn earlier_sets(
    paths: &[&Path],
    wanted: Option<&str>,
    global: &Global,
) -> Result<(Assessment, Vec<Earlier>)> {
    let documents = paths.iter().map(|path| parse(path)).collect::<Result<Vec<_>>>()?;
    let first = documents.first().context("there are no answers")?;
    let assessment = assessment_for(first, wanted, global)?;
    let sets = documents.iter().map(|document| earlier_set(document, &assessment)).collect::<Result<_>>()?;
    Ok((assessment, sets))
}

/// Of answers to another version, what this one does not know is left out: there is nothing to mend in them.
fn earlier_set(document: &Document, assessment: &Assessment) -> Result<Earlier> {
    let version = answers::version_of(document).map(str::to_owned);
    let (set, mut findings) = answers::read(document, &assessment.definition);
    if version.as_ref().is_some_and(|version| *version != assessment.definition.version.to_string()) {
        let by_design =
            [&OTHER_VERSION, &UNKNOWN_QUESTION, &UNKNOWN_POINTS, &UNKNOWN_ACTION, &NOT_APPLICABLE_NOT_ALLOWED];
        findings.retain(|finding| !by_design.iter().any(|rule| rule.id == finding.rule.id));
    }
    Ok((usable(((!has_errors(&findings)).then_some(set), findings))?, version))
}
