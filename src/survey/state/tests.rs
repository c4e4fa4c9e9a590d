//! The reducer: what each key does, and what no sequence of keys may do.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::survey::key::{Effect, Key};
use crate::survey::tests_common::{definition, keys, with_facts};
use crate::words::Lang;

/// Presses the keys of `script` on a new survey, and gives the state and the last effect.
fn check(script: &str) -> (State, Option<Effect>) {
    let mut state = State::new(&definition(), Profile::default(), vec![], vec![], vec![]);
    let effect = keys(script).iter().map(|key| state.step(key)).last().flatten();
    (state, effect)
}

#[test]
fn digits_answer_at_once_and_by_position() {
    let (state, effect) = check("2 3");
    assert_eq!(state.answers, [Answer::Option(1), Answer::Option(2), Answer::Unanswered, Answer::Unanswered]);
    assert_eq!((state.at, effect), (2, Some(Effect::Save)));
    let (state, effect) = check("4");
    assert_eq!((state.at, effect, state.message), (0, None, Some(Message::NoSuchOption(3))));
    let (state, _) = check("２ Ｓ");
    assert_eq!((state.at, state.answers[0]), (2, Answer::Option(1)), "full width and capitals");
}

#[test]
fn enter_confirms_the_option_under_the_cursor() {
    let (state, effect) = check("Down Down Down Up Enter");
    assert_eq!((state.answers[0], effect), (Answer::Option(1), Some(Effect::Save)));
    let (state, _) = check("3 Down Down Down Down Enter");
    assert_eq!(state.answers[1], Answer::NotApplicable, "the row behind the options");
}

#[test]
fn with_more_than_nine_options_digits_only_point() {
    let (state, effect) = check("s s 7");
    assert_eq!((state.at, state.cursor, effect), (2, 6, None));
    let (state, _) = check("s s 7 Down Down Down Enter");
    assert_eq!(state.answers[2], Answer::Option(9));
}

#[test]
fn not_applicable_is_refused_where_the_question_always_applies() {
    let (state, effect) = check("n");
    assert_eq!((state.answers[0], effect, state.message), (Answer::Unanswered, None, Some(Message::AlwaysApplies)));
    let (state, effect) = check("1 0");
    assert_eq!((state.answers[1], effect), (Answer::NotApplicable, Some(Effect::Save)));
    assert_eq!(check("n Up").0.message, None, "a message lasts until the next key");
}

#[test]
fn a_key_that_does_nothing_says_so() {
    for script in ["x", "Unknown", "g x", "g Unknown", "1 s 2 Enter s x", "2 é"] {
        assert_eq!(check(script).0.message, Some(Message::NoSuchKey), "{script}");
    }
    let (state, effect) = check("x 2");
    assert_eq!((state.message, state.answers[0], effect), (None, Answer::Option(1), Some(Effect::Save)));
    let mut state = check("x").0;
    state.step(&Key::Other);
    assert_eq!(state.message, Some(Message::NoSuchKey), "a window of another size is no key");
}

#[test]
fn back_and_skip_keep_answers() {
    let (state, effect) = check("2 s Left b");
    assert_eq!((state.at, state.cursor, state.answers[0], effect), (0, 1, Answer::Option(1), None));
    assert_eq!(check("Escape").0.message, Some(Message::FirstQuestion));
}

#[test]
fn the_last_question_leads_to_the_review_and_the_review_back() {
    let (state, _) = check("1 s 2 Enter s");
    assert_eq!(state.mode, Mode::Review(1));
    assert_eq!(
        state.items(),
        [Item::Finish, Item::Question(1), Item::Question(3), Item::Question(0), Item::Question(2)],
        "open questions first"
    );
    let (state, _) = check("1 s 2 Enter s Enter");
    assert_eq!((state.at, &state.mode), (1, &Mode::Question));
    let (state, _) = check("1 s 2 Enter s Enter 3");
    assert_eq!(state.mode, Mode::Review(1), "an answer leads back to the review");
    let (state, _) = check("1 s 2 Enter s Enter 3 Enter 1");
    assert_eq!(state.mode, Mode::Review(0), "with all answered, the cursor is on the way out");
    assert_eq!(check("1 1 1 Enter 1 f").1, Some(Effect::Finish));
    assert_eq!(check("1 1 1 Enter 1 Enter").1, Some(Effect::Finish));
}

#[test]
fn leaving_the_review_by_escape_is_no_change_of_an_answer() {
    let (state, _) = check("1 s 2 Enter s Escape Escape");
    assert_eq!((state.at, &state.mode), (2, &Mode::Question));
    assert!(matches!(check("1 s 2 Enter s Enter Escape").0.mode, Mode::Review(_)));
    assert!(
        matches!(check("1 s 2 Enter s Enter g Escape 1").0.mode, Mode::Review(_)),
        "looking around changes nothing"
    );
}

