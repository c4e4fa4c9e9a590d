//! What goes wrong in real files: for each rule the smallest edit of a bundled file that breaks it, and 5,000 edits by
//! chance.

use std::sync::Arc;
use std::time::{Duration, Instant};

use cxm::answers;
use cxm::check::check;
use cxm::check::registry;
use cxm::definition::{self, Condition, NotApplicable, Parts, bundled};
use cxm::diagnostic::{Finding, Group, Source, render};
use cxm::document::{Document, Syntax};
use cxm::exact::Effort;

use crate::reasoning::BROKEN;
use crate::rules::every_rule;

const BASE: &str = include_str!("../assessments/cx-maturity.toml");
const JA: &str = include_str!("../assessments/cx-maturity.ja.toml");
const ANSWERS: &str = include_str!("../examples/answers/emerger.toml");

/// Which of the files is edited, or speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum In {
    Base,
    Ja,
    Answers,
}

/// Edits that break one rule.
struct Breach {
    rule: &'static str,
    edits: &'static [(In, &'static str, &'static str)],
    /// Where it is found, if not on the first line that differs.
    at: Option<(In, &'static str)>,
}

const fn breach(rule: &'static str, edits: &'static [(In, &'static str, &'static str)]) -> Breach {
    Breach { rule, edits, at: None }
}

/// As [`breach`], found at the line on which `at` ends.
const fn breach_at(
    rule: &'static str,
    edits: &'static [(In, &'static str, &'static str)],
    file: In,
    at: &'static str,
) -> Breach {
    Breach { rule, edits, at: Some((file, at)) }
}

/// A fact, where the criteria begin.
const SHIFT: (In, &str, &str) = (
    In::Base,
    "\n[[criteria]]\n",
    "\n[[profile]]\nid = \"shift\"\ntext = \"When?\"\nassume = \"day\"\n\
     options = [{ id = \"day\", text = \"By day.\" }, { id = \"night\", text = \"At night.\" }]\n\n[[criteria]]\n",
);

/// A challenge that no case expects, where the actions begin. No action raises the question any further.
const CHALLENGE: (In, &str, &str) = (
    In::Base,
    "\n[[actions]]\n",
    "\n[[challenges]]\nid = \"forgetful\"\nname = \"Forgetful\"\nsummary = \"What is learnt is lost.\"\n\
     when = { skills-onboarding = 4 }\n\n[[actions]]\n",
);

/// An action with these lines, where the actions begin.
macro_rules! action {
    ($lines:literal) => {
        (
            In::Base,
            "\n[[actions]]\n",
            concat!(
                "\n[[actions]]\nid = \"rest\"\ntitle = \"Rest\"\nwhy = \"It helps.\"\nsteps = [\"Sleep.\"]\n\
                 raises = { skills-path = 2 }\n",
                $lines,
                "\n\n[[actions]]\n"
            ),
        )
    };
}

/// A case with these lines, where the cases begin.
macro_rules! case {
    ($lines:literal) => {
        (In::Base, "\n[[cases]]\n", concat!("\n[[cases]]\nname = \"x\"\nexpect = {}\n", $lines, "\n\n[[cases]]\n"))
    };
}

/// The smallest edit for each rule. Where something is taken away, it is missed at the table that it was in.
const BREACHES: &[Breach] = &[
    breach("case-mismatch", &[(In::Base, "overall = 29.4", "overall = 29.3")]),
    breach(
        "cyclic-after",
        &[(
            In::Base,
            "after = [\"build-help-centre\", \"open-way-to-person\"]",
            "after = [\"launch-concierge-bot\", \"open-way-to-person\"]",
        )],
    ),
    breach("double-barrelled-question", &[(In::Base, "How are new agents", "How and when are new agents")]),
    breach("duplicate-id", &[(In::Base, "id = \"emerger\"", "id = \"starter\"")]),
    breach("duplicate-key", &[(In::Base, "effort_unit = ", "title = \"CX\"\neffort_unit = ")]),
    breach(
        "duplicate-option",
        &[(
            In::Base,
            "\"They are briefed beforehand, but nobody records who was there.\"",
            "\"They get a message, often on the day itself.\"",
        )],
    ),
    breach(
        "duplicate-question",
        &[(
            In::Base,
            "\"What do front-line staff see of what customers say?\"",
            "\"What happens after a customer reports a bad experience?\"",
        )],
    ),
    breach(
        "duplicate-item",
        &[(In::Base, "id = \"skills-path\"\n", "id = \"skills-path\"\nrefs = [\"ISO 1 2\", \"ISO 1  2\"]\n")],
    ),
    breach(
        "glossary",
        &[(
            In::Ja,
            "スポンサーとなる幹部を得て、サポートの価値を報告に載せる",
            "後ろ盾となる幹部を得て、サポートの価値を報告に載せる",
        )],
    ),
    breach("duplicate-name", &[(In::Base, "name = \"Riser\"", "name = \"Emerger\"")]),
    breach("hidden-character", &[(In::Ja, "\"CX成熟度\"", "\"CX\u{202e}成熟度\"")]),
    breach("identical-translation", &[(In::Ja, "\"CX成熟度\"", "\"CX maturity\"")]),
    breach_at(
        "idle-condition",
        &[SHIFT, action!("effort = 1\nif = { shift = [\"day\", \"night\"] }")],
        In::Base,
        "if = { shift = [\"day\", \"night\"] }",
    ),
    breach_at("idle-fact", &[SHIFT], In::Base, "id = \"shift\""),
    breach_at(
        "impossible-condition",
        &[SHIFT, action!("effort = 1\nif = { shift = \"day\" }\nunless = { shift = \"day\" }")],
        In::Base,
        "unless = { shift = \"day\" }",
    ),
    breach("incomplete-shares", &[(In::Base, "starter = 36", "starter = 30")]),
    breach("invalid-id", &[(In::Base, "\"skills-path\"", "\"skills_path\"")]),
    breach("invalid-value", &[(In::Base, "\"2.1.1\"", "\"2.0\"")]),
    breach("leading-question", &[(In::Base, "\"How often is there more", "\"Isn't there often more")]),
    breach("long-text", &[(In::Base, "\"Starter\"", "\"Starter, as it was called once\"")]),
    breach(
        "misnumbered-option",
        &[(In::Base, "\"By events: there is training after", "\"3. By events: there is training after")],
    ),
    breach(
        "misplaced-translation",
        &[(
            In::Ja,
            "\"答えを最もよく知る人が1件につき1ページを書き、部門外の人に試してもらう。\"",
            "\"4週間にわたって問い合わせ理由を数え、多い順に20件を挙げる。\"",
        )],
    ),
    breach_at(
        "missing-effort",
        &[SHIFT, action!("effort = { by = \"shift\", day = 1 }")],
        In::Base,
        "effort = { by = \"shift\", day = 1 }",
    ),
    breach_at(
        "missing-help",
        &[(In::Base, "help = \"Ask the two newest", "# help = \"Ask the two newest")],
        In::Base,
        "id = \"skills-onboarding\"",
    ),
    breach_at(
        "missing-key",
        &[(In::Base, "name = \"Riser\"\n", "")],
        In::Base,
        "requires = { criteria_in_place = 2 }\n\n[[levels]]",
    ),
    breach("not-applicable-not-allowed", &[(In::Base, "skills-training = 1,", "skills-training = \"n/a\",")]),
    breach_at(
        "not-asked",
        &[
            SHIFT,
            (In::Base, "id = \"skills-path\"\n", "id = \"skills-path\"\nif = { shift = \"night\" }\n"),
            case!("profile = { shift = \"day\" }\nanswers = { skills-training = 1, skills-path = 1 }"),
        ],
        In::Base,
        "answers = { skills-training = 1, skills-path = 1 }",
    ),
    breach_at(
        "nothing-applicable",
        &[
            (In::Base, "\nnot_applicable = false", ""),
            (In::Base, "answers = { \"*\" = 1 }", "answers = { \"*\" = \"n/a\" }"),
        ],
        In::Base,
        "answers = { \"*\" = \"n/a\" }",
    ),
    breach("orphaned-translation", &[(In::Ja, "[levels.riser]", "[levels.rizer]")]),
    breach("other-figure", &[(In::Ja, "無作為に選んだ5人", "無作為に選んだ15人")]),
    breach("other-language", &[(In::Base, "language = \"en\"", "language = \"ja\"")]),
    breach("other-major-version", &[(In::Answers, "\"2.1.1\"", "\"1.9.0\"")]),
    breach("other-version", &[(In::Answers, "\"2.1.1\"", "\"2.9.0\"")]),
    breach("out-of-range", &[(In::Base, "effort = 5\n", "effort = 5000\n")]),
    breach(
        "points-not-increasing",
        &[(
            In::Base,
            "\"They get a message, often on the day itself.\"",
            "{ points = 1, text = \"They get a message.\" }",
        )],
    ),
    breach_at(
        "stale-translation",
        &[(In::Base, "Groundwork comes first", "First comes groundwork")],
        In::Ja,
        "[levels.starter]\nof",
    ),
    breach("syntax", &[(In::Base, "title = \"CX maturity\"", "title = CX maturity\"")]),
    breach(
        "text-only-citation",
        &[
            (In::Base, "Missing or unsuitable training", "[esg-2021] Missing or unsuitable training"),
            (In::Base, "raises = { skills-onboarding = 4 }\nsource", "raises = { skills-onboarding = 4 }\n# source"),
        ],
    ),
    breach_at(
        "too-fine",
        &[
            (
                In::Base,
                "\"They are taught and checked in this way; for three months after that, somebody goes through contacts with them every week.\"",
                "{ points = 998, text = \"a\" }",
            ),
            (
                In::Base,
                "\"By each agent's skills, assessed in this way; later contacts show whether the training helped, and what did not help is changed.\"",
                "{ points = 992, text = \"b\" }",
            ),
        ],
        In::Base,
        "[[criteria]]",
    ),
    breach_at("unended-challenge", &[CHALLENGE], In::Base, "id = \"forgetful\""),
    breach("unfinished-text", &[(In::Base, "Ask three agents what", "TODO: ask three agents what")]),
    breach("unknown-action", &[(In::Answers, "\"forecast-contacts\"", "\"forecast-contact\"")]),
    breach("unknown-assessment", &[(In::Answers, "\"cx-maturity\"", "\"cx-maturty\"")]),
    breach("unknown-citation", &[(In::Base, "[esg-2020]; and", "[esg-2002]; and")]),
    breach("unknown-companion", &[(In::Base, "see = \"omnichannel\"", "see = \"omnichanel\"")]),
    breach_at(
        "unknown-fact",
        &[case!("profile = { sise = \"few\" }\nanswers = { \"*\" = 1 }")],
        In::Base,
        "profile = { sise = \"few\" }",
    ),
    breach("unknown-key", &[(In::Base, "pillar = \"agents\"", "piller = \"agents\"")]),
    breach("unknown-lint", &[(In::Base, "\n[[sources]]", "lints.stile = \"deny\"\n[[sources]]")]),
    breach("unknown-points", &[(In::Base, "{ technology-workspace = 5 }", "{ technology-workspace = 6 }")]),
    breach("unknown-question", &[(In::Base, "skills-training = 1,", "skills-trainin = 1,")]),
    breach("unknown-reference", &[(In::Base, "source = \"zoom-automation\"", "source = \"zoom\"")]),
    breach_at("unrecorded-translation", &[(In::Ja, "of = \"8d757767\"\n", "")], In::Ja, "[levels.champion]"),
    breach_at(
        "unsourced-action",
        &[(In::Base, "raises = { skills-onboarding = 4 }\nsource", "raises = { skills-onboarding = 4 }\n# source")],
        In::Base,
        "id = \"structured-induction\"",
    ),
    breach_at(
        "unsourced-benchmark",
        &[(In::Base, "champion = 12 }\nsource", "champion = 12 }\n# source")],
        In::Base,
        "id = \"esg-2021-world\"",
    ),
    breach_at("unsourced-challenge", &[CHALLENGE], In::Base, "id = \"forgetful\""),
    breach_at(
        "untested-action",
        &[(In::Base, "raises = { skills-change = 4 }", "raises = { skills-change = 1 }")],
        In::Base,
        "id = \"retrain-on-change\"",
    ),
    breach("unsupported-markup", &[(In::Base, "Ask three agents what", "Ask **three** agents what")]),
    breach_at("untested-challenge", &[CHALLENGE], In::Base, "id = \"forgetful\""),
    breach_at("untested-level", &[(In::Base, "level = \"champion\", ", "")], In::Base, "id = \"champion\""),
    breach_at("untranslated", &[(In::Ja, "name = \"ライザー\"\n", "")], In::Ja, "[levels.riser]"),
    breach_at("unused-source", &[(In::Base, " [esg-2020]", "")], In::Base, "id = \"esg-2020\""),
    breach("weaker-level", &[(In::Base, "criteria_in_place = 6", "criteria_in_place = 4")]),
    breach("wrong-assessment", &[(In::Answers, "\"cx-maturity\"", "\"another\"")]),
    breach("wrong-type", &[(In::Base, "effort = 5\n", "effort = \"5\"\n")]),
];

fn source(name: &str, text: &str) -> Arc<Source> {
    Arc::new(Source::new(name, text))
}

fn in_definition(base: &str, ja: &str) -> Vec<Finding> {
    check(&source("cx-maturity.toml", base), &[source("cx-maturity.ja.toml", ja)], &every_rule())
}

/// What is found in answers; both what is said where they name no bundled assessment, and where they name another.
fn in_answers(text: &str) -> Vec<Finding> {
    let base = definition::read(&source("cx-maturity.toml", BASE)).0.unwrap();
    let document = Document::parse(&source("answers.toml", text), Syntax::Toml).unwrap();
    let mut findings = answers::read(&document, &base).1;
    let id = answers::assessment_of(&document);
    if id != Some(&base.id) {
        findings.push(answers::unknown_assessment(&document, id, &[&base.id]));
    }
    findings
}

#[test]
fn the_smallest_breach_of_each_rule_is_found_at_its_line() {
    // The rules that reason have theirs beside their laws; no small edit makes the default undecided or takes all its cases
    // away, and none of a text takes its file away or makes it none. Of a version it
    // takes two definitions.
    let others = ["undecided", "untested-definition", "lone-translation", "unreadable-file", "unraised-version"];
    let reasoning = BROKEN.iter().map(|(rule, _, _)| *rule).chain(others);
    let mut breached: Vec<&str> = BREACHES.iter().map(|breach| breach.rule).chain(reasoning).collect();
    breached.sort_by_key(|rule| rule.replace('-', " "));
    let all: Vec<&str> = registry::rules().map(|rule| rule.id).collect();
    assert_eq!(breached, all, "a breach for each rule");
    for breach in BREACHES {
        let mut texts = [BASE.to_owned(), JA.to_owned(), ANSWERS.to_owned()];
        for (file, from, to) in breach.edits {
            let text = &mut texts[*file as usize];
            assert!(text.contains(from), "{}: there is no {from:?}", breach.rule);
            // What is only taken away is taken away everywhere.
            *text = if to.is_empty() { text.replace(from, to) } else { text.replacen(from, to, 1) };
        }
        let (file, line) = expected(breach, &texts);
        let [base, ja, answers] = &texts;
        let findings = if file == In::Answers { in_answers(answers) } else { in_definition(base, ja) };
        let name = ["cx-maturity.toml", "cx-maturity.ja.toml", "answers.toml"][file as usize];
        let found = findings.iter().any(|finding| {
            finding.rule.id == breach.rule && finding.source.name() == name && finding.position().line == line
        });
        assert!(found, "{} is not found in line {line} of {name}:\n{}", breach.rule, render(&findings, 100));
    }
}

/// The file and the line in which `breach` is to be found in the edited `texts`.
fn expected(breach: &Breach, texts: &[String; 3]) -> (In, usize) {
    let line_of = |text: &str, at: usize| text[..at].matches('\n').count() + 1;
    match breach.at {
        Some((file, at)) => {
            let text = &texts[file as usize];
            let start = text.find(at).unwrap_or_else(|| panic!("{}: there is no {at:?}", breach.rule));
            (file, line_of(text, start + at.len()))
        }
        None => {
            let file = breach.edits[0].0;
            let before = [BASE, JA, ANSWERS][file as usize];
            let pairs = before.lines().zip(texts[file as usize].lines());
            (file, pairs.take_while(|(before, after)| before == after).count() + 1)
        }
    }
}

#[test]
fn nothing_is_found_before() {
    assert!(in_answers(ANSWERS).is_empty());
    assert!(in_definition(BASE, JA).iter().all(|finding| finding.rule.group == Group::Pedantic));
}

/// SplitMix64: numbers that are the same in every run.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }
}

