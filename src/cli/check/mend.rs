//! `--fix`: making the edits that findings propose, or showing them.

use std::sync::Arc;

use anyhow::Result;

use super::paths::{Definition, File};
use crate::cli::output;
use crate::diagnostic::{Finding, Source, mended};
use crate::document::{Document, Syntax};

/// One edit can make room for the next, as a mended definition does for what is found in its translation. Nothing needs
/// more rounds than this.
const MOST_ROUNDS: usize = 10;

/// `definition` after all edits that `check` proposes, again and again until there are none.
pub(super) fn mend(definition: &Definition, check: impl Fn(&Definition) -> Vec<Finding>) -> Definition {
    let mut definition = definition.clone();
    for _ in 0..MOST_ROUNDS {
        let findings = check(&definition);
        if findings.iter().all(|finding| finding.fix.is_none()) {
            break;
        }
        let files = [&mut definition.base].into_iter().chain(&mut definition.translations);
        for file in files.filter(|file| file.path.is_some()) {
            let own = findings.iter().filter(|finding| Arc::ptr_eq(&finding.source, &file.source));
            let text = mended(file.source.text(), own);
            let mended = Arc::new(Source::new(file.source.name(), text));
            // An edit is none that makes a file unreadable, as one that gives a table the same key twice.
            let is_readable = |source: &Arc<Source>| Document::parse(source, Syntax::Toml).is_ok();
            if mended.text() != file.source.text() && (is_readable(&mended) || !is_readable(&file.source)) {
                file.source = mended;
            }
        }
    }
    definition
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
            output::rewrite(path, file.source.text().as_bytes())?;
            count += 1;
        }
    }
    Ok(count)
}
