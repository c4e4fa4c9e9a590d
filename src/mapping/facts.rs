//! What a cell tells of a fact: the id of an option or its text in any language; several, where several may hold, as forms
//! join them; or nothing.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use super::codes::{ANSWER_CODE, limesurvey_code};
use super::habits::missing;
use super::likeness::{loose, plain};
use super::yes_no::yes_or_no;
use crate::definition::{Definition, Fact};
use crate::text::excerpt;
use crate::words::lists::comma;
use crate::words::mapping_cells as say;

/// How wide the text of a cell may be in a message.
const SHOWN: usize = 60;

/// What may stand between several options: `;`, `, `, `、`, `|` or a line break, of either width.
const SEPARATORS: [char; 9] = [';', '；', ',', '，', '、', '|', '｜', '\n', '\r'];

/// What the cells of a fact mean.
#[derive(Debug)]
pub(super) struct FactCells {
    fact: Fact,
    /// By folded id or text, in any language; none where a text stands for more than one option.
    options: HashMap<String, Option<usize>>,
    /// The same without what forms add.
    loose: HashMap<String, Option<usize>>,
    /// Of how many pieces between separators the text of an option consists at most.
    longest: usize,
}

impl FactCells {
    /// Those of the facts of an assessment, which is given once in each language.
    pub(super) fn all(languages: &[Definition]) -> Vec<Self> {
        let facts = languages.first().map_or(&[][..], |definition| &definition.profile);
        facts.iter().enumerate().map(|(at, fact)| Self::new(fact, languages.iter().map(|of| &of.profile[at]))).collect()
    }

    fn new<'a>(fact: &Fact, languages: impl Iterator<Item = &'a Fact>) -> Self {
        let (mut options, mut relaxed, mut longest) = (HashMap::new(), HashMap::new(), 1);
        for fact in languages {
            for (at, option) in fact.options.iter().enumerate() {
                longest = longest.max(pieces(&option.text).len());
                let text = plain(&option.text);
                for known in [relaxed.entry(loose(&text)), options.entry(text)] {
                    known.and_modify(|known: &mut Option<_>| *known = known.filter(|of| *of == at)).or_insert(Some(at));
                }
            }
        }
        let options_of = || fact.options.iter().enumerate();
        for (at, option) in options_of() {
            let code = limesurvey_code(&option.id, ANSWER_CODE).to_lowercase();
            relaxed.entry(code).and_modify(|known| *known = known.filter(|of| *of == at)).or_insert(Some(at));
        }
        options.extend(options_of().map(|(at, option)| (plain(&option.id), Some(at))));
        let called = options_of().flat_map(|(at, option)| [(at, option.id.as_str()), (at, option.text.as_str())]);
        for (word, at) in yes_or_no(called) {
            options.entry(word).or_insert(Some(at));
        }
        relaxed.remove("");
        Self { fact: fact.clone(), options, loose: relaxed, longest }
    }

    /// The options that `text` tells, none where it is empty or says that nothing was chosen; else why it tells nothing.
    pub(super) fn read(&self, text: &str) -> Result<Vec<usize>, String> {
        if plain(text).is_empty() {
            return Ok(Vec::new());
        }
        let folded = plain(text);
        // That none of the options holds is something else.
        if self.known(&folded).is_none() && missing(&folded).is_some_and(|word| word != "none") {
            return Ok(Vec::new());
        }
        let told = match self.ids(&folded) {
            Some(told) if told.len() > 1 && self.known(&folded).is_some() => return Err(self.ambiguous(text)),
            Some(told) => told,
            None => self.split(text)?,
        };
        if told.len() > 1 && !self.fact.many {
            return Err(say::only_one_can_hold(&excerpt(text, SHOWN), &self.fact.id));
        }
        Ok(told)
    }

    /// The options whose ids alone a folded text is, parted by spaces, as tools for XLSForm export them.
    fn ids(&self, folded: &str) -> Option<Vec<usize>> {
        let at = |word| self.fact.options.iter().position(|option| option.id == word);
        let mut told: Vec<usize> = folded.split(' ').map(at).collect::<Option<_>>()?;
        told.sort_unstable();
        told.dedup();
        Some(told)
    }

    /// The options of which `text` consists in the fewest parts: an option may have separators in its own text.
    fn split(&self, text: &str) -> Result<Vec<usize>, String> {
        let pieces = pieces(text);
        // For each number of pieces from the first, the best way to read them.
        let mut ways = vec![None; pieces.len() + 1];
        ways[0] = Some(Way { parts: 0, options: 0, other: false });
        for end in 1..=pieces.len() {
            for start in end.saturating_sub(self.longest)..end {
                let Some(Way { parts, options, other }) = ways[start] else { continue };
                let part = &text[pieces[start].start..pieces[end - 1].end];
                let Some(Some(option)) = self.known(&plain(part)) else { continue };
                let way = Way { parts: parts + 1, options: options | 1 << option, other };
                ways[end] = Some(ways[end].map_or(way, |known: Way| known.or(way)));
            }
        }
        match ways[pieces.len()] {
            Some(Way { other: true, .. }) => Err(self.ambiguous(text)),
            Some(Way { options, .. }) => Ok((0..self.fact.options.len()).filter(|at| options >> at & 1 == 1).collect()),
            None => {
                let read = ways.iter().rposition(Option::is_some).expect("no pieces can be read");
                Err(self.no_option(&text[pieces[read].clone()]))
            }
        }
    }

    /// Whether so many options can hold.
    pub(super) fn only_one(&self, told: usize) -> Result<(), String> {
        if told > 1 && !self.fact.many {
            return Err(say::only_one_of(told, &self.fact.id));
        }
        Ok(())
    }

    fn known(&self, folded: &str) -> Option<Option<usize>> {
        self.options.get(folded).or_else(|| self.loose.get(&loose(folded))).copied()
    }

    /// Why a cell tells nothing that can be read in two ways.
    fn ambiguous(&self, text: &str) -> String {
        say::read_in_two_ways(&excerpt(text, SHOWN), &self.fact.id)
    }

    /// Why a part of a cell, as it is written, is none of the options.
    fn no_option(&self, part: &str) -> String {
        let (id, shown) = (&self.fact.id, excerpt(part, SHOWN));
        if self.known(&plain(part)).is_some() {
            return say::of_several_options_of_fact(&shown, id);
        }
        let ids: Vec<&str> = self.fact.options.iter().map(|option| option.id.as_str()).collect();
        let ids = ids.join(comma());
        if self.fact.many { say::no_option_of_several(&shown, id, &ids) } else { say::no_option(&shown, id, &ids) }
    }
}

