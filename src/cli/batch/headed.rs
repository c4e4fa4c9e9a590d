//! What a workbook says of the headers of questions beside what stands in them: that they do not count, or ask something else.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use anyhow::{Result, bail};

use super::explain::listed;
use crate::mapping::{Columns, Matcher, Meaning};
use crate::table::Unseen;
use crate::text::excerpt;
use crate::words::batch_columns as say;

/// How wide a header may be, and how many are named.
const WIDTH: usize = 48;
const NAMED: usize = 10;

/// Refuses a table with headers, which stand in these rows, of questions or facts that do not count, or ask something else. What the user's map says of
/// columns is settled.
pub(super) fn refuse(
    name: &str,
    unseen: &Unseen,
    columns: &Columns,
    rows: RangeInclusive<u64>,
    matcher: &Matcher,
) -> Result<()> {
    let tells = |at: usize| {
        let column = columns.list.get(at).filter(|column| !column.mapped && column.meaning != Meaning::Metadata);
        column.and_then(|column| column.meaning.subject())
    };
    let struck = unseen.struck.iter().filter(|(row, at)| rows.contains(row) && tells(*at).is_some());
    let struck: BTreeSet<usize> = struck.map(|(_, at)| *at).collect();
    if let Some((first, of)) = struck.first().and_then(|first| Some((*first, tells(*first)?))) {
        let headers = struck.iter().map(|at| format!("`{}`", excerpt(&columns.list[*at].header, WIDTH)));
        let headers = listed(headers.take(NAMED), struck.len());
        bail!(say::struck(name, &headers, first + 1, matcher.id(of)));
    }
    let asks = |at: usize| tells(at).filter(|_| !columns.list[at].is_carried());
    let mut comments = unseen.comments.iter().filter(|(row, ..)| rows.contains(row));
    let other = comments.find_map(|(_, at, text)| Some((at, text, asks(*at).filter(|_| matcher.asks_other(text))?)));
    if let Some((at, text, of)) = other {
        let header = excerpt(&columns.list[*at].header, WIDTH);
        bail!(say::commented(name, at + 1, &header, &excerpt(text, WIDTH), matcher.id(of)));
    }
    Ok(())
}
