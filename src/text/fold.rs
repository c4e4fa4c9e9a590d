//! Texts as they are compared, whatever their case, width and spaces, and whatever program wrote or converted them.

use super::markup::one_line;

/// `text` as it is compared: NFKC, lower case, one character for those that look alike, white space trimmed and folded.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    if text.is_ascii() {
        return one_line(text.to_ascii_lowercase());
    }
    let together = || text.chars().map(alike).nfkc().flat_map(char::to_lowercase).collect::<String>();
    one_line(each_alone(text).unwrap_or_else(together))
}

/// A text of which each character is folded whatever stands beside it; none where one is not.
fn each_alone(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        folded.push(alone(c)?);
    }
    Some(folded)
}

/// What becomes of a character, where that is one and whatever stands beside it: so it is of most in English and Japanese.
fn alone(c: char) -> Option<char> {
    match alike(c) {
        c @ '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        '\u{3000}' => Some(' '),
        c @ ('\u{2018}'..='\u{201f}'
        | '、'..='〃'
        | '〈'..='】'
        | 'ぁ'..='ゖ'
        | 'ァ'..='ヾ'
        | '\u{4e00}'..='\u{9fff}') => Some(c),
        c @ '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).map(|c| c.to_ascii_lowercase()),
        _ => None,
    }
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
    fn what_becomes_of_a_character_alone_becomes_of_it_anywhere() {
        use unicode_normalization::UnicodeNormalization as _;
        use unicode_normalization::char::decompose_canonical;

        let mut count = 0;
        for c in '\0'..=char::MAX {
            if let Some(alone) = alone(c) {
                let folded: String = [alike(c)].into_iter().nfkc().flat_map(char::to_lowercase).collect();
                assert_eq!(folded, alone.to_string(), "{c:?}");
                count += 1;
            }
            // With none of them is anything put together that stands before it.
            let mut parts = Vec::new();
            decompose_canonical(c, |part| parts.push(part));
            assert!(parts.iter().skip(1).all(|part| alone(*part).is_none()), "{c:?}");
        }
        assert!(count > 21_000, "{count}");
    }

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
