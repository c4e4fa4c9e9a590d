//! What an organisation says of the plan: read from an answer file, said in it by `cxm act`, and shown.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;

use crate::program::{Ran, command, run, run_with};

const ANSWERS: &str = "# Of our workshop.\nassessment = \"cx-maturity\"\nversion = \"2.1.1\"\norganisation = \"Acme\"\n\n\
    [answers]\n# Asked Jo.\nskills-path = 2 # sure\nskills-change = 3\n\n\
    [actions]\n# As of March.\ndone = [\n  \"forecast-contacts\", # in May\n  # Since April.\n  \"structured-induction\", # all of it\n]\n\
    excluded = [\"launch-concierge-bot\"] # nobody wants one\neffort = { forecast-contacts = 2 }\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.toml"), text).unwrap();
        fs::write(folder.path().join("a.json"), JSON).unwrap();
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        run_with(command(arguments).current_dir(self.0.path()), "")
    }

    /// What a command makes of the file.
    fn act(&self, arguments: &[&str]) -> String {
        let before = self.text("a.toml");
        let ran = self.run(&[&["act", "a.toml"], arguments].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let after = self.text("a.toml");
        let diff = similar::TextDiff::from_lines(&before, &after);
        diff.unified_diff().context_radius(0).to_string()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }
}

const JSON: &str = "{\n  \"assessment\": \"cx-maturity\",\n  \"answers\": { \"skills-path\": 2 },\n  \"actions\": {\n    \
    \"done\": [\"forecast-contacts\", \"structured-induction\"],\n    \"coach-from-contacts\": {\"status\": \"doing\"}\n  }\n}\n";

fn score(text: &str) -> Ran {
    Folder::with(text).run(&["score", "a.toml", "-f", "json"])
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let wrong = ANSWERS.to_owned()
        + "[actions.structured-induction]\nstatus = \"doing\"\nownr = \"Jo\"\ndue = \"10/05/2026\"\n\
           [actions.launch-concierge-bot]\nstatus = \"excluded\"\neffort = 0\nnote = 3\n\
           [actions.forecast-contact]\nstatus = \"don\"\n\
           [actions.forecast-contacts]\neffort = 3\nstatus = \"finished\"\ndue = 7\n";
    let wrong = wrong.replace("excluded = [", "doen = [\"forecast-contacts\"]\nexcluded = [\"forecast-contacts\", ");
    let ran = score(&wrong);
    assert_eq!(ran.code, 3);
    assert_snapshot!(ran.stderr);
    let folder = Folder::with(&wrong);
    assert_snapshot!("wrong_in_japanese", folder.run(&["score", "a.toml", "--lang", "ja"]).stderr);
}

#[test]
fn lists_and_tables_say_the_same() {
    let tables = "assessment = \"cx-maturity\"\n[answers]\nskills-path = 2\n[actions.structured-induction]\nstatus = \"done\"\n\
        [actions.forecast-contacts]\nstatus = \"ｄｏｎｅ\"\neffort = 2\n[actions.launch-concierge-bot]\nstatus = \"excluded\"\n\
        [actions.coach-from-contacts]\nstatus = \"todo\"\n";
    let lists = "assessment = \"cx-maturity\"\n[answers]\nskills-path = 2\n[actions]\ndone = [\"forecast-contacts\", \"structured-induction\"]\n\
        excluded = [\"launch-concierge-bot\"]\neffort = { forecast-contacts = 2 }\n";
    let both = lists.to_owned() + "[actions.forecast-contacts]\nstatus = \"done\"\neffort = 2.0\n";
    assert_eq!(score(tables).stdout, score(lists).stdout);
    assert_eq!(score(&both).stdout, score(lists).stdout);
}

#[test]
fn who_does_what_until_when_is_shown() {
    let told = "[actions.coach-from-contacts]\nstatus = \"doing\"\nowner = \"佐藤\"\ndue = \"令和9年3月1日\"\neffort = 4.5\nnote = \"Two\\nlines.\"\n";
    let folder = Folder::with(&(ANSWERS.to_owned() + told));
    let json: Value = serde_json::from_str(&folder.run(&["score", "a.toml", "-f", "json"]).stdout).unwrap();
    let action =
        json["priorities"].as_array().unwrap().iter().find(|of| of["action"] == "coach-from-contacts").unwrap();
    assert_eq!(action["status"], "doing");
    assert_eq!([&action["owner"], &action["due"], &action["note"]], ["佐藤", "2027-03-01", "Two\nlines."]);
    assert_eq!([&action["effort"], &action["effort_of_definition"]].map(Value::as_f64), [Some(4.5), Some(4.0)]);
    assert_eq!(json["own_plan"]["doing"][0]["id"], "coach-from-contacts");
    for lang in ["en", "ja"] {
        let plan = folder.run(&["score", "a.toml", "-f", "markdown", "--lang", lang]);
        let lines: Vec<&str> = plan.stdout.lines().filter(|line| line.contains("佐藤")).collect();
        assert_snapshot!(format!("shown_{lang}"), lines.join("\n"));
    }
}

