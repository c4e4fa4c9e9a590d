//! The table of rules: what can be found in a user's file, and how grave it is.
//!
//! Severity is decided here and nowhere else.

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file can be used; something in it is probably not what was meant.
    Warning,
    /// The file cannot be used.
    Error,
}

/// One kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Kebab-case and stable: people and machines refer to it.
    pub id: &'static str,
    /// How grave every finding of this rule is.
    pub severity: Severity,
    /// What the rule finds, in one sentence.
    pub summary: &'static str,
}

macro_rules! rules {
    ($($name:ident = $severity:ident $id:literal: $summary:literal;)*) => {
        $(#[doc = $summary] pub static $name: Rule = Rule { id: $id, severity: Severity::$severity, summary: $summary };)*

        /// Every rule, sorted by id.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    CASE_MISMATCH = Error "case-mismatch": "A worked example does not come out as it says.";
    CYCLIC_AFTER = Error "cyclic-after": "Actions that wait for one another in a circle can never be started.";
    DUPLICATE_ID = Error "duplicate-id": "Two things of one kind carry the same id.";
    DUPLICATE_KEY = Error "duplicate-key": "A key stands twice in one table.";
    INVALID_ID = Error "invalid-id": "An id is not lower-case words joined by hyphens, or not the file's name.";
    INVALID_VALUE = Error "invalid-value": "A value has the right type but is none that the format knows.";
    MISSING_KEY = Error "missing-key": "A key that must be there is not.";
    NOT_APPLICABLE_NOT_ALLOWED = Error "not-applicable-not-allowed": "A question that always applies is answered n/a.";
    NOTHING_APPLICABLE = Error "nothing-applicable": "Every question is answered n/a, so there is nothing to score.";
    ORPHANED_TRANSLATION = Error "orphaned-translation": "A translation has a text for something that the definition does not have.";
    OTHER_VERSION = Warning "other-version": "The answers were given to another version of the definition.";
    OUT_OF_RANGE = Error "out-of-range": "A number, or the size of a list or text, is outside its bounds.";
    POINTS_NOT_INCREASING = Error "points-not-increasing": "The options of a question do not run from worst to best.";
    SYNTAX = Error "syntax": "The file is not well-formed.";
    TOO_FINE = Error "too-fine": "Weights or points are so finely divided that exact scores would need numbers of unbounded size.";
    UNKNOWN_ACTION = Error "unknown-action": "An answer set names an action that the definition does not have.";
    UNKNOWN_ASSESSMENT = Error "unknown-assessment": "An answer set names an assessment that is not known.";
    UNKNOWN_KEY = Error "unknown-key": "A key means nothing where it stands.";
    UNKNOWN_POINTS = Error "unknown-points": "Points are given or promised that no option of the question has.";
    UNKNOWN_QUESTION = Error "unknown-question": "An answer is given to a question that the definition does not have.";
    UNKNOWN_REFERENCE = Error "unknown-reference": "An id is referred to that nothing carries.";
    UNTRANSLATED = Warning "untranslated": "A text of the definition has no translation and is shown in its own language.";
    WEAKER_LEVEL = Error "weaker-level": "A level asks for no more than the levels below it.";
    WRONG_ASSESSMENT = Error "wrong-assessment": "The answers belong to another assessment.";
    WRONG_TYPE = Error "wrong-type": "A value is of another type than its key takes.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_its_ids_are_kebab_case() {
        assert!(RULES.iter().map(|rule| rule.id).is_sorted_by(|a, b| a.replace('-', " ") < b.replace('-', " ")));
        for rule in RULES {
            assert!(crate::definition::is_id(rule.id), "{}", rule.id);
            assert!(rule.summary.ends_with('.'), "{}", rule.id);
        }
    }
}
