//! The facts about the organisation: what keys do where one is asked for, and which questions are asked then.

use super::{Message, Mode, State};
use crate::answers::Answer;
use crate::definition::{Fact, Profile};
use crate::survey::key::Effect;

impl State {
    /// The facts of the assessment.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Whether the question at this index is asked of an organisation that told this.
    pub fn is_asked(&self, at: usize) -> bool {
        self.shapes[at].condition.applies(&self.facts, &self.profile).counts()
    }

    /// The first question from this one on that is asked.
    pub(super) fn asked_from(&self, at: usize) -> Option<usize> {
        (at..self.shapes.len()).find(|at| self.is_asked(*at))
    }

    /// How many questions are asked of this organisation.
    pub fn asked(&self) -> usize {
        (0..self.shapes.len()).filter(|at| self.is_asked(*at)).count()
    }

    /// How many questions that are asked have no answer.
    pub fn open(&self) -> usize {
        (0..self.shapes.len()).filter(|at| self.is_open(*at)).count()
    }

    /// How many questions that are asked have an answer.
    pub fn answered(&self) -> usize {
        self.asked() - self.open()
    }

    /// Whether the question at this index is asked, and has no answer.
    pub fn is_open(&self, at: usize) -> bool {
        self.is_asked(at) && self.answers[at] == Answer::Unanswered
    }

    /// The index of the question with this number, if there is one and it is asked.
    pub(super) fn numbered(&mut self, number: usize) -> Option<usize> {
        let at = number.checked_sub(1).filter(|at| *at < self.shapes.len());
        self.message = match at {
            None => Some(Message::NoSuchQuestion(self.shapes.len())),
            Some(at) => (!self.is_asked(at)).then_some(Message::NotAsked),
        };
        at.filter(|_| self.message.is_none())
    }

    /// Whether a fact is on the screen of which several options may hold.
    pub fn is_many(&self) -> bool {
        self.fact.is_some_and(|fact| self.facts[fact].many)
    }

    /// Shows a fact, with the cursor on what was told; where nothing was and only one option may hold, on that it was not, so that
    /// to confirm it tells nothing.
    pub(super) fn go_to_fact(&mut self, fact: usize) {
        self.fact = Some(fact);
        self.mode = Mode::Question;
        let untold = if self.facts[fact].many { 0 } else { self.facts[fact].options.len() };
        self.cursor = self.profile.told(fact).next().unwrap_or(untold);
    }

    /// Notes that an option holds; where several may, that it does or no longer does.
    pub(super) fn tell(&mut self, fact: usize, option: usize) -> Option<Effect> {
        if self.facts[fact].many {
            self.cursor = option;
            toggle(&mut self.profile, fact, option);
        } else {
            self.profile.forget(fact);
            self.profile.tell(fact, option);
            self.next();
        }
        Some(Effect::Save)
    }

    /// Takes back what was told.
    pub(super) fn forget(&mut self, fact: usize) -> Option<Effect> {
        self.profile.forget(fact);
        self.next();
        Some(Effect::Save)
    }
}

fn toggle(profile: &mut Profile, fact: usize, option: usize) {
    let told: Vec<usize> = profile.told(fact).collect();
    profile.forget(fact);
    let rest = told.iter().copied().filter(|known| *known != option);
    rest.chain((!told.contains(&option)).then_some(option)).for_each(|option| profile.tell(fact, option));
}
