//! What follows from a definition, against a look at every answer set that it allows.

use cxm::answers::OwnPlan;
use cxm::check::reason::{Given, Idle, Reasoning, Threshold, Undecided, idle_part, is_impossible, reason};
use cxm::definition::{
    self, Action, Challenge, Clause, Condition, Criterion, Definition, Fact, Holds, Level, Parts, Profile, Raise,
    Scope, bundled,
};
use cxm::diagnostic::Source;
use cxm::exact::{Effort, Score};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::any::{self, condition, facts};
use crate::oracle::{self, Points, Result};

/// Every answer set of a definition with its result; those without one are left out.
struct Everyone<'a> {
    definition: &'a Definition,
    all: Vec<(Points, Result)>,
}

impl<'a> Everyone<'a> {
    fn of(definition: &'a Definition) -> Self {
        let mut all: Vec<Points> = vec![vec![]];
        for (_, question) in definition.questions() {
            let options = question.options.iter().map(|option| Some(option.points));
            let answers: Vec<Option<u32>> =
                options.chain(question.not_applicable.is_allowed().then_some(None)).collect();
            let one_more = all.iter().flat_map(|points| {
                answers.iter().map(move |answer| points.iter().copied().chain([*answer]).collect::<Points>())
            });
            all = one_more.collect();
        }
        let scored =
            all.into_iter().filter_map(|points| oracle::score(definition, &points).map(|result| (points, result)));
        Self { definition, all: scored.collect() }
    }

    fn find(&self, points: &Points) -> Option<&Result> {
        self.all.iter().find(|(other, _)| other == points).map(|(_, result)| result)
    }

    fn holds(&self, requirement: &Clause<Scope>, (points, result): &(Points, Result)) -> bool {
        oracle::holds(self.definition, requirement, points, &result.criteria, result.overall)
    }

    fn in_place(&self, result: &Result) -> Vec<bool> {
        let criteria = result.criteria.iter().zip(&self.definition.criteria);
        criteria.map(|(score, criterion)| score.is_some_and(|score| score.reaches(criterion.in_place))).collect()
    }

    fn hidden_levels(&self) -> Vec<usize> {
        let top = self.definition.levels.len() - 1;
        (0..top).filter(|level| self.all.iter().all(|(_, result)| result.level != *level)).collect()
    }

    /// The pairs of thresholds, lower and higher, between which no score falls.
    fn gaps(&self) -> Vec<(Score, Score)> {
        let mut gaps = Vec::new();
        let levels = || self.definition.levels.iter().flat_map(|level| &level.requires);
        for (at, criterion) in self.definition.criteria.iter().enumerate() {
            let named = levels().filter_map(|requirement| match requirement {
                Clause::Criterion(Scope::Named(id), score) if *id == criterion.id => Some(*score),
                _ => None,
            });
            gaps.extend(pairs(named.chain([criterion.in_place]).collect()).filter(|(low, high)| {
                let mut scores = self.all.iter().filter_map(|(_, result)| result.criteria[at]);
                !scores.any(|score| score.reaches(*low) && !score.reaches(*high))
            }));
        }
        let every = levels().filter_map(|requirement| match requirement {
            Clause::Criterion(Scope::Every, score) => Some(*score),
            _ => None,
        });
        gaps.extend(pairs(every.collect()).filter(|(low, high)| {
            let mut scores = self.all.iter().flat_map(|(_, result)| result.criteria.iter().flatten());
            !scores.any(|score| score.reaches(*low) && !score.reaches(*high))
        }));
        let overall = levels().filter_map(|requirement| match requirement {
            Clause::Overall(score) => Some(*score),
            _ => None,
        });
        gaps.extend(pairs(overall.collect()).filter(|(low, high)| {
            !self.all.iter().any(|(_, result)| result.overall.reaches(*low) && !result.overall.reaches(*high))
        }));
        gaps
    }