/// `text` with one byte replaced, taken away or put in. Half the time that is on a short line: headers, ids and numbers
/// are there, and prose is most of a file.
fn mutated(text: &str, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let at = if chance.below(2) == 0 {
        chance.below(bytes.len())
    } else {
        let starts = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let short: Vec<(usize, &str)> = starts.zip(text.lines()).filter(|(_, line)| line.len() < 60).collect();
        let (start, line) = short[chance.below(short.len())];
        start + chance.below(line.len() + 1)
    };
    // Half of them printable: the others mostly make the file no text at all.
    let byte = if chance.below(2) == 0 { chance.below(256) } else { 0x20 + chance.below(0x5f) };
    let byte = u8::try_from(byte).unwrap();
    match chance.below(3) {
        0 => bytes[at] = byte,
        1 => drop(bytes.remove(at)),
        _ => bytes.insert(at, byte),
    }
    bytes
}

/// What of a definition must be as it was where nothing is found: all but what its author chooses freely, and no rule
/// can know. That is for whom things are, the points that show a challenge, the version, the language, efforts, the points that an action raises to and what it comes after,
/// whether n/a is allowed, shares within their rounding, and a `see` that is taken away.
pub fn essence(definition: &Parts) -> Parts {
    let mut essence = definition.clone();
    essence.version = semver::Version::new(0, 0, 0);
    essence.language.clear();
    for action in &mut essence.actions {
        (action.effort, action.after, action.see) = (Effort::ZERO.into(), Vec::new(), None);
        action.raises.iter_mut().for_each(|raise| raise.points = 0);
        action.condition = Condition::default();
        action.steps.iter_mut().for_each(|step| step.condition = Condition::default());
    }
    for challenge in &mut essence.challenges {
        challenge.condition = Condition::default();
        challenge.when.iter_mut().for_each(|when| when.points = 0);
    }
    for criterion in &mut essence.criteria {
        criterion.see = None;
        for question in &mut criterion.questions {
            (question.not_applicable, question.condition) = (NotApplicable::Yes, Condition::default());
        }
    }
    for benchmark in &mut essence.benchmarks {
        benchmark.shares.clear();
        benchmark.condition = Condition::default();
    }
    essence
}

