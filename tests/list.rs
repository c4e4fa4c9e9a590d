//! `cxm list`, and what the program says of itself.

use insta::assert_snapshot;

use crate::program::run;

#[test]
fn the_bundled_assessments() {
    assert_snapshot!(run(&["list"]).page());
}

#[test]
fn help() {
    assert_snapshot!(run(&["--help"]).page());
    assert_snapshot!(run(&["score", "--help"]).page());
}

#[test]
fn wrong_usage() {
    assert_snapshot!("without_a_command", run(&[]).page());
    assert_snapshot!(run(&["scroe"]).page());
    assert_snapshot!(run(&["score"]).page());
}
