//! That a command could not do its work, and how it is told.

texts! {
    CliTrouble(here);

    /// What an error begins with.
    error_head: "error:";
    error(what: &str): "error: {what}";
    because(what: &str, why: &str): "{what}: {why}";
    nothing_was_done(found: &str): "{found}; nothing was done";
    interrupted: "interrupted";
    interrupted_early: "interrupted: no file was written";
    cannot_listen: "cannot listen for an interrupt";

    // What is no number, as Rust says it.
    no_number(why: &str): "{why}";

    // What is named that there is not.
    named(id: &str, name: &str): "{id} ({name})";
    no_level(wanted: &str, all: &str): "there is no level `{wanted}`\nlevels: {all}";
    no_level_but(wanted: &str, near: &str, all: &str): "there is no level `{wanted}`; did you mean `{near}`?\nlevels: {all}";
    no_criterion(wanted: &str, all: &str): "there is no criterion `{wanted}`\ncriteria: {all}";
    no_criterion_but(wanted: &str, near: &str, all: &str):
        "there is no criterion `{wanted}`; did you mean `{near}`?\ncriteria: {all}";
    no_action(wanted: &str, all: &str): "there is no action `{wanted}`\nactions: {all}";
    no_action_but(wanted: &str, near: &str, all: &str):
        "there is no action `{wanted}`; did you mean `{near}`?\nactions: {all}";
    several_begin(wanted: &str, ids: &str): "several begin with `{wanted}`: {ids}";
    no_assessment(wanted: &str, all: &str):
        "there is no assessment `{wanted}`\nbundled: {all}; for one of your own give the path, such as `./{wanted}.toml`";
    no_assessment_but(wanted: &str, near: &str, all: &str):
        "there is no assessment `{wanted}`; did you mean `{near}`?\n\
        bundled: {all}; for one of your own give the path, such as `./{wanted}.toml`";
}
