//! Where finished blocks go: rows in their form, rejects apart, and a line of progress. What stands below the rows is
//! written by whoever ends the run.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::format::Format;
use super::progress::Progress;
use super::skeleton;
use crate::batch::{Done, OwnedRow, Reject, Sink};
use crate::cli::output;
use crate::report::population::{Layout, ROWS, Rows, csv_line};
#[cfg(feature = "xlsx")]
use crate::table::xlsx::Sheet;
use crate::text::{clean, excerpt};
use crate::words::lists::comma;
use crate::words::{batch_rows as rows, batch_run as say};

/// How many rejects are said on stderr.
const SAID: u64 = 20;
/// How wide a header may be.
const HEADER: usize = 48;
/// How many rows are named together.
const NAMED: usize = 5;

pub(super) struct Writer<'a, 'b> {
    pub(super) results: Results<'a>,
    rejects: Option<&'b mut (dyn Write + Send)>,
    progress: Progress,
    /// Whether the first cell of a row names its file, and no reason does.
    pub(super) named: bool,
    said: u64,
    /// The rows that were said to have a cell that is no answer.
    strange: Vec<u64>,
    /// The headers of the columns, and in how many rows, by their places, those tell what does not hold that may be somebody's own.
    pub(super) headers: Vec<String>,
    own: BTreeMap<usize, u64>,
    scored: u64,
    /// What could not be written, where something could not.
    pub(super) broken: Option<Broken>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    Results,
    Rejects,
}

pub(super) enum Results<'a> {
    Lines(&'a mut (dyn Write + Send)),
    /// The items of an array of JSON; and whether there is one.
    Items(&'a mut (dyn Write + Send), bool),
    /// Kept, as many as a table shows; and how many there are.
    Table(&'a mut (dyn Write + Send), Vec<OwnedRow>, u64),
    #[cfg(feature = "xlsx")]
    Sheet(&'a mut (dyn Write + Send), Box<Sheet>, &'a Layout),
    Nowhere,
}

impl<'a> Results<'a> {
    /// The results in `format`, with all that stands above the rows: the titles of their columns, or a head.
    pub(super) fn new(
        format: Format,
        (layout, titles): (&'a Layout, &[String]),
        head: &str,
        out: &'a mut (dyn Write + Send),
    ) -> io::Result<Self> {
        #[cfg(not(feature = "xlsx"))]
        let _ = layout;
        match format {
            Format::Table => Ok(Self::Table(out, Vec::new(), 0)),
            Format::Csv => {
                out.write_all(&csv_line(titles.iter()))?;
                Ok(Self::Lines(out))
            }
            Format::Ndjson => Ok(Self::Lines(out)),
            Format::Html => Ok(Self::Nowhere),
            Format::Json => {
                out.write_all(head.as_bytes())?;
                Ok(Self::Items(out, false))
            }
            #[cfg(feature = "xlsx")]
            Format::Xlsx => {
                let sheet = Sheet::new(titles.iter().map(String::as_str)).map_err(io::Error::other)?;
                Ok(Self::Sheet(out, Box::new(sheet), layout))
            }
        }
    }

    /// Writes rows, of which there are so many.
    pub(super) fn write(&mut self, rows: &Rows, count: u64) -> io::Result<()> {
        match self {
            Self::Lines(out) => out.write_all(&rows.text),
            Self::Items(_, _) if count == 0 => Ok(()),
            Self::Items(out, begun) => {
                // The first needs no comma.
                let from = usize::from(!std::mem::replace(begun, true));
                out.write_all(&rows.text[from..])
            }
            Self::Table(_, kept, all) => {
                *all += count;
                kept.extend(rows.typed.iter().take(ROWS - kept.len()).cloned());
                Ok(())
            }
            #[cfg(feature = "xlsx")]
            Self::Sheet(_, sheet, layout) => {
                rows.typed.iter().try_for_each(|row| sheet.row(layout.cells(row))).map_err(io::Error::other)
            }
            Self::Nowhere => Ok(()),
        }
    }
}

impl<'a, 'b> Writer<'a, 'b> {
    /// Writes results, and rejects apart if they are wanted.
    pub(super) fn new(results: Results<'a>, rejects: Option<&'b mut (dyn Write + Send)>, progress: Progress) -> Self {
        Self {
            results,
            rejects,
            progress,
            named: false,
            said: 0,
            strange: Vec::new(),
            headers: Vec::new(),
            own: BTreeMap::new(),
            scored: 0,
            broken: None,
        }
    }

    fn reject(&mut self, reject: &Reject) -> io::Result<()> {
        if let Some(out) = &mut self.rejects {
            return out.write_all(&line(reject)).inspect_err(|_| self.broken = Some(Broken::Rejects));
        }
        self.said += 1;
        if let Some(column) = reject.own {
            *self.own.entry(column).or_default() += 1;
        }
        if self.said <= SAID {
            self.strange.extend(reject.strange.then_some(reject.row));
            let file = reject.cells().next().filter(|_| self.named).map(String::from_utf8_lossy);
            let said = match file {
                Some(file) => say::reject_in(reject.row, &clean(&file), &reject.reason),
                None => say::reject(reject.row, &reject.reason),
            };
            self.progress.above(|| output::note(&said));
        }
        Ok(())
    }

    /// Says how many rejects were not said, and what can be done about them.
    pub(super) fn finish(&mut self) {
        self.progress.clear();
        if self.rejects.is_none() && self.said > SAID {
            output::note(&say::more_rejects(self.said - SAID));
        }
        if !self.strange.is_empty() {
            let numbers: Vec<String> = self.strange.iter().take(NAMED).map(ToString::to_string).collect();
            let (numbers, more) = (numbers.join(comma()), self.strange.len().saturating_sub(NAMED));
            let which = match more {
                0 => rows::which(self.strange.len(), &numbers),
                more => rows::which_and_more(&numbers, more as u64),
            };
            output::note(&say::cells_can_be_mapped(&which));
        }
        // One row or another may be wrong in any column.
        let own = self.own.iter().filter(|(_, rows)| **rows * 2 > self.scored + self.said);
        for header in own.filter_map(|(at, _)| self.headers.get(*at)) {
            output::note(&say::may_be_own(&excerpt(header, HEADER), &skeleton::key(header.trim())));
        }
    }
}

impl Sink<Rows> for Writer<'_, '_> {
    fn block(&mut self, done: &Done<Rows>) -> io::Result<()> {
        if let Err(error) = self.results.write(&done.rows, done.scored) {
            self.broken = Some(Broken::Results);
            // Who reads the results has seen enough of them; the rejects may still be wanted.
            if error.kind() != io::ErrorKind::BrokenPipe || self.rejects.is_none() {
                return Err(error);
            }
            self.results = Results::Nowhere;
        }
        done.rejects.iter().try_for_each(|reject| self.reject(reject))?;
        self.scored += done.scored;
        self.progress.add(done.bytes, done.scored);
        Ok(())
    }
}

/// A reject as a line of CSV.
fn line(reject: &Reject) -> Vec<u8> {
    let number = reject.row.to_string();
    csv_line([number.as_bytes(), reject.reason.as_bytes()].into_iter().chain(reject.cells()))
}
