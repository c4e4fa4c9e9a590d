//! Questions that belong to levels, as every command shows them.

use crate::program::{on, run};
use insta::assert_snapshot;

const DEFINITION: &str = "tests/fixtures/practices.toml";

/// Calls are at the third level or the second, as an answer is open; letters at none.
const NOW: &str = "assessment = \"practices\"\nrespondent = \"Kate\"\ndate = \"2026-02-01\"\n[answers]\ncalls-answered = 4\n\
    calls-written = 3\nletters-answered = 2\nletters-managed = \"n/a\"\nvisits-received = 4\n";
const BEFORE: &str = "assessment = \"practices\"\nrespondent = \"Kate\"\ndate = \"2025-02-01\"\n[answers]\ncalls-answered = 3\n\
    calls-written = 1\ncalls-managed = 4\nletters-answered = 1\nletters-managed = 4\nvisits-received = 4\n";

#[test]
fn each_criterion_has_a_level_of_its_own() {
    for lang in ["en", "ja"] {
        let text = on(DEFINITION, &["score", "--lang", lang], &[NOW]).stdout;
        assert_snapshot!(format!("levels_terminal_{lang}"), text);
    }
    assert_snapshot!("levels_markdown", on(DEFINITION, &["score", "--lang", "en", "-f", "markdown"], &[NOW]).stdout);
    assert_snapshot!("levels_compare", on(DEFINITION, &["compare", "--lang", "en"], &[BEFORE, NOW]).stdout);
    assert_snapshot!("levels_csv", on(DEFINITION, &["score", "-f", "csv"], &[NOW]).stdout);
}

#[test]
fn the_json_says_levels_and_whose_questions_are_lacking() {
    let json: serde_json::Value =
        serde_json::from_str(&on(DEFINITION, &["score", "-f", "json"], &[NOW]).stdout).unwrap();
    let level = |id: &str, name: &str, possible: &str, possible_name: &str| serde_json::json!({ "id": id, "name": name, "possible": possible, "possible_name": possible_name });
    assert_eq!(json["criteria"][0]["level"], level("mil2", "MIL2", "mil3", "MIL3"));
    assert_eq!(json["criteria"][1]["level"], level("none", "None", "none", "None"));
    assert_eq!(json["criteria"][2].get("level"), None);
    assert_eq!(json["answers"][0]["level"], "mil1");
    assert_eq!(
        json["unmet"][0],
        serde_json::json!({
            "level": "mil1", "requirement": "questions", "questions_of": "mil1", "score": 66.6, "need": 2, "have": 1
        })
    );
    let html = on(DEFINITION, &["score", "-f", "html", "--lang", "en"], &[NOW]).stdout;
    assert!(html.contains("MIL2 – MIL3 · "), "{html}");
    let html = on(DEFINITION, &["compare", "-f", "html", "--lang", "en"], &[BEFORE, NOW]).stdout;
    assert!(html.contains("(MIL2 – MIL3)"), "{html}");
    let show = run(&["show", DEFINITION, "--lang", "en"]).stdout;
    assert_eq!(show.matches("Level: MIL3").count(), 2, "{show}");
}

