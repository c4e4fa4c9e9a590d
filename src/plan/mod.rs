//! What to do next: the shortest route to a level, or the best one for an effort, and the priorities of all that remains.
//!
//! - Takes: a compiled scheme, one answer set and the organisation's own view of the actions. Open questions count at their
//!   worst.
//! - Gives: indices of actions in an order in which they can be done, what they cost and bring, and whether it is proven
//!   that nothing better exists; see [`search`] for the algorithm.
//! - Never: writes text, counts effort that was spent, or lets a floating-point number decide.
#![deny(clippy::float_arithmetic)]

mod bound;
mod node;
mod priorities;
mod problem;
pub mod search;

pub use priorities::Priority;
pub use problem::Problem;

use crate::answers::{Answer, OwnPlan};
use crate::exact::Effort;
use crate::score::{Scheme, Standing, Unmet};

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Where the route leads.
    pub route: Route,
    /// Every action that would improve an answer: those on the route first, in an order in which they can be done, then
    /// the rest, most gain for the effort first.
    pub priorities: Vec<Priority>,
}

/// What a route is to achieve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The level with this index, with the least effort.
    Level(usize),
    /// The highest overall score for at most this effort.
    Budget(Effort),
}

/// A way to the aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The level with this index is attained already.
    Attained(usize),
    /// These actions achieve it.
    Found(Found),
    /// All actions together do not achieve it.
    Blocked {
        /// The level that was aimed for.
        level: usize,
        /// What would still be missing.
        unmet: Vec<Unmet>,
    },
}

/// A set of actions that achieves the aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it achieves.
    pub aim: Aim,
    /// The actions, in an order in which they can be done.
    pub actions: Vec<usize>,
    /// What they cost together.
    pub effort: Effort,
    /// How the organisation stands when they are done.
    pub after: Standing,
    /// Whether it is proven that nothing better exists. Always so, unless the search had to be cut short.
    pub proven: bool,
}

impl Route {
    /// The actions on the route.
    pub fn actions(&self) -> &[usize] {
        match self {
            Self::Found(found) => &found.actions,
            Self::Attained(_) | Self::Blocked { .. } => &[],
        }
    }
}

/// Plans for answers in the order of the scheme's questions; none where nothing is applicable, or no such level is.
pub fn plan(scheme: &Scheme, answers: &[Answer], own: &OwnPlan, aim: Aim) -> Option<Plan> {
    let problem = Problem::new(scheme, answers, own);
    let now = problem.standing(&[])?;
    let (route, order) = match aim {
        Aim::Level(level) if now.level >= level => (Route::Attained(level), Vec::new()),
        Aim::Level(level) => {
            let goal = scheme.levels.get(level)?;
            let all: Vec<usize> = (0..problem.candidates.len()).collect();
            let unmet: Vec<Unmet> = problem.standing(&all)?.unmet(goal).collect();
            if unmet.is_empty() {
                found(&problem, aim, &search::shortest(&problem, goal))?
            } else {
                (Route::Blocked { level, unmet }, Vec::new())
            }
        }
        Aim::Budget(budget) => found(&problem, aim, &search::best(&problem, budget.tenths()))?,
    };
    Some(Plan { priorities: priorities::priorities(&problem, &order), route })
}

/// The route that takes the selection, and the candidates in its order; none where nothing is applicable.
fn found(problem: &Problem<'_>, aim: Aim, selection: &search::Selection) -> Option<(Route, Vec<usize>)> {
    let order = priorities::arrange(problem, &selection.chosen, &[], true);
    let candidates = || order.iter().map(|&at| &problem.candidates[at]);
    let found = Found {
        aim,
        actions: candidates().map(|candidate| candidate.action).collect(),
        effort: Effort::from_tenths(candidates().map(|candidate| candidate.effort).sum()),
        after: problem.standing(&selection.chosen)?,
        proven: selection.proven,
    };
    Some((Route::Found(found), order))
}
