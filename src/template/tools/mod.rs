//! Forms for the tools of others, in all languages of an assessment: what comes back names questions, facts and options as
//! `mapping` knows them, has points as values, and says in `assessment` and `version` what was answered.
//!
//! - Takes: an assessment, once in each of its languages, the first of which is shown first.
//! - Gives: the file that the tool reads.
//! - Never: makes a form in which an answer could be taken for another: it says why there is none.

mod asked;
mod limesurvey;
mod names;
mod surveyjs;
mod texts;
#[cfg(feature = "xlsx")]
mod xlsform;

pub use self::limesurvey::limesurvey;
pub use self::names::NoForm;
pub use self::surveyjs::surveyjs;
#[cfg(feature = "xlsx")]
pub use self::xlsform::xlsform;
