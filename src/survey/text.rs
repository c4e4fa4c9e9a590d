//! What the survey itself says on its screens, where that takes more than a text of `words::survey`.
//!
//! The texts of questions and options are the assessment's and not here; neither is how anything is drawn.

use super::paint::Hidden;
use super::state::Message;
use crate::definition::Question;
use crate::report::words;
use crate::words::{Lang, survey_keys as keys};

pub(super) use crate::words::survey::*;

/// What it means that a fact is not told; `assumed` is what its efforts are then.
pub(super) fn untold(lang: Lang, assumed: Option<&str>) -> String {
    assumed.map_or_else(|| stays_open(lang).to_owned(), |assumed| stays_open_but(lang, assumed))
}

/// The row behind the options, and what the answer n/a says.
pub(super) fn not_applicable(lang: Lang, question: &Question) -> String {
    words::with_reason(lang, does_not_apply(lang), question.not_applicable.when())
}

/// How many questions are open, above all answers.
pub(super) fn review_open(lang: Lang, open: usize) -> String {
    if open == 0 { none_open(lang).to_owned() } else { some_open(lang, open) }
}

/// What ends the survey with so many questions open.
pub(super) fn finish(lang: Lang, open: usize) -> String {
    if open == 0 { finish_whole(lang).to_owned() } else { finish_with_open(lang, open) }
}

/// What there is to tell about the last key.
pub(super) fn message(lang: Lang, message: Message) -> String {
    match message {
        Message::AlwaysApplies => always_applies(lang).to_owned(),
        Message::NoSuchOption(options) => no_such_option(lang, options),
        Message::NoSuchQuestion(questions) => no_such_question(lang, questions),
        Message::FirstQuestion => first_question(lang).to_owned(),
        Message::NotAsked => is_not_asked(lang).to_owned(),
        Message::NoSuchKey => no_such_key(lang).to_owned(),
    }
}

/// What there was no room for, on a question or elsewhere.
pub(super) fn hidden(lang: Lang, hidden: Hidden, question: bool) -> Vec<String> {
    let lines = |lines: usize, say: fn(Lang, usize) -> String| (lines > 0).then(|| say(lang, lines));
    let around = if question { in_full(lang) } else { no_room(lang) };
    let around = hidden.around.then(|| around.to_owned());
    [lines(hidden.above, lines_above), lines(hidden.below, lines_below), around].into_iter().flatten().collect()
}

/// That a window is too small, at length and briefly.
pub(super) fn too_small(lang: Lang) -> [&'static str; 2] {
    [too_small_to_go_on(lang), too_small_to_say_more(lang)]
}

/// A key and what it does.
pub(super) type Hint = (&'static str, &'static str);

/// The screens that have keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    Question,
    /// A fact, and whether several options may hold.
    Fact(bool),
    /// The help, and whether there is more of it than has room.
    Help(bool),
    Jump,
    Review,
    Note,
}

/// The keys of a screen, in reading order. Those of a question begin with its digits, which the caller puts in the
/// place of the empty key.
pub(super) fn hints(lang: Lang, screen: Screen, ascii: bool, not_applicable: bool) -> Vec<Hint> {
    let arrow = |arrow, word| if ascii { word } else { arrow };
    let (up_down, left, right) = (arrow("↑↓", "Up/Down"), arrow("←", "b"), arrow("→", "s"));
    let mut hints = match screen {
        Screen::Question => vec![
            ("", keys::answer(lang)),
            (up_down, keys::choose(lang)),
            ("Enter", keys::confirm(lang)),
            ("0", keys::not_applicable(lang)),
            (left, keys::back(lang)),
            (right, keys::skip(lang)),
            ("m", keys::note(lang)),
            ("g", keys::go_to(lang)),
            ("?", keys::help(lang)),
            ("q", keys::save_and_leave(lang)),
        ],
        Screen::Fact(many) => vec![
            ("", if many { keys::choose_or_take_back(lang) } else { keys::answer(lang) }),
            (up_down, keys::choose(lang)),
            ("Enter", keys::confirm(lang)),
            ("0", keys::not_told(lang)),
            (left, keys::back(lang)),
            (right, keys::go_on(lang)),
            ("g", keys::go_to(lang)),
            ("?", keys::help(lang)),
            ("q", keys::save_and_leave(lang)),
        ],
        Screen::Help(false) => vec![(keys::any_key(lang), keys::back_to_question(lang))],
        Screen::Help(true) => {
            vec![(up_down, keys::more(lang)), (keys::any_other_key(lang), keys::back_to_question(lang))]
        }
        Screen::Jump => vec![
            (up_down, keys::choose(lang)),
            ("Enter", keys::go_there(lang)),
            ("", keys::criterion(lang)),
            ("r", keys::all_answers(lang)),
            ("Esc", keys::back(lang)),
            ("q", keys::save_and_leave(lang)),
        ],
        Screen::Review => vec![
            (up_down, keys::choose(lang)),
            ("Enter", keys::change(lang)),
            ("f", keys::finish(lang)),
            ("g", keys::go_to(lang)),
            ("Esc", keys::back(lang)),
            ("q", keys::save_and_leave(lang)),
        ],
        Screen::Note => {
            vec![("Enter", keys::keep_note(lang)), ("Esc", keys::leave_note(lang))]
        }
    };
    if !not_applicable && screen == Screen::Question {
        hints.retain(|(key, _)| *key != "0");
    }
    hints
}

/// The keys of a question at length, for the help; with that for the language, if there are several.
pub(super) fn key_help(lang: Lang, languages: bool) -> Vec<Hint> {
    let mut keys = vec![
        (keys::digits(lang), keys::digits_does(lang)),
        (keys::arrows(lang), keys::arrows_does(lang)),
        (keys::zero(lang), keys::zero_does(lang)),
        (keys::left(lang), keys::left_does(lang)),
        (keys::right(lang), keys::right_does(lang)),
        ("m", keys::m_does(lang)),
        ("g", keys::g_does(lang)),
        ("q, Ctrl-C", keys::q_does(lang)),
        ("l", keys::l_does(lang)),
    ];
    keys.retain(|(key, _)| languages || *key != "l");
    keys
}
