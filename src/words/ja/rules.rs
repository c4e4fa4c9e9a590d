//! What rules are about, in Japanese. They stand in files by where they are found, as the rules do.

use super::{rules_cases, rules_levels, rules_reading, rules_texts};
use crate::words::rules::{RuleWords, Rules};

impl Rules for super::Ja {
    fn rules(&self) -> &'static [&'static [RuleWords]] {
        &[rules_cases::RULES, rules_levels::RULES, rules_reading::RULES, rules_texts::RULES]
    }
}
