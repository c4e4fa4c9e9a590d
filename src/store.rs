//! Writing a file whole or not at all: for results, and for the draft of a survey.
//!
//! - Takes: a path, and what writes the content.
//! - Gives: the file with its new content, or as it was before.
//! - Never: reads or understands a content, or says anything.

use std::fs;
use std::io;
use std::path::Path;

/// The folder that `path` is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Puts what `write` writes in place of what the file at `path` held: at every moment there is the old content or the
/// new. Until then it is in a file of the same folder whose name begins and ends with `around`, which goes when `write`
/// fails. The new file has the permissions of the old one, or those of any new file. If `durable`, it has reached the
/// disk when this returns.
pub(crate) fn replace<T, E: From<io::Error>>(
    path: &Path,
    around: (&str, &str),
    durable: bool,
    write: impl FnOnce(&mut fs::File) -> Result<T, E>,
) -> Result<T, E> {
    let folder = folder_of(path);
    fs::metadata(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(around.0).suffix(around.1);
    let permissions = fs::metadata(path).map(|metadata| metadata.permissions()).ok();
    if let Some(permissions) = permissions.or_else(ordinary) {
        // The process's mask applies, as it does to any new file.
        builder.permissions(permissions);
    }
    // The temporary file's name would only puzzle.
    let mut file = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()))?;
    let value = write(file.as_file_mut())?;
    if durable {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|error| error.error)?;
    if durable {
        sync_folder(folder);
    }
    Ok(value)
}

/// Writes a new file whole or not at all, and never over one that exists.
pub(crate) fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cxm-");
    ordinary().map(|permissions| builder.permissions(permissions));
    let mut file = builder.tempfile_in(folder_of(path)).map_err(|error| io::Error::from(error.kind()))?;
    io::Write::write_all(&mut file, content)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a new folder with all that `write` puts into it, or none; a folder that is there and empty is taken.
pub(crate) fn create_folder<T, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<T, E> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cxm-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let folder = builder.tempdir_in(folder_of(path)).map_err(|error| io::Error::from(error.kind()))?;
    let value = write(folder.path())?;
    if path.is_dir() {
        fs::remove_dir(path)?;
    }
    fs::rename(folder.path(), path)?;
    // It has another name now, and stays.
    let _ = folder.keep();
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