#[test]
fn acting_edits_the_file_and_nothing_else_of_it() {
    let folder = Folder::with(ANSWERS);
    assert_snapshot!("act_doing", folder.act(&["coach", "--doing", "--owner", "Jo", "--due", "令和9年3月1日"]));
    assert_snapshot!("act_moved", folder.act(&["forecast-contacts", "--doing", "--effort", "1.5", "--note", "Again."]));
    assert_snapshot!("act_listed", folder.act(&["structured-induction", "--done", "--owner", "Mia"]));
    assert_snapshot!(
        "act_reset",
        folder.act(&["coach-from-contacts", "forecast-contacts", "structured", "--reset", "--owner", ""])
    );
    assert_snapshot!("act_whole", folder.text("a.toml"));
    assert_eq!(folder.act(&["structured-induction", "--reset"]), "", "it says so already");
    let names: Vec<_> = fs::read_dir(folder.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "no lock stays: {names:?}");
}

#[test]
fn acting_edits_json_too() {
    let folder = Folder::with(ANSWERS);
    let words = ["act", "a.json", "forecast-contacts", "coach-from-contacts", "--excl", "--note", "\"no\"\n\\"];
    assert_eq!(folder.run(&words).code, 2);
    let words = ["act", "a.json", "forecast-contacts", "coach-from-contacts", "--exclude", "--note", "\"no\"\n\\"];
    let ran = folder.run(&words);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    folder.run(&["act", "a.json", "structured", "--due", "2027-03-01", "--effort", "0.5"]);
    assert_snapshot!(folder.text("a.json"));
}

#[test]
fn every_way_to_write_them_is_edited() {
    let head = "assessment = \"cx-maturity\"\nversion = \"2.1.1\"\n";
    for (actions, behind) in [
        ("", ""),
        ("actions = { done = [\"forecast-contacts\"] }\n", ""),
        ("actions.done = [\"forecast-contacts\"]\n", ""),
        ("", "[actions]\nforecast-contacts = { status = \"done\" } # so\n"),
        ("", "[actions]\nforecast-contacts.status = \"done\"\nforecast-contacts.owner = \"Jo\"\n"),
        ("", "[actions.forecast-contacts]\n# So it is.\nstatus = 'done'\n# The end.\n"),
    ] {
        let folder = Folder::with(&format!("{head}{actions}[answers]\nskills-path = 2\n{behind}"));
        folder.act(&["forecast-contacts", "coach-from-contacts", "--doing", "--due", "2027-03-01"]);
        let text = folder.text("a.toml");
        for comment in ["# so", "# So it is.", "# The end."].iter().filter(|comment| behind.contains(**comment)) {
            assert!(text.contains(comment), "{text}");
        }
        let json = folder.run(&["score", "a.toml", "-f", "json"]).stdout;
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["own_plan"]["doing"].as_array().unwrap().len(), 2, "{text}");
        assert_eq!(json["own_plan"]["done"].as_array().unwrap().len(), 0, "{text}");
    }
}

#[test]
fn the_list_fits_eighty_columns() {
    let told = "[actions.coach-from-contacts]\nstatus = \"doing\"\nowner = \"Jo\"\ndue = 2027-03-01\neffort = 4.5\nnote = \"Every Monday, as long as the new telephone system is not there yet.\"\n";
    let folder = Folder::with(&(ANSWERS.to_owned() + told));
    for lang in ["en", "ja"] {
        let page = folder.run(&["act", "a.toml", "--lang", lang]).page();
        assert!(page.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{page}");
        assert_snapshot!(format!("list_{lang}"), page);
    }
}

#[test]
fn what_cannot_be_said_is_refused() {
    let folder = Folder::with(ANSWERS);
    let refused: Vec<String> = [
        &["act", "a.toml", "coach-fom-contacts", "--done"][..],
        &["act", "a.toml", "plan-for", "--done"],
        &["act", "a.toml", "coach-from-contacts", "--done", "--doing"],
        &["act", "a.toml", "--done"],
        &["act", "a.toml", "coach-from-contacts", "--due", "1/3/2027"],
        &["act", "a.toml", "coach-from-contacts", "--effort", "1001"],
        &["act", "a.toml", "coach-from-contacts", "--effort", "0.7", "--lang", "ja"],
        &["act", "a.toml", "coach-from-contacts", "--effort", "two"],
        &["act", "-", "coach-from-contacts", "--done"],
        &["act", "none.toml", "coach-from-contacts", "--done"],
    ]
    .into_iter()
    .map(|words| format!("$ cxm {}\n{}", words.join(" "), folder.run(words).page()))
    .collect();
    assert_snapshot!(refused.join("\n"));
    assert_eq!(folder.text("a.toml"), ANSWERS);
    let japanese = folder.run(&["act", "a.toml", "coach-from-contacts", "--effort", "7.5", "--lang", "ja"]);
    assert_eq!(japanese.code, 0, "{}", japanese.stderr);
    assert!(
        folder.text("a.toml").ends_with("\n[actions.coach-from-contacts]\neffort = 1.5\n"),
        "{}",
        folder.text("a.toml")
    );
}

#[test]
fn a_mark_at_the_beginning_and_line_ends_stay() {
    let text = "\u{feff}".to_owned() + &ANSWERS.replace('\n', "\r\n");
    let folder = Folder::with(&text);
    folder.act(&["structured-induction", "--doing"]);
    let after = folder.text("a.toml");
    assert!(after.starts_with("\u{feff}# Of our workshop.\r\nassessment"), "{after:?}");
    assert!(Path::new(folder.0.path()).exists() && run(&["list"]).code == 0);
}
