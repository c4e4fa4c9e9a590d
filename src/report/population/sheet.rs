//! Rows of results as the cells of a spreadsheet: what is a number stays one, and all else is text.

use super::layout::{Cells, Layout};
use crate::batch::OwnedRow;
use crate::exact::Score;
use crate::table::xlsx::Cell;

impl Cells for Vec<Cell<'_>> {
    fn id(&mut self, id: &[u8]) {
        self.push(Cell::Text(String::from_utf8_lossy(id).into_owned().into()));
    }

    fn score(&mut self, score: Option<Score>) {
        self.push(score.map_or(Cell::Empty, |score| Cell::Number(f64::from(score.tenths()) / 10.0)));
    }

    fn number(&mut self, number: usize) {
        self.push(Cell::Number(f64::from(
            u32::try_from(number).expect("it counts criteria, questions or rows of a sheet"),
        )));
    }

    fn coefficient(&mut self, coefficient: f64) {
        self.push(Cell::Number((coefficient * 100.0).round() / 100.0));
    }

    fn empty(&mut self) {
        self.push(Cell::Empty);
    }
}

impl Layout {
    pub fn cells<'a>(&self, row: &'a OwnedRow) -> Vec<Cell<'a>> {
        let mut cells: Vec<Cell<'a>> = row.metadata.iter().map(|text| Cell::Text(text.as_str().into())).collect();
        if let Some(figures) = row.merged {
            Self::put_figures(&mut cells, figures);
        }
        self.put_results(&mut cells, &row.scored, &row.actions);
        cells
    }
}
