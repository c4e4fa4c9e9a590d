//! The commands that are tried, and how one is run.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

/// No run takes longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// A command, and the ending of what it can be told to write with `-o`; none where it writes to stdout alone.
pub struct Tried {
    pub name: &'static str,
    pub arguments: &'static [&'static str],
    pub ending: Option<&'static str>,
}

const fn tried(name: &'static str, arguments: &'static [&'static str], ending: Option<&'static str>) -> Tried {
    Tried { name, arguments, ending }
}

const ANSWERS: &str = "examples/answers/eight-challenges.toml";
const EXPORT: &str = "examples/tables/form-export.csv";

pub const COMMANDS: [Tried; 40] = [
    tried("score", &["score", ANSWERS], Some("txt")),
    tried("score -f markdown", &["score", ANSWERS], Some("md")),
    tried("score -f html", &["score", ANSWERS], Some("html")),
    tried("score -f json", &["score", ANSWERS], Some("json")),
    tried("score -f csv", &["score", ANSWERS], Some("csv")),
    tried("score -f xlsx", &["score", ANSWERS], Some("xlsx")),
    tried("score of a row", &["score", EXPORT, "--row", "3"], Some("txt")),
    tried("plan", &["plan", ANSWERS], Some("txt")),
    tried("plan -f json", &["plan", ANSWERS], Some("json")),
    tried("plan -f markdown", &["plan", ANSWERS], Some("md")),
    tried("compare -f markdown", &["compare", "examples/answers/starter.toml", ANSWERS], Some("md")),
    tried("compare", &["compare", "examples/answers/starter.toml", ANSWERS], Some("txt")),
    tried("compare -f html", &["compare", "examples/answers/starter.toml", ANSWERS], Some("html")),
    tried("plan on the calendar", &["plan", ANSWERS, "--start", "2027-03-01", "--capacity", "1.5"], Some("ics")),
    tried("plan as a page", &["plan", ANSWERS, "--start", "2027-03-01", "--capacity", "1.5"], Some("html")),
    tried("act", &["act", ANSWERS], None),
    tried("batch", &["batch", EXPORT], Some("csv")),
    tried("batch -f json", &["batch", EXPORT, "--summary"], Some("json")),
    tried("batch -f ndjson", &["batch", EXPORT], Some("ndjson")),
    tried("batch -f xlsx", &["batch", EXPORT], Some("xlsx")),
    tried("batch --merge", &["batch", EXPORT, "--merge", "Organisation"], Some("csv")),
    tried("batch of a folder", &["batch", "examples/answers", "--actions", "3"], Some("csv")),
    tried("batch --map-skeleton", &["batch", EXPORT, "--map-skeleton"], Some("toml")),
    tried("score --previous", &["score", ANSWERS, "--previous", "examples/answers/starter.toml"], Some("csv")),
    tried("batch --explain-columns", &["batch", EXPORT, "--explain-columns"], None),
    tried("template", &["template"], Some("toml")),
    tried("template -f xlsx", &["template"], Some("xlsx")),
    tried("template -f html", &["template"], Some("html")),
    tried("show", &["show"], Some("txt")),
    tried("check", &["check", "assessments", "-f", "json"], Some("json")),
    tried(
        "impact",
        &["impact", "cx-maturity", "assessments/cx-maturity.toml", "examples/answers/riser.toml"],
        Some("md"),
    ),
    tried("schema", &["schema", "result"], Some("json")),
    tried("sql", &["sql", "--dialect", "duckdb", "--from", "answers"], Some("sql")),
    tried("update --dry-run", &["update", "examples/answers/starter.toml", "--dry-run"], None),
    tried("check --list", &["check", "--list"], Some("txt")),
    tried("man", &["man"], None),
    tried("explain", &["explain", "hidden-level"], None),
    tried("list", &["list"], None),
    tried("completions", &["completions", "bash"], None),
    tried("--help", &["--help"], None),
];

/// The program, at the root of the project, with nothing of the caller's environment.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cxm"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("COLUMNS", "80").args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

impl Tried {
    /// The command with its result in a file of this folder; none where it writes none.
    pub fn into(&self, folder: &Path) -> Option<Command> {
        let mut command = command(self.arguments);
        command.arg("-o").arg(folder.join(format!("out.{}", self.ending?)));
        Some(command)
    }

    /// What it writes where nothing gives way, and its exit code.
    pub fn reference(&self) -> (Vec<u8>, Option<i32>) {
        let folder = tempfile::tempdir().unwrap();
        let Some(mut run) = self.into(folder.path()) else {
            let ran = command(self.arguments).stdout(Stdio::piped()).output().unwrap();
            return (ran.stdout, ran.status.code());
        };
        let code = run.output().unwrap().status.code();
        (fs::read(folder.path().join(format!("out.{}", self.ending.unwrap()))).unwrap(), code)
    }
}

/// The names in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

/// The end of a run, if there is one in time.
pub fn wait(child: &mut Child, patience: Duration) -> Option<ExitStatus> {
    let begun = Instant::now();
    while begun.elapsed() < patience {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

/// Runs a command to its end; else what is wrong: that it hangs, panics, or ends by a signal.
pub fn end(run: &mut Command) -> Result<(i32, String), String> {
    let mut child = run.spawn().unwrap();
    let mut stderr = child.stderr.take().unwrap();
    let said = std::thread::spawn(move || {
        let mut said = Vec::new();
        stderr.read_to_end(&mut said).map(|_| String::from_utf8_lossy(&said).into_owned())
    });
    let status = wait(&mut child, PATIENCE).ok_or("it hangs")?;
    let said = said.join().unwrap().unwrap();
    match status.code() {
        Some(code @ (0..=3 | 130)) if !said.contains("panicked") => Ok((code, said)),
        _ => Err(format!("{status}: {said}")),
    }
}

/// Runs a command that is fed so, and gives what it writes to stdout.
pub fn fed(run: &mut Command, feed: impl FnOnce(&mut dyn FnMut(&[u8]) -> bool) + Send + 'static) -> Output {
    let mut child = run.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // What does not read its input to the end is at liberty to.
    let feeding = std::thread::spawn(move || feed(&mut |bytes| stdin.write_all(bytes).is_ok()));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    output
}

/// Random numbers that a seed repeats.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
