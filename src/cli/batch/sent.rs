//! The forms of an assessment as spreadsheets, as they are sent: what comes back is held against them.

use crate::definition::Definition;
use crate::report::words;
use crate::table::xlsx::{Head, SheetRows, Wanted, sheets_to_csv};
use crate::template;
use crate::words::Lang;

/// A form as it is sent, of which each line says what it asks.
#[derive(Debug)]
pub(super) struct Sent {
    pub(super) sheet: SheetRows,
}

impl Sent {
    /// In each language, with the words of each of the program's.
    pub(super) fn all(languages: &[Definition]) -> Vec<Self> {
        let sheet = |(definition, lang): (&Definition, Lang)| {
            let bytes = template::xlsx(definition, lang).ok()?;
            let tables = sheets_to_csv(bytes, Wanted::Named(words::answers_sheet(lang)), |_| Head::default()).ok()?;
            tables.read.into_iter().next()
        };
        let all = languages.iter().flat_map(|definition| Lang::ALL.iter().map(move |lang| (definition, *lang)));
        all.filter_map(sheet).map(|sheet| Self { sheet }).collect()
    }
}