#[test]
fn one_can_jump_to_a_criterion_or_to_an_open_question() {
    let (state, _) = check("1 g");
    let expected = [Item::Review, Item::Criterion(0), Item::Question(1), Item::Criterion(1)];
    assert_eq!(state.items()[..4], expected);
    assert_eq!(state.mode, Mode::Jump(1), "the cursor is on the present criterion");
    assert_eq!(check("g 2 Enter").0.at, 2);
    assert_eq!(check("g 2 5").0.answered(), 0, "a number of two digits answers nothing by its second");
    assert_eq!(check("g Down Down Enter").0.at, 1);
    assert_eq!(check("g 9").0.mode, Mode::Jump(1));
    assert!(matches!(check("g r").0.mode, Mode::Review(_)));
    assert_eq!(check("s g Escape").0.at, 1);
}

#[test]
fn a_note_is_kept_while_it_is_typed_and_can_be_taken_back() {
    let (state, effect) = check("m 研 x");
    assert_eq!((state.notes[0].as_deref(), effect), (Some("研x"), Some(Effect::Write)));
    let (state, effect) = check("m 研 Enter");
    assert_eq!((state.mode, effect), (Mode::Question, Some(Effect::Save)));
    let (state, _) = check("m 研 Enter m x Escape");
    assert_eq!(state.notes[0].as_deref(), Some("研"));
    let (state, _) = check("m 研 Backspace Enter");
    assert_eq!(state.notes[0], None);
    let (state, _) = check("m q 1 Enter");
    assert_eq!((state.notes[0].as_deref(), state.answered()), (Some("q1"), 0), "typed and not obeyed");
}

#[test]
fn what_is_pasted_is_never_obeyed() {
    let mut state = State::new(&definition(), Profile::default(), vec![], vec![], vec![]);
    assert_eq!(state.step(&Key::Paste("1\n2\nq".to_owned())), None);
    assert_eq!(state.answered(), 0);
    state.step(&Key::Char('m'));
    state.step(&Key::Paste("1\n2".to_owned()));
    assert_eq!(state.notes[0].as_deref(), Some("1\n2"));
}

#[test]
fn an_earlier_answer_is_proposed_and_counts_once_it_is_confirmed() {
    let earlier = vec![Answer::Option(2), Answer::NotApplicable];
    let mut state = State::new(&definition(), Profile::default(), vec![], vec![], earlier);
    assert_eq!((state.cursor, state.answered()), (2, 0));
    state.step(&Key::Enter);
    assert_eq!((state.answers[0], state.cursor), (Answer::Option(2), 3));
    state.step(&Key::Right);
    assert_eq!((state.answers[1], state.at), (Answer::Unanswered, 2), "skipping confirms nothing");
}

#[test]
fn a_survey_goes_on_behind_its_last_answer() {
    let resumed = |answers: &[Answer]| State::new(&definition(), Profile::default(), answers.to_vec(), vec![], vec![]);
    let (none, some) = (Answer::Unanswered, Answer::Option(0));
    assert_eq!(resumed(&[none, some, none, none]).at, 2);
    assert_eq!(resumed(&[some, none, some, some]).mode, Mode::Review(1));
    assert_eq!(resumed(&[some, some, some, some]).mode, Mode::Review(0));
}

#[test]
fn an_end_is_an_end() {
    for (script, effect) in [("q", Effect::Leave), ("g q", Effect::Leave), ("m x Interrupt", Effect::Interrupt)] {
        let (mut state, last) = check(script);
        assert_eq!((last, &state.mode), (Some(effect), &Mode::Ended), "{script}");
        let before = state.clone();
        assert_eq!(state.step(&Key::Char('1')), None);
        assert_eq!(state, before);
    }
}

/// Presses the keys of `script` on a new survey of an assessment that asks for facts.
fn check_facts(script: &str) -> (State, Option<Effect>) {
    let mut state = State::new(&with_facts(Lang::EN), Profile::default(), vec![], vec![], vec![]);
    let effect = keys(script).iter().map(|key| state.step(key)).last().flatten();
    (state, effect)
}

fn told(state: &State) -> [Vec<usize>; 2] {
    [0, 1].map(|fact| state.profile.told(fact).collect())
}

