//! `cxm check` and `cxm explain`.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use tempfile::TempDir;

use crate::program::{Ran, command, root, run, run_with};

/// A folder with one definition, made of `tests/rules/base.toml` with each of `edits`.
fn folder(edits: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(root().join("tests/rules/base.toml")).unwrap();
    let text = edits.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "there is no {from:?}");
        text.replacen(from, to, 1)
    });
    fs::write(folder.path().join("base.toml"), text).unwrap();
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = command(&[&["check"], arguments].concat());
    run_with(command.current_dir(folder), "")
}

/// A question without help that suggests its answer, and an effort in quotes.
const WANTING: &[(&str, &str)] = &[
    ("text = \"How soon is a message answered?\"", "text = \"Surely every message is answered?\""),
    ("help = \"Count the hours.\"\n", ""),
];

#[test]
fn what_is_bundled_passes_with_every_group_denied() {
    assert_snapshot!(run(&["check", "assessments", "--deny", "correctness,suspicious,translation,style"]).page(), @r"
    exit 0
    ----- stdout
    ----- stderr
    checked 5 definitions and 5 translations: no findings
    ");
}

#[test]
fn a_case_that_does_not_come_out() {
    let folder = folder(&[
        (
            "expect = { level = \"low\", overall = 0, route = [\"hire\"] }",
            "expect = { level = \"high\", in_place = [\"speed\"], route = [] }",
        ),
        ("expect = { level = \"high\" }", "expect = { possible = \"low\", overall = 99.9, route = [\"hire\"] }"),
    ]);
    assert_snapshot!(check(folder.path(), &["base.toml"]).page());
}

#[test]
fn a_folder_without_definitions() {
    assert_snapshot!(run(&["check", "src"]).page(), @r"
    exit 3
    ----- stdout
    ----- stderr
    error: there is no definition in src
    ");
}

#[test]
fn from_stdin() {
    let text = fs::read_to_string(root().join("tests/rules/base.toml")).unwrap();
    assert_eq!(run_with(&mut command(&["check", "-"]), &text).code, 0);
    let ran = run_with(&mut command(&["check", "-"]), &text.replace("effort = 4", "effort = 0"));
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("--> <stdin>:40:10"), "{}", ran.stdout);
}

#[test]
fn levels_by_group_by_rule_and_by_the_definition() {
    let wanting = folder(WANTING);
    let found = |folder: &TempDir, arguments: &[&str]| {
        let ran = check(folder.path(), &[&["-f", "json"], arguments].concat());
        let page: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let line = |finding: &serde_json::Value| {
            format!("\n{}[{}] {}", text(&finding["level"]), text(&finding["rule"]), text(&finding["level_from"]))
        };
        format!("exit {}{}", ran.code, page["findings"].as_array().unwrap().iter().map(line).collect::<String>())
    };
    assert_snapshot!(found(&wanting, &[]), @"exit 0");
    assert_snapshot!(found(&wanting, &["--warn", "style"]), @r"
    exit 0
    warning[missing-help] `warn` by `--warn style`
    warning[leading-question] `warn` by `--warn style`
    ");
    assert_snapshot!(found(&wanting, &["--deny", "style", "--allow", "missing-help"]), @r"
    exit 1
    error[leading-question] `deny` by `--deny style`
    ");
    assert_snapshot!(found(&wanting, &["--deny", "missing-help", "--allow", "style"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny missing-help`
    ");
    assert_snapshot!(found(&wanting, &["--allow", "style", "--deny", "style"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny style`
    error[leading-question] `deny` by `--deny style`
    ");
    assert_snapshot!(found(&wanting, &["--deny", "style", "--allow", "style"]), @"exit 0");
    let lints = "[lints]\nstyle = \"warn\"\nleading-question = \"allow\"\n\n[[sources]]";
    let own = folder(&[WANTING, &[("[[sources]]", lints)]].concat());
    assert_snapshot!(found(&own, &[]), @r#"
    exit 0
    warning[missing-help] `warn` by `style = "warn"` under `[lints]`
    "#);
    assert_snapshot!(found(&own, &["--deny", "style"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny style`
    ");
    assert_snapshot!(found(&own, &["--deny", "leading-question,missing-help"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny missing-help`
    error[leading-question] `deny` by `--deny leading-question`
    ");
}

#[test]
fn levels_that_there_are_not() {
    assert_snapshot!(run(&["check", "--deny", "mising-help"]).page());
    assert_snapshot!("what_cannot_be_set", run(&["check", "--allow", "syntax"]).page());
    let lints = "[lints]\nstyle = \"loud\"\nmissing-key = \"allow\"\nmissing-help = 1\n\n[[sources]]";
    assert_snapshot!("lints_that_there_are_not", check(folder(&[("[[sources]]", lints)]).path(), &[]).page());
}

#[test]
fn the_exit_code_does_not_depend_on_the_form() {
    let warned = folder(&[("\n[[levels]]", "\n[[sources]]\nid = \"other\"\ntitle = \"Another book\"\n\n[[levels]]")]);
    let denied = folder(&[("effort = 4", "effort = \"4\"")]);
    for format in ["human", "json", "sarif", "github", "junit"] {
        assert_eq!(check(warned.path(), &["-f", format]).code, 0, "{format}");
        assert_eq!(check(warned.path(), &["-f", format, "--deny", "suspicious"]).code, 1, "{format}");
        assert_eq!(check(denied.path(), &["-f", format]).code, 1, "{format}");
    }
}

#[test]
fn every_form() {
    let both = folder(&[("effort = 4", "effort = \"4\""), ("[[sources]]", "[lints]\nstile = \"warn\"\n\n[[sources]]")]);
    for format in ["human", "json", "github", "junit"] {
        assert_snapshot!(format!("as_{format}"), check(both.path(), &["-f", format]).page());
    }
    let log: serde_json::Value = serde_json::from_str(&check(both.path(), &["-f", "sarif"]).stdout).unwrap();
    assert_snapshot!("as_sarif", serde_json::to_string_pretty(&log["runs"][0]["results"]).unwrap());
    assert_eq!(check(both.path(), &["-f", "sarif", "-o", "log.sarif"]).stdout, "");
    let written = fs::read_to_string(both.path().join("log.sarif")).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), log);
}

#[test]
fn the_findings_are_not_written_over_what_is_checked() {
    let clean = folder(&[]);
    let before = fs::read_to_string(clean.path().join("base.toml")).unwrap();
    assert_snapshot!(check(clean.path(), &["-f", "json", "-o", "base.toml"]).page());
    assert_eq!(fs::read_to_string(clean.path().join("base.toml")).unwrap(), before);
}

#[test]
fn mending_what_is_certain() {
    let wanting = folder(&[("effort = 4", "effort = \"4\""), ("version = \"1.0.0\"", "version = 1.0")]);
    let path = wanting.path().join("base.toml");
    fs::write(
        wanting.path().join("base.ja.toml"),
        fs::read_to_string(root().join("tests/rules/unrecorded-translation/bad.ja.toml"))
            .unwrap()
            .replace("\"bad\"", "\"bsae\"")
            .replace(" # <- unrecorded-translation", ""),
    )
    .unwrap();
    let before = fs::read_to_string(&path).unwrap();
    assert_snapshot!("mending_shown", check(wanting.path(), &["--fix", "--dry-run"]).page());
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    assert_snapshot!("mending_done", check(wanting.path(), &["--fix"]).page());
    assert_ne!(fs::read_to_string(&path).unwrap(), before);
    assert_eq!(check(wanting.path(), &["--deny", "translation,suspicious"]).code, 0);
    assert_eq!(check(wanting.path(), &["--fix", "--dry-run"]).stdout, "");
}

#[test]
fn the_rules_in_a_list() {
    assert_snapshot!(run(&["check", "--list", "--deny", "style", "--allow", "leading-question"]).page());
}

#[test]
fn a_rule_explained() {
    assert_snapshot!(run(&["explain", "stale-translation"]).page());
    assert_snapshot!("a_rule_that_there_is_not", run(&["explain", "stale-translations"]).page());
}
