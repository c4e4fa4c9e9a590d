//! The axis of a chart: whole weeks, from the Monday of the first to the Sunday of the last.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::plan::schedule::monday;
use crate::report::model::Schedule;

/// From a Monday, so many days.
pub(in crate::report) struct Axis {
    first: Date,
    days: u64,
}

impl Axis {
    pub(in crate::report) fn of(schedule: &Schedule) -> Self {
        let first = monday(schedule.start.0).unwrap_or(schedule.start.0);
        let days = between(first, schedule.end.0) + 1;
        Self { first, days: days.div_ceil(7) * 7 }
    }

    /// How much of the axis is before a day, in so many parts; none where the day is not on it.
    pub(in crate::report) fn before(&self, day: Date, parts: u64) -> Option<u64> {
        let days = day >= self.first && between(self.first, day) < self.days;
        days.then(|| between(self.first, day) * parts / self.days)
    }

    /// The same for the end of a day, at least one part behind `start`.
    pub(in crate::report) fn behind(&self, day: Date, parts: u64, start: u64) -> u64 {
        ((between(self.first, day) + 1) * parts).div_ceil(self.days).max(start + 1).min(parts)
    }

    /// The first day of the axis, and of each month on it.
    pub(in crate::report) fn months(&self) -> Vec<Date> {
        let mut months = vec![self.first];
        let mut next = self.first.first_of_month().checked_add(1.month()).ok();
        while let Some(month) = next.filter(|month| self.before(*month, 1).is_some()) {
            months.push(month);
            next = month.checked_add(1.month()).ok();
        }
        months
    }
}

/// The days from one to another that is not before it.
fn between(from: Date, to: Date) -> u64 {
    let days = from.until(to).map(|span| span.get_days()).unwrap_or_default();
    u64::try_from(days).unwrap_or_default()
}
