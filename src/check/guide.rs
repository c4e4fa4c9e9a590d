//! The rules for people: one of them with its reasons and examples, or all in a list.

use std::fmt::Write as _;

use super::{Severities, registry};
use crate::diagnostic::{Group, Rule};
use crate::text::{pad, wrap};
use crate::words::check as say;

/// The widest that a page is.
const WIDEST: usize = 100;
/// What a rule is called takes so many columns in a list.
const NAME: usize = 28;
/// And its severity so many.
const SEVERITY: usize = 7;

/// What `rule` finds, why that is bad, and how to write it instead.
pub fn explain(rule: &Rule, width: usize) -> String {
    let width = width.min(WIDEST);
    let paragraph = |text: &str| wrap(text, width).join("\n");
    let excerpt = |text: &str| text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect();
    let (bad, good) = rule.examples();
    let (bad, good): (String, String) = (excerpt(&bad), excerpt(&good));
    let head = if rule.group.can_be_set() { say::can_be_set } else { say::cannot_be_set };
    let head = paragraph(&head(rule.id, rule.group.name(), rule.group.severity().name()));
    let (summary, why) = (paragraph(rule.summary()), paragraph(rule.why()));
    let (instead_of, write) = (say::instead_of(), say::write());
    format!("{head}\n\n{summary}\n\n{why}\n\n{instead_of}\n\n{bad}\n{write}\n\n{good}")
}

/// Every rule by group, with its severity under `severities`.
pub fn list(severities: &Severities, width: usize) -> String {
    Group::ALL.into_iter().map(|of| group(of, severities, width)).collect::<Vec<_>>().join("\n")
}

/// The rules of a group, with their severities.
pub fn group(group: Group, severities: &Severities, width: usize) -> String {
    let width = width.min(WIDEST);
    let heading = say::group_and_summary(group.name(), group.summary());
    let mut out = wrap(&heading, width).join("\n") + "\n";
    for rule in registry::rules().filter(|rule| rule.group == group) {
        let severity = severities.of(rule).0.name();
        let mut left = format!("  {}{}", pad(rule.id, NAME), pad(severity, SEVERITY));
        for line in wrap(rule.summary(), width.saturating_sub(NAME + SEVERITY + 2)) {
            let _ = writeln!(out, "{left}{line}");
            left = " ".repeat(NAME + SEVERITY + 2);
        }
    }
    out
}
