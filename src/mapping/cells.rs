//! What a cell says: a number, by the scale of its file, the text of an option in any language, a word for not applicable,
//! or nothing.
//!
//! [`Cells::read`] is the meaning of every cell. The tables for quick look-up are filled by asking it, so that they
//! cannot disagree with it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Quick;
use super::around::{self, cut, only_letters};
use super::dressed::stars;
use super::evidence::Evidence;
use super::facts::FactCells;
use super::habits::{Habits, lettered, worded};
use super::likeness::{loose, numbered, plain};
use super::map::{Map, Meant};
use super::number::{Number, number, option_code};
use super::scale::{Ladder, Scale};
use crate::answers::{Answer, is_not_applicable};
use crate::answers::{UNKNOWN, code_of};
use crate::definition::{Definition, Profile, Question};
use crate::text::excerpt;
use crate::words::lists::comma;
use crate::words::mapping_cells as say;
use folded::Folded;

/// Words that people write where a question does not apply, and programs where there is no answer.
pub(super) const EITHER: [&str; 3] = ["na", "n/a", "n.a."];
/// How wide the text of a cell may be in a message.
const SHOWN: usize = 60;
/// How long the beginning of an option must be to stand for it.
const CUT: usize = 8;

/// What the cells of each question and of each fact mean.
#[derive(Debug)]
pub struct Cells {
    questions: Vec<QuestionCells>,
    facts: Vec<FactCells>,
    map: HashMap<String, Meant>,
    scale: Scale,
    /// Words that a program may have written where there is no answer.
    doubted: Vec<&'static str>,
    /// How the table writes answers.
    habits: Habits,
    /// The map gives numbers that are points the meaning of others, so that a number of which it says nothing is no answer.
    remapped: bool,
}

#[derive(Debug)]
struct QuestionCells {
    question: Question,
    /// What numbers may stand for.
    ladder: Ladder,
    /// The texts of options in each language; folded, which tables of numbers never ask for; and their letters in two languages, one
    /// behind the other, which few tables ask for.
    texts: Vec<Vec<String>>,
    folded: OnceLock<Folded>,
    both: OnceLock<HashMap<String, Option<u8>>>,
    /// When it does not apply, in any language.
    not_applicable: Vec<String>,
    /// What the user's map says of the cells of this question alone, and whether of numbers too.
    map: HashMap<String, Meant>,
    maps_numbers: bool,
}

impl Cells {
    /// The cells of an assessment, which is given once in each language, with the user's own map. Numbers are points.
    pub fn new(languages: &[Definition], map: &Map) -> Self {
        let mut questions: Vec<QuestionCells> = Vec::new();
        for definition in languages {
            for (at, (_, question)) in definition.questions().enumerate() {
                match questions.get_mut(at) {
                    Some(cells) => cells.ladder.learn(question),
                    None => questions.push(QuestionCells {
                        question: question.clone(),
                        ladder: Ladder::new(question),
                        texts: Vec::new(),
                        folded: OnceLock::new(),
                        both: OnceLock::new(),
                        not_applicable: Vec::new(),
                        map: HashMap::new(),
                        maps_numbers: false,
                    }),
                }
                questions[at].texts.push(question.options.iter().map(|option| option.text.clone()).collect());
                questions[at].not_applicable.extend(question.not_applicable.when().map(str::to_owned));
            }
        }
        for (question, text, meant) in &map.own_cells {
            let cells = &mut questions[*question];
            cells.maps_numbers |= number(text).is_some();
            cells.map.insert(text.clone(), *meant);
        }
        let (facts, map) = (FactCells::all(languages), map.cells.iter().cloned().collect());
        let mut cells = Self {
            questions,
            facts,
            map,
            scale: Scale::Points,
            doubted: Vec::new(),
            habits: Habits::default(),
            remapped: false,
        };
        cells.remapped = cells.map.iter().any(|(text, meant)| cells.is_other_number(text, *meant));
        cells
    }

    /// Whether `text` is the points of an option, and meant to be those of another.
    fn is_other_number(&self, text: &str, meant: Meant) -> bool {
        let (Some(Number::Whole(number)), Meant::Points(points)) = (number(text), meant) else { return false };
        let is_points = |cells: &QuestionCells| cells.ladder.option(Scale::Points, number).is_some();
        number != i64::from(points) && self.questions.iter().any(is_points)
    }

