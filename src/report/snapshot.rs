//! Where an organisation stands at one time, to be set beside another time.

use super::model::{CriterionScore, GroupScore, InPlaceCount, Interval, Metadata, Named, OwnLevel, Snapshot};
use crate::answers::AnswerSet;
use crate::definition::Definition;
use crate::score::{self, Scheme};

/// Scores `set`, which says that it answers `version` of the assessment; none where nothing is applicable.
pub fn snapshot(definition: &Definition, set: &AnswerSet, version: Option<&str>) -> Option<Snapshot> {
    let outcome = score::score(&Scheme::compile(definition, &set.profile), &set.answers)?;
    let level = |at: usize| {
        let level = &definition.levels[at];
        Named::new(&level.id, &level.name)
    };
    let criteria = definition.criteria.iter().zip(&outcome.criteria);
    let criteria = criteria.map(|(criterion, outcome)| CriterionScore {
        id: criterion.id.clone(),
        low: outcome.score.map(|(low, _)| low),
        high: outcome.score.map(|(_, high)| high),
        in_place: outcome.in_place,
        level: OwnLevel::of(definition, outcome),
    });
    Some(Snapshot {
        metadata: Metadata(set.metadata.clone()),
        version: version.map(str::to_owned),
        level: level(outcome.low.level),
        level_number: outcome.low.level + 1,
        possible: level(outcome.high.level),
        overall: Interval::new(&outcome),
        in_place: InPlaceCount::new(&outcome),
        criteria: criteria.collect(),
        groups: GroupScore::all(definition, &outcome),
    })
}
