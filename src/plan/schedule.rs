//! A route on the calendar: one action after another, with all the effort there is a week.
//!
//! Weeks have five working days, Monday to Friday; holidays are not known. What an action takes is counted in full, so that the day
//! on which one ends may be the day on which the next begins.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::definition::Definition;
use crate::exact::Effort;

/// Working days in a week.
const DAYS: u64 = 5;

/// An action, and when it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The index of the action.
    pub action: usize,
    /// The day on which it begins.
    pub start: Date,
    /// The day on which it ends.
    pub end: Date,
}

/// The order in which actions are done: those that are being done first, then the route as it stands; but none before what it is
/// `after`.
pub fn order(definition: &Definition, doing: &[usize], route: &[usize]) -> Vec<usize> {
    let mut waiting: Vec<usize> = doing.to_vec();
    waiting.extend(route.iter().filter(|action| !doing.contains(action)));
    let mut order = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let needs = |action: usize| &definition.actions[action].after;
        let waits = |id: &String| waiting.iter().any(|other| definition.actions[*other].id == *id);
        let free = waiting.iter().position(|action| !needs(*action).iter().any(waits));
        // `after` has no circles.
        order.push(waiting.remove(free.unwrap_or_default()));
    }
    order
}

/// Lays actions with what they cost on the calendar from `start` on, `capacity` a week; none where that leaves the calendar, or
/// there is no capacity.
pub fn lay(actions: &[(usize, Effort)], start: Date, capacity: Effort) -> Option<Vec<Slot>> {
    let capacity = u64::from(capacity.tenths());
    let first = monday(start)?;
    // A start at the weekend is one on the Monday behind it.
    let (first, offset) = match start.weekday().to_monday_zero_offset() {
        day @ 0..5 => (first, u64::try_from(day).ok()?),
        _ => (first.checked_add(7.days()).ok()?, 0),
    };
    let day = |working: u64| {
        let days = working / DAYS * 7 + working % DAYS;
        first.checked_add(i64::try_from(days).ok()?.days()).ok()
    };
    let mut before = 0;
    let mut slots = Vec::with_capacity(actions.len());
    for (action, effort) in actions {
        let after = before + u64::from(effort.tenths());
        let (begins, ends) = ((before * DAYS).checked_div(capacity)?, (after * DAYS).div_ceil(capacity));
        let ends = ends.saturating_sub(1).max(begins);
        slots.push(Slot { action: *action, start: day(offset + begins)?, end: day(offset + ends)? });
        before = after;
    }
    Some(slots)
}

/// The Monday of the week that a day is in.
pub fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i64::from(day.weekday().since(Weekday::Monday)).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(efforts: &[u32], start: Date, capacity: u32) -> Vec<String> {
        let actions: Vec<_> = efforts.iter().map(|tenths| Effort::from_tenths(*tenths)).enumerate().collect();
        let slots = lay(&actions, start, Effort::from_tenths(capacity)).unwrap();
        slots.iter().map(|slot| format!("{}..{}", slot.start, slot.end)).collect()
    }

    #[test]
    fn one_action_follows_another_within_the_capacity() {
        let monday = Date::constant(2027, 3, 1);
        // A person: a week is a week.
        assert_eq!(
            laid(&[10, 20, 5, 1], monday, 10),
            ["2027-03-01..2027-03-05", "2027-03-08..2027-03-19", "2027-03-22..2027-03-24", "2027-03-24..2027-03-24",]
        );
        // One and a half: three weeks of work are two of the calendar.
        assert_eq!(laid(&[30, 30], monday, 15), ["2027-03-01..2027-03-12", "2027-03-15..2027-03-26"]);
        // What ends in the middle of a day leaves the rest of it to the next.
        assert_eq!(laid(&[5, 5], monday, 10), ["2027-03-01..2027-03-03", "2027-03-03..2027-03-05"]);
        assert_eq!(laid(&[10], monday, 1), ["2027-03-01..2027-05-07"]);
    }

    #[test]
    fn nobody_works_at_the_weekend() {
        assert_eq!(
            laid(&[10, 10], Date::constant(2027, 3, 4), 10),
            ["2027-03-04..2027-03-10", "2027-03-11..2027-03-17"]
        );
        for day in [6, 7] {
            assert_eq!(laid(&[10], Date::constant(2027, 3, day), 10), ["2027-03-08..2027-03-12"]);
        }
    }

    #[test]
    fn what_leaves_the_calendar_is_none() {
        let much = [(0, Effort::whole(1000)); 500];
        assert!(lay(&much, Date::constant(2027, 3, 1), Effort::from_tenths(1)).is_none());
        assert!(lay(&much, Date::constant(2027, 3, 1), Effort::ZERO).is_none());
        assert_eq!(lay(&[], Date::constant(2027, 3, 1), Effort::whole(1)), Some(vec![]));
    }
}
