//! Texts that a workbook has beside the cells of its sheets: comments, notes, text boxes, and what cells ask for. A
//! legend may stand there.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::parts::{attribute, file_name};

/// The beginnings of the names of parts with such texts, and within what one of them stands.
const PARTS: [&str; 3] = ["comment", "threadedcomment", "drawing"];
const WITHIN: [&str; 4] = ["comment", "threadedComment", "sp", "dataValidation"];
/// What a cell says that asks for something.
const ASKS: [&str; 4] = ["promptTitle", "prompt", "errorTitle", "error"];

/// These texts, up to so many bytes, where this stands below the rows of sheets.
pub(super) fn beside(bytes: &[u8], below: &[Vec<u8>], mut room: usize) -> Vec<String> {
    let mut texts = Vec::new();
    for sheet in below {
        read(sheet.as_slice(), &mut texts, &mut room);
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return texts };
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        let name = part.name().map_or_else(|_| String::new(), |name| file_name(&name.to_lowercase()).to_owned());
        if PARTS.iter().any(|begin| name.starts_with(begin)) && name.ends_with(".xml") {
            read(BufReader::new(part), &mut texts, &mut room);
        }
    }
    texts
}

/// Reads the texts of a part, or of a piece of one.
fn read(part: impl BufRead, texts: &mut Vec<String>, room: &mut usize) {
    let mut xml = Reader::from_reader(part);
    xml.config_mut().check_end_names = false;
    let (mut piece, mut text) = (Vec::new(), String::new());
    let mut put = |text: &mut String, words: &str| {
        *room = room.checked_sub(words.len())?;
        text.push_str(words);
        Some(())
    };
    while let Ok(event) = xml.read_event_into(&mut piece) {
        let taken = match event {
            Event::Eof => break,
            Event::Text(words) => put(&mut text, &words),
            Event::Start(tag) | Event::Empty(tag) if WITHIN.contains(&tag.local_name().as_ref()) => {
                text.clear();
                let asked = ASKS.iter().filter_map(|name| attribute(&tag, name));
                asked.map(|words| words + "\n").try_for_each(|words| put(&mut text, &words))
            }
            Event::End(tag) if WITHIN.contains(&tag.local_name().as_ref()) => {
                texts.push(std::mem::take(&mut text));
                Some(())
            }
            // Paragraphs, and the first end of what may be entered.
            Event::End(tag) if matches!(tag.local_name().as_ref(), "p" | "formula1") => put(&mut text, "\n"),
            _ => Some(()),
        };
        if taken.is_none() {
            break;
        }
        piece.clear();
    }
}
