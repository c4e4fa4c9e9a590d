//! Why an input of `cxm batch` cannot be read, and what was done to it.

use std::fmt::Display;

texts! {
    BatchInput(here);

    cannot_read_since(name: &str, why: &str): "cannot read {name}: {why}";
    at_row(name: &str, row: u64, why: &str): "{name}: row {row}: {why}";

    // Of tables.
    is_empty(name: &str): "{name} is empty";
    long_header(name: &str, most: usize):
        "{name}: the header is longer than {most} MiB: close the quote that may be open in it, or shorten what its columns \
         are called";
    wide_header(name: &str, most: usize):
        "{name}: the header has more than {most} columns: keep those that are meant alone";
    header_is_no_text(name: &str, encoding: &str):
        "{name}: the header has bytes that are no text in {encoding}; say with --encoding what it is in";
    has_long_row(name: &str, most: usize): "{name} has a row longer than {most} MiB";
    long_row(name: &str, row: u64, most: usize):
        "{name}: row {row} is longer than {most} MiB: perhaps a quote is opened in it and never closed";
    changed(name: &str): "{name} changed while it was read";
    many_organisations(column: &str, most: usize):
        "column `{column}` has more than {most} different values: that is too many organisations";
    many_segments(column: &str, most: usize):
        "column `{column}` has more than {most} different values: that is too many segments";
    is_table(name: &dyn Display):
        "{name} is a table: give it alone or with tables (CSV, TSV, XLSX) that have the same columns, or give only folders and \
         files of answer sets in TOML or JSON";
    rows_on_stdin: "--header-from is for rows on stdin: give `-` as the table";
    rows_need_scale: "--header-from needs --scale, or a map that says it: rows alone cannot tell it of all";
    no_first_row(name: &dyn Display, most: usize): "{name} has no row that ends within {most} bytes";
    form_not_worked_out(name: &str):
        "{name}: what the form says is not worked out: open it in a spreadsheet program and save it there";
    of_another(name: &str, why: &str): "{name}: {why}";
    no_spreadsheet(name: &str): "{name} is no spreadsheet (.xlsx), so it has no sheets";
    large_array(name: &str, most: u64): "{name} is an array larger than {most} MiB: write an object a line instead";
    members(key: &str): "each item under `{key}` is read as a row";
    members_alone(key: &str, others: &str): "each item under `{key}` is read as a row; not read are {others}";
    no_array(name: &str, why: &str): "{name} is no array of objects: {why}";

    // Of one answer set in a table.
    no_row(name: &str): "{name} has no answers: nothing is filled in";
    several_rows(name: &str, first: u64, typed: &str):
        "{name} has more than one row of answers: say which with --row, such as --row {first}; `cxm batch {typed}` scores \
         them all";
    no_rows(name: &str, row: u64): "{name} has no row {row}: it has no row of answers";
    no_such_row(name: &str, row: u64, first: u64, last: u64):
        "{name} has no answers in row {row}: they stand in rows {first} to {last}, the header above them";
    other_row(name: &str, row: u64, only: u64):
        "{name} has no answers in row {row}: they stand in row {only}, the header above it";
    is_folder(path: &str): "{path} is a folder: `cxm batch {path}` scores all answer files in it";

    // Of files of answer sets.
    no_sets(name: &str): "there is no answer set (.toml, .json) in {name}";
    cannot_keep: "cannot keep answers in a temporary file";
    in_file(name: &str, why: &str): "{name}: {why}";
    at_line(line: usize, why: &str): "line {line}: {why}";
    at_line_and_more(line: usize, why: &str, more: usize): "line {line}: {why}; and {more} more";

    // Of archives.
    #[cfg(feature = "xlsx")]
    word_document: "a Word document";
    #[cfg(feature = "xlsx")]
    presentation: "a PowerPoint presentation";
    #[cfg(feature = "xlsx")]
    binary_excel: "a binary Excel file (.xlsb)";
    #[cfg(feature = "xlsx")]
    open_document: "an OpenDocument file";
    #[cfg(feature = "xlsx")]
    apple_document: "an Apple document (Numbers, Pages)";
    #[cfg(feature = "xlsx")]
    program_or_book: "a program or a book";
    #[cfg(feature = "xlsx")]
    empty_archive(name: &str): "{name} is an archive of 0 files, and not of one: unpack it first (none)";
    #[cfg(feature = "xlsx")]
    several_files(name: &str, files: usize, list: &str):
        "{name} is an archive of {files} files, and not of one: unpack it first ({list})";
    #[cfg(feature = "xlsx")]
    cannot_read_in(file: &str, name: &str, why: &str): "cannot read `{file}` in {name}: {why}";
    #[cfg(feature = "xlsx")]
    large_file(name: &str, file: &str, most: u64): "{name}: `{file}` is larger than {most} MiB: unpack it first";
    #[cfg(feature = "xlsx")]
    packed_again(name: &str, file: &str): "{name}: `{file}` is packed again: unpack it first";
    #[cfg(feature = "xlsx")]
    only_file(file: &str): "read `{file}`, the only file of the archive";

    // Of encodings.
    no_encoding(label: &str): "there is no encoding `{label}`; try shift_jis, windows-1252 or utf-16le";
    no_encoding_but(label: &str, near: &str): "there is no encoding `{label}`; did you mean `{near}`?";
    read_as(encoding: &str): "read as {encoding}, which its zero bytes and its header show";
    zero_bytes(name: &str): "{name} is not text: it has zero bytes";
    in_none(name: &str):
        "{name} is not UTF-8 text, nor in another encoding that is tried here; name it with --encoding";
    try_encoding(name: &str, label: &str): "{name} is not UTF-8 text; try --encoding {label} (as this it is text)";
    try_matching(name: &str, label: &str, columns: usize): [columns;
        "{name} is not UTF-8 text; try --encoding {label} (as this, {columns} column matches)",
        "{name} is not UTF-8 text; try --encoding {label} (as this, {columns} columns match)"];
    several_encodings(name: &str, labels: &str):
        "{name} is not UTF-8 text; say with --encoding which it is: {labels}";
}
