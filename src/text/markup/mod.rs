//! Texts of several paragraphs, with lists and links: a small part of CommonMark, parsed by a library.
//!
//! All that is no part of it is text, and shown as it is written; [`outside`] names it. A text is kept as [`normal`] makes
//! it: a line for each paragraph and each item of a list, and a blank one between them.

mod address;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

pub use address::mailbox;
use address::{bare_address, is_address, names_another};

/// A paragraph or a list.
#[derive(Debug, PartialEq, Eq)]
pub enum Block<'a> {
    Paragraph(Vec<Piece<'a>>),
    /// Items, and the number of the first where they are numbered.
    List(Option<u64>, Vec<Vec<Piece<'a>>>),
}

/// What a line is made of.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    /// What it says, and an address that begins with `https://` and needs no escape in quotes.
    Link(&'a str, String),
}

/// Markup that is no part of what is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    Emphasis,
    Code,
    Html,
    Image,
    Heading,
    Quote,
    Rule,
    /// A list in a list, or more than a line in an item.
    Nested,
    /// A line break within a paragraph.
    Break,
    /// A link that is not `[text](https://...)`.
    Link,
    /// A link to another scheme, or to what is no address.
    Address,
    /// An address that is no link, or one whose signs are not all there.
    Bare,
    /// A sign behind a backslash, or written as `&lt;`.
    Escape,
    /// A list whose first number is not the one after the last of the list before.
    Number,
}

/// The blocks of a text as [`normal`] makes it.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    if is_simple(text) { vec![Block::Paragraph(vec![Piece::Text(text)])] } else { read(text, &mut |_, _| ()) }
}

/// A text as it is kept, whatever its lines and spaces.
pub fn normal(written: &str) -> String {
    if is_simple(written.trim()) {
        return one_line(written);
    }
    // What is shown as it is written may be markup once it stands at the beginning of a line: until nothing is.
    let mut text = written_once(written);
    for _ in 0..8 {
        let again = written_once(&text);
        if again == text {
            break;
        }
        text = again;
    }
    text
}

fn written_once(written: &str) -> String {
    let source = unindented(written);
    let blocks = read(&source, &mut |_, _| ());
    let line = |pieces: &[Piece<'_>]| {
        let piece = |piece: &Piece<'_>| match piece {
            Piece::Text(text) => (*text).to_owned(),
            Piece::Link(text, address) if address.contains(['(', ')']) => format!("[{text}](<{address}>)"),
            Piece::Link(text, address) => format!("[{text}]({address})"),
        };
        one_line(pieces.iter().map(piece).collect::<String>())
    };
    written_as(&blocks, "-", line)
}

/// It as plain text: an address in brackets behind what a link says, and a dash before the items of a list.
pub fn plain(text: &str) -> Cow<'_, str> {
    if is_simple(text) {
        return Cow::Borrowed(text);
    }
    let line = |pieces: &[Piece<'_>]| {
        let piece = |piece: &Piece<'_>| match piece {
            Piece::Text(text) => (*text).to_owned(),
            Piece::Link(text, address) if text == address => address.clone(),
            Piece::Link(text, address) => format!("{text} ({address})"),
        };
        pieces.iter().map(piece).collect()
    };
    written_as(&blocks(text), "–", line).into()
}

/// The most that is told of one text, and how much of each, in characters: what is nested is told again and again.
const MOST_OUTSIDE: usize = 20;
const MOST_SHOWN: usize = 200;

/// What of a text, as it is written in a file, is shown as it is written though it looks like markup: what it is, and how it
/// begins. Of much in one text, the first.
pub fn outside(written: &str) -> Vec<(Outside, String)> {
    let mut found = Vec::new();
    let source = unindented(written);
    read(&source, &mut |what, range| {
        if found.len() < MOST_OUTSIDE {
            found.push((what, source[range].trim().chars().take(MOST_SHOWN).collect()));
        }
    });
    found
}

/// The links of a text, as they are written.
pub fn links(written: &str) -> Vec<String> {
    if is_simple(written) {
        return Vec::new();
    }
    let blocks = read(written, &mut |_, _| ());
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(pieces) => Some(pieces),
        Block::List(..) => None,
    });
    let link = |piece: &Piece<'_>| match piece {
        Piece::Link(text, address) => Some(format!("[{text}]({address})")),
        Piece::Text(_) => None,
    };
    paragraphs.flatten().filter_map(link).collect()
}

/// The first address of a page in a text, as it is written.
pub fn page_address(text: &str) -> Option<&str> {
    text.get(bare_address(text, &(0..text.len()))?)
}

