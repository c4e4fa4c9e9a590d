//! The rules that look at a whole definition or translation, a file each: what the rule is, and the function that finds
//! it.
//!
//! A new one is a file here with its line below, a line in `check/registry.rs`, and the fixtures in `tests/rules/<id>/`.
//! What is found while a file is read stands beside the readers.

pub(super) mod case_mismatch;
pub(super) mod dead_end;
pub(super) mod double_barrelled_question;
pub(super) mod duplicate_item;
pub(super) mod duplicate_name;
pub(super) mod duplicate_option;
pub(super) mod duplicate_question;
pub(super) mod evadable_requirement;
mod figures;
pub(super) mod glossary;
pub(super) mod hidden_character;
pub(super) mod hidden_level;
pub(super) mod identical_translation;
pub(super) mod idle_action;
pub(super) mod idle_condition;
pub(super) mod idle_fact;
pub(super) mod idle_question;
pub(super) mod idle_raise;
pub(super) mod idle_requirement;
pub(super) mod impossible_condition;
pub(super) mod incomplete_shares;
pub(super) mod indistinct_threshold;
pub(super) mod leading_question;
pub(super) mod long_text;
pub(super) mod misnumbered_option;
pub(super) mod misplaced_translation;
pub(super) mod missing_help;
pub(super) mod other_figure;
pub(super) mod other_language;
pub(super) mod stale_translation;
pub(super) mod text_only_citation;
pub(super) mod top_out_of_reach;
pub(super) mod unasked_profile;
pub(super) mod undecided;
pub(super) mod unended_challenge;
pub(super) mod unfinished_text;
pub(super) mod unknown_citation;
pub(super) mod unknown_companion;
pub(super) mod unknown_lint;
pub(super) mod unrecorded_translation;
pub(super) mod unsourced_action;
pub(super) mod unsourced_benchmark;
pub(super) mod unsourced_challenge;
pub(super) mod unsupported_markup;
pub(super) mod untested_action;
pub(super) mod untested_challenge;
pub(super) mod untested_definition;
pub(super) mod untested_level;
pub(super) mod unused_source;
