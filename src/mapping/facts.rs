//! What a cell tells of a fact: the id of an option or its text in any language; several, separated by `;`, where several
//! may hold; or nothing.

use std::collections::HashMap;

use super::likeness::{loose, plain};
use crate::definition::{Definition, Fact};
use crate::text::excerpt;

/// How wide the text of a cell may be in a message.
const SHOWN: usize = 60;

/// What the cells of a fact mean.
#[derive(Debug)]
pub(super) struct FactCells {
    fact: Fact,
    /// By folded id or text, in any language; none where a text stands for more than one option.
    options: HashMap<String, Option<usize>>,
    /// The same without what forms add.
    loose: HashMap<String, Option<usize>>,
}

impl FactCells {
    /// Those of the facts of an assessment, which is given once in each language.
    pub(super) fn all(languages: &[Definition]) -> Vec<Self> {
        let facts = languages.first().map_or(&[][..], |definition| &definition.profile);
        facts.iter().enumerate().map(|(at, fact)| Self::new(fact, languages.iter().map(|of| &of.profile[at]))).collect()
    }

    fn new<'a>(fact: &Fact, languages: impl Iterator<Item = &'a Fact>) -> Self {
        let (mut options, mut relaxed) = (HashMap::new(), HashMap::new());
        for fact in languages {
            for (at, option) in fact.options.iter().enumerate() {
                let text = plain(&option.text);
                for known in [relaxed.entry(loose(&text)), options.entry(text)] {
                    known.and_modify(|known: &mut Option<_>| *known = known.filter(|of| *of == at)).or_insert(Some(at));
                }
            }
        }
        options.extend(fact.options.iter().enumerate().map(|(at, option)| (plain(&option.id), Some(at))));
        relaxed.remove("");
        Self { fact: fact.clone(), options, loose: relaxed }
    }

    /// The options that `text` tells, none where it is empty; else why it tells nothing.
    pub(super) fn read(&self, text: &str) -> Result<Vec<usize>, String> {
        let folded = plain(text);
        if folded.is_empty() {
            return Ok(Vec::new());
        }
        let mut parts: Vec<&str> = folded.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
        // An option of which the text has a semicolon itself.
        if self.known(&folded).is_some() {
            parts = vec![&folded];
        }
        let mut told: Vec<usize> = parts.iter().map(|part| self.option(part)).collect::<Result<_, _>>()?;
        told.sort_unstable();
        told.dedup();
        if told.len() > 1 && !self.fact.many {
            return Err(format!("`{}`: only one option of `{}` can hold", excerpt(text, SHOWN), self.fact.id));
        }
        Ok(told)
    }

    fn known(&self, folded: &str) -> Option<Option<usize>> {
        self.options.get(folded).or_else(|| self.loose.get(&loose(folded))).copied()
    }

    fn option(&self, folded: &str) -> Result<usize, String> {
        let (id, shown) = (&self.fact.id, excerpt(folded, SHOWN));
        match self.known(folded) {
            Some(Some(option)) => Ok(option),
            Some(None) => {
                Err(format!("`{shown}` is the text of more than one option of `{id}`; write the option's id"))
            }
            None => {
                let ids: Vec<&str> = self.fact.options.iter().map(|option| option.id.as_str()).collect();
                let several = if self.fact.many { ", several of them separated by `;`" } else { "" };
                Err(format!("`{shown}` is no option of `{id}`: its options are {}{several}", ids.join(", ")))
            }
        }
    }
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
    fn an_option_is_told_by_its_id_or_its_text_in_any_language() {
        for text in ["phone", " Ｐhone ", "TELEPHONE", "telephone.", "2. Telephone", "電話", "phone;"] {
            assert_eq!(check(false, text), Ok(vec![1]), "{text}");
        }
        assert_eq!(check(false, "chat; video"), Ok(vec![2]), "a text with a semicolon");
        for text in ["", "  ", "\u{3000}", ";"] {
            assert_eq!(check(true, text), Ok(vec![]), "{text}");
        }
        for text in ["phone;mail", "電話；メール", "Telephone; E-mail; phone", ";mail;;phone;"] {
            assert_eq!(check(true, text), Ok(vec![0, 1]), "{text}");
        }
    }

    #[test]
    fn what_is_no_option_is_said_and_never_dropped() {
        let reason = |many, text| check(many, text).unwrap_err();
        insta::assert_snapshot!(reason(false, "fax"), @"`fax` is no option of `channels`: its options are mail, phone, in-shop");
        insta::assert_snapshot!(reason(true, "mail, phone"), @"`mail, phone` is no option of `channels`: its options are mail, phone, in-shop, several of them separated by `;`");
        insta::assert_snapshot!(reason(true, "mail;fax"), @"`fax` is no option of `channels`: its options are mail, phone, in-shop, several of them separated by `;`");
        insta::assert_snapshot!(reason(false, "mail;phone"), @"`mail;phone`: only one option of `channels` can hold");
        let alike = fact(true, &["the same", "the same", "phone"]);
        let cells = FactCells::new(&alike, std::iter::once(&alike));
        insta::assert_snapshot!(cells.read("The same").unwrap_err(), @"`the same` is the text of more than one option of `channels`; write the option's id");
        assert_eq!(cells.read("phone"), Ok(vec![1]), "an id goes before a text");
    }
}
