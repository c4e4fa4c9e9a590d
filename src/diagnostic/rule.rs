//! What a rule is: a description, and a group that says how grave its findings are.
//!
//! Data only: how a rule is found is for the reader or the check that finds it, and no rule is known by name here.

use crate::words::diagnostic as say;
use crate::words::rules::rule;
use crate::words::rules_examples::line;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It is not reported.
    Allow,
    /// It is reported: a warning.
    Warn,
    /// It is reported, and the answer is no: an error.
    Deny,
}

/// Rules that are set together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The file cannot be used as it is.
    Reading,
    /// The file can be used, and its reader should know something.
    Notice,
    /// The definition says something that is not so.
    Correctness,
    /// The definition probably does not say what was meant.
    Suspicious,
    /// The definition and its translation have drifted apart.
    Translation,
    /// The definition could be easier to answer or to rely on.
    Style,
    /// What only a careful author wants to hear, and what is sometimes wrong.
    Pedantic,
}

/// One kind of finding.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case and stable: people and machines refer to it.
    pub id: &'static str,
    /// What it is set with.
    pub group: Group,
    /// What it finds, in one sentence of English.
    pub summary: &'static str,
    /// Why that is bad, and what exactly counts, in English.
    pub why: &'static str,
    /// An excerpt in which it is found.
    pub bad: &'static str,
    /// The excerpt mended.
    pub good: &'static str,
}

impl Rule {
    /// What it finds, in the language of the process.
    pub fn summary(&self) -> &'static str {
        rule(self.id).map_or(self.summary, |words| words.summary)
    }

    /// Why that is bad, in the language of the process.
    pub fn why(&self) -> &'static str {
        rule(self.id).map_or(self.why, |words| words.why)
    }

    /// What is wrong, and how to write it instead, with comments and texts in the language of the process.
    pub fn examples(&self) -> (String, String) {
        let said = |toml: &str| toml.lines().map(line).collect::<Vec<_>>().join("\n");
        (said(self.bad), said(self.good))
    }
}

impl Severity {
    /// All, the mildest first.
    pub const ALL: [Self; 3] = [Self::Allow, Self::Warn, Self::Deny];

    /// What the user calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }

    /// What a finding of this severity is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Allow => "note",
            Self::Warn => "warning",
            Self::Deny => "error",
        }
    }
}

impl Group {
    /// All, the gravest first.
    pub const ALL: [Self; 7] = [
        Self::Reading,
        Self::Notice,
        Self::Correctness,
        Self::Suspicious,
        Self::Translation,
        Self::Style,
        Self::Pedantic,
    ];

    /// What the user calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Notice => "notice",
            Self::Correctness => "correctness",
            Self::Suspicious => "suspicious",
            Self::Translation => "translation",
            Self::Style => "style",
            Self::Pedantic => "pedantic",
        }
    }

    /// What its rules find.
    pub fn summary(self) -> &'static str {
        match self {
            Self::Reading => say::reading(),
            Self::Notice => say::notice(),
            Self::Correctness => say::correctness(),
            Self::Suspicious => say::suspicious(),
            Self::Translation => say::translation(),
            Self::Style => say::style(),
            Self::Pedantic => say::pedantic(),
        }
    }

    /// The severity of its findings unless it is set.
    pub fn severity(self) -> Severity {
        match self {
            Self::Reading | Self::Correctness => Severity::Deny,
            Self::Notice | Self::Suspicious | Self::Translation => Severity::Warn,
            Self::Style | Self::Pedantic => Severity::Allow,
        }
    }

    /// Whether its severity can be set. What is found while reading stays: the program could not go on otherwise.
    pub fn can_be_set(self) -> bool {
        !matches!(self, Self::Reading | Self::Notice)
    }
}
