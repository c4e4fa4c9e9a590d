//! What there is to choose from: the actions that matter for these answers, and what they would raise.

use crate::answers::{Answer, OwnPlan};
use crate::score::{Scheme, Standing, Tally};

/// The actions that an organisation can choose from, and where it stands.
#[derive(Debug)]
pub struct Problem<'a> {
    /// How answers become scores.
    pub scheme: &'a Scheme,
    /// The present option of each question, open ones at their worst; none where it does not apply.
    pub options: Vec<Option<u8>>,
    /// The actions to choose from, in the order of the definition.
    pub candidates: Vec<Candidate>,
    /// Where the options of each question begin when all are counted through, and how many there are.
    pub first_option: Vec<usize>,
    /// How many options all questions have together.
    pub option_count: usize,
    /// For each candidate, those that must directly come after it.
    pub followers: Vec<Vec<usize>>,
    /// The candidates, each after all that must come before it.
    pub predecessors_first: Vec<usize>,
}

/// An action to choose from: it is not done, not excluded, can be started, and raises an answer.
#[derive(Debug)]
pub struct Candidate {
    /// The index of the action.
    pub action: usize,
    /// What it costs this organisation, at least 1.
    pub effort: u32,
    /// The candidates that must be done first.
    pub after: Vec<usize>,
    /// The questions it raises, and to which option.
    pub raises: Vec<(usize, u8)>,
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
    /// Finds the candidates. An action that is done, or that raises nothing any more, is no obstacle to those after it;
    /// an excluded one is.
    pub fn new(scheme: &'a Scheme, answers: &[Answer], own: &OwnPlan) -> Self {
        let options: Vec<Option<u8>> = answers
            .iter()
            .map(|answer| match answer {
                Answer::Unanswered => Some(0),
                Answer::NotApplicable => None,
                Answer::Option(option) => Some(*option),
            })
            .collect();
        let raises: Vec<Vec<(usize, u8)>> = scheme
            .actions
            .iter()
            .map(|action| {
                let raises = action.raises.iter().copied();
                raises.filter(|&(question, to)| options[question].is_some_and(|now| now < to)).collect()
            })
            .collect();
        let over: Vec<bool> =
            (0..scheme.actions.len()).map(|at| own.done.contains(&at) || raises[at].is_empty()).collect();
        let mut barred: Vec<bool> =
            (0..scheme.actions.len()).map(|at| own.excluded.contains(&at) && !over[at]).collect();
        // Exclusion spreads along `after`, which has no circles: as many rounds as there are actions are enough.
        for _ in 0..scheme.actions.len() {
            for (at, action) in scheme.actions.iter().enumerate() {
                barred[at] |= !over[at] && action.after.iter().any(|&before| barred[before]);
            }
        }
        let open: Vec<usize> = (0..scheme.actions.len()).filter(|&at| !over[at] && !barred[at]).collect();
        let own_effort = |at: usize| own.effort.iter().find(|(action, _)| *action == at).map(|(_, effort)| *effort);
        let candidates = open.iter().map(|&at| {
            let after = scheme.actions[at].after.iter();
            Candidate {
                action: at,
                effort: own_effort(at).unwrap_or(scheme.actions[at].effort).max(1),
                after: after.filter_map(|before| open.binary_search(before).ok()).collect(),
                raises: raises[at].clone(),
            }
        });
        let candidates: Vec<Candidate> = candidates.collect();
        let follows = |at: usize| (0..candidates.len()).filter(|&next| candidates[next].after.contains(&at)).collect();
        let followers = (0..candidates.len()).map(follows).collect();
        let predecessors_first = predecessors_first(&candidates);
        let mut option_count = 0;
        let counts = scheme.questions.iter().map(|question| question.values.len());
        let first_option = counts.map(|count| {
            option_count += count;
            option_count - count
        });
        let first_option = first_option.collect();
        Self { scheme, options, candidates, first_option, option_count, followers, predecessors_first }
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
}

fn predecessors_first(candidates: &[Candidate]) -> Vec<usize> {
    let mut order = Vec::with_capacity(candidates.len());
    let mut placed = vec![false; candidates.len()];
    while let Some(next) =
        (0..candidates.len()).find(|&at| !placed[at] && candidates[at].after.iter().all(|&before| placed[before]))
    {
        placed[next] = true;
        order.push(next);
    }
    order
}