    fn idle_requirements(&self, found: &Reasoning) -> Vec<Idle> {
        let mut idle = Vec::new();
        for (level, what) in self.definition.levels.iter().enumerate().skip(1) {
            if found.hidden_levels.contains(&(level - 1)) {
                continue;
            }
            let mut left = what.requires.clone();
            for (requirement, needs) in what.requires.iter().enumerate() {
                let lower = &self.definition.levels[..level];
                let gap = found.gaps.iter().any(|gap| {
                    gap.higher.0 == Threshold::Requirement(level, requirement)
                        && matches!(gap.lower.0, Threshold::Requirement(..))
                });
                if gap || lower.iter().any(|lower| lower.requires.contains(needs)) {
                    continue;
                }
                let below = || self.all.iter().filter(|(_, result)| result.level + 1 >= level);
                let mut rest = left.clone();
                rest.remove(rest.iter().position(|other| other == needs).unwrap());
                let given = if below().all(|result| self.holds(needs, result)) {
                    Some(Given::Below)
                } else if below()
                    .filter(|result| rest.iter().all(|other| self.holds(other, result)))
                    .all(|result| self.holds(needs, result))
                {
                    Some(Given::Rest)
                } else {
                    None
                };
                if let Some(given) = given {
                    left = rest;
                    idle.push(Idle { level, requirement, given });
                }
            }
        }
        idle
    }

    /// The named criteria that n/a takes out of a level's way.
    fn evadable(&self) -> Vec<(usize, usize)> {
        let mut evadable: Vec<(usize, usize)> = Vec::new();
        let mut named = Vec::new();
        for (level, what) in self.definition.levels.iter().enumerate() {
            for (at, requirement) in what.requires.iter().enumerate() {
                let Clause::Criterion(Scope::Named(id), _) = requirement else { continue };
                let lifted = self.all.iter().any(|one @ (points, result)| {
                    let mut without = points.clone();
                    for ((criterion, _), answer) in self.definition.questions().zip(&mut without) {
                        if self.definition.criteria[criterion].id == *id {
                            *answer = None;
                        }
                    }
                    let lifts = |without: &Result| result.level < level && without.level >= level;
                    !self.holds(requirement, one) && self.find(&without).is_some_and(lifts)
                });
                if lifted && !named.contains(id) {
                    named.push(id.clone());
                    evadable.push((level, at));
                }
            }
        }
        evadable
    }

    fn idle_questions(&self) -> Vec<usize> {
        let matters = |at: usize, criterion: usize| {
            self.all.iter().any(|(points, result)| {
                let question = self.definition.questions().nth(at).unwrap().1;
                let na = question.not_applicable.is_allowed().then_some(None);
                let mut others = question.options.iter().map(|option| Some(option.points)).chain(na);
                others.any(|answer| {
                    let mut other = points.clone();
                    other[at] = answer;
                    self.find(&other).is_some_and(|other| {
                        other.level != result.level
                            || self.in_place(other)[criterion] != self.in_place(result)[criterion]
                    })
                })
            })
        };
        let questions = self.definition.questions().enumerate();
        questions.filter(|(at, (criterion, _))| !matters(*at, *criterion)).map(|(at, _)| at).collect()
    }

    /// Every raise, by action and question, that adds nothing to any set of actions for any answers.
    fn useless(&self) -> Vec<(usize, usize)> {
        let index = |id: &str| self.definition.questions().position(|(_, question)| question.id == id).unwrap();
        let mut left: Vec<(usize, usize, u32)> = Vec::new();
        for (at, action) in self.definition.actions.iter().enumerate() {
            left.extend(action.raises.iter().map(|raise| (at, index(&raise.question), raise.points)));
        }
        for (points, _) in &self.all {
            for set in oracle::sets(self.definition, points, &OwnPlan::default()) {
                left.retain(|&(at, question, to)| {
                    let others = set.actions.iter().filter(|other| **other != at);
                    let raises = others.flat_map(|other| &self.definition.actions[*other].raises);
                    let to_others = raises.filter(|raise| index(&raise.question) == question).map(|raise| raise.points);
                    let without = points[question].into_iter().chain(to_others).max();
                    !(set.actions.contains(&at) && points[question].is_some() && without < Some(to))
                });
            }
        }
        left.into_iter().map(|(at, question, _)| (at, question)).collect()
    }

    /// `points` with every action done.
    fn all_done(&self, points: &Points) -> Points {
        let target = |id: &str| {
            let raises = self.definition.actions.iter().flat_map(|action| &action.raises);
            raises.filter(|raise| raise.question == id).map(|raise| raise.points).max().unwrap_or(0)
        };
        let questions = self.definition.questions().zip(points);
        questions.map(|((_, question), points)| points.map(|points| points.max(target(&question.id)))).collect()
    }

