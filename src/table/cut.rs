//! Where to cut a block of CSV: behind its last line end outside quotes.
//!
//! There are two quick ways, each some times as quick as the other on its files, and both many times as quick as going
//! byte by byte. They check that each quote stands where quotes belong; in a block where one does not (`5" pipe`) the end
//! is found byte by byte.

/// The end of the last record that is complete in `bytes`, which begin with one.
pub(super) fn last_end(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let found = if memchr::memchr(b'"', bytes).is_none() {
        memchr::memrchr(b'\n', bytes).map(|at| at + 1)
    } else {
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        let dense = memchr::memchr_iter(b'"', sample).count() * DENSE > sample.len();
        let end = if dense { last_end_dense(bytes, delimiter) } else { last_end_sparse(bytes, delimiter) };
        end.unwrap_or_else(|Misplaced| last_end_bytewise(bytes, delimiter))
    };
    // Files from old Macs have no line feeds.
    found.or_else(|| last_end_bytewise(bytes, delimiter))
}

/// The same if each quote in `bytes` stands where quotes belong, which is not looked at: where one does not, it may be a line
/// end within quotes. Many times as quick as to look.
pub(super) fn likely_end(bytes: &[u8]) -> Option<usize> {
    let quotes = |part: &[u8]| memchr::memchr_iter(b'"', part).count();
    let mut end = memchr::memrchr(b'\n', bytes)? + 1;
    let mut open = quotes(&bytes[..end]);
    while open % 2 == 1 {
        let before = memchr::memrchr(b'\n', &bytes[..end - 1])? + 1;
        open -= quotes(&bytes[before..end]);
        end = before;
    }
    Some(end)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quote within quotes: it was the end, or the first of two.
    Quote,
}

/// The same byte by byte, as [`Record::read`](super::Record::read) reads: the reference that the others must equal.
fn last_end_bytewise(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let mut state = State::Start;
    let mut end = None;
    for (at, &byte) in bytes.iter().enumerate() {
        state = match state {
            State::Quoted if byte == b'"' => State::Quote,
            State::Quoted => State::Quoted,
            State::Start | State::Quote if byte == b'"' => State::Quoted,
            _ if byte == delimiter => State::Start,
            _ if byte == b'\n' => {
                end = Some(at + 1);
                State::Start
            }
            // Its line feed may still have to come: the end of a record only if something else follows.
            _ if byte == b'\r' => {
                if bytes.get(at + 1).is_some_and(|next| *next != b'\n') {
                    end = Some(at + 1);
                }
                State::Start
            }
            _ => State::Plain,
        };
    }
    end
}

/// How many bytes tell whether quotes are dense: one in so many.
const SAMPLE: usize = 4 << 10;
const DENSE: usize = 16;

/// A quote does not stand where it opens a field, closes one, or is one of two within quotes.
struct Misplaced;

/// The end of the last record, found from quote to quote: quick where there are few.
fn last_end_sparse(bytes: &[u8], delimiter: u8) -> Result<Option<usize>, Misplaced> {
    let boundary = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let (mut end, mut inside) = (None, false);
    let mut places = memchr::memchr2_iter(b'"', b'\n', bytes);
    while let Some(at) = places.next() {
        match (bytes[at], inside) {
            (b'\n', false) => end = Some(at + 1),
            (b'\n', true) => {}
            (_, false) if at > 0 && !boundary(bytes[at - 1]) => return Err(Misplaced),
            (_, false) => inside = true,
            (_, true) => match bytes.get(at + 1) {
                None => break,
                Some(b'"') => {
                    places.next();
                }
                Some(byte) if boundary(*byte) => inside = false,
                Some(_) => return Err(Misplaced),
            },
        }
    }
    Ok(end)
}

