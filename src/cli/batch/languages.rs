//! An assessment in all its languages: headers and cells may be in any of them.

use anyhow::Result;

use crate::cli::input;
use crate::definition::{self, Definition};

/// The definition that `name` means as it is written, and each of its translations.
pub(super) fn read(name: &str) -> Result<Vec<Definition>> {
    let files = input::files(name)?;
    let mut languages = vec![input::usable(definition::read(&files.base))?];
    for (_, translation) in &files.translations {
        languages.push(input::usable(definition::translate(&languages[0], translation))?);
    }
    Ok(languages)
}
