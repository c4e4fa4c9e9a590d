//! The criteria as rows of CSV, for spreadsheets and programs. The heads are the keys of the JSON, in every language.
//! Text that a spreadsheet would take for a formula gets an apostrophe in front.

use super::model::{Criterion, Report};
use crate::exact::Score;
use crate::score::InPlace;
use crate::text::not_formula;

/// One row for each criterion.
pub fn render(report: &Report) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut head = vec![
        "organisation",
        "date",
        "level",
        "criterion",
        "name",
        "low",
        "high",
        "in_place",
        "threshold",
        "weight",
        "open",
        "not_applicable",
    ];
    if report.previous.is_some() {
        head.extend(["previous_low", "previous_high"]);
    }
    // Writing to memory cannot fail, and every row has as many cells as the head.
    let _ = writer.write_record(head);
    for criterion in &report.criteria {
        let _ = writer.write_record(row(report, criterion).iter().map(String::as_str));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn row(report: &Report, criterion: &Criterion) -> Vec<String> {
    let text = |text: &str| not_formula(text).into_owned();
    let score = |score: Option<Score>| score.map(|score| score.to_string()).unwrap_or_default();
    let mut row = vec![
        text(report.subject().unwrap_or_default()),
        text(report.date().unwrap_or_default()),
        text(&report.level.id),
        text(&criterion.id),
        text(&criterion.name),
        score(criterion.low),
        score(criterion.high),
        in_place(criterion.in_place).to_owned(),
        criterion.threshold.to_string(),
        criterion.weight.to_string(),
        criterion.open.to_string(),
        criterion.not_applicable.to_string(),
    ];
    if let Some(previous) = &report.previous {
        let before = previous.criteria.iter().find(|before| before.id == criterion.id);
        row.push(score(before.and_then(|before| before.low)));
        row.push(score(before.and_then(|before| before.high)));
    }
    row
}

/// As in the JSON.
fn in_place(in_place: InPlace) -> &'static str {
    match in_place {
        InPlace::Yes => "yes",
        InPlace::No => "no",
        InPlace::Open => "open",
        InPlace::NotApplicable => "n/a",
    }
}
