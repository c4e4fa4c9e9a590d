//! Where results go: stdout, or a file that is replaced as a whole or not at all.

use std::borrow::Cow;
use std::fs::File;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;

use super::error::Usage;
use super::{format, guard, interrupt};
use crate::diagnostic::{self, Finding};
use crate::store;
use crate::text::{clean, told};
use crate::words::cli_files as say;

/// The option that says where a result goes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Output {
    /// Write to this file instead of the terminal; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// The form of what is written, among those of a command: the one that is wanted, or what the file's ending says,
    /// or a table.
    pub(super) fn format<F: ValueEnum + Default>(&self, wanted: Option<F>) -> Result<F> {
        Ok(format::chosen(wanted, self.output.as_deref())?.unwrap_or_default())
    }

    /// Refuses a file whose ending promises another form than the only one that a command has.
    pub(super) fn refuse_other_than(&self, form: &str) -> Result<()> {
        self.path().map_or(Ok(()), |path| refuse_other_than(path, form))
    }

    /// The file; none for stdout.
    pub(super) fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !is_stdout(path))
    }

    /// Writes `text`, whose colours are kept only where they can be seen.
    pub(super) fn write(&self, text: &str) -> Result<()> {
        match self.path() {
            None => print(text),
            Some(path) => {
                let text = anstream::adapter::strip_str(text).to_string();
                put(path, text.as_bytes())
            }
        }
    }

    /// Writes what is no text, and therefore not to a terminal.
    pub(super) fn write_bytes(&self, bytes: &[u8]) -> Result<()> {
        match self.path() {
            Some(path) => put(path, bytes),
            None if std::io::stdout().is_terminal() => Err(Usage(say::not_for_a_terminal().to_owned()).into()),
            None => print_bytes(bytes),
        }
    }
}

/// What changes in a file, as a unified diff.
pub(super) fn diff(name: &str, before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    clean(&diff.unified_diff().header(name, name).to_string()).into_owned()
}

/// A path as it is typed in a shell.
pub(super) fn typed(path: &Path) -> String {
    let path = clean(&path.display().to_string()).into_owned();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '~');
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// Whether a path is a name of stdout.
pub(super) fn is_stdout(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| path == Path::new(name))
}

/// Refuses a path whose ending promises another form than this one.
pub(super) fn refuse_other_than(path: &Path, form: &str) -> Result<()> {
    match path.extension() {
        Some(ending) if !ending.eq_ignore_ascii_case(form) && !ending.eq_ignore_ascii_case("txt") => {
            Err(Usage(say::other_form(&ending.display(), form)).into())
        }
        _ => Ok(()),
    }
}

/// Refuses a path at which no file can be written.
pub(super) fn refuse_place(path: &Path) -> Result<()> {
    if path.is_dir() {
        bail!(say::is_folder(&path.display()));
    }
    refuse_lost(path)
}

/// Refuses a path that is in no folder.
pub(super) fn refuse_lost(path: &Path) -> Result<()> {
    let folder = store::folder_of(path);
    if !folder.is_dir() {
        bail!(say::no_folder(&path.display(), &folder.display()));
    }
    Ok(())
}

/// Makes a folder, where it is not there, in one that is. Says whether it was there.
pub(super) fn make_folder(path: &Path) -> Result<bool> {
    let there = path.is_dir();
    if !there {
        refuse_lost(path)?;
        std::fs::create_dir(path).with_context(|| say::cannot_make_folder(&path.display()))?;
    }
    Ok(there)
}

