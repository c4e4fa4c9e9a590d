//! Scores and routes by the letter of the definition of the format: slow, plain, and written without a look at the
//! library's own way. Fractions are pairs of integers; routes are found by trying every set of actions.

use cxm::answers::{Answer, OwnPlan};
use cxm::definition::{Clause, Definition, Profile, Scope};
use cxm::exact::{Effort, Score};

/// A fraction; not reduced.
#[derive(Clone, Copy, Debug)]
pub struct Ratio(pub u128, pub u128);

impl Ratio {
    fn plus(self, other: Self) -> Self {
        let Self(a, b) = self;
        let Self(c, d) = other;
        let (value, full) = (a * d + c * b, b * d);
        let divisor = gcd(value, full).max(1);
        Self(value / divisor, full / divisor)
    }

    pub fn reaches(self, score: Score) -> bool {
        self.0 * 1000 >= u128::from(score.tenths()) * self.1
    }

    pub fn cut(self) -> u16 {
        u16::try_from(self.0 * 1000 / self.1).unwrap()
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Points of each question, or none where it does not apply.
pub type Points = Vec<Option<u32>>;

/// The points that answers stand for, open questions at the worst or the best option.
pub fn points(definition: &Definition, answers: &[Answer], best: bool) -> Points {
    let questions = definition.questions().zip(answers);
    let points = questions.map(|((_, question), answer)| match answer {
        Answer::NotApplicable => None,
        Answer::Option(at) => Some(question.options[usize::from(*at)].points),
        Answer::Unanswered if best => question.options.last().map(|option| option.points),
        Answer::Unanswered => question.options.first().map(|option| option.points),
    });
    points.collect()
}

pub struct Result {
    pub criteria: Vec<Option<Ratio>>,
    /// Of each group, where a criterion of it applies.
    pub groups: Vec<Option<Ratio>>,
    pub overall: Ratio,
    pub level: usize,
    /// Of each criterion, where questions that belong to levels apply in it.
    pub own_levels: Vec<Option<usize>>,
}

/// Scores and level; none where nothing is applicable.
pub fn score(definition: &Definition, points: &Points) -> Option<Result> {
    let mut criteria = Vec::new();
    for (at, _) in definition.criteria.iter().enumerate() {
        let (mut sum, mut weights) = (Ratio(0, 1), 0);
        for ((criterion, question), points) in definition.questions().zip(points) {
            if let Some(points) = points
                && criterion == at
            {
                let (lowest, highest) = (question.options[0].points, question.options.last().unwrap().points);
                let part = u128::from(points - lowest) * u128::from(question.weight);
                sum = sum.plus(Ratio(part, u128::from(highest - lowest)));
                weights += u128::from(question.weight);
            }
        }
        criteria.push((weights > 0).then_some(Ratio(sum.0, sum.1 * weights)));
    }
    let mean = |group: Option<&String>| {
        let (mut sum, mut weights) = (Ratio(0, 1), 0);
        for (criterion, score) in definition.criteria.iter().zip(&criteria) {
            if let Some(score) = score
                && (group.is_none() || criterion.group.as_ref() == group)
            {
                let weight = u128::from(criterion.weight);
                sum = sum.plus(Ratio(score.0 * weight, score.1));
                weights += weight;
            }
        }
        (weights > 0).then_some(Ratio(sum.0, sum.1 * weights))
    };
    let overall = mean(None)?;
    let groups = definition.groups.iter().map(|group| mean(Some(&group.id))).collect();
    let attains = |at: usize| {
        definition.levels[at].requires.iter().all(|need| holds(definition, need, points, &criteria, overall))
    };
    let level = (0..definition.levels.len()).take_while(|&at| attains(at)).count() - 1;
    let own_levels = (0..criteria.len()).map(|at| own_level(definition, points, at)).collect();
    Some(Result { criteria, groups, overall, level, own_levels })
}

/// Whether every question of the level, in the criterion if one is given, scores what the level asks.
fn questions_hold(definition: &Definition, points: &Points, level: usize, of: Option<usize>) -> bool {
    let need = definition.levels[level].requires.iter().find_map(|clause| match clause {
        Clause::Questions(_, score) => Some(*score),
        _ => None,
    });
    definition.questions().zip(points).all(|((criterion, question), points)| {
        let meant =
            question.level.as_ref() == Some(&definition.levels[level].id) && of.is_none_or(|of| of == criterion);
        let (Some(points), Some(need), true) = (points, need, meant) else { return true };
        let (lowest, highest) = (question.options[0].points, question.options.last().unwrap().points);
        Ratio((points - lowest).into(), (highest - lowest).into()).reaches(need)
    })
}

fn own_level(definition: &Definition, points: &Points, criterion: usize) -> Option<usize> {
    let mut belonging = definition.questions().zip(points).filter(|((_, question), _)| question.level.is_some());
    belonging.find(|((of, _), points)| *of == criterion && points.is_some())?;
    let has_questions = |level: &usize| {
        definition.questions().any(|(_, question)| question.level.as_ref() == Some(&definition.levels[*level].id))
    };
    let levels = (0..definition.levels.len()).filter(has_questions);
    levels.take_while(|level| questions_hold(definition, points, *level, Some(criterion))).last().or(Some(0))
}

/// Whether a requirement holds with these points, which come to these scores.
pub fn holds(
    definition: &Definition,
    need: &Clause<Scope>,
    points: &Points,
    criteria: &[Option<Ratio>],
    overall: Ratio,
) -> bool {
    let applicable = criteria.iter().flatten().count();
    match need {
        Clause::CriteriaInPlace(count) => {
            let all = criteria.iter().zip(&definition.criteria);
            let in_place = all.filter(|(score, of)| score.is_some_and(|score| score.reaches(of.in_place))).count();
            // ceil(k * applicable / n)
            in_place * criteria.len() >= count * applicable
        }
        Clause::Overall(score) => overall.reaches(*score),
        Clause::Criterion(Scope::Every, score) => criteria.iter().flatten().all(|criterion| criterion.reaches(*score)),
        Clause::Criterion(Scope::Named(id), score) => {
            let at = definition.criteria.iter().position(|criterion| criterion.id == *id).unwrap();
            criteria[at].is_none_or(|criterion| criterion.reaches(*score))
        }
        Clause::Questions(Scope::Named(id), _) => {
            questions_hold(definition, points, definition.level_index(id).unwrap(), None)
        }
        Clause::Questions(Scope::Every, _) => unreachable!("a level asks it of its own questions"),
    }
}

/// A set of actions, in definition order, with its effort and the points that it leads to.
pub struct Set {
    pub actions: Vec<usize>,
    pub effort: Effort,
    pub points: Points,
}

/// Every set of actions that matter, closed under `after`, none excluded.
pub fn sets(definition: &Definition, points: &Points, own: &OwnPlan) -> Vec<Set> {
    let questions: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    let target = |action: usize| {
        definition.actions[action]
            .raises
            .iter()
            .map(|raise| (questions.iter().position(|id| *id == raise.question).unwrap(), raise.points))
    };
    let matters = |at: usize| target(at).any(|(question, to)| points[question].is_some_and(|now| now < to));
    let over = |at: usize| own.done.contains(&at) || !matters(at);
    let index = |id: &String| definition.actions.iter().position(|action| action.id == *id).unwrap();
    let usable: Vec<usize> =
        (0..definition.actions.len()).filter(|at| !over(*at) && !own.excluded.contains(at)).collect();
    let mut sets = Vec::new();
    for mask in 0u32..1 << usable.len() {
        let actions: Vec<usize> =
            usable.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, at)| *at).collect();
        let closed = actions.iter().all(|&at| {
            definition.actions[at].after.iter().map(index).all(|before| over(before) || actions.contains(&before))
        });
        if !closed {
            continue;
        }
        let mut reached = points.clone();
        let mut effort = Effort::ZERO;
        for &at in &actions {
            let own_effort = own.effort.iter().find(|(action, _)| *action == at).map(|(_, effort)| *effort);
            effort += own_effort
                .unwrap_or_else(|| definition.actions[at].effort.of(&definition.profile, &Profile::default()));
            for (question, to) in target(at) {
                reached[question] = reached[question].map(|now| now.max(to));
            }
        }
        sets.push(Set { actions, effort, points: reached });
    }
    sets
}
