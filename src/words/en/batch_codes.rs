//! What a table says against how it is read: codes and legends, answers beside their column, rows that belong together.

texts! {
    BatchCodes(here);

    // Columns and rows.
    instead(name: &str, column: usize, header: &str, of: usize, of_header: &str, row: u64):
        "{name}: column {column} `{header}` has answers where column {of} `{of_header}` has none, the first in row {row}: they may belong together\n\
         Put them into one column; or say with --map that it is none of the question: \"#{column}\" = \"\" under [columns] carries it along.";
    all_left(name: &str, column: usize, header: &str, last: usize, last_header: &str):
        "{name}: column {column} `{header}`, right before the questions, has a number in each row that could be an answer, and nobody answers column \
         {last} `{last_header}`, the last question: all rows may stand a cell too far to the left\n\
         Put the missing column back, or take its header away; if all is right, say with --map that column {column} is none of the questions: \
         \"#{column}\" = \"\" under [columns].";
    all_right(name: &str, column: usize, header: &str):
        "{name}: column {column} `{header}`, right behind the questions, has a number in most rows that could be an answer: all rows may stand a \
         cell too far to the right, as where a comma in a cell (`3,5`) is not in quotes\n\
         Put such cells into quotes, or give the column more in the header; if all is right, take the rows as they are with --every-row.";
    aims(name: &str, header: &str, rows: u64, words: &str, other: &str): [rows;
        "{name}: `{header}` has {words} in {rows} row, and `{other}` in others, as if only the latter were answers",
        "{name}: `{header}` has {words} in {rows} rows, and `{other}` in others, as if only the latter were answers"];
    without_aims(why: &str, conditions: &str):
        "{why}\nLeave the former out with {conditions}, or take all rows with --every-row.";
    corrected(name: &str, column: usize, header: &str, of: usize, row: u64, id: &str):
        "{name}: column {column} `{header}` may correct column {of}, which is `{id}`, or recode it, and has another answer, the first in row {row}\n\
         Put the answers that count into one column, or say with --map which it is: \"#{column}\" = \"{id}\" under [columns] takes column \
         {column} for it, and \"#{column}\" = \"\" carries it along.";
    perhaps(row: u64, header: &str, word: &str):
        "row {row} is taken for a respondent though `{header}` is `{word}`, where others have names of their own; --where '{header} != {word}' \
         leaves it out";
    lists(columns: &str): "lists in {columns} name questions, and nothing in them is read";
    /// Of comments on cells.
    unheard(comments: u64, list: &str): [comments;
        "{comments} comment on a cell says nothing that is understood here, so its row counts as it stands: {list}",
        "{comments} comments on cells say nothing that is understood here, so their rows count as they stand: {list}"];
    comment(text: &str, row: u64, header: &str): "`{text}` (row {row} under `{header}`)";
    parts(name: &str, header: &str):
        "{name}: rows that share a value of `{header}` answer different questions each, as if the answers of one respondent \
         stood in several rows: --merge '{header}' puts them together, and --every-row takes each row for a respondent";
    legend_rows(name: &str, first: u64, last: u64):
        "{name}: rows {first} to {last} list options or the words of numbers, one after another: they are no respondents, but may say what numbers \
         mean\nDelete them, and say with --map under [cells] what numbers mean, or with --scale that they are as usual; or \
         take them for respondents with --every-row.";
    short_header(name: &str, column: usize, first: &str):
        "{name}: column {column} has no header, but every row has something there, and `{first}` only counts the rows: the header may be a \
         cell too short\nPut a cell before its first one, or take the rows as they are with --every-row.";
    crowded(name: &str, column: usize, before: &str):
        "{name}: column {column} has no header, but answers in most rows, behind `{before}`: give it one, or say with --map that it is none of \
         the question: \"#{column}\" = \"\" under [columns] carries it along";

    // Where codes or a legend stand.
    above: "a row above the header";
    in_header: "a header";
    in_row(row: u64): "row {row}";
    on_sheet(sheet: &str, row: u64): "sheet `{sheet}`, row {row},";
    under_key(key: &str): "`{key}`";
    in_comment_on(header: &str): "a comment on the header `{header}`";
    in_rule(header: &str): "the rule for what `{header}` takes";
    in_format(header: &str): "the format of the numbers under `{header}`";
    in_comment: "a comment, a text box or a request to enter something";

    // What they say.
    turned(name: &str, place: &str, least: i64, text: &str, greatest: i64, option: &str):
        "{name}: {place} says that {least} is the good end (`{text}`), but a greater number is better here\n\
         If it is about these questions, turn their numbers with --map, under [cells]: \"{least}\" = {greatest}, and so on; if it is not, name \
         the scale, as with {option}.";
    #[allow(clippy::too_many_arguments)]
    elsewhere(name: &str, place: &str, least: i64, last: i64, text: &str, scale: &str, option: &str):
        "{name}: {place} says that numbers go from {least} to {last} (`{text}`), but they are read as {scale}\n\
         Give the option that is meant, as {option}, or say with --map what cells mean.";
    #[allow(clippy::too_many_arguments)]
    other_option(name: &str, place: &str, number: i64, id: &str, text: &str, scale: &str, points: i64):
        "{name}: {place} calls {number} of `{id}` `{text}`, which is another option than by {scale}\n\
         If numbers mean what it says, say so with --map, under [cells]: \"{number}\" = {points}, and so on.";
    #[allow(clippy::too_many_arguments)]
    other_text(name: &str, row: u64, header: &str, number: i64, means: &str, beside: &str, text: &str, column: usize, id: &str):
        "{name}: row {row}: `{header}` has {number}, which would be `{means}`, but `{beside}` beside it has `{text}`\n\
         Take the texts for the answers with --map: \"#{column}\" = \"{id}\" under [columns], and so on; or say there what cells mean.";
    #[allow(clippy::too_many_arguments)]
    no_option(name: &str, row: u64, header: &str, number: i64, beside: &str, text: &str, column: usize, id: &str):
        "{name}: row {row}: `{header}` has {number}, which would be no answer, but `{beside}` beside it has `{text}`\n\
         Take the texts for the answers with --map: \"#{column}\" = \"{id}\" under [columns], and so on; or say there what cells mean.";
    #[allow(clippy::too_many_arguments)]
    other_label(name: &str, row: u64, header: &str, number: i64, beside: &str, text: &str, scale: &str, column: usize):
        "{name}: row {row}: `{header}` has {number}, and `{beside}` calls it `{text}`, which is another option than by {scale}\n\
         If numbers mean what it says, say so with --map, under [cells]; if it is none of the questions, \"#{column}\" = \"\" under [columns] \
         carries it along.";
    other_scale(name: &str, table: &str, scales: &str):
        "{name}: numbers of `{table}` may be on another scale than those of the others, which have more different ones\n{scales}\n\
         Give the option that is meant, or score the tables each by itself.";
}
