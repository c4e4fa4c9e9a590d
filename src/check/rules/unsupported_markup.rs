//! `unsupported-markup`: looks in texts with paragraphs, lists and links, and in those of one line, for what is shown as it is
//! written, in every language.

use crate::check::Texts;
use crate::definition::PROSE;
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::excerpt;
use crate::text::markup::{Outside, links, outside};

pub(crate) static RULE: Rule = Rule {
    id: "unsupported-markup",
    group: Group::Suspicious,
    summary: "A text has markup that is shown as it is written.",
    why: "Descriptions, help, reasons, steps and summaries may have paragraphs, flat lists and links, `[text](https://...)`. \
          They are shown in terminals, spreadsheets and forms too, of which few know more. Other markup of Markdown or HTML \
          is left as it is, so that readers see its signs; a link to another scheme than https leads nowhere.",
    bad: r#"help = "Look at **last month** in [the reports](http://example.com).""#,
    good: r#"help = "Look at last month in [the reports](https://example.com).""#,
};

/// How much of it a message shows, in columns.
const WIDTH: usize = 40;

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    const AS_WRITTEN: &str = "is shown as it is written";
    for text in texts.list.iter().chain(&texts.references) {
        let written = text.written();
        let mut add = |message: String, what: &str, mend: &str| {
            let span = text.span();
            let first = what.lines().next().unwrap_or_default();
            let source = findings.source().text().get(span.clone()).unwrap_or_default();
            let place = source.find(first).map_or(span.clone(), |at| span.start + at..span.start + at + first.len());
            findings.add(&RULE, place, format!("{message}: `{}`", excerpt(first, WIDTH))).help(mend);
        };
        if PROSE.contains(&text.key) {
            for (what, written) in outside(written) {
                let (is, mend) = said(what);
                let happens = if what == Outside::Number { "goes on with its numbers" } else { AS_WRITTEN };
                add(format!("{is} {happens}"), &written, mend);
            }
            if let Some((is, line, mend)) = run_on(written) {
                add(format!("{is} becomes one line"), line, mend);
            }
        } else {
            for (what, written) in outside(written) {
                match what {
                    Outside::Html => add(format!("HTML {AS_WRITTEN}"), &written, "write text"),
                    Outside::Emphasis | Outside::Code => {
                        add(format!("{} {AS_WRITTEN}", said(what).0), &written, said(what).1);
                    }
                    Outside::Link | Outside::Address | Outside::Image if written.contains("](") => {
                        add(format!("a link {AS_WRITTEN}"), &written, ONLY_LONGER);
                    }
                    _ => {}
                }
            }
            for link in links(written) {
                add(format!("a link {AS_WRITTEN}"), &link, ONLY_LONGER);
            }
        }
    }
}

/// What is said of a link where there is none.
const ONLY_LONGER: &str = "only longer texts have links: descriptions, help, reasons, steps and summaries";

/// Lines of a table, or of a list with other marks, which become one line: what it is, the first of them, and the mend.
fn run_on(text: &str) -> Option<(&'static str, &str, &'static str)> {
    let lines = || text.lines().map(str::trim_start);
    let several = |begins: &dyn Fn(&str) -> bool| {
        lines().filter(|line| begins(line)).nth(1).and(lines().find(|line| begins(line)))
    };
    let lettered =
        |line: &str| line.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && line[1..].starts_with(") ");
    let table = several(&|line| line.starts_with('|'));
    let list = || several(&|line| line.starts_with(['•', '◦', '・', '●', '–']) || lettered(line));
    let table = table.map(|line| ("a table", line, "make it a list: begin each item with `- `"));
    table.or_else(|| Some(("a list with such marks", list()?, "begin each item with `- ` or `1. `")))
}

/// What it is, and the mend.
fn said(what: Outside) -> (&'static str, &'static str) {
    match what {
        Outside::Emphasis => ("emphasis", "take its signs away"),
        Outside::Code => ("code", "take its signs or its indent away"),
        Outside::Html => ("HTML", "write text, lists with `-`, and links as `[text](https://...)`"),
        Outside::Image => ("an image", "link to it: `[text](https://...)`"),
        Outside::Heading => ("a heading", "make it a paragraph, without its signs"),
        Outside::Quote => ("a quotation", "put it in quotation marks"),
        Outside::Rule => ("a rule", "part paragraphs by a blank line"),
        Outside::Nested => ("a list that is not flat", "make each item one line, and let no item hold another list"),
        Outside::Break => ("a line break within a paragraph", "begin a paragraph or a list"),
        Outside::Link => ("a link of this kind", "write `[text](https://...)`, with plain text and no title"),
        Outside::Address => (
            "a link to such an address",
            "link to a page by `https://`, without spaces, quotes and a name to sign in; let its text be no other address",
        ),
        Outside::Escape => ("a sign written in another way", "write the sign itself"),
        Outside::Number => ("a list that follows another", "put a paragraph between them, or number them as one"),
        Outside::Bare => ("an address that is no link", "write `[text](https://...)`"),
    }
}
