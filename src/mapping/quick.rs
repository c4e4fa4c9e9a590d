//! What cells say that were read before: by their bytes, without folding or copying.
//!
//! It knows only what [`super::Cells::read`] has said of the same bytes, and is silent on all others.

use crate::answers::{Code, UNKNOWN};

/// How many lists of texts a question has, and how many texts each list at most.
const LISTS: usize = 64;
const MAX_TEXTS: usize = 16;
/// The longest text that is remembered.
const MAX_TEXT: usize = 4_096;

/// Answers by the bytes of a cell, for one question.
#[derive(Clone, Debug)]
pub(crate) struct Quick {
    /// By the only byte of a cell; [`UNKNOWN`] for what may end one.
    pub(crate) byte: [Code; 256],
    empty: Code,
    /// By the length of the cell, whose lowest digits name the list.
    texts: Vec<Vec<(Box<[u8]>, Code)>>,
    /// Those of at least eight bytes without a quote or a line end, which can be told before the end of the cell is found.
    long: Vec<Long>,
    delimiter: u8,
}

/// A text of at least eight bytes.
#[derive(Clone, Debug)]
struct Long {
    first: [u8; 8],
    rest: Box<[u8]>,
    /// It needs no quotes around it.
    bare: bool,
    code: Code,
}

impl Quick {
    /// Of cells with one byte or none.
    pub(crate) fn new(mut byte: [Code; 256], empty: Code, delimiter: u8) -> Self {
        byte[usize::from(delimiter)] = UNKNOWN;
        Self { byte, empty, texts: vec![Vec::new(); LISTS], long: Vec::new(), delimiter }
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

    /// The code and the length of a long text that `bytes` begin with, if what `ends` it follows it.
    #[inline(always)]
    pub(crate) fn long(&self, bytes: &[u8], quoted: bool, ends: impl Fn(u8) -> bool) -> Option<(Code, usize)> {
        let (first, behind) = bytes.split_first_chunk()?;
        self.long.iter().filter(|long| long.first == *first && (quoted || long.bare)).find_map(|long| {
            let end = *behind.strip_prefix(&*long.rest)?.first()?;
            ends(end).then_some((long.code, first.len() + long.rest.len()))
        })
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
        if let Some((first, rest)) = cell.split_first_chunk()
            && self.long.len() < MAX_TEXTS
            && memchr::memchr3(b'"', b'\n', b'\r', cell).is_none()
        {
            self.long.push(Long { first: *first, rest: rest.into(), bare: !cell.contains(&self.delimiter), code });
        }
    }

    /// All that is remembered of more than one byte.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&[u8], Code)> {
        self.texts.iter().flatten().map(|(text, code)| (&**text, *code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_told_by_its_beginning_and_what_follows() {
        let mut quick = Quick::new([UNKNOWN; 256], UNKNOWN, b',');
        for (text, code) in [("Every week", 1), ("Every week, or more", 2), ("Every day", 3), ("5\" or longer", 4)] {
            quick.remember(text.as_bytes(), code);
        }
        let long = |text: &str| match text.strip_prefix('"') {
            Some(text) => quick.long(text.as_bytes(), true, |end| end == b'"'),
            None => quick.long(text.as_bytes(), false, |end| end == b','),
        };
        assert_eq!(long("Every week,"), Some((1, 10)));
        assert_eq!(long("\"Every week\""), Some((1, 10)));
        assert_eq!(long("\"Every week, or more\""), Some((2, 19)));
        assert_eq!(long("\"Every week,\""), None);
        assert_eq!(long("Every weekend,"), None);
        assert_eq!(long("Every day"), None);
        assert_eq!(long("5\" or longer,"), None);
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
