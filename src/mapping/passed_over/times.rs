//! Times as programs and people write them. Where the day may stand before the month or behind it, a cell says two, and only
//! the whole column, or the user, tells which.

use crate::mapping::plain;

/// What a cell says of when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// By a clock that goes on, where the month stands first and where the day does; they are one where only one can be meant.
    pub(super) month_first: i64,
    pub(super) day_first: i64,
    pub(super) kind: Kind,
    /// Whether it can be both, or which of the two it must be, if that stands in its numbers alone.
    pub(super) order: Order,
}

/// Times of one kind can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, such as the days of a spreadsheet or the seconds of a computer; if it is long, with so many digits.
    Number(usize),
    /// By a clock of which nothing is said.
    Local,
    /// By one that is told by its distance from UTC.
    Universal,
    /// By one with this name.
    Named(&'static str),
}

/// How the numbers of a date are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Nothing is to be decided.
    Told,
    Either,
    DayFirst,
    MonthFirst,
}

/// Names of months, by number from 1.
const MONTHS: [&str; 12] = [
    "jan january januar jänner janvier janv enero ene",
    "feb february februar fév févr février febrero",
    "mar march mär märz mrz mars marzo",
    "apr april avr avril abr abril",
    "may mai mayo",
    "jun june juni juin junio",
    "jul july juli juil juillet julio",
    "aug august août aout agosto ago",
    "sep sept september septembre septiembre",
    "oct october okt oktober octobre octubre",
    "nov november novembre noviembre",
    "dec december dez dezember déc décembre dic diciembre",
];
/// Names of days that stand before a date.
const DAYS: &str = "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch \
    donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes \
    sábado domingo";
/// Zones by name: any are compared only among themselves.
const ZONES: &str = "jst kst ist est edt cst cdt mst mdt pst pdt cet cest bst wet west eet eest aest aedt acst awst nzst nzdt \
    msk sgt hkt sast brt art";

/// What is counted in a second, and the digits behind the point that are looked at.
const SECOND: i64 = 100_000;
const FRACTION: usize = 5;

/// The time that a text tells, if it is one.
pub(super) fn read(text: &str) -> Option<Time> {
    let folded = plain(text);
    number(&folded).or_else(|| {
        // Few texts have a year in them.
        folded.as_bytes().windows(4).find(|four| four.iter().all(u8::is_ascii_digit))?;
        let (dates, rest) = date(without_day(&folded))?;
        let (clock, rest) = clock(rest)?;
        let (kind, offset) = zone(rest)?;
        let at = |days: i64| (days * 86_400 - offset * 60) * SECOND + clock;
        let (order, month, day) = match dates {
            Dates::One(days) => (Order::Told, days, days),
            Dates::Two(Some(month), Some(day)) if month != day => (Order::Either, month, day),
            Dates::Two(Some(month), Some(day)) => (Order::Told, month, day),
            Dates::Two(Some(month), None) => (Order::MonthFirst, month, month),
            Dates::Two(None, Some(day)) => (Order::DayFirst, day, day),
            Dates::Two(None, None) => return None,
        };
        Some(Time { month_first: at(month), day_first: at(day), kind, order })
    })
}

/// The day of a time, year first.
pub(super) fn day(time: i64) -> String {
    // The days since the first of March of the year 0, of which each 400 years have the same number.
    let days = time.div_euclid(86_400 * SECOND) + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + i64::from(month <= 2))
}

/// The days since 1970, if there is such a day.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let of_year = (153 * month + 2) / 5 + day - 1;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    (1..=last).contains(&day).then_some(year * 365 + leaps + of_year - 719_468)
}

/// The days that a date may be.
enum Dates {
    One(i64),
    /// Where the month stands first, and where the day does.
    Two(Option<i64>, Option<i64>),
}

fn number(text: &str) -> Option<Time> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let time = whole.parse::<i64>().ok()?.checked_mul(SECOND)?.checked_add(parts_of_second(fraction))?;
    let kind = Kind::Number(if whole.len() < 8 { 0 } else { whole.len() });
    Some(Time { month_first: time, day_first: time, kind, order: Order::Told })
}

