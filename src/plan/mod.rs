//! What to do next: the shortest route that ends the challenges found and reaches a level, or the best one for an effort,
//! and the priorities of all that remains.
//!
//! - Takes: a compiled scheme, one answer set and the organisation's own view of the actions. Open questions count at their
//!   worst.
//! - Gives: indices of actions in an order in which they can be done, what they cost and bring, and whether it is proven
//!   that nothing better exists; see [`search`] for the algorithm.
//! - Never: writes text, counts effort that was spent, or lets a floating-point number decide.
#![deny(clippy::float_arithmetic)]

mod bound;
mod choice;
mod incumbent;
mod node;
mod parts;
mod priorities;
mod problem;
pub mod schedule;
pub mod search;
mod shares;
mod targets;

pub use priorities::Priority;
pub use problem::{Challenge, Problem};
use search::MAX_WORK;
pub use shares::Shares;

use crate::answers::{Answer, OwnPlan};
use crate::definition::{Clause, Goal};
use crate::exact::{Effort, Fraction, Score};
use crate::score::{Found, Scheme, Standing, Unmet};

/// By how much a criterion is below the mean of the others if it is far below them: 25.0, in tenths.
const FAR_BELOW: u64 = 250;

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The way to the aim.
    pub route: Route,
    /// Every action that would improve an answer: those on the route first, in an order in which they can be done, then
    /// the rest, most gain for the effort first.
    pub priorities: Vec<Priority>,
    /// The challenges found, in the order of the definition.
    pub challenges: Vec<Answered>,
}

/// What a route is to achieve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A level with the least effort: the one with this index, else the next, or the highest where there is none above.
    Level {
        /// The index.
        to: Option<usize>,
        /// Whether every challenge found is to be ended too that can be.
        challenges: bool,
    },
    /// These criteria in place, with the least effort.
    InPlace(Vec<usize>),
    /// The highest overall score for at most this effort.
    Budget(Effort),
}

impl Aim {
    /// The next level, and the end of the challenges.
    pub const NEXT: Self = Self::Level { to: None, challenges: true };
}

/// A set of actions that achieves the aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The index of the level that it leads to, if it is to one.
    pub level: Option<usize>,
    /// The actions, in an order in which they can be done; none where there is nothing to do.
    pub actions: Vec<usize>,
    /// What they cost together.
    pub effort: Effort,
    /// How the organisation stands when they are done.
    pub after: Standing,
    /// What would still be missing if all actions there are were done. The route then leads only to the end of the
    /// challenges.
    pub unmet: Vec<Unmet>,
    /// The criterion that it leaves untouched and that is then far below the others.
    pub left_behind: Option<usize>,
    /// Whether it is proven that nothing better exists. Always so, unless the search had to be cut short.
    pub proven: bool,
    /// What every set of actions that achieves the aim costs at least: the effort itself where that is proven. Nothing for
    /// a budget.
    pub at_least: Effort,
    /// For a budget, what the overall score is at most: that of the route itself where that is proven.
    pub at_most: Option<Score>,
}

/// A challenge that is found, and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The index of the challenge.
    pub challenge: usize,
    /// How certain it is.
    pub found: Found,
    /// The actions on the route of which any one ends it.
    pub ended_by: Vec<usize>,
    /// The actions, on the route or not, of which any one could end it.
    pub endable_by: Vec<usize>,
}

/// How many steps it takes at most to see what each action costs with all that must be done before it, for each question that
/// it raises: a search does so for every bound.
pub fn steps_of_a_bound(scheme: &Scheme) -> u64 {
    let before = |at: usize| {
        let (mut known, mut next) = (vec![false; scheme.actions.len()], vec![at]);
        known[at] = true;
        while let Some(at) = next.pop() {
            next.extend(scheme.actions[at].after.iter().filter(|&&at| !std::mem::replace(&mut known[at], true)));
        }
        known.iter().filter(|known| **known).count()
    };
    (0..scheme.actions.len()).map(|at| (before(at) * scheme.actions[at].raises.len()) as u64).sum()
}

/// Plans for answers in the order of the scheme's questions; none where nothing is applicable, or no such level is.
pub fn plan(scheme: &Scheme, answers: &[Answer], own: &OwnPlan, aim: &Aim) -> Option<Plan> {
    let problem = Problem::new(scheme, answers, own);
    let (route, order, _) = routed(&problem, answers, aim, MAX_WORK)?;
    let challenges = problem.challenges.iter().map(|challenge| answered(&problem, challenge, &order)).collect();
    Some(Plan { priorities: priorities::priorities(&problem, &order), route, challenges })
}

/// The [`Route`] of that plan, which says more and takes longer, by a search that takes at most so many steps, as [`MAX_WORK`]
/// says; and how many it took.
pub fn route_within(
    scheme: &Scheme,
    answers: &[Answer],
    own: &OwnPlan,
    aim: &Aim,
    most_work: u64,
) -> Option<(Route, u64)> {
    routed(&Problem::new(scheme, answers, own), answers, aim, most_work).map(|(route, _, work)| (route, work))
}

