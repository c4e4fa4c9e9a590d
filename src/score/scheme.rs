//! A definition compiled for scoring, for what an organisation told: dense indices, integers, no text.

use std::collections::HashMap;
use std::ops::Range;

use super::tables::Tables;
use crate::definition::{Applies, Clause, Condition, Criterion, Definition, Goal, Profile, Question, Raise};
use crate::exact::{Effort, Score, gcd};

/// How answers become scores and levels.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// The questions, in the order of the definition.
    pub questions: Vec<QuestionScheme>,
    /// The criteria, in the order of the definition.
    pub criteria: Vec<CriterionScheme>,
    /// What each level asks for, with all that the levels below it ask for; the first asks for nothing.
    pub levels: Vec<Goal>,
    /// The actions, in the order of the definition.
    pub actions: Vec<ActionScheme>,
    /// The challenges, in the order of the definition.
    pub challenges: Vec<ChallengeScheme>,
    /// The indices of the criteria of each group.
    pub groups: Vec<Range<usize>>,
    /// The levels that questions belong to, lowest first.
    pub ladder: Vec<usize>,
    /// What each level asks for beyond the one below it.
    pub(super) steps: Vec<Vec<Clause<usize>>>,
    pub(super) tables: Tables,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionScheme {
    /// The index of its criterion.
    pub criterion: usize,
    /// What each option is worth, worst first, in units of the definition times the question's weight. The first is
    /// worth nothing, the last [`QuestionScheme::full`].
    pub values: Vec<u64>,
    /// Whether it may be n/a: answered so, or not asked as far as is known.
    pub not_applicable: bool,
    /// Whether it is asked of this organisation; if not, it does not apply.
    pub asked: bool,
    /// The index of the level that it belongs to, and the option from which it scores what that requires.
    pub level: Option<(usize, u8)>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionScheme {
    /// Its weight in the overall score.
    pub weight: u64,
    /// The score from which it is in place.
    pub in_place: Score,
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionScheme {
    /// Whether it is for this organisation; if not, it is never recommended, and no obstacle to what comes after it.
    pub applies: bool,
    /// What it costs.
    pub effort: Effort,
    /// The actions that must be done first.
    pub after: Vec<usize>,
    /// The questions it lifts, and the options they reach.
    pub raises: Vec<(usize, u8)>,
}

/// A challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChallengeScheme {
    /// Whether it is one for this organisation.
    pub applies: bool,
    /// It is found where all of these questions are at these options or worse.
    pub when: Vec<(usize, u8)>,
}

impl QuestionScheme {
    /// What the best option is worth.
    pub fn full(&self) -> u64 {
        *self.values.last().expect("a question has options")
    }

    /// What the option with this index is worth; one beyond the last is the last.
    pub fn value(&self, option: u8) -> u64 {
        self.values.get(usize::from(option)).copied().unwrap_or_else(|| self.full())
    }

    /// The index of the best option.
    pub fn best(&self) -> u8 {
        u8::try_from(self.values.len() - 1).expect("a question has at most 20 options")
    }
}

impl Scheme {
    /// Compiles a definition for an organisation that told `profile`.
    pub fn compile(definition: &Definition, profile: &Profile) -> Self {
        let levels = compile_levels(definition);
        let mut questions = Vec::new();
        for (at, criterion) in definition.criteria.iter().enumerate() {
            let divisor = criterion.questions.iter().fold(0, |divisor, q| gcd(divisor, q.weight.into()));
            for question in &criterion.questions {
                let applies = definition.applies(&question.condition, profile);
                let points = || question.options.iter().map(|option| u64::from(option.points));
                let lowest = points().next().expect("a question has options");
                let range = points().next_back().expect("a question has options") - lowest;
                let factor = definition.unit() / range * (u64::from(question.weight) / divisor);
                let values: Vec<u64> = points().map(|points| (points - lowest) * factor).collect();
                let level = question.level.as_ref().and_then(|id| definition.level_index(id));
                questions.push(QuestionScheme {
                    criterion: at,
                    level: level.and_then(|at| Some((at, least_option(&values, levels.get(at)?.of_questions(at))?))),
                    values,
                    not_applicable: question.not_applicable.is_allowed() || applies == Applies::Open,
                    asked: applies.counts(),
                });
            }
        }
        let criteria = definition.criteria.iter();
        let criteria = criteria.map(|c| CriterionScheme { weight: c.weight.into(), in_place: c.in_place }).collect();
        let (actions, challenges) = compile_actions(definition, profile);
        let of = |criterion: &Criterion| definition.group_index(criterion).unwrap_or(0);
        let first = |group: usize| definition.criteria.partition_point(|criterion| of(criterion) < group);
        let groups = (0..definition.groups.len()).map(|group| first(group)..first(group + 1)).collect();
        Self { challenges, groups, ..Self::new(questions, criteria, levels, actions) }
    }

    /// A scheme of parts that fit one another, without challenges and groups.
    pub fn new(
        questions: Vec<QuestionScheme>,
        criteria: Vec<CriterionScheme>,
        levels: Vec<Goal>,
        actions: Vec<ActionScheme>,
    ) -> Self {
        assert!(questions.is_sorted_by_key(|question| question.criterion), "questions stand by their criteria");
        let nothing = Goal::nothing(criteria.len());
        let below = std::iter::once(&nothing).chain(&levels);
        let steps = levels.iter().zip(below).map(|(level, below)| level.beyond(below).collect()).collect();
        let full = |criterion: usize| {
            let questions = questions.iter().filter(|question| question.criterion == criterion);
            questions.map(QuestionScheme::full).sum()
        };
        let judged =
            criteria.iter().enumerate().map(|(at, criterion)| (full(at), criterion.weight, criterion.in_place));
        let tables = Tables::new(&judged.collect::<Vec<_>>());
        let belongs =
            |level: &usize| questions.iter().any(|question| question.level.is_some_and(|(of, _)| of == *level));
        let ladder = (0..levels.len()).filter(belongs).collect();
        Self { questions, criteria, levels, actions, challenges: Vec::new(), groups: Vec::new(), ladder, steps, tables }
    }
}

/// What each level asks for, with all that the levels below it ask for.
fn compile_levels(definition: &Definition) -> Vec<Goal> {
    let mut goal = Goal::nothing(definition.criteria.len());
    let levels = definition.levels.iter().map(|level| {
        let pieces = level.requires.iter().flat_map(|clause| definition.pieces(clause));
        pieces.for_each(|piece| goal.raise(&piece));
        goal.clone()
    });
    levels.collect()
}

/// The first option that scores at least `need`, by what options are worth; none where nothing is needed.
fn least_option(values: &[u64], need: Score) -> Option<u8> {
    let least = need.least(*values.last()?);
    let option = values.iter().position(|value| *value >= least)?;
    u8::try_from(option).ok().filter(|option| *option > 0)
}

fn compile_actions(definition: &Definition, profile: &Profile) -> (Vec<ActionScheme>, Vec<ChallengeScheme>) {
    let applies = |condition: &Condition| definition.applies(condition, profile).counts();
    let places: HashMap<&str, usize> =
        definition.actions.iter().enumerate().map(|(at, action)| (action.id.as_str(), at)).collect();
    let index = |id: &String| *places.get(id.as_str()).expect("a definition has the actions that its actions name");
    let questions: HashMap<&str, (usize, &Question)> =
        definition.questions().enumerate().map(|(at, (_, question))| (question.id.as_str(), (at, question))).collect();
    let raise = |raise: &Raise| {
        let (at, question) = questions[raise.question.as_str()];
        (at, question.option_index(raise.points).expect("a definition has the options that its actions name"))
    };
    let actions = definition.actions.iter().map(|action| ActionScheme {
        applies: applies(&action.condition),
        effort: action.effort.of(&definition.profile, profile),
        after: action.after.iter().map(index).collect(),
        raises: action.raises.iter().map(raise).collect(),
    });
    let challenges = definition.challenges.iter().map(|challenge| ChallengeScheme {
        applies: applies(&challenge.condition),
        when: challenge.when.iter().map(raise).collect(),
    });
    (actions.collect(), challenges.collect())
}
