//! Keys in the survey: every screen fits its window, and what is saved is what was answered, from where it goes on.

use cxm::answers::{Answer, AnswerSet};
use cxm::definition::{Definition, Profile};
use cxm::survey::key::{Effect, Key};
use cxm::survey::screen::{Window, draw};
use cxm::survey::state::{Mode, State};
use cxm::words::Lang;
use unicode_width::UnicodeWidthStr as _;

use super::answers::reread;
use super::{desk, outputs, small};

pub fn law(bytes: &[u8]) {
    let [which, rows, columns, keys @ ..] = bytes else { return };
    let definition = [&small()[0], &small()[1], &desk()[0]][usize::from(which % 3)];
    let mut window = Window {
        lang: Lang::ALL[usize::from(which / 3 % 2)],
        languages: which & 8 != 0,
        rows: usize::from(*rows) % 60,
        columns: usize::from(*columns) % 130,
        ascii: which & 64 != 0,
        colour: which & 128 != 0,
        live: (which & 32 != 0).then(|| ("62.5".to_owned(), "High".to_owned())),
        unsaved: which & 16 != 0,
        told: None,
    };
    let mut state = State::new(definition, Default::default(), vec![], vec![], vec![]);
    let mut saved: Option<AnswerSet> = None;
    let mut keys = keys.iter().copied();
    while let Some(key) = keys.next() {
        match (key, keys.clone().next()) {
            // The window gets another size, or the survey is left and begun again with what was saved.
            (0xfe, Some(rows)) => window.rows = usize::from(rows) % 60,
            (0xff, Some(columns)) => window.columns = usize::from(columns) % 130,
            (0xfd, _) => state = resumed(definition, saved.as_ref().unwrap_or(&AnswerSet::default())),
            _ => {
                let effect = state.step(&typed(key, &mut keys));
                if matches!(effect, Some(Effect::Save | Effect::Write)) {
                    let set = answers(&state);
                    let read = reread(&set, definition);
                    assert_eq!(
                        (told(&read.profile, definition), &read.notes),
                        (told(&set.profile, definition), &set.notes)
                    );
                    for at in (0..read.answers.len()).filter(|at| state.is_asked(*at)) {
                        assert_eq!(read.answers[at], set.answers[at], "question {at}");
                    }
                    saved = Some(read);
                }
            }
        }
        fits(&state, definition, &window);
        if state.mode == Mode::Ended {
            // Nothing more was to be saved.
            let open = answers(&resumed(definition, saved.as_ref().unwrap_or(&AnswerSet::default())));
            for at in (0..open.answers.len()).filter(|at| state.is_asked(*at)) {
                assert_eq!(open.answers[at], state.answers[at], "question {at}");
            }
            assert_eq!(
                (&open.notes, told(&open.profile, definition)),
                (&state.notes, told(&state.profile, definition))
            );
            return;
        }
    }
}

fn told(profile: &Profile, definition: &Definition) -> Vec<Vec<usize>> {
    (0..definition.profile.len()).map(|fact| profile.told(fact).collect()).collect()
}

fn answers(state: &State) -> AnswerSet {
    let State { profile, answers, notes, .. } = state.clone();
    AnswerSet { profile, answers, notes, ..AnswerSet::default() }
}

fn resumed(definition: &Definition, saved: &AnswerSet) -> State {
    State::new(definition, saved.profile.clone(), saved.answers.clone(), saved.notes.clone(), Vec::<Answer>::new())
}

fn typed(key: u8, rest: &mut impl Iterator<Item = u8>) -> Key {
    match key {
        1 => Key::Up,
        2 => Key::Down,
        3 => Key::Left,
        4 => Key::Right,
        5 => Key::Enter,
        6 => Key::Escape,
        7 => Key::Backspace,
        8 => Key::Delete,
        9 => Key::Home,
        10 => Key::End,
        11 => Key::PageUp,
        12 => Key::PageDown,
        13 => Key::Interrupt,
        14 => Key::Other,
        15 => Key::Choose(rest.next().unwrap_or_default().into()),
        16 => Key::Go(rest.next().unwrap_or_default().into()),
        17 => {
            let text: Vec<u8> = rest.take_while(|byte| *byte != 0).collect();
            Key::Paste(String::from_utf8_lossy(&text).into_owned())
        }
        18 => {
            let low = u32::from(rest.next().unwrap_or_default()) | u32::from(rest.next().unwrap_or_default()) << 8;
            char::from_u32(low).map_or(Key::Other, Key::Char)
        }
        typed => Key::Char(typed.into()),
    }
}

fn fits(state: &State, definition: &Definition, window: &Window) {
    let frame = draw(state, definition, window);
    // That a window is too small is said in the one line it has, too.
    let most = if frame.too_small { window.rows.min(1) } else { window.rows.saturating_sub(1) };
    assert!(frame.lines.len() <= most, "{} lines in {window:?}", frame.lines.len());
    for line in &frame.lines {
        outputs::is_clean(line);
        let line = anstream::adapter::strip_str(line).to_string();
        assert!(line.width() <= window.columns.saturating_sub(1), "{line:?} in {window:?}");
    }
    if let Some((row, column)) = frame.cursor {
        assert!(row < frame.lines.len() && column < window.columns.max(1), "the cursor in {window:?}");
    }
}
