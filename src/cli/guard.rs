//! No file that a command has read is written over, and none is written twice: one rule for all commands.
//!
//! Whatever is opened for reading is opened here, and whatever is written asks here first. A file is known by what it is,
//! not by its name: a link to it, another way to write its path, stdin that comes from it or stdout that goes to it make no
//! difference. Where the system does not tell files apart so (other than Unix), hard links, stdin and stdout are not known.
//! Two that are not there yet are one if their names differ by case only: many disks make no difference between those.

use std::collections::HashSet;
use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::Result;

use super::error::Usage;
use crate::store::folder_of;
use crate::text::folded_file_name;
use crate::words::cli_files as say;

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

/// The file that a stream of the process comes from or goes to, if it is one.
#[cfg(unix)]
fn stream(stream: impl std::os::fd::AsFd) -> Option<Identity> {
    let file = stream.as_fd().try_clone_to_owned().map(File::from);
    identity(&file.and_then(|file| file.metadata()).ok()?, Path::new("-"))
}

#[cfg(not(unix))]
fn stream<T>(_: T) -> Option<Identity> {
    None
}

/// Opens a file for reading.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    remember(identity(&file.metadata()?, path));
    Ok(file)
}

/// Remembers that stdin is read, which may come from a file.
pub(super) fn reads_stdin() {
    remember(stream(io::stdin()));
}

fn remember(file: Option<Identity>) {
    READ.lock().expect("nobody panics with it").get_or_insert_default().extend(file);
}

/// Tells of a file whether it is one of these, or stdout goes to it.
pub(super) fn one_of<'p>(paths: impl Iterator<Item = &'p Path>) -> impl Fn(&Path) -> bool {
    let files: Vec<Identity> = paths.filter_map(file_at).chain(stream(io::stdout())).collect();
    move |path| !files.is_empty() && file_at(path).is_some_and(|file| files.contains(&file))
}

/// Whether the file at `path` was read.
fn is_read(path: &Path) -> bool {
    is_one_read(file_at(path))
}

/// Whether the file at `path` was read, or stdout goes to it.
pub(super) fn is_taken(path: &Path) -> bool {
    is_read(path) || takes_stdout(path)
}

fn is_one_read(file: Option<Identity>) -> bool {
    let read = READ.lock().expect("nobody panics with it");
    file.is_some_and(|file| read.as_ref().is_some_and(|read| read.contains(&file)))
}

/// The file at `path`, if it is one.
fn file_at(path: &Path) -> Option<Identity> {
    identity(&std::fs::metadata(path).ok()?, path)
}

/// Refuses to write to `path` if it was read.
pub(super) fn refuse_read(path: &Path) -> Result<()> {
    if is_read(path) {
        return Err(Usage(say::is_read(&path.display())).into());
    }
    Ok(())
}

/// Refuses to write to stdout if it goes to a file that was read: results would stand behind what that holds, or over it.
pub(super) fn refuse_stdout() -> Result<()> {
    if is_one_read(stream(io::stdout())) {
        return Err(Usage(say::stdout_is_read().to_owned()).into());
    }
    Ok(())
}

/// Refuses to write to `path` if it was read, or is written already by another option or as stdout.
pub(super) fn claim(path: &Path) -> Result<()> {
    refuse_read(path)?;
    let mut written = WRITTEN.lock().expect("nobody panics with it");
    if takes_stdout(path) {
        return Err(twice(path, path));
    }
    if let Some(other) = written.iter().find(|other| is_one_place(other, path)) {
        return Err(twice(path, other));
    }
    written.push(path.to_owned());
    Ok(())
}

/// Refuses `paths` of which two are the same place, or one is where stdout goes.
pub(super) fn refuse_twice(paths: &[&Path]) -> Result<()> {
    for (at, path) in paths.iter().enumerate() {
        if takes_stdout(path) {
            return Err(twice(path, path));
        }
        if let Some(other) = paths[..at].iter().find(|before| is_one_place(before, path)) {
            return Err(twice(path, other));
        }
    }
    Ok(())
}

/// Whether stdout goes to the file at `path`.
pub(super) fn takes_stdout(path: &Path) -> bool {
    file_at(path).is_some_and(|file| stream(io::stdout()) == Some(file))
}

fn twice(path: &Path, other: &Path) -> anyhow::Error {
    let message = match place(path) == place(other) {
        true => say::twice(&path.display()),
        false => say::twice_by_case(&path.display(), &other.display()),
    };
    Usage(message).into()
}

/// Whether what is written to either would be the same file.
fn is_one_place(one: &Path, other: &Path) -> bool {
    let (one, other) = (place(one), place(other));
    // Where one of them is there, the disk tells.
    let may_be_one = || match (file_at(&one), file_at(&other)) {
        (None, None) => true,
        (one, other) => one == other,
    };
    one == other || folded(&one) == folded(&other) && may_be_one()
}

/// A place as a disk knows it that does not tell names apart by case.
fn folded(place: &Path) -> Option<(&Path, String)> {
    Some((place.parent()?, folded_file_name(&place.file_name()?.to_string_lossy())))
}

/// Where a file is, or will be.
fn place(path: &Path) -> PathBuf {
    let folder = || std::fs::canonicalize(folder_of(path)).ok();
    let named = || Some(folder()?.join(path.file_name()?));
    std::fs::canonicalize(path).ok().or_else(named).unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_that_differ_by_case_only_are_one_unless_the_disk_has_both() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let refused = |names: [&str; 2]| {
            let paths = names.map(path);
            refuse_twice(&[&paths[0], &paths[1]]).err().map(|error| error.to_string())
        };
        assert_eq!(refused(["a.csv", "b.csv"]), None);
        assert!(refused(["a.csv", "a.csv"]).unwrap().ends_with("/a.csv cannot take two results: name another file"));
        let said = refused(["Été.csv", "e\u{301}te\u{301}.CSV"]).unwrap();
        assert!(said.contains("since many disks take names that differ by case only for one"), "{said}");
        std::fs::write(path("A.csv"), "").unwrap();
        std::fs::write(path("a.csv"), "").unwrap();
        let has_both = std::fs::read_dir(folder.path()).unwrap().count() == 2;
        assert_eq!(refused(["A.csv", "a.csv"]).is_none(), has_both);
    }
}
