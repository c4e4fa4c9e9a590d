//! `--latest-of`: of the rows of the same respondent the latest one.
//!
//! The latest is the one that says the latest time, where the table has a column of times; else it is the last in the table.
//! Times of one respondent that cannot be read, compared or told apart are said, and nothing is taken for the latest then.

use std::collections::HashMap;

use super::Place;
use super::times::{self, Kind, Order, Time};
use super::words::is_of;
use crate::mapping::{Columns, plain};

/// Columns of the time when a response came in, the most telling first.
const TIMES: [&str; 36] = [
    "submit date (utc)",
    "submitdate",
    "date submitted",
    "recordeddate",
    "recorded date",
    "_submission_time",
    "submissiondate",
    "submission date",
    "submission time",
    "submitted at",
    "submitted on",
    "submitted",
    "submission started",
    "completion time",
    "completed at",
    "date completed",
    "fertigstellungszeit",
    "abschlusszeit",
    "heure de fin",
    "hora de finalización",
    "完了時刻",
    "enddate",
    "end date",
    "timestamp",
    "zeitstempel",
    "horodateur",
    "marca temporal",
    "informazioni cronologiche",
    "tijdstempel",
    "added time",
    "タイムスタンプ",
    "回答完了日時",
    "送信日時",
    "回答日時",
    "回答日",
    "end",
];

/// What headers have in them that tell of the end of a response, of its coming in, of any time, of its beginning, and of when it
/// was changed; and of times that are none of it.
const TELLING: [&str; 5] = [
    "complet submi finish ended 送信 完了 終了 提出 abgeschlossen abgeschickt beendet enviado envoi soumis terminé inskickad",
    "record receiv added timestamp time_stamp eingegangen 受付 受信 受領 登録 記入 入力 回答日 回答時 enreg reçu recibido entry response",
    "date time datum zeit fecha hora heure 日時 日付 時刻 eingegangen",
    "start begin began begun open creat erstellt créé creado skapad 開始 作成",
    "updat modif edited changed geändert bearbeitet actualiz ändrad 更新 変更 修正",
];
const CHANGED: usize = 4;
const TIME: &str = "date time datum zeit fecha hora heure 日 時 eingegangen";
/// Headers that name a time and nothing else.
const ALONE: &str = "created|modified|updated|last modified|last updated|last edited|received|added|entered|erstellt|geändert|\
    zuletzt geändert|créé le|modifié le|creado|modificado|skapad|ändrad";
const NONE: &str = "taken duration second minute spent zone dauer durée duración birth due hire first last seen 所要 生年 candidate \
    mandate validat consolidat sentiment";

/// How long the text of a cell may be that is shown.
const SHOWN: usize = 100;

/// What stands first in dates such as `03/04/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// Why it cannot be told which row is the latest of a respondent, by a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untimed<Row> {
    /// What it says is no time.
    Unread(Row, String),
    /// Its time is of another kind than the one of the other row.
    Apart(Row, Row),
    /// Its day may stand before the month or behind it: what it says, and the day where the month stands first and where the day
    /// does.
    Either(Row, String, [String; 2]),
}

/// The time that a row says, or what it says instead.
#[derive(Debug)]
enum Said {
    Time(Time),
    Text(Box<str>),
}

/// The rows of each respondent.
#[derive(Debug)]
pub(super) struct Latest {
    /// The places of the columns that tell respondents apart, and of the column of times.
    pub(super) of: Vec<usize>,
    pub(super) time: Option<usize>,
    /// Whether it is known to have times, so that numbers are some.
    numbers: bool,
    rows: HashMap<u128, Vec<(Place, Said)>>,
    /// Whether any row says when.
    any: bool,
    /// Where no column is known to have times, those of which no cell has anything else, and whether any has one.
    others: Vec<(usize, bool)>,
    /// Whether there is a date in which the day must stand first, and one in which the month must.
    day_first: bool,
    month_first: bool,
    /// The first date in which either may.
    either: Option<(Place, String, [String; 2])>,
}

