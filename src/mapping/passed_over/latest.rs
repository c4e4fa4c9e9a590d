//! `--latest-of`: of the rows of the same respondent the latest one.
//!
//! The latest is the one that says the latest time, where the table has a column of times and all rows in question say
//! one in it that can be read in one way only, year first; else it is the last in the table.

use std::collections::{BTreeSet, HashMap};

use super::Place;
use crate::mapping::{Columns, plain};

/// Columns of the time when a response came in, the most telling first.
const TIMES: [&str; 19] = [
    "submit date (utc)",
    "submitdate",
    "date submitted",
    "recordeddate",
    "recorded date",
    "_submission_time",
    "submissiondate",
    "submission date",
    "submitted at",
    "completion time",
    "enddate",
    "end date",
    "timestamp",
    "タイムスタンプ",
    "回答完了日時",
    "送信日時",
    "回答日時",
    "回答日",
    "end",
];

/// A time as it can be compared, and what stands behind it, such as a zone.
type Time = (u64, String);

/// The rows of each respondent.
#[derive(Debug)]
pub(super) struct Latest {
    /// The places of the columns that tell respondents apart, and of the column of times.
    pub(super) of: Vec<usize>,
    pub(super) time: Option<usize>,
    rows: HashMap<u128, Vec<(Place, u64)>>,
    /// What stands behind times, and nothing where a row says no time.
    zones: BTreeSet<Option<String>>,
}

impl Latest {
    pub(super) fn new(columns: &Columns, of: &[usize]) -> Self {
        let headers: Vec<String> =
            columns.list.iter().filter(|column| column.is_carried()).map(|column| plain(&column.header)).collect();
        let time = TIMES.iter().find_map(|name| {
            headers.iter().position(|header| header == name || header.starts_with(&format!("{name}. ")))
        });
        Self { of: of.to_vec(), time: time.filter(|_| !of.is_empty()), rows: HashMap::new(), zones: BTreeSet::new() }
    }

    /// Adds the row at `place` of the respondent with this key.
    pub(super) fn add(&mut self, key: u128, place: Place, time: Option<&[u8]>) {
        let time = time.and_then(|text| read_time(&String::from_utf8_lossy(text)));
        let (time, zone) = time.map_or((0, None), |(time, zone)| (time, Some(zone)));
        // Two are as many as it takes to know that they are not all the same.
        if self.zones.len() < 2 {
            self.zones.insert(zone);
        }
        self.rows.entry(key).or_default().push((place, time));
    }

    pub(super) fn merge(&mut self, other: Self) {
        other.rows.into_iter().for_each(|(key, rows)| self.rows.entry(key).or_default().extend(rows));
        self.zones.extend(other.zones);
    }

    /// Whether times say which row is the latest.
    pub(super) fn by_time(&self) -> bool {
        self.time.is_some() && self.zones.len() == 1 && !self.zones.contains(&None)
    }

    /// All rows that are not the latest of their respondent.
    pub(super) fn earlier(self) -> impl Iterator<Item = Place> {
        let by_time = self.by_time();
        self.rows.into_values().filter(|rows| rows.len() > 1).flat_map(move |mut rows| {
            rows.sort_unstable_by_key(|(place, time)| (if by_time { *time } else { 0 }, *place));
            rows.pop();
            rows.into_iter().map(|(place, _)| place)
        })
    }
}

/// A time whose year stands first: `2026-10-01T09:12:00+09:00`, `2026/10/01 9:12:00 PM GMT+9`, `2026/10/01 午後9:12`,
/// `2026年10月1日`.
fn read_time(text: &str) -> Option<Time> {
    let folded = plain(text);
    let mut rest = folded.as_str();
    let mut parts = [0u64; 6];
    let (mut hours, mut fraction) = (None, 0);
    for (at, part) in parts.iter_mut().enumerate() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let fits = if at == 0 { length == 4 } else { (1..=2).contains(&length) };
        if !fits && at < 3 {
            return None;
        }
        if !fits {
            break;
        }
        *part = rest[..length].parse().ok()?;
        rest = &rest[length..];
        // What stands between two parts is one sign, or the word for the part.
        let sign = match at {
            0 | 1 => rest.strip_prefix(['-', '/', '.', '年', '月']),
            2 => rest.strip_prefix('日').or(Some(rest)).map(|rest| rest.trim_start_matches([' ', 't'])),
            3 | 4 => rest.strip_prefix(':'),
            _ => None,
        };
        match sign {
            Some(behind) => rest = behind,
            None if at < 2 => return None,
            None => break,
        }
        if at == 2 {
            (hours, rest) = half(rest);
        }
    }
    if let Some(digits) = rest.strip_prefix('.') {
        rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = digits[..digits.len() - rest.len()].chars().chain("00000".chars()).take(5);
        fraction = digits.collect::<String>().parse().ok()?;
    }
    if hours.is_none() {
        (hours, rest) = half(rest);
    }
    let [_, month, day, hour, minute, second] = parts;
    let most = if hours.is_some() { 12 } else { 23 };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > most || minute > 59 || second > 60 {
        return None;
    }
    if let Some(hours) = hours {
        parts[3] = hour % 12 + hours;
    }
    let time = parts.iter().fold(0, |time, part| time * 100 + part) * 100_000 + fraction;
    is_zone(rest).then(|| (time, rest.to_owned()))
}

/// The hours that the half of the day adds with which a text begins, and the rest.
fn half(text: &str) -> (Option<u64>, &str) {
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

/// Whether what stands behind a time is a zone that tells it whole, or nothing.
fn is_zone(text: &str) -> bool {
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    let behind = ["gmt", "utc", "z"].iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text).trim_start();
    let digits = behind.strip_prefix(['+', '-', '−']).unwrap_or_default();
    behind.is_empty() || (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_only_where_the_year_stands_first() {
        let time = |text: &str| read_time(text).map(|(time, zone)| format!("{}{zone}", time / 100_000));
        for (text, expected) in [
            ("2026-10-01", "20261001000000"),
            ("2026/10/1 9:05", "20261001090500"),
            ("2026-10-01T09:05:07.123+09:00", "20261001090507+09:00"),
            ("2026/10/01 9:12:00 PM GMT+9", "20261001211200gmt+9"),
            ("2026/10/01 12:12:00 am", "20261001001200"),
            ("2026年10月1日", "20261001000000"),
            ("2026/11/01 1:05:10 午後 GMT+9", "20261101130510gmt+9"),
            ("2026/11/01 午後 12:30", "20261101123000"),
            ("2026年11月1日 午前9:05", "20261101090500"),
            ("2026/11/01 1:05 p. m. UTC", "20261101130500utc"),
            ("2026-11-01 오후 1:05", "20261101130500"),
        ] {
            assert_eq!(time(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "10/01/2026 09:00",
            "1.10.2026",
            "Oct 1, 2026",
            "20261001",
            "46023.5",
            "2026",
            "2026-13-01",
            "2026-10-01 24:10",
            "2026-10-01 13:00 pm",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
        for half in ["ab", "nachm.", "μμ", "du soir", "jst"] {
            assert_eq!(time(&format!("2026/11/01 1:05:10 {half}")), None, "{half} may be half a day");
        }
        assert!(read_time("2026-10-01 09:05:07.25").unwrap().0 > read_time("2026-10-01 09:05:07.123").unwrap().0);
    }
}
