//! What is the same for all workers of the first pass, and made once.

use crate::answers::UNKNOWN;
use crate::mapping::passed_over::Place;
use crate::mapping::{Cells, EMPTY, NOTHING, Quick, Tally};

/// What all workers know when they begin: what the ten digits say in the column of each question.
#[derive(Clone)]
pub(in crate::batch) struct Start {
    pub(super) tallies: Vec<Tally<Place>>,
    pub(super) quick: Vec<Quick>,
    /// Whether they are themselves everywhere.
    pub(super) plain: bool,
}

impl Start {
    pub(in crate::batch) fn new(cells: &Cells, delimiter: u8) -> Self {
        let mut start = Self { tallies: vec![Tally::new(); cells.count()], quick: Vec::new(), plain: true };
        for (question, tally) in start.tallies.iter_mut().enumerate() {
            let mut byte = [UNKNOWN; 256];
            for (digit, character) in (0..NOTHING).zip('0'..='9') {
                let code = tally.code(cells.sight(question, character.encode_utf8(&mut [0; 4]))).unwrap_or(NOTHING);
                byte[character as usize] = code;
                start.plain &= code == digit;
            }
            start.quick.push(Quick::new(byte, EMPTY, delimiter));
        }
        start
    }
}
