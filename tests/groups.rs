//! Groups of criteria, as every command shows them.

use insta::assert_snapshot;

use crate::program::{Ran, run};

const DEFINITION: &str = "tests/fixtures/groups.toml";

const NOW: &str = "assessment = \"groups\"\nrespondent = \"Kate\"\ndate = \"2026-02-01\"\n[answers]\ncalls-answered = 3\n\
    visits-received = \"n/a\"\n";
const BEFORE: &str = "assessment = \"groups\"\nrespondent = \"Kate\"\ndate = \"2025-02-01\"\n[answers]\ncalls-answered = 2\n\
    letters-answered = 1\nvisits-received = 4\n";

/// A command on these answers.
fn on(arguments: &[&str], sets: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let write = |(at, text): (usize, &&str)| {
        let path = folder.path().join(format!("{at}.toml"));
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let paths: Vec<String> = sets.iter().enumerate().map(write).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let (command, rest) = arguments.split_first().unwrap();
    let ran = run(&[&[*command], paths.as_slice(), &["-a", DEFINITION], rest].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

#[test]
fn each_group_is_a_heading_with_its_score() {
    for lang in ["en", "ja"] {
        let text = on(&["score", "--lang", lang], &[NOW]).stdout;
        let criteria = text.split("\n\n").find(|part| part.contains('█')).unwrap();
        assert_snapshot!(format!("groups_terminal_{lang}"), criteria);
    }
    let markdown = on(&["score", "--lang", "en", "-f", "markdown"], &[NOW]).stdout;
    let lines: Vec<&str> = markdown.lines().filter(|line| line.starts_with(['|', '#'])).collect();
    assert_snapshot!("groups_markdown", lines.join("\n"));
    assert_snapshot!("groups_compare", on(&["compare", "--lang", "en"], &[BEFORE, NOW]).stdout);
    assert_snapshot!("groups_csv", on(&["score", "-f", "csv"], &[NOW]).stdout);
    let html = on(&["score", "-f", "html", "--lang", "en"], &[BEFORE]).stdout;
    assert!(
        html.contains("<tr class=\"group\"><th scope=\"row\">Here &#60;b&#62;</th><td class=\"number\">100.0</td>"),
        "{html}"
    );
    let html = on(&["compare", "-f", "html", "--lang", "en"], &[BEFORE, NOW]).stdout;
    assert!(
        html.contains("<tr class=\"group\"><th scope=\"row\">From afar</th><td class=\"number\">22.2</td>"),
        "{html}"
    );
}

#[test]
fn the_json_has_every_group() {
    let json: serde_json::Value = serde_json::from_str(&on(&["score", "-f", "json"], &[NOW]).stdout).unwrap();
    assert_eq!(
        json["groups"],
        serde_json::json!([
            { "id": "afar", "name": "From afar", "low": 44.4, "high": 77.7, "criteria": ["calls", "letters"] },
            { "id": "here", "name": "Here <b>", "low": null, "high": null, "criteria": ["visits"] },
        ])
    );
    assert_eq!(json["criteria"][0]["group"], "afar");
    let compared = on(&["compare", "-f", "json"], &[BEFORE, NOW]).stdout;
    let compared: serde_json::Value = serde_json::from_str(&compared).unwrap();
    assert_eq!(compared["groups"][0], serde_json::json!({ "id": "afar", "name": "From afar", "change": null }));
    assert_eq!(compared["sets"][0]["groups"][0]["low"], 22.2);
}

#[test]
fn a_table_has_a_column_for_each_group() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("table.csv");
    std::fs::write(&table, "name,calls-answered,letters-answered,visits-received\na,4,4,1\nb,3,,n/a\n").unwrap();
    let table = table.to_str().unwrap();
    let batch = |more: &[&str]| {
        let ran = run(&[&["batch", table, "-a", DEFINITION, "--scale", "points"], more].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    assert_snapshot!("groups_batch", batch(&["--intervals"]));
    let lines = batch(&["-f", "ndjson"]);
    let second: serde_json::Value = serde_json::from_str(lines.lines().nth(1).unwrap()).unwrap();
    let groups =
        serde_json::json!([{ "id": "afar", "low": 44.4, "high": 77.7 }, { "id": "here", "low": null, "high": null }]);
    assert_eq!(second["groups"], groups);
}

#[test]
fn questionnaires_have_the_group_above_the_questions() {
    for (arguments, heading) in [
        (["show", DEFINITION, "--lang", "ja"], "遠くから – 手紙"),
        (["show", DEFINITION, "--lang", "en"], "Here <b> – Visits"),
        (["template", DEFINITION, "-f", "toml"], "# From afar – Letters"),
    ] {
        let ran = run(&arguments);
        assert!(ran.stdout.contains(heading), "{}{}", ran.stdout, ran.stderr);
    }
}

#[test]
fn each_criterion_has_a_group_in_their_order() {
    let found = |from: &str, to: &str| -> Vec<String> {
        let text = include_str!("fixtures/groups.toml");
        assert!(text.contains(from), "{from}");
        let source = std::sync::Arc::new(cxm::diagnostic::Source::new("groups.toml", text.replacen(from, to, 1)));
        let findings = cxm::check::check(&source, &[], &cxm::check::Severities::default());
        findings.iter().map(|finding| format!("{}: {}", finding.rule.id, finding.message)).collect()
    };
    assert_eq!(found("", ""), [""; 0]);
    assert_eq!(found("group = \"afar\"\n", ""), ["invalid-value: criterion `calls` has no group"]);
    assert_eq!(found("group = \"afar\"\n", "group = \"a-far\"\n"), ["unknown-reference: there is no group `a-far`"]);
    assert_eq!(
        found("group = \"afar\"\n", "group = \"here\"\n"),
        ["invalid-value: criterion `letters` of group `afar` stands behind one of `here`",]
    );
    assert_eq!(
        found("group = \"here\"\n", "group = \"afar\"\n"),
        ["invalid-value: no criterion belongs to group `here`"]
    );
    assert_eq!(
        found("groups = [{ id = \"afar\", name = \"From afar\" }, { id = \"here\", name = \"Here <b>\" }]\n", ""),
        [
            "unknown-reference: there is no group `afar`",
            "unknown-reference: there is no group `afar`",
            "unknown-reference: there is no group `here`",
        ]
    );
}
