//! Which sheets of a spreadsheet are read, and why some are not read together.

texts! {
    BatchSheets(here);

    of_version(name: &str, why: &str): "{name}: the form is of another version: {why}";
    too_large(name: &str, most: u64): "{name} is larger than {most} MiB: save it as CSV";
    other_sheet(name: &str, sheets: &str, other: &str):
        "{name}: sheets {sheets} have the same columns, and `{other}` may have something else than respondents, such as \
         figures about the others: name the one that is meant with --sheet";
    titles(rows: u64, sheet: &str, text: &str): [rows;
        "{rows} row above the header of sheet `{sheet}` was passed over: `{text}`",
        "{rows} rows above the header of sheet `{sheet}` were passed over, beginning with `{text}`"];
    doubled(name: &str, sheet: &str, other: &str, found: usize, rows: usize, headers: &str):
        "{name}: sheets `{sheet}` and `{other}` have the same columns, and {found} of the {rows} rows of `{sheet}` have the \
         same in {headers} as rows of `{other}`: name the sheet that is meant with --sheet, or say which rows count with \
         --latest-of or --where, or that all do with --every-row";
    not_worked_out(cells: u64): [cells;
        "{cells} cell has a formula that nobody has worked out: open it in a spreadsheet program and save it there",
        "{cells} cells have a formula that nobody has worked out: open it in a spreadsheet program and save it there"];
    is_read(sheet: &str): "sheet {sheet} is read";
    hidden_is_read(sheet: &str): "sheet {sheet} is read, which is hidden";
    are_read(sheets: &str): "sheets {sheets} have the same columns and are read as one table";
    others(read: &str, others: &str): "{read}; others are {others}: --sheet names another";
    unseen_of_form(hidden: &str): "sheets that the form did not have are hidden and not read: {hidden}";
    unseen(read: &str, hidden: &str): "{read}; hidden and not read are {hidden}";
}
