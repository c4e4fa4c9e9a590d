//! An answer file moved on to the definition of now: edits at the places that its reader names, and nothing else of it
//! touched. What has no place any more is kept as a comment.

use std::ops::Range;

use semver::Version;

use super::load::{is_gone, load};
use super::own_plan::LISTS;
use super::read::read_as;
use super::{Answer, OtherVersion, parse, version_of};
use crate::definition::{Definition, Earlier, Rename};
use crate::diagnostic::{Finding, Severity, Source};
use crate::document::{Document, Entry, Node, Syntax, Value};

/// What becomes of an answer file.
#[derive(Clone, Debug)]
pub struct Update {
    /// The file as it is to be.
    pub text: String,
    /// The version that it answered, if it named one.
    pub from: Option<String>,
    /// What it called otherwise.
    pub renamed: Vec<Rename>,
    /// The answers whose options have other points now: the question, the points that were given, and those of now.
    pub repointed: Vec<(String, u32, u32)>,
    /// What it says that there is no place for: as it stands there, and why.
    pub kept: Vec<(String, String)>,
    /// The ids of the questions that are open in it now.
    pub open: Vec<String>,
}

/// Why an answer file is left as it is.
#[derive(Clone, Debug)]
pub enum NotUpdated {
    /// It cannot be read as answers to any version.
    Unreadable(Vec<Finding>),
    /// It answers a version that is yet to come.
    Later(Version),
    /// There is no place for some of it any more, and JSON has no comments to keep that in.
    NoComments(Vec<Finding>),
    /// It is written in a way that cannot be edited without changing what it says.
    Unedited,
}

/// What becomes of the answers in `document`, which may belong to an earlier version of `definition`; none where they need
/// nothing.
pub fn update(document: &Document, definition: &Definition, accept_major: bool) -> Result<Option<Update>, NotUpdated> {
    let version = version_of(document).and_then(|version| Version::parse(version).ok());
    if let Some(later) = version.clone().filter(|version| *version > definition.version) {
        return Err(NotUpdated::Later(later));
    }
    let is_earlier = version.as_ref().is_some_and(|version| *version < definition.version);
    let (set, findings) = read_as(document, definition, accept_major);
    let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Deny);
    let (gone, wrong): (Vec<Finding>, Vec<Finding>) = errors.partition(|finding| is_earlier && is_gone(finding));
    if !wrong.is_empty() {
        return Err(NotUpdated::Unreadable(wrong));
    }
    let source = document.source.text();
    if !gone.is_empty() && Syntax::detect(source) == Syntax::Json {
        return Err(NotUpdated::NoComments(gone));
    }
    let mut edits = Edits { text: source, list: Vec::new() };
    let label = version.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut kept = Vec::new();
    for finding in &gone {
        let element = edits.keep(&document.root, &finding.span, &label).ok_or(NotUpdated::Unedited)?;
        kept.push((element, finding.message.clone()));
    }
    let mut moved =
        Moved { earlier: Earlier::new(definition, version.as_ref()), renamed: Vec::new(), repointed: Vec::new() };
    moved.all(document, &mut edits);
    if is_earlier && let Some(node) = document.root.get("version") {
        edits.value(node, &definition.version.to_string());
    }
    if edits.list.is_empty() {
        return Ok(None);
    }
    let text = edits.made();
    let now = |text: &str| {
        let document = parse(&std::sync::Arc::new(Source::new(document.source.name(), text))).ok()?;
        Some(load(&document, definition, OtherVersion::default()).ok()?.0)
    };
    if now(&text).is_none_or(|now| now != set) {
        return Err(NotUpdated::Unedited);
    }
    let questions = definition.questions().map(|(_, question)| question.id.clone()).zip(&set.answers);
    let open = questions.filter(|(_, answer)| **answer == Answer::Unanswered).map(|(id, _)| id).collect();
    let Moved { renamed, repointed, .. } = moved;
    Ok(Some(Update { text, from: version_of(document).map(str::to_owned), renamed, repointed, kept, open }))
}

/// What is called otherwise now, or worth other points.
struct Moved<'a> {
    earlier: Earlier<'a>,
    renamed: Vec<Rename>,
    repointed: Vec<(String, u32, u32)>,
}

