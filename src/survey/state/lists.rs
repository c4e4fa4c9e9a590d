//! The two lists: what their lines are, and what keys do there.

use super::{Item, Message, Mode, PAGE_ROWS, State};
use crate::survey::key::{Effect, Key, plain_letter};

impl State {
    /// The lines of the list on the screen; none where there is no list.
    pub fn items(&self) -> Vec<Item> {
        let questions = || (0..self.answers.len()).map(Item::Question);
        let open = |item: &Item| matches!(item, Item::Question(at) if self.is_open(*at));
        match self.mode {
            Mode::Jump(_) => {
                let mut items = vec![Item::Review];
                items.extend((!self.facts.is_empty()).then_some(Item::Profile));
                let mut last = None;
                for (at, shape) in self.shapes.iter().enumerate().filter(|(at, _)| self.is_asked(*at)) {
                    if last != Some(shape.criterion) {
                        items.push(Item::Criterion(shape.criterion));
                        last = Some(shape.criterion);
                    }
                    items.extend(Some(Item::Question(at)).filter(open));
                }
                items
            }
            Mode::Review(_) => {
                let facts = (0..self.facts.len()).map(Item::Fact);
                let asked = |item: &Item| matches!(item, Item::Question(at) if self.is_asked(*at));
                let answered = questions().filter(|item| asked(item) && !open(item));
                let unasked = questions().filter(|item| !asked(item));
                let items = std::iter::once(Item::Finish).chain(questions().filter(open)).chain(facts);
                items.chain(answered).chain(unasked).collect()
            }
            Mode::Question | Mode::Help(_) | Mode::Note(..) | Mode::Ended => Vec::new(),
        }
    }

    pub(super) fn list(&mut self, cursor: usize, key: &Key) -> Option<Effect> {
        let last = self.items().len().saturating_sub(1);
        let moved = match key {
            Key::Up => cursor.saturating_sub(1),
            Key::Down => (cursor + 1).min(last),
            Key::PageUp => cursor.saturating_sub(PAGE_ROWS),
            Key::PageDown => (cursor + PAGE_ROWS).min(last),
            Key::Home => 0,
            Key::End => last,
            Key::Enter | Key::Right => return self.pick(self.items().get(cursor).copied()),
            Key::Escape | Key::Left | Key::Backspace => return self.close_list(),
            Key::Go(position) => match self.numbered(*position) {
                Some(at) => return self.pick(Some(Item::Question(at))),
                None => cursor,
            },
            Key::Char(typed) => return self.list_letter(plain_letter(*typed)),
            Key::Delete | Key::Paste(_) | Key::Unknown => return self.no_such_key(),
            Key::Choose(_) | Key::Interrupt | Key::Other => cursor,
        };
        if let Mode::Jump(cursor) | Mode::Review(cursor) = &mut self.mode {
            *cursor = moved;
        }
        None
    }

    fn list_letter(&mut self, letter: char) -> Option<Effect> {
        let jumping = matches!(self.mode, Mode::Jump(_));
        match letter {
            'q' => self.end(Effect::Leave),
            'f' if !jumping => self.pick(Some(Item::Finish)),
            'f' | 'r' if jumping => self.pick(Some(Item::Review)),
            'b' => self.close_list(),
            'p' if !self.facts.is_empty() => self.pick(Some(Item::Profile)),
            'g' if jumping => self.close_list(),
            'g' => self.letter('g'),
            '1'..='9' if jumping => {
                let criterion = letter.to_digit(10).expect("the arm takes digits alone") as usize - 1;
                // Only to the line: a second digit must not become the answer to a question that was not meant.
                let line = self.items().iter().position(|item| *item == Item::Criterion(criterion));
                match (line, &mut self.mode) {
                    (Some(line), Mode::Jump(cursor)) => {
                        *cursor = line;
                        None
                    }
                    _ => self.no_such_key(),
                }
            }
            _ => self.no_such_key(),
        }
    }

    fn no_such_key(&mut self) -> Option<Effect> {
        self.message = Some(Message::NoSuchKey);
        None
    }

    /// Back to the question or fact, as if there had been no list.
    fn close_list(&mut self) -> Option<Effect> {
        match self.fact {
            Some(fact) => self.go_to_fact(fact),
            None => self.go(self.at),
        }
        None
    }

    fn pick(&mut self, item: Option<Item>) -> Option<Effect> {
        if matches!(item, Some(Item::Question(at)) if !self.is_asked(at)) {
            self.message = Some(Message::NotAsked);
            return None;
        }
        self.reviewing = matches!(self.mode, Mode::Review(_));
        match item? {
            Item::Review => self.review(),
            Item::Finish => return self.end(Effect::Finish),
            Item::Profile => self.go_to_fact(0),
            Item::Fact(fact) => self.go_to_fact(fact),
            Item::Criterion(criterion) => {
                let first = self.shapes.iter().position(|shape| shape.criterion == criterion);
                self.go(first.unwrap_or(self.at));
            }
            Item::Question(at) => self.go(at),
        }
        None
    }
}
