//! A definition whose parts fit one another: what everything takes but the readers, and the only thing that compiles.

use std::collections::HashMap;
use std::ops::Deref;

use super::clause::{Clause, Scope};
use super::effort::Cost;
use super::model::{Action, Level, Parts, Question, Raise};
use super::profile::Condition;
use super::unit::unit;
use crate::exact::Score;

/// An assessment that was read without errors: [`Parts`] that fit, and that cannot be changed any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    parts: Parts,
    unit: u64,
}

/// Parts of which references lead nowhere, or numbers cannot be scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

impl Definition {
    /// In how many parts a question's worth is counted, so that each option of each has a whole number of them.
    pub(crate) fn unit(&self) -> u64 {
        self.unit
    }
}

impl Deref for Definition {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl TryFrom<Parts> for Definition {
    type Error = Unfit;

    /// Checks all that scores and plans rest on. Reading checks more, and says what is wrong where.
    fn try_from(parts: Parts) -> Result<Self, Unfit> {
        let question = |question: &Question| {
            question.weight > 0
                && (2..=20).contains(&question.options.len())
                && question.options.is_sorted_by(|lower, higher| lower.points < higher.points)
                && question.level.iter().all(|level| asks_questions(&parts, level))
        };
        let by_id = parts.questions_by_id();
        let fits = !parts.levels.is_empty()
            && !parts.criteria.is_empty()
            && parts.criteria.iter().all(|criterion| criterion.weight > 0 && !criterion.questions.is_empty())
            && parts.questions().all(|(_, of)| question(of))
            && grouped(&parts)
            && parts.levels.iter().flat_map(|level| &level.requires).all(|clause| !parts.pieces(clause).is_empty())
            && parts.actions.iter().all(|action| resolves(&parts, &by_id, action))
            && parts.challenges.iter().all(|of| !of.when.is_empty() && raises(&by_id, &of.when))
            && parts.conditions().all(|(_, condition)| holds(&parts, condition))
            && can_be_ordered(&parts);
        drop(by_id);
        match unit(&parts) {
            Some(unit) if fits => Ok(Self { parts, unit }),
            _ => Err(Unfit),
        }
    }
}

/// Whether this level is there, and asks something of the questions that belong to it.
fn asks_questions(parts: &Parts, level: &str) -> bool {
    let level = parts.levels.iter().find(|known| known.id == level);
    let asks = |clause: &Clause<Scope>| matches!(clause, Clause::Questions(_, score) if *score > Score::ZERO);
    level.and_then(Level::of_questions).is_some_and(asks)
}

/// Whether each criterion has a group that is there, in their order, or there are none.
fn grouped(parts: &Parts) -> bool {
    let groups: Vec<Option<usize>> = parts.criteria.iter().map(|criterion| parts.group_index(criterion)).collect();
    let none = parts.groups.is_empty() && parts.criteria.iter().all(|criterion| criterion.group.is_none());
    none || groups.iter().all(Option::is_some) && groups.is_sorted()
}

/// Whether all that an action names is there.
fn resolves(parts: &Parts, questions: &HashMap<&str, &Question>, action: &Action) -> bool {
    let effort = match &action.effort {
        Cost::Same(_) => true,
        Cost::By { fact, efforts } => parts.profile.iter().find(|known| known.id == *fact).is_some_and(|fact| {
            let has = |id: &String| efforts.iter().any(|(option, _)| option == id);
            fact.options.iter().all(|option| has(&option.id)) && fact.assume.as_ref().is_some_and(has)
        }),
    };
    effort && raises(questions, &action.raises)
}

/// Whether all these questions are there, with options of these points.
fn raises(questions: &HashMap<&str, &Question>, raises: &[Raise]) -> bool {
    raises.iter().all(|raise| {
        let question = questions.get(raise.question.as_str());
        question.is_some_and(|question| question.option_index(raise.points).is_some())
    })
}

/// Whether the facts are there on which it depends.
fn holds(parts: &Parts, condition: &Condition) -> bool {
    condition.all().all(|holds| parts.profile.iter().any(|fact| fact.id == holds.fact))
}

/// Whether the actions are there that must be done first, and none wait for one another.
fn can_be_ordered(parts: &Parts) -> bool {
    let at: HashMap<&str, usize> = parts.actions.iter().enumerate().map(|(at, of)| (of.id.as_str(), at)).collect();
    let mut waiting: Vec<usize> = parts.actions.iter().map(|action| action.after.len()).collect();
    let mut followers = vec![Vec::new(); parts.actions.len()];
    for (next, action) in parts.actions.iter().enumerate() {
        for before in &action.after {
            let Some(&before) = at.get(before.as_str()) else { return false };
            followers[before].push(next);
        }
    }
    let mut order: Vec<usize> = (0..waiting.len()).filter(|&at| waiting[at] == 0).collect();
    let mut done = 0;
    while let Some(&at) = order.get(done) {
        done += 1;
        for &next in &followers[at] {
            waiting[next] -= 1;
            order.extend((waiting[next] == 0).then_some(next));
        }
    }
    done == waiting.len()
}
