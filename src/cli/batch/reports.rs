//! A page for each row or organisation, and one that compares them, in a new folder: all of them or none.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::answers::AnswerSet;
use crate::batch::{Job, RowName};
use crate::cli::error::Usage;
use crate::cli::{interrupt, output};
use crate::definition::Definition;
use crate::mapping::{Columns, plain};
use crate::plan::Aim;
use crate::population::Organisation;
use crate::report::Input;
use crate::report::html::{self, IndexEntry};
use crate::store;
use crate::text::in_file_name;
use crate::words::{Lang, batch_run as say, cli as words, cli_commands};

/// The most rows or organisations that get a page each.
const MOST: usize = 1_000;
/// The metadata that names a row.
const NAMING: [&str; 2] = ["organisation", "respondent"];

pub(super) struct Reports<'a> {
    pub(super) folder: &'a Path,
    /// The assessment in the language that is wanted, and the digest of its text.
    pub(super) shown: &'a Definition,
    pub(super) digest: String,
    pub(super) lang: Lang,
}

/// Refuses a folder in which something is, so that nothing is written over.
pub(super) fn refuse_full(folder: &Path) -> Result<()> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Usage(say::not_empty(&folder.display())).into()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| say::cannot_write_reports(&folder.display())),
    }
}

/// The columns that name a row: of its organisation, and of its respondent.
pub(super) fn naming(columns: &Columns) -> Vec<usize> {
    NAMING.iter().filter_map(|name| columns.metadata(name)).collect()
}

/// What a report is of.
pub(super) struct Page {
    name: String,
    respondents: u64,
    set: AnswerSet,
}

impl Reports<'_> {
    /// Refuses so many, which are `too_many`.
    pub(super) fn refuse_many(count: usize, too_many: fn(usize, usize) -> String) -> Result<()> {
        if count > MOST {
            bail!(too_many(count, MOST));
        }
        Ok(())
    }

    pub(super) fn write(&self, pages: &[Page]) -> Result<()> {
        let files: Vec<String> = (1..).zip(pages).map(|(number, page)| file_name(number, &page.name)).collect();
        store::create_folder(self.folder, |folder: &Path| -> Result<()> {
            for (Page { set, .. }, file) in pages.iter().zip(&files) {
                let input = Input { definition: self.shown, digest: &self.digest, set, aim: &Aim::NEXT, top: None };
                let report = input.report().context(cli_commands::nothing_applicable())?;
                fs::write(folder.join(file), html::render(&report, self.lang))?;
            }
            let entries = pages.iter().zip(&files).map(|(Page { name, respondents, set }, file)| IndexEntry {
                name,
                respondents: *respondents,
                set,
                file,
            });
            let entries: Vec<IndexEntry<'_>> = entries.collect();
            interrupt::obey();
            let page = html::render_index(self.shown, &self.digest, &entries, self.lang);
            Ok(fs::write(folder.join("index.html"), page)?)
        })
        .with_context(|| say::cannot_write_reports(&self.folder.display()))?;
        output::note(&say::wrote(pages.len(), &output::typed(&self.folder.join("index.html"))));
        Ok(())
    }

    /// What organisations answer as one.
    pub(super) fn of_organisations(&self, organisations: &[Organisation]) -> Vec<Page> {
        let page = |organisation: &Organisation| {
            let respondents = words::merged(self.lang, organisation.respondents);
            let metadata = [("organisation", organisation.name.clone()), ("respondent", respondents)];
            page(organisation.name.clone(), metadata, organisation)
        };
        organisations.iter().map(page).collect()
    }

    /// What rows answer, the first of which has this number: named by their columns, or by their numbers.
    pub(super) fn of_rows(&self, rows: &[Organisation], job: &Job<'_>, first: u64) -> Vec<Page> {
        let columns = job.wants.each.iter().flatten().map(|at| job.columns.list[*at].name());
        let keys = NAMING.iter().filter(|name| columns.clone().any(|of| plain(of) == **name));
        let page = |row: &Organisation| {
            let RowName { place, names } = RowName::of_key(&row.name).expect("rows were put together by their keys");
            let metadata: Vec<(&str, String)> =
                keys.clone().copied().zip(names).filter(|(_, name)| !name.is_empty()).collect();
            let names: Vec<&str> = metadata.iter().map(|(_, name)| name.as_str()).collect();
            let number = || words::row(self.lang, job.passed_over.number(place, first));
            page(if names.is_empty() { number() } else { names.join(", ") }, metadata.clone(), row)
        };
        rows.iter().map(page).collect()
    }
}

fn page<'k>(name: String, metadata: impl IntoIterator<Item = (&'k str, String)>, of: &Organisation) -> Page {
    let metadata = metadata.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let set = AnswerSet {
        metadata,
        profile: of.profile.clone(),
        answers: of.answers.clone(),
        notes: vec![None; of.answers.len()],
        ..AnswerSet::default()
    };
    Page { name, respondents: of.respondents, set }
}

/// The number makes it the only one of its name, and never that of the page that compares them.
fn file_name(number: usize, organisation: &str) -> String {
    match in_file_name(organisation) {
        name if name.is_empty() => format!("{number:03}.html"),
        name => format!("{number:03}-{name}.html"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::folded_file_name;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for (name, file) in [
            ("Acme", "001-Acme.html"),
            ("../../etc/passwd", "001-etc-passwd.html"),
            ("..", "001.html"),
            ("C:\\x\u{0}y", "001-C-x-y.html"),
            ("株式会社 北野/大阪", "001-株式会社-北野-大阪.html"),
            ("か\u{3099}", "001-が.html"),
        ] {
            assert_eq!(file_name(1, name), file);
        }
        assert_ne!(folded_file_name(&file_name(1, "ACME")), folded_file_name(&file_name(2, "Acme")));
        assert!(file_name(1_000, &"長".repeat(200)).len() < 120);
    }
}
