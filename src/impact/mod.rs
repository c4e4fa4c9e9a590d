//! What a changed definition does to answer sets that were given to the one before: what of them moves, and which answers
//! mean something else now.
//!
//! - Takes: both definitions, and answer sets to the one before. Each is scored as it was given, and again with its
//!   answers transferred to the changed definition.
//! - Gives: an [`Impact`], which is all there is to say, and its pages.
//! - Never: reads files, or changes an answer set.

mod changes;
mod difference;
mod effect;
pub mod markdown;
mod shown;
pub mod table;
mod transfer;
mod values;
mod wording;
mod wording_of_set;

use serde::Serialize;

pub use changes::{Change, PerhapsRepointed};
pub use difference::{Difference, Kind};
pub use effect::{ChallengeEffect, CriterionEffect, Effect, FoundChallenge, GroupMark, Mark, OwnLevel, Standing};
pub use transfer::{Lost, Reason, Told, transfer};

use crate::answers::AnswerSet;
use crate::definition::Definition;
use crate::definition::rules::UNRAISED_VERSION;
use crate::diagnostic::{Finding, Findings};
use crate::document::Document;
use crate::plan::Shares;
use crate::words::impact_findings as say;

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
    /// Whether what matters has changed, and the version has not been raised.
    pub unraised_version: bool,
    pub difference: Difference,
    /// How many answer sets go from each level of before (a row) to each of after (a column), open questions at their
    /// worst; in one more column, those that have no applicable answer left.
    pub moves: Vec<Vec<usize>>,
    /// How many answer sets change their level.
    pub level_changes: usize,
    /// How many answer sets change their overall score, or how a criterion stands: its score, whether it is in place, its own
    /// level.
    pub score_changes: usize,
    /// How many answer sets change their route to the next level.
    pub route_changes: usize,
    /// How many answer sets change the effort of it.
    pub effort_changes: usize,
    /// Of how many answer sets challenges are found otherwise.
    pub challenge_changes: usize,
    /// How many answer sets have answers that mean something else now.
    pub meaning_changes: usize,
    /// How many answer sets have answers that there is no place for any more.
    pub lost_changes: usize,
    /// What becomes of each answer set.
    pub sets: Vec<Effect>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Version {
    pub id: String,
    pub version: String,
    /// The ids of its levels, lowest first.
    pub levels: Vec<String>,
    pub effort_unit: String,
}

/// A definition and the changed one.
#[derive(Debug)]
pub struct Comparison<'a> {
    before: &'a Definition,
    after: &'a Definition,
    difference: Difference,
}

impl<'a> Comparison<'a> {
    /// Of `before` with `after`.
    pub fn new(before: &'a Definition, after: &'a Definition) -> Self {
        Self { before, after, difference: Difference::between(before, after) }
    }

    /// The same with their translations. Who answered in a language read the texts that it had.
    pub fn with_translations(mut self, before: &[Definition], after: &[Definition]) -> Self {
        for was in before {
            let Some(is) = after.iter().find(|is| is.language == was.language) else { continue };
            self.difference.translated(was, is);
        }
        self.difference.languages(&self.after.id, before, after);
        self
    }

    /// What becomes of `set`, which holds answers to the definition as it was; where they were given to an earlier version still,
    /// `anew` is how the changed definition reads them itself. None where nothing is applicable. The searches for its routes,
    /// before and after, take two of the `shares`.
    pub fn effect(
        &self,
        name: String,
        set: &AnswerSet,
        anew: Option<AnswerSet>,
        shares: &mut Shares,
    ) -> Option<Effect> {
        Effect::of((self.before, self.after), &self.difference.changes, (name, set, anew), shares)
    }

    /// That what matters has changed in `document`, the changed definition, and its version has not been raised.
    pub fn unraised_version(&self, document: &Document) -> Option<Finding> {
        let mut findings = Findings::new(document.source.clone());
        let message = say::differs(&self.before.version.to_string(), &self.after.version.to_string());
        let span = document.at().key("version").span();
        let help = match (self.difference.changes.iter().any(|change| change.meaning), self.difference.is_empty()) {
            (true, _) => say::raise_major(),
            (false, false) => say::raise(),
            (false, true) => say::raise_last(),
        };
        let finding = findings.add(&UNRAISED_VERSION, span, message).help(help).clone();
        self.is_unraised().then_some(finding)
    }

    /// What is behind a `+` in a version raises nothing.
    fn is_unraised(&self) -> bool {
        let is_raised = self.after.version.cmp_precedence(&self.before.version).is_gt();
        !is_raised && (self.difference.differs || !self.difference.is_empty())
    }

    /// All there is to say of these effects.
    pub fn impact(self, sets: Vec<Effect>) -> Impact {
        let (before, after) = (Version::of(self.before), Version::of(self.after));
        let mut moves = vec![vec![0; after.levels.len() + 1]; before.levels.len()];
        for set in &sets {
            let from = self.before.level_index(&set.before.level);
            let to = set.after.as_ref().and_then(|standing| self.after.level_index(&standing.level));
            if let Some(from) = from {
                moves[from][to.unwrap_or(after.levels.len())] += 1;
            }
        }
        let count = |changes: fn(&Effect) -> bool| sets.iter().filter(|set| changes(set)).count();
        Impact {
            schema: "cxm.impact/1",
            other_major: self.before.version.major != self.after.version.major,
            unraised_version: self.is_unraised(),
            moves,
            level_changes: count(|set| set.level_changes),
            score_changes: count(|set| set.score_changes),
            route_changes: count(|set| set.route_changes),
            effort_changes: count(|set| set.effort_changes),
            challenge_changes: count(|set| !set.challenges.is_empty()),
            meaning_changes: count(|set| !set.meaning.is_empty()),
            lost_changes: count(|set| !set.lost.is_empty()),
            difference: self.difference,
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
            effort_unit: definition.effort_unit.clone(),
        }
    }
}

impl Impact {
    /// The answer sets of which anything changes: first those that lose answers, then those that change level, route, effort,
    /// meaning, and score alone.
    pub fn changed(&self) -> Vec<&Effect> {
        let mut changed: Vec<&Effect> = self.sets.iter().filter(|set| set.changes()).collect();
        changed.sort_by_key(|set| {
            let (lost, meaning) = (!set.lost.is_empty(), !set.meaning.is_empty());
            let grave = [lost, set.level_changes, set.route_changes, set.effort_changes, meaning, true];
            grave.iter().position(|is| *is)
        });
        changed
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
