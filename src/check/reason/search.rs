//! Whether there is an organisation that has some scores and lacks others, and which.
//!
//! Criteria share no questions, so an organisation is any choice of one score, or n/a, for each. What is asked of it is
//! a number of criteria in place, and sums: with *w* the weights of the applicable criteria and *s* their scores, the
//! overall score reaches *t* if and only if the sum of *w (s - t)* is at least 0. Both are gathered criterion by
//! criterion. Of the sums with the same numbers of criteria applicable and in place, only those are kept that no other
//! one beats: where the overall score is only to be high, or only to be low, that is a single one. Where it is to fall
//! between two thresholds it can be many: most are spared by looking at each threshold alone, and by going up from the
//! lowest score; then some are looked at, then more. If even so some were left out and nothing was found, nothing is
//! decided.

use std::collections::BTreeMap;

use super::Work;
use super::side::{Choice, Look, Side, denominator, thin};
use super::sums::{Criterion, Range, Sums};
use crate::definition::{Clause, Goal, in_proportion};
use crate::exact::{Fraction, Score};
use crate::score::Tally;

/// The result of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// There is such an organisation.
    Some(Organisation),
    /// There is none.
    None,
    /// That would take too long, or too large numbers.
    Undecided,
}

/// What was chosen for each criterion, none where it does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Organisation(Vec<Option<Choice>>);

impl Organisation {
    /// What its answers are worth.
    pub(super) fn tally(&self) -> Tally {
        let worth = |choice: Choice| (choice.high.value, choice.high.full);
        Tally { criteria: self.0.iter().map(|choice| choice.map_or((0, 0), worth)).collect() }
    }
}

/// What is asked of an organisation.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// How many of all criteria are in place at least, and fewer than how many.
    pub(super) in_place: (usize, Option<usize>),
    /// What the overall score is at least, and below what.
    pub(super) overall: (Score, Option<Score>),
}

/// Looks for an organisation with all that `goal` asks for and without `lack`.
pub(super) fn find(
    criteria: &[Criterion],
    sums: &[Sums],
    goal: &Goal,
    lack: Clause<usize>,
    work: &mut Work,
) -> Verdict {
    let bounds = Bounds {
        in_place: (goal.criteria_in_place, if let Clause::CriteriaInPlace(count) = lack { Some(count) } else { None }),
        overall: (goal.overall, if let Clause::Overall(score) = lack { Some(score) } else { None }),
    };
    let side = |at: usize, bounds: Bounds, look: Look| {
        let below = match lack {
            Clause::Criterion(criterion, score) if criterion == at => Some(score),
            _ => None,
        };
        let mut side = Side::new(&criteria[at], &sums[at], Range::new(goal.criteria[at], below), bounds, look);
        side.not_applicable &= below.is_none();
        side
    };
    search(|bounds, look| (0..criteria.len()).map(|at| side(at, bounds, look)).collect(), bounds, work)
}

/// Looks for an organisation within `bounds`, where `sides` says what each criterion can be.
///
/// Between two overall scores, that there is none mostly follows from one of the two alone; and nearly every one that
/// exists is found on the way up from the lowest.
pub(super) fn search(sides: impl Fn(Bounds, Look) -> Vec<Side>, bounds: Bounds, work: &mut Work) -> Verdict {
    let mut within = |bounds: Bounds, looks: [Look; 2]| {
        let mut verdicts = looks.into_iter().map(|look| Search::run(&sides(bounds, look), bounds, look, work));
        verdicts.find(|verdict| *verdict != Verdict::Undecided).unwrap_or(Verdict::Undecided)
    };
    if !bounds.both() {
        return within(bounds, [Look::Thorough, Look::First]);
    }
    let (low, high) = bounds.overall;
    for overall in [(Score::ZERO, high), (low, None)] {
        match within(Bounds { overall, ..bounds }, [Look::Thorough, Look::First]) {
            Verdict::None => return Verdict::None,
            Verdict::Some(lowest) if high == overall.1 => {
                if let Some(found) = Search::climb(sides(bounds, Look::First), &lowest, bounds) {
                    return Verdict::Some(found);
                }
            }
            Verdict::Some(_) | Verdict::Undecided => {}
        }
    }
    within(bounds, [Look::First, Look::Thorough])
}

impl Bounds {
    /// Whether the overall score is to fall between two scores.
    pub(super) fn both(&self) -> bool {
        self.overall.0 > Score::ZERO && self.overall.1.is_some()
    }
}

/// Where a criterion can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Out,
    In,
    NotApplicable,
}

/// What a choice adds to the sums.
#[derive(Clone, Copy)]
struct Gain {
    place: Place,
    reach: i128,
    excess: i128,
    choice: Option<Choice>,
}

