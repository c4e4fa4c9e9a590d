//! `cxm assess`: the survey in the terminal, and its result.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::answers::{self, Versions};
use super::closing::{self, Closing};
use super::error::Usage;
use super::{Color, Global, Status, drafts, guard, input, interrupt, output};
use crate::answers::Answer;
use crate::definition::bundled;
use crate::plan::Aim;
use crate::report::{Input, Viewport, screen};
use crate::survey::shell::{self, Ask, Existing, Failure, Options, Outcome};
use crate::words::cli as words;
use crate::words::{Lang, will_do};

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
    /// Propose the answers of this earlier file; of answers to another assessment, take over what is told of the organisation
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    #[command(flatten)]
    versions: Versions,
    /// Show score and level while answering; by default not, since they sway the answers
    #[arg(long)]
    live: bool,
    /// Line by line, without cursor control: for screen readers, and for answers from a pipe
    #[arg(long)]
    plain: bool,
    /// Say which drafts there are: whose, and how far they have come
    #[arg(long, conflicts_with_all = ["assessment", "output", "organisation", "respondent", "resume", "fresh", "from", "accept_version", "live", "plain"])]
    list: bool,
    /// Remove the draft of this organisation, as --list says its name, or at the path that it says
    #[arg(long, value_name = "NAME", conflicts_with_all = ["output", "organisation", "respondent", "resume", "fresh", "from", "list"])]
    forget: Option<String>,
}

/// Runs the survey, and shows the result of a finished one.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    if arguments.list {
        return drafts::list(global);
    }
    let files = input::files(&arguments.assessment)?;
    let definitions = input::definitions(&files)?;
    if let Some(name) = &arguments.forget {
        return drafts::forget(&definitions[0].id, name, global);
    }
    if global.asked() && definitions.iter().all(|definition| !will_do(&definition.language, &global.tag())) {
        input::note_missing(&definitions[0], &global.tag());
    }
    let from = arguments
        .from
        .as_deref()
        .map(|path| answers::proposed(path, &definitions[0], arguments.versions))
        .transpose()?;
    // Those to another assessment have nothing that could have changed.
    let before = from.clone().filter(|(then, _)| !then.is_blank());
    if arguments.plain {
        guard::reads_stdin();
    }
    if let Some(path) = &arguments.output {
        guard::claim(path)?;
        output::refuse_other_than(path, "toml")?;
        output::refuse_place(path)?;
    }
    // What the system says is not asked again, unless the assessment does not speak it.
    let speaks = definitions.iter().any(|definition| will_do(&definition.language, &global.tag()));
    let options = Options {
        language: (global.asked() || (global.is_told() && speaks)).then(|| global.tag()),
        organisation: arguments.organisation.clone(),
        respondent: arguments.respondent.clone(),
        existing: match (arguments.resume, arguments.fresh) {
            (true, _) => Some(Existing::Resume),
            (_, true) => Some(Existing::Fresh),
            (false, false) => None,
        },
        output: arguments.output.clone(),
        is_taken: Some(guard::is_taken),
        from: from.map(|(set, _)| set),
        other_version: arguments.versions.same(),
        date: jiff::Zoned::now().date().to_string(),
        drafts: None,
        live: arguments.live,
        plain: arguments.plain,
        ascii: global.draws_ascii_on(&std::io::stderr()),
        colour: colours(global),
        definitions,
    };
    let digest = files.digest();
    let mut finished = Ok(Status::Done);
    let mut closing = |outcome: &Outcome, ask: &mut dyn Ask| {
        if let Outcome::Finished { set, path, lang, definition } = outcome {
            let definition = &options.definitions[*definition];
            let input = Input { definition, digest: &digest, set, aim: &Aim::NEXT, top: Some(super::score::TOP) };
            let result = Closing { input, before: before.as_ref() };
            finished = finish(&result, &arguments.assessment, path.as_deref(), *lang, global, ask);
        }
    };
    let outcome = shell::run(&options, &mut closing).map_err(|failure| match failure {
        Failure::NoTerminal => Usage(failure.to_string()).into(),
        Failure::Io(error) => anyhow::Error::new(error),
        Failure::Busy(path) => anyhow::Error::msg(shell::busy(global.lang(), path.display())),
        failure => anyhow::Error::new(failure),
    })?;
    match outcome {
        Outcome::Finished { .. } => finished,
        Outcome::Left { interrupted, path, lost, lang } => {
            let left = left(lang, &assess(&arguments.assessment), path.as_deref(), lost);
            Ok(leave(&left, interrupted, lost))
        }
    }
}

