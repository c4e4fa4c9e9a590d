//! A survey under way: the reducer, and the file that follows it. Both shells drive it key by key.
//!
//! It talks to nobody. When a save fails the answers stay here, and the shell is told.

use std::io;
use std::path::{Path, PathBuf};

use super::draft::Draft;
use super::prompts;
use crate::answers::{AnswerSet, OtherVersion, OwnPlan, drop_unasked, rewrite, to_toml};
use crate::definition::Definition;
use crate::score::{Scheme, score};
use crate::survey::key::{Effect, Key};
use crate::survey::state::{Message, State};
use crate::words::Lang;

#[derive(Debug)]
pub(crate) struct Session<'a> {
    pub(crate) definition: &'a Definition,
    /// The assessment in each language there is.
    definitions: &'a [Definition],
    /// The language of what the survey itself says.
    pub(crate) lang: Lang,
    pub(crate) state: State,
    /// Why the present answers are not in the file.
    pub(crate) unsaved: Option<io::Error>,
    /// Whether the respondent was told of that already.
    told: bool,
    metadata: Vec<(String, String)>,
    actions: OwnPlan,
    draft: Option<Draft>,
    /// The answers as somebody wrote them, whose comments and order are kept.
    written: Option<Written>,
    /// Where the latest is that another program wrote to the file.
    aside: Option<PathBuf>,
    /// Whether score and level are shown.
    live: bool,
}

/// The text of a file that is gone on with, and by which versions it is read.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) other: OtherVersion,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    On,
    /// The answers could just not be written, for the first time or when leaving: offer another place.
    Unsaved,
    Ended(End),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Finished,
    /// The respondent goes on another time.
    Left,
    Interrupted,
}

impl<'a> Session<'a> {
    /// Begins with `set`, and with `earlier` answers as what is proposed. Unless the set came from the draft, it is
    /// written at once: that shows whether it can be.
    pub(crate) fn new(
        (definitions, at, lang): (&'a [Definition], usize, Lang),
        set: AnswerSet,
        earlier: Vec<crate::answers::Answer>,
        (draft, written): (Option<Draft>, Option<Written>),
        live: bool,
    ) -> Self {
        let resumed = written.is_some();
        let definition = &definitions[at];
        let mut session = Self {
            definition,
            definitions,
            lang,
            state: State::new(definition, set.profile, set.answers, set.notes, earlier),
            unsaved: None,
            told: false,
            metadata: set.metadata,
            live,
            actions: set.actions,
            draft,
            written,
            aside: None,
        };
        if !resumed {
            session.save(true);
            // Whoever begins without a file was asked for one before.
            session.told = session.unsaved.is_some();
        }
        session
    }

    /// Takes a key, and writes what it changed.
    pub(crate) fn press(&mut self, key: &Key) -> Turn {
        let end = match self.state.step(key) {
            None => return Turn::On,
            Some(effect @ (Effect::Save | Effect::Write)) => {
                self.save(effect == Effect::Save);
                self.told &= self.unsaved.is_some();
                // Not in the middle of a note: there it can wait for its end.
                let tell = self.unsaved.is_some() && !self.told && effect == Effect::Save;
                self.told |= tell;
                return if tell { Turn::Unsaved } else { Turn::On };
            }
            Some(Effect::Language) => {
                self.switch_language();
                return Turn::On;
            }
            Some(Effect::Leave) => End::Left,
            Some(Effect::Finish) => End::Finished,
            Some(Effect::Interrupt) => End::Interrupted,
        };
        if self.unsaved.is_some() {
            self.save(true);
        }
        Turn::Ended(end)
    }

    /// Goes on in the next language that the assessment has, if it has several.
    fn switch_language(&mut self) {
        let next = &self.definitions[(self.at() + 1) % self.definitions.len()];
        if self.has_languages() {
            (self.definition, self.lang) = (next, Lang::from_tag(&next.language));
        } else {
            self.state.message = Some(Message::NoSuchKey);
        }
    }

    /// Where the definition that is asked stands among those in all languages.
    pub(crate) fn at(&self) -> usize {
        self.definitions.iter().position(|of| std::ptr::eq(of, self.definition)).unwrap_or_default()
    }

    pub(crate) fn has_languages(&self) -> bool {
        self.definitions.len() > 1
    }

    /// Writes the answers. Whether that worked is in [`Session::unsaved`].
    pub(crate) fn save(&mut self, durable: bool) {
        let set = self.set();
        let kept = self.written.as_ref().and_then(|of| rewrite(&of.text, &set, self.definition, of.other));
        let text = kept.unwrap_or_else(|| to_toml(&set, self.definition));
        let saved = match &mut self.draft {
            Some(draft) => draft.save(&text, durable),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        self.unsaved = match saved {
            Ok(aside) => {
                self.aside = aside.or(self.aside.take());
                None
            }
            Err(error) => Some(error),
        };
    }

    /// Goes on with another file, and writes the answers to it.
    pub(crate) fn move_to(&mut self, draft: Draft) {
        self.draft = Some(draft);
        self.save(true);
    }

    /// Where the latest is that another program wrote to the file, if that was not asked before.
    pub(crate) fn take_aside(&mut self) -> Option<PathBuf> {
        self.aside.take()
    }

    /// The file, if there is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.draft.as_ref().map(Draft::path)
    }

    pub(crate) fn take_draft(&mut self) -> Option<Draft> {
        self.draft.take()
    }

    /// All that was said so far and counts.
    pub(crate) fn set(&self) -> AnswerSet {
        let mut set = AnswerSet {
            metadata: self.metadata.clone(),
            profile: self.state.profile.clone(),
            answers: self.state.answers.clone(),
            notes: self.state.notes.clone(),
            actions: self.actions.clone(),
        };
        drop_unasked(&mut set, self.definition);
        set
    }

    /// The overall score and the level so far, each as a range where open questions leave one; none unless they are
    /// wanted, or where nothing is applicable.
    pub(crate) fn live(&self) -> Option<(String, String)> {
        if !self.live {
            return None;
        }
        let (set, lang) = (self.set(), self.lang);
        let outcome = score(&Scheme::compile(self.definition, &set.profile), &set.answers)?;
        let level = |at: usize| self.definition.levels.get(at).map_or("", |level| level.name.as_str());
        let range = |low: &str, high: &str| if low == high { low.to_owned() } else { prompts::range(lang, low, high) };
        let (low, high) = (outcome.low, outcome.high);
        let score = range(&low.overall.to_string(), &high.overall.to_string());
        Some((score, range(level(low.level), level(high.level))))
    }
}