impl Moved<'_> {
    fn all(&mut self, document: &Document, edits: &mut Edits<'_>) {
        let renames = &self.earlier.definition().renames;
        let entries = |key: &str| document.root.get(key).map_or(&[][..], Node::entries);
        for entry in entries("profile") {
            self.key(entry, &renames.profile, edits);
        }
        for entry in entries("answers").iter().chain(entries("notes")) {
            self.key(entry, &renames.questions, edits);
        }
        for entry in entries("answers") {
            self.points(entry, edits);
        }
        for entry in entries("actions") {
            for item in entry.node.items() {
                if let Value::String(id) = &item.value
                    && edits.is_free(&item.span)
                    && let Some(now) = self.renamed(id, &renames.actions)
                {
                    edits.value(item, &now);
                }
            }
            // The table of an action is under its id; that of efforts has ids in it.
            if entry.key == "effort" {
                entry.node.entries().iter().for_each(|entry| self.key(entry, &renames.actions, edits));
            } else if !LISTS.contains(&entry.key.as_ref()) {
                self.key(entry, &renames.actions, edits);
            }
        }
    }

    /// What `id` is called now, if that is something else.
    fn renamed(&mut self, id: &str, renames: &[Rename]) -> Option<String> {
        let now = Rename::now(renames, id);
        let rename = (now != id).then(|| Rename { from: id.to_owned(), to: now.to_owned() })?;
        let to = rename.to.clone();
        if !self.renamed.contains(&rename) {
            self.renamed.push(rename);
        }
        Some(to)
    }

    fn key(&mut self, entry: &Entry, renames: &[Rename], edits: &mut Edits<'_>) {
        if edits.is_free(&entry.key_span)
            && let Some(now) = self.renamed(&entry.key, renames)
        {
            edits.quoted(&entry.key_span, &now);
        }
    }

    fn points(&mut self, entry: &Entry, edits: &mut Edits<'_>) {
        let Some((_, question)) = self.earlier.question(&entry.key).filter(|_| edits.is_free(&entry.node.span)) else {
            return;
        };
        let Some(given) = super::read::points_of(&entry.node) else { return };
        let now = self.earlier.option(question, given).map(|option| question.options[usize::from(option)].points);
        if let Some(now) = now.filter(|now| *now != given) {
            edits.quoted(&entry.node.span, &now.to_string());
            self.repointed.push((question.id.clone(), given, now));
        }
    }
}

/// What is to change in a text.
struct Edits<'a> {
    text: &'a str,
    list: Vec<(Range<usize>, String)>,
}

impl Edits<'_> {
    /// Whether nothing around `span` goes.
    fn is_free(&self, span: &Range<usize>) -> bool {
        self.list.iter().all(|(other, _)| other.end <= span.start || span.end <= other.start)
    }

    /// Puts `value` in the place of a string.
    fn value(&mut self, node: &Node, value: &str) {
        self.list.push((node.span.clone(), format!("\"{value}\"")));
    }

    /// Puts `word` in the place of another, in quotes if that is.
    fn quoted(&mut self, span: &Range<usize>, word: &str) {
        let quote = self.text[span.clone()].chars().next().filter(|c| matches!(c, '"' | '\'')).map(String::from);
        let quote = quote.unwrap_or_default();
        self.list.push((span.clone(), format!("{quote}{word}{quote}")));
    }

    /// Makes a comment of what stands at `span`, behind the version that it answers, and gives it as it stands; none where
    /// there is no way to.
    fn keep(&mut self, root: &Node, span: &Range<usize>, version: &str) -> Option<String> {
        let place = Place::of(root, span)?;
        let element = self.text.get(place.element.clone())?.to_owned();
        let line = self.line_start(place.element.start);
        if self.text[line..].trim_start().starts_with('[') {
            // The header of a table, and all that stands under it.
            let end = self.text[place.last..].find('\n').map_or(self.text.len(), |at| place.last + at);
            let table = self.text[line..end].trim_end();
            self.list.push((line..line + table.len(), format!("# {version}: {}", table.replace('\n', "\n# "))));
            return Some(table.to_owned());
        }
        let end = self.text[place.element.end..].find('\n').map_or(self.text.len(), |at| place.element.end + at);
        let rest = self.text[place.element.end..end].trim_start();
        let is_alone = place.is_entry && self.begins_line(&place.element) && (rest.is_empty() || rest.starts_with('#'));
        if is_alone {
            if self.is_free(&(line..end)) {
                let lines = self.text[line..end].replace('\n', "\n# ");
                self.list.push((line..end, format!("# {version}: {lines}")));
            }
            return Some(element);
        }
        let statement = place.entries.iter().rfind(|entry| self.begins_line(entry))?;
        let above = self.line_start(statement.start);
        let shown = if place.is_entry { element } else { format!("{} = {element}", place.key) };
        let cut = self.with_comma(&place.element);
        self.list.push((above..above, format!("# {version}: {}\n", shown.replace('\n', "\n# "))));
        self.list.push((cut, String::new()));
        Some(shown)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    /// Whether nothing but the tables that it is in stand before it in its line.
    fn begins_line(&self, element: &Range<usize>) -> bool {
        let before = &self.text[self.line_start(element.start)..element.start];
        before.trim().is_empty() || (before.trim_end().ends_with('.') && !before.contains(['=', '{', '[', ',']))
    }

    /// An element of a list with the comma that goes with it, and with its line if nothing else stands there.
    fn with_comma(&self, element: &Range<usize>) -> Range<usize> {
        let rest = &self.text[element.end..];
        if let Some(behind) = rest.trim_start_matches([' ', '\t']).strip_prefix(',') {
            let behind = behind.trim_start_matches([' ', '\t']);
            let line = self.line_start(element.start);
            let next = behind.strip_prefix('\n').or_else(|| behind.strip_prefix("\r\n"));
            return match next.filter(|_| self.text[line..element.start].trim().is_empty()) {
                Some(next) => line..self.text.len() - next.len(),
                None => element.start..self.text.len() - behind.len(),
            };
        }
        // Behind the last that stays there is no comma, however many behind it go.
        let mut start = element.start;
        let goes =
            |at: usize| self.list.iter().find(|(span, with)| with.is_empty() && span.start < at && span.end == at);
        while let Some((gone, _)) = goes(start) {
            start = gone.start;
        }
        match self.text[..start].trim_end().strip_suffix(',') {
            Some(before) => before.len()..element.end,
            None => start..element.end,
        }
    }

    /// The text with all of it. Of what goes, two may share a comma.
    fn made(mut self) -> String {
        self.list.sort_by_key(|(span, _)| (span.start, span.end));
        let (mut out, mut done) = (String::with_capacity(self.text.len()), 0);
        for (span, replacement) in &self.list {
            out.push_str(self.text.get(done..span.start).unwrap_or_default());
            out.push_str(replacement);
            done = done.max(span.end);
        }
        out + &self.text[done..]
    }
}

