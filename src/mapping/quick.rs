//! What cells say that were read before: by their bytes, without folding or copying.
//!
//! It knows only what [`super::Cells::read`] has said of the same bytes, and is silent on all others.

use crate::answers::{Code, UNKNOWN};

/// How many lists of texts a question has, and how many texts each list at most.
const LISTS: usize = 64;
const MAX_TEXTS: usize = 16;
/// The longest text that is remembered.
const MAX_TEXT: usize = 4_096;
/// How many chains texts stand in as they are written, by their first eight bytes.
const CHAINS: usize = 32;

/// Answers by the bytes of a cell, for one question.
#[derive(Clone, Debug)]
pub(crate) struct Quick {
    /// By the only byte of a cell; [`UNKNOWN`] for what may end one.
    pub(crate) byte: [Code; 256],
    empty: Code,
    /// By the length of the cell, whose lowest digits name the list.
    texts: Vec<Vec<(Box<[u8]>, Code)>>,
    /// The same as they are written, bare and in quotes, which can be told before the end of the cell is found.
    written: Vec<Written>,
    /// For each chain, the place of its first text, from 1; else 0.
    chains: [u8; CHAINS],
    delimiter: u8,
}

/// A cell as it stands in a row, with the delimiter behind it: at least eight bytes.
#[derive(Clone, Debug)]
struct Written {
    first: [u8; 8],
    rest: Box<[u8]>,
    code: Code,
    /// The next of its chain, as chains name their first.
    next: u8,
}

impl Quick {
    /// Of cells with one byte or none.
    pub(crate) fn new(mut byte: [Code; 256], empty: Code, delimiter: u8) -> Self {
        byte[usize::from(delimiter)] = UNKNOWN;
        let (texts, written, chains) = (vec![Vec::new(); LISTS], Vec::new(), [0; CHAINS]);
        Self { byte, empty, texts, written, chains, delimiter }
    }

    /// The code of a cell; [`UNKNOWN`] where nothing is remembered.
    #[inline]
    pub(crate) fn code(&self, cell: &[u8]) -> Code {
        match cell {
            [] => self.empty,
            [byte] => self.byte[usize::from(*byte)],
            _ => {
                let found = self.texts[cell.len() % LISTS].iter().find(|(text, _)| **text == *cell);
                found.map_or(UNKNOWN, |(_, code)| *code)
            }
        }
    }

    /// The code of the cell that `row` begins with and how long it is with the delimiter behind it, if it is known as it is
    /// written.
    #[inline(always)]
    pub(crate) fn written(&self, row: &[u8]) -> Option<(Code, usize)> {
        let (first, behind) = row.split_first_chunk()?;
        let mut next = self.chains[chain(*first)];
        while let Some(text) = self.written.get(usize::from(next).wrapping_sub(1)) {
            if text.first == *first && behind.starts_with(&text.rest) {
                return Some((text.code, first.len() + text.rest.len()));
            }
            next = text.next;
        }
        None
    }

    /// Remembers what a cell says.
    pub(crate) fn remember(&mut self, cell: &[u8], code: Code) {
        if let [byte] = *cell {
            // What may end a cell is none.
            let ends = byte.is_ascii_control() || byte == b'"' || byte == self.delimiter;
            if byte.is_ascii() && !ends {
                self.byte[usize::from(byte)] = code;
            }
            return;
        }
        let list = &mut self.texts[cell.len() % LISTS];
        let fits = (2..=MAX_TEXT).contains(&cell.len()) && list.len() < MAX_TEXTS;
        if code == UNKNOWN || !fits || list.iter().any(|(text, _)| **text == *cell) {
            return;
        }
        list.push((cell.into(), code));
        if memchr::memchr3(b'"', b'\n', b'\r', cell).is_none() {
            if !cell.contains(&self.delimiter) {
                self.write(&[cell, &[self.delimiter]].concat(), code);
            }
            self.write(&[b"\"", cell, &[b'"', self.delimiter]].concat(), code);
        }
    }

    fn write(&mut self, row: &[u8], code: Code) {
        let Some((first, rest)) = row.split_first_chunk().filter(|_| self.written.len() < 2 * MAX_TEXTS) else {
            return;
        };
        let chain = &mut self.chains[chain(*first)];
        self.written.push(Written { first: *first, rest: rest.into(), code, next: *chain });
        *chain = u8::try_from(self.written.len()).expect("there are few");
    }

    /// All that is remembered of more than one byte.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&[u8], Code)> {
        self.texts.iter().flatten().map(|(text, code)| (&**text, *code))
    }
}

/// The chain of what begins so.
#[inline]
fn chain(first: [u8; 8]) -> usize {
    let mixed = u64::from_le_bytes(first).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> (u64::BITS - CHAINS.ilog2())).expect("it has few bits")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_told_as_it_is_written() {
        let mut quick = Quick::new([UNKNOWN; 256], UNKNOWN, b',');
        for (text, code) in [("Every week", 1), ("Every week, or more", 2), ("Every day", 3), ("5\" or longer", 4)] {
            quick.remember(text.as_bytes(), code);
        }
        let written = |text: &str| quick.written(text.as_bytes());
        assert_eq!(written("Every week,"), Some((1, 11)));
        assert_eq!(written("\"Every week\",x"), Some((1, 13)));
        assert_eq!(written("\"Every week, or more\","), Some((2, 22)));
        assert_eq!(written("Every week, or more,"), Some((1, 11)));
        for unknown in ["\"Every week,\"", "Every weekend,", "Every day", "\"Every day\"\n", "5\" or longer,"] {
            assert_eq!(written(unknown), None, "{unknown}");
        }
        assert_eq!(quick.code(b"5\" or longer"), 4);
    }

    #[test]
    fn what_may_end_a_cell_is_never_remembered() {
        let mut quick = Quick::new([UNKNOWN; 256], UNKNOWN, b';');
        (0..=u8::MAX).for_each(|byte| quick.remember(&[byte], 1));
        for byte in 0..=u8::MAX {
            let is_known = matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b';');
            assert_eq!(quick.code(&[byte]) == 1, is_known, "{byte}");
        }
    }
}
