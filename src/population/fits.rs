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
    known: HashMap<Profile, usize>,
    fits: Vec<Fit>,
    /// The profile that was asked for last, and its place.
    last: Option<(Profile, usize)>,
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
        Self { definition, known: HashMap::new(), fits: Vec::new(), last: None }
    }

    #[inline]
    pub(crate) fn of(&mut self, profile: &Profile) -> &mut Fit {
        let at = match &self.last {
            Some((last, at)) if last == profile => *at,
            _ => self.place(profile),
        };
        &mut self.fits[at]
    }

    #[inline(never)]
    fn place(&mut self, profile: &Profile) -> usize {
        let known = self.known.get(profile).copied();
        let at = known.unwrap_or_else(|| {
            if self.known.len() >= MAX_PROFILES {
                self.known.clear();
                self.fits.clear();
            }
            let scheme = Scheme::compile(self.definition, profile);
            let unasked = (0..scheme.questions.len()).filter(|&at| !scheme.questions[at].asked).collect();
            let benchmarks = self.definition.benchmarks.iter().enumerate();
            let foreign = benchmarks.filter(|(_, of)| !self.definition.applies(&of.condition, profile).counts());
            let foreign = foreign.map(|(at, _)| at).collect();
            self.fits.push(Fit { scheme, unasked, foreign, first_actions: FirstActions::default() });
            self.known.insert(profile.clone(), self.fits.len() - 1);
            self.fits.len() - 1
        });
        self.last = Some((profile.clone(), at));
        at
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
