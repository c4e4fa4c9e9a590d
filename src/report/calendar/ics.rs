//! The calendar for other programs (iCalendar, RFC 5545): an all-day event for each action.
//!
//! It is written by hand: what is needed of the format is this, and the crates for it bring another calendar with them beside the one
//! that is here.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::answers::Status;
use crate::report::Report;
use crate::report::model::Scheduled;
use crate::text::plain;

/// The most bytes of a line.
const LINE: usize = 75;

/// The events of a result's calendar. The same result gives the same text: events bear the day on which the plan begins for a time.
pub fn ics(report: &Report) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(&mut out, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(concat!("PRODID:-//cxm//cxm ", env!("CARGO_PKG_VERSION"), "//EN"));
    line("CALSCALE:GREGORIAN");
    line(&format!("X-WR-CALNAME:{}", escape(&crate::report::text::title(report))));
    if let Some(schedule) = &report.schedule {
        for action in &schedule.actions {
            event(&mut line, report, action, schedule.start.0);
        }
    }
    line("END:VCALENDAR");
    out
}

fn event(line: &mut impl FnMut(&str), report: &Report, action: &Scheduled, stamp: Date) {
    let subject = report.subject().unwrap_or_default();
    let about = [report.assessment.id.as_str(), subject].join("/");
    line("BEGIN:VEVENT");
    line(&format!("UID:{}-{:016x}@cxm", action.action, hash(&about)));
    line(&format!("DTSTAMP:{}T000000Z", stamp.strftime("%Y%m%d")));
    line(&format!("DTSTART;VALUE=DATE:{}", action.start.0.strftime("%Y%m%d")));
    // The day behind the last one.
    if let Ok(end) = action.end.0.checked_add(1.day()) {
        line(&format!("DTEND;VALUE=DATE:{}", end.strftime("%Y%m%d")));
    }
    line(&format!("SUMMARY:{}", escape(&action.title)));
    let owner = action.about.owner.iter().cloned();
    let steps = action.steps.iter().map(|step| format!("- {}", plain(step)));
    let texts = [plain(&action.why).into_owned()].into_iter().chain(steps).chain(action.about.note.clone());
    line(&format!("DESCRIPTION:{}", escape(&owner.chain(texts).collect::<Vec<_>>().join("\n"))));
    line(&format!("CATEGORIES:{}", if action.status == Status::Doing { "doing" } else { "todo" }));
    // A plan is no reason to be engaged.
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
}

/// Which events are the same from one calendar to the next (FNV-1a).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A text as a value.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c != '\r') {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A line, broken where it is too long; no character is.
fn fold(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_read_back() {
        let text = format!("SUMMARY:{}", "長い文字列、".repeat(40));
        let mut out = String::new();
        fold(&mut out, &text);
        assert!(out.split("\r\n").all(|line| line.len() <= LINE), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        assert_eq!(escape("a,b;c\\d\r\ne\u{7}"), "a\\,b\\;c\\\\d\\ne ");
    }
}
