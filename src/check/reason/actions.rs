//! Actions that add nothing, challenges that none ends, and levels that actions do not reach.

use std::collections::HashSet;

use super::failing::Failing;
use super::model::{Model, Undecided};
use super::profiles::profiles;
use super::program::Verdict;
use super::sums::Asked;
use crate::definition::{Clause, Condition, Definition, Profile};
use crate::score::{Scheme, Standing, Tally, Unmet};

/// What an action promises for a question and never brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Useless {
    /// The index of the action.
    pub action: usize,
    /// The index of the question.
    pub question: usize,
    pub why: Why,
    /// Whether the action brings about nothing else either.
    pub whole: bool,
}

/// Why a raise adds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is to the worst option.
    Worst,
    /// This action, which must be done first, raises the question as high.
    Before(usize),
    /// Nobody for whom the action is is asked the question.
    NotAsked,
}

/// A challenge that an organisation can have and no action can end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unended {
    /// The index of the challenge.
    pub challenge: usize,
    /// What the organisation tells, where that matters.
    pub profile: Profile,
}

/// An organisation as far as levels depend on what it tells.
pub(super) struct Organisation {
    profile: Profile,
    /// The option of each question that all actions together bring about; none where it is not asked.
    reached: Vec<Option<u8>>,
}

/// How far all actions take an organisation that has nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfReach {
    /// What it tells; nothing where it is so for all that applies to anybody.
    pub profile: Profile,
    pub standing: Standing,
    /// What it lacks for the next level.
    pub unmet: Vec<Unmet>,
}

/// A level from which not everybody finds a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// What such an organisation tells; nothing where it is so for all that applies to anybody.
    pub profile: Profile,
    /// Whether all actions lead beyond the level where no question is n/a.
    pub passable: bool,
    /// The index of the level.
    pub level: usize,
    /// The place, among the requirements of the next level, of one that an organisation cannot meet.
    pub requirement: usize,
    /// The index of the question by which such an organisation does not, where it asks that of questions.
    pub question: Option<usize>,
    /// How such an organisation stands when it has done every action, but for its questions.
    pub standing: Standing,
    pub unmet: Vec<Unmet>,
}

/// Finds the raises that add nothing for any answers, whatever an organisation tells.
///
/// An action is to be done only while one of its questions is below what it raises it to, and what must come first only
/// under the same condition. So a raise adds nothing if and only if it is to the worst option, nobody for whom the action
/// is is asked the question, or, for all of them, one of the actions directly before raises the question at least as
/// high: that one is then still to be done as well. Any other raise adds something where everything but its question is
/// at its best, and the question one option below.
pub(super) fn useless(definition: &Definition, scheme: &Scheme, undecided: &mut Vec<Undecided>) -> Vec<Useless> {
    let mut useless = Vec::new();
    for (at, action) in scheme.actions.iter().enumerate() {
        let mut found = Vec::new();
        for &(question, to) in &action.raises {
            match why_useless(definition, scheme, at, (question, to)) {
                Some(Some(why)) => found.push((question, why)),
                Some(None) => {}
                None => undecided.push(Undecided::Profiles),
            }
        }
        let whole = found.len() == action.raises.len();
        useless.extend(found.iter().map(|&(question, why)| Useless { action: at, question, why, whole }));
    }
    useless
}

/// Why a raise adds nothing, if so; none where that is not decided.
fn why_useless(
    definition: &Definition,
    scheme: &Scheme,
    at: usize,
    (question, to): (usize, u8),
) -> Option<Option<Why>> {
    if to == 0 {
        return Some(Some(Why::Worst));
    }
    let raises = |before: &usize| scheme.actions[*before].raises.iter().any(|&(q, t)| q == question && t >= to);
    let before: Vec<usize> = scheme.actions[at].after.iter().copied().filter(raises).collect();
    let condition = |action: usize| &definition.actions[action].condition;
    let asked = &definition.question(question).expect("it is in the scheme").1.condition;
    let conditions: Vec<&Condition> =
        [condition(at), asked].into_iter().chain(before.iter().map(|&before| condition(before))).collect();
    let holds = |condition: &Condition, profile: &Profile| definition.applies(condition, profile).counts();
    let mut concerned = profiles(&definition.profile, &conditions)?;
    concerned.retain(|profile| holds(condition(at), profile));
    if concerned.is_empty() {
        return Some(None);
    }
    concerned.retain(|profile| holds(asked, profile));
    let raised_first = |profile: &Profile| before.iter().any(|&before| holds(condition(before), profile));
    Some(match before.first() {
        _ if concerned.is_empty() => Some(Why::NotAsked),
        Some(&before) if concerned.iter().all(raised_first) => Some(Why::Before(before)),
        _ => None,
    })
}

