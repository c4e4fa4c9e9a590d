//! The model of a definition: plain data whose names are those of the TOML. It knows nothing of files or spans.

use std::borrow::Cow;
use std::collections::HashMap;

use schemars::JsonSchema;
use semver::Version;
use serde::Serialize;

use super::clause::{Clause, Scope};
use super::effort::Cost;
use super::glossary::Term;
use super::profile::{Applies, Condition, Fact, Profile};
use super::renames::Renames;
use crate::exact::Score;
use crate::words::lists::comma;

/// The keys of the texts that may have paragraphs, lists and links; the others are one line.
pub(crate) const PROSE: [&str; 5] = ["description", "help", "steps", "summary", "why"];

/// The parts of an assessment, with its texts in one language, whether or not they fit one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// What answer sets call it.
    pub id: String,
    /// The version of its content.
    pub version: Version,
    /// The language of its texts, such as `en`.
    pub language: String,
    /// Its name for people.
    pub title: String,
    /// What it measures, for whom, and what it rests on.
    pub description: String,
    /// Who is to answer it.
    pub respondents: Option<String>,
    /// The unit of every effort.
    pub effort_unit: String,
    /// How many of that unit the effort 1 is: 1, but in a translation that shows efforts in a smaller unit.
    pub effort_factor: u32,
    /// Whose work every effort counts, and in what organisation.
    pub effort_scope: Option<String>,
    /// What facts and actions rest on.
    pub sources: Vec<SourceReference>,
    /// What actions are grouped by.
    pub pillars: Vec<Pillar>,
    /// What criteria are grouped by; where there are some, each criterion has one, and they stand in the order of these.
    pub groups: Vec<Group>,
    /// The levels, lowest first; the first has no requirements.
    pub levels: Vec<Level>,
    /// What is asked about the organisation before the questions.
    pub profile: Vec<Fact>,
    /// The criteria, in the order in which they are asked.
    pub criteria: Vec<Criterion>,
    /// What must be answered first, most urgent first.
    pub challenges: Vec<Challenge>,
    /// What an organisation can do.
    pub actions: Vec<Action>,
    /// How others are distributed over the levels.
    pub benchmarks: Vec<Benchmark>,
    /// What was called otherwise in earlier versions.
    pub renames: Renames,
    /// What a translation calls the terms of its original; none of a definition.
    pub glossary: Vec<Term>,
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Source")]
pub struct SourceReference {
    /// What actions and benchmarks cite.
    pub id: String,
    /// Author, title, year.
    pub title: String,
}

/// A group of actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pillar {
    /// What actions refer to.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A group of criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What criteria refer to.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A level of maturity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What requirements, benchmarks and options refer to.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means to be here.
    pub summary: String,
    /// What it asks for beyond the levels below.
    pub requires: Vec<Clause<Scope>>,
}

/// One of the dimensions of maturity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What requirements refer to.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub description: String,
    /// The id of its group, where there are groups.
    pub group: Option<String>,
    /// Its weight in the overall score.
    pub weight: u32,
    /// The score from which it counts as in place.
    pub in_place: Score,
    /// The id of an assessment that looks closer at it.
    pub see: Option<String>,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What answers refer to.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// Evidence to look for.
    pub help: Option<String>,
    /// The id of the level that it belongs to, if it does to one.
    pub level: Option<String>,
    /// Its weight in the criterion's score.
    pub weight: u32,
    /// Whether it may be answered n/a, and when.
    pub not_applicable: NotApplicable,
    /// Whom it is asked; for others it does not apply.
    pub condition: Condition,
    /// Where other standards ask for it.
    pub refs: Vec<String>,
    /// The possible answers, worst to best, at least two.
    pub options: Vec<AnswerOption>,
}

/// Whether a question may be answered n/a.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotApplicable {
    /// It always applies.
    No,
    /// It may, and the definition does not say when.
    Yes,
    /// It may, where this is so.
    When(String),
}

/// One possible answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// What it is worth; more than the option before.
    pub points: u32,
    /// What it says.
    pub text: String,
}

/// Something an organisation can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What answer sets and other actions refer to.
    pub id: String,
    /// What to do.
    pub title: String,
    /// Why.
    pub why: String,
    /// How, step by step.
    pub steps: Vec<Step>,
    /// The id of its pillar, where there are pillars.
    pub pillar: Option<String>,
    /// What it costs.
    pub effort: Cost,
    /// For whom it is.
    pub condition: Condition,
    /// The ids of the actions that must be done first.
    pub after: Vec<String>,
    /// What it achieves.
    pub raises: Vec<Raise>,
    /// The id of the source that recommends it.
    pub source: Option<String>,
    /// Where other standards ask for it.
    pub refs: Vec<String>,
    /// The id of an assessment that looks closer at what it takes.
    pub see: Option<String>,
}

/// A step of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub text: String,
    /// For whom it is.
    pub condition: Condition,
}

/// What must be answered before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// What worked examples and results call it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is like, and what it leads to.
    pub summary: String,
    /// It is found where all of these questions are at these points or worse.
    pub when: Vec<Raise>,
    /// The id of the source that describes it.
    pub source: Option<String>,
    /// For whom it is one.
    pub condition: Condition,
}

/// A question that an action lifts to an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The question's id.
    pub question: String,
    /// The points of the option that is reached.
    pub points: u32,
}