    /// The level that an organisation without anything comes to, unless it is the top.
    fn out_of_reach(&self) -> Option<usize> {
        let blank: Points = self.definition.questions().map(|(_, question)| Some(question.options[0].points)).collect();
        let level = oracle::score(self.definition, &self.all_done(&blank)).unwrap().level;
        (!self.definition.actions.is_empty() && level + 1 < self.definition.levels.len()).then_some(level)
    }

    fn blocked(&self) -> Vec<usize> {
        let stays = |level: usize| {
            self.all
                .iter()
                .filter(|(_, result)| result.level == level)
                .any(|(points, _)| oracle::score(self.definition, &self.all_done(points)).unwrap().level == level)
        };
        let top = self.definition.levels.len() - 1;
        let some = !self.definition.actions.is_empty();
        (0..top).filter(|level| some && Some(*level) != self.out_of_reach() && stays(*level)).collect()
    }
}

/// Each two different scores that follow one another.
fn pairs(mut scores: Vec<Score>) -> impl Iterator<Item = (Score, Score)> {
    scores.sort();
    scores.dedup();
    let higher: Vec<Score> = scores.iter().skip(1).copied().collect();
    scores.into_iter().zip(higher)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn it_is_what_a_look_at_everybody_shows(definition in any::small_definition(4)) {
        let everyone = Everyone::of(&definition);
        let found = reason(&definition);
        prop_assert_eq!(&found.undecided, &[]);
        prop_assert_eq!(&found.hidden_levels, &everyone.hidden_levels());
        let gaps: Vec<_> = found.gaps.iter().map(|gap| (gap.lower.1, gap.higher.1)).collect();
        prop_assert_eq!(gaps, everyone.gaps());
        prop_assert_eq!(&found.idle_requirements, &everyone.idle_requirements(&found));
        prop_assert_eq!(&found.evadable_requirements, &everyone.evadable());
        prop_assert_eq!(&found.idle_questions, &everyone.idle_questions());
        let useless: Vec<_> = found.useless.iter().map(|useless| (useless.action, useless.question)).collect();
        prop_assert_eq!(useless, everyone.useless());
        let ends: Vec<_> = found.out_of_reach.iter().map(|end| end.standing.level).collect();
        prop_assert_eq!(ends, Vec::from_iter(everyone.out_of_reach()));
        let blocked: Vec<_> = found.blocked.iter().map(|blocked| blocked.level).collect();
        prop_assert_eq!(blocked, everyone.blocked());
        for blocked in &found.blocked {
            prop_assert_eq!(blocked.standing.level, blocked.level);
        }
    }

    /// So there is no need to look for a level that no answers reach.
    #[test]
    fn the_best_answers_attain_every_level(definition in any::definition(0)) {
        let best = definition.questions().map(|(_, question)| question.options.last().map(|option| option.points));
        let level = oracle::score(&definition, &best.collect()).unwrap().level;
        prop_assert_eq!(level + 1, definition.levels.len());
    }
}

/// Every way to tell both facts.
fn told() -> Vec<Profile> {
    let mut all = Vec::new();
    for size in 0..3 {
        for channels in [&[0][..], &[1], &[0, 1]] {
            let mut profile = Profile::default();
            profile.tell(0, size);
            channels.iter().for_each(|channel| profile.tell(1, *channel));
            all.push(profile);
        }
    }
    all
}

