//! Averages, counts and totals below the last respondent.
//!
//! Only the last rows can be such, each with a word for what it is and figures, and with nothing else that a respondent
//! would tell. Where the figures could be answers too, it is not decided: the row is refused by name.

use std::collections::BTreeMap;

use super::Place;
use crate::definition::Definition;
use crate::mapping::{Cells, Columns, Meaning, plain};
use crate::table::Record;

/// How many rows of figures there may be. Where there are more, none is taken for such.
const ROWS: usize = 20;

/// What a row at the end of a table looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A respondent, or anything else.
    Other,
    /// No cell of it says anything.
    Blank,
    /// A row of figures, which no respondent can have given.
    Figures,
    /// Figures that could be answers too; the word for them and its column.
    Either(String, usize),
}

/// Words for figures about all rows above.
const WORDS: [&str; 78] = [
    "average",
    "averages",
    "avg",
    "avg.",
    "mean",
    "means",
    "arithmetic mean",
    "median",
    "mode",
    "average score",
    "mean score",
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sum",
    "sums",
    "total score",
    "count",
    "counts",
    "n",
    "number of responses",
    "responses",
    "total responses",
    "response count",
    "std dev",
    "std. dev.",
    "std deviation",
    "standard deviation",
    "stdev",
    "st. dev.",
    "sd",
    "variance",
    "min",
    "minimum",
    "max",
    "maximum",
    "durchschnitt",
    "mittelwert",
    "summe",
    "gesamt",
    "anzahl",
    "standardabweichung",
    "moyenne",
    "somme",
    "médiane",
    "écart-type",
    "nombre",
    "promedio",
    "media",
    "mediana",
    "suma",
    "gemiddelde",
    "totaal",
    "somma",
    "平均",
    "平均値",
    "平均点",
    "全体平均",
    "中央値",
    "最頻値",
    "合計",
    "合計点",
    "総計",
    "総合計",
    "小計",
    "計",
    "件数",
    "回答数",
    "回答件数",
    "回答者数",
    "有効回答数",
    "総回答数",
    "標準偏差",
    "分散",
    "最大値",
    "最小値",
    "度数",
];

/// What stands behind a number of rows.
const UNITS: [char; 3] = ['件', '名', '人'];

/// What a row looks like, were it among the last.
pub(super) fn look(record: &Record, columns: &Columns, cells: &Cells, definition: &Definition) -> Look {
    if record.fields().skip(columns.list.len()).any(|cell| !cell.is_empty()) {
        return Look::Other;
    }
    let (mut word, mut figures, mut answers, mut impossible) = (None, false, false, false);
    for (at, (column, cell)) in columns.list.iter().zip(record.fields()).enumerate() {
        let Ok(text) = std::str::from_utf8(cell) else { return Look::Other };
        let folded = plain(text);
        if matches!(folded.as_str(), "" | "-" | "–" | "—") {
            continue;
        }
        let can_answer = match column.meaning {
            Meaning::Question(question, _) => Some(could_answer(cells, definition, question, &folded)),
            Meaning::QuestionOption(question, answer) => Some(cells.is_chosen(question, answer, text).is_ok()),
            Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::Metadata => None,
        };
        if is_figure(&folded) {
            figures = true;
            answers |= can_answer.is_some();
            impossible |= can_answer == Some(false);
        } else if word.is_none() && (can_answer.is_none() || at == 0) && is_word(&folded) {
            figures |= folded.bytes().any(|byte| byte.is_ascii_digit());
            word = Some((text.trim().to_owned(), at));
        } else {
            return Look::Other;
        }
    }
    match word {
        None if is_blank(record) => Look::Blank,
        None => Look::Other,
        // Without a figure it is a respondent who has answered nothing.
        Some(_) if !figures => Look::Other,
        Some(_) if impossible || !answers => Look::Figures,
        Some((word, at)) => Look::Either(word, at),
    }
}

/// The rows at the ends of blocks that may be at the foot of the table: the last ones are.
#[derive(Debug, Default)]
pub(crate) struct Feet {
    /// By the ticket of the block, and whether it has no others.
    blocks: BTreeMap<u64, (Vec<MayBe>, bool)>,
}

