//! The structures of public maturity models, made here without a text of theirs: they score as their published rules say,
//! which are worked out by themselves. Each test says the rule in words of its own, and where it was read in November 2026.
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

/// What a definition is made of.
struct Model<'a> {
    id: &'a str,
    levels: usize,
    /// What each level but the first requires of its questions; where it is none, a higher overall score than the one before.
    questions: Option<&'a str>,
    criteria: &'a [Criterion],
    /// How many criteria follow one another in each group.
    groups: &'a [usize],
    points: &'a [usize],
    not_applicable: bool,
}

impl Model<'_> {
    fn read(&self) -> Definition {
        let source = Arc::new(Source::new(&format!("{}.toml", self.id), self.toml()));
        let (definition, findings) = definition::read(&source);
        let errors: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Deny)
            .map(|finding| finding.message.as_str())
            .collect();
        definition.unwrap_or_else(|| panic!("{errors:?}"))
    }

    fn scheme(&self) -> Scheme {
        Scheme::compile(&self.read(), &Profile::default())
    }

    fn toml(&self) -> String {
        let id = self.id;
        let mut text = format!(
            "schema = 1\nid = \"{id}\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ntitle = \"{id}\"\ndescription = \"d\"\n"
        );
        for level in 0..=self.levels {
            let _ = writeln!(text, "[[levels]]\nid = \"l{level}\"\nname = \"L{level}\"\nsummary = \"s\"");
            let overall = || format!("overall = {}", 30 * level);
            let requires = self.questions.map_or_else(overall, |score| format!("questions = {score}"));
            if level > 0 {
                let _ = writeln!(text, "requires = {{ {requires} }}");
            }
        }
        for group in 0..self.groups.len() {
            let _ = writeln!(text, "[[groups]]\nid = \"g{group}\"\nname = \"G{group}\"");
        }
        let mut group = self.groups.iter().enumerate().flat_map(|(group, count)| vec![group; *count]);
        let options: Vec<String> =
            self.points.iter().map(|points| format!("{{ points = {points}, text = \"o{points}\" }}")).collect();
        for (at, criterion) in self.criteria.iter().enumerate() {
            let _ = writeln!(text, "[[criteria]]\nid = \"c{at}\"\nname = \"C{at}\"\ndescription = \"d\"");
            let _ = group.next().map(|group| writeln!(text, "group = \"g{group}\""));
            for (of, level) in criterion.iter().enumerate() {
                let _ = writeln!(
                    text,
                    "[[criteria.questions]]\nid = \"c{at}-{of}\"\ntext = \"Q{at}-{of}?\"\nnot_applicable = {}",
                    self.not_applicable
                );
                if *level > 0 {
                    let _ = writeln!(text, "level = \"l{level}\"");
                }
                let _ = writeln!(text, "options = [{}]", options.join(", "));
            }
        }
        text
    }
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

/// How far the practices of each level are all as `holds` says, one level after the other.
fn reached(levels: usize, practices: &[(usize, usize)], holds: impl Fn(usize) -> bool) -> usize {
    (1..=levels).take_while(|level| practices.iter().all(|(of, answer)| of != level || holds(*answer))).count()
}

