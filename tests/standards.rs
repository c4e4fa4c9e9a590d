//! The structures of public maturity models, made here without a text of theirs: they score as their published rules say,
//! which are worked out by themselves.
//!
//! C2M2 2.1 (practices of each maturity indicator level), the Essential Eight of November 2023 (controls of each maturity
//! level), OWASP SAMM 2 (streams and maturity levels of a practice) and OWASP DSOMM (activities of each level).

use std::fmt::Write as _;
use std::sync::Arc;

use cxm::answers::Answer;
use cxm::definition::{self, Definition, Profile};
use cxm::diagnostic::{Severity, Source};
use cxm::score::{Outcome, Scheme, score};

/// A linear congruential generator: the same answers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// A criterion: for each question the number of the level that it belongs to, 0 for none.
type Criterion = Vec<usize>;

/// A definition of these criteria, as many of which follow one another in each group as `groups` says, in which each question has options of these points. Each level but the first requires
/// `questions` of so much, or else a higher overall score than the one before.
fn model(
    id: &str,
    (levels, questions): (usize, Option<&str>),
    (criteria, groups): (&[Criterion], &[usize]),
    points: &[usize],
) -> Definition {
    let mut text = format!(
        "schema = 1\nid = \"{id}\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ntitle = \"{id}\"\ndescription = \"d\"\n"
    );
    for level in 0..=levels {
        let _ = writeln!(text, "[[levels]]\nid = \"l{level}\"\nname = \"L{level}\"\nsummary = \"s\"");
        let requires = questions.map_or(format!("overall = {}", 30 * level), |score| format!("questions = {score}"));
        if level > 0 {
            let _ = writeln!(text, "requires = {{ {requires} }}");
        }
    }
    for group in 0..groups.len() {
        let _ = writeln!(text, "[[groups]]\nid = \"g{group}\"\nname = \"G{group}\"");
    }
    let mut group = groups.iter().enumerate().flat_map(|(group, count)| vec![group; *count]);
    for (at, criterion) in criteria.iter().enumerate() {
        let _ = writeln!(text, "[[criteria]]\nid = \"c{at}\"\nname = \"C{at}\"\ndescription = \"d\"");
        let _ = group.next().map(|group| writeln!(text, "group = \"g{group}\""));
        // Where activities are counted, a criterion counts as much as it has of them.
        if id == "dsomm" {
            let _ = writeln!(text, "weight = {}", criterion.len());
        }
        for (of, level) in criterion.iter().enumerate() {
            let _ = writeln!(
                text,
                "[[criteria.questions]]\nid = \"c{at}-{of}\"\ntext = \"Q{at}-{of}?\"\nnot_applicable = false"
            );
            if *level > 0 {
                let _ = writeln!(text, "level = \"l{level}\"");
            }
            let options: Vec<String> =
                points.iter().map(|points| format!("{{ points = {points}, text = \"o{points}\" }}")).collect();
            let _ = writeln!(text, "options = [{}]", options.join(", "));
        }
    }
    let source = Arc::new(Source::new(&format!("{id}.toml"), text));
    let (definition, findings) = definition::read(&source);
    let errors: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Deny)
        .map(|finding| finding.message.as_str())
        .collect();
    definition.unwrap_or_else(|| panic!("{errors:?}"))
}

/// Answers, mostly the best; where `worse` is 0, all of them.
fn answers(random: &mut Random, criteria: &[Criterion], options: usize, worse: usize) -> Vec<Vec<usize>> {
    let mut answer = || if random.below(100) < worse { random.below(options) } else { options - 1 };
    criteria.iter().map(|criterion| criterion.iter().map(|_| answer()).collect()).collect()
}

fn outcome(scheme: &Scheme, answers: &[Vec<usize>]) -> Outcome {
    let answers: Vec<Answer> =
        answers.iter().flatten().map(|option| Answer::Option(u8::try_from(*option).unwrap())).collect();
    score(scheme, &answers).unwrap()
}

/// Criteria with so many questions of each level, more or fewer.
fn criteria(random: &mut Random, count: usize, of_each_level: &[usize]) -> Vec<Criterion> {
    let mut criterion = || -> Criterion {
        let levels = of_each_level.iter().zip(1..);
        levels.flat_map(|(most, level)| vec![level; random.below(most + 1)]).collect()
    };
    let all = (0..count).map(|_| criterion());
    // Something is asked of every criterion, and of every level in the first.
    let mut all: Vec<Criterion> = all.map(|one| if one.is_empty() { vec![1] } else { one }).collect();
    all[0] = (1..=of_each_level.len()).collect();
    all
}

/// How far the practices of each level are all as `holds` says, one level after the other.
fn reached(levels: usize, practices: &[(usize, usize)], holds: impl Fn(usize) -> bool) -> usize {
    (1..=levels).take_while(|level| practices.iter().all(|(of, answer)| of != level || holds(*answer))).count()
}

/// C2M2: a domain has a maturity indicator level when all practices of it and of those below are at least largely
/// implemented; the levels are cumulative within each domain.
#[test]
fn domains_of_c2m2_have_the_level_of_which_all_practices_are_largely_implemented() {
    const LARGELY: usize = 2;
    let mut random = Random(1);
    let criteria = criteria(&mut random, 10, &[8, 18, 14]);
    let scheme =
        Scheme::compile(&model("c2m2", (3, Some("66.6")), (&criteria, &[]), &[0, 1, 2, 3]), &Profile::default());
    let mut seen = [false; 4];
    for turn in 0..400 {
        let answers = answers(&mut random, &criteria, 4, turn % 12);
        let outcome = outcome(&scheme, &answers);
        let mut least = 3;
        for (at, (criterion, answers)) in criteria.iter().zip(&answers).enumerate() {
            let practices: Vec<(usize, usize)> = criterion.iter().copied().zip(answers.iter().copied()).collect();
            let level = reached(3, &practices, |answer| answer >= LARGELY);
            assert_eq!(outcome.criteria[at].level, Some((level, level)), "{practices:?}");
            least = least.min(level);
        }
        assert_eq!((outcome.low.level, outcome.high.level), (least, least));
        seen[least] = true;
    }
    assert_eq!(seen, [true; 4]);
}

