//! The bytes of an input, to be read more than once: a file from its beginning, and what can be read only once, such as a
//! pipe, from what is kept of it.

use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::SpooledTempFile;

use super::bytes::Reader;
use crate::cli::guard;

/// So much is kept in memory; what is longer goes to a file without a name.
pub(super) const IN_MEMORY: usize = 8 << 20;

/// An input that can be read again. Its readers are used by one thread at a time.
#[derive(Clone, Debug)]
pub(super) enum Raw {
    /// And how long it was when it was opened: what is written to it later is never read.
    File(Arc<File>, u64),
    Kept(Arc<Mutex<Spool>>),
}

impl Raw {
    /// Opens a file, or stdin where the path is `-`.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        if path == Path::new("-") {
            guard::reads_stdin();
            return Ok(Self::once(Box::new(io::stdin())));
        }
        let file = guard::open(path)?;
        let metadata = file.metadata()?;
        Ok(if metadata.is_file() { Self::File(Arc::new(file), metadata.len()) } else { Self::once(Box::new(file)) })
    }

    /// It, behind these bytes.
    pub(super) fn behind(self, bytes: Vec<u8>) -> Self {
        Self::once(Box::new(io::Cursor::new(bytes).chain(self.read())))
    }

    fn once(source: Reader) -> Self {
        let kept = SpooledTempFile::new(IN_MEMORY);
        Self::Kept(Arc::new(Mutex::new(Spool { source, kept, length: 0, ended: false })))
    }

    /// What was written.
    pub(super) fn kept(mut written: SpooledTempFile) -> io::Result<Self> {
        let length = written.stream_position()?;
        let spool = Spool { source: Box::new(io::empty()), kept: written, length, ended: true };
        Ok(Self::Kept(Arc::new(Mutex::new(spool))))
    }

    /// All of it, from the beginning.
    pub(super) fn read(&self) -> Reader {
        match self {
            Self::File(file, length) => Box::new(Again { file: Arc::clone(file), at: 0 }.take(*length)),
            Self::Kept(spool) => Box::new(Kept { spool: Arc::clone(spool), at: 0 }),
        }
    }
}

/// Reads a file from its own place in it.
struct Again {
    file: Arc<File>,
    at: u64,
}

impl Read for Again {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = &*self.file;
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(buffer)?;
        self.at += u64::try_from(read).expect("it is the length of a buffer");
        Ok(read)
    }
}

/// What can be read only once, and what was read of it.
pub(super) struct Spool {
    source: Reader,
    kept: SpooledTempFile,
    length: u64,
    ended: bool,
}

impl std::fmt::Debug for Spool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spool").field("length", &self.length).finish_non_exhaustive()
    }
}

/// Reads what is kept, and then the rest.
struct Kept {
    spool: Arc<Mutex<Spool>>,
    at: u64,
}

impl Read for Kept {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut spool = self.spool.lock().unwrap_or_else(PoisonError::into_inner);
        let spool = &mut *spool;
        let read = if self.at < spool.length {
            spool.kept.seek(SeekFrom::Start(self.at))?;
            spool.kept.read(buffer)?
        } else if spool.ended {
            0
        } else {
            let read = spool.source.read(buffer)?;
            spool.kept.seek(SeekFrom::Start(spool.length))?;
            spool.kept.write_all(&buffer[..read])?;
            spool.length += u64::try_from(read).expect("it is the length of a buffer");
            spool.ended = read == 0;
            read
        };
        self.at += u64::try_from(read).expect("it is the length of a buffer");
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_only_once_is_kept() {
        let bytes: Vec<u8> = (0..2 * IN_MEMORY).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let raw = Raw::once(Box::new(io::Cursor::new(bytes.clone())));
        let mut begun = vec![0; 1_000];
        raw.read().read_exact(&mut begun).unwrap();
        for _ in 0..2 {
            let mut all = Vec::new();
            raw.read().read_to_end(&mut all).unwrap();
            assert!(all == bytes);
        }
    }
}
