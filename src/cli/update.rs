//! `cxm update`: recorded answer files moved on to the definition of now.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::answers::{Versions, assessment_for, parse};
use super::error::{Invalid, Usage, told};
use super::input::Assessment;
use super::{Global, Status, input, output};
use crate::answers::{self, NotUpdated, Update};
use crate::document::Document;
use crate::text::{clean, excerpt};
use crate::words::{Lang, cli as words, cli_commands as say, cli_trouble};

/// The most open questions that are named, and how much of what is kept is shown.
const NAMED: usize = 10;
const SHOWN: usize = 80;

/// Arguments of `cxm update`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Answer sets in TOML or JSON, and folders of them
    #[arg(value_name = "ANSWERS", required = true)]
    answers: Vec<PathBuf>,
    /// The assessment: an id, or the path of a definition [default: the one that each names]
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
    #[command(flatten)]
    versions: Versions,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// An answer file, and what becomes of it.
struct File {
    path: PathBuf,
    document: Document,
    update: Update,
}

/// Reads all files before it writes any. Exits with 1 where one is left as it is, or something has no place any more.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    if arguments.answers.iter().any(|path| path == Path::new("-")) {
        return Err(Usage(say::stdin_cannot_be_updated().to_owned()).into());
    }
    let lang = global.lang();
    let (mut known, mut files, mut left, mut said) = (Vec::new(), Vec::new(), 0, String::new());
    let mut ends = vec![0];
    let paths = once(input::answer_files(&arguments.answers)?);
    for path in &paths {
        match of(path, arguments, global, &mut known) {
            Ok(Ok(Some((file, to)))) => {
                said += &report(&file, &to, lang);
                if arguments.dry_run {
                    said += &output::diff(file.document.source.name(), file.document.source.text(), &file.update.text);
                }
                files.push(file);
                ends.push(said.len());
            }
            Ok(Ok(None)) => said += &clean(&words::needs_nothing(lang, &path.display().to_string())),
            Ok(Err(why)) => {
                output::note(&clean(&why));
                left += 1;
            }
            Err(error) => {
                // One that cannot be read is no reason to pass over the others.
                match error.downcast_ref::<Invalid>() {
                    Some(Invalid(findings)) => output::findings(findings),
                    None => output::note(&format!("{}\n", cli_trouble::error(&clean(&told(&error))))),
                }
                left += 1;
            }
        }
    }
    if left == paths.len() {
        bail!(say::none_updated());
    }
    let sum = if arguments.dry_run { words::would_update } else { words::updated };
    if !arguments.dry_run {
        for (at, file) in files.iter().enumerate() {
            // What is written by then stays so, and is said.
            write(file).inspect_err(|_| {
                let _ = output::print(&said[..ends[at]]);
                output::note(&sum(lang, at, paths.len()));
            })?;
        }
    }
    output::print(&said)?;
    if files.iter().any(|file| file.update.from.is_some()) {
        output::note(words::texts_not_compared(lang));
    }
    output::note(&sum(lang, files.len(), paths.len()));
    let all_carried = files.iter().all(|file| file.update.kept.is_empty());
    Ok(if left == 0 && all_carried { Status::Done } else { Status::No })
}

/// Each file once, however it is named.
fn once(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut known = HashSet::new();
    paths
        .into_iter()
        .filter(|path| known.insert(std::fs::canonicalize(path).unwrap_or_else(|_| path.clone())))
        .collect()
}

/// What becomes of the file at `path`, and the version that it answers then; nothing where it needs nothing. In words, why it
/// is left as it is.
fn of(
    path: &Path,
    arguments: &Arguments,
    global: &Global,
    known: &mut Vec<(Option<String>, Assessment)>,
) -> Result<Result<Option<(File, String)>, String>> {
    let document = parse(path)?;
    let wanted = arguments.assessment.as_deref();
    let name = wanted.or_else(|| answers::assessment_of(&document)).map(str::to_owned);
    let at = match known.iter().position(|(of, _)| *of == name) {
        Some(at) => at,
        None => {
            known.push((name, assessment_for(&document, wanted, global)?));
            known.len() - 1
        }
    };
    let definition = &known[at].1.definition;
    let (shown, own, lang) = (path.display().to_string(), definition.version.to_string(), global.lang());
    match answers::update(&document, definition, arguments.versions.accept_version) {
        Ok(update) => Ok(Ok(update.map(|update| (File { path: path.to_owned(), document, update }, own)))),
        Err(NotUpdated::Unreadable(findings)) => Err(Invalid(findings).into()),
        Err(NotUpdated::Later(version)) => Ok(Err(words::left_later(lang, &shown, &version.to_string(), &own))),
        Err(NotUpdated::Unedited) => Ok(Err(words::left_unedited(lang, &shown))),
        Err(NotUpdated::NoComments(findings)) => {
            output::findings(&findings);
            Ok(Err(words::left_json(lang, &shown)))
        }
    }
}

/// What becomes of a file, in words.
fn report(file: &File, to: &str, lang: Lang) -> String {
    let (path, Update { from, renamed, repointed, kept, open, .. }) = (file.path.display().to_string(), &file.update);
    let mut out = match from.as_deref().filter(|from| *from != to) {
        Some(from) => words::to_version(lang, &path, from, to),
        None => words::same_version(lang, &path),
    };
    if from.is_none() {
        out += &words::no_version(lang, to);
    }
    let ids: Vec<String> = renamed.iter().map(|of| words::becomes(lang, &of.from, &of.to)).collect();
    let points = repointed.iter().map(|(id, from, to)| words::becomes_worth(lang, id, *from, *to));
    let points: Vec<String> = points.collect();
    if !ids.is_empty() {
        out += &words::now_called(lang, &ids.join(crate::words::report_terms::comma(lang)));
    }
    if !points.is_empty() {
        out += &words::now_worth(lang, &points.join(crate::words::report_terms::comma(lang)));
    }
    for (text, why) in kept {
        out += &words::kept(lang, &excerpt(&text.split_whitespace().collect::<Vec<_>>().join(" "), SHOWN), why);
    }
    if !open.is_empty() {
        let mut named: Vec<String> = open.iter().take(NAMED).cloned().collect();
        if open.len() > NAMED {
            named.push(words::and_more(lang, open.len() - NAMED));
        }
        out += &words::now_open(lang, open.len() as u64, &named.join(crate::words::report_terms::comma(lang)));
    }
    clean(&out).into_owned()
}

/// Writes a file as a whole, with the mark at its beginning that it had.
fn write(file: &File) -> Result<()> {
    output::rewrite(&file.path, &[input::mark_of(&file.path)?, file.update.text.as_bytes()].concat())
}
