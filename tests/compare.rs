//! `cxm compare`, and the report with an earlier result.

use std::path::PathBuf;
use std::sync::Arc;

use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;
use insta::assert_snapshot;
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

use crate::program::{root, run};

const EARLIER: &str = "examples/answers/half-a-year-before.toml";
const NOW: &str = "examples/answers/eight-challenges.toml";

fn json(arguments: &[&str]) -> Value {
    let ran = run(arguments);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

/// A file of its own with these answers.
fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> String {
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn half_a_year_in_the_terminal() {
    assert_snapshot!(run(&["compare", EARLIER, NOW]).page());
}

#[test]
fn half_a_year_in_markdown_and_japanese() {
    assert_snapshot!(run(&["compare", EARLIER, NOW, "-f", "markdown", "--lang", "ja"]).page());
}

#[test]
fn in_ascii() {
    let ran = run(&["compare", EARLIER, NOW, "--ascii"]);
    assert!(ran.stdout.is_ascii(), "{}", ran.stdout);
}

#[test]
fn dates_are_read_as_they_are_written_in_japan_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, date: &str, points: u8| {
        let path = folder.path().join(name);
        let head = format!("assessment = \"cx-maturity\"\ndate = \"{date}\"\n[answers]\n");
        std::fs::write(&path, format!("{head}skills-path = {points}\n")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (later, earlier) = (file("a.toml", "令和８年５月１０日", 4), file("b.toml", "2025/11/3", 2));
    let ran = run(&["compare", &later, &earlier, "-f", "markdown"]);
    let places = ["2025-11-03", "2026-05-10"].map(|day| ran.stdout.find(day));
    assert!(ran.code == 0 && places[0].is_some() && places[0] < places[1], "{}", ran.page());
    let ran = run(&["compare", &later, &file("c.toml", "10/05/2026", 3)]);
    assert_eq!(ran.code, 3, "{}", ran.page());
    assert!(ran.stderr.contains("`10/05/2026` is no date that can be read for certain"), "{}", ran.stderr);
}

#[test]
fn sets_stand_in_the_order_of_their_dates() {
    let forwards = json(&["compare", EARLIER, NOW, "-f", "json"]);
    assert_eq!(forwards, json(&["compare", NOW, EARLIER, "-f", "json"]));
    assert_eq!(forwards["sets"][0]["metadata"]["date"], "2026-03-31");
    let folder = tempfile::tempdir().unwrap();
    let undated = file(&folder, "undated.toml", "assessment = \"cx-maturity\"\n[answers]\nskills-path = 5\n");
    let comparison = json(&["compare", NOW, &undated, EARLIER, "-f", "json"]);
    assert_eq!(comparison["by_date"], false);
    let dates = comparison["sets"].as_array().unwrap().iter().map(|set| set["metadata"]["date"].as_str());
    assert_eq!(dates.collect::<Vec<_>>(), [Some("2026-10-02"), None, Some("2026-03-31")]);
}

#[test]
fn what_is_achieved_one_way_is_undone_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let champion = std::fs::read_to_string(root().join("examples/answers/champion.toml")).unwrap();
    let dated = |date: &str, text: &str| {
        let lines = text.lines().filter(|line| !line.starts_with("date"));
        format!("date = {date}\n{}\n", lines.collect::<Vec<_>>().join("\n"))
    };
    let now = std::fs::read_to_string(root().join(NOW)).unwrap();
    let [up, down] = [("2026-01-01", "2026-12-01"), ("2026-12-01", "2026-01-01")].map(|(low, high)| {
        let low = file(&folder, "low.toml", &dated(low, &now));
        let high = file(&folder, "high.toml", &dated(high, &champion));
        json(&["compare", &low, &high, "-f", "json"])
    });
    assert!(up["achieved"].as_array().unwrap().len() > 10);
    assert_eq!((&up["achieved"], &up["undone"]), (&down["undone"], &down["achieved"]));
    assert_eq!(up["improved"].as_array().unwrap().len(), down["slipped"].as_array().unwrap().len());
    assert_eq!(up["overall_change"].as_f64().unwrap(), -down["overall_change"].as_f64().unwrap());
    assert_eq!(
        (&up["criteria"][0]["turn"], &down["criteria"][0]["turn"]),
        (&"into_place".into(), &"out_of_place".into())
    );
}

#[test]
fn of_other_versions_only_what_all_answer_is_compared() {
    let folder = tempfile::tempdir().unwrap();
    let old = file(
        &folder,
        "old.toml",
        "assessment = \"cx-maturity\"\nversion = \"2.9.0\"\ndate = 2025-01-01\n[answers]\nskills-path = 2\nskills-gone = 3\nskills-change = 9\ninsight-goals = 3\n",
    );
    let comparison = json(&["compare", &old, NOW, "-f", "json"]);
    assert_eq!(comparison["questions"]["compared"], 2);
    assert_eq!(comparison["questions"]["versions"], serde_json::json!(["2.9.0", "2.1.1"]));
    let of = |set: usize, criterion: usize| comparison["sets"][set]["criteria"][criterion]["low"].as_f64();
    assert_eq!([of(0, 0), of(1, 0), of(0, 4), of(1, 4)], [Some(25.0), Some(25.0), Some(50.0), Some(25.0)]);
    assert_eq!((of(0, 1), of(1, 1)), (None, None));
    let ran = run(&["compare", &old, NOW]);
    let words = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("the 2 of 28 questions that every set answers"), "{words}");
    let nothing =
        file(&folder, "none.toml", "assessment = \"cx-maturity\"\nversion = \"2.9.0\"\n[answers]\nskills-gone = 1\n");
    let ran = run(&["compare", &nothing, NOW]);
    assert_snapshot!(ran.page(), @r"
    exit 3
    ----- stdout
    ----- stderr
    error: there is nothing to compare: no question is answered, and applicable, in all of these files
    ");
}

#[test]
fn mistakes_are_said() {
    assert_eq!(run(&["compare", NOW]).code, 2);
    let folder = tempfile::tempdir().unwrap();
    let wrong = file(&folder, "wrong.toml", "assessment = \"cx-maturity\"\n[answers]\nskills-gone = 1\n");
    let ran = run(&["compare", NOW, &wrong]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("has no question `skills-gone`"), "{}", ran.stderr);
    assert_eq!(run(&["compare", NOW, EARLIER, "-o", NOW]).code, 2);
    assert_eq!(run(&["compare", NOW, EARLIER, "-o", "x.csv"]).code, 2);
}

#[test]
fn a_report_shows_where_the_organisation_stood_before() {
    let result = json(&["score", NOW, "--previous", EARLIER, "-f", "json", "--top", "0"]);
    assert_eq!(result["previous"]["overall"]["low"], 20.5);
    let markdown = run(&["score", NOW, "--previous", EARLIER, "-f", "markdown"]).stdout;
    assert!(markdown.contains("Previously (2026-03-31): Starter, overall 20.5, 0 in place."), "{markdown}");
    assert!(markdown.contains("| Strength of service data and KPIs | 12.5 | −6.2 | 62.5 short |"), "{markdown}");
    let table = run(&["score", NOW, "--previous", EARLIER]).stdout;
    assert!(table.contains("Previously (2026-03-31): Starter"), "{table}");
}

/// A table of the criteria has no place for it.
#[test]
fn changes_between_different_organisations_are_said_to_be_none_beside_csv_too() {
    let csv = |then: &str| run(&["score", "examples/organisations/bank.toml", "--previous", then, "-f", "csv"]);
    let of_others = csv("examples/organisations/inn.toml");
    assert!(of_others.stderr.contains("different organisations or people (Yamabuki Inn, Hanseatic Savings Bank)"));
    assert!(of_others.stderr.contains("changes are those from later to earlier"), "{}", of_others.stderr);
    assert_eq!(csv("examples/organisations/bank.toml").stderr, "");
}

/// An organisation that sold nothing further then and does now is asked more, and compared only by what it was asked then.
#[test]
fn what_was_told_otherwise_is_said_and_not_compared() {
    let folder = tempfile::tempdir().unwrap();
    let set = |selling: &str, points: u32| {
        let name = format!("{selling}{points}.toml");
        let answers =
            format!("agility-offers = {points}\nagility-causes = 3\nagility-knowledge = 3\nagility-decisions = 3\n");
        let text = format!("assessment = \"cx-maturity\"\n[profile]\nselling = \"{selling}\"\n[answers]\n{answers}");
        file(&folder, &name, &text)
    };
    let asked = set("yes", 5);
    let then = std::fs::read_to_string(set("no", 5)).unwrap().replace("agility-offers = 5\n", "");
    let then = file(&folder, "then.toml", &then);
    let agility = |result: &Value| {
        let of = |list: &Value| list.as_array().unwrap().iter().find(|of| of["id"] == "agility").unwrap().clone();
        (of(&result["previous"]["changes"])["change"].clone(), of(&result["criteria"])["low"].clone())
    };
    let result = json(&["score", &asked, "--previous", &then, "-f", "json", "--top", "0"]);
    let previous = &result["previous"];
    assert_eq!((&previous["not_asked"], &previous["told_otherwise"][0]["id"]), (&1.into(), &"selling".into()));
    let told: Vec<_> = (0..2).map(|at| previous["told_otherwise"][0]["told"][at][0]["id"].as_str().unwrap()).collect();
    assert_eq!(told, ["no", "yes"]);
    let (change, now) = agility(&result);
    assert_eq!(change, 0.0, "what is asked each time did not change");
    assert!(now.as_f64().unwrap() > 50.0, "{now}");
    for lang in ["en", "ja"] {
        let page = run(&["score", &asked, "--previous", &then, "--lang", lang, "-f", "markdown"]).stdout;
        let said = if lang == "en" { "1 question is not asked each time" } else { "対象外の設問が1問" };
        assert!(page.contains(said), "{page}");
    }
    let compared = run(&["compare", &then, &asked]).stdout.replace("\n", " ");
    assert!(compared.contains("What was told of the organisation differs: “"), "{compared}");
    let same = json(&["score", &asked, "--previous", &asked, "-f", "json", "--top", "0"]);
    assert_eq!(
        (&same["previous"]["not_asked"], &same["previous"]["told_otherwise"]),
        (&0.into(), &serde_json::json!([]))
    );
}

/// Answers of so many times, each better than before.
fn times(folder: &tempfile::TempDir, times: usize) -> Vec<String> {
    let set = |at: usize| {
        let points = 1 + at % 5;
        let text = format!(
            "assessment = \"cx-maturity\"\norganisation = \"Acme\"\ndate = 20{:02}-01-15\n[answers]\nskills-path = {points}\n\
             insight-goals = {points}\nagility-causes = 3\n",
            10 + at
        );
        file(folder, &format!("{at}.toml"), &text)
    };
    (0..times).map(set).collect()
}

#[test]
fn however_many_times_lines_fit_and_nothing_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    for count in [2, 3, 4, 7, 15] {
        let files = times(&folder, count);
        for lang in ["en", "ja"] {
            let mut arguments: Vec<&str> = vec!["compare", "--lang", lang];
            arguments.extend(files.iter().map(String::as_str));
            let ran = run(&arguments);
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            let widest = ran.stdout.lines().max_by_key(|line| line.width()).unwrap();
            assert!(widest.width() <= 80, "{count} times: {} columns: {widest}\n{}", widest.width(), ran.stdout);
            for at in 0..count {
                assert!(ran.stdout.contains(&format!("20{:02}-01-15", 10 + at)), "{}", ran.stdout);
            }
        }
    }
    let files = times(&folder, 4);
    let mut arguments = vec!["compare"];
    arguments.extend(files.iter().map(String::as_str));
    assert_snapshot!(run(&arguments).stdout);
}

#[test]
fn different_organisations_are_said_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &str, points: u32| {
        let text = format!("assessment = \"cx-maturity\"\n{name}\n[answers]\nskills-path = {points}\n");
        file(&folder, &format!("{points}.toml"), &text)
    };
    let (acme, beta, nobody) = (of("organisation = \"Acme\"", 2), of("organisation = \"Beta\"", 3), of("", 4));
    let page = |one: &str, other: &str, form: &str, lang: &str| {
        let ran = run(&["compare", one, other, "-f", form, "--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for form in ["table", "markdown", "html"] {
        let said = page(&acme, &beta, form, "en");
        assert!(said.contains("of different organisations or people (Acme, Beta)"), "{form}: {said}");
        assert!(page(&acme, &beta, form, "ja").contains("異なる組織または回答者の回答（Acme、Beta）"), "{form}");
        for (one, other) in [(&acme, &nobody), (&nobody, &nobody), (&acme, &of("organisation = \"ＡＣＭＥ \"", 1))]
        {
            assert!(!page(one, other, form, "en").contains("different organisations"), "{form}");
        }
    }
}

#[test]
fn what_is_no_earlier_result_is_not_taken_for_one_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &str, date: &str| {
        let text = format!(
            "assessment = \"cx-maturity\"\norganisation = \"{name}\"\ndate = {date}\n[answers]\nskills-path = 2\n"
        );
        file(&folder, &format!("{name}-{date}.toml"), &text)
    };
    let now = of("Acme", "2026-05-01");
    let page = |previous: &str, form: &str, lang: &str| {
        let ran = run(&["score", &now, "--previous", previous, "-f", form, "--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (other, later, earlier) = (of("Beta", "2026-01-01"), of("Acme", "2026-06-01"), of("ACME", "2026-04-30"));
    for form in ["table", "markdown", "html"] {
        let said = page(&other, form, "en");
        assert!(said.contains("are of different organisations or people (Beta, Acme)"), "{form}: {said}");
        let said = page(&other, form, "ja").replace(' ', "");
        assert!(said.contains("異なる組織または回答者の回答（Beta、Acme）"), "{form}: {said}");
        let said = page(&later, form, "en");
        assert!(said.contains("is dated later than this result"), "{form}: {said}");
        let said = page(&earlier, form, "en");
        assert!(!said.contains("different organisations") && !said.contains("dated later"), "{form}: {said}");
    }
    let previous = |of: &str| json(&["score", &now, "--previous", of, "-f", "json", "--top", "0"])["previous"].clone();
    assert_eq!(previous(&other)["subjects"], serde_json::json!(["Beta", "Acme"]));
    assert_eq!((&previous(&later)["is_later"], &previous(&earlier)["is_later"]), (&true.into(), &false.into()));
    let blank = file(&folder, "blank.toml", "assessment = \"cx-maturity\"\n[answers]\n");
    for form in ["table", "json", "html"] {
        let ran = run(&["score", &now, "--previous", &blank, "-f", form]);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{form}");
        assert!(ran.stderr.contains("no question is answered, so there is nothing to compare with"), "{}", ran.stderr);
    }
}

#[test]
fn what_is_inferred_is_said_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let files = times(&folder, 5);
    for form in ["table", "markdown", "html"] {
        let ran = run(&["compare", &files[0], &files[4], "-f", form]);
        let page = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.contains("Actions achieved") && page.contains("Inferred from the answers"), "{form}: {page}");
    }
}

#[test]
fn a_table_is_called_one_whatever_its_name_ends_in() {
    let folder = tempfile::tempdir().unwrap();
    let packed = file(&folder, "packed.toml.gz", "");
    std::fs::write(&packed, [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]).unwrap();
    let renamed = file(&folder, "renamed.txt", "\u{feff}organisation,skills-path\nAcme,3\n");
    let sheet = file(&folder, "sheet.data", "PK\u{3}\u{4}");
    for path in [&packed, &renamed, &sheet] {
        for arguments in [&["compare", path.as_str(), NOW][..], &["score", NOW, "--previous", path]] {
            let ran = run(arguments);
            assert!(ran.code == 2 && ran.stderr.contains("is a table: `cxm score`"), "{arguments:?}: {}", ran.stderr);
        }
    }
}

#[test]
fn what_open_questions_leave_uncertain_is_no_change() {
    let folder = tempfile::tempdir().unwrap();
    let begun = "assessment = \"cx-maturity\"\n[answers]\nskills-onboarding = 1\n";
    let begun = file(&folder, "begun.toml", begun);
    for (first, last) in [(&*begun, NOW), (NOW, &*begun)] {
        let ran = run(&["compare", first, last]);
        let text = ran.stdout.replace('\n', " ");
        assert!(text.contains("with open questions, whether that is a change is not certain"), "{text}");
        assert!(!ran.stdout.contains("into place") && !ran.stdout.contains("no longer in place"), "{}", ran.stdout);
        let comparison = json(&["compare", first, last, "-f", "json"]);
        let source = Arc::new(Source::new("bundled", bundled::find(bundled::DEFAULT).unwrap().toml));
        let definition = definition::read(&source).0.unwrap();
        for action in comparison["achieved"].as_array().unwrap().iter().chain(comparison["undone"].as_array().unwrap())
        {
            let action = definition.actions.iter().find(|of| action["id"] == of.id.as_str()).unwrap();
            assert!(action.raises.iter().any(|raise| raise.question == "skills-onboarding"), "{}", action.id);
        }
    }
    let empty = file(&folder, "empty.toml", "assessment = \"cx-maturity\"\n[answers]\n");
    let ran = run(&["compare", &empty, NOW]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(
        ran.stderr.ends_with("empty.toml: no question is answered, so there is nothing to compare\n"),
        "{}",
        ran.stderr
    );
}
