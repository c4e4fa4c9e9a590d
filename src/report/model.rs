//! The result as data, in the shape of the JSON `cxm.result/1`. Keys may be added to it; those that are there stay.

use schemars::JsonSchema;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::exact::Score;
use crate::score::{Amount, InPlace};

/// The result of one answer set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Report {
    /// `cxm.result/1`.
    pub schema: &'static str,
    /// What was assessed.
    pub assessment: Assessment,
    /// The answer set's own metadata.
    pub metadata: Metadata,
    /// The level.
    pub level: Level,
    /// All levels, lowest first.
    pub levels: Vec<LevelMeaning>,
    /// The overall score.
    pub overall: Interval,
    /// How many criteria are in place.
    pub in_place: InPlaceCount,
    /// How many questions are not answered, how many not applicable, and how many there are.
    pub questions: QuestionCount,
    /// Each criterion.
    pub criteria: Vec<Criterion>,
    /// Each question and its answer.
    pub answers: Vec<Answered>,
    /// The ids of the questions that are not answered.
    pub open_questions: Vec<String>,
    /// The notes of the answer set, as evidence.
    pub notes: Vec<Note>,
    /// What the answer set says of the plan.
    pub own_plan: OwnPlan,
    /// What is missing for the levels above, lowest level first.
    pub unmet: Vec<Unmet>,
    /// The fewest times that one answer drops by one option until the level is lost; none on the first level.
    pub drops_to_lose_level: Option<usize>,
    /// The level, had every n/a been answered with the worst option.
    pub level_without_not_applicable: Named,
    /// The way to the next level, or to the one asked for; without actions where that is attained, none on the highest.
    pub route: Option<Route>,
    /// Every action that would improve an answer, the route first.
    pub priorities: Vec<Priority>,
    /// How many priorities were left out at the end of the list.
    pub priorities_left_out: usize,
    /// The assessments that look closer at what is not in place, and at what is on the route.
    pub closer: Vec<Closer>,
    /// The unit of every effort.
    pub effort_unit: String,
    /// How others are distributed over the levels.
    pub benchmarks: Vec<Benchmark>,
    /// What facts and actions rest on.
    pub sources: Vec<Source>,
    /// Where the organisation stood at an earlier time, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Snapshot>,
}

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

/// An id and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// An assessment that looks closer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Closer {
    /// Its id.
    pub assessment: String,
    /// The names of the criteria, and else the titles of the actions on the route, that refer to it.
    pub at: Vec<String>,
}

/// A level and its meaning.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LevelMeaning {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// What it means to be here.
    pub summary: String,
}

/// The level.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Level {
    /// Its id, open questions at their worst.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means to be here.
    pub summary: String,
    /// Its place, from 1.
    pub number: usize,
    /// The id of the level with open questions at their best; the same where nothing is open.
    pub possible: String,
    /// The name of that level.
    pub possible_name: String,
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

/// How many questions there are.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct QuestionCount {
    /// In all.
    pub total: usize,
    /// Not answered.
    pub open: usize,
    /// Answered n/a.
    pub not_applicable: usize,
}

/// A criterion.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub description: String,
    /// Its score at worst; none where it is not applicable.
    pub low: Option<Score>,
    /// Its score at best.
    pub high: Option<Score>,
    /// Whether it is in place: `yes`, `no`, `open` or `n/a`.
    pub in_place: InPlace,
    /// The score from which it is in place.
    pub threshold: Score,
    /// Its weight in the overall score.
    pub weight: u32,
    /// How many of its questions are not answered.
    pub open: usize,
    /// How many of its questions are not applicable.
    pub not_applicable: usize,
}

/// A question and its answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Answered {
    /// The question's id.
    pub question: String,
    /// The id of its criterion.
    pub criterion: String,
    /// What is asked.
    pub text: String,
    /// The points of the answer, `"n/a"`, or none where it is not answered.
    pub answer: Option<Given>,
    /// What the chosen option says.
    pub option: Option<String>,
    /// The points of the best option.
    pub best: u32,
}

/// An answer as an answer file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Points.
    Points(u32),
    /// Not applicable.
    NotApplicable,
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Points(points) => serializer.serialize_u32(*points),
            Self::NotApplicable => serializer.serialize_str("n/a"),
        }
    }
}

impl JsonSchema for Given {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Given".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "anyOf": [{ "type": "integer", "minimum": 0 }, { "const": "n/a" }] })
    }
}

/// A note on a question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Note {
    /// The question's id.
    pub question: String,
    /// What is asked.
    pub text: String,
    /// The note.
    pub note: String,
}

/// The organisation's own view of the plan.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct OwnPlan {
    /// The actions that are done.
    pub done: Vec<Named>,
    /// The actions that are out of the question.
    pub excluded: Vec<Named>,
    /// The actions whose effort the organisation estimates itself.
    pub effort: Vec<Named>,
}

/// A requirement of a level that does not hold.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Unmet {
    /// The id of the level.
    pub level: String,
    /// What is not met.
    pub requirement: Requirement,
    /// The id of the criterion, for `criterion`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// What is needed: a number of criteria, or a score.
    pub need: Amount,
    /// What there is.
    pub have: Amount,
}

