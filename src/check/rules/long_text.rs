//! `long-text`: measures every text, in every language.

use unicode_width::UnicodeWidthStr as _;

use crate::check::{Item, Text, Texts};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "long-text",
    group: Group::Style,
    summary: "A text is too long for where it is shown.",
    why: "On a terminal of 80 columns a name that does not fit its column breaks the table, a title its line, and a \
          question with long options does not fit the screen. There are 24 columns for the name of a level and the unit of \
          effort, 48 for other names, 60 for the title, 76 for that of an action; 160 for a question or fact and each \
          option, 120 for when it does not apply, 320 for its help; 240 for the description of a criterion, a step and the \
          title of a source, 320 for the summary of a level or challenge and why an action is worth it. Full-width \
          characters take two columns.",
    bad: r#"[[levels]]
id = "low"
name = "The level on which everybody starts""#,
    good: r#"[[levels]]
id = "low"
name = "Starter""#,
};

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    for text in &texts.list {
        let Some(most) = most(text) else { continue };
        let width = text.text.width();
        if width > most {
            findings.add(&RULE, text.span(), say::too_wide(width, most)).help(say::more_briefly());
        }
    }
}

/// The columns that there are for a text: a column of a table, a line, or some lines of 80.
fn most(text: &Text<'_>) -> Option<usize> {
    Some(match (text.item, text.key) {
        (Item::Level(_), "name") | (Item::Definition, "effort_unit") => 24,
        (_, "name") => 48,
        (Item::Definition, "title") => 60,
        (Item::Action(_), "title") => 76,
        (Item::Question(_), "not_applicable") => 120,
        (Item::Question(_) | Item::Fact(_), "text" | "options") => 160,
        (Item::Criterion(_), "description") | (Item::Action(_), "steps") | (Item::Source(_), "title") => 240,
        (Item::Level(_) | Item::Challenge(_), "summary") | (Item::Action(_), "why") => 320,
        (Item::Question(_) | Item::Fact(_), "help") => 320,
        _ => return None,
    })
}
