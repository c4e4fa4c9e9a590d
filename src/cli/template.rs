//! `cxm template`: a blank answer sheet. It never writes over a file, which may hold answers.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use super::assess::typed;
use super::error::Usage;
use super::{Global, Status, input, output};
use crate::definition::bundled;
use crate::report::html;
use crate::text::Lang;
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
}

/// Writes a blank sheet.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let path = arguments.output.as_deref().filter(|path| *path != Path::new("-"));
    let format = arguments.format.unwrap_or_else(|| format_of(path));
    let definition = input::assessment(&arguments.assessment, global)?.definition;
    let lang = Lang::from_tag(&definition.language);
    let sheet = match format {
        Format::Html => page(&arguments.assessment, lang)?.into_bytes(),
        Format::Toml => template::toml(&definition, lang).into_bytes(),
        Format::Csv => template::csv(&definition).into_bytes(),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => template::xlsx(&definition, lang).context("cannot make the spreadsheet")?,
    };
    let Some(path) = path else { return print(&sheet) };
    match store::create(path, &sheet) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Usage(format!("{} exists, and may hold answers: name a new file", path.display())).into())
        }
        written => {
            written.with_context(|| format!("cannot write {}", path.display()))?;
            output::note(&next(global.lang(), format, &typed(path), &typed(Path::new(&arguments.assessment))));
            Ok(Status::Done)
        }
    }
}

/// The page in all languages of the assessment, `lang` first.
fn page(assessment: &str, lang: Lang) -> Result<String> {
    let mut definitions = input::definitions(&input::files(assessment)?)?;
    definitions.sort_by_key(|definition| Lang::from_tag(&definition.language) != lang);
    Ok(html::render_form(&definitions))
}

/// What the ending of a file says.
fn format_of(path: Option<&Path>) -> Format {
    match path.and_then(Path::extension).and_then(|ending| ending.to_str()) {
        Some("csv") => Format::Csv,
        Some("html" | "htm") => Format::Html,
        #[cfg(feature = "xlsx")]
        Some("xlsx") => Format::Xlsx,
        _ => Format::Toml,
    }
}

fn print(sheet: &[u8]) -> Result<Status> {
    match std::str::from_utf8(sheet) {
        Ok(text) => output::print(text)?,
        Err(_) if std::io::stdout().is_terminal() => {
            return Err(Usage("a spreadsheet is not for the terminal: name a file with -o".to_owned()).into());
        }
        Err(_) => output::print_bytes(sheet)?,
    }
    Ok(Status::Done)
}

/// What to do with a new sheet.
fn next(lang: Lang, format: Format, path: &str, assessment: &str) -> String {
    let batch =
        if assessment == bundled::DEFAULT { "cxm batch".to_owned() } else { format!("cxm batch -a {assessment}") };
    match (lang, format) {
        (Lang::En, Format::Toml) => format!("wrote {path}\nFill it in with an editor, then: cxm score {path}\n"),
        (Lang::Ja, Format::Toml) => format!("{path}に書き込みました\n回答を記入したあと：cxm score {path}\n"),
        (Lang::En, Format::Csv) => format!(
            "wrote {path}\nA row for each respondent; in a cell the points of an option or its text, or n/a, or nothing.\n\
             The options: cxm show {assessment}\nThe results: {batch} {path}\n"
        ),
        (Lang::Ja, Format::Csv) => format!(
            "{path}に書き込みました\n1行に1人分の回答を記入します。\n\
             セルには、選択肢の点数か文章、または「該当なし」を入れます。\n\
             未回答は空欄にします。\n\
             選択肢の一覧：cxm show {assessment}\n集計：{batch} {path}\n"
        ),
        (Lang::En, Format::Html) => format!(
            "wrote {path}\nSend it to each respondent: it needs a browser and no network, and saves an answer file.\n\
             The result of one: cxm score FILE   of all in a folder: {batch} FOLDER\n"
        ),
        (Lang::Ja, Format::Html) => format!(
            "{path}に書き込みました\n回答者に送ってください。ブラウザーだけで回答でき（通信は不要）、回答ファイルを保存できます。\n\
             1人分の結果：cxm score ファイル　フォルダー全体の集計：{batch} フォルダー\n"
        ),
        #[cfg(feature = "xlsx")]
        (Lang::En, Format::Xlsx) => {
            format!("wrote {path}\nSend it to each respondent. The results of those that come back: {batch} *.xlsx\n")
        }
        #[cfg(feature = "xlsx")]
        (Lang::Ja, Format::Xlsx) => {
            format!("{path}に書き込みました\n回答者に1部ずつ送ってください。返送されたファイルの集計：{batch} *.xlsx\n")
        }
    }
}
