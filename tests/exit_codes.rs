//! Exit codes that say what came of a command, also where something gives way under it.

#![cfg(unix)]

use std::fs::{self, File};
use std::io::Read as _;
use std::process::{Command, Stdio};

use crate::program::{Ran, command, root, run, run_with};

/// A shell that runs the program as `$0` where no file can grow, as on a full disk.
fn on_a_full_disk(script: &str) -> Command {
    with_room_for(0, script)
}

/// The same where a file can grow to so many blocks of 512 bytes.
fn with_room_for(blocks: u32, script: &str) -> Command {
    let mut shell = Command::new("sh");
    // In some shells, a block has 1,024.
    let limit = format!("if [ \"$BASH_VERSION\" ]; then set -o posix; fi; ulimit -f {blocks}");
    let script = format!("trap '' XFSZ; {limit}; {script}");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_cxm")]).current_dir(root()).env_clear().env("COLUMNS", "80");
    shell
}

#[test]
fn a_survey_that_could_not_save_has_not_done_its_job() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    let assess = format!("exec \"$0\" assess --plain --lang en --organisation A --respondent B -o {}", path.display());
    // Left, at the end of the input, and finished; what is piped in is an answer and no name of a file.
    for answers in ["3\n3\n3\n", "3\n3\n3\nq\n", "3\n3\n3\ng 28\n1\nf\n"] {
        let ran = run_with(on_a_full_disk(&assess).current_dir(folder.path()).env("HOME", folder.path()), answers);
        assert_eq!(ran.code, 3, "{answers:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("NOT SAVED"), "{}", ran.stderr);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{answers:?}");
    }
    // Where it could, all is well.
    let saved = run_with(
        command(&["assess", "--plain", "--lang", "en", "--organisation", "A", "--respondent", "B", "-o"]).arg(&path),
        "3\n3\n3\n",
    );
    assert_eq!((saved.code, path.exists()), (0, true), "{}", saved.stderr);
}

#[test]
fn of_several_files_all_are_written_or_none_or_it_is_said_which() {
    let folder = tempfile::tempdir().unwrap();
    let names = || -> Vec<String> {
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    // There is room for the first pages of the manual, and for the translation alone.
    for (blocks, command) in [(8, "man -o manual"), (10, "new mine --translation ja -o mine"), (8, "man -o old")] {
        if command.ends_with("old") {
            fs::create_dir(folder.path().join("old")).unwrap();
            fs::write(folder.path().join("old/cxm.1"), "old").unwrap();
        }
        let before = names();
        let ran = run_with(with_room_for(blocks, &format!("exec \"$0\" {command}")).current_dir(folder.path()), "");
        assert_eq!((ran.code, names()), (3, before), "{command}: {}", ran.stderr);
        assert!(!ran.stderr.contains(".part"), "{}", ran.stderr);
    }
    assert_eq!(fs::read_dir(folder.path().join("old")).unwrap().count(), 1);
    let answers = "assessment = \"cx-maturity\"\nversion = \"2.0.0\"\n[answers]\nskills-path = 2\n";
    fs::write(folder.path().join("a.toml"), answers).unwrap();
    fs::write(folder.path().join("b.toml"), answers.to_owned() + &"# long\n".repeat(2_000)).unwrap();
    let ran = run_with(with_room_for(8, "exec \"$0\" update a.toml b.toml").current_dir(folder.path()), "");
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert_ne!(fs::read_to_string(folder.path().join("a.toml")).unwrap(), answers);
    assert!(ran.stdout.contains("a.toml") && !ran.stdout.contains("b.toml"), "{}", ran.stdout);
    assert!(ran.stderr.contains("cannot write b.toml"), "{}", ran.stderr);
}

#[test]
fn a_terminal_that_is_closed_is_an_interrupt() {
    let folder = tempfile::tempdir().unwrap();
    // At each of the questions around the survey, on its screen, and in plain mode; with what is waited for.
    let whose = ["--lang", "en", "--organisation", "A", "--respondent", "B"];
    let surveys: [(&[&str], &str); 5] = [
        (&[], "Language"),
        (&["--lang", "en"], "Your organisation"),
        (&whose, "how many people"),
        (&["--plain", "--lang", "en"], "Your organisation"),
        (&[&whose[..], &["--plain"]].concat(), "> "),
    ];
    for (arguments, asked) in surveys {
        let pair = portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).unwrap();
        let mut run = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_cxm"));
        run.args([&["assess"], arguments].concat());
        run.env_clear();
        run.env("TERM", "xterm-256color");
        run.env("HOME", folder.path());
        let mut child = pair.slave.spawn_command(run).unwrap();
        drop(pair.slave);
        let (mut seen, mut bytes, mut reader) = (String::new(), [0; 4_096], pair.master.try_clone_reader().unwrap());
        while !seen.to_lowercase().contains(&asked.to_lowercase()) {
            let count = reader.read(&mut bytes).unwrap();
            seen += &String::from_utf8_lossy(&bytes[..count]);
        }
        drop((reader, pair.master));
        assert_eq!(child.wait().unwrap().exit_code(), 130, "{arguments:?}");
    }
}

#[test]
fn help_that_cannot_be_written_is_no_success() {
    let into = |arguments: &[&str], file: &str| {
        let out = File::options().write(true).open(file).unwrap();
        let ran = command(arguments).stdout(out).output().unwrap();
        (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
    };
    for arguments in [&["--help"][..], &["-h"], &["--version"], &["batch", "--help"], &["help", "score"]] {
        let (code, stderr) = into(arguments, "/dev/full");
        assert_eq!(code, Some(3), "{arguments:?}");
        assert!(stderr.starts_with("error: cannot write to stdout: "), "{stderr}");
        assert_eq!(into(arguments, "/dev/null"), (Some(0), String::new()), "{arguments:?}");
    }
    assert_eq!(run(&["--hlep"]).code, 2);
}

#[test]
fn a_form_without_an_answer_is_no_starter() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for name in ["form.toml", "form.csv", "form.xlsx"] {
        assert_eq!(run(&["template", "-o", &file(name)]).code, 0);
    }
    fs::write(file("row.csv"), "who,skills-path,skills-onboarding\nAcme,,\n").unwrap();
    for name in ["form.toml", "row.csv"] {
        for command in ["score", "plan"] {
            let Ran { code, stdout, stderr } = run(&[command, &file(name)]);
            assert_eq!((code, stdout.as_str()), (3, ""), "{command} {name}");
            assert!(stderr.contains("no question is answered"), "{command} {name}: {stderr}");
        }
    }
}

#[test]
fn rejects_that_nobody_takes_are_not_lost_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let rows: String = (0..40_000).map(|row| format!("respondent {row},nonsense\n")).collect();
    fs::write(folder.path().join("in.csv"), format!("who,skills-path\nA,5\n{rows}")).unwrap();
    // Whoever reads the rejects sees the header, or nothing, and goes away.
    for reader in ["head -1 >/dev/null", "exec <&-"] {
        let script = "\"$0\" batch in.csv -o out.csv --rejects rejects; echo $?";
        let script = format!("mkfifo rejects; {{ {reader}; }} <rejects & {script}");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_cxm")]).current_dir(folder.path());
        let ran = shell.stderr(Stdio::null()).output().unwrap();
        assert_eq!(String::from_utf8(ran.stdout).unwrap(), "3\n", "{reader}");
        assert!(!folder.path().join("out.csv").exists(), "{reader}");
        fs::remove_file(folder.path().join("rejects")).unwrap();
    }
}
