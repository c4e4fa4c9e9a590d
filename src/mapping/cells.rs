//! What a cell says: points, the text of an option in any language, a word for not applicable, or nothing.
//!
//! [`Cells::read`] is the meaning of every cell. The tables for quick look-up are filled by asking it, so that they
//! cannot disagree with it.

use std::collections::HashMap;

use super::Quick;
use super::facts::FactCells;
use super::likeness::{loose, numbered, plain};
use super::map::{Map, Meant};
use crate::answers::{Answer, is_not_applicable};
use crate::answers::{UNKNOWN, code_of};
use crate::definition::{Definition, Question};
use crate::text::excerpt;

/// What is often written for points or not applicable, as it stands in the bytes of a file.
const COMMON: [&str; 8] = ["n/a", "N/A", "NA", "na", "Not applicable", "not applicable", "該当なし", "対象外"];
/// How wide the text of a cell may be in a message.
const SHOWN: usize = 60;

/// What the cells of each question and of each fact mean.
#[derive(Debug)]
pub struct Cells {
    questions: Vec<QuestionCells>,
    facts: Vec<FactCells>,
    map: HashMap<String, Meant>,
}

#[derive(Debug)]
struct QuestionCells {
    question: Question,
    /// By folded text, in any language; none where a text stands for more than one option.
    options: HashMap<String, Option<u8>>,
    /// The same without what forms add.
    loose: HashMap<String, Option<u8>>,
    /// When it does not apply, folded, in any language.
    not_applicable: Vec<String>,
}

impl Cells {
    /// The cells of an assessment, which is given once in each language, with the user's own map.
    pub fn new(languages: &[Definition], map: &Map) -> Self {
        let mut questions: Vec<QuestionCells> = Vec::new();
        for definition in languages {
            for (at, (_, question)) in definition.questions().enumerate() {
                if questions.len() <= at {
                    let (options, loose, not_applicable) = (HashMap::new(), HashMap::new(), Vec::new());
                    questions.push(QuestionCells { question: question.clone(), options, loose, not_applicable });
                }
                questions[at].not_applicable.extend(question.not_applicable.when().map(plain));
                for (option, text) in (0u8..).zip(&question.options) {
                    let text = plain(&text.text);
                    let cells = &mut questions[at];
                    for known in [cells.loose.entry(loose(&text)), cells.options.entry(text)] {
                        known.and_modify(|known| *known = known.filter(|of| *of == option)).or_insert(Some(option));
                    }
                }
            }
        }
        for cells in &mut questions {
            cells.options.remove("");
            cells.loose.remove("");
        }
        Self { questions, facts: FactCells::all(languages), map: map.cells.iter().cloned().collect() }
    }

    /// The options of the fact with index `at` that `text` tells, none where it tells nothing; else why it is no option.
    pub fn read_fact(&self, at: usize, text: &str) -> Result<Vec<usize>, String> {
        match self.map.get(&plain(text)) {
            Some(Meant::Unanswered) => Ok(Vec::new()),
            _ => self.facts[at].read(text),
        }
    }

    /// The same where tables count from 0 what all questions count from 1.
    #[cfg(feature = "cli")]
    pub(crate) fn counted_from_zero(mut self) -> Self {
        let options = self.questions.iter_mut().flat_map(|cells| &mut cells.question.options);
        options.for_each(|option| option.points -= 1);
        self
    }

    /// What `text` answers to the question with index `at`; else why it is no answer.
    pub fn read(&self, at: usize, text: &str) -> Result<Answer, String> {
        let QuestionCells { question, .. } = &self.questions[at];
        let folded = plain(text);
        let answer = match self.map.get(&folded) {
            Some(Meant::Unanswered) => return Ok(Answer::Unanswered),
            Some(Meant::NotApplicable) => Some(Answer::NotApplicable),
            Some(Meant::Points(points)) => question.option_index(*points).map(Answer::Option),
            None if folded.is_empty() => return Ok(Answer::Unanswered),
            None => {
                let by_points = points(&folded).and_then(|points| question.option_index(points));
                match (by_points, self.by_text(at, text, &folded)?) {
                    (None, None) if self.questions[at].is_not_applicable(&folded) => Some(Answer::NotApplicable),
                    (None, Some(None)) => return Err(unclear(text, question)),
                    (option, None) | (None, Some(option)) => option.map(Answer::Option),
                    (Some(option), Some(text)) if text == Some(option) => Some(Answer::Option(option)),
                    (Some(_), Some(_)) => {
                        return Err(format!(
                            "`{}` is the points of one option of `{}` and the text of another; say which with --map",
                            excerpt(text, SHOWN),
                            question.id
                        ));
                    }
                }
            }
        };
        match answer {
            Some(Answer::NotApplicable) if !question.not_applicable.is_allowed() => Err(format!(
                "question `{}` always applies: its options have {} points",
                question.id,
                question.points_list()
            )),
            Some(answer) => Ok(answer),
            None => Err(format!(
                "`{}` is no answer to `{}`: its options have {} points",
                excerpt(text, SHOWN),
                question.id,
                question.points_list()
            )),
        }
    }

