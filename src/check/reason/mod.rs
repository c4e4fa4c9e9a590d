//! What follows from a definition for every organisation that there could be: exact, not sampled, and on integers.
//!
//! `sums` finds every score that a criterion can have, `search` whether scores can be combined in some way; `levels`,
//! `questions` and `actions` ask what a maintainer wants to know, and answer with indices. Nothing here writes
//! messages: the rules do.
//!
//! An organisation is an answer to every question, n/a where it is allowed. Open questions count at their worst, so
//! they add nothing. Every score and level rises with the answers, which is why the extremes decide nearly everything.
//!
//! That no answers reach a level is not looked for: whoever answers everything at its best has 100 everywhere and every
//! criterion in place, and reading refuses thresholds beyond that.
#![deny(clippy::float_arithmetic)]

mod actions;
mod bits;
mod levels;
mod questions;
mod search;
mod side;
mod sums;

pub use actions::{Blocked, OutOfReach, Useless};
pub use levels::{Gap, Given, Idle, Threshold};

use crate::definition::{Clause, Definition, Goal};
use crate::score::Scheme;
use search::Verdict;
use sums::{Criterion, Sums};

/// The most steps, of about a nanosecond each, after which nothing more is decided.
const MAX_WORK: u64 = 1 << 31;

/// All that was found, in the order of the definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasoning {
    /// The levels on which no organisation can be, as whoever attains them attains the next.
    pub hidden_levels: Vec<usize>,
    /// The requirements that decide nothing.
    pub idle_requirements: Vec<Idle>,
    /// The thresholds that decide the same as a lower one.
    pub gaps: Vec<Gap>,
    /// The named criteria that n/a takes out of a level's requirements: the index of the level, and of the requirement.
    pub evadable_requirements: Vec<(usize, usize)>,
    /// The questions whose answer changes neither what is in place nor the level.
    pub idle_questions: Vec<usize>,
    /// The raises that add nothing.
    pub useless: Vec<Useless>,
    /// How far all actions take an organisation that has nothing, where that is not the top.
    pub out_of_reach: Option<OutOfReach>,
    /// The levels from which some organisation finds no route.
    pub blocked: Vec<Blocked>,
    /// What could not be decided.
    pub undecided: Vec<Undecided>,
}

/// Something that could not be decided within the bounds on work and numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undecided {
    /// Anything that depends on scores: there are too many of them in this criterion.
    Scores(usize),
    /// Whether the level is hidden by the next.
    Level(usize),
    /// Whether the requirement, by level and its place there, decides anything.
    Requirement(usize, usize),
    /// Whether the threshold of this requirement decides the same as that of a lower level.
    Threshold(usize, usize),
    /// Whether the question changes anything.
    Question(usize),
    /// Whether every organisation on the level finds a route.
    Route(usize),
}

/// Finds all that follows from `definition`, which was read without errors.
pub fn reason(definition: &Definition) -> Reasoning {
    let scheme = Scheme::compile(definition);
    let mut found = Reasoning {
        evadable_requirements: levels::evadable(definition),
        useless: actions::useless(&scheme),
        out_of_reach: actions::out_of_reach(&scheme),
        ..Reasoning::default()
    };
    let mut work = Work(MAX_WORK);
    let criteria = Criterion::all(&scheme, |_| 0);
    let sums = match all_sums(&criteria, &mut work) {
        Ok(sums) => sums,
        Err(criterion) => {
            found.undecided.push(Undecided::Scores(criterion));
            return found;
        }
    };
    let mut model = Model { definition, scheme: &scheme, criteria, sums, work };
    levels::hidden(&mut model, &mut found);
    levels::gaps(&mut model, &mut found);
    levels::idle(&mut model, &mut found);
    actions::blocked(&mut model, &mut found);
    questions::idle(&mut model, &mut found);
    found.undecided.sort_unstable();
    found
}

/// A definition, what its criteria can score, and the work that is left.
struct Model<'a> {
    definition: &'a Definition,
    scheme: &'a Scheme,
    criteria: Vec<Criterion>,
    sums: Vec<Sums>,
    work: Work,
}

impl Model<'_> {
    /// Looks for an organisation with all that `goal` asks for and without `lack`.
    fn find(&mut self, goal: &Goal, lack: Clause<usize>) -> Verdict {
        search::find(&self.criteria, &self.sums, goal, lack, &mut self.work)
    }
}

/// The sums of every criterion, or the first of which there are too many.
fn all_sums(criteria: &[Criterion], work: &mut Work) -> Result<Vec<Sums>, usize> {
    let all = criteria.iter().enumerate();
    all.map(|(at, criterion)| Sums::of(criterion.questions.iter(), work).ok_or(at)).collect()
}

/// The work that is left, in steps.
struct Work(u64);

impl Work {
    /// Takes so many steps, if there are so many left.
    fn take(&mut self, steps: u64) -> bool {
        let left = self.0.checked_sub(steps);
        self.0 = left.unwrap_or_default();
        left.is_some()
    }
}
