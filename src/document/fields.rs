//! Reading one table key by key: each value with its type and bounds checked, and unknown keys found at the end.

use std::ops::{Range, RangeInclusive};

use super::rules::{MISSING_KEY, OUT_OF_RANGE, UNKNOWN_KEY, WRONG_TYPE};
use super::tree::{Entry, Node, Value};
use crate::diagnostic::Findings;
use crate::exact::Score;
use crate::text::markup::{normal, one_line};
use crate::words::document as say;

/// The most characters that a text may have.
const MAX_TEXT: usize = 8_000;
/// The most entries that a table of entries under free keys may have.
const MAX_ENTRIES: usize = 1_000;

/// A table that is being read. Every key that is asked for is known; [`Fields::finish`] reports the others.
#[derive(Debug)]
pub struct Fields<'a> {
    node: &'a Node,
    what: &'static str,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Starts to read `node`, which messages call `what`; anything but a table is a finding.
    pub fn new(node: &'a Node, what: &'static str, findings: &mut Findings) -> Self {
        if !matches!(node.value, Value::Table(_)) {
            wrong_type(node, Expected::Table, findings);
        }
        Self { node, what, known: Vec::new() }
    }

    /// The value of `key`.
    pub fn optional(&mut self, key: &'static str) -> Option<&'a Node> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.node.get(key)
    }

    /// The value of `key`, which must be there.
    pub fn required(&mut self, key: &'static str, findings: &mut Findings) -> Option<&'a Node> {
        let value = self.optional(key);
        if value.is_none() && matches!(self.node.value, Value::Table(_)) {
            let what = self.what;
            findings.add(&MISSING_KEY, self.node.span.clone(), say::needs_key(what, key)).label(say::is_missing(key));
        }
        value
    }

    /// A text that must be there, as [`read_text`] has it. Empty where it is wrong.
    pub fn text(&mut self, key: &'static str, findings: &mut Findings) -> String {
        self.required(key, findings).and_then(|node| read_text(node, findings)).unwrap_or_default()
    }

    /// A text that must be there and may have paragraphs, lists and links, as [`read_prose`] has it.
    pub fn prose(&mut self, key: &'static str, findings: &mut Findings) -> String {
        self.required(key, findings).and_then(|node| read_prose(node, findings)).unwrap_or_default()
    }

    /// The same where it may be absent.
    pub fn optional_prose(&mut self, key: &'static str, findings: &mut Findings) -> Option<String> {
        self.optional(key).and_then(|node| read_prose(node, findings))
    }

    /// A text that may be absent.
    pub fn optional_text(&mut self, key: &'static str, findings: &mut Findings) -> Option<String> {
        self.optional(key).and_then(|node| read_text(node, findings))
    }

    /// The id of something else, which may be absent.
    pub fn reference(&mut self, key: &'static str, findings: &mut Findings) -> Option<String> {
        self.optional(key).and_then(|node| one_reference(node, findings))
    }

    /// A list of ids of something else, of which there are `count`; empty where it is absent, as is one that is wrong.
    pub fn references(
        &mut self,
        key: &'static str,
        count: RangeInclusive<usize>,
        findings: &mut Findings,
    ) -> Vec<String> {
        let nodes = self.items(key, count, findings);
        nodes.iter().map(|node| one_reference(node, findings).unwrap_or_default()).collect()
    }

    /// An integer within `range`, or `default`.
    pub fn integer(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u32>,
        default: u32,
        findings: &mut Findings,
    ) -> u32 {
        self.optional_integer(key, range, findings).unwrap_or(default)
    }

    /// An integer within `range`; none where it is absent or wrong.
    pub fn optional_integer(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u32>,
        findings: &mut Findings,
    ) -> Option<u32> {
        self.optional(key).and_then(|node| read_integer(node, key, range, findings))
    }

    /// A boolean, or `default`.
    pub fn boolean(&mut self, key: &'static str, default: bool, findings: &mut Findings) -> bool {
        match self.optional(key).map(|node| (node, &node.value)) {
            Some((_, Value::Boolean(value))) => *value,
            Some((node, _)) => {
                wrong_type(node, Expected::Boolean, findings);
                default
            }
            None => default,
        }
    }

    pub fn score(&mut self, key: &'static str, findings: &mut Findings) -> Option<Score> {
        self.optional(key).and_then(|node| read_score(node, findings))
    }

    /// The items of an array, `count` of them; none where it is absent or wrong.
    pub fn items(&mut self, key: &'static str, count: RangeInclusive<usize>, findings: &mut Findings) -> &'a [Node] {
        let node = if *count.start() > 0 { self.required(key, findings) } else { self.optional(key) };
        node.map_or(&[], |node| read_array(node, key, count, findings))
    }

    /// The entries of a table under `key`; none where it is absent or wrong.
    pub fn table(&mut self, key: &'static str, findings: &mut Findings) -> &'a [Entry] {
        let Some(node) = self.optional(key) else { return &[] };
        if !matches!(node.value, Value::Table(_)) {
            wrong_type(node, Expected::Table, findings);
        }
        let entries = node.entries();
        if entries.len() > MAX_ENTRIES {
            let message = say::too_many_entries(key, entries.len(), MAX_ENTRIES);
            findings.add(&OUT_OF_RANGE, node.span.clone(), message);
        }
        &entries[..entries.len().min(MAX_ENTRIES)]
    }

    /// The entries under keys that were not asked for.
    pub fn others(&self) -> impl Iterator<Item = &'a Entry> {
        self.node.entries().iter().filter(|entry| !self.known.contains(&entry.key.as_ref()))
    }

    /// Reports every key that was not asked for.
    pub fn finish(self, findings: &mut Findings) {
        self.finish_with(findings, |_| None);
    }

    /// The same where it may be known of a key how to mend it.
    pub fn finish_with(self, findings: &mut Findings, help: impl Fn(&Entry) -> Option<&'static str>) {
        let is_list = |node: &Node| node.items().iter().any(|item| matches!(item.value, Value::Table(_)));
        for entry in self.others() {
            // What is there already was not meant again, but for a list, which has one more item by its header.
            let meant = |key: &&str| self.node.get(key).is_none_or(|node| is_list(node) && is_list(&entry.node));
            let message = say::has_no_key(self.what, &entry.key);
            let finding = findings.add(&UNKNOWN_KEY, entry.key_span.clone(), message);
            match help(entry) {
                Some(help) => finding.help(help),
                None => finding.suggest(&entry.key, self.known.iter().copied().filter(meant)),
            };
        }
    }

    /// The bytes of the table in the file.
    pub fn span(&self) -> Range<usize> {
        self.node.span.clone()
    }
}

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    Text,
    Integer,
    Points,
    Number,
    Boolean,
    Array,
    Table,
    /// Something else, in words.
    Other(&'static str),
}

impl Expected {
    fn name(self) -> &'static str {
        match self {
            Self::Text => say::a_string(),
            Self::Integer => say::an_integer(),
            Self::Points => say::points(),
            Self::Number => say::a_number(),
            Self::Boolean => say::true_or_false(),
            Self::Array => say::an_array(),
            Self::Table => say::a_table(),
            Self::Other(name) => name,
        }
    }
}

