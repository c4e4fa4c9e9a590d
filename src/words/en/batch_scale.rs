//! By which scale the numbers of a table are read, and why that cannot be told.

texts! {
    BatchScale(here);

    // Scales.
    scale_is_none(why: &str): "the scale {why}";
    points_of_options(first: i64, last: i64): "the points of options, {first} to {last}";
    counted_from(first: i64): "options counted from {first}";
    beginnings: "the numbers that options begin with";

    // What is said of a table.
    other_table(name: &str, row: u64):
        "{name}: row {row} is a header of other columns, or of these in another order, so that another table begins there: \
         score each table alone";
    moved_down(name: &str, header: &str, column: usize):
        "{name}: column {column}, `{header}`, seems to stand a cell too far down: the first row has nothing there, and the last row has \
         hardly anything else, so that each answer would be given to the respondent below\nMove its cells up; or, if it is right, \
         take all rows with --every-row.";
    weights:
        "the first row with numbers repeats a few of them, as weights do, and is taken for a respondent, since nobody is named: take it \
         away if it is none";
    frequencies(name: &str):
        "{name}: rows seem to tell how often each answer was given, since all columns of questions have the same sum or rows are \
         called after answers: score the answers themselves, or take each row for a respondent with --every-row";
    not_answered(name: &str, words: &str):
        "note: {name}: not answered is what has {words}, as the program wrote that made the table\n";
    not_shown(name: &str, cells: u64, word: &str): [cells;
        "note: {name}: {cells} cell with `{word}` is read as not answered, as the program writes it where a question was not shown; with \
         --map, `\"{word}\" = \"n/a\"` under [cells] reads it as not applicable\n",
        "note: {name}: {cells} cells with `{word}` are read as not answered, as the program writes it where a question was not shown; with \
         --map, `\"{word}\" = \"n/a\"` under [cells] reads them as not applicable\n"];
    na(name: &str, cells: u64): [cells;
        "note: {name}: {cells} cell with `NA` is read as not applicable; if it is a missing answer, as R writes it, put `\"NA\" = \"\"` under \
         [cells] with --map\n",
        "note: {name}: {cells} cells with `NA` are read as not applicable; if they are missing answers, as R writes them, put \
         `\"NA\" = \"\"` under [cells] with --map\n"];
    missing(name: &str, cells: u64, word: &str): [cells;
        "note: {name}: {cells} cell with `{word}` is read as not answered\n",
        "note: {name}: {cells} cells with `{word}` are read as not answered\n"];
    no_answer(name: &str, cells: u64, number: i64): [cells;
        "note: {name}: {cells} cell has {number}, which programs write where there is no answer; with --map, `\"{number}\" = \"\"` under [cells] \
         reads it as not answered, and `\"{number}\" = \"n/a\"` as not applicable\n",
        "note: {name}: {cells} cells have {number}, which programs write where there is no answer; with --map, `\"{number}\" = \"\"` under \
         [cells] reads them as not answered, and `\"{number}\" = \"n/a\"` as not applicable\n"];
    worded(name: &str, word: &str): "note: {name}: numbers are read without `{word}`, which stands beside each\n";
    all_passed_over(name: &str): "{name}: all rows are passed over, as said above: --every-row takes them";
    one_answer_a_row(name: &str, rows: u64):
        "{name}: {rows} rows have the text or id of a question in place of an answer, as if each row had one answer of somebody\n\
         Put the answers of each respondent into one row, with a column for each question: a pivot table does.";
    note(name: &str, scale: &str, numbers: &str): "note: {name}: numbers are read as {scale}: {numbers}\n";
    read_as(scale: &str, numbers: &str): "numbers are read as {scale}: {numbers}\n";
    number_in(number: i64, cells: u64): [cells; "{number} ({cells} cell)", "{number} ({cells} cells)"];

    // Why it cannot be read.
    several(name: &str, cell: &str, scales: &str):
        "{name}: numbers can be read in more than one way, and nothing in the file tells which: {cell}\n{scales}\n\
         Look at the form: which number has its worst option?";
    none(name: &str, scales: &str):
        "{name}: there is no way to read all numbers as answers\n{scales}\nRows that have other numbers are then not scored.";
    short(name: &str, scale: &str, cell: &str, scales: &str):
        "{name}: numbers can only be {scale}, but hardly any is the best one, so that it may be another scale: {cell}\n{scales}";
    marks(name: &str, cell: &str, scales: &str):
        "{name}: there are no numbers but 0 and 1, which look like check marks or shares: {cell}\n{scales}";
    beyond(name: &str, cells: u64, cell: &str, scales: &str): [cells;
        "{name}: {cells} cell has numbers that are no answers, so that it may be another scale: {cell}\n{scales}\n\
         Rows that have other numbers are then not scored.",
        "{name}: {cells} cells have numbers that are no answers, so that it may be another scale: {cell}\n{scales}\n\
         Rows that have other numbers are then not scored."];
    shares(name: &str, row: u64, header: &str, scales: &str):
        "{name}: row {row}, column `{header}` has a share or percent, beside which 0 and 1 are no points\n{scales}\n\
         Rows that have other numbers are then not scored.";
    /// A cell and the number in it.
    cell(row: u64, header: &str, number: i64): "row {row}, column `{header}` has {number}";
    how_to_mend(why: &str, numbers: &str):
        "{why}\nNumbers found: {numbers}. Give the option that is meant, or say with --map what cells mean.";
    how_to_mend_it(why: &str): "{why}\nGive the option that is meant, or say with --map what cells mean.";

    // Behind a scale.
    would_be(scale: &str, number: i64, text: &str): "{scale}: {number} would be `{text}`";
    would_be_none(scale: &str, number: i64): "{scale}: {number} would be no answer";
    would_be_but_for(scale: &str, cells: u64, number: i64, text: &str): [cells;
        "{scale}, but for {cells} cell: {number} would be `{text}`",
        "{scale}, but for {cells} cells: {number} would be `{text}`"];
    would_be_none_but_for(scale: &str, cells: u64, number: i64): [cells;
        "{scale}, but for {cells} cell: {number} would be no answer",
        "{scale}, but for {cells} cells: {number} would be no answer"];
    but(scale: &str, cell: &str): "{scale}: but {cell}";
}
