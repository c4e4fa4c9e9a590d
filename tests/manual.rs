//! `cxm completions` and `cxm man`.

use crate::program::run;

/// The commands that `cxm --help` lists, without `help` itself.
fn commands() -> Vec<String> {
    let help = run(&["--help"]).stdout;
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let first = |line: &str| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')).map(str::to_owned);
    let names = list.lines().filter_map(|line| Some(first(line)?.split_whitespace().next()?.to_owned()));
    names.filter(|name| name != "help").collect()
}

#[test]
fn every_shell_completes_every_command() {
    let commands = commands();
    assert!(commands.len() >= 10, "{commands:?}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = run(&["completions", shell]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        for command in &commands {
            assert!(ran.stdout.contains(command), "{shell} lacks {command}");
        }
    }
}

#[test]
fn bash_takes_its_script() {
    let script = run(&["completions", "bash"]).stdout;
    let ask = "\nCOMP_WORDS=(cxm sc); COMP_CWORD=1; _cxm cxm sc cxm; echo \"${COMPREPLY[@]}\"";
    let output = std::process::Command::new("bash").args(["--norc", "-c", &(script + ask)]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said, "score schema\n", "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn there_is_a_page_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("man1");
    let ran = run(&["man", "-o", path.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    let pages = std::fs::read_dir(&path).unwrap().map(|page| page.unwrap().file_name().into_string().unwrap());
    let mut pages: Vec<String> = pages.collect();
    pages.sort();
    let mut expected: Vec<String> = commands().iter().map(|command| format!("cxm-{command}.1")).collect();
    expected.insert(0, "cxm.1".to_owned());
    expected.sort();
    assert_eq!(pages, expected);
    assert_eq!(run(&["man"]).stdout, std::fs::read_to_string(path.join("cxm.1")).unwrap());
    let page = std::fs::read_to_string(path.join("cxm-plan.1")).unwrap();
    insta::assert_snapshot!(page.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}
