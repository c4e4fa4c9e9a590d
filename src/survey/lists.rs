//! The two lists: the places to go to, and all answers. Each keeps the line under its cursor in sight.

use unicode_width::UnicodeWidthStr as _;

use super::canvas::{Canvas, MARGIN};
use super::paint::{Layout, Line, Tone, hanging, shorten};
use super::state::Item;
use super::text::{self, Screen};
use crate::answers::Answer;
use crate::definition::Question;
use crate::report::{facts, words};

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
    let open = canvas.state.open();
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
        top: None,
    }
}

fn line(canvas: &Canvas<'_>, item: Item, here: bool) -> Line {
    let tone = if here { Tone::Cursor } else { Tone::Plain };
    let lead = Line::of(Tone::Cursor, format!("{MARGIN}{} ", if here { ">" } else { " " }));
    let room = |line: &Line, behind: usize| canvas.width.saturating_sub(line.width() + behind);
    match item {
        Item::Review => lead.then(tone, text::review_all(canvas.lang())),
        Item::Finish => {
            let open = canvas.state.open();
            lead.then(if here { Tone::Cursor } else { Tone::Strong }, text::finish(canvas.lang(), open))
        }
        Item::Profile => {
            let facts = 0..canvas.state.facts().len();
            let count =
                format!("  {}/{}", facts.clone().filter(|at| canvas.state.profile.is_told(*at)).count(), facts.len());
            let title = facts::title(canvas.lang());
            lead.then(if here { Tone::Cursor } else { Tone::Strong }, format!("-  {title}")).then(Tone::Dim, count)
        }
        Item::Fact(at) => {
            let told = canvas.state.profile.is_told(at);
            let mark =
                if told { (text::told(canvas.lang()), Tone::Mark) } else { (text::open(canvas.lang()), Tone::Warning) };
            let line = marked(canvas, lead.then(tone, " -  "), mark);
            let text = shorten(&canvas.definition.profile[at].text, room(&line, 0), canvas.ellipsis());
            line.then(tone, text)
        }
        Item::Criterion(at) => {
            let criterion = canvas.definition.criteria.get(at);
            let name = criterion.map_or("".into(), |criterion| canvas.definition.heading(criterion));
            let questions = || {
                canvas
                    .definition
                    .questions()
                    .zip(0..)
                    .filter(|((criterion, _), question)| *criterion == at && canvas.state.is_asked(*question))
            };
            let answered = questions().filter(|(_, question)| !canvas.state.is_open(*question)).count();
            let count = format!("  {answered}/{}", questions().count());
            let line = lead.then(tone, format!("{}  ", at + 1));
            let name = shorten(&name, room(&line, count.width()), canvas.ellipsis());
            line.then(if here { Tone::Cursor } else { Tone::Strong }, name).then(Tone::Dim, count)
        }
        Item::Question(at) => {
            let text = canvas.definition.question(at).map_or("", |(_, question)| question.text.as_str());
            let note = canvas.state.notes.get(at).is_some_and(Option::is_some);
            let note = if note { format!(" {}", text::has_note(canvas.lang())) } else { String::new() };
            let (mark, mark_tone) = mark(canvas, at);
            let line = marked(canvas, lead.then(tone, format!("{:>2}  ", at + 1)), (&mark, mark_tone));
            let text = shorten(text, room(&line, note.width()), canvas.ellipsis());
            line.then(tone, text).then(Tone::Dim, note)
        }
    }
}

/// A line with a mark behind it, and room to where the texts begin.
fn marked(canvas: &Canvas<'_>, line: Line, (mark, tone): (&str, Tone)) -> Line {
    let widest =
        if canvas.state.asked() < canvas.state.answers.len() { text::not_asked(canvas.lang()).width() } else { 5 };
    let gap = " ".repeat(text::open(canvas.lang()).width().max(widest).saturating_sub(mark.width()) + 2);
    line.then(tone, mark).then(Tone::Plain, gap)
}

fn mark(canvas: &Canvas<'_>, at: usize) -> (String, Tone) {
    if !canvas.state.is_asked(at) {
        return (text::not_asked(canvas.lang()).to_owned(), Tone::Dim);
    }
    let options = canvas.definition.question(at).map_or(0, |(_, question)| question.options.len());
    match canvas.state.answers.get(at).copied().unwrap_or_default() {
        Answer::Unanswered => (text::open(canvas.lang()).to_owned(), Tone::Warning),
        Answer::NotApplicable => (text::inapplicable(canvas.lang()).to_owned(), Tone::Mark),
        Answer::Option(option) => (format!("{}/{options}", usize::from(option) + 1), Tone::Mark),
    }
}

/// What the question or fact under the cursor asks in full, and how it was answered. Always as many lines, so that the list
/// does not move.
fn details(canvas: &Canvas<'_>, cursor: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let (text, answer) = match canvas.state.items().get(cursor) {
        Some(Item::Question(at)) => {
            let question = canvas.definition.question(*at).map(|(_, question)| question);
            (question.map(|question| question.text.as_str()), question.and_then(|of| answer(canvas, *at, of)))
        }
        Some(Item::Fact(at)) => {
            let fact = &canvas.definition.profile[*at];
            (Some(fact.text.as_str()), canvas.state.profile.is_told(*at).then(|| told(canvas, *at)))
        }
        _ => (None, None),
    };
    if let Some(text) = text {
        lines.extend(hanging(Line::of(Tone::Plain, MARGIN), Tone::Strong, text, canvas.width));
    }
    if let Some(answer) = answer {
        let mark = if canvas.window.ascii { "*" } else { "●" };
        let lead = Line::of(Tone::Plain, MARGIN).then(Tone::Mark, format!("{mark} "));
        lines.extend(hanging(lead, Tone::Plain, &answer, canvas.width));
    }
    if lines.len() > DETAILS {
        let last = std::mem::take(&mut lines[DETAILS - 1]);
        lines[DETAILS - 1] = last.then(Tone::Dim, format!(" {}", canvas.ellipsis()));
    }
    // Not blank lines: those would be the first to go.
    lines.resize(DETAILS, Line::of(Tone::Plain, MARGIN));
    lines.insert(0, canvas.state.message.map_or(Line::blank(), |_| canvas.remark()));
    lines
}

/// How a question was answered, or why it is not asked.
fn answer(canvas: &Canvas<'_>, at: usize, question: &Question) -> Option<String> {
    if !canvas.state.is_asked(at) {
        let facts = canvas.definition.profile.iter().enumerate();
        let mut facts = facts.filter(|(fact, of)| {
            canvas.state.profile.is_told(*fact) && question.condition.all().any(|holds| holds.fact == of.id)
        });
        return facts.next().map(|(at, fact)| text::not_asked_since(canvas.lang(), &fact.text, &told(canvas, at)));
    }
    match canvas.state.answers[at] {
        Answer::NotApplicable => Some(text::not_applicable(canvas.lang(), question)),
        answer => answer.chosen(question).map(|option| option.text.clone()),
    }
}

/// The options that were told of a fact.
fn told(canvas: &Canvas<'_>, at: usize) -> String {
    let options =
        canvas.state.profile.told(at).map(|option| canvas.definition.profile[at].options[option].text.as_str());
    options.collect::<Vec<_>>().join(words::comma(canvas.lang()))
}
