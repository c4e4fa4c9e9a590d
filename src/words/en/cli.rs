//! What the commands say beside their results.

texts! {
    Cli(lang);

    start:
        "cxm finds out how mature your customer experience is, and what to do next.\n\n  \
            cxm assess          answer the questions; you can stop and go on at any time\n  \
            cxm show            read the questions first\n  \
            cxm score FILE      the result of answers in a file\n\n\
            All commands: cxm --help\n";
    below(level: &str, floor: &str): "{level} is below {floor}, which --fail-under asks for\n";
    /// Whose answers a report of an organisation shows.
    merged(count: u64): [count; "{count} person", "{count} people, whose answers are merged"];
    /// What a row without a name is called.
    row(number: u64): "row {number}";
    nothing_answered: "no question is answered, so there is nothing to score\n";
    nothing_to_score: "every question is n/a, so there is nothing to score\n";

    // Where the answers of a survey are, and what to do with them.
    not_saved: "NOT SAVED: the answers could not be written anywhere.\n";
    your_answers_not_saved: "\nNOT SAVED: your answers could not be written anywhere.\n";
    latest_not_saved(path: &str):
        "NOT SAVED: the latest answers could not be written. The earlier ones are in {path}\n";
    saved(path: &str): "\nYour answers are in {path}\n\n";
    saved_draft(path: &str, assess: &str):
        "Your answers are saved in {path}\nGo on at any time: {assess}, with the same organisation.\n";
    saved_part(path: &str, assess: &str): "Your answers are saved in {path}\nGo on at any time: {assess} -o {path}\n";
    /// How far a draft has come.
    draft(id: &str, answered: usize, asked: usize): "{id}, {answered} of {asked} questions answered";
    unreadable_draft: "cannot be read as answers";
    no_organisation: "No organisation named";
    no_drafts: "There are no drafts.\n";
    how_to_forget: "Go on with one: cxm assess --organisation NAME   remove one: cxm assess --forget NAME\n";
    forgotten(path: &str): "removed {path}\n";
    nothing_changed: "Nothing was changed.\n";
    /// What is offered when a survey is finished.
    what_now: "What now?";
    show_changes: "Show what has changed since last time";
    show_all: "Show the whole result";
    write_page(path: &str): "Write a report to hand over (HTML): {path}";
    is_written(path: &str): "Written: {path}. Open it in a browser, from where it can be printed.";
    no_more: "That is all";
    still_open: "The questions that are still open:";
    steps: "The steps of every action:";
    share: "A document to share:";
    next_time: "The same questions next time, with these answers proposed:";

    // What to do with a blank sheet.
    toml(path: &str): "wrote {path}\nFill it in with an editor, then: cxm score {path}\n";
    csv(path: &str, assessment: &str, batch: &str, rule: &str):
        "wrote {path}\nA row for each respondent; in a cell the points of an option or its text, or n/a, or nothing.\n\
            {rule}\n\
            The options: cxm show {assessment}\nThe results: {batch} {path}\n";
    html(path: &str, batch: &str):
        "wrote {path}\nSend it to each respondent: it needs a browser and no network, and saves an answer file.\n\
            The result of one: cxm score FILE   of all in a folder: {batch} FOLDER\n";
    form(path: &str, tool: &str, batch: &str):
        "wrote {path}\nImport it in {tool}, and change no names, codes or values there.\n\
            The results of what is exported there, as it is: {batch} FILE\n";

    // What becomes of recorded answers.
    needs_nothing(path: &str): "{path}: nothing to do\n";
    to_version(path: &str, from: &str, to: &str): "{path}: version {from} to {to}\n";
    same_version(path: &str): "{path}\n";
    no_version(to: &str): "  version: none is named, so points count as those of {to}\n";
    now_called(list: &str): "  ids: {list}\n";
    now_worth(list: &str): "  points: {list}\n";
    becomes(from: &str, to: &str): "{from} is now {to}";
    becomes_worth(id: &str, from: u32, to: u32): "{id}: {from} is now {to}";
    kept(text: &str, why: &str): "  kept as a comment: {text} ({why})\n";
    now_open(count: u64, list: &str):
        [count; "  open: {count} question: {list}\n", "  open: {count} questions: {list}\n"];
    and_more(count: usize): "and {count} more";
    left_later(path: &str, version: &str, own: &str):
        "{path}: left as it is: these are answers to version {version}, later than {own}\n";
    left_json(path: &str):
        "{path}: left as it is: JSON has no comments in which to keep what has no place any more; remove it, or write the answers as TOML\n";
    left_unedited(path: &str):
        "{path}: left as it is: it is written in a way that cannot be edited without changing what it says; write a key a line\n";
    texts_not_compared: "note: texts were not compared: see `cxm impact OLD NEW ANSWERS`\n";
    updated(written: usize, all: usize): "files written: {written} of {all}\n";
    would_update(written: usize, all: usize):
        "files that would be written: {written} of {all}; with --dry-run none is\n";

    #[cfg(feature = "xlsx")]
    xlsx(path: &str, batch: &str):
        "wrote {path}\nSend it to each respondent. The results of those that come back: {batch} *.xlsx\n";
}