/// Reports that `node` is not what is expected.
pub fn wrong_type(node: &Node, expected: Expected, findings: &mut Findings) {
    let kind = kind(node);
    let written = findings.source().text().get(node.span.clone()).unwrap_or_default().to_owned();
    let before = &findings.source().text()[..node.span.start.min(findings.source().text().len())];
    let is_header = before.trim_end_matches([' ', '\t']).ends_with('\n');
    let finding = findings.add(&WRONG_TYPE, node.span.clone(), say::wrong_type(expected.name(), kind));
    finding.label(say::this_is(kind));
    match (&node.value, expected) {
        (Value::String(text), Expected::Integer | Expected::Points | Expected::Number) if is_number(text) => {
            finding.help(say::number_without_quotes()).fix(node.span.clone(), text.clone());
        }
        (Value::String(text), Expected::Integer | Expected::Points | Expected::Number)
            if text.trim_start().starts_with(|c: char| c.is_numeric()) =>
        {
            finding.help(say::number_alone());
        }
        (Value::String(text), Expected::Boolean) if matches!(&**text, "true" | "false") => {
            finding.help(say::without_quotes()).fix(node.span.clone(), text.clone());
        }
        (Value::String(_), Expected::Array) => {
            finding.help(say::list_in_brackets()).fix(node.span.clone(), format!("[{written}]"));
        }
        (Value::Integer(_) | Value::Decimal(_) | Value::Datetime(_), Expected::Text) => {
            finding.help(say::text_in_quotes());
        }
        (Value::Array(_), Expected::Table) if is_header && written.starts_with("[[") => {
            let header = format!("[{}]", written.trim_matches(['[', ']']));
            finding.help(say::write(&header)).fix(node.span.clone(), header);
        }
        (Value::Array(_), Expected::Table) => {
            finding.help(say::table_in_braces());
        }
        _ => {}
    }
}

