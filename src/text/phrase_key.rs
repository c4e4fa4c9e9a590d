//! How the weights of BudouX are found: by keys of one to three characters or their classes, in a table that is made when the
//! program is built. It is used there too.

/// How many places the table has: about twice as many as there are weights.
pub(crate) const SLOTS: usize = 1_024;

/// The key of one to three characters, or their classes, of which the first stands at this one of six places.
pub(crate) fn key(from: usize, classes: bool, of: &[u16]) -> u64 {
    let head = (from as u64) << 1 | u64::from(classes);
    of.iter().fold(head, |key, one| key << 16 | u64::from(*one)) << (16 * (3 - of.len())) | (of.len() as u64) << 60
}

/// Where in the table it is looked for first.
pub(crate) fn slot(key: u64) -> usize {
    usize::try_from(key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54).unwrap_or_default()
}

/// A character as a key has it; those that the weights do not know are all one.
pub(crate) fn unit(c: char) -> u16 {
    u16::try_from(u32::from(c)).unwrap_or(u16::MAX)
}

/// The number of the class of a character, of those that the weights know; 0 of any other.
pub(crate) fn class(c: char) -> u16 {
    match c {
        '\u{2000}'..='\u{206f}' => 1,
        '\u{2600}'..='\u{26ff}' => 2,
        '\u{3000}'..='\u{303f}' => 3,
        '\u{3040}'..='\u{309f}' => 4,
        '\u{30a0}'..='\u{30ff}' => 5,
        '\u{4e00}'..='\u{9fff}' => 6,
        '\u{ff00}'..='\u{ffef}' => 7,
        _ => 0,
    }
}
