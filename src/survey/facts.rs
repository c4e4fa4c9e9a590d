//! The screen of a fact about the organisation.

use super::canvas::{Canvas, MARGIN};
use super::paint::{Layout, Line, Tone, hanging};
use super::text::{self, Screen};
use crate::report::facts;
use crate::text::plain;

impl Canvas<'_> {
    pub(super) fn fact(&self, at: usize) -> Layout {
        let fact = &self.definition.profile[at];
        let (lang, told) = (self.lang(), |option| self.state.profile.told(at).any(|told| told == option));
        let mut layout = Layout { head: self.head(), foot: self.hints(Screen::Fact(fact.many)), ..Layout::default() };
        let mut say = |tone, text: &str| layout.head.extend(self.paragraph(tone, text));
        say(Tone::Mark, text::never_scored(lang));
        say(Tone::Strong, &fact.text);
        fact.help.iter().for_each(|help| say(Tone::Plain, &plain(help)));
        if fact.many {
            say(Tone::Plain, facts::choose_all(lang));
        }
        layout.head.push(Line::blank());
        let marks = match (fact.many, self.window.ascii) {
            (true, _) => ["[ ]", "[x]"],
            (false, false) => ["○", "●"],
            (false, true) => ["o", "*"],
        };
        let digits = fact.options.len().to_string().len();
        let options = fact.options.iter().enumerate().map(|(row, option)| {
            self.row_behind(
                row,
                &format!("{:digits$} {}", row + 1, marks[usize::from(told(row))]),
                told(row),
                &option.text,
            )
        });
        let untold = !self.state.profile.is_told(at);
        let last = match fact.many {
            true => self.row_behind(
                fact.options.len(),
                &" ".repeat(digits + 1 + marks[0].len()),
                false,
                text::that_is_all(lang),
            ),
            false => {
                let lead = format!("{:digits$} {}", 0, marks[usize::from(untold)]);
                self.row_behind(fact.options.len(), &lead, untold, text::not_told(lang))
            }
        };
        for (row, lines) in options.chain(std::iter::once(last)).enumerate() {
            if row == fact.options.len() {
                layout.body.push(Line::blank());
            }
            let start = layout.body.len();
            layout.body.extend(lines);
            if row == self.state.cursor {
                layout.focus = start..layout.body.len();
            }
        }
        layout.wanted = layout.body.len();
        let assumed = fact.assume.as_ref().and_then(|id| fact.options.iter().find(|option| option.id == *id));
        layout.tail.push(Line::blank());
        layout.tail.extend(self.paragraph(Tone::Dim, &text::untold(lang, assumed.map(|option| option.text.as_str()))));
        layout.tail.push(self.remark());
        self.pad(&mut layout);
        layout
    }

    /// Lines of text at the margin.
    fn paragraph(&self, tone: Tone, text: &str) -> Vec<Line> {
        hanging(Line::of(Tone::Plain, MARGIN), tone, text, self.width)
    }
}
