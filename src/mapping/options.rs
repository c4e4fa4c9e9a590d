//! Tables in which a question or fact has a column for each of its options: which option a column is for, and when it is
//! certain that all of them can be read.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::around::{is_code, parts};
use super::codes::{ANSWER_CODE, QUESTION_CODE, limesurvey_code};
use super::likeness::{loose, plain};
use super::meaning::Subject;
use crate::answers::{Answer, is_not_applicable};
use crate::definition::Definition;

/// What stands between a question and an option: what stands nowhere else, and what may.
const STRONG: [&str; 5] = ["___", "/", "[", "(choice=", "\n"];
const WEAK: [&str; 8] = [">>", " > ", "::", " | ", ": ", ":", " - ", "-"];
/// What stands there in a table of Gravity Forms: of a fact it may be anything, since not all options have to be there.
const BRACKET: [&str; 1] = [" ("];

/// The option that a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The one at this place.
    Option(usize),
    NotApplicable,
    /// What has this number.
    Number(u32),
    /// What is written where no option fits.
    Free,
    /// None that the assessment has.
    Other,
}

impl Choice {
    pub(super) fn is_none_of_ours(self) -> bool {
        matches!(self, Self::Free | Self::Other)
    }
}

/// The options of questions and facts, by their texts and numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    questions: Vec<Known>,
    facts: Vec<Known>,
}

#[derive(Clone, Debug, Default)]
struct Known {
    /// The text or id of each option in any language, and whether it is an id.
    written: Vec<(String, usize, bool)>,
    /// By these, without what forms add; none where one stands for two. Few tables ask for it.
    texts: OnceLock<HashMap<String, Option<usize>>>,
    /// The points of each option of a question.
    points: Vec<u32>,
    count: usize,
    not_applicable: bool,
}

impl Known {
    /// The option that a folded text names.
    fn option(&self, folded: &str) -> Option<usize> {
        let texts = self.texts.get_or_init(|| self.texts());
        texts.get(folded).or_else(|| texts.get(&loose(folded))).copied().flatten()
    }

    fn texts(&self) -> HashMap<String, Option<usize>> {
        let mut texts: HashMap<String, Option<usize>> = HashMap::new();
        for (written, option, is_id) in &self.written {
            let folded = plain(written);
            if *is_id {
                texts.insert(folded, Some(*option));
                continue;
            }
            for text in BTreeSet::from([loose(&folded), folded]).into_iter().filter(|text| !text.is_empty()) {
                let known = texts.entry(text);
                known.and_modify(|known| *known = known.filter(|of| of == option)).or_insert(Some(*option));
            }
        }
        texts
    }
}

impl Options {
    /// Those of an assessment, which is given once in each language.
    pub(super) fn new(languages: &[Definition]) -> Self {
        let mut options = Self::default();
        for definition in languages {
            options.questions.resize_with(definition.questions().count(), Known::default);
            options.facts.resize_with(definition.profile.len(), Known::default);
            for (known, (_, question)) in options.questions.iter_mut().zip(definition.questions()) {
                known.points = question.options.iter().map(|option| option.points).collect();
                known.not_applicable = question.not_applicable.is_allowed();
                known.count = question.options.len();
                let texts = question.options.iter().enumerate();
                known.written.extend(texts.map(|(at, option)| (option.text.clone(), at, false)));
            }
            for (known, fact) in options.facts.iter_mut().zip(&definition.profile) {
                known.count = fact.options.len();
                for (at, option) in fact.options.iter().enumerate() {
                    let codes = [ANSWER_CODE, QUESTION_CODE].map(|most| limesurvey_code(&option.id, most));
                    let texts = [option.text.clone()].into_iter().chain(BTreeSet::from(codes));
                    known.written.extend(texts.map(|text| (text, at, false)));
                    known.written.push((option.id.clone(), at, true));
                }
            }
        }
        options
    }

    fn of(&self, subject: Subject) -> &Known {
        match subject {
            Subject::Question(at) => &self.questions[at],
            Subject::Fact(at) => &self.facts[at],
        }
    }

    /// The option of `subject` that a text names.
    pub(super) fn choice(&self, subject: Subject, text: &str) -> Option<Choice> {
        let (known, folded) = (self.of(subject), plain(text));
        let number = || folded.parse().ok().filter(|_| folded.len() <= 4).map(Choice::Number);
        let not_applicable = || (known.not_applicable && is_not_applicable(&folded)).then_some(Choice::NotApplicable);
        let free = || is_free(&folded).then_some(Choice::Free);
        known.option(&folded).map(Choice::Option).or_else(number).or_else(not_applicable).or_else(free)
    }

    /// The question or fact that a header begins or ends with, and the option that it goes on with. `subject` finds those.
    pub(super) fn column(&self, header: &str, subject: impl Fn(&str) -> Option<Subject>) -> Option<(Subject, Choice)> {
        let folded = plain(header);
        let Some((code, of_option, text)) = codes_before(&folded) else { return self.uncoded(header, &subject) };
        let (found, choice) = self.uncoded(text, &subject)?;
        // Codes of other forms say nothing; our own say the same.
        let same = subject(code).map_or(is_code(code), |of| of == found);
        let known = self.choice(found, of_option);
        let same_option = known.map_or(is_code(of_option), |known| known == choice);
        Some((found, if same && same_option { choice } else { Choice::Other }))
    }

