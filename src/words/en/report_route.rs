//! The route and the priorities.

use std::fmt::Display;

use crate::exact::{Effort, Score};

texts! {
    ReportRoute(lang);

    top_level: "You are on the highest level: keep what is in place, and work on what can still grow.";
    nothing_to_do: "No action of this assessment would raise an answer further.";
    open_at_worst: "Open questions count at their worst here.";
    not_settled: "Another route of the same effort may bring a higher overall score: the search was cut short.";
    not_proven(route: &str, least: Effort, effort: &str):
        "{route}; not proven to be the shortest, which takes {least} to {effort}";
    not_proven_most(route: &str, overall: Score, most: Score):
        "{route}; not proven to be the most, which is an overall score of {overall} to {most}";
    between(least: Effort, effort: &str): "{least} to {effort}";
    gain_after_route: "Gain: points that an action adds to the overall score (0 to 100) once the route is done.";
    gain_alone: "Gain: points that an action adds to the overall score (0 to 100).";
    cut: "Scores and gains are cut to one decimal, so gains may add up to a little less than the whole.";
    attained(level: &str): "{level} is attained already.";
    in_place_already(criteria: &str): "In place already: {criteria}.";
    criteria_do_not_apply(criteria: &str): "Does not apply to this organisation: {criteria}.";
    no_route(level: &str): "No route to {level}";
    blocked(needs: &str): "Even with every action that is left, this is missing: {needs}.";
    route_to(level: &str, count: usize, effort: &str): [count; "Shortest route to {level}: {count} action, {effort}",
            "Shortest route to {level}: {count} actions, {effort}"];
    some_route_to(level: &str, count: usize, effort: &str):
        [count; "Route to {level}: {count} action, {effort}", "Route to {level}: {count} actions, {effort}"];
    some_route_within(budget: &str, count: usize, effort: &str):
        [count; "Route for {budget}: {count} action, {effort}", "Route for {budget}: {count} actions, {effort}"];
    criteria_brought(criteria: &str): "{criteria} in place";
    route_ends(count: usize, effort: &str): [count; "To end the challenges found: {count} action, {effort}",
            "To end the challenges found: {count} actions, {effort}"];
    route_within(budget: &str, count: usize, effort: &str): [count; "The most for {budget}: {count} action, {effort}",
            "The most for {budget}: {count} actions, {effort}"];
    route_result(from: Score, to: Score, level: &str): "Overall {from} → {to}, {level}.";
    route_brings(criteria: &str): "Brings into place: {criteria}.";
    in_actions(count: usize): [count; "in {count} action", "in {count} actions"];
    phase(number: usize): "Phase {number}";
    phase_effort(effort: &str, start: Effort, end: Effort): "{effort} ({start} to {end} of the route)";
    phase_result(overall: Score): "After this phase: overall {overall}";
    effort_in(unit: &str): "Effort";
    effort_of(effort: Effort, unit: &str): "{effort} {unit}";
    points_more(gain: &str): "{gain} points";
    no_points: "no points by itself";
    brings(criteria: &str): "brings into place: {criteria}";
    after: "after";
    todo: "to do";
    todo_on_route(number: usize): "next, {number}.";
    done_now: "done";
    excluded_now: "excluded";
    actions_not_listed(count: usize):
        [count; "{count} more action is not listed: it raises no answer any more, is not for this organisation, or comes after one that is excluded.",
            "{count} more actions are not listed: they raise no answer any more, are not for this organisation, or come after one that is excluded."];
    doing: "Being done";
    doing_now: "being done";
    owned_by(owner: &str): "owner: {owner}";
    due_on(day: &dyn Display): "due {day}";
    own_estimate(effort: &str, by_definition: &str): "{effort} by your own estimate (else {by_definition})";
    done: "Done already";
    excluded: "Out of the question";
    own_effort: "Your own effort";
    estimated: "your own effort";
    left_out(count: usize): [count; "{count} action is not shown: see them all with --top all.",
            "{count} actions are not shown: see them all with --top all."];
    closer(assessments: &str): "For a closer look: {assessments}.";
    how_to_plan_it: "That plan: cxm plan FILE --only level.";
    more: "For the steps of every action: cxm plan FILE. For a document to share: cxm score FILE -f markdown.";
}
