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

impl Record {
    pub(crate) fn of_field(content: Vec<u8>) -> Self {
        Self { ends: vec![content.len()], content, unclosed: false }
    }

    /// Reads the record at `at`, which is no empty line, and gives the place behind it.
    pub(crate) fn read(&mut self, bytes: &[u8], at: usize, delimiter: u8) -> usize {
        self.content.clear();
        self.ends.clear();
        self.unclosed = false;
        let mut at = at;
        loop {
            if bytes.get(at) == Some(&b'"') {
                at = self.quoted(bytes, at + 1);
            }
            // Behind a closing quote too, what stands there is taken as it is.
            let rest = &bytes[at..];
            let bare = &rest[..memchr::memchr3(delimiter, b'\n', b'\r', rest).unwrap_or(rest.len())];
            self.content.extend_from_slice(bare);
            self.ends.push(self.content.len());
            at += bare.len();
            match bytes[at..] {
                [] => return at,
                [byte, ..] if byte == delimiter => at += 1,
                [b'\r', b'\n', ..] => return at + 2,
                [..] => return at + 1,
            }
        }
    }

    /// Takes what stands in quotes from `at`, and gives the place behind them.
    fn quoted(&mut self, bytes: &[u8], mut at: usize) -> usize {
        loop {
            let rest = &bytes[at..];
            let Some(quote) = memchr::memchr(b'"', rest) else {
                self.content.extend_from_slice(rest);
                self.unclosed = true;
                return bytes.len();
            };
            self.content.extend_from_slice(&rest[..quote]);
            at += quote + 1;
            if bytes.get(at) != Some(&b'"') {
                return at;
            }
            self.content.push(b'"');
            at += 1;
        }
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

/// How many fields a row has at least in which delimiters tell that others stand in it.
const WIDE: usize = 8;

/// Whether a row of so many fields may have others in a field, since a quote was opened by mistake: what stands in quotes has line
/// breaks, and for each of them as many delimiters as a row; or more follows on the quote that closes it.
pub(crate) fn swallows_rows(row: &[u8], delimiter: u8, fields: usize) -> bool {
    let mut at = 0;
    loop {
        if row.get(at) == Some(&b'"') {
            let begin = at + 1;
            let end = behind_quotes(row, begin);
            let inner = &row[begin..end];
            let returns = memchr::memchr_iter(b'\r', inner).filter(|at| inner.get(at + 1) != Some(&b'\n')).count();
            let breaks = memchr::memchr_iter(b'\n', inner).count() + returns;
            let goes_on = row.get(end).is_some_and(|byte| *byte != delimiter && !matches!(byte, b'\n' | b'\r'));
            let delimiters = || memchr::memchr_iter(delimiter, inner).count();
            if breaks > 0 && (goes_on || (fields >= WIDE && delimiters() == breaks * (fields - 1))) {
                return true;
            }
            at = end;
        }
        match memchr::memchr(delimiter, &row[at..]) {
            Some(next) => at += next + 1,
            None => return false,
        }
    }
}

/// The place behind the quote that closes those opened before `at`.
fn behind_quotes(bytes: &[u8], mut at: usize) -> usize {
    while let Some(quote) = memchr::memchr(b'"', &bytes[at..]) {
        at += quote + 1;
        if bytes.get(at) != Some(&b'"') {
            return at;
        }
        at += 1;
    }
    bytes.len()
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

    proptest::proptest! {
        #[test]
        fn records_are_those_of_the_csv_crate(text in "[ab,\"\n\r]{0,40}") {
            let csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<Vec<u8>>> =
                csv.into_byte_records().map(|of| of.unwrap().iter().map(<[u8]>::to_vec).collect()).collect();
            let (mut found, mut record, mut at) = (Vec::new(), Record::default(), 0);
            loop {
                (at, _) = skip_empty_lines(text.as_bytes(), at);
                if at == text.len() {
                    break;
                }
                at = record.read(text.as_bytes(), at, b',');
                found.push(record.fields().map(<[u8]>::to_vec).collect::<Vec<_>>());
            }
            proptest::prop_assert_eq!(found, expected);
        }
    }
}
