//! The invariants of the house, as `lib.rs` states them.

use std::path::{Path, PathBuf};

use crate::doors::{end_of_item, tokens};
use crate::program::root;

/// The most lines of a file.
const MAX_FILE: usize = 400;
/// The most lines of a function.
const MAX_FUNCTION: usize = 80;

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

/// Every file of the program's source, by its path.
pub fn code() -> Vec<(String, String)> {
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
fn every_room_says_what_it_takes_gives_and_never_does() {
    let mut silent = Vec::new();
    for (name, text) in code() {
        let room = name.matches('/').count() == 1 || (name.matches('/').count() == 2 && name.ends_with("/mod.rs"));
        let says = |word| text.lines().any(|line| line.starts_with(&format!("//! - {word}: ")));
        if room
            && !["src/lib.rs", "src/main.rs"].contains(&name.as_str())
            && !["Takes", "Gives", "Never"].into_iter().all(says)
        {
            silent.push(name);
        }
    }
    assert_eq!(silent, [""; 0], "behind what it is for: `//! - Takes: `, `//! - Gives: `, `//! - Never: `");
}

#[test]
fn files_fit_a_head_and_functions_a_screen() {
    let mut long = Vec::new();
    for (name, text) in code() {
        if text.lines().count() > MAX_FILE {
            long.push(name.clone());
        }
        let tokens = tokens(&text);
        for at in tokens.iter().enumerate().filter(|(_, token)| token.0 == "fn").map(|(at, _)| at) {
            let is_item = tokens.get(at + 1).is_some_and(|token| token.0 != "(");
            if is_item && tokens[end_of_item(&tokens, at).1].1 - tokens[at].1 >= MAX_FUNCTION {
                long.push(format!("{name}: {}", tokens[at + 1].0));
            }
        }
    }
    assert_eq!(long, [""; 0]);
}

#[test]
fn only_the_commands_touch_files_clock_and_terminal() {
    let world = ["std::fs", "std::env", "std::io::std", "std::process", "SystemTime", "Instant::now", "anstream::std"];
    for (name, text) in code() {
        let shells = ["src/cli/", "src/survey/shell/", "src/main.rs", "src/store.rs"];
        let allowed = shells.iter().any(|shell| name.starts_with(shell));
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
        "src/score/sums.rs",
        "src/score/judge.rs",
        "src/score/scorer.rs",
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

/// Where the version stands beside Cargo.toml, so many times.
#[test]
fn the_version_is_the_same_in_all_packages() {
    let version = env!("CARGO_PKG_VERSION");
    for (file, times) in [
        ("pyproject.toml", &[(format!("version = \"{version}\""), 1), (format!("\"cxm=={version}\""), 1)][..]),
        ("packages/npm/package.json", &[(format!("\"version\": \"{version}\""), 1), (format!("\": \"{version}\""), 6)]),
        ("action.yml", &[(format!("default: {version}\n"), 1)]),
        ("packages/README.md", &[(format!("rev: v{version}\n"), 1), (format!("cxm@v{version}\n"), 1)]),
    ] {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        for (written, times) in times {
            assert_eq!(text.matches(written).count(), *times, "{file} has `{written}`");
        }
    }
}

#[test]
fn the_files_that_contributors_are_sent_to_exist() {
    let guide = std::fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let quoted = guide.split('`').skip(1).step_by(2);
    let mut files = quoted.filter(|quoted| !quoted.contains(['<', ' ']) && quoted.contains('/')).peekable();
    assert!(files.peek().is_some());
    for file in files {
        assert!(root().join(file).exists(), "CONTRIBUTING.md sends to {file}");
    }
}
