//! Runs the program in a scrubbed environment, and puts exit code, stdout and stderr into one snapshot.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the program said.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// What rows of CSV have from the first criterion of the bundled assessment on.
    pub fn scores(&self) -> Vec<String> {
        let lines = csv::ReaderBuilder::new().has_headers(false).from_reader(self.stdout.as_bytes()).into_records();
        let mut lines = lines.map(Result::unwrap);
        let first = lines.next().and_then(|header| header.iter().position(|name| name == "skills"));
        lines.map(|line| line.iter().skip(first.expect("a criterion")).collect::<Vec<_>>().join(",")).collect()
    }

    /// All of it, for a snapshot.
    pub fn page(&self) -> String {
        format!("exit {}\n----- stdout\n{}----- stderr\n{}", self.code, self.stdout, self.stderr)
    }
}

/// The program, at the root of the project, with 80 columns and nothing of the caller's environment.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cxm"));
    command.current_dir(root()).env_clear().env("COLUMNS", "80").args(arguments);
    command
}

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program.
pub fn run(arguments: &[&str]) -> Ran {
    run_with(&mut command(arguments), "")
}

/// A command on these answers to a definition, which must succeed: the command and what stands behind the answers.
pub fn on(definition: &str, arguments: &[&str], sets: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let write = |(at, text): (usize, &&str)| {
        let path = folder.path().join(format!("{at}.toml"));
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let paths: Vec<String> = sets.iter().enumerate().map(write).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let (command, rest) = arguments.split_first().unwrap();
    let ran = run(&[&[*command], paths.as_slice(), &["-a", definition], rest].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

/// Runs the program with something on stdin.
pub fn run_with(command: &mut Command, stdin: &str) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that does not read its input to the end is at liberty to.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