/// A bundled definition with its translations; the definition is the first.
struct Files {
    id: &'static str,
    names: Vec<String>,
    texts: Vec<&'static str>,
}

fn bundled_files() -> Vec<Files> {
    let files = |bundled: &bundled::Bundled| {
        let names = bundled.translations.iter().map(|(language, _)| format!("{}.{language}.toml", bundled.id));
        let texts = bundled.translations.iter().map(|(_, text)| *text);
        Files {
            id: bundled.id,
            names: [format!("{}.toml", bundled.id)].into_iter().chain(names).collect(),
            texts: [bundled.toml].into_iter().chain(texts).collect(),
        }
    };
    bundled::BUNDLED.iter().map(files).collect()
}

impl Files {
    /// Mutates one file and checks all; says whether nothing was found though something differs.
    fn mutate(&self, chance: &mut Chance) -> bool {
        let at = chance.below(self.texts.len());
        let mutated = mutated(self.texts[at], chance);
        // What is not UTF-8 is refused before it is looked at.
        let Ok(mutated) = String::from_utf8(mutated) else { return false };
        let text = |index: usize| if index == at { &mutated } else { self.texts[index] };
        let sources: Vec<Arc<Source>> =
            self.names.iter().enumerate().map(|(index, name)| source(name, text(index))).collect();
        let started = Instant::now();
        let findings = check(&sources[0], &sources[1..], &every_rule());
        assert!(started.elapsed() < Duration::from_secs(1));
        if findings.iter().any(|finding| finding.rule.group != Group::Pedantic) {
            return false;
        }
        let before = definition::read(&source(&self.names[0], self.texts[0])).0.unwrap();
        let after = definition::read(&sources[0]).0.unwrap();
        // The texts of a definition are covered by the digests in its translations.
        assert_eq!(essence(&after), essence(&before), "{}: nothing is found, though it differs", self.id);
        assert!(sources[1..].iter().all(|translation| definition::translate(&after, translation).0.is_some()));
        after != before
    }
}

#[test]
fn five_thousand_mutations_do_no_harm_and_are_found() {
    let run = |seed: u64| {
        let (mut chance, bundled) = (Chance(seed), bundled_files());
        (0..2_500).filter(|at| bundled[at % bundled.len()].mutate(&mut chance)).count()
    };
    let silent: usize = std::thread::scope(|scope| {
        let threads = [1, 2].map(|seed| scope.spawn(move || run(seed)));
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert!(silent < 25, "{silent} of 5,000 change what no rule can know");
}