    /// The options of the fact with index `at` that `text` tells, none where it tells nothing; else why it is no option.
    pub fn read_fact(&self, at: usize, text: &str) -> Result<Vec<usize>, String> {
        match self.map.get(&plain(text)) {
            Some(Meant::Unanswered) => Ok(Vec::new()),
            _ => self.facts[at].read(text),
        }
    }

    /// The same where all numbers of which the map says nothing are on this scale.
    #[must_use]
    pub fn on(self, scale: Scale) -> Self {
        Self { scale, remapped: false, ..self }
    }

    /// The same where these words are no answers, as long as the map does not say what they are.
    #[must_use]
    pub fn doubting(self, doubted: Vec<&'static str>) -> Self {
        Self { doubted, ..self }
    }

    /// How a table writes answers in whose cells this was seen.
    pub fn habits(&self, evidence: &Evidence) -> Habits {
        let options: Vec<usize> = self.questions.iter().map(|cells| cells.question.options.len()).collect();
        Habits::of(&options, evidence)
    }

    /// The same of a table that writes answers so.
    #[must_use]
    pub fn with(self, habits: Habits) -> Self {
        Self { habits, ..self }
    }

    /// Whether what does not apply is an answer to the question with this index.
    pub fn may_not_apply(&self, at: usize) -> bool {
        self.questions[at].question.not_applicable.is_allowed()
    }

    /// How many options the question with the most has.
    pub fn most_options(&self) -> usize {
        self.questions.iter().map(|cells| cells.question.options.len()).max().unwrap_or(0)
    }

    /// How many questions there are.
    pub(crate) fn count(&self) -> usize {
        self.questions.len()
    }

    /// What numbers may stand for, question by question.
    pub(super) fn ladders(&self) -> Vec<&Ladder> {
        self.questions.iter().map(|cells| &cells.ladder).collect()
    }

    /// The numbers of the options of the question with index `at`, worst first.
    pub fn numbers(&self, at: usize) -> Vec<i64> {
        self.questions[at].ladder.numbers(self.scale)
    }

    /// The option that `number` stands for on this scale, if it stands for one.
    pub fn option(&self, at: usize, scale: Scale, number: i64) -> Option<u8> {
        self.questions[at].ladder.option(scale, number)
    }

    /// The questions with an option whose text this is, also behind a number.
    #[cfg(feature = "cli")]
    pub(super) fn with_option(&self, text: &str) -> Vec<usize> {
        let folded = plain(text);
        if number(&folded).is_some() {
            return Vec::new();
        }
        let folded = numbered(&folded).map_or(folded.as_str(), |(_, rest)| rest);
        let loosened = loose(folded);
        let has = |cells: &QuestionCells| {
            let known = cells.folded();
            known.options.contains_key(folded) || known.loose.contains_key(&loosened)
        };
        (0..self.questions.len()).filter(|at| has(&self.questions[*at])).collect()
    }

    /// The least and the greatest number of any option on this scale.
    pub fn ends(&self, scale: Scale) -> Option<(i64, i64)> {
        let numbers = || self.questions.iter().flat_map(|cells| cells.ladder.numbers(scale));
        Some((numbers().min()?, numbers().max()?))
    }

    /// The same of the question with index `at`.
    #[cfg(feature = "cli")]
    pub(crate) fn ends_of(&self, at: usize, scale: Scale) -> Option<(i64, i64)> {
        let numbers = self.questions[at].ladder.numbers(scale);
        Some((*numbers.iter().min()?, *numbers.iter().max()?))
    }

    /// That more than one option of the question with index `at` is chosen.
    pub(super) fn more_than_one(&self, at: usize) -> String {
        say::more_than_one(&self.questions[at].question.id)
    }

    /// Whether `profile` tells no more options of the fact with index `at` than can hold.
    pub(crate) fn only_one(&self, at: usize, profile: &Profile) -> Result<(), String> {
        self.facts[at].only_one(profile.told(at).count())
    }

