//! The files that a new assessment starts from: small, complete, and without findings. It only makes the texts; writing
//! the files is for others.

use crate::words::{Lang, scaffold as words};

/// What the files call the assessment until it has an id of its own.
const PLACEHOLDER: &str = "my-assessment";

/// The text of a definition with this id in the language with this tag; where the program has none in it, it says so and has
/// English texts to be replaced.
pub fn definition(id: &str, language: &str) -> String {
    let text = words::definition(Lang::from_tag(language)).replace(PLACEHOLDER, id);
    let written = language_of(&text);
    if language == written {
        return text;
    }
    let note = if language.starts_with(written) { "" } else { "           # the texts below are English: write yours" };
    text.replacen(&line(written), &(line(language) + note), 1)
}

/// The text of its translation from the language with this tag into another; none into its own.
pub fn translation(id: &str, from: &str, into: Lang) -> Option<String> {
    if from == into.tag() {
        return None;
    }
    let text = words::translation(into);
    let made_from = if into == Lang::EN { Lang::JA } else { Lang::EN };
    let text = if Lang::from_tag(from) == made_from { text.to_owned() } else { unrecorded(text) };
    Some(text.replacen(&line(language_of(&text)), &line(into.tag()), 1).replace(PLACEHOLDER, id))
}

/// The line that says the language of a file.
fn line(tag: &str) -> String {
    format!("language = \"{tag}\"")
}

/// The language in which a file is written.
fn language_of(text: &str) -> &str {
    let tag = text.lines().find_map(|line| line.strip_prefix("language = \"")?.strip_suffix('"'));
    tag.expect("the files say their language")
}

/// A translation of texts that are yet to be written: what it was made from is not recorded, nor said at its head.
fn unrecorded(text: &str) -> String {
    let is_kept = |line: &&str| !line.starts_with("of = ") && !line.starts_with('#');
    let lines: Vec<&str> = text.lines().filter(is_kept).collect();
    lines.join("\n").trim_start().to_owned() + "\n"
}
