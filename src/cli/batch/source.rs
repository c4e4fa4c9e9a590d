//! An input that is open, with its columns matched; and which of them an option names.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, bail};

use super::arguments::{Arguments, Reading, Rows};
use super::assessment::Assessment;
use super::bytes::Reader;
use super::input::{self, Again, Input};
use super::raw::Raw;
use super::records::TITLE;
use super::sets::workers;
use super::{explain, headed, unread, widths};
use crate::batch::{self, Gathered};
use crate::cli::error::Usage;
use crate::cli::output;
use crate::mapping::map::column_number;
use crate::mapping::passed_over::{Choice, Condition, Judge, PassedOver, ROWS, SMALL, Why, alone, answers, summing};
use crate::mapping::{Cells, Column, Columns};
use crate::table::{self, Blocks, Members, Opened, Record, Unseen};
use crate::text::excerpt;
use crate::words::lists::comma;
use crate::words::{batch_columns, batch_rows as say, cli_files};

/// An input whose header was read.
pub(super) struct Source {
    pub(super) name: String,
    /// The sheet of a spreadsheet that it is, or those.
    pub(super) sheet: Option<String>,
    pub(super) opened: Opened<Reader>,
    pub(super) columns: Columns,
    /// The ids of the facts, by which their columns can be named too.
    facts: Vec<String>,
    /// How it is read once more.
    again: Option<Again>,
    pub(super) reading: Reading,
    /// The encoding that its bytes are in, where it is text.
    encoding: Option<&'static str>,
    /// Whether it is several tables, each row of which names its own.
    pub(super) several: bool,
    /// Why not all of these are perhaps meant.
    doubt: Option<String>,
    /// Whether only one row of it is taken, or several are merged.
    single: bool,
    pub(super) merges: bool,
    /// Whether its rows are answer sets, whose numbers are points.
    pub(super) sets: bool,
    /// What it says of its rows and cells beside them.
    pub(super) unseen: Unseen,
    /// The names and first rows, as CSV, of the sheets that are not meant.
    pub(super) others: Vec<(String, Vec<u8>)>,
    /// What stands in JSON beside the rows, by its keys.
    pub(super) beside: Members,
    /// What the user says of its rows.
    choice: Choice,
}

impl Source {
    /// Opens an input, and says what is above its header.
    pub(super) fn open(files: &[PathBuf], arguments: &Arguments, assessment: &Assessment) -> Result<Self> {
        Self::of(input::read(files, arguments, assessment)?, &arguments.reading, assessment)
    }

    /// Opens one table, and says what is above its header.
    pub(super) fn table(raw: Raw, path: &Path, reading: &Reading, assessment: &Assessment) -> Result<Self> {
        let source = Self::of(input::table_of(raw, path, reading, assessment)?, reading, assessment)?;
        Ok(Self { single: true, ..source })
    }

    fn of(mut input: Input, reading: &Reading, assessment: &Assessment) -> Result<Self> {
        let (name, again) = (input.name.clone(), input.again.take());
        input.notes.iter().for_each(|note| output::note(&say::note(&name, note)));
        let sets = matches!(again, Some(Again::Sets(..)));
        let (sheet, several, doubt) = (input.sheet.take(), input.several, input.doubt.take());
        let (unseen, others) = (std::mem::take(&mut input.unseen), std::mem::take(&mut input.others));
        let beside = std::mem::take(&mut input.beside);
        let encoding = Some(input.encoding).filter(|_| !input.converted);
        let above = std::mem::take(&mut input.above);
        let mut opened = opened(input, reading.delimiter, assessment)?;
        let titles = opened.above.len();
        opened.above.extend(above);
        let last = widths::without_last(&mut opened);
        let mut columns = assessment
            .matcher
            .columns(&opened.header, &opened.below())
            .map_err(|refusal| explain::Unmatched::new(&name, assessment, refusal, opened.delimiter))?;
        let first = widths::with_names(&mut opened, &mut columns, assessment);
        let first = first.map_err(|why| anyhow!(why(&name)))?;
        last.into_iter().chain(first).for_each(|what| output::note(&say::note(&name, what)));
        opened.pass_over(columns.headings);
        if let Some(cell) = assessment.matcher.asked_beside(&columns, &opened.above, &opened.below()) {
            bail!(explain::beside(&name, cell, &columns, &assessment.matcher));
        }
        headed::refuse(&name, &unseen, &columns, headers(&opened, &columns), &assessment.matcher)?;
        match assessment.matcher.answered_above(&columns, &opened.above[..titles]) {
            0 => {}
            rows => bail!(batch_columns::answered_above(&name, rows as u64, opened.row)),
        }
        columns.name_from(&opened.above[..titles]);
        match titles {
            0 => {}
            rows => {
                let mut cells = opened.above.iter().flatten().map(|cell| cell.trim());
                let text = cells.find(|cell| !cell.is_empty()).unwrap_or_default();
                output::note(&say::note(&name, &say::above_header(rows, &excerpt(text, TITLE))));
            }
        }
        output::note(&explain::by_codes(&name, &columns));
        let merged = explain::merged(&name, &unseen, &columns, opened.row);
        let hidden = explain::hidden(&name, &unseen, &columns);
        merged.iter().chain(&hidden).for_each(|note| output::note(note));
        let facts = assessment.matcher.facts().to_vec();
        let source = Self {
            name,
            sheet,
            opened,
            columns,
            facts,
            again,
            reading: reading.clone(),
            encoding,
            several,
            doubt,
            single: false,
            merges: false,
            sets,
            unseen,
            others,
            beside,
            choice: Choice::default(),
        };
        let conditions = assessment.conditions().iter().map(|text| source.condition(text)).collect::<Result<_>>()?;
        Ok(Self { choice: Choice { conditions, ..Choice::default() }, ..source })
    }

