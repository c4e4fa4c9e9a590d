//! Actions that add nothing, and levels that actions do not reach.

use super::model::{Model, Undecided};
use super::program::Verdict;
use super::query::Query;
use super::search::decide;
use super::sums::Criterion;
use crate::definition::Clause;
use crate::score::{Scheme, Standing, Tally, Unmet};

/// What an action promises for a question and never brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Useless {
    /// The index of the action.
    pub action: usize,
    /// The index of the question.
    pub question: usize,
    /// The action that must be done first and raises the question as high; none where it is raised to its worst option.
    pub instead: Option<usize>,
    /// Whether the action brings about nothing else either.
    pub whole: bool,
}

/// How far all actions take an organisation that has nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfReach {
    pub standing: Standing,
    /// What it lacks for the next level.
    pub unmet: Vec<Unmet>,
}

/// A level from which not everybody finds a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The index of the level.
    pub level: usize,
    /// The place, among the requirements of the next level, of one that an organisation cannot meet.
    pub requirement: usize,
    /// How such an organisation stands when it has done every action.
    pub standing: Standing,
    pub unmet: Vec<Unmet>,
}

/// Finds the raises that add nothing for any answers.
///
/// An action is to be done only while one of its questions is below what it raises it to, and what must come first only
/// under the same condition. So a raise adds nothing if and only if it is to the worst option, or one of the actions
/// directly before raises the question at least as high: that one is then still to be done as well. Any other raise
/// adds something where everything but its question is at its best, and the question one option below.
pub(super) fn useless(scheme: &Scheme) -> Vec<Useless> {
    let mut useless = Vec::new();
    for (at, action) in scheme.actions.iter().enumerate() {
        let raised_first = |question: usize, to: u8| {
            let raises = |before: &usize| scheme.actions[*before].raises.iter().any(|&(q, t)| q == question && t >= to);
            action.after.iter().copied().find(raises)
        };
        let found = action.raises.iter().filter_map(|&(question, to)| {
            let instead = raised_first(question, to);
            (to == 0 || instead.is_some()).then_some((question, instead.filter(|_| to > 0)))
        });
        let found: Vec<(usize, Option<usize>)> = found.collect();
        let whole = found.len() == action.raises.len();
        useless.extend(found.iter().map(|&(question, instead)| Useless { action: at, question, instead, whole }));
    }
    useless
}

/// The option of each question that all actions together bring about.
fn reached(scheme: &Scheme) -> Vec<u8> {
    let mut reached = vec![0; scheme.questions.len()];
    for &(question, to) in scheme.actions.iter().flat_map(|action| &action.raises) {
        reached[question] = reached[question].max(to);
    }
    reached
}

/// How far all actions take an organisation to which everything applies and that has nothing. None where that is the
/// top, or where there are no actions: such a definition promises no way.
pub(super) fn out_of_reach(scheme: &Scheme) -> Option<OutOfReach> {
    let standing = Tally::of(scheme, reached(scheme).into_iter().map(Some)).standing(scheme)?;
    let next = scheme.levels.get(standing.level + 1)?;
    let unmet = standing.unmet(next).collect();
    (!scheme.actions.is_empty()).then_some(OutOfReach { standing, unmet })
}

/// Finds the levels on which an organisation can have done every action and still lack something for the next.
///
/// To have done every action is to have each answer at what the actions raise it to, or higher. Whoever finds no route
/// is still without one after doing them all, and on the same level; so it is enough to look among those. The level
/// where [`OutOfReach`] ends is left out: that says it already.
pub(super) fn blocked(model: &mut Model<'_>, out_of_reach: Option<&OutOfReach>) -> Vec<Blocked> {
    let scheme = model.scheme;
    let mut blocked = Vec::new();
    if scheme.actions.is_empty() {
        return blocked;
    }
    let reached = reached(scheme);
    let Ok(criteria) = Criterion::all(scheme, |question| reached[question], &mut model.work) else {
        model.undecided.push(Undecided::Route(0));
        return blocked;
    };
    let ends = out_of_reach.map(|end| end.standing.level);
    for (level, goals) in scheme.levels.windows(2).enumerate().filter(|(level, _)| Some(*level) != ends) {
        let mut decided = true;
        for clause in goals[1].beyond(&goals[0]) {
            let query = Query::attaining(&goals[0]).failing(clause);
            match decide(&criteria, &query, None, &mut model.work) {
                Verdict::Feasible(organisation) => {
                    blocked.push(describe(model, level, clause, &organisation.tally()));
                    decided = true;
                    break;
                }
                Verdict::Infeasible => {}
                Verdict::Undecided => decided = false,
            }
        }
        if !decided {
            model.undecided.push(Undecided::Route(level));
        }
    }
    blocked
}

fn describe(model: &Model<'_>, level: usize, clause: Clause<usize>, tally: &Tally) -> Blocked {
    let requires = &model.definition.levels[level + 1].requires;
    let requirement = requires.iter().position(|requirement| model.definition.pieces(requirement).contains(&clause));
    let standing = tally.standing(model.scheme).expect("to an organisation that is found something applies");
    Blocked {
        level,
        requirement: requirement.expect("what a level asks for beyond the one below is among its own requirements"),
        unmet: standing.unmet(&model.scheme.levels[level + 1]).collect(),
        standing,
    }
}
