//! The result as data, in the shape of the JSON `cxm.result/1`. Keys may be added to it; those that are there stay.

mod benchmark;
mod carried;
mod day;
mod fit;
mod plan;
mod previous;
mod schedule;
mod standing;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::definition::SourceReference;
use crate::exact::Score;
use crate::score::InPlace;
pub use benchmark::{Benchmark, Share};
pub use carried::{Kept, PlanSince};
pub use day::Day;
pub use fit::{Profile, Told, ToldEachTime, Unfit, Untold};
pub use plan::{
    About, AboutAction, Challenge, CriterionAfter, LevelAlone, OwnPlan, Phase, Priority, QuestionsOf, Raise,
    Requirement, Route, Unmet,
};
pub use previous::{Previous, ScoreChange};
pub use schedule::{Schedule, Scheduled};
pub use standing::{
    Assessment, CriterionScore, GroupScore, InPlaceCount, Interval, Metadata, Named, OwnLevel, Snapshot,
};

/// The result of one answer set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Report {
    /// `cxm.result/1`.
    pub schema: &'static str,
    /// What was assessed.
    pub assessment: Assessment,
    /// The answer set's own metadata.
    pub metadata: Metadata,
    /// What the organisation told about itself.
    pub profile: Profile,
    /// The facts that it did not tell, and what they would decide.
    pub untold: Vec<Untold>,
    /// The level.
    pub level: Level,
    /// All levels, lowest first.
    pub levels: Vec<LevelMeaning>,
    /// The overall score.
    pub overall: Interval,
    /// How many criteria are in place.
    pub in_place: InPlaceCount,
    /// The ids of the criteria that are not in place and, open questions at their worst, within ten points of it; nearest
    /// first.
    pub nearly_in_place: Vec<String>,
    /// How many questions are not answered, how many not applicable, and how many there are.
    pub questions: QuestionCount,
    /// Each criterion.
    pub criteria: Vec<Criterion>,
    /// The score of each group of criteria.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupScore>,
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
    /// The challenges found, most urgent first.
    pub challenges: Vec<Challenge>,
    /// The way to the next level, or to the one asked for; without actions where that is attained, none on the highest.
    pub route: Option<Route>,
    /// The route on the calendar, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// Every action that would improve an answer, the route first.
    pub priorities: Vec<Priority>,
    /// How many priorities were left out at the end of the list.
    pub priorities_left_out: usize,
    /// The actions that are not for this organisation.
    pub unfit: Vec<Unfit>,
    /// The assessments that look closer at what is not in place, and at what is on the route.
    pub closer: Vec<Closer>,
    /// Who is to answer the assessment, if it says so.
    pub respondents: Option<String>,
    /// The unit of every effort.
    pub effort_unit: String,
    /// Whose work every effort counts, and in what organisation, if the assessment says so.
    pub effort_scope: Option<String>,
    /// How others are distributed over the levels.
    pub benchmarks: Vec<Benchmark>,
    /// What facts and actions rest on.
    pub sources: Vec<SourceReference>,
    /// Where the organisation stood at an earlier time, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
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

/// How many questions there are.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct QuestionCount {
    /// In all.
    pub total: usize,
    /// Not answered.
    pub open: usize,
    /// Answered n/a.
    pub not_applicable: usize,
    /// Not asked of this organisation.
    pub not_asked: usize,
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
    /// The id of its group, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
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
    /// Its own level, where questions that belong to levels apply in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<OwnLevel>,
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
    /// When the question does not apply, where it is answered n/a and the definition says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether it is asked of this organisation; where not, the answer is `"n/a"`.
    pub asked: bool,
    /// The points of the best option.
    pub best: u32,
    /// The id of the level that it belongs to, if it does to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Where other standards ask for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<String>,
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

impl Report {
    /// The sources that a challenge, a priority or a benchmark of this report cites.
    pub fn cited(&self) -> Vec<&SourceReference> {
        let beyond = self.beyond_route().filter_map(|priority| priority.source.as_deref());
        let benchmarks = self.benchmarks.iter().filter_map(|benchmark| benchmark.source.as_deref());
        let ids: Vec<&str> = self.ids_cited_by_plan().chain(beyond).chain(benchmarks).collect();
        self.sources.iter().filter(|source| ids.contains(&source.id.as_str())).collect()
    }

    /// The sources that a challenge or an action on the route cites.
    pub fn cited_by_plan(&self) -> Vec<&SourceReference> {
        let ids: Vec<&str> = self.ids_cited_by_plan().collect();
        self.sources.iter().filter(|source| ids.contains(&source.id.as_str())).collect()
    }

    fn ids_cited_by_plan(&self) -> impl Iterator<Item = &str> {
        let actions = self.on_route().filter_map(|priority| priority.source.as_deref());
        self.challenges.iter().filter_map(|challenge| challenge.source.as_deref()).chain(actions)
    }

    /// Whether a question refers to another standard.
    pub fn has_refs(&self) -> bool {
        self.answers.iter().any(|answer| !answer.refs.is_empty())
    }

    /// What stands above the answers to a criterion: its name, behind that of its group if it has one.
    pub fn heading(&self, criterion: &Criterion) -> String {
        let group = self.groups.iter().find(|group| criterion.group.as_ref() == Some(&group.id));
        let names = group.map(|group| group.name.as_str()).into_iter().chain([criterion.name.as_str()]);
        names.collect::<Vec<_>>().join(" – ")
    }

    /// Whether a question belongs to a level.
    pub fn has_question_levels(&self) -> bool {
        self.answers.iter().any(|answer| answer.level.is_some())
    }

    /// The name of the level with this id.
    pub fn level_name(&self, id: &str) -> &str {
        self.levels.iter().find(|level| level.id == id).map_or("", |level| &level.name)
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

    /// The actions of a phase, with their numbers on the route.
    pub fn in_phase(&self, phase: &Phase) -> impl Iterator<Item = (usize, &Priority)> {
        (1..).zip(self.on_route()).filter(|(_, priority)| phase.actions.contains(&priority.action))
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
