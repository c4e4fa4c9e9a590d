//! What a cell says of the table that it stands in: of its scale, and of how it writes answers; and what it says in two languages.

use std::collections::HashMap;

use super::{CUT, Cells, EITHER, Meant, QuestionCells, SHOWN, say};
#[cfg(feature = "cli")]
use crate::answers::Answer;
#[cfg(feature = "cli")]
use crate::mapping::around::{cut, length};
use crate::mapping::around::{in_two, only_letters};
use crate::mapping::dressed::{Undressed, undressed};
use crate::mapping::evidence::Sight;
use crate::mapping::habits::{lettered, missing, out_of, worded};
use crate::mapping::likeness::{loose, numbered, plain};
use crate::mapping::number::{Number, number};
use crate::mapping::scale::Scale;
use crate::text::excerpt;

/// How long the beginning of an option is at least that a codebook cuts.
#[cfg(feature = "cli")]
const BEGUN: usize = 20;
/// How many times as long a text is at most as it is folded.
#[cfg(feature = "cli")]
const SHRINKS: usize = 4;

impl Cells {
    /// What `text` says of the scale.
    pub(crate) fn sight(&self, at: usize, text: &str) -> Sight {
        let folded = plain(text);
        let either = || EITHER.into_iter().find(|word| *word == folded).map(Sight::Na);
        match self.mapped(at, &folded) {
            Ok(None) => {}
            Ok(Some(Meant::Unanswered)) => return either().unwrap_or(Sight::Nothing),
            _ => return Sight::Nothing,
        }
        match (self.number_in(at, &folded), numbered(&folded)) {
            (Some(Number::Whole(_)), _) if self.remapped => Sight::Nothing,
            (Some(number @ Number::Whole(_)), _) => Sight::Number(number),
            _ if self.questions[at].folded().options.contains_key(&folded) => Sight::Nothing,
            (Some(number), _) => Sight::Number(number),
            (None, Some((number, rest))) => {
                let option = self.known(at, rest).flatten().filter(|_| self.own_number(at, &folded).is_none());
                option.map_or_else(|| self.sight_of_text(at, &folded), |option| Sight::Numbered(number.into(), option))
            }
            (None, None) => either().unwrap_or_else(|| self.sight_of_text(at, &folded)),
        }
    }

    /// The same of a text that is no number.
    fn sight_of_text(&self, at: usize, folded: &str) -> Sight {
        if folded.is_empty() || self.questions[at].folded().options.contains_key(folded) {
            return Sight::Nothing;
        }
        if let Some(sight) = self.sight_in_dress(at, folded) {
            return sight;
        }
        let letter = lettered(folded).and_then(|(letter, rest)| Some((letter, self.known(at, rest)??)));
        let worded = || worded(folded).filter(|(word, _)| self.is_out_of(at, word));
        let other =
            || missing(folded).map(Sight::Missing).or(worded().map(|(word, number)| Sight::Worded(word, number)));
        match letter {
            Some((letter, option)) => Sight::Lettered(letter, option),
            None if self.by_text(at, folded, folded) != Ok(None) || self.questions[at].is_not_applicable(folded) => {
                Sight::Nothing
            }
            None => other().unwrap_or(Sight::Strange),
        }
    }

    /// The option whose text this is, as it stands or in what programs put around it; a number beside it has to agree.
    pub(super) fn in_dress(&self, at: usize, text: &str, folded: &str) -> Result<Option<Option<u8>>, String> {
        let known = self.known(at, folded);
        let Some((dress, option)) = known.is_none().then(|| self.undressed(at, folded)).flatten() else {
            return Ok(known);
        };
        let agrees = |number: u32| self.option(at, self.scale, number.into()) == Some(option);
        match dress.number {
            Some(_) if dress.bare == Some(true) && !self.habits.bare => Ok(None),
            Some(number) if !agrees(number) => {
                Err(say::beside_number(&excerpt(text, SHOWN), number, &self.questions[at].question.id))
            }
            _ => Ok(Some(Some(option))),
        }
    }

    /// What a number says beside the text of an option, as programs write them.
    fn sight_in_dress(&self, at: usize, folded: &str) -> Option<Sight> {
        if self.known(at, folded).is_some() {
            return None;
        }
        let (dress, option) = self.undressed(at, folded)?;
        Some(match dress.number {
            Some(number) => match dress.bare {
                Some(counts) => Sight::Bare(number.into(), option, counts),
                None => Sight::Numbered(number.into(), option),
            },
            None => Sight::Nothing,
        })
    }

