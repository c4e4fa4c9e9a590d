//! The files that a new assessment starts from: small, complete, and without findings. It only makes the texts; writing
//! the files is for others.

use crate::text::Lang;

/// What the files call the assessment until it has an id of its own.
const PLACEHOLDER: &str = "my-assessment";

/// The text of a definition with this id in the language with this tag; where the program does not speak it, it says so and has
/// English texts to be replaced.
pub fn definition(id: &str, language: &str) -> String {
    let spoken = Lang::from_tag(language);
    let text = match spoken {
        Lang::En => include_str!("scaffold/en.toml"),
        Lang::Ja => include_str!("scaffold/ja.toml"),
    };
    let text = text.replace(PLACEHOLDER, id);
    if language == spoken.tag() {
        return text;
    }
    let line = |tag: &str| format!("language = \"{tag}\"");
    let note =
        if language.starts_with(spoken.tag()) { "" } else { "           # the texts below are English: write yours" };
    text.replacen(&line(spoken.tag()), &(line(language) + note), 1)
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
