//! `cxm update`: answer files moved on, and points that have changed.

use std::fs;
use std::sync::Arc;

use cxm::answers::{self, Answer, NotUpdated, OtherVersion};
use cxm::definition::{self, Definition, Parts, Repointed};
use cxm::diagnostic::Source;
use cxm::impact::transfer;
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::any::{self, Survey};
use crate::impact::renamed;
use crate::program::{Ran, command, root, run_with};

/// The definition of facts, two versions on: of each kind something called otherwise, something gone, and other points.
fn today() -> String {
    let mut text = fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    for (from, to) in [
        ("version = \"1.0.0\"", "version = \"1.2.0\""),
        ("{ id = \"size\"", "{ id = \"people\""),
        ("id = \"size\"", "id = \"staff\""),
        ("{ size = ", "{ staff = "),
        ("by = \"size\"", "by = \"staff\""),
        (", { id = \"chat\", text = \"Chat\" }", ""),
        ("id = \"letters\"", "id = \"mails\""),
        ("letters = ", "mails = "),
        ("\"measure\"", "\"count\""),
    ] {
        text = text.replace(from, to);
    }
    text
}

const RENAMES: &str = "\n[renames]\nprofile = { size = \"staff\" }\nquestions = { post = \"letters\", letters = \"mails\" }\n\
    actions = { measure = \"count\" }\n";

/// A folder with the definition of today, and answer files.
fn folder(definition: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("answers")).unwrap();
    fs::write(folder.path().join("facts.toml"), definition).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join("answers").join(name), text).unwrap();
    }
    folder
}

fn within(folder: &tempfile::TempDir, arguments: &[&str]) -> Ran {
    run_with(command(arguments).current_dir(folder.path()), "")
}

fn update(folder: &tempfile::TempDir, more: &[&str]) -> Ran {
    within(folder, &[&["update", "-a", "facts.toml", "answers"], more].concat())
}

fn text(folder: &tempfile::TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join("answers").join(name)).unwrap()
}

const BY_HAND: &str = "# Of our workshop.\nassessment = 'facts' # the one\nversion = \"1.0.0\" # of spring\norganisation = \"Acme\"\n\n\
    [notes]\nfaxes = '''Two\nlines'''\n\"post\" = \"Jo said so.\"\n\n[profile]\nchannels = [\"chat\", \"email\"] # many\nsize = 'few'\n\n\
    [answers]\n# Asked Jo.\nfaxes = 3   # sure\npost = \"2\" # !\n\n# Not sure.\nshifts = 3\n# The end.\n\n\
    [actions]\ndone = [\n  \"measure\", # in May\n  \"fax\",\n]\neffort = { fax = 3, measure = 2 }\n";

#[test]
fn comments_and_order_stay_and_nothing_is_lost() {
    let folder = folder(&(today() + RENAMES), &[("a.toml", BY_HAND)]);
    let shown = update(&folder, &["--dry-run"]);
    assert_eq!(text(&folder, "a.toml"), BY_HAND);
    let ran = update(&folder, &[]);
    assert_snapshot!("by_hand", format!("{}----- file\n{}", ran.page(), text(&folder, "a.toml")));
    assert_eq!(shown.code, ran.code);
    assert_snapshot!("dry_run", shown.page());
    // Nothing is left to do.
    let once = text(&folder, "a.toml");
    assert_eq!(update(&folder, &["--lang", "ja"]).stdout, "answers/a.toml：更新の必要はありません\n");
    assert_eq!(text(&folder, "a.toml"), once);
    fs::write(folder.path().join("answers/a.toml"), BY_HAND).unwrap();
    assert_snapshot!("in_japanese", update(&folder, &["--lang", "ja"]).stdout);
}

#[test]
fn what_needs_nothing_stays_byte_for_byte() {
    let now = "\u{feff}assessment = \"facts\"\r\n[answers]\r\nmails=0x3 \r\n";
    let then = "\u{feff}assessment = \"facts\"\r\nversion = \"1.1.0\"\r\n[answers]\r\nmails=0x3 \r\n";
    let folder = folder(&(today() + RENAMES), &[("now.toml", now), ("then.toml", then)]);
    let written = fs::metadata(folder.path().join("answers/now.toml")).unwrap().modified().unwrap();
    assert_snapshot!(update(&folder, &["answers/now.toml"]).page());
    assert_eq!(text(&folder, "now.toml"), now);
    assert_eq!(fs::metadata(folder.path().join("answers/now.toml")).unwrap().modified().unwrap(), written);
    assert_eq!(text(&folder, "then.toml"), then.replace("1.1.0", "1.2.0"));
}

