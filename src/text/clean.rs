//! Text from files made safe to print: without characters that a terminal might obey.
//!
//! Which those are stands in one table, for whoever looks at characters and for whoever looks at bytes.

use std::borrow::Cow;

/// The first and the last of all that is unsafe, in order: what Unicode calls a control or a format character, a separator of
/// lines or paragraphs, or what is to be ignored though it is no character yet. Not so the joiners of letters and emoji, which
/// say how words are written, and the signs of Arabic and Syriac that stand around numbers and are seen.
const UNSAFE: [(u32, u32); 16] = [
    (0x0, 0x1f),
    (0x7f, 0x9f),
    (0xad, 0xad),
    (0x61c, 0x61c),
    (0x180e, 0x180e),
    (0x200b, 0x200b),
    (0x200e, 0x200f),
    (0x2028, 0x202e),
    (0x2060, 0x206f),
    (0xfeff, 0xfeff),
    (0xfff0, 0xfffb),
    (0x13430, 0x1343f),
    (0x1bca0, 0x1bca3),
    (0x1d173, 0x1d17a),
    (0xe0000, 0xe00ff),
    (0xe01f0, 0xe0fff),
];

/// Whether a terminal might obey `c`, reorder text at it or hide it: control, bidirectional and invisible characters.
pub fn is_unsafe(c: char) -> bool {
    let c = u32::from(c);
    let behind = UNSAFE.partition_point(|(first, _)| *first <= c);
    behind.checked_sub(1).is_some_and(|at| c <= UNSAFE[at].1)
}

/// Whether an unsafe character may begin with this byte of UTF-8.
pub(crate) const fn may_begin_unsafe(byte: u8) -> bool {
    let mut at = 0;
    while at < UNSAFE.len() {
        if first_byte(UNSAFE[at].0) <= byte as u32 && byte as u32 <= first_byte(UNSAFE[at].1) {
            return true;
        }
        at += 1;
    }
    false
}

/// The first byte of a character in UTF-8.
const fn first_byte(c: u32) -> u32 {
    match c {
        0..0x80 => c,
        0x80..0x800 => 0xc0 | c >> 6,
        0x800..0x1_0000 => 0xe0 | c >> 12,
        _ => 0xf0 | c >> 18,
    }
}

/// Bytes with which no harmful character begins.
static HARMLESS: [bool; 256] = harmless();

// The number is that of a byte.
#[allow(clippy::cast_possible_truncation)]
const fn harmless() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = !may_begin_unsafe(byte as u8) || matches!(byte as u8, b'\n' | b'\t');
        byte += 1;
    }
    table
}

/// Whether there is surely no harmful character in a text, as it is of most.
pub(crate) fn is_harmless(text: &str) -> bool {
    text.bytes().all(|byte| HARMLESS[usize::from(byte)])
}

/// `text` without characters that a terminal might obey; line breaks and tabs stay.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_harmless(text) {
        return Cow::Borrowed(text);
    }
    let harmful = harmful_in(text);
    if text.contains(&harmful) {
        return Cow::Owned(text.replace("\r\n", "\n").replace(&harmful, "\u{fffd}"));
    }
    Cow::Borrowed(text)
}

/// Whether a character is taken from `text` where it is cleaned. Marks of direction stay in a text that is written from right
/// to left, which needs them at its edges; they turn nothing round.
pub fn harmful_in(text: &str) -> impl Fn(char) -> bool + use<> {
    let leftward = text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && !is_unsafe(c)
    });
    move |c| {
        is_unsafe(c) && !matches!(c, '\n' | '\t') && !(leftward && matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}'))
    }
}

#[cfg(test)]
mod tests {
    use regex_syntax::hir::{Class, HirKind};

    use super::*;

    #[test]
    fn what_is_unsafe_is_what_unicode_says() {
        let unsafe_class = r"[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}[\p{Default_Ignorable_Code_Point}&&\p{Cn}]]--[\p{Prepended_Concatenation_Mark}\x{200c}\x{200d}]]";
        let parsed = regex_syntax::parse(unsafe_class).unwrap();
        let HirKind::Class(Class::Unicode(class)) = parsed.kind() else { panic!("{parsed:?}") };
        let ranges: Vec<(u32, u32)> = class.ranges().iter().map(|of| (of.start().into(), of.end().into())).collect();
        assert_eq!(
            UNSAFE.map(|(first, last)| format!("{first:x}-{last:x}")).join(" "),
            ranges.iter().map(|(first, last)| format!("{first:x}-{last:x}")).collect::<Vec<_>>().join(" ")
        );
    }

    #[test]
    fn no_unsafe_character_begins_with_a_byte_that_none_may_begin_with() {
        for c in '\0'..=char::MAX {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(!is_unsafe(c) || may_begin_unsafe(first), "{c:?}");
        }
        let letters = "aZ0-Ünñ応対アЖ";
        assert!(
            letters.bytes().all(|byte| !may_begin_unsafe(byte) || byte >= 0x80),
            "plain letters take no closer look"
        );
        assert!(!"応対アЖñ".chars().any(|c| may_begin_unsafe(c.encode_utf8(&mut [0; 4]).as_bytes()[0])));
    }
}
