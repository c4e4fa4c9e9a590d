//! The invariants of the house, as `lib.rs` states them.

use std::path::{Path, PathBuf};

use crate::program::root;

/// The files in a folder and the folders in it whose names end so, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn code() -> Vec<(String, String)> {
    let files = files(&root().join("src"), ".rs");
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn every_file_says_what_it_is_for() {
    for (name, text) in code() {
        assert!(text.starts_with("//! "), "{name} does not begin with `//!`");
    }
}

#[test]
fn only_the_commands_touch_files_clock_and_terminal() {
    let world = ["std::fs", "std::env", "std::io::std", "std::process", "SystemTime", "Instant::now", "anstream::std"];
    for (name, text) in code() {
        let shells = ["draft", "ask", "terminal", "signals", "plain", "setup", "mod", "play_tests"];
        let shell = shells.iter().any(|shell| name == format!("src/survey/{shell}.rs"));
        let allowed = name.starts_with("src/cli/") || ["src/main.rs", "src/store.rs"].contains(&name.as_str()) || shell;
        for word in world.iter().filter(|_| !allowed) {
            assert!(!text.contains(word), "{name} has `{word}`");
        }
    }
}

#[test]
fn scoring_and_planning_have_no_floats() {
    for (name, text) in code() {
        if name.starts_with("src/plan/") || name.starts_with("src/check/reason/") || name.starts_with("src/score/") {
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            for float in ["f64", "f32"] {
                assert!(!code.iter().any(|line| line.contains(float)), "{name} has `{float}`");
            }
        }
    }
}

#[test]
fn scoring_and_planning_have_no_text() {
    for name in [
        "src/score/standing.rs",
        "src/score/outcome.rs",
        "src/plan/problem.rs",
        "src/plan/search.rs",
        "src/plan/bound.rs",
    ] {
        let text = std::fs::read_to_string(root().join(name)).unwrap();
        assert!(!text.contains("String") && !text.contains("&str"), "{name} has text");
    }
}

#[test]
fn the_version_is_in_the_changelog() {
    let changelog = std::fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(changelog.contains(&format!("## {}", env!("CARGO_PKG_VERSION"))));
}