    /// The same where no codes stand before it.
    fn uncoded(&self, header: &str, subject: &dyn Fn(&str) -> Option<Subject>) -> Option<(Subject, Choice)> {
        let (folded, lines) = (plain(header), header.trim().replace('\r', "\n"));
        let strong = parts(&folded, &STRONG).chain(parts(&lines, &STRONG[4..])).map(|parts| (parts, true, true));
        let weak = parts(&folded, &WEAK).map(|parts| (parts, false, false));
        let names = parts(&folded, &["_"]).map(|parts| (parts, false, true));
        let dots = parts(&folded, &["."]).map(|parts| (parts, false, false));
        let brackets =
            parts(&folded, &BRACKET).filter(|(before, _)| matches!(subject(before), Some(Subject::Question(_))));
        let brackets = brackets.map(|parts| (parts, false, false));
        let mut other = None;
        for ((before, behind), strong, numbers) in strong.chain(weak).chain(names).chain(dots).chain(brackets) {
            if let Some(subject) = subject(before) {
                // A bracket may be the option's own.
                let without = || behind.strip_suffix([']', ')']).and_then(|option| self.choice(subject, option));
                match self.choice(subject, behind).or_else(without) {
                    // Elsewhere a number counts equal columns.
                    Some(Choice::Number(_)) if !numbers => {}
                    Some(choice) => return Some((subject, choice)),
                    None if strong => other = other.or(Some((subject, Choice::Other))),
                    None => {}
                }
            }
            // Alchemer has the option first.
            if let Some(subject) = subject(behind).filter(|_| !strong)
                && let Some(choice @ Choice::Option(_)) = self.choice(subject, before)
            {
                return Some((subject, choice));
            }
        }
        other
    }

    /// What the columns of `subject` for these options mean, each its answer or the place of an option; none for what is
    /// carried along. It is certain only if each is another one and, of a question, none is missing or too many.
    pub(super) fn all(&self, subject: Subject, choices: &[Choice]) -> Option<Vec<Option<Answer>>> {
        let known = self.of(subject);
        let numbers: Vec<u32> = choices.iter().filter_map(|choice| number(*choice)).collect();
        let numbered = numbered(known, &numbers);
        let option = |choice: &Choice| match *choice {
            Choice::Option(at) => Some(at),
            Choice::Number(number) => numbered.as_ref()?.iter().position(|of| *of == number),
            Choice::NotApplicable | Choice::Free | Choice::Other => None,
        };
        let is_question = matches!(subject, Subject::Question(_));
        let mut answers = Vec::new();
        for choice in choices {
            answers.push(match choice {
                Choice::NotApplicable => Some(Answer::NotApplicable),
                Choice::Other if is_question => return None,
                Choice::Free | Choice::Other => None,
                choice => Some(Answer::Option(u8::try_from(option(choice)?).ok()?)),
            });
        }
        let told: Vec<Answer> = answers.iter().copied().flatten().collect();
        let options = told.iter().filter(|answer| **answer != Answer::NotApplicable).count();
        let differ = (1..told.len()).all(|at| !told[..at].contains(&told[at]));
        let mixed = !numbers.is_empty() && numbers.len() < options;
        (differ && !mixed && options > 0 && (!is_question || options == known.count)).then_some(answers)
    }
}

/// The codes of a question and of its option before their texts, as LimeSurvey writes them: `code[option]. text [text]`.
fn codes_before(folded: &str) -> Option<(&str, &str, &str)> {
    let (codes, text) = folded.split_once("]. ")?;
    let (code, option) = codes.split_once('[')?;
    let is_word =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (is_word(code) && is_word(option)).then_some((code, option, text))
}

/// What forms call the option beside which something is written.
const FREE: [&str; 6] = ["other", "others", "その他", "sonstiges", "autre", "otro"];

/// Whether a folded text is that option, with a request to write in it perhaps: `other (please specify)`.
fn is_free(folded: &str) -> bool {
    let asks = |rest: &str| rest.is_empty() || rest.starts_with(['(', '[', ':', '-', '–', '、', ',']);
    FREE.iter().filter_map(|word| folded.strip_prefix(word)).any(|rest| asks(rest.trim_start()))
}

/// The numbers of the options in their order, where these are all of them: points, or counted from 1 or 0.
fn numbered(known: &Known, numbers: &[u32]) -> Option<Vec<u32>> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let count = u32::try_from(known.count).ok()?;
    let scales = [known.points.clone(), (1..=count).collect(), (0..count).collect()];
    scales.into_iter().find(|scale| !scale.is_empty() && *scale == sorted)
}

fn number(choice: Choice) -> Option<u32> {
    match choice {
        Choice::Number(number) => Some(number),
        _ => None,
    }
}
