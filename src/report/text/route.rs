//! Sentences about the route and the actions beyond it.

use super::super::model::{About, Phase, Priority, Report, Route};
use super::{applicable, effort, names, not_applicable, some_listed, unmet, words};
use crate::answers::Status;
use crate::exact::{Effort, Score};
use crate::report::advice;
use crate::words::Lang;

pub(in crate::report) fn heading(lang: Lang, report: &Report, route: &Route) -> String {
    if let Some(attained) = attained(lang, report, route) {
        return attained;
    }
    let heading = advice::heading(report, route, lang).unwrap_or_else(|| plain_heading(lang, report, route));
    match (route.effort, route.at_least, route.overall_after.zip(route.overall_at_most)) {
        _ if !route.blocked_by.is_empty() => heading,
        (Some(most), Some(least), _) => words::not_proven(lang, &heading, least, &effort(lang, report, most)),
        (_, _, Some((overall, most))) => words::not_proven_most(lang, &heading, overall, most),
        _ => heading,
    }
}

/// The way in a line, and the action to begin with, if there is one.
pub(in crate::report) fn in_brief(lang: Lang, report: &Report) -> [Option<String>; 2] {
    let way =
        report.route.as_ref().map_or_else(|| words::top_level(lang).to_owned(), |route| heading(lang, report, route));
    let first = report.on_route().next().or_else(|| report.beyond_route().next());
    [Some(way), first.map(|first| words::labelled(lang, advice::start_here(lang), &first.title))]
}

/// Calls only what is proven the shortest, or the most.
fn plain_heading(lang: Lang, report: &Report, route: &Route) -> String {
    let count = route.actions.len();
    let criteria =
        names(lang, report, &applicable(report, &route.criteria).0).map(|names| words::criteria_brought(lang, &names));
    let to = criteria.or_else(|| route.to_name.clone()).unwrap_or_default();
    let in_units = |of: Effort| effort(lang, report, of);
    match (route.effort.map(in_units), route.budget.map(in_units)) {
        (Some(effort), Some(budget)) if route.proven => words::route_within(lang, &budget, count, &effort),
        (Some(effort), Some(budget)) => words::some_route_within(lang, &budget, count, &effort),
        (Some(effort), None) if route.attained => words::route_ends(lang, count, &effort),
        (Some(effort), None) if route.blocked_by.is_empty() && route.proven => {
            words::route_to(lang, &to, count, &effort)
        }
        (Some(effort), None) if route.blocked_by.is_empty() => words::some_route_to(lang, &to, count, &effort),
        (..) => words::no_route(lang, &to),
    }
}

/// That there is nothing to do, if so: the level is attained, or the criteria are in place or do not apply.
pub(in crate::report) fn attained(lang: Lang, report: &Report, route: &Route) -> Option<String> {
    let done = route.actions.is_empty() && route.effort.is_some() && route.budget.is_none();
    let in_place = names(lang, report, &applicable(report, &route.criteria).0);
    let in_place = in_place.map(|names| words::in_place_already(lang, &names));
    let said = [in_place, not_applicable(lang, report, route)].into_iter().flatten().collect::<Vec<_>>();
    done.then(|| match said.is_empty() {
        true => words::attained(lang, route.to_name.as_deref().unwrap_or_default()),
        false => said.join(words::gap(lang)),
    })
}

pub(in crate::report) fn result(lang: Lang, report: &Report, route: &Route) -> Option<String> {
    let (level, overall) = (route.level_after.as_ref()?, route.overall_after?);
    let result = words::route_result(lang, report.overall.low, overall, &level.name);
    let brings = names(lang, report, &route.brings_in_place).map(|names| words::route_brings(lang, &names));
    Some([Some(result), brings].into_iter().flatten().collect::<Vec<_>>().join(words::gap(lang)))
}

pub(in crate::report) fn blocked(lang: Lang, report: &Report, route: &Route) -> String {
    let needs: Vec<String> = route.blocked_by.iter().map(|need| unmet(lang, report, need)).collect();
    words::blocked(lang, &needs.join(words::semicolon(lang)))
}

/// The head of the column of efforts.
pub(in crate::report) fn effort_head(lang: Lang, report: &Report) -> String {
    words::effort_in(lang, &report.effort_unit)
}

/// The gain of an action, with a sign.
pub(in crate::report) fn gain_of(priority: &Priority) -> String {
    if priority.gain == Score::ZERO { "–".to_owned() } else { format!("+{}", priority.gain) }
}

/// The criteria that an action brings into place; none if it brings none.
pub(in crate::report) fn brings(lang: Lang, report: &Report, ids: &[String]) -> Option<String> {
    names(lang, report, ids).map(|names| words::brings(lang, &names))
}

