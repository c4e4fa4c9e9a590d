//! Averages, counts and totals below the last respondent, or above the first: what such a row looks like.
//!
//! It has figures, perhaps a word for what it is, and nothing else that a respondent would tell. Where the figures could be
//! answers too, it is not decided here: the row is refused by name.

use super::words::{is_code, is_figure, is_label, is_total, is_word};
use crate::definition::Definition;
use crate::mapping::{Cells, Columns, Meaning, plain};
use crate::table::Record;

/// How many rows are looked at that may be figures at the foot.
pub(super) const ROWS: usize = 20;
/// How many rows beside them are looked at to tell what respondents say of themselves.
pub(crate) const BESIDE: usize = 8;

/// What a row at the end of a table looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A respondent, or anything else.
    Other,
    /// No cell of it says anything.
    Blank,
    /// A row of figures, which no respondent can have given.
    Figures,
    /// Figures that could be answers too, and a word for them in this column.
    Either(usize),
    /// Numbers that could be answers, and at most a name that could be a word for figures.
    Nameless,
    /// Numbers that are what all others sum up to.
    Repeats,
}

impl Look {
    /// Whether a word tells that they are figures: so it does wherever they stand.
    pub(crate) fn is_named(self) -> bool {
        matches!(self, Self::Figures | Self::Either(_))
    }
}

/// What a row looks like, were it at the edge of a table. What stands in the column `aside` says which table it is.
pub(super) fn look(
    record: &Record,
    columns: &Columns,
    cells: &Cells,
    definition: &Definition,
    aside: Option<usize>,
) -> Look {
    if record.fields().skip(columns.list.len()).any(|cell| !cell.is_empty()) {
        return Look::Other;
    }
    let (mut word, mut figures, mut answers, mut impossible, mut label) = (None, false, false, false, false);
    // Whether answers are texts, whether the word can be nobody's name, and how many codes and whole numbers may be somebody's own.
    let (mut texts, mut total, mut own, mut code) = (false, false, 0, false);
    for (at, (column, cell)) in columns.list.iter().zip(record.fields()).enumerate() {
        if cell.is_empty() {
            continue;
        }
        let Ok(text) = std::str::from_utf8(cell) else { return Look::Other };
        let folded = plain(text);
        if matches!(folded.as_str(), "" | "-" | "–" | "—") || aside == Some(at) {
            continue;
        }
        let carried = column.is_carried();
        if carried && tells_nothing(cell) {
            continue;
        }
        let can_answer = || match column.meaning {
            Meaning::Question(question, _) => could_answer(cells, definition, question, &folded),
            Meaning::QuestionOption(question, answer) => cells.is_chosen(question, answer, text).is_ok(),
            Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::Metadata => true,
        };
        if is_figure(&folded) {
            figures = true;
            answers |= !carried;
            impossible |= !can_answer();
            own += usize::from(carried && folded != "0" && !folded.contains(['.', ',']));
        } else if word.is_none() && (carried || at == 0) && is_word(&folded) {
            figures |= folded.bytes().any(|byte| byte.is_ascii_digit());
            word = Some(at);
            total = is_total(&folded);
        } else if carried && !label && is_label(&folded) {
            label = true;
        } else if carried && own == 0 && is_code(&folded) {
            (own, code) = (1, true);
        } else if !carried && can_answer() {
            texts = true;
        } else {
            return Look::Other;
        }
    }
    match word {
        None if is_blank(record) => Look::Blank,
        None if answers && !texts && own == 0 => Look::Nameless,
        // What is one respondent's own is less than others tell only where these tell more.
        None if (answers || texts) && own + usize::from(label) < 2 && tellable(columns, aside) > 1 => Look::Nameless,
        None => Look::Other,
        // Without a figure or an answer it is a respondent who has answered nothing.
        Some(_) if !(figures || texts) || code || (label && !total) => Look::Other,
        // The most frequent answers, or the right ones.
        Some(at) if texts => Look::Either(at),
        Some(_) if impossible || !answers => Look::Figures,
        Some(at) => Look::Either(at),
    }
}

/// How many columns may tell of who answers.
fn tellable(columns: &Columns, aside: Option<usize>) -> usize {
    columns.list.iter().filter(|column| column.is_carried()).count() - usize::from(aside.is_some())
}

/// Where in a block of whole records the rows begin that may be at the foot, and some respondents beside them; `look` tells
/// how a row looks, and whether it answers anything. It is not looked at what stands in quotes: whoever reads the block has
/// to look at each row from there on.
pub(super) fn begins(bytes: &[u8], delimiter: u8, look: impl Fn(&Record) -> (Look, bool)) -> usize {
    let mut record = Record::default();
    let (mut begin, mut rest, mut figures, mut beside, mut inside) = (bytes.len(), bytes, 0, 0, false);
    loop {
        let (start, line) = last_line(rest);
        if line.is_empty() || record.read(line, 0, delimiter) < line.len() {
            return begin;
        }
        let (look, answers) = look(&record);
        inside |= look == Look::Other;
        match look {
            Look::Blank => {}
            Look::Nameless | Look::Other if inside => beside += usize::from(answers),
            _ => figures += usize::from(!inside),
        }
        if figures > ROWS || beside > BESIDE {
            return begin;
        }
        (begin, rest) = (start, &rest[..start]);
    }
}

/// Whether the last of whole records, which stands in one line, looks like anything but a row at the foot.
pub(super) fn ends_inside(bytes: &[u8], delimiter: u8, look: impl Fn(&Record) -> Look) -> bool {
    let mut record = Record::default();
    let (_, line) = last_line(bytes);
    // Behind a line end within quotes, one quote is left over.
    let whole = memchr::memchr_iter(b'"', line).count().is_multiple_of(2);
    whole && !line.is_empty() && record.read(line, 0, delimiter) == line.len() && look(&record) == Look::Other
}

/// The last line that is not empty and where it begins, without the line end.
fn last_line(bytes: &[u8]) -> (usize, &[u8]) {
    let ended = bytes.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
    let start = memchr::memrchr2(b'\n', b'\r', &bytes[..ended]).map_or(0, |end| end + 1);
    (start, &bytes[start..ended])
}

/// Whether a figure could answer a question: by its points, or by the number of an option.
fn could_answer(cells: &Cells, definition: &Definition, question: usize, figure: &str) -> bool {
    let options = definition.question(question).map_or(0, |(_, question)| question.options.len());
    figure.parse::<usize>().is_ok_and(|number| number <= options) || cells.read(question, figure).is_ok()
}

/// Whether a cell that is carried along says nothing, as people and programs write it where there is nothing to say.
pub(super) fn tells_nothing(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii();
    // Most cells are longer.
    cell.is_empty()
        || (cell.len() <= 4
            && std::str::from_utf8(cell).is_ok_and(|text| {
                matches!(
                    plain(text).as_str(),
                    "" | "-" | "--" | "–" | "—" | "?" | "…" | "..." | "n/a" | "na" | "nan" | "null"
                )
            }))
}

/// Whether no cell of a row says anything.
pub(crate) fn is_blank(record: &Record) -> bool {
    // Most cells of a blank row hold nothing at all.
    record.fields().all(|cell| cell.trim_ascii().is_empty() || plain(&String::from_utf8_lossy(cell)).is_empty())
}