/// What digits behind the point of a second come to.
fn parts_of_second(digits: &str) -> i64 {
    digits
        .bytes()
        .chain(std::iter::repeat(b'0'))
        .take(FRACTION)
        .fold(0, |sum, digit| 10 * sum + i64::from(digit - b'0'))
}

/// A number of so many digits at most, and the rest.
fn digits(text: &str, most: usize) -> Option<(i64, usize, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let fits = (1..=most).contains(&length);
    Some((text[..length].parse().ok().filter(|_| fits)?, length, &text[length..]))
}

/// The letters that a text begins with, and the rest.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

fn is_of(list: &'static str, word: &str) -> Option<&'static str> {
    list.split_whitespace().find(|of| *of == word)
}

/// A text without the name of a day before it.
fn without_day(text: &str) -> &str {
    let (day, rest) = word(text);
    if is_of(DAYS, day).is_some() { rest.trim_start_matches(['.', ',', ' ']) } else { text }
}

fn date(text: &str) -> Option<(Dates, &str)> {
    let (dates, rest) = year_first(text).or_else(|| year_last(text)).or_else(|| named_month(text))?;
    // The day in Japanese, in brackets.
    let day = rest.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let is_day = |day: &str| day.chars().count() == 1 && "月火水木金土日".contains(day);
    Some((dates, day.filter(|(day, _)| is_day(day)).map_or(rest, |(_, rest)| rest)))
}

/// `2026-10-01`, `2026/10/1`, `2026年10月1日`.
fn year_first(text: &str) -> Option<(Dates, &str)> {
    let signs = ['-', '/', '.', '年', '月'];
    let (year, _, rest) = digits(text, 4).filter(|(_, length, _)| *length == 4)?;
    let (month, _, rest) = digits(rest.strip_prefix(signs)?, 2)?;
    let (day, _, rest) = digits(rest.strip_prefix(signs)?, 2)?;
    Some((Dates::One(days(year, month, day)?), rest.strip_prefix('日').unwrap_or(rest)))
}

/// `1.10.2026`, `10/1/2026`, `01-10-2026`. With dots the day stands first.
fn year_last(text: &str) -> Option<(Dates, &str)> {
    let (first, _, rest) = digits(text, 2)?;
    let sign = rest.chars().next().filter(|sign| matches!(sign, '.' | '/' | '-'))?;
    let next = |rest: &str| Some(rest.strip_prefix(sign)?.trim_start().len());
    let (second, _, rest) = digits(&rest[rest.len() - next(rest)?..], 2)?;
    let (year, _, rest) = digits(&rest[rest.len() - next(rest)?..], 4).filter(|(_, length, _)| *length == 4)?;
    let day_first = days(year, second, first);
    let dates = if sign == '.' { Dates::One(day_first?) } else { Dates::Two(days(year, first, second), day_first) };
    Some((dates, rest))
}

/// `Oct 1, 2026`, `1 October 2026`, `1. Oktober 2026`, `1-Oct-2026`, `1 de octubre de 2026`.
fn named_month(text: &str) -> Option<(Dates, &str)> {
    let signs = ['.', ',', ' ', '-', '/'];
    let number_of = |name: &str| MONTHS.iter().zip(1..).find(|(names, _)| is_of(names, name).is_some());
    let month = |text: &'_ str| {
        let (name, rest) = word(text);
        Some((number_of(name)?.1, text.len() - rest.len()))
    };
    let day = |text: &'_ str| {
        let (day, length, rest) = digits(text, 2)?;
        let (ordinal, _) = word(rest);
        let ordinal = if matches!(ordinal, "st" | "nd" | "rd" | "th" | "er" | "o") { ordinal.len() } else { 0 };
        Some((day, length + ordinal))
    };
    let behind = |text: &'_ str, length: usize| {
        let rest = text[length..].trim_start_matches(signs);
        let rest = ["de ", "del ", "of "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        text.len() - rest.len()
    };
    let (day, month, at) = if let Some((day, length)) = day(text) {
        let at = behind(text, length);
        let (month, length) = month(&text[at..])?;
        (day, month, behind(text, at + length))
    } else {
        let (month, length) = month(text)?;
        let at = behind(text, length);
        let (day, length) = day(&text[at..])?;
        (day, month, behind(text, at + length))
    };
    let (year, _, rest) = digits(&text[at..], 4).filter(|(_, length, _)| *length == 4)?;
    Some((Dates::One(days(year, month, day)?), rest))
}

