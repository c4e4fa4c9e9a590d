//! What the columns of the query's steps are called.

use super::tree::Expr;

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

/// A column that there is once.
pub(super) fn single(name: &str) -> Expr {
    Expr::Column(format!("{OWN}{name}"))
}

pub(super) fn number(number: impl Into<u128>) -> Expr {
    Expr::Int(number.into())
}

/// A cell as it stands in the table, trimmed, in lower case, and empty where there is nothing.
pub(super) fn cell_of(id: &str) -> Expr {
    let text = Expr::AsText(Box::new(Expr::Column(id.to_owned())));
    let folded = Expr::Call("LOWER", vec![Expr::Call("TRIM", vec![text])]);
    Expr::Call("COALESCE", vec![folded, Expr::Text(String::new())])
}

/// The sum of several as an integer of 64 bits.
pub(super) fn total(parts: impl Iterator<Item = Expr>) -> Expr {
    let parts: Vec<Expr> = parts.collect();
    Expr::one_or(parts, Expr::Sum).unwrap_or(Expr::Int(0)).integer()
}
