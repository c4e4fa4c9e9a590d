//! The files that a new assessment starts from: small, complete, and without findings. It only makes the texts; writing
//! the files is for others.

use crate::text::Lang;

/// What the files call the assessment until it has an id of its own.
const PLACEHOLDER: &str = "my-assessment";

/// The text of a definition with this id, in one of the program's languages.
pub fn definition(id: &str, language: Lang) -> String {
    let text = match language {
        Lang::En => include_str!("scaffold/en.toml"),
        Lang::Ja => include_str!("scaffold/ja.toml"),
    };
    text.replace(PLACEHOLDER, id)
}

/// The text of its translation from one language into the other; none into its own.
pub fn translation(id: &str, from: Lang, into: Lang) -> Option<String> {
    let text = match (from, into) {
        (Lang::En, Lang::Ja) => include_str!("scaffold/en.ja.toml"),
        (Lang::Ja, Lang::En) => include_str!("scaffold/ja.en.toml"),
        (Lang::En, Lang::En) | (Lang::Ja, Lang::Ja) => return None,
    };
    Some(text.replace(PLACEHOLDER, id))
}
