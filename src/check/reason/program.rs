//! The dynamic programme behind the search: one choice for each criterion, so that two sums and a number come out right.
//!
//! It is a multiple-choice knapsack problem with two sums, solved with lists of labels (Kellerer, Pferschy and Pisinger,
//! "Knapsack Problems", Springer 2004, 3.4 and 11). With *w* the weights of the applicable criteria and *s* their
//! scores, the overall score reaches *t* if and only if the sum of *w (s - t)* is at least 0: the *margin* over *t*. A
//! label holds the margins over the two thresholds so far. Labels are kept apart by the numbers of criteria that are
//! applicable and in place; among equals in that, a label is dropped that another one dominates, and any that even the
//! best completion does not bring within the bounds. Where only one margin matters, one label of each kind is left, and
//! the programme is exact. Where both do there can be many: beyond the breadth they are thinned out, and finding nothing
//! then decides nothing.

use std::cmp::Reverse;

use super::domain::{Choice, Domain, Place, denominator, thin};
use super::query::{Breadth, Query};
use super::work::Work;
use crate::definition::in_proportion;
use crate::exact::{Fraction, Score};
use crate::score::Tally;

/// Whether there is an organisation that is as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Feasible(Organisation),
    /// There is none.
    Infeasible,
    /// To tell would take too long, or too large numbers.
    Undecided,
}

/// What was chosen for each criterion, none where it does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Organisation(Vec<Option<Choice>>);

impl Verdict {
    /// Of several things that are looked for, the first that there is; none where there is none of them.
    pub(super) fn any(verdicts: impl Iterator<Item = Self>) -> Self {
        let mut all = Self::Infeasible;
        for verdict in verdicts {
            match verdict {
                Self::Feasible(_) => return verdict,
                Self::Infeasible => {}
                Self::Undecided => all = verdict,
            }
        }
        all
    }
}

impl Organisation {
    /// What they come to; how the questions stand is not chosen.
    pub(super) fn tally(&self) -> Tally {
        let worth = |choice: &Option<Choice>| choice.map_or(Fraction::default(), |choice| choice.high);
        Tally { criteria: self.0.iter().map(worth).collect(), ..Tally::default() }
    }
}

/// By how much the overall score is above each of the two thresholds, over a common denominator.
#[derive(Clone, Copy, Default)]
struct Margins {
    /// Above the lower one, for which this is to be 0 at least.
    floor: i128,
    /// Above the upper one, for which this is to be negative.
    ceiling: i128,
}

impl Margins {
    fn plus(self, other: Self) -> Self {
        Self { floor: self.floor + other.floor, ceiling: self.ceiling + other.ceiling }
    }

    fn minus(self, other: Self) -> Self {
        Self { floor: self.floor - other.floor, ceiling: self.ceiling - other.ceiling }
    }

    /// Whether these never do worse than `other`.
    fn dominate(self, other: Self) -> bool {
        self.floor >= other.floor && self.ceiling <= other.ceiling
    }
}

/// One choice for a criterion, and what it adds.
#[derive(Clone, Copy)]
struct Transition {
    place: Place,
    margins: Margins,
    choice: Option<Choice>,
}

/// The choices for the first few criteria: what they add up to, and the way back.
#[derive(Clone, Copy)]
struct Label {
    margins: Margins,
    step: Step,
}

/// The last choice, by its place among the transitions of its criterion, and the place in the trail of what was before it.
#[derive(Clone, Copy, Default)]
struct Step {
    last: usize,
    before: usize,
}

/// The numbers of criteria that are applicable and in place; where no number is asked for, whether any is applicable.
type Counts = (usize, usize);

/// The labels of all counts, by their [`place`].
type Layer = Vec<Vec<Label>>;

/// The place of counts among all: no more criteria are in place than are applicable.
fn place((applicable, in_place): Counts) -> usize {
    applicable * (applicable + 1) / 2 + in_place
}

/// Each of these labels with its counts, where there are any.
fn counted<T: AsRef<[Label]>>(layer: impl IntoIterator<Item = T>) -> impl Iterator<Item = (Counts, T)> {
    let counts = (0..).flat_map(|applicable| (0..=applicable).map(move |in_place| (applicable, in_place)));
    counts.zip(layer).filter(|(_, labels)| !labels.as_ref().is_empty())
}

pub(super) struct Program<'a> {
    query: &'a Query,
    transitions: Vec<Vec<Transition>>,
    /// The step of every label that was followed, for the way back.
    trail: Vec<Step>,
    complete: bool,
}

impl<'a> Program<'a> {
    /// None where the numbers are too large.
    pub(super) fn new(query: &'a Query, domains: &[Domain]) -> Option<Self> {
        let bounded = query.overall.from > Score::ZERO || query.overall.below.is_some();
        let denominator = if bounded { denominator(domains)? } else { 1 };
        let transitions = domains.iter().map(|domain| transitions(query, domain, denominator)).collect();
        let complete = domains.iter().all(|domain| domain.complete);
        Some(Self { query, transitions, trail: Vec::new(), complete })
    }

