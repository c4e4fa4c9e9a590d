//! What the name of a file can hold of a text.

use unicode_normalization::UnicodeNormalization as _;

/// How many bytes of a text a name holds, so that it stays a name with what stands around it.
const MOST: usize = 90;

/// The letters and digits of `text` in any script, with a hyphen for all that stands between them.
pub fn in_file_name(text: &str) -> String {
    let text: String = text.nfc().collect();
    let mut name = String::new();
    for word in text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    while name.len() > MOST {
        name.pop();
    }
    name.trim_end_matches('-').to_owned()
}
