//! Texts that a workbook has beside the cells of its sheets: comments, notes, text boxes, and what cells ask for. A
//! legend may stand there. Of comments it is also told on which cells they stand.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::parts::{Piece, attribute, cell, each_piece, file_name};

/// The beginnings of the names of parts with such texts, and within what one of them stands.
const PARTS: [&str; 3] = ["comment", "threadedcomment", "drawing"];
const WITHIN: [&str; 4] = ["comment", "threadedComment", "sp", "dataValidation"];
/// What a cell says that asks for something.
const ASKS: [&str; 4] = ["promptTitle", "prompt", "errorTitle", "error"];

/// The kinds of parts that have the comments of a sheet, and what ends the notice in those of comments that are threads, which older
/// programs show instead of these.
const KINDS: [&str; 2] = ["comments", "threadedComment"];
const NOTICE: &str = "linkid=870924";
/// How long a comment is at most of which anything is told, and how much text all of them have.
const LONGEST: usize = 4 << 10;
const MOST_TEXT: usize = 16 << 20;

/// The comments on cells that these parts of a sheet have, by row and column, without the names of those who wrote them.
pub(super) fn on_cells(bytes: &[u8], related: &[(String, String)]) -> Vec<(u64, usize, String)> {
    let (mut comments, mut room) = (Vec::new(), MOST_TEXT);
    for (_, part) in related.iter().filter(|(kind, _)| KINDS.contains(&kind.as_str())) {
        let (mut of, mut text) = (None, String::new());
        each_piece(bytes, part, |piece| match piece {
            Piece::Tag("comment" | "threadedComment", tag, false) => {
                of = attribute(tag, "ref").as_deref().and_then(cell);
                text.clear();
            }
            Piece::Text(words) if of.is_some() && text.len() + words.len() <= LONGEST => text.push_str(words),
            Piece::Text(_) => of = None,
            Piece::End("comment" | "threadedComment") => {
                let said = without_names(&text);
                let left = room.checked_sub(said.len()).filter(|_| !said.is_empty());
                if let Some(((row, column), left)) = of.take().zip(left) {
                    room = left;
                    comments.push((row, column, said));
                }
            }
            Piece::Tag(..) | Piece::End(_) => {}
        });
    }
    comments.sort_unstable();
    comments.dedup();
    comments
}

/// What a comment says, line by line, without what programs write around it: the name of its author before or behind it, and what
/// they say of threads.
fn without_names(text: &str) -> String {
    let is_thread = text.contains(NOTICE);
    let text = text.rsplit_once(NOTICE).map_or(text, |(_, text)| text);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    let is_name = |(at, line): &(usize, &&str)| {
        let before = line.trim_end().ends_with(':') && (*at == 0 && last > 0 || is_thread);
        before || *at > 0 && line.trim_start_matches(' ').starts_with("\t-")
    };
    let said = lines.iter().enumerate().filter(|line| !is_name(line)).map(|(_, line)| line.trim());
    said.collect::<Vec<_>>().join("\n")
}

/// These texts, up to so many bytes, where this stands below the rows of sheets.
pub(super) fn beside(bytes: &[u8], below: &[(String, Vec<u8>)], mut room: usize) -> Vec<String> {
    let mut texts = Vec::new();
    for (_, sheet) in below {
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

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn comments_and_threads_are_told_by_their_cells() {
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut part = |name: &str, text: &str| {
            out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            out.write_all(text.as_bytes()).unwrap();
        };
        let notice = "[Threaded comment]\n\nhttps://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    3 -&gt; 4";
        let comment =
            |cell: &str, text: &str| format!("<comment ref=\"{cell}\"><text><r><t>{text}</t></r></text></comment>");
        let comments = [comment("C3", notice), comment("B1", "Ben:\nlast year"), comment("A2", "  ")].concat();
        part(
            "xl/comments/comment1.xml",
            &format!("<comments><authors><author>Ben</author></authors>{comments}</comments>"),
        );
        let thread = "<threadedComment ref=\"C3\" id=\"{1}\"><text>3 -&gt; 4</text></threadedComment>";
        part("xl/threadedComments/threadedComment1.xml", &format!("<ThreadedComments>{thread}</ThreadedComments>"));
        let bytes = out.finish().unwrap().into_inner();
        let related = [("comments", "comment1.xml"), ("threadedComment", "threadedcomment1.xml"), ("table", "t.xml")];
        let related = related.map(|(kind, part)| (kind.to_owned(), part.to_owned()));
        let found = [(1, 1, "last year".to_owned()), (3, 2, "3 -> 4".to_owned())];
        assert_eq!(on_cells(&bytes, &related), found);
        assert_eq!(on_cells(&bytes, &related[2..]), []);
    }

    #[test]
    fn a_comment_says_nothing_of_who_wrote_it() {
        for text in [
            "last year",
            "Ben Miller:\nlast year",
            "last year\n\t-Ben Miller",
            "[Threaded comment]\n\nYour version allows you to read it: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    last year",
        ] {
            assert_eq!(without_names(text), "last year", "{text}");
        }
        assert_eq!(without_names("Ben:\none\ntwo:\nthree"), "one\ntwo:\nthree");
        assert_eq!(without_names("why:"), "why:");
    }
}