    pub(super) fn solve(mut self, breadth: Breadth, work: &mut Work) -> Verdict {
        let root = Label { margins: Margins::default(), step: Step::default() };
        let (mut layer, mut next) = (vec![vec![root]], Layer::new());
        let transitions = std::mem::take(&mut self.transitions);
        let left = (0..transitions.len()).rev();
        for (of, rest) in transitions.iter().zip(left.zip(completions(&transitions))) {
            let most = breadth.most() / of.len().max(1);
            let size: usize = layer.iter().map(Vec::len).sum();
            if !work.take((size.min(most) * of.len() + size) as u64 * 16) {
                return Verdict::Undecided;
            }
            self.extend(&mut layer, &mut next, of, rest, most);
            std::mem::swap(&mut layer, &mut next);
        }
        // What could not come within the bounds any more was left out on the way.
        let allowed = counted(&layer).filter(|(counts, _)| allows(self.query, *counts));
        match allowed.flat_map(|(_, labels)| labels).next() {
            Some(label) => Verdict::Feasible(self.organisation(&transitions, label.step)),
            None if self.complete => Verdict::Infeasible,
            None => Verdict::Undecided,
        }
    }

    /// Chooses for one more criterion in every way, from the labels of `layer` to those of `next`; so many are left, and the
    /// margins are the best that they can add.
    fn extend(
        &mut self,
        layer: &mut Layer,
        next: &mut Layer,
        transitions: &[Transition],
        rest: (usize, Margins),
        most: usize,
    ) {
        let (left, rest) = rest;
        let most = most / counted(&*layer).count().max(1);
        let alone = !self.query.is_two_sided();
        next.iter_mut().for_each(Vec::clear);
        for (counts, labels) in counted(layer) {
            thin(labels, most, &mut self.complete);
            for label in labels {
                let before = self.trail.len();
                self.trail.push(label.step);
                for (last, transition) in transitions.iter().enumerate() {
                    let margins = label.margins.plus(transition.margins);
                    let best = margins.plus(rest);
                    if best.floor < 0 || self.query.overall.below.is_some() && best.ceiling >= 0 {
                        continue;
                    }
                    let counts = count(self.query, counts, transition.place);
                    if !can_allow(self.query, counts, left) {
                        continue;
                    }
                    let place = place(counts);
                    if place >= next.len() {
                        next.resize_with(place + 1, Vec::new);
                    }
                    let label = Label { margins, step: Step { last, before } };
                    match next[place].first_mut().filter(|_| alone) {
                        Some(first) if label.order() < first.order() => *first = label,
                        Some(_) => {}
                        None => next[place].push(label),
                    }
                }
            }
        }
        if !alone {
            next.iter_mut().for_each(undominated);
        }
    }

    /// What was chosen on the way to `step`.
    fn organisation(&self, transitions: &[Vec<Transition>], mut step: Step) -> Organisation {
        let way = transitions.iter().rev().map(|of| {
            let choice = of[step.last].choice;
            step = self.trail[step.before];
            choice
        });
        let mut choices: Vec<Option<Choice>> = way.collect();
        choices.reverse();
        Organisation(choices)
    }

    /// Goes greedily up from `lowest`: each criterion as far as it can without the overall score going beyond what is
    /// asked for. Finds at once nearly all that lies between two thresholds that are not very close; that it finds
    /// nothing means nothing.
    pub(super) fn climb(query: &Query, mut domains: Vec<Domain>, lowest: &Organisation) -> Option<Organisation> {
        for (domain, choice) in domains.iter_mut().zip(&lowest.0) {
            choice.iter().for_each(|choice| domain.add(*choice));
        }
        let program = Program::new(query, &domains)?;
        let at_lowest = |(transitions, choice): (&Vec<Transition>, &Option<Choice>)| {
            transitions.iter().find(|transition| transition.choice == *choice).copied()
        };
        let mut chosen: Vec<Transition> =
            program.transitions.iter().zip(&lowest.0).map(at_lowest).collect::<Option<_>>()?;
        let mut sum = chosen.iter().fold(Margins::default(), |sum, chosen| sum.plus(chosen.margins));
        let mut before = i128::MIN;
        while sum.floor < 0 && sum.floor > before {
            before = sum.floor;
            for (now, transitions) in chosen.iter_mut().zip(&program.transitions) {
                let others = sum.minus(now.margins);
                let higher = transitions.iter().filter(|other| {
                    (other.place == now.place || other.place == Place::In)
                        && other.margins.floor > now.margins.floor
                        && others.plus(other.margins).ceiling < 0
                });
                if let Some(highest) = higher.max_by_key(|other| other.margins.floor).filter(|_| sum.floor < 0) {
                    sum = others.plus(highest.margins);
                    *now = *highest;
                }
            }
        }
        let counts = chosen.iter().fold((0, 0), |counts, chosen| count(query, counts, chosen.place));
        let found = sum.floor >= 0 && allows(query, counts);
        found.then(|| Organisation(chosen.into_iter().map(|chosen| chosen.choice).collect()))
    }
}

