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

/// The text of its translation from the language with this tag into another; none into its own.
pub fn translation(id: &str, from: &str, into: Lang) -> Option<String> {
    let text = match (Lang::from_tag(from), into) {
        _ if from == into.tag() => return None,
        (Lang::En, Lang::Ja) => include_str!("scaffold/en.ja.toml").to_owned(),
        (Lang::Ja, Lang::En) => include_str!("scaffold/ja.en.toml").to_owned(),
        (Lang::En, Lang::En) => unrecorded(include_str!("scaffold/ja.en.toml")),
        (Lang::Ja, Lang::Ja) => unrecorded(include_str!("scaffold/en.ja.toml")),
    };
    Some(text.replace(PLACEHOLDER, id))
}

/// A translation of texts that are yet to be written: what it was made from is not recorded, nor said at its head.
fn unrecorded(text: &str) -> String {
    let is_kept = |line: &&str| !line.starts_with("of = ") && !line.starts_with('#');
    let lines: Vec<&str> = text.lines().filter(is_kept).collect();
    lines.join("\n").trim_start().to_owned() + "\n"
}