/// Where a finding points to.
struct Place {
    /// The entry, its key included, or the item of a list.
    element: Range<usize>,
    is_entry: bool,
    /// Where the last of what is in it ends.
    last: usize,
    /// Whether nothing else is meant.
    is_exact: bool,
    /// The key that it stands under.
    key: String,
    /// All entries around it, the outermost first, and itself.
    entries: Vec<Range<usize>>,
}

impl Place {
    /// The innermost entry or item at `span`.
    fn of(root: &Node, span: &Range<usize>) -> Option<Self> {
        let within = |around: &Range<usize>| around.start <= span.start && span.end <= around.end;
        let (mut node, mut found, mut entries) = (root, None, Vec::new());
        loop {
            // The span of a table under a header is the header.
            let holds = |node: &Node| within(&node.span) || node.entries().iter().any(|entry| within(&whole(entry)));
            let deep = |entry: &&Entry| {
                within(&whole(entry)) || holds(&entry.node) || entry.node.entries().iter().any(|of| holds(&of.node))
            };
            if let Some(entry) = node.entries().iter().find(deep) {
                entries.push(whole(entry));
                let key = entry.key.to_string();
                let is_exact = entry.key_span == *span || entry.node.span == *span;
                let (element, last) = (whole(entry), last(&entry.node));
                found = Some(Self { element, is_entry: true, last, is_exact, key, entries: Vec::new() });
                node = &entry.node;
            } else if let Some(item) = node.items().iter().find(|item| within(&item.span)) {
                let key = found.map(|of: Self| of.key).unwrap_or_default();
                let is_exact = item.span == *span;
                let element = item.span.clone();
                found = Some(Self { last: element.end, element, is_entry: false, is_exact, key, entries: Vec::new() });
                node = item;
            } else {
                break;
            }
        }
        found.filter(|of| of.is_exact).map(|of| Self { entries, ..of })
    }
}

/// An entry with its key.
fn whole(entry: &Entry) -> Range<usize> {
    entry.key_span.start..entry.node.span.end.max(entry.key_span.end)
}

/// Where the last of what is in a value ends.
fn last(node: &Node) -> usize {
    let within = node.entries().iter().map(|entry| last(&entry.node)).chain(node.items().iter().map(last));
    within.fold(node.span.end, usize::max)
}
