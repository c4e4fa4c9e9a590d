//! What there is to choose from: the actions that matter for these answers, what they cost, what they raise, and which
//! must come first. Nothing is chosen here.

use std::cmp::Reverse;

use crate::answers::{Answer, OwnPlan};
use crate::definition::Goal;
use crate::exact::{Effort, gcd};
use crate::score::{Found, Scheme, Standing, Tally, challenges};

/// The actions that an organisation can choose from, and where it stands.
#[derive(Debug)]
pub struct Problem<'a> {
    /// How answers become scores.
    pub scheme: &'a Scheme,
    /// The present option of each question, open ones at their worst; none where it does not apply.
    pub options: Vec<Option<u8>>,
    /// The actions to choose from, in the order of the definition.
    pub candidates: Vec<Candidate>,
    /// The challenges found, in the order of the definition.
    pub challenges: Vec<Challenge>,
    /// What one unit of worth in each criterion adds to the overall worth; see [`Tally::overall_units`].
    pub(super) per_unit: Vec<u128>,
    /// What every effort is a multiple of.
    pub(super) effort_unit: u64,
    /// For each candidate, those that must directly come after it.
    pub(super) followers: Vec<Vec<usize>>,
}

/// An action to choose from: it is not done, not excluded, can be started, and raises an answer.
#[derive(Debug)]
pub struct Candidate {
    /// The index of the action.
    pub action: usize,
    /// What it costs this organisation in tenths, at least 1.
    pub effort: u32,
    /// The candidates that must be done first.
    pub after: Vec<usize>,
    /// The questions it raises, and to which option.
    pub raises: Vec<(usize, u8)>,
}

/// A challenge that is found, and how it can be ended.
#[derive(Debug)]
pub struct Challenge {
    /// The index of the challenge.
    pub challenge: usize,
    /// How certain it is.
    pub found: Found,
    /// The candidates of which any one ends it: each raises one of its questions beyond the challenge, and needs none first
    /// that does.
    pub ended_by: Vec<usize>,
}

impl Candidate {
    /// Raises `options` to what they are when this is done.
    pub fn apply(&self, options: &mut [Option<u8>]) {
        for &(question, to) in &self.raises {
            options[question] = options[question].max(Some(to));
        }
    }
}

impl<'a> Problem<'a> {
    /// Finds the candidates for answers in the order of the scheme's questions.
    pub fn new(scheme: &'a Scheme, answers: &[Answer], own: &OwnPlan) -> Self {
        let option = |answer: &Answer| match answer {
            Answer::Unanswered => Some(0),
            Answer::NotApplicable => None,
            Answer::Option(option) => Some(*option),
        };
        let options: Vec<Option<u8>> = answers.iter().map(option).collect();
        let candidates = candidates(scheme, &options, own);
        let found = challenges(scheme, answers).into_iter();
        Self {
            scheme,
            per_unit: Tally::of(scheme, options.iter().copied()).overall_units(scheme).0,
            challenges: found.map(|(at, found)| challenge(scheme, &candidates, at, found)).collect(),
            effort_unit: candidates.iter().fold(0, |unit, candidate| gcd(unit, candidate.effort.into())),
            followers: followers(&candidates),
            options,
            candidates,
        }
    }

    /// The answers when `chosen` candidates are done.
    pub fn options_after(&self, chosen: &[usize]) -> Vec<Option<u8>> {
        let mut options = self.options.clone();
        chosen.iter().for_each(|&at| self.candidates[at].apply(&mut options));
        options
    }

    /// The tally when `chosen` candidates are done.
    pub fn tally(&self, chosen: &[usize]) -> Tally {
        Tally::of(self.scheme, self.options_after(chosen))
    }

    /// Scores and level when `chosen` candidates are done; none where nothing is applicable.
    pub fn standing(&self, chosen: &[usize]) -> Option<Standing> {
        self.tally(chosen).standing(self.scheme)
    }

    /// Of each challenge that is certainly found and can be ended, the candidates of which one must be chosen to end it.
    pub fn obligations(&self) -> Vec<&[usize]> {
        let certain = self.challenges.iter().filter(|challenge| challenge.found == Found::Yes);
        certain.map(|challenge| challenge.ended_by.as_slice()).filter(|candidates| !candidates.is_empty()).collect()
    }

    /// Of each question that belongs to a level of `goal` and is not as that asks, the candidates of which one must be chosen
    /// to raise it so.
    pub(super) fn raising(&self, goal: &Goal) -> Vec<Vec<usize>> {
        let asked = |level: usize| goal.questions.iter().any(|(of, _)| *of == level);
        let mut raising: Vec<Vec<usize>> = Vec::new();
        for (at, question) in self.scheme.questions.iter().enumerate() {
            let Some((_, least)) = question.level.filter(|(level, _)| asked(*level)) else { continue };
            if self.options[at].is_some_and(|now| now < least) {
                let raises =
                    |of: &usize| self.candidates[*of].raises.iter().any(|raise| raise.0 == at && raise.1 >= least);
                raising.push((0..self.candidates.len()).filter(raises).collect());
            }
        }
        raising.sort_unstable();
        raising.dedup();
        raising
    }