/// C2M2: a practice is not, partially, largely or fully implemented. A domain has a maturity indicator level when all practices
/// of it and of those below it are at least largely implemented; levels are a domain's own, and the model has none of the
/// whole: here that is the least.
///
/// U.S. Department of Energy, Cybersecurity Capability Maturity Model, version 2.1, June 2022, chapters 3 and 4:
/// <https://www.energy.gov/sites/default/files/2022-06/C2M2%20Version%202.1%20June%202022.pdf>; as worked out by its
/// authors' Cyber Security Evaluation Tool:
/// <https://github.com/cisagov/cset/blob/master/CSETWebApi/CSETWeb_Api/CSETWebCore.Business/Maturity/C2M2Business.cs>.
#[test]
fn domains_of_c2m2_have_the_level_of_which_all_practices_are_largely_implemented() {
    const LARGELY: usize = 2;
    let mut random = Random(1);
    // Each of ten domains has practices of each level, most of them of the second.
    let criteria: Vec<Criterion> = (0..10)
        .map(|_| {
            [(1, 7), (2, 18), (3, 14)].iter().flat_map(|(level, most)| vec![*level; 1 + random.below(*most)]).collect()
        })
        .collect();
    let model = Model {
        id: "c2m2",
        levels: 3,
        questions: Some("66.6"),
        criteria: &criteria,
        groups: &[],
        points: &[0, 1, 2, 3],
        not_applicable: false,
    };
    let scheme = model.scheme();
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

/// The Essential Eight: a control is not implemented, ineffective, met by an alternate control, or effective; or it does not
/// apply, or has not been assessed. A strategy has the maturity level of which every control that applies, and every one of
/// those below, is effective or met by an alternate control; a system has a level when each strategy has it.
///
/// Australian Signals Directorate, Essential Eight assessment process guide, October 2024, "Determining effective
/// implementation of mitigation strategies":
/// <https://www.cyber.gov.au/business-government/asds-cyber-security-frameworks/essential-eight/essential-eight-assessment-process-guide>.
#[test]
fn strategies_of_the_essential_eight_have_their_levels_and_the_whole_the_least() {
    let mut random = Random(2);
    let criteria: Vec<Criterion> = (0..8)
        .map(|_| {
            [(1, 6), (2, 9), (3, 7)].iter().flat_map(|(level, most)| vec![*level; 1 + random.below(*most)]).collect()
        })
        .collect();
    let model = Model {
        id: "essential-eight",
        levels: 3,
        questions: Some("75"),
        criteria: &criteria,
        groups: &[],
        points: &[0, 1, 3, 4],
        not_applicable: true,
    };
    let scheme = model.scheme();
    let mut seen = [[false; 4]; 4];
    for turn in 0..800 {
        let mut control = || match random.below(100) {
            number if number >= turn % 10 => Answer::Option(3),
            number => {
                [Answer::NotApplicable, Answer::Unanswered, Answer::Option(0), Answer::Option(1), Answer::Option(2)]
                    [number % 5]
            }
        };
        let answers: Vec<Vec<Answer>> =
            criteria.iter().map(|criterion| criterion.iter().map(|_| control()).collect()).collect();
        let outcome = score(&scheme, &answers.concat()).unwrap();
        // What has not been assessed holds at best, and fails at worst.
        let strategies = |open: bool| -> Vec<Option<usize>> {
            let strategies = criteria.iter().zip(&answers).map(|(criterion, answers)| {
                let controls: Vec<(usize, bool)> = criterion
                    .iter()
                    .zip(answers)
                    .filter(|(_, answer)| **answer != Answer::NotApplicable)
                    .map(|(level, answer)| {
                        (*level, *answer == Answer::Unanswered && open || matches!(answer, Answer::Option(2..)))
                    })
                    .collect();
                (!controls.is_empty()).then(|| {
                    (1..=3).take_while(|level| controls.iter().all(|(of, holds)| of != level || *holds)).count()
                })
            });
            strategies.collect()
        };
        let (worst, best) = (strategies(false), strategies(true));
        let own: Vec<Option<(usize, usize)>> = outcome.criteria.iter().map(|criterion| criterion.level).collect();
        assert_eq!(own, worst.iter().zip(&best).map(|(low, high)| low.zip(*high)).collect::<Vec<_>>());
        let least = |of: &[Option<usize>]| of.iter().flatten().min().copied().unwrap();
        assert_eq!((outcome.low.level, outcome.high.level), (least(&worst), least(&best)));
        seen[outcome.low.level][outcome.high.level] = true;
    }
    let intervals = seen.iter().flatten().filter(|seen| **seen).count();
    assert!((0..4).all(|level| seen[level][level]) && intervals > 7, "{seen:?}");
}

/// SAMM: an answer is worth 0, 0.25, 0.5 or 1; a practice has the mean of its two streams at each of three maturity levels,
/// added up; a business function the mean of its three practices; and the whole the mean of the five functions.
///
/// OWASP SAMM, core model (business functions, practices, streams, and the values of all answer sets):
/// <https://github.com/owaspsamm/core/tree/main/model>; as worked out by its SAMMwise:
/// <https://github.com/owaspsamm/sammwise/blob/master/comps/surveyDisplay/calculator.js>.
#[test]
fn practices_of_samm_have_the_means_of_their_streams_added_up() {
    let mut random = Random(3);
    let criteria: Vec<Criterion> = vec![vec![0; 6]; 15];
    let model = Model {
        id: "samm",
        levels: 3,
        questions: None,
        criteria: &criteria,
        groups: &[3; 5],
        points: &[0, 1, 2, 4],
        not_applicable: false,
    };
    let scheme = model.scheme();
    for _ in 0..200 {
        let answers = answers(&mut random, &criteria, 4, 70);
        let outcome = outcome(&scheme, &answers);
        // In eighths, so that all is whole: an answer in quarters, and the mean of two.
        let eighths = |answer: usize| [0, 1, 2, 4][answer];
        // Three levels of the first stream, and then of the second.
        let practice = |answers: &Vec<usize>| -> usize {
            (0..3).map(|level| eighths(answers[level]) + eighths(answers[level + 3])).sum()
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

/// DSOMM: how many activities each sub-dimension has at each of five levels.
///
/// <https://github.com/devsecopsmaturitymodel/DevSecOps-MaturityModel/blob/master/src/assets/YAML/default/model.yaml>, in June
/// 2026.
const DSOMM: [[usize; 5]; 19] = [
    [1, 3, 1, 0, 1],
    [3, 4, 3, 2, 1],
    [2, 4, 1, 1, 0],
    [1, 1, 3, 1, 1],
    [2, 5, 5, 4, 1],
    [1, 1, 2, 0, 0],
    [3, 2, 2, 1, 1],
    [1, 1, 3, 1, 1],
    [3, 9, 8, 4, 1],
    [1, 2, 2, 0, 2],
    [3, 3, 5, 4, 1],
    [0, 3, 3, 1, 0],
    [0, 1, 1, 1, 1],
    [2, 2, 7, 2, 1],
    [0, 3, 3, 1, 2],
    [0, 3, 2, 1, 1],
    [0, 4, 6, 2, 4],
    [2, 5, 2, 3, 0],
    [1, 1, 2, 1, 0],
];

/// DSOMM: an activity is not implemented, started, partly or fully implemented, which is worth 0, 20, 50 or 100 percent. The
/// activities of one level in a sub-dimension are a sector, which has the mean of them.
///
/// `progressDefinition` of
/// <https://github.com/devsecopsmaturitymodel/DevSecOps-MaturityModel/blob/master/src/assets/YAML/meta.yaml>, and
/// `getSectorProgress` of
/// <https://github.com/devsecopsmaturitymodel/DevSecOps-MaturityModel/blob/master/src/app/service/sector-service.ts>.
#[test]
fn sectors_of_dsomm_have_the_mean_of_their_activities() {
    let mut random = Random(4);
    let sectors = DSOMM.map(|levels| levels.into_iter().filter(|count| *count > 0).count());
    let criteria: Vec<Criterion> =
        DSOMM.as_flattened().iter().filter(|count| **count > 0).map(|count| vec![0; *count]).collect();
    let model = Model {
        id: "dsomm",
        levels: 3,
        questions: None,
        criteria: &criteria,
        groups: &sectors,
        points: &[0, 20, 50, 100],
        not_applicable: false,
    };
    let scheme = model.scheme();
    for _ in 0..200 {
        let answers = answers(&mut random, &criteria, 4, 70);
        let outcome = outcome(&scheme, &answers);
        for (sector, answers) in outcome.low.criteria.iter().zip(&answers) {
            let percents: usize = answers.iter().map(|answer| [0, 20, 50, 100][*answer]).sum();
            assert_eq!(usize::from(sector.unwrap().tenths()), percents * 10 / answers.len());
        }
        assert_eq!(outcome.low.criteria.len(), sectors.iter().sum::<usize>());
    }
}

/// DSOMM says of no sub-dimension which level it has. What teams go by is here: the level of which all activities, and all of
/// those below, are fully implemented.
#[test]
fn sub_dimensions_of_dsomm_have_the_level_of_which_all_activities_are_implemented() {
    let mut random = Random(5);
    let criteria: Vec<Criterion> = DSOMM
        .iter()
        .map(|levels| levels.iter().zip(1..).flat_map(|(count, level)| vec![level; *count]).collect())
        .collect();
    let model = Model {
        id: "dsomm",
        levels: 5,
        questions: Some("100"),
        criteria: &criteria,
        groups: &[3, 3, 3, 3, 7],
        points: &[0, 20, 50, 100],
        not_applicable: false,
    };
    let scheme = model.scheme();
    let mut seen = [false; 6];
    for turn in 0..200 {
        let answers = answers(&mut random, &criteria, 4, turn % 30);
        let outcome = outcome(&scheme, &answers);
        for (at, (criterion, answers)) in criteria.iter().zip(&answers).enumerate() {
            let activities: Vec<(usize, usize)> = criterion.iter().copied().zip(answers.iter().copied()).collect();
            let level = reached(5, &activities, |answer| answer == 3);
            assert_eq!(outcome.criteria[at].level, Some((level, level)));
            seen[level] = true;
        }
    }
    assert_eq!(seen, [true; 6]);
}
