//! Which of many rows stand for all where something takes long to find out: always the same, and from all of the input.

/// How many rows that is. In 19 of 20 inputs, a share among so many is less than ten points off.
pub(crate) const SAMPLE: u64 = 100;

/// The numbers of these rows among `all`, from 0: one of each of as many equal parts, wherever in it. All where there are no
/// more.
pub(crate) fn sample(all: u64) -> impl Iterator<Item = u64> {
    let parts = all.min(SAMPLE);
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

    #[test]
    fn each_part_has_one_row_and_few_rows_are_all() {
        for all in [0, 1, 2, 99, 100] {
            assert!(sample(all).eq(0..all), "{all}");
        }
        for all in [101, 199, 200, 12_345, 10_000_000] {
            let rows: Vec<u64> = sample(all).collect();
            assert_eq!(rows.len(), 100);
            assert!(rows.is_sorted_by(|one, other| one < other) && rows[99] < all, "{rows:?}");
            assert!((0..100).zip(&rows).all(|(part, row)| (part * all / 100..(part + 1) * all / 100).contains(row)));
        }
        // No divisor of what forms may repeat by is in all of them.
        for period in 2..20 {
            let met = |rest: u64| sample(100_000).filter(|row| row % period == rest).count();
            assert!((0..period).all(|rest| met(rest) < 100 * 3 / usize::try_from(period).unwrap()), "{period}");
        }
    }
}
