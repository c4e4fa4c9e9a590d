//! Findings in the user's files: what, where, why, and how to mend it.
//!
//! A finding is a value. Nothing here prints, and nothing here decides whether a command fails.

mod human;
mod rule;
mod source;
mod suggest;

use std::ops::Range;
use std::sync::Arc;

pub use human::render;
pub use rule::{Rule, Severity};
pub use source::{Position, Source};
pub use suggest::nearest;

/// Every rule by name.
pub mod rules {
    pub use super::rule::*;
}

/// One thing found in a file, at exactly one primary place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What kind of finding this is.
    pub rule: &'static Rule,
    /// The file it is in.
    pub source: Arc<Source>,
    /// What is wrong: a lower-case phrase, names in backticks, no full stop.
    pub message: String,
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// A few words at that place.
    pub label: String,
    /// Other places in the same file that explain it.
    pub related: Vec<(Range<usize>, String)>,
    /// How to mend it, where that is known.
    pub help: Option<String>,
}

impl Finding {
    /// Says a few words at the primary place.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// Points to another place of the same file.
    pub fn related(&mut self, span: Range<usize>, label: impl Into<String>) -> &mut Self {
        self.related.push((span, label.into()));
        self
    }

    /// Says how to mend it.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Offers the nearest of `known`, or lists them all where none is near.
    pub fn suggest<'a>(&mut self, name: &str, known: impl IntoIterator<Item = &'a str>) -> &mut Self {
        let known: Vec<&str> = known.into_iter().collect();
        match nearest(name, known.iter().copied()) {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None if known.is_empty() || known.len() > 12 => self,
            None => self.help(format!("known here: `{}`", known.join("`, `"))),
        }
    }

    /// Line and column of the primary place.
    pub fn position(&self) -> Position {
        self.source.position(self.source.fit(&self.span).start)
    }
}

/// The findings of one file, gathered while it is read.
#[derive(Debug)]
pub struct Findings {
    source: Arc<Source>,
    list: Vec<Finding>,
}

impl Findings {
    /// None yet.
    pub fn new(source: Arc<Source>) -> Self {
        Self { source, list: Vec::new() }
    }

    /// Adds a finding, and gives it back for labels and help.
    pub fn add(&mut self, rule: &'static Rule, span: Range<usize>, message: impl Into<String>) -> &mut Finding {
        let at = self.list.len();
        self.list.push(Finding {
            rule,
            source: Arc::clone(&self.source),
            message: message.into(),
            span,
            label: String::new(),
            related: Vec::new(),
            help: None,
        });
        &mut self.list[at]
    }

    /// Adds all of others.
    pub fn append(&mut self, others: impl IntoIterator<Item = Self>) {
        self.list.extend(others.into_iter().flat_map(|others| others.list));
    }

    /// The file they are in.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Whether one of them makes the file unusable.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.list)
    }

    /// All of them, by place in the file.
    pub fn into_sorted(mut self) -> Vec<Finding> {
        self.list.sort_by_key(|finding| (finding.span.start, finding.span.end));
        self.list
    }
}

/// Whether one of `findings` makes its file unusable.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.rule.severity == Severity::Error)
}
