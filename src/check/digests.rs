//! What a translation was made from: `of` in each of its tables is the digest of the texts that the definition had.
//!
//! A digest is the first 8 hexadecimal digits of the SHA-256 of those texts, a line each. White space that
//! means nothing is not part of it.

use std::ops::Range;

use super::{Context, Item, Translation};
use crate::definition;
use crate::words::check as say;

/// The hexadecimal digits of a digest.
const DIGITS: usize = 8;

/// A table of a translation, and what it was made from.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) item: Item<'a>,
    /// The bytes of its header, or of the table; those of `language` for the definition's own texts.
    pub(super) table: Range<usize>,
    /// The digest that is recorded, and its bytes.
    pub(super) recorded: Option<(String, Range<usize>)>,
    /// The digest of the definition's texts as they are now.
    pub(super) now: String,
}

/// The tables of a translation, in the order of the definition.
pub(super) fn records<'a>(context: &Context<'a>, translation: &Translation<'a>) -> Vec<Record<'a>> {
    let mut items: Vec<(Item<'a>, Vec<&str>)> = Vec::new();
    for text in &context.texts.list {
        match items.last_mut().filter(|(item, _)| *item == text.item) {
            Some((_, texts)) => texts.push(text.text),
            None => items.push((text.item, vec![text.text])),
        }
    }
    let document = translation.document;
    let record = |(item, texts): (Item<'a>, Vec<&str>)| {
        let table = item.names().map_or(document.at(), |(key, _, id)| document.at().key(key).key(id));
        let digest = definition::digest(&texts.join("\n"));
        let now = digest.trim_start_matches("sha256:").chars().take(DIGITS).collect();
        let recorded = table.key("of");
        let recorded = recorded.text().map(|text| (text.to_owned(), recorded.span()));
        // The texts of the definition itself are in no table: they stand below `language`.
        let place = if item == Item::Definition { table.key("language") } else { table };
        table.arrived().then(|| Record { item, table: place.span(), recorded, now })
    };
    items.into_iter().filter_map(record).collect()
}

/// Where a digest can be put into a table, and with what around it; none where the table is written in another way.
pub(super) fn insertion(translation: &Translation<'_>, record: &Record<'_>) -> Option<(usize, String)> {
    let text = translation.document.source.text();
    let of = format!("of = \"{}\"", record.now);
    let at = &record.table;
    let written = text.get(at.clone())?;
    if written.starts_with('{') {
        return Some((at.start + 1, format!(" {of},")));
    }
    if record.item != Item::Definition && !written.starts_with('[') {
        return None;
    }
    match text[at.end..].find('\n') {
        Some(line_end) => {
            let ending = if text[..at.end + line_end].ends_with('\r') { "\r\n" } else { "\n" };
            Some((at.end + line_end + 1, format!("{of}{ending}")))
        }
        None => Some((text.len(), format!("\n{of}"))),
    }
}

/// What a message calls an item.
pub(super) fn name(item: Item<'_>) -> String {
    item.names().map_or_else(|| say::own_texts().to_owned(), |(_, noun, id)| say::named(noun, id))
}
