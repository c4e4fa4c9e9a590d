//! The language of the process, for what belongs to no product with a language of its own.

use std::sync::OnceLock;

use super::lang::Lang;

static HERE: OnceLock<Lang> = OnceLock::new();

/// The language of errors, findings and notes: what the program was told at its start; English in the library.
pub fn here() -> Lang {
    HERE.get().copied().unwrap_or_default()
}

/// Has the process speak `lang`, once and for all. For the program alone.
#[cfg(feature = "cli")]
pub(crate) fn speak(lang: Lang) {
    // Whoever comes second is not heard.
    let _ = HERE.set(lang);
}