/// Finds the challenges that an organisation can have and no action can end, each with what one such organisation tells.
pub(super) fn unended(definition: &Definition, scheme: &Scheme, undecided: &mut Vec<Undecided>) -> Vec<Unended> {
    let questions: Vec<&Condition> = definition.questions().map(|(_, question)| &question.condition).collect();
    let mut unended = Vec::new();
    for (at, challenge) in scheme.challenges.iter().enumerate() {
        let ends = |&(question, to): &(usize, u8)| challenge.when.iter().any(|&(q, worst)| q == question && to > worst);
        let ending =
            scheme.actions.iter().zip(&definition.actions).filter(|(action, _)| action.raises.iter().any(ends));
        let ending: Vec<&Condition> = ending.map(|(_, action)| &action.condition).collect();
        let mut found: Vec<&Condition> = challenge.when.iter().map(|&(question, _)| questions[question]).collect();
        found.push(&definition.challenges[at].condition);
        let conditions: Vec<&Condition> = found.iter().chain(&ending).copied().collect();
        let Some(profiles) = profiles(&definition.profile, &conditions) else {
            undecided.push(Undecided::Profiles);
            continue;
        };
        let holds = |condition: &&Condition, profile: &Profile| definition.applies(condition, profile).counts();
        let stuck = profiles.into_iter().find(|profile| {
            found.iter().all(|condition| holds(condition, profile))
                && !ending.iter().any(|condition| holds(condition, profile))
        });
        unended.extend(stuck.map(|profile| Unended { challenge: at, profile }));
    }
    unended
}

/// The organisations that differ in what they are asked or in what all actions bring about: first the one to which
/// everything applies.
pub(super) fn organisations(
    definition: &Definition,
    scheme: &Scheme,
    undecided: &mut Vec<Undecided>,
) -> Vec<Organisation> {
    let questions = definition.questions().map(|(_, question)| &question.condition);
    let conditions = questions.chain(definition.actions.iter().map(|action| &action.condition));
    let conditions: Vec<&Condition> = conditions.filter(|condition| !condition.is_empty()).collect();
    let everything = Organisation::new(definition, scheme, Profile::default());
    let mut seen = HashSet::from([everything.reached.clone()]);
    let mut organisations = vec![everything];
    let Some(profiles) = profiles(&definition.profile, &conditions) else {
        undecided.push(Undecided::Profiles);
        return organisations;
    };
    for profile in profiles {
        let organisation = Organisation::new(definition, scheme, profile);
        if seen.insert(organisation.reached.clone()) {
            organisations.push(organisation);
        }
    }
    organisations
}

impl Organisation {
    fn new(definition: &Definition, scheme: &Scheme, profile: Profile) -> Self {
        let applies = |condition: &Condition| definition.applies(condition, &profile).counts();
        let questions = definition.questions().map(|(_, question)| applies(&question.condition).then_some(0));
        let mut reached: Vec<Option<u8>> = questions.collect();
        let actions = scheme.actions.iter().zip(&definition.actions).filter(|(_, action)| applies(&action.condition));
        for &(question, to) in actions.flat_map(|(action, _)| &action.raises) {
            reached[question] = reached[question].map(|reached| reached.max(to));
        }
        Self { profile, reached }
    }

    /// How far all actions take it where nothing else is n/a and it has nothing; none where that is the top.
    fn out_of_reach(&self, scheme: &Scheme) -> Option<OutOfReach> {
        let standing = Tally::of(scheme, self.reached.iter().copied()).standing(scheme)?;
        let next = scheme.levels.get(standing.level + 1)?;
        let unmet = standing.unmet(next).collect();
        Some(OutOfReach { profile: self.profile.clone(), standing, unmet })
    }
}

