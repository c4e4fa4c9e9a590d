//! What is wrong with a map, or with the scale that it or the command line names.

texts! {
    MappingMap(here);

    a_map: "a map";
    rows_of_a_map: "`rows` of a map";
    no_question_or_header(key: &str, assessment: &str):
        "`{key}` is no question of `{assessment}`, nor the header of one under `columns`";
    below_columns: "put it below a line `[columns]`";
    below_cells: "put it below a line `[cells]`";
    is_a_comment(key: &str): "`{key}` begins a comment here";
    number_in_quotes(key: &str): "write `\"{key}\"` for the column with this number, or take the line away";
    no_condition(text: &str): "`{text}` is no condition";
    how_conditions_are_written: "write \"COLUMN = VALUE\" or \"COLUMN != VALUE\"";
    no_scale(text: &str): "`{text}` is no scale";
    same_text(known: &str, key: &str): "`{known}` and `{key}` are the same text here";
    keep_one: "case, width and white space make no difference: keep one of them";
    id_of_question_or_fact: "the id of a question or fact";
    no_question(assessment: &str, id: &str): "`{assessment}` has no question `{id}`";
    no_answer(text: &str): "`{text}` is no answer";
    how_answers_are_written: "write points, \"n/a\", or \"\" for not answered";

    // Of a scale.
    worst_first: "the number of the worst option comes first, and is the lower one";
    scales: "`points`, `texts`, or the numbers of the worst and the best option, such as 0..4";
    other_length(first: i64, last: i64, options: usize):
        "{first}..{last} has not as many numbers as a question has options, which is {options}";
}
