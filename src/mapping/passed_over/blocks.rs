//! Rows amid a table that sum up the rows right below or above them: of a region, its organisations; of an organisation, its
//! respondents. Nothing names them. One row alone may be so by chance; all of a table that they part into blocks are not.

use crate::mapping::{Columns, Meaning};
use crate::table::Record;

/// The whole numbers of a row, question by question.
pub(crate) type Answers = Vec<Option<i64>>;

/// How many rows a block has at most, and how many rows are looked at for blocks.
const LONGEST: usize = 500;
pub(crate) const ROWS: usize = 20_000;
/// How many blocks of several rows there are at least, in how many columns the rows of each differ, and of all of them together; and
/// in how many cells those that sum them up do: whoever answers all alike is in the middle of many.
const BLOCKS: usize = 2;
const APART: usize = 8;
const DIFFER: usize = 24;
const VARY: usize = 10;

/// What the cells of a column in a block come to.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    sum: i64,
    count: i64,
    least: i64,
    most: i64,
}

impl Sum {
    fn add(&mut self, number: i64) {
        (self.least, self.most) =
            if self.count == 0 { (number, number) } else { (self.least.min(number), self.most.max(number)) };
        (self.sum, self.count) = (self.sum.saturating_add(number), self.count + 1);
    }
}

/// What sums up a column.
const FIGURES: [fn(&Sum) -> i64; 7] = [
    |of| (2 * of.sum + of.count).div_euclid(2 * of.count),
    |of| of.sum.div_euclid(of.count),
    |of| -(-of.sum).div_euclid(of.count),
    |of| {
        let up = (2 * of.sum + of.count).div_euclid(2 * of.count);
        up - i64::from((2 * of.sum + of.count) % (2 * of.count) == 0 && up % 2 != 0)
    },
    |of| of.sum,
    |of| of.most,
    |of| of.least,
];

/// Rows one after another, added up.
#[derive(Debug)]
struct Block {
    columns: Vec<Sum>,
    rows: usize,
}

impl Block {
    fn new(columns: usize) -> Self {
        Self { columns: vec![Sum::default(); columns], rows: 0 }
    }

    fn add(&mut self, row: &Answers) {
        self.rows += 1;
        for (column, number) in self.columns.iter_mut().zip(row) {
            number.iter().for_each(|number| column.add(*number));
        }
    }

    /// Whether a row has this figure of each column.
    fn is(&self, figure: fn(&Sum) -> i64, row: &Answers) -> bool {
        self.columns.iter().zip(row).all(|(column, number)| match number {
            Some(number) => column.count > 0 && *number == figure(column),
            None => column.count == 0,
        })
    }

    /// In how many columns its rows differ.
    fn differ(&self) -> usize {
        self.columns.iter().filter(|column| column.count > 0 && column.least < column.most).count()
    }
}

/// The numbers of a row as they stand there.
pub(crate) fn answers(record: &Record, columns: &Columns) -> Answers {
    let cells = columns.list.iter().zip(record.fields());
    let cells = cells.filter(|(column, _)| matches!(column.meaning, Meaning::Question(..)));
    let number = |cell: &[u8]| match cell {
        [digit @ b'0'..=b'9'] => Some(i64::from(digit - b'0')),
        [b'0'..=b'9', ..] if cell.len() < 7 => std::str::from_utf8(cell).ok()?.parse().ok(),
        _ => None,
    };
    cells.map(|(_, cell)| number(cell)).collect()
}

/// Whether a table that begins so may have rows that sum up others: the first row those below it, or one all above it.
pub(crate) fn may_begin(rows: &[Answers]) -> bool {
    let Some(first) = rows.first().filter(|first| first.iter().any(Option::is_some)) else { return false };
    let (mut below, mut above) = (Block::new(first.len()), Block::new(first.len()));
    above.add(first);
    rows[1..].iter().any(|row| {
        let ends = above.rows > 1 && FIGURES.iter().any(|figure| above.is(*figure, row));
        above.add(row);
        below.add(row);
        ends || (below.rows > 1 && FIGURES.iter().any(|figure| below.is(*figure, first)))
    })
}

