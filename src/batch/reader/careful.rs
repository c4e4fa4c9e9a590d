//! Telling the cells of a row apart the careful way.

use super::{Cutter, EMPTY, Heading, Meaning, NOTHING, Place, Reader, is_version, whole};

impl Reader<'_> {
    /// Counts the row at `at`, which takes a closer look, and gives the place of the next.
    pub(super) fn other_row(
        &mut self,
        bytes: &[u8],
        at: usize,
        place: Place,
        version: Option<(usize, usize)>,
    ) -> usize {
        let next = self.record.read(bytes, at, self.delimiter);
        let cell = |at: usize| self.record.field(self.judge.carried[at]);
        // It may stand under the first question, too.
        let may_be = self.judge.may_be_figures((0..self.judge.carried.len()).map(cell))
            || self.judge.is_word(self.record.field(0));
        self.figures = may_be && self.sight.figures(place, &self.record);
        if self.figures {
            return next;
        }
        if !self.record.unclosed && self.judged && self.sight.row(place, cell) {
            return next;
        }
        // Headings are passed over however many they are, as they are near the head.
        if self.judge.may_name(&self.record) {
            let heading = self.judge.heading(&self.record, true);
            if heading != Heading::No {
                self.heading(heading, place);
                return next;
            }
        }
        if whole(&self.record, &bytes[at..next], self.columns).is_err() {
            return next;
        }
        self.versions |= version.is_some_and(|(column, _)| is_version(self.record.field(column)));
        self.read_record(place);
        self.answers = self.judge.answers(&self.record);
        next
    }

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
