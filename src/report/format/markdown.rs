//! Blocks in Markdown, as GitHub renders it. Text is escaped, so that it comes out as it is written.

use unicode_width::UnicodeWidthStr as _;

use crate::report::blocks::{Block, Cell, Item, Table, Tone};
use crate::text::markup::{self, Piece};

pub fn render(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

/// A block, with the end of its last line.
fn block(block: &Block) -> String {
    match block {
        Block::Title(text) => format!("# {}\n", escape(text)),
        Block::Heading(depth, None, text) => format!("#{} {}\n", "#".repeat(*depth), escape(text)),
        Block::Heading(depth, Some(number), text) => format!("#{} {number}. {}\n", "#".repeat(*depth), escape(text)),
        Block::Text(Tone::Strong | Tone::Open, text) => format!("**{}**\n", escape(text)),
        Block::Text(_, text) => format!("{}\n", escape(text)),
        Block::Prose(text) => format!("{}\n", prose(text, "")),
        Block::Aside(text) => format!("> {}\n", escape(text)),
        Block::Facts(facts, id) => {
            let facts = facts.iter().map(|fact| escape(fact) + " · ");
            format!("{}`{id}`\n", facts.collect::<String>())
        }
        Block::List(items) => items.iter().map(item).collect(),
        Block::Steps(steps) => {
            let indent = |at: usize| " ".repeat(at.to_string().len() + 2);
            let steps = (1..).zip(steps).map(|(at, step)| format!("{at}. {}\n", prose(step, &indent(at))));
            steps.collect()
        }
        Block::Table(table) => self::table(table),
    }
}

fn item(item: &Item) -> String {
    let details = item.details.iter().map(|(_, _, full)| format!("  - {}\n", escape(full)));
    let prose = item.prose.iter().map(|text| format!("  - {}\n", prose(text, "    ")));
    format!("- {}\n{}", escape(&item.text), prose.chain(details).collect::<String>())
}

fn table(table: &Table) -> String {
    let heads: String = table.columns.iter().map(|column| cell(&column.head)).collect();
    let lines: String = (0..table.columns.len()).map(|at| line(table, at)).collect();
    let mut out = format!("|{heads}\n|{lines}\n");
    for row in &table.rows {
        let cells = (0..table.columns.len()).map(|at| cell(row.get(at).unwrap_or(&Cell::Empty)));
        out += &format!("|{}\n", cells.collect::<String>());
    }
    out
}

/// The line below the head of a column: as long as its texts are, within bounds, since programs that make documents of this
/// divide a page by it.
fn line(table: &Table, at: usize) -> String {
    let column = &table.columns[at];
    let cells = table.rows.iter().filter_map(|row| row.get(at)).chain([&column.head]);
    let widest = cells.map(|cell| cell.text().width()).max().unwrap_or_default().clamp(3, 40);
    format!(" {}{} |", "-".repeat(widest), if column.right { ":" } else { "" })
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => " |".to_owned(),
        Cell::Strong(text) => format!(" **{}** |", escape(text)),
        Cell::Text(_) | Cell::Number(_) | Cell::Score(_) | Cell::Effort(_) | Cell::Date(_) => {
            format!(" {} |", escape(&cell.text()))
        }
    }
}

/// Paragraphs, lists and links as they are, all else escaped; every line but the first is indented.
fn prose(text: &str, indent: &str) -> String {
    let line = |pieces: &Vec<Piece<'_>>| {
        let piece = |piece: &Piece<'_>| match piece {
            Piece::Text(text) => escape(text),
            Piece::Link(text, address) => {
                let address = address.replace('&', "\\&");
                let address = if address.contains(['(', ')']) { format!("<{address}>") } else { address };
                format!("[{}]({address})", escape(text))
            }
        };
        pieces.iter().map(piece).collect::<String>()
    };
    let block = |block: &markup::Block<'_>| match block {
        markup::Block::Paragraph(pieces) => line(pieces),
        markup::Block::List(first, items) => {
            let mark = |at: u64| first.map_or("-".to_owned(), |first| format!("{}.", first + at));
            let items = (0..).zip(items).map(|(at, item)| format!("{} {}", mark(at), line(item)));
            items.collect::<Vec<_>>().join(&format!("\n{indent}"))
        }
    };
    markup::blocks(text).iter().map(block).collect::<Vec<_>>().join(&format!("\n\n{indent}"))
}

/// `text` as Markdown that renders to it: punctuation that could mean something is escaped, lines are joined.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let first = text[..at].chars().all(char::is_whitespace);
        // A mark makes a list or a heading only before a space.
        let last = text[at + c.len_utf8()..].chars().next().is_none_or(|next| next.is_whitespace() || next == c);
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '@' => out.extend(['\\', c]),
            '#' | '+' | '-' | '=' if first && last => out.extend(['\\', c]),
            // A number and a full stop at the start would become a list.
            '.' | ')' if last && at > 0 && text[..at].chars().all(|c| c.is_ascii_digit()) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mean_something_is_escaped() {
        assert_eq!(escape("<script>a|b`c*d_e[f](g)"), r"\<script\>a\|b\`c\*d\_e\[f\](g)");
        assert_eq!(escape("# a # b"), r"\# a # b");
        assert_eq!(escape("1. a 2. b"), r"1\. a 2. b");
        assert_eq!(escape("a\n\n- b"), "a  - b");
        assert_eq!(escape("6.3 short, +0.8"), "6.3 short, +0.8");
        assert_eq!(escape("--- - +"), r"\--- - +");
    }
}