/// The ids of answers that name no version are moved on; their points are those of now.
#[test]
fn answers_that_name_no_version_are_said_to() {
    let folder = folder(&(today() + RENAMES), &[("a.toml", "assessment = \"facts\"\n[answers]\npost = 2\n")]);
    let ran = update(&folder, &["answers/a.toml"]);
    assert_snapshot!(ran.page(), @r"
    exit 0
    ----- stdout
    answers/a.toml
      version: none is named, so points count as those of 1.2.0
      ids: post is now mails
      open: 2 questions: calls, shifts
    ----- stderr
    files written: 1 of 1
    ");
    assert_eq!(text(&folder, "a.toml"), "assessment = \"facts\"\n[answers]\nmails = 2\n");
}

#[test]
fn what_cannot_be_moved_is_left_and_said() {
    let gone = "{\"assessment\": \"facts\", \"version\": \"1.0.0\", \"answers\": {\"post\": 2, \"faxes\": 1}}\n";
    let kept = "{\"assessment\": \"facts\", \"version\": \"1.0.0\", \"answers\": {\"post\": 2}}\n";
    let files = [
        ("gone.json", gone),
        ("kept.json", kept),
        ("later.toml", "version = \"1.3.0\"\n[answers]\nmails = 2\n"),
        ("major.toml", "version = \"0.9.0\"\n[answers]\nmails = 2\n"),
        ("slip.toml", "version = \"1.2.0\"\n[answers]\nmals = 2\n"),
        ("twice.toml", "version = \"1.0.0\"\n[answers]\npost = 2\nmails = 3\n"),
    ];
    let folder = folder(&(today() + RENAMES), &files);
    assert_snapshot!(update(&folder, &[]).page());
    for (name, before) in files {
        let after = if name == "kept.json" {
            before.replace("1.0.0", "1.2.0").replace("post", "mails")
        } else {
            before.to_owned()
        };
        assert_eq!(text(&folder, name), after, "{name}");
    }
    assert_eq!(within(&folder, &["update", "-a", "facts.toml", "answers/gone.json"]).code, 3);
    assert_eq!(within(&folder, &["update", "-a", "facts.toml", "-"]).code, 2);
    let ran = within(&folder, &["update", "-a", "facts.toml", "--accept-version", "answers/major.toml"]);
    assert_eq!((ran.code, text(&folder, "major.toml").contains("1.2.0")), (0, true), "{}", ran.stderr);
}

#[test]
fn score_names_the_way_on() {
    let old = "assessment = \"facts\"\nversion = \"1.0.0\"\n[answers]\nfaxes = 3\nmails = 2\n";
    let folder = folder(&(today() + RENAMES), &[("a.toml", old)]);
    assert_snapshot!(within(&folder, &["score", "-a", "facts.toml", "answers/a.toml"]).page());
    let batch = within(&folder, &["batch", "-a", "facts.toml", "answers", "-f", "csv"]);
    assert!(batch.stderr.contains("`cxm update` moves them on"), "{}", batch.stderr);
    assert_eq!(update(&folder, &[]).code, 1);
    assert_eq!(within(&folder, &["score", "-a", "facts.toml", "answers/a.toml"]).code, 0);
}

/// `mails` has a new option of 2 points since 1.1.0, and another since 1.2.0.
fn repointed(points: &str) -> String {
    let options = "options = [{ points = 1, text = \"Nobody knows.\" }, { points = 2, text = \"Some do.\" }, \
        { points = 3, text = \"Most do.\" }, { points = 4, text = \"It is measured.\" }, { points = 5, text = \"Met.\" }]";
    let today = today();
    let (before, after) = today.split_once("id = \"mails\"").unwrap();
    let (between, rest) = after.split_once("options = [").unwrap();
    let (_, rest) = rest.split_once("}]").unwrap();
    format!(
        "{before}id = \"mails\"{between}{options}{rest}\n[renames]\nquestions = {{ letters = \"mails\" }}\n{points}"
    )
}

const TWICE: &str = "[[renames.points.mails]]\nbefore = \"1.1.0\"\n2 = 3\n3 = 4\n[[renames.points.mails]]\nbefore = \"1.2.0\"\n3 = 4\n4 = 5\n";

fn read(text: &str) -> (Option<Definition>, Vec<cxm::diagnostic::Finding>) {
    definition::read(&Arc::new(Source::new("facts.toml", text)))
}

#[test]
fn points_are_moved_in_answers_to_earlier_versions_alone() {
    let definition = read(&repointed(TWICE)).0.unwrap();
    let load = |version: &str, given: &str| {
        let text = format!("{version}\n[answers]\nletters = {given}\n");
        let document = answers::parse(&Arc::new(Source::new("a.toml", text))).unwrap();
        let set = answers::load(&document, &definition, OtherVersion::default()).unwrap().0;
        let moved = match answers::update(&document, &definition, false) {
            Ok(Some(update)) => update.text,
            Err(NotUpdated::Later(_)) => {
                return (set.answers[1].chosen(definition.question(1).unwrap().1).unwrap().points, 0);
            }
            other => panic!("{other:?}"),
        };
        let document = answers::parse(&Arc::new(Source::new("a.toml", moved))).unwrap();
        let again = answers::load(&document, &definition, OtherVersion::default()).unwrap().0;
        assert_eq!(again.answers, set.answers);
        let points = document.at().key("answers").key("mails").span();
        let points = document.source.text()[points].trim_matches('"').trim_end_matches(".0").parse().unwrap();
        (set.answers[1].chosen(definition.question(1).unwrap().1).unwrap().points, points)
    };
    let given = ["1", "2", "3", "\"3\"", "3.0"];
    for (version, now) in [
        ("version = \"1.0.0\"", [1, 4, 5, 5, 5]),
        ("version = \"1.1.0\"", [1, 2, 4, 4, 4]),
        ("version = \"1.2.0\"", [1, 2, 3, 3, 3]),
        ("", [1, 2, 3, 3, 3]),
    ] {
        assert_eq!(given.map(|given| load(version, given)), now.map(|now| (now, now)), "{version}");
    }
    assert_eq!(load("version = \"1.9.0\"", "3"), (3, 0));

    // Nor where no option has the earlier points now, and no version needs to be named.
    let definition = read(&repointed("points = { mails = { 9 = 4 } }")).0.unwrap();
    let chosen = |version: &str| {
        let text = format!("{version}\n[answers]\nmails = 9\n");
        let document = answers::parse(&Arc::new(Source::new("a.toml", text))).unwrap();
        answers::load(&document, &definition, OtherVersion::default()).map(|(set, _)| set.answers[1]).ok()
    };
    assert_eq!(chosen("version = \"1.1.9\""), Some(Answer::Option(3)));
    for version in ["version = \"1.2.0\"", "version = \"1.9.0\"", ""] {
        assert_eq!(chosen(version), None, "{version}");
    }
}

/// The third of six was taken out, as is said or not; its points are those of the fourth now.
#[test]
fn an_option_that_was_taken_out_moves_no_answer_to_another() {
    let old = "assessment = \"facts\"\nversion = \"1.1.0\"\n[answers]\nmails = 3\ncalls = 2\nshifts = 1\n";
    let next = old.replace("mails = 3", "mails = 4");
    for said in ["3 = \"gone\"\n", ""] {
        let points = format!("[renames.points.mails]\nbefore = \"1.2.0\"\n{said}4 = 3\n5 = 4\n6 = 5\n");
        let folder = folder(&repointed(&points), &[("gone.toml", old), ("next.toml", &next)]);
        let score = |name: &str| within(&folder, &["score", "-a", "facts.toml", name, "-f", "json"]);
        let refused = score("answers/gone.toml");
        let batch = within(&folder, &["batch", "-a", "facts.toml", "answers", "-f", "csv"]);
        let reason = batch.stderr.lines().find(|line| line.contains("gone.toml")).unwrap().to_owned();
        assert_eq!((refused.code, batch.code), (3, 1));
        let updated = update(&folder, &[]);
        assert_eq!(updated.code, 1);
        let kept = "[answers]\n# 1.1.0: mails = 3\ncalls = 2\n";
        assert!(text(&folder, "gone.toml").contains(kept), "{}", text(&folder, "gone.toml"));
        assert!(text(&folder, "next.toml").contains("[answers]\nmails = 3\n"));
        for (name, chosen) in [("answers/gone.toml", "null"), ("answers/next.toml", "3")] {
            let result: serde_json::Value = serde_json::from_str(&score(name).stdout).unwrap();
            let answers = result["answers"].as_array().unwrap();
            let mails = answers.iter().find(|answer| answer["question"] == "mails").unwrap();
            assert_eq!(mails["answer"].to_string(), chosen, "{name}");
        }
        let pages = [refused.stderr, reason, updated.page()].join("\n");
        assert_snapshot!(if said.is_empty() { "taken_out_without_a_word" } else { "taken_out" }, pages);
    }
}

#[test]
fn rows_that_name_a_version_with_other_points_are_refused() {
    let folder = folder(&repointed(TWICE), &[]);
    let csv = "version,letters,calls,shifts\n1.2.0,3,3,2\n1.0.0,3,3,2\n1.1.5,3,3,2\n";
    fs::write(folder.path().join("a.csv"), csv).unwrap();
    for accept in [&[][..], &["--accept-version"]] {
        let ran = within(&folder, &[&["batch", "-a", "facts.toml", "a.csv", "-f", "csv"], accept].concat());
        let refused: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("row ")).collect();
        assert_eq!((ran.code, ran.stdout.lines().count(), refused.len()), (1, 2, 2), "{}", ran.stderr);
        assert!(refused[0].contains("where options of `mails` had other points"), "{refused:?}");
    }
    let ran = within(&folder, &["score", "-a", "facts.toml", "a.csv", "--row", "3"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("where options of `mails` had other points"), "{}", ran.stderr);
}

#[test]
fn points_that_could_mean_something_else_are_mistakes() {
    let said = |points: &str| {
        let (definition, findings) = read(&repointed(points));
        assert!(definition.is_none(), "{points}");
        cxm::diagnostic::render(&findings, 80).replace("\u{1b}[0m", "").to_string()
    };
    let said = |points: &str| anstream::adapter::strip_str(&said(points)).to_string();
    let wrong = [
        "points = { mails = { 3 = 4 } }",
        "points = { mails = { before = \"1.1.0\", 3 = 6, x = 1, 03 = 1 } }",
        "points = { mails = { before = \"2.0.0\", 3 = 4 } }",
        "points = { mail = { before = \"1.1.0\", 3 = 4 } }",
        "points = { mails = [{ before = \"1.2.0\", 3 = 4 }, { before = \"1.1.0\", 3 = 4 }] }",
        "points = { mails = 3 }",
        "points = { mails = { before = \"1.1.0\", 3 = 4, 4 = 4 } }",
        "points = { mails = { before = \"1.1.0\", 3 = 4, merged = [4] } }",
        "points = { mails = { before = \"1.1.0\", 3 = \"away\", merged = 4 } }",
        "points = { mails = { 3 = \"gone\" } }",
        "points = { mails = [{ before = \"1.1.0\", 3 = 4 }, { before = \"1.2.0\", 5 = 4 }] }",
        "levels = { a = \"low\", b = \"low\", x = \"y\", y = \"x\" }",
    ];
    assert_snapshot!(wrong.map(said).join("\n"));
    // What became one on purpose, or is gone, says so.
    let whole = "points = { mails = [{ before = \"1.1.0\", 3 = 4 }, { before = \"1.2.0\", 4 = \"gone\", 5 = 4 }] }";
    assert!(read(&repointed(whole)).0.is_some());
    assert!(read(&repointed("points = { mails = { before = \"1.1.0\", 3 = 4, 4 = 4, merged = [4] } }")).0.is_some());
    // What no option has now can be nothing else.
    assert!(read(&repointed("points = { mails = { 9 = 4, 0 = 1 } }")).0.is_some());
    assert!(read(&repointed("levels = { a = \"b\", b = \"low\" }")).0.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// What is written for the version before and moved on is what `impact` reckons with.
    #[test]
    fn moving_on_is_what_impact_reckons_with(Survey { definition, answers, own } in any::survey(5), repoint in any::<bool>()) {
        let set = answers::AnswerSet {
            metadata: vec![],
            profile: Default::default(),
            notes: answers.iter().map(|answer| Some(format!("{answer:?}"))).collect(),
            answers,
            actions: own,
        };
        prop_assume!(set.answers.iter().any(|answer| *answer != Answer::NotApplicable));
        let mut after = Parts::clone(&renamed(&definition));
        after.version = semver::Version::new(1, 1, 0);
        if repoint {
            let mut moved = Vec::new();
            for question in after.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions) {
                let points = question.options.iter_mut().map(|option| {
                    let was = option.points;
                    option.points += 1;
                    (was, Some(option.points))
                });
                let points = points.collect();
                let before = Some(after.version.clone());
                moved.push(Repointed { question: question.id.clone(), before, points, merged: vec![] });
            }
            for raise in after.actions.iter_mut().flat_map(|action| &mut action.raises) {
                raise.points += 1;
            }
            after.renames.points = moved;
        }
        let after = Definition::try_from(after).unwrap();
        let text = answers::to_toml(&set, &definition);
        let document = answers::parse(&Arc::new(Source::new("a", text))).unwrap();
        let update = answers::update(&document, &after, false).unwrap().unwrap();
        prop_assert!(update.kept.is_empty());
        let document = answers::parse(&Arc::new(Source::new("a", update.text))).unwrap();
        let (moved, warnings) = answers::load(&document, &after, OtherVersion::default()).unwrap();
        prop_assert!(warnings.is_empty());
        let (transferred, lost) = transfer(&definition, &after, &set);
        prop_assert_eq!((moved, vec![]), (transferred, lost));
    }
}
