//! Any small assessment, any answers to it, any view of its plan.

use cxm::answers::{Answer, OwnPlan, Status};
use cxm::definition::{
    Action, AnswerOption, Clause, Condition, Criterion, Definition, Fact, FactOption, Group, Holds, Level,
    NotApplicable, Parts, Question, Raise, Renames, Scope,
};
use cxm::exact::{Effort, Score};
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

/// An assessment with answers to it and an organisation's own view of the plan.
#[derive(Clone, Debug)]
pub struct Survey {
    pub definition: Definition,
    pub answers: Vec<Answer>,
    pub own: OwnPlan,
}

/// Any survey with at most so many actions.
pub fn survey(actions: usize) -> impl Strategy<Value = Survey> {
    definition(actions).prop_flat_map(|definition| {
        let answers: Vec<_> = definition.questions().map(|(_, question)| answer(question)).collect();
        let own = own_plan(definition.actions.len());
        (Just(definition), answers, own).prop_map(|(definition, answers, own)| Survey { definition, answers, own })
    })
}

fn answer(question: &Question) -> BoxedStrategy<Answer> {
    let options = u8::try_from(question.options.len()).unwrap();
    prop_oneof![
        1 => Just(Answer::Unanswered),
        1 => Just(Answer::NotApplicable),
        6 => (0..options).prop_map(Answer::Option),
    ]
    .boxed()
}

/// Any up to so many tenths.
fn effort(most: u32) -> impl Strategy<Value = Effort> {
    (1..=most).prop_map(Effort::from_tenths)
}

fn own_plan(actions: usize) -> BoxedStrategy<OwnPlan> {
    if actions == 0 {
        return Just(OwnPlan::default()).boxed();
    }
    let due = option::of((2000i16..2100).prop_map(|year| Date::constant(year, 2, 28)));
    let told = (0..actions, 0..Status::ALL.len(), option::of(effort(60)), due);
    vec(told, 0..=4)
        .prop_map(|told| {
            let mut own = OwnPlan::default();
            for (at, status, effort, due) in told {
                own.set_status(at, Status::ALL[status]);
                own.set_effort(at, effort);
                own.change_about(at, |about| about.due = due);
            }
            own
        })
        .boxed()
}

/// Any definition with at most so many actions, all kinds of requirements, and uneven weights and points.
pub fn definition(actions: usize) -> impl Strategy<Value = Definition> {
    build(vec((vec(question(), 1..=3), weight(), threshold()), 1..=4), threshold, actions)
}

/// Any definition with few enough answer sets to look at all of them. Thresholds are near the scores that there are,
/// now and then between two of them; some questions always apply.
pub fn small_definition(actions: usize) -> impl Strategy<Value = Definition> {
    let question = (vec(1u32..=2, 1..=2), weight(), any::<bool>()).prop_map(|(steps, weight, not_applicable)| {
        let mut question = new_question(0, &steps, weight);
        question.not_applicable = if not_applicable { NotApplicable::Yes } else { NotApplicable::No };
        question
    });
    let criterion = (vec(question, 1..=2), weight(), round_threshold());
    let sets = |definition: &Definition| -> usize {
        definition
            .questions()
            .map(|(_, question)| question.options.len() + usize::from(question.not_applicable.is_allowed()))
            .product()
    };
    build(vec(criterion, 1..=3), round_threshold, actions)
        .prop_filter("too many answer sets", move |definition| sets(definition) <= 500)
}

