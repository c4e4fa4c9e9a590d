//! Signals at random times: the program ends at once, the old file or the whole new one is there, and nothing else.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::commands::{Random, Tried, command, names, wait};
use crate::table::Table;

/// What is promised, and after how long a run is given up.
const AT_ONCE: Duration = Duration::from_millis(250);
const PATIENCE: Duration = Duration::from_secs(3);
const TIMES: u64 = 6;
/// How often a run may be late in a row. A machine that does much else makes one late now and then, at another place each time;
/// a program that does not look at signals is late again.
const LATE: u64 = 3;

const COMMANDS: [Tried; 7] = [
    Tried {
        name: "score -f xlsx",
        arguments: &["score", "examples/answers/eight-challenges.toml"],
        ending: Some("xlsx"),
    },
    Tried { name: "batch --actions", arguments: &["batch", "{}", "--actions", "20"], ending: Some("csv") },
    Tried { name: "batch -f xlsx", arguments: &["batch", "{}"], ending: Some("xlsx") },
    Tried { name: "batch --merge", arguments: &["batch", "{}", "--merge", "who"], ending: Some("csv") },
    Tried { name: "batch --rejects", arguments: &["batch", "{}", "--rejects", "rejects.csv"], ending: Some("csv") },
    Tried { name: "template -f xlsx", arguments: &["template"], ending: Some("xlsx") },
    Tried { name: "check", arguments: &["check", "assessments"], ending: Some("json") },
];

pub fn try_all(table: &Table, seed: u64) {
    let input = tempfile::tempdir().unwrap();
    let path = input.path().join("in.csv");
    fs::write(&path, rows(4_000)).unwrap();
    let took = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for (half, commands) in COMMANDS.chunks(COMMANDS.len().div_ceil(2)).enumerate() {
            let (path, took) = (&path, &took);
            scope.spawn(move || {
                let mut random = Random(seed ^ half as u64);
                for tried in commands {
                    for signal in ["INT", "TERM", "HUP", "KILL"] {
                        for _ in 0..TIMES {
                            let mut tries = (0..LATE).map(|_| try_one(table, tried, path, signal, &mut random));
                            let quickest =
                                tries.find_map(|took| took.is_none_or(|took| took <= AT_ONCE).then_some(took));
                            let late = quickest.is_none().then(|| format!("late {LATE} times in a row"));
                            took.lock().unwrap().extend(quickest.flatten());
                            table.tried("a run ends within a quarter of a second", late);
                        }
                    }
                }
            });
        }
    });
    let mut took = took.into_inner().unwrap();
    took.sort();
    let (median, worst) = (took[took.len() / 2], took[took.len() - 1]);
    table.measured(format!(
        "from the signal to the end: median {} ms, worst {} ms, of {} runs",
        median.as_millis(),
        worst.as_millis(),
        took.len()
    ));
    nobody_listens(table);
}

/// Whoever reads stdout and stderr has stopped to, as a pager does: that keeps nothing from ending.
fn nobody_listens(table: &Table) {
    let folder = tempfile::tempdir().unwrap();
    let answers = folder.path().join("a.toml");
    let answers = answers.to_str().unwrap();
    for (name, arguments) in [
        ("batch", &["batch", "examples/tables/form-export.csv"][..]),
        ("score", &["score", "-"]),
        ("check", &["check", "assessments"]),
        (
            "assess --plain",
            &["assess", "--plain", "--lang", "en", "--organisation", "A", "--respondent", "B", "-o", answers],
        ),
    ] {
        for signal in ["INT", "TERM", "HUP"] {
            let once = |_| {
                // As many bytes as a pipe takes.
                let (reader, mut full) = std::io::pipe().unwrap();
                full.write_all(&[b'x'; 65_536]).unwrap();
                let mut run = command(arguments);
                run.stdin(Stdio::piped()).stderr(full.try_clone().unwrap()).stdout(full);
                let mut child = run.spawn().unwrap();
                let _ = child.stdin.as_mut().unwrap().write_all(b"x");
                std::thread::sleep(Duration::from_millis(200));
                let (told, _) = (Instant::now(), tell(&mut child, signal));
                let ended = wait(&mut child, PATIENCE).map(|status| (status.code(), told.elapsed()));
                drop(reader);
                ended
            };
            let mut tries = (0..LATE).map(once);
            let in_time = |of: &Option<(Option<i32>, Duration)>| of.is_some_and(|(_, took)| took <= AT_ONCE);
            let wrong = match tries.find(in_time).flatten() {
                Some((Some(130), _)) => None,
                other => Some(format!("{other:?}")),
            };
            table.tried(&format!("signal {signal} where nobody listens: {name}"), wrong);
        }
    }
}

