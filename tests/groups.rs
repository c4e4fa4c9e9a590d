//! Groups of criteria, as every command shows them.

use insta::assert_snapshot;

use crate::program::{on, run};

const DEFINITION: &str = "tests/fixtures/groups.toml";

const NOW: &str = "assessment = \"groups\"\nrespondent = \"Kate\"\ndate = \"2026-02-01\"\n[answers]\ncalls-answered = 3\n\
    visits-received = \"n/a\"\n";
const BEFORE: &str = "assessment = \"groups\"\nrespondent = \"Kate\"\ndate = \"2025-02-01\"\n[answers]\ncalls-answered = 2\n\
    letters-answered = 1\nvisits-received = 4\n";

#[test]
fn each_group_is_a_heading_with_its_score() {
    for lang in ["en", "ja"] {
        let text = on(DEFINITION, &["score", "--lang", lang], &[NOW]).stdout;
        let criteria = text.split("\n\n").find(|part| part.contains('█')).unwrap();
        assert_snapshot!(format!("groups_terminal_{lang}"), criteria);
    }
    let markdown = on(DEFINITION, &["score", "--lang", "en", "-f", "markdown"], &[NOW]).stdout;
    let lines: Vec<&str> = markdown.lines().filter(|line| line.starts_with(['|', '#'])).collect();
    assert_snapshot!("groups_markdown", lines.join("\n"));
    assert_snapshot!("groups_compare", on(DEFINITION, &["compare", "--lang", "en"], &[BEFORE, NOW]).stdout);
    assert_snapshot!("groups_csv", on(DEFINITION, &["score", "-f", "csv"], &[NOW]).stdout);
    let html = on(DEFINITION, &["score", "-f", "html", "--lang", "en"], &[BEFORE]).stdout;
    assert!(
        html.contains("<tr class=\"group\"><th scope=\"row\">Here &#60;b&#62;</th><td class=\"number\">100.0</td>"),
        "{html}"
    );
    let html = on(DEFINITION, &["compare", "-f", "html", "--lang", "en"], &[BEFORE, NOW]).stdout;
    assert!(
        html.contains("<tr class=\"group\"><th scope=\"row\">From afar</th><td class=\"number\">22.2</td>"),
        "{html}"
    );
}

#[test]
fn the_json_has_every_group() {
    let json: serde_json::Value =
        serde_json::from_str(&on(DEFINITION, &["score", "-f", "json"], &[NOW]).stdout).unwrap();
    assert_eq!(
        json["groups"],
        serde_json::json!([
            { "id": "afar", "name": "From afar", "low": 44.4, "high": 77.7, "criteria": ["calls", "letters"] },
            { "id": "here", "name": "Here <b>", "low": null, "high": null, "criteria": ["visits"] },
        ])
    );
    assert_eq!(json["criteria"][0]["group"], "afar");
    let compared = on(DEFINITION, &["compare", "-f", "json"], &[BEFORE, NOW]).stdout;
    let compared: serde_json::Value = serde_json::from_str(&compared).unwrap();
    assert_eq!(compared["groups"][0], serde_json::json!({ "id": "afar", "name": "From afar", "change": null }));
    assert_eq!(compared["sets"][0]["groups"][0]["low"], 22.2);
}

