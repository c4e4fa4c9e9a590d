//! From the bytes of an input to its text: unpacked, and in UTF-8. What was done beyond reading it is said; what an input is
//! in, if that is not plain, is proposed and never taken.

use std::io::{self, Cursor, Read};

use anyhow::{Context as _, Result, bail};
use encoding_rs::Encoding;

use super::assessment::Assessment;
use crate::cli::error::Usage;
use crate::cli::foreign;
use crate::table::compressed::Compression;
use crate::table::encoding::{self, Decoded, fitting};
use crate::table::{self, Refused};
#[cfg(feature = "xlsx")]
use crate::words::batch_sheets;
use crate::words::{batch_input as say, batch_rows, cli_files};

/// A reader that workers may share.
pub(super) type Reader = Box<dyn Read + Send>;

/// What was read already, and the rest behind it. Its memory is given back once it was read again.
pub(super) struct Begun<R> {
    pub(super) head: Cursor<Vec<u8>>,
    pub(super) rest: R,
}

impl<R: Read> Read for Begun<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.head.read(buffer)?;
        if read > 0 || buffer.is_empty() {
            return Ok(read);
        }
        self.head = Cursor::default();
        self.rest.read(buffer)
    }
}

/// How many bytes tell what an input is.
pub(super) const SNIFFED: usize = 256 << 10;

/// What an input holds.
pub(super) enum Content {
    /// UTF-8, save where bytes are no text in the encoding of this name.
    Text(Reader, &'static str),
    #[cfg(feature = "xlsx")]
    Spreadsheet(Vec<u8>),
}

/// The encoding that the user names.
pub(super) fn named(label: &str) -> Result<&'static Encoding> {
    encoding::encoding(label).ok_or_else(|| {
        let most = ["shift_jis", "cp932", "euc-jp", "iso-2022-jp", "windows-1252", "latin1", "macintosh", "utf-16le"];
        let near = crate::diagnostic::nearest(&label.to_lowercase(), most);
        Usage(near.map_or_else(|| say::no_encoding(label), |near| say::no_encoding_but(label, near))).into()
    })
}

/// What `reader` holds, and in words what was done to it.
pub(super) fn content(
    mut reader: Reader,
    name: &str,
    named: Option<&'static Encoding>,
    assessment: &Assessment,
) -> Result<(Content, Vec<String>)> {
    let mut notes = Vec::new();
    let mut head = begin(&mut reader, foreign::HEAD, name)?;
    if let Some(compression) = Compression::of(&head) {
        reader = Box::new(compression.unpack(Cursor::new(head).chain(reader)));
        head = begin(&mut reader, foreign::HEAD, name)?;
    }
    #[cfg(feature = "xlsx")]
    if table::xlsx::is_xlsx(&head) {
        let Some(bytes) = whole(Cursor::new(head).chain(reader), name)? else {
            bail!(batch_sheets::too_large(name, MAX_WHOLE >> 20));
        };
        match super::archive::only_file(bytes, name, MAX_WHOLE)? {
            super::archive::Held::Spreadsheet(bytes) => return Ok((Content::Spreadsheet(bytes), notes)),
            super::archive::Held::File(file, bytes) => {
                notes.push(say::only_file(&file));
                reader = Box::new(Cursor::new(bytes));
                head = begin(&mut reader, foreign::HEAD, name)?;
                if table::xlsx::is_xlsx(&head) || Compression::of(&head).is_some() {
                    bail!(say::packed_again(name, &file));
                }
            }
        }
    }
    foreign::refuse(name, &head)?;
    head.extend(begin(&mut reader, SNIFFED, name)?);
    let encoding = chosen(&head, name, named, assessment)?;
    if named.is_none() && encoding::marked(&head).is_none() && encoding != encoding_rs::UTF_8 {
        notes.push(say::read_as(encoding.name()));
    }
    let text = Decoded::new(Begun { head: Cursor::new(head), rest: reader }, encoding);
    Ok((Content::Text(Box::new(text), encoding.name()), notes))
}

/// The largest input, in bytes, of those that have to be read whole.
pub(super) const MAX_WHOLE: u64 = 256 << 20;

/// All of an input; none where it is too large.
pub(super) fn whole(reader: impl Read, name: &str) -> Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let length = reader.take(MAX_WHOLE + 1).read_to_end(&mut bytes).with_context(|| cli_files::cannot_read(&name))?;
    Ok((u64::try_from(length)? <= MAX_WHOLE).then_some(bytes))
}

/// The first bytes of an input.
fn begin(reader: &mut Reader, length: usize, name: &str) -> Result<Vec<u8>> {
    let mut head = Vec::new();
    reader
        .by_ref()
        .take(u64::try_from(length)?)
        .read_to_end(&mut head)
        .with_context(|| cli_files::cannot_read(&name))?;
    Ok(head)
}

/// The encoding of what begins with `head`: what its mark says, or else what the user says, or UTF-8; UTF-16 without a mark
/// where nothing else can be meant.
fn chosen(
    head: &[u8],
    name: &str,
    named: Option<&'static Encoding>,
    assessment: &Assessment,
) -> Result<&'static Encoding> {
    if let Some(known) = encoding::marked(head).or(named) {
        return Ok(known);
    }
    let is_wide = head.contains(&0);
    if !is_wide && !encoding::is_other(head) {
        return Ok(encoding_rs::UTF_8);
    }
    let fitting = fitting(head, |text| matches(text, assessment));
    match fitting.as_slice() {
        [(encoding, 1..)] if is_wide => Ok(encoding),
        [] if is_wide => bail!(say::zero_bytes(name)),
        [] => bail!(say::in_none(name)),
        [(encoding, matches)] => {
            let label = encoding.name().to_lowercase();
            bail!(match *matches {
                0 => say::try_encoding(name, &label),
                matches => say::try_matching(name, &label, matches),
            })
        }
        several => {
            let labels: Vec<String> = several.iter().map(|(encoding, _)| encoding.name().to_lowercase()).collect();
            bail!(say::several_encodings(name, &labels.join(batch_rows::or())))
        }
    }
}

/// How many columns of a text match, or whether it is JSON.
pub(super) fn matches(text: &[u8], assessment: &Assessment) -> usize {
    if text.trim_ascii_start().starts_with(b"{") || text.trim_ascii_start().starts_with(b"[{") {
        return 1;
    }
    table::open(text, &assessment.matcher, None, Refused::default()).map_or(0, |opened| opened.wanted)
}
