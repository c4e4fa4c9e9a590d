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

/// A name as it is compared where a disk makes no difference between letters of either case, or ways to write the same letter.
pub fn folded_file_name(name: &str) -> String {
    // Upper case first, for letters that only it makes the same.
    name.nfd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_a_disk_may_take_for_one_are_folded_alike() {
        let same = |one: &str, other: &str| folded_file_name(one) == folded_file_name(other);
        for (one, other) in
            [("A.csv", "a.CSV"), ("\u{c9}t\u{e9}.md", "e\u{301}te\u{301}.MD"), ("ſ", "S"), ("ガ", "カ\u{3099}")]
        {
            assert!(same(one, other), "{one} {other}");
        }
        assert!(!same("a.csv", "b.csv") && !same("か", "カ") && !same("a b", "a-b"));
    }
}
