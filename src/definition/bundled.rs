//! The assessments that come with the program: the files of `assessments/`, embedded, and what `build.rs` makes of them.

use crate::diagnostic::Source;

/// An assessment as its files are.
#[derive(Debug)]
pub struct Bundled {
    /// Its id.
    pub id: &'static str,
    /// The text of the definition.
    pub toml: &'static str,
    /// The digest of that text, as [`digest`](super::digest) has it.
    pub digest: &'static str,
    /// The language and text of each translation.
    pub translations: &'static [(&'static str, &'static str)],
    /// The tapes of the definition and of each translation.
    tapes: &'static [&'static [u8]],
}

/// The assessment that is meant when none is named.
pub const DEFAULT: &str = "cx-maturity";

/// An assessment in English with a translation into Japanese.
macro_rules! bundled {
    ($id:literal) => {
        Bundled {
            id: $id,
            toml: include_str!(concat!("../../assessments/", $id, ".toml")),
            digest: include_str!(concat!(env!("OUT_DIR"), "/", $id, ".digest")),
            translations: &[("ja", include_str!(concat!("../../assessments/", $id, ".ja.toml")))],
            tapes: &[
                include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".tape")),
                include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".ja.tape")),
            ],
        }
    };
}

/// Every bundled assessment: the default, then those that look closer at a part of it.
pub const BUNDLED: &[Bundled] = &[
    bundled!("cx-maturity"),
    bundled!("cx-programme"),
    bundled!("omnichannel"),
    bundled!("service-automation"),
    bundled!("service-experience"),
];

/// The bundled assessment with this id.
pub fn find(id: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|bundled| bundled.id == id)
}

impl Bundled {
    /// The file of the definition.
    pub fn source(&self) -> Source {
        Source::bundled(&format!("{}.toml", self.id), self.toml, self.tapes[0])
    }

    /// The language and the file of each translation.
    pub fn translations(&self) -> impl Iterator<Item = (&'static str, Source)> {
        let name = |language: &str| format!("{}.{language}.toml", self.id);
        let translations = self.translations.iter().zip(&self.tapes[1..]);
        translations.map(move |((language, text), tape)| (*language, Source::bundled(&name(language), text, tape)))
    }
}

#[cfg(test)]
impl Bundled {
    /// The definition in each of its languages, its own first.
    pub(crate) fn definitions(&self) -> Vec<super::Definition> {
        let mut definitions = vec![super::read(&self.source().into()).0.unwrap()];
        for (_, source) in self.translations() {
            definitions.push(super::translate(&definitions[0], &source.into()).0.unwrap());
        }
        definitions
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Syntax};

    use super::*;

    #[test]
    fn what_a_build_makes_of_the_files_is_what_reading_them_gives() {
        let read = |source: Source| Document::parse(&source.into(), Syntax::Toml).unwrap().root;
        let parsed = |source: &Source| read(Source::new(source.name(), source.text()));
        for bundled in BUNDLED {
            assert_eq!(bundled.digest, super::super::digest(bundled.toml), "{}", bundled.id);
            for source in std::iter::once(bundled.source()).chain(bundled.translations().map(|(_, source)| source)) {
                assert!(source.tape().is_some());
                assert!(parsed(&source) == read(source), "{}", bundled.id);
            }
        }
    }
}
