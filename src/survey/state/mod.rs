//! The survey as a pure reducer: a state, a key, the next state, and what the shell must do about it.
//!
//! No terminal, no file, no clock and no text: the same reducer stands behind the question screen and behind plain
//! mode. It knows of the definition only how many options each question has, and of whom it is asked.

mod facts;
mod lists;

use super::editor::Editor;
use super::key::{Effect, Key, TAKE_ALL, TAKE_WORD, plain_letter};
use crate::answers::Answer;
use crate::definition::{Condition, Definition, Fact, Profile};
use crate::text::is_unsafe;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A question, or a fact about the organisation.
    Question,
    /// Its help, scrolled by so many lines.
    Help(usize),
    /// The list of places to go to, with a cursor.
    Jump(usize),
    /// The list of all answers, with a cursor.
    Review(usize),
    /// The note to the question, and the note as it was before.
    Note(Editor, Option<String>),
    Ended,
}

/// A line of a list that the cursor can stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Review,
    Finish,
    /// The first of the facts about the organisation.
    Profile,
    Fact(usize),
    /// The first question of a criterion.
    Criterion(usize),
    Question(usize),
}

/// Something to tell the respondent about the last key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    AlwaysApplies,
    /// There are only so many options.
    NoSuchOption(usize),
    /// There are only so many questions.
    NoSuchQuestion(usize),
    /// There is no question before this one.
    FirstQuestion,
    /// The question is not asked of this organisation.
    NotAsked,
    /// The key does nothing here.
    NoSuchKey,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What the organisation told.
    pub profile: Profile,
    /// The answers, in the order of the questions. Those to questions that are not asked any more are kept, should what was
    /// told be changed back, and count for nothing.
    pub answers: Vec<Answer>,
    /// The notes, in the order of the questions.
    pub notes: Vec<Option<String>>,
    /// The answers of an earlier time: where to begin, and no answers until they are confirmed.
    pub earlier: Vec<Answer>,
    /// The index of the question.
    pub at: usize,
    /// The index of the fact that is asked for in the place of the question.
    pub fact: Option<usize>,
    /// The row under the cursor: an option, or behind the last one "not applicable"; of a fact "not told", or that this is
    /// all where several may hold.
    pub cursor: usize,
    pub mode: Mode,
    /// What to tell about the last key.
    pub message: Option<Message>,
    /// Whether the question was called up from the review, which is then where an answer leads back to.
    pub reviewing: bool,
    facts: Vec<Fact>,
    shapes: Vec<Shape>,
}

/// What the reducer knows of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shape {
    criterion: usize,
    options: usize,
    not_applicable: bool,
    condition: Condition,
}

/// How many rows a key scrolls that scrolls by a page.
const PAGE_ROWS: usize = 10;
/// Where the help stops to scroll.
const MAX_SCROLL: usize = 400;

impl State {
    /// Begins, or goes on where the answers end. `notes` and `earlier` may be shorter than `answers`.
    pub fn new(
        definition: &Definition,
        profile: Profile,
        mut answers: Vec<Answer>,
        mut notes: Vec<Option<String>>,
        mut earlier: Vec<Answer>,
    ) -> Self {
        let shape = |(criterion, question): (usize, &crate::definition::Question)| Shape {
            criterion,
            options: question.options.len(),
            not_applicable: question.not_applicable.is_allowed(),
            condition: question.condition.clone(),
        };
        let shapes: Vec<Shape> = definition.questions().map(shape).collect();
        answers.resize(shapes.len(), Answer::Unanswered);
        notes.resize(shapes.len(), None);
        earlier.resize(shapes.len(), Answer::Unanswered);
        let mut state = Self {
            profile,
            answers,
            notes,
            earlier,
            at: 0,
            fact: None,
            cursor: 0,
            mode: Mode::Question,
            message: None,
            reviewing: false,
            facts: definition.profile.clone(),
            shapes,
        };
        for at in (0..state.shapes.len()).filter(|at| !state.is_asked(*at)).collect::<Vec<_>>() {
            // Nobody said n/a but the facts.
            state.answers[at] = Answer::Unanswered;
        }
        state.resume();
        state
    }

    /// Takes a key, and says what the shell must do about it.
    pub fn step(&mut self, key: &Key) -> Option<Effect> {
        if matches!(self.mode, Mode::Ended) || *key == Key::Other {
            return None;
        }
        self.message = None;
        if *key == Key::Interrupt {
            return self.end(Effect::Interrupt);
        }
        match &self.mode {
            Mode::Question => self.question(key),
            Mode::Help(scroll) => self.help(*scroll, key),
            Mode::Jump(cursor) | Mode::Review(cursor) => self.list(*cursor, key),
            Mode::Note(..) => self.note(key),
            Mode::Ended => None,
        }
    }

