//! No file that a command has read is written over, and none is written twice: one rule for all commands.
//!
//! Whatever is opened for reading is opened here, and whatever is written asks here first. A file is known by what it is,
//! not by its name: a link to it, another way to write its path, or stdin that comes from it make no difference.

use std::collections::HashSet;
use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::Result;

use super::error::Usage;
use crate::store::folder_of;

/// What files were read, and where files are written.
static READ: Mutex<Option<HashSet<Identity>>> = Mutex::new(None);
static WRITTEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// What tells a file from all others.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(unix)]
fn identity(metadata: &Metadata, _: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    metadata.is_file().then(|| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(metadata: &Metadata, path: &Path) -> Option<Identity> {
    if metadata.is_file() { std::fs::canonicalize(path).ok() } else { None }
}

/// Opens a file for reading.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    remember(&file.metadata()?, path);
    Ok(file)
}

/// Remembers that stdin is read, which may come from a file.
pub(super) fn reads_stdin() {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd as _;
        let file = io::stdin().as_fd().try_clone_to_owned().map(File::from);
        if let Ok(metadata) = file.and_then(|file| file.metadata()) {
            remember(&metadata, Path::new("-"));
        }
    }
}

fn remember(metadata: &Metadata, path: &Path) {
    if let Some(identity) = identity(metadata, path) {
        READ.lock().expect("nobody panics with it").get_or_insert_default().insert(identity);
    }
}

/// Refuses to write to `path` if it was read.
pub(super) fn refuse_read(path: &Path) -> Result<()> {
    let identity = std::fs::metadata(path).ok().and_then(|metadata| identity(&metadata, path));
    let read = READ.lock().expect("nobody panics with it");
    if identity.is_some_and(|identity| read.as_ref().is_some_and(|read| read.contains(&identity))) {
        return Err(Usage(format!("{} is read: write to another file", path.display())).into());
    }
    Ok(())
}

/// Refuses to write to `path` if it was read, or is written already by another option.
pub(super) fn claim(path: &Path) -> Result<()> {
    refuse_read(path)?;
    let mut written = WRITTEN.lock().expect("nobody panics with it");
    let place = place(path);
    if written.contains(&place) {
        return Err(Usage(format!("{} cannot take two results: name another file", path.display())).into());
    }
    written.push(place);
    Ok(())
}

/// Where a file is, or will be.
fn place(path: &Path) -> PathBuf {
    let folder = || std::fs::canonicalize(folder_of(path)).ok();
    let named = || Some(folder()?.join(path.file_name()?));
    std::fs::canonicalize(path).ok().or_else(named).unwrap_or_else(|| path.to_owned())
}