/// What an action costs, gains and needs: its effort, its points, its pillar, what it brings into place.
pub(in crate::report) fn facts(lang: Lang, report: &Report, priority: &Priority) -> Vec<String> {
    let points = match priority.gain {
        Score::ZERO => words::no_points(lang).to_owned(),
        _ => words::points_more(lang, &gain_of(priority)),
    };
    let effort = match priority.effort_of_definition {
        Some(by_definition) => {
            words::own_estimate(lang, &effort(lang, report, priority.effort), &effort(lang, report, by_definition))
        }
        None => effort(lang, report, priority.effort),
    };
    let brings = brings(lang, report, &priority.brings_in_place);
    let when = report.schedule.iter().flat_map(|schedule| &schedule.actions).find(|of| of.action == priority.action);
    let when = when.map(|of| words::from_to(lang, &of.start, &of.end));
    let who = when.into_iter().chain(who(lang, &priority.about));
    [doing(lang, priority), Some(effort), Some(points), priority.pillar.clone(), brings]
        .into_iter()
        .flatten()
        .chain(who)
        .collect()
}

/// That an action is being done, if so.
pub(in crate::report) fn doing(lang: Lang, priority: &Priority) -> Option<String> {
    (priority.status == Status::Doing).then(|| words::doing_now(lang).to_owned())
}

/// Who does an action and until when, as far as that is said.
pub(in crate::report) fn who(lang: Lang, about: &About) -> Vec<String> {
    let owner = about.owner.as_ref().map(|owner| words::owned_by(lang, owner));
    let due = about.due.map(|due| words::due_on(lang, &due));
    [owner, due].into_iter().flatten().collect()
}

/// The actions that must be done first and are not on the route.
pub(in crate::report) fn after(lang: Lang, report: &Report, priority: &Priority) -> Option<String> {
    let first = report.beyond_route().filter(|other| priority.after.contains(&other.action));
    let titles = some_listed(lang, first.map(|other| other.title.clone()))?;
    Some(words::labelled(lang, words::after(lang), &titles))
}

/// All actions that must be done before this one.
pub(in crate::report) fn comes_after(lang: Lang, report: &Report, priority: &Priority) -> Option<String> {
    let title = |id: &String| report.priorities.iter().find(|other| other.action == *id).map(|other| &other.title);
    let titles = some_listed(lang, priority.after.iter().filter_map(title).cloned())?;
    Some(words::labelled(lang, words::after(lang), &titles))
}

/// How many priorities are not shown.
pub(in crate::report) fn left_out(lang: Lang, report: &Report) -> Option<String> {
    let count = report.priorities_left_out;
    (count > 0).then(|| words::left_out(lang, count))
}

/// What gains mean: on top of the route, if there is one.
pub(in crate::report) fn gains(lang: Lang, report: &Report) -> String {
    let on_route = report.on_route().next().is_some();
    let meaning = if on_route { words::gain_after_route(lang) } else { words::gain_alone(lang) };
    [meaning, words::cut(lang)].join(words::gap(lang))
}

/// What the answer set says of the plan, a line for each kind.
pub(in crate::report) fn own_plan(lang: Lang, report: &Report) -> Vec<String> {
    let own = &report.own_plan;
    let kinds = [
        (words::doing(lang), &own.doing),
        (words::done(lang), &own.done),
        (words::excluded(lang), &own.excluded),
        (words::own_effort(lang), &own.effort),
    ];
    let lines = kinds.into_iter().filter_map(|(kind, actions)| {
        let titles = some_listed(lang, actions.iter().map(|action| action.name.clone()))?;
        Some(words::labelled(lang, kind, &titles))
    });
    lines.collect()
}

/// What the next level costs, and in how many actions; none where there is nothing to do or no way.
pub(in crate::report) fn size(lang: Lang, report: &Report, route: &Route) -> Option<(String, String)> {
    let effort = route.effort.filter(|effort| *effort > Effort::ZERO)?;
    Some((super::effort(lang, report, effort), words::in_actions(lang, route.actions.len())))
}

/// When a phase is, in effort, and what it costs.
pub(in crate::report) fn phase_effort(lang: Lang, report: &Report, phase: &Phase) -> String {
    let effort = effort(lang, report, phase.effort);
    words::phase_effort(lang, &effort, phase.start, phase.start + phase.effort)
}

pub(in crate::report) fn phase_result(lang: Lang, report: &Report, phase: &Phase) -> String {
    let brings = brings(lang, report, &phase.brings_in_place);
    let parts = [Some(words::phase_result(lang, phase.overall_after)), brings];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
