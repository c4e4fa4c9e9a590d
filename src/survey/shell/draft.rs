//! Where the answers are kept: one file, written whole and atomically, and locked against a second survey.
//!
//! The lock stands on a file of its own beside the draft, since a lock on the draft itself would vanish with the
//! file at the first save. The draft is locked too, against whoever comes to it under another name. What others write to it
//! all the same is kept beside it. What the draft says is not this module's matter.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::document::MAX_BYTES;
use crate::store::{self, folder_of};
use crate::{text::fold, words::system};

/// A file that this survey alone writes.
#[derive(Debug)]
pub(crate) struct Draft {
    path: PathBuf,
    lock: File,
    lock_path: PathBuf,
    /// What the file held when it was last read or written here; none where there was none.
    known: Option<Vec<u8>>,
    /// The file as it was first and as it is now, which are locked: another name may lead to either.
    held: Vec<File>,
}

#[derive(Debug)]
pub(crate) enum Unavailable {
    Busy,
    /// The folder cannot be written, or is no folder.
    Io(io::Error),
}

impl Draft {
    /// Takes the file at `path`, which need not exist, for this survey alone. A symbolic link is followed, and missing
    /// folders are made.
    pub(crate) fn open(path: &Path) -> Result<Self, Unavailable> {
        let path = match fs::canonicalize(path) {
            Err(_) if path.is_symlink() => return Err(Unavailable::Io(io::Error::other(system::link_to_nothing()))),
            real => real.unwrap_or_else(|_| path.to_owned()),
        };
        let folder = folder_of(&path);
        fs::create_dir_all(folder).map_err(Unavailable::Io)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() || name.is_empty() {
            return Err(Unavailable::Io(io::ErrorKind::IsADirectory.into()));
        }
        // Devices may have no end, and pipes no beginning.
        if path.exists() && !path.is_file() {
            return Err(Unavailable::Io(io::Error::other(system::no_file())));
        }
        let lock_path = folder.join(format!(".{name}.lock"));
        let lock = lock(&lock_path)?;
        let mut draft = Self { path, lock, lock_path, known: None, held: Vec::new() };
        if !draft.hold() {
            return Err(Unavailable::Busy);
        }
        draft.remove_remains();
        Ok(draft)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What the file holds; none if there is no file yet.
    pub(crate) fn load(&mut self) -> io::Result<Option<String>> {
        self.known = self.read()?;
        if self.known.as_ref().is_some_and(|bytes| bytes.len() > MAX_BYTES) {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(self.known.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
    }

    /// As much of the file as answers can be, and a byte more of what is larger.
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        let (mut bytes, most) = (Vec::new(), u64::try_from(MAX_BYTES).map_or(u64::MAX, |most| most + 1));
        match File::open(&self.path).and_then(|file| file.take(most).read_to_end(&mut bytes)) {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes `text` in place of what the file held: at every moment there is the old text or the new. A `durable`
    /// save has reached the disk when this returns. What somebody else wrote to the file is put beside it, and its path
    /// given; that somebody else has taken it for a survey of their own is an error.
    pub(crate) fn save(&mut self, text: &str, durable: bool) -> io::Result<Option<PathBuf>> {
        self.lock_again()?;
        let others = self.read()?.is_some_and(|bytes| self.known.as_ref() != Some(&bytes));
        let aside = if others { Some(self.set_aside()?) } else { None };
        let (prefix, suffix) = self.remains();
        store::replace(&self.path, Some((&prefix, &suffix)), durable, |file| file.write_all(text.as_bytes()))?;
        self.known = Some(text.as_bytes().to_vec());
        self.hold();
        Ok(aside)
    }

    /// Takes the lock anew where its file was removed.
    fn lock_again(&mut self) -> io::Result<()> {
        if !is_at(&self.lock, &self.lock_path) {
            self.lock = lock(&self.lock_path).map_err(|why| match why {
                Unavailable::Busy => io::ErrorKind::ResourceBusy.into(),
                Unavailable::Io(error) => error,
            })?;
        }
        Ok(())
    }

    /// Locks the file as it is now. False where another survey holds it under another name.
    fn hold(&mut self) -> bool {
        // Elsewhere a lock keeps everybody from reading, and a file from being replaced.
        let Some(file) = File::open(&self.path).ok().filter(|_| cfg!(unix)) else { return true };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return false,
            // Not every file system has locks.
            Err(TryLockError::Error(_)) => {}
            Ok(()) => {
                self.held.truncate(1);
                self.held.push(file);
            }
        }
        true
    }

    /// Puts what the file holds beside it, as `<name>.bak` or, where that exists, as `<name>.2.bak` and so on, and
    /// gives that path.
    pub(crate) fn set_aside(&self) -> io::Result<PathBuf> {
        let name = self.path.file_name().expect("a draft is opened under a name");
        let aside = |number: u32| {
            let mut name = name.to_owned();
            name.push(if number == 1 { ".bak".to_owned() } else { format!(".{number}.bak") });
            self.path.with_file_name(name)
        };
        let free = (1..10_000).map(aside).find(|path| !exists(path));
        let free = free.ok_or(io::ErrorKind::AlreadyExists)?;
        fs::rename(&self.path, &free)?;
        Ok(free)
    }

    /// Gives the file up and removes it: its answers are elsewhere.
    pub(crate) fn remove(self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }

    /// What the names of half-written files begin and end with.
    fn remains(&self) -> (String, String) {
        let name = self.path.file_name().expect("a draft is opened under a name").to_string_lossy();
        (format!(".{name}."), ".part".to_owned())
    }

    /// Removes what a survey that was killed left half-written. With the lock held nobody else is writing one.
    fn remove_remains(&self) {
        let (prefix, suffix) = self.remains();
        for entry in fs::read_dir(folder_of(&self.path)).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| name.starts_with(&prefix) && name.ends_with(&suffix)) {
                // If it stays, it only takes room.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Removed before it is unlocked; whoever waits for the lock sees that the file has gone and makes a new one.
        if cfg!(unix) && is_at(&self.lock, &self.lock_path) {
            let _ = fs::remove_file(&self.lock_path);
        }
        let _ = self.lock.unlock();
    }
}

/// The file in `folder` for answers of `organisation` to `assessment`: the same for names that differ only in case,
/// width or white space, and never a path that a name could choose.
pub(crate) fn find(folder: &Path, assessment: &str, organisation: Option<&str>) -> PathBuf {
    let organisation = organisation.map(fold).filter(|name| !name.is_empty());
    let Some(organisation) = organisation else { return folder.join(format!("{assessment}.toml")) };
    let words = organisation.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug: String = words.flat_map(|word| ["-", word]).collect();
    slug.truncate(40);
    let digest = Sha256::digest(organisation.as_bytes());
    let hash = digest.iter().take(4).fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
    folder.join(format!("{assessment}-{slug}-{hash}.toml").replace("--", "-"))
}

/// The folder of drafts under the user's state folder, `$XDG_STATE_HOME/cxm/drafts`; none for a user without a home.
pub(crate) fn folder() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let base = etcetera::choose_base_strategy().ok()?;
    let state = base.state_dir().unwrap_or_else(|| base.data_dir());
    Some(state.join("cxm").join("drafts"))
}

/// Whether something is at `path`, were it only a link that leads nowhere.
pub(crate) fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn lock(path: &Path) -> Result<File, Unavailable> {
    // Only a survey that ends at this very moment makes a second try necessary.
    for _ in 0..100 {
        let file = File::options().create(true).truncate(false).write(true).open(path).map_err(Unavailable::Io)?;
        match file.try_lock() {
            Ok(()) if is_at(&file, path) => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Unavailable::Busy),
            Err(TryLockError::Error(error)) => return Err(Unavailable::Io(error)),
        }
    }
    Err(Unavailable::Busy)
}

/// Whether `path` still leads to `file`, and not to nothing or to another survey's lock.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |metadata: io::Result<fs::Metadata>| metadata.map(|m| (m.dev(), m.ino())).ok();
    let here = identity(file.metadata());
    here.is_some() && here == identity(fs::metadata(path))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.collect();
        names.sort();
        names
    }

    #[test]
    fn a_second_survey_is_kept_out_until_the_first_has_ended() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("a.toml");
        let mut first = Draft::open(&path).unwrap();
        assert!(matches!(Draft::open(&path), Err(Unavailable::Busy)));
        assert_eq!(first.load().unwrap(), None);
        first.save("one", true).unwrap();
        assert!(matches!(Draft::open(&path), Err(Unavailable::Busy)), "a save must not free the draft");
        drop(first);
        let mut second = Draft::open(&path).unwrap();
        assert_eq!(second.load().unwrap().as_deref(), Some("one"));
        drop(second);
        assert_eq!(names(path.parent().unwrap()), ["a.toml"], "nothing is left beside the draft");
    }

    #[test]
    fn what_a_killed_survey_left_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".a.toml.x1.part", ".b.toml.x1.part", ".a.toml.swp", ".a.toml.lock"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        drop(Draft::open(&folder.path().join("a.toml")).unwrap());
        assert_eq!(names(folder.path()), [".a.toml.swp", ".b.toml.x1.part"]);
    }

    #[test]
    fn a_draft_is_set_aside_and_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let mut draft = Draft::open(&folder.path().join("a.toml")).unwrap();
        draft.save("one", false).unwrap();
        let first = draft.set_aside().unwrap();
        draft.save("two", false).unwrap();
        let second = draft.set_aside().unwrap();
        draft.save("three", false).unwrap();
        assert_eq!([first, second].map(|path| fs::read_to_string(path).unwrap()), ["one", "two"]);
        assert_eq!(draft.load().unwrap().as_deref(), Some("three"));
    }

    #[test]
    fn what_cannot_be_a_file_is_an_error_value() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        for path in ["file/a.toml", "."] {
            assert!(matches!(Draft::open(&folder.path().join(path)), Err(Unavailable::Io(_))), "{path}");
        }
        let mut draft = Draft::open(&folder.path().join("gone/a.toml")).unwrap();
        fs::remove_dir_all(folder.path().join("gone")).unwrap();
        assert!(draft.save("one", true).is_err());
    }

    #[test]
    fn what_another_program_wrote_is_kept_beside_what_is_saved() {
        let folder = tempfile::tempdir().unwrap();
        let mut draft = Draft::open(&folder.path().join("a.toml")).unwrap();
        assert_eq!(draft.save("one", true).unwrap(), None);
        fs::write(draft.path(), "theirs").unwrap();
        let aside = draft.save("two", false).unwrap().expect("it was changed");
        assert_eq!([draft.path(), &aside].map(|path| fs::read_to_string(path).unwrap()), ["two", "theirs"]);
        assert_eq!(draft.save("three", false).unwrap(), None, "this is not changed again");
        fs::remove_file(draft.path()).unwrap();
        assert_eq!(draft.save("four", false).unwrap(), None, "nothing is there to be kept");
        assert_eq!(names(folder.path()), [".a.toml.lock", "a.toml", "a.toml.bak"]);
        // A file that was there before, and was read.
        let path = folder.path().join("b.toml");
        fs::write(&path, "old").unwrap();
        let mut draft = Draft::open(&path).unwrap();
        draft.load().unwrap();
        assert_eq!(draft.save("new", true).unwrap(), None);
    }

    #[cfg(unix)]
    #[test]
    fn whoever_removes_the_lock_lets_nobody_write_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        let mut first = Draft::open(&path).unwrap();
        let lock = folder.path().join(".a.toml.lock");
        fs::remove_file(&lock).unwrap();
        first.save("one", true).unwrap();
        assert!(matches!(Draft::open(&path), Err(Unavailable::Busy)), "a save takes the lock again");
        // Somebody comes before the next save, to a file that is not there yet.
        let path = folder.path().join("b.toml");
        let mut first = Draft::open(&path).unwrap();
        fs::remove_file(folder.path().join(".b.toml.lock")).unwrap();
        let mut second = Draft::open(&path).unwrap();
        assert_eq!(first.save("one", true).unwrap_err().kind(), io::ErrorKind::ResourceBusy);
        second.save("two", true).unwrap();
        drop(first);
        assert!(matches!(Draft::open(&path), Err(Unavailable::Busy)), "the lock of the second stays");
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
    }

    #[cfg(unix)]
    #[test]
    fn a_second_name_of_the_same_file_is_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other, third] = ["a.toml", "b.toml", "c.toml"].map(|name| folder.path().join(name));
        fs::write(&one, "old").unwrap();
        fs::hard_link(&one, &other).unwrap();
        let mut first = Draft::open(&one).unwrap();
        assert!(matches!(Draft::open(&other), Err(Unavailable::Busy)));
        first.load().unwrap();
        first.save("new", true).unwrap();
        fs::hard_link(&one, &third).unwrap();
        for name in [&other, &third] {
            assert!(matches!(Draft::open(name), Err(Unavailable::Busy)), "{}", name.display());
        }
        drop(first);
        assert!(Draft::open(&other).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_those_of_any_new_file_or_stay_as_they_were() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let ordinary = folder.path().join("ordinary");
        fs::write(&ordinary, "").unwrap();
        let mut draft = Draft::open(&folder.path().join("a.toml")).unwrap();
        draft.save("one", true).unwrap();
        assert_eq!(mode(draft.path()), mode(&ordinary));
        fs::set_permissions(draft.path(), fs::Permissions::from_mode(0o600)).unwrap();
        draft.save("two", true).unwrap();
        assert_eq!(mode(draft.path()), 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let [target, link] = ["target.toml", "link.toml"].map(|name| folder.path().join(name));
        fs::write(&target, "old").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        let mut draft = Draft::open(&link).unwrap();
        assert!(matches!(Draft::open(&target), Err(Unavailable::Busy)));
        draft.save("new", true).unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[test]
    fn a_draft_is_found_by_assessment_and_organisation() {
        let name = |organisation| {
            let path = find(Path::new("drafts"), "cx-maturity", organisation);
            assert_eq!(path.parent(), Some(Path::new("drafts")));
            path.file_name().unwrap().to_str().unwrap().to_owned()
        };
        assert_eq!(name(None), "cx-maturity.toml");
        assert_eq!(name(Some("  ")), "cx-maturity.toml");
        insta::assert_snapshot!(name(Some("Zur Post GmbH & Co.")), @"cx-maturity-zur-post-gmbh-co-9774d3d1.toml");
        insta::assert_snapshot!(name(Some("株式会社サンプル")), @"cx-maturity-65e4e286.toml");
        insta::assert_snapshot!(name(Some("../../etc/passwd\0")), @"cx-maturity-etc-passwd-6984eeaf.toml");
        assert_eq!(name(Some("ACME  corp")), name(Some("ａｃｍｅ Corp")));
        assert_ne!(name(Some("ACME corp")), name(Some("ACME-corp")));
        assert!(name(Some(&"long ".repeat(100))).len() < 80);
    }
}
