//! Files that cannot be read or written, and what to do instead.

use std::fmt::Display;

texts! {
    CliFiles(here);

    // Reading.
    cannot_read(name: &dyn Display): "cannot read {name}";
    this_file: "this file";
    this_cannot_be_read(why: &str): "this file cannot be read: {why}";
    too_large(name: &str, most: &dyn Display): "{name} is larger than {most} MiB";
    not_utf8(name: &str, line: usize): "{name} is not UTF-8 text: line {line} has other bytes; save it as UTF-8";
    no_texts_in(id: &str, wanted: &str, shown: &str): "note: `{id}` has no texts in `{wanted}`; they are shown in `{shown}`\n";
    untranslated(name: &str, count: usize): [count;
        "warning: {name}: a text is not translated: `cxm check` says which\n",
        "warning: {name}: texts are not translated: `cxm check` says which\n"];
    passed_over(folder: &dyn Display, names: &str):
        "note: {folder}: passed over: {names}: answer sets end in .toml or .json\n";
    folders_passed_over(folder: &dyn Display, names: &str):
        "note: {folder}: passed over: {names}: answer sets end in .toml or .json; name the folders in it to read those too\n";
    and_more(names: &str, more: usize): "{names} and {more} more";
    no_answer_set_in(folder: &dyn Display): "there is no answer set (.toml or .json) in {folder}";
    is_table(name: &dyn Display):
        "{name} is a table: `cxm score`, `cxm plan` and `cxm batch` read those, and this takes answers in TOML or JSON";
    no_table(name: &dyn Display): "{name} is no table, so it has no rows, columns or cells to be said of";

    // Files that hold no answers in a form that is read.
    web_page(name: &str):
        "{name} is a web page: if it is a form of `cxm template`, fill it in with a browser and give the file that it \
        saves; else export the answers as CSV or XLSX";
    web_page_for_sheet(name: &str):
        "{name} is a web page, and no workbook as its name says: open it in a spreadsheet program and save it as .xlsx";
    array_of_arrays(name: &str):
        "{name} is an array of arrays (JSON): write an object for each respondent, with the columns as its keys, or \
        save it as CSV";
    in_utf32(name: &str): "{name} is text in UTF-32, which is not read here: save it as UTF-8";
    otherwise_compressed(name: &str):
        "{name} is compressed in a way that is not read here (gzip, zstd and ZIP are): unpack it first";
    foreign(name: &str, what: &str): "{name} is {what}: save or export the answers as CSV or XLSX";
    pdf: "a PDF";
    office: "an Office file that is old (.xls, .doc) or has a password";
    rtf: "a text document (RTF)";
    picture: "a picture";
    database: "a database (SQLite)";
    parquet: "a Parquet file";
    spss: "an SPSS file";
    stata: "a Stata file";
    xml: "an XML file";
    program: "a program";

    // Writing.
    cannot_write(name: &dyn Display): "cannot write {name}";
    cannot_write_stdout: "cannot write to stdout";
    cannot_make_folder(folder: &dyn Display): "cannot make the folder {folder}";
    cannot_remove(name: &dyn Display): "cannot remove {name}";
    cannot_print: "cannot print the page";
    no_browser: "a PDF is printed by Chromium, Google Chrome or Microsoft Edge, and none of them is installed: install one, or write a \
                 page with `-o report.html`, open it in any browser and print it there";
    not_printed(browser: &dyn Display, said: &str):
        "`{browser}` printed nothing ({said}): write a page with `-o report.html`, open it in a browser and print it there";
    cannot_make_sheet: "cannot make the spreadsheet";
    is_folder(name: &dyn Display): "cannot write {name}: it is a folder";
    no_folder(name: &dyn Display, folder: &dyn Display): "cannot write {name}: there is no folder {folder}";
    not_for_a_terminal: "this is not for a terminal: name a file with `-o FILE`";
    sheet_for_a_terminal: "a spreadsheet is not for the terminal: name a file with -o";
    other_form(ending: &dyn Display, form: &str): "there is no form for a file `.{ending}`: what is written is `.{form}`";
    no_form(ending: &str, forms: &str): "there is no form for a file `.{ending}`: name one with --format\nforms: {forms}";
    is_read(name: &dyn Display): "{name} is read: write to another file";
    stdout_is_read: "stdout goes to a file that is read: write to another file";
    twice(name: &dyn Display): "{name} cannot take two results: name another file";
    twice_by_case(name: &dyn Display, other: &dyn Display):
        "{name} cannot take two results (beside {other}, since many disks take names that differ by case only for one): \
        name another file";
    may_hold_answers(name: &dyn Display): "{name} exists, and may hold answers: name a new file";
    not_written_over(name: &dyn Display): "{name} exists, and is not written over";
    wrote(name: &dyn Display): "wrote {name}\n";
}
