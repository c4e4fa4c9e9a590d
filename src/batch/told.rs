//! What the cells of a row tell of facts. Organisations tell the same few things, so each text is read once.

use std::collections::HashMap;

use crate::definition::{Definition, Profile};
use crate::mapping::{BadRow, Cells, Columns, Meaning};

/// The most texts of a column that are remembered.
const MAX_TEXTS: usize = 10_000;

#[derive(Debug)]
pub(super) struct Told<'a> {
    definition: &'a Definition,
    cells: &'a Cells,
    columns: Vec<FactColumn>,
    /// What the row tells.
    pub(super) profile: Profile,
}

/// A column that tells a fact, or of one option of it whether it holds.
#[derive(Debug)]
struct FactColumn {
    fact: usize,
    option: Option<usize>,
    /// Its place among the metadata.
    place: usize,
    /// The same of the table, where nobody has said what it is: it may be somebody's own.
    own: Option<usize>,
    /// What each text tells that was read.
    known: HashMap<Vec<u8>, Tells>,
}

#[derive(Debug)]
struct Tells {
    options: Vec<usize>,
    /// Their ids, with a semicolon between.
    ids: Vec<u8>,
}

impl<'a> Told<'a> {
    pub(super) fn new(definition: &'a Definition, cells: &'a Cells, columns: &Columns) -> Self {
        let carried = columns.list.iter().enumerate().filter(|(_, column)| column.is_carried()).enumerate();
        let columns = carried.filter_map(|(place, (at, column))| {
            let own = Some(at).filter(|_| !column.mapped);
            let of = |fact, option| Some(FactColumn { fact, option, place, own, known: HashMap::new() });
            match column.meaning {
                Meaning::Fact(fact, _) => of(fact, None),
                Meaning::FactOption(fact, option) => of(fact, Some(option)),
                Meaning::Question(..) | Meaning::QuestionOption(..) | Meaning::Metadata => None,
            }
        });
        Self { definition, cells, columns: columns.collect(), profile: Profile::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Reads a row, of which `cell` gives the metadata by place; else says why it tells nothing.
    pub(super) fn read<'r>(&mut self, cell: impl Fn(usize) -> &'r [u8]) -> Result<(), BadRow> {
        self.columns.iter().for_each(|column| self.profile.forget(column.fact));
        for column in &mut self.columns {
            let text = cell(column.place);
            if !column.known.contains_key(text) {
                if column.known.len() >= MAX_TEXTS {
                    column.known.clear();
                }
                let words = String::from_utf8_lossy(text);
                let options = match column.option {
                    None => self.cells.read_fact(column.fact, &words),
                    Some(option) => self.cells.read_fact_option(column.fact, option, &words),
                };
                let options = options.map_err(|reason| BadRow { reason, strange: true, own: column.own })?;
                let fact = &self.definition.profile[column.fact];
                let ids: Vec<&str> = options.iter().map(|option| fact.options[*option].id.as_str()).collect();
                let ids = ids.join(";").into_bytes();
                column.known.insert(text.to_vec(), Tells { options, ids });
            }
            column.known[text].options.iter().for_each(|option| self.profile.tell(column.fact, *option));
        }
        let mut of_options = self.columns.iter().filter(|column| column.option.is_some());
        let only = |column: &FactColumn| self.cells.only_one(column.fact, &self.profile);
        of_options.try_for_each(only).map_err(|reason| BadRow { reason, strange: true, own: None })
    }

    /// What the metadata at `place` is summed up by, of a row that was read: whatever the spelling, the same options are one.
    pub(super) fn value<'r>(&'r self, place: usize, text: &'r [u8]) -> &'r [u8] {
        let column = self.columns.iter().find(|column| column.place == place);
        column.and_then(|column| column.known.get(text)).map_or(text, |tells| &tells.ids)
    }
}
