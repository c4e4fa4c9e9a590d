//! The answer to one question, and the words that stand for it.

use crate::definition::{AnswerOption, Question};
use crate::text::fold;

/// The answer to one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Not answered yet: anything from the worst to the best option is possible.
    #[default]
    Unanswered,
    /// Does not apply to this organisation.
    NotApplicable,
    /// The option with this index, worst first.
    Option(u8),
}

impl Answer {
    /// The option of `question` that was chosen, if one was.
    pub fn chosen(self, question: &Question) -> Option<&AnswerOption> {
        match self {
            Self::Option(option) => question.options.get(usize::from(option)),
            Self::Unanswered | Self::NotApplicable => None,
        }
    }
}

/// Whether `text` is a word for "not applicable", in any language and width.
pub fn is_not_applicable(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "n/a"
            | "na"
            | "n.a."
            | "not applicable"
            | "does not apply"
            | "does not apply to us"
            | "該当なし"
            | "該当なし(自社には当てはまらない)"
            | "該当しない"
            | "対象外"
            | "非該当"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_applicable_is_known_in_any_width() {
        for text in ["n/a", "N/A", " Ｎ／Ａ ", "not  applicable", "該当なし", "対象外"] {
            assert!(is_not_applicable(text), "{text}");
        }
        for text in ["", "0", "none", "なし"] {
            assert!(!is_not_applicable(text), "{text}");
        }
    }
}
