//! Files that hold no answers in a form that is read here, told by their first bytes, and what to do instead.

use anyhow::{Result, bail};

/// How many bytes tell.
pub(super) const HEAD: usize = 64;

/// First bytes, and what begins with them.
const FOREIGN: [(&[u8], &str); 22] = [
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
    (b"\xff\xfe\0\0", WIDE),
    (b"\0\0\xfe\xff", WIDE),
];
const PICTURE: &str = "a picture";
const COMPRESSED: &str = "compressed in a way that is not read here (gzip, zstd and ZIP are)";

const WIDE: &str = "text in UTF-32, which is not read here";

/// Whether JSON begins so whose rows are lists of cells, and no objects; a table of TOML has no quote there.
fn is_array_of_arrays(text: &[u8]) -> bool {
    let inner = text.strip_prefix(b"[").map(<[u8]>::trim_ascii_start).and_then(|inner| inner.strip_prefix(b"["));
    inner.is_some_and(|inner| inner.trim_ascii_start().starts_with(b"\""))
}

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
        _ if is_array_of_arrays(&text) => bail!(
            "{name} is an array of arrays (JSON): write an object for each respondent, with the columns as its keys, or \
             save it as CSV"
        ),
        Some((_, WIDE)) => bail!("{name} is {WIDE}: save it as UTF-8"),
        Some((_, COMPRESSED)) => bail!("{name} is {COMPRESSED}: unpack it first"),
        Some((_, what)) => bail!("{name} is {what}: save or export the answers as CSV or XLSX"),
        None => Ok(()),
    }
}
