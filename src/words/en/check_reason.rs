//! What follows from a definition for all organisations: levels, conditions, actions and challenges.

use crate::exact::Score;

texts! {
    CheckReason(here);

    // Routes.
    finds_no_route(level: &str, next: &str): "not everybody on `{level}` finds a route to `{next}`";
    finds_no_route_with(level: &str, next: &str, profile: &str):
        "not everybody on `{level}` finds a route to `{next}` with the profile `{profile}`";
    this_needs(missing: &str): "this needs {missing}";
    from_here: "from here";
    done_all(scores: &str): "who has done every action can have {scores}: raise more, or ask for less";
    done_all_with_some_not_applicable(scores: &str):
        "who has done every action, with something n/a, can have {scores}: raise more, or ask for less";
    no_action_raises(asked: &str, question: &str): "{asked}, and no action raises `{question}` so far";
    lead_no_further(level: &str): "all actions together lead no further than `{level}`";
    lead_no_further_with(level: &str, profile: &str):
        "all actions together lead no further than `{level}` with the profile `{profile}`";
    when_all_are_done(missing: &str): "when all are done, this needs {missing}";
    lead_further(next: &str): "add actions, let them raise questions higher, or let `{next}` ask for less";

    // What levels ask for.
    not_applicable_lifts(level: &str, score: Score, criterion: &str):
        "n/a lifts an organisation to `{level}` that lacks {score} in `{criterion}`";
    all_may_be_not_applicable: "every question of it may be answered n/a";
    always_applies: "write `not_applicable = false` for a question of it that always applies";
    nobody_is_on(level: &str): "no organisation can be on level `{level}`";
    whoever_attains_this(next: &str): "whoever attains this attains `{next}`";
    all_holds_by_then: "all of this holds by then";
    ask_for_something_open(next: &str, level: &str): "let `{next}` ask for something that is still open on `{level}`";
    asks_in_vain(level: &str, asked: &str): "`{level}` asks for {asked}, which changes nothing";
    has_that_below(below: &str): "whoever attains `{below}` has that";
    has_that_by_the_rest(below: &str): "whoever attains `{below}` and meets the rest of `requires` has that";
    ask_for_more: "ask for more, or remove it";
    no_score_in(criterion: &str, low: Score, high: Score): "no score in `{criterion}` reaches {low} and not {high}";
    no_score_in_any(low: Score, high: Score): "no score in any criterion reaches {low} and not {high}";
    no_overall_score(low: Score, high: Score): "no overall score reaches {low} and not {high}";
    decides_the_same(score: Score, other: Score): "{score} decides the same as {other}";
    in_place_from(score: Score): "in place from {score}";
    score_here(score: Score): "{score} here";
    next_score(score: &str): "the next score is {score}: ask for it in both places, or move one away";
    ask_for_the_same: "ask for the same in both places, or move one away";

    // Actions and questions.
    never_raises(action: &str): "action `{action}` never raises an answer";
    raised_by_then(before: &str): "`{before}` has raised it as high by then";
    raise_higher_than(before: &str): "raise a question higher than `{before}` does, or remove the action";
    of_nobody: "of questions that nobody is asked for whom it is";
    mend_or_remove_action: "mend a condition, or remove the action";
    to_the_worst: "to the worst option";
    raise_to_better: "raise a question to a better option, or remove the action";
    never_raises_question(action: &str, question: &str): "action `{action}` never raises `{question}`";
    raises_as_high(before: &str): "`{before}`, which comes first, raises it as high";
    worst_option: "the worst option";
    nobody_is_asked: "nobody for whom the action is is asked this";
    mend_or_remove: "mend a condition, or remove it";
    raise_higher: "raise it higher, or remove it";
    no_answer_changes(question: &str): "no answer to `{question}` changes what is in place or the level";
    whatever_else: "whatever else is answered";
    more_weight(criterion: &str, in_place: Score):
        "give it more weight beside the other questions of `{criterion}`, or move a threshold: `in_place` is {in_place}";

    // Conditions, facts and challenges.
    changes_nothing(fact: &str): "what is asked for of `{fact}` changes nothing here";
    name_other_options: "name other options, or remove it";
    nothing_depends_on(fact: &str): "nothing depends on `{fact}`";
    go_by_it: "let a condition or an effort go by it, or do not ask for it";
    holds_for_everybody: "this holds for everybody, so nobody is left";
    holds_wherever: "this holds wherever `if` does, so nobody is left";
    for_nobody: "for nobody";
    name_fewer_options: "name fewer options in `unless`, or remove what is for nobody";
    is_asked_nothing(profile: &str): "no question is asked of an organisation with {profile}";
    too_many_ways: "facts can be told in too many ways to see whether everybody is asked something";
    ask_everybody: "ask one question of everybody, or of these";
    no_action_ends(challenge: &str): "no action ends challenge `{challenge}`";
    no_action_ends_with(challenge: &str, profile: &str):
        "no action ends challenge `{challenge}` with the profile `{profile}`";
    one_that_raises: "one that raises any of these above its points would";
    add_such_an_action: "add such an action, or say in `if` for whom this is a challenge";

    // What could not be decided.
    undecided_profiles: "not decided: what holds for each profile";
    fewer_options_together: "let conditions name fewer options together, or allow `undecided`";
    undecided_scores: "not decided: anything about scores: there are too many of them here";
    undecided_level(level: &str): "not decided: whether an organisation can be on level `{level}`";
    undecided_requirement(level: &str): "not decided: whether `{level}` depends on this";
    undecided_threshold: "not decided: whether a score lies between this and a lower level's";
    undecided_question: "not decided: whether an answer to this changes anything";
    undecided_route(level: &str): "not decided: whether everybody on `{level}` finds a route to the next level";
    small_whole_numbers: "give weights and points small whole numbers that share divisors, or allow `undecided`";
}