/// A row that is none of a respondent if it is at the foot of the table.
#[derive(Debug)]
pub(crate) struct MayBe {
    pub(crate) place: Place,
    pub(crate) look: Look,
    pub(crate) record: Record,
}

impl Feet {
    /// Takes the rows at the end of a block, and whether it has others.
    pub(crate) fn add(&mut self, ticket: u64, rows: Vec<MayBe>, others: bool) {
        if others || !rows.is_empty() {
            self.blocks.insert(ticket, (rows, !others));
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
    }

    /// The rows at the foot of the table, and those that are not. Below one that can only be figures there is nobody else.
    pub(crate) fn settle(self) -> (Vec<MayBe>, Vec<MayBe>) {
        let (mut foot, mut others) = (Vec::new(), Vec::new());
        for (rows, alone) in self.blocks.into_values() {
            if !alone {
                others.append(&mut foot);
            }
            foot.extend(rows);
        }
        let figures = foot.iter().filter(|row| row.look != Look::Blank).count();
        if figures > ROWS {
            return (Vec::new(), others.into_iter().chain(foot).collect());
        }
        let mut certain = false;
        for row in &mut foot {
            certain |= row.look == Look::Figures;
            if certain && row.look != Look::Blank {
                row.look = Look::Figures;
            }
        }
        (foot, others)
    }
}

/// Where in a block of whole records the rows begin that may be at the foot. It is not looked at what stands in quotes:
/// whoever reads the block has to look at each row from there on.
pub(super) fn begins(bytes: &[u8], delimiter: u8, look: impl Fn(&Record) -> Look) -> usize {
    let mut record = Record::default();
    let (mut begin, mut rest, mut figures) = (bytes.len(), bytes, 0);
    loop {
        let ended = rest.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
        let line = &rest[..ended];
        let start = memchr::memrchr2(b'\n', b'\r', line).map_or(0, |end| end + 1);
        let line = &line[start..];
        if line.is_empty() || record.read(line, 0, delimiter) < line.len() {
            return begin;
        }
        match look(&record) {
            Look::Other => return begin,
            Look::Blank => {}
            Look::Figures | Look::Either(..) => figures += 1,
        }
        if figures > ROWS {
            return begin;
        }
        (begin, rest) = (start, &rest[..start]);
    }
}

/// A word for figures, as it stands or with a number: `N = 26`, `Average: 3`, `Total 26`, `合計26件`. Names may end with
/// numbers too, such as `N1`.
fn is_word(folded: &str) -> bool {
    if let Some((word, number)) = folded.split_once([':', '=']) {
        let number = number.trim().trim_end_matches(UNITS);
        return WORDS.contains(&word.trim()) && (number.is_empty() || is_figure(number));
    }
    let word = folded.trim_end_matches(UNITS).trim_end_matches(|c: char| c.is_ascii_digit());
    let parted = !word.is_ascii() || (word.ends_with(' ') && word.len() > 4);
    WORDS.contains(&folded) || (parted && WORDS.contains(&word.trim()))
}

/// A number, a share, or what spreadsheets write where they cannot work one out.
fn is_figure(folded: &str) -> bool {
    let number = folded.trim_end_matches(['%', ' ']).trim_start_matches(['-', '+']);
    let digits = number.starts_with(|c: char| c.is_ascii_digit());
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    (digits && number.bytes().all(plain) && number.matches('.').count() < 2)
        || matches!(folded, "#div/0!" | "#n/a" | "#value!" | "#num!" | "#ref!")
}

/// Whether a figure could answer a question: by its points, or by the number of an option.
fn could_answer(cells: &Cells, definition: &Definition, question: usize, figure: &str) -> bool {
    let options = definition.question(question).map_or(0, |(_, question)| question.options.len());
    figure.parse::<usize>().is_ok_and(|number| number <= options) || cells.read(question, figure).is_ok()
}

/// Whether no cell of a row says anything.
pub(crate) fn is_blank(record: &Record) -> bool {
    record.fields().all(|cell| plain(&String::from_utf8_lossy(cell)).is_empty())
}
