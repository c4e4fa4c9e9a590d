//! Definitions at the limits of the format, and one beyond each.

use std::fmt::Write as _;

use cxm::answers::Answer;
use cxm::definition::{self, Definition, Profile};
use cxm::diagnostic::Source;
use cxm::score::{Scheme, score};

/// A definition of so many criteria with so many questions each, so many actions, and help of so many characters.
struct Large {
    criteria: Vec<usize>,
    actions: usize,
    help: usize,
    /// The points of the best option of a question, by its place; those of the worst are 0.
    best: fn(usize) -> u32,
}

const LARGEST: Large = Large { criteria: vec![], actions: 500, help: 200, best: |_| 4 };

impl Large {
    fn text(&self) -> String {
        let mut text = "schema = 1\nid = \"large\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ntitle = \"Large\"\n\
             description = \"As large as can be.\"\n\
             [[levels]]\nid = \"low\"\nname = \"Low\"\nsummary = \"Here.\"\n\
             [[levels]]\nid = \"high\"\nname = \"High\"\nsummary = \"There.\"\n"
            .to_owned();
        let _ = writeln!(text, "requires = {{ criteria_in_place = {} }}", self.criteria.len());
        let mut question = 0;
        for (at, questions) in self.criteria.iter().enumerate() {
            let _ = writeln!(
                text,
                "[[criteria]]\nid = \"c{at}\"\nname = \"C {at}\"\ndescription = \"About {at}.\"\nweight = 100"
            );
            for _ in 0..*questions {
                let (help, best) = ("h".repeat(self.help), (self.best)(question));
                let _ = writeln!(
                    text,
                    "[[criteria.questions]]\nid = \"q{question}\"\ntext = \"How is {question} done?\"\nhelp = \"{help}\"\n\
                     options = [{{ points = 0, text = \"Not {question}.\" }}, {{ points = 1, text = \"Half {question}.\" }}, \
                     {{ points = {best}, text = \"All {question}.\" }}]"
                );
                question += 1;
            }
        }
        for at in 0..self.actions {
            let _ = writeln!(
                text,
                "[[actions]]\nid = \"a{at}\"\ntitle = \"Do {at}\"\nwhy = \"For {at}.\"\nsteps = [\"Begin {at}.\"]\neffort = 1\n\
                 raises = {{ q{} = 1 }}",
                at % question
            );
        }
        text
    }

    fn read(&self) -> (Option<Definition>, Vec<String>) {
        let (definition, findings) = definition::read(&Source::new("large.toml", self.text()).into());
        (definition, findings.iter().map(|finding| format!("{}: {}", finding.rule.id, finding.message)).collect())
    }
}

#[test]
fn what_is_at_the_limits_is_read_and_one_beyond_is_refused() {
    let found = |large: Large| large.read().1;
    let criteria = |count: usize, questions: usize| vec![questions; count];
    assert_eq!(found(Large { criteria: criteria(100, 10), ..LARGEST }), [""; 0]);
    assert_eq!(found(Large { criteria: criteria(10, 100), ..LARGEST }), [""; 0]);
    assert_eq!(found(Large { criteria: criteria(1, 1), help: 8_000, ..LARGEST }), [""; 0]);
    assert_eq!(
        found(Large { criteria: criteria(101, 1), actions: 0, ..LARGEST }),
        [
            "out-of-range: `criteria_in_place` must be from 1 to 100",
            "out-of-range: `criteria` must have 1 to 100 items, and has 101"
        ]
    );
    let more = [vec![11], criteria(99, 10)].concat();
    assert_eq!(
        found(Large { criteria: more, ..LARGEST }),
        ["out-of-range: 1001 questions are too many: the most is 1000"]
    );
    assert_eq!(
        found(Large { criteria: criteria(100, 10), actions: 501, ..LARGEST }),
        ["out-of-range: `actions` must have 0 to 500 items, and has 501"]
    );
    assert_eq!(
        found(Large { criteria: criteria(1, 1), help: 8_001, ..LARGEST }),
        ["out-of-range: a text of 8001 characters is too long: the most is 8000"]
    );
    let one = |best: fn(usize) -> u32| found(Large { criteria: criteria(1, 1), actions: 0, best, ..LARGEST });
    assert_eq!(one(|_| 1_000), [""; 0]);
    assert_eq!(one(|_| 1_001), ["out-of-range: points are whole numbers from 0 to 1000"]);
    let named = |length: usize| {
        let text = Large { criteria: criteria(1, 1), actions: 0, ..LARGEST }.text().replace("c0", &"c".repeat(length));
        definition::read(&Source::new("large.toml", text).into()).1.len()
    };
    assert_eq!([named(64), named(65)], [0, 1]);
    let renamed = |count: usize| {
        let text = Large { criteria: criteria(1, 1), actions: 0, ..LARGEST }.text();
        let renames = (0..count).fold("[renames.questions]\n".to_owned(), |text, at| format!("{text}o{at} = \"q0\"\n"));
        let (_, findings) = definition::read(&Source::new("large.toml", text + &renames).into());
        let entries = |message: &&str| message.contains("entries");
        findings.iter().map(|finding| finding.message.as_str()).find(entries).map(str::to_owned)
    };
    assert_eq!(renamed(1_000), None);
    assert_eq!(renamed(1_001).as_deref(), Some("`questions` has 1001 entries: the most is 1000"));
}

