//! Reading what the user names: files of bounded size, stdin, and assessments by id or by path.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::error::{Invalid, Usage};
use super::output;
use crate::answers::{self, AnswerSet};
use crate::definition::{self, Definition, bundled};
use crate::diagnostic::{self, Finding, Findings, Source, has_errors, rules};
use crate::document::{Document, Format, MAX_BYTES};

/// An assessment in the language that is wanted.
pub(super) struct Assessment {
    pub(super) definition: Definition,
    pub(super) digest: String,
    /// The text of its file.
    pub(super) toml: Arc<Source>,
}

/// Reads a file, or stdin for `-`.
pub(super) fn read_text(path: &Path) -> Result<Arc<Source>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES)? + 1;
    let name = if path == Path::new("-") {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes).context("cannot read stdin")?;
        "<stdin>".to_owned()
    } else {
        let name = path.display().to_string();
        let file = std::fs::File::open(path).with_context(|| format!("cannot read {name}"))?;
        file.take(limit).read_to_end(&mut bytes).with_context(|| format!("cannot read {name}"))?;
        name
    };
    if bytes.len() > MAX_BYTES {
        bail!("{name} is larger than {} MiB", MAX_BYTES >> 20);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(Source::new(&name, text))),
        Err(error) => {
            let line =
                error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            bail!("{name} is not UTF-8 text: line {line} has other bytes; save it as UTF-8")
        }
    }
}

/// Reads the assessment that `name` means: a path, or the id of a bundled one.
pub(super) fn assessment(name: &str, language: &str) -> Result<Assessment> {
    let is_path = name.contains(['/', '\\']) || name.ends_with(".toml") || name == "-";
    let (toml, translation) = match bundled::find(name).filter(|_| !is_path) {
        Some(bundled) => {
            let translation = bundled.translations.iter().find(|(of, _)| of == &primary(language));
            let source =
                |suffix: &str, text: &str| Arc::new(Source::new(&format!("{}{suffix}.toml", bundled.id), text));
            (source("", bundled.toml), translation.map(|(of, text)| source(&format!(".{of}"), text)))
        }
        None if is_path => (read_text(Path::new(name))?, sibling(name, primary(language))?),
        None => return Err(Usage(unknown(name)).into()),
    };
    let mut definition = usable(definition::read(&toml))?;
    if definition.language != primary(language) {
        match translation {
            Some(translation) => definition = usable(definition::translate(&definition, &translation))?,
            None => output::note(&format!(
                "note: `{}` has no texts in `{}`; they are shown in `{}`\n",
                definition.id,
                primary(language),
                definition.language
            )),
        }
    }
    Ok(Assessment { digest: definition::digest(toml.text()), definition, toml })
}

/// `ja` of `ja-jp`.
fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}

/// The translation beside a definition, if there is one.
fn sibling(name: &str, language: &str) -> Result<Option<Arc<Source>>> {
    let Some(stem) = name.strip_suffix(".toml") else { return Ok(None) };
    let path = PathBuf::from(format!("{stem}.{language}.toml"));
    if definition::is_id(language) && path.is_file() { read_text(&path).map(Some) } else { Ok(None) }
}

fn unknown(name: &str) -> String {
    let ids = || bundled::BUNDLED.iter().map(|bundled| bundled.id);
    let near = diagnostic::nearest(name, ids()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    let ids: Vec<&str> = ids().collect();
    format!(
        "there is no assessment `{name}`{near}\nbundled: {}; for one of your own give the path, such as `./{name}.toml`",
        ids.join(", ")
    )
}

/// What was read, if no finding is an error; warnings are said and passed over.
fn usable<T>((value, findings): (Option<T>, Vec<Finding>)) -> Result<T> {
    match value {
        Some(value) => {
            output::note(&diagnostic::render(&findings, output::width()));
            Ok(value)
        }
        None => Err(Invalid(findings).into()),
    }
}

/// The options that name an answer set and its assessment.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct AnswerFile {
    /// Answers in TOML or JSON; `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The assessment: an id, or the path of a definition [default: the one the answers name]
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
}

impl AnswerFile {
    /// Reads the answers and their assessment.
    pub(super) fn read(&self, language: &str) -> Result<(Assessment, AnswerSet, Arc<Source>)> {
        let source = read_text(&self.file)?;
        let document = Document::parse(&source, Format::detect(source.text())).map_err(Invalid)?;
        let assessment = match (&self.assessment, answers::assessment_of(&document)) {
            (Some(name), _) => assessment(name, language)?,
            (None, Some(id)) if bundled::find(id).is_some() => assessment(id, language)?,
            (None, id) => return Err(Invalid(vec![unknown_assessment(&document, id)]).into()),
        };
        let (set, findings) = answers::read(&document, &assessment.definition);
        let set = usable(((!has_errors(&findings)).then_some(set), findings))?;
        Ok((assessment, set, source))
    }
}

fn unknown_assessment(document: &Document, id: Option<&str>) -> Finding {
    let mut findings = Findings::new(Arc::clone(&document.source));
    let span = document.at().key("assessment").span();
    let ids = bundled::BUNDLED.iter().map(|bundled| bundled.id);
    let finding = match id {
        Some(id) => findings.add(&rules::UNKNOWN_ASSESSMENT, span, format!("there is no bundled assessment `{id}`")),
        None => findings.add(&rules::MISSING_KEY, span, "an answer set needs the key `assessment`"),
    };
    match id.and_then(|id| diagnostic::nearest(id, ids.clone())) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!(
            "bundled: `{}`; for one of your own add `--assessment path/to/definition.toml`",
            ids.collect::<Vec<_>>().join("`, `")
        )),
    };
    finding.clone()
}

/// The finding that every question is n/a.
pub(super) fn nothing_applicable(source: &Arc<Source>) -> Invalid {
    let mut findings = Findings::new(Arc::clone(source));
    let at = source.text().find("[answers]").or_else(|| source.text().find("\"answers\"")).unwrap_or(0);
    findings
        .add(&rules::NOTHING_APPLICABLE, at..at + 9, "every question is answered n/a, so there is nothing to score")
        .help("answer at least one question with points");
    Invalid(findings.into_sorted())
}
