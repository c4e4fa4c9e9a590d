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

/// Every bundled assessment, the default first.
pub const BUNDLED: &[Bundled] = &[Bundled {
    id: "cx-maturity",
    toml: include_str!("../../assessments/cx-maturity.toml"),
    translations: &[("ja", include_str!("../../assessments/cx-maturity.ja.toml"))],
}];

/// The bundled assessment with this id.
pub fn find(id: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|bundled| bundled.id == id)
}
