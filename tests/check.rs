//! `cxm check`.

use std::fs;

use insta::assert_snapshot;

use crate::program::{root, run};

#[test]
fn what_is_bundled_passes() {
    assert_snapshot!(run(&["check", "assessments"]).page(), @r"
    exit 0
    ----- stdout
    ----- stderr
    checked 1 definition and 1 translation: no findings
    ");
}

#[test]
fn a_case_that_does_not_come_out() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(root().join("assessments/cx-maturity.toml")).unwrap();
    let text =
        text.replace("expect = { level = \"champion\", overall = 75.0", "expect = { level = \"riser\", overall = 75.1");
    fs::write(folder.path().join("cx-maturity.toml"), text).unwrap();
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_cxm"))
        .current_dir(folder.path())
        .env_clear()
        .args(["check", "cx-maturity.toml"])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert_snapshot!(String::from_utf8(ran.stdout).unwrap());
}

#[test]
fn a_folder_without_definitions() {
    assert_snapshot!(run(&["check", "src"]).page(), @r"
    exit 3
    ----- stdout
    ----- stderr
    error: there is no definition in src
    ");
}
