//! Paragraphs, lists and links as HTML, all else escaped as askama does it.

use askama::filters::{Escaper as _, Html};

use crate::text::markup::{self, Block, Piece};

/// It as elements; each paragraph is of this class, if any.
pub(super) fn prose(text: &str, class: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let block = |block: &Block<'_>| match block {
        Block::Paragraph(pieces) => format!("<p{class}>{}</p>", line(pieces)),
        Block::List(first, items) => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>", line(item))).collect();
            match first {
                Some(first) => format!("<ol start=\"{first}\">{items}</ol>"),
                None => format!("<ul>{items}</ul>"),
            }
        }
    };
    markup::blocks(text).iter().map(block).collect()
}

/// It within an element that may hold others: a single paragraph has none of its own.
pub(super) fn within(text: &str) -> String {
    one_line(text).unwrap_or_else(|| prose(text, ""))
}

/// It as a line; none where it is more than a paragraph.
pub(super) fn one_line(text: &str) -> Option<String> {
    match markup::blocks(text).as_slice() {
        [Block::Paragraph(pieces)] => Some(line(pieces)),
        [] => Some(String::new()),
        _ => None,
    }
}

fn line(pieces: &[Piece<'_>]) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Text(text) => escape(text),
        Piece::Link(text, address) => {
            format!("<a href=\"{}\" rel=\"noopener\">{}</a>", escape(address), escape(text))
        }
    };
    pieces.iter().map(piece).collect()
}

pub(super) fn escape(text: &str) -> String {
    let mut out = String::new();
    Html.write_escaped_str(&mut out, text).expect("a string takes all that is written");
    out
}