impl Latest {
    pub(super) fn new(columns: &Columns, of: &[usize]) -> Self {
        // Where nobody asks, it is not looked for.
        let carried = columns.list.iter().filter(|column| column.is_carried() && !of.is_empty());
        let headers: Vec<String> = carried.map(|column| plain(&column.header)).collect();
        let known = TIMES.iter().find_map(|name| {
            headers.iter().position(|header| header == name || header.starts_with(&format!("{name}. ")))
        });
        let rank = |at: usize| Some((rank(&headers[at])?, at));
        let time = known.or_else(|| (0..headers.len()).filter_map(rank).min().map(|(_, at)| at));
        // Programs name a moment so, and may count seconds.
        let is_moment = |at: usize| ["edat", "ed_at", "ed at"].iter().any(|end| headers[at].ends_with(end));
        let (rows, numbers) = (HashMap::new(), known.is_some() || time.is_some_and(is_moment));
        let is_other = |at: &usize| !of.contains(at) && !has(NONE, &headers[*at]);
        let others = (0..headers.len()).filter(|_| time.is_none()).filter(is_other);
        let others = others.map(|at| (at, false)).collect();
        let (day_first, month_first, either) = (false, false, None);
        Self { of: of.to_vec(), time, numbers, rows, any: false, others, day_first, month_first, either }
    }

    /// Looks for times in columns of which it is not known what they have.
    pub(super) fn look<'r>(&mut self, cell: impl Fn(usize) -> &'r [u8]) {
        self.others.retain_mut(|(at, any)| {
            let text = String::from_utf8_lossy(cell(*at));
            let is_time = || times::read(text.trim()).is_some_and(|time| !matches!(time.kind, Kind::Number(_)));
            *any |= !text.trim().is_empty();
            text.trim().is_empty() || is_time()
        });
    }

    /// The first column of which every cell says when, where none is known to.
    pub(super) fn other(&self) -> Option<usize> {
        self.others.iter().find(|(_, any)| *any).map(|(at, _)| *at)
    }

    /// Adds the row at `place` of the respondent with this key.
    pub(super) fn add(&mut self, key: u128, place: Place, time: Option<&[u8]>) {
        let text = String::from_utf8_lossy(time.unwrap_or_default());
        let text = text.trim();
        self.any |= !text.is_empty();
        let shown = || text.chars().take(SHOWN).collect::<String>();
        let time = times::read(text).filter(|time| self.numbers || !matches!(time.kind, Kind::Number(_)));
        let said = time.map_or_else(|| Said::Text(shown().into()), Said::Time);
        if let Said::Time(time) = &said {
            self.day_first |= time.order == Order::DayFirst;
            self.month_first |= time.order == Order::MonthFirst;
            if time.order == Order::Either && self.either.as_ref().is_none_or(|(first, ..)| place < *first) {
                let days = [time.month_first, time.day_first].map(times::day);
                self.either = Some((place, shown(), days));
            }
        }
        self.rows.entry(key).or_default().push((place, said));
    }

    pub(super) fn merge(&mut self, other: Self) {
        other.rows.into_iter().for_each(|(key, rows)| self.rows.entry(key).or_default().extend(rows));
        self.any |= other.any;
        let both =
            |(at, any): &(usize, bool)| other.others.iter().find(|(of, _)| of == at).map(|of| (*at, *any || of.1));
        self.others = self.others.iter().filter_map(both).collect();
        self.day_first |= other.day_first;
        self.month_first |= other.month_first;
        self.either = self.either.take().into_iter().chain(other.either).min();
    }

    /// Whether times say which row is the latest.
    pub(super) fn by_time(&self) -> bool {
        self.time.is_some() && self.any
    }

    /// All rows that are not the latest of their respondent, where dates have this order; else why it cannot be told.
    pub(super) fn earlier(self, order: Option<DateOrder>) -> Result<Vec<Place>, Untimed<Place>> {
        let by_time = self.by_time();
        let order = order.or(match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        });
        let (mut earlier, mut untimed) = (Vec::new(), Vec::new());
        for mut rows in self.rows.into_values().filter(|rows| rows.len() > 1) {
            rows.sort_unstable_by_key(|(place, _)| *place);
            match if by_time { latest(&rows, order) } else { Ok(rows.len() - 1) } {
                Ok(latest) => {
                    earlier.extend(rows.iter().enumerate().filter(|(at, _)| *at != latest).map(|(_, row)| row.0));
                }
                Err(why) => untimed.push(why),
            }
        }
        match (untimed.into_iter().min_by_key(Untimed::row), self.either) {
            (None, _) => Ok(earlier),
            // The first of all dates tells as much.
            (Some(Untimed::Either(..)), Some((place, text, days))) => Err(Untimed::Either(place, text, days)),
            (Some(why), _) => Err(why),
        }
    }
}

