//! What a respondent said: one answer set, how it is read, and how it is written.
//!
//! - Takes: the tree of an answer file, and the definition that it belongs to.
//! - Gives: answers in the order of the definition's questions, with notes, metadata and the organisation's own plan; or
//!   what is wrong with them.
//! - Never: opens a file, or judges an answer.

mod answer;
mod code;
mod date;
#[cfg(feature = "cli")]
mod edit;
mod load;
mod own_plan;
mod profile;
mod read;
#[cfg(feature = "cli")]
mod rewrite;
pub(crate) mod rules;
mod update;
mod version;
mod write;

use crate::definition::Profile;

pub use answer::{Answer, is_not_applicable};
pub(crate) use code::{Code, NOT_APPLICABLE, UNANSWERED, UNKNOWN, answer_of, code_of};
pub use date::{DATE, date};
#[cfg(feature = "cli")]
pub use edit::{Change, NotEdited, edit};
pub use load::{OtherVersion, load, load_begun, parse};
pub use own_plan::{About, OwnPlan, Status};
pub use profile::whose;
pub(crate) use profile::{drop_unasked, not_asked, read_profile};
pub use read::{assessment_of, read, read_answer, unknown_assessment, version_of};
#[cfg(feature = "cli")]
pub use rewrite::rewrite;
pub use update::{NotUpdated, Update, update};
pub use version::in_a_line;
pub(crate) use version::refused_row;
pub use write::to_toml;

/// What one respondent or organisation answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerSet {
    /// Free metadata such as `organisation` and `date`, in the order of the file.
    pub metadata: Vec<(String, String)>,
    /// What the organisation told about itself.
    pub profile: Profile,
    /// An answer for each question, in the order of the definition.
    pub answers: Vec<Answer>,
    /// A note for each question, in the order of the definition.
    pub notes: Vec<Option<String>>,
    /// The organisation's own view of the plan.
    pub actions: OwnPlan,
}

impl AnswerSet {
    /// The metadata under `key`.
    pub fn metadata(&self, key: &str) -> Option<&str> {
        self.metadata.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Whether no question is answered, so that nothing can be scored.
    pub fn is_blank(&self) -> bool {
        self.answers.iter().all(|answer| *answer == Answer::Unanswered)
    }
}
