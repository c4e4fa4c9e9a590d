//! What follows from a definition for every organisation that there could be: exact, not sampled, and on integers.
//!
//! Takes a definition that was read without errors, and gives indices into it: what decides nothing, what nobody reaches,
//! and what could not be decided within the bounds on work and numbers. Never writes messages (the rules do), never
//! guesses, and never looks at answer sets one by one.
//!
//! An organisation is an answer to every question, n/a where it is allowed. Open questions count at their worst, so
//! they add nothing. What it tells in its profile, `profiles` keeps apart: what actions bring about is looked at for each
//! that conditions make another, and all else for the one to which everything applies. Every score and level rises with
//! the answers, which is why the extremes decide nearly everything.
//! From below: `sums` finds every score that a criterion can have, `known` keeps it, `query` says what is asked of an organisation,
//! `search` decides whether there is such a one (its `program` chooses among the `domain` of each criterion), `failing`
//! whether one attains a goal and fails something, and
//! `levels`, `questions` and `actions` ask what a maintainer wants to know of the `model`.
//!
//! That no answers reach a level is not looked for: whoever answers everything at its best has 100 everywhere and every
//! criterion in place, and reading refuses thresholds beyond that.
#![deny(clippy::float_arithmetic)]

mod actions;
mod bits;
mod domain;
mod failing;
mod known;
mod levels;
mod model;
mod profiles;
mod program;
mod query;
mod questions;
mod search;
mod sums;
mod work;

pub use actions::{Blocked, OutOfReach, Unended, Useless, Why};
pub use levels::{Gap, Given, Idle, Threshold};
pub use model::Undecided;
pub use profiles::{Unasked, idle_part, is_impossible, unasked};

use crate::definition::{Definition, Profile};
use crate::score::Scheme;
use known::Known;
use model::{Model, asked};

/// All that was found, in the order of the definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasoning {
    /// The levels on which no organisation can be, as whoever attains them attains the next.
    pub hidden_levels: Vec<usize>,
    pub idle_requirements: Vec<Idle>,
    /// The thresholds that decide the same as a lower one.
    pub gaps: Vec<Gap>,
    /// The named criteria that n/a takes out of a level's requirements: the index of the level, and of the requirement.
    pub evadable_requirements: Vec<(usize, usize)>,
    /// The questions whose answer changes neither what is in place nor the level.
    pub idle_questions: Vec<usize>,
    pub useless: Vec<Useless>,
    pub unended: Vec<Unended>,
    /// How far all actions take organisations that have nothing, where that is not the top.
    pub out_of_reach: Vec<OutOfReach>,
    /// The levels from which some organisation finds no route.
    pub blocked: Vec<Blocked>,
    pub undecided: Vec<Undecided>,
}

/// Finds all that follows from `definition`, which was read without errors.
pub fn reason(definition: &Definition) -> Reasoning {
    let scheme = Scheme::compile(definition, &Profile::default());
    let mut undecided = Vec::new();
    let organisations = actions::organisations(definition, &scheme, &mut undecided);
    let found = Reasoning {
        evadable_requirements: levels::evadable(definition),
        useless: actions::useless(definition, &scheme, &mut undecided),
        unended: actions::unended(definition, &scheme, &mut undecided),
        out_of_reach: actions::out_of_reach(&scheme, &organisations),
        ..Reasoning::default()
    };
    let mut known = Known::new(&scheme);
    let criteria = match known.all(asked(&scheme)) {
        Ok(criteria) => criteria,
        Err(criterion) => {
            undecided.push(Undecided::Scores(criterion));
            undecided.dedup();
            return Reasoning { undecided, ..found };
        }
    };
    let mut model = Model { definition, scheme: &scheme, criteria, known, undecided };
    let hidden_levels = levels::hidden(&mut model);
    let gaps = levels::gaps(&mut model);
    let idle_requirements = levels::idle(&mut model, &hidden_levels, &gaps);
    let blocked = actions::blocked(&mut model, &organisations, &found.out_of_reach);
    let idle_questions = questions::idle(&mut model);
    let mut undecided = model.undecided;
    undecided.sort_unstable();
    undecided.dedup();
    Reasoning { hidden_levels, gaps, idle_requirements, blocked, idle_questions, undecided, ..found }
}
