//! The two lists: the places to go to, and all answers. Each keeps the line under its cursor in sight.

use unicode_width::UnicodeWidthStr as _;

use super::canvas::{Canvas, MARGIN};
use super::paint::{Layout, Line, Tone, hanging, shorten};
use super::state::Item;
use super::text::{self, Screen};
use crate::answers::Answer;

/// The lines of a list that should be seen before the rest of the screen gives way.
const WANTED: usize = 8;
/// The lines under a list that tell more about the question under the cursor.
const DETAILS: usize = 4;

/// The places to go to: all answers, each criterion, and its open questions.
pub(super) fn jump(canvas: &Canvas<'_>, cursor: usize) -> Layout {
    let title = Line::of(Tone::Plain, MARGIN).then(Tone::Strong, text::jump_title(canvas.lang()));
    list(canvas, cursor, vec![title, Line::blank()], Screen::Jump)
}

/// All answers, the open questions first, under the way out.
pub(super) fn review(canvas: &Canvas<'_>, cursor: usize) -> Layout {
    let open = canvas.state.answers.len() - canvas.state.answered();
    let title = Line::of(Tone::Plain, MARGIN).then(Tone::Strong, text::review_title(canvas.lang()));
    let summary =
        hanging(Line::of(Tone::Plain, MARGIN), Tone::Plain, &text::review_open(canvas.lang(), open), canvas.width);
    let mut head = vec![title];
    head.extend(summary);
    head.push(Line::blank());
    list(canvas, cursor, head, Screen::Review)
}

fn list(canvas: &Canvas<'_>, cursor: usize, title: Vec<Line>, screen: Screen) -> Layout {
    let items = canvas.state.items();
    let body: Vec<Line> = items.iter().enumerate().map(|(at, item)| line(canvas, *item, at == cursor)).collect();
    let mut head = canvas.head();
    head.extend(title);
    Layout {
        head,
        focus: cursor..cursor + 1,
        wanted: body.len().min(WANTED),
        body,
        tail: details(canvas, cursor),
        foot: canvas.hints(screen),
    }
}

fn line(canvas: &Canvas<'_>, item: Item, here: bool) -> Line {
    let tone = if here { Tone::Cursor } else { Tone::Plain };
    let lead = Line::of(Tone::Cursor, format!("{MARGIN}{} ", if here { ">" } else { " " }));
    let room = |line: &Line, behind: usize| canvas.width.saturating_sub(line.width() + behind);
    match item {
        Item::Review => lead.then(tone, text::review_all(canvas.lang())),
        Item::Finish => {
            let open = canvas.state.answers.len() - canvas.state.answered();
            lead.then(if here { Tone::Cursor } else { Tone::Strong }, text::finish(canvas.lang(), open))
        }
        Item::Criterion(at) => {
            let name = canvas.definition.criteria.get(at).map_or("", |criterion| criterion.name.as_str());
            let questions = || canvas.definition.questions().zip(0..).filter(|((criterion, _), _)| *criterion == at);
            let answered = questions().filter(|(_, question)| !canvas.state.is_open(*question)).count();
            let count = format!("  {answered}/{}", questions().count());
            let line = lead.then(tone, format!("{}  ", at + 1));
            let name = shorten(name, room(&line, count.width()), canvas.ellipsis());
            line.then(if here { Tone::Cursor } else { Tone::Strong }, name).then(Tone::Dim, count)
        }
        Item::Question(at) => {
            let text = canvas.definition.question(at).map_or("", |(_, question)| question.text.as_str());
            let note = canvas.state.notes.get(at).is_some_and(Option::is_some);
            let note = if note { format!(" {}", text::has_note(canvas.lang())) } else { String::new() };
            let (mark, mark_tone) = mark(canvas, at);
            let gap = " ".repeat(text::open(canvas.lang()).width().max(5).saturating_sub(mark.width()) + 2);
            let line = lead.then(tone, format!("{:>2}  ", at + 1)).then(mark_tone, mark).then(Tone::Plain, gap);
            let text = shorten(text, room(&line, note.width()), canvas.ellipsis());
            line.then(tone, text).then(Tone::Dim, note)
        }
    }
}

fn mark(canvas: &Canvas<'_>, at: usize) -> (String, Tone) {
    let options = canvas.definition.question(at).map_or(0, |(_, question)| question.options.len());
    match canvas.state.answers.get(at).copied().unwrap_or_default() {
        Answer::Unanswered => (text::open(canvas.lang()).to_owned(), Tone::Warning),
        Answer::NotApplicable => (text::inapplicable(canvas.lang()).to_owned(), Tone::Mark),
        Answer::Option(option) => (format!("{}/{options}", usize::from(option) + 1), Tone::Mark),
    }
}

/// What the question under the cursor asks in full, and how it was answered. Always as many lines, so that the list
/// does not move.
fn details(canvas: &Canvas<'_>, cursor: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(Item::Question(at)) = canvas.state.items().get(cursor).copied()
        && let Some((_, question)) = canvas.definition.question(at)
    {
        lines.extend(hanging(Line::of(Tone::Plain, MARGIN), Tone::Strong, &question.text, canvas.width));
        let answer = match canvas.state.answers.get(at).copied().unwrap_or_default() {
            Answer::NotApplicable => Some(text::not_applicable(canvas.lang(), question)),
            answer => answer.chosen(question).map(|option| option.text.clone()),
        };
        if let Some(answer) = answer {
            let mark = if canvas.window.ascii { "*" } else { "●" };
            let lead = Line::of(Tone::Plain, MARGIN).then(Tone::Mark, format!("{mark} "));
            lines.extend(hanging(lead, Tone::Plain, &answer, canvas.width));
        }
    }
    // Not blank lines: those would be the first to go.
    lines.resize(DETAILS, Line::of(Tone::Plain, MARGIN));
    lines.insert(0, Line::blank());
    lines
}
