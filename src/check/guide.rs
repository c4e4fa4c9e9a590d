//! The rules for people: one of them with its reasons and examples, or all in a list.

use std::fmt::Write as _;

use super::{Levels, registry};
use crate::diagnostic::{Group, Rule};
use crate::text::{pad, wrap};

/// The widest that a page is.
const WIDEST: usize = 100;
/// What a rule is called takes so many columns in a list.
const NAME: usize = 28;
/// And its level so many.
const LEVEL: usize = 7;

/// What `rule` finds, why that is bad, and how to write it instead.
pub fn explain(rule: &Rule, width: usize) -> String {
    let width = width.min(WIDEST);
    let paragraph = |text: &str| wrap(text, width).join("\n");
    let excerpt = |text: &str| text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect();
    let (bad, good): (String, String) = (excerpt(rule.bad), excerpt(rule.good));
    let level = match (rule.group.can_be_set(), rule.group.level().name()) {
        (true, level) => format!("`{level}` by default; set it with --deny, --warn or --allow"),
        (false, level) => format!("always `{level}`"),
    };
    let head = paragraph(&format!("{} (group {}): {level}", rule.id, rule.group.name()));
    let (summary, why) = (paragraph(rule.summary), paragraph(rule.why));
    format!("{head}\n\n{summary}\n\n{why}\n\nInstead of\n\n{bad}\nwrite\n\n{good}")
}

/// Every rule by group, with its level under `levels`.
pub fn list(levels: &Levels, width: usize) -> String {
    let width = width.min(WIDEST);
    let mut out = String::new();
    for group in Group::ALL {
        let heading = format!("{}: {}", group.name(), group.summary());
        let _ = writeln!(out, "{}{}", if out.is_empty() { "" } else { "\n" }, wrap(&heading, width).join("\n"));
        for rule in registry::rules().filter(|rule| rule.group == group) {
            let level = levels.of(rule).0.name();
            let mut left = format!("  {}{}", pad(rule.id, NAME), pad(level, LEVEL));
            for line in wrap(rule.summary, width.saturating_sub(NAME + LEVEL + 2)) {
                let _ = writeln!(out, "{left}{line}");
                left = " ".repeat(NAME + LEVEL + 2);
            }
        }
    }
    out
}
