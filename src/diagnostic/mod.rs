//! Findings in the user's files: what, where, why, and how to mend it.
//!
//! - Takes: rules as data, and the places that readers and checks add under them.
//! - Gives: findings as values, and texts of many: for people, programs, code scanning, workflows and test reports.
//! - Never: prints, decides whether a command fails, or knows a rule by name.

mod fix;
pub mod github;
mod human;
pub mod json;
pub mod junit;
mod rule;
pub mod sarif;
mod source;
mod suggest;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::text::{clean, is_unsafe};
use crate::words::diagnostic as say;
use crate::words::lists::between_names;

pub use fix::mended;
pub use human::{render, render_broken};
pub use rule::{Group, Rule, Severity};
pub use source::{Position, Source};
pub use suggest::{nearest, same_name};

/// One thing found in a file, at exactly one primary place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What kind of finding this is.
    pub rule: &'static Rule,
    /// How grave it is.
    pub severity: Severity,
    /// Where that comes from, once it is decided.
    pub severity_from: Option<String>,
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
    /// The edit that mends it, where no other could be meant.
    pub fix: Option<Fix>,
}

/// A file that was come upon and not looked into, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unchecked {
    /// Its path.
    pub file: String,
    /// Why, in a few words.
    pub reason: &'static str,
}

/// An edit of the file that a finding is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced, in bytes of the file; empty where something is only put in.
    pub span: Range<usize>,
    /// What stands there then.
    pub replacement: String,
}

impl Finding {
    /// Says a few words at the primary place.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = words(label);
        self
    }

    /// Points to another place of the same file.
    pub fn related(&mut self, span: Range<usize>, label: impl Into<String>) -> &mut Self {
        self.related.push((span, words(label)));
        self
    }

    /// Says how to mend it.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(words(help));
        self
    }

    /// Says the one edit that mends it; `help` says it in words.
    pub fn fix(&mut self, span: Range<usize>, replacement: impl Into<String>) -> &mut Self {
        self.fix = Some(Fix { span, replacement: replacement.into() });
        self
    }

    /// Offers the nearest of `known`, or lists them all where none is near. Where it is the only one that is, and `name`
    /// a slip of it that is all that stands at the place, to write it there is the edit.
    pub fn suggest<'a>(&mut self, name: &str, known: impl IntoIterator<Item = &'a str>) -> &mut Self {
        let mut known: Vec<&str> = known.into_iter().collect();
        let mut seen = HashSet::new();
        known.retain(|name| seen.insert(*name));
        match nearest(name, known.iter().copied()) {
            Some(near) => {
                let written = self.source.text().get(self.span.clone()).unwrap_or_default();
                let quote = if written.starts_with(['"', '\'']) { "\"" } else { "" };
                let alone = written.trim_matches(['"', '\'']) == name;
                if alone && suggest::only(name, known.iter().copied()).is_some() {
                    self.fix(self.span.clone(), format!("{quote}{near}{quote}"));
                }
                self.help(match crate::text::disguised(name) {
                    Some(why) => say::did_you_mean_since(near, &why),
                    None => say::did_you_mean(near),
                })
            }
            None if known.is_empty() || known.len() > 12 => self,
            None => self.help(say::known_here(&known.join(between_names()))),
        }
    }

    /// Line and column of the primary place.
    pub fn position(&self) -> Position {
        self.source.position(self.source.fit(&self.span).start)
    }
}

/// What is said of a file may repeat what stands in it: that no terminal is to obey, in no output.
fn words(text: impl Into<String>) -> String {
    match text.into() {
        text if text.contains(is_unsafe) => clean(&text).into_owned(),
        text => text,
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
            severity: rule.group.severity(),
            severity_from: None,
            source: Arc::clone(&self.source),
            message: words(message),
            span,
            label: String::new(),
            related: Vec::new(),
            help: None,
            fix: None,
        });
        &mut self.list[at]
    }

    /// Adds findings that are there already.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Finding>) {
        self.list.extend(others);
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

/// Whether one of `findings` is an error: while a file is read, that it cannot be used.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Deny)
}

/// Each of `items` whose key was there before, behind the first that had it.
pub(crate) fn repeated<K: Eq + Hash, V: Clone>(items: impl Iterator<Item = (K, V)>) -> impl Iterator<Item = (V, V)> {
    let mut first: HashMap<K, V> = HashMap::new();
    items.filter_map(move |(key, item)| match first.entry(key) {
        Entry::Occupied(first) => Some((first.get().clone(), item)),
        Entry::Vacant(place) => {
            place.insert(item);
            None
        }
    })
}
