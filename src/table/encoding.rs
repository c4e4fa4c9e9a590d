//! Text in other encodings as UTF-8, as it is read; and which encoding that of an input is, or may be.
//!
//! Nothing becomes U+FFFD: what cannot be decoded becomes a byte that is no UTF-8 either, so that whoever reads the text
//! finds it in its row.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::text::fold;

const BLOCK: usize = 64 << 10;
/// What stands in the place of what cannot be decoded: in no UTF-8 there is this byte.
const UNDECODABLE: u8 = 0xff;
/// What an input in no Unicode may be in. Others have to be named.
const PROPOSED: [&Encoding; 6] = [SHIFT_JIS, EUC_JP, ISO_2022_JP, WINDOWS_1252, UTF_16LE, UTF_16BE];

/// Names of programs and people for encodings that the standard of the web calls otherwise, without what parts their words.
const NAMES: [(&str, &str); 26] = [
    ("ansi", "windows-1252"),
    ("cp10000", "macintosh"),
    ("cp20932", "euc-jp"),
    ("cp50220", "iso-2022-jp"),
    ("cp51932", "euc-jp"),
    ("cp65001", "utf-8"),
    ("cp932", "shift_jis"),
    ("cp936", "gbk"),
    ("cp943", "shift_jis"),
    ("cp950", "big5"),
    ("eucjp", "euc-jp"),
    ("eucjpms", "euc-jp"),
    ("jis", "iso-2022-jp"),
    ("latin9", "iso-8859-15"),
    ("macroman", "macintosh"),
    ("mskanji", "shift_jis"),
    ("shiftjis", "shift_jis"),
    ("sjiswin", "shift_jis"),
    ("uhc", "euc-kr"),
    ("ujis", "euc-jp"),
    ("utf16", "utf-16le"),
    ("utf16le", "utf-16le"),
    ("utf16be", "utf-16be"),
    ("utf8bom", "utf-8"),
    ("utf8sig", "utf-8"),
    ("シフトjis", "shift_jis"),
];

/// The encoding of this name, such as `shift_jis`, `CP932` or `Latin 1`.
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    let known = |label: &str| Encoding::for_label_no_replacement(label.as_bytes());
    let plain: String = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
    let named = || NAMES.iter().find(|(name, _)| *name == plain).and_then(|(_, label)| known(label));
    // `cp1252` and `iso8859-15` are known without, `CP 874` and `windows1251` with what parts the words.
    let page = || known(&format!("windows-{}", plain.strip_prefix("cp").or(plain.strip_prefix("windows"))?));
    let latin = || known(&format!("iso-8859-{}", plain.strip_prefix("iso8859")?));
    let parted = || ["-", "_"].iter().find_map(|part| known(&name.trim().replace([' ', '-', '_'], part)));
    known(name).or_else(named).or_else(page).or_else(latin).or_else(|| known(&plain)).or_else(parted)
}

/// The encoding that a byte order mark tells.
pub fn marked(head: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(head).map(|(encoding, _)| encoding)
}

/// The encodings that these bytes, with which an input begins, can be text in, each with how well it fits, the best first.
/// `matches` says how many columns of a text are known.
pub fn fitting(head: &[u8], matches: impl Fn(&[u8]) -> usize) -> Vec<(&'static Encoding, usize)> {
    let fits = |encoding: &&'static Encoding| {
        let text = decode(head, encoding)?;
        let wide = *encoding == UTF_16LE || *encoding == UTF_16BE;
        let escaped = *encoding == ISO_2022_JP || (wide && head.contains(&0x1b));
        // A text has no control characters; and with these go bytes that the others do not have.
        if text.contains(|c: char| c.is_control() && !c.is_whitespace())
            || wide != head.contains(&0)
            || escaped != head.contains(&0x1b)
        {
            return None;
        }
        let kana = text.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30ff}')).count();
        Some((*encoding, matches(text.as_bytes()), kana))
    };
    let mut fitting: Vec<_> = PROPOSED.iter().filter_map(fits).collect();
    let best = fitting.iter().map(|(_, matches, kana)| (*matches, *kana > 0)).max();
    // What matches less, or is no Japanese where that of another is, is not what was meant.
    fitting.retain(|(_, matches, kana)| Some((*matches, *kana > 0)) == best);
    fitting.into_iter().map(|(encoding, matches, _)| (encoding, matches)).collect()
}

