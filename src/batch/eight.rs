//! Eight bytes at a time: what stands in them is told by arithmetic on one word, without a branch a byte.

/// The bits of a byte that say which digit it is.
const DIGIT_BITS: u8 = 0x0f;

/// Eight times the same byte.
pub(super) const fn every(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte.
const HIGH: u64 = every(0x80);

/// The highest bit of each byte that is below a minus, as are ends of lines, quotes, most delimiters and all that
/// may begin a formula; is the delimiter; or is a control character or no ASCII. What is borrowed and carried
/// from byte to byte blurs only those behind the first.
#[inline(always)]
pub(super) fn stops(word: u64, high_delimiter: u64) -> u64 {
    let stops = word.wrapping_sub(every(b'-'))
        | (word ^ high_delimiter).wrapping_sub(every(1))
        | word.wrapping_add(every(1))
        | word;
    stops & HIGH
}

/// Eight bytes.
#[inline(always)]
pub(super) fn eight(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|eight| u64::from_le_bytes(*eight))
}

/// The first of eight bytes.
#[inline(always)]
pub(super) fn first(word: u64) -> u8 {
    word.to_le_bytes()[0]
}

/// How digits look that stand one after another: eight bytes of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern {
    /// What they are where every digit is a zero.
    zeros: u64,
    /// The bits in which they do not differ, and what sets some of these where a digit is above a nine.
    others: u64,
    above: u64,
}

impl Pattern {
    /// Of cells whose digit is a zero.
    pub(super) fn new<const N: usize>(cell: [u8; N]) -> Self {
        let zeros: [u8; 8] = std::array::from_fn(|at| cell[at % N]);
        let of_digits = |bits: u8| u64::from_le_bytes(zeros.map(|byte| if byte == b'0' { bits } else { 0 }));
        Self { zeros: u64::from_le_bytes(zeros), others: !of_digits(DIGIT_BITS), above: of_digits(DIGIT_BITS - 9) }
    }

    /// The digits that are left of these bits of eight bytes; none where they look otherwise.
    #[inline(always)]
    pub(super) fn left(&self, word: u64, bits: u64) -> Option<u64> {
        // Of what looks otherwise, more than digits is left.
        let left = (word ^ self.zeros) & bits;
        ((left | left.wrapping_add(self.above)) & self.others == 0).then_some(left)
    }
}
