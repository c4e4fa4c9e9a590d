//! Where an organisation stood at an earlier time, and by how much that changed since.

use schemars::JsonSchema;
use serde::Serialize;

use super::carried::PlanSince;
use super::fit::ToldEachTime;
use super::standing::Snapshot;
use crate::report::change::Change;

/// Where the organisation stood at an earlier time, as it was then, and what of that can be compared.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Previous {
    /// As it was then.
    #[serde(flatten)]
    pub standing: Snapshot,
    /// The organisations or people that the answers of then and of now are of, where they are two: then no change is a
    /// development.
    pub subjects: Vec<String>,
    /// Whether they are dated later than the answers of now.
    pub is_later: bool,
    /// The facts that were told otherwise then: first what was told then, then what is told now.
    pub told_otherwise: Vec<ToldEachTime>,
    /// How many questions are not asked each time, as other things were told; changes leave them out.
    pub not_asked: usize,
    /// What has come of what was planned; none where nobody said anything of actions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanSince>,
    /// By how much the overall score changed; none where open questions leave that undecided.
    pub overall_change: Option<Change>,
    /// By how much the score of each criterion changed; nothing where no question is asked each time.
    pub changes: Vec<ScoreChange>,
    /// The same of each group of criteria.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub group_changes: Vec<ScoreChange>,
}

/// By how much the score of a criterion, or of a group of them, changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScoreChange {
    /// Its id.
    pub id: String,
    /// By how much; none where that is undecided, or where it did not always apply.
    pub change: Option<Change>,
}
