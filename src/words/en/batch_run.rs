//! What `cxm batch` says at its end and on its way, and which of its arguments cannot go together.

use std::fmt::Display;

texts! {
    BatchRun(here);

    // At the end.
    blank(rows: u64): [rows;
        "note: {rows} row passed over: no cell says anything\n",
        "note: {rows} rows passed over: no cell says anything\n"];
    unasked(rows: u64): [rows;
        "note: answers to what is not asked of an organisation do not count ({rows} row)\n",
        "note: answers to what is not asked of an organisation do not count ({rows} rows)\n"];
    left_out(keys: &str): "note: left out, since the first lines have no such keys: {keys}\n";
    counts(rows: u64, scored: u64, rejected: u64): [rows;
        "{rows} row in = {scored} scored + {rejected} rejected\n",
        "{rows} rows in = {scored} scored + {rejected} rejected\n"];
    counts_with_passed(rows: u64, scored: u64, rejected: u64, passed: u64): [rows;
        "{rows} row in = {scored} scored + {rejected} rejected + {passed} passed over\n",
        "{rows} rows in = {scored} scored + {rejected} rejected + {passed} passed over\n"];
    no_result(name: &str): "note: every question is n/a for `{name}`, so it has no result\n";
    disputed(name: &str, facts: &str): "note: respondents of `{name}` differ on {facts}, which counts as not told\n";
    #[cfg(feature = "xlsx")]
    cut(cells: u64): [cells;
        "note: {cells} cell was cut to the 32,767 characters that a spreadsheet takes\n",
        "note: {cells} cells were cut to the 32,767 characters that a spreadsheet takes\n"];
    stdout: "stdout";

    // Of rows that cannot be scored.
    reject(row: u64, why: &str): "row {row}: {why}\n";
    reject_in(row: u64, file: &str, why: &str): "row {row}: {file}: {why}\n";
    more_rejects(more: u64): "… and {more} more; --rejects FILE writes them all\n";
    cells_can_be_mapped(which: &str):
        "note: with --map you can say what such cells mean ({which}); --map-skeleton prints a file for it\n";
    may_be_own(header: &str, key: &str):
        "note: if column `{header}` is one of your own, and not the assessment's, the line `{key} = \"\"` under [columns] in a file for --map \
         carries it along\n";

    // Of a reference population.
    among_others(name: &str, rejected: u64, scored: u64): [rejected;
        "note: {name}: {rejected} row cannot be scored; percentiles are among the other {scored}\n",
        "note: {name}: {rejected} rows cannot be scored; percentiles are among the other {scored}\n"];
    nothing_to_compare(name: &str): "{name} has no row that can be scored";

    // On its way; what stands in braces is filled in by another crate.
    progress: "{bar:20} {binary_bytes} of {binary_total_bytes}, {msg}, {eta} left";
    progress_of_unknown: "{binary_bytes}, {msg}";
    speed(rows: u128): "{rows} rows/s";

    // Of reports.
    not_empty(folder: &dyn Display): "{folder} is not empty: name a new folder for the reports";
    cannot_write_reports(folder: &dyn Display): "cannot write reports to {folder}";
    many_rows(count: usize, most: usize):
        "there are {count} rows, and reports of at most {most}: take some with --where";
    many_organisations(count: usize, most: usize):
        "there are {count} organisations, and reports of at most {most}: take some with --where";
    wrote(reports: usize, index: &str): [reports;
        "wrote {reports} report, compared in {index}\n",
        "wrote {reports} reports, compared in {index}\n"];

    // Of arguments.
    #[cfg(feature = "xlsx")]
    sheet_for_a_terminal: "a terminal shows no spreadsheet: write it to a file with -o FILE";
    no_delimiter: "one ASCII character that is no quote, or `tab`";
    torn_condition:
        "the condition of --where came in parts, as where a shell knows no single quotes: write it in double quotes, --where \"COLUMN != VALUE\"";
    no_number_of_actions: "a number from 0 to 20";
    no_folder_for_pages:
        "a page is made of each row, or of each organisation, whose column --merge names: name a new folder with --reports";
    nothing_left_for_output: "pages go to the folder of --reports: nothing is left for -o";
    rejects_to_stdout: "--rejects needs a file: stdout is where results go";
}
