//! What is wrong with an answer set.

texts! {
    Answers(here);

    an_answer_set: "an answer set";
    actions_table: "`actions`";
    points_or_na: "points or \"n/a\"";

    // Which assessment, and which version.
    no_bundled(id: &str): "there is no bundled assessment `{id}`";
    needs_assessment: "an answer set needs the key `assessment`";
    write_at_the_top(id: &str): "write at the top: assessment = \"{id}\"";
    bundled(ids: &str): "bundled: `{ids}`; for one of your own add `--assessment path/to/definition.toml`";
    needs_answers: "an answer set needs the table `answers`";
    write_answers: "write a line `[answers]` above the first answer";
    of_another(id: &str, own: &str): "these are answers to `{id}`, not to `{own}`";
    of_other_version(id: &str, version: &str, own: &str):
        "these are answers to version {version} of `{id}`, and are scored by version {own}";
    read_again: "questions and options may have changed their meaning: read them again before you rely on the result";
    no_version(version: &str): "`{version}` is not a version";
    write_version(own: &str): "write `{own}`, or leave the key out";
    of_other_major(id: &str, version: &str, own: &str):
        "these are answers to version {version} of `{id}`, and points may mean something else in version {own}";
    how_to_accept: "answer again, or add --accept-version if all points mean the same; `cxm impact` shows what differs";
    how_to_update:
        "these are answers to an earlier version: `cxm update` moves them on, and keeps what is gone as a comment";
    /// Two helps, or a message and a help, in a line.
    both(one: &str, other: &str): "{one}; {other}";
    rows_cannot_be_moved(id: &str, version: &str, ids: &str):
        "these are answers to version {version} of `{id}`, where options of `{ids}` had other points: answer files \
        can be moved on, rows cannot; change their cells and `version`";

    // Questions and answers.
    much_metadata(most: usize): "there are more than {most} keys of metadata";
    no_date(text: &str): "`{text}` is no date that can be read for certain";
    write_date: "write year, month and day: 2026-05-10";
    answered_twice(question: &str): "question `{question}` is answered twice";
    remove_earlier_answer: "one of the two is its id of an earlier version: remove the answer that is out of date";
    all_not_applicable: "every question is answered n/a, so there is nothing to score";
    answer_one: "answer at least one question with points";
    nothing_asked: "no question is asked of an organisation with this profile, so there is nothing to score";
    mend_profile: "what `profile` tells decides it: mend that if it is wrong";
    no_question(id: &str, question: &str): "`{id}` has no question `{question}`";
    always_applies(question: &str): "question `{question}` always applies";
    no_answer(question: &str, text: &str): "`{text}` is no answer to `{question}`";
    option_gone(question: &str, points: &str): "the option of {points} points that question `{question}` had is gone";
    option_unsaid(question: &str, points: &str):
        "another option of question `{question}` has {points} points now, and what that of before has become is not \
        said";
    no_option(question: &str, points: &str): "question `{question}` has no option of {points} points";
    choices(points: &str): "choose one of these: {points}";
    choices_or_na(points: &str): "choose one of these: {points}; \"n/a\" where it does not apply";
    other_points(key: &str): "`{key}` would give the answers another meaning, and is not read: each answer is the points of its option";
    write_points: "delete it if that is so; else write the answers as points, which `cxm show` lists";
    beside_answers(question: &str): "`{question}` is a question, and its answer stands beside `answers` and not in it";
    move_below_answers: "move it into `answers`, in TOML below `[answers]`: here it would not count";
    no_table(key: &str): "an answer set has no table `{key}`";
    long_text(most: usize): "a text of more than {most} characters is too long";
    no_action(id: &str, action: &str): "`{id}` has no action `{action}`";
    table_of_action: "the table of an action";
    no_table_of_action(key: &str): "under `actions`, `{key}` must be the table of an action";
    write_table_of_action(key: &str): "write `{key} = {{ status = \"done\" }}`";
    action_twice(action: &str): "action `{action}` has two tables";
    remove_earlier_action: "one of the two is its id of an earlier version: remove the table that is out of date";
    two_states(action: &str, one: &str, other: &str): "action `{action}` is said to be `{one}` and `{other}`";
    is_called(status: &str): "`{status}` here";
    keep_one_state: "remove the one that is out of date";
    two_efforts(action: &str, one: &str, other: &str): "action `{action}` has two efforts, {one} and {other}";
    keep_one_effort: "remove the one that is out of date";
    no_status(text: &str): "`{text}` is not a status";
    a_date: "a date, such as 2027-03-01";
    not_asked(question: &str): "question `{question}` is not asked of this organisation; the answer does not count";
    mend_profile_or_answer: "what `profile` tells decides it: mend that, or remove the answer";

    // Facts.
    no_fact(id: &str, fact: &str): "`{id}` asks for no fact `{fact}`";
    told_twice(fact: &str): "fact `{fact}` is told twice";
    remove_earlier_fact: "one of the two is its id of an earlier version: remove what is out of date";
    one_option(fact: &str): "only one option of `{fact}` can hold";
    no_fact_option(fact: &str, option: &str): "fact `{fact}` has no option `{option}`";
    choose_from(ids: &str): "choose from these: `{ids}`";
}
