//! Where finished blocks go: results in their form, rejects apart, and a line of progress.

use std::io::{self, Write};

use super::format::Format;
use super::interrupt::Interrupt;
use super::progress::Progress;
use crate::batch::{Done, Reject, Sink};
use crate::cli::output;

/// How many rejects are said on stderr.
const SAID: u64 = 20;
/// How many bytes of rows are kept for a table.
const KEPT: usize = 1 << 20;

/// Writes blocks.
pub(super) struct Writer<'a, 'b> {
    pub(super) rows: Rows<'a>,
    pub(super) rejects: Option<&'b mut (dyn Write + Send)>,
    pub(super) progress: Progress,
    pub(super) interrupt: &'a Interrupt,
    /// Whether the first cell of a row names its file, and no reason does.
    pub(super) named: bool,
    pub(super) said: u64,
    /// Whether a cell of a reject that was said is no answer.
    pub(super) strange: bool,
    /// What could not be written, where something could not.
    pub(super) broken: Option<Broken>,
}

/// What could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    Results,
    Rejects,
}

/// How result rows are written.
pub(super) enum Rows<'a> {
    /// As they come.
    Plain(&'a mut (dyn Write + Send)),
    /// As the items of a JSON array, of which so many are written.
    Json(&'a mut (dyn Write + Send), u64),
    /// Kept, as many as a table shows; and how many there are.
    Table(&'a mut (dyn Write + Send), Vec<u8>, u64),
    /// As a spreadsheet.
    #[cfg(feature = "xlsx")]
    Xlsx(&'a mut (dyn Write + Send), Box<crate::table::xlsx::Sheet>),
    /// Not at all.
    Nowhere,
}

impl<'a> Rows<'a> {
    /// The rows of `format`, with all that stands above them; the first so many columns are text whatever they hold.
    #[cfg_attr(not(feature = "xlsx"), allow(unused_variables))]
    pub(super) fn new(
        format: Format,
        layout: &crate::batch::Layout,
        texts: usize,
        head: &str,
        out: &'a mut (dyn Write + Send),
    ) -> io::Result<Self> {
        match format {
            Format::Table => Ok(Self::Table(out, layout.header(), 0)),
            Format::Csv => {
                out.write_all(&layout.header())?;
                Ok(Self::Plain(out))
            }
            Format::Ndjson => Ok(Self::Plain(out)),
            Format::Json => {
                out.write_all(head.as_bytes())?;
                Ok(Self::Json(out, 0))
            }
            #[cfg(feature = "xlsx")]
            Format::Xlsx => {
                let sheet = crate::table::xlsx::Sheet::new(&layout.header(), texts);
                Ok(Self::Xlsx(out, Box::new(sheet.map_err(io::Error::other)?)))
            }
        }
    }

    /// Writes so many result rows.
    pub(super) fn write(&mut self, rows: &[u8], count: u64) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.write_all(rows),
            Self::Json(out, written) => {
                for row in rows.split_inclusive(|byte| *byte == b'\n') {
                    out.write_all(if *written == 0 { b"    " } else { b",\n    " })?;
                    out.write_all(row.trim_ascii_end())?;
                    *written += 1;
                }
                Ok(())
            }
            Self::Table(_, kept, all) => {
                *all += count;
                if kept.len() < KEPT {
                    kept.extend_from_slice(rows);
                }
                Ok(())
            }
            #[cfg(feature = "xlsx")]
            Self::Xlsx(_, sheet) => sheet.rows(rows).map_err(io::Error::other),
            Self::Nowhere => Ok(()),
        }
    }
}

impl<'a, 'b> Writer<'a, 'b> {
    /// Writes `rows`, and rejects apart if they are wanted.
    pub(super) fn new(
        rows: Rows<'a>,
        rejects: Option<&'b mut (dyn Write + Send)>,
        progress: Progress,
        interrupt: &'a Interrupt,
    ) -> Self {
        Self { rows, rejects, progress, interrupt, named: false, said: 0, strange: false, broken: None }
    }

    fn reject(&mut self, reject: &Reject) -> io::Result<()> {
        if let Some(out) = &mut self.rejects {
            return out.write_all(&line(reject)).inspect_err(|_| self.broken = Some(Broken::Rejects));
        }
        self.said += 1;
        if self.said <= SAID {
            self.strange |= reject.strange;
            let file = if self.named { format!("{}: ", first_cell(&reject.cells)) } else { String::new() };
            self.progress.above(|| output::note(&format!("row {}: {file}{}\n", reject.row, reject.reason)));
        }
        Ok(())
    }

    /// Says how many rejects were not said, and, as a `hint`, what can be done about them.
    pub(super) fn finish(&mut self, hint: bool) {
        self.progress.clear();
        if self.rejects.is_none() && self.said > SAID {
            output::note(&format!("… and {} more; --rejects FILE writes them all\n", self.said - SAID));
        }
        if self.strange && hint {
            output::note("note: with --map you can say what such cells mean: see `cxm batch --help`\n");
        }
    }
}

impl Sink for Writer<'_, '_> {
    fn block(&mut self, done: &Done) -> io::Result<()> {
        self.interrupt.check()?;
        if let Err(error) = self.rows.write(&done.rows, done.scored) {
            self.broken = Some(Broken::Results);
            // Who reads the results has seen enough of them; the rejects may still be wanted.
            if error.kind() != io::ErrorKind::BrokenPipe || self.rejects.is_none() {
                return Err(error);
            }
            self.rows = Rows::Nowhere;
        }
        done.rejects.iter().try_for_each(|reject| self.reject(reject))?;
        self.progress.add(done.bytes, done.scored);
        Ok(())
    }
}

/// The first cell of a line of CSV.
fn first_cell(line: &[u8]) -> String {
    let record = csv::ReaderBuilder::new().has_headers(false).from_reader(line).into_byte_records().next();
    let cell = record.and_then(Result::ok).and_then(|record| record.get(0).map(<[u8]>::to_vec)).unwrap_or_default();
    String::from_utf8_lossy(&cell).into_owned()
}

/// A reject as a line of CSV.
fn line(reject: &Reject) -> Vec<u8> {
    let number = reject.row.to_string();
    let mut line = crate::batch::csv_line([number.as_str(), reject.reason.as_str()].into_iter());
    line.pop();
    line.push(b',');
    line.extend_from_slice(&reject.cells);
    line.push(b'\n');
    line
}
