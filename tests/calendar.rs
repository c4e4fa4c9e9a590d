//! `cxm plan --start`: the plan on the calendar, in every form; and what has come of a plan.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

use crate::program::{Ran, command, root, run_with};

/// What is said of actions in the example that all of this is of.
const SAID: &str = "\n[actions.close-the-loop]\nstatus = \"doing\"\nowner = \"Jo, \\\"the\\\" one\"\ndue = 2027-03-19\neffort = 4.5\n\
    note = \"=1+1; first\\nthen\"\n[actions.win-executives]\nowner = \"佐藤\"\ndue = 2027-04-30\n\
    [actions.agree-service-levels]\nstatus = \"done\"\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let text = fs::read_to_string(root().join("examples/answers/eight-challenges.toml")).unwrap();
        fs::write(folder.path().join("a.toml"), text + SAID).unwrap();
        Self(folder)
    }

    fn run(&self, arguments: &[&str], width: usize) -> Ran {
        run_with(command(arguments).current_dir(self.0.path()).env("COLUMNS", width.to_string()), "")
    }

    /// The plan on the calendar in a form.
    fn plan(&self, more: &[&str]) -> String {
        let ran = self.run(&[&["plan", "a.toml", "--start", "令和9年3月1日", "--capacity", "1.5"], more].concat(), 80);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        ran.stdout
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_chart_fits_the_terminal_in_both_languages() {
    let folder = Folder::new();
    for (lang, capacity) in [("en", "1.5"), ("ja", "7.5")] {
        for width in [80, 120] {
            let words = ["plan", "a.toml", "--start", "2027-03-01", "--capacity", capacity, "--lang", lang];
            let page = folder.run(&words, width).stdout;
            let wide: Vec<&str> = page.lines().filter(|line| line.width() > width).collect();
            assert!(wide.is_empty(), "{wide:#?}");
            let heading = if lang == "en" { "On the calendar" } else { "日程" };
            let chart: Vec<&str> = page
                .lines()
                .skip_while(|line| *line != heading)
                .take_while(|line| {
                    !line.starts_with(" 1. ") || line.contains(['◆', '–']) || line.contains('（') || line.contains('(')
                })
                .collect();
            assert_snapshot!(format!("chart_{lang}_{width}"), chart.join("\n"));
        }
    }
    let ascii = folder.plan(&["--ascii"]);
    let said = ["佐藤"];
    assert!(said.iter().fold(ascii.clone(), |text, own| text.replace(own, "")).is_ascii(), "{ascii}");
}

#[test]
fn the_calendar_as_data() {
    let folder = Folder::new();
    let schedule = &json(&folder.plan(&["-f", "json"]))["schedule"];
    let actions = schedule["actions"].as_array().unwrap();
    assert_eq!([&schedule["start"], &schedule["capacity"]].map(Value::to_string), ["\"2027-03-01\"", "1.5"]);
    let ids: Vec<&str> = actions.iter().map(|action| action["action"].as_str().unwrap()).collect();
    assert_eq!(ids[0], "close-the-loop", "what is being done comes first");
    assert!(!ids.contains(&"agree-service-levels"), "what is done is not scheduled");
    assert_eq!([&actions[0]["on_route"], &actions[0]["late"]], [&Value::Bool(false), &Value::Bool(false)]);
    for pair in actions.windows(2) {
        assert!(pair[0]["end"].as_str() <= pair[1]["start"].as_str(), "{pair:?}");
    }
    for (at, action) in actions.iter().enumerate() {
        for before in action["after"].as_array().unwrap() {
            assert!(ids[..at].contains(&before.as_str().unwrap()), "{action}");
        }
    }
    let late: Vec<&Value> = actions.iter().filter(|action| action["late"] == true).map(|of| &of["action"]).collect();
    assert_eq!(late, ["win-executives"]);
    // The same weeks in the unit of the translation.
    let words = ["plan", "a.toml", "--start", "2027-03-01", "--capacity", "7.5", "-f", "json", "--lang", "ja"];
    let japanese = &json(&folder.run(&words, 80).stdout)["schedule"];
    assert_eq!([&schedule["start"], &schedule["end"]], [&japanese["start"], &japanese["end"]]);
}

#[test]
fn the_calendar_for_other_programs() {
    let folder = Folder::new();
    let board = folder.plan(&["-f", "csv"]);
    let mut reader = csv::Reader::from_reader(board.as_bytes());
    assert_snapshot!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), @"Summary,Task Name,Issue Type,Status,Progress,Assignee,Assigned To,Start date,Due date,Bucket Name,Labels,Description,Action,Effort,After,Agreed date,Late");
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(
        [&rows[0][3], &rows[0][5], &rows[0][7], &rows[0][15]],
        ["In Progress", "Jo, \"the\" one", "2027-03-01", "2027-03-19"]
    );
    let ics = folder.plan(&["-f", "ics"]);
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
    assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{ics}");
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), rows.len());
    let first = ics.split("END:VEVENT").next().unwrap().replace("\r\n ", "").replace("\r\n", "\n");
    assert_snapshot!("event", first);
    assert_eq!(folder.plan(&["-f", "ics"]), ics, "the same plan gives the same calendar");
    let page = folder.plan(&["-f", "html"]);
    assert!(page.contains("class=\"gantt\"") && page.contains("class=\"doing\"") && !page.contains("<script"));
    assert!(page.contains("Jo, &#34;the&#34; one"), "texts of others are escaped");
    let document = folder.plan(&["-f", "markdown"]);
    let table: Vec<&str> = document.lines().skip_while(|line| !line.starts_with("## On the")).take(12).collect();
    assert_snapshot!("document", table.join("\n"));
    for name in ["plan.xlsx", "plan.ics", "plan.html", "plan.csv"] {
        folder.plan(&["-o", name]);
        assert!(folder.0.path().join(name).metadata().unwrap().len() > 1_000, "{name}");
    }
}