/// What each choice of a domain, n/a among them, adds. Where one label of each kind is kept at most, so is of choices
/// that dominate one another only the best.
fn transitions(query: &Query, domain: &Domain, denominator: i128) -> Vec<Transition> {
    let transition = |&(place, choice): &(Place, Option<Choice>)| {
        let margins = choice.map(|choice| margins(query, domain.weight, choice, denominator));
        Transition { place, margins: margins.unwrap_or_default(), choice }
    };
    let all: Vec<Transition> = domain.choices.iter().map(transition).collect();
    if query.is_two_sided() {
        return all;
    }
    let beats = |a: &Transition, b: &Transition| a.margins.dominate(b.margins) && serves(query, a.place, b.place);
    let beaten = |at: usize| {
        let mut others = (0..all.len()).filter(|other| *other != at);
        others.any(|other| beats(&all[other], &all[at]) && (other < at || !beats(&all[at], &all[other])))
    };
    (0..all.len()).filter(|at| !beaten(*at)).map(|at| all[at]).collect()
}

/// Where a threshold is none, the margin over it is 0.
fn margins(query: &Query, weight: u64, choice: Choice, denominator: i128) -> Margins {
    let over = |score: Fraction, threshold: Score| {
        let value = i128::from(score.value) * (denominator / i128::from(score.full)) * i128::from(Score::FULL.tenths());
        i128::from(weight) * (value - i128::from(threshold.tenths()) * denominator)
    };
    let floor = Some(query.overall.from).filter(|from| *from > Score::ZERO);
    Margins {
        floor: floor.map_or(0, |floor| over(choice.high, floor)),
        ceiling: query.overall.below.map_or(0, |ceiling| over(choice.low, ceiling)),
    }
}

/// Whether a criterion at `a` never does worse for the number that is to be in place than at `b`. In place, it adds one
/// and asks for at most one more; not in place, it asks for no less.
fn serves(query: &Query, a: Place, b: Place) -> bool {
    let in_place = query.in_place;
    a == b || a == Place::In && in_place.below.is_none() || a == Place::Out && in_place.from == 0
}

/// The counts with one more criterion.
fn count(query: &Query, (applicable, in_place): Counts, place: Place) -> Counts {
    match place {
        Place::NotApplicable => (applicable, in_place),
        _ if query.in_place.from == 0 && query.in_place.below.is_none() => (1, 0),
        place => (applicable + 1, in_place + usize::from(place == Place::In)),
    }
}

/// Whether the right number of criteria is in place.
fn allows(query: &Query, counts: Counts) -> bool {
    counts.0 > 0 && can_allow(query, counts, 0)
}

/// Whether the right number can still come into place: the more of those that are left apply, the more are asked for, and
/// where all of them are in place that makes up for it.
fn can_allow(query: &Query, (applicable, in_place): Counts, left: usize) -> bool {
    let needed = |count: usize| in_proportion(count, applicable + left, query.criteria.len());
    let below = query.in_place.below;
    in_place + left >= needed(query.in_place.from) && below.is_none_or(|below| in_place < needed(below))
}

impl Label {
    /// The one that dominates first. Where only one margin is looked at, the other is always 0, and the first dominates all.
    fn order(&self) -> (Reverse<i128>, i128) {
        (Reverse(self.margins.floor), self.margins.ceiling)
    }
}

/// Leaves the labels that no other one dominates.
fn undominated(labels: &mut Vec<Label>) {
    labels.sort_unstable_by_key(Label::order);
    let mut least = i128::MAX;
    labels.retain(|label| {
        let kept = label.margins.ceiling < least;
        least = least.min(label.margins.ceiling);
        kept
    });
}

/// For each criterion, the best that those after it can add: the most to the one margin, the least to the other.
fn completions(transitions: &[Vec<Transition>]) -> Vec<Margins> {
    let mut completions = vec![Margins::default()];
    for transitions in transitions.iter().skip(1).rev() {
        let margins = || transitions.iter().map(|transition| transition.margins);
        let floor = margins().map(|margins| margins.floor).max().unwrap_or(0);
        let ceiling = margins().map(|margins| margins.ceiling).min().unwrap_or(0);
        completions.push(completions[completions.len() - 1].plus(Margins { floor, ceiling }));
    }
    completions.reverse();
    completions
}
