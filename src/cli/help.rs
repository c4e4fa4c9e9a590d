//! Help and wrong usage in the language of the process. In English they are as `clap` says them.

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::output;
use crate::text::wrap;
use crate::words::lists::comma;
use crate::words::usage as say;
use crate::words::{Lang, cli_trouble, help, here};

/// How far help stands to the right where it is below what it is of, and behind it; and how wide a page is at most.
const BELOW: usize = 10;
const BEHIND: usize = 24;
const WIDTH: usize = 100;

/// A command and those below it with their help in the language of the process, lines broken by its rules.
pub(super) fn told(mut command: Command) -> Command {
    let lang = here();
    if lang == Lang::EN {
        return command;
    }
    command.build();
    of_command(command, lang)
}

fn of_command(command: Command, lang: Lang) -> Command {
    let width = output::width().min(WIDTH);
    let heading = *command.get_styles().get_usage();
    let usage = format!("{heading}{}{heading:#}", say::usage());
    let template = format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    // The commands of the program stand before what they are for.
    let behind = command.has_subcommands();
    let indent = if behind { BEHIND } else { BELOW };
    let about = command.get_about().map(|about| broken(&said(about, lang), width.saturating_sub(BEHIND)));
    let after = command.get_after_help().map(|after| said(after, lang));
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(say::commands())
        .mut_args(|arg| of_argument(arg, lang, width.saturating_sub(indent)))
        .mut_subcommands(|command| of_command(command, lang))
        .next_line_help(!behind);
    if let Some(about) = about {
        command = command.about(about.clone()).long_about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    command
}

fn of_argument(arg: Arg, lang: Lang, width: usize) -> Arg {
    let heading = match arg.get_help_heading() {
        Some(heading) => found(heading, lang),
        None if arg.is_positional() => Some(say::arguments()),
        None => Some(say::options()),
    };
    let text = |text: Option<&StyledStr>| text.map(|text| said(text, lang)).unwrap_or_default();
    let (short, long) = (text(arg.get_help()), text(arg.get_long_help().or(arg.get_help())));
    let takes_values = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let hidden = arg.is_hide_default_value_set() || !takes_values;
    let defaults = arg.get_default_values().iter().filter(|_| !hidden).map(|value| value.to_string_lossy());
    let defaults: Vec<_> = defaults.collect();
    let default = if defaults.is_empty() { String::new() } else { say::by_default(&defaults.join(" ")) };
    let values = if takes_values { arg.get_possible_values() } else { Vec::new() };
    let values: Vec<_> = values.into_iter().filter(|value| !value.is_hide_set()).collect();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let listed = if names.is_empty() { String::new() } else { say::possible(&names.join(comma())) };
    let told = values
        .iter()
        .filter_map(|value| value.get_help().map(|help| say::possible_value(value.get_name(), &said(help, lang))));
    let told: Vec<String> = told.collect();
    let each = if told.is_empty() { listed.clone() } else { format!("\n\n{}\n{}", say::values(), told.join("\n")) };
    let short = broken(&format!("{short}{listed}{default}"), width);
    let long = broken(&format!("{long}{each}{default}"), width);
    let arg = if let Some(heading) = heading { arg.help_heading(heading) } else { arg };
    arg.help(short).long_help(long).hide_default_value(true).hide_possible_values(true)
}

/// A text in paragraphs in a language; one that the language lacks is in English.
fn said(text: &StyledStr, lang: Lang) -> String {
    let text = text.to_string();
    let paragraphs: Vec<&str> =
        text.split("\n\n").map(|paragraph| found(paragraph, lang).unwrap_or(paragraph)).collect();
    paragraphs.join("\n\n")
}

/// A paragraph in a language, if it has it.
fn found(paragraph: &str, lang: Lang) -> Option<&'static str> {
    help::help(lang).find(|(english, _)| *english == paragraph).map(|(_, said)| said)
}

/// Lines that fit, since `clap` breaks them at spaces alone.
fn broken(text: &str, width: usize) -> String {
    text.lines().flat_map(|line| wrap(line, width)).collect::<Vec<_>>().join("\n")
}

/// What is wrong with the command line, and how to mend it.
pub(super) fn wrong_usage(error: &clap::Error) -> String {
    if here() == Lang::EN {
        return error.render().to_string();
    }
    let text = |kind| error.get(kind).map(context).unwrap_or_default();
    let (argument, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument => say::unknown_argument(&argument),
        ErrorKind::InvalidSubcommand => say::unknown_command(&text(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => say::no_command().to_owned(),
        ErrorKind::MissingRequiredArgument => say::missing(&argument),
        ErrorKind::InvalidValue if value.is_empty() => say::no_value(&argument),
        ErrorKind::InvalidValue => say::wrong_value(&argument, &value),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            say::refused_value(&argument, &value, &why)
        }
        ErrorKind::ArgumentConflict => match text(ContextKind::PriorArg) {
            other if other.is_empty() => say::alone(&argument),
            other if other == argument => say::once(&argument),
            other => say::conflict(&argument, &other),
        },
        ErrorKind::TooManyValues => say::too_many(&argument, &value),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            let wanted = text(ContextKind::MinValues) + &text(ContextKind::ExpectedNumValues);
            say::too_few(&argument, &wanted, &text(ContextKind::ActualNumValues))
        }
        ErrorKind::InvalidUtf8 => say::not_unicode().to_owned(),
        _ => return error.render().to_string(),
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near: Vec<String> = near.into_iter().map(text).filter(|text| !text.is_empty()).collect();
    let values = text(ContextKind::ValidValue);
    let mut lines = cli_trouble::error(&what) + "\n";
    if !values.is_empty() {
        lines += &format!("  {}\n", say::possible(&values));
    }
    if !near.is_empty() {
        lines += &format!("\n  {}\n", say::near(&near.join(comma())));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        lines += &format!("\n{} {}\n", say::usage(), usage.strip_prefix("Usage: ").unwrap_or(&usage));
    }
    lines + &format!("\n{}\n", say::more())
}

/// What `clap` knows of an error, as text.
fn context(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(comma()),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Arguments;

    /// All that help says in English, paragraph by paragraph.
    fn paragraphs(command: &Command, all: &mut BTreeSet<String>) {
        let mut add = |text: Option<&StyledStr>| {
            all.extend(
                text.into_iter().flat_map(|text| text.to_string().split("\n\n").map(str::to_owned).collect::<Vec<_>>()),
            );
        };
        [command.get_about(), command.get_long_about(), command.get_after_help()].into_iter().for_each(&mut add);
        for arg in command.get_arguments() {
            [arg.get_help(), arg.get_long_help()].into_iter().for_each(&mut add);
            arg.get_possible_values().iter().for_each(|value| add(value.get_help()));
        }
        all.extend(command.get_arguments().filter_map(|arg| arg.get_help_heading().map(str::to_owned)));
        command.get_subcommands().for_each(|command| paragraphs(command, all));
    }

    #[test]
    fn every_language_has_all_help_and_no_other() {
        let (mut command, mut all) = (Arguments::command(), BTreeSet::new());
        command.build();
        paragraphs(&command, &mut all);
        for lang in Lang::ALL.iter().copied().filter(|lang| *lang != Lang::EN) {
            let has: BTreeSet<String> = help::help(lang).map(|(english, _)| english.to_owned()).collect();
            let lacks: Vec<&String> = all.difference(&has).collect();
            let more: Vec<&String> = has.difference(&all).collect();
            assert!(lacks.is_empty() && more.is_empty(), "{lang:?} lacks {lacks:#?}\nand has {more:#?}");
        }
    }
}
