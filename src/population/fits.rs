//! What follows from what an organisation told: the questions that are not asked of it, and its plans. Organisations that
//! told the same share it.

use std::collections::HashMap;

use super::{FirstActions, Wanted};
use crate::answers::{Code, NOT_APPLICABLE, UNANSWERED};
use crate::definition::{Definition, Profile};
use crate::score::Scheme;

/// The most profiles that are remembered.
const MAX_PROFILES: usize = 1_000;

/// What follows from each profile.
#[derive(Debug)]
pub(crate) struct Fits<'a> {
    definition: &'a Definition,
    known: HashMap<Profile, Fit>,
}

/// What follows from one profile.
#[derive(Debug)]
pub(crate) struct Fit {
    scheme: Scheme,
    unasked: Vec<usize>,
    foreign: Vec<usize>,
    first_actions: FirstActions,
}

/// What follows for one answer set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Follows<'a> {
    /// The benchmarks that do not describe organisations like it.
    pub(crate) foreign_benchmarks: &'a [usize],
    /// The first actions, if they were found.
    pub(crate) actions: Option<&'a [usize]>,
}

impl<'a> Fits<'a> {
    pub(crate) fn new(definition: &'a Definition) -> Self {
        Self { definition, known: HashMap::new() }
    }

    pub(crate) fn of(&mut self, profile: &Profile) -> &mut Fit {
        // Looked up twice where it is known: the key is only copied where it is not.
        if !self.known.contains_key(profile) {
            if self.known.len() >= MAX_PROFILES {
                self.known.clear();
            }
            let scheme = Scheme::compile(self.definition, profile);
            let unasked = (0..scheme.questions.len()).filter(|&at| !scheme.questions[at].asked).collect();
            let benchmarks = self.definition.benchmarks.iter().enumerate();
            let foreign = benchmarks.filter(|(_, of)| !self.definition.applies(&of.condition, profile).counts());
            let foreign = foreign.map(|(at, _)| at).collect();
            let fit = Fit { scheme, unasked, foreign, first_actions: FirstActions::default() };
            self.known.insert(profile.clone(), fit);
        }
        self.known.get_mut(profile).expect("it was put there if it was not")
    }
}

impl Fit {
    /// Makes n/a what is not asked, and tells whether something of it was answered.
    pub(crate) fn drop_unasked(&self, codes: &mut [Code]) -> bool {
        let mut answered = false;
        for &question in &self.unasked {
            answered |= !matches!(codes[question], UNANSWERED | NOT_APPLICABLE);
            codes[question] = NOT_APPLICABLE;
        }
        answered
    }

    /// How many questions are asked.
    pub(crate) fn asked(&self) -> usize {
        self.scheme.questions.len() - self.unasked.len()
    }

    /// What follows for these answers; with first actions where they are wanted.
    pub(crate) fn follows(&mut self, actions: Option<Wanted>, codes: &[Code]) -> Follows<'_> {
        let actions = actions.and_then(|wanted| self.first_actions.of(&self.scheme, wanted, codes));
        Follows { foreign_benchmarks: &self.foreign, actions }
    }
}
