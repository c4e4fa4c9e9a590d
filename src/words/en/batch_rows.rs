//! What is said of rows that are passed over, and of others that perhaps should be; and how columns and rows are named.

texts! {
    BatchRows(here);

    /// What is to be said of an input.
    note(name: &str, what: &str): "note: {name}: {what}\n";

    // Kinds of rows that are no respondents.
    test: "a preview or test";
    spam: "spam";
    unfinished: "not finished";
    screened_out: "screened out";
    not_approved: "deleted or not approved";
    further: "a further line of the row above, as of a table within a record";
    foot: "figures about the rows above";

    // That they are passed over.
    headings(rows: u64, which: &str):
        [rows; "{rows} row passed over: headings ({which})", "{rows} rows passed over: headings ({which})"];
    passed(rows: u64, kind: &str, which: &str): [rows;
        "{rows} row passed over: {kind} ({which}); --every-row takes it",
        "{rows} rows passed over: {kind} ({which}); --every-row takes them"];
    passed_as(rows: u64, kind: &str, header: &str, word: &str, which: &str): [rows;
        "{rows} row passed over: {kind}, as `{header}` is {word} ({which}); --every-row takes it",
        "{rows} rows passed over: {kind}, as `{header}` is {word} ({which}); --every-row takes them"];
    unwanted(rows: u64, header: &str, which: &str): [rows;
        "{rows} row passed over: left out by --where, column `{header}` ({which})",
        "{rows} rows passed over: left out by --where, column `{header}` ({which})"];
    earlier(rows: u64, of: &str, header: &str, which: &str): [rows;
        "{rows} row passed over: another row has the same `{of}` and is later by `{header}` ({which})",
        "{rows} rows passed over: another row has the same `{of}` and is later by `{header}` ({which})"];
    earlier_in_table(rows: u64, of: &str, which: &str): [rows;
        "{rows} row passed over: another row has the same `{of}` and is later in the table ({which})",
        "{rows} rows passed over: another row has the same `{of}` and is later in the table ({which})"];
    unused(of: &str, header: &str):
        "of the rows that share their `{of}` the last in the table counts, though `{header}` has times, which may say otherwise: call \
         it `Timestamp` where they say when answers came in";
    // That it cannot be told which is the latest.
    without_time(name: &str, of: &str, header: &str, row: u64):
        "{name}: --latest-of needs times, and row {row}, which shares its `{of}` with another, has none in column `{header}`\n\
         Fill it in, take the column away, so that the last row in the table is the latest, or leave rows out with --where.";
    no_time(name: &str, of: &str, header: &str, row: u64, text: &str):
        "{name}: --latest-of needs times, and row {row}, which shares its `{of}` with another, has `{text}` in column `{header}`, which \
         is no time that is known\n\
         Write it as 2026-03-20 16:05, take the column away, so that the last row in the table is the latest, or leave rows out with \
         --where.";
    times_apart(name: &str, of: &str, header: &str, row: u64, other: u64):
        "{name}: --latest-of needs times that can be compared, and rows {row} and {other}, which share their `{of}`, have times of \
         different kinds in column `{header}`, such as with and without a time zone\n\
         Write both as 2026-03-20 16:05, or leave rows out with --where.";
    either_date(name: &str, header: &str, row: u64, text: &str, month: &str, day: &str):
        "{name}: --latest-of needs times, and nothing in column `{header}` tells whether the day or the month stands first: row {row} has \
         `{text}`, and which row of a respondent is the latest depends on it\n  \
         --date-order day-first    {day}\n  --date-order month-first  {month}";
    /// The numbers of so many rows.
    which(rows: usize, numbers: &str): [rows; "row {numbers}", "rows {numbers}"];
    which_and_more(numbers: &str, more: u64): "rows {numbers} and {more} more";

    // Others.
    unknown(rows: u64, header: &str, word: &str): [rows;
        "{rows} row is taken for a respondent though `{header}` is `{word}`, which may say otherwise; --where '{header} != {word}' \
         leaves it out",
        "{rows} rows are taken for respondents though `{header}` is `{word}`, which may say otherwise; --where '{header} != {word}' \
         leaves them out"];
    unknown_empty(rows: u64, header: &str): [rows;
        "{rows} row is taken for a respondent though `{header}` is empty, which may say otherwise; --where '{header} !=' leaves it out",
        "{rows} rows are taken for respondents though `{header}` is empty, which may say otherwise; --where '{header} !=' leaves them \
         out"];
    condition(value: &str, header: &str): "no row has `{value}` in column `{header}`";
    condition_but(value: &str, header: &str, others: &str): "no row has `{value}` in column `{header}`; there are {others}";
    shared(rows: u64, values: usize, header: &str): [values;
        "{rows} rows share their value of `{header}`, and all count; --latest-of '{header}' takes the latest of each",
        "{rows} rows share their {values} values of `{header}`, and all count; --latest-of '{header}' takes the latest of each"];
    same(rows: u64, first: u64): [rows;
        "{rows} row is the same as another one in every cell, beginning with row {first}, and all count",
        "{rows} rows are the same as others in every cell, beginning with row {first}, and all count"];
    same_among(rows: u64, first: u64, among: u64): [rows;
        "{rows} row among the first {among} is the same as another one in every cell, beginning with row {first}, and all count",
        "{rows} rows among the first {among} are the same as others in every cell, beginning with row {first}, and all count"];
    above_header(rows: usize, text: &str): [rows;
        "{rows} row above the header was passed over: `{text}`",
        "{rows} rows above the header were passed over, beginning with `{text}`"];
    ends_in_delimiter: "the header ends in a delimiter, and rows do not: the empty cell behind it is no column";
    perhaps_ends_in_delimiter:
        "the header ends in a delimiter, which makes one more cell than rows have: take it away if they lack none";
    row_names: "the header has one cell less than the rows, as R writes them: the first cell of a row is taken for its name";
    counted_or_ended(name: &str):
        "{name}: each row has one cell more than the header, of which the last is empty and the first counts the rows: either rows end in a \
         delimiter, or their first cell is a name that R gives them, so that all answers stand one column further\n\
         Take the last delimiter of each row away, or put a name and a delimiter before the header (in R: col.names = NA).";
    one_cell_more(name: &str):
        "{name}: each row has one cell more than the header, and some have something in the last: it cannot be told to which columns their \
         cells belong\n\
         Give the column that has no header one: where it stands, so that all cells stand below their own.";
    perhaps_row_names:
        "each row has one cell more than the header: if its first is the name of the row, as R writes it, put a name for it and a \
         delimiter before the header (in R: col.names = NA)";

    // Columns and conditions that options name.
    called_alike(name: &str, numbers: &str):
        "more than one column is called `{name}`: name the one that is meant by its number, {numbers}";
    /// Between alternatives.
    or: " or ";
    no_condition(text: &str): "`{text}` is no condition: write 'COLUMN = VALUE' or 'COLUMN != VALUE'";
    no_metadata(name: &str, columns: &str): "there is no column `{name}` of metadata\ncolumns: {columns}";
    no_metadata_but(name: &str, near: &str, columns: &str):
        "there is no column `{name}` of metadata; did you mean `{near}`?\ncolumns: {columns}";
    columns_and_more(columns: &str, more: usize): "{columns} and {more} more";
}
