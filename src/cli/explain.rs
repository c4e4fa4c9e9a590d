//! `cxm explain`: what a finding means, why it is bad, and an example.

use anyhow::Result;

use super::error::Usage;
use super::{Status, output};
use crate::check::{Severities, guide, registry};
use crate::diagnostic::{Group, nearest};
use crate::words::check as say;
use crate::words::diagnostic::{did_you_mean, message_and_help};

/// Arguments of `cxm explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The rule, as it stands in a finding, with or without its brackets; or a group of rules. `cxm check --list` names all
    #[arg(value_name = "RULE|GROUP")]
    rule: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    // As in `error[missing-key]: ...`.
    let wanted = arguments.rule.trim();
    let wanted = wanted.split_once('[').map_or(wanted, |(_, rest)| rest.split(']').next().unwrap_or(rest)).trim();
    if let Some(rule) = registry::find(wanted) {
        output::print(&guide::explain(rule, output::width()))?;
    } else if let Some(group) = Group::ALL.into_iter().find(|group| group.name() == wanted) {
        output::print(&guide::group(group, &Severities::default(), output::width()))?;
    } else {
        let groups = Group::ALL.into_iter().map(Group::name);
        let near = nearest(wanted, registry::rules().map(|rule| rule.id).chain(groups));
        let help = near.map_or(say::all_rules().to_owned(), did_you_mean);
        return Err(Usage(message_and_help(&say::no_rule(wanted), &help)).into());
    }
    Ok(Status::Done)
}