/// The time of the day that stands behind a date, and what stands behind that.
fn clock(text: &str) -> Option<(i64, &str)> {
    let between = ["at ", "um ", "à ", "a las ", "- "];
    let mut rest = text.trim_start_matches([' ', ',', 't']);
    rest = between.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest).trim_start();
    let (mut half, behind) = half_of_day(rest);
    let Some((hour, _, behind)) = digits(behind, 2) else { return half.is_none().then_some((0, rest)) };
    let (minute, _, mut behind) = digits(behind.strip_prefix([':', 'h', '時'])?, 2)?;
    let (mut second, mut fraction) = (0, 0);
    if let Some((seconds, _, rest)) = behind.strip_prefix([':', '分']).and_then(|rest| digits(rest, 2)) {
        (second, behind) = (seconds, rest);
        if let Some(digits) = rest.strip_prefix(['.', ',']) {
            let length = digits.bytes().take_while(u8::is_ascii_digit).count();
            (fraction, behind) = (parts_of_second(&digits[..length]), &digits[length..]);
        }
    }
    behind = behind.trim_start_matches(['分', '秒']).trim_start();
    behind = behind.strip_prefix("uhr").unwrap_or(behind);
    if half.is_none() {
        (half, behind) = half_of_day(behind);
    }
    if hour > if half.is_some() { 12 } else { 23 } || minute > 59 || second > 60 {
        return None;
    }
    let hour = half.map_or(hour, |half| hour % 12 + half);
    Some(((hour * 3_600 + minute * 60 + second) * SECOND + fraction, behind))
}

/// The hours that the half of the day adds with which a text begins, and the rest.
fn half_of_day(text: &str) -> (Option<i64>, &str) {
    let text = text.trim_start();
    let words = [("a", 0), ("p", 12)].iter().find_map(|(letter, hours)| {
        let behind = text.strip_prefix(letter)?.trim_start_matches(['.', ' ']).strip_prefix('m')?;
        let behind = behind.strip_prefix('.').unwrap_or(behind);
        (!behind.starts_with(char::is_alphanumeric)).then(|| (*hours, behind.trim_start()))
    });
    let names = || {
        let names = [("午前", 0), ("午後", 12), ("오전", 0), ("오후", 12), ("上午", 0), ("下午", 12)];
        names.iter().find_map(|(name, hours)| Some((*hours, text.strip_prefix(name)?.trim_start())))
    };
    words.or_else(names).map_or((None, text), |(hours, behind)| (Some(hours), behind))
}

/// The clock that stands behind a time, and by how many minutes it is ahead of UTC.
fn zone(text: &str) -> Option<(Kind, i64)> {
    let text = text.trim();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    // Browsers write its name behind it.
    let text = text.split_once(" (").map_or(text, |(text, _)| text);
    if text.is_empty() {
        return Some((Kind::Local, 0));
    }
    if let Some(name) = is_of(ZONES, text) {
        return Some((Kind::Named(name), 0));
    }
    let behind = ["gmt", "utc", "z"].iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text).trim_start();
    if behind.is_empty() {
        return Some((Kind::Universal, 0));
    }
    let distance = behind.strip_prefix(['+', '-', '−'])?;
    let (hours, minutes) = match distance.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None => distance.split_at_checked(if distance.len() > 2 { distance.len() - 2 } else { distance.len() })?,
    };
    let ((hours, _, ""), minutes) = (digits(hours, 2)?, digits(minutes, 2).map_or(0, |(minutes, ..)| minutes)) else {
        return None;
    };
    let ahead = hours * 60 + minutes;
    Some((Kind::Universal, if behind.starts_with('+') { ahead } else { -ahead }))
}

#[cfg(test)]
mod tests;
