//! What all checks of definitions share: what things are called, rules as pages, and their levels.

texts! {
    Check(here);

    // What belongs to an id, or to none.
    named(what: &str, id: &str): "{what} `{id}`";
    own_texts: "the title, description and effort unit";

    // A rule as a page.
    can_be_set(id: &str, group: &str, severity: &str):
        "{id} (group {group}): `{severity}` by default; set it with --deny, --warn or --allow";
    cannot_be_set(id: &str, group: &str, severity: &str): "{id} (group {group}): always `{severity}`";
    instead_of: "Instead of";
    write: "write";
    group_and_summary(group: &str, summary: &str): "{group}: {summary}";

    // How grave a finding is, and why.
    always(severity: &str, group: &str): "always `{severity}` (group `{group}`)";
    by(severity: &str, written: &str): "`{severity}` by {written}";
    by_default(severity: &str, group: &str): "`{severity}` by default (group `{group}`)";
    under_lints(rule: &str, severity: &str): "`{rule} = \"{severity}\"` under `[lints]`";
    a_level: "`allow`, `warn` or `deny`";
    no_level: "there is no such level";
    write_a_level: "write `allow`, `warn` or `deny`";
    level_cannot_be_set(name: &str): "the level of `{name}` cannot be set";
    reading_cannot_be_set: "without mending it the file cannot be used";
    notice_cannot_be_set: "it is said to whoever reads the file, and `check` does not count it";
    no_rule(name: &str): "there is no rule or group `{name}`";
    all_rules: "`cxm check --list` names them all";

    // Between definitions, and between a definition and its translations.
    same_id(id: &str, file: &str): "another definition has the id `{id}`: {file}";
    remove_or_rename: "remove one of them, or give it another id and file name";
    stands_elsewhere(help: &str, written: &str, others: usize, meant: &str):
        [others; "{help} `{written}` stands in one more place: if it is right, mend `{meant}`",
            "{help} `{written}` stands in {others} more places: if it is right, mend `{meant}`"];

    // The program `cxm check`.
    #[cfg(feature = "cli")]
    checked(definitions: &str, translations: &str, found: &str): "checked {definitions} and {translations}: {found}\n";
    #[cfg(feature = "cli")]
    checked_and_mended(definitions: &str, translations: &str, found: &str, files: &str):
        "checked {definitions} and {translations}: {found}; mended {files}\n";
    #[cfg(feature = "cli")]
    more_of(rule: &str): "`cxm explain {rule}` says more\n";
    #[cfg(feature = "cli")]
    more_and_mendable(rule: &str, count: usize): "`cxm explain {rule}` says more; `--fix` mends {count} of these\n";
    #[cfg(feature = "cli")]
    definitions(count: usize): [count; "{count} definition", "{count} definitions"];
    #[cfg(feature = "cli")]
    translations(count: usize): [count; "{count} translation", "{count} translations"];
    #[cfg(feature = "cli")]
    files(count: usize): [count; "{count} file", "{count} files"];
    #[cfg(feature = "cli")]
    unread(count: usize): [count; "{count} file could not be read", "{count} files could not be read"];
    #[cfg(feature = "cli")]
    only_the_first(most: usize): "note: only the first {most} findings are written\n";
    #[cfg(feature = "cli")]
    no_definition: "no definition";
    #[cfg(feature = "cli")]
    hidden: "hidden";
    #[cfg(feature = "cli")]
    link: "a link to a folder";
    #[cfg(feature = "cli")]
    not_checked(reason: &str, files: &str): "note: not checked ({reason}): {files}\n";
    #[cfg(feature = "cli")]
    not_checked_and_more(reason: &str, files: &str, more: usize):
        "note: not checked ({reason}): {files} and {more} more\n";
    #[cfg(feature = "cli")]
    nothing_in(folder: &str): "there is no definition in {folder}";
    #[cfg(feature = "cli")]
    none_itself(file: &str): "{file} is not an assessment definition; for answers there is `cxm score`";
}
