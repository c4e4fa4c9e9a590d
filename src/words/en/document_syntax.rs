//! Slips in the syntax of a file, each named for what it is, and what mends it.

texts! {
    DocumentSyntax(here);

    // Habits from other languages.
    begins_nothing(sign: &str): "`{sign}` begins nothing in TOML";
    comment_sign: "a comment begins with `#`; take away what is none";
    looks_like_json: "write `key = value`, and headers such as `[[levels]]`: this looks like JSON";
    text_under_no_key: "this text stands under no key";
    begin_the_list: "put the line that begins the list above, such as `steps = [`, or take the text away";
    list_in_one: "a list stands in brackets: [\"one\", \"two\"]";
    no_key(key: &str): "`{key}` is no key";
    missing_comma_before(key: &str): "`,` is missing before `{key}`";
    comma_between: "put `,` between two of a list";
    comma_behind: "put `,` after this";
    key_in_list: "`[` begins a list, and a key stands in it";
    is_not(sign: &str, meant: &str): "`{sign}` is not `{meant}`";
    equals_between: "write `=` between a key and its value";
    behind_value(sign: &str): "`{sign}` stands behind a value";
    take_away: "take it away";
    percent_in_number: "`%` is no part of a number";
    no_value(word: &str): "`{word}` is no value of TOML";
    leave_key_out: "leave the key out where there is none";
    word_or_text(meant: &str): "write `{meant}`; a text stands in straight quotes";
    no_toml_number(written: &str): "`{written}` is no number of TOML";
    point_and_no_thousands: "write a number with a point, and without signs between thousands";
    no_number(written: &str): "`{written}` is no number";
    one_point: "write a number with one point at most, such as 62.5";

    // Characters.
    /// Unseen characters, by what they are called.
    no_break_space: "a no-break space";
    full_width_space: "a full-width space";
    space_without_width: "a space without width";
    byte_order_mark: "a byte order mark";
    space_not_plain: "a space that is not plain";
    invisible_character: "an invisible character";
    stands_here(name: &str, code: u32): "{name} (U+{code:04X}) stands here";
    plain_space: "write a plain space";
    no_quote(sign: char, code: u32): "`{sign}` (U+{code:04X}) is no quote of TOML";
    straight_quotes: "write a text in straight quotes: \"like this\"";
    looks_like(sign: char, code: u32, meant: char): "`{sign}` (U+{code:04X}) is not `{meant}`, though it looks like it";
    return_alone: "a line ends here as on old Macs (CR alone)";
    line_ends: "save the file with the line ends of Unix (LF) or Windows (CRLF)";

    // Brackets and quotes.
    brackets_apart: "the brackets of this header stand apart";
    not_closed(bracket: &str): "`{bracket}` is not closed";
    put_where_it_ends(bracket: &str): "put `{bracket}` where it ends";
    one_bracket(path: &str): "`[{path}]]` begins with one bracket";
    two_brackets(path: &str): "`[{path}]]` ends with two brackets";
    closes_nothing(bracket: char): "`{bracket}` closes nothing";
    quote_ends_text: "this quote ends the text";
    escape_double: "within a text, write `\\\"`";
    other_quotes: "put a text with `'` in straight double quotes";
    stands_for_nothing(sign: &str): "`{sign}` stands for nothing";
    escape_backslash: "within a text, write `\\\\`";
    goes_on_below: "this text goes on below";
    several_lines(quotes: &str): "a text of several lines stands between `{quotes}` and `{quotes}`";
    quotes_do_not_pair: "the quotes on this line do not pair up";
    pair_quotes: "a text begins and ends with a straight quote, of several lines with three; within one, write `\\\"`";

    // Headers.
    table_and_list(path: &str): "`[{path}]` is one table, and elsewhere `{path}` is a list";
    table_twice(path: &str): "table `{path}` stands twice";
    list_or_one_header(path: &str):
        "of a list each item begins with `[[{path}]]`; of one table, put all keys under one header";
    above_the_first(written: &str, list: &str): "`{written}` stands above the first `[[{list}]]`";
    put_below(list: &str): "put it below the `[[{list}]]` that it belongs to";
    another_begins(key: &str): "another item begins at this `{key}`, without a header";
    put_header_above(path: &str): "put its header above, such as `[[{path}]]`";
    put_table_above(path: &str): "put its header above, such as `[{path}.ID]`";

    // What a parser says.
    /// A message of the parser of TOML, without what it expected.
    toml(message: &str): "{message}";
    /// A message of the parser of JSON.
    json(message: &str): "{message}";
    expected(message: &str, tokens: &str): "{message}, expected {tokens}";
    /// One of what the parser expected: a sign, or what it calls something.
    token(token: &str): "{token}";
    equals_and_value: "write `=` and its value behind a key, and `#` before a comment";
    key_a_line: "put each key with its value on a line of its own";
    one_equals: "write one `=` between a key and its value";
    key_in_quotes: "write a key of other characters in straight quotes: \"*\"";
    nothing_after_equals: "there is no value to the right of `=`";
    value_after_equals: "write one there, such as 3, \"text\", or \"\" for an empty text; or take the line away";
    no_date(text: &str): "`{text}` is no date of TOML";
    date_of_digits: "write year, month and day with digits and `-`: 2025-07-01";
    comment_begins: "a comment begins with `#`";
    write_na: "write \"n/a\", in straight quotes";
    plain_digits: "write a number in plain digits alone, such as 3";
    more_errors(count: usize): "there are {count} more errors of this kind: is this a TOML file?";
    an_object: "expected an object";
}
