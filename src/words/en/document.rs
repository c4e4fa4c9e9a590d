//! What is wrong with a file that is read as a tree: its keys, and the types and bounds of its values.

texts! {
    Document(here);

    // Values by their types, as in "found a string".
    a_string: "a string";
    an_integer: "an integer";
    a_decimal: "a decimal number";
    a_boolean: "a boolean";
    a_date: "a date";
    an_array: "an array";
    a_table: "a table";
    a_null: "null";

    // What a key may take, as in "expected points".
    points: "points";
    a_number: "a number";
    true_or_false: "true or false";
    an_id: "an id in quotes";
    wrong_type(expected: &str, kind: &str): "expected {expected}, found {kind}";
    this_is(kind: &str): "this is {kind}";
    number_without_quotes: "a number stands without quotes";
    number_alone: "write the number alone, without quotes and unit";
    without_quotes: "it stands without quotes";
    list_in_brackets: "a list stands in brackets";
    text_in_quotes: "a text stands in quotes";
    table_in_braces: "a table stands in braces: { key = value }";
    /// What to write, as it is to stand there.
    write(code: &str): "write `{code}`";

    // Keys, and how much there is of something.
    needs_key(what: &str, key: &str): "{what} needs the key `{key}`";
    is_missing(key: &str): "`{key}` is missing";
    has_no_key(what: &str, key: &str): "{what} has no key `{key}`";
    key_twice(key: &str): "key `{key}` stands twice";
    first_here: "first here";
    too_many_entries(key: &str, count: usize, most: usize): "`{key}` has {count} entries: the most is {most}";
    count_of_items(key: &str, least: usize, most: usize, count: usize):
        "`{key}` must have {least} to {most} items, and has {count}";
    empty_text: "a text must not be empty";
    long_text(length: usize, most: usize): "a text of {length} characters is too long: the most is {most}";
    out_of_range(key: &str, least: u32, most: u32): "`{key}` must be from {least} to {most}";
    no_score: "a score is a number from 0 to 100 with at most one decimal";

    // Merges that were left undecided.
    merge_left: "a merge was left undecided here";
    down_to_here: "down to here";
    keep_one_side: "keep one side or both, and take away the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
}
