//! Texts as they are compared, whatever their case, width and spaces.

/// `text` as it is compared: NFKC, lower case, white space trimmed and folded.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
