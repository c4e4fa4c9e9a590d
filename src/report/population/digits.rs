//! Scores, numbers and texts as bytes: what CSV and JSON share, and quick.

use std::borrow::Cow;

use crate::exact::Score;
use crate::text::{clean, may_begin_unsafe};

/// Every score in tenths as text with a comma behind it; the last byte is its length.
pub(super) static TENTHS: [[u8; 8]; 1_001] = tenths();

const fn tenths() -> [[u8; 8]; 1_001] {
    const DIGITS: &[u8; 10] = b"0123456789";
    let mut table = [[0; 8]; 1_001];
    let mut at = 0;
    while at <= 1_000 {
        let mut text = [0; 8];
        let mut length = 0;
        if at == 1_000 {
            text[length] = b'1';
            length += 1;
        }
        if at >= 100 {
            text[length] = DIGITS[at / 100 % 10];
            length += 1;
        }
        text[length] = DIGITS[at / 10 % 10];
        text[length + 1] = b'.';
        text[length + 2] = DIGITS[at % 10];
        text[length + 3] = b',';
        text[7] = [4, 5, 6][length];
        table[at] = text;
        at += 1;
    }
    table
}

/// Writes a score without a comma.
pub(super) fn score(out: &mut Vec<u8>, score: Score) {
    let text = &TENTHS[usize::from(score.tenths())];
    out.extend_from_slice(&text[..usize::from(text[7]) - 1]);
}

/// A score in tenths as it is shown.
pub(super) fn shown(tenths: u16) -> String {
    Score::from_tenths(tenths).expect("what was scored or summed up is no more than full").to_string()
}

pub(super) fn number(out: &mut Vec<u8>, number: usize) {
    if number >= 10 {
        self::number(out, number / 10);
    }
    out.push(b"0123456789"[number % 10]);
}

/// Bytes that need a closer look: of CSV, and the first of characters that are unsafe, or begin a formula in full width.
pub(super) static SPECIAL: [bool; 256] = special();

// The number is that of a byte.
#[allow(clippy::cast_possible_truncation)]
const fn special() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let first = byte as u8;
        table[byte] = may_begin_unsafe(first) || matches!(first, b'"' | b',' | b'\\' | 0xef);
        byte += 1;
    }
    table
}

/// Text without characters that a terminal might obey.
pub(super) fn cleaned(text: &[u8]) -> String {
    let text: Cow<'_, str> = String::from_utf8_lossy(text);
    clean(&text).into_owned()
}
