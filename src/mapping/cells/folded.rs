//! The options of a question by their texts, folded.

use std::collections::HashMap;

use crate::mapping::likeness::{loose, plain};
use crate::mapping::number::number;
use crate::mapping::yes_no::yes_or_no;

/// The options of a question by folded text, in any language; none where a text stands for more than one option.
#[derive(Debug)]
pub(super) struct Folded {
    pub(super) options: HashMap<String, Option<u8>>,
    /// The same without what forms add.
    pub(super) loose: HashMap<String, Option<u8>>,
}

impl Folded {
    /// Of the texts of a question in each language.
    pub(super) fn of(texts: &[Vec<String>]) -> Self {
        let count = texts.iter().map(Vec::len).sum();
        let mut folded = Self { options: HashMap::with_capacity(count), loose: HashMap::with_capacity(count) };
        for (option, text) in texts.iter().flat_map(|texts| (0..).zip(texts)) {
            let text = plain(text);
            for known in [folded.loose.entry(loose(&text)), folded.options.entry(text)] {
                known.and_modify(|known| *known = known.filter(|of| *of == option)).or_insert(Some(option));
            }
        }
        let texts = texts.iter().flat_map(|texts| texts.iter().map(String::as_str).enumerate());
        for (word, at) in yes_or_no(texts) {
            folded.options.entry(word).or_insert(u8::try_from(at).ok());
        }
        folded.options.remove("");
        // What is left of `0 - 10` without its number is no text that a number could be.
        folded.loose.retain(|text, _| !text.is_empty() && number(text).is_none());
        folded
    }
}
