//! The metadata that a sheet asks for, by the keys that results show.

use crate::report::words;
use crate::words::Lang;

/// In the order in which it is asked for.
pub(crate) const METADATA: [&str; 3] = ["organisation", "respondent", "date"];

/// How one of them is asked for.
pub(crate) fn label(lang: Lang, key: &str) -> &str {
    if key == "respondent" { words::your_name(lang) } else { words::metadata_key(lang, key) }
}
