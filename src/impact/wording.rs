//! What a change does, in words that the terminal and Markdown share. Grouped by what changes, the first named and the rest
//! counted.

use super::{
    ChallengeEffect, Change, CriterionEffect, Difference, Effect, GroupMark, Impact, Kind, Lost, Mark, Reason,
    Standing, Told,
};
use crate::definition::{GONE, Rename};
use crate::exact::Score;
use crate::score::Found;
use crate::text::{self, excerpt};

/// The most that are named of a group, and how wide a value may be.
const NAMED: usize = 6;
const WIDE: usize = 60;

/// What the change does, in a sentence.
pub(super) fn summary(impact: &Impact) -> String {
    let sets = text::count(impact.sets.len(), "answer set");
    let parts = [
        (impact.level_changes, "level"),
        (impact.score_changes, "score"),
        (impact.route_changes, "route"),
        (impact.effort_changes, "effort"),
        (impact.challenge_changes, "challenges found"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, what)| format!("{count} change{} {what}", if count == 1 { "s" } else { "" }));
    let meaning = impact.meaning_changes;
    let have = if meaning == 1 { "has" } else { "have" };
    let meaning = (meaning > 0).then(|| format!("{meaning} {have} answers that mean something else now"));
    let lost = impact.lost_changes;
    let lose = if lost == 1 { "loses" } else { "lose" };
    let lost = (lost > 0).then(|| format!("{lost} {lose} answers"));
    let parts: Vec<String> = parts.chain(meaning).chain(lost).collect();
    match parts.split_last() {
        None if impact.sets.is_empty() => {
            let same = impact.difference.is_empty() && impact.difference.shown.is_empty();
            let what = if same { "nothing changes" } else { "this is what changes" };
            format!("No answer set was given: {what} in the definition.")
        }
        None if impact.difference.is_empty() && impact.difference.differs => {
            format!("Of {sets}, none changes; what reports show of the assessment does.")
        }
        None => format!("Of {sets}, none changes."),
        Some((last, [])) => format!("Of {sets}, {last}."),
        Some((last, rest)) => format!("Of {sets}, {} and {last}.", rest.join(", ")),
    }
}

/// What becomes of the answers themselves, where the changed definition is another major version.
pub(super) fn refused(impact: &Impact) -> Option<String> {
    let version = &impact.after.version;
    impact.other_major.then(|| {
        format!(
            "Version {version} is another major version and refuses these answers: points may mean something else. What \
             is said here holds where all points mean the same, as --accept-version says."
        )
    })
}

/// The heading above [`meaning`].
pub(super) fn meaning_heading(impact: &Impact) -> &'static str {
    match impact.meaning_changes {
        0 => "Answers would mean something else, but none of these is recorded",
        _ => "Recorded answers mean something else",
    }
}

/// By what answers mean something else, and what to do about it.
pub(super) fn meaning(impact: &Impact) -> Vec<String> {
    let difference = &impact.difference;
    let mut lines = groups(difference.changes.iter().filter(|change| change.meaning));
    for perhaps in &difference.perhaps_repointed {
        let to = |to: &Option<u32>| to.map_or(format!("\"{GONE}\""), |to| to.to_string());
        let points: Vec<String> = perhaps.points.iter().map(|(from, now)| format!("{from} = {}", to(now))).collect();
        let before = match impact.unraised_version {
            true => "the version that comes next".to_owned(),
            false => format!("`before = \"{}\"`", impact.after.version),
        };
        lines.push(format!(
            "options of {id} stand at other points: if they mean what they did, write `{}` under [renames.points.{id}], \
             with {before}",
            points.join(", "),
            id = perhaps.question,
        ));
    }
    if !lines.is_empty() && !impact.other_major {
        lines.push("only another major version keeps these answers from being scored all the same".to_owned());
    }
    lines
}

/// All else that changes in the definition, and what is lost by it.
pub(super) fn difference(impact: &Impact) -> Vec<String> {
    let kinds = impact.difference.kinds().into_iter().flat_map(|(name, kind)| kind_lines(name, kind));
    let changes = groups(impact.difference.changes.iter().filter(|change| !change.meaning));
    let Difference { differs, shown, .. } = &impact.difference;
    let renames = *differs && shown.is_empty() && impact.difference.is_empty();
    kinds.chain(changes).chain(renames.then(|| "what [renames] says of earlier versions".to_owned())).collect()
}