/// How much the header of a column tells that it has the times of responses, the least being best.
fn rank(header: &str) -> Option<usize> {
    // What stands in brackets is how they are written.
    let header = header.split('(').next().unwrap_or_default().trim();
    let ends = |ends: &[&str]| ends.iter().any(|end| header.ends_with(end));
    let alone = is_of(ALONE, header);
    let is_time = alone || has(TIME, header) || ends(&[" at", "_at", "edat", " on", "_on", "edon", " am"]);
    // Whoever did it is no time.
    let is_one = is_time && !ends(&[" by", "_by", "edby", "者"]);
    let changed = has(TELLING[CHANGED], header);
    if is_one && changed {
        return Some(CHANGED + 2);
    }
    let starts = has(TELLING[3], header);
    let rank = TELLING.iter().position(|list| has(list, header)).filter(|_| is_one && (alone || !has(NONE, header)));
    rank.map(|rank| if starts { TELLING.len() } else { rank })
}

/// Whether a header has any of these in it.
fn has(list: &str, header: &str) -> bool {
    list.split_whitespace().any(|part| header.contains(part))
}

/// The place of the row with the latest time among those of one respondent, which are in the order of the table.
fn latest(rows: &[(Place, Said)], order: Option<DateOrder>) -> Result<usize, Untimed<Place>> {
    let mut times = Vec::new();
    for (place, said) in rows {
        match said {
            Said::Text(text) => return Err(Untimed::Unread(*place, text.to_string())),
            Said::Time(time) => times.push(time),
        }
    }
    if let Some(other) = times.iter().position(|time| time.kind != times[0].kind) {
        return Err(Untimed::Apart(rows[0].0, rows[other].0));
    }
    let last = |of: fn(&Time) -> i64| (0..times.len()).max_by_key(|at| (of(times[*at]), *at)).unwrap_or_default();
    let [month, day] = [last(|time| time.month_first), last(|time| time.day_first)];
    match order {
        Some(DateOrder::MonthFirst) => Ok(month),
        Some(DateOrder::DayFirst) => Ok(day),
        None if month == day => Ok(month),
        None => Err(Untimed::Either(rows[month].0, String::new(), [String::new(), String::new()])),
    }
}

impl<Row: Copy> Untimed<Row> {
    fn row(&self) -> Row {
        match self {
            Self::Unread(row, _) | Self::Apart(row, _) | Self::Either(row, ..) => *row,
        }
    }

    /// The same by rows that are called otherwise.
    pub(super) fn map<Other>(self, row: impl Fn(Row) -> Other) -> Untimed<Other> {
        match self {
            Self::Unread(at, text) => Untimed::Unread(row(at), text),
            Self::Apart(at, other) => Untimed::Apart(row(at), row(other)),
            Self::Either(at, text, days) => Untimed::Either(row(at), text, days),
        }
    }
}
