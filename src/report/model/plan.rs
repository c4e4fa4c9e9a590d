//! What is missing, the way to a level, and the actions with what they bring.

use schemars::JsonSchema;
use serde::Serialize;

use super::day::Day;
use super::standing::Named;
use crate::answers::{self, Status};
use crate::exact::{Effort, Score};
use crate::score::{Amount, Found};

/// The organisation's own view of the plan.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct OwnPlan {
    /// The actions that are done.
    pub done: Vec<Named>,
    /// The actions that are out of the question.
    pub excluded: Vec<Named>,
    /// The actions that are being done.
    pub doing: Vec<Named>,
    /// The actions whose effort the organisation estimates itself.
    pub effort: Vec<Named>,
    /// Who does an action, until when, and what is noted of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<AboutAction>,
}

/// Who does an action, until when, and what is noted of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AboutAction {
    /// The action.
    #[serde(flatten)]
    pub action: Named,
    /// The rest.
    #[serde(flatten)]
    pub about: About,
}

/// Who does an action, until when, and what is noted of it, as far as that is said.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct About {
    /// Who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The day on which it is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A requirement of a level that does not hold.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Unmet {
    /// The id of the level; none where it is asked for by itself.
    pub level: Option<String>,
    /// What is not met.
    pub requirement: Requirement,
    /// The id of the criterion, for `criterion`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The id of the level whose questions are meant, for `questions`, and what each is to score.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub questions: Option<QuestionsOf>,
    /// What is needed: a number of criteria or questions, or a score.
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
    /// The score of every question that belongs to a level.
    Questions,
}

/// The questions that belong to a level.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuestionsOf {
    /// The id of the level.
    pub questions_of: String,
    /// What each of them is to score.
    pub score: Score,
}

/// The way to a level, or the best that an effort buys.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Route {
    /// The id of the level that it leads to; none for criteria and for a budget.
    pub to: Option<String>,
    /// The name of that level.
    pub to_name: Option<String>,
    /// Whether that level is attained already, so that there are only challenges to end.
    pub attained: bool,
    /// The ids of the criteria that it is to bring into place, where it is to these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<String>,
    /// The most that it may cost, for a budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Effort>,
    /// What it costs; none where no set of actions leads there, and none ends a challenge.
    pub effort: Option<Effort>,
    /// The ids of its actions, in an order in which they can be done: first what ends challenges.
    pub actions: Vec<String>,
    /// The ids of the first of them. Why these, their priorities say.
    pub start_here: Vec<String>,
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
    /// The id of the criterion that it leaves untouched and that is then far below the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_behind: Option<String>,
    /// Whether it is proven that there is no shorter one, or for a budget none that brings more.
    pub proven: bool,
    /// Where that is not proven: what every one costs at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Effort>,
    /// Where that is not proven for a budget: what the overall score is at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overall_at_most: Option<Score>,
    /// Whether it is proven as well that none of the same effort has a higher overall score.
    pub settled: bool,
    /// What the level alone would take, where the challenges make a difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_alone: Option<LevelAlone>,
    /// What no set of actions can meet, where there is no route.
    pub blocked_by: Vec<Unmet>,
}

/// The route to a level alone, whatever challenges there are.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LevelAlone {
    /// What it costs.
    pub effort: Effort,
    /// The ids of its actions, in an order in which they can be done.
    pub actions: Vec<String>,
    /// Whether it is proven that there is no shorter one.
    pub proven: bool,
    /// Where that is not proven: what every one costs at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Effort>,
}

/// A challenge that is found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Challenge {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is like, and what it leads to.
    pub summary: String,
    /// How certain it is: `yes`, or `possibly` where questions are open.
    pub found: Found,
    /// The ids of the questions that show it.
    pub shown_by: Vec<String>,
    /// The ids of the actions on the route of which any one ends it; nothing where the route does not end it.
    pub ended_by: Vec<String>,
    /// The ids of the actions, on the route or not, of which any one could end it.
    pub endable_by: Vec<String>,
    /// The id of the source that describes it.
    pub source: Option<String>,
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
    pub start: Effort,
    /// What it costs.
    pub effort: Effort,
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
    pub effort: Effort,
    /// What it costs by the definition, where the organisation has an estimate of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort_of_definition: Option<Effort>,
    /// How far it is: `todo` or `doing`.
    pub status: Status,
    /// Who does it, until when, and what is noted of it.
    #[serde(flatten)]
    pub about: About,
    /// The ids of the challenges that it ends: on the route, where no action before it does.
    pub ends: Vec<String>,
    /// The ids of the challenges that an action after it on the route ends, which needs it first.
    pub prepares: Vec<String>,
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
    /// Where other standards ask for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<String>,
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

impl From<&answers::About> for About {
    fn from(about: &answers::About) -> Self {
        Self { owner: about.owner.clone(), due: about.due.map(Day), note: about.note.clone() }
    }
}
