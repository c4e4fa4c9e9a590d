//! What earlier versions called otherwise, and gave other points: data, and how it is read.

use semver::Version;
use serde::Serialize;

use super::id::read_id;
use super::points::{MAX_POINTS, read_points};
use super::version::read_version;
use crate::diagnostic::Findings;
use crate::document::rules::UNKNOWN_KEY;
use crate::document::{Entry, Expected, Fields, Node, Value, wrong_type};
use crate::words::definition as say;

/// What an option that was taken out has become.
pub(crate) const GONE: &str = "gone";

/// The ids and points of earlier versions that have become others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renames {
    /// Of levels.
    pub levels: Vec<Rename>,
    /// Of facts about an organisation.
    pub profile: Vec<Rename>,
    /// Of criteria.
    pub criteria: Vec<Rename>,
    /// Of questions.
    pub questions: Vec<Rename>,
    /// Of actions.
    pub actions: Vec<Rename>,
    /// Of options, by the id that their question has now. Of those of one question the earlier first.
    pub points: Vec<Repointed>,
}

/// An id of an earlier version, and the one that it has become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rename {
    /// The id that there was.
    pub from: String,
    /// The id that it has become.
    pub to: String,
}

/// The options of a question that were worth other points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repointed {
    /// The id of the question.
    pub question: String,
    /// The version from which on the options are worth what they are now; none where earlier points can be nothing else.
    pub before: Option<Version>,
    /// The earlier points of an option, and those that it has now; none where it is gone. All of them change at once.
    pub points: Vec<(u32, Option<u32>)>,
    /// The points of now to which several earlier ones lead on purpose.
    pub merged: Vec<u32>,
}

/// What has become of an option of an earlier version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It has these points now.
    Points(u32),
    /// It was taken out.
    Gone,
    /// Another option has its points now, and nothing says what it has become itself.
    Unsaid,
}

impl Rename {
    /// What `id` is called now, however often it has changed.
    pub fn now<'a>(renames: &'a [Self], id: &'a str) -> &'a str {
        Self::steps(renames, id).last().unwrap_or(id)
    }

    /// What `id` has been called since then, itself first. What leads round in a circle leads nowhere, and ends too.
    pub(super) fn steps<'a>(renames: &'a [Self], id: &'a str) -> impl Iterator<Item = &'a str> {
        let next = |id: &str| renames.iter().find(|rename| rename.from == id).map(|rename| rename.to.as_str());
        std::iter::successors(Some(id), move |id| next(id)).take(renames.len() + 1)
    }
}

impl Repointed {
    /// What the option of `points` has become, where they were given to `version`.
    pub fn fate(&self, version: &Version, points: u32) -> Fate {
        match self.before.as_ref().is_none_or(|before| version < before) {
            true => self.moved(points),
            false => Fate::Points(points),
        }
    }

    /// The same, where they were given before. What is not named keeps its points, unless another has them now.
    pub(super) fn moved(&self, points: u32) -> Fate {
        match self.points.iter().find(|(from, _)| *from == points) {
            Some((_, to)) => to.map_or(Fate::Gone, Fate::Points),
            None if self.points.iter().any(|(_, to)| *to == Some(points)) => Fate::Unsaid,
            None => Fate::Points(points),
        }
    }
}

impl Renames {
    pub(super) fn read(node: &Node, findings: &mut Findings) -> Self {
        let mut fields = Fields::new(node, say::renames(), findings);
        let mut list = |key: &'static str, findings: &mut Findings| {
            let entries = fields.table(key, findings).iter();
            let id = |entry: &Entry, findings: &mut Findings| read_id(&entry.node, findings);
            entries.filter_map(|entry| Some(Rename { from: entry.key.to_string(), to: id(entry, findings)? })).collect()
        };
        let mut renames = Self {
            levels: list("levels", findings),
            profile: list("profile", findings),
            criteria: list("criteria", findings),
            questions: list("questions", findings),
            actions: list("actions", findings),
            points: Vec::new(),
        };
        for entry in fields.table("points", findings) {
            let nodes = match &entry.node.value {
                Value::Array(items) => items.as_slice(),
                _ => std::slice::from_ref(&entry.node),
            };
            renames.points.extend(nodes.iter().map(|node| Repointed::read(&entry.key, node, findings)));
        }
        fields.finish(findings);
        renames
    }
}

impl Repointed {
    fn read(question: &str, node: &Node, findings: &mut Findings) -> Self {
        let mut read = Self { question: question.to_owned(), before: None, points: Vec::new(), merged: Vec::new() };
        if !matches!(node.value, Value::Table(_)) {
            wrong_type(node, Expected::Other(say::table_of_earlier_points()), findings);
        }
        for entry in node.entries() {
            if entry.key == "before" {
                read.before = read_version(&entry.node, findings);
                continue;
            }
            if entry.key == "merged" {
                if !matches!(entry.node.value, Value::Array(_)) {
                    wrong_type(&entry.node, Expected::Other(say::list_of_points()), findings);
                }
                read.merged = entry.node.items().iter().filter_map(|node| read_points(node, findings)).collect();
                continue;
            }
            let from =
                entry.key.parse::<u32>().ok().filter(|from| *from <= MAX_POINTS && entry.key == from.to_string());
            if from.is_none() {
                findings
                    .add(&UNKNOWN_KEY, entry.key_span.clone(), say::no_points_before_merged(&entry.key))
                    .help(say::write_earlier_points());
            }
            let to = match &entry.node.value {
                Value::String(word) if word == GONE => Some(None),
                Value::String(_) => {
                    wrong_type(&entry.node, Expected::Other(say::points_or_gone()), findings);
                    None
                }
                _ => read_points(&entry.node, findings).map(Some),
            };
            read.points.extend(from.zip(to));
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_twice_is_found_and_a_circle_ends() {
        let rename = |from: &str, to: &str| Rename { from: from.to_owned(), to: to.to_owned() };
        let renames = [rename("a", "b"), rename("b", "c"), rename("x", "y"), rename("y", "x")];
        assert_eq!(["a", "b", "c"].map(|id| Rename::now(&renames, id)), ["c"; 3]);
        assert!(["x", "y"].contains(&Rename::now(&renames, "x")));
    }
}