    /// A candidate with all that must be done before it.
    pub fn with_needs(&self, at: usize) -> Vec<usize> {
        with_needs(&self.candidates, at)
    }

    /// The actions that these candidates are.
    pub fn actions(&self, candidates: &[usize]) -> Vec<usize> {
        candidates.iter().map(|&at| self.candidates[at].action).collect()
    }

    /// What these candidates cost together.
    pub fn effort(&self, candidates: &[usize]) -> Effort {
        Effort::from_tenths(candidates.iter().map(|&at| self.candidates[at].effort).sum())
    }

    /// What raising `question` from what it is in `options` to option `to` adds to the worth of its criterion.
    pub(super) fn worth(&self, options: &[Option<u8>], question: usize, to: u8) -> u64 {
        let scheme = &self.scheme.questions[question];
        let now = options[question].expect("no candidate raises what does not apply");
        scheme.value(to).saturating_sub(scheme.value(now))
    }

    /// What a candidate by itself adds to the overall worth of `options`.
    pub(super) fn gain(&self, options: &[Option<u8>], candidate: usize) -> u128 {
        let raises = self.candidates[candidate].raises.iter();
        let gains = raises.map(|&(question, to)| {
            let per_unit = self.per_unit[self.scheme.questions[question].criterion];
            u128::from(self.worth(options, question, to)) * per_unit
        });
        gains.sum()
    }

    /// Of `candidates` the one that adds the most to the overall worth of `options` for its effort, then the one that
    /// adds more, then the first; and what it adds.
    pub(super) fn densest(
        &self,
        options: &[Option<u8>],
        candidates: impl Iterator<Item = usize>,
    ) -> Option<(usize, u128)> {
        let rated = candidates.map(|at| (self.gain(options, at), u128::from(self.candidates[at].effort), Reverse(at)));
        // Gain per effort, compared without dividing.
        let best = rated.max_by(|a, b| (a.0 * b.1, a.0, a.2).cmp(&(b.0 * a.1, b.0, b.2)));
        best.map(|(gain, _, Reverse(at))| (at, gain))
    }
}

/// An action that is done, that is not for this organisation, or that raises nothing any more, is no obstacle to those after it; an excluded one is.
fn candidates(scheme: &Scheme, options: &[Option<u8>], own: &OwnPlan) -> Vec<Candidate> {
    let actions = || scheme.actions.iter().enumerate();
    let adds = |raise: &(usize, u8)| options[raise.0].is_some_and(|now| now < raise.1);
    let over: Vec<bool> = actions()
        .map(|(at, action)| own.done.contains(&at) || !action.applies || !action.raises.iter().any(adds))
        .collect();
    let mut barred: Vec<bool> = actions().map(|(at, _)| own.excluded.contains(&at) && !over[at]).collect();
    // Exclusion spreads along `after`, which has no circles: as many rounds as there are actions are enough.
    let rounds = if own.excluded.is_empty() { 0 } else { barred.len() };
    for _ in 0..rounds {
        for (at, action) in actions() {
            barred[at] |= !over[at] && action.after.iter().any(|&before| barred[before]);
        }
    }
    let open: Vec<usize> = (0..over.len()).filter(|&at| !over[at] && !barred[at]).collect();
    let candidate = |&at: &usize| {
        let action = &scheme.actions[at];
        Candidate {
            action: at,
            effort: own.effort_of(at).unwrap_or(action.effort).tenths().max(1),
            after: action.after.iter().filter_map(|before| open.binary_search(before).ok()).collect(),
            raises: action.raises.iter().copied().filter(adds).collect(),
        }
    };
    open.iter().map(candidate).collect()
}

fn challenge(scheme: &Scheme, candidates: &[Candidate], at: usize, found: Found) -> Challenge {
    let when = &scheme.challenges[at].when;
    let ends = |&(question, to): &(usize, u8)| when.iter().any(|&(of, worst)| of == question && to > worst);
    let ends = |at: usize| candidates[at].raises.iter().any(ends);
    let first = |&at: &usize| with_needs(candidates, at)[1..].iter().all(|&before| !ends(before));
    Challenge { challenge: at, found, ended_by: (0..candidates.len()).filter(|&at| ends(at)).filter(first).collect() }
}

/// For each candidate, those that must directly come after it.
fn followers(candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); candidates.len()];
    for (next, candidate) in candidates.iter().enumerate() {
        for &before in &candidate.after {
            if followers[before].last() != Some(&next) {
                followers[before].push(next);
            }
        }
    }
    followers
}

/// A candidate, and then all that must be done before it.
fn with_needs(candidates: &[Candidate], at: usize) -> Vec<usize> {
    let mut needs = vec![at];
    let mut known = vec![false; candidates.len()];
    known[at] = true;
    let mut next = 0;
    while let Some(&at) = needs.get(next) {
        let new = candidates[at].after.iter().copied();
        needs.extend(new.filter(|&before| !std::mem::replace(&mut known[before], true)));
        next += 1;
    }
    needs
}
