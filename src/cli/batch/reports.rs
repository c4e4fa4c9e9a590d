//! A page for each organisation, and one that compares them, in a new folder: all of them or none.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::answers::AnswerSet;
use crate::cli::error::Usage;
use crate::cli::{interrupt, output, words};
use crate::definition::Definition;
use crate::plan::Aim;
use crate::population::Organisation;
use crate::report::Input;
use crate::report::html::{self, IndexEntry};
use crate::store;
use crate::text::{Lang, count, in_file_name};

/// The most organisations that get a page each.
const MOST: usize = 1_000;

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
        Ok(false) => Err(Usage(format!("{} is not empty: name a new folder for the reports", folder.display())).into()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot write reports to {}", folder.display())),
    }
}

impl Reports<'_> {
    /// Refuses so many.
    pub(super) fn refuse_many(organisations: usize) -> Result<()> {
        if organisations > MOST {
            bail!("there are {organisations} organisations, and reports of at most {MOST}: cut the table");
        }
        Ok(())
    }

    pub(super) fn write(&self, organisations: &[Organisation]) -> Result<()> {
        let sets: Vec<AnswerSet> = organisations.iter().map(|one| self.set(one)).collect();
        let files: Vec<String> = (1..).zip(organisations).map(|(number, one)| file_name(number, &one.name)).collect();
        store::create_folder(self.folder, |folder: &Path| -> Result<()> {
            for (set, file) in sets.iter().zip(&files) {
                let input = Input { definition: self.shown, digest: &self.digest, set, aim: &Aim::NEXT, top: None };
                let report = input.report().context("nothing is applicable")?;
                fs::write(folder.join(file), html::render(&report, self.lang))?;
            }
            let entries = organisations.iter().zip(&sets).zip(&files);
            let entries: Vec<IndexEntry<'_>> = entries
                .map(|((one, set), file)| IndexEntry { name: &one.name, respondents: one.respondents, set, file })
                .collect();
            interrupt::obey();
            let page = html::render_index(self.shown, &self.digest, &entries, self.lang);
            Ok(fs::write(folder.join("index.html"), page)?)
        })
        .with_context(|| format!("cannot write reports to {}", self.folder.display()))?;
        let (reports, index) = (
            count(u64::try_from(organisations.len()).expect("they are counted in 64 bits"), "report"),
            self.folder.join("index.html"),
        );
        output::note(&format!("wrote {reports}, compared in {}\n", output::typed(&index)));
        Ok(())
    }

    /// What an organisation answers as one.
    fn set(&self, organisation: &Organisation) -> AnswerSet {
        let respondents = words::merged(self.lang, organisation.respondents);
        AnswerSet {
            metadata: vec![
                ("organisation".to_owned(), organisation.name.clone()),
                ("respondent".to_owned(), respondents),
            ],
            profile: organisation.profile.clone(),
            answers: organisation.answers.clone(),
            notes: vec![None; organisation.answers.len()],
            ..AnswerSet::default()
        }
    }
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
        assert!(file_name(1_000, &"長".repeat(200)).len() < 120);
    }
}
