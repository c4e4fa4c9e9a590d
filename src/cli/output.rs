//! Where results go: stdout, or a file that is replaced as a whole or not at all.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::error::Usage;
use super::input::AnswerFile;
use super::score::Format;
use crate::store;

/// The option that says where a result goes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Output {
    /// Write to this file instead of the terminal; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// The form of what is written: the one that is wanted, or what the file's ending says. Refuses to write over the
    /// answers.
    pub(super) fn format(&self, wanted: Option<Format>, answers: &AnswerFile) -> Result<Format> {
        let Some(path) = &self.output else { return Ok(wanted.unwrap_or(Format::Table)) };
        if answers.is(path) {
            return Err(Usage(format!("{} holds the answers: write the result to another file", path.display())).into());
        }
        Ok(wanted.unwrap_or(match path.extension().and_then(|ending| ending.to_str()) {
            Some("md" | "markdown") => Format::Markdown,
            Some("json") => Format::Json,
            _ => Format::Table,
        }))
    }

    /// The file to write to, if it is not stdout.
    pub(super) fn path(&self) -> Option<&Path> {
        let stdout = |path: &&Path| *path != Path::new("-") && *path != Path::new("/dev/stdout");
        self.output.as_deref().filter(stdout)
    }

    /// Writes `text`, whose colours are kept only where they can be seen.
    pub(super) fn write(&self, text: &str) -> Result<()> {
        match self.path() {
            None => print(text),
            Some(path) => {
                let text = anstream::adapter::strip_str(text).to_string();
                replace(path, text.as_bytes()).with_context(|| format!("cannot write {}", path.display()))
            }
        }
    }
}

/// Writes to stdout. A reader that went away is no failure, and changes nothing of what the command has to say.
pub(super) fn print(text: &str) -> Result<()> {
    let mut stdout = anstream::stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to stdout"),
    }
}

/// Says something beside the result, on stderr. That this may fail is no reason to fail.
pub(super) fn note(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// The columns of the terminal; 80 where there is none, or what COLUMNS says.
pub(super) fn width() -> usize {
    let set = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let real = || {
        let stdout = std::io::stdout();
        let size = stdout.is_terminal().then(|| terminal_size::terminal_size_of(stdout)).flatten();
        size.map(|(terminal_size::Width(columns), _)| usize::from(columns))
    };
    real().or(set).unwrap_or(80)
}

/// Replaces the file at `path`: whoever reads it sees the old content or the new, never a part. The new file keeps
/// the permissions of the old; a device or a pipe is written to as it is.
pub(super) fn replace(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let existing = std::fs::metadata(path).ok();
    let special = existing.as_ref().is_some_and(|metadata| !metadata.is_file() && !metadata.is_dir());
    if special || path.starts_with("/dev") || path.starts_with("/proc") {
        return std::fs::OpenOptions::new().append(true).open(path)?.write_all(content);
    }
    // Through a symbolic link, the file that it points to is replaced and not the link.
    let target = match std::fs::symlink_metadata(path) {
        Ok(_) => std::fs::canonicalize(path)?,
        Err(_) => path.to_owned(),
    };
    store::replace(&target, content, (".cxm-", ""), true)
}
