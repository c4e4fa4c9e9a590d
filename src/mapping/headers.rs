//! Which headers stand for a question, or for a fact: its id, or its text in any language of the assessment.

use std::collections::HashMap;

use super::codes;
use super::likeness::{in_brackets, loose, plain};
use super::meaning::Why;
use crate::definition::Definition;

/// The place of what a text stands for, and why; none where it stands for two.
type Known = Option<(usize, Why)>;

/// Finds things of one kind by header.
#[derive(Clone, Debug)]
pub(super) struct Headers {
    ids: Vec<String>,
    /// By id or text, folded.
    words: HashMap<String, Known>,
    /// The same without what forms add.
    loose: HashMap<String, Known>,
}

impl Headers {
    /// Of an assessment, which is given once in each language; `items` are its things of this kind, an id and a text each.
    pub(super) fn new<'a>(
        languages: &'a [Definition],
        items: impl Fn(&'a Definition) -> Vec<(&'a String, &'a String)>,
    ) -> Self {
        let mut words = HashMap::new();
        for definition in languages {
            for (at, (_, text)) in items(definition).into_iter().enumerate() {
                know(&mut words, plain(text), (at, Why::Text(definition.language.clone())));
            }
        }
        let mut relaxed = HashMap::new();
        words.iter().for_each(|(text, known)| match known {
            Some(known) => know(&mut relaxed, loose(text), known.clone()),
            None => drop(relaxed.insert(loose(text), None)),
        });
        let ids = languages.first().into_iter().flat_map(items).map(|(id, _)| id.clone());
        let ids: Vec<String> = ids.collect();
        for (at, id) in ids.iter().enumerate() {
            words.insert(plain(id), Some((at, Why::Id)));
            know(&mut relaxed, loose(&plain(id)), (at, Why::Id));
            // What programs make of it that take a minus for an operator.
            know(&mut relaxed, plain(id).replace('-', "_"), (at, Why::Id));
            codes::names(id).iter().for_each(|name| know(&mut relaxed, plain(name), (at, Why::Id)));
        }
        words.remove("");
        relaxed.remove("");
        Self { ids, words, loose: relaxed }
    }

    pub(super) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// What a [`plain`] header stands for.
    pub(super) fn find(&self, header: &str) -> Known {
        if let Some(known) = self.words.get(header) {
            return known.clone();
        }
        if let Some(name) = codes::without_group(header) {
            return self.find(name);
        }
        let relaxed = |text: &str| self.loose.get(&loose(text)).cloned().flatten();
        relaxed(header).or_else(|| {
            let row = in_brackets(header)?;
            self.words.get(row).cloned().flatten().or_else(|| relaxed(row))
        })
    }
}

/// Adds what a text stands for; none once it stands for two.
fn know(words: &mut HashMap<String, Known>, text: String, (at, why): (usize, Why)) {
    words.entry(text).and_modify(|known| *known = known.take().filter(|(of, _)| *of == at)).or_insert(Some((at, why)));
}