/// The largest denominators that are accepted, each sum of weights a prime, and ranges of points without a common divisor: in
/// this build a sum that did not fit would panic.
#[test]
fn a_hundred_criteria_of_the_finest_scores_fit() {
    let many = [97, 89, 83, 79, 73, 71, 67, 61, 59];
    let criteria: Vec<usize> = many.iter().copied().chain([1; 91]).collect();
    let best = |question| if question % 2 == 0 { 1_000 } else { 999 };
    let definition = Large { criteria: criteria.clone(), best, ..LARGEST }.read().0.unwrap();
    let scheme = Scheme::compile(&definition, &Profile::default());
    let answers = |option: fn(usize) -> u8| (0..770).map(|at| Answer::Option(option(at))).collect::<Vec<_>>();
    let overall = |answers: &[Answer]| score(&scheme, answers).unwrap().low.overall.tenths();
    assert_eq!(overall(&answers(|_| 2)), 1_000);
    assert_eq!(overall(&answers(|_| 0)), 0);
    // Every third question is at its best.
    let found = overall(&answers(|at| if at % 3 == 0 { 2 } else { 0 }));
    let mut at = 0;
    let mut sum = 0.0;
    for questions in criteria {
        let best = (at..at + questions).filter(|at| at % 3 == 0).count();
        sum += f64::from(u32::try_from(best).unwrap()) / f64::from(u32::try_from(questions).unwrap());
        at += questions;
    }
    let expected = sum * 1_000.0 / 100.0;
    assert!((f64::from(found) - expected).abs() <= 1.0, "{found} {expected}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_at_the_limits_takes_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let text = Large { criteria: vec![10; 100], help: 1_000, ..LARGEST }.text();
    assert!(text.len() > 1 << 20, "{}", text.len());
    std::fs::write(folder.path().join("large.toml"), text).unwrap();
    let answers = |points: u32| {
        let answers = (0..1_000).map(|at| format!("q{at} = {points}\n"));
        format!("assessment = \"large\"\nversion = \"1.0.0\"\n[answers]\n{}", answers.collect::<String>())
    };
    std::fs::write(folder.path().join("before.toml"), answers(0)).unwrap();
    std::fs::write(folder.path().join("now.toml"), answers(4)).unwrap();
    let all = ["check", "show", "template", "compare"];
    for command in all {
        let arguments = match command {
            "check" => vec![command, "large.toml", "--allow", "correctness"],
            "compare" => vec![command, "before.toml", "now.toml", "-a", "large.toml"],
            _ => vec![command, "large.toml"],
        };
        let peak = crate::bounds::peak(folder.path(), &arguments);
        assert!(peak < 100, "{command}: {peak} MiB");
    }
    for form in ["csv", "html", "xlsx", "xlsform", "surveyjs", "limesurvey"] {
        let peak =
            crate::bounds::peak(folder.path(), &["template", "large.toml", "-f", form, "-o", &format!("out-{form}")]);
        assert!(peak < 100, "{form}: {peak} MiB");
    }
}
