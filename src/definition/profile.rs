//! Facts about an organisation, which are asked and never scored; what one told of them; and conditions on them.

use super::id::{read_id, required_id};
use crate::diagnostic::Findings;
use crate::document::rules::OUT_OF_RANGE;
use crate::document::{Cursor, Entry, Expected, Fields, Node, Value, wrong_type};
use crate::words::definition as say;

/// The most options that a fact may have: a set of them is the bits of a number.
const MAX_OPTIONS: usize = 20;

/// A fact about an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What conditions and answer sets refer to.
    pub id: String,
    /// How it is asked for.
    pub text: String,
    /// What to count.
    pub help: Option<String>,
    /// Whether several options may hold.
    pub many: bool,
    /// The id of the option whose efforts stand in where the fact was not told.
    pub assume: Option<String>,
    /// What may hold.
    pub options: Vec<FactOption>,
}

/// What may hold of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactOption {
    /// What conditions and answer sets refer to.
    pub id: String,
    /// What it says.
    pub text: String,
}

/// What an organisation told: for each fact of a definition a set of its options. A fact without any was not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Profile(Vec<u32>);

impl Profile {
    /// Notes that this option of this fact holds; of a fact of which one option holds, the others must be taken back first.
    pub fn tell(&mut self, fact: usize, option: usize) {
        if self.0.len() <= fact {
            self.0.resize(fact + 1, 0);
        }
        self.0[fact] |= 1 << option;
    }

    /// Notes all that `other` tells as well.
    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }

    /// Takes back what was told of this fact.
    pub fn forget(&mut self, fact: usize) {
        if let Some(told) = self.0.get_mut(fact) {
            *told = 0;
        }
    }

    /// The options that hold of this fact, in their order.
    pub fn told(&self, fact: usize) -> impl Iterator<Item = usize> + use<> {
        let bits = self.bits(fact);
        (0..MAX_OPTIONS).filter(move |option| bits >> option & 1 == 1)
    }

    /// Whether anything was told of this fact.
    pub fn is_told(&self, fact: usize) -> bool {
        self.bits(fact) != 0
    }

    fn bits(&self, fact: usize) -> u32 {
        self.0.get(fact).copied().unwrap_or(0)
    }
}

/// For whom something is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// Where all of these hold; `if` in a file.
    pub only_if: Vec<Holds>,
    /// And not where all of these hold.
    pub unless: Vec<Holds>,
}

/// That one of some options of a fact holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holds {
    /// The fact's id.
    pub fact: String,
    /// The ids of the options.
    pub options: Vec<String>,
}

/// Whether a condition holds for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// A fact that was not told decides; until then it counts as if it did.
    Open,
}

impl Applies {
    /// Whether it counts: it does, or may.
    pub fn counts(self) -> bool {
        self != Self::No
    }
}

impl Condition {
    /// Whether it is for everybody.
    pub fn is_empty(&self) -> bool {
        self.only_if.is_empty() && self.unless.is_empty()
    }

    /// Everything that it asks for, of either kind.
    pub fn all(&self) -> impl Iterator<Item = &Holds> {
        self.only_if.iter().chain(&self.unless)
    }

    /// Whether it holds for who told `profile` of these facts.
    pub fn applies(&self, facts: &[Fact], profile: &Profile) -> Applies {
        let meant = all(&self.only_if, facts, profile);
        let barred = if self.unless.is_empty() { Applies::No } else { all(&self.unless, facts, profile) };
        match (meant, barred) {
            (Applies::No, _) | (_, Applies::Yes) => Applies::No,
            (Applies::Yes, Applies::No) => Applies::Yes,
            _ => Applies::Open,
        }
    }

    pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Self {
        let mut holds = |key| {
            let entries = fields.table(key, findings);
            if let Some(node) = fields.optional(key).filter(|node| matches!(node.value, Value::Table(_)))
                && entries.is_empty()
            {
                let finding = findings.add(&OUT_OF_RANGE, node.span.clone(), say::says_nothing(key));
                finding.help(say::name_fact_and_option());
            }
            entries.iter().map(|entry| Holds::read(entry, findings)).collect()
        };
        Self { only_if: holds("if"), unless: holds("unless") }
    }

    /// Each thing that it asks for with the place where it stands, below the table that has the condition.
    pub(crate) fn places<'a>(&'a self, item: Cursor<'a>) -> impl Iterator<Item = (&'a Holds, Cursor<'a>)> {
        let keyed = |key: &'static str, list: &'a [Holds]| {
            list.iter().map(move |holds| (holds, item.key(key).key(&holds.fact)))
        };
        keyed("if", &self.only_if).chain(keyed("unless", &self.unless))
    }
}

/// Whether all of `list` hold.
fn all(list: &[Holds], facts: &[Fact], profile: &Profile) -> Applies {
    list.iter().fold(Applies::Yes, |all, holds| match (all, holds.applies(facts, profile)) {
        (Applies::No, _) | (_, Applies::No) => Applies::No,
        (Applies::Open, _) | (_, Applies::Open) => Applies::Open,
        (Applies::Yes, Applies::Yes) => Applies::Yes,
    })
}

impl Holds {
    /// One of a text, or of several.
    fn read(entry: &Entry, findings: &mut Findings) -> Self {
        let nodes = match &entry.node.value {
            Value::Array(items) => items.as_slice(),
            Value::String(_) => std::slice::from_ref(&entry.node),
            _ => {
                wrong_type(&entry.node, Expected::Other(say::text_or_texts()), findings);
                &[]
            }
        };
        let options = nodes.iter().filter_map(|node| read_id(node, findings)).collect();
        Self { fact: entry.key.to_string(), options }
    }

    fn applies(&self, facts: &[Fact], profile: &Profile) -> Applies {
        let at = facts.iter().position(|fact| fact.id == self.fact).expect("a definition has the facts that it names");
        if !profile.is_told(at) {
            return Applies::Open;
        }
        let meant = profile.told(at).any(|option| self.options.contains(&facts[at].options[option].id));
        if meant { Applies::Yes } else { Applies::No }
    }
}

pub(super) fn read_fact(fields: &mut Fields<'_>, findings: &mut Findings) -> Fact {
    Fact {
        id: required_id(fields, "id", findings),
        text: fields.text("text", findings),
        help: fields.optional_prose("help", findings),
        many: fields.boolean("many", false, findings),
        assume: fields.optional("assume").and_then(|node| read_id(node, findings)),
        options: fields
            .items("options", 2..=MAX_OPTIONS, findings)
            .iter()
            .map(|node| read_option(node, findings))
            .collect(),
    }
}

fn read_option(node: &Node, findings: &mut Findings) -> FactOption {
    let mut fields = Fields::new(node, say::an_option_of_a_fact(), findings);
    let option = FactOption { id: required_id(&mut fields, "id", findings), text: fields.text("text", findings) };
    fields.finish(findings);
    option
}
