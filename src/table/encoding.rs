//! Text in other encodings as UTF-8, as it is read.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, SHIFT_JIS, UTF_16BE, UTF_16LE};

const BLOCK: usize = 64 << 10;

/// Gives UTF-8 for the text that it reads. What cannot be decoded becomes U+FFFD, which answers no question.
pub struct Decoded<R> {
    reader: R,
    decoder: Decoder,
    input: Vec<u8>,
    /// What is decoded, and how much of it was given already.
    output: String,
    given: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    /// Decodes what `reader` gives.
    pub fn new(reader: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder();
        Self { reader, decoder, input: vec![0; BLOCK], output: String::new(), given: 0, ended: false }
    }

    fn decode(&mut self) -> io::Result<()> {
        let read = self.reader.read(&mut self.input)?;
        self.ended = read == 0;
        self.output.clear();
        self.given = 0;
        self.output.reserve(self.decoder.max_utf8_buffer_length(read).unwrap_or(4 * BLOCK));
        let _ = self.decoder.decode_to_string(&self.input[..read], &mut self.output, self.ended);
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.output.len() && !self.ended {
            self.decode()?;
        }
        let rest = &self.output.as_bytes()[self.given..];
        let length = buffer.len().min(rest.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}

/// The encoding of this name, such as `shift_jis`.
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.trim().as_bytes())
}

/// The encoding that a byte order mark tells, other than UTF-8.
pub fn marked(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
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

    fn decoded(bytes: &[u8], name: &str) -> String {
        let mut text = String::new();
        Decoded::new(bytes, encoding(name).unwrap()).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn text_is_decoded_across_blocks() {
        let japanese = "回答者,満足度\n山田,３\n".repeat(20_000);
        let (bytes, _, _) = SHIFT_JIS.encode(&japanese);
        assert_eq!(decoded(&bytes, "shift_jis"), japanese);
        assert_eq!(probable(&bytes), "shift_jis");
        let utf16: Vec<u8> = "\u{feff}a\tü\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&utf16, marked(&utf16).unwrap().name()), "a\tü\n");
        assert_eq!(decoded(b"caf\xe9", "latin1"), "café");
        assert_eq!(probable(b"caf\xe9"), "windows-1252");
        assert!(encoding("klingon").is_none());
    }
}
