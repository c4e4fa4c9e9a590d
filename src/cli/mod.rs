//! The commands: a file each, and what they share of arguments, files, the terminal and exit codes.
//!
//! - Takes: the command line, and all that it names: files, folders, stdin, the environment, the clock.
//! - Gives: data on stdout or in files, everything else on stderr, and an exit code. A command returns what it has to
//!   say; [`main`] says what went wrong.
//! - Never: scores, plans or lays out anything itself, and no type of its arguments leaves it.

mod act;
mod answer_file;
mod answers;
mod assess;
mod batch;
mod bom;
mod check;
mod closing;
mod compare;
mod completions;
mod drafts;
mod error;
mod explain;
mod foreign;
mod format;
mod global;
mod guard;
mod headers;
mod help;
mod impact;
mod input;
mod interrupt;
mod list;
mod man;
mod named;
mod new;
mod output;
mod paper;
mod plan;
mod schema;
mod score;
mod show;
mod sql;
mod template;
mod update;

use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::words::{Lang, cli as words, cli_trouble as say, here, speak};
use error::{Invalid, Usage};
use global::{Color, Global, Status};

/// Find out how mature your customer experience is, and what to do next.
#[derive(Debug, Parser)]
#[command(name = "cxm", version, max_term_width = 100)]
#[command(after_help = "Start with `cxm assess`, or read the questions first with `cxm show`.")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    global: Global,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer the questions in the terminal; every answer is saved, and you can go on another day
    Assess(assess::Arguments),
    /// Score one answer set: level, scores, what holds it back, and what to do next
    Score(score::Arguments),
    /// Show the shortest route to a level, or the most that an effort buys
    Plan(plan::Arguments),
    /// Say how far actions are, who does them and until when, in the answer file; or list them
    Act(act::Arguments),
    /// Compare answer sets of different times: levels, criteria, actions achieved, and what slipped back
    Compare(compare::Arguments),
    /// Score many answer sets: a result row each, a summary, and the rows apart that could not be scored
    Batch(batch::Arguments),
    /// List the bundled assessments
    List,
    /// Show an assessment as a person reads it, or as TOML to start from
    Show(show::Arguments),
    /// Write a blank answer sheet: a file, the head of a table, or a form as a spreadsheet or a page
    Template(template::Arguments),
    /// Check assessment definitions, their translations and their worked examples
    Check(check::Arguments),
    /// Explain a finding: what it means, why it is bad, and what to write instead
    Explain(explain::Arguments),
    /// Show what a changed definition does to recorded answer sets: what moves, and what answers mean
    Impact(impact::Arguments),
    /// Move recorded answer files on to the definition of now; comments and order stay
    Update(update::Arguments),
    /// Write the scoring of an assessment as an SQL query, for answers that lie in an engine of its own
    Sql(sql::Arguments),
    /// Start an assessment of your own: the files, small and working
    New(new::Arguments),
    /// Write the JSON Schema of definitions, translations, answers or results, for editors and programs
    Schema(schema::Arguments),
    /// Write what a shell needs to complete commands and options
    Completions(completions::Arguments),
    /// Write the manual, a page for each command
    Man(man::Arguments),
}

/// Has the program say nothing of a panic that becomes an error in words. For `main` alone: the hook is the whole process's.
pub fn set_panic_hook() {
    #[cfg(feature = "xlsx")]
    {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !crate::table::xlsx::is_contained() {
                previous(info);
            }
        }));
    }
}

/// Runs the program with `arguments`, the first of which is its name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    speak(global::spoken(&arguments));
    let arguments = match parsed(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    match arguments.global.color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::AlwaysAnsi,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let global = &arguments.global;
    let Some(command) = &arguments.command else { return start(global.lang()) };
    if !matches!(command, Command::Assess(_))
        && let Err(error) = interrupt::listen()
    {
        return report(&anyhow::Error::new(error).context(say::cannot_listen()));
    }
    let done = match command {
        Command::Assess(arguments) => assess::run(arguments, global),
        Command::Score(arguments) => score::run(arguments, global),
        Command::Plan(arguments) => plan::run(arguments, global),
        Command::Act(arguments) => act::run(arguments, global),
        Command::Compare(arguments) => compare::run(arguments, global),
        Command::Batch(arguments) => batch::run(arguments, global),
        Command::List => list::run(global),
        Command::Show(arguments) => show::run(arguments, global),
        Command::Template(arguments) => template::run(arguments, global),
        Command::Check(arguments) => check::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Impact(arguments) => impact::run(arguments, global),
        Command::Update(arguments) => update::run(arguments, global),
        Command::Sql(arguments) => sql::run(arguments, global),
        Command::New(arguments) => new::run(arguments, global),
        Command::Schema(arguments) => schema::run(arguments, global),
        Command::Completions(arguments) => completions::run(arguments, help::told(Arguments::command())),
        Command::Man(arguments) => man::run(arguments, help::told(Arguments::command())),
    };
    interrupt::obey();
    match done {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::No) => ExitCode::from(1),
        Ok(Status::Interrupted) => ExitCode::from(130),
        Ok(Status::Unsaved) => ExitCode::from(3),
        Err(error) => report(&error),
    }
}

/// What the command line says. Help and errors are in the language of the process, for which they are worked out when they are needed.
fn parsed(arguments: Vec<OsString>) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(&arguments).or_else(|error| {
        if here() == Lang::EN {
            return Err(error);
        }
        let mut matches = help::told(Arguments::command()).try_get_matches_from(arguments)?;
        Arguments::from_arg_matches_mut(&mut matches)
    })
}

/// Says that the command line is wrong, or shows the help that was asked for.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        // Arguments are shown in it as they were typed.
        let text = crate::text::clean(&help::wrong_usage(error)).into_owned();
        let style = anstyle::AnsiColor::Red.on_default().bold();
        let _ = write!(anstream::stderr(), "{}", headed(style, &text));
        return ExitCode::from(2);
    }
    match output::print(&error.render().ansi().to_string()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report(&error),
    }
}

/// Says why a command could not do its work.
fn report(error: &anyhow::Error) -> ExitCode {
    let mut stderr = anstream::stderr();
    let style = anstyle::AnsiColor::Red.on_default().bold();
    if let Some(Invalid(findings)) = error.downcast_ref() {
        output::findings(findings);
        let told = say::error(&say::nothing_was_done(&error::count(findings)));
        let _ = writeln!(stderr, "{}", headed(style, &told));
        return ExitCode::from(3);
    }
    let told = say::error(&crate::text::clean(&error::told(error)));
    let _ = writeln!(stderr, "{}", headed(style, &output::for_reading(&told)));
    ExitCode::from(if error.is::<Usage>() { 2 } else { 3 })
}

/// An error with its head in a style.
fn headed(style: anstyle::Style, told: &str) -> String {
    let head = say::error_head();
    told.strip_prefix(head).map_or_else(|| told.to_owned(), |rest| format!("{style}{head}{style:#}{rest}"))
}

/// What to type first. Without a terminal a command is missing, which is wrong usage.
fn start(lang: Lang) -> ExitCode {
    let text = words::start(lang);
    if std::io::stdout().is_terminal() {
        return output::print(text).map_or_else(|error| report(&error), |()| ExitCode::SUCCESS);
    }
    output::note(text);
    ExitCode::from(2)
}
