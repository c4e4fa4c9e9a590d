//! The scoring of an assessment as a query that an engine of others runs, where the rows do not come to `cxm`.
//!
//! - Takes: an assessment in each of its languages, the dialect, the table, and which of its columns are wanted.
//! - Gives: one query whose results are those of `batch` to the last digit, and one of the cells that are no answer; or why
//!   the dialect cannot have it.
//! - Never: runs a query, looks at a table, or puts anything but the name of the table into it unquoted.
//!
//! Neither `sea-query` nor the tree of `sqlparser` serves: the one knows few of the dialects, and not how they divide; the
//! other is made for what is read, and many times as large as what scoring needs, see `tree`.

mod adding;
mod compiled;
mod dialect;
mod judging;
mod long;
mod names;
mod query;
mod reach;
mod reading;
mod rejects;
mod request;
mod summary;
mod table;
mod tree;

use std::collections::BTreeSet;

use crate::definition::Definition;
use crate::words::sql_refusals as say;
use compiled::Compiled;
pub use dialect::Dialect;
use query::{Query, Step};
use reading::Reading;
use request::ids;
pub use request::{Long, Refusal, Request};
use table::Table;

/// The query that scores every row.
pub fn scores(languages: &[Definition], request: &Request<'_>) -> Result<String, Refusal> {
    refuse(&languages[0], request)?;
    let dialect = request.dialect.name();
    if request.keep.is_empty()
        && !request.summary
        && request.long.is_none()
        && request.dialect.differences().except.is_none()
    {
        return Err(Refusal(say::needs_keep(dialect)));
    }
    let respondent = request.long.filter(|_| !request.summary).map(|long| [long.respondent.clone()]);
    let request = &Request { keep: respondent.as_ref().map_or(request.keep, |name| name.as_slice()), ..*request };
    let reading = Reading::new(languages, request)?;
    let table = Table::new(&languages[0], &reading, request)?;
    let compiled = Compiled::new(&languages[0], (&reading, &table), request)?;
    let (definition, of) = (&languages[0], &compiled);
    let mut steps: Vec<Step> =
        request.long.into_iter().flat_map(|long| [long::named(of, long), long::wide(of, long)]).collect();
    steps.extend([
        adding::cells(of),
        adding::answers(of),
        adding::sums(of),
        judging::criteria(of),
        judging::overall(of),
    ]);
    if request.summary {
        // What is summed up is not left out before.
        steps[1..].iter_mut().for_each(|step| step.without.clear());
        steps.extend(summary::steps(of)?);
    } else {
        steps.push(judging::levels(of));
    }
    refuse_long(&steps, request)?;
    let mut names = BTreeSet::new();
    let results = steps.last().expect("there are steps").columns.iter().map(|(_, name)| name);
    if let Some(twice) = results.into_iter().find(|name| !names.insert(*name)) {
        return Err(Refusal(say::called_as_result(twice, &definition.id)));
    }
    Ok(Query { of: (definition.id.clone(), definition.version.to_string()), steps }.print(request))
}

/// The query of all cells that are no answer.
pub fn rejects(languages: &[Definition], request: &Request<'_>) -> Result<String, Refusal> {
    refuse(&languages[0], request)?;
    let reading = Reading::new(languages, request)?;
    let table = Table::new(&languages[0], &reading, request)?;
    if let Some(long) = request.long {
        let of = &Compiled::new(&languages[0], (&reading, &table), request)?;
        let steps: Vec<Step> = std::iter::once(long::named(of, long)).chain(long::rejects(of, long)).collect();
        refuse_long(&steps, request)?;
        return Ok(Query { of: (of.definition.id.clone(), of.definition.version.to_string()), steps }.print(request));
    }
    Ok(rejects::print(&languages[0], (&reading, &table), request))
}

/// Refuses a query whose own columns have names that are too long.
fn refuse_long(steps: &[Step], request: &Request<'_>) -> Result<(), Refusal> {
    let mut names = steps.iter().flat_map(|step| &step.columns);
    names.try_for_each(|(_, name)| names::refuse_long(request.dialect, name))
}

/// Refuses names that are none of the assessment, or that the query has for itself.
fn refuse(definition: &Definition, request: &Request<'_>) -> Result<(), Refusal> {
    if let Some(id) = request.absent.iter().find(|id| !ids(definition).any(|known| known == id.as_str())) {
        return Err(Refusal(say::neither(id, &definition.id)));
    }
    if ids(definition).all(|id| request.absent.iter().any(|absent| absent == id)) {
        return Err(Refusal(say::nothing_left().to_owned()));
    }
    let mut known = request.map.names.iter().filter(|_| request.long.is_none());
    if let Some((header, name)) =
        known.find(|(_, name)| request.keep.iter().any(|keep| keep.eq_ignore_ascii_case(name)))
    {
        return Err(Refusal(say::carried_too(header, name)));
    }
    if let Some(by) =
        request.by.filter(|by| request.long.is_some() && !definition.profile.iter().any(|of| of.id == **by))
    {
        let id = &definition.id;
        return Err(Refusal(say::no_fact(by, id)));
    }
    let long = request.long.map(|long| [&long.respondent, &long.question, &long.answer].map(String::as_str));
    let named = request.keep.iter().map(String::as_str).chain(request.by).chain(long.into_iter().flatten());
    named.into_iter().try_for_each(|column| names::refuse(request.dialect, column))?;
    match request.from.trim().is_empty() {
        true => Err(Refusal(say::empty_name().to_owned())),
        false => Ok(()),
    }
}
