//! Which parts of a workbook say something of rows and cells, seen while their bytes go by.

use std::io::{self, Write};

use super::usual::Usual;

/// What stands in a sheet that says any of it, and the longest of these.
const SIGNS: [&[u8]; 4] = [b"hidden=", b"ht=\"0\"", b"mergeCell", b"strike"];
const LONGEST: usize = 9;
/// What stands below the rows of a sheet that has rules or texts for whoever fills it in, and how much is kept of that.
const TELLING: &[u8] = b"dataValidation ";
const TAIL: usize = 64 << 10;

/// Takes the bytes of a part, and sees whether it says any of it.
#[derive(Debug, Default)]
pub(super) struct Watch {
    last: Vec<u8>,
    /// How many bytes went by.
    pub(super) taken: u64,
    pub(super) found: bool,
    /// The last of it.
    tail: Vec<u8>,
    /// Whether its rows are as usual, where that is asked.
    usual: Option<Usual>,
}

impl Watch {
    /// Of a part that is perhaps so large that its rows have to be as usual.
    pub(super) fn of(is_large: bool) -> Self {
        Self { usual: is_large.then(Usual::default), ..Self::default() }
    }

    /// Whether its rows are surely as usual.
    pub(super) fn is_usual(&self) -> bool {
        self.usual.as_ref().is_some_and(Usual::holds)
    }

    /// What stands below the rows of a sheet, if it is not long.
    pub(super) fn below(&self) -> Option<&[u8]> {
        let rows = b"</sheetData>";
        let below = memchr::memmem::rfind(&self.tail, rows).map_or(0, |end| end + rows.len());
        let below = &self.tail[below..];
        memchr::memmem::find(below, TELLING).map(|_| below)
    }
}

impl Write for Watch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.taken += bytes.len() as u64;
        let has = |bytes: &[u8]| SIGNS.iter().any(|sign| memchr::memmem::find(bytes, sign).is_some());
        if !self.found {
            self.last.extend(&bytes[..bytes.len().min(LONGEST)]);
            self.found = has(&self.last) || has(bytes);
            self.last.extend(&bytes[bytes.len().min(LONGEST)..]);
            self.last.drain(..self.last.len().saturating_sub(LONGEST));
        }
        self.usual.iter_mut().for_each(|usual| usual.take(bytes));
        if self.tail.len() + bytes.len() > 2 * TAIL {
            self.tail.drain(..self.tail.len().saturating_sub(TAIL));
        }
        self.tail.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_found_wherever_pieces_end() {
        for cut in 0..30 {
            let mut watch = Watch::default();
            let (one, other) = b"<row r=\"1\" hidden=\"1\"><c/></row>".split_at(cut);
            for piece in [one, other] {
                watch.write_all(piece).unwrap();
            }
            assert!(watch.found, "{cut}");
        }
        let mut watch = Watch::default();
        b"<mergeCell".chunks(1).for_each(|byte| watch.write_all(byte).unwrap());
        assert!(watch.found);
    }
}
