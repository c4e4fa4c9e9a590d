//! Shares of a whole that add up to it.

use super::Score;

/// The share of each of `counts` in all of them, in per cent with one decimal: cut, and the tenths that are then missing
/// given to those that lost most by it (the method of the largest remainder), so that they add up to 100. All are nothing
/// where the counts are.
pub fn shares(counts: &[u64]) -> Vec<Score> {
    let full = u128::from(Score::FULL.tenths());
    let all: u128 = counts.iter().map(|count| u128::from(*count)).sum();
    if all == 0 {
        return vec![Score::ZERO; counts.len()];
    }
    let parts = counts.iter().map(|count| u128::from(*count) * full);
    let (mut tenths, rests): (Vec<u128>, Vec<u128>) = parts.map(|part| (part / all, part % all)).unzip();
    let missing = full - tenths.iter().sum::<u128>();
    let mut places: Vec<usize> = (0..counts.len()).collect();
    places.sort_by_key(|at| std::cmp::Reverse(rests[*at]));
    let missing = usize::try_from(missing).expect("less than one is missing of each");
    places.into_iter().take(missing).for_each(|at| tenths[at] += 1);
    let score = |tenths: u128| u16::try_from(tenths).ok().and_then(Score::from_tenths);
    tenths.into_iter().map(|tenths| score(tenths).expect("a part is no more than all")).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(counts: &[u64]) -> Vec<String> {
        shares(counts).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn thirds_and_sevenths_add_up() {
        assert_eq!(check(&[1, 1, 1]), ["33.4", "33.3", "33.3"]);
        assert_eq!(check(&[2, 4, 1]), ["28.6", "57.1", "14.3"]);
        assert_eq!(check(&[0, 5]), ["0.0", "100.0"]);
        assert_eq!(check(&[0, 0]), ["0.0", "0.0"]);
    }

    proptest! {
        #[test]
        fn shares_add_up_and_none_is_a_tenth_off(counts in prop::collection::vec(0u64..1_000_000, 1..20)) {
            let all: u64 = counts.iter().sum();
            prop_assume!(all > 0);
            let shares = shares(&counts);
            prop_assert_eq!(shares.iter().map(|share| u32::from(share.tenths())).sum::<u32>(), 1_000);
            for (share, count) in shares.iter().zip(&counts) {
                let off = (u64::from(share.tenths()) * all).abs_diff(count * 1_000);
                prop_assert!(off < all, "{share} of {count} in {all}");
            }
            for (a, b) in (0..counts.len()).flat_map(|a| (0..counts.len()).map(move |b| (a, b))) {
                prop_assert!(counts[a] <= counts[b] || shares[a] >= shares[b]);
            }
        }
    }
}
