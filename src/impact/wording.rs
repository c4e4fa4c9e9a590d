//! What a change does, in words that the terminal and Markdown share. Grouped by what changes, the first named and the rest
//! counted.

use super::{Change, Difference, Impact, Kind, Lost, Reason, Told};
use crate::definition::{GONE, Rename};
use crate::text::excerpt;
use crate::words::report_terms::{comma, labelled};
use crate::words::{Lang, impact as say};

/// The most that are named of a group, and how wide a value may be.
const NAMED: usize = 6;
const WIDE: usize = 60;

/// What the change does, in a sentence.
pub(super) fn summary(impact: &Impact, lang: Lang) -> String {
    let sets = say::answer_sets(lang, impact.sets.len());
    let part = |count: usize, said: fn(Lang, usize) -> String| (count > 0).then(|| said(lang, count));
    let parts = [
        part(impact.level_changes, say::change_level),
        part(impact.score_changes, say::change_score),
        part(impact.route_changes, say::change_route),
        part(impact.effort_changes, say::change_effort),
        part(impact.challenge_changes, say::change_challenges),
        part(impact.meaning_changes, say::change_meaning),
        part(impact.lost_changes, say::lose_answers),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.split_last() {
        None if impact.sets.is_empty() => {
            let same = impact.difference.is_empty() && impact.difference.shown.is_empty();
            (if same { say::no_set_and_no_change(lang) } else { say::no_set(lang) }).to_owned()
        }
        None if impact.difference.is_empty() && impact.difference.differs => say::only_reports_change(lang, &sets),
        None => say::none_changes(lang, &sets),
        Some((last, [])) => say::of_sets(lang, &sets, last),
        Some((last, rest)) => say::of_sets(lang, &sets, &say::list(lang, &rest.join(comma(lang)), last)),
    }
}

/// What becomes of the answers themselves, where the changed definition is another major version.
pub(super) fn refused(impact: &Impact, lang: Lang) -> Option<String> {
    impact.other_major.then(|| say::refused(lang, &impact.after.version))
}

/// The heading above [`meaning`].
pub(super) fn meaning_heading(impact: &Impact, lang: Lang) -> &'static str {
    match impact.meaning_changes {
        0 => say::meaning_of_none(lang),
        _ => say::meaning(lang),
    }
}

/// By what answers mean something else, and what to do about it.
pub(super) fn meaning(impact: &Impact, lang: Lang) -> Vec<String> {
    let difference = &impact.difference;
    let mut lines = groups(lang, difference.changes.iter().filter(|change| change.meaning));
    for perhaps in &difference.perhaps_repointed {
        let to = |to: &Option<u32>| to.map_or(format!("\"{GONE}\""), |to| to.to_string());
        let points: Vec<String> = perhaps.points.iter().map(|(from, now)| format!("{from} = {}", to(now))).collect();
        let (question, points) = (&perhaps.question, points.join(comma(lang)));
        lines.push(match impact.unraised_version {
            true => say::perhaps_repointed_next(lang, question, &points),
            false => say::perhaps_repointed(lang, question, &points, &impact.after.version),
        });
    }
    let replaced = difference.changes.iter().filter(|change| change.table == "actions" && change.meaning);
    let replaced: Vec<String> =
        replaced.filter(|change| change.language.is_none()).map(|change| change.id.clone()).collect();
    if !replaced.is_empty() {
        lines.push(say::another_action(lang, &named(lang, replaced, comma(lang))));
    }
    if !lines.is_empty() && !impact.other_major {
        lines.push(say::scored_all_the_same(lang).to_owned());
    }
    lines
}

/// All else that changes in the definition, and what is lost by it.
pub(super) fn difference(impact: &Impact, lang: Lang) -> Vec<String> {
    let kinds = impact.difference.kinds().into_iter().flat_map(|(name, kind)| kind_lines(lang, name, kind));
    let changes = groups(lang, impact.difference.changes.iter().filter(|change| !change.meaning));
    let Difference { differs, shown, .. } = &impact.difference;
    let renames = *differs && shown.is_empty() && impact.difference.is_empty();
    kinds.chain(changes).chain(renames.then(|| say::renames(lang).to_owned())).collect()
}

/// What changes of what reports show.
pub(super) fn shown(impact: &Impact, lang: Lang) -> Vec<String> {
    groups(lang, impact.difference.shown.iter())
}

/// What becomes of answers that there is no place for, and what to do about it.
pub(super) fn lost(impact: &Impact, lang: Lang) -> Vec<String> {
    let lost = impact.lost();
    let mut lines: Vec<String> = lost.iter().map(|(lost, count)| lost_line(lang, lost, *count)).collect();
    if lost.iter().any(|(lost, _)| lost.reason != Reason::Earlier) {
        lines.push(say::refused_until_updated(lang).to_owned());
    }
    lines
}

