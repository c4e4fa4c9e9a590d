//! The options `--deny`, `--warn` and `--allow`, whose order counts.

use clap::{Arg, ArgAction, ArgMatches, Command, Error};

use crate::check::{Levels, Target};
use crate::diagnostic::Level;

/// The settings on the command line, in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct LevelOptions {
    settings: Vec<(Target, Level)>,
}

impl LevelOptions {
    /// They as settings of rules.
    pub(super) fn levels(&self) -> Levels {
        let mut levels = Levels::default();
        for (target, level) in &self.settings {
            levels.set(*target, *level, format!("`--{} {}`", level.name(), target.name()));
        }
        levels
    }
}

fn target(name: &str) -> Result<Target, String> {
    Target::find(name).map_err(|unknown| format!("{}; {}", unknown.message, unknown.help))
}

impl clap::Args for LevelOptions {
    fn augment_args(command: Command) -> Command {
        let option = |level: Level, help: &'static str| {
            Arg::new(level.name())
                .long(level.name())
                .value_name("RULE|GROUP")
                .help(help)
                .help_heading("Levels")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .value_parser(target)
        };
        command
            .arg(option(Level::Deny, "Report what these find as errors; a rule beats its group, and the last one wins"))
            .arg(option(Level::Warn, "Report what these find as warnings"))
            .arg(option(Level::Allow, "Do not report what these find"))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for LevelOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut settings: Vec<(usize, Target, Level)> = Vec::new();
        for level in Level::ALL {
            let targets = matches.get_many::<Target>(level.name()).into_iter().flatten();
            let places = matches.indices_of(level.name()).into_iter().flatten();
            settings.extend(places.zip(targets).map(|(place, target)| (place, *target, level)));
        }
        settings.sort_by_key(|(place, ..)| *place);
        Ok(Self { settings: settings.into_iter().map(|(_, target, level)| (target, level)).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