/// Some criteria chosen: the sums so far.
#[derive(Clone, Copy)]
struct Chosen {
    /// By how much the overall score is high enough, and by how much it is not low enough.
    reach: i128,
    excess: i128,
    /// The last choice, and the node before it.
    last: Option<Choice>,
    before: usize,
}

/// The numbers of criteria that are applicable and in place; where no number is asked for, whether any is applicable.
type Counts = (usize, usize);

struct Search {
    bounds: Bounds,
    denominator: i128,
    criteria: usize,
    /// Every choice that is still followed, for the way back.
    trail: Vec<Chosen>,
    complete: bool,
}

impl Search {
    /// A search, and what each criterion can add; none where the numbers are too large.
    fn new(sides: &[Side], bounds: Bounds) -> Option<(Self, Vec<Vec<Gain>>)> {
        let bounded = bounds.overall.0 > Score::ZERO || bounds.overall.1.is_some();
        let denominator = i128::try_from(if bounded { denominator(sides)? } else { 1 }).ok()?;
        let complete = sides.iter().all(|side| side.complete);
        let search = Self { bounds, denominator, criteria: sides.len(), trail: Vec::new(), complete };
        let gains = sides.iter().map(|side| search.gains(side)).collect();
        Some((search, gains))
    }

    fn run(sides: &[Side], bounds: Bounds, look: Look, work: &mut Work) -> Verdict {
        let Some((mut search, gains)) = Self::new(sides, bounds) else { return Verdict::Undecided };
        let rest = rest(&gains);
        let start = Chosen { reach: 0, excess: 0, last: None, before: usize::MAX };
        let mut layer = BTreeMap::from([((0, 0), vec![start])]);
        for (gains, rest) in gains.iter().zip(rest) {
            let most = look.most() / gains.len().max(1);
            let size: usize = layer.values().map(Vec::len).sum();
            if !work.take((size.min(most) * gains.len() + size) as u64 * 16) {
                return Verdict::Undecided;
            }
            layer = search.step(gains, rest, layer, most);
        }
        search.verdict(&layer)
    }

    /// What each choice, n/a among them, adds. Where one sum at most is kept, so is of choices that beat one another only
    /// the best.
    fn gains(&self, side: &Side) -> Vec<Gain> {
        let out = side.out.iter().map(|choice| self.gain(side.weight, Place::Out, choice));
        let in_place = side.in_place.iter().map(|choice| self.gain(side.weight, Place::In, choice));
        let not_applicable = Gain { place: Place::NotApplicable, reach: 0, excess: 0, choice: None };
        let all: Vec<Gain> = out.chain(in_place).chain(side.not_applicable.then_some(not_applicable)).collect();
        if self.bounds.both() {
            return all;
        }
        let beats = |a: &Gain, b: &Gain| a.reach >= b.reach && a.excess <= b.excess && self.serves(a.place, b.place);
        let beaten = |at: usize, gain: &Gain| {
            let mut others = all.iter().enumerate().filter(|(other, _)| *other != at);
            others.any(|(other, better)| beats(better, gain) && (other < at || !beats(gain, better)))
        };
        all.iter().enumerate().filter(|(at, gain)| !beaten(*at, gain)).map(|(_, gain)| *gain).collect()
    }

    /// Whether a criterion at `a` never does worse for the number that is to be in place than at `b`. In place, it adds
    /// one and asks for at most one more; not in place, it asks for no less.
    fn serves(&self, a: Place, b: Place) -> bool {
        let (least, below) = self.bounds.in_place;
        a == b || a == Place::In && below.is_none() || a == Place::Out && least == 0
    }

    fn gain(&self, weight: u64, place: Place, choice: &Choice) -> Gain {
        let over = |score: Fraction, threshold: Score| {
            let denominator = self.denominator;
            let part = denominator / i128::from(score.full);
            let value = i128::from(score.value) * part * i128::from(Score::FULL.tenths());
            i128::from(weight) * (value - i128::from(threshold.tenths()) * denominator)
        };
        let (low, high) = self.bounds.overall;
        Gain {
            place,
            reach: if low > Score::ZERO { over(choice.high, low) } else { 0 },
            excess: high.map_or(0, |high| over(choice.low, high)),
            choice: Some(*choice),
        }
    }

