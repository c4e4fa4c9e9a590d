//! Telling the cells of a row apart the careful way.

use super::{Cutter, EMPTY, Meaning, NOTHING, Reader};

impl Reader<'_> {
    /// Tells the cells of the record apart, and remembers them.
    pub(super) fn careful(&mut self) {
        self.beyond.clear();
        let Cutter { codes, quick, .. } = &mut self.cutter;
        let parts = self.columns.list.iter().filter(|column| column.is_part);
        parts.filter_map(|column| column.meaning.question()).for_each(|question| codes[question] = EMPTY);
        for (at, (column, cell)) in self.columns.list.iter().zip(self.record.fields()).enumerate() {
            let Meaning::Question(question, _) = column.meaning else { continue };
            if cell.is_empty() {
                codes[question] = if column.is_part { codes[question] } else { EMPTY };
                continue;
            }
            let text = std::str::from_utf8(cell).expect("the row is UTF-8, and its cells are cut at ASCII");
            let sight = self.cells.sight(question, text);
            let Some(code) = self.tallies[question].code(sight) else {
                codes[question] = NOTHING;
                self.beyond.push((question, sight));
                continue;
            };
            codes[question] = code;
            // Rows that begin with a word for figures are looked at each.
            if at > 0 || !self.judge.is_word(cell) {
                quick[question].remember(cell, codes[question]);
            }
        }
    }
}
