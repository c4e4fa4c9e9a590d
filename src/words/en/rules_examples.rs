//! The lines of examples of rules.

texts! {
    RulesExamples(here);

    /// A line of TOML, which may have a comment or a text in it.
    line(line: &str): "{line}";
}