    /// How many options the question or fact has.
    pub fn options(&self) -> usize {
        self.fact.map_or(self.shape().options, |fact| self.facts[fact].options.len())
    }

    /// How many rows the question or fact has.
    pub fn rows(&self) -> usize {
        self.options() + usize::from(self.fact.is_some() || self.may_be_not_applicable())
    }

    /// Whether "not applicable" is a row of the question.
    pub fn may_be_not_applicable(&self) -> bool {
        self.shape().not_applicable
    }

    /// Whether the cursor stands on an answer, present or earlier, that Enter would confirm.
    pub fn row_is_proposed(&self) -> bool {
        let answers = [&self.answers, &self.earlier].map(|answers| answers.get(self.at).copied().unwrap_or_default());
        answers.into_iter().any(|answer| self.row(answer) == Some(self.cursor))
    }

    /// The row of an answer to the question, if it is one.
    pub fn row(&self, answer: Answer) -> Option<usize> {
        match answer {
            Answer::Unanswered => None,
            Answer::NotApplicable => self.may_be_not_applicable().then_some(self.shape().options),
            Answer::Option(option) => Some(usize::from(option)).filter(|row| *row < self.shape().options),
        }
    }

    fn shape(&self) -> &Shape {
        &self.shapes[self.at]
    }

    /// The first open question behind the last answer; the review when there is none, and the facts before any answer.
    fn resume(&mut self) {
        let last = self.answers.iter().rposition(|answer| *answer != Answer::Unanswered);
        match self.asked_from(last.map_or(0, |last| last + 1)) {
            Some(behind) => self.go(behind),
            None => {
                self.go(self.answers.len() - 1);
                self.review();
            }
        }
        if last.is_none() && !self.facts.is_empty() {
            // What is told there decides which question is the first.
            self.at = 0;
            self.go_to_fact(0);
        }
    }

    fn question(&mut self, key: &Key) -> Option<Effect> {
        let last = self.rows() - 1;
        match key {
            Key::Up => self.cursor = self.cursor.saturating_sub(1),
            Key::Down => self.cursor = (self.cursor + 1).min(last),
            Key::Home | Key::PageUp => self.cursor = 0,
            Key::End | Key::PageDown => self.cursor = last,
            Key::Enter if self.cursor == self.options() && self.is_many() => self.next(),
            Key::Enter if self.cursor == self.options() => return self.decline(),
            Key::Enter => return self.choose(self.cursor + 1),
            Key::Choose(position) => return self.choose(*position),
            Key::Go(position) => {
                if let Some(at) = self.numbered(*position) {
                    self.go(at);
                }
            }
            Key::Left | Key::Escape | Key::Backspace => self.back(),
            Key::Right => self.next(),
            Key::Char(typed) => return self.letter(plain_letter(*typed)),
            Key::Delete | Key::Paste(_) | Key::Unknown => self.message = Some(Message::NoSuchKey),
            Key::Interrupt | Key::Other => {}
        }
        None
    }

    fn letter(&mut self, letter: char) -> Option<Effect> {
        match letter {
            '0' | 'n' => return self.decline(),
            ' ' if self.is_many() && self.cursor < self.options() => return self.choose(self.cursor + 1),
            '1'..='9' => {
                let position = letter.to_digit(10).expect("the arm takes digits alone") as usize;
                if self.options() <= 9 {
                    return self.choose(position);
                }
                // With more options a digit may be the first of two: it only points.
                self.cursor = position - 1;
            }
            'b' => self.back(),
            's' => self.next(),
            'm' if self.fact.is_none() => {
                let before = self.notes.get(self.at).cloned().flatten();
                self.mode = Mode::Note(Editor::new(before.as_deref().unwrap_or_default()), before);
            }
            'g' => {
                self.mode = Mode::Jump(0);
                let here = if self.fact.is_some() { Item::Profile } else { Item::Criterion(self.shape().criterion) };
                let cursor = self.items().iter().position(|item| *item == here);
                self.mode = Mode::Jump(cursor.unwrap_or_default());
            }
            'p' if !self.facts.is_empty() => self.go_to_fact(0),
            '?' | 'h' => self.mode = Mode::Help(0),
            'l' => return Some(Effect::Language),
            'q' => return self.end(Effect::Leave),
            _ => self.message = Some(Message::NoSuchKey),
        }
        None
    }

    fn help(&mut self, scroll: usize, key: &Key) -> Option<Effect> {
        self.mode = match key {
            Key::Up => Mode::Help(scroll.saturating_sub(1)),
            Key::Down => Mode::Help((scroll + 1).min(MAX_SCROLL)),
            Key::PageUp => Mode::Help(scroll.saturating_sub(PAGE_ROWS)),
            Key::PageDown => Mode::Help((scroll + PAGE_ROWS).min(MAX_SCROLL)),
            _ => Mode::Question,
        };
        None
    }

