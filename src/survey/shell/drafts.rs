//! The drafts that there are: whose, and how far they have come. None is changed here.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::answers::{self, OtherVersion};
use crate::definition::{self, Definition, bundled};
use crate::diagnostic::Source;
use crate::document::Document;
use crate::survey::state::State;
use crate::text::fold;

/// A draft, or one that was put aside.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) path: PathBuf,
    /// The id of what it answers; none where that cannot be read.
    pub(crate) assessment: Option<String>,
    pub(crate) organisation: Option<String>,
    /// When it was begun, and how many questions are answered and asked; none of an assessment that is not bundled.
    pub(crate) date: Option<String>,
    /// See `date`.
    pub(crate) answered: Option<(usize, usize)>,
}

/// All drafts in a folder, sorted by name.
pub(crate) fn all(folder: &Path) -> Vec<Known> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_draft = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !name.starts_with('.') && (name.ends_with(".toml") || name.ends_with(".bak")) && path.is_file()
    };
    let mut paths: Vec<PathBuf> = entries.filter(is_draft).collect();
    paths.sort();
    paths.into_iter().map(known).collect()
}

fn known(path: PathBuf) -> Known {
    let document = fs::read_to_string(&path)
        .ok()
        .and_then(|text| answers::parse(&Arc::new(Source::new(&path.display().to_string(), text))).ok());
    let assessment = document.as_ref().and_then(answers::assessment_of).map(str::to_owned);
    let own = assessment.as_deref().and_then(bundled_definition);
    let any = || bundled_definition(bundled::DEFAULT);
    let whose = document.as_ref().zip(any()).map(|(document, any)| answers::whose(document, &any));
    let organisation = whose.and_then(|set| set.metadata("organisation").map(str::to_owned));
    let (date, answered) = document.zip(own).and_then(|(document, definition)| begun(&document, &definition)).unzip();
    Known { path, assessment, organisation, date: date.flatten(), answered }
}

fn bundled_definition(id: &str) -> Option<Definition> {
    definition::read(&Arc::new(bundled::find(id)?.source())).0
}

/// When answers were begun, and how many questions are answered and asked.
fn begun(document: &Document, definition: &Definition) -> Option<(Option<String>, (usize, usize))> {
    let other = OtherVersion { accept_major: true, leave_out: true };
    let (set, _) = answers::load(document, definition, other).ok()?;
    let date = set.metadata("date").map(str::to_owned);
    let state = State::new(definition, set.profile, set.answers, vec![], vec![]);
    Some((date, (state.answered(), state.asked())))
}

/// What Japanese companies have before or behind their names, with nothing between.
const KINDS: [&str; 6] = ["株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "一般社団法人"];

/// Whether two names may mean one organisation: they differ, and all words of one are words of the other.
pub(crate) fn are_alike(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let folded = KINDS.iter().fold(fold(name), |name, kind| name.replace(kind, " "));
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let (first, second) = (words(one), words(other));
    let within = |a: &[String], b: &[String]| !a.is_empty() && a.iter().all(|word| b.contains(word));
    fold(one) != fold(other) && (within(&first, &second) || within(&second, &first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_may_mean_one_organisation_are_told_from_others() {
        for (one, other) in [
            ("Acme", "Acme Ltd"),
            ("Acme Ltd.", "ACME"),
            ("Acme, Inc.", "acme inc"),
            ("北野 大阪", "北野"),
            ("株式会社北野商事", "北野商事"),
            ("北野商事", "北野商事株式会社"),
            ("㈱北野商事", "株式会社 北野商事"),
        ] {
            assert!(are_alike(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Acme", "ＡＣＭＥ"),
            ("Acme", "Acmex"),
            ("Acme Ltd", "Bravo Ltd"),
            ("", "Acme"),
            ("-", "Acme"),
            ("株式会社", "北野"),
            ("株式会社北野", "北野商事"),
        ] {
            assert!(!are_alike(one, other), "{one} {other}");
        }
    }
}