/// The route, the candidates on it in their order, and the steps of the search.
fn routed(problem: &Problem<'_>, answers: &[Answer], aim: &Aim, most_work: u64) -> Option<(Route, Vec<usize>, u64)> {
    let (level, unmet, selection) = seek(problem, aim, most_work)?;
    let order = priorities::arrange_route(problem, &selection.chosen);
    let after = problem.standing(&order)?;
    let full = problem.tally(&[]).overall(problem.scheme).full;
    let route = Route {
        level,
        actions: problem.actions(&order),
        effort: problem.effort(&order),
        left_behind: left_behind(problem, answers, &order, &after),
        after,
        unmet,
        proven: selection.proven,
        at_least: Effort::from_tenths(selection.at_least),
        at_most: selection.at_most.map(|value| Fraction { value, full }.score()),
    };
    Some((route, order, selection.work))
}

/// The first so many actions of the [`Plan`] to the next level, which says more and takes longer; and whether its route is proven.
pub fn first_actions(scheme: &Scheme, answers: &[Answer], count: usize, most_work: u64) -> Option<(Vec<usize>, bool)> {
    let own = OwnPlan::default();
    let problem = Problem::new(scheme, answers, &own);
    let (_, _, selection) = seek(&problem, &Aim::NEXT, most_work)?;
    let mut order = priorities::arrange_route(&problem, &selection.chosen);
    if order.len() < count {
        order = priorities::order(&problem, &order);
    }
    order.truncate(count);
    Some((problem.actions(&order), selection.proven))
}

/// The level that an aim leads to, what would still be missing for it, and the way to it.
fn seek(problem: &Problem<'_>, aim: &Aim, most_work: u64) -> Option<(Option<usize>, Vec<Unmet>, search::Selection)> {
    let scheme = problem.scheme;
    let all: Vec<usize> = (0..problem.candidates.len()).collect();
    let nothing = Goal::nothing(scheme.criteria.len());
    let next = (problem.standing(&[])?.level + 1).min(scheme.levels.len().saturating_sub(1));
    let (level, goal) = match aim {
        Aim::Level { to, .. } => (Some(to.unwrap_or(next)), scheme.levels.get(to.unwrap_or(next))?.clone()),
        Aim::InPlace(criteria) => (None, in_place(scheme, criteria)),
        Aim::Budget(_) => (None, nothing.clone()),
    };
    let unmet: Vec<Unmet> = problem.standing(&all)?.unmet(&goal).collect();
    let goal = if unmet.is_empty() { goal } else { nothing };
    let selection = match aim {
        Aim::Level { challenges: true, .. } => search::shortest(problem, &goal, &problem.obligations(), most_work),
        Aim::Level { challenges: false, .. } | Aim::InPlace(_) => search::shortest(problem, &goal, &[], most_work),
        Aim::Budget(budget) => search::best(problem, budget.tenths(), most_work),
    };
    Some((level, unmet, selection))
}

impl Route {
    /// Whether it is proven that no route costs less, or for a budget that none has a higher overall score; one that costs
    /// the same might still be better otherwise.
    pub fn is_best(&self) -> bool {
        self.proven || self.at_most.map_or(self.at_least == self.effort, |most| most == self.after.overall)
    }
}

impl Plan {
    /// Whether there is a challenge that a route has to end.
    pub fn is_obliged(&self) -> bool {
        self.challenges.iter().any(|challenge| challenge.found == Found::Yes && !challenge.endable_by.is_empty())
    }
}

fn in_place(scheme: &Scheme, criteria: &[usize]) -> Goal {
    let mut goal = Goal::nothing(scheme.criteria.len());
    criteria.iter().for_each(|&at| goal.raise(&Clause::Criterion(at, scheme.criteria[at].in_place)));
    goal
}

fn answered(problem: &Problem<'_>, challenge: &Challenge, route: &[usize]) -> Answered {
    let on_route: Vec<usize> = route.iter().copied().filter(|at| challenge.ended_by.contains(at)).collect();
    Answered {
        challenge: challenge.challenge,
        found: challenge.found,
        ended_by: problem.actions(&on_route),
        endable_by: problem.actions(&challenge.ended_by),
    }
}

/// The criterion with the lowest score after the route, if that is far below the mean of the others, no action of the
/// route raises it, and it is no open question that makes it so.
fn left_behind(problem: &Problem<'_>, answers: &[Answer], route: &[usize], after: &Standing) -> Option<usize> {
    let scores = after.criteria.iter().enumerate();
    let scores: Vec<(u64, usize)> =
        scores.filter_map(|(at, score)| Some((u64::from((*score)?.tenths()), at))).collect();
    let (lowest, at) = *scores.iter().min()?;
    let (others, sum) = (scores.len() as u64 - 1, scores.iter().map(|(score, _)| score).sum::<u64>() - lowest);
    let asks = |question: usize| problem.scheme.questions[question].criterion == at;
    let raised = route.iter().flat_map(|&at| &problem.candidates[at].raises).any(|(question, _)| asks(*question));
    let open = answers.iter().enumerate().any(|(of, answer)| asks(of) && *answer == Answer::Unanswered);
    let far_below = others > 0 && sum >= others * (lowest + FAR_BELOW);
    (far_below && !raised && !open).then_some(at)
}
