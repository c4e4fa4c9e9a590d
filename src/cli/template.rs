//! `cxm template`: a blank answer sheet. It never writes over a file, which may hold answers.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use clap::ValueEnum;

use super::bom::Bom;
use super::error::Usage;
use super::{Global, Status, format, input, output};
use crate::definition::{Definition, bundled};
use crate::report::html;
use crate::report::words::rule;
use crate::template::NoForm;
use crate::words::{Lang, cli as words, cli_files};
use crate::{store, template};

/// Arguments of `cxm template`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The assessment: an id, or the path of a definition
    #[arg(value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    assessment: String,
    /// The form of the sheet [default: by the ending of the output file, else toml]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to this new file instead of the terminal; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    bom: Bom,
}

/// The forms of an answer sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// An answer file for one respondent, to fill in with an editor
    Toml,
    /// The head of a table for many, a row each, with the questions as they are worded
    Csv,
    /// A form for one respondent, with lists to choose from, that `cxm batch` reads
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// A page to fill in offline in a browser, in all languages; it saves an answer file
    Html,
    /// A form for KoboToolbox, ODK and others that read XLSForm (.xlsx), in all languages
    #[cfg(feature = "xlsx")]
    Xlsform,
    /// A form for SurveyJS (.json), in all languages
    Surveyjs,
    /// A form for LimeSurvey (.txt, its tab-separated survey structure), in all languages
    Limesurvey,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let path = arguments.output.as_deref().filter(|path| *path != Path::new("-"));
    let format = format::chosen(arguments.format, path)?.unwrap_or(Format::Toml);
    arguments.bom.refuse_unless(format == Format::Csv)?;
    let definition = input::assessment(&arguments.assessment, global)?.definition;
    let lang = Lang::from_tag(&definition.language);
    let languages = || all_languages(&arguments.assessment, lang);
    let sheet = match format {
        Format::Html => html::render_form(&languages()?, global.asked()).into_bytes(),
        #[cfg(feature = "xlsx")]
        Format::Xlsform => template::xlsform(&languages()?).map_err(no_form)?.context(cli_files::cannot_make_sheet())?,
        Format::Surveyjs => template::surveyjs(&languages()?).map_err(no_form)?.into_bytes(),
        Format::Limesurvey => template::limesurvey(&languages()?).map_err(no_form)?.into_bytes(),
        Format::Toml => template::toml(&definition, lang).into_bytes(),
        Format::Csv => format!("{}{}", arguments.bom.of(path), template::csv(&definition)).into_bytes(),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => template::xlsx(&definition, lang).context(cli_files::cannot_make_sheet())?,
    };
    let Some(path) = path else { return print(&sheet) };
    output::refuse_place(path)?;
    match store::create(&[(path, &sheet)]) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Usage(cli_files::may_hold_answers(&path.display())).into())
        }
        written => {
            written.with_context(|| cli_files::cannot_write(&path.display()))?;
            output::note(&next(
                global.lang(),
                format,
                &output::typed(path),
                &output::typed(Path::new(&arguments.assessment)),
            ));
            Ok(Status::Done)
        }
    }
}

/// The assessment in all its languages, `lang` first.
fn all_languages(assessment: &str, lang: Lang) -> Result<Vec<Definition>> {
    let mut definitions = input::definitions(&input::files(assessment)?)?;
    definitions.sort_by_key(|definition| Lang::from_tag(&definition.language) != lang);
    Ok(definitions)
}

fn no_form(NoForm(why): NoForm) -> anyhow::Error {
    anyhow!(why)
}

fn print(sheet: &[u8]) -> Result<Status> {
    match std::str::from_utf8(sheet) {
        Ok(text) => output::print(text)?,
        Err(_) if std::io::stdout().is_terminal() => {
            return Err(Usage(cli_files::sheet_for_a_terminal().to_owned()).into());
        }
        Err(_) => output::print_bytes(sheet)?,
    }
    Ok(Status::Done)
}

/// What to do with a new sheet.
fn next(lang: Lang, format: Format, path: &str, assessment: &str) -> String {
    let batch =
        if assessment == bundled::DEFAULT { "cxm batch".to_owned() } else { format!("cxm batch -a {assessment}") };
    match format {
        Format::Toml => words::toml(lang, path),
        Format::Csv => words::csv(lang, path, assessment, &batch, rule(lang)),
        Format::Html => words::html(lang, path, &batch),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => words::xlsx(lang, path, &batch),
        #[cfg(feature = "xlsx")]
        Format::Xlsform => words::form(lang, path, "KoboToolbox / ODK", &batch),
        Format::Surveyjs => words::form(lang, path, "SurveyJS", &batch),
        Format::Limesurvey => words::form(lang, path, "LimeSurvey", &batch),
    }
}
