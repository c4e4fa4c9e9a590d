//! Rows that have aims, weights or the like and no answers, told from those with answers by a word in a column: `Current` beside
//! `Target`.

#[cfg(feature = "cli")]
use std::collections::BTreeMap;

#[cfg(feature = "cli")]
use super::columns::Columns;
use super::likeness::plain;
#[cfg(feature = "cli")]
use crate::table::Record;

/// Words for what is no answer, and words that stand beside them.
const AIMS: &str = "target targets goal goals aim aims ideal to-be tobe future desired wished ambition aspiration expected importance weight \
    weights weighting priority planned soll ziel zielwert sollwert wichtigkeit bedeutung gewicht gewichtung zukunft objectif cible souhaité \
    objetivo deseado obiettivo 目標 目標値 あるべき姿 理想 期待 期待値 将来 重要度 優先度 重み 配点";
const BESIDE: &str = "state level score rating value values situation maturity the row rows stand zustand wert score niveau points status 状態 水準";
/// How long a cell is at most that has them alone.
const LONGEST: usize = 32;
/// How columns are headed that name organisations or people: one may be called so.
#[cfg(feature = "cli")]
const NAMES: &str = "organisation organization organisations company companies name names client clients customer customers account brand store \
    shop retailer firm employer business enterprise vendor supplier partner firma unternehmen kunde entreprise société client empresa cliente \
    会社 会社名 企業 企業名 組織 組織名 顧客 顧客名 取引先 店舗 店舗名 氏名 名前";
/// A column tells kinds of rows apart where it has so few.
#[cfg(feature = "cli")]
const KINDS: usize = 8;

/// Whether a cell has a word for what is no answer, and nothing else.
pub(crate) fn is_aim(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii();
    if !(4..=LONGEST).contains(&cell.len()) || cell[0].is_ascii_digit() {
        return false;
    }
    let folded = plain(std::str::from_utf8(cell).unwrap_or_default());
    let mut words = words(&folded).peekable();
    let aims = |word: &str| is_of(AIMS, word);
    words.peek().is_some() && words.clone().any(aims) && words.all(|word| aims(word) || is_of(BESIDE, word))
}

/// The words with which such a cell may begin.
pub(super) fn aim_words() -> impl Iterator<Item = &'static str> {
    AIMS.split_whitespace().chain(BESIDE.split_whitespace())
}

/// What stands in a column that may tell.
#[cfg(feature = "cli")]
#[derive(Debug)]
pub(super) struct Aims {
    column: usize,
    /// How often each word stands there; none where there are too many, or it has names.
    kinds: Option<BTreeMap<Vec<u8>, u64>>,
}

/// A column, the words in it for what is no answer, and in how many rows they stand; and another word.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aim {
    pub(crate) column: usize,
    pub(crate) words: Vec<String>,
    pub(crate) rows: u64,
    pub(crate) other: String,
}

#[cfg(feature = "cli")]
impl Aims {
    pub(super) fn new(column: usize, columns: &Columns) -> Self {
        let header = plain(&columns.list[column].header);
        let names = words(&header).any(|word| is_of(NAMES, word));
        Self { column, kinds: (!names).then(BTreeMap::new) }
    }

    pub(super) fn row(&mut self, record: &Record) {
        let cell = record.field(self.column).trim_ascii();
        let Some(kinds) = self.kinds.as_mut().filter(|_| !cell.is_empty()) else { return };
        if let Some(count) = kinds.get_mut(cell) {
            *count += 1;
        } else if kinds.len() < KINDS {
            kinds.insert(cell.to_vec(), 1);
        } else {
            self.kinds = None;
        }
    }

    pub(super) fn found(self) -> Option<Aim> {
        let (aims, others): (Vec<_>, Vec<_>) = self.kinds?.into_iter().partition(|(cell, _)| is_aim(cell));
        let most = |kinds: Vec<(Vec<u8>, u64)>| kinds.into_iter().max_by_key(|(_, count)| *count);
        let (other, of_others) = most(others)?;
        let rows = aims.iter().map(|(_, count)| count).sum();
        let text = |cell: Vec<u8>| String::from_utf8_lossy(&cell).into_owned();
        let words: Vec<String> = aims.into_iter().map(|(cell, _)| text(cell)).collect();
        (rows > 1 && of_others > 1).then(|| Aim { column: self.column, words, rows, other: text(other) })
    }
}

fn words(plain: &str) -> impl Iterator<Item = &str> + Clone {
    plain.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

fn is_of(list: &'static str, word: &str) -> bool {
    list.split_whitespace().any(|of| of == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aims_are_told_from_answers() {
        for cell in ["Target", "to-be", "Future state", "Importance", "Soll", "目標", "Target score"] {
            assert!(is_aim(cell.as_bytes()), "{cell}");
        }
        for cell in ["Current", "Target Ltd", "Goal keepers", "3", "", "As-is", "State", "現状", "Maturity"] {
            assert!(!is_aim(cell.as_bytes()), "{cell}");
        }
    }
}
