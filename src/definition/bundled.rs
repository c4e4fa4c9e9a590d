//! The assessments that come with the program: the files of `assessments/`, embedded.

/// An assessment as its files are.
#[derive(Debug)]
pub struct Bundled {
    /// Its id.
    pub id: &'static str,
    /// The text of the definition.
    pub toml: &'static str,
    /// The language and text of each translation.
    pub translations: &'static [(&'static str, &'static str)],
}

/// The assessment that is meant when none is named.
pub const DEFAULT: &str = "cx-maturity";

/// An assessment in English with a translation into Japanese.
macro_rules! bundled {
    ($id:literal) => {
        Bundled {
            id: $id,
            toml: include_str!(concat!("../../assessments/", $id, ".toml")),
            translations: &[("ja", include_str!(concat!("../../assessments/", $id, ".ja.toml")))],
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

#[cfg(test)]
impl Bundled {
    /// The definition in each of its languages, its own first.
    pub(crate) fn definitions(&self) -> Vec<super::Definition> {
        let source = |text: &str| std::sync::Arc::new(crate::diagnostic::Source::new("bundled", text));
        let mut definitions = vec![super::read(&source(self.toml)).0.unwrap()];
        for (_, text) in self.translations {
            definitions.push(super::translate(&definitions[0], &source(text)).0.unwrap());
        }
        definitions
    }
}