#[test]
fn what_conditions_come_to_is_what_a_look_at_every_profile_shows() {
    let mut parts =
        Parts::clone(&any::small_definition(0).new_tree(&mut TestRunner::deterministic()).unwrap().current());
    parts.profile = facts();
    let definition = Definition::try_from(parts).unwrap();
    let holds = |condition: &Condition| -> Vec<bool> {
        told().iter().map(|profile| definition.applies(condition, profile).counts()).collect()
    };
    let (mut impossible, mut idle) = (0, 0);
    for code in 0..8 * 4 * 8 * 4 {
        let condition = condition([code % 8, code / 8 % 4, code / 32 % 8, code / 256]);
        let all = holds(&condition);
        assert_eq!(is_impossible(&definition, &condition), !all.contains(&true), "{condition:?}");
        let without = |list: &[Holds], part: &Holds| -> Vec<Holds> {
            list.iter().filter(|other| !std::ptr::eq(*other, part)).cloned().collect()
        };
        let first = condition.all().find(|part| {
            let only_if = without(&condition.only_if, part);
            holds(&Condition { only_if, unless: without(&condition.unless, part) }) == all
        });
        let first = first.filter(|_| all.contains(&true));
        let found = idle_part(&definition, &condition);
        assert_eq!(found.map(std::ptr::from_ref), first.map(std::ptr::from_ref), "{condition:?}");
        impossible += u32::from(!all.contains(&true));
        idle += u32::from(first.is_some());
    }
    assert!(impossible > 10 && idle > 100, "{impossible} impossible, {idle} idle");
}

/// A definition in which actions, challenges and all questions but the first of each criterion have conditions.
fn conditional() -> impl Strategy<Value = Definition> {
    let sets = prop_oneof![2 => Just([0; 4]), 3 => (0..8_u32, 0..4_u32, 0..8_u32, 0..4_u32).prop_map(|(a, b, c, d)| [a, b, c, d])];
    (any::small_definition(4), prop::collection::vec(sets, 30)).prop_map(|(definition, sets)| {
        let mut parts = Parts::clone(&definition);
        let mut conditions = sets.into_iter().map(condition);
        let mut next = || conditions.next().unwrap_or_default();
        parts.profile = facts();
        parts.actions.iter_mut().for_each(|action| action.condition = next());
        for criterion in &mut parts.criteria {
            criterion.questions.iter_mut().skip(1).for_each(|question| question.condition = next());
        }
        let challenge = |(at, question): (usize, &definition::Question)| Challenge {
            id: format!("challenge-{at}"),
            name: String::new(),
            summary: String::new(),
            when: vec![Raise { question: question.id.clone(), points: question.options[0].points }],
            source: None,
            condition: next(),
        };
        parts.challenges = definition.questions().map(|(_, question)| question).enumerate().map(challenge).collect();
        Definition::try_from(parts).unwrap()
    })
}

/// `definition` without what is not for an organisation; an action that is not raises nothing.
fn without(definition: &Definition, profile: &Profile) -> Definition {
    let mut parts = Parts::clone(definition);
    let applies = |condition: &Condition| definition.applies(condition, profile).counts();
    for criterion in &mut parts.criteria {
        criterion.questions.retain(|question| applies(&question.condition));
    }
    let asked: Vec<String> = parts.questions().map(|(_, question)| question.id.clone()).collect();
    for action in &mut parts.actions {
        let is_for = applies(&action.condition);
        action.raises.retain(|raise| is_for && asked.contains(&raise.question));
        action.condition = Condition::default();
    }
    parts.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions).for_each(|question| {
        question.condition = Condition::default();
    });
    parts.challenges.clear();
    Definition::try_from(parts).unwrap()
}

fn id_of(definition: &Definition, question: usize) -> &str {
    &definition.question(question).unwrap().1.id
}

