//! A route in portions that a leader can plan with: at most three, of about the same effort.

use super::model::{Phase, Priority};
use crate::exact::Effort;

const MOST: usize = 3;

/// Cuts `route`, which is in an order in which it can be done, into phases such that the largest is as small as can be.
pub(super) fn phases(route: &[Priority]) -> Vec<Phase> {
    let efforts: Vec<Effort> = route.iter().map(|priority| priority.effort).collect();
    let (mut rest, mut start) = (route, Effort::ZERO);
    let phases = portions(&efforts).into_iter().map(|count| {
        let (now, later) = rest.split_at(count);
        let effort: Effort = now.iter().map(|priority| priority.effort).sum();
        rest = later;
        let phase = Phase {
            actions: now.iter().map(|priority| priority.action.clone()).collect(),
            start,
            effort,
            overall_after: now.last().expect("a portion has at least one action").overall_after,
            brings_in_place: now.iter().flat_map(|priority| priority.brings_in_place.clone()).collect(),
        };
        start += effort;
        phase
    });
    phases.collect()
}

/// How many of `efforts` each portion has, at least one.
fn portions(mut efforts: &[Effort]) -> Vec<usize> {
    let parts = (1..=MOST.min(efforts.len())).rev();
    let portions = parts.map(|parts| {
        let (count, _) = first(efforts, parts);
        efforts = &efforts[count..];
        count
    });
    portions.collect()
}

/// How many of `efforts` go into the first of `parts` portions so that the largest of all is as small as can be, and
/// how large that is.
fn first(efforts: &[Effort], parts: usize) -> (usize, Effort) {
    if parts <= 1 {
        return (efforts.len(), efforts.iter().copied().sum());
    }
    let counts = 1..=efforts.len().saturating_sub(parts - 1);
    let largest = counts.map(|count| {
        let (now, later) = efforts.split_at(count);
        (count, Effort::max(now.iter().copied().sum(), first(later, parts - 1).1))
    });
    largest.min_by_key(|(_, largest)| *largest).expect("there are no more portions than efforts")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(efforts: &[u32]) -> Vec<usize> {
        portions(&efforts.iter().map(|effort| Effort::whole(*effort)).collect::<Vec<_>>())
    }

    #[test]
    fn the_largest_phase_is_as_small_as_can_be() {
        assert_eq!(portions(&[]), [0; 0]);
        assert_eq!(of(&[5]), [1]);
        assert_eq!(of(&[5, 1]), [1, 1]);
        assert_eq!(of(&[3, 4, 4, 3, 5, 6, 4]), [3, 2, 2]);
        assert_eq!(of(&[1, 1, 1, 9]), [1, 2, 1]);
        assert_eq!(of(&[1; 200]), [66, 67, 67]);
    }
}
