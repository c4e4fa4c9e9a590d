//! One record of CSV, by the letter: the reference that everything faster must equal.
//!
//! Quotes are understood as spreadsheets and the `csv` crate do: a field that begins with a quote ends at the next lone
//! one; a quote anywhere else is a character like any other. `\n`, `\r\n` and `\r` end a record; empty lines are none.

/// The fields of one record. Made once and filled again and again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    content: Vec<u8>,
    /// Where each field ends in `content`.
    ends: Vec<usize>,
    /// Whether the input ended within quotes.
    pub(crate) unclosed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quote within quotes: it was the end, or the first of two.
    Quote,
}

impl Record {
    pub(crate) fn of_field(content: Vec<u8>) -> Self {
        Self { ends: vec![content.len()], content, unclosed: false }
    }

    /// Reads the record at `at`, which is no empty line, and gives the place behind it.
    pub(crate) fn read(&mut self, bytes: &[u8], at: usize, delimiter: u8) -> usize {
        self.content.clear();
        self.ends.clear();
        self.unclosed = false;
        let mut state = State::Start;
        for (at, &byte) in bytes.iter().enumerate().skip(at) {
            match state {
                State::Quoted if byte == b'"' => state = State::Quote,
                State::Quoted => self.content.push(byte),
                State::Start if byte == b'"' => state = State::Quoted,
                State::Quote if byte == b'"' => {
                    self.content.push(byte);
                    state = State::Quoted;
                }
                _ if byte == delimiter => {
                    self.ends.push(self.content.len());
                    state = State::Start;
                }
                _ if byte == b'\n' || byte == b'\r' => {
                    self.ends.push(self.content.len());
                    let pair = byte == b'\r' && bytes.get(at + 1) == Some(&b'\n');
                    return at + 1 + usize::from(pair);
                }
                _ => {
                    self.content.push(byte);
                    state = State::Plain;
                }
            }
        }
        self.unclosed = state == State::Quoted;
        self.ends.push(self.content.len());
        bytes.len()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The field at `at`, unquoted; empty where there is none.
    pub(crate) fn field(&self, at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or(self.content.len()) };
        let end = self.ends.get(at).copied().unwrap_or(self.content.len());
        &self.content[start..end]
    }

    /// All fields, unquoted.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|at| self.field(at))
    }
}

/// Passes over empty lines from `at`, and gives the place of the next record and how many there were.
pub(crate) fn skip_empty_lines(bytes: &[u8], mut at: usize) -> (usize, u64) {
    let mut lines = 0;
    loop {
        match bytes.get(at) {
            Some(b'\n') => at += 1,
            Some(b'\r') => at += 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
            _ => return (at, lines),
        }
        lines += 1;
    }
}

/// Writes a cell such that [`Record::read`] gives it back, with commas between cells.
pub(crate) fn write_field(out: &mut Vec<u8>, text: &[u8]) {
    // An empty cell that is alone in its row is no empty line.
    if !text.is_empty() && !text.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return out.extend_from_slice(text);
    }
    out.push(b'"');
    for part in text.split_inclusive(|byte| *byte == b'"') {
        out.extend_from_slice(part);
        if part.ends_with(b"\"") {
            out.push(b'"');
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, usize, bool) {
        let mut record = Record::default();
        let end = record.read(text.as_bytes(), 0, b',');
        (record.fields().map(|field| String::from_utf8_lossy(field).into_owned()).collect(), end, record.unclosed)
    }

    #[test]
    fn quotes_count_only_at_the_start_of_a_field() {
        let fields = |text: &str| read(text).0;
        assert_eq!(fields("a,\"b,\"\"c\"\"\nd\",e\nf"), ["a", "b,\"c\"\nd", "e"]);
        assert_eq!(fields("5\" pipe,\"a\"b\"c\", \"x\n"), ["5\" pipe", "ab\"c\"", " \"x"]);
        assert_eq!(fields("\"\",\r\n"), ["", ""]);
        assert_eq!(read("a,\"b\n"), (vec!["a".to_owned(), "b\n".to_owned()], 5, true));
    }
}
