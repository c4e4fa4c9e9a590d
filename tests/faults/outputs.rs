//! Outputs that are full, closed, slow, or no place for a file.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::commands::{COMMANDS, Tried, command, end, names};
use crate::table::Table;

pub fn try_all(table: &Table) {
    let disk = SmallDisk::mount(table);
    std::thread::scope(|scope| {
        for half in COMMANDS.chunks(COMMANDS.len().div_ceil(2)) {
            scope.spawn(|| half.iter().for_each(|tried| try_one(table, tried)));
        }
    });
    beside_the_result(table);
    if let Some(disk) = disk {
        COMMANDS.iter().for_each(|tried| on_a_small_disk(table, tried, disk.0.path()));
        several_files(table, disk.0.path());
        let mended = [answers_of_before(), definition_to_mend()];
        mended.iter().for_each(|of| on_a_full_disk(table, of, disk.0.path()));
        let left = mended.each_ref().map(|of| of.put(disk.0.path()));
        disk.make_read_only();
        mended.iter().zip(left).for_each(|(of, path)| stays(table, "a read-only disk", of, &path));
        COMMANDS.iter().for_each(|tried| on_a_read_only_disk(table, tried, disk.0.path()));
    }
}

/// What is written beside the result, where it cannot be.
fn beside_the_result(table: &Table) {
    for (name, option, place) in [
        ("--rejects /dev/full", "--rejects", "/dev/full"),
        ("--rejects in no folder", "--rejects", "none/rejects.csv"),
        ("--reports in no folder", "--reports", "none/reports"),
        ("--reports below a file", "--reports", "Cargo.toml/reports"),
    ] {
        let wrong = match end(&mut command(&["batch", "examples/tables/form-export.csv", option, place])) {
            Ok((3, said)) if said.contains("cannot write") => None,
            other => Some(format!("{other:?}")),
        };
        table.tried(&format!("output batch {name}"), wrong);
    }
}

/// Of several files all are there, or none.
fn several_files(table: &Table, disk: &Path) {
    let to = |name: &str| disk.join(name).to_str().unwrap().to_owned();
    let (manual, new, answers) = (to("manual"), to("new"), to("a.toml"));
    for (name, arguments) in [
        ("man", &["man", "-o", &manual][..]),
        ("new", &["new", "mine", "--translation", "ja", "-o", &new]),
        ("assess", &["assess", "--plain", "--lang", "en", "--organisation", "A", "--respondent", "B", "-o", &answers]),
    ] {
        for taken in [0, 40, 56, 60] {
            fs::write(disk.join("taken"), vec![0; taken << 10]).unwrap();
            let ended = end(&mut command(arguments));
            let left: Vec<String> = names(disk).into_iter().filter(|name| name != "taken").collect();
            let wrong = match &ended {
                Ok((0, _)) if left.len() == 1 && !left[0].starts_with('.') => None,
                Ok((3, said)) if left.is_empty() && (said.contains("error: ") || said.contains("NOT SAVED")) => None,
                other => Some(format!("{other:?}, left: {left:?}")),
            };
            table.tried(&format!("output a disk of 64 KB: {name}"), wrong);
            for path in left.iter().map(|name| disk.join(name)) {
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
            }
        }
    }
    fs::remove_file(disk.join("taken")).unwrap();
}

/// A file that a command writes anew, and the words of that.
struct Mended {
    command: &'static [&'static str],
    file: &'static str,
    content: String,
}

impl Mended {
    fn put(&self, disk: &Path) -> PathBuf {
        let path = disk.join(self.file);
        fs::write(&path, &self.content).unwrap();
        path
    }
}

fn answers_of_before() -> Mended {
    let content = "assessment = \"cx-maturity\"\nversion = \"2.0.0\"\n\n[answers]\nskills-path = 3\n".to_owned();
    Mended { command: &["update"], file: "answers.toml", content }
}

