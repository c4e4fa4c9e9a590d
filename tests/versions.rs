//! Answers to another major version: no command takes them for answers to this one unless it is told to.

use std::fs;

use insta::assert_snapshot;

use crate::program::{Ran, command, root, run_with};

/// A folder with answers of version 1, as TOML and as JSON, and as two tables of one row.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let toml = fs::read_to_string(root().join("examples/answers/riser.toml")).unwrap();
    write("old.toml", &toml.replace("\"2.1.1\"", "\"1.4.0\""));
    write("now.toml", &toml);
    write("minor.toml", &toml.replace("\"2.1.1\"", "\"2.9.0\""));
    let json = fs::read_to_string(root().join("examples/answers/starter.json")).unwrap();
    write("old.json", &json.replace("\"2.1.1\"", "\"1.4.0\""));
    write("old.csv", "version,skills-path,skills-change\n1.4.0,3,4\n");
    write("old.ndjson", "{\"version\": \"1.4.0\", \"skills-path\": 3}\n");
    folder
}

fn within(folder: &tempfile::TempDir, arguments: &[&str], stdin: &str) -> Ran {
    run_with(command(arguments).current_dir(folder.path()), stdin)
}

#[test]
fn no_command_takes_them_unless_it_is_told_to() {
    let folder = folder();
    let assess = ["assess", "--plain", "--lang", "en", "--organisation", "A", "--respondent", "B", "-o"];
    let commands: &[(&[&str], &str)] = &[
        (&["score", "old.toml"], ""),
        (&["score", "old.json"], ""),
        (&["score", "old.csv"], ""),
        (&["score", "old.ndjson"], ""),
        (&["score", "now.toml", "--previous", "old.toml"], ""),
        (&["plan", "old.toml"], ""),
        (&["plan", "old.json"], ""),
        (&["compare", "old.toml", "now.toml"], ""),
        (&["compare", "now.toml", "old.json"], ""),
        (&[&assess[..], &["new.toml", "--from", "old.toml"]].concat(), "q\n"),
        (&[&assess[..], &["old.toml", "--resume"]].concat(), "q\n"),
        (&["impact", "cx-maturity", "cx-maturity", "old.toml"], ""),
        (&["batch", "old.csv", "--benchmark", "old.csv"], ""),
    ];
    for (arguments, stdin) in commands {
        let ran = within(&folder, arguments, stdin);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{arguments:?}: {}", ran.stderr);
        if arguments[0] != "batch" {
            let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains("these are answers to version 1.4.0 of `cx-maturity`"), "{arguments:?}: {said}");
            assert!(said.contains("--accept-version if all points mean the same"), "{arguments:?}: {said}");
        }
        let ran = within(&folder, &[arguments, &["--accept-version"][..]].concat(), stdin);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn they_are_refused_in_words() {
    let folder = folder();
    assert_snapshot!(within(&folder, &["score", "old.toml"], "").page());
    let accepted = within(&folder, &["score", "old.toml", "--accept-version"], "");
    assert_eq!(accepted.stdout, within(&folder, &["score", "now.toml"], "").stdout);
    assert_snapshot!(accepted.stderr);
    assert_snapshot!(within(&folder, &["score", "old.csv"], "").page());
}

#[test]
fn a_minor_version_is_read_as_before() {
    let folder = folder();
    let ran = within(&folder, &["score", "minor.toml"], "");
    assert!(ran.code == 0 && ran.stderr.contains("warning[other-version]"), "{}", ran.stderr);
    assert_eq!(within(&folder, &["compare", "minor.toml", "now.toml"], "").code, 0);
}

#[test]
fn the_rows_of_a_batch_that_name_one_are_apart() {
    let folder = folder();
    let sets = ["batch", "old.toml", "old.json", "now.toml", "minor.toml"];
    assert_snapshot!(within(&folder, &sets, "").page());
    let ran = within(&folder, &[&sets[..], &["--accept-version"]].concat(), "");
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 5), "{}", ran.stderr);

    // Once as the rows that are read quickest, and once with a summary, a quote and an open question.
    let header = format!("organisation,respondent,date,{},Version", crate::batch::questions().join(","));
    let answers = ",4".repeat(28);
    for (arguments, answers) in
        [(&[][..], answers.clone()), (&["--summary"][..], answers.replacen(",4", ",\"4\",", 1).replacen(",,", ",", 1))]
    {
        let row = |version: &str| format!("A,B,2026-10-01{answers},{version}\n");
        let versions = ["2.1.1", "1.4.0", "", "2.9.1", "7", " 3.0.0 "];
        let csv = format!("{header}\n{}", versions.map(row).concat());
        let batch = |more: &[&str]| within(&folder, &[&["batch", "-", "-f", "csv"], arguments, more].concat(), &csv);
        let ran = batch(&[]);
        let rejected: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("row ")).collect();
        assert_eq!((ran.code, ran.stdout.lines().count(), rejected.len()), (1, 5, 2), "{}", ran.stderr);
        assert!(rejected[0].starts_with("row 3: these are answers to version 1.4.0 of `cx-maturity`"), "{rejected:?}");
        assert!(rejected[1].starts_with("row 7: these are answers to version 3.0.0"), "{rejected:?}");
        assert!(rejected[0].ends_with("`cxm impact` shows what differs"), "{rejected:?}");
        let ran = batch(&["--accept-version"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{}", ran.stderr);
    }
}