/// Every raise that adds nothing to any organisation for which the action is.
fn useless_for_all(definition: &Definition, told: &[(Profile, Reasoning, Definition)]) -> Vec<(usize, String)> {
    let mut useless = Vec::new();
    for (at, action) in definition.actions.iter().enumerate() {
        for raise in &action.raises {
            let (_, question) = definition.questions().find(|(_, question)| question.id == raise.question).unwrap();
            let applies = |condition: &Condition, profile: &Profile| definition.applies(condition, profile).counts();
            let mut meant = told.iter().filter(|(profile, ..)| applies(&action.condition, profile)).peekable();
            let worst = question.options[0].points == raise.points;
            if worst
                || meant.peek().is_some()
                    && meant.filter(|(profile, ..)| applies(&question.condition, profile)).all(|(_, found, own)| {
                        found
                            .useless
                            .iter()
                            .any(|useless| useless.action == at && id_of(own, useless.question) == raise.question)
                    })
            {
                useless.push((at, raise.question.clone()));
            }
        }
    }
    useless
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// What is found for some organisation is what is found in the definition without what is not for it.
    #[test]
    fn each_profile_is_a_definition_of_its_own(definition in conditional()) {
        let found = reason(&definition);
        prop_assert_eq!(&found.undecided, &[]);
        let own = |profile: Profile| {
            let own = without(&definition, &profile);
            (profile, reason(&own), own)
        };
        let told: Vec<_> = told().into_iter().map(own).collect();
        let everything = own(Profile::default());
        let all = || told.iter().chain([&everything]).map(|(_, found, _)| found);
        let levels = 0..definition.levels.len();
        let ends = |level: usize| all().any(|found| found.out_of_reach.iter().any(|end| end.standing.level == level));
        let blocked = |level: usize| all().any(|found| found.blocked.iter().any(|blocked| blocked.level == level));
        let actual: Vec<_> = found.out_of_reach.iter().map(|end| end.standing.level).collect();
        prop_assert_eq!(actual, levels.clone().filter(|&level| ends(level)).collect::<Vec<_>>());
        let actual: Vec<_> = found.blocked.iter().map(|blocked| blocked.level).collect();
        prop_assert_eq!(actual, levels.filter(|&level| blocked(level) && !ends(level)).collect::<Vec<_>>());
        let useless = found.useless.iter().map(|useless| (useless.action, id_of(&definition, useless.question).to_owned()));
        prop_assert_eq!(useless.collect::<Vec<_>>(), useless_for_all(&definition, &told));
        let applies = |condition: &Condition, profile: &Profile| definition.applies(condition, profile).counts();
        let stuck = |challenge: &Challenge| told.iter().any(|(profile, _, own)| {
            let when = &challenge.when[0];
            let asked = own.questions().any(|(_, question)| question.id == when.question);
            let raised = own.actions.iter().flat_map(|action| &action.raises);
            let ended = raised.clone().any(|raise| raise.question == when.question && raise.points > when.points);
            applies(&challenge.condition, profile) && asked && !ended
        });
        let expected = definition.challenges.iter().enumerate().filter(|(_, challenge)| stuck(challenge)).map(|(at, _)| at);
        let actual: Vec<_> = found.unended.iter().map(|unended| unended.challenge).collect();
        prop_assert_eq!(actual, expected.collect::<Vec<_>>());
    }
}

/// Each fact tells two kinds of organisations apart, and so many facts two to their power.
/// Whoever is asked only half of the questions is asked only half of them in every criterion: `c0` may be n/a as a whole
/// only where `c1` is one question, which puts it at 0 or at 100.
#[test]
fn conditions_on_one_fact_come_out_together() {
    let text = r#"
schema = 1
id = "any"
version = "1.0.0"
language = "en"
title = "Any"
description = "Any."
levels = [
  { id = "l0", name = "0", summary = "0" },
  { id = "l1", name = "1", summary = "1", requires = { criteria_in_place = 2 } },
  { id = "l2", name = "2", summary = "2", requires = { overall = 50.0 } },
]
[[profile]]
id = "channels"
text = "Which channels are there?"
many = true
options = [{ id = "telephone", text = "Telephone" }, { id = "email", text = "Email" }]
[[criteria]]
id = "c0"
name = "0"
description = "0"
in_place = 10.0
questions = [
  { id = "c0-q0", text = "?", options = ["No.", "Yes."] },
  { id = "c0-q1", text = "?", options = ["No.", "Yes."], not_applicable = false, unless = { channels = "telephone" } },
]
[[criteria]]
id = "c1"
name = "1"
description = "1"
in_place = 10.0
questions = [
  { id = "c1-q0", text = "?", options = ["No.", "Yes."], weight = 3, not_applicable = false },
  { id = "c1-q1", text = "?", options = ["No.", "Yes."], weight = 2, not_applicable = false, unless = { channels = "telephone" } },
]
[[actions]]
id = "a"
title = "A"
why = "A."
steps = ["A."]
effort = 1
raises = { c0-q0 = 2, c0-q1 = 2 }
"#;
    let source = std::sync::Arc::new(Source::new("any.toml", text));
    let (definition, findings) = definition::read(&source);
    let found = reason(&definition.unwrap_or_else(|| panic!("{findings:?}")));
    assert_eq!(found.blocked, []);
}

