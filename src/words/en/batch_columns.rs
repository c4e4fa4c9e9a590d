//! What columns are taken for, and why they are refused.

texts! {
    BatchColumns(here);

    // The list.
    head(columns: usize, delimiter: &str): "{columns} columns, separated by {delimiter}";
    head_of_sheet(columns: usize, delimiter: &str, sheet: &str):
        "{columns} columns, separated by {delimiter}, of sheet {sheet}";
    head_in(columns: usize, delimiter: &str, encoding: &str):
        "{columns} columns, separated by {delimiter}, in {encoding}";
    header_is(head: &str, row: u64): "{head}; their header is row {row}";
    tabs: "tabs";
    commas: "commas";
    semicolons: "semicolons";
    coverage(with: usize, all: usize): "{with} of {all} questions have a column\n";
    open(ids: &str): "open in every row: {ids}\n";
    more_columns(more: usize): "  … and {more} more\n";

    // What a column is taken for.
    question(id: &str, why: &str): "{id} ({why})";
    question_option(id: &str, option: &str): "{id} (one option: {option})";
    not_applicable: "not applicable";
    fact(id: &str, why: &str): "fact {id} ({why})";
    fact_option(id: &str, option: &str): "fact {id} (one option: {option})";
    named(name: &str): "metadata, {name} (the map)";
    metadata: "metadata";
    metadata_near(near: &str): "metadata; did you mean `{near}`?";

    // Why.
    its_id: "its id";
    its_text(language: &str): "its text, {language}";
    its_place: "its place, by the codes of LimeSurvey";
    again: "the same again";
    the_map: "the map";
    in_a_way(why: &str, way: &str): "{why}, {way}";
    without_help: "without the lines below";
    without_code: "without the code before it";
    without_path: "without the groups before it";
    by_letters: "by its letters";
    in_two_languages: "and another language's";
    by_beginning: "by its beginning";
    without_stem: "without what is asked of several";

    // What stands in it.
    empty(meaning: &str): "{meaning}; empty";
    different(meaning: &str, cells: usize):
        [cells; "{meaning}; {cells} different cell", "{meaning}; {cells} different cells"];
    more_than(meaning: &str, cells: usize):
        [cells; "{meaning}; more than {cells} different cell", "{meaning}; more than {cells} different cells"];
    not_understood(column: &str, cells: &str): "{column}, not understood: {cells}";
    cell_in(cell: &str, rows: u64): [rows; "`{cell}` ({rows} row)", "`{cell}` ({rows} rows)"];

    // What no column tells.
    untold(name: &str, facts: usize, ids: &str): [facts;
        "note: {name}: {facts} fact has no column, and questions that depend on it count as open: {ids}\n",
        "note: {name}: {facts} facts have no column, and questions that depend on them count as open: {ids}\n"];
    unanswered(name: &str, open: usize, all: usize, ids: &str): [open;
        "note: {name}: {open} of {all} questions has no column and is open in every row: {ids}\n",
        "note: {name}: {open} of {all} questions have no column and are open in every row: {ids}\n"];
    by_codes(name: &str): "note: {name}: questions are told by the codes of LimeSurvey alone (`G01Q01`), by their order: if the survey asks \
         them in another one, export the texts of questions, or say with --map what the columns are\n";
    joined(name: &str, questions: usize, ids: &str): [questions;
        "note: {name}: {questions} question has several columns of which each row fills one, and they are read as one: {ids}\n",
        "note: {name}: {questions} questions have several columns of which each row fills one, and they are read as one: {ids}\n"];
    near_column(id: &str, header: &str): "{id} (did you mean column `{header}`?)";
    hidden_columns(name: &str, columns: usize, headers: &str): [columns;
        "note: {name}: {columns} column that the sheet does not show has answers, which count: {headers}\n",
        "note: {name}: {columns} columns that the sheet does not show have answers, which count: {headers}\n"];
    metadata_merged(name: &str, rows: usize, first: u64): [rows;
        "note: {name}: in {rows} row, from row {first} on, metadata is one cell with what stands above, and is read so\n",
        "note: {name}: in {rows} rows, from row {first} on, metadata is one cell with what stands above, and is read so\n"];
    disguised(name: &str, rows: usize, first: u64, headers: &str):
        "{name}: in {rows} rows, from row {first} on, cells have numbers, and the format of the sheet shows something else in their place, \
         under {headers}\nGive these columns another format and see what is meant, or take all rows with --every-row.";
    commented(name: &str, column: usize, header: &str, text: &str, id: &str):
        "{name}: a comment on the header of column {column} `{header}` says `{text}`: it may ask for something else than the answers\n\
         Delete the comment if it does not, or say with --map what the column is: \"#{column}\" = \"{id}\" under [columns] takes it for the answer, \
         and \"#{column}\" = \"\" carries it along.";
    struck(name: &str, headers: &str, column: usize, id: &str):
        "{name}: headers of questions or facts are struck through, or a part of them is, as if their columns did not count: {headers}\n\
         Delete the columns that are meant to be gone, and take the line off the headers of others; or say with --map what they are: \
         \"#{column}\" = \"\" under [columns] carries column {column} along, and \"#{column}\" = \"{id}\" takes it as before.";

    // Why they cannot be used.
    no_question(name: &str, list: &str, assessment: &str, delimiter: &str):
        "{name}: no column matches a question of `{assessment}`\n{list}A column is matched by the id of a question or by its text: \
         see `cxm show`; or name another assessment with -a, or say with --map what the \
         columns are. Cells were taken to be separated by {delimiter}.";
    twice(name: &str, list: &str): "{name}: more than one column matches a question or a fact\n{list}\n";
    may_be_a_slip(ids: &str): "No column is for {ids}: if a header above is a slip, mend it in the table.\n";
    filled_twice(rows: u64, first: u64): [rows;
        "More than one of them is filled in {rows} row, which is row {first}: only columns of which each row fills one are read as one.\n",
        "More than one of them is filled in {rows} rows, from row {first} on: only columns of which each row fills one are read as one.\n"];
    which_counts(number: usize, id: &str):
        "If all these headers are right, say in the file for --map which column counts (--map-skeleton prints one to fill in). These \
         two lines take column {number}, and carry the others along:\n[columns]\n\"#{number}\" = \"{id}\"";
    columns_of(id: &str, columns: &str): "  {id}: columns {columns}";
    unclear(name: &str, list: &str, number: usize, id: &str):
        "{name}: columns may be of questions or facts that no other column is of, and are not certain to be\n{list}\nSay with --map \
         what they are: \"#{number}\" = \"{id}\" under [columns] takes column {number} for it, and \"#{number}\" = \"\" \
         carries it along.";
    turned(name: &str, column: usize, header: &str, id: &str):
        "{name}: the header of column {column}, `{header}`, says that its numbers run the other way round, and the map does not say what they mean\n\
         Say it of this question alone: [cells.{id}], and below it each number and the points that it means, such as 1 = 5.";
    in_one_cell(name: &str, column: usize, questions: usize, header: &str):
        "{name}: column {column} has the headers of {questions} questions in one cell, as if all rows stood in one cell each: `{header}`\n\
         Take away the quotes around the rows; or open the table in a spreadsheet, split that column (Text to Columns) and save it again.";
    unclear_column(column: usize, header: &str, id: &str, why: &str): "  column {column} `{header}`: {id}? {why}";
    unclear_more(more: usize): "  … and {more} more";
    options_differ:
        "it is for one option, and the columns for the others are missing, too many, or of no option of ours";
    looks_renamed: "it looks like a header that was there before, and renamed";
    stem_may_ask: "what stands before it may ask for something else, or not of questions alone";
    says_more: "its header begins like it or has it in it, and says more";
    no_such_columns(name: &str, headers: &str, list: &str):
        "{name}: the map names columns that are not there: {headers}\n{list}";
    by_its_number(number: usize): "A column is named by its number as \"#{number}\", with the quotes.";
    beside(name: &str, cell: &str, column: usize, id: &str):
        "{name}: `{cell}` stands beside the headers of questions: it may ask for something else than the answers, or for them the \
         other way round\nDelete that row if it does not, or say with --map what the columns are: \"#{column}\" = \"{id}\" under \
         [columns] takes column {column} for the answer; and [cells] what numbers mean.";
    answered_above(name: &str, rows: u64, header: u64): [rows;
        "{name}: {rows} row above the header, which is row {header}, has answers to its questions: it may have been sorted among \
         the respondents\nMove it to the top, or delete what stands above it and is no respondent.",
        "{name}: {rows} rows above the header, which is row {header}, have answers to its questions: it may have been sorted among \
         the respondents\nMove it to the top, or delete what stands above it and is no respondent."];
}
