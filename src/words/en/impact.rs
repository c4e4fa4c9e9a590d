//! What a changed definition does to answer sets.

use crate::exact::{Effort, Score};

texts! {
    Impact(lang);

    // In a sentence.
    answer_sets(count: usize): [count; "{count} answer set", "{count} answer sets"];
    change_level(count: usize): [count; "{count} changes level", "{count} change level"];
    change_score(count: usize): [count; "{count} changes score", "{count} change score"];
    change_route(count: usize): [count; "{count} changes route", "{count} change route"];
    change_effort(count: usize): [count; "{count} changes effort", "{count} change effort"];
    change_challenges(count: usize): [count; "{count} changes challenges found", "{count} change challenges found"];
    change_meaning(count: usize):
        [count; "{count} has answers that mean something else now", "{count} have answers that mean something else now"];
    lose_answers(count: usize): [count; "{count} loses answers", "{count} lose answers"];
    list(rest: &str, last: &str): "{rest} and {last}";
    of_sets(sets: &str, parts: &str): "Of {sets}, {parts}.";
    none_changes(sets: &str): "Of {sets}, none changes.";
    only_reports_change(sets: &str): "Of {sets}, none changes; what reports show of the assessment does.";
    no_set_and_no_change: "No answer set was given: nothing changes in the definition.";
    no_set: "No answer set was given: this is what changes in the definition.";
    refused(version: &str):
        "Version {version} is another major version and refuses these answers: points may mean something else. What \
        is said here holds where all points mean the same, as --accept-version says.";

    // Headings.
    versions(before: &str, after: &str): "{before} to {after}";
    meaning_of_none: "Answers would mean something else, but none of these is recorded";
    meaning: "Recorded answers mean something else";
    no_place: "Recorded answers have no place any more";
    definition_changes: "What changes in the definition";
    reports_change: "What reports show otherwise";
    levels: "Levels before (rows) and after (columns)";
    who_changes: "Who changes";
    more_sets(count: usize): "and {count} more: see them all with -f json";
    more(count: usize): "and {count} more";

    // What changes in the definition.
    between: "; ";
    heading(table: &str, key: &str): "{table}, {key}";
    heading_in(table: &str, key: &str, language: &str): "{table}, {key} in {language}";
    key(key: &str): "{key}";
    quoted(text: &str): "\"{text}\"";
    value_changed(what: &str, before: &str, after: &str): "{what}: {before}, now {after}";
    value_gone(what: &str, before: &str): "{what}: {before} is gone";
    value_new(what: &str, after: &str): "{what}: {after} is new";
    renamed(table: &str, list: &str): "{table} renamed: {list}";
    removed(table: &str, list: &str): "{table} removed: {list}";
    added(table: &str, list: &str): "{table} added: {list}";
    is_now(from: &str, to: &str): "{from} is now {to}";
    perhaps_renamed(from: &str, to: &str, table: &str):
        "{from} and {to} have the same text: if it is a rename, write `{from} = \"{to}\"` under [renames.{table}]";
    perhaps_repointed(question: &str, points: &str, version: &str):
        "options of {question} stand at other points: if they mean what they did, write `{points}` under \
        [renames.points.{question}], with `before = \"{version}\"`";
    perhaps_repointed_next(question: &str, points: &str):
        "options of {question} stand at other points: if they mean what they did, write `{points}` under \
        [renames.points.{question}], with the version that comes next";
    another_action(ids: &str):
        "of {ids} nothing is as it was: give another action an id of its own, so that what is recorded of the old one stays with it";
    scored_all_the_same: "only another major version keeps these answers from being scored all the same";
    renames: "what [renames] says of earlier versions";

    // Answers that there is no place for.
    question_gone(id: &str, count: usize):
        [count; "{id} is gone, with its answer in {count} answer set", "{id} is gone, with its answer in {count} answer sets"];
    action_gone(id: &str, count: usize): [count;
        "{id} is gone, which {count} answer set called done or excluded or of another effort: they are refused as they are",
        "{id} is gone, which {count} answer sets called done or excluded or of another effort: they are refused as they are"];
    fact_gone(id: &str, count: usize):
        [count; "{id} is gone, with what {count} answer set told of it", "{id} is gone, with what {count} answer sets told of it"];
    merged(id: &str, count: usize): [count;
        "{id} has become a question that is answered in {count} answer set already: its own answer is gone there",
        "{id} has become a question that is answered in {count} answer sets already: its own answer is gone there"];
    read_otherwise(id: &str, count: usize): [count;
        "{id} is read otherwise than before in {count} answer set of an earlier version, since [renames] says something else of it",
        "{id} is read otherwise than before in {count} answer sets of earlier versions, since [renames] says something else of them"];
    no_points(id: &str, count: usize): [count;
        "{id} has no option of the points given in {count} answer set: it counts as open there",
        "{id} has no option of the points given in {count} answer sets: it counts as open there"];
    option_gone(id: &str, count: usize): [count;
        "{id} has no more an option that {count} answer set chose: it counts as open there",
        "{id} has no more an option that {count} answer sets chose: it counts as open there"];
    not_applicable(id: &str, count: usize): [count;
        "{id} can be n/a no more, as it is in {count} answer set: it counts as open there",
        "{id} can be n/a no more, as it is in {count} answer sets: it counts as open there"];
    told_option_gone(id: &str, count: usize): [count;
        "{id} has no more an option told in {count} answer set: that option counts as not told there",
        "{id} has no more an option told in {count} answer sets: that option counts as not told there"];
    one_option(id: &str, count: usize): [count;
        "{id} can have one option only, and has several in {count} answer set: it counts as not told there",
        "{id} can have one option only, and has several in {count} answer sets: it counts as not told there"];
    refused_until_updated: "cxm score and cxm batch refuse these answer sets until cxm update has moved them on";

    // What becomes of an answer set.
    none: "none";
    no_place_for(list: &str): "answers that there is no place for: {list}";
    no_level_now(before: &str): "{before}, now no level: nothing is applicable";
    level(before: &str, after: &str): "level: {before}, now {after}";
    score(before: &str, after: &str): "score: {before}, now {after}";
    criteria(list: &str): "criteria: {list}";
    groups(list: &str): "groups: {list}";
    route(what: &str): "route: {what}";
    effort(before: &str, after: &str): "effort of the route: {before}, now {after}";
    challenges(list: &str): "challenges: {list}";
    other_meaning(list: &str): "answers that mean something else: {list}";
    now(before: &str, after: &str): "{before}, now {after}";
    aside(what: &str, aside: &str): "{what} ({aside})";
    possibly(level: &str, possible: &str): "{level}, possibly {possible}";
    range(low: Score, high: Score): "{low} to {high}";
    in_place(before: &str, after: &str): "in place: {before}, now {after}";
    mark(word: &str): "{word}";
    gone(id: &str): "{id} is gone";
    new(id: &str, score: &str): "{id} is new, {score}";
    found: "found";
    possibly_found: "possibly found";
    not_found: "not found";
    others_not_looked_at(effort: Effort): "{effort} (other routes of it were not all looked at)";
    not_proven(least: Effort, effort: Effort): "{least} to {effort} (not proven)";
    no_route: "there is none";
    no_route_needed: "none is needed";
    with_effort(effort: &str): "effort {effort}";
    effort_now(before: &str, after: &str): "effort {before}, now {after}";
    without(list: &str): "without {list}";
    with(list: &str): "with {list}";
}