/// The text of `head`, which may end within a character; none where it is not in `encoding`.
fn decode(head: &[u8], encoding: &'static Encoding) -> Option<String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(head.len())?);
    let (result, _) = decoder.decode_to_string_without_replacement(head, &mut text, false);
    (result == DecoderResult::InputEmpty).then_some(text)
}

/// Whether bytes are UTF-8. Quickest where they are ASCII.
pub(crate) fn is_utf8(bytes: &[u8]) -> bool {
    bytes.is_ascii() || std::str::from_utf8(bytes).is_ok()
}

/// Whether most lines of `head` that have more than ASCII are not UTF-8, so that it is in another encoding; else they are
/// rows that are damaged. The last line may be cut off.
pub fn is_other(head: &[u8]) -> bool {
    let lines = head.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
    let (mut good, mut bad) = (0, 0);
    for line in lines {
        match std::str::from_utf8(line) {
            Err(error) if error.error_len().is_some() || line.ends_with(b"\n") => bad += 1,
            _ => good += 1,
        }
    }
    // This one has only ASCII, in which its escapes stand for the rest.
    bad > good || memchr::memmem::find(head, b"\x1b$").is_some()
}

/// A text in some encoding as UTF-8.
#[derive(Debug)]
pub struct Decoded<R> {
    reader: R,
    /// None where it is UTF-8 already, or shall be taken for it.
    decoder: Option<Decoder>,
    /// What was read and not decoded yet.
    raw: Vec<u8>,
    /// What was decoded and not given yet.
    text: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    /// The text that `reader` has in `encoding`, whatever its byte order mark says.
    pub fn new(reader: R, encoding: &'static Encoding) -> Self {
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_with_bom_removal());
        Self { reader, decoder, raw: Vec::new(), text: Vec::new(), given: 0, ended: false }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else { return self.reader.read(buffer) };
        while self.given == self.text.len() && !self.ended {
            self.raw.resize(BLOCK, 0);
            let read = self.reader.read(&mut self.raw)?;
            self.ended = read == 0;
            self.given = 0;
            self.text.clear();
            decode_on(decoder, &self.raw[..read], self.ended, &mut self.text);
        }
        let length = buffer.len().min(self.text.len() - self.given);
        buffer[..length].copy_from_slice(&self.text[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}

/// Adds what the next bytes say to `text`; `last` if no others follow.
fn decode_on(decoder: &mut Decoder, mut raw: &[u8], last: bool, text: &mut Vec<u8>) {
    loop {
        let room = decoder.max_utf8_buffer_length_without_replacement(raw.len()).expect("a block is small");
        let filled = text.len();
        text.resize(filled + room, 0);
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(raw, &mut text[filled..], last);
        text.truncate(filled + written);
        raw = &raw[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => text.push(UNDECODABLE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], encoding: &'static Encoding) -> Vec<u8> {
        let mut text = Vec::new();
        Decoded::new(bytes, encoding).read_to_end(&mut text).unwrap();
        text
    }

    #[test]
    fn text_is_decoded_across_blocks() {
        let japanese = "回答者,満足度\n山田,３\n".repeat(20_000);
        let (bytes, _, _) = SHIFT_JIS.encode(&japanese);
        assert_eq!(read(&bytes, SHIFT_JIS), japanese.as_bytes());
        let utf16: Vec<u8> = "\u{feff}a\tü\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(marked(&utf16), Some(UTF_16LE));
        assert_eq!(read(&utf16, UTF_16LE), "a\tü\n".as_bytes());
        assert_eq!(read(b"caf\xe9", WINDOWS_1252), "café".as_bytes());
    }

    #[test]
    fn what_cannot_be_decoded_is_no_text_behind_it() {
        assert_eq!(read(b"\x83\x65\x83", SHIFT_JIS), ["テ".as_bytes(), &[UNDECODABLE]].concat());
        assert_eq!(read(b"a\x83\n,3", SHIFT_JIS), b"a\xff\n,3");
        assert_eq!(read(b"a\0b", UTF_16LE), b"a\xff");
        assert_eq!(read(b"\xef\xbb\xbfa\xe9", UTF_8), b"\xef\xbb\xbfa\xe9");
    }

    #[test]
    fn encodings_have_the_names_that_people_use() {
        let named = |names: &[&str], expected: &'static Encoding| {
            names.iter().for_each(|name| assert_eq!(encoding(name), Some(expected), "{name}"));
        };
        let sjis = [
            "cp932",
            "CP-932",
            "ms932",
            "Windows-31J",
            "sjis",
            "SJIS-win",
            "Shift_JIS",
            "shift jis",
            "ShiftJIS",
            "シフトJIS",
            "ｼﾌﾄJIS",
        ];
        named(&sjis, SHIFT_JIS);
        named(
            &["latin1", "Latin-1", "latin 1", "ISO-8859-1", "iso8859-1", "cp1252", "ansi", "windows1252"],
            WINDOWS_1252,
        );
        named(&["mac", "Mac Roman", "macintosh", "x-mac-roman"], encoding_rs::MACINTOSH);
        named(&["UTF-16", "utf16", "utf16le", "UTF-16 LE", "unicode"], UTF_16LE);
        named(&["utf8", "UTF-8", "utf-8-sig", "UTF-8 BOM"], UTF_8);
        named(&["EUC-JP", "eucjp", "euc_jp", "ujis"], EUC_JP);
        named(&["cp949", "windows-949"], encoding_rs::EUC_KR);
        named(&["latin9", "ISO8859_15"], encoding_rs::ISO_8859_15);
        for unknown in ["klingon", "", "utf-32", "cp437", "hz-gb-2312", "9", "新JIS"] {
            assert_eq!(encoding(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn what_an_input_may_be_in_is_found_by_what_it_then_says() {
        let text = "回答者,研修はありますか\nやまだ,いいえ\n";
        let names = |head: &[u8], wanted: &str| -> Vec<&str> {
            let matches = |text: &[u8]| usize::from(String::from_utf8_lossy(text).contains(wanted));
            fitting(head, matches).into_iter().map(|(encoding, _)| encoding.name()).collect()
        };
        for encoding in [SHIFT_JIS, EUC_JP, ISO_2022_JP] {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(names(&bytes, "研修"), [encoding.name()]);
            assert_eq!(names(&bytes, "none of it"), [encoding.name()], "it is Japanese");
        }
        assert_eq!(names(b"Qu\xe9 capacitaci\xf3n\n", "capacitaci"), ["windows-1252"]);
        // Kanji without kana, and letters with marks before others.
        assert_eq!(names(b"ann\xe9es\n", "x"), ["Shift_JIS", "windows-1252"]);
        assert_eq!(names(b"ann\xe9es\n", "é"), ["windows-1252"]);
        for (encoding, bytes) in [("UTF-16LE", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("UTF-16BE", u16::to_be_bytes)]
        {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
            assert_eq!(names(&bytes, "研修"), [encoding]);
        }
        assert!(names(b"a\x81,b", "a").is_empty());
    }

    #[test]
    fn a_damaged_row_makes_no_other_encoding() {
        assert!(is_other(b"who,a\ncaf\xe9,1\n"));
        assert!(!is_other("回答者\nや".as_bytes()) && !is_other(&"回答者\nや".as_bytes()[..12]));
        assert!(!is_other("née,a\ncaf\u{e9},1\n".as_bytes()));
        assert!(!is_other(&[b"n\xc3\xa9e,a\n".as_slice(), b"caf\xe9,1\n"].concat()));
        assert!(!is_other(b"a,b\n1,2\n"));
    }
}
