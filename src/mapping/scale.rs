//! What a bare number says: by which scale the numbers of a file stand for options.

use super::likeness::leading_number;
use super::plain;
use crate::definition::Question;
use crate::text::fold;
use crate::words::mapping_map as say;

/// By what numbers stand for options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// Their points, as the definition has them.
    #[default]
    Points,
    /// Their places, the worst option having this number.
    From(i64),
    /// The numbers that their texts begin with; points where they do not.
    Texts,
}

/// The numbers that may stand for the options of one question, worst first.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    points: Vec<i64>,
    /// Those that the texts of all options begin with in a language, no two the same. The first may have none, such as `never`, and is 0.
    texts: Option<Vec<i64>>,
}

impl Ladder {
    pub(super) fn new(question: &Question) -> Self {
        let number = |text: &str| {
            // Most begin with a letter, which no number does.
            let is_word = text.trim_start().starts_with(char::is_alphabetic);
            if is_word { None } else { leading_number(&plain(text)).map(i64::from) }
        };
        let texts = question.options.iter().enumerate().map(|(at, option)| match number(&option.text) {
            None if at == 0 && question.options.len() > 2 => Some(0),
            number => number,
        });
        let texts: Option<Vec<i64>> = texts.collect();
        let distinct = |texts: &Vec<i64>| (1..texts.len()).all(|at| !texts[..at].contains(&texts[at]));
        let points = question.options.iter().map(|option| option.points.into()).collect();
        Self { points, texts: texts.filter(distinct) }
    }

    /// Learns the texts of the same question in another language.
    pub(super) fn learn(&mut self, question: &Question) {
        if self.texts.is_none() {
            self.texts = Self::new(question).texts;
        }
    }

    pub(super) fn options(&self) -> usize {
        self.points.len()
    }

    /// The number of each option.
    pub(super) fn numbers(&self, scale: Scale) -> Vec<i64> {
        match scale {
            Scale::From(first) => (first..).take(self.points.len()).collect(),
            Scale::Points => self.points.clone(),
            Scale::Texts => self.texts.as_ref().unwrap_or(&self.points).clone(),
        }
    }

    /// The option that `number` stands for.
    pub(super) fn option(&self, scale: Scale, number: i64) -> Option<u8> {
        let at = match scale {
            Scale::From(first) => {
                number.checked_sub(first).and_then(|at| usize::try_from(at).ok()).filter(|at| *at < self.points.len())
            }
            Scale::Points => self.points.iter().position(|points| *points == number),
            Scale::Texts => self.texts.as_ref().unwrap_or(&self.points).iter().position(|text| *text == number),
        };
        u8::try_from(at?).ok()
    }

    pub(super) fn has_texts(&self) -> bool {
        self.texts.is_some()
    }
}

/// A scale that the user names: `points`, `texts`, or the numbers of the worst and of the best option, such as `0..4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Points,
    Texts,
    Numbers(i64, i64),
}

impl std::str::FromStr for Named {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = fold(text);
        let numbers = || {
            let (first, last) = text.split_once("..")?;
            Some((first.trim().parse().ok()?, last.trim().parse().ok()?))
        };
        match text.as_str() {
            "points" => Ok(Self::Points),
            "texts" => Ok(Self::Texts),
            _ => match numbers() {
                Some((first, last)) if first < last => Ok(Self::Numbers(first, last)),
                Some(_) => Err(say::worst_first().to_owned()),
                None => Err(say::scales().to_owned()),
            },
        }
    }
}

impl std::fmt::Display for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Points => f.write_str("points"),
            Self::Texts => f.write_str("texts"),
            Self::Numbers(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

impl Named {
    /// The scale, where questions have up to so many options; else why it is none.
    pub fn scale(self, options: usize) -> Result<Scale, String> {
        match self {
            Self::Points => Ok(Scale::Points),
            Self::Texts => Ok(Scale::Texts),
            Self::Numbers(first, last) => {
                let numbers = last.checked_sub(first).and_then(|steps| steps.checked_add(1));
                match numbers.and_then(|numbers| usize::try_from(numbers).ok()) {
                    Some(numbers) if numbers == options => Ok(Scale::From(first)),
                    _ => Err(say::other_length(first, last, options)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_begins_with_a_letter() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphabetic()) {
            assert!(!plain(&c.to_string()).starts_with(|c: char| c.is_ascii_digit() || c == '('), "{c:?}");
        }
    }
}
