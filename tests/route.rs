//! The route: it equals brute force, respects `after`, and comes back quickly.

use std::cmp::{Ordering, Reverse};

use cxm::answers::{Answer, OwnPlan};
use cxm::definition::{Definition, Goal, Profile};
use cxm::exact::{Effort, Score};
use cxm::plan::{Aim, Problem, Route, plan, search};
use cxm::score::{ActionScheme, CriterionScheme, QuestionScheme, Scheme};
use proptest::prelude::*;

use crate::any;
use crate::oracle::{self, Ratio, Set};

fn compare(a: Ratio, b: Ratio) -> Ordering {
    (a.0 * b.1).cmp(&(b.0 * a.1))
}

fn overall(definition: &Definition, set: &Set) -> Ratio {
    oracle::score(definition, &set.points).unwrap().overall
}

/// Least effort, then highest overall score, then first in definition order.
fn best_route<'a>(definition: &Definition, sets: &'a [Set], level: usize) -> Option<&'a Set> {
    let reaching = sets.iter().filter(|set| oracle::score(definition, &set.points).unwrap().level >= level);
    reaching.min_by(|a, b| {
        let order = a.effort.cmp(&b.effort).then(compare(overall(definition, b), overall(definition, a)));
        order.then(a.actions.cmp(&b.actions))
    })
}

/// Highest overall score, then least effort, then first in definition order.
fn best_for_budget<'a>(definition: &Definition, sets: &'a [Set], budget: Effort) -> Option<&'a Set> {
    sets.iter().filter(|set| set.effort <= budget).max_by(|a, b| {
        let order = compare(overall(definition, a), overall(definition, b));
        order.then(b.effort.cmp(&a.effort)).then(Reverse(&a.actions).cmp(&Reverse(&b.actions)))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_route_equals_brute_force(survey in any::survey(9), budget in (0u32..200).prop_map(Effort::from_tenths)) {
        let any::Survey { definition, answers, own } = survey;
        let points = oracle::points(&definition, &answers, false);
        let Some(now) = oracle::score(&definition, &points) else { return Ok(()) };
        let scheme = Scheme::compile(&definition, &Profile::default());
        let sets = oracle::sets(&definition, &points, &own);
        for level in now.level + 1..definition.levels.len() {
            let expected = best_route(&definition, &sets, level);
            match (plan(&scheme, &answers, &own, Aim::Level(level)).unwrap().route, expected) {
                (Route::Found(found), Some(expected)) => {
                    let mut actions = found.actions.clone();
                    actions.sort_unstable();
                    prop_assert_eq!(&actions, &expected.actions);
                    prop_assert_eq!(found.effort, expected.effort);
                    prop_assert!(found.proven);
                    prop_assert!(found.after.level >= level);
                    respects_after(&definition, &found.actions);
                }
                (Route::Blocked { unmet, .. }, None) => prop_assert!(!unmet.is_empty()),
                (route, expected) => prop_assert!(false, "{route:?} but {:?}", expected.map(|set| &set.actions)),
            }
        }
        let expected = best_for_budget(&definition, &sets, budget).unwrap();
        let Route::Found(found) = plan(&scheme, &answers, &own, Aim::Budget(budget)).unwrap().route else { panic!() };
        let mut actions = found.actions;
        actions.sort_unstable();
        prop_assert_eq!(&actions, &expected.actions);
    }
}

fn respects_after(definition: &Definition, actions: &[usize]) {
    for (place, &at) in actions.iter().enumerate() {
        for before in &definition.actions[at].after {
            let later = actions[place..].iter().any(|&later| definition.actions[later].id == *before);
            assert!(!later, "{before} must come before {}", definition.actions[at].id);
        }
    }
}

/// A linear congruential generator: the same problems in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn index(&mut self, bound: usize) -> usize {
        usize::try_from(self.below(bound as u64)).unwrap()
    }
}

/// Seven criteria of four questions of five options, and so many actions that each raise one to four questions.
fn large(random: &mut Random, actions: usize) -> Scheme {
    let question = |at: usize| QuestionScheme {
        criterion: at / 4,
        values: vec![0, 1, 2, 3, 4],
        not_applicable: true,
        asked: true,
    };
    let action = |at: usize, random: &mut Random| {
        let mut raises: Vec<(usize, u8)> = Vec::new();
        for _ in 0..=random.below(4) {
            let question = random.index(28);
            if raises.iter().all(|(other, _)| *other != question) {
                raises.push((question, u8::try_from(2 + random.below(3)).unwrap()));
            }
        }
        let after = if at > 0 && random.below(10) < 3 { vec![random.index(at)] } else { vec![] };
        let effort = Effort::whole(u32::try_from(1 + random.below(15)).unwrap());
        ActionScheme { applies: true, effort, after, raises }
    };
    let goal = |count| Goal { criteria_in_place: count, overall: Score::ZERO, criteria: vec![Score::ZERO; 7] };
    Scheme::new(
        (0..28).map(question).collect(),
        (0..7).map(|_| CriterionScheme { weight: 1, in_place: Score::DEFAULT_IN_PLACE }).collect(),
        [0, 2, 4, 6].map(goal).to_vec(),
        (0..actions).map(|at| action(at, random)).collect(),
    )
}

#[test]
fn sixty_actions_and_any_answers_take_little_work() {
    let mut random = Random(7);
    for _ in 0..60 {
        let scheme = large(&mut random, 60);
        let top = random.below(5);
        let answers: Vec<Answer> =
            (0..28).map(|_| Answer::Option(u8::try_from(random.below(top + 1)).unwrap())).collect();
        let problem = Problem::new(&scheme, &answers, &OwnPlan::default());
        let all: Vec<usize> = (0..problem.candidates.len()).collect();
        let score = |points: u16| Score::from_tenths(points * 10).unwrap();
        let mixed = Goal { criteria_in_place: 5, overall: score(70), criteria: vec![score(50); 7] };
        for goal in scheme.levels[1..].iter().chain([&mixed]) {
            if problem.standing(&all).unwrap().attains(goal) && !problem.standing(&[]).unwrap().attains(goal) {
                let found = search::shortest(&problem, goal);
                assert!(found.proven);
                // A tenth of a second; a goal that mixes all kinds of requirements takes some tenths.
                let most = if goal.overall == Score::ZERO { 10_000_000 } else { 40_000_000 };
                assert!(found.work < most, "{} steps", found.work);
            }
        }
    }
}

/// Two hundred actions that all look alike: whatever the search makes of them, it comes back.
#[test]
fn a_search_that_is_cut_short_says_so() {
    let mut random = Random(3);
    let mut scheme = large(&mut random, 200);
    for action in &mut scheme.actions {
        action.effort = Effort::whole(1_000 - u32::try_from(random.below(3)).unwrap());
    }
    let answers = vec![Answer::Option(0); 28];
    let problem = Problem::new(&scheme, &answers, &OwnPlan::default());
    let found = search::shortest(&problem, &scheme.levels[3]);
    assert!(problem.standing(&found.chosen).unwrap().attains(&scheme.levels[3]));
    assert!(!found.proven, "{} steps are enough: this problem has become too easy for the test", found.work);
}
