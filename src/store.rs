//! Writing a file whole or not at all: for results, and for the draft of a survey.
//!
//! - Takes: a path, and what writes the content.
//! - Gives: the file with its new content, or as it was before; also where the process is ended in the middle, whose remains
//!   go then or, where nothing could be done any more, when the next file is written to that folder.
//! - Never: reads or understands a content, or says anything.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{NamedTempFile, TempDir};

use crate::words::system;

/// What the names of half-written files begin and end with, where nothing else is said.
const AROUND: (&str, &str) = (".cxm-", ".part");
/// How many characters stand between.
const BETWEEN: usize = 6;
/// How often something is tried that others may be about at the same moment.
const TRIES: usize = 20;

/// What this process is writing.
static UNDER_WAY: Mutex<UnderWay> = Mutex::new(UnderWay { half: Vec::new(), finished: false });

struct UnderWay {
    /// Files and folders that are half-written.
    half: Vec<PathBuf>,
    /// Whether any was finished.
    finished: bool,
}

/// Whoever holds it keeps all files as they are.
fn under_way() -> MutexGuard<'static, UnderWay> {
    UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes all that is half-written and lets nothing be finished any more: for a process that is about to end. Tells whether
/// anything was finished before.
pub(crate) fn abandon() -> bool {
    let under_way = under_way();
    for path in &under_way.half {
        // Into a folder, something may still be written.
        let removed = |_: &usize| if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.is_ok();
        (0..TRIES).find(removed);
    }
    let finished = under_way.finished;
    std::mem::forget(under_way);
    finished
}

/// Something half-written, until it is finished or given up.
struct Half<T> {
    it: T,
    path: PathBuf,
}

impl<T> Half<T> {
    /// Begins it: it has a name from the moment on in which `make` has made it.
    fn begin(make: impl FnOnce() -> io::Result<T>, path: impl FnOnce(&T) -> &Path) -> io::Result<Self> {
        let mut under_way = under_way();
        let it = make()?;
        let path = path(&it).to_owned();
        under_way.half.push(path.clone());
        Ok(Self { it, path })
    }

    /// Has `name` give it the name that it is to have.
    fn finish<R>(self, name: impl FnOnce(T) -> io::Result<R>) -> io::Result<R> {
        let mut under_way = under_way();
        under_way.half.retain(|path| *path != self.path);
        let named = name(self.it)?;
        under_way.finished = true;
        Ok(named)
    }
}

/// A file for half-written content in `folder`, locked so that others know that it is no remains.
fn half_file(
    folder: &Path,
    around: (&str, &str),
    permissions: Option<fs::Permissions>,
) -> io::Result<Half<NamedTempFile>> {
    remove_remains(folder);
    let mut builder = tempfile::Builder::new();
    builder.prefix(around.0).suffix(around.1).rand_bytes(BETWEEN);
    // The process's mask applies, as it does to any new file.
    permissions.or_else(ordinary).map(|permissions| builder.permissions(permissions));
    for _ in 0..TRIES {
        // The temporary file's name would only puzzle.
        let make = || builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()));
        let half = Half::begin(make, NamedTempFile::path)?;
        // Where there are no locks, nothing is taken for remains either.
        let taken = matches!(half.it.as_file().try_lock(), Err(fs::TryLockError::WouldBlock));
        if !taken && half.path.exists() {
            return Ok(half);
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Removes what processes left half-written in `folder` that were killed: what nobody has locked.
fn remove_remains(folder: &Path) {
    let is_remains = |name: &str| {
        let between = name.strip_prefix(AROUND.0).and_then(|name| name.strip_suffix(AROUND.1));
        between.is_some_and(|name| name.len() == BETWEEN && name.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !entry.file_name().to_str().is_some_and(is_remains) {
            continue;
        }
        let (path, kind) = (entry.path(), entry.file_type());
        // To open anything else may wait for ever.
        if !kind.as_ref().is_ok_and(|kind| kind.is_file() || kind.is_dir()) {
            continue;
        }
        // If it stays, it only takes room.
        let _ = match fs::File::open(&path).map(|file| (file.try_lock(), file)) {
            Ok((Ok(()), _file)) if kind.is_ok_and(|kind| kind.is_dir()) => fs::remove_dir_all(&path),
            Ok((Ok(()), _file)) => fs::remove_file(&path),
            _ => Ok(()),
        };
    }
}

/// The folder that `path` is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Puts what `write` writes in place of what the file at `path` held: at every moment there is the old content or the
/// new. Until then it is in a file of the same folder whose name begins and ends with `around`, which goes when `write`
/// fails. The new file has the permissions of the old one, or those of any new file; one that is read-only stays. If
/// `durable`, it has reached the disk when this returns.
pub(crate) fn replace<T, E: From<io::Error>>(
    path: &Path,
    around: Option<(&str, &str)>,
    durable: bool,
    write: impl FnOnce(&mut fs::File) -> Result<T, E>,
) -> Result<T, E> {
    let folder = folder_of(path);
    fs::metadata(folder)?;
    let permissions = fs::metadata(path).map(|metadata| metadata.permissions()).ok();
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, system::read_only()).into());
    }
    let mut half = half_file(folder, around.unwrap_or(AROUND), permissions)?;
    let value = write(half.it.as_file_mut())?;
    if durable {
        half.it.as_file().sync_all()?;
    }
    half.finish(|file| file.persist(path).map_err(|error| error.error))?;
    if durable {
        sync_folder(folder);
    }
    Ok(value)
}