/// The Essential Eight: a strategy has the maturity level of which every control, and every one of those below, is
/// effective; the organisation has the least of its strategies.
#[test]
fn strategies_of_the_essential_eight_have_their_levels_and_the_whole_the_least() {
    let mut random = Random(2);
    let criteria = criteria(&mut random, 8, &[6, 9, 7]);
    let scheme =
        Scheme::compile(&model("essential-eight", (3, Some("100")), (&criteria, &[]), &[0, 1]), &Profile::default());
    let mut seen = [false; 4];
    for turn in 0..400 {
        let answers = answers(&mut random, &criteria, 2, turn % 12);
        let outcome = outcome(&scheme, &answers);
        let strategies = criteria.iter().zip(&answers).map(|(criterion, answers)| {
            let controls: Vec<(usize, usize)> = criterion.iter().copied().zip(answers.iter().copied()).collect();
            reached(3, &controls, |answer| answer == 1)
        });
        let strategies: Vec<usize> = strategies.collect();
        let own: Vec<usize> = outcome.criteria.iter().map(|criterion| criterion.level.unwrap().0).collect();
        assert_eq!(own, strategies);
        assert_eq!(Some(&outcome.low.level), strategies.iter().min());
        seen[outcome.low.level] = true;
    }
    assert_eq!(seen, [true; 4]);
}

/// SAMM: an answer is worth 0, 0.25, 0.5 or 1; a practice has the mean of its two streams at each of three maturity levels,
/// added up; a business function the mean of its three practices; and the whole the mean of the functions.
#[test]
fn practices_of_samm_have_the_means_of_their_streams_added_up() {
    let mut random = Random(3);
    let criteria: Vec<Criterion> = vec![vec![0; 6]; 15];
    let scheme = Scheme::compile(&model("samm", (3, None), (&criteria, &[3; 5]), &[0, 1, 2, 4]), &Profile::default());
    for _ in 0..200 {
        let answers = answers(&mut random, &criteria, 4, 70);
        let outcome = outcome(&scheme, &answers);
        // In eighths, so that all is whole: an answer in quarters, and the mean of two.
        let eighths = |answer: usize| [0, 1, 2, 4][answer];
        let practice = |answers: &Vec<usize>| -> usize {
            (0..3).map(|level| eighths(answers[2 * level]) + eighths(answers[2 * level + 1])).sum()
        };
        let practices: Vec<usize> = answers.iter().map(practice).collect();
        for (criterion, practice) in outcome.low.criteria.iter().zip(&practices) {
            assert_eq!(usize::from(criterion.unwrap().tenths()), practice * 1_000 / (3 * 8));
        }
        let functions: Vec<usize> = practices.chunks(3).map(|practices| practices.iter().sum()).collect();
        for (group, function) in outcome.low.groups.iter().zip(&functions) {
            assert_eq!(usize::from(group.unwrap().tenths()), function * 1_000 / (3 * 3 * 8));
        }
        assert_eq!((functions.len(), outcome.low.groups.len()), (5, 5));
        assert_eq!(usize::from(outcome.low.overall.tenths()), practices.iter().sum::<usize>() * 1_000 / (15 * 3 * 8));
        assert!(outcome.criteria.iter().all(|criterion| criterion.level.is_none()));
    }
}

/// DSOMM: an activity is implemented or not, and belongs to one of five levels of a sub-dimension; a dimension, and the whole,
/// has the share of its activities that are implemented.
#[test]
fn sub_dimensions_of_dsomm_have_the_level_of_which_all_activities_are_implemented() {
    let mut random = Random(4);
    let criteria = criteria(&mut random, 18, &[3, 4, 4, 3, 2]);
    let scheme =
        Scheme::compile(&model("dsomm", (5, Some("100")), (&criteria, &[4, 3, 5, 2, 4]), &[0, 1]), &Profile::default());
    for turn in 0..200 {
        let answers = answers(&mut random, &criteria, 2, turn % 30);
        let outcome = outcome(&scheme, &answers);
        for (at, (criterion, answers)) in criteria.iter().zip(&answers).enumerate() {
            let activities: Vec<(usize, usize)> = criterion.iter().copied().zip(answers.iter().copied()).collect();
            let level = reached(5, &activities, |answer| answer == 1);
            assert_eq!(outcome.criteria[at].level, Some((level, level)));
            let share = answers.iter().sum::<usize>() * 1_000 / answers.len();
            assert_eq!(usize::from(outcome.low.criteria[at].unwrap().tenths()), share);
        }
        let share = |of: &[Vec<usize>]| {
            let activities: Vec<usize> = of.concat();
            u16::try_from(activities.iter().sum::<usize>() * 1_000 / activities.len()).unwrap()
        };
        let mut rest = answers.as_slice();
        for (group, count) in outcome.low.groups.iter().zip([4, 3, 5, 2, 4]) {
            let (own, others) = rest.split_at(count);
            assert_eq!(group.unwrap().tenths(), share(own));
            rest = others;
        }
        assert_eq!((rest.len(), outcome.low.overall.tenths()), (0, share(&answers)));
    }
}