/// The same by the parity of quotes, on the bits of 64 bytes at a time: quick where there are many.
fn last_end_dense(bytes: &[u8], delimiter: u8) -> Result<Option<usize>, Misplaced> {
    let boundary = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let mut end = None;
    // Whether what comes next is within quotes, and whether it stands behind a closing quote; each 0 or 1.
    let (mut inside, mut closed) = (0u64, 0u64);
    for (start, chunk) in (0usize..).step_by(64).zip(bytes.chunks(64)) {
        let mut padded = [b' '; 64];
        let chunk: &[u8; 64] = match chunk.try_into() {
            Ok(chunk) => chunk,
            Err(_) => {
                padded[..chunk.len()].copy_from_slice(chunk);
                // What follows the last quote is not known yet.
                padded[chunk.len()] = b'\r';
                &padded
            }
        };
        let before = start.checked_sub(1).map(|at| bytes[at]);
        let was_quote = u64::from(before == Some(b'"'));
        let was_boundary = u64::from(before.is_none_or(boundary));
        let quotes = places(chunk, b'"');
        let feeds = places(chunk, b'\n');
        let boundaries = feeds | places(chunk, delimiter) | places(chunk, b'\r');
        let within = prefix_xor(quotes) ^ 0u64.wrapping_sub(inside);
        let (opening, closing) = (quotes & within, quotes & !within);
        let misplaced_open = opening & !(boundaries << 1 | was_boundary | quotes << 1 | was_quote);
        let behind_closing = closing << 1 | closed;
        if misplaced_open != 0 || behind_closing & !(boundaries | quotes) != 0 {
            return Err(Misplaced);
        }
        let ends = feeds & !within;
        if ends != 0 {
            end = Some(start + usize::try_from(64 - ends.leading_zeros()).expect("it is 64 at most"));
        }
        inside = within >> 63;
        closed = closing >> 63;
    }
    Ok(end)
}

/// A bit for each byte that is `wanted`, the first in the lowest.
#[inline]
fn places(bytes: &[u8; 64], wanted: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let pattern = u64::from_ne_bytes([wanted; 8]);
    let mut places = 0;
    for (at, word) in bytes.as_chunks::<8>().0.iter().enumerate() {
        let other = u64::from_le_bytes(*word) ^ pattern;
        // The highest bit of each byte that is zero, exactly.
        let zero = !(((other & LOW) + LOW) | other | LOW);
        // Multiplying gathers the eight bits in the highest byte.
        places |= ((zero >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (at * 8);
    }
    places
}

/// Each bit is the exclusive or of all bits up to it.
#[inline]
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_last_complete_record_is_found() {
        let end = |text: &str| last_end_bytewise(text.as_bytes(), b',');
        assert_eq!(end("a\nb\nc"), Some(4));
        assert_eq!(end("a\n\"b\nc"), Some(2));
        assert_eq!(end("a\rb\r"), Some(2));
        assert_eq!(end("5\"\n\"x\ny\"\n"), Some(9));
        assert_eq!(end("abc"), None);
    }

    #[test]
    fn bits_stand_where_bytes_do() {
        let mut bytes = [b'x'; 64];
        for at in [0, 1, 7, 8, 9, 31, 62, 63] {
            bytes[at] = b'"';
        }
        let expected = [0, 1, 7, 8, 9, 31, 62, 63].iter().fold(0, |bits, at| bits | 1u64 << at);
        assert_eq!(places(&bytes, b'"'), expected);
        assert_eq!(prefix_xor(0b1001_0010) & 0xff, 0b1000_1110);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn a_cut_is_where_the_reference_has_it(text in "[a,\"\n]{0,200}") {
            let bytes = text.as_bytes();
            for cut in [last_end_sparse, last_end_dense] {
                if let Ok(end) = cut(bytes, b',') {
                    // A carriage return ends a record only where there is no line feed to do so.
                    prop_assert_eq!(end, last_end_bytewise(bytes, b','));
                }
            }
            prop_assert_eq!(last_end(bytes, b','), last_end_bytewise(bytes, b','));
        }

        #[test]
        fn a_cut_of_well_formed_records_is_where_the_reference_has_it(
            fields in proptest::collection::vec(("[a,\"\n\r]{0,30}", any::<bool>()), 1..40),
        ) {
            let mut text = String::new();
            for (field, last) in fields {
                text += &format!("\"{}\"{}", field.replace('"', "\"\""), if last { "\r\n" } else { "," });
            }
            for cut in [last_end_sparse, last_end_dense] {
                let end = cut(text.as_bytes(), b',').unwrap_or_else(|Misplaced| panic!("a quote is misplaced"));
                prop_assert_eq!(end, last_end_bytewise(text.as_bytes(), b','));
            }
            if let Some(end) = likely_end(text.as_bytes()) {
                prop_assert_eq!(Some(end), last_end_bytewise(text.as_bytes(), b','));
            }
        }
    }
}
