//! `--fix`: making the edits that findings propose, or showing them.

use std::sync::Arc;

use anyhow::Result;

use super::paths::{Definition, File};
use crate::cli::{input, output};
use crate::diagnostic::{Finding, Source, mended};
use crate::document::{Document, Syntax};

/// One edit can make room for the next, as a mended definition does for what is found in its translation. Nothing needs
/// more rounds than this.
const MOST_ROUNDS: usize = 10;

/// `definition` after all edits that `check` proposes, again and again until there are none. Of a file that is not
/// well-formed only those parts are edited that are so afterwards: an edit of a part that is not yet might lead away from
/// what was meant.
pub(super) fn mend(definition: &Definition, check: impl Fn(&Definition) -> Vec<Finding>) -> Definition {
    let mut mended = rounds(definition.clone(), &check);
    let files = [&mut mended.base].into_iter().chain(&mut mended.translations);
    for (before, after) in definition.files().zip(files) {
        if !is_readable(&after.source) {
            let text = whole_parts(before.source.text(), after.source.text());
            after.source = Arc::new(Source::new(before.source.name(), text));
        }
    }
    mended
}

fn rounds(mut definition: Definition, check: &impl Fn(&Definition) -> Vec<Finding>) -> Definition {
    for _ in 0..MOST_ROUNDS {
        let findings = check(&definition);
        let mut is_changed = false;
        let files = [&mut definition.base].into_iter().chain(&mut definition.translations);
        for file in files.filter(|file| file.path.is_some()) {
            let own = findings.iter().filter(|finding| Arc::ptr_eq(&finding.source, &file.source));
            let text = mended(file.source.text(), own);
            let mended = Arc::new(Source::new(file.source.name(), text));
            // An edit is none that makes a file unreadable, as one that gives a table the same key twice.
            if mended.text() != file.source.text() && (is_readable(&mended) || !is_readable(&file.source)) {
                file.source = mended;
                is_changed = true;
            }
        }
        if !is_changed {
            break;
        }
    }
    definition
}

fn is_readable(source: &Arc<Source>) -> bool {
    Document::parse(source, Syntax::Toml).is_ok()
}

/// `before`, with those of its parts as in `after` that are well-formed there and were not. A part begins with a header.
fn whole_parts(before: &str, after: &str) -> String {
    let (parts, mended) = (parts(before), parts(after));
    if parts.len() != mended.len() {
        return before.to_owned();
    }
    let is_whole = |part: &str| is_readable(&Arc::new(Source::new("part", part)));
    let better = |part: &str, mended: &str| part != mended && is_whole(mended) && !is_whole(part);
    let parts = parts.into_iter().zip(mended);
    parts.map(|(part, mended)| if better(part, mended) { mended } else { part }).collect()
}

fn parts(text: &str) -> Vec<&str> {
    let headers = text.match_indices("\n[").map(|(at, _)| at + 1);
    let starts: Vec<usize> = [0].into_iter().chain(headers).collect();
    let ends = starts[1..].iter().copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

/// The files that differ, before and after.
fn changed<'a>(before: &'a [Definition], after: &'a [Definition]) -> impl Iterator<Item = (&'a File, &'a File)> {
    let files = |definitions: &'a [Definition]| definitions.iter().flat_map(Definition::files);
    files(before).zip(files(after)).filter(|(before, after)| before.source.text() != after.source.text())
}

/// The differences as a unified diff.
pub(super) fn diff(before: &[Definition], after: &[Definition]) -> String {
    let one =
        |(before, after): (&File, &File)| output::diff(before.source.name(), before.source.text(), after.source.text());
    changed(before, after).map(one).collect()
}

/// Writes the files that differ, each as a whole, and says how many.
pub(super) fn write(before: &[Definition], after: &[Definition]) -> Result<usize> {
    let mut count = 0;
    for (_, file) in changed(before, after) {
        if let Some(path) = &file.path {
            output::rewrite(path, &[input::mark_of(path)?, file.source.text().as_bytes()].concat())?;
            count += 1;
        }
    }
    Ok(count)
}
