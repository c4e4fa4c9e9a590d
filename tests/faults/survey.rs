//! Surveys that are killed: no answer is lost that was followed by the next question, and the file can always be read.

use std::fs;
use std::io::{Read, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cxm::answers::{self, Answer};
use cxm::definition::{self, Definition, bundled};
use cxm::diagnostic::Source;

use crate::commands::{Random, command, names, wait};
use crate::table::Table;

const KILLS: u64 = 1_000;
const SECONDS: u64 = 90;
const THREADS: u64 = 2;
/// How long a survey that is told to end may take.
const PATIENCE: Duration = Duration::from_secs(3);

pub fn try_all(table: &Table, seed: u64) {
    let seconds = std::env::var("FAULTS_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(SECONDS);
    let end = Instant::now() + Duration::from_secs(seconds);
    let kills: u64 = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..THREADS).map(|thread| scope.spawn(move || kill(table, Random(seed ^ thread), end))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    if kills < KILLS {
        table.not_tried(&format!("{} of {KILLS} kills in the survey: {seconds} seconds were over", KILLS - kills));
    }
}

/// Kills surveys of one file, each of which goes on where the one before was killed, and gives how many.
fn kill(table: &Table, mut random: Random, end: Instant) -> u64 {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    let source = Arc::new(Source::new("cx-maturity.toml", bundled::find("cx-maturity").unwrap().toml));
    let definition = definition::read(&source).0.unwrap();
    let mut known = vec![Answer::Unanswered; definition.questions().count()];
    let mut kills = 0;
    while kills < KILLS / THREADS && Instant::now() < end {
        // Most are killed; others are told to end, or stop for a while and go on.
        let signal = ["INT", "TERM", "HUP", "TSTP"].get(usize::try_from(random.below(40)).unwrap()).unwrap_or(&"KILL");
        let last = one(table, &path, &mut known, &mut random, signal);
        kills += 1;
        let wrong = match read(&path, &definition) {
            Err(why) => Some(why),
            Ok(saved) => {
                let mut expected = known.clone();
                // Killed while it was given, it may be there or not.
                let (question, answer) = last;
                if saved[question] == answer {
                    expected[question] = answer;
                }
                let lost = saved != expected;
                known = saved;
                lost.then(|| format!("expected {expected:?}, saved {known:?}"))
            }
        };
        table.tried("the survey, killed: every answer is there", wrong);
    }
    // One that is left in peace cleans up.
    let whose = ["assess", "--plain", "--lang", "en", "--resume", "-o"];
    let ended = command(&whose).arg(&path).stdin(Stdio::null()).output().unwrap();
    let left = names(folder.path());
    let wrong = (!ended.status.success() || left != ["answers.toml"]).then(|| format!("{ended:?}, left: {left:?}"));
    table.tried("the survey, killed: nothing is left behind", wrong);
    kills
}

/// A survey that is killed; what was asked last, and the answer that was being given to it.
fn one(table: &Table, path: &Path, known: &mut [Answer], random: &mut Random, signal: &str) -> (usize, Answer) {
    let whose = ["assess", "--plain", "--lang", "en", "--organisation", "A", "--respondent", "B", "--resume", "-o"];
    let mut child = command(&whose).arg(path).stdin(Stdio::piped()).spawn().unwrap();
    let (mut stdin, mut prompts) = (child.stdin.take().unwrap(), Prompts::of(child.stderr.take().unwrap()));
    prompts.next();
    let questions = known.len() as u64;
    let mut pick = || {
        let (question, option) = (random.below(questions), random.below(5));
        (usize::try_from(question).unwrap(), Answer::Option(option.to_le_bytes()[0]))
    };
    let typed = |question: usize, answer: Answer| {
        let Answer::Option(option) = answer else { unreachable!("only options are picked") };
        format!("g {}\n{}\n", question + 1, option + 1)
    };
    for _ in 0..3 {
        let (question, answer) = pick();
        stdin.write_all(typed(question, answer).as_bytes()).unwrap();
        prompts.next();
        prompts.next();
        known[question] = answer;
    }
    let (question, answer) = pick();
    stdin.write_all(typed(question, answer).as_bytes()).unwrap();
    std::thread::sleep(Duration::from_micros(random.below(6_000)));
    let tell = |signal: &str| Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
    tell(signal);
    if signal == "TSTP" {
        std::thread::sleep(Duration::from_millis(5));
        tell("CONT");
        tell("KILL");
    }
    // What it says to the end is taken, so that it is not kept from ending.
    let drained = std::thread::spawn(move || std::io::copy(&mut prompts.output, &mut std::io::sink()));
    let wrong = match wait(&mut child, PATIENCE).map(|status| status.code()) {
        Some(None) if matches!(signal, "KILL" | "TSTP") => None,
        Some(Some(130)) if matches!(signal, "INT" | "TERM" | "HUP") => None,
        other => Some(format!("{other:?}")),
    };
    table.tried(&format!("signal {signal}: assess --plain"), wrong);
    let _ = drained.join().unwrap();
    (question, answer)
}

/// What plain mode asks.
struct Prompts<R> {
    output: R,
    seen: Vec<u8>,
}

impl<R: Read> Prompts<R> {
    fn of(output: R) -> Self {
        Self { output, seen: Vec::new() }
    }

    /// Waits for the next.
    fn next(&mut self) {
        let mut bytes = [0; 4_096];
        loop {
            if let Some(at) = self.seen.windows(3).position(|part| part == b"\n> ") {
                self.seen.drain(..at + 3);
                return;
            }
            let count = self.output.read(&mut bytes).unwrap();
            assert!(count > 0, "the survey ended: {}", String::from_utf8_lossy(&self.seen));
            self.seen.extend_from_slice(&bytes[..count]);
        }
    }
}

/// The answers in the file.
fn read(path: &Path, definition: &Definition) -> Result<Vec<Answer>, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let document =
        answers::parse(&Arc::new(Source::new("answers.toml", text))).map_err(|error| format!("{error:?}"))?;
    let loaded = answers::load(&document, definition, answers::OtherVersion::default());
    loaded.map(|(set, _)| set.answers).map_err(|error| format!("{error:?}"))
}
