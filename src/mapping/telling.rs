//! Columns that are no question's, in which a legend may stand: below a header that says so, or the same text in every row.

#[cfg(feature = "cli")]
use super::attributes::{is_turning, says_better};
#[cfg(feature = "cli")]
use super::columns::{Column, Columns};
use super::legend::{legend, pairs, turns_round};
use super::likeness::plain;
#[cfg(feature = "cli")]
use super::meaning::Meaning;
use super::range::range;
#[cfg(feature = "cli")]
use super::range::says_most;
#[cfg(feature = "cli")]
use crate::table::Record;

/// How many rows are kept, and how much text of each.
#[cfg(feature = "cli")]
const ROWS: usize = 1_000;
const LONGEST: usize = 4 << 10;
/// How short no text is that gives numbers a meaning.
const SHORTEST: usize = 6;
/// Words of a header below which codes or a legend stand.
#[cfg(feature = "cli")]
const WORDS: &str = "legend key scale code codes codebook meaning explanation anchors valuelabels coding direction polarity keying scoring max \
    maximum skala schlüssel légende échelle leyenda escala 凡例 尺度 コード 説明";

/// Whether a cell says what numbers mean, or that they are turned round.
pub(crate) fn says_what_numbers_mean(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii();
    let Some(text) = std::str::from_utf8(cell).ok().filter(|_| (SHORTEST..=LONGEST).contains(&cell.len())) else {
        return false;
    };
    let folded = plain(text);
    let pairs = pairs(&folded);
    pairs.len() > 1 || legend(&pairs).is_some() || range(&folded).is_some() || turns_round(&folded)
}

/// What such columns have.
#[cfg(feature = "cli")]
#[derive(Debug)]
pub(super) struct Telling {
    /// How many columns the table has.
    wide: usize,
    /// Those whose header says so, and whether nothing stands below it; and that header where it says of what the cells are the greatest.
    headed: Vec<(usize, bool, String)>,
    /// Others, with the only text that stands there, and its row.
    same: Vec<(usize, Option<(u64, String)>)>,
    rows: Vec<(u64, Vec<String>)>,
}

#[cfg(feature = "cli")]
impl Telling {
    /// None where no column may have a legend: neither by its header, where `is_told` says whether a first column without one has
    /// something below, nor by what a row of these columns says.
    pub(super) fn new(columns: &Columns, is_told: impl Fn(&usize) -> bool, says: &[usize]) -> Option<Self> {
        let wide = columns.list.len();
        let headed = (0..wide).filter(|at| is_metadata(&columns.list[*at]) && may_tell(&columns.list[*at].header));
        // Programs number rows in a first column without a header.
        let most = |at: usize| Some(plain(&columns.list[at].header)).filter(|header| says_most(header));
        let headed = headed.filter(|at| *at > 0 || is_told(at)).map(|at| (at, true, most(at).unwrap_or_default()));
        let headed: Vec<(usize, bool, String)> = headed.collect();
        // The first line of a legend may be taken for headers.
        let begins: Vec<usize> =
            (1..wide).filter(|at| begins_legend(&columns.list[at - 1], &columns.list[*at])).collect();
        let begun = begins.iter().flat_map(|at| [at - 1, *at]).filter(|at| headed.iter().all(|(of, ..)| of != at));
        let begun: Vec<(usize, bool, String)> = begun.map(|at| (at, false, String::new())).collect();
        let mut first = vec![String::new(); wide];
        begun.iter().for_each(|(at, ..)| first[*at].clone_from(&columns.list[*at].header));
        let rows = if begun.is_empty() { Vec::new() } else { vec![(1, first)] };
        let headed: Vec<(usize, bool, String)> = headed.into_iter().chain(begun).collect();
        let is_other = |at: &&usize| headed.iter().all(|(of, ..)| of != *at);
        let same: Vec<_> = says.iter().filter(is_other).map(|at| (*at, None)).collect();
        (!headed.is_empty() || !same.is_empty()).then_some(Self { wide, headed, same, rows })
    }

    pub(super) fn row(&mut self, row: u64, record: &Record) {
        let has = |at: usize| !record.field(at).trim_ascii().is_empty();
        self.same.retain_mut(|(at, text)| match text {
            _ if !has(*at) => true,
            Some((_, text)) => text.as_bytes() == record.field(*at),
            None => {
                *text = Some((row, String::from_utf8_lossy(record.field(*at)).into_owned()));
                true
            }
        });
        if !self.headed.iter().any(|(at, ..)| has(*at)) {
            return;
        }
        let mut cells = vec![String::new(); self.wide];
        for (at, empty, most) in &mut self.headed {
            *empty &= !has(*at);
            let text = std::str::from_utf8(record.field(*at)).unwrap_or_default();
            cells[*at] = if most.is_empty() || text.is_empty() { text.to_owned() } else { format!("{most} {text}") };
        }
        if self.rows.len() < ROWS && cells.iter().map(String::len).sum::<usize>() < LONGEST {
            self.rows.push((row, cells));
        }
    }

    /// The columns with nothing below their headers, and the rows in which a legend may stand: of each, what these columns have.
    pub(super) fn found(self) -> (Vec<usize>, Vec<(u64, Vec<String>)>) {
        let same = self.same.into_iter().filter_map(|(at, text)| {
            let (row, text) = text?;
            let mut cells = vec![String::new(); self.wide];
            cells[at] = text;
            Some((row, cells))
        });
        let empty = self.headed.iter().filter(|(_, empty, _)| *empty).map(|(at, ..)| *at).collect();
        (empty, self.rows.into_iter().chain(same).collect())
    }
}

/// Whether the headers of two columns beside each other are a number and what it means.
#[cfg(feature = "cli")]
pub(super) fn begins_legend(one: &Column, next: &Column) -> bool {
    let [number, word] = [one, next].map(|column| plain(&column.header));
    let is_number = |text: &str| matches!(text.parse::<u8>(), Ok(0..=10));
    let is_word = |text: &str| text.contains(char::is_alphabetic) && !text.contains(|c: char| c.is_ascii_digit());
    let is_pair = is_number(&number) && is_word(&word) || is_word(&number) && is_number(&word);
    is_pair && is_metadata(one) && is_metadata(next)
}

/// Whether a column is carried along though nobody says that it is to be.
#[cfg(feature = "cli")]
pub(super) fn is_metadata(column: &Column) -> bool {
    column.meaning == Meaning::Metadata && !column.mapped
}

/// Whether a column with this header may have codes or a legend, or be one.
#[cfg(feature = "cli")]
fn may_tell(header: &str) -> bool {
    let folded = plain(header);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    folded.is_empty()
        || words.any(|word| WORDS.split_whitespace().any(|of| of == word))
        || legend(&pairs(&folded)).is_some()
        || is_turning(header)
        || says_better(header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_give_numbers_a_meaning_are_told_from_others() {
        for text in [
            "1 = very good, 5 = very poor",
            "1 = north, 2 = south, 3 = east",
            "scale 1-10",
            "lower is better",
            "1：良い 5：悪い",
            "数字が小さいほど良い",
        ] {
            assert!(says_what_numbers_mean(text.as_bytes()), "{text}");
        }
        for text in
            ["", "Org 12", "2026-10-05 10:30:12", "We have 2 teams", "+81 3 1234 5678", "10.0.0.1", "全社", "1-5"]
        {
            assert!(!says_what_numbers_mean(text.as_bytes()), "{text}");
        }
    }
}
