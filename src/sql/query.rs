//! A query as steps, each a named part that takes what the one before gives, and how it is laid out.

use super::dialect::{Differences, Materialized};
use super::names::name as own_name;
use super::request::Request;
use super::tree::{Expr, name_of, wrapped};
use crate::words::sql as words;

/// A step: which columns it leaves out of those it takes, and which it adds.
pub(super) struct Step {
    /// Its name; none for the last.
    pub(super) name: Option<&'static str>,
    pub(super) comment: &'static str,
    pub(super) without: Vec<String>,
    pub(super) columns: Vec<(Expr, String)>,
    /// The only columns that it takes over, where that is said.
    pub(super) carried: Option<Vec<String>>,
    /// The step that it takes its rows from, if that is not the one before.
    pub(super) from: Option<&'static str>,
    /// What stands beside them.
    pub(super) join: Option<Join>,
    /// What holds of the rows that it takes.
    pub(super) only: Option<Expr>,
    /// Whether the rows in which these columns are the same are one.
    pub(super) grouped: bool,
}

/// What stands beside the rows that a step takes.
pub(super) enum Join {
    /// Each of these texts, in a column of this name.
    Each(String, Vec<String>),
    /// The row of another step, if it has one in which the second column is what the first is; its only one if none are named.
    Other(&'static str, Option<[String; 2]>),
    /// What makes the names of results ambiguous if the table has columns called so, where the engine would take both.
    Once(&'static str),
}

impl Join {
    fn print(&self, of: &Differences, step: &Step) -> String {
        match self {
            Self::Each(column, texts) => {
                let texts = texts.iter().map(|text| Expr::Text(text.clone()).print(of, 0));
                let rows = texts.map(|text| format!("SELECT {text} AS {}", name_of(of, column)));
                format!("CROSS JOIN (\n    {}\n  ) AS cxm_each", rows.collect::<Vec<_>>().join("\n    UNION ALL "))
            }
            Self::Other(name, None) => format!("CROSS JOIN {name}"),
            Self::Other(name, Some([one, other])) => {
                format!("LEFT JOIN {name} ON {} = {}", name_of(of, one), name_of(of, other))
            }
            Self::Once(comment) => {
                let names: Vec<String> = step.columns.iter().map(|(_, name)| name_of(of, name)).collect();
                let zeros: Vec<String> = names.iter().map(|name| format!("0 AS {name}")).collect();
                let (zeros, names) = (zeros.join(",\n    "), wrapped(&names, 0));
                format!("-- {comment}\nJOIN (\n  SELECT\n    {zeros}\n) AS cxm_results ON 0 IN ({names})")
            }
        }
    }
}

impl Step {
    /// A step that takes over all there is.
    pub(super) fn new(name: &'static str, comment: &'static str, columns: Vec<(Expr, String)>) -> Self {
        Self { name: Some(name), ..Self::last(comment, columns) }
    }

    /// The last one, which has no name.
    pub(super) fn last(comment: &'static str, columns: Vec<(Expr, String)>) -> Self {
        Self {
            name: None,
            comment,
            without: Vec::new(),
            columns,
            carried: None,
            from: None,
            join: None,
            only: None,
            grouped: false,
        }
    }
}

pub(super) struct Query {
    /// The assessment and its version.
    pub(super) of: (String, String),
    pub(super) steps: Vec<Step>,
}

impl Query {
    pub(super) fn print(&self, request: &Request<'_>) -> String {
        let of = request.dialect.differences();
        let program = env!("CARGO_PKG_VERSION");
        let mut text = format!("-- {}\n", words::head(request.lang, &self.of.0, &self.of.1, program, of.name));
        text += "WITH\n";
        let mut from = request.from;
        // The columns that steps have added and not left out again.
        let mut own: Vec<&String> = Vec::new();
        for (at, step) in self.steps.iter().enumerate() {
            let indent = if step.name.is_some() { 2 } else { 0 };
            text += &format!("-- {}\n", step.comment);
            if let Some(name) = step.name {
                let kept = match of.materialized {
                    Materialized::Never => false,
                    Materialized::Shared => self.steps.iter().any(|step| step.from == Some(name)),
                    Materialized::Always => true,
                };
                text += &format!("{name} AS {}(\n", if kept { "MATERIALIZED " } else { "" });
            }
            let inner = indent + 2;
            let lead = " ".repeat(inner);
            own.retain(|column| !step.without.contains(column));
            own.retain(|column| step.carried.as_ref().is_none_or(|carried| carried.contains(column)));
            let mut columns = match &step.carried {
                Some(carried) => carried.iter().map(|name| name_of(&of, name)).collect(),
                None => self.carried(at, request, &of, &own, inner),
            };
            columns.extend(
                step.columns.iter().map(|(expr, name)| format!("{} AS {}", expr.print(&of, inner), name_of(&of, name))),
            );
            let outer = " ".repeat(indent);
            from = step.from.unwrap_or(from);
            let columns = columns.join(&format!(",\n{lead}"));
            text += &format!("{outer}SELECT\n{lead}{columns}\n{outer}FROM {from}\n");
            if let Some(join) = &step.join {
                text += &format!("{outer}{}\n", join.print(&of, step));
            }
            if let Some(only) = &step.only {
                text += &format!("{outer}WHERE\n{lead}{}\n", only.print(&of, inner));
            }
            if let Some(by) = step.carried.as_ref().filter(|_| step.grouped) {
                let by: Vec<String> = by.iter().map(|name| name_of(&of, name)).collect();
                text += &format!("{outer}GROUP BY {}\n", by.join(", "));
            }
            own.extend(step.columns.iter().map(|(_, name)| name));
            if let Some(name) = step.name {
                text += if at + 2 == self.steps.len() { ")\n" } else { "),\n" };
                from = name;
            }
        }
        text
    }

    /// What a step takes over: all but some columns, or those that are named and those that are its own.
    fn carried(
        &self,
        at: usize,
        request: &Request<'_>,
        of: &Differences,
        own: &[&String],
        indent: usize,
    ) -> Vec<String> {
        let step = &self.steps[at];
        let (first, last) = (self.steps.iter().position(|step| step.carried.is_none()), self.steps.len() - 1);
        match of.except.filter(|_| request.keep.is_empty()) {
            Some(_) if step.without.is_empty() => vec!["*".to_owned()],
            Some(word) => {
                let names: Vec<String> = step.without.iter().map(|name| name_of(of, name)).collect();
                let before = self.steps[at.saturating_sub(1)].name.filter(|_| step.join.is_some());
                let all = before.map_or_else(|| "*".to_owned(), |before| format!("{before}.*"));
                vec![format!("{all} {word} ({})", wrapped(&names, indent))]
            }
            None => {
                // Most engines take names for the same whatever their case, and some the name of a result for that result.
                let results = &self.steps[last].columns;
                let is_result = |name: &str| results.iter().any(|(_, of)| of.eq_ignore_ascii_case(name));
                let keep = request.keep.iter().map(|name| {
                    let (given, within) = (name_of(of, name), name_of(of, &own_name("input", name)));
                    match is_result(name) {
                        false => given,
                        true if first == Some(at) => format!("{given} AS {within}"),
                        true if at == last => format!("{within} AS {}", name_of(of, &format!("input_{name}"))),
                        true => within,
                    }
                });
                keep.chain(own.iter().map(|name| name_of(of, name))).collect()
            }
        }
    }
}
