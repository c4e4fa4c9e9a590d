//! What to do next: the shortest route to a level, or the best one for an effort, and the priorities of all that remains.
//!
//! Takes a compiled scheme, one answer set and the organisation's own view of the actions; open questions count at their
//! worst. Gives indices of actions in an order in which they can be done, what they cost and bring, and whether it is
//! proven that nothing better exists; see [`search`] for the algorithm. Never writes text, never counts effort that was
//! spent, and never lets a floating-point number decide.
#![deny(clippy::float_arithmetic)]

mod bound;
mod node;
mod priorities;
mod problem;
pub mod search;

pub use priorities::Priority;
pub use problem::Problem;

use crate::answers::{Answer, OwnPlan};
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
    Budget(u32),
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
    pub effort: u32,
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

/// Plans for answers in the order of the scheme's questions; none where nothing is applicable.
pub fn plan(scheme: &Scheme, answers: &[Answer], own: &OwnPlan, aim: Aim) -> Option<Plan> {
    let problem = Problem::new(scheme, answers, own);
    let now = problem.standing(&[])?;
    let route = match aim {
        Aim::Level(level) if now.level >= level => Route::Attained(level),
        Aim::Level(level) => {
            let all: Vec<usize> = (0..problem.candidates.len()).collect();
            let goal = scheme.levels.get(level)?;
            let missing: Vec<Unmet> = problem.standing(&all)?.unmet(goal).collect();
            if missing.is_empty() {
                let found = search::shortest(&problem, goal);
                Route::Found(describe(&problem, aim, &found)?)
            } else {
                Route::Blocked { level, unmet: missing }
            }
        }
        Aim::Budget(budget) => Route::Found(describe(&problem, aim, &search::best(&problem, budget))?),
    };
    let priorities = priorities::priorities(&problem, route.actions());
    Some(Plan { route, priorities })
}

fn describe(problem: &Problem<'_>, aim: Aim, found: &search::Selection) -> Option<Found> {
    let after = problem.standing(&found.chosen)?;
    let ordered = priorities::order(problem, &found.chosen);
    Some(Found {
        aim,
        effort: found.chosen.iter().map(|&at| problem.candidates[at].effort).sum(),
        actions: ordered.into_iter().map(|at| problem.candidates[at].action).collect(),
        after,
        proven: found.proven,
    })
}
