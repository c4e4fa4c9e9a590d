//! Rows of headings below the header: programs write ids, the texts of questions, or words such as `Response` there.
//!
//! What such a row has under a question is the name of the question and no answer to it, so that no row of answers can
//! be taken for one.

use super::words::is_numbering;
use crate::mapping::{Cells, Column, Columns, Matcher, Meaning, plain};
use crate::table::{HeaderWords as _, Record};

/// Among how many lines below the header headings are looked for.
pub(super) const LINES: u64 = 5;

/// So many questions are numbered at least, one after another.
const NUMBERED: usize = 4;

/// So many headers that are repeated are no chance: one alone may be a word for what it heads.
const NAMED: usize = 2;

/// Words that stand under the header of a question in place of its options.
const WORDS: [&str; 22] = [
    "response",
    "responses",
    "open-ended response",
    "selected choice",
    "answer",
    "回答",
    "自由回答",
    "自由記述",
    "選択肢",
    "score",
    "rating",
    "points",
    "value",
    "level",
    "punkte",
    "wert",
    "bewertung",
    "antwort",
    "点数",
    "評価",
    "スコア",
    "得点",
];

/// What a row is that may have headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    No,
    /// Of the columns as they are.
    Own,
    /// Of columns in another order: another table begins.
    Other,
    /// What a form calls its questions by: of these, if nobody stands above, and else of another table.
    Codes,
}

/// Whether a row has headings and no answers.
pub(super) fn heading(record: &Record, columns: &Columns, cells: &Cells, matcher: &Matcher) -> Heading {
    let (mut headings, mut answers, mut others, mut elsewhere, mut tells) = (0, 0, 0, 0, false);
    // What a quote opens in it may be rows of respondents.
    if record.unclosed {
        return Heading::No;
    }
    for (column, cell) in columns.list.iter().zip(record.fields()) {
        let Ok(text) = std::str::from_utf8(cell) else { return Heading::No };
        let folded = plain(text);
        if folded.is_empty() {
            continue;
        }
        let names = is_word(&folded) || is_import_id(&folded);
        match column.meaning {
            Meaning::Question(question, _) if is_answer(cells, question, text) => answers += 1,
            Meaning::QuestionOption(question, answer) if !names && cells.is_chosen(question, answer, text).is_ok() => {
                answers += 1;
            }
            Meaning::Question(..) | Meaning::QuestionOption(..) if names => headings += 1,
            Meaning::Question(at, _) | Meaning::QuestionOption(at, _) => match matcher.names(&[text])[0] {
                Some(named) => {
                    headings += 1;
                    elsewhere += usize::from(named != at);
                }
                None => others += 1,
            },
            Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::Metadata => {
                tells |= !names && !column.header.trim().is_empty();
            }
        }
    }
    if headings > 0 && answers == 0 && headings <= others {
        // A header of other columns has names of questions under those that are none here.
        let carried = columns.list.iter().zip(record.fields()).filter(|(column, _)| column.is_carried());
        let cells: Vec<&str> = carried.filter_map(|(_, cell)| std::str::from_utf8(cell).ok()).collect();
        let beyond = matcher.names(&cells).iter().flatten().count();
        (headings, elsewhere) = (headings + beyond, elsewhere + beyond);
    }
    if headings == 0 && answers == 0 && others >= NUMBERED && are_codes(record, columns, cells.most_options()) {
        return Heading::Codes;
    }
    // Options stand among the headings where a question has a column for each: then nobody is named beside them.
    match headings > 0 && if answers > 0 { !tells } else { headings > others } {
        true if elsewhere > 0 => Heading::Other,
        true => Heading::Own,
        false if headings == 0 && repeats_header(record, columns) => Heading::Own,
        false => Heading::No,
    }
}

