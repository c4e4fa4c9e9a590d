//! All rows at a glance: levels, distributions, the weakest criterion, first actions, and Cronbach's alpha.
//!
//! Memory is flat: how often each score occurs is counted, not which row has it. Open questions count at their worst.

use std::collections::{BTreeMap, HashSet};

use super::{Cronbach, Distribution, Follows};
use crate::answers::Code;
use crate::definition::{Action, Benchmark, Definition};
use crate::exact::Score;
use crate::score::{Scored, Scorer, Words};

/// The most values of a column that rows are summed up by.
pub const MAX_SEGMENTS: usize = 200;
/// What rows without a value are summed up under.
pub(crate) const BLANK: &str = "–";

/// The column has more different values than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManySegments(pub usize);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub rows: u64,
    /// How many of them have open questions.
    pub open: u64,
    /// How many are on each level.
    pub levels: Vec<u64>,
    pub criteria: Vec<Distribution>,
    /// Of the groups of criteria, where there are some.
    pub groups: Vec<Distribution>,
    /// How many are on each level by the own level of each criterion; empty where no question belongs to a level.
    pub own_levels: Vec<Vec<u64>>,
    pub overall: Distribution,
    /// How many rows have each criterion as their lowest, alone or with others; none where all are equal.
    pub weakest: Vec<u64>,
    /// For how many rows the first action was found (of the sample, those whose route is proven), and how many of them have
    /// each action as their first.
    pub planned: u64,
    /// See `planned`.
    pub first_actions: Vec<u64>,
    pub alphas: Vec<Cronbach>,
    /// For how many rows each benchmark does not describe organisations like theirs.
    foreign: Vec<u64>,
}

/// All rows, and each segment of them by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    pub all: Summary,
    /// Each value of the column that was asked for, sorted; case, width and white space make no difference.
    pub by: BTreeMap<String, Segment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The value as it is first spelled.
    pub name: String,
    /// The place of the first row: the block, and the row within.
    pub(super) first: (u64, u64),
    pub summary: Summary,
}

impl Summary {
    pub fn new(definition: &Definition, scorer: &Scorer) -> Self {
        let criteria = definition.criteria.len();
        let (scores, overall) = scorer.usual_denominators();
        let owned = definition.questions().any(|(_, question)| question.level.is_some());
        Self {
            rows: 0,
            open: 0,
            levels: vec![0; definition.levels.len()],
            criteria: scores.into_iter().map(Distribution::new).collect(),
            groups: definition.groups.iter().map(|_| Distribution::new(overall)).collect(),
            own_levels: if owned { vec![vec![0; definition.levels.len()]; criteria] } else { Vec::new() },
            overall: Distribution::new(overall),
            weakest: vec![0; criteria],
            planned: 0,
            first_actions: vec![0; definition.actions.len()],
            alphas: definition.criteria.iter().map(|criterion| Cronbach::new(criterion.questions.len())).collect(),
            foreign: vec![0; definition.benchmarks.len()],
        }
    }

    /// Adds a row whose sums are kept, with what follows for it; [`Summary::add_answers`] adds what it answers.
    pub(crate) fn add(&mut self, scorer: &Scorer, scored: &Scored, follows: Follows<'_>) {
        let low = &scored.low;
        self.add_standing(scored, follows);
        for ((sum, score), distribution) in scored.sums.iter().zip(&low.criteria).zip(&mut self.criteria) {
            score.iter().for_each(|score| distribution.add(*score, Some(sum.worst())));
        }
        if !self.groups.is_empty() {
            let scores = low.groups.iter().zip(scorer.exact_groups(scored)).zip(&mut self.groups);
            scores.for_each(|((score, exact), group)| score.iter().for_each(|score| group.add(*score, exact)));
        }
        for (level, counts) in low.reach.criteria.iter().zip(&mut self.own_levels) {
            level.iter().for_each(|level| counts[*level] += 1);
        }
    }

    /// The same of a row that is added up and complete, in a definition without groups.
    #[inline]
    pub(crate) fn add_complete(&mut self, scorer: &Scorer, words: Words, scored: &Scored, follows: Follows<'_>) {
        self.add_standing(scored, follows);
        let sums = scorer.complete_sums(words);
        for ((exact, score), distribution) in sums.zip(&scored.low.criteria).zip(&mut self.criteria) {
            distribution.add(score.unwrap_or_default(), Some(exact));
        }
    }

