//! What every command takes, and what each says by its exit code.

use std::ffi::OsString;
use std::io::IsTerminal;

use clap::ValueEnum;

use super::output;
use crate::words::Lang;

/// What every command takes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Global {
    /// Language of texts, such as `en` or `ja` [default: CXM_LANG, then LC_ALL, LC_MESSAGES, LANG, then en]
    #[arg(long, global = true, value_name = "LANG", help_heading = "Everywhere")]
    pub(super) lang: Option<String>,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Everywhere")]
    pub(super) color: Color,
    /// Draw lines, bars and marks in ASCII, for terminals that show others at the wrong width
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub(super) ascii: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Even into a pipe
    Always,
    /// Never
    Never,
}

/// What a command that did its work says by its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Done,
    /// Done, and the answer is no.
    No,
    /// Interrupted; what was done is saved.
    Interrupted,
    /// Done, but what came of it could not be saved.
    Unsaved,
}

impl Global {
    /// Whether the language was asked for, and is not just that of the system.
    pub(super) fn asked(&self) -> bool {
        self.lang.is_some() || std::env::var("CXM_LANG").is_ok_and(|value| !value.is_empty())
    }

    /// Whether the language is known, since it was asked for or the system has one.
    pub(super) fn is_told(&self) -> bool {
        let names_language = |locale: String| !matches!(locale.split(['.', '@']).next(), Some("C" | "POSIX"));
        self.asked() || locale().is_some_and(names_language)
    }

    /// The tag of the language that is wanted.
    pub(super) fn tag(&self) -> String {
        tag(self.lang.clone())
    }

    /// The language of the program's own words.
    pub(super) fn lang(&self) -> Lang {
        Lang::from_tag(&self.tag())
    }

    /// How a page is laid out.
    pub(super) fn viewport(&self) -> crate::report::Viewport {
        let ascii = self.draws_ascii_on(&std::io::stdout());
        crate::report::Viewport { lang: self.lang(), width: output::width(), ascii }
    }

    /// Whether to draw in ASCII: where that is asked for, and on a terminal whose locale has nothing else.
    pub(super) fn draws_ascii_on(&self, stream: &impl IsTerminal) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        self.ascii || (stream.is_terminal() && locale.is_some_and(|locale| !has_unicode(&locale)))
    }
}

/// The language of the process, by its arguments as they are typed: also those that turn out to be wrong must be told of in it.
pub(super) fn spoken(arguments: &[OsString]) -> Lang {
    let mut arguments =
        arguments.iter().filter_map(|argument| argument.to_str()).take_while(|argument| *argument != "--");
    let asked = loop {
        match arguments.next() {
            Some("--lang") => break arguments.next(),
            Some(argument) if argument.starts_with("--lang=") => break argument.strip_prefix("--lang="),
            Some(_) => {}
            None => break None,
        }
    };
    Lang::from_tag(&tag(asked.map(str::to_owned)))
}

/// The tag of the language that was asked for, or else of that of the system.
fn tag(asked: Option<String>) -> String {
    let wanted = asked.or_else(|| set("CXM_LANG"));
    let wanted = wanted.or_else(locale).unwrap_or_default();
    let tag = wanted.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_lowercase();
    let tag: String = tag.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if matches!(tag.as_str(), "" | "c" | "posix") { "en".to_owned() } else { tag }
}

/// The locale of messages.
fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)
}

/// The value of a variable, unless it is empty.
fn set(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether a locale such as `ja_JP.UTF-8` has all characters; one that names no encoding is taken to.
fn has_unicode(locale: &str) -> bool {
    let encoding = locale.split_once('.').map(|(_, encoding)| encoding.split('@').next().unwrap_or(encoding));
    match encoding {
        None => !matches!(locale, "C" | "POSIX"),
        Some(encoding) => encoding.replace('-', "").eq_ignore_ascii_case("utf8"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let spoken = |arguments: &[&str]| spoken(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        for arguments in [["cxm", "--lang", "ja", "score"], ["cxm", "score", "--no-such", "--lang=ja_JP.UTF-8"]] {
            assert_eq!(spoken(&arguments), Lang::JA, "{arguments:?}");
        }
        for arguments in [["cxm", "--lang", "fr"], ["cxm", "score", "--lang=en"]] {
            assert_eq!(spoken(&arguments), Lang::EN, "{arguments:?}");
        }
    }

    #[test]
    fn locales_have_all_characters_or_not() {
        for locale in ["C.UTF-8", "ja_JP.utf8", "en_GB.UTF-8@euro", "en", "de_DE"] {
            assert!(has_unicode(locale), "{locale}");
        }
        for locale in ["C", "POSIX", "en_GB.ISO-8859-1", "ja_JP.eucJP", "de_DE.ISO-8859-15@euro"] {
            assert!(!has_unicode(locale), "{locale}");
        }
    }
}
