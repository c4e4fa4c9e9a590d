//! What the form works out by itself: which questions are open, and what its file could be called.
//!
//! These formulas name cells and hold no text of the definition, which may be longer than a formula's text can be.

use crate::definition::{Condition, Holds};

/// A fact in the form: its id, and of each option the id and a formula of whether it holds.
pub(super) struct Told {
    pub fact: String,
    pub options: Vec<(String, String)>,
}

/// Gives `mark` where the question that is answered in this cell is asked and open.
pub(super) fn open(answer: &str, condition: &Condition, facts: &[Told], mark: &str) -> String {
    let mut settled = vec![format!("{answer}<>\"\"")];
    settled.extend(condition.only_if.iter().map(|one| {
        let told = any(told(one, facts).options.iter().map(|(_, holds)| holds.as_str()));
        format!("AND({told},NOT({}))", holds(one, facts))
    }));
    if !condition.unless.is_empty() {
        let barred: Vec<String> = condition.unless.iter().map(|one| holds(one, facts)).collect();
        settled.push(format!("AND({})", barred.join(",")));
    }
    format!("=IF({},\"\",\"{mark}\")", any(settled.iter().map(String::as_str)))
}

/// How many marks there are in a column of the form, and the number of the question that has the first.
pub(super) fn count(marks: &str, numbers: &str, mark: &str, before: &str, after: &str) -> String {
    let many = format!("COUNTIF({marks},\"{mark}\")");
    let first = format!("INDEX({numbers},MATCH(\"{mark}\",{marks},0))");
    format!("=IF({many}=0,\"0\",{many}&\"{before}\"&{first}&\"{after}\")")
}

/// The assessment's id and what these cells say, without what the name of a file cannot hold.
pub(super) fn file_name(id: &str, cells: &[String]) -> String {
    let parts = cells.iter().map(|cell| {
        let clean = ["\\", "/", ":", "*", "?", "\"\"", "<", ">", "|", " ", "\u{3000}"]
            .iter()
            .fold(format!("CLEAN(TRIM({cell}))"), |text, sign| format!("SUBSTITUTE({text},\"{sign}\",\"-\")"));
        format!("&IF({cell}=\"\",\"\",\"_\"&LEFT({clean},40))")
    });
    format!("=\"{id}\"{}&\".xlsx\"", parts.collect::<String>())
}

fn told<'a>(one: &Holds, facts: &'a [Told]) -> &'a Told {
    facts.iter().find(|told| told.fact == one.fact).expect("a definition has the facts that it names")
}

/// Whether one of the options that are named holds.
fn holds(one: &Holds, facts: &[Told]) -> String {
    let options = told(one, facts).options.iter();
    any(options.filter(|(id, _)| one.options.contains(id)).map(|(_, holds)| holds.as_str()))
}

fn any<'a>(conditions: impl Iterator<Item = &'a str>) -> String {
    format!("OR({})", conditions.collect::<Vec<_>>().join(","))
}
