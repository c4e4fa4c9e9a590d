//! `cxm assess`: the survey in the terminal, and its result.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::error::{Invalid, Usage};
use super::{Color, Global, Status, input, output};
use crate::answers::{self, AnswerSet};
use crate::definition::{self, Definition, bundled};
use crate::diagnostic::has_errors;
use crate::document::{Document, Format};
use crate::lang::Lang;
use crate::report::{Input, table};
use crate::survey::around::Around;
use crate::survey::{self, Existing, Failure, Options, Outcome};

/// Arguments of `cxm assess`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The assessment: an id, or the path of a definition
    #[arg(value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    assessment: String,
    /// The file of the answers, written after every answer [default: a draft, saved where you say at the end]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Whose maturity is assessed; asked for if absent, "" for nobody's in particular
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// Who answers; asked for if absent, "" for nobody in particular
    #[arg(long, value_name = "NAME")]
    respondent: Option<String>,
    /// Go on with answers that exist, without asking
    #[arg(long, conflicts_with = "fresh")]
    resume: bool,
    /// Put answers that exist aside and begin anew, without asking
    #[arg(long)]
    fresh: bool,
    /// Propose the answers of this earlier file
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Show score and level while answering; by default not, since they sway the answers
    #[arg(long)]
    live: bool,
    /// Line by line, without cursor control: for screen readers, and for answers from a pipe
    #[arg(long)]
    plain: bool,
}

/// Runs the survey, and shows the result of a finished one.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let files = input::files(&arguments.assessment)?;
    let mut definitions = vec![input::usable(definition::read(&files.base))?];
    for (_, translation) in &files.translations {
        definitions.push(input::usable(definition::translate(&definitions[0], translation))?);
    }
    let from = arguments.from.as_deref().map(|path| earlier(path, &definitions[0])).transpose()?;
    let options = Options {
        lang: global.asked().then(|| global.lang()),
        organisation: arguments.organisation.clone(),
        respondent: arguments.respondent.clone(),
        existing: match (arguments.resume, arguments.fresh) {
            (true, _) => Some(Existing::Resume),
            (_, true) => Some(Existing::Fresh),
            (false, false) => None,
        },
        output: arguments.output.clone(),
        from,
        date: jiff::Zoned::now().date().to_string(),
        drafts: None,
        live: arguments.live,
        plain: arguments.plain,
        ascii: global.ascii,
        colour: colours(global),
        definitions,
    };
    let outcome = survey::run(&options).map_err(|failure| match failure {
        Failure::NoTerminal => Usage(failure.to_string()).into(),
        Failure::Busy(path) => anyhow::Error::msg(Around::Busy(&path).to(global.lang())),
        failure => anyhow::Error::new(failure),
    })?;
    let digest = definition::digest(files.base.text());
    match outcome {
        Outcome::Finished { set, path, lang } => finish(&options, &digest, &set, path.as_deref(), lang, global),
        Outcome::Left { path, lang } => {
            output::note(&left(lang, path.as_deref()));
            Ok(Status::Done)
        }
        Outcome::Interrupted { path, lang } => {
            output::note(&left(lang, path.as_deref()));
            Ok(Status::Interrupted)
        }
    }
}

/// Colours as the other commands have them, on stderr.
fn colours(global: &Global) -> bool {
    match global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never,
    }
}

/// The answers of an earlier time.
fn earlier(path: &Path, definition: &Definition) -> Result<AnswerSet> {
    let source = input::read_text(path)?;
    let document = Document::parse(&source, Format::detect(source.text())).map_err(Invalid)?;
    let (set, findings) = answers::read(&document, definition);
    if has_errors(&findings) { Err(Invalid(findings).into()) } else { Ok(set) }
}

/// Prints the result as `cxm score` does, then where the answers are and what to do next.
fn finish(
    options: &Options,
    digest: &str,
    set: &AnswerSet,
    path: Option<&Path>,
    lang: Lang,
    global: &Global,
) -> Result<Status> {
    let in_language = options.definitions.iter().find(|definition| definition.language == lang.tag());
    let definition = in_language.or(options.definitions.first()).context("there is no definition")?;
    let input = Input { definition, digest, set, aim: None, top: Some(super::score::TOP) };
    match input.report() {
        Some(report) => output::print(&table::render(&report, table::Look { lang, ..global.look() }))?,
        None => output::note(match lang {
            Lang::En => "every question is n/a, so there is nothing to score\n",
            Lang::Ja => "すべての設問が「該当なし」のため、得点を計算できません\n",
        }),
    }
    output::note(&next(lang, path));
    Ok(Status::Done)
}

/// A path as it is typed in a shell.
fn typed(path: &Path) -> String {
    let path = crate::document::clean(&path.display().to_string()).into_owned();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '~');
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// What to do with the answers of a finished survey.
fn next(lang: Lang, path: Option<&Path>) -> String {
    match (lang, path.map(typed)) {
        (Lang::En, Some(path)) => format!(
            "\nYour answers are in {path}\n\nThe steps of every action:\n  cxm plan {path}\n\
             A document to share:\n  cxm score {path} -o report.md\n\
             The same questions next time, with these answers proposed:\n  cxm assess --from {path}\n"
        ),
        (Lang::Ja, Some(path)) => format!(
            "\n回答は{path}に保存しました\n\n各施策の進め方：\n  cxm plan {path}\n\
             共有用の文書：\n  cxm score {path} -o report.md\n\
             次回の診断（今回の回答を初期値として表示）：\n  cxm assess --from {path}\n"
        ),
        (Lang::En, None) => "\nYour answers could not be saved anywhere.\n".to_owned(),
        (Lang::Ja, None) => "\n回答はどこにも保存できませんでした。\n".to_owned(),
    }
}

/// Where the answers of an unfinished survey are, and how to go on.
fn left(lang: Lang, path: Option<&Path>) -> String {
    match (lang, path.map(typed)) {
        (Lang::En, Some(path)) => {
            format!("Your answers are saved in {path}\nGo on at any time: run the same command again.\n")
        }
        (Lang::Ja, Some(path)) => {
            format!("回答は{path}に保存しました\n同じコマンドをもう一度実行すると、続きから再開できます。\n")
        }
        (Lang::En, None) => "Nothing was saved.\n".to_owned(),
        (Lang::Ja, None) => "回答は保存されていません。\n".to_owned(),
    }
}