    /// The option whose text this is, as it stands, without what forms add, or behind its points. `Some(None)` where it is
    /// the text of more than one.
    fn by_text(&self, at: usize, text: &str, folded: &str) -> Result<Option<Option<u8>>, String> {
        let QuestionCells { question, options, loose: relaxed, .. } = &self.questions[at];
        let known = |text: &str| options.get(text).or_else(|| relaxed.get(&loose(text))).copied();
        if let Some(known) = options.get(folded) {
            return Ok(Some(*known));
        }
        let Some((points, rest)) = numbered(folded) else { return Ok(known(folded)) };
        let Some(option) = known(rest) else { return Ok(known(folded)) };
        // The number may be the text's own: `1.5 hours` beside `5 hours`.
        let own = loose(folded).starts_with(|c: char| c.is_ascii_digit()).then(|| known(folded)).flatten();
        let agrees = option.is_none() || option == question.option_index(points);
        match own {
            Some(own) if agrees && own != option => Ok(Some(None)),
            Some(own) => Ok(Some(own)),
            None if agrees => Ok(Some(option)),
            None => Err(format!(
                "`{}` begins with {points}, and goes on with an option of `{}` that has other points",
                excerpt(text, SHOWN),
                question.id
            )),
        }
    }

    pub(crate) fn quick(&self, delimiter: u8) -> Vec<Quick> {
        (0..self.questions.len()).map(|at| self.quick_of(at, delimiter)).collect()
    }

    fn quick_of(&self, at: usize, delimiter: u8) -> Quick {
        let code = |text: &str| self.read(at, text).map_or(UNKNOWN, code_of);
        let mut byte = [UNKNOWN; 256];
        for (known, character) in byte.iter_mut().zip('\0'..'\u{80}') {
            // What may end a cell is none.
            if !character.is_control() && character != '"' {
                *known = code(character.encode_utf8(&mut [0; 4]));
            }
        }
        let mut quick = Quick::new(byte, code(""), delimiter);
        let question = &self.questions[at];
        let points = question.question.options.iter().map(|option| option.points);
        let points = points.flat_map(|points| [points.to_string(), format!("{points}.0")]);
        let common = COMMON.iter().map(|text| (*text).to_owned());
        for text in points.chain(common) {
            quick.remember(text.as_bytes(), code(&text));
        }
        quick
    }
}

impl QuestionCells {
    /// Whether a folded text says that the question does not apply: a word for it, perhaps with the reason as forms give it.
    fn is_not_applicable(&self, folded: &str) -> bool {
        let given =
            folded.split_once(':').filter(|(_, reason)| self.not_applicable.iter().any(|of| of == reason.trim()));
        is_not_applicable(given.map_or(folded, |(word, _)| word))
    }
}

/// Points as spreadsheets and programs write them: `3`, `3.0`, `3,0` or `3e0`; what is not exactly whole is none.
fn points(folded: &str) -> Option<u32> {
    let (number, exponent) = folded.split_once('e').unwrap_or((folded, "0"));
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent: i32 = exponent.parse().ok().filter(|exponent| (-9..=9).contains(exponent))?;
    if !digits(whole) || !digits(fraction) || whole.len() > 9 {
        return None;
    }
    let mut digits = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let Ok(point) = usize::try_from(point) else { return digits.bytes().all(|digit| digit == b'0').then_some(0) };
    if digits.len() < point {
        digits.extend(std::iter::repeat_n('0', point - digits.len()));
    }
    let (whole, fraction) = digits.split_at(point);
    let is_whole = fraction.bytes().all(|digit| digit == b'0');
    if is_whole && !whole.is_empty() { whole.parse().ok() } else { is_whole.then_some(0) }
}