    /// The number that a folded text is, or that of an option in the codes of LimeSurvey, where no option is called so.
    fn number_in(&self, at: usize, folded: &str) -> Option<Number> {
        let options = || &self.questions[at].folded().options;
        // `A3 paper` may be called `A3`.
        let code = |text: &String| text.split(' ').next().and_then(option_code).is_some();
        let coded = || option_code(folded).filter(|_| !options().keys().any(code));
        let of = |word| worded(folded).filter(|(of, _)| *of == word).map(|(_, number)| Number::Whole(number));
        number(folded).or_else(coded).or_else(|| self.habits.word.and_then(of))
    }

    /// What `text` answers to the question with index `at`; else why it is no answer.
    pub fn read(&self, at: usize, text: &str) -> Result<Answer, String> {
        let QuestionCells { question, ladder, .. } = &self.questions[at];
        let folded = plain(text);
        let answer = match self.mapped(at, &folded)? {
            Some(Meant::Unanswered) => return Ok(Answer::Unanswered),
            Some(Meant::NotApplicable) => Some(Answer::NotApplicable),
            Some(Meant::Points(points)) => match question.option_index(points) {
                None => {
                    return Err(say::map_gives_no_option(
                        &excerpt(text, SHOWN),
                        points,
                        &question.id,
                        &self.listed(at, Scale::Points),
                    ));
                }
                option => option.map(Answer::Option),
            },
            None if folded.is_empty() => return Ok(Answer::Unanswered),
            None if self.doubted.contains(&folded.as_str()) => return Err(say::either(text.trim())),
            None if self.is_missing(at, &folded) => return Ok(Answer::Unanswered),
            None => match self.number_in(at, &folded) {
                Some(Number::Whole(_)) if self.remapped => {
                    let (shown, id) = (excerpt(text, SHOWN), &question.id);
                    return Err(say::map_gives_none(&shown, id));
                }
                Some(Number::Whole(number)) => ladder.option(self.scale, number).map(Answer::Option),
                _ => match self.by_text(at, text, &folded)? {
                    Some(None) => return Err(say::of_several_options(&excerpt(text, SHOWN), &question.id)),
                    Some(option) => option.map(Answer::Option),
                    None => self.questions[at].is_not_applicable(&folded).then_some(Answer::NotApplicable),
                },
            },
        };
        match answer {
            Some(Answer::NotApplicable) if !question.not_applicable.is_allowed() => Err(match self.scale {
                Scale::Points => say::always_applies(&question.id, &self.listed(at, self.scale)),
                _ => say::always_applies_on_scale(&question.id, &self.listed(at, self.scale)),
            }),
            Some(answer) => Ok(answer),
            None => {
                let shown = excerpt(text, SHOWN);
                Err(match self.scale {
                    Scale::Points => say::no_answer(&shown, &question.id, &self.listed(at, self.scale)),
                    _ => say::no_answer_on_scale(&shown, &question.id, &self.listed(at, self.scale)),
                })
            }
        }
    }

    /// What the user's map says of a cell, first of all what it says of this question alone: if that is of numbers, no other
    /// number is an answer.
    fn mapped(&self, at: usize, folded: &str) -> Result<Option<Meant>, String> {
        let QuestionCells { question, map, maps_numbers, .. } = &self.questions[at];
        if map.is_empty() && self.map.is_empty() {
            return Ok(None);
        }
        let number = number(folded);
        // `3.0` is the number that the map calls `3`.
        let whole =
            number.and_then(|number| if let Number::Whole(whole) = number { Some(whole.to_string()) } else { None });
        let of = |map: &HashMap<String, Meant>| map.get(folded).or_else(|| map.get(whole.as_ref()?)).copied();
        match of(map) {
            None if *maps_numbers && number.is_some() => Err(say::map_gives_others(folded, &question.id)),
            None => Ok(of(&self.map)),
            own => Ok(own),
        }
    }

    /// The numbers of the options of a question on this scale, for people.
    fn listed(&self, at: usize, scale: Scale) -> String {
        let numbers: Vec<String> = self.questions[at].ladder.numbers(scale).iter().map(ToString::to_string).collect();
        numbers.join(comma())
    }

