//! The route: it equals brute force, respects `after`, and comes back quickly.

use std::cmp::{Ordering, Reverse};

use cxm::answers::{Answer, OwnPlan};
use cxm::definition::{Challenge, Cost, Definition, Goal, Parts, Profile, Raise};
use cxm::exact::{Effort, Score};
use cxm::plan::search::{self, MAX_WORK};
use cxm::plan::{Aim, Plan, Priority, Problem, Route, plan};
use cxm::score::{ActionScheme, ChallengeScheme, CriterionScheme, Found, QuestionScheme, Scheme};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::any::{self, condition, facts};
use crate::oracle::{self, Points, Ratio, Set};

fn compare(a: Ratio, b: Ratio) -> Ordering {
    (a.0 * b.1).cmp(&(b.0 * a.1))
}

fn overall(definition: &Definition, set: &Set) -> Ratio {
    oracle::score(definition, &set.points).unwrap().overall
}

/// Least effort, then highest overall score, then first in definition order.
fn best_route<'a>(definition: &Definition, sets: impl Iterator<Item = &'a Set>) -> Option<&'a Set> {
    sets.min_by(|a, b| {
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

/// A survey whose definition asks two facts, by which questions, actions and challenges are for some only and efforts differ, and
/// what an organisation told of them.
#[derive(Clone, Debug)]
pub struct Challenged {
    survey: any::Survey,
    profile: Profile,
    /// Of each challenge that is one for the organisation, or none.
    challenges: Vec<Option<Vec<(usize, u32)>>>,
    not_for_it: Vec<usize>,
    /// What each action costs the organisation.
    efforts: Vec<Effort>,
}

/// What is drawn for an action beside what it raises: for whom it is, and what it costs three classes, or all alike.
type Fitted = (ForWhom, Option<[u32; 3]>);

/// What was told, of `size` an option and of `channels` any: none where nothing was.
type ToldOf = (Option<usize>, [bool; 2]);

/// Sets of options as [`condition`] takes them.
type ForWhom = [u32; 4];

/// For everybody, or for some.
fn for_whom() -> impl Strategy<Value = ForWhom> {
    prop_oneof![2 => Just([0; 4]), 1 => [0u32..8, 0u32..4, 0u32..8, 0u32..4]]
}

/// Whether it counts for who told this: what was not told rules nothing out. Thought out anew, not taken from the definition.
fn counts([if_size, if_channels, unless_size, unless_channels]: ForWhom, (size, channels): ToldOf) -> bool {
    let size = |set: u32| size.map(|size| set >> size & 1 == 1);
    let told = channels.contains(&true);
    let channels = |set: u32| told.then(|| (0..2).any(|at| channels[at] && set >> at & 1 == 1));
    let asked = |set: u32, holds: Option<bool>| (set > 0).then_some(holds);
    let only_if: Vec<_> =
        [asked(if_size, size(if_size)), asked(if_channels, channels(if_channels))].into_iter().flatten().collect();
    let unless = [asked(unless_size, size(unless_size)), asked(unless_channels, channels(unless_channels))];
    let unless: Vec<_> = unless.into_iter().flatten().collect();
    let barred = !unless.is_empty() && unless.iter().all(|holds| *holds == Some(true));
    only_if.iter().all(|holds| *holds != Some(false)) && !barred
}

pub fn challenged() -> impl Strategy<Value = Challenged> {
    let challenge = (vec(any::<(Index, Index)>(), 1..=3), for_whom());
    let fitted = (for_whom(), proptest::option::of([1u32..=50, 1u32..=50, 1u32..=50]));
    let told = (proptest::option::weighted(0.8, 0usize..3), any::<[bool; 2]>());
    let parts = (any::survey(9), vec(challenge, 0..=4), vec(fitted, 9), vec(for_whom(), 12), told);
    parts.prop_map(|(survey, challenges, fitted, asked, told)| fit(survey, &challenges, &fitted, &asked, told))
}

fn fit(
    mut survey: any::Survey,
    challenges: &[(Vec<(Index, Index)>, ForWhom)],
    fitted: &[Fitted],
    asked: &[ForWhom],
    told: ToldOf,
) -> Challenged {
    let mut parts = Parts::clone(&survey.definition);
    parts.profile = facts();
    parts.profile[0].assume = Some("team".to_owned());
    let questions = parts.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions);
    for ((question, asked), answer) in questions.zip(asked).zip(&mut survey.answers) {
        question.condition = condition(*asked);
        if !counts(*asked, told) {
            *answer = Answer::NotApplicable;
        }
    }
    let mut efforts = Vec::new();
    for (action, (for_whom, classes)) in parts.actions.iter_mut().zip(fitted) {
        action.condition = condition(*for_whom);
        let same = action.effort.of(&[], &Profile::default());
        let classes = classes.map(|classes| classes.map(Effort::from_tenths));
        if let Some(classes) = classes {
            let ids = ["few", "team", "centre"].map(str::to_owned);
            action.effort = Cost::By { fact: "size".to_owned(), efforts: ids.into_iter().zip(classes).collect() };
        }
        // Where the size was not told, the second class stands in.
        efforts.push(classes.map_or(same, |classes| classes[told.0.unwrap_or(1)]));
    }
    let all: Vec<(String, Vec<u32>)> = survey
        .definition
        .questions()
        .map(|(_, question)| (question.id.clone(), question.options.iter().map(|option| option.points).collect()))
        .collect();
    let mut found = Vec::new();
    for (at, (when, for_whom)) in challenges.iter().enumerate() {
        let mut worst: Vec<(usize, u32)> = Vec::new();
        for (question, option) in when {
            let question = question.index(all.len());
            if worst.iter().all(|(other, _)| *other != question) {
                worst.push((question, all[question].1[option.index(all[question].1.len())]));
            }
        }
        let raise = |(question, points): &(usize, u32)| Raise { question: all[*question].0.clone(), points: *points };
        parts.challenges.push(Challenge {
            id: format!("h{at}"),
            name: String::new(),
            summary: String::new(),
            when: worst.iter().map(raise).collect(),
            source: None,
            condition: condition(*for_whom),
        });
        found.push(counts(*for_whom, told).then_some(worst));
    }
    let not_for_it = (0..parts.actions.len()).filter(|at| !counts(fitted[*at].0, told)).collect();
    survey.definition = Definition::try_from(parts).expect("ids are distinct, and what they name is there");
    let mut profile = Profile::default();
    told.0.iter().for_each(|size| profile.tell(0, *size));
    (0..2).filter(|at| told.1[*at]).for_each(|at| profile.tell(1, at));
    Challenged { survey, profile, challenges: found, not_for_it, efforts }
}

impl Challenged {
    fn scheme(&self) -> Scheme {
        Scheme::compile(&self.survey.definition, &self.profile)
    }

    /// Every set of actions. What is not for an organisation neither helps nor hinders, like what is done.
    fn sets(&self, points: &Points) -> Vec<Set> {
        let any::Survey { definition, own, .. } = &self.survey;
        let done = [own.done.as_slice(), &self.not_for_it].concat();
        let effort = own.effort.iter().copied().chain(self.efforts.iter().copied().enumerate()).collect();
        oracle::sets(definition, points, &OwnPlan { done, effort, ..own.clone() })
    }

    /// Whether a challenge is there with these points.
    fn is_there(&self, challenge: usize, points: &Points) -> bool {
        let of_it = self.challenges[challenge].iter();
        of_it.flatten().all(|&(at, worst)| points[at].is_some_and(|points| points <= worst))
            && self.challenges[challenge].is_some()
    }

    /// The challenges that are certainly found and that some set ends.
    fn endable(&self, points: &Points, sets: &[Set]) -> Vec<usize> {
        let answered = |&at: &usize| self.survey.answers[at] != Answer::Unanswered;
        let certain = |&at: &usize| {
            self.is_there(at, points) && self.challenges[at].iter().flatten().all(|(question, _)| answered(question))
        };
        let can_end = |at: &usize| sets.iter().any(|set| !self.is_there(*at, &set.points));
        (0..self.challenges.len()).filter(certain).filter(can_end).collect()
    }
}

fn is_set(route: &Route, expected: &Set) -> Result<(), TestCaseError> {
    let mut actions = route.actions.clone();
    actions.sort_unstable();
    prop_assert_eq!(&actions, &expected.actions);
    prop_assert_eq!(route.effort, expected.effort);
    prop_assert!(route.proven && route.at_least == route.effort);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_route_equals_brute_force(challenged in challenged(), budget in 0u32..200, criterion in any::<Index>()) {
        equals_brute_force(&challenged, budget, criterion)?;
    }
}

/// Every aim there is: each level with and without challenges, a criterion in place, and a budget in tenths.
pub fn equals_brute_force(challenged: &Challenged, budget: u32, criterion: Index) -> Result<(), TestCaseError> {
    let budget = Effort::from_tenths(budget);
    let any::Survey { definition, answers, own } = &challenged.survey;
    let points = oracle::points(definition, answers, false);
    let Some(now) = oracle::score(definition, &points) else { return Ok(()) };
    let scheme = challenged.scheme();
    let sets = challenged.sets(&points);
    let endable = challenged.endable(&points, &sets);
    let ends = |set: &&Set| endable.iter().all(|at| !challenged.is_there(*at, &set.points));
    let score = |set: &Set| oracle::score(definition, &set.points).unwrap();

    for level in 0..definition.levels.len() {
        for challenges in [true, false] {
            let plan = plan(&scheme, answers, own, &Aim::Level { to: Some(level), challenges }).unwrap();
            let reaching = || sets.iter().filter(|set| score(set).level >= level);
            prop_assert_eq!(plan.route.unmet.is_empty(), reaching().next().is_some());
            let enough = |set: &&Set| !plan.route.unmet.is_empty() || score(set).level >= level;
            let enough = sets.iter().filter(enough).filter(|set| !challenges || ends(set));
            is_set(&plan.route, best_route(definition, enough).unwrap())?;
            if level == now.level + 1 && challenges {
                let next = cxm::plan::plan(&scheme, answers, own, &Aim::NEXT).unwrap();
                prop_assert_eq!(&next, &plan);
            }
            respects_after(definition, &challenged.not_for_it, &plan.route.actions);
            ends_are_true(challenged, &points, &plan)?;
        }
    }

    let at = criterion.index(definition.criteria.len());
    let wanted = definition.criteria[at].in_place;
    let in_place = |set: &&Set| score(set).criteria[at].is_none_or(|score| score.reaches(wanted));
    let route = plan(&scheme, answers, own, &Aim::InPlace(vec![at])).unwrap().route;
    match best_route(definition, sets.iter().filter(in_place)) {
        Some(expected) => is_set(&route, expected)?,
        None => prop_assert!(!route.unmet.is_empty() && route.actions.is_empty()),
    }

    let expected = best_for_budget(definition, &sets, budget).unwrap();
    let mut actions = plan(&scheme, answers, own, &Aim::Budget(budget)).unwrap().route.actions;
    actions.sort_unstable();
    prop_assert_eq!(&actions, &expected.actions);
    Ok(())
}

fn respects_after(definition: &Definition, not_for_it: &[usize], actions: &[usize]) {
    for (place, &at) in actions.iter().enumerate() {
        assert!(!not_for_it.contains(&at), "{} is not for this organisation", definition.actions[at].id);
        for before in &definition.actions[at].after {
            let later = actions[place..].iter().any(|&later| definition.actions[later].id == *before);
            assert!(!later, "{before} must come before {}", definition.actions[at].id);
        }
    }
}

/// Each action of the route ends what it says, no sooner and no later.
fn ends_are_true(challenged: &Challenged, points: &Points, plan: &Plan) -> Result<(), TestCaseError> {
    let definition = &challenged.survey.definition;
    let mut points = points.clone();
    let there = |points: &Points| -> Vec<usize> {
        let found = plan.challenges.iter().map(|challenge| challenge.challenge);
        found.filter(|&at| challenged.is_there(at, points)).collect()
    };
    for priority in plan.priorities.iter().filter(|priority| priority.on_route) {
        let before = there(&points);
        for raise in &definition.actions[priority.action].raises {
            let at = definition.questions().position(|(_, question)| question.id == raise.question).unwrap();
            points[at] = points[at].map(|now| now.max(raise.points));
        }
        let after = there(&points);
        let ended: Vec<usize> = before.into_iter().filter(|at| !after.contains(at)).collect();
        prop_assert_eq!(&priority.ends, &ended);
    }
    Ok(())
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
        level: None,
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
    let goal = |count| Goal {
        criteria_in_place: count,
        overall: Score::ZERO,
        criteria: vec![Score::ZERO; 7],
        questions: vec![],
    };
    Scheme::new(
        (0..28).map(question).collect(),
        (0..7).map(|_| CriterionScheme { weight: 1, in_place: Score::DEFAULT_IN_PLACE }).collect(),
        [0, 2, 4, 6].map(goal).to_vec(),
        (0..actions).map(|at| action(at, random)).collect(),
    )
}

#[test]
fn sixty_actions_and_any_answers_take_little_work() {
    let (mut random, mut challenges) = (Random(7), Random(11));
    for _ in 0..60 {
        let mut scheme = large(&mut random, 60);
        let top = random.below(5);
        let answers: Vec<Answer> =
            (0..28).map(|_| Answer::Option(u8::try_from(random.below(top + 1)).unwrap())).collect();
        let worst = |random: &mut Random| (random.index(28), u8::try_from(random.below(3)).unwrap());
        scheme.challenges = (0..12).map(|_| challenge(&[worst(&mut challenges), worst(&mut challenges)])).collect();
        let problem = Problem::new(&scheme, &answers, &OwnPlan::default());
        let all: Vec<usize> = (0..problem.candidates.len()).collect();
        let score = |points: u16| Score::from_tenths(points * 10).unwrap();
        let mixed = Goal { criteria_in_place: 5, overall: score(70), criteria: vec![score(50); 7], questions: vec![] };
        for goal in scheme.levels[1..].iter().chain([&mixed]) {
            if !problem.standing(&all).unwrap().attains(goal) || problem.standing(&[]).unwrap().attains(goal) {
                continue;
            }
            for obligations in [vec![], problem.obligations()] {
                let found = search::shortest(&problem, goal, &obligations, MAX_WORK);
                assert!(found.proven);
                // A tenth of a second; a goal that mixes all kinds of requirements takes some tenths.
                let most = if goal.overall == Score::ZERO { 15_000_000 } else { 40_000_000 };
                assert!(found.work < most, "{} steps", found.work);
            }
        }
    }
}

/// Every question has a ladder of two actions, and all ladders cost the same: only what a rung adds to the one below it tells
/// how far the effort of a route can be brought down.
#[test]
fn ladders_that_cost_the_same_are_searched_to_the_end() {
    let mut random = Random(5);
    for _ in 0..20 {
        let mut scheme = large(&mut random, 0);
        let rung = |effort: u32, after: Vec<usize>, question: usize, to: u8| {
            let effort = Effort::whole(effort);
            ActionScheme { applies: true, effort, after, raises: vec![(question, to)] }
        };
        let ladder = |question: usize| [rung(3, vec![], question, 2), rung(5, vec![2 * question], question, 4)];
        scheme.actions = (0..28).flat_map(ladder).collect();
        let now: Vec<u8> = (0..28).map(|_| u8::try_from(random.below(3) / 2).unwrap()).collect();
        let answers: Vec<Answer> = now.iter().map(|option| Answer::Option(*option)).collect();
        let goal = Goal {
            criteria_in_place: 0,
            overall: Score::from_tenths(400).unwrap(),
            criteria: vec![Score::ZERO; 7],
            questions: vec![],
        };
        let found = search::shortest(&Problem::new(&scheme, &answers, &OwnPlan::default()), &goal, &[], MAX_WORK);
        // 40 of 100 of 28 questions with four points each are 45 points.
        let lacking = 45 - now.iter().map(|option| usize::from(*option)).sum::<usize>();
        // The least effort for at least so many points, with one question after the other.
        let mut least = vec![u32::MAX / 2; lacking + 1];
        least[0] = 0;
        for option in now.iter().map(|option| usize::from(*option)) {
            let rungs = [(0, 0), (2 - option, 3), (4 - option, 8)];
            let cheapest = |points: usize| rungs.map(|(gain, effort)| least[points.saturating_sub(gain)] + effort);
            least = (0..=lacking).map(|points| cheapest(points).into_iter().min().unwrap()).collect();
        }
        let least = least[lacking] * 10;
        assert!(found.proven && found.at_least == least, "{} of {least}, {} steps", found.at_least, found.work);
    }
}

/// Fifteen criteria of six questions, each with a ladder of three actions of its own: the least effort is that of a knapsack.
#[test]
fn where_no_action_helps_two_questions_the_route_is_a_knapsack() {
    let mut random = Random(9);
    for _ in 0..5 {
        let question = |at: usize| QuestionScheme {
            criterion: at / 6,
            values: vec![0, 1, 2, 4],
            not_applicable: true,
            asked: true,
            level: None,
        };
        let efforts: Vec<[u32; 3]> =
            (0..90).map(|_| [3, 3, 5].map(|effort| effort + u32::from(random.below(2) == 0))).collect();
        let rung = |at: usize, of: usize| {
            let after = if of == 0 { vec![] } else { vec![3 * at + of - 1] };
            action(efforts[at][of], &after, &[(at, u8::try_from(of + 1).unwrap())])
        };
        let goal = Goal {
            criteria_in_place: 6,
            overall: Score::from_tenths(550).unwrap(),
            criteria: vec![Score::from_tenths(250).unwrap(); 15],
            questions: vec![],
        };
        let scheme = Scheme::new(
            (0..90).map(question).collect(),
            (0..15).map(|_| CriterionScheme { weight: 1, in_place: Score::DEFAULT_IN_PLACE }).collect(),
            vec![goal.clone()],
            (0..270).map(|at| rung(at / 3, at % 3)).collect(),
        );
        let now: Vec<u8> = (0..90).map(|_| u8::try_from(random.below(3) / 2).unwrap()).collect();
        let answers: Vec<Answer> = now.iter().map(|option| Answer::Option(*option)).collect();
        let found = search::shortest(&Problem::new(&scheme, &answers, &OwnPlan::default()), &goal, &[], MAX_WORK);

        // The least effort for so many points in a criterion, and then for so many criteria with 18 of their 24 and so many
        // points in all; each needs 6, and together they need 198.
        let mut least = vec![vec![u32::MAX / 2; 199]; 7];
        least[0][0] = 0;
        for criterion in 0..15 {
            let mut points = vec![u32::MAX / 2; 25];
            points[0] = 0;
            for at in 6 * criterion..6 * criterion + 6 {
                let mut next = vec![u32::MAX / 2; 25];
                for to in usize::from(now[at])..=3 {
                    let effort: u32 = efforts[at][usize::from(now[at])..to].iter().sum();
                    for (before, known) in points.iter().enumerate() {
                        let then = (before + [0, 1, 2, 4][to]).min(24);
                        next[then] = next[then].min(known + effort);
                    }
                }
                points = next;
            }
            let mut next = vec![vec![u32::MAX / 2; 199]; 7];
            for (count, of_count) in least.iter().enumerate() {
                for (sum, known) in of_count.iter().enumerate() {
                    for (gained, effort) in points.iter().enumerate().skip(6) {
                        let then = &mut next[(count + usize::from(gained >= 18)).min(6)][(sum + gained).min(198)];
                        *then = (*then).min(known + effort);
                    }
                }
            }
            least = next;
        }
        let least = least[6][198] * 10;
        assert!(found.proven && found.at_least == least, "{} of {least}, {} steps", found.at_least, found.work);
    }
}

/// Thirty criteria of four questions, a hundred actions that each raise one to four, of efforts that differ or do not.
#[test]
fn thirty_criteria_and_a_hundred_actions_are_searched_to_the_end() {
    let mut random = Random(13);
    let score = |tenths: u16| Score::from_tenths(tenths).unwrap();
    for (alike, count, overall, every) in [(false, 2, 0, 0), (true, 2, 0, 0), (false, 1, 450, 150), (true, 0, 450, 0)] {
        let mut scheme = large(&mut random, 0);
        scheme.questions =
            (0..120).map(|at| QuestionScheme { criterion: at / 4, ..scheme.questions[0].clone() }).collect();
        scheme.criteria = vec![scheme.criteria[0].clone(); 30];
        let goal = Goal {
            criteria_in_place: 5 * count,
            overall: score(overall),
            criteria: vec![score(every); 30],
            questions: vec![],
        };
        let mut actions = Vec::new();
        for at in 0..100 {
            let raises: Vec<(usize, u8)> =
                (0..=random.below(4)).map(|_| (random.index(120), 2 + u8::from(random.below(2) == 0) * 2)).collect();
            let after = if at > 0 && random.below(10) < 3 { vec![random.index(at)] } else { vec![] };
            actions.push(action(if alike { 3 } else { 1 + u32::try_from(random.below(15)).unwrap() }, &after, &raises));
        }
        scheme = Scheme::new(scheme.questions, scheme.criteria, vec![goal.clone()], actions);
        let answers: Vec<Answer> = (0..120).map(|_| Answer::Option(u8::try_from(random.below(3)).unwrap())).collect();
        let problem = Problem::new(&scheme, &answers, &OwnPlan::default());
        let all: Vec<usize> = (0..problem.candidates.len()).collect();
        assert!(problem.standing(&all).unwrap().attains(&goal) && !problem.standing(&[]).unwrap().attains(&goal));
        let found = search::shortest(&problem, &goal, &[], MAX_WORK);
        assert!(found.proven, "{} of {}", found.at_least, problem.effort(&found.chosen));
        assert!(problem.standing(&found.chosen).unwrap().attains(&goal));
    }
}

/// Where all efforts are alike, everything hangs on the order among equals.
#[test]
fn equal_efforts_equal_brute_force() {
    let mut random = Random(17);
    for _ in 0..200 {
        let actions = (0..8).map(|at| {
            let raises: Vec<(usize, u8)> = (0..=random.below(2))
                .map(|of| {
                    (random.index(3) * 2 + usize::try_from(of).unwrap(), u8::try_from(1 + random.below(4)).unwrap())
                })
                .collect();
            let after = if at > 0 && random.below(4) == 0 { vec![random.index(at)] } else { vec![] };
            action(2, &after, &raises)
        });
        let scheme = small(actions.collect(), vec![]);
        let answers: Vec<Answer> = (0..6).map(|_| Answer::Option(u8::try_from(random.below(3)).unwrap())).collect();
        let problem = Problem::new(&scheme, &answers, &OwnPlan::default());
        let score =
            |random: &mut Random, below: u64| Score::from_tenths(u16::try_from(random.below(below)).unwrap()).unwrap();
        let goal = Goal {
            criteria_in_place: random.index(3),
            overall: score(&mut random, 600),
            criteria: (0..3).map(|_| score(&mut random, 400)).collect(),
            questions: vec![],
        };
        let closed = |set: &Vec<usize>| {
            set.iter().all(|&at| problem.candidates[at].after.iter().all(|before| set.contains(before)))
        };
        let count = problem.candidates.len();
        let sets = (0u32..1 << count).map(|bits| (0..count).filter(|at| bits >> at & 1 == 1).collect::<Vec<usize>>());
        let sets: Vec<Vec<usize>> = sets.filter(closed).collect();
        let overall = |set: &Vec<usize>| problem.tally(set).overall(&scheme).value;
        let attaining = sets.iter().filter(|set| problem.standing(set).unwrap().attains(&goal));
        if let Some(expected) = attaining.min_by_key(|set| (set.len(), Reverse(overall(set)), (*set).clone())) {
            let found = search::shortest(&problem, &goal, &[], MAX_WORK);
            assert!(found.proven && found.chosen == *expected, "{:?} for {expected:?}", found.chosen);
        }
        let affordable = sets.iter().filter(|set| set.len() <= 3);
        let expected = affordable.min_by_key(|set| (Reverse(overall(set)), set.len(), (*set).clone())).unwrap();
        let found = search::best(&problem, 60, MAX_WORK);
        assert!(found.proven && found.chosen == *expected, "{:?} for {expected:?}", found.chosen);
        assert_eq!(found.at_most, Some(overall(expected)));
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
    let found = search::shortest(&problem, &scheme.levels[3], &[], 1_000_000);
    assert!(problem.standing(&found.chosen).unwrap().attains(&scheme.levels[3]));
    let efforts: u32 = found.chosen.iter().map(|&at| problem.candidates[at].effort).sum();
    assert!(efforts / 10 < found.at_least && found.at_least < efforts, "{} of {efforts}", found.at_least);
    assert!(!found.proven, "{} steps are enough: this problem has become too easy for the test", found.work);

    let found = search::best(&problem, 60_000, 300_000);
    let efforts: u32 = found.chosen.iter().map(|&at| problem.candidates[at].effort).sum();
    let overall = problem.tally(&found.chosen).overall(&scheme).value;
    let most = found.at_most.unwrap();
    assert!(efforts <= 60_000 && overall < most && most < 2 * overall, "{overall} to {most} for {efforts}");
    assert!(!found.proven, "{} steps are enough: this problem has become too easy for the test", found.work);

    // However few steps there are, there is a route, and it takes not many more.
    let found = search::shortest(&problem, &scheme.levels[3], &[], 1_000);
    assert!(problem.standing(&found.chosen).unwrap().attains(&scheme.levels[3]) && !found.proven);
    assert!(found.work < 200_000, "{}", found.work);
}

/// Three criteria of two questions of five options, and levels that ask for so many of them in place.
fn small(actions: Vec<ActionScheme>, challenges: Vec<ChallengeScheme>) -> Scheme {
    let question = |at: usize| QuestionScheme {
        criterion: at / 2,
        values: vec![0, 1, 2, 3, 4],
        not_applicable: true,
        asked: true,
        level: None,
    };
    let goal = |count| Goal {
        criteria_in_place: count,
        overall: Score::ZERO,
        criteria: vec![Score::ZERO; 3],
        questions: vec![],
    };
    let mut scheme = Scheme::new(
        (0..6).map(question).collect(),
        (0..3).map(|_| CriterionScheme { weight: 1, in_place: Score::DEFAULT_IN_PLACE }).collect(),
        [0, 1, 2].map(goal).to_vec(),
        actions,
    );
    scheme.challenges = challenges;
    scheme
}

fn action(effort: u32, after: &[usize], raises: &[(usize, u8)]) -> ActionScheme {
    ActionScheme { applies: true, effort: Effort::whole(effort), after: after.to_vec(), raises: raises.to_vec() }
}

fn challenge(when: &[(usize, u8)]) -> ChallengeScheme {
    ChallengeScheme { applies: true, when: when.to_vec() }
}

fn options<const N: usize>(options: [u8; N]) -> [Answer; N] {
    options.map(Answer::Option)
}

#[test]
fn what_ends_challenges_comes_first_in_their_order_with_what_it_needs() {
    let actions = vec![
        action(1, &[], &[(0, 4), (1, 4)]),
        action(2, &[2], &[(2, 3)]),
        action(6, &[], &[(3, 1)]),
        action(9, &[], &[(4, 2)]),
        action(1, &[], &[(5, 1)]),
    ];
    let scheme = small(actions, vec![challenge(&[(4, 1)]), challenge(&[(2, 0), (3, 1)]), challenge(&[(0, 0)])]);
    let plan = plan(&scheme, &options([0; 6]), &OwnPlan::default(), &Aim::NEXT).unwrap();
    assert_eq!(plan.route.actions, [3, 2, 1, 0]);
    assert_eq!((plan.route.effort, plan.route.at_least), (Effort::whole(18), Effort::whole(18)));
    let ends = |which: fn(&Priority) -> &Vec<usize>| plan.priorities.iter().map(which).cloned().collect::<Vec<_>>();
    assert_eq!(ends(|priority| &priority.ends), [vec![0], vec![], vec![1], vec![2], vec![]]);
    assert_eq!(ends(|priority| &priority.prepares), [vec![], vec![1], vec![], vec![], vec![]]);
    let ended_by: Vec<_> = plan.challenges.iter().map(|challenge| challenge.ended_by.clone()).collect();
    assert_eq!(ended_by, [[3], [1], [0]]);
}

#[test]
fn open_questions_make_a_challenge_possible_and_oblige_to_nothing() {
    let scheme = small(
        vec![action(3, &[], &[(0, 4)]), action(1, &[], &[(1, 4)])],
        vec![challenge(&[(0, 1), (1, 0)]), challenge(&[(0, 1), (2, 2)]), challenge(&[(2, 2)])],
    );
    let mut answers = options([1, 4, 4, 4, 4, 4]);
    answers[1] = Answer::Unanswered;
    let found = |answers: &[Answer]| {
        let plan = plan(&scheme, answers, &OwnPlan::default(), &Aim::NEXT).unwrap();
        let challenges = plan.challenges.into_iter();
        (
            plan.route.actions,
            challenges.map(|of| (of.challenge, of.found, of.ended_by, of.endable_by)).collect::<Vec<_>>(),
        )
    };
    assert_eq!(found(&answers), (vec![], vec![(0, Found::Possibly, vec![], vec![0, 1])]));
    answers[1] = Answer::Option(0);
    assert_eq!(
        found(&answers),
        (vec![1], vec![(0, Found::Yes, vec![1], vec![0, 1])]),
        "though the highest level is attained"
    );
    answers[1] = Answer::NotApplicable;
    assert_eq!(found(&answers), (vec![], vec![]));
}

#[test]
fn where_the_level_is_out_of_reach_the_challenges_are_still_ended() {
    let scheme = small(vec![action(4, &[], &[(0, 2)])], vec![challenge(&[(0, 0)]), challenge(&[(1, 0)])]);
    let plan = plan(&scheme, &options([0; 6]), &OwnPlan::default(), &Aim::NEXT).unwrap();
    assert!(!plan.route.unmet.is_empty());
    assert_eq!((plan.route.actions, plan.route.effort), (vec![0], Effort::whole(4)));
    let ended_by: Vec<_> = plan.challenges.iter().map(|challenge| challenge.ended_by.clone()).collect();
    assert_eq!(ended_by, [vec![0], vec![]], "none can end the second");
}

#[test]
fn a_criterion_far_below_the_others_that_the_route_leaves_is_named() {
    let scheme = small(vec![action(1, &[], &[(0, 4), (1, 2)]), action(9, &[], &[(4, 1)])], vec![]);
    let left_behind =
        |answers: &[Answer], aim: &Aim| plan(&scheme, answers, &OwnPlan::default(), aim).unwrap().route.left_behind;
    // Once the first action is done, the others have 75.0.
    assert_eq!(left_behind(&options([0, 0, 3, 3, 2, 2]), &Aim::NEXT), Some(2));
    assert_eq!(left_behind(&options([0, 0, 3, 3, 2, 3]), &Aim::NEXT), None, "it is 12.5 below");
    assert_eq!(left_behind(&options([0, 0, 3, 3, 0, 1]), &Aim::Budget(Effort::whole(10))), None, "the route raises it");
    let mut open = options([0, 0, 3, 3, 0, 2]);
    open[4] = Answer::Unanswered;
    assert_eq!(left_behind(&open, &Aim::NEXT), None, "it may not be so low");
}
