//! An answer in one byte, for rows by the million. Nothing is allocated, and nothing is read.

use super::answer::Answer;

/// An answer in one byte: the index of an option, or one of the three below.
pub(crate) type Code = u8;
/// No answer can be read without a closer look.
pub(crate) const UNKNOWN: Code = 253;
/// [`Answer::Unanswered`].
pub(crate) const UNANSWERED: Code = 254;
/// [`Answer::NotApplicable`].
pub(crate) const NOT_APPLICABLE: Code = 255;

pub(crate) fn code_of(answer: Answer) -> Code {
    match answer {
        Answer::Unanswered => UNANSWERED,
        Answer::NotApplicable => NOT_APPLICABLE,
        Answer::Option(option) => option,
    }
}

/// A code as an answer; what is unknown is unanswered.
pub(crate) fn answer_of(code: Code) -> Answer {
    match code {
        NOT_APPLICABLE => Answer::NotApplicable,
        UNANSWERED | UNKNOWN => Answer::Unanswered,
        option => Answer::Option(option),
    }
}
