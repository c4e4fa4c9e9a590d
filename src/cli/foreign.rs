//! Files that hold no answers in a form that is read here, told by their first bytes, and what to do instead.

use anyhow::{Result, bail};

use crate::words::cli_files as say;

/// How many bytes tell.
pub(super) const HEAD: usize = 64;

/// First bytes, and what begins with them.
const FOREIGN: [(&[u8], What); 22] = [
    (b"%PDF", What::Is(say::pdf)),
    (b"\xd0\xcf\x11\xe0", What::Is(say::office)),
    (b"{\\rtf", What::Is(say::rtf)),
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
    (b"SQLite format 3", What::Is(say::database)),
    (b"PAR1", What::Is(say::parquet)),
    (b"$FL", What::Is(say::spss)),
    (b"<stata_dta>", What::Is(say::stata)),
    (b"<?xml", What::Is(say::xml)),
    (b"\x7fELF", What::Is(say::program)),
    (b"\xff\xfe\0\0", WIDE),
    (b"\0\0\xfe\xff", WIDE),
];
/// How web pages begin, and tables that programs write as such.
const PAGES: [&[u8]; 8] =
    [b"<!doctype html", b"<html", b"<head", b"<meta", b"<body", b"<style", b"<table", b"mime-version:"];
const PICTURE: What = What::Is(say::picture);
const COMPRESSED: What = What::Compressed;
const WIDE: What = What::Wide;

/// What a file is.
#[derive(Clone, Copy)]
enum What {
    /// This, which can be exported from.
    Is(fn() -> &'static str),
    /// Compressed in a way that is not read.
    Compressed,
    /// Text with four bytes a letter.
    Wide,
}

/// Whether JSON begins so whose rows are lists of cells, and no objects; a table of TOML has no quote there.
fn is_array_of_arrays(text: &[u8]) -> bool {
    let inner = text.strip_prefix(b"[").map(<[u8]>::trim_ascii_start).and_then(|inner| inner.strip_prefix(b"["));
    inner.is_some_and(|inner| inner.trim_ascii_start().starts_with(b"\""))
}

/// Refuses what begins with `head` if it can hold no answers here.
pub(super) fn refuse(name: &str, head: &[u8]) -> Result<()> {
    let head = &head[..head.len().min(HEAD)];
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start().to_ascii_lowercase();
    if PAGES.iter().any(|first| text.starts_with(first)) {
        let is_sheet = [".xls", ".xlsx", ".xlsm"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        bail!(if is_sheet { say::web_page_for_sheet(name) } else { say::web_page(name) });
    }
    match FOREIGN.iter().find(|(first, _)| head.starts_with(first)) {
        _ if is_array_of_arrays(&text) => bail!(say::array_of_arrays(name)),
        Some((_, What::Wide)) => bail!(say::in_utf32(name)),
        Some((_, What::Compressed)) => bail!(say::otherwise_compressed(name)),
        Some((_, What::Is(what))) => bail!(say::foreign(name, what())),
        None => Ok(()),
    }
}