fn unclear(text: &str, question: &Question) -> String {
    format!("`{}` is the text of more than one option of `{}`; write points", excerpt(text, SHOWN), question.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::bundled::BUNDLED;
    use crate::diagnostic::Source;

    fn cells(map: &[(&str, Meant)]) -> Cells {
        let cells = map.iter().map(|(text, meant)| (plain(text), *meant)).collect();
        Cells::new(&BUNDLED[0].definitions(), &Map { columns: vec![], cells })
    }

    #[test]
    fn a_cell_may_be_written_in_many_ways() {
        let cells = cells(&[("Always", Meant::Points(5)), ("?", Meant::Unanswered)]);
        let at = cells.questions.iter().position(|cells| cells.question.not_applicable.is_allowed()).unwrap();
        let read = |text: &str| cells.read(at, text).unwrap();
        for text in ["4", " 4 ", "4.0", "4,0", "４", "４．０", "4.00", "4e0", "4.0E+00", "0.04e2", "40e-1", "4000e-3"]
        {
            assert_eq!(read(text), Answer::Option(3), "{text}");
        }
        for text in ["n/a", "Ｎ／Ａ", "該当なし"] {
            assert_eq!(read(text), Answer::NotApplicable, "{text}");
        }
        for text in ["", "  ", "\u{3000}", "?"] {
            assert_eq!(read(text), Answer::Unanswered, "{text}");
        }
        assert_eq!(read("ALWAYS"), Answer::Option(4));
        assert_eq!(read("\u{feff}4\u{200b}"), Answer::Option(3));
        assert_eq!(read("\u{200b}"), Answer::Unanswered);
        let options = &cells.questions[at].question.options;
        assert_eq!(read(&format!(" {} ", options[1].text.to_uppercase())), Answer::Option(1));
        let text = &options[1].text;
        for decorated in
            [format!("2 - {text}"), format!("(2) {text}"), format!("2. {text}"), text.trim_end_matches('.').to_owned()]
        {
            assert_eq!(read(&decorated), Answer::Option(1), "{decorated}");
        }
        assert!(cells.read(at, &format!("3 - {text}")).is_err());
        let japanese = cells.questions[at].options.iter().find(|(text, _)| !text.is_ascii()).unwrap();
        assert_eq!(Some(read(japanese.0)), japanese.1.map(Answer::Option));
    }

    #[test]
    fn a_number_before_an_option_that_begins_with_one() {
        let read = |options: &[&str], text: &str| {
            let mut toml = BUNDLED[0].toml.to_owned();
            let definition = BUNDLED[0].definitions().swap_remove(0);
            for (option, text) in definition.criteria[0].questions[0].options.iter().zip(options) {
                toml = toml.replace(&option.text, text);
            }
            let (definition, _) = crate::definition::read(&std::sync::Arc::new(Source::new("numbers", &toml)));
            Cells::new(&[definition.unwrap()], &Map::default()).read(0, text).ok()
        };
        let more = ["none", "1", "2 or 3", "4つ以上", "all"];
        for text in ["4.4つ以上", "4. 4つ以上", "４．４つ以上", "4:4つ以上", "4つ以上", "(4) 4つ以上"]
        {
            assert_eq!(read(&more, text), Some(Answer::Option(3)), "{text}");
        }
        assert_eq!(read(&more, "3.4つ以上"), None, "the number is of another option");
        let hours = ["5 hours", "1.5 hours", "2.5 hours", "a day", "more"];
        for (text, option) in
            [("1.5 hours", Some(1)), ("5 hours", Some(0)), ("2.5 hours.", Some(2)), ("3.5 hours", None)]
        {
            assert_eq!(read(&hours, text), option.map(Answer::Option), "{text}");
        }
        assert_eq!(read(&hours, "1.5 hours."), None, "the first option with its number, or the second one");
    }

    #[test]
    fn what_is_nearly_an_option_is_none() {
        let cells = cells(&[]);
        for text in [
            "2.99999999999999999e0",
            "2.9999999999999999999999",
            "3.5e0",
            "3e",
            "e0",
            ".3e1",
            "3e1",
            "3e-1",
            "1e400",
            "0",
        ] {
            let reason = cells.read(0, text).unwrap_err();
            assert!(reason.starts_with(&format!("`{text}` is no answer to")), "{reason}");
        }
        assert_eq!(cells.read(0, "10.0e-1"), Ok(Answer::Option(0)));
    }

    #[test]
    fn what_is_no_answer_is_said() {
        let cells = cells(&[]);
        let reason = |at: usize, text: &str| cells.read(at, text).unwrap_err();
        insta::assert_snapshot!(reason(2, "7"), @"`7` is no answer to `skills-path`: its options have 1, 2, 3, 4, 5 points");
        insta::assert_snapshot!(reason(2, "3.5\n\u{1b}"), @"`3.5 �` is no answer to `skills-path`: its options have 1, 2, 3, 4, 5 points");
        insta::assert_snapshot!(reason(1, "n/a"), @"question `skills-training` always applies: its options have 1, 2, 3, 4, 5 points");
    }

    #[test]
    fn the_quick_tables_say_what_reading_says() {
        let cells = cells(&[("x", Meant::Points(2))]);
        for (at, quick) in cells.quick(b',').iter().enumerate() {
            for byte in 0..=u8::MAX {
                let read = std::str::from_utf8(&[byte]).ok().and_then(|text| cells.read(at, text).ok());
                let expected = read.filter(|_| byte >= b' ').map_or(UNKNOWN, code_of);
                assert_eq!(quick.byte[usize::from(byte)], expected, "{byte}");
            }
            for (text, code) in quick.texts() {
                assert_eq!(Ok(code), cells.read(at, std::str::from_utf8(text).unwrap()).map(code_of));
            }
        }
    }
}
