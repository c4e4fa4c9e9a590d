//! `cxm list`: the bundled assessments.

use anyhow::Result;

use super::{Global, Status, input, output};
use crate::definition::bundled;
use crate::report::questionnaire;

pub(super) fn run(global: &Global) -> Result<Status> {
    let mut text = String::new();
    for bundled in bundled::BUNDLED {
        let assessment = input::assessment(bundled.id, global)?;
        text.push_str(&questionnaire::summary(&assessment.definition, &assessment.languages, global.viewport()));
    }
    output::print(&text)?;
    Ok(Status::Done)
}
