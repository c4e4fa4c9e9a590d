//! Every rule, and the function that finds it: the only table of all rules.
//!
//! The rules themselves stand where they are found: those of reading beside their readers, the others in `check/rules`.

use Finds::{Definition, Reading, Texts, Translation};

use super::context::{self, Context};
use super::{rules as lints, texts};
use crate::diagnostic::{Findings, Rule};
use crate::{answers, definition, document};

/// How the findings of a rule come about. The functions are pure: they look, and add what they find.
#[derive(Clone, Copy, Debug)]
pub enum Finds {
    /// While a file is read.
    Reading,
    /// In a definition that was read without errors.
    Definition(fn(&Context<'_>, &mut Findings)),
    /// In each translation of such a definition.
    Translation(fn(&Context<'_>, &context::Translation<'_>, &mut Findings)),
    /// In the texts of the definition, and then in those of each translation.
    Texts(fn(&texts::Texts<'_>, &mut Findings)),
}

/// Every rule, sorted by id.
pub static REGISTRY: &[(&Rule, Finds)] = &[
    (&lints::case_mismatch::RULE, Definition(lints::case_mismatch::check)),
    (&definition::rules::CYCLIC_AFTER, Reading),
    (&lints::dead_end::RULE, Definition(lints::dead_end::check)),
    (&lints::double_barrelled_question::RULE, Texts(lints::double_barrelled_question::check)),
    (&definition::rules::DUPLICATE_ID, Reading),
    (&lints::duplicate_item::RULE, Definition(lints::duplicate_item::check)),
    (&document::rules::DUPLICATE_KEY, Reading),
    (&lints::duplicate_name::RULE, Texts(lints::duplicate_name::check)),
    (&lints::duplicate_option::RULE, Texts(lints::duplicate_option::check)),
    (&lints::duplicate_question::RULE, Texts(lints::duplicate_question::check)),
    (&lints::evadable_requirement::RULE, Definition(lints::evadable_requirement::check)),
    (&lints::glossary::RULE, Translation(lints::glossary::check)),
    (&lints::hidden_character::RULE, Texts(lints::hidden_character::check)),
    (&lints::hidden_level::RULE, Definition(lints::hidden_level::check)),
    (&lints::identical_translation::RULE, Translation(lints::identical_translation::check)),
    (&lints::idle_action::RULE, Definition(lints::idle_action::check)),
    (&lints::idle_condition::RULE, Definition(lints::idle_condition::check)),
    (&lints::idle_fact::RULE, Definition(lints::idle_fact::check)),
    (&lints::idle_question::RULE, Definition(lints::idle_question::check)),
    (&lints::idle_raise::RULE, Definition(lints::idle_raise::check)),
    (&lints::idle_requirement::RULE, Definition(lints::idle_requirement::check)),
    (&lints::impossible_condition::RULE, Definition(lints::impossible_condition::check)),
    (&lints::incomplete_shares::RULE, Definition(lints::incomplete_shares::check)),
    (&lints::indistinct_threshold::RULE, Definition(lints::indistinct_threshold::check)),
    (&definition::rules::INVALID_ID, Reading),
    (&document::rules::INVALID_VALUE, Reading),
    (&lints::leading_question::RULE, Texts(lints::leading_question::check)),
    (&definition::rules::LONE_TRANSLATION, Reading),
    (&lints::long_text::RULE, Texts(lints::long_text::check)),
    (&lints::misnumbered_option::RULE, Texts(lints::misnumbered_option::check)),
    (&lints::misplaced_translation::RULE, Translation(lints::misplaced_translation::check)),
    (&definition::rules::MISSING_EFFORT, Reading),
    (&lints::missing_help::RULE, Definition(lints::missing_help::check)),
    (&document::rules::MISSING_KEY, Reading),
    (&answers::rules::NOT_APPLICABLE_NOT_ALLOWED, Reading),
    (&answers::rules::NOT_ASKED, Reading),
    (&answers::rules::NOTHING_APPLICABLE, Reading),
    (&definition::rules::ORPHANED_TRANSLATION, Reading),
    (&lints::other_figure::RULE, Translation(lints::other_figure::check)),
    (&lints::other_language::RULE, Definition(lints::other_language::check)),
    (&answers::rules::OTHER_MAJOR_VERSION, Reading),
    (&answers::rules::OTHER_VERSION, Reading),
    (&document::rules::OUT_OF_RANGE, Reading),
    (&definition::rules::POINTS_NOT_INCREASING, Reading),
    (&lints::stale_translation::RULE, Translation(lints::stale_translation::check)),
    (&document::rules::SYNTAX, Reading),
    (&lints::text_only_citation::RULE, Definition(lints::text_only_citation::check)),
    (&definition::rules::TOO_FINE, Reading),
    (&lints::top_out_of_reach::RULE, Definition(lints::top_out_of_reach::check)),
    (&lints::unasked_profile::RULE, Definition(lints::unasked_profile::check)),
    (&lints::undecided::RULE, Definition(lints::undecided::check)),
    (&lints::unended_challenge::RULE, Definition(lints::unended_challenge::check)),
    (&lints::unfinished_text::RULE, Texts(lints::unfinished_text::check)),
    (&answers::rules::UNKNOWN_ACTION, Reading),
    (&answers::rules::UNKNOWN_ASSESSMENT, Reading),
    (&lints::unknown_citation::RULE, Texts(lints::unknown_citation::check)),
    (&lints::unknown_companion::RULE, Definition(lints::unknown_companion::check)),
    (&answers::rules::UNKNOWN_FACT, Reading),
    (&document::rules::UNKNOWN_KEY, Reading),
    (&lints::unknown_lint::RULE, Reading),
    (&definition::rules::UNKNOWN_POINTS, Reading),
    (&answers::rules::UNKNOWN_QUESTION, Reading),
    (&definition::rules::UNKNOWN_REFERENCE, Reading),
    (&definition::rules::UNRAISED_VERSION, Reading),
    (&document::rules::UNREADABLE_FILE, Reading),
    (&lints::unrecorded_translation::RULE, Translation(lints::unrecorded_translation::check)),
    (&lints::unsourced_action::RULE, Definition(lints::unsourced_action::check)),
    (&lints::unsourced_benchmark::RULE, Definition(lints::unsourced_benchmark::check)),
    (&lints::unsourced_challenge::RULE, Definition(lints::unsourced_challenge::check)),
    (&lints::unsupported_markup::RULE, Texts(lints::unsupported_markup::check)),
    (&lints::untested_action::RULE, Definition(lints::untested_action::check)),
    (&lints::untested_challenge::RULE, Definition(lints::untested_challenge::check)),
    (&lints::untested_definition::RULE, Definition(lints::untested_definition::check)),
    (&lints::untested_level::RULE, Definition(lints::untested_level::check)),
    (&definition::rules::UNTRANSLATED, Reading),
    (&lints::unused_source::RULE, Definition(lints::unused_source::check)),
    (&definition::rules::WEAKER_LEVEL, Reading),
    (&answers::rules::WRONG_ASSESSMENT, Reading),
    (&document::rules::WRONG_TYPE, Reading),
];

/// Every rule, sorted by id.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    REGISTRY.iter().map(|(rule, _)| *rule)
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::Lang;
    use crate::words::rules::all;

    #[test]
    fn every_language_has_words_for_every_rule_and_for_no_other() {
        let known: BTreeSet<&str> = rules().map(|rule| rule.id).collect();
        // Those of English stand beside the rules.
        assert_eq!(all(Lang::EN).count(), 0);
        for lang in Lang::ALL.iter().filter(|lang| **lang != Lang::EN) {
            let said: Vec<&str> = all(*lang).map(|words| words.id).collect();
            assert_eq!(said.iter().copied().collect::<BTreeSet<_>>(), known, "{lang:?}");
            assert_eq!(said.len(), known.len(), "{lang:?} says one twice");
        }
        for words in all(Lang::JA) {
            for text in [words.summary, words.why] {
                assert!(text.ends_with('。') && !text.contains("  "), "{}: {text}", words.id);
            }
        }
    }
}
