//! A node of the search tree: some candidates are chosen, some left out, the rest are free. Every step keeps the chosen
//! set closed; which step to take is not decided here.

use super::problem::Problem;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    Free,
    In,
    Out,
}

/// A node of the search tree.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) decisions: Vec<Decision>,
    /// The option of each question with the chosen candidates done.
    pub(super) options: Vec<Option<u8>>,
    /// The worth of each criterion with the chosen candidates done.
    pub(super) worths: Vec<u64>,
    pub(super) effort: u32,
}

impl Node {
    /// The node at which nothing is decided.
    pub(super) fn root(problem: &Problem<'_>) -> Self {
        Self {
            decisions: vec![Decision::Free; problem.candidates.len()],
            options: problem.options.clone(),
            worths: problem.tally(&[]).criteria.iter().map(|score| score.value).collect(),
            effort: 0,
        }
    }

    /// Whether nothing is decided on the candidate.
    pub(super) fn is_free(&self, at: usize) -> bool {
        self.decisions[at] == Decision::Free
    }

    pub(super) fn is_chosen(&self, at: usize) -> bool {
        self.decisions[at] == Decision::In
    }

    /// The candidates on which nothing is decided, in order.
    pub(super) fn free(&self) -> impl Iterator<Item = usize> {
        (0..self.decisions.len()).filter(|&at| self.is_free(at))
    }

    /// The chosen candidates, in order.
    pub(super) fn chosen(&self) -> Vec<usize> {
        (0..self.decisions.len()).filter(|&at| self.is_chosen(at)).collect()
    }

    /// The overall worth with the chosen candidates done.
    pub(super) fn overall(&self, problem: &Problem<'_>) -> u128 {
        self.worths.iter().zip(&problem.per_unit).map(|(worth, per_unit)| u128::from(*worth) * per_unit).sum()
    }

    /// Chooses a candidate, and first all that must be done before it.
    pub(super) fn include(&mut self, problem: &Problem<'_>, at: usize) {
        if self.is_chosen(at) {
            return;
        }
        self.decisions[at] = Decision::In;
        let candidate = &problem.candidates[at];
        self.effort = self.effort.saturating_add(candidate.effort);
        candidate.after.iter().for_each(|&before| self.include(problem, before));
        for &(question, to) in &candidate.raises {
            self.worths[problem.scheme.questions[question].criterion] += problem.worth(&self.options, question, to);
            self.options[question] = self.options[question].max(Some(to));
        }
    }

    /// Leaves a candidate out, and with it all that must come after it.
    pub(super) fn exclude(&mut self, problem: &Problem<'_>, at: usize) {
        if self.decisions[at] == Decision::Out {
            return;
        }
        self.decisions[at] = Decision::Out;
        problem.followers[at].iter().for_each(|&next| self.exclude(problem, next));
    }
}
