//! The plan as a page: its route on the calendar, and the steps of every action.

use askama::Template;
use jiff::civil::Date;

use super::STYLE;
use crate::answers::Status;
use crate::report::calendar::{self, Axis};
use crate::report::model::{Priority, Report, Schedule, Scheduled};
use crate::report::text::{self, route};
use crate::report::{advice, words};
use crate::words::Lang;

/// The parts of the axis of the chart.
const PARTS: u64 = 1000;
/// How far apart the names of months are at least.
const MONTH: u64 = 150;

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'a> {
    report: &'a Report,
    schedule: &'a Schedule,
    axis: Axis,
    lang: Lang,
    style: &'static str,
}

/// The plan of a result that has a calendar; none of any other.
pub fn render(report: &Report, lang: Lang) -> Option<String> {
    let schedule = report.schedule.as_ref()?;
    let page = PlanPage { report, schedule, axis: Axis::of(schedule), lang, style: STYLE };
    Some(page.render().expect("a string takes all that is written"))
}

impl PlanPage<'_> {
    /// The language; the result of a call is what a template can hand on as it is.
    fn lang(&self) -> Lang {
        self.lang
    }

    fn facts(&self) -> Vec<(&str, &str)> {
        let named = self.report.subject();
        let others = self.report.metadata.0.iter().filter(|(_, value)| Some(value.as_str()) != named);
        others.map(|(key, value)| (words::metadata_key(self.lang, key), value.as_str())).collect()
    }

    fn summary(&self) -> String {
        calendar::summary(self.report, self.schedule, self.lang)
    }

    fn late(&self) -> Vec<String> {
        calendar::late(self.schedule, self.lang)
    }

    /// The months that there is room for: where they begin in per cent, and what they are called.
    fn months(&self) -> Vec<(String, String)> {
        let mut months: Vec<(u64, Date)> = Vec::new();
        let all = self.axis.months();
        let at = |day: &Date| self.axis.before(*day, PARTS);
        for (place, month) in all.iter().enumerate() {
            let Some(from) = at(month) else { continue };
            let next = all.get(place + 1).and_then(at).unwrap_or(PARTS);
            let crowded = place == 0 && next < from + MONTH && all.len() > 1;
            if !crowded && months.last().is_none_or(|(last, _)| from >= last + MONTH) && from + MONTH <= PARTS {
                months.push((from, *month));
            }
        }
        let named = |(from, month): (u64, Date)| (percent(from), format!("{:04}-{:02}", month.year(), month.month()));
        months.into_iter().map(named).collect()
    }

    /// Where the bar of an action begins, and how long it is.
    fn bar(&self, action: &Scheduled) -> (u64, u64) {
        let start = self.axis.before(action.start.0, PARTS).unwrap_or_default();
        (start, self.axis.behind(action.end.0, PARTS, start) - start)
    }

    fn due(&self, action: &Scheduled) -> Option<u64> {
        action.about.due.and_then(|due| self.axis.before(due.0, PARTS))
    }

    fn is_doing(&self, action: &Scheduled) -> bool {
        action.status == Status::Doing
    }

    fn titled(&self, action: &Scheduled) -> String {
        calendar::titled(action, self.lang)
    }

    /// When an action is done, at what effort and by whom.
    fn dates(&self, action: &Scheduled) -> String {
        let effort = text::effort(self.lang, self.report, action.effort);
        let dates = words::from_to(self.lang, &action.start, &action.end);
        [dates, effort].into_iter().chain(route::who(self.lang, &action.about)).collect::<Vec<_>>().join(" · ")
    }

    fn facts_of(&self, priority: &Priority) -> String {
        let reasons = advice::reasons(self.report, priority, self.lang).into_iter().filter(|_| priority.on_route);
        let facts = route::facts(self.lang, self.report, priority).into_iter();
        facts.chain(reasons).chain(route::comes_after(self.lang, self.report, priority)).collect::<Vec<_>>().join(" · ")
    }
}

/// Thousandths as per cent.
fn percent(parts: u64) -> String {
    format!("{}.{}%", parts / 10, parts % 10)
}