    /// Chooses for one more criterion in every way. `rest` is the most that those to come can add to the reach, and the
    /// least to the excess.
    fn step(
        &mut self,
        gains: &[Gain],
        rest: (i128, i128),
        layer: BTreeMap<Counts, Vec<Chosen>>,
        most: usize,
    ) -> BTreeMap<Counts, Vec<Chosen>> {
        let most = most / layer.len().max(1);
        let mut next: BTreeMap<Counts, Vec<Chosen>> = BTreeMap::new();
        for ((applicable, in_place), chosen) in layer {
            for chosen in thin(chosen, most, &mut self.complete) {
                let before = self.trail.len();
                self.trail.push(chosen);
                for gain in gains {
                    let (reach, excess) = (chosen.reach + gain.reach, chosen.excess + gain.excess);
                    if reach + rest.0 < 0 || self.bounds.overall.1.is_some() && excess + rest.1 >= 0 {
                        continue;
                    }
                    let counts = match (gain.place, self.bounds.in_place) {
                        (Place::NotApplicable, _) => (applicable, in_place),
                        (_, (0, None)) => (1, 0),
                        (place, _) => (applicable + 1, in_place + usize::from(place == Place::In)),
                    };
                    next.entry(counts).or_default().push(Chosen { reach, excess, last: gain.choice, before });
                }
            }
        }
        next.values_mut().for_each(unbeaten);
        next
    }

    fn verdict(&self, layer: &BTreeMap<Counts, Vec<Chosen>>) -> Verdict {
        // What could not come within the bounds any more was left out on the way.
        let allowed = layer.iter().find(|(counts, chosen)| self.allows(**counts) && !chosen.is_empty());
        if let Some(chosen) = allowed.and_then(|(_, chosen)| chosen.first()) {
            return Verdict::Some(self.organisation(*chosen));
        }
        if self.complete { Verdict::None } else { Verdict::Undecided }
    }

    /// Whether the right number of criteria is in place.
    fn allows(&self, (applicable, in_place): Counts) -> bool {
        let needed = |count: usize| in_proportion(count, applicable, self.criteria);
        let (least, below) = self.bounds.in_place;
        applicable > 0 && in_place >= needed(least) && below.is_none_or(|below| in_place < needed(below))
    }

    /// What was chosen on the way to `chosen`.
    fn organisation(&self, mut chosen: Chosen) -> Organisation {
        let mut choices = Vec::new();
        while let Some(before) = self.trail.get(chosen.before) {
            choices.push(chosen.last);
            chosen = *before;
        }
        choices.reverse();
        Organisation(choices)
    }

    /// Goes up from the lowest overall score, each criterion as far as it can without going beyond what is looked for.
    /// What is between two bounds that are not very close is found at once; that nothing is found means nothing.
    fn climb(mut sides: Vec<Side>, lowest: &Organisation, bounds: Bounds) -> Option<Organisation> {
        for (side, choice) in sides.iter_mut().zip(&lowest.0) {
            side.add(*choice);
        }
        let (search, gains) = Self::new(&sides, bounds)?;
        let at_lowest =
            |(gains, choice): (&Vec<Gain>, &Option<Choice>)| gains.iter().find(|gain| gain.choice == *choice).copied();
        let mut chosen: Vec<Gain> = gains.iter().zip(&lowest.0).map(at_lowest).collect::<Option<_>>()?;
        let mut reach: i128 = chosen.iter().map(|gain| gain.reach).sum();
        let mut excess: i128 = chosen.iter().map(|gain| gain.excess).sum();
        loop {
            let before = reach;
            for (now, gains) in chosen.iter_mut().zip(&gains) {
                let higher = gains.iter().filter(|gain| {
                    let stays = gain.place == now.place || gain.place == Place::In;
                    stays && gain.reach > now.reach && excess - now.excess + gain.excess < 0
                });
                if let Some(gain) = higher.max_by_key(|gain| gain.reach).filter(|_| reach < 0) {
                    (reach, excess) = (reach - now.reach + gain.reach, excess - now.excess + gain.excess);
                    *now = *gain;
                }
            }
            if reach >= 0 || reach == before {
                break;
            }
        }
        let count = |place: Place| chosen.iter().filter(|gain| gain.place == place).count();
        let counts = (chosen.len() - count(Place::NotApplicable), count(Place::In));
        let found = reach >= 0 && search.allows(counts);
        found.then(|| Organisation(chosen.into_iter().map(|gain| gain.choice).collect()))
    }
}

/// Leaves those of which no other one has as much reach and as little excess.
fn unbeaten(chosen: &mut Vec<Chosen>) {
    chosen.sort_unstable_by(|a, b| b.reach.cmp(&a.reach).then(a.excess.cmp(&b.excess)));
    let mut least = i128::MAX;
    chosen.retain(|chosen| {
        chosen.excess < least && {
            least = chosen.excess;
            true
        }
    });
}

/// After each criterion, the most that those to come can add to the reach, and the least to the excess.
fn rest(gains: &[Vec<Gain>]) -> Vec<(i128, i128)> {
    let mut rest = vec![(0, 0)];
    for gains in gains.iter().skip(1).rev() {
        let (reach, excess) = rest[rest.len() - 1];
        let most = gains.iter().map(|gain| gain.reach).max().unwrap_or_default();
        let least = gains.iter().map(|gain| gain.excess).min().unwrap_or_default();
        rest.push((reach + most, excess + least));
    }
    rest.reverse();
    rest
}
