//! What is said around findings, whatever they are of.

texts! {
    Diagnostic(here);

    // What findings are called by how grave they are, and how many there are.
    error: "error";
    warning: "warning";
    note: "note";
    help: "help";
    no_findings: "no findings";
    errors(count: usize): [count; "{count} error", "{count} errors"];
    warnings(count: usize): [count; "{count} warning", "{count} warnings"];
    errors_and_warnings(errors: &str, warnings: &str): "{errors} and {warnings}";
    and_more(count: usize, rules: &str): "... and {count} more: {rules}";
    of_rule(count: usize, rule: &str): "{count} of {rule}";
    in_line(rule: &str, line: usize): "{rule} in line {line}";
    warned(details: &str): "warning: {details}";
    helped(help: &str): "help: {help}";
    message_and_help(message: &str, help: &str): "{message}; {help}";
    mend_it_so: "mend it so";
    mend_it: "mend it";
    not_checked: "not checked";
    not_checked_since(reason: &str): "not checked: {reason}";

    // The name that was meant.
    did_you_mean(name: &str): "did you mean `{name}`?";
    did_you_mean_since(name: &str, why: &str): "did you mean `{name}`? {why}";
    known_here(names: &str): "known here: `{names}`";
    something_unseen: "a character that is not seen stands in it";
    only_looks_like(sign: char, code: u32, meant: char): "`{sign}` (U+{code:04X}) only looks like `{meant}`";

    // Groups of rules.
    reading: "the file cannot be used as it is; their level cannot be set";
    notice: "the file can be used, and its reader should know something; their level cannot be set";
    correctness: "the definition says something that is not so";
    suspicious: "the definition probably does not say what was meant";
    translation: "the definition and its translation have drifted apart";
    style: "the definition could be easier to answer or to rely on";
    pedantic: "what only a careful author wants to hear, and what is sometimes wrong";

    // A rule for code scanning.
    with_examples(why: &str, bad: &str, good: &str): "{why}\n\nInstead of:\n\n{bad}\n\nwrite:\n\n{good}";
}
