//! The options `--deny`, `--warn` and `--allow`, whose order counts.

use clap::{Arg, ArgAction, ArgMatches, Command, Error};

use crate::check::{Severities, Target};
use crate::diagnostic::Severity::{self, Allow, Deny, Warn};
use crate::words::diagnostic::message_and_help;

/// The settings on the command line, in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct SeverityOptions {
    settings: Vec<(Target, Severity)>,
}

impl SeverityOptions {
    pub(super) fn severities(&self) -> Severities {
        let mut severities = Severities::default();
        for (target, severity) in &self.settings {
            severities.set(*target, *severity, format!("`--{} {}`", severity.name(), target.name()));
        }
        severities
    }
}

fn target(name: &str) -> Result<Target, String> {
    Target::find(name).map_err(|unknown| message_and_help(&unknown.message, &unknown.help))
}

impl clap::Args for SeverityOptions {
    fn augment_args(command: Command) -> Command {
        let option = |severity: Severity, help: &'static str| {
            Arg::new(severity.name())
                .long(severity.name())
                .value_name("RULE|GROUP")
                .help(help)
                .help_heading("Levels")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .value_parser(target)
        };
        command
            .arg(option(Deny, "Report what these find as errors; a rule beats its group, and the last one wins"))
            .arg(option(Warn, "Report what these find as warnings"))
            .arg(option(Allow, "Do not report what these find"))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for SeverityOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut settings: Vec<(usize, Target, Severity)> = Vec::new();
        for severity in Severity::ALL {
            let targets = matches.get_many::<Target>(severity.name()).into_iter().flatten();
            let places = matches.indices_of(severity.name()).into_iter().flatten();
            settings.extend(places.zip(targets).map(|(place, target)| (place, *target, severity)));
        }
        settings.sort_by_key(|(place, ..)| *place);
        Ok(Self { settings: settings.into_iter().map(|(_, target, severity)| (target, severity)).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
