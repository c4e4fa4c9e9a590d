//! `cxm check`: findings in definitions, their translations and their worked examples.

mod mend;
mod paths;
mod severity;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::ValueEnum;

use super::error::count;
use super::output::Output;
use super::{Status, guard, output};
use crate::check::{check, check_alone, guide, registry};
use crate::diagnostic::{Finding, Source, github, has_errors, json, junit, render, render_broken, sarif};
use crate::words::check as say;
use paths::{Definition, Found};
use severity::SeverityOptions;

/// Arguments of `cxm check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Definitions, or folders with any folders in them; a definition is checked with its translations, `<id>.<lang>.toml`
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    severities: SeverityOptions,
    /// The form of the findings; the exit code does not depend on it [default: by the ending of the output file, else human]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    /// Make the edits of which no other could be meant; report what remains
    #[arg(long)]
    fix: bool,
    /// With --fix: show the edits as a diff, and change nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// List the rules with their groups and levels instead
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    list: bool,
}

/// The most findings that are written for machines; files with more are not what they were taken for.
const MOST: usize = 5_000;

/// The forms of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with the lines of the file
    #[default]
    Human,
    /// For programs: `cxm.findings/1`
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For a GitHub workflow: commands on stdout, and the findings for people on stderr
    Github,
    /// For test reports: JUnit XML
    #[value(alias = "xml")]
    Junit,
}

/// Checks all that the paths name.
pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    let severities = arguments.severities.severities();
    if arguments.list {
        arguments.output.refuse_other_than("txt")?;
        arguments.output.write(&guide::list(&severities, output::width()))?;
        return Ok(Status::Done);
    }
    let format = arguments.output.format(arguments.format)?;
    let mut found = paths::find(&arguments.paths)?;
    arguments.output.path().map_or(Ok(()), guard::refuse_read)?;
    let check = |definition: &Definition| check(&definition.base.source, &definition.translations(), &severities);
    let mut mended = None;
    if arguments.fix {
        let mends: Vec<Definition> = found.definitions.iter().map(|definition| mend::mend(definition, check)).collect();
        if arguments.dry_run {
            arguments.output.write(&mend::diff(&found.definitions, &mends))?;
        } else {
            mended = Some(say::files(mend::write(&found.definitions, &mends)?));
            found.definitions = mends;
        }
    }
    let alone = found.alone.iter().flat_map(|file| check_alone(&file.source, &severities));
    let own = found.definitions.iter().flat_map(check);
    let findings: Vec<Finding> = own.chain(alone).chain(found.twins(&severities)).collect();
    if !arguments.dry_run {
        arguments.report(format, &findings, &found)?;
    }
    found.say_others();
    let translations: usize = found.definitions.iter().map(|definition| definition.translations.len()).sum();
    let definitions = say::definitions(found.definitions.len());
    let translations = say::translations(translations + found.alone.len());
    let count = count(&findings);
    output::note(&match mended {
        Some(files) => say::checked_and_mended(&definitions, &translations, &count, &files),
        None => say::checked(&definitions, &translations, &count),
    });
    let human = format == Format::Human && !arguments.dry_run;
    if let Some(first) = findings.first().filter(|_| human) {
        output::note(&match findings.iter().filter(|finding| finding.fix.is_some()).count() {
            mendable if mendable > 0 && !arguments.fix => say::more_and_mendable(first.rule.id, mendable),
            _ => say::more_of(first.rule.id),
        });
    }
    let unread = found.files().filter(|file| file.source.fault().is_some()).count();
    if unread > 0 {
        bail!(say::unread(unread));
    }
    Ok(if has_errors(&findings) { Status::No } else { Status::Done })
}

impl Arguments {
    fn report(&self, format: Format, findings: &[Finding], found: &Found) -> Result<()> {
        let written = &findings[..findings.len().min(MOST)];
        if written.len() < findings.len() && format != Format::Human {
            output::note(&say::only_the_first(MOST));
        }
        let unchecked = found.unchecked();
        let text = match format {
            Format::Human => match output::stdout_width().filter(|_| self.output.path().is_none()) {
                Some(columns) => render_broken(findings, columns),
                None => render(findings, output::width()),
            },
            Format::Json => json::render(written, &unchecked),
            Format::Sarif => sarif::render(written, &registry::rules().collect::<Vec<_>>(), &unchecked),
            Format::Junit => {
                let sources: Vec<Arc<Source>> = found.files().map(|file| Arc::clone(&file.source)).collect();
                junit::render(written, &sources, &unchecked)
            }
            Format::Github => {
                // Beyond ten of a kind the runner shows nothing.
                output::findings(findings);
                github::render(written, &unchecked)
            }
        };
        self.output.write(&text)
    }
}