/// Whether a row has the codes of a form under questions, such as `Q1` and `Q2`, and others than the header: more than any question has
/// options, so that they are no codes of these.
fn are_codes(record: &Record, columns: &Columns, most: usize) -> bool {
    let asks = |column: &Column| matches!(column.meaning, Meaning::Question(..) | Meaning::QuestionOption(..));
    let cells = columns.list.iter().zip(record.fields()).filter(|(column, _)| asks(column));
    let cells: Vec<(String, String)> =
        cells.map(|(column, cell)| (plain(&column.header), plain(&String::from_utf8_lossy(cell)))).collect();
    let mut all: Vec<&str> = cells.iter().map(|(_, cell)| cell.as_str()).filter(|cell| !cell.is_empty()).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    let number = |cell: &&str| cell[cell.trim_end_matches(|c: char| c.is_ascii_digit()).len()..].parse::<usize>().ok();
    let are_more = all.len() > most && all.iter().filter_map(number).max() > Some(most);
    let is_header = || cells.iter().all(|(header, cell)| cell.is_empty() || header == cell);
    all.len() == count && are_more && all.iter().all(|cell| is_code(cell)) && !is_header()
}

/// Whether a text is as forms call their questions: `Q1`, `Q12_3`, `F4`, `VAR007`, `問3`.
pub(super) fn is_code(folded: &str) -> bool {
    let letters = folded.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '.' | '-'));
    let is_short = (1..=3).contains(&letters.chars().count()) || is_numbering(letters.trim_end());
    letters.len() < folded.len() && is_short && letters.chars().all(|c| c.is_alphabetic() || c == ' ')
}

/// Whether a row numbers the questions, from first to last or anew in each group: with a word for numbers before them, or further than
/// any answer goes.
pub(super) fn numbers_columns(record: &Record, columns: &Columns, most: usize) -> bool {
    let (mut last, mut first, mut count, mut groups, mut greatest) = (None, None, 0usize, 0usize, 0);
    let mut named = false;
    for (column, cell) in columns.list.iter().zip(record.fields()).filter(|(_, cell)| !cell.trim_ascii().is_empty()) {
        let folded = plain(&String::from_utf8_lossy(cell));
        if column.is_carried() {
            if !is_numbering(&folded) {
                return false;
            }
            named = true;
            continue;
        }
        let Ok(number) = folded.parse::<usize>() else { return false };
        let (begin, next) = (*first.get_or_insert(number), last.map(|last: usize| last + 1));
        groups += usize::from(next != Some(number));
        if !(next == Some(number) || number == begin) || begin > 1 {
            return false;
        }
        (last, count, greatest) = (Some(number), count + 1, greatest.max(number));
    }
    let run = count.checked_div(groups).unwrap_or_default();
    (named && run >= NUMBERED)
        || (run >= NUMBERED && groups > 1 && count >= 2 * NUMBERED)
        || (groups == 1 && count >= 2 * NUMBERED && greatest > most)
}

/// Whether a row has the headers of what is carried along below these, and nothing else there: whatever stands below the questions, it
/// tells of nobody.
fn repeats_header(record: &Record, columns: &Columns) -> bool {
    let carried = columns.list.iter().zip(record.fields()).filter(|(column, _)| column.is_carried());
    let told = carried.map(|(column, cell)| (plain(&column.header), plain(&String::from_utf8_lossy(cell))));
    let mut told = told.filter(|(header, cell)| !(header.is_empty() && cell.is_empty()));
    let first = told.by_ref().take(NAMED).filter(|(header, cell)| header == cell).count();
    first == NAMED && told.all(|(header, cell)| header == cell)
}

/// Whether a row of headings calls what is carried along as the header does, as far as it calls it anything.
pub(super) fn calls_alike(record: &Record, columns: &Columns) -> bool {
    let carried = columns.list.iter().zip(record.fields()).filter(|(column, _)| column.is_carried());
    let named = carried.filter(|(column, _)| !column.header.trim().is_empty());
    let mut called =
        named.map(|(column, cell)| (plain(&column.header), plain(&String::from_utf8_lossy(cell)))).peekable();
    let none = called.peek().is_none();
    let (alike, others): (Vec<_>, Vec<_>) =
        called.filter(|(_, cell)| !(cell.is_empty() || is_import_id(cell))).partition(|(header, cell)| header == cell);
    none || (others.is_empty() && !alike.is_empty())
}

pub(super) fn is_answer(cells: &Cells, question: usize, text: &str) -> bool {
    cells.read(question, text).is_ok() || text.trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_word(folded: &str) -> bool {
    WORDS.contains(&folded)
}

/// Qualtrics writes an object for each column.
fn is_import_id(folded: &str) -> bool {
    folded.starts_with('{') && folded.contains("importid")
}