#[test]
fn too_many_profiles_are_left_undecided() {
    let undecided = |many: usize| {
        let mut parts = Parts::clone(&large(2, 20, 2));
        parts.profile = (0..many).map(|at| Fact { id: format!("fact-{at}"), ..facts().swap_remove(0) }).collect();
        for (fact, question) in parts.profile.iter().zip(&mut parts.criteria[0].questions) {
            let holds = Holds { fact: fact.id.clone(), options: vec!["few".to_owned()] };
            question.condition.only_if = vec![holds];
        }
        reason(&Definition::try_from(parts).unwrap()).undecided
    };
    assert_eq!(undecided(6), []);
    assert_eq!(undecided(13), [Undecided::Profiles]);
}

/// The definitions that are drawn are of all kinds, so that the law above says something about each.
#[test]
fn each_kind_is_drawn_now_and_then() {
    let mut runner = TestRunner::deterministic();
    let mut drawn = [0; 9];
    for _ in 0..400 {
        let found = reason(&any::small_definition(4).new_tree(&mut runner).unwrap().current());
        let given = |given| found.idle_requirements.iter().filter(|idle| idle.given == given).count();
        let counts = [
            found.hidden_levels.len(),
            found.gaps.len(),
            given(Given::Below),
            given(Given::Rest),
            found.evadable_requirements.len(),
            found.idle_questions.len(),
            found.useless.len(),
            found.out_of_reach.len(),
            found.blocked.len(),
        ];
        for (drawn, count) in drawn.iter_mut().zip(counts) {
            *drawn += usize::from(count > 0);
        }
    }
    assert!(drawn.iter().all(|drawn| (10..=390).contains(drawn)), "{drawn:?} of 400");
}

#[test]
fn nothing_is_found_in_what_is_bundled() {
    for bundled in bundled::BUNDLED {
        let source = std::sync::Arc::new(Source::new(&format!("{}.toml", bundled.id), bundled.toml));
        let definition = definition::read(&source).0.unwrap();
        assert_eq!(reason(&definition), Reasoning::default());
    }
}

/// A definition with so many criteria of so many questions, levels that ask for everything, and 100 actions.
fn large(criteria: usize, questions: usize, levels: u16) -> Definition {
    let mut runner = TestRunner::deterministic();
    let mut parts = Parts::clone(&any::small_definition(0).new_tree(&mut runner).unwrap().current());
    let number = |at: usize| u32::try_from(at).unwrap();
    let score = |tenths: u16| Score::from_tenths(tenths).unwrap();
    let criterion = |at: usize| Criterion {
        id: format!("c{at}"),
        name: String::new(),
        description: String::new(),
        group: None,
        weight: 1 + number(at) % 3,
        in_place: Score::DEFAULT_IN_PLACE,
        see: None,
        questions: (0..questions)
            .map(|question| any::question_of(&format!("c{at}-q{question}"), 1 + number(question) % 3))
            .collect(),
    };
    parts.groups = vec![];
    parts.criteria = (0..criteria).map(criterion).collect();
    let requires = |level: u16| {
        let part = 800 * level / levels;
        vec![
            Clause::CriteriaInPlace((criteria * usize::from(level)).div_ceil(usize::from(levels))),
            Clause::Overall(score(part + 100)),
            Clause::Criterion(Scope::Every, score(part)),
            Clause::Criterion(Scope::Named("c0".to_owned()), score(part + 50)),
        ]
    };
    let first = parts.levels[0].clone();
    parts.levels = vec![Level { requires: vec![], ..first.clone() }];
    parts.levels.extend((1..=levels).map(|level| Level { requires: requires(level), ..first.clone() }));
    let ids: Vec<String> = parts.questions().map(|(_, question)| question.id.clone()).collect();
    let raises = |at: usize| {
        let own = ids.iter().enumerate().filter(|(question, _)| question % 100 == at);
        own.map(|(question, id)| Raise { question: id.clone(), points: 3 + number(question) % 2 }).collect()
    };
    let action = |at: usize| Action {
        id: format!("a{at}"),
        title: String::new(),
        why: String::new(),
        steps: vec![],
        pillar: None,
        effort: Effort::whole(1).into(),
        condition: Condition::default(),
        refs: vec![],
        after: vec![],
        raises: raises(at),
        source: None,
        see: None,
    };
    parts.actions = (0..100).map(action).collect();
    Definition::try_from(parts).unwrap()
}

