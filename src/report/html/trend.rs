//! The chart of scores over time as geometry: where its lines, marks and labels are. What they look like is up to the template.
//!
//! It shows what the table below it says, and is drawn where that is a development: the answers of one organisation, at
//! several times. Times are as far apart as their dates, if all have one.

use jiff::civil::Date;

use crate::answers::{DATE, date};
use crate::exact::Score;
use crate::report::comparison::Comparison;
use crate::report::model::Snapshot;

/// A chart in a box of [`WIDTH`] by [`HEIGHT`].
pub(super) struct Chart {
    /// The scores that have a line across, and where.
    pub(super) scale: Vec<(u16, f64)>,
    pub(super) times: Vec<Time>,
    /// The overall score, through all times.
    pub(super) overall: String,
    /// The scores of the criteria in their order.
    pub(super) criteria: Vec<Line>,
}

pub(super) struct Time {
    pub(super) x: f64,
    /// Where the overall score is.
    pub(super) y: f64,
    pub(super) label: String,
    pub(super) overall: String,
    pub(super) level: String,
    /// Where its texts are: at their `start`, in the `middle` or at their `end`.
    pub(super) anchor: &'static str,
}

pub(super) struct Line {
    pub(super) name: String,
    pub(super) points: String,
    /// The last point, and where the name behind it stands.
    pub(super) end: (f64, f64),
    pub(super) label: f64,
}

pub(super) const WIDTH: f64 = 720.0;
pub(super) const HEIGHT: f64 = 330.0;
pub(super) const LEFT: f64 = 34.0;
/// Where the names of criteria begin.
pub(super) const NAMES: f64 = 470.0;
const RIGHT: f64 = 450.0;
const TOP: f64 = 40.0;
pub(super) const BOTTOM: f64 = 285.0;
/// How far apart names are at least, so that none is written over another.
const LINE: f64 = 17.0;
/// How far apart times are at least, so that their texts have room.
const APART: f64 = 90.0;
/// With more criteria than this there is no room for their names.
const MOST: usize = 14;

/// The chart; none where the answers are of several, or at one time.
pub(super) fn chart(comparison: &Comparison) -> Option<Chart> {
    let sets = &comparison.sets;
    if sets.len() < 2 || !comparison.subjects.is_empty() || comparison.criteria.len() > MOST {
        return None;
    }
    let across = across(sets);
    let labels = comparison.labels();
    let last = sets.len() - 1;
    let times = sets.iter().enumerate().map(|(at, set)| Time {
        x: across[at],
        y: height(set.overall.low),
        label: labels[at].clone(),
        overall: set.overall.to_string(),
        level: set.level.name.clone(),
        anchor: if at == 0 {
            "start"
        } else if at == last {
            "end"
        } else {
            "middle"
        },
    });
    let mut criteria: Vec<Line> = comparison
        .criteria
        .iter()
        .filter_map(|criterion| {
            let scores = comparison.scores(criterion).zip(&across);
            let points: Vec<(f64, f64)> = scores.filter_map(|(score, x)| Some((*x, height(score.low?)))).collect();
            let end = *points.last()?;
            Some(Line { name: criterion.name.clone(), points: path(&points), end, label: end.1 })
        })
        .collect();
    spread(&mut criteria);
    let overall: Vec<(f64, f64)> = sets.iter().zip(&across).map(|(set, x)| (*x, height(set.overall.low))).collect();
    Some(Chart {
        scale: [0, 25, 50, 75, 100].map(|score| (score, at(f64::from(score)))).to_vec(),
        times: times.collect(),
        overall: path(&overall),
        criteria,
    })
}

/// Where each time is: by its date, unless one has none or their texts would then run into each other, and else evenly.
fn across(sets: &[Snapshot]) -> Vec<f64> {
    let day = |set: &Snapshot| Some(f64::from(date(set.metadata.get(DATE)?)?.since(Date::ZERO).ok()?.get_days()));
    let placed = |places: Vec<f64>| {
        let (first, last) = (*places.first()?, *places.last()?);
        let across: Vec<f64> =
            places.iter().map(|place| LEFT + (RIGHT - LEFT) * (place - first) / (last - first)).collect();
        across.windows(2).all(|pair| pair[1] - pair[0] >= APART).then_some(across)
    };
    let by_date = sets.iter().map(day).collect::<Option<Vec<f64>>>().and_then(placed);
    let step = (RIGHT - LEFT) / (sets.len() - 1) as f64;
    by_date.unwrap_or_else(|| (0..sets.len()).map(|at| LEFT + step * at as f64).collect())
}

fn height(score: Score) -> f64 {
    at(f64::from(score.tenths()) / 10.0)
}

fn at(score: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * score / 100.0
}

fn path(points: &[(f64, f64)]) -> String {
    points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
}

/// Moves names apart that would stand on one another, the least that is needed, within the chart.
fn spread(lines: &mut [Line]) {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|one, other| lines[*one].end.1.total_cmp(&lines[*other].end.1));
    let mut least = TOP;
    for at in &order {
        lines[*at].label = lines[*at].end.1.max(least);
        least = lines[*at].label + LINE;
    }
    let mut most = BOTTOM;
    for at in order.iter().rev() {
        lines[*at].label = lines[*at].label.min(most);
        most = lines[*at].label - LINE;
    }
}
