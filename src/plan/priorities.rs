//! The order of actions: what to do first, and what each brings. What is on the route is decided before.

use super::problem::Problem;
use crate::exact::{Effort, Score};
use crate::score::{Found, Tally};

/// One action and what it brings, given all that stand before it on the route; off the route, given the whole route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// The index of the action.
    pub action: usize,
    /// Whether it is on the route.
    pub on_route: bool,
    /// What it adds to the overall score, cut to tenths.
    pub gain: Score,
    /// The overall score with that gain.
    pub overall_after: Score,
    /// What it costs.
    pub effort: Effort,
    /// The challenges found that it ends.
    pub ends: Vec<usize>,
    /// The challenges found that an action after it on the route ends, which needs it first.
    pub prepares: Vec<usize>,
    /// The criteria that it brings into place.
    pub brings_in_place: Vec<usize>,
    /// The questions that it raises, from the present option to the one it reaches.
    pub raises: Vec<(usize, u8, u8)>,
    /// The actions among these priorities that must be done first.
    pub after: Vec<usize>,
}

/// Every candidate: the route's actions in their order, then the rest.
pub(super) fn priorities(problem: &Problem<'_>, route: &[usize]) -> Vec<Priority> {
    order(problem, route).into_iter().map(|at| priority(problem, at, route)).collect()
}

/// The same without what they bring.
pub(super) fn order(problem: &Problem<'_>, route: &[usize]) -> Vec<usize> {
    let rest: Vec<usize> = (0..problem.candidates.len()).filter(|at| !route.contains(at)).collect();
    let off_route = arrange(problem, &rest, route, false);
    route.iter().copied().chain(off_route).collect()
}

/// The order of a route: first what ends the challenges that are certainly found, in the definition's order, each with
/// what it needs before it; then the rest, most gain for the effort first.
pub(super) fn arrange_route(problem: &Problem<'_>, chosen: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for challenge in problem.challenges.iter().filter(|challenge| challenge.found == Found::Yes) {
        if challenge.ended_by.iter().any(|at| order.contains(at)) {
            continue;
        }
        let missing = |at: usize| problem.with_needs(at).into_iter().filter(|at| !order.contains(at)).collect();
        let ways = challenge.ended_by.iter().filter(|at| chosen.contains(at)).map(|&at| missing(at));
        if let Some(way) = ways.min_by_key(|way: &Vec<usize>| problem.effort(way)) {
            order.extend(arrange(problem, &way, &order, true));
        }
    }
    let rest: Vec<usize> = chosen.iter().copied().filter(|at| !order.contains(at)).collect();
    order.extend(arrange(problem, &rest, &order, true));
    order
}

/// Takes from `pool`, one after another, the candidate with the most gain for its effort among those whose
/// predecessors are out of the pool. Gains build on what was taken before if `cumulative`, else on `done` alone.
fn arrange(problem: &Problem<'_>, pool: &[usize], done: &[usize], cumulative: bool) -> Vec<usize> {
    let mut options = problem.options_after(done);
    let mut pool = pool.to_vec();
    let mut waits = vec![false; problem.candidates.len()];
    pool.iter().for_each(|&at| waits[at] = true);
    let mut arranged = Vec::new();
    while !pool.is_empty() {
        let startable = |at: &usize| !problem.candidates[*at].after.iter().any(|&before| waits[before]);
        let densest = problem.densest(&options, pool.iter().copied().filter(startable));
        let (next, _) = densest.expect("`after` has no circles, so one can be started");
        pool.retain(|&at| at != next);
        waits[next] = false;
        arranged.push(next);
        if cumulative {
            problem.candidates[next].apply(&mut options);
        }
    }
    arranged
}

fn priority(problem: &Problem<'_>, at: usize, route: &[usize]) -> Priority {
    let candidate = &problem.candidates[at];
    let place = route.iter().position(|&on_route| on_route == at);
    let done = &route[..place.unwrap_or(route.len())];
    let before = problem.tally(done);
    let after = problem.tally(&[done, &[at]].concat());
    let (now_overall, then_overall) = (before.overall(problem.scheme), after.overall(problem.scheme));
    let in_place = |tally: &Tally, criterion: usize| {
        tally.criterion(criterion).is_some_and(|score| score >= problem.scheme.criteria[criterion].in_place)
    };
    // What ends a challenge first: of the route, or this beyond it.
    let end = |ended_by: &[usize]| route.iter().copied().chain([at]).find(|end| ended_by.contains(end));
    let challenges = |which: &dyn Fn(usize) -> bool| {
        let found = problem.challenges.iter().filter(|challenge| end(&challenge.ended_by).is_some_and(which));
        found.map(|challenge| challenge.challenge).collect()
    };
    let criteria = 0..problem.scheme.criteria.len();
    let now = |question: usize| problem.options[question].expect("what does not apply is not raised");
    Priority {
        action: candidate.action,
        on_route: place.is_some(),
        gain: Score::of(then_overall.value - now_overall.value, now_overall.full),
        overall_after: then_overall.score(),
        effort: problem.effort(&[at]),
        ends: challenges(&|end| end == at),
        prepares: challenges(&|end| end != at && problem.with_needs(end).contains(&at)),
        brings_in_place: criteria.filter(|&at| in_place(&after, at) && !in_place(&before, at)).collect(),
        raises: candidate.raises.iter().map(|&(question, to)| (question, now(question), to)).collect(),
        after: candidate.after.iter().map(|&before| problem.candidates[before].action).collect(),
    }
}
