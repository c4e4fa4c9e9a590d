//! `cxm assess --list` and `--forget`: the drafts that surveys left, and how one goes.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};

use super::error::Usage;
use super::{Global, Status, output};
use crate::survey::shell::{self, draft, drafts};
use crate::words::{cli as words, cli_commands as say, cli_files};

/// Says which drafts there are.
pub(super) fn list(global: &Global) -> Result<Status> {
    let lang = global.lang();
    let known = draft::folder().map(|folder| drafts::all(&folder)).unwrap_or_default();
    let mut text = String::new();
    for draft in &known {
        let whose = draft.organisation.as_deref().unwrap_or(words::no_organisation(lang));
        let what = match (&draft.assessment, draft.answered) {
            (None, _) => words::unreadable_draft(lang).to_owned(),
            (Some(id), None) => id.clone(),
            (Some(id), Some((answered, asked))) => words::draft(lang, id, answered, asked),
        };
        let date = draft.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
        let _ = writeln!(text, "{whose}: {what}{date}\n  {}", output::typed(&draft.path));
    }
    output::print(&text)?;
    output::note(if known.is_empty() { words::no_drafts(lang) } else { words::how_to_forget(lang) });
    Ok(Status::Done)
}

/// Removes the draft of this organisation, or at this path; nobody may have it open.
pub(super) fn forget(assessment: &str, name: &str, global: &Global) -> Result<Status> {
    let folder = draft::folder().context(say::no_drafts_folder())?;
    let at = Path::new(name);
    let path = if at.parent() == Some(&folder) { at.to_owned() } else { draft::find(&folder, assessment, Some(name)) };
    if !draft::exists(&path) {
        return Err(Usage(say::no_draft(name, assessment)).into());
    }
    let failed = || cli_files::cannot_remove(&path.display());
    let draft = draft::Draft::open(&path).map_err(|why| match why {
        draft::Unavailable::Busy => anyhow!(shell::busy(global.lang(), path.display())),
        draft::Unavailable::Io(error) => anyhow::Error::new(error).context(failed()),
    })?;
    fs::remove_file(draft.path()).with_context(failed)?;
    output::note(&words::forgotten(global.lang(), &output::typed(&path)));
    Ok(Status::Done)
}