fn build<S: Strategy<Value = Score>>(
    criteria: impl Strategy<Value = Vec<(Vec<Question>, u32, Score)>>,
    threshold: fn() -> S,
    actions: usize,
) -> impl Strategy<Value = Definition> {
    let belongs = (vec(option::weighted(0.7, any::<Index>()), 12), option::weighted(0.4, any::<Index>()));
    (criteria, vec(level(threshold), 1..=3), vec(action(), 0..=actions), belongs).prop_map(
        |(criteria, levels, actions, (belongs, split))| {
            let criteria: Vec<Criterion> = criteria
                .into_iter()
                .enumerate()
                .map(|(at, (questions, weight, in_place))| Criterion {
                    id: format!("c{at}"),
                    name: String::new(),
                    description: String::new(),
                    group: None,
                    weight,
                    in_place,
                    see: None,
                    questions: named(&format!("c{at}-q"), questions),
                })
                .collect();
            let mut parts = Parts {
                id: "any".to_owned(),
                version: semver::Version::new(1, 0, 0),
                language: "en".to_owned(),
                title: String::new(),
                description: String::new(),
                respondents: None,
                effort_scope: None,
                effort_unit: String::new(),
                effort_factor: 1,
                sources: vec![],
                pillars: vec![],
                groups: vec![],
                profile: vec![],
                levels: vec![new_level(0, vec![])],
                criteria,
                challenges: vec![],
                actions: vec![],
                benchmarks: vec![],
                renames: Renames::default(),
                glossary: vec![],
            };
            for (at, level) in levels.into_iter().enumerate() {
                let requires = level.requires(at + 1, parts.criteria.len());
                parts.levels.push(new_level(at + 1, requires));
            }
            let asks = |level: &&Level| level.requires.iter().any(|clause| matches!(clause, Clause::Questions(..)));
            let asking: Vec<String> = parts.levels.iter().filter(asks).map(|level| level.id.clone()).collect();
            let questions = parts.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions);
            for (question, belongs) in questions.zip(belongs).filter(|_| !asking.is_empty()) {
                question.level = belongs.map(|at| asking[at.index(asking.len())].clone());
            }
            if let Some(split) = split.map(|split| split.index(parts.criteria.len())) {
                let group = |at: usize| Group { id: format!("g{at}"), name: String::new() };
                parts.groups = vec![group(0), group(1)];
                let criteria = parts.criteria.iter_mut().enumerate();
                criteria.for_each(|(at, criterion)| criterion.group = Some(format!("g{}", usize::from(at >= split))));
            }
            for action in actions {
                let action = action.build(&parts);
                parts.actions.push(action);
            }
            Definition::try_from(parts).unwrap()
        },
    )
}

fn named(prefix: &str, questions: Vec<Question>) -> Vec<Question> {
    let questions = questions.into_iter().enumerate();
    questions.map(|(at, question)| Question { id: format!("{prefix}{at}"), ..question }).collect()
}

/// Mostly small, now and then large and without common divisors.
fn weight() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 1u32..=3, 1 => 83u32..=97]
}

fn threshold() -> impl Strategy<Value = Score> {
    prop_oneof![Just(750u16), 1u16..=1000].prop_map(|tenths| Score::from_tenths(tenths).unwrap())
}

fn round_threshold() -> impl Strategy<Value = Score> {
    prop_oneof![(1u16..=10).prop_map(|tenth| tenth * 100), Just(333), 1u16..=1000]
        .prop_map(|tenths| Score::from_tenths(tenths).unwrap())
}

fn question() -> impl Strategy<Value = Question> {
    (vec(1u32..=3, 1..=4), 0u32..=2, weight()).prop_map(|(steps, first, weight)| new_question(first, &steps, weight))
}

/// A question of five options that may be answered n/a.
pub fn question_of(id: &str, weight: u32) -> Question {
    Question { id: id.to_owned(), ..new_question(0, &[1; 4], weight) }
}

fn new_question(first: u32, steps: &[u32], weight: u32) -> Question {
    let mut points = first;
    let mut options = vec![AnswerOption { points, text: String::new() }];
    for step in steps {
        points += step;
        options.push(AnswerOption { points, text: String::new() });
    }
    Question {
        id: String::new(),
        text: String::new(),
        help: None,
        level: None,
        weight,
        not_applicable: NotApplicable::Yes,
        condition: Condition::default(),
        refs: vec![],
        options,
    }
}

#[derive(Clone, Debug)]
struct AnyLevel {
    in_place: Option<Index>,
    overall: Option<Score>,
    every: Option<Score>,
    criterion: Option<(Index, Score)>,
    questions: Option<Score>,
}

