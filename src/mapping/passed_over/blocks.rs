//! Rows amid a table that sum up the rows right below or above them: of a region, its organisations; of an organisation, its
//! respondents. Nothing names them. All of a table that they part into blocks are no respondents; nor is one alone in a small table,
//! if it has what so many different columns come to that it cannot be chance.

use crate::mapping::number::number;
use crate::mapping::{Columns, Meaning, Number, plain};
use crate::table::Record;

/// The whole numbers of a row, question by question.
pub(crate) type Answers = Vec<Option<i64>>;

/// How many rows a block has at most, and how many rows are looked at for blocks.
const LONGEST: usize = 500;
pub(crate) const ROWS: usize = 20_000;
/// In how many columns the rows differ that one alone sums up, how many they are at most, and how many rows the table has at most.
const CERTAIN: usize = 20;
const FEW: usize = 50;
pub(crate) const SMALL: usize = 5_000;
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

/// What sums up a column: averages and sums, and what one of its rows has.
const FIGURES: [fn(&Sum) -> i64; 7] =
    [AVERAGES[0], AVERAGES[1], AVERAGES[2], AVERAGES[3], AVERAGES[4], |of| of.most, |of| of.least];
const AVERAGES: [fn(&Sum) -> i64; 5] = [
    |of| (2 * of.sum + of.count).div_euclid(2 * of.count),
    |of| of.sum.div_euclid(of.count),
    |of| -(-of.sum).div_euclid(of.count),
    |of| {
        let up = (2 * of.sum + of.count).div_euclid(2 * of.count);
        up - i64::from((2 * of.sum + of.count) % (2 * of.count) == 0 && up % 2 != 0)
    },
    |of| of.sum,
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
        [] => None,
        _ => match number(&plain(std::str::from_utf8(cell).ok()?)) {
            Some(Number::Whole(number)) => Some(number),
            _ => None,
        },
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

/// The places of rows that sum up some right below or above them, though others are summed up by none.
pub(crate) fn alone(rows: &[Answers]) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    // What all rows before each place come to, place by place.
    let mut before = vec![(0, 0); columns];
    for row in rows {
        let begin = before.len() - columns;
        for column in 0..columns {
            let (sum, count): (i64, i64) = before[begin + column];
            let number = row.get(column).copied().flatten();
            before.push((sum + number.unwrap_or(0), count + i64::from(number.is_some())));
        }
    }
    let between = |column: usize, (begin, end): (usize, usize)| {
        let (first, last) = (before[begin * columns + column], before[end * columns + column]);
        Sum { sum: last.0 - first.0, count: last.1 - first.1, ..Sum::default() }
    };
    let sums_up = |parent: usize, begin: usize, end: usize| {
        let number = |column: usize| rows[parent].get(column).copied().flatten();
        let all = |is: &dyn Fn(i64, &Sum) -> bool| {
            (0..columns).all(|column| match (number(column), between(column, (begin, end))) {
                (Some(number), sum) => sum.count > 0 && is(number, &sum),
                (None, sum) => sum.count == 0,
            })
        };
        // Hardly any are near.
        let near =
            |number: i64, of: &Sum| number == of.sum || (0..=1).contains(&(number - of.sum.div_euclid(of.count)));
        all(&near) && AVERAGES.iter().any(|figure| all(&|number, sum| number == figure(sum)))
    };
    let certain = |parent: usize, begin: usize, end: usize| {
        let mut block = Block::new(columns);
        rows[begin..end].iter().for_each(|row| block.add(row));
        let copies = rows[begin..end].contains(&rows[parent]);
        !copies && block.differ() >= CERTAIN
    };
    let is_parent = |parent: &usize| {
        let below = (parent + 3..=rows.len()).take(FEW - 1).map(|end| (parent + 1, end));
        let above = (parent.saturating_sub(FEW)..parent.saturating_sub(1)).map(|begin| (begin, *parent));
        below.chain(above).any(|(begin, end)| sums_up(*parent, begin, end) && certain(*parent, begin, end))
    };
    (0..rows.len()).filter(|parent| vary(&rows[*parent]) >= VARY).filter(is_parent).collect()
}

/// In how many cells a row has another number than in most.
fn vary(row: &Answers) -> usize {
    let numbers: Vec<i64> = row.iter().flatten().copied().collect();
    let most = numbers.iter().map(|one| numbers.iter().filter(|other| *other == one).count()).max().unwrap_or(0);
    numbers.len() - most
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
        Self { blocks: self.blocks + 1, differ: self.differ + block.differ(), vary: self.vary + vary(parent) }
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
        fn one_row_alone_that_sums_up_some_is_found(
            rows in vec(vec(1i64..6, 28), 8..60), begin in 0usize..60, count in 2usize..40, figure in 0..AVERAGES.len(), above in any::<bool>(),
        ) {
            let mut rows: Vec<Answers> = rows.iter().map(|numbers| row(numbers)).collect();
            let begin = begin.min(rows.len() - 2);
            let end = (begin + count).min(rows.len());
            let mut all = Block::new(28);
            rows[begin..end].iter().for_each(|row| all.add(row));
            let parent: Answers = all.columns.iter().map(|column| Some(AVERAGES[figure](column))).collect();
            prop_assume!(all.differ() >= CERTAIN && vary(&parent) >= VARY && !rows[begin..end].contains(&parent));
            prop_assert_eq!(alone(&rows), Vec::<usize>::new());
            let place = if above { begin } else { end };
            rows.insert(place, parent);
            prop_assert_eq!(alone(&rows), [place]);
            // Rows may be too short.
            rows.iter_mut().step_by(2).for_each(|row| row.truncate(3));
            rows.insert(0, row(&[]));
            alone(&rows);
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
