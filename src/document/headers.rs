//! Headers of tables and lists that do not go together: a slip in one makes keys seem to stand twice.

use std::collections::HashMap;
use std::ops::Range;

use super::habits::is_of_key;
use super::rules::{DUPLICATE_KEY, SYNTAX};
use crate::diagnostic::{Findings, repeated};
use crate::words::document::{first_here, write};
use crate::words::document_syntax as say;

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
            .add(&SYNTAX, span.clone(), say::table_and_list(path))
            .help(write(&format!("[[{path}]]")))
            .fix(span.clone(), format!("[[{path}]]"));
        repeats.push(0..text.len());
    }
    let tables = tables.into_iter().map(|(at, header)| (header.path, (at, header)));
    for ((_, first), (at, again)) in repeated(tables).take(MOST) {
        findings
            .add(&DUPLICATE_KEY, again.span.clone(), say::table_twice(again.path))
            .related(first.span.clone(), first_here())
            .help(say::list_or_one_header(again.path));
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
        findings.add(&SYNTAX, header.span.clone(), say::above_the_first(written, list)).help(say::put_below(list));
        repeats.push(0..text.len());
    }
    repeats
}

/// The path of a header of a list whose brackets have spaces between them.
pub(super) fn apart(line: &str) -> Option<&str> {
    let line = line.split('#').next().unwrap_or(line).trim_end();
    let path = line.trim_matches(['[', ']', ' ', '\t']);
    let two = |bracket: char| line.matches(bracket).count() == 2;
    let together = line.starts_with("[[") && line.ends_with("]]");
    let is_path = !path.is_empty() && path.chars().all(|c| is_of_key(c) || c == '.');
    (two('[') && two(']') && !together && is_path).then_some(path)
}

/// Adds where the first key of an item stands once more, so that a header is missing above it; gives where keys only seem to
/// stand twice because of that.
pub(super) fn begun_anew(
    text: &str,
    headers: &[Header<'_>],
    keys: &[(usize, Range<usize>)],
    findings: &mut Findings,
) -> Vec<Range<usize>> {
    let mut repeats = Vec::new();
    for section in keys.chunk_by(|(one, _), (other, _)| one == other) {
        let header = section[0].0.checked_sub(1).map(|at| &headers[at]);
        let Some(header) = header.filter(|header| header.list || header.path.contains('.')) else { continue };
        let name = |at: usize| section.get(at).map(|(_, span)| &text[span.clone()]);
        // What looks like a key in a comment has no name.
        let named = name(0).is_some_and(|name| !name.is_empty());
        let again = (2..section.len()).filter(|at| named && name(*at) == name(0) && repeats.len() < MOST);
        for at in again.collect::<Vec<_>>() {
            let span = section[at].1.clone();
            let above = text[..span.start].trim_end();
            let parted = text[above.len()..span.start].matches('\n').count() > 1;
            let goes_on = name(at + 1).is_some_and(|next| (1..at).any(|before| name(before) == Some(next)));
            if parted || goes_on {
                // Of tables that stand beside each other, each has a name of its own.
                let beside = header.path.rsplit_once('.').filter(|_| !header.list).map(|(beside, _)| beside);
                let help = match beside {
                    Some(beside) => say::put_table_above(beside),
                    None => say::put_header_above(header.path),
                };
                findings.add(&SYNTAX, span.clone(), say::another_begins(&text[span.clone()])).help(help);
                let end = headers.get(section[0].0).map_or(text.len(), |next| next.span.start);
                repeats.push(span.start..end);
            }
        }
    }
    repeats
}
