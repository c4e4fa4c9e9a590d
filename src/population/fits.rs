//! What follows from what an organisation told: the questions that are not asked of it, and its plans. Organisations that
//! told the same share it.

use std::collections::HashMap;

use super::FirstActions;
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
    first_actions: FirstActions,
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
            self.known.insert(profile.clone(), Fit { scheme, unasked, first_actions: FirstActions::default() });
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

    /// The first actions for these answers: `count` of them, and at least one.
    pub(crate) fn first_actions(&mut self, count: usize, codes: &[Code]) -> &[usize] {
        self.first_actions.of(&self.scheme, count, codes)
    }
}
