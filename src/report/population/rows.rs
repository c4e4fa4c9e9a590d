//! What workers make of rows for each form of results.

use super::layout::Layout;
use super::{csv, json};
use crate::batch::{Cell, Encoder, OwnedRow, Row};
use crate::definition::Definition;
use crate::population::Organisation;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    Lines,
    /// The items of an array of JSON, each behind a comma and on a line.
    Items,
    /// The rows themselves, so many of a block.
    Typed(usize),
    /// Nothing: only the summary is wanted.
    Nothing,
}

/// What stands before each of [`Form::Items`], of which the first needs no comma.
pub const ITEM: &str = ",\n    ";

/// Makes rows of results what their form wants.
#[derive(Debug)]
pub struct RowEncoder<'a> {
    pub definition: &'a Definition,
    pub layout: &'a Layout,
    pub form: Form,
}

/// The rows of a block: as text, or themselves.
#[derive(Debug, Default)]
pub struct Rows {
    /// As text, where the form is one.
    pub text: Vec<u8>,
    /// Themselves, where the form wants them.
    pub typed: Vec<OwnedRow>,
}

impl Encoder for RowEncoder<'_> {
    type Block = Rows;

    fn clear(block: &mut Rows) {
        block.text.clear();
        block.typed.clear();
    }

    #[inline]
    fn row<'a>(&self, block: &mut Rows, row: Row<'_, impl Iterator<Item = Cell<'a>>>) {
        match self.form {
            Form::Csv => csv::row(self.layout, &mut block.text, row),
            Form::Lines => {
                json::row(self.definition, self.layout, &mut block.text, row);
                block.text.push(b'\n');
            }
            Form::Items => {
                block.text.extend_from_slice(ITEM.as_bytes());
                json::row(self.definition, self.layout, &mut block.text, row);
            }
            Form::Typed(most) if block.typed.len() < most => block.typed.push(row.into()),
            Form::Typed(_) | Form::Nothing => {}
        }
    }
}

impl RowEncoder<'_> {
    /// Adds the row of an organisation.
    pub fn organisation(&self, rows: &mut Rows, organisation: &Organisation) {
        let metadata = std::iter::once(Cell::Any(organisation.name.as_bytes()));
        let Organisation { scored, actions, .. } = organisation;
        self.row(rows, Row { metadata, organisation: Some(organisation), scored, actions });
    }
}