    /// The option whose text this is, as it stands or without what forms add. `Some(None)` where it is the text of more than
    /// one.
    fn known(&self, at: usize, folded: &str) -> Option<Option<u8>> {
        let cells = &self.questions[at];
        // A question mark that is not the option's own says that it is not certain, and an empty box that it is not chosen; stars count.
        let doubtful = folded.ends_with('?') || folded.starts_with('□') || stars(folded).is_some();
        let Folded { options, loose: relaxed } = cells.folded();
        let known = options.get(folded);
        let known = known.or_else(|| relaxed.get(&loose(folded)).filter(|_| !doubtful)).copied();
        known.or_else(|| cells.changed(folded)).or_else(|| cells.in_both(folded))
    }

    /// The option whose text this is, as it stands, without what forms add, or behind its number. `Some(None)` where it is
    /// the text of more than one.
    fn by_text(&self, at: usize, text: &str, folded: &str) -> Result<Option<Option<u8>>, String> {
        let QuestionCells { question, ladder, .. } = &self.questions[at];
        if let Some(known) = self.questions[at].folded().options.get(folded) {
            return Ok(Some(*known));
        }
        if let Some((letter, rest)) = lettered(folded)
            && let Some(Some(option)) = self.known(at, rest)
            && !self.habits.letters.fit(letter, option, question.options.len())
        {
            return Err(say::other_letter(&excerpt(text, SHOWN), &question.id));
        }
        let Some((number, rest)) = numbered(folded) else { return self.in_dress(at, text, folded) };
        let Some(option) = self.known(at, rest) else { return self.in_dress(at, text, folded) };
        let agrees = option.is_none() || option == ladder.option(self.scale, number.into());
        match self.own_number(at, folded) {
            Some(own) if agrees && own != option => Ok(Some(None)),
            Some(own) => Ok(Some(own)),
            None if agrees => Ok(Some(option)),
            None => Err(say::other_number(&excerpt(text, SHOWN), number, &question.id)),
        }
    }

    /// The option whose text begins with the number that `folded` begins with: `1.5 hours` beside `5 hours`.
    fn own_number(&self, at: usize, folded: &str) -> Option<Option<u8>> {
        loose(folded).starts_with(|c: char| c.is_ascii_digit()).then(|| self.known(at, folded)).flatten()
    }

    pub(crate) fn quick(&self, delimiter: u8) -> Vec<Quick> {
        (0..self.questions.len()).map(|at| self.quick_of(at, delimiter)).collect()
    }

    fn quick_of(&self, at: usize, delimiter: u8) -> Quick {
        let code = |text: &str| self.read(at, text).map_or(UNKNOWN, code_of);
        let mut quick = Quick::new([UNKNOWN; 256], code(""), delimiter);
        let QuestionCells { ladder, map, .. } = &self.questions[at];
        let is_mapped = !(self.map.is_empty() && map.is_empty());
        // Of others it is known that they are no answers.
        let digits = (0..10).filter(|digit| is_mapped || ladder.option(self.scale, *digit).is_some());
        for digit in digits.map(|digit| digit.to_string()) {
            quick.remember(digit.as_bytes(), code(&digit));
        }
        quick
    }
}

impl QuestionCells {
    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::of(&self.texts))
    }

    /// The option whose text is cut by an ellipsis, or has underscores for its spaces and marks.
    fn changed(&self, folded: &str) -> Option<Option<u8>> {
        let begun = cut(folded).filter(|begun| around::length(begun) >= CUT);
        let spelled = (folded.contains('_') && !folded.contains(' ')).then(|| only_letters(folded));
        let spelled = spelled.filter(|letters| around::length(letters) >= CUT);
        let is = |text: &String| match (begun, &spelled) {
            (Some(begun), _) => text.starts_with(begun),
            (None, Some(spelled)) => only_letters(text) == *spelled,
            (None, None) => false,
        };
        if begun.is_none() && spelled.is_none() {
            return None;
        }
        let mut fitting = self.folded().options.iter().filter(|(text, _)| is(text)).map(|(_, option)| *option);
        let first = fitting.next()?;
        Some(first.filter(|_| fitting.all(|other| other == first)))
    }

    /// Whether a folded text says that the question does not apply: a word for it, perhaps with the reason as forms give it.
    fn is_not_applicable(&self, folded: &str) -> bool {
        let given = folded
            .split_once(':')
            .filter(|(_, reason)| self.not_applicable.iter().any(|of| plain(of) == reason.trim()));
        is_not_applicable(given.map_or(folded, |(word, _)| word))
    }
}

mod folded;
mod sights;
#[cfg(test)]
mod tests;