/// The places of the rows that sum up those between them, if they part all rows into such blocks.
pub(crate) fn summing(rows: &[Answers]) -> Option<Vec<usize>> {
    let turned: Vec<Answers> = rows.iter().rev().cloned().collect();
    let below = || FIGURES.iter().find_map(|figure| parents(rows, *figure));
    let above = || FIGURES.iter().find_map(|figure| parents(&turned, *figure));
    below().or_else(|| above().map(|places| places.into_iter().rev().map(|place| rows.len() - 1 - place).collect()))
}

/// The same where they stand above the others, and have this figure.
fn parents(rows: &[Answers], figure: fn(&Sum) -> i64) -> Option<Vec<usize>> {
    // Behind which rows a block ends, where it begins, and how much speaks for all up to it.
    let mut ends: Vec<Option<(usize, Evidence)>> = vec![None; rows.len() + 1];
    ends[0] = Some((0, Evidence::default()));
    for begin in 0..rows.len() {
        let Some((_, so_far)) = ends[begin] else { continue };
        let parent = &rows[begin];
        let mut block = Block::new(parent.len());
        for (at, row) in rows.iter().enumerate().skip(begin + 1).take(LONGEST) {
            block.add(row);
            if block.is(figure, parent) {
                let all = so_far.with(&block, parent);
                if ends[at + 1].is_none_or(|(_, known)| known < all) {
                    ends[at + 1] = Some((begin, all));
                }
            }
        }
    }
    let (_, all) = ends[rows.len()]?;
    let mut places = Vec::new();
    let mut end = rows.len();
    while end > 0 {
        end = ends[end]?.0;
        places.push(end);
    }
    places.reverse();
    all.is_enough().then_some(places)
}

/// What speaks for blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Evidence {
    blocks: usize,
    differ: usize,
    vary: usize,
}

impl Evidence {
    fn with(self, block: &Block, parent: &Answers) -> Self {
        // Where hardly any column differs, nothing is to be seen.
        if block.rows < 2 || block.differ() < APART {
            return self;
        }
        let numbers: Vec<i64> = parent.iter().flatten().copied().collect();
        let most = numbers.iter().map(|one| numbers.iter().filter(|other| *other == one).count()).max().unwrap_or(0);
        Self { blocks: self.blocks + 1, differ: self.differ + block.differ(), vary: self.vary + numbers.len() - most }
    }

    fn is_enough(self) -> bool {
        self.blocks >= BLOCKS && self.differ >= DIFFER && self.vary >= VARY
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn row(numbers: &[i64]) -> Answers {
        numbers.iter().copied().map(Some).collect()
    }

    proptest! {
        #[test]
        fn rows_that_part_a_table_into_blocks_are_found(
            blocks in vec(vec(vec(1i64..6, 20), 2..5), 2..5), figure in 0..FIGURES.len(), above in any::<bool>(),
        ) {
            let (mut rows, mut wanted) = (Vec::new(), Vec::new());
            for block in blocks {
                let block: Vec<Answers> = block.iter().map(|numbers| row(numbers)).collect();
                let mut all = Block::new(20);
                block.iter().for_each(|row| all.add(row));
                let parent: Answers = all.columns.iter().map(|column| Some(FIGURES[figure](column))).collect();
                if above {
                    wanted.push(rows.len());
                    rows.push(parent);
                    rows.extend(block);
                } else {
                    rows.extend(block);
                    wanted.push(rows.len());
                    rows.push(parent);
                }
            }
            prop_assume!(rows.iter().flatten().any(Option::is_some));
            prop_assert!(may_begin(&rows));
            let found = summing(&rows);
            prop_assert!(found.is_none() || found == Some(wanted), "{:?}", found);
        }

        #[test]
        fn rows_of_respondents_are_no_blocks(rows in vec(vec(1i64..6, 12), 2..12), alike in 1i64..6) {
            let mut rows: Vec<Answers> = rows.iter().map(|numbers| row(numbers)).collect();
            rows.insert(0, row(&[alike; 12]));
            rows.push(row(&[alike; 12]));
            prop_assert_eq!(summing(&rows), None);
        }
    }
}
