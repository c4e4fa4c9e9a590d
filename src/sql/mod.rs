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
mod names;
mod query;
mod reach;
mod reading;
mod rejects;
mod request;
mod tree;
mod words;

use std::collections::BTreeSet;

use crate::definition::Definition;
use compiled::Compiled;
pub use dialect::Dialect;
use names::OWN;
use query::Query;
use reading::Reading;
use request::ids;
pub use request::{Refusal, Request};

/// The query that scores every row.
pub fn scores(languages: &[Definition], request: &Request<'_>) -> Result<String, Refusal> {
    refuse(&languages[0], request)?;
    if !languages[0].groups.is_empty() {
        let id = &languages[0].id;
        return Err(Refusal(format!("`{id}` has groups of criteria, whose scores a query does not have yet")));
    }
    let dialect = request.dialect.name();
    if request.keep.is_empty() && request.dialect.differences().except.is_none() {
        return Err(Refusal(format!(
            "`{dialect}` cannot leave columns out of `*`: name those to carry along, such as --keep respondent"
        )));
    }
    let reading = Reading::new(languages, request.texts)?;
    let compiled = Compiled::new(&languages[0], &reading, request)?;
    let (definition, of) = (&languages[0], &compiled);
    let steps = vec![
        adding::cells(of),
        adding::answers(of),
        adding::sums(of),
        judging::criteria(of),
        judging::overall(of),
        judging::levels(of),
    ];
    let mut names = BTreeSet::new();
    let results = steps.iter().flat_map(|step| &step.columns).map(|(_, name)| name);
    if let Some(twice) = results.into_iter().find(|name| !names.insert(*name)) {
        return Err(Refusal(format!(
            "criterion `{twice}` of `{}` is called as another column of results",
            definition.id
        )));
    }
    Ok(Query { of: (definition.id.clone(), definition.version.to_string()), steps }.print(request))
}

/// The query of all cells that are no answer.
pub fn rejects(languages: &[Definition], request: &Request<'_>) -> Result<String, Refusal> {
    refuse(&languages[0], request)?;
    let reading = Reading::new(languages, request.texts)?;
    Ok(rejects::print(&languages[0], &reading, request))
}

/// Refuses names that are none of the assessment, or that the query has for itself.
fn refuse(definition: &Definition, request: &Request<'_>) -> Result<(), Refusal> {
    if let Some(id) = request.absent.iter().find(|id| !ids(definition).any(|known| known == id.as_str())) {
        return Err(Refusal(format!("`{id}` is neither a question nor a fact of `{}`", definition.id)));
    }
    if let Some(column) = request.keep.iter().find(|column| column.to_lowercase().starts_with(OWN)) {
        return Err(Refusal(format!("the query has columns of its own that begin with `{OWN}`: rename `{column}`")));
    }
    match request.from.trim().is_empty() {
        true => Err(Refusal("there is no table whose name is empty".to_owned())),
        false => Ok(()),
    }
}
