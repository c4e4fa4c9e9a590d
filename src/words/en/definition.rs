//! What is wrong with a definition as it is read, and with a translation of one.

use crate::exact::Effort;

texts! {
    Definition(here);

    // What a definition is made of: with its article, and without.
    a_definition: "a definition";
    a_translation: "a translation";
    a_source: "a source";
    a_pillar: "a pillar";
    a_group: "a group";
    a_level: "a level";
    a_fact: "a fact";
    a_criterion: "a criterion";
    a_challenge: "a challenge";
    an_action: "an action";
    a_benchmark: "a benchmark";
    a_question: "a question";
    an_option: "an option";
    an_option_of_a_fact: "an option of a fact";
    a_step: "a step";
    an_effort_by_fact: "an effort by a fact";
    requires: "`requires`";
    renames: "`renames`";
    source: "source";
    pillar: "pillar";
    group: "group";
    level: "level";
    fact: "fact";
    criterion: "criterion";
    challenge: "challenge";
    action: "action";
    benchmark: "benchmark";
    question: "question";
    option_of(fact: &str): "option of `{fact}`";

    // What a key takes.
    true_false_or_when: "true, false or a text that says when";
    text_or_points_and_text: "a string, or a table of `points` and `text`";
    text_or_texts: "a string, or an array of them";
    table_of_earlier_points: "a table of earlier points and what they are now";
    list_of_points: "a list of points";
    points_or_gone: "points, or \"gone\"";

    // Values.
    unknown_schema(schema: i64): "format version {schema} is not known";
    known_schema(schema: u32): "this program reads `schema = {schema}`";
    in_place_range: "`in_place` must be from 0.1 to 100";
    questions_range: "`questions` must be from 0.1 to 100";
    no_when(text: &str): "`{text}` does not say when it does not apply";
    write_or_say_when(meant: bool): "write {meant} without quotes, or when the question does not apply";
    say_when: "write in words when the question does not apply";
    points_range(most: u32): "points are whole numbers from 0 to {most}";
    one_more_than_before: "worth a point more than the one before";
    points_do_not_rise(points: u32, before: u32): "{points} points do not exceed the {before} of the option before";
    worst_to_best: "list the options from worst to best, each with more points than the one before";
    long_reference(length: usize, most: usize): "a reference of {length} characters is too long: the most is {most}";
    effort_range(least: Effort, most: Effort): "an effort is a number from {least} to {most} with at most one decimal";
    says_nothing(key: &str): "`{key}` says nothing";
    name_fact_and_option: "name a fact and its option, or leave the key out";
    no_id(text: &str): "`{text}` is not an id";
    what_an_id_is(most: usize): "lower-case words joined by hyphens, at most {most} characters";
    write_because(code: &str, why: &str): "write `{code}`: {why}";
    no_language(text: &str): "`{text}` is no code of a language";
    write_language: "write the code that ISO 639 has for it, such as `en` or `ja`";
    version_in_quotes(number: &str): "a version stands in quotes, and has three numbers: `{number}`";
    no_version(text: &str): "`{text}` is not a version";
    write_version: "write three numbers, such as `1.0.0` (semantic versioning)";
    no_points_before_merged(key: &str): "`{key}` is neither points nor `before` nor `merged`";
    write_earlier_points: "write the points of before as the key, and those of now as the value, such as 3 = 4";
    parts_do_not_fit: "its parts do not fit one another";

    // Layout.
    nothing_there: "there is nothing in this file";
    new_or_delete: "`cxm new` writes a small definition with its translation; to take one away, delete its file";
    table_is_list(path: &str): "`[{path}]` is one table, and `{path}` is a list";
    no_header_above(path: &str): "there is no `[[{path}]]` above this";
    put_header_above(path: &str): "put `[[{path}]]` above it, with the keys of the one that it belongs to";
    table_in_glossary: "a table begins at this `of`, without a header, and all of it is taken for terms of `[glossary]`";
    put_table_header_above: "put its header above, such as `[sources.ID]`";
    definition_for_translation: "this is a definition, and no translation of one";
    put_translation_back: "put the translation back, or name the file `ID.toml` after its `id`";
    no_key_below(written: &str): "no key stands below this `{written}`";
    take_away_or_fill: "take it away, or put the keys of one below it";
    questions_of_criteria: "write `[[criteria.questions]]`, below its criterion";
    under_header(header: &str, names: &str): "these keys stand under `{header}`: `{names}`";
    keys_belong_above: "keys belong to the header above them";
    this_one: "this one";
    put_header_below(header: &str): "put `{header}` and what belongs to it below the keys of the file itself";

    // Translations.
    translates_another(translates: &str, id: &str): "this translates `{translates}`, not `{id}`";
    write_or_name_file(id: &str, translates: &str): "write `{id}`, or name the file after `{translates}`";
    no_definition_beside(file: &str): "there is no definition `{file}`";
    put_definition_back: "put the definition back beside its translation, or take the translation away too";
    not_named_as_translation(id: &str): "this file is not named as a translation of `{id}`";
    name_it(id: &str): "name it `{id}.<lang>.toml`, beside `{id}.toml`";
    translates_nothing: "it does not say which definition it translates";
    write_translates: "write the id of the definition: `translates = \"...\"`";
    own_language(language: &str): "`{language}` is the language of the definition itself";
    say_language_of_texts: "say in each file the language of its texts: nobody would ever see these";
    language_of_file(language: &str): "the language is not the one in the file's name, `{language}`";
    factor_without_unit: "there is no `effort_unit` of which these would be so many";
    factor_of_the_same_unit: "the unit is that of the definition, of which an effort of 1 is 1";
    name_the_unit: "name the unit, as in `effort_unit = \"person-days\"`, or take the factor away";
    a_term: "a term";
    empty_term: "a term must not be empty";
    write_term: "write the original's word for it in quotes";
    term_asks_nothing: "neither must this word be there, nor must another not be";
    say_what_not: "name in `not` what the term is not to be called, or take `always = false` away";
    count_of_texts(key: &str, translated: usize, own: usize):
        "`{key}` has {translated} texts, and the definition {own}";
    key_not_translated(key: &str): "`{key}` is not translated";
    no_key_for(key: &str, noun: &str, id: &str): "the definition has no `{key}` for {noun} `{id}`";
    not_translated(noun: &str, ids: &str): "not translated: {noun} `{ids}`";
    definition_has_no(noun: &str, id: &str): "the definition has no {noun} `{id}`";
}