/// Whether a text is one paragraph without a link, for certain.
fn is_simple(text: &str) -> bool {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = text.starts_with(['-', '*', '+']) || number.len() < text.len() && number.starts_with(['.', ')']);
    !item && !text.contains('\n') && !text.contains("](")
}

/// A text on one line: runs of white space become one space.
pub fn one_line<'t>(text: impl Into<Cow<'t, str>>) -> String {
    let text = text.into();
    if is_one_line(&text) { text.into_owned() } else { text.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Whether there is no white space in a text but single spaces within, which is soon seen.
fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    let plain = bytes.iter().fold(true, |plain, byte| plain & (matches!(byte, b' '..=b'~') | !byte.is_ascii()));
    let pairs = bytes.iter().zip(behind);
    let spaced = pairs.fold(false, |spaced, (one, next)| spaced | ((*one == b' ') & (*next == b' ')));
    let at_an_end = || text.starts_with(' ') || text.ends_with(' ');
    // With these bytes white space begins beyond ASCII; and most of Japanese, where but one is any.
    let latin = || bytes.iter().fold(false, |latin, byte| latin | matches!(byte, 0xc2 | 0xe1 | 0xe2));
    let wide = || match latin() {
        true => text.contains(|c: char| !c.is_ascii() && c.is_whitespace()),
        false => text.contains('\u{3000}'),
    };
    plain && !spaced && !at_an_end() && (text.is_ascii() || !wide())
}

/// The lines of a text without the spaces at their ends, and without those before all of them.
fn unindented(text: &str) -> String {
    let lines = || text.lines().map(str::trim_end);
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let least = lines().filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
    lines().map(|line| line.get(least..).unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Blocks, a blank line apart, each line as `line` writes it and each item behind its mark.
fn written_as(blocks: &[Block<'_>], mark: &str, line: impl Fn(&[Piece<'_>]) -> String) -> String {
    let block = |block: &Block<'_>| match block {
        Block::Paragraph(pieces) => line(pieces),
        Block::List(first, items) => {
            let item = |(at, pieces): (u64, &Vec<Piece<'_>>)| match first {
                Some(first) => format!("{}. {}", first + at, line(pieces)),
                None => format!("{mark} {}", line(pieces)),
            };
            (0..).zip(items).map(item).collect::<Vec<_>>().join("\n")
        }
    };
    blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

type Placed<'a> = (Event<'a>, Range<usize>);
/// The place of an item, and what stands in it.
type Item<'e, 'a> = (Range<usize>, &'e [Placed<'a>]);

/// Reads blocks, and tells of each thing in them that is outside.
fn read<'a>(source: &'a str, outside: &mut dyn FnMut(Outside, Range<usize>)) -> Vec<Block<'a>> {
    let mut events = Parser::new_ext(source, Options::empty()).into_offset_iter();
    let mut blocks = Vec::new();
    let mut end = 0;
    // What a reference link leads to belongs to no block.
    let between = |range: Range<usize>, blocks: &mut Vec<Block<'a>>, outside: &mut dyn FnMut(Outside, Range<usize>)| {
        let text = source.get(range.clone()).unwrap_or_default().trim();
        if !text.is_empty() {
            outside(Outside::Link, range);
            blocks.push(Block::Paragraph(vec![Piece::Text(text)]));
        }
    };
    while let Some((event, range)) = events.next() {
        between(end..range.start, &mut blocks, outside);
        end = range.end;
        let within = if matches!(event, Event::Start(_)) { within(&mut events) } else { Vec::new() };
        let list = match &event {
            Event::Start(Tag::List(first)) => items(&within).map(|items| (*first, items)),
            _ => None,
        };
        match (&event, list) {
            (Event::Start(Tag::Paragraph), _) => {
                blocks.push(Block::Paragraph(pieces(source, range, &within, outside)));
            }
            (_, Some((first, items))) => {
                let item = |(range, inner): Item<'_, 'a>| pieces(source, behind_mark(source, range), inner, outside);
                let items: Vec<Vec<Piece<'a>>> = items.into_iter().map(item).collect();
                match blocks.last_mut() {
                    // Two lists of one kind are told apart by their marks alone, which are not kept.
                    Some(Block::List(before, list)) if before.is_some() == first.is_some() => {
                        let next = before.map(|before| before + u64::try_from(list.len()).unwrap_or_default());
                        if first != next {
                            outside(Outside::Number, range.clone());
                        }
                        list.extend(items);
                    }
                    _ => blocks.push(Block::List(first, items)),
                }
            }
            _ => {
                outside(kind(&event), range.clone());
                blocks.push(Block::Paragraph(vec![Piece::Text(source[range].trim())]));
            }
        }
    }
    between(end..source.len(), &mut blocks, outside);
    blocks
}

