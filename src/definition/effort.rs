//! What an action costs: the same for every organisation, or by a fact about it.

use std::fmt;

use super::id::read_id;
use super::profile::{Fact, Profile};
use crate::diagnostic::Findings;
use crate::document::rules::{OUT_OF_RANGE, UNKNOWN_KEY};
use crate::document::{Entry, Expected, Fields, Node, Value, wrong_type};
use crate::exact::Effort;
use crate::words::definition as say;
use crate::words::document::{has_no_key, write};

/// The largest effort of an action.
pub(crate) const MAX_EFFORT: Effort = Effort::whole(1_000);
/// The smallest.
pub(crate) const MIN_EFFORT: Effort = Effort::from_tenths(1);

/// What an action costs, in the definition's effort unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cost {
    /// The same for everybody.
    Same(Effort),
    /// One for each option of a fact.
    By {
        /// The fact's id, under `by`.
        fact: String,
        /// The ids of its options, and what the action costs where each holds.
        efforts: Vec<(String, Effort)>,
    },
}

impl Cost {
    pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Self {
        let placeholder = Self::Same(MIN_EFFORT);
        let Some(node) = fields.required("effort", findings) else { return placeholder };
        if !matches!(node.value, Value::Table(_)) {
            return read_effort(node, findings).map_or(placeholder, Self::Same);
        }
        let mut fields = Fields::new(node, say::an_effort_by_fact(), findings);
        // An effort is a number: a text that is none, under another key, can be meant as nothing else.
        let names = |entry: &&Entry| matches!(&entry.node.value, Value::String(text) if !text.starts_with(|c: char| c.is_ascii_digit()));
        let misspelt = if node.get("by").is_none() { node.entries().iter().find(names) } else { None };
        let by = match misspelt {
            Some(Entry { key, key_span, node }) => {
                findings
                    .add(&UNKNOWN_KEY, key_span.clone(), has_no_key(say::an_effort_by_fact(), key))
                    .help(write("by"))
                    .fix(key_span.clone(), "by");
                Some(node)
            }
            None => fields.required("by", findings),
        };
        let fact = by.and_then(|node| read_id(node, findings)).unwrap_or_default();
        let others = fields.others().filter(|entry| misspelt.is_none_or(|misspelt| entry.key != misspelt.key));
        let effort = |entry: &Entry| (entry.key.to_string(), read_effort(&entry.node, findings).unwrap_or(MIN_EFFORT));
        Self::By { fact, efforts: others.map(effort).collect() }
    }

    /// What it is for who told `profile` of these facts. Of a fact that was not told, the option that it assumes holds;
    /// where several hold, the dearest counts.
    pub fn of(&self, facts: &[Fact], profile: &Profile) -> Effort {
        let (fact, efforts) = match self {
            Self::Same(effort) => return *effort,
            Self::By { fact, efforts } => (fact, efforts),
        };
        let at = facts.iter().position(|known| known.id == *fact).expect("a definition has the facts that it names");
        let assumed = || facts[at].assume.as_deref();
        let told: Vec<&str> = profile.told(at).map(|option| facts[at].options[option].id.as_str()).collect();
        let holds = |option: &str| if told.is_empty() { assumed() == Some(option) } else { told.contains(&option) };
        let held = efforts.iter().filter(|(option, _)| holds(option)).map(|(_, effort)| *effort);
        held.max().expect("a definition has an effort for each option, and one that is assumed")
    }
}

impl std::ops::Mul<u32> for &Cost {
    type Output = Cost;

    /// The same cost in a unit of which so many are one of this.
    fn mul(self, factor: u32) -> Cost {
        match self {
            Cost::Same(effort) => Cost::Same(*effort * factor),
            Cost::By { fact, efforts } => {
                let efforts = efforts.iter().map(|(option, effort)| (option.clone(), *effort * factor)).collect();
                Cost::By { fact: fact.clone(), efforts }
            }
        }
    }
}

impl From<Effort> for Cost {
    fn from(effort: Effort) -> Self {
        Self::Same(effort)
    }
}

impl fmt::Display for Cost {
    /// One effort, or the least and the most.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = match self {
            Self::Same(effort) => (Some(effort), None),
            Self::By { efforts, .. } => {
                let efforts = || efforts.iter().map(|(_, effort)| effort);
                (efforts().min(), efforts().max())
            }
        };
        match (least, most) {
            (Some(least), Some(most)) if least < most => write!(f, "{least}–{most}"),
            (least, _) => least.map_or(Ok(()), |least| write!(f, "{least}")),
        }
    }
}

/// An effort: a number from 0.1 to 1000 with at most one decimal, taken from its digits.
pub(crate) fn read_effort(node: &Node, findings: &mut Findings) -> Option<Effort> {
    let effort = match &node.value {
        Value::Integer(integer) => Effort::parse(&integer.to_string()),
        Value::Decimal(text) => Effort::parse(text),
        _ => {
            wrong_type(node, Expected::Number, findings);
            return None;
        }
    };
    let effort = effort.filter(|effort| (MIN_EFFORT..=MAX_EFFORT).contains(effort));
    if effort.is_none() {
        findings.add(&OUT_OF_RANGE, node.span.clone(), say::effort_range(MIN_EFFORT, MAX_EFFORT));
    }
    effort
}
