//! The assessment that rows are answers to, and how columns and cells are matched to it.

use std::path::Path;
#[cfg(feature = "xlsx")]
use std::sync::OnceLock;

use anyhow::Result;

#[cfg(feature = "xlsx")]
use super::sent::Sent;
use crate::cli::input;
use crate::definition::Definition;
use crate::mapping::map::{Map, Meant};
use crate::mapping::passed_over::not_answered;
use crate::mapping::{Cells, Columns, Matcher, Meaning, Named, is_turned, plain};

/// An assessment, and what is found in it by headers and cells.
pub(super) struct Assessment {
    /// In each language, the first as the definition is written.
    pub(super) languages: Vec<Definition>,
    /// The place among them of the one that is wanted, or of the first.
    shown: usize,
    pub(super) matcher: Matcher,
    map: Map,
    #[cfg(feature = "xlsx")]
    sent: OnceLock<Vec<Sent>>,
}

impl Assessment {
    /// Reads the assessment of this name, to be shown in the language with this tag, and the user's map.
    pub(super) fn read(name: &str, tag: &str, map: Option<&Path>) -> Result<Self> {
        let languages = input::definitions(&input::files(name)?)?;
        let wanted = tag.split('-').next().unwrap_or(tag);
        let shown = languages.iter().position(|definition| definition.language == wanted).unwrap_or(0);
        let map = input::map(map, &languages[0])?;
        let matcher = Matcher::new(&languages, &map);
        Ok(Self {
            languages,
            shown,
            matcher,
            map,
            #[cfg(feature = "xlsx")]
            sent: OnceLock::new(),
        })
    }

    /// Its forms as spreadsheets, as they are sent.
    #[cfg(feature = "xlsx")]
    pub(super) fn sent(&self) -> &[Sent] {
        self.sent.get_or_init(|| Sent::all(&self.languages))
    }

    pub(super) fn definition(&self) -> &Definition {
        &self.languages[0]
    }

    /// In the language that is wanted.
    pub(super) fn shown(&self) -> &Definition {
        &self.languages[self.shown]
    }

    /// The text of an option of a question, in the language that is wanted.
    pub(super) fn option(&self, question: usize, option: u8) -> &str {
        let (_, question) = self.shown().question(question).expect("it is one of the definition");
        &question.options[usize::from(option)].text
    }

    /// The scale that the map names.
    pub(super) fn scale(&self) -> Option<Named> {
        self.map.scale
    }

    /// What the map says of the rows that are wanted.
    pub(super) fn conditions(&self) -> &[String] {
        &self.map.conditions
    }

    /// Whether the map says what a text means wherever it stands.
    pub(super) fn says_of(&self, text: &str) -> bool {
        let folded = plain(text);
        self.map.cells.iter().any(|(known, _)| *known == folded)
    }

    /// The first column that the map gives to a question though its header says that numbers run the other way round, where the map
    /// says nothing of its cells.
    pub(super) fn turned(&self, columns: &Columns) -> Option<(usize, &str)> {
        let mut mapped =
            columns.list.iter().enumerate().filter(|(_, column)| column.mapped && is_turned(&plain(&column.header)));
        mapped.find_map(|(at, column)| match column.meaning {
            Meaning::Question(question, _) => {
                let is_told = self.map.own_cells.iter().any(|(of, ..)| *of == question);
                (!is_told).then(|| (at, self.matcher.questions()[question].as_str()))
            }
            _ => None,
        })
    }

    /// What cells in these columns mean.
    pub(super) fn cells(&self, columns: &Columns) -> Cells {
        let mut map = self.map.clone();
        for text in not_answered(columns).map(plain) {
            if map.cells.iter().all(|(known, _)| *known != text) {
                map.cells.push((text, Meant::Unanswered));
            }
        }
        Cells::new(&self.languages, &map)
    }
}
