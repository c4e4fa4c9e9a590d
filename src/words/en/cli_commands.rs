//! What single commands refuse, and what they say beside their results in the language of the process.

use std::fmt::Display;

texts! {
    CliCommands(here);

    // Answers.
    nothing_answered_in(name: &dyn Display): "{name}: no question is answered, so there is nothing to score";
    nothing_to_compare_in(name: &dyn Display): "{name}: no question is answered, so there is nothing to compare";
    nothing_to_compare_with(name: &dyn Display): "{name}: no question is answered, so there is nothing to compare with";
    nothing_to_compare: "there is nothing to compare: no question is answered, and applicable, in all of these files";
    carried_on(name: &dyn Display):
        "note: the answers say nothing of actions, so what {name} says of them is carried on\n";
    nothing_applicable: "nothing is applicable";
    no_answers: "there are no answers";
    other_assessment(name: &dyn Display, other: &str, own: &str):
        "{name} answers `{other}`, not `{own}`: name the assessment with -a";
    other_version(name: &dyn Display, other: &str, id: &str, own: &str):
        "warning: {name} answers version {other} of `{id}`; this is {own}\n";

    // What options take.
    top: "a number, or `all`";
    effort: "budgets and capacities are efforts: a number with at most one decimal, such as 12 or 2.5, in the unit of the assessment \
             (person-weeks in those bundled)";
    no_capacity: "nothing gets done with no effort a week";
    off_calendar: "with so little effort a week, the plan does not end before the year 10000";
    nothing_to_lay: "there is nothing to lay on the calendar: nothing is being done, and the route has no action";
    needs_start: "this form shows a plan on the calendar: add --start DATE --capacity EFFORT, such as --start 2027-03-01 --capacity 1.5";

    no_headers: "--headers is for CSV and XLSX: this form has no columns";
    no_bom: "--bom is for CSV: this form has no byte order mark";
    no_ids_in_sheets: "the sheets of a result have texts above their columns: for ids use -f csv";

    // Drafts.
    no_drafts_folder: "there is no folder of drafts";
    no_draft(name: &str, assessment: &str):
        "there is no draft of `{name}` for {assessment}: `cxm assess --list` shows those there are";
    needs_terminal: "the survey needs a terminal; with `--plain` it also reads lines from a pipe";
    cannot_go_on(name: &dyn Display, why: &str): "cannot go on with `{name}`: {why}";
    declined(name: &dyn Display): "`{name}` was left as it is";

    // Assessments of one's own.
    id(most: usize): "an id is lower-case words of a-z and 0-9 joined by hyphens, at most {most} characters";
    id_such_as(most: usize, mended: &str):
        "an id is lower-case words of a-z and 0-9 joined by hyphens, at most {most} characters; how about `{mended}`?";
    language_code: "write the code that ISO 639 has for it, such as en, ja or fr";
    is_bundled(id: &str):
        "`{id}` is a bundled assessment: choose another id\n\
        to start from a copy of it: cxm show {id} --toml > my-{id}.toml";
    same_language(language: &str): "the texts are in `{language}` already: choose another --translation";
    english_as_yet(language: &str): "its texts are English as yet: write yours, in `{language}`\n";
    next_for_definition(path: &str):
        "\n\
        It works as it is: replace its texts, then add your own.\n\n  \
        cxm check {path}\n      what is wrong with it, after every change\n  \
        cxm show {path}\n      its questions, as respondents read them\n  \
        cxm assess {path}\n      answer them\n\n\
        An editor with Taplo (such as Even Better TOML) completes and checks keys. Write\n\
        the schema beside the file: cxm schema definition -o definition.json\n\
        and on the file's first line: #:schema ./definition.json\n";
    assessment_for_answers: "--assessment is for `cxm schema answers`";

    // Many answer files.
    stdin_cannot_be_updated: "what stdin holds cannot be written back: name the answer file";
    none_updated: "none of the answer files could be updated";
    no_definition: "there is no definition";
    none_scored: "none of the answer sets could be scored";
    left_out(rejected: usize, all: usize): "left out, since they could not be scored: {rejected} of {all}\n";
}
