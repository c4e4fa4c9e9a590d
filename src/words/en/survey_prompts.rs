//! What is said around the question screen: the questions before and after it, and plain mode.

use std::path::Display;

texts! {
    SurveyPrompts(lang);

    /// Asks for the language, before it is known.
    language: "Language / 言語";
    organisation: "Your organisation (or press Enter)";
    respondent: "Your name or role (or press Enter)";
    /// Asks what to do with answers that were begun.
    found(done: usize, all: usize): "You have begun already: {done} of {all} questions are answered.";
    /// That a draft may be the one that is meant.
    alike(name: &str, wanted: &str):
        "There is a draft of \"{name}\" too. If that is the same organisation as \"{wanted}\", leave \
        (q) and go on with it: cxm assess --organisation '{name}'";
    resume: "Go on where I stopped";
    start_afresh: "Start afresh (the old answers are kept aside)";
    /// Asks what to do with a file that holds something else.
    unusable(path: Display<'_>): "{path} cannot be gone on with.";
    replace: "Put the old file aside and write a new one";
    keep: "Leave it alone and stop here";
    rename: "Choose another name";
    /// Where what was there is now.
    set_aside(path: Display<'_>): "The old file is now {path}";
    /// Another program wrote to the file of the answers.
    changed(path: Display<'_>):
        "Another program changed the file of your answers. What it wrote is now {path}; your answers are \
        saved as before.";
    /// The same in a line.
    changed_briefly(path: Display<'_>): "Another program changed the file: what it wrote is now {path}";
    cannot_save(path: Display<'_>, why: &str): "The answers cannot be saved in {path}: {why}";
    no_place: "There is no folder for drafts, so the answers cannot be saved by themselves.";
    another_place: "Save in another file (Enter: go on without saving)";
    busy(path: Display<'_>): "Another survey has {path} open.";
    how_to_choose(items: usize): "Choose with the arrow keys and Enter, or type a number from 1 to {items}.";
    which_number(items: usize): "Type a number from 1 to {items}.";
    other_ending(ending: &str): "What is written is TOML, and no `.{ending}`: choose a name that ends in .toml";
    is_taken(path: Display<'_>): "{path} is read by this survey, or takes its result: choose another file";
    nowhere: "The answers are not saved anywhere yet.";
    save_as: "Save your answers as";
    exists(path: Display<'_>): "{path} exists already.";
    plain_intro:
        "Type the number of your answer and press Enter. Every answer is saved at once. \
        Type ? for help, q to leave and go on another day.";
    may_be_not_applicable: "n: does not apply to us. ";
    plain_keys(options: usize, not_applicable: &str):
        "1 to {options}: answer. {not_applicable}Enter: keep the answer shown, or skip. b: back. s: skip. \
         m TEXT: write a note. m -: delete the note. g NUMBER: go to a question. l: list the open \
         questions. ?: help. q: save and leave.";
    /// For a fact about the organisation.
    plain_fact_keys(options: usize):
        "1 to {options}: answer. n: not told. Enter: keep what is shown, or skip. b: back. s: skip. g NUMBER: go to a \
         question. l: list the open questions. ?: help. q: save and leave.";
    /// For a fact of which several options may hold.
    plain_facts_keys(options: usize):
        "1 to {options}: all that hold, with spaces between. n: not told. Enter: keep what is shown, or skip. b: back. \
         s: skip. g NUMBER: go to a question. l: list the open questions. ?: help. q: save and leave.";
    several_plain: "Type the numbers of all that hold, such as: 1 3";
    /// Where an assessment asks for facts.
    plain_profile: "p: go to the questions about your organisation.";
    /// Where it has several languages.
    plain_language: "lang: go on in another language.";
    plain_end:
        "All questions are answered. f: finish and see the result. g NUMBER: go to a question. q: save and leave.";
    plain_end_with_open(open: usize):
        "This was the last question. Open questions: {open}. f: finish all the same; the result will be a \
         range. g NUMBER: go to a question. l: list the open questions. q: save and leave.";
    present(answer: &str): "Your answer: {answer}";
    earlier(answer: &str): "Last time: {answer}";
    criterion(name: &str): "Criterion: {name}";
    none_open: "No question is open.";
    open_list(list: &str): "Open questions: {list}";
    /// A line that is no command.
    unknown(typed: &str): "\"{typed}\" is not understood. Type ? for help.";
    /// From one score or level to another.
    range(low: &str, high: &str): "{low} to {high}";
    disk_full: "the disk is full";
    not_allowed: "you are not allowed to write there";
    read_only: "nothing can be written there";
    no_folder: "the folder is not there";
    taken: "another survey has taken it meanwhile";
    is_folder: "this is a folder";
    not_a_folder: "part of the path is no folder";
}