    /// The rows in which the headers of its columns stand.
    pub(super) fn headers(&self) -> RangeInclusive<u64> {
        headers(&self.opened, &self.columns)
    }

    /// How many columns it has, in which encoding and sheet they stand, and in which row their header.
    pub(super) fn head(&self) -> String {
        let (columns, delimiter) = (self.columns.list.len(), explain::delimiter_name(self.opened.delimiter));
        let head = match (&self.sheet, self.encoding) {
            (Some(sheet), _) => batch_columns::head_of_sheet(columns, &delimiter, sheet),
            (None, Some(encoding)) => batch_columns::head_in(columns, &delimiter, encoding),
            (None, None) => batch_columns::head(columns, &delimiter),
        };
        match self.opened.row.checked_sub(u64::try_from(self.columns.headings).unwrap_or(0)) {
            // Objects have keys.
            None | Some(0) => head,
            Some(row) => batch_columns::header_is(&head, row),
        }
    }

    /// Reads all rows for what they say together, and goes back to the first.
    pub(super) fn gather(&mut self, cells: &Cells, assessment: &Assessment) -> Result<Gathered> {
        let disguised = explain::disguised(&self.name, &self.unseen, &self.columns, self.opened.row);
        if let Some(why) = disguised.filter(|_| !self.choice.every_row && !self.single) {
            bail!(why);
        }
        let first = self.rewind(assessment)?;
        match self.gather_from(first.guessed(), cells, assessment)? {
            Some(gathered) => Ok(gathered),
            None => {
                let exact = self.rewind(assessment)?;
                let gathered = self.gather_from(exact, cells, assessment)?;
                Ok(gathered.expect("ends of blocks are not guessed"))
            }
        }
    }

    /// Goes back to the first row, and gives what was about to be read.
    fn rewind(&mut self, assessment: &Assessment) -> Result<Blocks<Reader>> {
        let again = self.again.clone().expect("what was opened can be opened again");
        let input = input::once_more(self.name.clone(), again, &self.reading, assessment)?;
        let blocks = self.opened.again(input.reader, input.refused);
        let blocks = blocks.with_context(|| cli_files::cannot_read(&self.name))?;
        Ok(std::mem::replace(&mut self.opened.blocks, blocks))
    }

    /// Shows all rows of respondents, which are those that are not passed over, by their numbers, and goes back to the first.
    pub(super) fn each_respondent(
        &mut self,
        passed_over: &PassedOver,
        assessment: &Assessment,
        mut take: impl FnMut(u64, &Record),
    ) -> Result<()> {
        let first = self.rewind(assessment)?;
        let again = std::mem::replace(&mut self.opened.blocks, first);
        let above = self.opened.row;
        let is_none = |row: u64| {
            let judged = passed_over.row(row - above);
            judged.is_some_and(|(judged, line)| judged.passes(line) || judged.refusal(line).is_some())
        };
        let read = self.opened.each_row(|number, row| {
            row.into_iter().filter(|_| !is_none(number)).for_each(|(record, _)| take(number, record));
            true
        });
        self.opened.blocks = again;
        read.map_err(|error| unread::block_error(&self.name, error))
    }

    /// Refuses rows that sum up those right below or above them, if they part the table, or if it is small.
    pub(super) fn refuse_sums(&mut self, passed_over: &mut PassedOver, assessment: &Assessment) -> Result<()> {
        let (columns, mut numbers, mut rows) = (self.columns.clone(), Vec::new(), Vec::new());
        self.each_respondent(passed_over, assessment, |row, record| {
            if rows.len() < ROWS {
                rows.push(answers(record, &columns));
                numbers.push(row);
            }
        })?;
        let parts = summing(&rows).filter(|_| rows.len() < ROWS);
        let summing = parts.or_else(|| (rows.len() <= SMALL).then(|| alone(&rows))).unwrap_or_default();
        let summing: Vec<(u64, Why)> = summing.into_iter().map(|at| (numbers[at], Why::SumsUp)).collect();
        passed_over.refuse_rows(&summing, self.opened.row + 1);
        Ok(())
    }

    /// Whether every row is to be taken as it is.
    pub(super) fn takes_every_row(&self) -> bool {
        self.choice.every_row
    }

    /// Whether the user says what becomes of rows of the same respondent.
    pub(super) fn joins_rows(&self) -> bool {
        self.merges || self.single || !self.choice.latest_of.is_empty()
    }

