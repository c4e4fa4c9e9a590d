//! Where an organisation stands, at this time or at an earlier one.

use std::fmt;

use schemars::JsonSchema;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::definition::Definition;
use crate::exact::Score;
use crate::score::{CriterionOutcome, InPlace, Outcome};
use crate::text::fold;

/// What was assessed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Assessment {
    /// The definition's id.
    pub id: String,
    /// The version of its content.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The language of the texts.
    pub language: String,
    /// Identifies the definition's text.
    pub digest: String,
}

/// Metadata in the order of the file.
#[derive(Clone, Debug, Default, JsonSchema)]
pub struct Metadata(#[schemars(with = "std::collections::BTreeMap<String, String>")] pub Vec<(String, String)>);

impl Serialize for Metadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Metadata {
    /// The value under `key`.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Whom the answers are about: the organisation, or else the respondent.
    pub fn subject(&self) -> Option<&str> {
        ["organisation", "organization", "respondent"].into_iter().find_map(|key| self.get(key))
    }

    /// All that several answers are about, where that is not one organisation or person; letters of another case or width do not
    /// make another of it.
    pub fn subjects<'m>(all: impl IntoIterator<Item = &'m Self>) -> Vec<String> {
        let mut subjects: Vec<String> = Vec::new();
        for subject in all.into_iter().filter_map(Self::subject) {
            if !subjects.iter().any(|known| fold(known) == fold(subject)) {
                subjects.push(subject.to_owned());
            }
        }
        if subjects.len() > 1 { subjects } else { Vec::new() }
    }
}

/// An id and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// A score from worst to best; equal where nothing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Interval {
    /// Open questions at their worst.
    pub low: Score,
    /// Open questions at their best.
    pub high: Score,
}

/// How many criteria are in place.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct InPlaceCount {
    /// Open questions at their worst.
    pub low: usize,
    /// Open questions at their best.
    pub high: usize,
    /// How many apply.
    pub applicable: usize,
}

/// Where an organisation stands, without what to do next.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Snapshot {
    /// The answer set's own metadata.
    pub metadata: Metadata,
    /// The version of the assessment that was answered, if the answers say so.
    pub version: Option<String>,
    /// The level, open questions at their worst.
    pub level: Named,
    /// Its place, from 1.
    pub level_number: usize,
    /// The level with open questions at their best; the same where nothing is open.
    pub possible: Named,
    /// The overall score.
    pub overall: Interval,
    /// How many criteria are in place.
    pub in_place: InPlaceCount,
    /// The score of each criterion.
    pub criteria: Vec<CriterionScore>,
    /// The score of each group of criteria.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupScore>,
}

/// A criterion's own level: the highest of which all questions that belong to it, and to those below, are as they ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OwnLevel {
    /// Its id, open questions at their worst.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The id of the level with open questions at their best; the same where nothing is open.
    pub possible: String,
    /// The name of that level.
    pub possible_name: String,
}

/// The score of a criterion.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CriterionScore {
    /// The criterion's id.
    pub id: String,
    /// Its score at worst; none where it is not applicable.
    pub low: Option<Score>,
    /// Its score at best.
    pub high: Option<Score>,
    /// Whether it is in place: `yes`, `no`, `open` or `n/a`.
    pub in_place: InPlace,
    /// Its own level, where questions that belong to levels apply in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<OwnLevel>,
}

/// The score of a group of criteria: their weighted mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupScore {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its score at worst; none where none of its criteria is applicable.
    pub low: Option<Score>,
    /// Its score at best.
    pub high: Option<Score>,
    /// The ids of its criteria.
    pub criteria: Vec<String>,
}

impl GroupScore {
    /// The score of every group.
    pub(in crate::report) fn all(definition: &Definition, outcome: &Outcome) -> Vec<Self> {
        let groups = definition.groups.iter().zip(outcome.low.groups.iter().zip(&outcome.high.groups));
        let criteria = |id: &String| {
            let criteria = definition.criteria.iter().filter(|criterion| criterion.group.as_ref() == Some(id));
            criteria.map(|criterion| criterion.id.clone()).collect()
        };
        let score = groups.map(|(group, (low, high))| Self {
            id: group.id.clone(),
            name: group.name.clone(),
            low: *low,
            high: *high,
            criteria: criteria(&group.id),
        });
        score.collect()
    }

    /// The group whose first criterion is this, before which its heading stands.
    pub fn above<'a>(groups: &'a [Self], criterion: &str) -> Option<&'a Self> {
        groups.iter().find(|group| group.criteria.first().is_some_and(|first| first == criterion))
    }
}

impl OwnLevel {
    /// The level of a criterion, if it has one.
    pub(in crate::report) fn of(definition: &Definition, outcome: &CriterionOutcome) -> Option<Self> {
        let (low, high) = outcome.level?;
        let (level, possible) = (&definition.levels[low], &definition.levels[high]);
        Some(Self {
            id: level.id.clone(),
            name: level.name.clone(),
            possible: possible.id.clone(),
            possible_name: possible.name.clone(),
        })
    }
}

impl fmt::Display for OwnLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, possible_name, .. } = self;
        if self.id == self.possible { write!(f, "{name}") } else { write!(f, "{name} – {possible_name}") }
    }
}

impl Snapshot {
    /// The overall score at worst and at best.
    pub(in crate::report) fn bounds(&self) -> (Option<Score>, Option<Score>) {
        (Some(self.overall.low), Some(self.overall.high))
    }
}

impl CriterionScore {
    /// Whether it is in place for certain.
    pub fn is_in_place(&self) -> bool {
        self.in_place == InPlace::Yes
    }
}

impl Assessment {
    /// The assessment of a definition, whose text has this digest.
    pub fn new(definition: &Definition, digest: &str) -> Self {
        Self {
            id: definition.id.clone(),
            version: definition.version.to_string(),
            title: definition.title.clone(),
            language: definition.language.clone(),
            digest: digest.to_owned(),
        }
    }
}

impl Named {
    /// An id and its name.
    pub fn new(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), name: name.to_owned() }
    }
}

impl Interval {
    /// The overall score.
    pub fn new(outcome: &Outcome) -> Self {
        Self { low: outcome.low.overall, high: outcome.high.overall }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { low, high } = self;
        if low == high { write!(f, "{low}") } else { write!(f, "{low}–{high}") }
    }
}

impl InPlaceCount {
    /// How many criteria are in place.
    pub fn new(outcome: &Outcome) -> Self {
        Self { low: outcome.low.in_place, high: outcome.high.in_place, applicable: outcome.low.applicable }
    }
}
