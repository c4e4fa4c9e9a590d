//! Whether answers were written on a scale that begins one point lower or higher than the assessment's: 0 to 4 for 1 to 5.
//!
//! Only the first rows are looked at. Nothing follows from it but a hint, and such an answer is refused all the same; save
//! where options are counted from 0, as codes of many programs are, and that is plain.

use super::plain;
use super::{Columns, Meaning};
use crate::definition::Definition;
use crate::table::{Record, skip_empty_lines};

/// How many rows are looked at.
const ROWS: usize = 1_000;

/// A scale of as many points as the assessment's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shifted {
    /// Where it begins, and where the assessment's does.
    pub first: u32,
    pub lowest: u32,
    /// How many points it has.
    pub count: u32,
    /// Whether it can only be the options counted from 0: the worst of them answers questions that always apply, so that 0
    /// is no word for "not applicable", and the best one is chosen too.
    pub from_zero: bool,
}

/// The scale of the first rows, of which `records` are the bytes, if they use the points just outside of one end of the
/// assessment's and never those of the other end.
pub fn shifted(definition: &Definition, columns: &Columns, records: &[u8], delimiter: u8) -> Option<Shifted> {
    let points = || definition.questions().map(|(_, question)| question.options.iter().map(|option| option.points));
    let scale: Vec<u32> = points().next()?.collect();
    let (lowest, highest) = (*scale.first()?, *scale.last()?);
    if points().any(|points| !points.eq(lowest..=highest)) {
        return None;
    }
    let always = |at: usize| definition.question(at).is_some_and(|(_, question)| !question.not_applicable.is_allowed());
    // Which points are used, up to the one above the scale.
    let mut used = vec![false; usize::try_from(highest).ok()? + 2];
    let mut always_zero = false;
    let mut record = Record::default();
    let mut at = 0;
    for _ in 0..ROWS {
        (at, _) = skip_empty_lines(records, at);
        if at == records.len() {
            break;
        }
        at = record.read(records, at, delimiter);
        for (column, cell) in columns.list.iter().zip(record.fields()) {
            if let Meaning::Question(question, _) = column.meaning {
                let points = points_in(cell);
                let place = points.and_then(|points| usize::try_from(points).ok()).and_then(|at| used.get_mut(at));
                place.into_iter().for_each(|used| *used = true);
                always_zero |= points == Some(0) && always(question);
            }
        }
    }
    let is_used = |points: u32| usize::try_from(points).is_ok_and(|at| used[at]);
    let from_zero = lowest == 1 && always_zero && is_used(highest - 1);
    let scale = |first: u32| Shifted { first, lowest, count: highest - lowest + 1, from_zero: from_zero && first == 0 };
    let below = lowest.checked_sub(1).filter(|below| is_used(*below) && !is_used(highest)).map(scale);
    let above = (is_used(highest + 1) && !is_used(lowest)).then(|| scale(lowest + 1));
    below.xor(above)
}

/// The points that a cell is; most are a digit, which needs no closer look.
fn points_in(cell: &[u8]) -> Option<u32> {
    match cell {
        [] => None,
        [digit @ b'0'..=b'9'] => Some(u32::from(digit - b'0')),
        _ => plain(std::str::from_utf8(cell).ok()?).parse().ok(),
    }
}
