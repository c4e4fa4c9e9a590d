//! Loading answer sets in TOML or JSON that the user names. What becomes of answers to another version is for the
//! loader of `answers`.

use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::Global;
use super::error::{Invalid, Usage};
use super::input::{self, Assessment, read_text};
use super::output;
use crate::answers::{self, AnswerSet, OtherVersion};
use crate::definition::{Definition, bundled};
use crate::document::Document;
use crate::table::compressed::Compression;
use crate::table::encoding;
use crate::words::{cli_commands, cli_files};

/// The option that says what becomes of answers to another version.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct Versions {
    /// Read answers to another major version too: their points mean the same
    #[arg(long)]
    pub(super) accept_version: bool,
}

impl Versions {
    /// Where answers are to be read as answers to this definition.
    pub(super) fn same(self) -> OtherVersion {
        OtherVersion { accept_major: self.accept_version, leave_out: false }
    }

    /// Where answers may be earlier ones.
    fn earlier(self) -> OtherVersion {
        OtherVersion { leave_out: true, ..self.same() }
    }
}

/// The document in an answer file.
pub(super) fn parse(path: &Path) -> Result<Document> {
    if input::is_table(path) || holds_table(path) {
        return Err(Usage(cli_files::is_table(&path.display())).into());
    }
    Ok(answers::parse(&read_text(path)?).map_err(Invalid)?)
}

/// Whether a file is a table by what it holds, whatever its name ends in: packed, in two bytes a letter, or with a header.
fn holds_table(path: &Path) -> bool {
    // What can be read only once is not read to find out.
    if !path.is_file() {
        return false;
    }
    let mut head = Vec::new();
    if std::fs::File::open(path).and_then(|file| file.take(4 << 10).read_to_end(&mut head)).is_err() {
        return false;
    }
    let is_packed = Compression::of(&head).is_some() || head.starts_with(b"PK\x03\x04");
    let is_wide = encoding::marked(&head).is_some_and(|encoding| encoding != encoding_rs::UTF_8);
    let text = String::from_utf8_lossy(&head);
    let first = text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_header = first.contains([',', ';', '\t']) && !first.contains(['=', '#', '{', '[']);
    is_packed || is_wide || is_header
}

/// Loads a set, and says its warnings.
pub(super) fn load(document: &Document, definition: &Definition, other: OtherVersion) -> Result<AnswerSet> {
    let (set, warnings) = answers::load(document, definition, other).map_err(Invalid)?;
    output::findings(&warnings);
    Ok(set)
}

/// Reads the answers to this very definition. What is only doubtful in them, such as their version, is passed over.
pub(super) fn read(path: &Path, definition: &Definition, versions: Versions) -> Result<AnswerSet> {
    Ok(answers::load(&parse(path)?, definition, versions.same()).map_err(Invalid)?.0)
}

/// The assessment that is wanted, or else the one that the answers name.
pub(super) fn assessment_for(document: &Document, wanted: Option<&str>, global: &Global) -> Result<Assessment> {
    match (wanted, answers::assessment_of(document)) {
        (Some(name), _) => input::assessment(name, global),
        (None, Some(id)) if bundled::find(id).is_some() => input::assessment(id, global),
        (None, id) => {
            let ids: Vec<&str> = bundled::BUNDLED.iter().map(|bundled| bundled.id).collect();
            Err(Invalid(vec![answers::unknown_assessment(document, id, &ids)]).into())
        }
    }
}

/// An answer set, and the version of the assessment that it says it answers.
pub(super) type Earlier = (AnswerSet, Option<String>);

/// Reads answers that may belong to another version of the definition.
pub(super) fn earlier(path: &Path, definition: &Definition, versions: Versions) -> Result<Earlier> {
    earlier_set(&parse(path)?, definition, versions)
}

/// Reads answers of several times, and the assessment that is wanted, or else the one that the first of them name.
pub(super) fn earlier_sets(
    paths: &[&Path],
    wanted: Option<&str>,
    versions: Versions,
    global: &Global,
) -> Result<(Assessment, Vec<Earlier>)> {
    let documents = paths.iter().map(|path| parse(path)).collect::<Result<Vec<_>>>()?;
    let first = documents.first().context(cli_commands::no_answers())?;
    let assessment = assessment_for(first, wanted, global)?;
    let set = |document| earlier_set(document, &assessment.definition, versions);
    let sets = documents.iter().map(set).collect::<Result<_>>()?;
    Ok((assessment, sets))
}

/// Reads answers that are proposed for new ones: those to another assessment say only whose they are, and what that told.
pub(super) fn proposed(path: &Path, definition: &Definition, versions: Versions) -> Result<Earlier> {
    let document = parse(path)?;
    match answers::assessment_of(&document) {
        Some(id) if id != definition.id => Ok((answers::whose(&document, definition), None)),
        _ => earlier_set(&document, definition, versions),
    }
}

fn earlier_set(document: &Document, definition: &Definition, versions: Versions) -> Result<Earlier> {
    let set = load(document, definition, versions.earlier())?;
    Ok((set, answers::version_of(document).map(str::to_owned)))
}
