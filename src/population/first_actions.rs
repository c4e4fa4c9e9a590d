//! The first actions of a row: those of its plan to the next level. Plans cost time, so rows with equal answers share one.

use std::collections::HashMap;

use crate::answers::{Answer, Code, OwnPlan, answer_of};
use crate::batch::Job;
use crate::plan::{Aim, plan};

/// The most plans that are remembered.
const MAX_PLANS: usize = 20_000;

/// Plans by answers.
#[derive(Debug, Default)]
pub(crate) struct FirstActions {
    known: HashMap<Box<[Code]>, Vec<usize>>,
}

impl FirstActions {
    /// The first actions for these answers, which are on `level`, in the order of their plan: as many as results show,
    /// and at least one.
    pub(crate) fn of(&mut self, job: &Job<'_>, codes: &[Code], level: usize) -> &[usize] {
        let count = job.wants.extras.actions.max(1);
        if self.known.len() >= MAX_PLANS && !self.known.contains_key(codes) {
            self.known.clear();
        }
        // Looked up twice where it is known: the key is only copied where it is not.
        if !self.known.contains_key(codes) {
            let answers: Vec<Answer> = codes.iter().map(|code| answer_of(*code)).collect();
            let scheme = job.scorer.scheme();
            let aim = Aim::Level((level + 1).min(scheme.levels.len().saturating_sub(1)));
            let plan = plan(scheme, &answers, &OwnPlan::default(), aim);
            let actions = plan.into_iter().flat_map(|plan| plan.priorities).map(|priority| priority.action);
            self.known.insert(codes.into(), actions.take(count).collect());
        }
        self.known.get(codes).map_or(&[], Vec::as_slice)
    }
}
