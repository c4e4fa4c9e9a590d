//! Headers of another width than their rows: read where the cells tell what is meant, else said.

use crate::program::{Ran, command, run_with};

const QUESTIONS: &str = "skills-onboarding,skills-training,skills-path,skills-change";

fn batch(table: &str) -> Ran {
    run_with(&mut command(&["batch", "-", "-f", "csv", "--scale", "points"]), table)
}

#[test]
fn a_header_that_ends_in_a_delimiter_has_no_column_more() {
    let rows = "Ada,3,2,2,1\nBen,1,1,3,\nEva,5,3,5,4\n";
    let right = batch(&format!("Name,{QUESTIONS}\n{rows}"));
    let ran = batch(&format!("Name,{QUESTIONS},\n{rows}"));
    assert_eq!((ran.code, &ran.stdout), (0, &right.stdout), "{}", ran.stderr);
    assert!(ran.stderr.contains("the header ends in a delimiter, and rows do not"), "{}", ran.stderr);
    for delimiter in [";", "\t"] {
        let ran = batch(&format!("Name,{QUESTIONS},\n{rows}").replace(',', delimiter));
        assert_eq!((ran.code, &ran.stdout), (0, &right.stdout), "{}", ran.stderr);
    }
    // Where all lines end so, nothing is to be said.
    let ran = batch(&format!("Name,{QUESTIONS},\n{}", rows.replace('\n', ",\n")));
    assert_eq!((ran.code, ran.scores()), (0, right.scores()), "{}", ran.stderr);
    assert!(!ran.stderr.contains("delimiter"), "{}", ran.stderr);
}

#[test]
fn a_row_that_lacks_a_cell_is_never_read_as_if_it_lacked_the_last() {
    for rows in ["3,2,2,1,\n1,1,3,2,\n", "Ada,3,2,2,1\nBen,1,3,2,4,5\n", "Ada,3,2,2,1\nBen,1,1,3\n"] {
        let ran = batch(&format!("Name,{QUESTIONS},\n{rows}"));
        assert_ne!(ran.code, 0, "{rows}{}{}", ran.stdout, ran.stderr);
        assert!(!ran.stdout.contains("\n3,") && !ran.stdout.contains("\n1,"), "{rows}{}{}", ran.stdout, ran.stderr);
    }
    let ran = batch(&format!("Name,{QUESTIONS},\n3,2,2,1,\n1,1,3,2,\n"));
    assert!(ran.stderr.contains("take it away if they lack none"), "{}", ran.stderr);
}

#[test]
fn names_of_rows_without_a_header_are_told_from_one_more_cell_behind() {
    let named = "\"1\",\"Ada\",3,2,2,1\n\"2\",\"Ben\",1,1,3,2\n\"3\",\"Eva\",5,3,5,4\n";
    let right = batch(&format!("row,Name,{QUESTIONS}\n{named}")).scores();
    let ran = batch(&format!("\"Name\",{QUESTIONS}\n{named}"));
    assert_eq!((ran.code, ran.scores()), (0, right), "{}", ran.stderr);
    assert!(ran.stderr.contains("as R writes them: the first cell of a row is taken for its name"), "{}", ran.stderr);
    // Either may be meant, and rows must not be read as if they ended in a delimiter where they may be counted.
    let counted = "\"1\",3,2,2,1,\n\"2\",1,1,3,2,\n\"3\",5,3,5,4,\n";
    let open = "\"1\",3,2,2,\n\"2\",1,1,3,\n\"3\",5,3,5,\n";
    let headers = [format!("{QUESTIONS},Comment"), format!("Age,{QUESTIONS}"), QUESTIONS.to_owned()];
    for (header, rows) in headers.into_iter().zip([counted, counted, open]) {
        let ran = batch(&format!("{header}\n{rows}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{header}{rows}{}", ran.stderr);
    }
    let ran = batch(&format!("{QUESTIONS},Comment\n{}", counted.replacen(",\n", ",late\n", 1)));
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
    assert!(
        ran.stderr.starts_with("error: <stdin>: each row has one cell more than the header, and some"),
        "{}",
        ran.stderr
    );
    // Numbers of respondents are theirs.
    let ran = batch(&format!("Respondent ID,{QUESTIONS}\n{counted}"));
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{}", ran.stderr);
    for rows in ["1,3,2,2,1\n2,1,1,3,2\n", "Ada,3,2,2,1,5\nBen,1,1,3,2,5\n", "Ada,3,2,2,1,late\nBen,1,1,3,2,early\n"] {
        let header = if rows.starts_with("1,") { QUESTIONS.to_owned() } else { format!("Name,{QUESTIONS}") };
        let ran = batch(&format!("{header}\n{rows}"));
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 1), "{rows}{}{}", ran.stdout, ran.stderr);
        assert!(ran.stderr.contains("put a name for it and a delimiter before the header"), "{}", ran.stderr);
    }
}
