//! Whether answers were written on a scale that begins one point higher than the assessment's: 1 to 5 for 0 to 4.
//!
//! Only the first rows are looked at, and nothing follows from it but a hint: such an answer is refused all the same.

use super::plain;
use super::{Columns, Meaning};
use crate::definition::Definition;
use crate::table::{Record, skip_empty_lines};

/// How many rows are looked at.
const ROWS: usize = 1_000;

/// The lowest and the highest points of the assessment, if the first rows, of which `records` are the bytes, use the one
/// above the highest and never the lowest.
pub fn shifted(definition: &Definition, columns: &Columns, records: &[u8], delimiter: u8) -> Option<(u32, u32)> {
    let points = || definition.questions().map(|(_, question)| question.options.iter().map(|option| option.points));
    let scale: Vec<u32> = points().next()?.collect();
    let (lowest, highest) = (*scale.first()?, *scale.last()?);
    if points().any(|points| !points.eq(lowest..=highest)) {
        return None;
    }
    let mut beyond = false;
    let mut record = Record::default();
    let mut at = 0;
    for _ in 0..ROWS {
        (at, _) = skip_empty_lines(records, at);
        if at == records.len() {
            break;
        }
        at = record.read(records, at, delimiter);
        for (column, cell) in columns.list.iter().zip(record.fields()) {
            if matches!(column.meaning, Meaning::Question(..)) {
                let points = std::str::from_utf8(cell).ok().and_then(|cell| plain(cell).parse::<u32>().ok());
                if points == Some(lowest) {
                    return None;
                }
                beyond |= points == Some(highest + 1);
            }
        }
    }
    beyond.then_some((lowest, highest))
}
