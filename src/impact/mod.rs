//! What a changed definition does to answer sets that were given to the one before: who changes level or route.
//!
//! - Takes: both definitions, and answer sets to the one before. Each is scored as it was given, and again with its
//!   answers transferred to the changed definition.
//! - Gives: an [`Impact`], which is all there is to say, and its pages.
//! - Never: reads files, or changes an answer set.

mod difference;
pub mod markdown;
pub mod table;
mod transfer;

use serde::Serialize;

pub use difference::{Difference, Kind};
pub use transfer::{Lost, Reason, Told, transfer};

use crate::answers::AnswerSet;
use crate::definition::{Definition, Rename};
use crate::exact::{Effort, Score};
use crate::plan::{self, Aim, Route};
use crate::score::{self, Scheme};

/// What a changed definition does to answer sets.
#[derive(Clone, Debug, Serialize)]
pub struct Impact {
    /// `cxm.impact/1`.
    pub schema: &'static str,
    /// The definition as it was.
    pub before: Version,
    /// The definition as it is to be.
    pub after: Version,
    /// Whether the changed definition is another major version: it refuses these answers unless it is told that their
    /// points mean the same, as is assumed here.
    pub other_major: bool,
    pub difference: Difference,
    /// How many answer sets go from each level of before (a row) to each of after (a column), open questions at their
    /// worst; in one more column, those that have no applicable answer left.
    pub moves: Vec<Vec<usize>>,
    /// How many answer sets change their level.
    pub level_changes: usize,
    /// How many answer sets change their route to the next level.
    pub route_changes: usize,
    /// What becomes of each answer set.
    pub sets: Vec<Effect>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Version {
    pub id: String,
    pub version: String,
    /// The ids of its levels, lowest first.
    pub levels: Vec<String>,
}

/// What becomes of one answer set.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    /// What it is called: the name of its file.
    pub name: String,
    /// Its result by the definition as it was.
    pub before: Standing,
    /// Its result by the changed definition; none where no answer applies any more.
    pub after: Option<Standing>,
    /// Whether its level changes, at worst or at best.
    pub level_changes: bool,
    /// Whether the actions of its route, or the level that it leads to, change.
    pub route_changes: bool,
    /// The answers that the changed definition has no place for.
    pub lost: Vec<Lost>,
}

/// The result of an answer set by one of the definitions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The id of the level, open questions at their worst.
    pub level: String,
    /// The id of the level, open questions at their best.
    pub possible: String,
    /// The overall score, open questions at their worst.
    pub low: Score,
    /// The overall score, open questions at their best.
    pub high: Score,
    /// The actions on the route to the next level, in order; none where there is no route.
    pub route: Option<Vec<String>>,
    pub effort: Option<Effort>,
}

/// A definition and the changed one.
#[derive(Debug)]
pub struct Comparison<'a> {
    before: &'a Definition,
    after: &'a Definition,
}

impl<'a> Comparison<'a> {
    /// Of `before` with `after`.
    pub fn new(before: &'a Definition, after: &'a Definition) -> Self {
        Self { before, after }
    }

    /// What becomes of `set`, which holds answers to the definition as it was. None where nothing is applicable.
    pub fn effect(&self, name: String, set: &AnswerSet) -> Option<Effect> {
        let (transferred, lost) = transfer(self.before, self.after, set);
        let before = standing(self.before, set)?;
        let after = standing(self.after, &transferred);
        let level = |id: &str| Rename::now(&self.after.renames.levels, id).to_owned();
        let level_changes = after.as_ref().is_none_or(|after| {
            (level(&before.level), level(&before.possible)) != (after.level.clone(), after.possible.clone())
        });
        let now = |id: &String| Rename::now(&self.after.renames.actions, id).to_owned();
        let route = before.route.as_ref().map(|route| sorted(route.iter().map(now)));
        let unchanged = |after: &Standing| after.route.as_ref().map(|route| sorted(route.iter().cloned())) == route;
        let route_changes = !after.as_ref().is_some_and(unchanged);
        Some(Effect { name, before, after, level_changes, route_changes, lost })
    }

    /// All there is to say of these effects.
    pub fn impact(&self, sets: Vec<Effect>) -> Impact {
        let (before, after) = (Version::of(self.before), Version::of(self.after));
        let mut moves = vec![vec![0; after.levels.len() + 1]; before.levels.len()];
        for set in &sets {
            let from = self.before.level_index(&set.before.level);
            let to = set.after.as_ref().and_then(|standing| self.after.level_index(&standing.level));
            if let Some(from) = from {
                moves[from][to.unwrap_or(after.levels.len())] += 1;
            }
        }
        Impact {
            schema: "cxm.impact/1",
            other_major: self.before.version.major != self.after.version.major,
            difference: Difference::between(self.before, self.after),
            moves,
            level_changes: sets.iter().filter(|set| set.level_changes).count(),
            route_changes: sets.iter().filter(|set| set.route_changes).count(),
            before,
            after,
            sets,
        }
    }
}

impl Version {
    fn of(definition: &Definition) -> Self {
        Self {
            id: definition.id.clone(),
            version: definition.version.to_string(),
            levels: definition.levels.iter().map(|level| level.id.clone()).collect(),
        }
    }
}

impl Impact {
    /// The answer sets that change level or route.
    pub fn changed(&self) -> impl Iterator<Item = &Effect> {
        self.sets.iter().filter(|set| set.level_changes || set.route_changes)
    }

    /// The answers that are lost, whoever gave them: what became of them, and in how many answer sets.
    pub fn lost(&self) -> Vec<(&Lost, usize)> {
        let mut lost: Vec<(&Lost, usize)> = Vec::new();
        for one in self.sets.iter().flat_map(|set| &set.lost) {
            match lost.iter_mut().find(|(known, _)| *known == one) {
                Some((_, count)) => *count += 1,
                None => lost.push((one, 1)),
            }
        }
        lost
    }
}

fn sorted(ids: impl Iterator<Item = String>) -> Vec<String> {
    let mut ids: Vec<String> = ids.collect();
    ids.sort_unstable();
    ids
}

fn standing(definition: &Definition, set: &AnswerSet) -> Option<Standing> {
    let scheme = Scheme::compile(definition, &set.profile);
    let outcome = score::score(&scheme, &set.answers)?;
    let route = plan::plan(&scheme, &set.answers, &set.actions, &Aim::NEXT)?.route;
    let level = |at: usize| definition.levels[at].id.clone();
    let ids = |route: &Route| route.actions.iter().map(|&at| definition.actions[at].id.clone()).collect();
    let there = route.unmet.is_empty();
    Some(Standing {
        level: level(outcome.low.level),
        possible: level(outcome.high.level),
        low: outcome.low.overall,
        high: outcome.high.overall,
        route: there.then(|| ids(&route)),
        effort: there.then_some(route.effort),
    })
}
