//! What is found of the texts of a definition and of its translations: what they say, and what they rest on.

texts! {
    CheckTexts(here);

    // What is asked.
    may_ask_two(what: &str, id: &str): "{what} `{id}` may ask two things at once";
    joined_by(word: &str): "joined by `{word}`";
    ask_two_questions: "if one can be so without the other, ask two questions";
    suggests_its_answer(question: &str): "question `{question}` suggests its answer";
    asks_for_a_yes(phrase: &str): "`{phrase}` asks for a yes";
    leave_the_verdict: "ask what is done, how often or by whom, and leave the verdict to the options";
    too_wide(width: usize, most: usize): "this text takes {width} columns, and there is room for {most}";
    more_briefly: "say it more briefly";
    has_no_help(question: &str): "question `{question}` has no help";
    write_help: "say under `help` what to look at, and whom to ask";

    // What is there twice.
    has_twice(key: &str): "`{key}` has this twice";
    first_here: "first here";
    name_the_other: "name the other that was meant, or leave one out";
    same_reason(action: &str, first: &str): "action `{action}` has the reason of action `{first}`";
    same_step(action: &str, first: &str): "action `{action}` has a step of action `{first}`";
    same_text(what: &str, id: &str, key: &str, first: &str): "{what} `{id}` has the `{key}` of `{first}`";
    copied(what: &str, id: &str, first: &str): "{what} `{id}` says in several texts what `{first}` says";
    this_one: "this one";
    write_its_own: "write its own, or leave it out";
    called_alike(what: &str, id: &str, first: &str): "{what} `{id}` is called as `{first}` is";
    give_each_a_name: "give each a name by which reports can tell it";
    same_option(question: &str): "another option of `{question}` says the same";
    set_apart: "say what sets the better one apart, or leave one out";
    begins_otherwise(question: &str, number: &str, points: u32):
        [points; "an option of `{question}` begins with `{number}`, and is worth {points} point",
            "an option of `{question}` begins with `{number}`, and is worth {points} points"];
    leave_numbers_out: "leave the number out, since the points are shown beside the text, or give the option these points";
    asks_the_same(question: &str, other: &str): "`{question}` asks the same as `{other}`";
    asked_here: "asked here";
    say_in_each: "say in each what it asks that the other does not, or leave one out";

    // What is not seen.
    line_with_unseen(code: u32): "this line holds a character that is not seen, U+{code:04X}";
    take_away_turning: "take it away: what stands behind it is shown in another order";
    text_with_unseen(code: u32): "this text holds a character that is not seen, U+{code:04X}";
    lost_in_conversion: "in this text a character was lost when it was converted, U+FFFD";
    unseen_by_number: "this text holds a character that is not seen, written with `\\u`";
    write_what_was_meant: "write what was meant";
    take_it_away: "take it away";
    shows_nothing(code: u32): "this text holds a character that shows nothing, U+{code:04X}";
    write_a_space: "write a space, or take it away";
    wrongly_converted(garbled: &str, meant: &str): "`{garbled}` is what a wrong conversion makes of `{meant}`";
    write(meant: &str): "write `{meant}`";
    looks_like(word: &str, sign: char, code: u32, meant: char):
        "in `{word}` stands `{sign}` (U+{code:04X}), which only looks like `{meant}`";

    // Translations.
    own_text: "this is the definition's own text";
    translate_into(language: &str): "translate it into `{language}`";
    other_figure(of: &str, is: &str): "the original says `{of}`, and this says `{is}`";
    write_figure(of: &str): "write the figure of the original, `{of}`, in digits or in words";
    repeats(key: &str, what: &str, id: &str): "this repeats the `{key}` of {what} `{id}`, and the original does not";
    repeats_own(key: &str): "this repeats the `{key}` of the assessment, and the original does not";
    exchanged(one: &str, other: &str): "`{one}` and `{other}` are exchanged here";
    exchange: "write each under the key that it has in the original";
    translate_this: "translate what the original says here";
    changed_since(what: &str): "{what} changed since this was translated";
    was_and_is(was: &str, is: &str): "was `{was}`, is `{is}`";
    go_over_it: "go over the translation, then remove this line and run `cxm check --fix`, which records it anew";
    not_recorded(what: &str): "the translation of {what} does not record what it was made from";
    records(digest: &str): "`of = \"{digest}\"` records the texts as they are now";
    is_and_is_not(word: &str): "the word `{word}` stands in its own `not`";
    take_out_of_not(word: &str): "take `{word}` out of `not`";
    no_such_term(term: &str): "no text of the original has `{term}`, so that nothing is held to it";
    write_the_term: "write the term as the original does";
    not_the_word(bad: &str, term: &str): "`{bad}` is not the glossary's word for `{term}`";
    does_not_say(term: &str, word: &str): "the original has `{term}`, and this does not say `{word}`";
    write_or_not_always(word: &str): "write `{word}`, or give the term `always = false` in the glossary";

    // Sources and other assessments.
    only_this_text_cites(what: &str, id: &str, source: &str): "only this text of {what} `{id}` cites `{source}`";
    write_source(source: &str): "write `source = \"{source}\"`, so that results list it";
    no_source(id: &str): "there is no source `{id}`";
    declare_it: "declare it under `[[sources]]`";
    nothing_cites(source: &str): "nothing cites source `{source}`";
    cite_it(source: &str):
        "cite it where something rests on it, as `source = \"{source}\"` or as [{source}] in a text";
    cites_no_source(what: &str, id: &str): "{what} `{id}` cites no source";
    who_recommends: "cite who recommends it, if somebody does: `source = \"...\"`";
    who_describes: "cite who describes it, if somebody does: `source = \"...\"`";
    who_published: "name who published it: declare it under `[[sources]]` and cite it here";
    shares_add_up(benchmark: &str, whole: u32, tenths: u32):
        "the shares of `{benchmark}` add up to {whole}.{tenths}";
    share_of_each: "give each level its share in per cent; together they are 99 to 101";
    is_this_one(id: &str): "`{id}` is this assessment, and no closer look";
    none_known(id: &str): "no assessment `{id}` is known";

    // What no worked example shows.
    no_use_for(action: &str): "no worked example has a use for action `{action}`";
    add_one_it_raises: "add one under `[[cases]]` whose answers it would raise";
    no_example_expects_challenge(challenge: &str): "no worked example expects challenge `{challenge}`";
    add_one_it_is_found_in: "add one under `[[cases]]` in which it is found";
    not_told_apart(challenge: &str, other: &str): "no worked example tells challenge `{challenge}` from `{other}`";
    add_one_for_one: "add one under `[[cases]]` in which only one of them is found";
    no_example_expects_level(level: &str): "no worked example expects level `{level}`";
    add_one_that_reaches: "add one under `[[cases]]`: answers that should just reach it";
    tests_none_of(parts: &str): "no worked example tests any of {parts}";
    levels(count: usize): [count; "{count} level", "{count} levels"];
    challenges(count: usize): [count; "{count} challenge", "{count} challenges"];
    actions(count: usize): [count; "{count} action", "{count} actions"];
    comma: ", ";
    add_cases: "add `[[cases]]`: answers, and what they are to come to";
    no_letter_of(language: &str): "this sentence has no letter in which `{language}` is written";
    copied_example(name: &str): "this example has the answers of `{name}`, and expects the same";
    other_answers: "say in `answers` what is another here, or leave it out";
    found_together(challenge: &str, other: &str): "challenge `{challenge}` is found wherever `{other}` is, and only there";
    other_signs: "name in `when` what shows this one, or leave it out";
    copied_shares(benchmark: &str, other: &str): "benchmark `{benchmark}` has the shares of `{other}`";
    own_shares: "write its own, or leave it out";
    none_in_letters_of(language: &str): "no text here has a letter in which `{language}` is written";
    few_in_letters_of(language: &str): "most texts here are not in the letters in which `{language}` is written";
    not_in_letters_of(language: &str): "this text is not in the letters in which `{language}` is written";
    write_in(language: &str): "write it in `{language}`, as the others are";
    lost_as_marks(marks: &str): "in this text characters were lost when it was converted: `{marks}`";
    misread(signs: &str): "`{signs}` is what a wrong conversion makes of Japanese";
    in_brackets(written: &str): "`{written}` is no citation as a text has them";
    write_citation(id: &str): "write `[{id}]`";
    code_of_language: "write the code of the language that the texts are in";
    still_to_write(found: &str): "`{found}` stands for what is still to be written";
    breaks_off(comma: char): "this text breaks off at `{comma}`";
    write_the_rest: "write the rest of it";
    write_it: "write it";
}
