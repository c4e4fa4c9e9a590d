//! Headers of another width than all rows below them: one that ends in a delimiter, and one without a name for the names of rows.
//!
//! Each is read only where the cells tell that nothing else is meant; else it is said what may be wrong, and each row is refused.

use std::collections::HashSet;

use super::assessment::Assessment;
use super::bytes::Reader;
use crate::mapping::{Columns, Meaning};
use crate::table::Opened;
use crate::words::batch_rows as say;

/// How many rows are looked at.
const ROWS: usize = 200;
/// How many columns of questions must agree.
const QUESTIONS: usize = 3;

/// Takes away the last cell of a header that has nothing in it, where no row has such a cell. What is to be said of it.
pub(super) fn without_last(opened: &mut Opened<Reader>) -> Option<&'static str> {
    let wanted = opened.header.len();
    if opened.header.last().is_none_or(|last| !last.trim().is_empty()) || opened.below().len() + 1 != wanted {
        return None;
    }
    let rows = opened.blocks.first_rows(ROWS);
    // A row that lacks a cell elsewhere, and ends in a delimiter, too, has as many.
    let full = rows.iter().any(|row| row.last().is_some_and(|last| !last.trim().is_empty()));
    if full && rows.iter().all(|row| row.len() + 1 == wanted) {
        opened.header.pop();
        return Some(say::ends_in_delimiter());
    }
    Some(say::perhaps_ends_in_delimiter())
}

/// Gives a header a first cell, and matches it anew, where rows have one cell more, and only so their cells are answers. What is to be
/// said of it, or why the rows cannot be read: where the last cell is empty, a delimiter may end them as well.
pub(super) fn with_names(
    opened: &mut Opened<Reader>,
    columns: &mut Columns,
    assessment: &Assessment,
) -> Result<Option<&'static str>, fn(&str) -> String> {
    let wanted = opened.header.len() + 1;
    if opened.below().len() != wanted {
        return Ok(None);
    }
    let rows = opened.blocks.first_rows(ROWS);
    if rows.iter().any(|row| row.len() != wanted) {
        return Ok(None);
    }
    let open = rows.iter().filter(|row| row.last().is_none_or(|last| last.trim().is_empty())).count();
    let header: Vec<String> = std::iter::once(String::new()).chain(opened.header.iter().cloned()).collect();
    let names: HashSet<&str> = rows.iter().map(|row| row[0].trim()).filter(|name| !name.is_empty()).collect();
    let named = assessment.matcher.columns(&header, &opened.below()).ok();
    let named = named.filter(|named| named.headings == 0 && names.len() == rows.len());
    let fits = |named: &Columns| answer(named, &rows, assessment).is_some_and(|strange| !strange);
    let strange = answer(columns, &rows, assessment) == Some(true);
    let is_counted = || (1..).zip(&rows).all(|(number, row): (usize, _)| row[0].trim() == number.to_string());
    match named.filter(fits) {
        Some(named) if strange => {
            (opened.header, *columns) = (header, named);
            Ok(Some(say::row_names()))
        }
        Some(_) if open == rows.len() && is_counted() && !counts(&opened.header[0]) => Err(say::counted_or_ended),
        _ if open == rows.len() => Ok(None),
        _ if open > 0 => Err(say::one_cell_more),
        _ => Ok(Some(say::perhaps_row_names())),
    }
}

/// Whether a column with this header may well count the rows.
fn counts(header: &str) -> bool {
    const COUNTING: &str =
        "id no nr num number row line record entry index case key respondent response participant uuid";
    let header = header.to_lowercase();
    let mut words = header.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| COUNTING.split_whitespace().any(|of| of == word))
        || ["#", "№", "番号", "連番", "通番", "回答者", "序号", "编号"].iter().any(|of| header.contains(of))
        || header.trim().is_empty()
}

/// Whether there is a column of a question without any answer; none where there are few columns, or some have other cells beside
/// answers.
fn answer(columns: &Columns, rows: &[Vec<String>], assessment: &Assessment) -> Option<bool> {
    let cells = assessment.cells(columns);
    let questions = columns.list.iter().enumerate().filter_map(|(at, column)| match column.meaning {
        Meaning::Question(question, _) => Some((at, question)),
        _ => None,
    });
    let (mut count, mut strange, mut mixed) = (0, false, false);
    for (at, question) in questions {
        let filled: Vec<&str> = rows.iter().map(|row| row[at].trim()).filter(|cell| !cell.is_empty()).collect();
        let answers = filled.iter().filter(|cell| cells.may_answer(question, cell)).count();
        count += 1;
        strange |= answers == 0 && !filled.is_empty();
        mixed |= answers > 0 && answers < filled.len();
    }
    (count >= QUESTIONS && (strange || !mixed)).then_some(strange)
}