/// Rows that take their time, each with a plan of its own.
fn rows(count: usize) -> String {
    let toml = cxm::definition::bundled::find("cx-maturity").unwrap().toml;
    let of_question = toml.split("[[criteria.questions]]").skip(1);
    let ids: Vec<&str> =
        of_question.map(|text| text.split("id = \"").nth(1).unwrap().split('"').next().unwrap()).collect();
    let mut random = Random(1);
    (0..count).fold(format!("who,{}\n", ids.join(",")), |table, at| {
        let answers: Vec<String> = ids.iter().map(|_| (random.below(5) + 1).to_string()).collect();
        table + &format!("Organisation {},{}\n", at / 3, answers.join(","))
    })
}

/// A run that is told to end; how long that took, where it was told before its end and can listen.
fn try_one(table: &Table, tried: &Tried, input: &Path, signal: &str, random: &mut Random) -> Option<Duration> {
    let folder = tempfile::tempdir().unwrap();
    let name = format!("out.{}", tried.ending.unwrap());
    let is_new = tried.name.starts_with("template");
    if !is_new {
        fs::write(folder.path().join(&name), "old").unwrap();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let argument = |argument: &&str| match *argument {
        "{}" => input.to_str().unwrap().to_owned(),
        "rejects.csv" => folder.path().join("rejects.csv").to_str().unwrap().to_owned(),
        path if path.contains('/') || path == "assessments" => root.join(path).to_str().unwrap().to_owned(),
        word => word.to_owned(),
    };
    let arguments: Vec<String> = tried.arguments.iter().map(argument).collect();
    let mut run = command(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    run.arg("-o").arg(folder.path().join(&name)).stderr(Stdio::null());
    let mut child = run.spawn().unwrap();
    // Most of them end within this time, or are in the middle of it.
    std::thread::sleep(Duration::from_millis(random.below(600)));
    let (told, is_told) = (Instant::now(), tell(&mut child, signal));
    let Some(status) = wait(&mut child, PATIENCE) else {
        table.tried(&what(tried, signal), Some("it goes on".to_owned()));
        return None;
    };
    let took = (is_told && signal != "KILL").then(|| told.elapsed());
    let content = fs::read(folder.path().join(&name)).ok();
    let is_old = if is_new { content.is_none() } else { content.as_deref() == Some(b"old") };
    let parts = names(folder.path()).iter().filter(|name| name.starts_with('.')).count();
    let wrong = match (signal, status.code()) {
        (_, Some(0 | 1)) if is_old => Some("it says that it was done, and nothing is written".to_owned()),
        (_, Some(0 | 1 | 130)) if parts > 0 => Some(format!("left behind: {:?}", names(folder.path()))),
        // Killed, or told before it could listen.
        (_, Some(0 | 1 | 130) | None) => None,
        (_, code) => Some(format!("exit code {code:?}")),
    };
    table.tried(&what(tried, signal), wrong);
    if signal == "KILL" {
        let answers = root.join("examples/answers/starter.toml");
        let next = folder.path().join("next.md");
        let ran = command(&["score", answers.to_str().unwrap(), "-o", next.to_str().unwrap()]).output().unwrap();
        let left: Vec<String> = names(folder.path()).into_iter().filter(|name| name.starts_with('.')).collect();
        let wrong = (!ran.status.success() || !left.is_empty()).then(|| format!("left behind: {left:?}"));
        table.tried("what a killed run left goes with the next file", wrong);
    }
    took
}

fn what(tried: &Tried, signal: &str) -> String {
    format!("signal {signal}: {}", tried.name)
}

/// Sends a signal, and tells whether anybody was there.
fn tell(child: &mut Child, signal: &str) -> bool {
    child.try_wait().unwrap().is_none()
        && Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap().success()
}
