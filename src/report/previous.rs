//! Where an organisation stood at an earlier time, beside a result, and by how much that changed since.

use jiff::civil::Date;

use super::carried;
use super::change::Change;
use super::model::{Criterion, CriterionScore, GroupScore, Metadata, Previous, Report, ScoreChange, Snapshot};
use super::snapshot::snapshot;
use super::told;
use crate::answers::AnswerSet;
use crate::definition::Definition;
use crate::exact::Score;

/// What `then`, which says that it answers `version` of the assessment, says beside the result of `now`; none where
/// nothing was applicable. Changes are of what is asked each time.
pub fn previous(definition: &Definition, now: &AnswerSet, then: &AnswerSet, version: Option<&str>) -> Option<Previous> {
    let standing = snapshot(definition, then, version)?;
    let (mut before, mut after) = (then.clone(), now.clone());
    let not_asked = told::only_asked_each_time(definition, &mut [&mut before, &mut after]);
    let pair = snapshot(definition, &before, version).zip(snapshot(definition, &after, None));
    let changes = |(before, after): &(Snapshot, Snapshot)| {
        let criteria = before.criteria.iter().zip(&after.criteria);
        let criteria =
            criteria.map(|(before, after)| change(&after.id, (before.low, before.high), (after.low, after.high)));
        let groups = before.groups.iter().zip(&after.groups);
        let groups =
            groups.map(|(before, after)| change(&after.id, (before.low, before.high), (after.low, after.high)));
        (criteria.collect(), groups.collect())
    };
    let (changes, group_changes) = pair.as_ref().map(changes).unwrap_or_default();
    let metadata = Metadata(now.metadata.clone());
    Some(Previous {
        subjects: Metadata::subjects([&standing.metadata, &metadata]),
        is_later: date(&standing.metadata).zip(date(&metadata)).is_some_and(|(then, now)| then > now),
        told_otherwise: told::differing(definition, &[&then.profile, &now.profile]),
        not_asked,
        plan: carried::since(definition, &[then], now),
        overall_change: pair.as_ref().and_then(|(before, after)| Change::between(before.bounds(), after.bounds())),
        changes,
        group_changes,
        standing,
    })
}

/// The date of answers, if they have one that can be ordered.
fn date(metadata: &Metadata) -> Option<Date> {
    metadata.get("date")?.parse().ok()
}

/// The lowest and the highest that a score can be.
type Bounds = (Option<Score>, Option<Score>);

fn change(id: &str, before: Bounds, after: Bounds) -> ScoreChange {
    ScoreChange { id: id.to_owned(), change: Change::between(before, after) }
}

impl Report {
    /// A criterion the previous time.
    pub fn before(&self, criterion: &Criterion) -> Option<&CriterionScore> {
        self.previous.as_ref()?.standing.criteria.iter().find(|before| before.id == criterion.id)
    }

    /// By how much a criterion's score changed since the previous time.
    pub fn change(&self, criterion: &Criterion) -> Option<Change> {
        self.previous.as_ref()?.changes.iter().find(|change| change.id == criterion.id)?.change
    }

    /// By how much a group's score changed since the previous time.
    pub fn group_change(&self, group: &GroupScore) -> Option<Change> {
        self.previous.as_ref()?.group_changes.iter().find(|change| change.id == group.id)?.change
    }

    /// By how much the overall score changed since the previous time.
    pub fn overall_change(&self) -> Option<Change> {
        self.previous.as_ref()?.overall_change
    }
}
