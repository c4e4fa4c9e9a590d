//! Files that hold no answers in a form that is read here, told by their first bytes, and what to do instead.

use anyhow::{Result, bail};

/// How many bytes tell.
pub(super) const HEAD: usize = 64;

/// First bytes, and what begins with them.
const FOREIGN: [(&[u8], &str); 20] = [
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an Office file that is old (.xls, .doc) or has a password"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"RIFF", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"BZh", COMPRESSED),
    (b"\xfd7zXZ", COMPRESSED),
    (b"7z\xbc\xaf", COMPRESSED),
    (b"Rar!", COMPRESSED),
    (b"\x1f\x9d", COMPRESSED),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"PAR1", "a Parquet file"),
    (b"$FL", "an SPSS file"),
    (b"<stata_dta>", "a Stata file"),
    (b"<?xml", "an XML file"),
    (b"\x7fELF", "a program"),
];
const PICTURE: &str = "a picture";
const COMPRESSED: &str = "compressed in a way that is not read here (gzip, zstd and ZIP are)";

/// Refuses what begins with `head` if it can hold no answers here.
pub(super) fn refuse(name: &str, head: &[u8]) -> Result<()> {
    let head = &head[..head.len().min(HEAD)];
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start().to_ascii_lowercase();
    if text.starts_with(b"<!doctype html") || text.starts_with(b"<html") {
        bail!(
            "{name} is a web page: if it is a form of `cxm template`, fill it in with a browser and give the file that it \
             saves; else export the answers as CSV or XLSX"
        );
    }
    match FOREIGN.iter().find(|(first, _)| head.starts_with(first)) {
        Some((_, COMPRESSED)) => bail!("{name} is {COMPRESSED}: unpack it first"),
        Some((_, what)) => bail!("{name} is {what}: save or export the answers as CSV or XLSX"),
        None => Ok(()),
    }
}
