//! Why several tables are not read as one.

texts! {
    BatchSeveral(here);

    counted_on(tables: usize, begins: &str):
        "note: {tables} tables are read as one, and their rows are counted on: {begins}\n";
    begins(name: &str, row: u64): "{name} begins with row {row}";
    no_answers(name: &str): "note: {name} has no answers\n";
    no_rows(name: &str): "note: {name} has no rows below its header\n";
    other_columns(name: &str, first: &str): "{name} has other columns than {first}: score it alone";
    above_header(name: &str, rows: usize): [rows;
        "{name} has {rows} row above its header, which may say what its numbers mean: score it alone, or take the row away",
        "{name} has {rows} rows above its header, which may say what its numbers mean: score it alone, or take the rows away"];
    doubled(table: &str, other: &str, found: usize, rows: usize, headers: &str):
        "{table} and {other} have the same columns, and {found} of the {rows} rows of {table} have the same in {headers} as rows \
         of {other}: score the one that is meant alone, or say which rows count with --latest-of or --where, or that all do with --every-row";
    headers_and_more(headers: &str): "{headers} and more";
    too_large(most: usize): "all tables together have more than {most} MiB of text: score them one after the other";
    cannot_join: "cannot join the tables";
}
