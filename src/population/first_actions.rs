//! The first actions of a row: those of its plan to the next level. Plans cost time, so rows with equal answers share one.

use std::collections::HashMap;

use crate::answers::{Answer, Code, OwnPlan, answer_of};
use crate::plan::{Aim, plan};
use crate::score::Scheme;

/// The most plans that are remembered.
const MAX_PLANS: usize = 20_000;

#[derive(Debug, Default)]
pub(super) struct FirstActions {
    known: HashMap<Box<[Code]>, Vec<usize>>,
}

impl FirstActions {
    /// The first actions for these answers, in the order of their plan: `count` of them, and at
    /// least one.
    pub(super) fn of(&mut self, scheme: &Scheme, count: usize, codes: &[Code]) -> &[usize] {
        // Looked up twice where it is known: the key is only copied where it is not.
        if !self.known.contains_key(codes) {
            if self.known.len() >= MAX_PLANS {
                self.known.clear();
            }
            let answers: Vec<Answer> = codes.iter().map(|code| answer_of(*code)).collect();
            let plan = plan(scheme, &answers, &OwnPlan::default(), &Aim::NEXT);
            let actions = plan.into_iter().flat_map(|plan| plan.priorities).map(|priority| priority.action);
            self.known.insert(codes.into(), actions.take(count.max(1)).collect());
        }
        &self.known[codes]
    }
}