/// A way to read the beginning of a cell.
#[derive(Clone, Copy)]
struct Way {
    parts: usize,
    /// The options that it tells, a bit each.
    options: u32,
    /// Whether as many parts can be read as other options.
    other: bool,
}

impl Way {
    /// The one of fewer parts.
    fn or(self, other: Self) -> Self {
        match self.parts.cmp(&other.parts) {
            Ordering::Less => self,
            Ordering::Greater => other,
            Ordering::Equal => Self { other: self.other || other.other || self.options != other.options, ..self },
        }
    }
}

/// Where the texts between separators stand, empty ones left out.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let ends = text.match_indices(SEPARATORS).map(|(at, separator)| (at, at + separator.len()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        let piece = text[start..end].trim();
        if !plain(piece).is_empty() {
            let trimmed = end - text[start..end].trim_start().len();
            pieces.push(trimmed..trimmed + piece.len());
        }
        start = next;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::FactOption;

    fn fact(many: bool, texts: &[&str]) -> Fact {
        let options = texts.iter().zip(["mail", "phone", "in-shop"]);
        let options = options.map(|(text, id)| FactOption { id: id.to_owned(), text: (*text).to_owned() });
        let (id, text) = ("channels".to_owned(), "Which channels do you offer?".to_owned());
        Fact { id, text, help: None, many, assume: None, options: options.collect() }
    }

    fn check(many: bool, text: &str) -> Result<Vec<usize>, String> {
        let languages = [fact(many, &["E-mail", "Telephone", "Chat; video"]), fact(many, &["メール", "電話", "店頭"])];
        FactCells::new(&languages[0], languages.iter()).read(text)
    }

    #[test]
    fn what_is_answered_by_yes_or_no_is_so_in_any_language() {
        let yes_no = |texts: &[&str]| {
            let options = texts.iter().map(|text| FactOption { id: text.to_lowercase(), text: (*text).to_owned() });
            Fact { options: options.collect(), ..fact(false, &[]) }
        };
        let read = |fact: &Fact, text: &str| FactCells::new(fact, std::iter::once(fact)).read(text);
        for (yes, no) in [("ja", "Nein"), ("TRUE", "false"), ("✓", "✗"), ("○", "いいえ"), ("Oui", "non")] {
            for (texts, places) in [(["Yes", "No"], [0, 1]), (["Nein", "Ja"], [1, 0])] {
                let fact = yes_no(&texts);
                assert_eq!([yes, no].map(|text| read(&fact, text)), places.map(|at| Ok(vec![at])), "{yes} {no}");
            }
        }
        for text in ["x", "×", "1", "0", "maybe"] {
            assert!(read(&yes_no(&["Yes", "No"]), text).is_err(), "{text}");
        }
        assert!(read(&yes_no(&["Yes", "No", "Sometimes"]), "ja").is_err());
        assert!(read(&yes_no(&["Often", "Rarely"]), "ja").is_err());
    }

    #[test]
    fn an_option_is_told_by_its_id_or_its_text_in_any_language() {
        for text in ["phone", " Ｐhone ", "TELEPHONE", "telephone.", "2. Telephone", "電話", "phone;"] {
            assert_eq!(check(false, text), Ok(vec![1]), "{text}");
        }
        assert_eq!(check(false, "chat; video"), Ok(vec![2]), "a text with a semicolon");
        for text in ["", "  ", "\u{3000}", ";", "-- Select --", "選択してください", "#N/A", "未回答"] {
            assert_eq!(check(true, text), Ok(vec![]), "{text}");
        }
        for text in ["phone;mail", "電話；メール", "Telephone; E-mail; phone", ";mail;;phone;"] {
            assert_eq!(check(true, text), Ok(vec![0, 1]), "{text}");
        }
        for text in
            ["E-mail, Telephone", "E-mail,telephone.", "Telephone|E-mail", "E-mail\r\nTelephone", "電話，メール"]
        {
            assert_eq!(check(true, text), Ok(vec![0, 1]), "{text}");
        }
        for (text, told) in [("mail in-shop", vec![0, 2]), ("phone", vec![1]), ("in-shop phone mail", vec![0, 1, 2])] {
            assert_eq!(check(true, text), Ok(told), "{text}");
        }
        for id in ["mail", "phone", "in-shop"] {
            let code = limesurvey_code(id, ANSWER_CODE);
            assert_eq!(check(false, &code), check(false, id), "{code}");
        }
        for text in ["E-mail, Chat; video", "chat; video\nmail", "Chat;\nvideo|E-mail"] {
            assert_eq!(check(true, text), Ok(vec![0, 2]), "{text}: the option's own separator parts nothing");
        }
    }

    #[test]
    fn what_is_no_option_is_said_and_never_dropped() {
        let reason = |many, text| check(many, text).unwrap_err();
        insta::assert_snapshot!(reason(false, "fax"), @"`fax` is no option of `channels`: its options are mail, phone, in-shop");
        insta::assert_snapshot!(reason(true, "mail; Fax, Phone"), @"`Fax` is no option of `channels`: its options are mail, phone, in-shop, several of them separated by `;`");
        insta::assert_snapshot!(reason(false, "mail;phone"), @"`mail;phone`: only one option of `channels` can hold");
        let alike = fact(true, &["the same", "the same", "phone"]);
        let cells = FactCells::new(&alike, std::iter::once(&alike));
        insta::assert_snapshot!(cells.read("The same").unwrap_err(), @"`The same` is the text of more than one option of `channels`; write the option's id");
        assert_eq!(cells.read("phone"), Ok(vec![1]), "an id goes before a text");
    }

    #[test]
    fn an_option_whose_text_holds_others_is_read_whole_and_what_can_be_read_twice_is_refused() {
        let read = |texts: &[&str], cell: &str| {
            let fact = fact(true, texts);
            FactCells::new(&fact, std::iter::once(&fact)).read(cell)
        };
        assert_eq!(read(&["Chat", "Chat, video", "Video"], "Chat, video"), Ok(vec![1]));
        assert_eq!(read(&["Chat", "Chat, video", "Video"], "Video, Chat"), Ok(vec![0, 2]));
        assert_eq!(read(&["a, b", "b, c", "c"], "a, b, c"), Ok(vec![0, 2]));
        let named = read(&["Mail", "Phone", "mail phone"], "mail phone").unwrap_err();
        assert!(named.contains("can be read as different options"), "two ids, or a text: {named}");
        let fact = |texts: &[&str]| Fact {
            options: texts
                .iter()
                .map(|text| FactOption { id: format!("o{}", text.len()), text: (*text).to_owned() })
                .collect(),
            ..fact(true, &[])
        };
        let fact = fact(&["a, b", "b, c, d", "c, d ", "a"]);
        let cells = FactCells::new(&fact, std::iter::once(&fact));
        insta::assert_snapshot!(cells.read("A, b, c, d").unwrap_err(), @"`A, b, c, d` can be read as different options of `channels`; write their ids, separated by `;`");
    }
}
