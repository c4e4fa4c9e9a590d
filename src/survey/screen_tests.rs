//! Screens as they window, and that they fit.

use proptest::prelude::*;

use super::*;
use crate::definition::Profile;
use crate::survey::tests_common::{bundled, definition, keys, with_facts};
use crate::words::Lang;

fn window(lang: Lang, columns: usize, rows: usize) -> Window {
    Window { lang, languages: true, rows, columns, ascii: false, colour: false, live: None, unsaved: false, told: None }
}

fn state(definition: &Definition, script: &str) -> State {
    let mut state = State::new(definition, Profile::default(), vec![], vec![], vec![]);
    for key in keys(script) {
        state.step(&key);
    }
    state
}

/// The screen of the bundled assessment after the keys of `script`.
fn check(window: &Window, script: &str) -> String {
    let definition = bundled(window.lang);
    // Past the facts that it asks for.
    let script = format!("{} {script}", "Right ".repeat(definition.profile.len()));
    let frame = draw(&state(&definition, &script), &definition, window);
    assert_fits(&frame, window);
    frame.lines.join("\n")
}

fn assert_fits(frame: &Frame, window: &Window) {
    let most = if frame.too_small { 1.min(window.rows) } else { window.rows.saturating_sub(1) };
    assert!(frame.lines.len() <= most, "{frame:?}");
    for line in &frame.lines {
        assert!(line.width() < window.columns.max(1), "{line:?} in {window:?}");
    }
    if let Some((row, column)) = frame.cursor {
        assert!(row < frame.lines.len() && column <= window.columns.saturating_sub(1), "{frame:?}");
    }
}

const SCRIPT: &str = "3 2 4 1 5 s 2";

#[test]
fn questions() {
    for (lang, tag) in [(Lang::EN, "en"), (Lang::JA, "ja")] {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let window = window(lang, columns, rows);
            insta::assert_snapshot!(format!("question_{tag}_{columns}x{rows}"), check(&window, SCRIPT));
        }
    }
}

#[test]
fn other_screens() {
    let screens =
        [("help", "?"), ("note", "m 記 録 x"), ("jump", "g Down Down"), ("review", "g r Down"), ("refused", "b b n")];
    for (lang, tag) in [(Lang::EN, "en"), (Lang::JA, "ja")] {
        for (name, script) in screens {
            let text = check(&window(lang, 80, 24), &format!("{SCRIPT} {script}"));
            insta::assert_snapshot!(format!("{name}_{tag}"), text);
        }
    }
}

#[test]
fn facts() {
    let screens =
        [("one", "2 b"), ("many", "2 1 3"), ("help", "?"), ("jump", "1 s g"), ("review", "1 2 s 3 End Enter")];
    for (lang, tag) in [(Lang::EN, "en"), (Lang::JA, "ja")] {
        let (definition, window) = (with_facts(lang), window(lang, 80, 24));
        for (name, script) in screens {
            let frame = draw(&state(&definition, script), &definition, &window);
            assert_fits(&frame, &window);
            insta::assert_snapshot!(format!("facts_{name}_{tag}"), frame.lines.join("\n"));
        }
    }
}

#[test]
fn a_small_window_keeps_the_cursor_in_sight() {
    insta::assert_snapshot!(check(&window(Lang::EN, 40, 12), "s Down Down Down"));
    insta::assert_snapshot!(check(&window(Lang::JA, 24, 6), "s End"));
}

#[test]
fn ascii_colour_and_live() {
    let plain = window(Lang::EN, 80, 24);
    let text = check(&Window { ascii: true, live: Some(("41.6".into(), "Riser".into())), ..plain.clone() }, "3 2 b");
    assert!(text.is_ascii(), "{text}");
    insta::assert_snapshot!(text);
    let coloured = draw(
        &State::new(&definition(), Profile::default(), vec![], vec![], vec![]),
        &definition(),
        &Window { colour: true, ..plain },
    );
    insta::assert_snapshot!(coloured.lines.join("\n").replace('\u{1b}', "␛"));
}

#[test]
fn an_earlier_answer_is_marked() {
    let state = State::new(&definition(), Profile::default(), vec![], vec![], vec![Answer::Option(1)]);
    let frame = draw(&state, &definition(), &window(Lang::EN, 80, 24));
    insta::assert_snapshot!(frame.lines.join("\n"));
}

