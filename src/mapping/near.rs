//! The question or fact that a header was perhaps meant to ask, told by how alike the whole texts are. A hint, never a match.

use super::likeness::{loose, plain};
use crate::definition::Definition;

/// How long a header may be, and how alike texts must be.
const LONGEST: usize = 400;
const LEAST: f64 = 0.6;

/// The texts of an assessment.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    /// A text as it is written, since seldom one is asked about, and the id of what it asks.
    texts: Vec<(String, String)>,
}

impl Texts {
    pub(super) fn new(languages: &[Definition]) -> Self {
        let facts =
            |of: &Definition| of.profile.iter().map(|fact| (fact.text.clone(), fact.id.clone())).collect::<Vec<_>>();
        let questions = languages.iter().flat_map(|definition| {
            let questions = definition.questions().map(|(_, question)| (question.text.clone(), question.id.clone()));
            questions.chain(facts(definition)).collect::<Vec<_>>()
        });
        Self { texts: questions.collect() }
    }

    /// The id, and its texts in all languages.
    #[cfg(feature = "cli")]
    pub(super) fn of<'t>(&'t self, id: &'t str) -> impl Iterator<Item = &'t str> {
        let texts = self.texts.iter().filter(move |(_, of)| of == id).map(|(text, _)| text.as_str());
        texts.chain(std::iter::once(id))
    }

    /// The id of what is asked by the text that `header` is most like, if it is much like it and no other as much. Not quick.
    pub(super) fn nearest(&self, header: &str) -> Option<&str> {
        let header = loose(&plain(header));
        // A word or two are like many texts.
        if header.len() > LONGEST || header.chars().count() < 8 {
            return None;
        }
        let likeness = |text: &str| strsim::normalized_levenshtein(&header, &loose(&plain(text)));
        let mut best: Vec<(f64, &str)> = Vec::new();
        for (text, id) in &self.texts {
            let likeness = likeness(text);
            match best.iter_mut().find(|(_, known)| known == id) {
                Some((most, _)) => *most = most.max(likeness),
                None => best.push((likeness, id)),
            }
        }
        best.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        match best.as_slice() {
            [(most, id), rest @ ..] if *most >= LEAST && rest.first().is_none_or(|(next, _)| *next < most - 0.05) => {
                Some(id)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::bundled::BUNDLED;

    #[test]
    fn a_text_that_was_edited_is_recognised() {
        let languages = BUNDLED[0].definitions();
        let texts = Texts::new(&languages);
        for (definition, cut) in languages.iter().zip([12, 5]) {
            for (_, question) in definition.questions() {
                let begun: String = question.text.chars().skip(cut).collect();
                assert_eq!(texts.nearest(&format!("Q7 {begun}")), Some(question.id.as_str()), "{begun}");
            }
        }
        for header in
            ["", "How", "Timestamp", "E-mail address", "Anything else you would like to tell us?", "ご意見・ご感想"]
        {
            assert_eq!(texts.nearest(header), None, "{header}");
        }
    }
}
