//! Text in other encodings as UTF-8, as it is read.

use std::io::Read;

use encoding_rs::{Encoding, SHIFT_JIS};
use encoding_rs_io::DecodeReaderBytesBuilder;

const BLOCK: usize = 64 << 10;

/// Gives UTF-8 for the text in `encoding`, or in the one that a byte order mark tells: what cannot be decoded becomes
/// U+FFFD, which answers no question. Without either, bytes stay as they are, and whoever reads them finds those that are
/// not UTF-8.
pub fn decoded<R: Read>(reader: R, encoding: Option<&'static Encoding>) -> impl Read + use<R> {
    let mut builder = DecodeReaderBytesBuilder::new();
    builder.encoding(encoding).bom_override(true).utf8_passthru(encoding.is_none());
    builder.build_with_buffer(reader, vec![0; BLOCK]).expect("the buffer holds a character")
}

/// The encoding of this name, such as `shift_jis`.
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.trim().as_bytes())
}

/// The name of the encoding that these bytes, which are not UTF-8, are probably in.
pub fn probable(bytes: &[u8]) -> &'static str {
    match SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')) => {
            "shift_jis"
        }
        _ => "windows-1252",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], name: Option<&str>) -> Vec<u8> {
        let mut text = Vec::new();
        decoded(bytes, name.map(|name| encoding(name).unwrap())).read_to_end(&mut text).unwrap();
        text
    }

    #[test]
    fn text_is_decoded_across_blocks() {
        let japanese = "回答者,満足度\n山田,３\n".repeat(20_000);
        let (bytes, _, _) = SHIFT_JIS.encode(&japanese);
        assert_eq!(read(&bytes, Some("shift_jis")), japanese.as_bytes());
        assert_eq!(probable(&bytes), "shift_jis");
        let utf16: Vec<u8> = "\u{feff}a\tü\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!([None, Some("latin1")].map(|name| read(&utf16, name)), ["a\tü\n".as_bytes(); 2]);
        assert_eq!(read(b"caf\xe9", Some("latin1")), "café".as_bytes());
        assert_eq!(read(b"\xef\xbb\xbfa\xe9", None), b"\xef\xbb\xbfa\xe9");
        assert_eq!(read(b"\x83\x65\x83", Some("shift_jis")), "テ\u{fffd}".as_bytes());
        assert_eq!(probable(b"caf\xe9"), "windows-1252");
        assert!(encoding("klingon").is_none());
    }
}