fn definition_to_mend() -> Mended {
    let sound = fs::read_to_string("tests/fixtures/desk.toml").unwrap();
    let content = sound.replacen("version = \"1.0.0\"", "version = 1.0", 1);
    assert_ne!(content, sound);
    Mended { command: &["check", "--fix"], file: "desk.toml", content }
}

/// Where nothing more has room, what is to be written anew stays; where it has, it is.
fn on_a_full_disk(table: &Table, of: &Mended, disk: &Path) {
    let path = of.put(disk);
    let mut room = File::create(disk.join("taken")).unwrap();
    while room.write_all(&[0; 512]).is_ok() {}
    drop(room);
    stays(table, "a disk without room", of, &path);
    fs::remove_file(disk.join("taken")).unwrap();
    let ended = end(command(of.command).arg(&path));
    let anew = fs::read_to_string(&path).unwrap() != of.content;
    let wrong = (!anew || ended.as_ref().is_ok_and(|(code, _)| *code == 3)).then(|| format!("{ended:?}"));
    table.tried(&format!("output a disk with room: {}", of.command.join(" ")), wrong);
    fs::remove_file(path).unwrap();
}

/// It cannot be written, which is said, and it is as it was.
fn stays(table: &Table, where_: &str, of: &Mended, path: &Path) {
    let ended = end(command(of.command).arg(path));
    let same = fs::read_to_string(path).unwrap() == of.content;
    let wrong = match &ended {
        Ok((3, said)) if said.contains("cannot write") && same => None,
        other => Some(format!("{other:?}, the file is {}", if same { "as it was" } else { "another" })),
    };
    table.tried(&format!("output {where_}: {}", of.command.join(" ")), wrong);
}

/// Nothing can be written, and that is said, and the old file is as it was.
fn on_a_read_only_disk(table: &Table, tried: &Tried, disk: &Path) {
    let Some(mut run) = tried.into(disk) else { return };
    let wrong = match end(&mut run) {
        Ok((3, said)) if said.contains("cannot write") && names(disk).len() == 2 => None,
        other => Some(format!("{other:?}")),
    };
    table.tried(&format!("output a read-only disk: {}", tried.name), wrong);
}

fn try_one(table: &Table, tried: &Tried) {
    let (expected, code) = tried.reference();
    let what = |output: &str| format!("output {output}: {}", tried.name);
    full(table, &what("/dev/full"), tried);
    let closed = |run: &mut Command| {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        end(run.stdout(writer))
    };
    let wrong = match closed(&mut command(tried.arguments)) {
        Ok((0 | 1, _)) => None,
        other => Some(format!("{other:?}")),
    };
    table.tried(&what("a closed pipe"), wrong);
    without_stderr(table, &what("no stderr"), tried);
    slow(table, &what("a slow pipe"), tried);
    let Some(ending) = tried.ending else { return };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    fs::create_dir(folder.path().join(format!("folder.{ending}"))).unwrap();
    for (place, path) in [
        ("below a file", format!("file/out.{ending}")),
        ("in no folder", format!("none/out.{ending}")),
        ("that is a folder", format!("folder.{ending}")),
        ("in a read-only folder", format!("/proc/out.{ending}")),
    ] {
        let wrong = match end(command(tried.arguments).arg("-o").arg(folder.path().join(path))) {
            Ok((2 | 3, said)) if said.contains("error: ") => None,
            other => Some(format!("{other:?}")),
        };
        let left = (names(folder.path()).len() != 2).then(|| format!("left behind: {:?}", names(folder.path())));
        table.tried(&what(&format!("a place {place}")), wrong.or(left));
    }
    let path = folder.path().join(format!("out.{ending}"));
    // Blank sheets are never written over a file.
    let old = (!tried.name.starts_with("template")).then(|| fs::write(&path, "old").unwrap());
    let again = end(&mut tried.into(folder.path()).unwrap());
    let wrong = match &again {
        Ok((ended, _)) if Some(*ended) == code && fs::read(&path).unwrap() == expected => None,
        other => Some(format!("{other:?}")),
    };
    table.tried(&what(if old.is_some() { "over an old file" } else { "a new file" }), wrong);
}

