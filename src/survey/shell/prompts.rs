//! What is said around the question screen, in every language: the questions before and after it, and plain mode.

use std::io;
use std::path::Path;

use crate::words::Lang;

pub(super) use crate::words::survey_prompts::*;

/// That a file cannot be written, and why, in words for everybody; in the system's own where there are none.
pub(super) fn cannot_save_for(lang: Lang, path: &Path, error: &io::Error) -> String {
    let text = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => disk_full,
        io::ErrorKind::PermissionDenied => not_allowed,
        io::ErrorKind::ReadOnlyFilesystem => read_only,
        io::ErrorKind::NotFound => no_folder,
        io::ErrorKind::ResourceBusy => taken,
        io::ErrorKind::IsADirectory => is_folder,
        io::ErrorKind::NotADirectory => not_a_folder,
        _ => return cannot_save(lang, path.display(), &crate::text::system(error)),
    };
    cannot_save(lang, path.display(), text(lang))
}
