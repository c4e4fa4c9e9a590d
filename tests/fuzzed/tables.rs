//! A table from its bytes to its results, as `cxm batch` goes: the same in whatever way it comes.

use std::io::Read;
use std::sync::Arc;

use cxm::batch::{self, Gathered, Job, Wants, gather};
use cxm::definition::Definition;
use cxm::mapping::map::Map;
use cxm::mapping::passed_over::{Choice, Judge, PassedOver};
use cxm::mapping::{Cells, Columns, Matcher, decide};
use cxm::report::population::{Extras, Form, Layout, RowEncoder};
use cxm::table::{Opened, Refused, open, open_lines};

use crate::batch_law::{Kept, Pieces, Way};

/// How the first way comes: all at once.
pub const WHOLE: Way = Way { size: 256 << 10, piece: usize::MAX, workers: 1 };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Csv,
    Ndjson,
}

/// What came of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Results {
    pub rows: String,
    pub rejects: Vec<(u64, String)>,
    pub scored: u64,
    pub passed_over: u64,
}

/// The results of a table, else why it has none.
pub fn results(languages: &[Definition], bytes: &[u8], kind: Kind, way: Way) -> Result<Results, String> {
    let map = Map::default();
    let matcher = Matcher::new(languages, &map);
    let mut first = opened(bytes, kind, way, &matcher)?;
    let columns = matcher.columns(&first.header, &first.below()).map_err(|refusal| format!("{refusal:?}"))?;
    first.pass_over(columns.headings);
    let (cells, choice) = (Cells::new(languages, &map), Choice::default());
    let rows = (first.blocks.with_size(way.size), first.delimiter, first.row + 1);
    let judge = Judge::new(&languages[0], &columns, &cells, &matcher, &choice, &first.above);
    let gathered = gather(&judge, rows, way.workers).map_err(|error| format!("{error:?}"))?;
    let Gathered { evidence, passed_over, versions, .. } = gathered.expect("ends of blocks are not guessed");
    let scale = decide(&cells, &evidence, versions).map_err(|doubt| format!("{doubt:?}"))?;
    let mut opened = opened(bytes, kind, way, &matcher)?;
    opened.pass_over(columns.headings);
    scored(&languages[0], (columns, cells.on(scale), passed_over), opened, way)
}

/// The same with no look at all rows before: numbers are points, and only blank rows are no respondents.
pub fn unjudged(languages: &[Definition], bytes: &[u8], kind: Kind, way: Way) -> Result<Results, String> {
    let map = Map::default();
    let matcher = Matcher::new(languages, &map);
    let opened = opened(bytes, kind, way, &matcher)?;
    let columns = matcher.columns(&opened.header, &[]).map_err(|refusal| format!("{refusal:?}"))?;
    scored(&languages[0], (columns, Cells::new(languages, &map), PassedOver::default()), opened, way)
}

fn scored(
    definition: &Definition,
    (columns, cells, passed_over): (Columns, Cells, PassedOver),
    opened: Opened<Reader<'_>>,
    way: Way,
) -> Result<Results, String> {
    let layout = Layout::new(definition, &columns, Extras { intervals: true, ..Extras::default() });
    let encoder = RowEncoder { definition, layout: &layout, form: Form::Csv };
    let (delimiter, row) = (opened.delimiter, opened.row + 1);
    let job = Job::new(definition, cells, columns, delimiter, Wants::default()).without(passed_over);
    let mut sink = Kept::default();
    let totals = batch::run(&job, &encoder, opened.blocks.with_size(way.size), row, way.workers, &mut sink);
    let totals = totals.map_err(|error| format!("{error:?}"))?;
    let Kept { rows, rejects } = sink;
    assert_eq!(totals.rejected, u64::try_from(rejects.len()).unwrap());
    let rows = String::from_utf8(rows).expect("results are UTF-8");
    super::outputs::is_clean(&rows);
    let records =
        csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(rows.as_bytes()).into_records();
    assert_eq!(records.map(Result::unwrap).count(), usize::try_from(totals.scored).unwrap(), "{rows}");
    Ok(Results { rows, rejects, scored: totals.scored, passed_over: totals.passed_over })
}

type Reader<'a> = Box<dyn Read + Send + 'a>;

fn opened<'a>(bytes: &'a [u8], kind: Kind, way: Way, matcher: &Matcher) -> Result<Opened<Reader<'a>>, String> {
    let input = Pieces(bytes, way.piece);
    let opened = match kind {
        Kind::Csv => open(Box::new(input) as Reader<'_>, matcher, None, Refused::default()),
        Kind::Ndjson => open_lines(Box::new(input) as Reader<'_>, Arc::new(matcher.clone())),
    };
    opened.map_err(|error| format!("{error:?}"))
}

/// The way that these bytes say, and the rest of them.
pub fn way(bytes: &[u8]) -> Option<(Way, &[u8])> {
    let [size, piece, workers, rest @ ..] = bytes else { return None };
    let (size, piece) = (1 + usize::from(*size) * 2, 1 + usize::from(*piece));
    Some((Way { size, piece, workers: 1 + usize::from(workers % 3) }, rest))
}
