//! What does not hold between the parts of a definition.

texts! {
    DefinitionParts(here);

    not_the_file_name(stem: &str): "the id is not the file's name, `{stem}`";
    write_or_name_file(stem: &str, id: &str): "write `{stem}`, or name the file `{id}.toml`";
    same_id(what: &str, id: &str): "another {what} has the id `{id}`";
    there_is_no(what: &str, id: &str): "there is no {what} `{id}`";
    fact_has_no_option(fact: &str, option: &str): "fact `{fact}` has no option `{option}`";
    many_questions(count: usize, most: usize): "{count} questions are too many: the most is {most}";
    too_fine: "weights or points are too finely divided to score exactly";
    smaller_numbers:
        "use smaller whole numbers: divide the weights of a criterion by their common divisor, and give options \
        points such as 1, 2, 3";

    // Levels.
    first_level_requires: "the first level must not require anything";
    remove_requires: "whoever attains no other level is here: remove `requires`";
    many_in_place(count: usize, criteria: usize): "{count} criteria cannot be in place: there are {criteria}";
    weaker_level(level: &str): "level `{level}` asks for less here than a level below it";
    lowest_to_highest: "list the levels from lowest to highest";
    no_more_than_below(level: &str): "level `{level}` asks for nothing more than the levels below it";
    higher_requires: "whoever attains the level below attains this one: give it a higher `requires`";
    first_level_asks_nothing: "the first level asks for nothing: name another, or remove `level`";
    let_level_require: "let the level require `questions = 75`, or another score, or remove `level`";
    level_asks_nothing(level: &str): "level `{level}` asks nothing of the questions that belong to it";
    no_question_of_level(level: &str): "no question belongs to level `{level}`";
    write_level(level: &str): "write `level = \"{level}\"` in those that do, or remove `questions`";

    // Groups.
    behind_group(criterion: &str, group: &str, other: &str):
        "criterion `{criterion}` of group `{group}` stands behind one of `{other}`";
    groups_together: "let the criteria of a group stand together, in the order of the groups";
    no_group(criterion: &str): "criterion `{criterion}` has no group";
    write_some_group: "where there are groups, each criterion has one: write `group = \"...\"`";
    empty_group(group: &str): "no criterion belongs to group `{group}`";
    write_group(group: &str): "write `group = \"{group}\"` in those that do, or remove the group";

    // Actions and challenges.
    raises_nothing(action: &str): "action `{action}` raises no question";
    name_what_it_achieves: "name what it achieves: `raises = { question = points }`";
    no_option(question: &str, points: u32): "question `{question}` has no option of {points} points";
    its_options(points: &str): "write the points of an option: {points}";
    wait_for_one_another(actions: &str): "actions wait for one another: `{actions}`";
    /// Between the ids of actions of which each comes after the next.
    after: "` after `";
    remove_after: "none of them can be started: remove one `after`";
    finds_always(challenge: &str): "challenge `{challenge}` names no question, so it would always be found";
    name_what_shows: "name what shows it: `when = { question = points }`";
    every_answer(question: &str, points: u32): "every answer to `{question}` is at {points} points or worse";
    below_the_best: "name the points of an option below the best";

    // Facts.
    never_holds: "it names no option, so it never holds";
    no_effort(options: &str): "there is no effort for `{options}`";
    effort_each: "give each option of the fact an effort";
    several_hold(fact: &str): "several options of `{fact}` may hold at once";
    effort_by_one: "an effort goes by a fact of which one option holds";
    nothing_assumed(fact: &str): "nothing stands in where `{fact}` was not told";
    say_assumed(fact: &str, option: &str): "say in the fact `{fact}` which option is assumed: `assume = \"{option}\"`";

    // What was called otherwise, or had other points.
    round_in_circle(from: &str, what: &str): "`{from}` leads round in a circle, and to no {what}";
    still_there(what: &str, from: &str): "{what} `{from}` is said to be renamed, and is still there";
    one_id_only: "what is renamed has one id only: remove this line, or give the one that is there another id";
    two_lead_to(what: &str, to: &str): "two earlier ids lead to {what} `{to}`";
    the_other: "the other is here";
    changed_twice(first: &str, from: &str, to: &str):
        "what changed twice stands in a row: `{first}` = \"{from}\" and `{from}` = \"{to}\"; of two that became one, \
        keep the one whose answers still count";
    write_before: "write the version from which on the points are those of now, such as before = \"1.2.0\"";
    later_than_this(before: &str, own: &str): "`{before}` is later than this version, {own}";
    earlier_first: "what changed earlier stands first";
    order_of_before: "write the tables of a question in the order of their `before`, each with its own";
    need_before(question: &str): "points of `{question}` that changed twice need `before`";
    points_unsaid(points: u32): "what the option of {points} points has become is not said";
    points_unsaid_before(points: u32, before: &str):
        "what the option of {points} points before {before} has become is not said";
    write_now_or_gone(points: u32, gone: &str):
        "another has its points since then: write there what it is now, or {points} = \"{gone}\"";
    choose_or_gone(gone: &str, points: &str): "choose one of these, or write \"{gone}\": {points}";
    those_before_need(question: &str, points: u32):
        "an option of `{question}` has {points} points now, so those of before need `before`";
    both_lead_to(first: u32, second: u32, to: u32):
        "the options of {first} and {second} points both lead to the one of {to} points";
    gone_or_merged(gone: &str, to: u32):
        "if one was taken out, write \"{gone}\" for its points; if both have become one, merged = [{to}] says so";
    nothing_merged(to: u32): "no two options lead to the one of {to} points, so nothing is merged there";
    write_all_merged(to: u32): "write the points of all that have become it, such as 3 = {to} and 4 = {to}";
}
