//! The rules: everything that can be found in a user's file, a file each.
//!
//! A file holds the rule's description and, where the rule looks at a whole definition, the function that does. A new
//! rule is a file here, a line in the table below, and the fixtures in `tests/rules/<id>/`.

use crate::diagnostic::Rule;

macro_rules! rules {
    ($($file:ident $name:ident)*) => {
        $(mod $file;)*
        $(pub use $file::RULE as $name;)*

        /// Every rule, sorted by id.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    case_mismatch CASE_MISMATCH
    cyclic_after CYCLIC_AFTER
    dead_end DEAD_END
    double_barrelled_question DOUBLE_BARRELLED_QUESTION
    duplicate_id DUPLICATE_ID
    duplicate_key DUPLICATE_KEY
    duplicate_option DUPLICATE_OPTION
    duplicate_question DUPLICATE_QUESTION
    evadable_requirement EVADABLE_REQUIREMENT
    hidden_level HIDDEN_LEVEL
    identical_translation IDENTICAL_TRANSLATION
    idle_action IDLE_ACTION
    idle_question IDLE_QUESTION
    idle_raise IDLE_RAISE
    idle_requirement IDLE_REQUIREMENT
    incomplete_shares INCOMPLETE_SHARES
    indistinct_threshold INDISTINCT_THRESHOLD
    invalid_id INVALID_ID
    invalid_value INVALID_VALUE
    leading_question LEADING_QUESTION
    long_text LONG_TEXT
    missing_help MISSING_HELP
    missing_key MISSING_KEY
    not_applicable_not_allowed NOT_APPLICABLE_NOT_ALLOWED
    nothing_applicable NOTHING_APPLICABLE
    orphaned_translation ORPHANED_TRANSLATION
    other_version OTHER_VERSION
    out_of_range OUT_OF_RANGE
    points_not_increasing POINTS_NOT_INCREASING
    stale_translation STALE_TRANSLATION
    syntax SYNTAX
    too_fine TOO_FINE
    top_out_of_reach TOP_OUT_OF_REACH
    undecided UNDECIDED
    unknown_action UNKNOWN_ACTION
    unknown_assessment UNKNOWN_ASSESSMENT
    unknown_companion UNKNOWN_COMPANION
    unknown_key UNKNOWN_KEY
    unknown_lint UNKNOWN_LINT
    unknown_points UNKNOWN_POINTS
    unknown_question UNKNOWN_QUESTION
    unknown_reference UNKNOWN_REFERENCE
    unrecorded_translation UNRECORDED_TRANSLATION
    unsourced_action UNSOURCED_ACTION
    unsourced_benchmark UNSOURCED_BENCHMARK
    untested_action UNTESTED_ACTION
    untested_level UNTESTED_LEVEL
    untranslated UNTRANSLATED
    unused_source UNUSED_SOURCE
    weaker_level WEAKER_LEVEL
    wrong_assessment WRONG_ASSESSMENT
    wrong_type WRONG_TYPE
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