/// How far all actions take organisations that have nothing, and to which all applies that is for them: for each level
/// at which that ends the first of them. None where there are no actions: such a definition promises no way.
pub(super) fn out_of_reach(scheme: &Scheme, organisations: &[Organisation]) -> Vec<OutOfReach> {
    let mut ends: Vec<OutOfReach> = Vec::new();
    for organisation in organisations.iter().filter(|_| !scheme.actions.is_empty()) {
        let end = organisation.out_of_reach(scheme);
        ends.extend(end.filter(|end| ends.iter().all(|known| known.standing.level != end.standing.level)));
    }
    ends.sort_by_key(|end| end.standing.level);
    ends
}

/// Finds the levels on which an organisation can have done every action and still lack something for the next, each with
/// the first of `organisations` for which it is so.
///
/// To have done every action is to have each answer at what the actions raise it to, or higher. Whoever finds no route
/// is still without one after doing them all, and on the same level; so it is enough to look among those. Whether a
/// question with a condition applies, the organisation's profile has settled for all questions together. Levels where
/// [`OutOfReach`] ends are left out: that says it already.
pub(super) fn blocked(
    model: &mut Model<'_>,
    organisations: &[Organisation],
    out_of_reach: &[OutOfReach],
) -> Vec<Blocked> {
    let scheme = model.scheme;
    let questions = model.definition.questions().map(|(_, question)| question);
    let may_be_na: Vec<bool> = questions.map(|question| question.not_applicable.is_allowed()).collect();
    let mut blocked: Vec<Blocked> = Vec::new();
    for organisation in organisations.iter().filter(|_| !scheme.actions.is_empty()) {
        let asked = |question: usize| {
            let not_applicable = may_be_na[question];
            organisation.reached[question].map(|lowest| Asked { lowest, below: None, not_applicable })
        };
        let failing = Failing { scheme, asked: &asked };
        let Ok(mut criteria) = failing.attaining(&scheme.levels[0], &mut model.known) else {
            model.undecided.push(Undecided::Route(0));
            continue;
        };
        for (level, goals) in scheme.levels.windows(2).enumerate() {
            let is_said = out_of_reach.iter().any(|end| end.standing.level == level);
            if is_said || blocked.iter().any(|blocked| blocked.level == level) {
                continue;
            }
            if !goals[0].questions.is_empty() {
                match failing.attaining(&goals[0], &mut model.known) {
                    Ok(attaining) => criteria = attaining,
                    Err(_) => {
                        model.undecided.push(Undecided::Route(level));
                        continue;
                    }
                }
            }
            let mut decided = true;
            for clause in goals[1].beyond(&goals[0]) {
                match failing.find(&mut criteria, &goals[0], clause, &mut model.known) {
                    (Verdict::Feasible(found), question) => {
                        blocked.push(describe(model, organisation, level, (clause, question), &found.tally()));
                        decided = true;
                        break;
                    }
                    (Verdict::Infeasible, _) => {}
                    (Verdict::Undecided, _) => decided = false,
                }
            }
            if !decided {
                model.undecided.push(Undecided::Route(level));
            }
        }
    }
    blocked.sort_by_key(|blocked| blocked.level);
    blocked
}

fn describe(
    model: &Model<'_>,
    organisation: &Organisation,
    level: usize,
    (clause, question): (Clause<usize>, Option<usize>),
    tally: &Tally,
) -> Blocked {
    let requires = &model.definition.levels[level + 1].requires;
    let requirement = requires.iter().position(|requirement| model.definition.pieces(requirement).contains(&clause));
    let standing = tally.standing(model.scheme).expect("to an organisation that is found something applies");
    let standing = Standing { level, ..standing };
    Blocked {
        profile: organisation.profile.clone(),
        passable: organisation.out_of_reach(model.scheme).is_none_or(|end| end.standing.level > level),
        level,
        requirement: requirement.expect("what a level asks for beyond the one below is among its own requirements"),
        question,
        unmet: standing.unmet(&model.scheme.levels[level + 1]).collect(),
        standing,
    }
}