/// How others are distributed over the levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// Its id.
    pub id: String,
    /// Whom it describes.
    pub name: String,
    /// How many respondents there were.
    pub n: Option<u32>,
    /// When they were asked.
    pub year: Option<u32>,
    /// How it was found.
    pub method: Option<String>,
    /// The share of each level in per cent, lowest level first.
    pub shares: Vec<Share>,
    /// The id of its source.
    pub source: Option<String>,
    /// Whom it can be compared with.
    pub condition: Condition,
}

/// The share of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The level's id.
    pub level: String,
    /// Per cent.
    pub percent: Score,
}

/// What may have a condition, by its place; a question is counted within its criterion, a step within its action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conditional {
    Question(usize, usize),
    Action(usize),
    Step(usize, usize),
    Challenge(usize),
    Benchmark(usize),
}

impl Parts {
    /// Every condition, and whose it is.
    pub(super) fn conditions(&self) -> impl Iterator<Item = (Conditional, &Condition)> {
        let questions = self.criteria.iter().enumerate().flat_map(|(of, criterion)| {
            let questions = criterion.questions.iter().enumerate();
            questions.map(move |(at, question)| (Conditional::Question(of, at), &question.condition))
        });
        let actions = self.actions.iter().enumerate().flat_map(|(of, action)| {
            let steps = action.steps.iter().enumerate();
            let steps = steps.map(move |(at, step)| (Conditional::Step(of, at), &step.condition));
            std::iter::once((Conditional::Action(of), &action.condition)).chain(steps)
        });
        let challenges = self.challenges.iter().enumerate();
        let challenges = challenges.map(|(at, challenge)| (Conditional::Challenge(at), &challenge.condition));
        let benchmarks = self.benchmarks.iter().enumerate();
        let benchmarks = benchmarks.map(|(at, benchmark)| (Conditional::Benchmark(at), &benchmark.condition));
        questions.chain(actions).chain(challenges).chain(benchmarks)
    }

    /// All questions with the index of their criterion, in order. An answer's index is its question's place here.
    pub fn questions(&self) -> impl Iterator<Item = (usize, &Question)> {
        let criteria = self.criteria.iter().enumerate();
        criteria.flat_map(|(at, criterion)| criterion.questions.iter().map(move |question| (at, question)))
    }

    /// All questions by their ids; of two that share one, the first.
    pub(super) fn questions_by_id(&self) -> HashMap<&str, &Question> {
        let mut by_id = HashMap::new();
        for (_, question) in self.questions() {
            by_id.entry(question.id.as_str()).or_insert(question);
        }
        by_id
    }

    /// The question at this place among all, and its criterion.
    pub fn question(&self, at: usize) -> Option<(&Criterion, &Question)> {
        self.questions().nth(at).map(|(criterion, question)| (&self.criteria[criterion], question))
    }

    /// What must hold for `clause`, criterion by criterion; nothing where it names one that is not there.
    pub fn pieces(&self, clause: &Clause<Scope>) -> Vec<Clause<usize>> {
        let criteria = self.criteria.iter().map(|criterion| criterion.id.as_str());
        clause.pieces(criteria, self.levels.iter().map(|level| level.id.as_str()))
    }

    /// The index of the level with this id, from the lowest.
    pub fn level_index(&self, id: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.id == id)
    }

    /// Whether `condition` holds for who told `profile`.
    pub fn applies(&self, condition: &Condition, profile: &Profile) -> Applies {
        condition.applies(&self.profile, profile)
    }

    /// The index of a criterion's group, if it has one.
    pub fn group_index(&self, criterion: &Criterion) -> Option<usize> {
        let id = criterion.group.as_ref()?;
        self.groups.iter().position(|group| group.id == *id)
    }

    /// What stands above the questions of a criterion: its name, behind that of its group if it has one.
    pub fn heading<'a>(&self, criterion: &'a Criterion) -> Cow<'a, str> {
        match self.group_index(criterion) {
            Some(at) => format!("{} – {}", self.groups[at].name, criterion.name).into(),
            None => criterion.name.as_str().into(),
        }
    }

    /// The name of the pillar with this id.
    pub fn pillar_name(&self, id: &str) -> Option<&str> {
        self.pillars.iter().find(|pillar| pillar.id == id).map(|pillar| pillar.name.as_str())
    }
}

impl Level {
    /// What it asks of the questions that belong to it, if anything.
    pub(super) fn of_questions(&self) -> Option<&Clause<Scope>> {
        self.requires.iter().find(|clause| matches!(clause, Clause::Questions(..)))
    }
}

impl NotApplicable {
    /// Whether n/a is an answer.
    pub fn is_allowed(&self) -> bool {
        *self != Self::No
    }

    /// When the question does not apply, where the definition says it.
    pub fn when(&self) -> Option<&str> {
        match self {
            Self::When(when) => Some(when),
            Self::No | Self::Yes => None,
        }
    }

    /// The same, to put it in another language.
    pub(super) fn when_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::When(when) => Some(when),
            Self::No | Self::Yes => None,
        }
    }
}

impl Question {
    /// The index of the option that is worth these points.
    pub fn option_index(&self, points: u32) -> Option<u8> {
        let at = self.options.iter().position(|option| option.points == points)?;
        u8::try_from(at).ok()
    }

    /// The points of every option, for a message: `1, 2, 3`.
    pub fn points_list(&self) -> String {
        let points: Vec<String> = self.options.iter().map(|option| option.points.to_string()).collect();
        points.join(comma())
    }
}