    /// A text out of what programs put around it, and the one option whose text it is.
    fn undressed<'t>(&self, at: usize, folded: &'t str) -> Option<(Undressed<'t>, u8)> {
        let dress = undressed(folded)?;
        let option = self.known(at, &dress.text)??;
        let also = dress.also.as_ref().and_then(|also| self.known(at, also));
        also.is_none_or(|also| also == Some(option)).then_some((dress, option))
    }

    /// Whether a folded text that is no number chooses an option, as [`Self::read`] has it.
    #[cfg(feature = "cli")]
    pub(crate) fn chooses(&self, at: usize, folded: &str) -> bool {
        match self.mapped(at, folded) {
            Ok(Some(Meant::Points(points))) => self.questions[at].question.option_index(points).is_some(),
            Ok(None) if self.is_missing(at, folded) || self.doubted.contains(&folded) => false,
            Ok(None) if cut(folded).is_none() && self.is_short(at, SHRINKS * folded.len()) => false,
            Ok(None) => matches!(self.by_text(at, folded, folded), Ok(Some(Some(_)))),
            _ => false,
        }
    }

    /// Whether a text is that of an option, as it stands in the assessment in any language. Quick where it is shorter than all.
    pub(crate) fn is_option(&self, at: usize, text: &str) -> bool {
        !self.is_short(at, text.len())
            && self.questions[at].folded().options.get(&plain(text)).is_some_and(Option::is_some)
            && number(&plain(text)).is_none()
    }

    /// Whether a text of so many bytes is shorter than those of all options, which are not folded then.
    fn is_short(&self, at: usize, length: usize) -> bool {
        self.questions[at].texts.iter().flatten().all(|text| text.len() > length)
    }

    /// The one option of which a text is the beginning, where that is long.
    #[cfg(feature = "cli")]
    pub(crate) fn begun(&self, at: usize, text: &str) -> Option<u8> {
        let folded = plain(text);
        let begun = folded.trim_end_matches(['.', '…', ' ']);
        if length(begun) < BEGUN {
            return None;
        }
        let options = self.questions[at].folded().options.iter().filter(|(text, _)| text.starts_with(begun));
        let mut options = options.map(|(_, option)| *option);
        let first = options.next()?;
        if options.all(|other| other == first) { first } else { None }
    }

    /// Whether a text is a number that an option has on one scale or another.
    #[cfg(feature = "cli")]
    pub(crate) fn is_number_of_option(&self, at: usize, text: &str) -> bool {
        let Sight::Number(Number::Whole(number)) = self.sight(at, text) else { return false };
        let scales = [Scale::Points, Scale::From(0), Scale::From(1)];
        scales.into_iter().any(|scale| self.option(at, scale, number).is_some())
    }

    /// Whether a text reads as an answer to a question, on one scale or another.
    #[cfg(feature = "cli")]
    pub(crate) fn may_answer(&self, at: usize, text: &str) -> bool {
        match self.sight(at, text) {
            Sight::Number(Number::Whole(_)) => self.is_number_of_option(at, text),
            Sight::Numbered(..) | Sight::Bare(..) => true,
            _ => matches!(self.read(at, text), Ok(Answer::Option(_))),
        }
    }

    /// Whether a word around a number says out of how many it is, and these are the points of the best option and all options.
    fn is_out_of(&self, at: usize, word: &str) -> bool {
        let ladder = &self.questions[at].ladder;
        let best = ladder.numbers(Scale::Points).last().copied();
        out_of(word).is_none_or(|all| best == Some(all) && i64::try_from(ladder.options()) == Ok(all))
    }

    /// Whether a folded text stands for no answer in the column of a question.
    pub(super) fn is_missing(&self, at: usize, folded: &str) -> bool {
        let mut open = self.habits.open.iter().filter(|(question, ..)| *question == at).peekable();
        open.peek().is_some() && missing(folded).is_some_and(|word| open.any(|(_, open, _)| *open == word))
    }
}

impl QuestionCells {
    /// The option whose text this is in two languages, one behind the other.
    pub(super) fn in_both(&self, folded: &str) -> Option<Option<u8>> {
        let both = || {
            let texts: Vec<Vec<String>> =
                self.texts.iter().map(|texts| texts.iter().map(|text| plain(text)).collect()).collect();
            let mut both: HashMap<String, Option<u8>> = HashMap::new();
            for (option, text, _) in in_two(&texts) {
                let option = u8::try_from(option).ok();
                both.entry(text).and_modify(|known| *known = known.filter(|of| Some(*of) == option)).or_insert(option);
            }
            both
        };
        // Most texts that are unknown are short, or times.
        let letters = || folded.chars().filter(|c| c.is_alphabetic()).take(CUT).count();
        let has = || self.folded().loose.keys().any(|text| folded.contains(text.as_str()));
        (folded.len() >= 2 * CUT && letters() == CUT && has())
            .then(|| self.both.get_or_init(both))
            .and_then(|both| both.get(&only_letters(&loose(folded))).copied())
    }
}
