//! The fields of a row, found the quick way: where they are, and nothing copied that need not be.

/// Where a cell of metadata is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// In the worker's own memory and not in the block.
    copied: bool,
}

impl Span {
    /// A cell in the block.
    pub(crate) fn bare(start: usize, end: usize) -> Self {
        Self { start, end, copied: false }
    }

    /// A cell in the worker's own memory.
    pub(crate) fn copied(start: usize, end: usize) -> Self {
        Self { start, end, copied: true }
    }

    /// The cell, in the block with these `bytes` or in the worker's memory.
    pub(crate) fn text<'b>(self, copied: &'b [u8], bytes: &'b [u8]) -> &'b [u8] {
        if self.copied { &copied[self.start..self.end] } else { &bytes[self.start..self.end] }
    }
}

/// A field found the quick way.
pub(crate) struct Field {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The place of what ends it.
    pub(crate) next: usize,
    /// It has two quotes for one.
    pub(crate) escaped: bool,
}

impl Field {
    /// The field at `at`; none where it has no end in `bytes`, or a quote that takes a closer look.
    #[inline]
    pub(crate) fn find(bytes: &[u8], at: usize, delimiter: u8, stops: &[bool; 256]) -> Option<Self> {
        if bytes.get(at) == Some(&b'"') {
            let start = at + 1;
            let mut end = start;
            let mut escaped = false;
            loop {
                end += memchr::memchr(b'"', &bytes[end..])?;
                if bytes.get(end + 1) != Some(&b'"') {
                    break;
                }
                escaped = true;
                end += 2;
            }
            let next = end + 1;
            let ends = bytes.get(next).is_some_and(|byte| stops[usize::from(*byte)]);
            return ends.then_some(Self { start, end, next, escaped });
        }
        let next = at + end_of_bare(&bytes[at..], delimiter, stops)?;
        (bytes[next] != b'"').then_some(Self { start: at, end: next, next, escaped: false })
    }

    /// Where its text is: copied where it is written otherwise than it reads.
    #[inline]
    pub(crate) fn span(&self, bytes: &[u8], copied: &mut Vec<u8>) -> Span {
        if !self.escaped {
            return Span::bare(self.start, self.end);
        }
        let start = copied.len();
        let mut rest = &bytes[self.start..self.end];
        while let Some(quote) = memchr::memchr(b'"', rest) {
            copied.extend_from_slice(&rest[..=quote]);
            rest = rest.get(quote + 2..).expect("a quote within quotes is one of two");
        }
        copied.extend_from_slice(rest);
        Span::copied(start, copied.len())
    }
}

/// Where a field without quotes ends: at the first byte of `stops`, which are the delimiter, line ends and the quote.
#[inline]
fn end_of_bare(bytes: &[u8], delimiter: u8, stops: &[bool; 256]) -> Option<usize> {
    // Most cells are short; for the others it pays to look for several bytes at once.
    const SHORT: usize = 16;
    let start = &bytes[..bytes.len().min(SHORT)];
    if let Some(end) = start.iter().position(|byte| stops[usize::from(*byte)]) {
        return Some(end);
    }
    let rest = &bytes[start.len()..];
    let end = memchr::memchr3(delimiter, b'\n', b'"', rest)?;
    Some(start.len() + memchr::memchr(b'\r', &rest[..end]).unwrap_or(end))
}