    fn note(&mut self, key: &Key) -> Option<Effect> {
        let Mode::Note(editor, before) = &mut self.mode else { return None };
        let slot = self.notes.get_mut(self.at)?;
        match key {
            Key::Enter => {
                self.mode = Mode::Question;
                return Some(Effect::Save);
            }
            Key::Escape => {
                slot.clone_from(before);
                self.mode = Mode::Question;
                return Some(Effect::Save);
            }
            Key::Left => editor.left(),
            Key::Right => editor.right(),
            Key::Home | Key::Up | Key::PageUp => editor.home(),
            Key::End | Key::Down | Key::PageDown => editor.end(),
            Key::Backspace => editor.backspace(),
            Key::Delete => editor.delete(),
            Key::Char(TAKE_ALL) => editor.take_all(),
            Key::Char(TAKE_WORD) => editor.take_word(),
            Key::Char(typed) if is_unsafe(*typed) => self.message = Some(Message::NoSuchKey),
            Key::Char(typed) => editor.insert(typed.encode_utf8(&mut [0; 4])),
            Key::Paste(text) => editor.insert(text),
            Key::Unknown => self.message = Some(Message::NoSuchKey),
            Key::Choose(_) | Key::Go(_) | Key::Interrupt | Key::Other => {}
        }
        let now = Some(editor.text().trim()).filter(|text| !text.is_empty());
        if slot.as_deref() == now {
            return None;
        }
        *slot = now.map(str::to_owned);
        Some(Effect::Write)
    }

    fn choose(&mut self, position: usize) -> Option<Effect> {
        if !(1..=self.options()).contains(&position) {
            self.message = Some(Message::NoSuchOption(self.options()));
            return None;
        }
        match self.fact {
            Some(fact) => self.tell(fact, position - 1),
            None => self.answer(Answer::Option(u8::try_from(position - 1).ok()?)),
        }
    }

    /// That a question does not apply, or that a fact is not told.
    fn decline(&mut self) -> Option<Effect> {
        match self.fact {
            Some(fact) => self.forget(fact),
            None => self.answer(Answer::NotApplicable),
        }
    }

    fn answer(&mut self, answer: Answer) -> Option<Effect> {
        if answer == Answer::NotApplicable && !self.may_be_not_applicable() {
            self.message = Some(Message::AlwaysApplies);
            return None;
        }
        *self.answers.get_mut(self.at)? = answer;
        self.next();
        Some(Effect::Save)
    }

    fn next(&mut self) {
        match (self.fact, self.asked_from(self.at + 1)) {
            _ if self.reviewing => self.review(),
            (Some(fact), _) if fact + 1 < self.facts.len() => self.go_to_fact(fact + 1),
            // Back to where the questions were left for the facts.
            (Some(_), _) => self.go(self.at),
            (None, Some(next)) => self.go(next),
            (None, None) => {
                self.go(self.at);
                self.review();
            }
        }
    }

    fn back(&mut self) {
        let fact = self.fact.unwrap_or(self.facts.len());
        let question = (0..self.at).rfind(|at| self.fact.is_none() && self.is_asked(*at));
        match question {
            _ if self.reviewing => self.review(),
            Some(question) => self.go(question),
            None if fact > 0 => self.go_to_fact(fact - 1),
            None => self.message = Some(Message::FirstQuestion),
        }
    }

    /// Shows a question, or, if it is not asked, the next that is, or else the last; with the cursor on its answer, or else
    /// on the earlier one. Where none is asked, all that is left is the review.
    fn go(&mut self, at: usize) {
        self.fact = None;
        let Some(at) = self.asked_from(at).or_else(|| (0..at).rfind(|at| self.is_asked(*at))) else {
            return self.review();
        };
        self.at = at;
        self.mode = Mode::Question;
        let answers = [&self.answers, &self.earlier].map(|answers| answers.get(at).copied().unwrap_or_default());
        self.cursor = answers.into_iter().find_map(|answer| self.row(answer)).unwrap_or_default();
    }

    /// Shows all answers, with the cursor on the first open question, or else on the way out.
    fn review(&mut self) {
        self.reviewing = false;
        (self.fact, self.cursor) = (None, 0);
        self.mode = Mode::Review(usize::from(self.open() > 0));
    }

    fn end(&mut self, effect: Effect) -> Option<Effect> {
        self.mode = Mode::Ended;
        Some(effect)
    }
}

#[cfg(test)]
mod tests;