/// What a level can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// A number of criteria in place.
    CriteriaInPlace,
    /// An overall score.
    Overall,
    /// The score of a criterion.
    Criterion,
}

/// The way to a level, or the best that an effort buys.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Route {
    /// The id of the level that it leads to; none for a budget.
    pub to: Option<String>,
    /// The name of that level.
    pub to_name: Option<String>,
    /// The most that it may cost, for a budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<u32>,
    /// What it costs; none where no set of actions leads there.
    pub effort: Option<u32>,
    /// The ids of its actions, in an order in which they can be done.
    pub actions: Vec<String>,
    /// The level when it is done.
    pub level_after: Option<Named>,
    /// The overall score when it is done.
    pub overall_after: Option<Score>,
    /// The score of each criterion when it is done; none where it is not applicable.
    pub criteria_after: Vec<CriterionAfter>,
    /// The criteria that it brings into place.
    pub brings_in_place: Vec<String>,
    /// Its actions in up to three portions of about the same effort.
    pub phases: Vec<Phase>,
    /// Whether it is proven that there is no shorter one.
    pub proven: bool,
    /// What no set of actions can meet, where there is no route.
    pub blocked_by: Vec<Unmet>,
}

/// The score of a criterion when a route is done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CriterionAfter {
    /// The criterion's id.
    pub id: String,
    /// The score.
    pub score: Option<Score>,
}

/// A portion of a route. What must be done first is in an earlier one, or before it in the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Phase {
    /// The ids of its actions, in an order in which they can be done.
    pub actions: Vec<String>,
    /// The effort of all phases before it.
    pub start: u32,
    /// What it costs.
    pub effort: u32,
    /// The overall score when it is done.
    pub overall_after: Score,
    /// The ids of the criteria that it brings into place.
    pub brings_in_place: Vec<String>,
}

/// An action and what it brings.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Priority {
    /// The action's id.
    pub action: String,
    /// What to do.
    pub title: String,
    /// Whether it is on the route.
    pub on_route: bool,
    /// What it adds to the overall score: on the route, after the actions before it; off it, after the route.
    pub gain: Score,
    /// The overall score with that gain.
    pub overall_after: Score,
    /// What it costs.
    pub effort: u32,
    /// The ids of the criteria that it brings into place.
    pub brings_in_place: Vec<String>,
    /// Why.
    pub why: String,
    /// How, step by step.
    pub steps: Vec<String>,
    /// The name of its pillar.
    pub pillar: Option<String>,
    /// The ids of the actions that must be done first.
    pub after: Vec<String>,
    /// The questions that it raises.
    pub raises: Vec<Raise>,
    /// The id of the source that recommends it.
    pub source: Option<String>,
}

/// A question that an action raises.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Raise {
    /// The question's id.
    pub question: String,
    /// The points it has now; none where it is not answered.
    pub from: Option<u32>,
    /// The points it reaches.
    pub to: u32,
}

/// How others are distributed over the levels.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Benchmark {
    /// Its id.
    pub id: String,
    /// Whom it describes.
    pub name: String,
    /// The share of each level in per cent, lowest level first.
    pub shares: Vec<Share>,
    /// The id of its source.
    pub source: Option<String>,
}

/// The share of one level.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Share {
    /// The level's id.
    pub level: String,
    /// Per cent.
    pub percent: Score,
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
}

/// A publication.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Source {
    /// What actions and benchmarks cite.
    pub id: String,
    /// Author, title, year.
    pub title: String,
}

impl Route {
    /// The name of the level that it leads to, if that is attained already.
    pub fn attained(&self) -> Option<&str> {
        self.to_name.as_deref().filter(|_| self.effort == Some(0))
    }
}

impl Report {
    /// The sources that a priority or a benchmark of this report cites.
    pub fn cited(&self) -> Vec<&Source> {
        let priorities = self.priorities.iter().filter_map(|priority| priority.source.as_deref());
        let benchmarks = self.benchmarks.iter().filter_map(|benchmark| benchmark.source.as_deref());
        let ids: Vec<&str> = priorities.chain(benchmarks).collect();
        self.sources.iter().filter(|source| ids.contains(&source.id.as_str())).collect()
    }

    /// The name of the criterion with this id.
    pub fn criterion_name(&self, id: &str) -> &str {
        self.criteria.iter().find(|criterion| criterion.id == id).map_or("", |criterion| &criterion.name)
    }

    /// The note on the question with this id.
    pub fn note(&self, question: &str) -> Option<&str> {
        self.notes.iter().find(|note| note.question == question).map(|note| note.note.as_str())
    }

    /// The actions on the route, in order.
    pub fn on_route(&self) -> impl Iterator<Item = &Priority> {
        self.priorities.iter().filter(|priority| priority.on_route)
    }

    /// The actions beyond the route, most gain for the effort first.
    pub fn beyond_route(&self) -> impl Iterator<Item = &Priority> {
        self.priorities.iter().filter(|priority| !priority.on_route)
    }

    /// Whom the answers are about: the organisation, or else the respondent.
    pub fn subject(&self) -> Option<&str> {
        self.metadata.subject()
    }

    /// The date of the answers.
    pub fn date(&self) -> Option<&str> {
        self.metadata.get("date")
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
}