#[test]
fn every_question_and_its_help_fit_an_ordinary_window_in_every_language() {
    for lang in [Lang::EN, Lang::JA] {
        let definition = bundled(lang);
        let window = window(lang, 80, 24);
        let mut state = State::new(&definition, Profile::default(), vec![], vec![], vec![]);
        while state.fact.is_some() {
            assert_fits(&draw(&state, &definition, &window), &window);
            state.step(&super::super::key::Key::Right);
        }
        let mut heights = Vec::new();
        for (_, question) in definition.questions() {
            let frame = draw(&state, &definition, &window);
            assert_fits(&frame, &window);
            heights.push(frame.lines.len());
            let text: String = frame.lines.concat().split_whitespace().collect();
            for option in &question.options {
                let option: String = option.text.split_whitespace().collect();
                assert!(text.contains(&option), "{} in {}", option, frame.lines.join("\n"));
            }
            let last = frame.lines.last().unwrap();
            assert!(last.contains("q "), "the keys are there: {}", frame.lines.join("\n"));
            state.step(&super::super::key::Key::Char('?'));
            let help = draw(&state, &definition, &window);
            assert!(help.lines.concat().contains("Ctrl-C"), "the help is whole: {}", help.lines.join("\n"));
            state.step(&super::super::key::Key::Escape);
            state.step(&super::super::key::Key::Right);
        }
        heights.dedup();
        assert_eq!(heights.len(), 1, "the keys stay where they are");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_screen_fits_any_window(
        rows in 0usize..50,
        columns in 0usize..130,
        script in proptest::collection::vec(proptest::sample::select("23sbmg?rn漢 \n".chars().collect::<Vec<_>>()), 0..20),
        japanese in any::<bool>(),
        facts in any::<bool>(),
        unsaved in any::<bool>(),
    ) {
        let lang = if japanese { Lang::JA } else { Lang::EN };
        let definition = if facts { with_facts(lang) } else { bundled(lang) };
        let mut state = State::new(&definition, Profile::default(), vec![], vec![], vec![]);
        for key in script {
            state.step(&match key {
                '\n' => super::super::key::Key::Enter,
                ' ' => super::super::key::Key::Down,
                key => super::super::key::Key::Char(key),
            });
            let window = Window { unsaved, ..window(lang, columns, rows) };
            assert_fits(&draw(&state, &definition, &window), &window);
        }
    }

    #[test]
    fn the_row_under_the_cursor_is_seen(rows in 3usize..30, columns in 20usize..100, row in 0usize..11) {
        let mut state = State::new(&definition(), Profile::default(), vec![], vec![], vec![]);
        state.step(&super::super::key::Key::Go(3));
        for _ in 0..row {
            state.step(&super::super::key::Key::Down);
        }
        let frame = draw(&state, &definition(), &window(Lang::EN, columns, rows));
        prop_assert!(frame.too_small || frame.lines.iter().any(|line| line.trim_start().starts_with('>')), "{frame:?}");
    }

    #[test]
    fn an_option_is_seen_as_a_whole_with_a_word_on_the_keys_or_the_window_is_too_small(
        rows in 1usize..40,
        columns in 0usize..100,
        question in 1usize..29,
        row in 0usize..5,
        japanese in any::<bool>(),
    ) {
        let lang = if japanese { Lang::JA } else { Lang::EN };
        let definition = bundled(lang);
        let mut state = state(&definition, "");
        state.step(&super::super::key::Key::Go(question));
        (0..row).for_each(|_| { state.step(&super::super::key::Key::Down); });
        let frame = draw(&state, &definition, &window(lang, columns, rows));
        assert_fits(&frame, &window(lang, columns, rows));
        if frame.too_small {
            prop_assert!(rows < 24 || columns < 20, "{rows} x {columns}: {frame:?}");
            prop_assert_eq!(frame.lines.len(), 1);
            prop_assert!(columns < 20 || !frame.lines[0].contains('…'), "{frame:?}");
        } else {
            let seen: String = frame.lines.concat().split_whitespace().collect();
            let (_, question) = definition.question(state.at).unwrap();
            let text: String = question.options.get(state.cursor).map_or("", |option| &option.text).split_whitespace().collect();
            prop_assert!(rows >= 24 || seen.contains(&text), "{text} in {rows} x {columns}: {}", frame.lines.join("\n"));
            prop_assert!(seen.contains('?'), "{rows} x {columns}: {}", frame.lines.join("\n"));
        }
    }
}