/// The time that was promised is ten seconds of an optimised build. This one is not, and the third definition is far
/// more than was asked for: 19 levels that ask for everything of 50 criteria.
#[test]
fn two_hundred_questions_and_a_hundred_actions_are_decided_in_time() {
    for (criteria, questions, levels) in [(10, 20, 5), (2, 100, 5), (50, 4, 19), (20, 10, 10)] {
        let definition = large(criteria, questions, levels);
        let start = std::time::Instant::now();
        let found = reason(&definition);
        let took = start.elapsed();
        assert!(took.as_secs() < 10, "{criteria} criteria of {questions} questions: {took:?}");
        assert_eq!(found.undecided, []);
    }
}

/// Edits to a text: what is replaced, and by what.
pub type Edits = &'static [(&'static str, &'static str)];

/// The smallest edits to the bundled definition that break it, and what the line at which that is found holds.
pub const BROKEN: &[(&str, Edits, &str)] = &[
    (
        "hidden-level",
        &[("criteria_in_place = 4 }", "criteria_in_place = 4, every_criterion = 75 }")],
        "every_criterion",
    ),
    (
        "unasked-profile",
        &[
            ("unless = { size = \"one\" }\n", ""),
            ("unless = { regulated = \"person\" }\n", ""),
            ("unless = { owner-led = \"yes\" }\n", ""),
            ("[[criteria.questions]]\n", "[[criteria.questions]]\nunless = { size = \"one\" }\n"),
        ],
        "id = \"size\"",
    ),
    ("idle-requirement", &[("criteria_in_place = 2 }", "criteria_in_place = 2, overall = 20 }")], "overall = 20"),
    (
        "indistinct-threshold",
        &[("criteria_in_place = 4 }", "criteria_in_place = 4, criteria = { skills = 70 } }")],
        "skills = 70",
    ),
    (
        "evadable-requirement",
        &[
            ("criteria_in_place = 4 }", "criteria_in_place = 4, criteria = { technology = 75 } }"),
            ("not_applicable = false", "not_applicable = true"),
        ],
        "technology = 75",
    ),
    (
        "idle-question",
        &[
            ("id = \"skills-training\"", "id = \"skills-training\"\nweight = 100"),
            ("id = \"skills\"", "id = \"skills\"\nin_place = 60"),
        ],
        "id = \"skills-onboarding\"",
    ),
    (
        "idle-action",
        &[(
            "after = [\"build-help-centre\"]\nraises = { agility-knowledge = 5 }",
            "after = [\"build-help-centre\"]\nraises = { staffing-self-service = 4 }",
        )],
        "id = ",
    ),
    (
        "idle-raise",
        &[(
            "after = [\"build-help-centre\"]\nraises = { agility-knowledge = 5 }",
            "after = [\"build-help-centre\"]\nraises = { agility-knowledge = 5, staffing-self-service = 4 }",
        )],
        "staffing-self-service = 4 }",
    ),
    ("top-out-of-reach", &[("criteria_in_place = 6 }", "criteria_in_place = 6, overall = 99 }")], "overall = 99"),
    ("dead-end", &[("criteria_in_place = 6 }", "criteria_in_place = 6, overall = 78 }")], "overall = 78"),
];

#[test]
fn each_kind_is_found_in_the_bundled_definition_when_it_is_broken() {
    for (rule, edits, line) in BROKEN {
        let mut text = bundled::BUNDLED[0].toml.to_owned();
        for (from, to) in *edits {
            assert!(text.contains(from), "{rule}: {from}");
            text = text.replace(from, to);
        }
        let source = std::sync::Arc::new(Source::new("cx-maturity.toml", &text));
        let findings = cxm::check::check(&source, &[], &cxm::check::Severities::default());
        let lines = findings.iter().filter(|finding| finding.rule.id == *rule);
        let lines: Vec<&str> = lines.map(|finding| text.lines().nth(finding.position().line - 1).unwrap()).collect();
        assert!(lines.iter().any(|found| found.contains(line)), "{rule}: {lines:?}");
    }
}
