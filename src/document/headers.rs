//! Headers of tables and lists that do not go together: a slip in one makes keys seem to stand twice.

use std::collections::HashMap;
use std::ops::Range;

use super::rules::{DUPLICATE_KEY, SYNTAX};
use crate::diagnostic::{Findings, repeated};

/// The most of a kind that are named.
const MOST: usize = 10;

/// A line such as `[lints]` or `[[levels]]`.
pub(super) struct Header<'a> {
    pub(super) span: Range<usize>,
    /// Whether it is of a list.
    pub(super) list: bool,
    pub(super) path: &'a str,
}

/// Adds lists whose header is none of a list, or that stand in the wrong order, and tables that stand twice; gives where keys
/// only seem to stand twice because of that.
pub(super) fn lists(text: &str, headers: &[Header<'_>], findings: &mut Findings) -> Vec<Range<usize>> {
    let mut repeats = Vec::new();
    let mut lists: HashMap<&str, usize> = HashMap::new();
    for (at, header) in headers.iter().enumerate().filter(|(_, header)| header.list) {
        lists.entry(header.path).or_insert(at);
    }
    let (single, tables): (Vec<_>, Vec<_>) = (headers.iter().enumerate())
        .filter(|(_, header)| !header.list)
        .partition(|(_, header)| lists.contains_key(header.path));
    for (_, Header { span, path, .. }) in single.into_iter().take(MOST) {
        findings
            .add(&SYNTAX, span.clone(), format!("`[{path}]` is one table, and elsewhere `{path}` is a list"))
            .help(format!("write `[[{path}]]`"))
            .fix(span.clone(), format!("[[{path}]]"));
        repeats.push(0..text.len());
    }
    let tables = tables.into_iter().map(|(at, header)| (header.path, (at, header)));
    for ((_, first), (at, again)) in repeated(tables).take(MOST) {
        findings
            .add(&DUPLICATE_KEY, again.span.clone(), format!("table `{}` stands twice", again.path))
            .related(first.span.clone(), "first here")
            .help(format!(
                "of a list each item begins with `[[{}]]`; of one table, put all keys under one header",
                again.path
            ));
        let end = headers.get(at + 1).map_or(text.len(), |next| next.span.start);
        repeats.push(again.span.start..end);
    }
    let mut early: Vec<&str> = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let Some((list, _)) = header.path.rsplit_once('.') else { continue };
        if lists.get(list).is_none_or(|first| *first < at) || early.contains(&list) || early.len() == MOST {
            continue;
        }
        early.push(list);
        let written = &text[header.span.clone()];
        findings
            .add(&SYNTAX, header.span.clone(), format!("`{written}` stands above the first `[[{list}]]`"))
            .help(format!("put it below the `[[{list}]]` that it belongs to"));
        repeats.push(0..text.len());
    }
    repeats
}
