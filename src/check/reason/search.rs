//! Whether there is an organisation that is as asked, and which.
//!
//! Criteria share no questions, so an organisation is any choice of one score, or n/a, for each; the choosing is done by
//! the dynamic programme of `program`. It is exact and quick where the overall score is only to be high, or only to be
//! low. Where it is to fall between two thresholds, the search goes from cheap to dear: each threshold alone is a
//! relaxation, so where one is infeasible all is; from the lowest score a greedy climb finds nearly everything that
//! exists; only then are both looked at together, first some scores, then more. If even so some were left out and
//! nothing was found, nothing is decided.

use std::rc::Rc;

use super::domain::{Domain, Restriction};
use super::program::{Program, Verdict};
use super::query::{Breadth, Interval, Query};
use super::sums::Criterion;
use super::work::Work;
use crate::exact::Score;

/// Decides whether there is an organisation that is as `query` asks; one criterion may be restricted to some choices.
pub(super) fn decide(
    criteria: &[Rc<Criterion>],
    query: &Query,
    restriction: Option<Restriction<'_>>,
    work: &mut Work,
) -> Verdict {
    let domains = |query: &Query, breadth: Breadth| Domain::all(criteria, query, restriction, breadth);
    let mut solve = |query: &Query, breadths: [Breadth; 2]| {
        let mut verdicts = breadths.into_iter().map(|breadth| {
            let program = Program::new(query, &domains(query, breadth));
            program.map_or(Verdict::Undecided, |program| program.solve(breadth, work))
        });
        verdicts.find(|verdict| *verdict != Verdict::Undecided).unwrap_or(Verdict::Undecided)
    };
    let wide_first = [Breadth::Wide, Breadth::Narrow];
    if !query.is_two_sided() {
        return solve(query, wide_first);
    }
    let no_floor = Query { overall: Interval { from: Score::ZERO, ..query.overall }, ..query.clone() };
    match solve(&no_floor, wide_first) {
        Verdict::Infeasible => return Verdict::Infeasible,
        Verdict::Feasible(lowest) => {
            if let Some(found) = Program::climb(query, domains(query, Breadth::Narrow), &lowest) {
                return Verdict::Feasible(found);
            }
        }
        Verdict::Undecided => {}
    }
    let no_ceiling = Query { overall: Interval::from(query.overall.from), ..query.clone() };
    if solve(&no_ceiling, wide_first) == Verdict::Infeasible {
        return Verdict::Infeasible;
    }
    solve(query, [Breadth::Narrow, Breadth::Wide])
}