/// A line for each key of each table.
fn groups<'a>(lang: Lang, changes: impl Iterator<Item = &'a Change>) -> Vec<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for change in changes {
        let key = say::key(lang, change.key);
        let heading = match &change.language {
            Some(language) => say::heading_in(lang, change.table, &key, language),
            None => say::heading(lang, change.table, &key),
        };
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, items)) => items.push(item(lang, change)),
            None => groups.push((heading, vec![item(lang, change)])),
        }
    }
    let line =
        |(heading, items): (String, Vec<String>)| labelled(lang, &heading, &named(lang, items, say::between(lang)));
    groups.into_iter().map(line).collect()
}

fn item(lang: Lang, change: &Change) -> String {
    let is_text = change.meaning || matches!(change.key, "text" | "help" | "options" | "not_applicable");
    let alike = change.before.as_ref().zip(change.after.as_ref()).map_or(0, |(before, after)| alike(before, after));
    let value = |value: &String| {
        let (skipped, rest) = value.split_at(alike);
        let value = format!("{}{}", if skipped.is_empty() { "" } else { "…" }, words(rest));
        if is_text { say::quoted(lang, &value) } else { value }
    };
    let what = match &change.option {
        Some(option) => format!("{} {option}", change.id),
        None => change.id.clone(),
    };
    match (change.before.as_ref().map(value), change.after.as_ref().map(value)) {
        (Some(before), Some(after)) => say::value_changed(lang, &what, &before, &after),
        (Some(before), None) => say::value_gone(lang, &what, &before),
        (None, Some(after)) => say::value_new(lang, &what, &after),
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
    let may_be_cut = before[*last..].starts_with(|c: char| c >= '\u{2e80}');
    before[..*last].rfind(' ').map_or(if may_be_cut { *last } else { 0 }, |space| space + 1)
}

/// The first of a list, and how many more there are.
pub(super) fn named(lang: Lang, mut items: Vec<String>, between: &str) -> String {
    let count = items.len();
    if count > NAMED {
        items.truncate(NAMED);
        items.push(say::more(lang, count - NAMED));
    }
    items.join(between)
}

/// What differs among things of one kind, beside their keys.
fn kind_lines(lang: Lang, name: &str, kind: &Kind) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |said: fn(Lang, &str, &str) -> String, items: Vec<String>| {
        if !items.is_empty() {
            lines.push(said(lang, name, &named(lang, items, comma(lang))));
        }
    };
    line(say::renamed, kind.renamed.iter().map(|Rename { from, to }| say::is_now(lang, from, to)).collect());
    line(say::removed, kind.removed.clone());
    line(say::added, kind.added.clone());
    lines.extend(kind.perhaps_renamed.iter().map(|Rename { from, to }| say::perhaps_renamed(lang, from, to, name)));
    lines
}

/// What becomes of answers that are lost.
fn lost_line(lang: Lang, lost: &Lost, count: usize) -> String {
    let (Told::Question(id) | Told::Fact(id) | Told::Action(id)) = &lost.what;
    let said = match (&lost.what, lost.reason) {
        (Told::Question(_), Reason::Removed) => say::question_gone,
        (Told::Action(_), Reason::Removed) => say::action_gone,
        (Told::Fact(_), Reason::Removed) => say::fact_gone,
        (_, Reason::Merged) => say::merged,
        (_, Reason::Earlier) => say::read_otherwise,
        (_, Reason::Points) => say::no_points,
        (_, Reason::Gone) => say::option_gone,
        (_, Reason::NotApplicable) => say::not_applicable,
        (_, Reason::Option) => say::told_option_gone,
        (_, Reason::Several) => say::one_option,
    };
    said(lang, id, count)
}

/// The heads of the columns, and the cells of each row; a hyphen where there is nobody.
pub(super) fn matrix(impact: &Impact, lang: Lang) -> (Vec<String>, Vec<Vec<String>>) {
    let none = impact.moves.iter().any(|row| row.last().is_some_and(|count| *count > 0));
    let columns = impact.after.levels.len() + usize::from(none);
    let heads = impact.after.levels.iter().cloned().chain([say::none(lang).to_owned()]).take(columns).collect();
    let cell = |count: &usize| if *count == 0 { "-".to_owned() } else { count.to_string() };
    let rows = impact.moves.iter().map(|row| row.iter().take(columns).map(cell).collect()).collect();
    (heads, rows)
}