/// What changes of what reports show.
pub(super) fn shown(impact: &Impact) -> Vec<String> {
    groups(impact.difference.shown.iter())
}

/// What becomes of answers that there is no place for, and what to do about it.
pub(super) fn lost(impact: &Impact) -> Vec<String> {
    let mut lines: Vec<String> = impact.lost().into_iter().map(|(lost, count)| lost_line(lost, count)).collect();
    if !lines.is_empty() {
        lines.push("cxm score and cxm batch refuse these answer sets until cxm update has moved them on".to_owned());
    }
    lines
}

/// A line for each key of each table.
fn groups<'a>(changes: impl Iterator<Item = &'a Change>) -> Vec<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for change in changes {
        let language = change.language.as_ref().map(|language| format!(" in {language}")).unwrap_or_default();
        let heading = format!("{}, {}{language}", change.table, change.key);
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, items)) => items.push(item(change)),
            None => groups.push((heading, vec![item(change)])),
        }
    }
    groups.into_iter().map(|(heading, items)| format!("{heading}: {}", named(items, "; "))).collect()
}

fn item(change: &Change) -> String {
    let is_text = matches!(change.key, "text" | "help" | "options" | "not_applicable");
    let alike = change.before.as_ref().zip(change.after.as_ref()).map_or(0, |(before, after)| alike(before, after));
    let value = |value: &String| {
        let (skipped, rest) = value.split_at(alike);
        let value = format!("{}{}", if skipped.is_empty() { "" } else { "…" }, words(rest));
        if is_text { format!("\"{value}\"") } else { value }
    };
    let what = match &change.option {
        Some(option) => format!("{} {option}", change.id),
        None => change.id.clone(),
    };
    match (change.before.as_ref().map(value), change.after.as_ref().map(value)) {
        (Some(before), Some(after)) => format!("{what}: {before}, now {after}"),
        (Some(before), None) => format!("{what}: {before} is gone"),
        (None, Some(after)) => format!("{what}: {after} is new"),
        (None, None) => what,
    }
}

/// The beginning of a text, of which no word is cut; where words have no spaces between them, they may be.
fn words(text: &str) -> String {
    let shown = excerpt(text, WIDE);
    match shown.strip_suffix('…').and_then(|cut| Some((cut, cut.rfind(' ')?))) {
        Some((cut, space)) if !text.starts_with(&format!("{cut} ")) && space > WIDE / 2 => {
            format!("{} …", cut[..space].trim_end_matches([',', ' ']))
        }
        _ => shown,
    }
}

/// How much two texts begin alike that need not be shown: all but the last words of it.
fn alike(before: &str, after: &str) -> usize {
    const KEPT: usize = 20;
    let same = before.char_indices().zip(after.chars()).take_while(|((_, one), other)| one == other);
    let ends: Vec<usize> = same.map(|((at, one), _)| at + one.len_utf8()).collect();
    let Some(last) = ends.len().checked_sub(KEPT).and_then(|kept| ends.get(kept)) else { return 0 };
    // Where words have no spaces between them, they may be cut.
    before[..*last].rfind(' ').map_or(*last, |space| space + 1)
}

/// The first of a list, and how many more there are.
fn named(mut items: Vec<String>, between: &str) -> String {
    let count = items.len();
    if count > NAMED {
        items.truncate(NAMED);
        items.push(format!("and {} more", count - NAMED));
    }
    items.join(between)
}

/// What differs among things of one kind, beside their keys.
fn kind_lines(name: &str, kind: &Kind) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            lines.push(format!("{name} {what}: {}", named(items, ", ")));
        }
    };
    line("renamed", kind.renamed.iter().map(|Rename { from, to }| format!("{from} is now {to}")).collect());
    line("removed", kind.removed.clone());
    line("added", kind.added.clone());
    for Rename { from, to } in &kind.perhaps_renamed {
        lines.push(format!(
            "{from} and {to} have the same text: if it is a rename, write `{from} = \"{to}\"` under [renames.{name}]"
        ));
    }
    lines
}