fn level<S: Strategy<Value = Score>>(threshold: fn() -> S) -> impl Strategy<Value = AnyLevel> {
    let scores = || option::weighted(0.3, threshold());
    let criterion = option::weighted(0.3, (any::<Index>(), threshold()));
    (option::weighted(0.7, any::<Index>()), scores(), scores(), criterion, scores()).prop_map(
        |(in_place, overall, every, criterion, questions)| AnyLevel { in_place, overall, every, criterion, questions },
    )
}

impl AnyLevel {
    fn requires(self, at: usize, criteria: usize) -> Vec<Clause<Scope>> {
        let in_place = self.in_place.map(|at| Clause::CriteriaInPlace(1 + at.index(criteria)));
        let criterion = self
            .criterion
            .map(|(at, score)| Clause::Criterion(Scope::Named(format!("c{}", at.index(criteria))), score));
        let every = self.every.map(|score| Clause::Criterion(Scope::Every, score));
        let overall = self.overall.map(Clause::Overall);
        let questions = self.questions.map(|score| Clause::Questions(Scope::Named(format!("l{at}")), score));
        [in_place, overall, every, criterion, questions].into_iter().flatten().collect()
    }
}

fn new_level(at: usize, requires: Vec<Clause<Scope>>) -> Level {
    Level { id: format!("l{at}"), name: String::new(), summary: String::new(), requires }
}

#[derive(Clone, Debug)]
struct AnyAction {
    effort: Effort,
    after: Option<Index>,
    raises: Vec<(Index, Index)>,
}

fn action() -> impl Strategy<Value = AnyAction> {
    (effort(50), option::weighted(0.3, any::<Index>()), vec(any::<(Index, Index)>(), 1..=3))
        .prop_map(|(effort, after, raises)| AnyAction { effort, after, raises })
}

impl AnyAction {
    fn build(self, definition: &Parts) -> Action {
        let questions: Vec<&Question> = definition.questions().map(|(_, question)| question).collect();
        let at = definition.actions.len();
        let mut raises: Vec<Raise> = Vec::new();
        for (question, option) in self.raises {
            let question = questions[question.index(questions.len())];
            let points = question.options[option.index(question.options.len())].points;
            if raises.iter().all(|raise| raise.question != question.id) {
                raises.push(Raise { question: question.id.clone(), points });
            }
        }
        let after = self.after.filter(|_| at > 0).map(|before| definition.actions[before.index(at)].id.clone());
        Action {
            id: format!("a{at}"),
            title: String::new(),
            why: String::new(),
            steps: vec![],
            pillar: None,
            effort: self.effort.into(),
            condition: Condition::default(),
            refs: vec![],
            after: after.into_iter().collect(),
            raises,
            source: None,
            see: None,
        }
    }
}

/// A fact of which one of three options holds, and one of which both of two may.
pub fn facts() -> Vec<Fact> {
    let fact = |id: &str, options: &[&str], many: bool| Fact {
        id: id.to_owned(),
        text: String::new(),
        help: None,
        many,
        assume: None,
        options: options.iter().map(|id| FactOption { id: (*id).to_owned(), text: String::new() }).collect(),
    };
    vec![fact("size", &["few", "team", "centre"], false), fact("channels", &["telephone", "email"], true)]
}

/// A condition on the facts whose bits are these sets of options, where none are nothing that is asked.
pub fn condition([if_size, if_channels, unless_size, unless_channels]: [u32; 4]) -> Condition {
    let part = |fact: &Fact, set: u32| {
        let named = fact.options.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
        let options: Vec<String> = named.map(|(_, option)| option.id.clone()).collect();
        (set > 0).then(|| Holds { fact: fact.id.clone(), options })
    };
    let facts = facts();
    let parts = |sets: [u32; 2]| facts.iter().zip(sets).filter_map(|(fact, set)| part(fact, set)).collect();
    Condition { only_if: parts([if_size, if_channels]), unless: parts([unless_size, unless_channels]) }
}
