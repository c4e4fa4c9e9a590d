//! What answers to some version mean by the definition of now: the one place where ids and points are moved on.

use semver::Version;

use super::checked::Definition;
use super::model::Question;
use super::profile::Fact;
use super::renames::{Fate, Rename};

/// A definition, as answers name its things that may have been given to an earlier version.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    definition: &'a Definition,
    /// The version that was answered, where it is an earlier one.
    version: Option<&'a Version>,
}

impl<'a> Earlier<'a> {
    /// As answers to `version` do; as those of now, where it is none, or no earlier one: their points are never moved.
    pub fn new(definition: &'a Definition, version: Option<&'a Version>) -> Self {
        Self { definition, version: version.filter(|version| **version < definition.version) }
    }

    /// The definition of now.
    pub fn definition(self) -> &'a Definition {
        self.definition
    }

    /// The question that was called so, and its place.
    pub fn question(self, id: &str) -> Option<(usize, &'a Question)> {
        let id = Rename::now(&self.definition.renames.questions, id);
        self.definition.questions().map(|(_, question)| question).enumerate().find(|(_, question)| question.id == id)
    }

    /// The fact that was called so, and its place.
    pub fn fact(self, id: &str) -> Option<(usize, &'a Fact)> {
        let id = Rename::now(&self.definition.renames.profile, id);
        self.definition.profile.iter().enumerate().find(|(_, fact)| fact.id == id)
    }

    /// The place of the action that was called so.
    pub fn action(self, id: &str) -> Option<usize> {
        let id = Rename::now(&self.definition.renames.actions, id);
        self.definition.actions.iter().position(|action| action.id == id)
    }

    /// The option of `question` that was worth these points.
    pub fn option(self, question: &Question, points: u32) -> Option<u8> {
        match self.fate(question, points) {
            Fate::Points(now) => question.option_index(now),
            Fate::Gone | Fate::Unsaid => None,
        }
    }

    /// What has become of the option of `question` that was worth these points.
    pub fn fate(self, question: &Question, points: u32) -> Fate {
        let steps = self.definition.renames.points.iter().filter(|step| step.question == question.id);
        let steps = self.version.into_iter().flat_map(|version| steps.clone().map(move |step| (version, step)));
        steps.fold(Fate::Points(points), |fate, (version, step)| match fate {
            Fate::Points(points) => step.fate(version, points),
            lost => lost,
        })
    }

    /// The questions of which an option was worth other points.
    pub fn repointed(self) -> impl Iterator<Item = &'a Question> {
        let questions = self.definition.questions().map(|(_, question)| question);
        questions.filter(move |question| {
            let steps = self.definition.renames.points.iter().filter(|step| step.question == question.id);
            let version = self.version;
            let mut moved = steps.flat_map(|step| &step.points).map(|(from, _)| *from);
            version.is_some() && moved.any(|from| self.option(question, from) != question.option_index(from))
        })
    }
}