#[test]
fn what_changed_in_each_group_is_shown_beside_an_earlier_time() {
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("earlier.toml");
    std::fs::write(&earlier, BEFORE).unwrap();
    let now = NOW.replace("\"n/a\"", "2\nletters-answered = 4");
    let score = |format: &str| {
        let earlier = earlier.to_str().unwrap();
        on(DEFINITION, &["score", "--lang", "en", "-f", format, "--previous", earlier], &[&now]).stdout
    };
    let markdown = score("markdown");
    let table: Vec<&str> = markdown.lines().filter(|line| line.starts_with('|')).take(8).collect();
    assert_snapshot!("groups_previous", table.join("\n"));
    let html = score("html");
    let row = "<tr class=\"group\"><th scope=\"row\">From afar</th><td class=\"number\">77.7</td><td class=\"number\">+55.5</td>";
    assert!(html.contains(row), "{html}");
    let json: serde_json::Value = serde_json::from_str(&score("json")).unwrap();
    let changes = serde_json::json!([{ "id": "afar", "change": 55.5 }, { "id": "here", "change": -66.7 }]);
    assert_eq!(json["previous"]["group_changes"], changes);
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
    assert_snapshot!("groups_summary", batch(&["-f", "table", "--lang", "en"]));
    // The means of 1 and 4/9, and of 0 alone.
    let json: serde_json::Value = serde_json::from_str(&batch(&["-f", "json", "--summary"])).unwrap();
    let group = |at: usize| ["id", "rows", "mean"].map(|key| json["summary"]["groups"][at][key].clone());
    assert_eq!(serde_json::json!([group(0), group(1)]), serde_json::json!([["afar", 2, 72.2], ["here", 1, 0.0]]));
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
        (
            ["template", DEFINITION, "-f", "surveyjs"],
            "\"title\": {\n        \"default\": \"Here <b> – Visits\",\n        \"ja\": \"店頭 – 来店\"",
        ),
        (["template", DEFINITION, "-f", "limesurvey"], "\tHere &#60;b&#62; – Visits\t"),
        (["template", DEFINITION, "-f", "limesurvey"], "\t遠くから – 手紙\t"),
        (["template", DEFINITION, "-f", "html"], "<span class=\"l0\" lang=\"en\">Here &#60;b&#62; – Visits</span>"),
        (["template", DEFINITION, "-f", "html"], "<span class=\"l1\" lang=\"ja\">遠くから – 手紙</span>"),
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
    // Pages escape what stands in a name.
    assert_eq!(found("", ""), ["unsupported-markup: HTML is shown as it is written: `<b>`"]);
    assert_eq!(found("group = \"afar\"\n", ""), ["invalid-value: criterion `calls` has no group"]);
    assert_eq!(found("group = \"here\"\n", ""), ["invalid-value: criterion `visits` has no group"]);
    assert_eq!(found("group = \"afar\"\n", "group = \"a-far\"\n"), ["unknown-reference: there is no group `a-far`"]);
    assert_eq!(
        found("group = \"afar\"\n", "group = \"here\"\n"),
        ["invalid-value: criterion `letters` of group `afar` stands behind one of `here`",]
    );
    assert_eq!(
        found("id = \"here\", name", "id = \"afar\", name"),
        ["duplicate-id: another group has the id `afar`", "unknown-reference: there is no group `here`"]
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

#[cfg(feature = "xlsx")]
#[test]
fn the_spreadsheet_form_has_the_group_above_the_questions() {
    let languages = [include_str!("fixtures/groups.toml"), include_str!("fixtures/groups.ja.toml")];
    let [definition, japanese] =
        languages.map(|text| std::sync::Arc::new(cxm::diagnostic::Source::new("groups.toml", text)));
    let definition = cxm::definition::read(&definition).0.unwrap();
    let japanese = cxm::definition::translate(&definition, &japanese).0.unwrap();
    let survey = crate::forms::xlsform_sheet(&[definition, japanese], "survey");
    let labels: Vec<&str> = survey.iter().filter(|row| row[0] == "begin_group").map(|row| row[6].as_str()).collect();
    assert_eq!(labels, ["遠くから – 電話", "遠くから – 手紙", "店頭 – 来店"]);
}

#[test]
fn impact_names_a_criterion_that_changes_its_group() {
    let read = |text: &str| {
        let source = std::sync::Arc::new(cxm::diagnostic::Source::new("groups.toml", text));
        cxm::definition::read(&source).0.unwrap()
    };
    let old = include_str!("fixtures/groups.toml");
    let moved = "description = \"How letters are answered.\"\ngroup = \"afar\"";
    assert!(old.contains(moved));
    let new = old.replace(moved, "description = \"How letters are answered.\"\ngroup = \"here\"");
    let comparison = cxm::impact::Comparison::new(&read(old), &read(&new)).impact(vec![]);
    let changes: Vec<_> = comparison.difference.changes.iter().map(|change| (change.id.as_str(), change.key)).collect();
    assert_eq!(changes, [("letters", "group")]);
    assert!(comparison.unraised_version);
}

#[cfg(feature = "xlsx")]
#[test]
fn each_criterion_of_the_workbook_stands_beside_its_group() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.xlsx");
    on(DEFINITION, &["score", "--lang", "en", "-o", path.to_str().unwrap()], &[NOW]);
    let (bytes, wanted) = (std::fs::read(&path).unwrap(), cxm::table::xlsx::Wanted::Named("Criteria"));
    let sheets = cxm::table::xlsx::sheets_to_csv(bytes, wanted, |_| cxm::table::xlsx::Head::default()).unwrap();
    assert_snapshot!(String::from_utf8(sheets.read[0].csv.clone()).unwrap(), @r"
    ID,Criterion,Lowest,Highest,Previous,In place from,Status,Open,n/a,Weight,Group
    calls,Calls,66.6,66.6,,75,8.4 short,0,0,2,From afar
    letters,Letters,0,100,,75,open (1 question),1,0,1,From afar
    visits,Visits,,,,75,not applicable,0,1,1,Here <b>
    ");
}