/// What a value is.
fn kind(node: &Node) -> &'static str {
    match node.value {
        Value::String(_) => say::a_string(),
        Value::Integer(_) => say::an_integer(),
        Value::Decimal(_) => say::a_decimal(),
        Value::Boolean(_) => say::a_boolean(),
        Value::Datetime(_) => say::a_date(),
        Value::Array(_) => say::an_array(),
        Value::Table(_) => say::a_table(),
        Value::Null => say::a_null(),
    }
}

/// Whether `text` is a plain number, such as `3` or `62.5`.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = |text: &str| digits(text) && (text == "0" || !text.starts_with('0'));
    match text.split_once('.') {
        Some((whole, fraction)) => plain(whole) && digits(fraction),
        None => plain(text),
    }
}

fn read_array<'a>(node: &'a Node, key: &str, count: RangeInclusive<usize>, findings: &mut Findings) -> &'a [Node] {
    if !matches!(node.value, Value::Array(_)) {
        wrong_type(node, Expected::Array, findings);
        return &[];
    }
    let items = node.items();
    if !count.contains(&items.len()) {
        let (least, most) = count.into_inner();
        let message = say::count_of_items(key, least, most, items.len());
        findings.add(&OUT_OF_RANGE, node.span.clone(), message);
        return &items[..items.len().min(most)];
    }
    items
}

fn one_reference(node: &Node, findings: &mut Findings) -> Option<String> {
    read_reference(node, findings)?;
    read_text(node, findings)
}

/// The id of something that is defined elsewhere, whatever it is. A number is most likely none, and so not put in quotes.
pub fn read_reference<'a>(node: &'a Node, findings: &mut Findings) -> Option<&'a str> {
    if let Value::String(id) = &node.value {
        return Some(id);
    }
    wrong_type(node, Expected::Other(say::an_id()), findings);
    None
}

pub fn read_string<'a>(node: &'a Node, findings: &mut Findings) -> Option<&'a str> {
    if let Value::String(text) = &node.value {
        return Some(text);
    }
    wrong_type(node, Expected::Text, findings);
    None
}

/// A text on one line that is not empty: runs of white space become one space.
pub fn read_text(node: &Node, findings: &mut Findings) -> Option<String> {
    let text = one_line(read_string(node, findings)?);
    Some(bounded(text, node, findings))
}

/// A text that is not empty and may have paragraphs, lists and links.
pub fn read_prose(node: &Node, findings: &mut Findings) -> Option<String> {
    let text = normal(read_string(node, findings)?);
    Some(bounded(text, node, findings))
}

fn bounded(text: String, node: &Node, findings: &mut Findings) -> String {
    if text.is_empty() {
        findings.add(&OUT_OF_RANGE, node.span.clone(), say::empty_text());
    }
    let length = text.chars().count();
    if length > MAX_TEXT {
        let message = say::long_text(length, MAX_TEXT);
        findings.add(&OUT_OF_RANGE, node.span.clone(), message);
    }
    text
}

fn read_integer(node: &Node, key: &str, range: RangeInclusive<u32>, findings: &mut Findings) -> Option<u32> {
    let Value::Integer(integer) = node.value else {
        wrong_type(node, Expected::Integer, findings);
        return None;
    };
    let integer = u32::try_from(integer).ok().filter(|integer| range.contains(integer));
    if integer.is_none() {
        let (least, most) = range.into_inner();
        findings.add(&OUT_OF_RANGE, node.span.clone(), say::out_of_range(key, least, most));
    }
    integer
}

/// The whole number that a decimal such as `3.0` is.
pub fn whole(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once('.')?;
    if fraction.chars().all(|c| c == '0') { whole.parse().ok() } else { None }
}

/// A score from 0 to 100 with at most one decimal, taken from its digits and never through a float.
pub fn read_score(node: &Node, findings: &mut Findings) -> Option<Score> {
    let score = match &node.value {
        Value::Integer(integer) => u16::try_from(*integer).ok().and_then(|points| points.checked_mul(10)),
        Value::Decimal(text) => match text.split_once('.') {
            Some((whole, tenth)) if tenth.len() == 1 => format!("{whole}{tenth}").parse().ok(),
            _ => None,
        },
        _ => {
            wrong_type(node, Expected::Number, findings);
            return None;
        }
    };
    let score = score.and_then(Score::from_tenths);
    if score.is_none() {
        findings.add(&OUT_OF_RANGE, node.span.clone(), say::no_score());
    }
    score
}
