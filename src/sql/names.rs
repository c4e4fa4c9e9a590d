//! What the columns of the query's steps are called.

use super::dialect::Dialect;
use super::request::Refusal;
use super::tree::Expr;
use crate::words::sql_refusals as say;

/// What stands for an open question, for one that does not apply, for a cell that is no answer, and for a question that is
/// not asked: numbers below 0.
pub(super) const OPEN: u8 = 1;
pub(super) const NOT_APPLICABLE: u8 = 2;
pub(super) const STRANGE: u8 = 3;
pub(super) const NOT_ASKED: u8 = 4;

/// What the names begin with until they are those of results. No id has an underscore.
pub(super) const OWN: &str = "cxm_";

pub(super) fn name(kind: &str, id: &str) -> String {
    format!("{OWN}{kind}_{id}")
}

pub(super) fn column(kind: &str, id: &str) -> Expr {
    Expr::Column(name(kind, id))
}

/// Refuses what a column of the table is called where it cannot be written as a name.
pub(super) fn refuse(dialect: Dialect, name: &str) -> Result<(), Refusal> {
    if name.to_lowercase().starts_with(OWN) {
        return Err(Refusal(say::own_columns(OWN, name)));
    }
    if let Some(obeyed) = dialect.differences().obeyed.iter().find(|obeyed| name.contains(**obeyed)) {
        return Err(Refusal(say::obeyed(obeyed, name)));
    }
    refuse_long(dialect, name)
}

/// Refuses a name of which the dialect would cut the end, and might take another for it.
pub(super) fn refuse_long(dialect: Dialect, name: &str) -> Result<(), Refusal> {
    match dialect.differences().longest_name.filter(|most| name.len() > *most) {
        None => Ok(()),
        Some(most) => Err(Refusal(say::too_long(dialect.name(), most, name, name.len()))),
    }
}

/// A column that there is once.
pub(super) fn single(name: &str) -> Expr {
    Expr::Column(name_of_single(name))
}

pub(super) fn name_of_single(name: &str) -> String {
    format!("{OWN}{name}")
}

pub(super) fn number(number: impl Into<u128>) -> Expr {
    Expr::Int(number.into())
}

fn trimmed(column: &str) -> Expr {
    Expr::Call("TRIM", vec![Expr::AsText(Box::new(Expr::Column(column.to_owned())))])
}

/// What there is, or an empty text.
fn or_empty(text: Expr) -> Expr {
    Expr::Call("COALESCE", vec![text, Expr::Text(String::new())])
}

/// A cell as it stands in the table, trimmed, in lower case, and empty where there is nothing.
pub(super) fn cell_of(column: &str) -> Expr {
    or_empty(Expr::Call("LOWER", vec![trimmed(column)]))
}

/// A cell as it is spelled, trimmed, and empty where there is nothing.
pub(super) fn text_of(column: &str) -> Expr {
    or_empty(trimmed(column))
}

/// A cell as texts are compared by `batch`, whatever their case, width and white space.
pub(super) fn folded(column: &str) -> Expr {
    let alike = Expr::Alike(Box::new(cell_of(column)));
    // No capital is left that could be taken for this one.
    let marked = [(" ", " A"), ("A ", ""), (" A", " ")];
    Expr::Call("TRIM", vec![marked.iter().fold(alike, |text, (from, to)| text.replaced(from, to))])
}

/// The sum of several as an integer of 64 bits.
pub(super) fn total(parts: impl Iterator<Item = Expr>) -> Expr {
    let parts: Vec<Expr> = parts.collect();
    Expr::one_or(parts, Expr::Sum).unwrap_or(Expr::Int(0)).integer()
}
