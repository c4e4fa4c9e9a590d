//! The organisations in `examples/organisations`: what each is told, and that their notes speak of just that.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use crate::program::{root, run};

/// The names of the answer files.
fn organisations() -> BTreeSet<String> {
    let files = std::fs::read_dir(root().join("examples/organisations")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned)).collect()
}

#[test]
fn each_is_told_what_fits_it() {
    for name in organisations() {
        let file = format!("examples/organisations/{name}.toml");
        assert_snapshot!(format!("organisation_{name}"), run(&["score", &file, "--top", "0"]).page());
    }
}

/// A section for each answer file, whose table gives a reason for each action on the route.
#[test]
fn the_notes_give_a_reason_for_each_action_on_a_route() {
    let notes = std::fs::read_to_string(root().join("examples/organisations/README.md")).unwrap();
    let sections: Vec<(&str, &str)> =
        notes.split("\n## `").skip(1).map(|section| section.split_once(".toml`").expect("a file")).collect();
    assert_eq!(sections.iter().map(|(name, _)| (*name).to_owned()).collect::<BTreeSet<_>>(), organisations());
    for (name, section) in sections {
        let file = format!("examples/organisations/{name}.toml");
        let result: serde_json::Value = serde_json::from_str(&run(&["score", &file, "-f", "json"]).stdout).unwrap();
        let route = result["route"]["actions"].as_array().unwrap();
        let route: BTreeSet<&str> = route.iter().map(|action| action.as_str().unwrap()).collect();
        let explained: BTreeSet<&str> =
            section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        assert_eq!(explained, route, "{name}");
    }
}

/// As in the other formats, the workbook says what shows a challenge, what is out of the question, where to start and why.
#[cfg(feature = "xlsx")]
#[test]
fn the_workbook_says_what_is_first_and_why() {
    use calamine::{Data, Reader as _, Xlsx};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clinic.xlsx");
    assert_eq!(run(&["score", "examples/organisations/clinic.toml", "-o", path.to_str().unwrap()]).code, 0);
    let mut book = Xlsx::new(std::io::Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let mut rows = |sheet: &str| -> Vec<Vec<String>> {
        book.worksheet_range(sheet).unwrap().rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
    };
    let summary = rows("Summary");
    let says = |start: &str| summary.iter().any(|row| row[1].starts_with(start));
    assert!(says("Shown by: What goals does the service team work towards? (None;"), "{summary:?}");
    assert!(says("No action of this plan ends it."), "{summary:?}");
    assert!(says("Out of the question: Put a bot at the front door"), "{summary:?}");
    let plan = rows("Plan");
    let column = |head: &str| plan[0].iter().position(|cell| cell == head).unwrap();
    let (first, why) = (column("Start here"), column("Why on the route"));
    let first: Vec<&str> = plan[1..].iter().map(|row| row[first].as_str()).collect();
    assert_eq!(first[..5], ["1", "2", "3", "", ""]);
    assert_eq!(plan[2][why], "ends: Nobody knows whether service gets better");
}

/// Options have commas of their own, so those of a fact are not parted by commas.
#[test]
fn in_japanese_too_one_sees_where_an_option_ends() {
    let page = run(&["score", "examples/organisations/clinic.toml", "--lang", "ja"]).page();
    let page: String = page.split_whitespace().collect();
    assert!(page.contains("電話／メール、Webフォーム、手紙／"), "{page}");
}