#[test]
fn what_cannot_be_laid_on_the_calendar_is_said() {
    let folder = Folder::new();
    let refused: Vec<String> = [
        &["plan", "a.toml", "-f", "ics"][..],
        &["plan", "a.toml", "--start", "2027-03-01"],
        &["plan", "a.toml", "--start", "1/3/2027", "--capacity", "1"],
        &["plan", "a.toml", "--start", "2027-03-01", "--capacity", "0"],
        &["plan", "a.toml", "--start", "9999-12-01", "--capacity", "0.1"],
        &["plan", "a.toml", "-f", "html", "--lang", "ja"],
    ]
    .into_iter()
    .map(|words| format!("$ cxm {}\n{}", words.join(" "), folder.run(words, 80).page()))
    .collect();
    assert_snapshot!(refused.join("\n"));
}

#[test]
fn planned_is_told_from_achieved() {
    let folder = Folder::new();
    let text = fs::read_to_string(folder.0.path().join("a.toml")).unwrap();
    let later = text
        .replace("date = 2026-10-02", "date = 2027-06-30")
        .replace("date = \"2026-10-02\"", "date = \"2027-06-30\"");
    assert_ne!(later, text);
    // One that was being done is achieved, one that had an owner is not, one is said to be done, and one came by itself.
    let answer = |text: String, question: &str, points: u32| {
        let line = text.lines().find(|line| line.starts_with(&format!("{question} = "))).unwrap().to_owned();
        text.replace(&line, &format!("{question} = {points}"))
    };
    let later = answer(answer(later, "feedback-loop", 5), "staffing-workload", 5);
    let later =
        later.replace("[actions.close-the-loop]\nstatus = \"doing\"", "[actions.close-the-loop]\nstatus = \"done\"");
    fs::write(folder.0.path().join("b.toml"), later.clone()).unwrap();
    for lang in ["en", "ja"] {
        let compared = folder.run(&["compare", "a.toml", "b.toml", "--lang", lang], 80).stdout;
        let heading = if lang == "en" { "What has come of the plan" } else { "計画のその後" };
        let lines: Vec<&str> =
            compared.lines().skip_while(|line| *line != heading).take_while(|line| !line.is_empty()).collect();
        assert_snapshot!(format!("since_{lang}"), lines.join("\n"));
        let scored = folder.run(&["score", "b.toml", "--previous", "a.toml", "--lang", lang], 80).stdout;
        assert!(scored.contains(&lines.join("\n")), "{scored}");
    }
    let page = folder.run(&["score", "b.toml", "--previous", "a.toml", "-f", "html"], 80).stdout;
    assert!(page.contains("What has come of the plan"));
    let page = folder.run(&["compare", "a.toml", "b.toml", "-f", "html"], 80).stdout;
    assert!(page.contains("What has come of the plan"));
    // Where the new answers say nothing of actions, what the earlier ones say is carried on.
    let silent = later.split("\n[actions").next().unwrap();
    fs::write(folder.0.path().join("c.toml"), silent).unwrap();
    let ran = folder.run(&["score", "c.toml", "--previous", "a.toml", "-f", "json"], 80);
    assert_eq!(ran.stderr, "note: the answers say nothing of actions, so what a.toml says of them is carried on\n");
    assert_eq!(json(&ran.stdout)["own_plan"]["done"][0]["id"], "agree-service-levels");
    assert_eq!(
        json(&folder.run(&["score", "c.toml", "-f", "json"], 80).stdout)["own_plan"]["done"],
        Value::Array(vec![])
    );
}

#[test]
fn a_survey_goes_on_with_the_plan_and_shows_what_has_changed() {
    let folder = Folder::new();
    // All is confirmed but the first answer, which is raised.
    let words = [
        "assess",
        "--plain",
        "--lang",
        "en",
        "--from",
        "a.toml",
        "-o",
        "b.toml",
        "--organisation",
        "Kitano Outdoor",
        "--respondent",
        "A",
    ];
    let keys = "3\n".to_owned() + &"\n".repeat(33) + "f\n";
    let ran = run_with(command(&words).current_dir(folder.0.path()), &keys);
    let text = fs::read_to_string(folder.0.path().join("b.toml")).unwrap();
    assert!(
        text.contains(
            "[actions.close-the-loop]\nstatus = \"doing\"\nowner = 'Jo, \"the\" one'\ndue = 2027-03-19\neffort = 4.5\n"
        ),
        "{text}\n{}",
        ran.page()
    );
    assert!(ran.stdout.contains("CX maturity over time — Kitano Outdoor"), "{}", ran.page());
    assert!(ran.stdout.contains("What has come of the plan"), "{}", ran.stdout);
}
