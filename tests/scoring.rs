//! The laws of scoring, each over any small assessment and any answers.

use cxm::answers::Answer;
use cxm::definition::{Definition, Parts, Profile};
use cxm::exact::Score;
use cxm::score::{Outcome, Scheme, Standing, explain, score};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::any::{self, Survey};
use crate::oracle;

fn outcome(definition: &Definition, answers: &[Answer]) -> Option<Outcome> {
    score(&Scheme::compile(definition, &Profile::default()), answers)
}

fn equals(standing: &Standing, expected: &oracle::Result) -> bool {
    let criteria = expected.criteria.iter().map(|score| score.map(oracle::Ratio::cut));
    let groups = expected.groups.iter().map(|score| score.map(oracle::Ratio::cut));
    standing.criteria.iter().map(|score| score.map(Score::tenths)).eq(criteria)
        && standing.groups.iter().map(|score| score.map(Score::tenths)).eq(groups)
        && standing.overall.tenths() == expected.overall.cut()
        && standing.level == expected.level
        && (standing.reach.criteria == expected.own_levels
            || standing.reach.criteria.is_empty() && expected.own_levels.iter().all(Option::is_none))
}

/// Whether no part of `standing` is above `other`.
fn at_most(standing: &Standing, other: &Standing) -> bool {
    standing.overall <= other.overall
        && standing.level <= other.level
        && standing
            .reach
            .criteria
            .iter()
            .zip(&other.reach.criteria)
            .all(|(own, other)| own.is_none() || other.is_none() || own <= other)
        && standing.criteria.iter().zip(&other.criteria).all(|pair| match pair {
            (Some(score), Some(other)) => score <= other,
            _ => true,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn scores_equal_plain_fractions(Survey { definition, answers, .. } in any::survey(0)) {
        let outcome = outcome(&definition, &answers);
        for (best, standing) in [(false, outcome.as_ref().map(|o| &o.low)), (true, outcome.as_ref().map(|o| &o.high))] {
            let expected = oracle::score(&definition, &oracle::points(&definition, &answers, best));
            prop_assert_eq!(standing.is_some(), expected.is_some());
            if let (Some(standing), Some(expected)) = (standing, expected) {
                prop_assert!(equals(standing, &expected), "{standing:?}");
            }
        }
    }

    #[test]
    fn a_raised_answer_lowers_nothing(Survey { definition, mut answers, .. } in any::survey(0), at: Index) {
        let before = outcome(&definition, &answers);
        let at = at.index(answers.len());
        let best = definition.questions().nth(at).unwrap().1.options.len() - 1;
        if let Answer::Option(option) = &mut answers[at]
            && usize::from(*option) < best
        {
            *option += 1;
            let (before, after) = (before.unwrap(), outcome(&definition, &answers).unwrap());
            prop_assert!(at_most(&before.low, &after.low));
            prop_assert!(at_most(&before.high, &after.high));
        }
    }

    #[test]
    fn what_is_nearly_in_place_is_within_ten_points_at_worst(Survey { definition, answers, .. } in any::survey(0)) {
        let scheme = Scheme::compile(&definition, &Profile::default());
        let Some(outcome) = score(&scheme, &answers) else { return Ok(()) };
        let near = explain(&scheme, &answers, &outcome).nearly_in_place;
        let missing = |at: usize| {
            let missing = definition.criteria[at].in_place.tenths().checked_sub(outcome.low.criteria[at]?.tenths());
            missing.filter(|missing| (1..=100).contains(missing))
        };
        let mut expected: Vec<usize> = (0..definition.criteria.len()).filter(|at| missing(*at).is_some()).collect();
        expected.sort_by_key(|at| missing(*at));
        prop_assert_eq!(near, expected);
    }

    #[test]
    fn an_interval_contains_every_completion(
        Survey { definition, answers, .. } in any::survey(0),
        choices in proptest::collection::vec(any::<Index>(), 12),
    ) {
        let Some(interval) = outcome(&definition, &answers) else { return Ok(()) };
        let questions = definition.questions().map(|(_, question)| question);
        // An open question may be completed with any option, or with n/a.
        let completed: Vec<Answer> = answers.iter().zip(questions).zip(&choices).map(|((answer, question), choice)| {
            match (answer, choice.index(question.options.len() + 1)) {
                (Answer::Unanswered, 0) => Answer::NotApplicable,
                (Answer::Unanswered, option) => Answer::Option(u8::try_from(option - 1).unwrap()),
                (answer, _) => *answer,
            }
        }).collect();
        if let Some(complete) = outcome(&definition, &completed) {
            prop_assert_eq!(&complete.low, &complete.high);
            prop_assert!(at_most(&interval.low, &complete.low), "{:?} {:?}", interval.low, complete.low);
            prop_assert!(at_most(&complete.high, &interval.high), "{:?} {:?}", complete.high, interval.high);
        }
    }

    #[test]
    fn a_shown_score_never_shows_a_threshold_that_is_not_reached(
        Survey { definition, answers, .. } in any::survey(0), tenths in 0u16..=1000
    ) {
        let Some(outcome) = outcome(&definition, &answers) else { return Ok(()) };
        let exact = oracle::score(&definition, &oracle::points(&definition, &answers, false)).unwrap();
        let threshold = Score::from_tenths(tenths).unwrap();
        prop_assert_eq!(outcome.low.overall >= threshold, exact.overall.reaches(threshold));
        for (shown, exact) in outcome.low.criteria.iter().zip(exact.criteria) {
            if let (Some(shown), Some(exact)) = (shown, exact) {
                prop_assert_eq!(*shown >= threshold, exact.reaches(threshold));
            }
        }
    }

    #[test]
    fn the_fewest_drops_lose_the_level_and_fewer_do_not(Survey { definition, answers, .. } in any::survey(0)) {
        let scheme = Scheme::compile(&definition, &Profile::default());
        let Some(outcome) = score(&scheme, &answers) else { return Ok(()) };
        let explained = explain(&scheme, &answers, &outcome);
        let Some(drops) = explained.drops else {
            // Not even the worst answers lose it.
            let worst: Vec<Answer> = answers.iter().map(|answer| match answer {
                Answer::Option(_) => Answer::Option(0),
                answer => *answer,
            }).collect();
            prop_assert_eq!(score(&scheme, &worst).unwrap().low.level, outcome.low.level);
            return Ok(());
        };
        // Small enough to try every way of dropping answers.
        let mut states = vec![answers];
        for dropped in 0..=drops {
            let lost = states.iter().any(|answers| score(&scheme, answers).unwrap().low.level < outcome.low.level);
            prop_assert_eq!(lost, dropped == drops);
            // Too many ways to try them all: another survey will do.
            prop_assume!(states.len() <= 5_000);
            let mut next: Vec<Vec<Answer>> = Vec::new();
            for state in &states {
                for at in 0..state.len() {
                    if let Answer::Option(option @ 1..) = state[at] {
                        let mut lower = state.clone();
                        lower[at] = Answer::Option(option - 1);
                        next.push(lower);
                    }
                }
            }
            next.sort();
            next.dedup();
            states = next;
        }
    }

    #[test]
    fn the_order_of_questions_in_a_criterion_does_not_matter(Survey { definition, answers, .. } in any::survey(0)) {
        let mut reversed = Parts::clone(&definition);
        let mut turned = Vec::new();
        let mut start = 0;
        for criterion in &mut reversed.criteria {
            criterion.questions.reverse();
            let end = start + criterion.questions.len();
            turned.extend(answers[start..end].iter().rev().copied());
            start = end;
        }
        let before = outcome(&definition, &answers).map(|outcome| (outcome.low, outcome.high));
        let after = outcome(&Definition::try_from(reversed).unwrap(), &turned).map(|outcome| (outcome.low, outcome.high));
        prop_assert_eq!(before, after);
    }

    #[test]
    fn what_is_unmet_is_what_the_next_levels_lack(Survey { definition, answers, .. } in any::survey(0)) {
        let scheme = Scheme::compile(&definition, &Profile::default());
        let Some(outcome) = score(&scheme, &answers) else { return Ok(()) };
        let explained = explain(&scheme, &answers, &outcome);
        prop_assert_eq!(explained.unmet.len(), definition.levels.len() - 1 - outcome.low.level);
        if let Some((level, unmet)) = explained.unmet.first() {
            prop_assert_eq!(*level, outcome.low.level + 1);
            prop_assert!(!unmet.is_empty());
        }
        prop_assert!(explained.level_without_not_applicable <= outcome.low.level);
    }
}

/// Weights that make a criterion's score a fraction just below or exactly at 75.
#[test]
fn thresholds_are_exact() {
    let definition = |weights: [u32; 2]| {
        let question = |at: usize| {
            format!(
                "[[criteria.questions]]\nid = \"q{at}\"\ntext = \"t\"\nweight = {}\noptions = [\"0\", \"1\"]\n",
                weights[at]
            )
        };
        let text = format!(
            "schema = 1\nid = \"exact\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ntitle = \"t\"\ndescription = \"d\"\n\
             [[levels]]\nid = \"low\"\nname = \"Low\"\nsummary = \"s\"\n\
             [[levels]]\nid = \"high\"\nname = \"High\"\nsummary = \"s\"\nrequires = {{ criteria_in_place = 1 }}\n\
             [[criteria]]\nid = \"c\"\nname = \"C\"\ndescription = \"d\"\n{}{}",
            question(0),
            question(1)
        );
        let source = std::sync::Arc::new(cxm::diagnostic::Source::new("exact.toml", text));
        cxm::definition::read(&source).0.unwrap()
    };
    let answers = [Answer::Option(1), Answer::Option(0)];
    let exact = outcome(&definition([75, 25]), &answers).unwrap();
    assert_eq!((exact.low.overall.to_string().as_str(), exact.low.level), ("75.0", 1));
    // 74/99 is 74.747...; 71/95 is 74.73...; 74.9 is the most that is shown below 75.
    let below = outcome(&definition([74, 25]), &answers).unwrap();
    assert_eq!((below.low.overall.to_string().as_str(), below.low.level), ("74.7", 0));
}

#[test]
fn scores_are_cut_and_never_rounded() {
    assert_eq!(Score::of(3, 4).to_string(), "75.0");
    assert_eq!(Score::of(74_999, 100_000).to_string(), "74.9");
    assert_eq!(Score::of(2, 3).to_string(), "66.6");
    assert_eq!(Score::of(0, 7), Score::ZERO);
    assert_eq!(Score::of(7, 7), Score::FULL);
    assert_eq!(Score::of(0, 0), Score::FULL);
    assert_eq!(format!("{:>5}|{:<5}|", Score::FULL, Score::ZERO), "100.0|0.0  |");
}

#[test]
fn the_least_value_has_the_score_and_the_one_below_has_not() {
    for tenths in 0..=1_000 {
        let score = Score::from_tenths(tenths).unwrap();
        for full in [1, 3, 7, 999, 1_000, 1_001, u64::MAX] {
            let least = score.least(full);
            assert!(Score::of(least.into(), full.into()) >= score);
            assert!(least == 0 || Score::of((least - 1).into(), full.into()) < score);
        }
        assert_eq!(score.least(0), 0);
    }
}

#[test]
fn every_score_serialises_as_it_is_shown() {
    for tenths in 0..=1_000 {
        let score = Score::from_tenths(tenths).unwrap();
        assert_eq!(serde_json::to_string(&score).unwrap(), score.to_string());
    }
}
