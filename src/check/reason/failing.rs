//! Who attains a goal and fails a requirement. What goals ask of questions is asked of the options that these may have, so
//! that the sums of criteria tell the rest.

use std::collections::HashSet;
use std::rc::Rc;

use super::known::Known;
use super::program::Verdict;
use super::query::Query;
use super::search::decide;
use super::sums::{Asked, Criterion};
use crate::definition::{Clause, Goal};
use crate::score::Scheme;

/// Organisations whose questions are asked so.
pub(super) struct Failing<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) asked: &'a dyn Fn(usize) -> Option<Asked>,
}

impl Failing<'_> {
    /// The criteria of those that attain `goal`, as far as it asks that of questions; or the first that has too many sums.
    pub(super) fn attaining(&self, goal: &Goal, known: &mut Known<'_>) -> Result<Vec<Rc<Criterion>>, usize> {
        known.all(|at| self.asked(goal, at))
    }

    fn asked(&self, goal: &Goal, question: usize) -> Option<Asked> {
        let asked = (self.asked)(question)?;
        let level = self.scheme.questions[question].level;
        let least = level.filter(|(level, _)| goal.questions.iter().any(|(of, _)| of == level));
        Some(Asked { lowest: asked.lowest.max(least.map_or(0, |(_, least)| least)), ..asked })
    }

    /// Looks for one that attains `goal` and fails `clause`, among `criteria` that are [`Self::attaining`]; and where that is
    /// by a question, which.
    pub(super) fn find(
        &self,
        criteria: &mut [Rc<Criterion>],
        goal: &Goal,
        clause: Clause<usize>,
        known: &mut Known<'_>,
    ) -> (Verdict, Option<usize>) {
        let query = Query::attaining(goal).failing(clause);
        let Clause::Questions(level, _) = clause else {
            return (decide(criteria, &query, None, &mut known.work), None);
        };
        let (mut all, mut alike) = (Verdict::Infeasible, HashSet::new());
        for (at, question) in self.scheme.questions.iter().enumerate() {
            let Some((_, least)) = question.level.filter(|(of, _)| *of == level) else { continue };
            let Some(asked) = self.asked(goal, at).filter(|asked| asked.lowest < least) else { continue };
            if !alike.insert((question.criterion, &question.values, asked.lowest, asked.not_applicable)) {
                continue;
            }
            let failing = Asked { below: Some(least), not_applicable: false, ..asked };
            let asked = |of: usize| if of == at { Some(failing) } else { self.asked(goal, of) };
            let Some(one) = known.one(question.criterion, asked) else {
                all = Verdict::Undecided;
                continue;
            };
            let others = std::mem::replace(&mut criteria[question.criterion], one);
            let found = decide(criteria, &query, None, &mut known.work);
            criteria[question.criterion] = others;
            match found {
                Verdict::Feasible(_) => return (found, Some(at)),
                Verdict::Infeasible => {}
                Verdict::Undecided => all = found,
            }
        }
        (all, None)
    }
}
