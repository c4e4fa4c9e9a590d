//! `cxm impact`: what a changed definition does to recorded answer sets.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;

use super::answers::{self, Versions};
use super::error::{Invalid, told};
use super::output::{self, Output};
use super::{Global, Status, input};
use crate::answers::AnswerSet;
use crate::definition::Definition;
use crate::document::{Document, Syntax};
use crate::impact::{Comparison, markdown, table};
use crate::plan::Shares;
use crate::words::{cli_commands as say, cli_trouble};

/// Arguments of `cxm impact`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The definition as it was: an id, or the path of a definition
    #[arg(value_name = "OLD")]
    old: String,
    /// The changed definition; its `[renames]` tell what was renamed from what was removed
    #[arg(value_name = "NEW")]
    new: String,
    /// Answer sets given to OLD, in TOML or JSON, and folders of them; without any, only the definitions are compared
    #[arg(value_name = "ANSWERS")]
    answers: Vec<PathBuf>,
    /// Exit with 1 if of anybody this changes; several with commas between
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<What>,
    /// The same as `--fail-on level,route`
    #[arg(long)]
    fail_on_change: bool,
    #[command(flatten)]
    versions: Versions,
    /// The form of the result [default: by the ending of the output file, else table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

/// The forms of the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    #[default]
    Table,
    /// For a comment on the change
    Markdown,
    /// For programs: `cxm.impact/1`
    Json,
}

/// What may change of an answer set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// The level, at worst or at best
    Level,
    /// The overall score, or how a criterion stands: its score, whether it is in place, its own level
    Score,
    /// The actions of the route, or the level that it leads to
    Route,
    /// What the route takes
    Effort,
    /// The challenges that are found
    Challenges,
    /// What an answer means, since texts have changed under it, in whatever language
    Meaning,
    /// Whether there is a place for every answer
    Lost,
}

/// Scores every answer set by both definitions.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let format = arguments.output.format(arguments.format)?;
    let old = input::definitions(&input::files(&arguments.old)?)?;
    let files = input::files(&arguments.new)?;
    let new = input::definitions(&files)?;
    let ([old, old_translations @ ..], [new, new_translations @ ..]) = (old.as_slice(), new.as_slice()) else {
        bail!(say::no_definition());
    };
    let comparison = Comparison::new(old, new).with_translations(old_translations, new_translations);
    let (mut effects, mut rejected) = (Vec::new(), 0);
    let answer_sets = input::answer_files(&arguments.answers)?;
    let mut shares = Shares::among(2 * answer_sets.len());
    for path in answer_sets {
        match answered(&path, old, arguments.versions) {
            Ok(set) => {
                let anew = read_anew(&path, old, new);
                effects.extend(comparison.effect(path.display().to_string(), &set, anew, &mut shares));
            }
            Err(error) => {
                // One answer set that cannot be read is no reason to pass over the others.
                match error.downcast_ref::<Invalid>() {
                    Some(Invalid(findings)) => output::findings(findings),
                    None => output::note(&format!("{}\n", cli_trouble::error(&told(&error)))),
                }
                rejected += 1;
            }
        }
    }
    if effects.is_empty() && !arguments.answers.is_empty() {
        bail!(say::none_scored());
    }
    let document = Document::parse(&files.base, Syntax::Toml).map_err(Invalid)?;
    let unraised = comparison.unraised_version(&document);
    let (impact, lang) = (comparison.impact(effects), global.lang());
    let text = match format {
        Format::Table => table::render(&impact, lang, output::width()),
        Format::Markdown => markdown::render(&impact, lang),
        Format::Json => serde_json::to_string_pretty(&impact)? + "\n",
    };
    arguments.output.write(&text)?;
    if rejected > 0 {
        output::note(&say::left_out(rejected, rejected + impact.sets.len()));
    }
    if let Some(unraised) = &unraised {
        output::findings(std::slice::from_ref(unraised));
    }
    let usual = arguments.fail_on_change.then_some([What::Level, What::Route]).into_iter().flatten();
    let fails = arguments.fail_on.iter().copied().chain(usual).any(|what| {
        0 < match what {
            What::Level => impact.level_changes,
            What::Score => impact.score_changes,
            What::Route => impact.route_changes,
            What::Effort => impact.effort_changes,
            What::Challenges => impact.challenge_changes,
            What::Meaning => impact.meaning_changes,
            What::Lost => impact.lost_changes,
        }
    });
    Ok(if fails || rejected > 0 || unraised.is_some() { Status::No } else { Status::Done })
}

/// How the changed definition itself reads a file of the version before or an earlier one: it may have ids of earlier ones.
fn read_anew(path: &Path, old: &Definition, new: &Definition) -> Option<AnswerSet> {
    let document = answers::parse(path).ok()?;
    let given = semver::Version::parse(document.at().key("version").text()?).ok()?;
    (given <= old.version).then(|| crate::answers::read(&document, new).0)
}

/// Answers that can be scored: without any there is nothing that the change could do.
fn answered(path: &Path, definition: &Definition, versions: Versions) -> Result<AnswerSet> {
    let set = answers::read(path, definition, versions)?;
    if set.is_blank() {
        bail!(say::nothing_answered_in(&path.display()));
    }
    Ok(set)
}