/// Writes to stdout. A reader that went away is no failure, and changes nothing of what the command has to say.
pub(super) fn print(text: &str) -> Result<()> {
    guard::refuse_stdout()?;
    let mut stdout = anstream::stdout();
    written(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// As [`print`], for what is no text.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<()> {
    guard::refuse_stdout()?;
    let mut stdout = std::io::stdout().lock();
    written(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

fn written(result: std::io::Result<()>) -> Result<()> {
    match result {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context(say::cannot_write_stdout()),
    }
}

/// Says something beside the result, on stderr. That this may fail is no reason to fail.
pub(super) fn note(text: &str) {
    let _ = anstream::stderr().write_all(for_reading(&clean(text)).as_bytes());
}

/// A text for people as stderr has it: in a terminal, no word is broken.
pub(super) fn for_reading(text: &str) -> Cow<'_, str> {
    stderr_width().map_or_else(|| text.into(), |columns| told(text, columns).into())
}

/// The columns of the terminal that shows stderr, if one does.
fn stderr_width() -> Option<usize> {
    let stderr = std::io::stderr();
    let size = stderr.is_terminal().then(|| terminal_size::terminal_size_of(stderr)).flatten();
    size.map(|(terminal_size::Width(columns), _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Says what was found, which is cleaned already and has colours.
pub(super) fn findings(findings: &[Finding]) {
    let told = match stderr_width() {
        Some(columns) => diagnostic::render_broken(findings, columns),
        None => diagnostic::render(findings, width()),
    };
    let _ = anstream::stderr().write_all(told.as_bytes());
}

/// The columns of the terminal; 80 where there is none, or what COLUMNS says.
pub(super) fn width() -> usize {
    let set = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    stdout_width().or_else(set).unwrap_or(80)
}

/// The columns of the terminal that shows stdout, if one does.
pub(super) fn stdout_width() -> Option<usize> {
    let stdout = std::io::stdout();
    let size = stdout.is_terminal().then(|| terminal_size::terminal_size_of(stdout)).flatten();
    size.map(|(terminal_size::Width(columns), _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Replaces the file at `path` with `content`; see [`replace`].
pub(super) fn put(path: &Path, content: &[u8]) -> Result<()> {
    guard::claim(path)?;
    rewrite(path, content)
}

/// As [`put`], for a file that was read and is to be mended.
pub(super) fn rewrite(path: &Path, content: &[u8]) -> Result<()> {
    let write = |file: &mut File| file.write_all(content).with_context(|| say::cannot_write(&path.display()));
    replaced(path, true, write)
}

/// Replaces the file at `path` with what `write` writes: whoever reads it sees the old content or the new, never a part,
/// though the program be killed or the disk be full. The new file keeps the permissions of the old; a device or a pipe is
/// written to as it is. If `durable`, it outlives a power cut as well, which takes as long as the disk does.
pub(super) fn replace<T>(path: &Path, durable: bool, write: impl FnOnce(&mut File) -> Result<T>) -> Result<T> {
    guard::claim(path)?;
    replaced(path, durable, write)
}

fn replaced<T>(path: &Path, durable: bool, write: impl FnOnce(&mut File) -> Result<T>) -> Result<T> {
    let failed = || say::cannot_write(&path.display());
    let existing = std::fs::metadata(path).ok();
    let special = existing.as_ref().is_some_and(|metadata| !metadata.is_file() && !metadata.is_dir());
    // The streams of the process, by whatever name.
    let stream = ["/dev/fd", "/dev/stdout", "/dev/stderr", "/proc"].iter().any(|name| path.starts_with(name));
    if !stream {
        refuse_place(path)?;
    }
    if special || stream {
        let mut device = File::options().append(true).open(path).with_context(failed)?;
        return write(&mut device);
    }
    // Through a symbolic link, the file that it points to is replaced and not the link.
    let target = match std::fs::symlink_metadata(path) {
        Ok(_) => std::fs::canonicalize(path).with_context(failed)?,
        Err(_) => path.to_owned(),
    };
    let write = |file: &mut File| write(file).inspect(|_| interrupt::obey()).map_err(Failed::Content);
    store::replace(&target, None, durable, write).map_err(|error| match error {
        Failed::Content(error) => error,
        Failed::Store(error) => anyhow::Error::from(error).context(failed()),
    })
}

/// Why a file could not be replaced: `Content` has its own words already.
enum Failed {
    Store(std::io::Error),
    Content(anyhow::Error),
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        Self::Store(error)
    }
}