#[test]
fn facts_are_asked_first_and_decide_which_questions_are_asked() {
    assert_eq!(check_facts("").0.fact, Some(0));
    let (state, effect) = check_facts("1");
    assert_eq!((told(&state), state.fact, effect), ([vec![0], vec![]], Some(1), Some(Effect::Save)));
    let (state, effect) = check_facts("1 2 3");
    assert_eq!((told(&state), state.fact, effect), ([vec![0], vec![1, 2]], Some(1), Some(Effect::Save)));
    let (state, _) = check_facts("1 2 3 2");
    assert_eq!(told(&state)[1], [2], "once more takes it back");
    let (state, _) = check_facts("1 2 Right");
    assert_eq!((state.fact, state.at, state.asked()), (None, 1, 1), "neither calls nor shifts are asked for");
    let (state, _) = check_facts("1 2 Right 3");
    assert_eq!((state.open(), state.answered(), &state.mode), (0, 1, &Mode::Review(0)));
    let expected =
        [Item::Finish, Item::Fact(0), Item::Fact(1), Item::Question(1), Item::Question(0), Item::Question(2)];
    assert_eq!(state.items(), expected, "what is not asked is shown last");
}

#[test]
fn a_fact_may_be_skipped_taken_back_and_changed_by_going_back() {
    let (state, _) = check_facts("s s");
    assert_eq!((told(&state), state.fact, state.at, state.asked()), ([vec![], vec![]], None, 0, 3), "open counts");
    assert_eq!(told(&check_facts("Enter").0), [[0usize; 0]; 2], "to confirm what nobody told tells nothing");
    assert_eq!(told(&check_facts("Up Enter").0)[0], [2]);
    let (state, _) = check_facts("2 1 Down Down Down Enter");
    assert_eq!((told(&state), state.fact), ([vec![1], vec![0]], None), "the last row is the way on");
    let (state, _) = check_facts("2 1 s b b");
    assert_eq!((state.fact, state.cursor), (Some(0), 1), "on what was told");
    let (state, effect) = check_facts("2 b Down Down Enter");
    assert_eq!((told(&state), effect), ([vec![], vec![]], Some(Effect::Save)), "the last row takes it back");
    assert_eq!(told(&check_facts("2 1 2 0").0), [vec![1], vec![]]);
    assert_eq!(check_facts("b").0.message, Some(Message::FirstQuestion));
    assert_eq!(check_facts("m x").0.mode, Mode::Question, "a fact has no note");
}

#[test]
fn what_is_not_asked_any_more_is_kept_until_it_is_asked_again() {
    let all = "2 1 s 3 2 2";
    let (state, _) = check_facts(all);
    assert_eq!((state.answered(), state.asked()), (3, 3));
    // To the first fact, a few people; then to the second, no telephone.
    let (mut state, _) = check_facts(&format!("{all} p 1"));
    assert!(matches!(state.mode, Mode::Review(_)), "back where it was called up from");
    assert_eq!((state.answered(), state.asked(), state.is_asked(2)), (2, 2, false));
    assert_eq!(state.answers[2], Answer::Option(1), "kept");
    for key in keys("Down Down Enter 1 2 Escape") {
        state.step(&key);
    }
    assert_eq!((state.answered(), state.asked()), (1, 1));
    for key in keys("End Enter") {
        state.step(&key);
    }
    assert_eq!(state.message, Some(Message::NotAsked));
    for key in keys("p 2 Down Down Enter 2 1 Escape") {
        state.step(&key);
    }
    assert_eq!((state.answered(), state.asked()), (3, 3), "{state:?}");
    assert_eq!(state.answers[0], Answer::Option(2));
}

#[test]
fn a_survey_goes_on_with_its_questions_once_one_is_answered() {
    let mut profile = Profile::default();
    profile.tell(0, 0);
    let resumed =
        |answers: &[Answer]| State::new(&with_facts(Lang::EN), profile.clone(), answers.to_vec(), vec![], vec![]);
    // As a file is read: what is not asked is n/a there.
    let na = Answer::NotApplicable;
    let state = resumed(&[Answer::Unanswered, Answer::Unanswered, na]);
    assert_eq!((state.fact, state.cursor, state.answers[2]), (Some(0), 0, Answer::Unanswered), "nobody said n/a");
    let state = resumed(&[Answer::Option(1), Answer::Unanswered, na]);
    assert_eq!((state.fact, state.at), (None, 1));
    assert_eq!(resumed(&[Answer::Option(1), Answer::Option(1), na]).mode, Mode::Review(0));
}

#[test]
fn one_can_go_to_the_facts_and_to_no_question_that_is_not_asked() {
    let (state, _) = check_facts("1 s g");
    assert_eq!(state.items()[..3], [Item::Review, Item::Profile, Item::Criterion(0)]);
    assert_eq!(check_facts("1 s g Up Enter").0.fact, Some(0));
    assert_eq!(check_facts("1 g Escape").0.fact, Some(1), "back to the fact");
    let (mut state, _) = check_facts("1 s");
    state.step(&Key::Go(3));
    assert_eq!((state.at, state.message), (0, Some(Message::NotAsked)));
    let (state, _) = check_facts("1 s s p s s");
    assert_eq!((state.fact, state.at), (None, 1), "after the facts back to the question");
}