#[test]
fn a_table_has_the_level_of_each_criterion() {
    let folder = tempfile::tempdir().unwrap();
    let table = "name,calls-answered,calls-written,calls-managed,letters-answered,letters-managed,visits-received\n\
        a,4,4,4,4,4,4\nb,3,1,,2,n/a,1\nc,3,3,1,n/a,n/a,2\n";
    let path = folder.path().join("table.csv");
    std::fs::write(&path, table).unwrap();
    let table = path.to_str().unwrap();
    assert_snapshot!("levels_batch", run(&["batch", table, "-a", DEFINITION, "--scale", "points"]).stdout);
    assert_snapshot!(
        "levels_batch_intervals",
        run(&["batch", table, "-a", DEFINITION, "--scale", "points", "--intervals"]).stdout
    );
    assert_snapshot!(
        "levels_summary",
        run(&["batch", table, "-a", DEFINITION, "--scale", "points", "-f", "table", "--lang", "en"]).stdout
    );
    let json = run(&["batch", table, "-a", DEFINITION, "--scale", "points", "-f", "json", "--summary"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = |at: usize| {
        let levels = json["summary"]["criteria"][at]["levels"].as_array().unwrap().iter();
        levels.map(|level| level["rows"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!([rows(0), rows(1), rows(2)], [[0, 1, 1, 1], [1, 0, 0, 1], [0, 0, 0, 0]]);
    let lines = run(&["batch", table, "-a", DEFINITION, "--scale", "points", "-f", "ndjson"]).stdout;
    let second: serde_json::Value = serde_json::from_str(lines.lines().nth(1).unwrap()).unwrap();
    assert_eq!(second["criteria"][0]["level"], serde_json::json!({ "id": "mil1", "possible": "mil1" }));
    assert_eq!(second["criteria"][2].get("level"), None);
}

/// What is said of a definition in which this is replaced.
fn found(replaced: &[(&str, &str)]) -> Vec<String> {
    let mut text = include_str!("fixtures/practices.toml").to_owned();
    for (from, to) in replaced {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let source = std::sync::Arc::new(cxm::diagnostic::Source::new("practices.toml", text));
    let findings = cxm::check::check(&source, &[], &cxm::check::Severities::default());
    findings.iter().map(|finding| format!("{}: {}", finding.rule.id, finding.message)).collect()
}

#[test]
fn questions_belong_to_levels_that_ask_something_of_them() {
    assert_eq!(found(&[]), [""; 0]);
    assert_eq!(found(&[("level = \"mil2\"", "level = \"mil4\"")]), ["unknown-reference: there is no level `mil4`"]);
    assert_eq!(found(&[("level = \"mil2\"", "level = 2")]), ["wrong-type: expected an id in quotes, found an integer"]);
    assert_eq!(
        found(&[("questions = 66.6, overall", "overall")]),
        ["invalid-value: level `mil3` asks nothing of the questions that belong to it"; 2]
    );
    let misspelt = ["unknown-key: `requires` has no key `question`"; 3];
    assert_eq!(
        found(&[
            ("{ questions = 66.6 }", "{ question = 66.6 }"),
            ("questions = 66.6, overall", "question = 66.6, overall")
        ]),
        misspelt
    );
    assert_eq!(
        found(&[("level = \"mil2\"", "level = \"none\"")]),
        [
            "invalid-value: no question belongs to level `mil2`",
            "invalid-value: level `none` asks nothing of the questions that belong to it",
        ]
    );
    assert_eq!(
        found(&[("questions = 66.6, overall", "questions = 0, overall")]),
        ["out-of-range: `questions` must be from 0.1 to 100"]
    );
    assert_eq!(
        found(&[("questions = 66.6, overall = 80", "questions = 0")]),
        ["out-of-range: `questions` must be from 0.1 to 100"]
    );
}

#[test]
fn reasoning_knows_what_levels_ask_of_questions() {
    let written = ("calls-written = 4", "calls-written = 2");
    // A case expects a route that there is no more.
    let reasoned = |replaced: &[(&str, &str)]| -> Vec<String> {
        found(replaced).into_iter().filter(|finding| !finding.starts_with("case-mismatch")).collect()
    };
    assert_eq!(reasoned(&[written]), ["top-out-of-reach: all actions together lead no further than `mil1`"]);
    let not_managed = ("letters-managed = 4,", "letters-managed = 2,");
    let by_questions_alone = ("questions = 66.6, overall = 80", "questions = 66.6");
    assert_eq!(
        reasoned(&[written, not_managed, by_questions_alone]),
        [
            "top-out-of-reach: all actions together lead no further than `mil1`",
            "dead-end: not everybody on `mil2` finds a route to `mil3`",
        ]
    );
    // Three questions of 66.6 and more come to no less.
    assert_eq!(
        reasoned(&[("questions = 66.6, overall = 80", "questions = 66.6, overall = 80, criteria = { calls = 60 }")]),
        ["idle-requirement: `mil3` asks for 60.0 in `calls`, which changes nothing"]
    );
}

#[test]
fn worked_examples_expect_levels_of_criteria() {
    let expecting = |levels: &str| {
        let case = format!(
            "[[cases]]\nname = \"levels\"\nanswers = {{ \"*\" = 4, calls-managed = 1 }}\nexpect = {{ levels = {{ {levels} }} }}\n"
        );
        let first = "[[cases]]\nname = \"nothing is done\"";
        let mut text = include_str!("fixtures/practices.toml").to_owned();
        assert!(text.contains(first));
        text = text.replace(first, &format!("{case}{first}"));
        let source = std::sync::Arc::new(cxm::diagnostic::Source::new("practices.toml", text));
        let findings = cxm::check::check(&source, &[], &cxm::check::Severities::default());
        let said = findings.iter().map(|finding| {
            let help = finding.help.as_deref().unwrap_or_default();
            format!(
                "{}:{} {}: {} | {help}",
                finding.position().line,
                finding.position().column,
                finding.rule.id,
                finding.message
            )
        });
        said.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(expecting("calls = \"mil2\", letters = \"mil3\""), "");
    assert_snapshot!(expecting("calls = \"mil3\", letters = \"mil1\", visits = \"mil1\""), @"
    109:31 case-mismatch: the level of `calls` is `mil2`, not `mil3` | `mil3` asks for at least 3 in `calls-managed` (here it is 1)
    109:49 case-mismatch: the level of `letters` is `mil3`, not `mil1` | its questions are as all levels up to `mil3` ask
    109:66 case-mismatch: `visits` has no level of its own, and not `mil1` | no question that belongs to a level applies in `visits`
    ");
    assert_snapshot!(expecting("cals = \"mil2\", letters = \"mil4\""), @"
    109:23 unknown-reference: there is no criterion `cals` | did you mean `calls`?
    109:48 unknown-reference: there is no level `mil4` | did you mean `mil1`?
    ");
}

#[test]
fn impact_says_what_becomes_of_the_levels_of_criteria() {
    let folder = tempfile::tempdir().unwrap();
    let old = include_str!("fixtures/practices.toml");
    let new = old.replace("version = \"1.0.0\"", "version = \"1.1.0\"");
    let (above, letters) = new.split_once("id = \"letters-answered\"").unwrap();
    let new = format!("{above}id = \"letters-answered\"{}", letters.replacen("\"mil1\"", "\"mil2\"", 1));
    let answers = "assessment = \"practices\"\n[answers]\ncalls-answered = 1\ncalls-written = 4\ncalls-managed = 4\n\
        letters-answered = 2\nletters-managed = 4\nvisits-received = 4\n";
    for (name, text) in [("old/practices.toml", old), ("new/practices.toml", new.as_str()), ("a.toml", answers)] {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let impact = |more: &[&str]| {
        let arguments = [&["impact", "old/practices.toml", "new/practices.toml", "a.toml"], more].concat();
        crate::program::run_with(crate::program::command(&arguments).current_dir(folder.path()), "")
    };
    assert_snapshot!("levels_impact", impact(&[]).page());
    let json: serde_json::Value = serde_json::from_str(&impact(&["-f", "json"]).stdout).unwrap();
    assert_eq!(
        json["sets"][0]["criteria"][0]["before"]["level"],
        serde_json::json!({ "id": "none", "possible": "none" })
    );
    let fails = |on: &str| impact(&["--fail-on", on]).code;
    assert_eq!(["level", "score", "route", "effort", "meaning"].map(fails), [0, 1, 0, 0, 0]);
}

#[test]
fn a_level_of_another_name_is_the_same_level_of_a_criterion() {
    let folder = tempfile::tempdir().unwrap();
    let old = include_str!("fixtures/practices.toml");
    let new = old.replace("version = \"1.0.0\"", "version = \"1.1.0\"").replace("\"mil2\"", "\"written\"");
    let new = format!("{new}\n[renames.levels]\nmil2 = \"written\"\n");
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name).join("practices.toml");
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let answers = "assessment = \"practices\"\n[answers]\n\"calls-answered\" = 4\ncalls-written = 4\ncalls-managed = 1\n\
        letters-answered = 4\nletters-managed = 4\nvisits-received = 4\n";
    let ran = run(&["impact", &path("old", old), &path("new", &new), &path("answers", answers), "-f", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["sets"][0]["criteria"], serde_json::json!([]), "{json}");
}
