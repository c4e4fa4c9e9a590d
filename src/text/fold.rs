//! Texts as they are compared, whatever their case, width and spaces, and whatever program wrote or converted them.

/// `text` as it is compared: NFKC, lower case, one character for those that look alike, white space trimmed and folded.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let folded: String = match text.is_ascii() {
        true => text.to_ascii_lowercase(),
        false => text.chars().map(alike).nfkc().flat_map(char::to_lowercase).collect(),
    };
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One character for those that converters take for each other, and for the dashes, of which programs choose one.
///
/// Shift_JIS has one wave dash, one minus and one overline, which the tables of Microsoft, Apple and JIS make different
/// characters of, and where some have a backslash and a tilde, others have the yen sign and the overline.
fn alike(c: char) -> char {
    match c {
        '\u{301c}' | '\u{ff5e}' | '\u{223c}' | '\u{203e}' | '\u{ffe3}' | '\u{af}' => '~',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2225}' => '\u{2016}',
        '\u{a5}' | '\u{ffe5}' | '\u{ff3c}' => '\\',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_converters_take_for_each_other_is_the_same() {
        // Bytes of Shift_JIS, as the tables of Microsoft and of JIS read them.
        let pairs = ["〜～", "‖∥", "−－", "¢￠", "£￡", "¬￢", "—―", "¥\\", "‾~", "￣¯", "¦￤"];
        for pair in pairs {
            let [one, other] = [0, 1].map(|at| fold(&format!("a{}b", pair.chars().nth(at).unwrap())));
            assert_eq!(one, other, "{pair}");
        }
        for dash in "‐‑‒–—―−－-".chars() {
            assert_eq!(fold(&format!("10{dash}20")), "10-20", "{dash:?}");
        }
        for (one, other) in [("ー", "-"), ("一", "-"), ("〜", "-"), ("/", "\\"), ("a", "b")] {
            assert_ne!(fold(one), fold(other), "{one}");
        }
    }
}
