//! `unsupported-markup`: looks in texts with paragraphs, lists and links, and in those of one line, for what is shown as it is
//! written, in every language.

use crate::check::{Item, Texts};
use crate::definition::PROSE;
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::excerpt;
use crate::text::markup::{Outside, links, mailbox, outside, page_address};
use crate::words::check_markup as say;

pub(crate) static RULE: Rule = Rule {
    id: "unsupported-markup",
    group: Group::Suspicious,
    summary: "A text has markup that is shown as it is written.",
    why: "Descriptions, help, reasons, steps and summaries may have paragraphs, flat lists and links, `[text](https://...)`. \
          They are shown in terminals, spreadsheets and forms too, of which few know more. Other markup of Markdown or HTML \
          is left as it is, so that readers see its signs; a link to another scheme than https leads nowhere. Texts of one line \
          have no links at all, and only titles of sources and references may name an address.",
    bad: r#"help = "Look at **last month** in [the reports](http://example.com).""#,
    good: r#"help = "Look at last month in [the reports](https://example.com).""#,
};

/// How much of it a message shows, in columns.
const WIDTH: usize = 40;

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    for text in texts.list.iter().chain(&texts.references) {
        let written = text.written();
        let mut add = |message: fn(&str, &str) -> String, is: &str, what: &str, mend: &str| {
            let span = text.span();
            let first = what.lines().next().unwrap_or_default();
            let source = findings.source().text().get(span.clone()).unwrap_or_default();
            let place = source.find(first).map_or(span.clone(), |at| span.start + at..span.start + at + first.len());
            findings.add(&RULE, place, message(is, &excerpt(first, WIDTH))).help(mend);
        };
        if PROSE.contains(&text.key) {
            for (what, written) in outside(written) {
                let (is, mend) = said(what);
                let message = if what == Outside::Number { say::goes_on } else { say::as_written };
                add(message, is, &written, mend);
            }
            if let Some((is, line, mend)) = run_on(written) {
                add(say::becomes_one_line, is, line, mend);
            }
        } else {
            for (what, written) in outside(written) {
                match what {
                    Outside::Html => add(say::as_written, say::html(), &written, say::no_html_in_one_line()),
                    Outside::Emphasis | Outside::Code | Outside::Escape
                        if what != Outside::Escape || written.starts_with('&') =>
                    {
                        add(say::as_written, said(what).0, &written, said(what).1);
                    }
                    Outside::Link | Outside::Address | Outside::Image if written.contains("](") => {
                        add(say::as_written, say::link_in_one_line(), &written, say::only_longer());
                    }
                    _ => {}
                }
            }
            for link in links(written) {
                add(say::as_written, say::link_in_one_line(), &link, say::only_longer());
            }
            // Where a source is to be found has no other place.
            if text.key != "refs" && !matches!(text.item, Item::Source(_)) && !written.contains("](") {
                let page = page_address(written);
                if let Some(address) = page.or_else(|| mailbox(written)) {
                    let mend = if page.is_some() { say::only_longer() } else { say::no_mailbox() };
                    add(say::as_written, say::address_in_one_line(), address, mend);
                }
            }
        }
    }
}

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
    let table = table.map(|line| (say::table(), line, say::list_with_dashes()));
    table.or_else(|| Some((say::other_marks(), list()?, say::plain_marks())))
}

/// What it is, and the mend.
fn said(what: Outside) -> (&'static str, &'static str) {
    match what {
        Outside::Emphasis => (say::emphasis(), say::no_emphasis()),
        Outside::Code => (say::code(), say::no_code()),
        Outside::Html => (say::html(), say::no_html()),
        Outside::Image => (say::image(), say::no_image()),
        Outside::Heading => (say::heading(), say::no_heading()),
        Outside::Quote => (say::quotation(), say::no_quotation()),
        Outside::Rule => (say::rule(), say::no_rule()),
        Outside::Nested => (say::nested(), say::flat()),
        Outside::Break => (say::line_break(), say::no_line_break()),
        Outside::Link => (say::link(), say::plain_link()),
        Outside::Address => (say::address(), say::page()),
        Outside::Escape => (say::escape(), say::no_escape()),
        Outside::Number => (say::number(), say::one_list()),
        Outside::Bare => (say::bare(), say::no_bare()),
    }
}