    /// Adds what does not depend on how the row was added up.
    #[inline]
    fn add_standing(&mut self, scored: &Scored, follows: Follows<'_>) {
        let low = &scored.low;
        self.rows += 1;
        self.open += u64::from(scored.open > 0);
        self.levels[low.level] += 1;
        self.overall.add(low.overall, scored.exact_overall());
        let lowest = low.criteria.iter().flatten().min();
        let lowest = lowest.filter(|lowest| low.criteria.iter().flatten().any(|score| score != *lowest));
        let weakest = |score: &Option<Score>| lowest.is_some() && score.as_ref() == lowest;
        self.weakest.iter_mut().zip(&low.criteria).for_each(|(count, score)| *count += u64::from(weakest(score)));
        follows.foreign_benchmarks.iter().for_each(|benchmark| self.foreign[*benchmark] += 1);
        if let Some(actions) = follows.actions {
            self.planned += 1;
            actions.first().into_iter().for_each(|action| self.first_actions[*action] += 1);
        }
    }

    /// Adds what a row answers.
    pub(crate) fn add_answers(&mut self, definition: &Definition, scorer: &Scorer, codes: &[Code]) {
        for ((alpha, criterion), questions) in self.alphas.iter_mut().zip(&definition.criteria).zip(scorer.criteria()) {
            alpha.add(&codes[questions.clone()], &criterion.questions);
        }
    }

    /// Adds the sums of alpha of rows whose answers are not added otherwise.
    pub(crate) fn add_alphas(&mut self, alphas: &[Cronbach]) {
        self.alphas.iter_mut().zip(alphas).for_each(|(own, other)| own.merge(other));
    }

    /// The benchmarks that describe, or may describe, organisations like those of some rows, and of how many.
    pub(crate) fn benchmarks<'d>(&self, definition: &'d Definition) -> Vec<(&'d Benchmark, u64)> {
        let fit = self.foreign.iter().map(|foreign| self.rows - foreign);
        definition.benchmarks.iter().zip(fit).filter(|(_, rows)| *rows > 0).collect()
    }

    /// The first actions that occur, the most frequent first, and for how many rows each.
    pub(crate) fn frequent_actions<'d>(&self, definition: &'d Definition) -> Vec<(&'d Action, u64)> {
        let actions = definition.actions.iter().zip(self.first_actions.iter().copied());
        let mut actions: Vec<_> = actions.filter(|(_, rows)| *rows > 0).collect();
        actions.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        actions
    }

    /// Adds what another summary of the same job has.
    pub(super) fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.open += other.open;
        self.planned += other.planned;
        let pairs = [
            (&mut self.levels, &other.levels),
            (&mut self.weakest, &other.weakest),
            (&mut self.first_actions, &other.first_actions),
            (&mut self.foreign, &other.foreign),
        ];
        pairs.into_iter().for_each(|(own, other)| add_all(own, other));
        self.own_levels.iter_mut().zip(&other.own_levels).for_each(|(own, other)| add_all(own, other));
        self.overall.merge(&other.overall);
        self.criteria.iter_mut().zip(&other.criteria).for_each(|(own, other)| own.merge(other));
        self.groups.iter_mut().zip(&other.groups).for_each(|(own, other)| own.merge(other));
        self.alphas.iter_mut().zip(&other.alphas).for_each(|(own, other)| own.merge(other));
    }
}

impl Segments {
    pub(crate) fn new(definition: &Definition, scorer: &Scorer) -> Self {
        Self { all: Summary::new(definition, scorer), by: BTreeMap::new() }
    }

    /// The name of each segment, no two of which are the same, and its rows: what cannot be shown might make two of them one.
    pub(crate) fn named(&self) -> Vec<(String, &Summary)> {
        let mut names = HashSet::new();
        let named = self.by.values().map(|Segment { name, summary, .. }| {
            let others = (2..).map(|number| format!("{name} ({number})"));
            let free = std::iter::once(name.clone()).chain(others).find(|name| names.insert(name.clone()));
            (free.expect("there is always another number"), summary)
        });
        named.collect()
    }

    pub(crate) fn merge(mut self, other: Self) -> Result<Self, TooManySegments> {
        self.all.merge(&other.all);
        for (key, segment) in other.by {
            match self.by.get_mut(&key) {
                Some(own) => {
                    own.summary.merge(&segment.summary);
                    if segment.first < own.first {
                        (own.first, own.name) = (segment.first, segment.name);
                    }
                }
                None => drop(self.by.insert(key, segment)),
            }
        }
        if self.by.len() > MAX_SEGMENTS { Err(TooManySegments(MAX_SEGMENTS)) } else { Ok(self) }
    }
}

fn add_all(own: &mut [u64], other: &[u64]) {
    own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
}