/// Writes new files, all of them whole or none at all, and never over one that exists.
pub(crate) fn create(files: &[(&Path, &[u8])]) -> io::Result<()> {
    let half = files.iter().map(|(path, content)| {
        let mut half = half_file(folder_of(path), AROUND, None)?;
        // By its temporary name, errors would only puzzle.
        io::Write::write_all(half.it.as_file_mut(), content)?;
        half.it.as_file().sync_all()?;
        Ok(half)
    });
    let half: Vec<Half<NamedTempFile>> = half.collect::<io::Result<_>>()?;
    for (at, (half, (path, _))) in half.into_iter().zip(files).enumerate() {
        if let Err(error) = half.finish(|file| file.persist_noclobber(path).map_err(|error| error.error)) {
            // These are new.
            files[..at].iter().for_each(|(path, _)| drop(fs::remove_file(path)));
            return Err(error);
        }
    }
    Ok(())
}

/// Makes a new folder with all that `write` puts into it, or none; a folder that is there and empty is taken.
pub(crate) fn create_folder<T, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<T, E> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(AROUND.0).suffix(AROUND.1).rand_bytes(BETWEEN);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    remove_remains(folder_of(path));
    let make = || builder.tempdir_in(folder_of(path)).map_err(|error| io::Error::from(error.kind()));
    let locked = || -> io::Result<_> {
        let half = Half::begin(make, TempDir::path)?;
        // Where a folder cannot be opened, it is not taken for remains either.
        let folder = fs::File::open(&half.path).ok();
        let taken =
            folder.as_ref().is_some_and(|folder| matches!(folder.try_lock(), Err(fs::TryLockError::WouldBlock)));
        Ok((!taken && half.path.exists()).then_some((half, folder)))
    };
    // Between its making and its lock, another process may have taken it for remains.
    let (half, lock) = (0..TRIES).find_map(|_| locked().transpose()).ok_or(io::ErrorKind::ResourceBusy.into())??;
    let value = write(&half.path)?;
    half.finish(|folder| {
        if path.is_dir() {
            fs::remove_dir(path)?;
        }
        fs::rename(folder.path(), path)?;
        // It has another name now, and stays.
        let _ = folder.keep();
        Ok(())
    })?;
    drop(lock);
    Ok(value)
}

/// The permissions of any new file; a temporary one would otherwise be for its owner alone.
#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)]
fn ordinary() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn ordinary() -> Option<fs::Permissions> {
    None
}

/// Makes the new name outlive a power cut. Some file systems cannot, and the content itself is on the disk already.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = fs::File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn who_tidies_up_takes_away_no_folder_that_is_being_made() {
        let (place, done) = (tempfile::tempdir().unwrap(), AtomicBool::new(false));
        let made = thread::scope(|scope| {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    remove_remains(place.path());
                }
            });
            let make = |number: usize| {
                create_folder(&place.path().join(number.to_string()), |half| fs::write(half.join("page"), "page"))
            };
            let made: Result<Vec<()>, io::Error> = (0..500).map(make).collect();
            done.store(true, Ordering::Relaxed);
            made
        });
        assert!(made.is_ok(), "{made:?}");
    }
}
