//! How grave the findings of a rule are in one run: by its group, by `[lints]` in the definition, or by what the user
//! asks for.
//!
//! A setting of a rule beats one of its group; of equals, the command line beats the definition, and the last wins.

use super::registry;
use super::rules::unknown_lint;
use crate::diagnostic::{Finding, Findings, Group, Rule, Severity, nearest};
use crate::document::rules::INVALID_VALUE;
use crate::document::{Document, Expected, Fields, Value, wrong_type};
use crate::words::check as say;
use crate::words::definition::a_definition;
use crate::words::diagnostic::did_you_mean;

/// Settings, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Severities {
    settings: Vec<Setting>,
}

#[derive(Clone, Debug)]
struct Setting {
    target: Target,
    severity: Severity,
    written: String,
}

/// What can be set.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// One rule.
    Rule(&'static Rule),
    /// All rules of a group.
    Group(Group),
}

impl Target {
    /// The rule or group with this name, or why there is none that can be set.
    pub fn find(name: &str) -> Result<Self, Unknown> {
        let group = Group::ALL.into_iter().find(|group| group.name() == name).map(Target::Group);
        let rule = || registry::find(name).map(Target::Rule);
        match group.or_else(rule) {
            Some(target) if target.group().can_be_set() => Ok(target),
            Some(target) => Err(Unknown {
                message: say::level_cannot_be_set(name),
                help: match target.group() {
                    Group::Reading => say::reading_cannot_be_set().to_owned(),
                    _ => say::notice_cannot_be_set().to_owned(),
                },
            }),
            None => Err(Unknown {
                message: say::no_rule(name),
                help: nearest(name, settable()).map_or(say::all_rules().to_owned(), did_you_mean),
            }),
        }
    }

    /// What the user calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id,
            Self::Group(group) => group.name(),
        }
    }

    fn group(self) -> Group {
        match self {
            Self::Rule(rule) => rule.group,
            Self::Group(group) => group,
        }
    }
}

/// Why a name is none of a rule or group that can be set.
#[derive(Debug)]
pub struct Unknown {
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// The names of all rules and groups that can be set.
fn settable() -> impl Iterator<Item = &'static str> {
    let groups = Group::ALL.into_iter().filter(|group| group.can_be_set()).map(Group::name);
    groups.chain(registry::rules().filter(|rule| rule.group.can_be_set()).map(|rule| rule.id))
}

impl Severities {
    /// Adds a setting, which beats those before it; `written` is how the user wrote it.
    pub fn set(&mut self, target: Target, severity: Severity, written: impl Into<String>) {
        self.settings.push(Setting { target, severity, written: written.into() });
    }

    /// The severity of a rule, and where it comes from.
    pub fn of(&self, rule: &Rule) -> (Severity, String) {
        let group = rule.group;
        if !group.can_be_set() {
            return (group.severity(), say::always(group.severity().name(), group.name()));
        }
        let named = |setting: &&Setting| matches!(setting.target, Target::Rule(named) if named.id == rule.id);
        let grouped = |setting: &&Setting| matches!(setting.target, Target::Group(of) if of == group);
        let last_first = || self.settings.iter().rev();
        match last_first().find(named).or_else(|| last_first().find(grouped)) {
            Some(setting) => (setting.severity, say::by(setting.severity.name(), &setting.written)),
            None => (group.severity(), say::by_default(group.severity().name(), group.name())),
        }
    }

    /// Gives each finding its severity, and leaves out those that are allowed.
    pub(super) fn apply(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut findings = findings;
        for finding in &mut findings {
            let (severity, from) = self.of(finding.rule);
            (finding.severity, finding.severity_from) = (severity, Some(from));
        }
        findings.retain(|finding| finding.severity != Severity::Allow);
        findings
    }

    /// These settings on top of those under `[lints]` in a definition.
    pub(super) fn over(&self, document: &Document, findings: &mut Findings) -> Self {
        let mut severities = Self::default();
        let mut root = Fields::new(&document.root, a_definition(), findings);
        for entry in root.table("lints", findings) {
            let severity = match &entry.node.value {
                Value::String(name) => Severity::ALL.into_iter().find(|severity| severity.name() == name),
                _ => {
                    wrong_type(&entry.node, Expected::Other(say::a_level()), findings);
                    continue;
                }
            };
            let Some(severity) = severity else {
                findings.add(&INVALID_VALUE, entry.node.span.clone(), say::no_level()).help(say::write_a_level());
                continue;
            };
            match Target::find(&entry.key) {
                Ok(target) => {
                    severities.set(target, severity, say::under_lints(&entry.key, severity.name()));
                }
                Err(unknown) => {
                    let finding = findings.add(&unknown_lint::RULE, entry.key_span.clone(), unknown.message);
                    finding.help(unknown.help);
                    let is_group = Group::ALL.into_iter().any(|group| group.name() == entry.key);
                    let is_known = is_group || registry::find(&entry.key).is_some();
                    if !is_known && nearest(&entry.key, settable()).is_some() {
                        finding.suggest(&entry.key, settable());
                    }
                }
            }
        }
        severities.settings.extend(self.settings.iter().cloned());
        severities
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The severity of `missing-help` after settings.
    fn severity(settings: &[(&str, Severity)]) -> Severity {
        let mut severities = Severities::default();
        for (name, severity) in settings {
            severities.set(Target::find(name).unwrap(), *severity, "a test");
        }
        severities.of(registry::find("missing-help").unwrap()).0
    }

    #[test]
    fn a_rule_beats_its_group_and_the_last_of_equals_wins() {
        use Severity::{Allow, Deny, Warn};
        assert_eq!(severity(&[]), Allow);
        assert_eq!(severity(&[("style", Deny)]), Deny);
        assert_eq!(severity(&[("style", Deny), ("style", Warn)]), Warn);
        assert_eq!(severity(&[("missing-help", Warn), ("style", Deny)]), Warn);
        assert_eq!(severity(&[("missing-help", Warn), ("missing-help", Deny), ("pedantic", Allow)]), Deny);
    }

    #[test]
    fn what_cannot_be_set_says_why() {
        let why = |name: &str| {
            let unknown = Target::find(name).unwrap_err();
            format!("{}; {}", unknown.message, unknown.help)
        };
        insta::assert_snapshot!(["missing-key", "notice", "stile", "zzz"].map(why).join("\n"), @r"
        the level of `missing-key` cannot be set; without mending it the file cannot be used
        the level of `notice` cannot be set; it is said to whoever reads the file, and `check` does not count it
        there is no rule or group `stile`; did you mean `style`?
        there is no rule or group `zzz`; `cxm check --list` names them all
        ");
    }
}