/// What cannot be written is an error, on stdout and in `-o`.
fn full(table: &Table, what: &str, tried: &Tried) {
    let device = || File::options().write(true).open("/dev/full").unwrap();
    let mut runs = vec![command(tried.arguments)];
    runs[0].stdout(device());
    if tried.ending.is_some() && !tried.name.starts_with("template") {
        let mut run = command(tried.arguments);
        run.args(["-o", "/dev/full"]);
        runs.push(run);
    }
    for mut run in runs {
        let wrong = match end(&mut run) {
            Ok((3, said)) if said.contains("cannot write") => None,
            other => Some(format!("{other:?}")),
        };
        table.tried(what, wrong);
    }
}

/// Where nobody listens to what is said, the result is the same.
fn without_stderr(table: &Table, what: &str, tried: &Tried) {
    let script = "exec \"$0\" \"$@\" 2>&-";
    let mut shell = Command::new("sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_cxm")]).args(tried.arguments);
    shell.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("COLUMNS", "80").stdin(Stdio::null());
    let (usual, ran) = (command(tried.arguments).stdout(Stdio::piped()).output().unwrap(), shell.output().unwrap());
    let same = usual.stdout == ran.stdout && usual.status.code() == ran.status.code();
    table.tried(what, (!same).then(|| format!("{:?} for {:?}", ran.status, usual.status)));
}

/// A reader that takes its time gets all.
fn slow(table: &Table, what: &str, tried: &Tried) {
    let quick = command(tried.arguments).stdout(Stdio::piped()).output().unwrap();
    let mut child = command(tried.arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut stdout, mut all, mut bytes) = (child.stdout.take().unwrap(), Vec::new(), [0; 8_192]);
    while let Ok(count @ 1..) = stdout.read(&mut bytes) {
        all.extend_from_slice(&bytes[..count]);
        std::thread::sleep(Duration::from_millis(2));
    }
    let same = all == quick.stdout && child.wait().unwrap().code() == quick.status.code();
    table.tried(what, (!same).then(|| "it gets something else".to_owned()));
}

/// All is written, or nothing is left and it is said.
fn on_a_small_disk(table: &Table, tried: &Tried, disk: &Path) {
    let Some(mut run) = tried.into(disk) else { return };
    let (expected, code) = tried.reference();
    let name = format!("out.{}", tried.ending.unwrap());
    // A file that takes room; what is left is sometimes enough.
    for taken in [0, 40, 60] {
        fs::write(disk.join("taken"), vec![0; taken << 10]).unwrap();
        let ended = end(&mut run);
        let left: Vec<String> = names(disk).into_iter().filter(|name| name != "taken").collect();
        let wrong = match &ended {
            Ok((ended, _)) if Some(*ended) == code && left == [name.as_str()] => {
                (fs::read(disk.join(&name)).unwrap() != expected).then(|| "another content".to_owned())
            }
            Ok((3, said)) if left.is_empty() && said.contains("cannot write") => None,
            other => Some(format!("{other:?}, left: {left:?}")),
        };
        table.tried(&format!("output a disk of 64 KB: {}", tried.name), wrong);
        left.iter().for_each(|name| fs::remove_file(disk.join(name)).unwrap());
    }
    fs::remove_file(disk.join("taken")).unwrap();
}

/// A disk of 64 KB, as long as this is there.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount(table: &Table) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(folder.path()).output();
        match mount {
            Ok(ran) if ran.status.success() => Some(Self(folder)),
            Ok(ran) => {
                let said = String::from_utf8_lossy(&ran.stderr).trim().to_owned();
                table.not_tried(&format!("a disk of 64 KB (tmpfs), which cannot be mounted here: {said}"));
                None
            }
            Err(error) => {
                table.not_tried(&format!("a disk of 64 KB (tmpfs), since there is no `mount`: {error}"));
                None
            }
        }
    }
}

impl SmallDisk {
    fn make_read_only(&self) {
        assert!(Command::new("mount").args(["-o", "remount,ro"]).arg(self.0.path()).status().unwrap().success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}