/// What becomes of answers that are lost.
fn lost_line(lost: &Lost, count: usize) -> String {
    let sets = text::count(count, "answer set");
    let (Told::Question(id) | Told::Fact(id) | Told::Action(id)) = &lost.what;
    match (&lost.what, lost.reason) {
        (Told::Question(_), Reason::Removed) => format!("{id} is gone, with its answer in {sets}"),
        (Told::Action(_), Reason::Removed) => {
            format!(
                "{id} is gone, which {sets} called done or excluded or of another effort: they are refused as they are"
            )
        }
        (Told::Fact(_), Reason::Removed) => format!("{id} is gone, with what {sets} told of it"),
        (_, Reason::Merged) => {
            format!("{id} has become a question that is answered in {sets} already: its own answer is gone there")
        }
        (_, Reason::Points) => format!("{id} has no option of the points given in {sets}: it counts as open there"),
        (_, Reason::Gone) => format!("{id} has no more an option that {sets} chose: it counts as open there"),
        (_, Reason::NotApplicable) => {
            format!("{id} can be n/a no more, as it is in {sets}: it counts as open there")
        }
        (_, Reason::Option) => {
            format!("{id} has no more an option told in {sets}: that option counts as not told there")
        }
        (_, Reason::Several) => {
            format!("{id} can have one option only, and has several in {sets}: it counts as not told there")
        }
    }
}

/// The heads of the columns, and the cells of each row; a hyphen where there is nobody.
pub(super) fn matrix(impact: &Impact) -> (Vec<String>, Vec<Vec<String>>) {
    let none = impact.moves.iter().any(|row| row.last().is_some_and(|count| *count > 0));
    let columns = impact.after.levels.len() + usize::from(none);
    let heads = impact.after.levels.iter().cloned().chain(["none".to_owned()]).take(columns).collect();
    let cell = |count: &usize| if *count == 0 { "-".to_owned() } else { count.to_string() };
    let rows = impact.moves.iter().map(|row| row.iter().take(columns).map(cell).collect()).collect();
    (heads, rows)
}

/// What becomes of one answer set: its level, its scores, its route, and what its answers mean.
pub(super) fn effect(impact: &Impact, set: &Effect) -> Vec<String> {
    let mut lines = Vec::new();
    if !set.lost.is_empty() {
        let id = |Lost { what: Told::Question(id) | Told::Fact(id) | Told::Action(id), .. }: &Lost| id.clone();
        let ids = set.lost.iter().map(id);
        lines.push(format!("answers that there is no place for: {}", named(ids.collect(), ", ")));
    }
    let Some(after) = &set.after else {
        lines.push(format!("{}, now no level: nothing is applicable", level(&set.before)));
        return lines;
    };
    let before = &set.before;
    if set.level_changes {
        lines.push(format!("level: {}, now {}", level(before), level(after)));
    } else if (before.low, before.high) != (after.low, after.high) {
        lines.push(format!("score: {}, now {}", score(before), score(after)));
    }
    if !set.criteria.is_empty() {
        lines.push(format!("criteria: {}", named(set.criteria.iter().map(criterion).collect(), "; ")));
    }
    let groups = after.groups.iter().filter(|group| !before.groups.contains(group));
    let groups: Vec<String> = groups.map(|now| group(before, now)).collect();
    if !groups.is_empty() {
        lines.push(format!("groups: {}", named(groups, "; ")));
    }
    if set.route_changes {
        lines.push(format!("route: {}", route(before, after)));
    } else if set.effort_changes {
        let units = [&impact.before.effort_unit, &impact.after.effort_unit].map(|unit| format!(" {unit}"));
        let [was, is] = if units[0] == units[1] { [String::new(), String::new()] } else { units };
        lines.push(format!("effort of the route: {}{was}, now {}{is}", effort(before), effort(after)));
    }
    if !set.challenges.is_empty() {
        lines.push(format!("challenges: {}", named(set.challenges.iter().map(challenge).collect(), "; ")));
    }
    if !set.meaning.is_empty() {
        lines.push(format!("answers that mean something else: {}", named(set.meaning.clone(), ", ")));
    }
    lines
}

