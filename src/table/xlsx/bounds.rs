//! What keeps a hostile spreadsheet in bounds before and while the library reads it.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{self, Cursor, Read as _};
use std::panic::{self, AssertUnwindSafe};

use zip::ZipArchive;

use super::watch::Watch;
use super::{MAX_ROW, scan};
use crate::words::table_sheets as say;

/// How large all sheets may be together, unpacked: they are read as they come.
const MAX_SHEETS: u64 = 2 << 30;
/// How large everything else may be: it is held in memory.
const MAX_REST: u64 = 256 << 20;
/// How large a sheet may be that would do no harm if all of it were one piece, held in memory: it is not looked at.
const MAX_HELD: usize = 128 << 20;
/// How large the part with its styles may be, of which each takes much more memory than XML.
const MAX_STYLES: u64 = 16 << 20;

/// What was seen in a workbook while it was unpacked.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The parts that may say something of rows and cells.
    pub(super) marked: BTreeSet<String>,
    /// The parts that are sheets with rules for what is entered, and what stands below their rows.
    pub(super) below: Vec<(String, Vec<u8>)>,
}

/// Unpacks everything once, into nothing, to know how large it is: what the archive says of itself may be a lie. Gives what was
/// seen in it.
pub(crate) fn check(bytes: &[u8]) -> Result<Seen, String> {
    check_size(bytes, MAX_SHEETS, MAX_REST)
}

fn check_size(bytes: &[u8], mut sheets: u64, mut rest: u64) -> Result<Seen, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| say::unreadable(&error.to_string()))?;
    let mut seen = Seen::default();
    for at in 0..archive.len() {
        // What cannot be unpacked here cannot be there, where it is said.
        let Ok(part) = archive.by_index(at) else { continue };
        let name = part.name().map_or_else(|_| String::new(), |name| name.to_lowercase());
        let is_sheet = name.contains("worksheets/");
        let left = if is_sheet { &mut sheets } else { &mut rest };
        // No more of a part is given than it says that it has.
        let held = if is_sheet { MAX_HELD } else { MAX_ROW };
        let is_large = |size: u64| usize::try_from(size).is_ok_and(|size| size > held);
        let mut watch = Watch::of(is_large(part.size()));
        // Whoever reads a part that is broken at its end gets what stands before.
        let unpacked = io::copy(&mut part.take(*left + 1), &mut watch).unwrap_or(watch.taken);
        let room = left.checked_sub(unpacked);
        *left = room.ok_or_else(say::too_large)?;
        let is_styles = name.ends_with("styles.xml");
        if is_styles && unpacked > MAX_STYLES {
            return Err(say::large_styles(MAX_STYLES >> 20));
        }
        if (is_large(unpacked) && !watch.is_usual() || is_styles || name.ends_with("sharedstrings.xml"))
            && let Ok(part) = archive.by_index(at)
        {
            scan::check(part, unpacked)?;
        }
        if (is_sheet || name.ends_with("sharedstrings.xml")) && watch.found {
            seen.marked.insert(name.clone());
        }
        seen.below.extend(watch.below().filter(|_| is_sheet).map(|below| (name, below.to_vec())));
    }
    Ok(seen)
}

thread_local! {
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic of this thread becomes an error in words. A program's panic hook may ask, and keep quiet about it; the
/// library installs none.
pub fn is_contained() -> bool {
    CONTAINED.get()
}

/// Runs `work`, which gives a stranger's file, or a disk that may be full, to a library that may panic on it. That is an error
/// here and nothing else, so this one boundary turns a panic into words.
pub(crate) fn contained<T>(panicked: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let outer = CONTAINED.replace(true);
    // What `work` leaves half done is dropped with it.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    CONTAINED.set(outer);
    result.unwrap_or_else(|_| Err(panicked.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_panic_is_an_error_and_the_hook_of_the_program_is_its_own() {
        use std::sync::atomic::{AtomicU32, Ordering};
        static HEARD: AtomicU32 = AtomicU32::new(0);
        let before = std::sync::Arc::new(panic::take_hook());
        let previous = std::sync::Arc::clone(&before);
        panic::set_hook(Box::new(move |info| match is_contained() {
            true => drop(HEARD.fetch_add(1, Ordering::Relaxed)),
            false => previous(info),
        }));
        let results = [1, 2].map(|_| contained::<()>("it is damaged", || panic!("out of range")));
        panic::set_hook(Box::new(move |info| before(info)));
        assert_eq!(results, [1, 2].map(|_| Err("it is damaged".to_owned())));
        assert_eq!((HEARD.load(Ordering::Relaxed), is_contained()), (2, false));
        assert_eq!(contained("", || Ok(is_contained())), Ok(true));
    }

    #[test]
    fn what_grows_beyond_its_bounds_is_refused() {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write_string(0, 0, "x".repeat(30_000)).unwrap();
        let bytes = book.save_to_buffer().unwrap();
        assert!(bytes.len() < 10_000);
        assert!(check(&bytes).is_ok_and(|seen| seen.marked.is_empty()));
        assert!(check_size(&bytes, MAX_SHEETS, 30_000).is_err());
        assert!(check_size(&bytes, 100, MAX_REST).is_err());
    }

    #[test]
    fn what_says_that_it_is_small_is_so() {
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        out.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(format!("<sheetData><row>{}</row></sheetData>", "<c/>".repeat(MAX_HELD / 4)).as_bytes()).unwrap();
        let mut bytes = out.finish().unwrap().into_inner();
        let long = Err("a row or text of it is larger than 16 MiB once it is unpacked".to_owned());
        assert_eq!(check(&bytes).map(drop), long);
        // Not even where it is broken at its end.
        let entry = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
        bytes[entry + 16..entry + 20].copy_from_slice(&[0; 4]);
        assert_eq!(check(&bytes).map(drop), long);
        // What says that it is small gives no more to anybody.
        bytes[entry + 24..entry + 28].copy_from_slice(&100u32.to_le_bytes());
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        assert!(io::copy(&mut archive.by_index(0).unwrap(), &mut io::sink()).is_err());
    }
}