/// All up to the end of what has just begun.
fn within<'a>(events: &mut impl Iterator<Item = Placed<'a>>) -> Vec<Placed<'a>> {
    let mut depth = 1;
    events
        .take_while(|(event, _)| {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            depth > 0
        })
        .collect()
}

/// What stands in each item of a list, with the item's place; none where that is more than a line.
fn items<'e, 'a>(list: &'e [Placed<'a>]) -> Option<Vec<Item<'e, 'a>>> {
    let mut rest = list;
    let mut items = Vec::new();
    while let Some(((_, range), inner)) = rest.split_first() {
        let end = inner.iter().position(|(event, of)| matches!(event, Event::End(_)) && of == range)?;
        let (item, after) = inner.split_at(end);
        rest = &after[1..];
        let is_block = |event: &Event<'_>| match event {
            Event::Start(Tag::Paragraph) | Event::Rule => true,
            Event::Start(tag) => !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }),
            _ => false,
        };
        let item = match item {
            [(Event::Start(Tag::Paragraph), _), inner @ .., (Event::End(_), _)] => inner,
            item => item,
        };
        if item.iter().any(|(event, _)| is_block(event)) {
            return None;
        }
        items.push((range.clone(), item));
    }
    Some(items)
}

/// What of an item stands behind its mark.
fn behind_mark(source: &str, range: Range<usize>) -> Range<usize> {
    let item = source[range.clone()].trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let content = item.get(1..).unwrap_or_default();
    range.end - content.len()..range.end
}

/// The text and the links of a line.
fn pieces<'a>(
    source: &'a str,
    line: Range<usize>,
    events: &[Placed<'a>],
    outside: &mut dyn FnMut(Outside, Range<usize>),
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut from = line.end - source[line.clone()].trim_start().len();
    let end = line.start + source[line].trim_end().len();
    let mut rest = events.iter();
    let mut before = from;
    while let Some((event, range)) = rest.next() {
        let behind = source.get(before..range.start).unwrap_or_default();
        before = range.end;
        let within = match event {
            Event::Start(_) => within(&mut rest.by_ref().cloned()),
            // The end of an element says no more than its beginning.
            Event::InlineHtml(html) if html.starts_with("</") => continue,
            Event::SoftBreak => continue,
            Event::Text(text) => {
                if behind == "\\" || source.get(range.clone()) != Some(text) {
                    outside(
                        Outside::Escape,
                        range.start - behind.len()..range.end.min(range.start + 10).max(range.start),
                    );
                }
                if let Some(address) = bare_address(source, range) {
                    outside(Outside::Bare, address);
                }
                continue;
            }
            _ => Vec::new(),
        };
        match link(source, event, &within) {
            Ok((text, address)) => {
                if from < range.start {
                    pieces.push(Piece::Text(&source[from..range.start]));
                }
                pieces.push(Piece::Link(text, address));
                from = range.end;
            }
            Err(what) => outside(what, range.clone()),
        }
    }
    if from < end {
        pieces.push(Piece::Text(&source[from..end]));
    }
    pieces
}

/// What a link says, and its address; what it is otherwise.
fn link<'a>(source: &'a str, event: &Event<'_>, within: &[Placed<'_>]) -> Result<(&'a str, String), Outside> {
    let Event::Start(Tag::Link { link_type, dest_url, title, .. }) = event else { return Err(kind(event)) };
    let says = within.iter().all(|(event, _)| matches!(event, Event::Text(_) | Event::SoftBreak));
    let range = within.first().zip(within.last()).map(|((_, first), (_, last))| first.start..last.end);
    let text = range.and_then(|range| source.get(range)).unwrap_or_default();
    match *link_type == LinkType::Inline && says && title.is_empty() && !text.trim().is_empty() {
        true if is_address(dest_url) && !names_another(text, dest_url) => Ok((text, dest_url.to_string())),
        true => Err(Outside::Address),
        false => Err(Outside::Link),
    }
}

fn kind(event: &Event<'_>) -> Outside {
    match event {
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => Outside::Code,
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => Outside::Html,
        Event::Start(Tag::Image { .. }) => Outside::Image,
        Event::Start(Tag::Heading { .. }) => Outside::Heading,
        Event::Start(Tag::BlockQuote(_)) => Outside::Quote,
        Event::Start(Tag::List(_)) => Outside::Nested,
        Event::Rule => Outside::Rule,
        Event::HardBreak => Outside::Break,
        _ => Outside::Emphasis,
    }
}

#[cfg(test)]
mod tests;
