//! A row that could not be turned into CSV, on its way through CSV: a mark, the reason, and the original.

/// The first character of such a row. It stands in no row that anybody means.
pub(crate) const MARK: char = '\u{1}';

/// Writes a refused row.
pub(crate) fn write(out: &mut Vec<u8>, reason: &str, original: &[u8]) {
    out.extend_from_slice(MARK.encode_utf8(&mut [0; 4]).as_bytes());
    out.push(b',');
    quote(out, reason.as_bytes());
    out.push(b',');
    quote(out, String::from_utf8_lossy(original).trim_end().as_bytes());
    out.push(b'\n');
}

/// Whether `row` is perhaps a refused one.
pub(crate) fn begins(row: &[u8]) -> bool {
    row.first().is_some_and(|byte| char::from(*byte) == MARK)
}

/// Writes a cell of CSV as it is, in quotes where it needs them.
pub(crate) fn quote(out: &mut Vec<u8>, text: &[u8]) {
    if text.is_empty() || text.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r') || *byte < b' ') {
        out.push(b'"');
        for byte in text {
            if *byte == b'"' {
                out.push(b'"');
            }
            out.push(*byte);
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(text);
    }
}
