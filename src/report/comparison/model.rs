//! What changed between two or more answer sets, as data: the JSON `cxm.comparison/1`.

use serde::Serialize;

use crate::exact::Score;
use crate::report::change::Change;
use crate::report::model::{
    Assessment, CriterionScore, GroupScore, Metadata, Named, PlanSince, Snapshot, ToldEachTime,
};
use crate::text::fold;

/// What changed. Changes are from the first set to the last.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// `cxm.comparison/1`.
    pub schema: &'static str,
    pub assessment: Assessment,
    /// The levels, lowest first.
    pub levels: Vec<Named>,
    pub questions: Compared,
    /// Whether the sets stand in the order of their dates. Where one has none, it is the order in which they were named.
    pub by_date: bool,
    /// The organisations or people that the answers are of, where they are several: then no change is a development.
    pub subjects: Vec<String>,
    /// Where the organisation stood each time, the earliest first.
    pub sets: Vec<Snapshot>,
    /// By how much the overall score changed; none where open questions leave it undecided.
    pub overall_change: Option<Change>,
    pub criteria: Vec<Trend>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupTrend>,
    /// The actions whose targets are all met now, and were not before.
    pub achieved: Vec<Named>,
    /// The actions whose targets were all met before, and are not now.
    pub undone: Vec<Named>,
    /// What has come of what was planned; none where nobody said anything of actions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanSince>,
    /// The answers that are better than before.
    pub improved: Vec<AnswerChange>,
    /// The answers that are worse than before.
    pub slipped: Vec<AnswerChange>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Compared {
    pub compared: usize,
    pub total: usize,
    /// The facts that the sets do not tell alike.
    pub told_otherwise: Vec<ToldEachTime>,
    /// How many are not asked in some sets, as different things were told of the organisation; they count as not applicable.
    pub not_asked: usize,
    /// The versions of the assessment that were answered, where they differ. Then only what all sets answer is
    /// compared, and everything else counts as not applicable.
    pub versions: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Trend {
    pub id: String,
    pub name: String,
    /// The score from which it is in place.
    pub threshold: Score,
    /// By how much its score changed; none where that is undecided, or where it did not always apply.
    pub change: Option<Change>,
    /// Whether it came into place, or is no longer; none where neither.
    pub turn: Option<Turn>,
}

#[derive(Clone, Debug, Serialize)]
pub struct GroupTrend {
    pub id: String,
    pub name: String,
    /// By how much its score changed; none where that is undecided, or where it did not always apply.
    pub change: Option<Change>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// It was not in place, and is now.
    IntoPlace,
    /// It was in place, and is no longer.
    OutOfPlace,
}

/// A question that is answered otherwise than before.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerChange {
    pub question: String,
    pub criterion: String,
    pub text: String,
    pub from: u32,
    pub to: u32,
    /// What the chosen option said before.
    pub before: String,
    /// What the chosen option says now.
    pub now: String,
}

impl Comparison {
    pub fn first(&self) -> &Snapshot {
        self.sets.first().expect("only sets are compared, and they stay")
    }

    pub fn last(&self) -> &Snapshot {
        self.sets.last().expect("only sets are compared, and they stay")
    }

    /// The scores of a criterion, one for each set.
    pub fn scores(&self, criterion: &Trend) -> impl Iterator<Item = &CriterionScore> {
        self.sets.iter().filter_map(|set| set.criteria.iter().find(|score| score.id == criterion.id))
    }

    /// The group whose first criterion is this, by how much it changed, and its score each time.
    pub fn group_above(&self, criterion: &Trend) -> Option<(&GroupTrend, Vec<&GroupScore>)> {
        let above = GroupScore::above(&self.last().groups, &criterion.id)?;
        let trend = self.groups.iter().find(|group| group.id == above.id)?;
        let scores = self.sets.iter().filter_map(|set| set.groups.iter().find(|group| group.id == above.id));
        Some((trend, scores.collect()))
    }

    /// The names of the criteria with this turn.
    pub fn turned(&self, turn: Turn) -> Vec<String> {
        let criteria = self.criteria.iter().filter(|criterion| criterion.turn == Some(turn));
        criteria.map(|criterion| criterion.name.clone()).collect()
    }

    /// Whom the answers are about, where all sets say the same.
    pub fn subject(&self) -> Option<&str> {
        let mut subjects = self.sets.iter().map(|set| set.metadata.subject());
        let first = subjects.next()??;
        subjects.all(|subject| subject.is_some_and(|subject| fold(subject) == fold(first))).then_some(first)
    }

    /// Whether something is worse than before.
    pub fn has_slipped(&self) -> bool {
        !self.slipped.is_empty() || !self.undone.is_empty() || !self.turned(Turn::OutOfPlace).is_empty()
    }

    /// What each set is called: its date, or else its place, and whose it is where they are of several.
    pub fn labels(&self) -> Vec<String> {
        let several = self.subject().is_none();
        let label = |(at, metadata): (usize, &Metadata)| {
            let date = metadata.get("date").map_or_else(|| format!("{}", at + 1), str::to_owned);
            match metadata.subject().filter(|_| several) {
                Some(subject) => format!("{subject} {date}"),
                None => date,
            }
        };
        self.sets.iter().map(|set| &set.metadata).enumerate().map(label).collect()
    }
}
