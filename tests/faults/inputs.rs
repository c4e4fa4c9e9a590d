//! Inputs that are missing, empty, broken, cut off, unreadable or slow.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::commands::{Random, command, end, fed};
use crate::table::Table;

const ANSWERS: &str = "examples/answers/eight-challenges.toml";

/// The commands, with `{}` where the file that they read stands, and the file that they can read.
const READERS: [(&str, &[&str], &str); 21] = [
    ("score", &["score", "{}"], ANSWERS),
    ("score -a", &["score", ANSWERS, "-a", "{}"], "assessments/cx-maturity.toml"),
    ("score --previous", &["score", ANSWERS, "--previous", "{}"], "examples/answers/starter.toml"),
    ("score of a row", &["score", "{}", "--row", "3"], "examples/tables/form-export.csv"),
    ("plan", &["plan", "{}"], ANSWERS),
    ("plan of a row", &["plan", "{}", "--row", "3"], "examples/tables/form-export.csv"),
    ("batch --rejects", &["batch", "{}", "--rejects", "/dev/null"], "examples/tables/form-export.csv"),
    ("act", &["act", "{}"], ANSWERS),
    ("update", &["update", "{}", "--dry-run"], ANSWERS),
    ("sql", &["sql", "--dialect", "sqlite", "--from", "t", "-a", "{}"], "assessments/cx-maturity.toml"),
    ("compare", &["compare", ANSWERS, "{}"], "examples/answers/starter.toml"),
    ("batch", &["batch", "{}"], "examples/tables/form-export.csv"),
    ("batch --map", &["batch", "examples/tables/numbered.csv", "--map", "{}"], "examples/tables/map.toml"),
    (
        "batch --benchmark",
        &["batch", "examples/tables/form-export.csv", "--benchmark", "{}"],
        "examples/tables/form-export.csv",
    ),
    ("batch --explain-columns", &["batch", "{}", "--explain-columns"], "examples/tables/form-export.csv"),
    ("check", &["check", "{}"], "assessments/cx-maturity.toml"),
    ("show", &["show", "{}"], "assessments/cx-maturity.toml"),
    ("template", &["template", "{}"], "assessments/cx-maturity.toml"),
    ("schema", &["schema", "answers", "-a", "{}"], "assessments/cx-maturity.toml"),
    ("impact", &["impact", "cx-maturity", "{}", ANSWERS], "assessments/cx-maturity.toml"),
    ("assess --from", &["assess", "--plain", "-o", "/dev/null/x", "--from", "{}"], ANSWERS),
];

pub fn try_all(table: &Table, seed: u64) {
    std::thread::scope(|scope| {
        for (half, readers) in READERS.chunks(READERS.len().div_ceil(2)).enumerate() {
            scope.spawn(move || {
                let mut random = Random(seed ^ half as u64);
                readers.iter().for_each(|reader| try_one(table, *reader, &mut random));
            });
        }
    });
    [("score", "score", ANSWERS), ("plan", "plan", ANSWERS), ("batch", "batch", "examples/tables/form-export.csv")]
        .iter()
        .for_each(|(name, command, file)| slow(table, name, command, file));
}

fn try_one(table: &Table, (name, arguments, file): (&str, &[&str], &str), random: &mut Random) {
    let folder = tempfile::tempdir().unwrap();
    let whole = fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let own = folder.path().join(std::path::Path::new(file).file_name().unwrap());
    let own_name = own.to_str().unwrap().to_owned();
    let run = |path: &str| {
        let arguments: Vec<String> = arguments.iter().map(|argument| argument.replace("{}", path)).collect();
        end(command(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).current_dir(env!("CARGO_MANIFEST_DIR")))
    };
    // Where there is nothing to read, that is said, and nothing is scored.
    for (input, path) in [
        ("missing", "none.toml"),
        ("below a file", "Cargo.toml/none.toml"),
        ("unreadable (EIO)", "/proc/self/mem"),
        ("empty (/dev/null)", "/dev/null"),
    ] {
        let wrong = match run(path) {
            Ok((1..=3, _)) => None,
            other => Some(format!("{other:?}")),
        };
        table.tried(&format!("input {input}: {name}"), wrong);
    }
    // Cut off, with a byte changed, or something else altogether: whatever comes of it, it ends, and says so.
    for (input, times) in [("cut off", 6), ("with bytes changed", 6), ("of random bytes", 3)] {
        for _ in 0..times {
            let mut bytes = whole.clone();
            let at = |random: &mut Random, bytes: &[u8]| usize::try_from(random.below(bytes.len() as u64)).unwrap();
            match input {
                "cut off" => bytes.truncate(at(random, &bytes)),
                "with bytes changed" => (0..=random.below(8)).for_each(|_| {
                    let place = at(random, &bytes);
                    bytes[place] = random.below(256).to_le_bytes()[0];
                }),
                _ => bytes.iter_mut().for_each(|byte| *byte = random.below(256).to_le_bytes()[0]),
            }
            fs::write(&own, &bytes).unwrap();
            table.tried(&format!("input {input}: {name}"), run(&own_name).err());
            let read_only = fs::read(&own).unwrap() == bytes;
            table.tried("inputs are as they were", (!read_only).then(|| format!("{name} changed its input")));
        }
    }
}

/// What comes in drips, or is never sent, makes no difference.
fn slow(table: &Table, name: &str, subcommand: &str, file: &str) {
    let whole = fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let all = whole.clone();
    let quick = fed(&mut command(&[subcommand, "-"]), move |write| {
        write(&all);
    });
    let all = whole.clone();
    let slow = fed(&mut command(&[subcommand, "-"]), move |write| {
        all.chunks(all.len().div_ceil(200)).for_each(|piece| {
            write(piece);
            std::thread::sleep(Duration::from_millis(2));
        });
    });
    let same = quick.stdout == slow.stdout && quick.status == slow.status && !quick.stdout.is_empty();
    table.tried(&format!("input in drips: {name} -"), (!same).then(|| format!("{quick:?} {slow:?}")));
    let closed = end(command(&[subcommand, "-"]).stdin(Stdio::null()));
    let wrong = (!matches!(closed, Ok((3, _)))).then(|| format!("{closed:?}"));
    table.tried(&format!("input closed: {name} -"), wrong);
}
