//! The drafts of surveys: found again by their list, removed by name, and pointed out where a name is nearly the same.

use std::path::Path;

use crate::program::{Ran, command, run_with};

fn assess(home: &Path, arguments: &[&str], answers: &str) -> Ran {
    let mut run = command(&[&["assess"], arguments].concat());
    run_with(run.env("HOME", home).env("XDG_STATE_HOME", home.join("state")), answers)
}

#[test]
fn drafts_are_listed_forgotten_and_told_apart() {
    let home = tempfile::tempdir().unwrap();
    let none = assess(home.path(), &["--list"], "");
    assert_eq!((none.code, none.stdout.as_str(), none.stderr.as_str()), (0, "", "There are no drafts.\n"));
    let begin = |organisation: &str, assessment: &str| {
        let whose = ["--plain", "--lang", "en", "--respondent", "Jo", "--organisation", organisation, assessment];
        assess(home.path(), &whose, "\n\n\n\n\n\n\n3\n3\nq\n").stderr
    };
    assert!(!begin("Acme Ltd", "cx-maturity").contains("There is a draft of"));
    let alike = begin("Acme", "cx-maturity");
    let said = "There is a draft of \"Acme Ltd\" too. If that is the same organisation as \"Acme\", leave (q) and go on with it: \
                cxm assess --organisation 'Acme Ltd'\n";
    assert_eq!(alike.matches(said).count(), 1, "{alike}");
    // Nor is it said of another assessment, nor when one goes on.
    assert!(!begin("Acme", "omnichannel").contains("There is a draft of"));
    assert!(!assess(home.path(), &["--plain", "--resume", "--organisation", "Acme"], "q\n").stderr.contains("too."));
    let folder = home.path().join("state/cxm/drafts");
    std::fs::write(folder.join("cx-maturity-x.toml.bak"), "no answers").unwrap();
    let list = || {
        let listed = assess(home.path(), &["--list"], "").stdout;
        let date = jiff::Zoned::now().date().to_string();
        listed.replace(home.path().to_str().unwrap(), "~").replace(&date, "TODAY")
    };
    insta::assert_snapshot!(list());
    let forgotten = assess(home.path(), &["--forget", "ACME"], "");
    assert_eq!(forgotten.code, 0, "{}", forgotten.stderr);
    let aside = folder.join("cx-maturity-x.toml.bak");
    assert_eq!(assess(home.path(), &["--forget", aside.to_str().unwrap()], "").code, 0);
    insta::assert_snapshot!(list());
    let again = assess(home.path(), &["--forget", "Acme"], "");
    assert_eq!(again.code, 2, "{}", again.stderr);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "no lock is left either");
}

#[cfg(target_os = "linux")]
#[test]
fn answers_are_not_kept_in_what_is_no_file() {
    let home = tempfile::tempdir().unwrap();
    let huge = home.path().join("huge.toml");
    std::fs::File::create(&huge).unwrap().set_len(1 << 40).unwrap();
    for (path, why) in [(Path::new("/dev/full"), "it is no file"), (&huge, "too large")] {
        let arguments = ["--plain", "--lang", "en", "--organisation", "A", "--respondent", "J", "-o"];
        let ran = assess(home.path(), &[&arguments, &[path.to_str().unwrap()][..]].concat(), "\n\n\n\n\n\n3\nq\n");
        assert!(ran.code == 3 && ran.stderr.contains(why), "{}: {}", ran.code, ran.stderr);
    }
    assert_eq!(std::fs::metadata(&huge).unwrap().len(), 1 << 40, "it is as it was");
}

#[test]
fn what_the_system_says_of_the_language_is_not_asked() {
    let home = tempfile::tempdir().unwrap();
    let assess = |locale: &str| {
        let mut command = command(&["assess", "--plain", "--organisation", "A", "--respondent", "J", "omnichannel"]);
        command.env("HOME", home.path()).env("LC_ALL", locale);
        run_with(&mut command, "q\n")
    };
    for (locale, asks, says) in [
        ("ja_JP.UTF-8", false, "番号を入力してEnterを押してください"),
        ("en_GB.UTF-8", false, "Type the number of your answer"),
        ("C.UTF-8", true, ""),
        ("fr_FR.UTF-8", true, ""),
    ] {
        let ran = assess(locale);
        let said = ran.stdout + &ran.stderr;
        assert_eq!(said.contains("日本語"), asks, "{locale}\n{said}");
        assert!(said.contains(says), "{locale}\n{said}");
    }
}