    fn gather_from(&self, blocks: Blocks<Reader>, cells: &Cells, assessment: &Assessment) -> Result<Option<Gathered>> {
        let rows = (blocks, self.opened.delimiter, self.opened.row + 1);
        let (definition, matcher) = (assessment.definition(), &assessment.matcher);
        let judge = Judge::new(definition, &self.columns, cells, matcher, &self.choice, &self.opened.above);
        let judge = judge.of_several(self.several).of_somebodys(self.sets || self.opened.blocks.left_out().is_some());
        let judge = judge.beside(&self.unseen);
        // Whoever takes one row only says it by itself.
        let judge = if self.single { judge } else { judge.of_this_assessment() };
        let workers = workers(&rows.0);
        batch::gather(&judge, rows, workers).map_err(|error| unread::run_error(&self.name, "", None, error))
    }

    /// The column of metadata, or of a fact, that an option names, if it names one.
    pub(super) fn metadata(&self, name: Option<&str>) -> Result<Option<usize>> {
        name.map(|name| self.column(name)).transpose()
    }

    fn column(&self, name: &str) -> Result<usize> {
        let fact = || self.facts.iter().position(|fact| fact == name).and_then(|fact| self.columns.fact(fact));
        let alike = self.columns.called(name);
        if alike.len() > 1 {
            let numbers: Vec<String> = alike.iter().map(|at| format!("#{}", at + 1)).collect();
            return Err(Usage(say::called_alike(name, &numbers.join(say::or()))).into());
        }
        let number =
            column_number(name).filter(|number| self.columns.list.get(number - 1).is_some_and(Column::is_carried));
        if let Some(number) = number.filter(|_| alike.is_empty()) {
            return Ok(number - 1);
        }
        self.columns.metadata(name).or_else(fact).ok_or_else(|| self.no_metadata(name).into())
    }

    /// The same with what the user says of rows.
    pub(super) fn choosing(self, rows: &Rows) -> Result<Self> {
        let latest_of = rows.latest_of.iter().map(|name| self.column(name));
        let conditions = rows.conditions.iter().map(|text| self.condition(text));
        let choice = Choice {
            conditions: self.choice.conditions.iter().cloned().map(Ok).chain(conditions).collect::<Result<_>>()?,
            latest_of: latest_of.collect::<Result<_>>()?,
            date_order: rows.date_order,
            every_row: rows.every_row || self.reading.header_from.is_some(),
        };
        if let Some(doubt) = self.doubt.as_ref().filter(|_| choice == Choice::default()) {
            bail!("{doubt}");
        }
        Ok(Self { choice, ..self })
    }

    /// The headers of the columns of which rows are to be the latest.
    pub(super) fn latest_of(&self) -> Vec<&str> {
        self.choice.latest_of.iter().map(|at| self.columns.list[*at].header.trim()).collect()
    }

    fn condition(&self, text: &str) -> Result<Condition> {
        let read = Condition::readings(text).map(|(name, equal, value)| {
            self.column(name).map(|column| Condition { column, equal, value: value.to_owned() })
        });
        let shape = || Usage(say::no_condition(text)).into();
        // The first that is, else why the first is not.
        read.reduce(|first, next| if first.is_ok() { first } else { next.or(first) }).unwrap_or_else(|| Err(shape()))
    }

    fn no_metadata(&self, name: &str) -> Usage {
        let metadata = self.columns.list.iter().filter(|column| column.is_carried());
        let mut names: Vec<&str> = metadata.map(|column| column.header.as_str()).collect();
        let more = names.len().saturating_sub(LISTED);
        names.truncate(LISTED);
        let list = names.join(comma());
        let list = if more > 0 { say::columns_and_more(&list, more) } else { list };
        let near = crate::diagnostic::nearest(name, names.iter().copied());
        Usage(near.map_or_else(|| say::no_metadata(name, &list), |near| say::no_metadata_but(name, near, &list)))
    }
}

/// How many names of columns a message lists.
const LISTED: usize = 100;

/// The rows in which the headers of columns stand.
fn headers(opened: &Opened<Reader>, columns: &Columns) -> RangeInclusive<u64> {
    opened.row.saturating_sub(u64::try_from(columns.headings).unwrap_or(0))..=opened.row
}

/// Reads the header of an input.
fn opened(input: Input, delimiter: Option<u8>, assessment: &Assessment) -> Result<Opened<Reader>> {
    let (name, refused) = (input.name, input.refused.clone());
    let delimiter = if input.converted { Some(b',') } else { delimiter };
    let opened = match (input.is_lines, input.has_header) {
        (true, _) => table::open_lines(input.reader, Arc::new(assessment.matcher.clone())),
        (false, true) => table::open(input.reader, &assessment.matcher, delimiter, refused),
        (false, false) => table::open_converted(input.reader, &assessment.matcher, refused),
    };
    let mut opened = opened.map_err(|error| unread::open_error(&name, input.encoding, error))?;
    opened.row -= u64::from(!input.has_header);
    Ok(opened)
}
