//! Which of many rows stand for all where something takes long to find out: always the same, and from all of the input.

use crate::plan::search::MAX_WORK;
use crate::plan::steps_of_a_bound;
use crate::score::Scheme;

/// How many rows that is at most. In 19 of 20 inputs, a share among so many is less than ten points off.
const MOST: u64 = 100;
/// And at least, however long the search for a route takes.
const LEAST: u64 = 10;
/// A search takes so many bounds at least.
const BOUNDS: u64 = 16;

/// How many rows that is: as many as it takes about one long search to find the routes of.
pub(crate) fn size(scheme: &Scheme) -> u64 {
    (MAX_WORK / (BOUNDS * steps_of_a_bound(scheme)).max(1)).clamp(LEAST, MOST)
}

/// The numbers of so many rows among `all`, from 0: one of each of as many equal parts, wherever in it. All where there are no
/// more.
pub(crate) fn sample(all: u64, size: u64) -> impl Iterator<Item = u64> {
    let parts = all.min(size);
    let begin = move |part: u64| part * all / parts;
    (0..parts).map(move |part| begin(part) + mixed(part) % (begin(part + 1) - begin(part)))
}

/// A number in which no order is left, so that what comes back at equal distances is met no more often than anything else.
fn mixed(number: u64) -> u64 {
    let number = (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ number >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    number ^ number >> 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::{Profile, bundled};
    use crate::score::ActionScheme;

    #[test]
    fn fewer_rows_stand_for_all_where_routes_take_long() {
        let mut scheme =
            Scheme::compile(&bundled::find(bundled::DEFAULT).unwrap().definitions()[0], &Profile::default());
        assert_eq!(size(&scheme), MOST);
        let action = scheme.actions.swap_remove(0);
        let after = |at: usize| ActionScheme { after: (0..at).collect(), ..action.clone() };
        scheme.actions = (0..500).map(after).collect();
        assert!((LEAST + 1..MOST).contains(&size(&scheme)), "{}", size(&scheme));
        scheme.actions = (0..2_000).map(after).collect();
        assert_eq!(size(&scheme), LEAST);
    }

    #[test]
    fn each_part_has_one_row_and_few_rows_are_all() {
        for all in [0, 1, 2, 99, 100] {
            assert!(sample(all, 100).eq(0..all), "{all}");
        }
        for all in [101, 199, 200, 12_345, 10_000_000] {
            let rows: Vec<u64> = sample(all, 100).collect();
            assert_eq!(rows.len(), 100);
            assert!(rows.is_sorted_by(|one, other| one < other) && rows[99] < all, "{rows:?}");
            assert!((0..100).zip(&rows).all(|(part, row)| (part * all / 100..(part + 1) * all / 100).contains(row)));
        }
        // No divisor of what forms may repeat by is in all of them.
        for period in 2..20 {
            let met = |rest: u64| sample(100_000, 100).filter(|row| row % period == rest).count();
            assert!((0..period).all(|rest| met(rest) < 100 * 3 / usize::try_from(period).unwrap()), "{period}");
        }
    }
}
