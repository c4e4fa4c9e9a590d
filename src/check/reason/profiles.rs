//! The organisations that conditions tell apart, one profile for each, and what a condition comes to by itself.
//!
//! Meant are organisations that told every fact that matters. Who told less counts as if everything applied; that is the
//! definition without any profile, at which all other rules look.

use std::collections::{BTreeMap, HashSet};

use crate::definition::{Condition, Definition, Fact, Holds, Profile};

/// The most profiles that are looked at for one question.
const MOST: usize = 1 << 12;

/// One profile for each way in which `conditions` come out together; none where there could be too many. Facts that none
/// of them names are not told.
pub(super) fn profiles(facts: &[Fact], conditions: &[&Condition]) -> Option<Vec<Profile>> {
    let mut profiles = vec![Profile::default()];
    for (at, fact) in facts.iter().enumerate() {
        let named = conditions.iter().flat_map(|condition| condition.all()).filter(|holds| holds.fact == fact.id);
        let mut sets: Vec<u32> = named.map(|holds| options(fact, holds)).collect();
        sets.sort_unstable();
        sets.dedup();
        let ways = ways(fact, &sets)?;
        if profiles.len() * ways.len() > MOST {
            return None;
        }
        let told = |profile: &Profile, way: u32| {
            let mut profile = profile.clone();
            (0..fact.options.len()).filter(|option| way >> option & 1 == 1).for_each(|option| profile.tell(at, option));
            profile
        };
        profiles = profiles.iter().flat_map(|profile| ways.iter().map(|way| told(profile, *way))).collect();
    }
    let mut seen = HashSet::new();
    profiles.retain(|profile| {
        let outcome = conditions.iter().map(|condition| condition.applies(facts, profile).counts());
        seen.insert(outcome.collect::<Vec<bool>>())
    });
    Some(profiles)
}

/// The sets of options that may hold of `fact`, one for each way in which they meet `sets`; too many are none.
fn ways(fact: &Fact, sets: &[u32]) -> Option<Vec<u32>> {
    if sets.is_empty() {
        return Some(vec![0]);
    }
    let meets = |held: u32| sets.iter().map(|set| set & held != 0).collect::<Vec<bool>>();
    let single = (0..fact.options.len()).map(|option| 1 << option);
    let mut ways: Vec<(Vec<bool>, u32)> = Vec::new();
    let mut known = HashSet::new();
    ways.extend(single.map(|held| (meets(held), held)).filter(|(meets, _)| known.insert(meets.clone())));
    let singles = ways.len();
    let mut next = 0;
    while fact.many && next < ways.len() {
        for single in 0..singles {
            let held = ways[next].1 | ways[single].1;
            let meets = meets(held);
            if known.insert(meets.clone()) {
                ways.push((meets, held));
            }
        }
        next += 1;
        if ways.len() > MOST {
            return None;
        }
    }
    Some(ways.into_iter().map(|(_, held)| held).collect())
}

fn options(fact: &Fact, holds: &Holds) -> u32 {
    let named = fact.options.iter().enumerate().filter(|(_, option)| holds.options.contains(&option.id));
    named.fold(0, |set, (at, _)| set | 1 << at)
}

/// A condition by its facts: which options they have, and which of them it names.
struct Parts<'a> {
    all: BTreeMap<&'a str, (u32, bool)>,
    only_if: BTreeMap<&'a str, u32>,
    unless: BTreeMap<&'a str, u32>,
}

impl<'a> Parts<'a> {
    fn of(definition: &'a Definition, condition: &'a Condition) -> Self {
        let fact = |id: &str| definition.profile.iter().find(|fact| fact.id == id);
        let fact = |id: &str| fact(id).expect("a definition has the facts that it names");
        let sets =
            |list: &'a [Holds]| list.iter().map(|holds| (holds.fact.as_str(), options(fact(&holds.fact), holds)));
        let every = |fact: &Fact| ((1 << fact.options.len()) - 1, fact.many);
        Self {
            all: definition.profile.iter().map(|fact| (fact.id.as_str(), every(fact))).collect(),
            only_if: sets(&condition.only_if).collect(),
            unless: sets(&condition.unless).collect(),
        }
    }

    /// The options that `if` leaves.
    fn left(&self, fact: &str) -> u32 {
        self.only_if.get(fact).copied().unwrap_or(self.all[fact].0)
    }

    /// Whether this part of `unless` holds wherever `if` does.
    fn always(&self, fact: &str) -> bool {
        self.left(fact) & !self.unless[fact] == 0
    }

    /// Whether this part of `unless` never holds where `if` does.
    fn never(&self, fact: &str) -> bool {
        !self.all[fact].1 && self.left(fact) & self.unless[fact] == 0
    }

    fn is_impossible(&self) -> bool {
        !self.unless.is_empty() && self.unless.keys().all(|fact| self.always(fact))
    }
}

/// That an organisation may be asked nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unasked {
    /// One that tells this is.
    Profile(Profile),
    /// There are too many ways to tell facts to decide it.
    Undecided,
}

/// Whether some organisation that told every fact is asked no question; none where each is asked one.
pub fn unasked(definition: &Definition) -> Option<Unasked> {
    let conditions: Vec<&Condition> = definition.questions().map(|(_, question)| &question.condition).collect();
    if conditions.iter().any(|condition| condition.is_empty()) {
        return None;
    }
    let Some(profiles) = profiles(&definition.profile, &conditions) else { return Some(Unasked::Undecided) };
    let is_asked = |profile: &Profile| conditions.iter().any(|of| of.applies(&definition.profile, profile).counts());
    profiles.into_iter().find(|profile| !is_asked(profile)).map(Unasked::Profile)
}

/// Whether no organisation that told every fact meets `condition`.
pub fn is_impossible(definition: &Definition, condition: &Condition) -> bool {
    Parts::of(definition, condition).is_impossible()
}

/// The first part of `condition` without which it would hold for the same organisations, where it holds for any.
pub fn idle_part<'a>(definition: &'a Definition, condition: &'a Condition) -> Option<&'a Holds> {
    let parts = Parts::of(definition, condition);
    if parts.is_impossible() {
        return None;
    }
    let others = |fact: &str| parts.unless.keys().copied().filter(move |other| *other != fact).collect::<Vec<_>>();
    let of_if = condition.only_if.iter().find(|holds| {
        let fact = holds.fact.as_str();
        let rest = parts.all[fact].0 & !parts.only_if[fact];
        let barred = parts.unless.get(fact).is_some_and(|unless| rest & !unless == 0);
        rest == 0 || barred && others(fact).into_iter().all(|other| parts.always(other))
    });
    let of_unless = || {
        condition.unless.iter().find(|holds| {
            let (fact, others) = (holds.fact.as_str(), others(&holds.fact));
            match others.is_empty() {
                true => parts.never(fact),
                false => parts.always(fact) || others.into_iter().any(|other| parts.never(other)),
            }
        })
    };
    of_if.or_else(of_unless)
}
