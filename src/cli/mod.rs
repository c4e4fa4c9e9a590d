//! The commands: a file each, and what they share of arguments, files, the terminal and exit codes.
//!
//! - Takes: the command line, and all that it names: files, folders, stdin, the environment, the clock.
//! - Gives: data on stdout or in files, everything else on stderr, and an exit code. A command returns what it has to
//!   say; [`main`] says what went wrong.
//! - Never: scores, plans or lays out anything itself, and no type of its arguments leaves it.

mod answer_file;
mod answers;
mod assess;
mod batch;
mod check;
mod compare;
mod completions;
mod error;
mod explain;
mod impact;
mod input;
mod list;
mod man;
mod new;
mod output;
mod plan;
mod schema;
mod score;
mod show;
mod template;
mod words;

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::text::Lang;

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

/// What every command takes.
#[derive(Clone, Debug, clap::Args)]
struct Global {
    /// Language of texts, such as `en` or `ja` [default: CXM_LANG, then LC_ALL, LC_MESSAGES, LANG, then en]
    #[arg(long, global = true, value_name = "LANG", help_heading = "Everywhere")]
    lang: Option<String>,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Everywhere")]
    color: Color,
    /// Draw lines, bars and marks in ASCII, for terminals that show others at the wrong width
    #[arg(long, global = true, help_heading = "Everywhere")]
    ascii: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Even into a pipe
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer the questions in the terminal; every answer is saved, and you can go on another day
    Assess(assess::Arguments),
    /// Score one answer set: level, scores, what holds it back, and what to do next
    Score(score::Arguments),
    /// Show the shortest route to a level, or the most that an effort buys
    Plan(plan::Arguments),
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
    /// Show what a changed definition does to recorded answer sets: who changes level or route
    Impact(impact::Arguments),
    /// Start an assessment of your own: the files, small and working
    New(new::Arguments),
    /// Write the JSON Schema of definitions, translations, answers or results, for editors and programs
    Schema(schema::Arguments),
    /// Write what a shell needs to complete commands and options
    Completions(completions::Arguments),
    /// Write the manual, a page for each command
    Man(man::Arguments),
}

/// What a command that did its work says by its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Done.
    Done,
    /// Done, and the answer is no.
    No,
    /// Interrupted; what was done is saved.
    Interrupted,
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
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return error::usage(&error),
    };
    match arguments.global.color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::AlwaysAnsi,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let global = &arguments.global;
    let Some(command) = &arguments.command else { return start(global.lang()) };
    let done = match command {
        Command::Assess(arguments) => assess::run(arguments, global),
        Command::Score(arguments) => score::run(arguments, global),
        Command::Plan(arguments) => plan::run(arguments, global),
        Command::Compare(arguments) => compare::run(arguments, global),
        Command::Batch(arguments) => batch::run(arguments, global),
        Command::List => list::run(global),
        Command::Show(arguments) => show::run(arguments, global),
        Command::Template(arguments) => template::run(arguments, global),
        Command::Check(arguments) => check::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Impact(arguments) => impact::run(arguments),
        Command::New(arguments) => new::run(arguments, global),
        Command::Schema(arguments) => schema::run(arguments, global),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Man(arguments) => man::run(arguments),
    };
    match done {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::No) => ExitCode::from(1),
        Ok(Status::Interrupted) => ExitCode::from(130),
        Err(error) => error::report(&error),
    }
}

/// What to type first. Without a terminal a command is missing, which is wrong usage.
fn start(lang: Lang) -> ExitCode {
    let text = words::start(lang);
    if std::io::stdout().is_terminal() && output::print(text).is_ok() {
        return ExitCode::SUCCESS;
    }
    output::note(text);
    ExitCode::from(2)
}

impl Global {
    /// Whether the language was asked for, and is not just that of the system.
    fn asked(&self) -> bool {
        self.lang.is_some() || std::env::var("CXM_LANG").is_ok_and(|value| !value.is_empty())
    }

    /// The tag of the language that is wanted.
    fn tag(&self) -> String {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let wanted = self.lang.clone().or_else(|| set("CXM_LANG"));
        let wanted = wanted.or_else(|| ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set));
        let wanted = wanted.unwrap_or_default();
        let tag = wanted.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_lowercase();
        let tag: String = tag.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        if matches!(tag.as_str(), "" | "c" | "posix") { "en".to_owned() } else { tag }
    }

    /// The language of the program's own words.
    fn lang(&self) -> Lang {
        Lang::from_tag(&self.tag())
    }

    /// How a page is laid out.
    fn viewport(&self) -> crate::report::Viewport {
        crate::report::Viewport { lang: self.lang(), width: output::width(), ascii: self.ascii }
    }
}
