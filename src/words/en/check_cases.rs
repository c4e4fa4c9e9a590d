//! What is found of worked examples, and what levels ask for.

use crate::exact::{Effort, Score};

texts! {
    CheckCases(here);

    // Reading them.
    a_case: "a case";
    expect: "`expect`";
    all_not_applicable: "every question is n/a";
    matches_no_question(key: &str): "`{key}` matches no question";
    how_to_match: "write a question's id, `criterion.*` or `*`";
    expects_nothing: "`expect` says nothing, so nothing is tested";
    say_what_comes_out: "say what comes out, such as level = \"low\"";

    // What comes out otherwise.
    in_this_case: "in this case";
    undecided_gain: "not decided: whether no other route that takes as little brings more";
    undecided_shortest(least: Effort, effort: Effort):
        "not decided: whether this is the shortest route: one takes at least {least}, this {effort}";
    fewer_routes: "expect a route in fewer cases, give actions fewer equal efforts, or allow `undecided`";
    is_not(key: &str, actual: &str, expected: &str): "`{key}` is `{actual}`, not `{expected}`";
    none: "none";
    open: "open";
    not_applicable: "n/a";
    of_points(points: u32): "{points}";
    mend_case(key: &str, actual: &str):
        "if the result is right, write `{key} = {actual}` in the case; if not, look at its answers, and at points and thresholds";
    criteria_score(scores: &str): "the criteria score {scores}";
    all_holds(level: &str): "all that `{level}` asks for holds";
    asks_for(level: &str, missing: &str): "`{level}` asks for {missing}";
    asks_for_at_least(level: &str, points: u32, question: &str, answer: &str):
        "`{level}` asks for at least {points} in `{question}` (here it is {answer})";
    no_question_of_a_level(criterion: &str): "no question that belongs to a level applies in `{criterion}`";
    all_up_to(level: &str): "its questions are as all levels up to `{level}` ask";
    has_no_level(criterion: &str, expected: &str): "`{criterion}` has no level of its own, and not `{expected}`";
    level_is_not(criterion: &str, actual: &str, expected: &str):
        "the level of `{criterion}` is `{actual}`, not `{expected}`";
    in_place_from(criterion: &str, score: &str, from: Score): "`{criterion}` scores {score} and is in place from {from}";
    none_for_profile(challenge: &str): "`{challenge}` is none for what `profile` tells";
    at_most(question: &str, points: u32, answer: &str): "`{question}` is at most {points} (here it is {answer})";
    found_where(challenge: &str, when: &str): "`{challenge}` is found where {when}";
    do_not_reach(level: &str): "all actions together do not lead to `{level}`";
    shortest_route(level: &str, effort: Effort, instead: &str):
        "the shortest route to `{level}` takes an effort of {effort}; {instead}";
    a_route(level: &str, effort: Effort, instead: &str): "a route to `{level}` takes an effort of {effort}; {instead}";
    expected_take(effort: Effort): "the expected actions take {effort}";
    expected_lack_one: "the expected actions lack one that must be done first";
    expected_do_not_lead: "the expected actions do not lead there";
    expected_do_not_end: "the expected actions do not end every challenge found";
    no_level_above: "there is no level above";

    // What levels ask for, and what there is of it.
    one_in_place_and_none: "a criterion in place, and none is";
    in_place_and(need: usize, have: &str): "{need} criteria in place, and {have} are";
    overall_and(need: Score, have: &str): "{need} overall, and it is {have}";
    in_criterion_and(need: Score, criterion: &str, have: &str): "{need} in `{criterion}`, and it is {have}";
    in_questions_and(need: Score, level: &str, have: &str, all: &str):
        "{need} in every question of `{level}`, and {have} of {all} have it";
    in_place(count: usize): "{count} criteria in place";
    overall(score: Score): "{score} overall";
    in_every_criterion(score: Score): "{score} in every criterion";
    in_criterion(score: Score, criterion: &str): "{score} in `{criterion}`";
    in_every_question(score: Score): "{score} in every question that belongs to it";
    scores(criterion: &str, score: Score): "`{criterion}` {score}";
    does_not_apply(criterion: &str): "`{criterion}` n/a";
    and_others(scores: &str): "{scores} …";
    comma: ", ";
    semicolon: "; ";
}