/// Says where the answers of an unfinished survey are.
fn leave(left: &str, interrupted: bool, lost: bool) -> Status {
    if interrupted {
        interrupt::last_word(&format!("\n{}", output::for_reading(left)));
    } else {
        output::note(left);
    }
    match (lost, interrupted) {
        (true, _) => Status::Unsaved,
        (false, true) => Status::Interrupted,
        (false, false) => Status::Done,
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

/// Prints the result as `cxm score` does, or in brief where somebody sees it who can ask for all of it; then where the answers
/// are and what to do next.
fn finish(
    result: &Closing<'_>,
    assessment: &str,
    path: Option<&Path>,
    lang: Lang,
    global: &Global,
    ask: &mut dyn Ask,
) -> Result<Status> {
    let input = &result.input;
    let answers = &input.set.answers;
    let is_seen = ask.is_somebody() && std::io::stdout().is_terminal();
    match result.report() {
        _ if input.set.is_blank() => output::note(words::nothing_answered(lang)),
        Some(_) if is_seen => closing::show(result, path, lang, global, ask)?,
        Some(report) => {
            let viewport = Viewport { lang, ..global.viewport() };
            output::print(&screen::render(&report, viewport))?;
            result.changes(viewport).map_or(Ok(()), |changes| output::print(&format!("\n{changes}")))?;
        }
        None => output::note(words::nothing_to_score(lang)),
    }
    let open = answers.contains(&Answer::Unanswered);
    output::note(&next(lang, &assess(assessment), path, open));
    Ok(if path.is_some() { Status::Done } else { Status::Unsaved })
}

/// The command for this assessment, as it is typed.
fn assess(assessment: &str) -> String {
    if assessment == bundled::DEFAULT {
        return "cxm assess".to_owned();
    }
    format!("cxm assess {}", output::typed(Path::new(assessment)))
}

/// What to do with the answers of a finished survey, some of which may be open.
fn next(lang: Lang, assess: &str, path: Option<&Path>, open: bool) -> String {
    let Some(path) = path.map(output::typed) else { return words::your_answers_not_saved(lang).to_owned() };
    let mut text = words::saved(lang, &path);
    let commands = [
        (words::still_open(lang), format!("{assess} -o {path}")),
        (words::steps(lang), format!("cxm plan {path}")),
        (words::share(lang), format!("cxm score {path} -o report.md")),
        (words::next_time(lang), format!("{assess} --from {path}")),
    ];
    for (label, command) in commands.into_iter().skip(usize::from(!open)) {
        text += &format!("{label}\n  {command}\n");
    }
    text
}

/// Where the answers of an unfinished survey are, and how to go on.
fn left(lang: Lang, assess: &str, path: Option<&Path>, lost: bool) -> String {
    let draft = shell::draft::folder().is_some_and(|folder| path.is_some_and(|path| path.starts_with(folder)));
    match (path.map(output::typed), lost) {
        (Some(path), true) => words::latest_not_saved(lang, &path),
        (None, true) => words::not_saved(lang).to_owned(),
        (Some(path), false) if draft => words::saved_draft(lang, &path, assess),
        (Some(path), false) => words::saved_part(lang, &path, assess),
        (None, false) => words::nothing_changed(lang).to_owned(),
    }
}
