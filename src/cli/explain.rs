//! `cxm explain`: what a finding means, why it is bad, and an example.

use anyhow::Result;

use super::error::Usage;
use super::{Status, output};
use crate::check::{guide, registry};
use crate::diagnostic::nearest;

/// Arguments of `cxm explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The rule, as it stands in brackets in a finding; `cxm check --list` names them all
    #[arg(value_name = "RULE")]
    rule: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    let wanted = arguments.rule.trim();
    let Some(rule) = registry::find(wanted) else {
        let near = nearest(wanted, registry::rules().map(|rule| rule.id));
        let help =
            near.map_or("`cxm check --list` names them all".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Usage(format!("there is no rule `{wanted}`; {help}")).into());
    };
    output::print(&guide::explain(rule, output::width()))?;
    Ok(Status::Done)
}