fn level(standing: &Standing) -> String {
    let Standing { level, possible, .. } = standing;
    format!("{} ({})", ids(level, possible), score(standing))
}

/// The level at worst, and at best where it is another.
fn ids(level: &str, possible: &str) -> String {
    if level == possible { level.to_owned() } else { format!("{level}, possibly {possible}") }
}

fn score(standing: &Standing) -> String {
    range(standing.low, standing.high)
}

fn range(low: Score, high: Score) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

fn criterion(of: &CriterionEffect) -> String {
    let scores = |mark: &Mark| mark.low.zip(mark.high).map_or("n/a".to_owned(), |(low, high)| range(low, high));
    match (&of.before, &of.after) {
        (Some(before), Some(after)) => {
            let (was, is) = (scores(before), scores(after));
            let moved = if was == is { was } else { format!("{was}, now {is}") };
            let in_place = (before.in_place != after.in_place)
                .then(|| format!(" (in place: {}, now {})", before.in_place.word(), after.in_place.word()));
            let own = |mark: &Mark| mark.level.as_ref().map_or("none".to_owned(), |of| ids(&of.id, &of.possible));
            let level = (before.level != after.level).then(|| format!(" (level: {}, now {})", own(before), own(after)));
            format!("{} {moved}{}{}", of.id, in_place.unwrap_or_default(), level.unwrap_or_default())
        }
        (Some(_), None) => format!("{} is gone", of.id),
        (None, Some(after)) => format!("{} is new, {}", of.id, scores(after)),
        (None, None) => of.id.clone(),
    }
}

/// The score of a group of criteria that has another one than before.
fn group(before: &Standing, now: &GroupMark) -> String {
    let scores = |mark: &GroupMark| mark.low.zip(mark.high).map_or("n/a".to_owned(), |(low, high)| range(low, high));
    match before.groups.iter().find(|was| was.id == now.id) {
        Some(was) => format!("{} {}, now {}", now.id, scores(was), scores(now)),
        None => format!("{} is new, {}", now.id, scores(now)),
    }
}

fn challenge(of: &ChallengeEffect) -> String {
    let found = |found: Option<Found>| match found {
        Some(Found::Yes) => "found",
        Some(_) => "possibly found",
        None => "not found",
    };
    format!("{} {}, now {}", of.id, found(of.before), found(of.after))
}

fn effort(standing: &Standing) -> String {
    match (standing.effort, standing.at_least) {
        (None, _) => "none".to_owned(),
        (Some(effort), None) => effort.to_string(),
        (Some(effort), Some(least)) if least == effort => {
            format!("{effort} (other routes of it were not all looked at)")
        }
        (Some(effort), Some(least)) => format!("{least} to {effort} (not proven)"),
    }
}

/// What of a route is no more on it, and what is new.
fn route(before: &Standing, after: &Standing) -> String {
    let (Some(was), Some(is)) = (&before.route, &after.route) else {
        let whole = |standing: &Standing| match &standing.route {
            None => "there is none".to_owned(),
            Some(actions) if actions.is_empty() => "none is needed".to_owned(),
            Some(actions) => format!("{} (effort {})", named(actions.clone(), ", "), effort(standing)),
        };
        return format!("{}, now {}", whole(before), whole(after));
    };
    let beyond = |own: &[String], other: &[String]| -> Vec<String> {
        own.iter().filter(|id| !other.contains(id)).cloned().collect()
    };
    let (gone, new) = (beyond(was, is), beyond(is, was));
    let mut parts = Vec::new();
    if !gone.is_empty() {
        parts.push(format!("without {}", named(gone, ", ")));
    }
    if !new.is_empty() {
        parts.push(format!("with {}", named(new, ", ")));
    }
    let efforts = match before.effort == after.effort {
        true => format!("effort {}", effort(after)),
        false => format!("effort {}, now {}", effort(before), effort(after)),
    };
    format!("{} ({efforts})", parts.join("; "))
}
