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
