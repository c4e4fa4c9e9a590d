//! What rules are about. In English it stands beside each rule; other languages have it by the id of the rule.

use crate::words::{Lang, here};

/// A rule in the words of a language.
#[derive(Clone, Copy)]
pub(crate) struct RuleWords {
    /// The rule.
    pub(crate) id: &'static str,
    /// What it finds, in one sentence.
    pub(crate) summary: &'static str,
    /// Why that is bad, and what exactly counts.
    pub(crate) why: &'static str,
}

/// The rules in the words of a language.
pub(crate) trait Rules {
    /// All that it has words for.
    fn rules(&self) -> &'static [&'static [RuleWords]] {
        &[]
    }
}

/// All rules in the words of a language.
pub(crate) fn all(lang: Lang) -> impl Iterator<Item = &'static RuleWords> {
    Rules::rules(lang.words()).iter().copied().flatten()
}

/// A rule in the words of the process's language; none where they are those that stand beside the rule.
pub(crate) fn rule(id: &str) -> Option<&'static RuleWords> {
    all(here()).find(|rule| rule.id == id)
}