fn any_key() -> impl Strategy<Value = Key> {
    use Key::{Backspace, Char, Delete, Down, End, Enter, Escape, Home, Left, Other, PageDown, PageUp, Right, Up};
    prop_oneof![
        4 => proptest::sample::select(vec![Up, Down, Left, Right, Enter, Home, End, PageUp, PageDown]),
        1 => proptest::sample::select(vec![Escape, Backspace, Delete, Other]),
        4 => proptest::sample::select("0123456789".chars().collect::<Vec<_>>()).prop_map(Char),
        3 => proptest::sample::select("nbsmg?hrfp 漢".chars().collect::<Vec<_>>()).prop_map(Char),
        1 => any::<char>().prop_filter("ends the survey", |c| !"qQｑＱfF".contains(*c)).prop_map(Char),
        1 => "[a\n漢]{0,4}".prop_map(Key::Paste),
        1 => (0usize..14).prop_map(Key::Choose),
        1 => (0usize..8).prop_map(Key::Go),
    ]
}

fn assert_valid(state: &State, definition: &Definition) {
    assert!(state.at < state.answers.len());
    assert!(state.cursor < state.rows(), "{state:?}");
    assert!(state.fact.is_some() || state.mode != Mode::Question || state.is_asked(state.at), "{state:?}");
    for (at, fact) in definition.profile.iter().enumerate() {
        let told: Vec<usize> = state.profile.told(at).collect();
        assert!(told.iter().all(|option| *option < fact.options.len()) && (fact.many || told.len() < 2), "{state:?}");
    }
    if let Mode::Jump(cursor) | Mode::Review(cursor) = state.mode {
        assert!(cursor < state.items().len(), "{state:?}");
    }
    for ((_, question), answer) in definition.questions().zip(&state.answers) {
        match answer {
            Answer::Unanswered => {}
            Answer::NotApplicable => assert!(question.not_applicable.is_allowed()),
            Answer::Option(option) => assert!(usize::from(*option) < question.options.len()),
        }
    }
}

/// The survey without lists, notes and help, written down once more in the plainest way.
fn model(script: &[char]) -> (usize, Vec<Answer>) {
    let options = [3, 3, 11, 3];
    let applies = [true, false, true, true];
    let mut answers = vec![Answer::Unanswered; 4];
    let mut at = 0;
    for key in script {
        if at == 4 {
            // The review: Escape leads back to the last question, all else is not in the script.
            at = if *key == 'e' { 3 } else { 4 };
            continue;
        }
        match key {
            'e' => at = at.max(1) - 1,
            's' => at += 1,
            '0' if !applies[at] => {
                answers[at] = Answer::NotApplicable;
                at += 1;
            }
            digit @ '1'..='9' => {
                let position = u8::try_from(digit.to_digit(10).unwrap()).unwrap();
                if position <= options[at] && options[at] <= 9 {
                    answers[at] = Answer::Option(position - 1);
                    at += 1;
                }
            }
            _ => {}
        }
    }
    (at, answers)
}

proptest! {
    #[test]
    fn any_keys_lead_to_a_valid_state(script in vec(any_key(), 0..80), facts in any::<bool>()) {
        let definition = if facts { with_facts(Lang::EN) } else { definition() };
        let mut state = State::new(&definition, Profile::default(), vec![], vec![], vec![Answer::Option(9); 4]);
        for key in script {
            let before = (state.profile.clone(), state.answers.clone(), state.notes.clone());
            let effect = state.step(&key);
            assert_valid(&state, &definition);
            let changed = before != (state.profile.clone(), state.answers.clone(), state.notes.clone());
            let saves = matches!(effect, Some(Effect::Save | Effect::Write));
            prop_assert!(saves || !changed, "a change that nobody saves: {key:?}");
        }
    }

    #[test]
    fn the_answers_are_what_the_keys_said(script in vec(proptest::sample::select("es01234599".chars().collect::<Vec<_>>()), 0..40)) {
        let mut state = State::new(&definition(), Profile::default(), vec![], vec![], vec![]);
        for key in &script {
            let in_review = matches!(state.mode, Mode::Review(_));
            if *key == 'e' || !in_review {
                state.step(&if *key == 'e' { Key::Escape } else { Key::Char(*key) });
            }
        }
        let (at, answers) = model(&script);
        prop_assert_eq!(&state.answers, &answers);
        prop_assert_eq!(matches!(state.mode, Mode::Review(_)), at == 4);
        prop_assert!(at == 4 || at == state.at);
    }
}
