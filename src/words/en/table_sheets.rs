//! Why a spreadsheet cannot be read or written: each behind its name.

texts! {
    TableSheets(here);

    is_damaged: "it is damaged";
    /// What another crate says of it.
    unreadable(message: &str): "{message}";
    too_large: "it is too large once it is unpacked: save it as CSV";
    large_styles(most: u64): "its styles are larger than {most} MiB: save it as CSV";
    long_row(row: u32, most: usize): "row {row} has more than {most} MiB of text";
    out_of_order: "its rows are not in order";
    cell_twice(row: u32): "a cell of row {row} stands twice";
    long_sheet(most: usize): "the sheet has more than {most} MiB of text: save it as CSV";
    many_merged(most: u64): "more than {most} of its cells are merged or struck through: save it as CSV";
    many_sheets(most: usize): "it has more than {most} sheets: save the one that is meant alone";
    no_sheet: "the spreadsheet has no sheet";
    equal_sheets(sheets: &str):
        "sheets {sheets} match equally well and have other columns: name the one that is meant with --sheet";
    no_such_sheet(wanted: &str, sheets: &str): "there is no sheet `{wanted}`; sheets: {sheets}";
    far_cell: "a cell stands where no spreadsheet has one";
    long_cell(row: u32, most: usize): "a cell of row {row} has more than {most} MiB of text";
    /// What is read where a formula has no value, in this cell.
    without_value(cell: &str): "formula without a value ({cell})";
    strings_lie(count: &str): "it says that it has {count} strings, for which it is too small";
    many_formats(most: u64): "it has more than {most} formats of cells: save it as CSV";
    many_rows(most: u64): "it has more than {most} rows: save it as CSV";
    many_texts(most: u64): "it has more than {most} different texts: save it as CSV";
    many_cells(most: u64): "it has more than {most} cells, empty ones included: save it as CSV";
    many_pieces(most: u64): "it has more than {most} pieces of XML: save it as CSV";
    long_piece(most: usize): "a piece of it is larger than {most} MiB once it is unpacked";
    long_row_or_text(most: usize): "a row or text of it is larger than {most} MiB once it is unpacked";

    // Of one that is written.
    no_room: "its rows cannot be kept in a temporary file: is the disk full?";
    most_rows(most: u32): "a sheet has at most {most} rows: write CSV instead";
}
