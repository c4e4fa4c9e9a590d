//! Requests to end: at once, whatever the program is about, and nothing half-written is left behind.

#![cfg(unix)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::program::{command, root};

/// A quarter of a second is promised; machines that run many tests at once are given more.
const AT_ONCE: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(60);

fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args(["-s", name, &child.id().to_string()]).status().unwrap().success());
}

/// The exit code of a program that was told to end, if it does so at once.
fn ended(mut child: Child) -> Option<i32> {
    let told = Instant::now();
    while told.elapsed() < AT_ONCE {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    panic!("it was told to end, and goes on");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Waits until something is half-written in the folder.
fn half_written(folder: &Path) {
    let begun = Instant::now();
    while !names(folder).iter().any(|name| name.starts_with(".cxm-")) {
        assert!(begun.elapsed() < PATIENCE, "{:?}", names(folder));
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn whoever_waits_for_an_input_ends_at_once() {
    for arguments in [&["batch", "-"][..], &["batch", "-", "--merge", "who"], &["score", "-"], &["plan", "-"]] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        fs::write(&path, "old").unwrap();
        let mut run = command(arguments);
        run.args(["-f", "json", "-o"]).arg(&path);
        let mut child = run.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        // Kept open: there is no end of the input.
        let stdin = child.stdin.take().unwrap();
        std::thread::sleep(Duration::from_millis(500));
        signal(&child, "INT");
        assert_eq!(ended(child), Some(130), "{arguments:?}");
        drop(stdin);
        assert_eq!(
            (names(folder.path()), fs::read_to_string(&path).unwrap()),
            (vec!["out.json".to_owned()], "old".to_owned())
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn whoever_says_something_that_nobody_takes_ends_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let survey = ["assess", "--plain", "--organisation", "a", "--respondent", "b", "-o", "a.toml"];
    let table = root().join("examples/tables/form-export.csv");
    for arguments in [&survey[..], &["batch", table.to_str().unwrap()], &["score", "-"], &["check", "-"]] {
        for name in ["INT", "TERM", "HUP"] {
            let (reader, mut full) = std::io::pipe().unwrap();
            full.write_all(&[b'x'; 65_536]).unwrap();
            let mut run = command(arguments);
            run.current_dir(folder.path()).stdin(Stdio::piped()).stderr(full.try_clone().unwrap());
            run.stdout(full);
            let mut child = run.spawn().unwrap();
            let mut stdin = child.stdin.take().unwrap();
            stdin.write_all(b"x").unwrap();
            std::thread::sleep(Duration::from_millis(300));
            signal(&child, name);
            assert_eq!(ended(child), Some(130), "{arguments:?} {name}");
            drop((reader, stdin));
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_terminal_ends_it_unless_whoever_started_it_wants_it_to_go_on() {
    for (trap, code) in [("trap - HUP", 130), ("trap '' HUP", 0)] {
        let mut run = Command::new("sh");
        run.args(["-c", &format!("{trap}; exec \"$0\" batch - -f csv"), env!("CARGO_BIN_EXE_cxm")]).current_dir(root());
        let mut child =
            run.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).env("LC_ALL", "C").spawn().unwrap();
        std::thread::sleep(Duration::from_millis(500));
        signal(&child, "HUP");
        std::thread::sleep(Duration::from_millis(300));
        // A run that was ended reads no more.
        let _ =
            child.stdin.take().unwrap().write_all(&fs::read(root().join("examples/tables/form-export.csv")).unwrap());
        assert_eq!(ended(child), Some(code), "{trap}");
    }
}

/// A run that takes long for each of its blocks, and has begun to write to the folder.
fn long_run(folder: &Path, more: &[&str]) -> Child {
    let header: Vec<&str> = cxm_questions().collect();
    // Each row another one, so that each has a plan of its own.
    let mut next = 1u64;
    let mut answer = || {
        next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (next >> 33) % 5 + 1
    };
    let mut table = format!("who,{}\n", header.join(","));
    for _ in 0..3_000 {
        let row: Vec<String> = header.iter().map(|_| answer().to_string()).collect();
        table += &format!("Acme,{}\n", row.join(","));
    }
    fs::write(folder.join("in.csv"), table).unwrap();
    let mut run = command(&["batch", "--actions", "20", "--scale", "points"]);
    run.current_dir(folder).args(["in.csv"]).args(more).stdout(Stdio::null()).stderr(Stdio::null());
    run.spawn().unwrap()
}

/// The ids of the questions of the bundled assessment.
fn cxm_questions() -> impl Iterator<Item = &'static str> {
    let toml = cxm::definition::bundled::find("cx-maturity").unwrap().toml;
    let of_question = toml.split("[[criteria.questions]]").skip(1);
    of_question.map(|text| text.split("id = \"").nth(1).unwrap().split('"').next().unwrap())
}

#[test]
fn whoever_works_for_long_ends_at_once() {
    for (signal_name, more) in [
        ("INT", &["-o", "out.csv"][..]),
        ("TERM", &["-o", "out.csv", "--rejects", "no.csv"]),
        ("HUP", &["-o", "out.xlsx"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let child = long_run(folder.path(), more);
        half_written(folder.path());
        std::thread::sleep(Duration::from_millis(50));
        signal(&child, signal_name);
        assert_eq!(ended(child), Some(130), "{more:?}");
        assert_eq!(names(folder.path()), ["in.csv"], "{more:?}");
    }
}

#[test]
fn a_pipe_that_nobody_named_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(root().join("assessments/cx-maturity.toml"), folder.path().join("cx-maturity.toml")).unwrap();
    for pipe in ["cx-maturity.fr.toml", ".cxm-abc123.part"] {
        assert!(Command::new("mkfifo").arg(folder.path().join(pipe)).status().unwrap().success());
    }
    let answers = root().join("examples/answers/starter.toml");
    let answers = answers.to_str().unwrap();
    for arguments in [&["score", answers, "-a", "./cx-maturity.toml", "-o", "x.md"][..], &["check", "."]] {
        let mut child = command(arguments).current_dir(folder.path()).stdout(Stdio::null()).spawn().unwrap();
        let begun = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if begun.elapsed() > PATIENCE {
                child.kill().unwrap();
                panic!("{arguments:?} waits");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(child.wait().unwrap().code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn what_a_killed_run_left_goes_with_the_next_file_and_nothing_else_does() {
    let folder = tempfile::tempdir().unwrap();
    let kept = [".cxm-config", ".cxm-.part", ".cxm-longer1.part", ".cxm-abc12é.part"];
    kept.iter().for_each(|name| fs::write(folder.path().join(name), "").unwrap());
    let mut child = long_run(folder.path(), &["-o", "out.csv"]);
    let remains = |known: &[String]| -> Vec<String> {
        let new = |name: &String| name.starts_with(".cxm-") && !known.contains(name);
        names(folder.path()).into_iter().filter(new).collect()
    };
    let wait_for = |known: &[String]| {
        let begun = Instant::now();
        while remains(known).is_empty() {
            assert!(begun.elapsed() < PATIENCE, "{:?}", names(folder.path()));
            std::thread::sleep(Duration::from_millis(1));
        }
    };
    let kept = kept.map(str::to_owned).to_vec();
    wait_for(&kept);
    child.kill().unwrap();
    child.wait().unwrap();
    // A folder that was half-written.
    fs::create_dir(folder.path().join(".cxm-abc123.part")).unwrap();
    fs::write(folder.path().join(".cxm-abc123.part/001.html"), "").unwrap();
    let left = remains(&[]);
    assert_eq!(left.len(), kept.len() + 2);
    // Another run that is under way, whose file is none of those.
    let other = long_run(folder.path(), &["-o", "other.csv"]);
    wait_for(&left);
    let answers = root().join("examples/answers/starter.toml");
    let ran = command(&["score", answers.to_str().unwrap(), "-o"]).arg(folder.path().join("x.md")).output().unwrap();
    assert!(ran.status.success());
    assert_eq!(remains(&kept).len(), 1, "{:?}", names(folder.path()));
    signal(&other, "INT");
    assert_eq!(ended(other), Some(130));
    let mut left = kept;
    left.extend(["in.csv", "x.md"].map(str::to_owned));
    left.sort();
    assert_eq!(names(folder.path()), left);
}
