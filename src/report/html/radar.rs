//! The radar chart as geometry: where its lines and labels are. What they look like is up to the template.
//!
//! It shows what the table of criteria says, so it has no numbers. With fewer than three criteria there is no area to
//! see, and no chart.

use std::f64::consts::TAU;

use crate::exact::Score;
use crate::report::Report;
use crate::score::InPlace;

/// A radar chart in a box of [`WIDTH`] by [`HEIGHT`].
pub(super) struct Radar {
    /// Circles at a quarter, half, three quarters and the whole.
    pub(super) rings: [f64; 4],
    pub(super) axes: Vec<Axis>,
    /// From where criteria are in place.
    pub(super) threshold: String,
    /// Scores at worst.
    pub(super) now: String,
    /// Scores at best, where questions are open.
    pub(super) best: Option<String>,
    /// Scores when the route is done, where that is known.
    pub(super) after: Option<String>,
    pub(super) previous: Option<String>,
}

pub(super) struct Axis {
    pub(super) end: Point,
    pub(super) label: Label,
    /// Where its score is; none where it is not applicable.
    pub(super) dot: Option<Point>,
    pub(super) in_place: bool,
}

/// A box for text, which the browser breaks into lines by the rules of its language.
pub(super) struct Label {
    pub(super) corner: Point,
    pub(super) width: f64,
    /// Where the text is in it, as the name of a style: `above`, `below`, `left` or `right` of the chart.
    pub(super) side: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

pub(super) const WIDTH: f64 = 600.0;
pub(super) const HEIGHT: f64 = 430.0;
const RADIUS: f64 = 150.0;
/// The height of the box of a name: four lines.
pub(super) const LABEL_HEIGHT: f64 = 80.0;
/// From the end of an axis to its name.
const GAP: f64 = 12.0;
/// With more criteria than this, names would run into each other.
const MOST: usize = 12;

pub(super) fn radar(report: &Report) -> Option<Radar> {
    let count = report.criteria.len();
    if !(3..=MOST).contains(&count) {
        return None;
    }
    let polygon = |scores: Vec<Option<Score>>| {
        let points = scores.iter().enumerate().filter_map(|(at, score)| Some(place(at, count, (*score)?)));
        let points: Vec<String> = points.map(|point| format!("{:.1},{:.1}", point.x, point.y)).collect();
        points.join(" ")
    };
    let criteria = || report.criteria.iter();
    let is_open = criteria().any(|criterion| criterion.low != criterion.high);
    let route = report.route.as_ref().filter(|route| !route.criteria_after.is_empty());
    Some(Radar {
        rings: [0.25, 0.5, 0.75, 1.0].map(|part| part * RADIUS),
        axes: (0..count).map(|at| axis(report, at)).collect(),
        threshold: polygon(criteria().map(|criterion| Some(criterion.threshold)).collect()),
        now: polygon(criteria().map(|criterion| criterion.low).collect()),
        best: is_open.then(|| polygon(criteria().map(|criterion| criterion.high).collect())),
        after: route.map(|route| polygon(route.criteria_after.iter().map(|after| after.score).collect())),
        previous: report
            .previous
            .as_ref()
            .map(|previous| polygon(previous.standing.criteria.iter().map(|c| c.low).collect())),
    })
}

fn axis(report: &Report, at: usize) -> Axis {
    let criterion = &report.criteria[at];
    let count = report.criteria.len();
    let end = place(at, count, Score::FULL);
    Axis {
        end,
        label: label(end),
        dot: criterion.low.map(|score| place(at, count, score)),
        in_place: criterion.in_place == InPlace::Yes,
    }
}

/// The box beside, above or below the end of an axis.
fn label(end: Point) -> Label {
    let (dx, dy) = (end.x - WIDTH / 2.0, end.y - HEIGHT / 2.0);
    let middle = end.y - LABEL_HEIGHT / 2.0 + dy / RADIUS * GAP;
    if dx.abs() > RADIUS / 4.0 {
        let (x, width, side) =
            if dx > 0.0 { (end.x + GAP, WIDTH - end.x - GAP, "right") } else { (0.0, end.x - GAP, "left") };
        return Label { corner: Point { x, y: middle }, width, side };
    }
    let width = WIDTH / 3.0;
    let (y, side) = if dy < 0.0 { (end.y - GAP / 2.0 - LABEL_HEIGHT, "above") } else { (end.y + GAP / 2.0, "below") };
    Label { corner: Point { x: end.x - width / 2.0, y }, width, side }
}

/// Where a score of the criterion with index `at` is: the first points up, the others follow clockwise.
fn place(at: usize, count: usize, score: Score) -> Point {
    let part = |at: usize| u32::try_from(at).map_or(0.0, f64::from);
    let angle = TAU * part(at) / part(count);
    let distance = RADIUS * f64::from(score.tenths()) / f64::from(Score::FULL.tenths());
    Point { x: WIDTH / 2.0 + distance * angle.sin(), y: HEIGHT / 2.0 - distance * angle.cos() }
}
