//! Whole surveys, played in process: on a scripted terminal and in plain mode.

use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::Path;

use unicode_width::UnicodeWidthStr as _;

use super::ask::Ask;
use super::draft::Draft;
use super::on_screen::OnScreen;
use super::plain::{Input, Lines, Plain};
use super::play::play;
use super::terminal::Terminal;
use super::{Existing, Failure, Options, Outcome};
use crate::answers::Answer;
use crate::definition::{Definition, Parts};
use crate::survey::key::Key;
use crate::survey::screen::Frame;
use crate::survey::tests_common::{definition, keys, with_facts};
use crate::words::Lang;

/// A terminal that is typed on by a script, and remembers what it showed.
struct Script {
    keys: VecDeque<Key>,
    shown: Vec<Frame>,
}

impl Terminal for &mut Script {
    fn size(&self) -> (usize, usize) {
        (24, 80)
    }

    fn key(&mut self) -> io::Result<Key> {
        Ok(self.keys.pop_front().unwrap_or(Key::Interrupt))
    }

    fn show(&mut self, frame: &Frame) -> io::Result<()> {
        self.shown.push(frame.clone());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Somebody who answers by a script, and remembers what was said.
#[derive(Default)]
struct Answers {
    answers: VecDeque<String>,
    heard: Vec<String>,
}

impl Ask for &mut Answers {
    fn choose(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize> {
        self.heard.push(format!("{prompt} [{}]", items.join(" | ")));
        let answer = self.answers.pop_front().ok_or(io::ErrorKind::Interrupted)?;
        Ok(answer.parse().unwrap())
    }

    fn line(&mut self, prompt: &str, default: &str) -> io::Result<String> {
        self.heard.push(format!("{prompt} ({default})"));
        let answer = self.answers.pop_front().ok_or(io::ErrorKind::Interrupted)?;
        Ok(if answer.is_empty() { default.to_owned() } else { answer })
    }

    fn tell(&mut self, text: &str) -> io::Result<()> {
        self.heard.push(text.to_owned());
        Ok(())
    }
}

/// Options under which nothing is asked.
fn options(folder: &Path) -> Options {
    Options {
        definitions: vec![definition()],
        organisation: Some("Acme".to_owned()),
        respondent: Some("Jo".to_owned()),
        output: Some(folder.join("answers.toml")),
        date: "2026-11-22".to_owned(),
        drafts: Some(folder.join("drafts")),
        ..Options::default()
    }
}

/// What became of a survey: its end, what was said around it, and the last screen.
fn check(options: &Options, script: &str, answers: &[&str]) -> (Result<Outcome, Failure>, Vec<String>, Vec<Frame>) {
    let mut terminal = Script { keys: keys(script).into(), shown: vec![] };
    let mut ask = Answers { answers: answers.iter().map(|&answer| answer.to_owned()).collect(), heard: vec![] };
    let outcome = play(options, &mut OnScreen::new(&mut terminal, &mut ask, options), &mut |_, _| {});
    assert!(ask.answers.is_empty(), "not asked for: {:?}", ask.answers);
    (outcome, ask.heard, terminal.shown)
}

#[test]
fn a_whole_survey_without_a_question_around_it() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    let (outcome, heard, shown) = check(&options, "2 n m o k Enter Down Enter 3 Enter", &[]);
    assert_eq!(heard, [""; 0]);
    assert!(shown[0].lines.concat().contains("Question a?"), "the first screen is question 1");
    let Ok(Outcome::Finished { set, path, .. }) = outcome else { panic!("{outcome:?}") };
    let expected = [Answer::Option(1), Answer::NotApplicable, Answer::Option(1), Answer::Option(2)];
    assert_eq!(set.answers, expected);
    assert_eq!(path.as_ref(), options.output.as_ref());
    insta::assert_snapshot!(fs::read_to_string(path.unwrap()).unwrap());
}

#[test]
fn a_key_goes_on_in_the_next_language() {
    let folder = tempfile::tempdir().unwrap();
    let mut japanese = Parts::clone(&definition());
    japanese.language = "ja".to_owned();
    let definitions = vec![definition(), Definition::try_from(japanese).unwrap()];
    let options = Options { definitions, language: Some("en".to_owned()), ..options(folder.path()) };
    let (outcome, _, shown) = check(&options, "2 l n l l Down Enter 3 Enter", &[]);
    let speaks = |at: usize| shown[at].lines.concat().contains("設問");
    assert_eq!([0, 1, 2, 3, 4, 5].map(speaks), [false, false, true, true, false, true], "{:#?}", shown[3].lines);
    let Ok(Outcome::Finished { set, lang, definition, .. }) = outcome else { panic!("{outcome:?}") };
    assert_eq!((set.answers.len(), lang, definition), (4, Lang::JA, 1));
    // With one language alone it is no key.
    let alone = Options { output: Some(folder.path().join("alone.toml")), ..self::options(folder.path()) };
    let (_, _, shown) = check(&alone, "l q", &[]);
    assert!(shown[1].lines.concat().contains("key does nothing"), "{}", shown[1].lines.concat());
}

#[test]
fn everything_that_is_not_given_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut japanese = Parts::clone(&definition());
    japanese.language = "ja".to_owned();
    let options = Options {
        definitions: vec![definition(), Definition::try_from(japanese).unwrap()],
        organisation: None,
        respondent: None,
        output: None,
        ..options(folder.path())
    };
    let result = folder.path().join("result.toml");
    let result = result.to_str().unwrap();
    let (outcome, heard, _) = check(&options, "2 n 1 Enter s f", &["1", "株式会社サンプル", "", result]);
    insta::assert_snapshot!(heard.join("\n"));
    assert!(matches!(outcome, Ok(Outcome::Finished { path: Some(path), lang, .. })
            if path.to_str() == Some(result) && lang == Lang::JA));
    assert!(fs::read_to_string(result).unwrap().contains("株式会社サンプル"));
    assert_eq!(fs::read_dir(folder.path().join("drafts")).unwrap().count(), 0, "the draft has become the result");
}

#[test]
fn a_survey_that_was_left_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { output: None, ..options(folder.path()) };
    let (outcome, ..) = check(&options, "3 q", &[]);
    assert!(matches!(outcome, Ok(Outcome::Left { interrupted: false, path: Some(_), .. })));
    let (outcome, heard, shown) = check(&options, "2 Interrupt", &["0"]);
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(shown[0].lines.concat().contains("Question b?"));
    let Ok(Outcome::Left { interrupted: true, path: Some(path), .. }) = outcome else { panic!("{outcome:?}") };
    assert!(fs::read_to_string(&path).unwrap().contains("a = 3\nb = 2\n"));

    let (_, heard, shown) = check(&Options { existing: Some(Existing::Resume), ..options.clone() }, "q", &[]);
    assert_eq!(heard, [""; 0]);
    assert!(shown[0].lines.concat().contains("Question c?"));
    let (_, heard, shown) = check(&options, "q", &["1"]);
    assert!(heard[1].contains(".bak"), "{heard:?}");
    assert!(shown[0].lines.concat().contains("Question a?"));
    assert!(fs::read_to_string(path.with_extension("toml.bak")).unwrap().contains("b = 2"), "nothing is lost");
}

#[test]
fn a_file_that_holds_something_else_is_not_touched_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    let path = options.output.clone().unwrap();
    for text in ["my notes", "assessment = 'other'\n[answers]\n", "assessment = 'small'\n[answers]\na = 9\n"] {
        fs::write(&path, text).unwrap();
        let (outcome, ..) = check(&options, "1 q", &["0"]);
        assert!(matches!(outcome, Err(Failure::Declined(_))), "{outcome:?}");
        let (outcome, ..) = check(&Options { existing: Some(Existing::Resume), ..options.clone() }, "1 q", &[]);
        assert!(matches!(outcome, Err(Failure::Unreadable(..))), "{outcome:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn two_surveys_on_one_draft_exclude_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    let _other = Draft::open(options.output.as_ref().unwrap()).unwrap();
    let (outcome, ..) = check(&options, "1 q", &[]);
    assert!(matches!(outcome, Err(Failure::Busy(_))), "{outcome:?}");
}

#[test]
fn a_place_that_cannot_be_written_is_said_and_another_one_is_offered() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let options = Options { output: Some(folder.path().join("file/a.toml")), ..options(folder.path()) };
    let other = folder.path().join("other.toml");
    let (outcome, heard, _) = check(&options, "3 q", &[other.to_str().unwrap()]);
    assert!(heard[0].contains("cannot be saved"), "{heard:?}");
    assert!(matches!(outcome, Ok(Outcome::Left { interrupted: false, path: Some(path), .. }) if path == other));
    assert!(fs::read_to_string(other).unwrap().contains("a = 3"));
}

#[test]
fn without_any_place_the_answers_stay_in_memory_and_the_screen_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let options = Options { output: Some(folder.path().join("file/a.toml")), ..options(folder.path()) };
    let other = folder.path().join("other.toml");
    // At the beginning no other place is wanted; before leaving, one is.
    let (outcome, _, shown) = check(&options, "3 2 q", &["", other.to_str().unwrap()]);
    assert!(shown[1].lines.concat().contains("NOT SAVED"), "{:?}", shown[1]);
    assert!(matches!(outcome, Ok(Outcome::Left { interrupted: false, path: Some(_), .. })), "{outcome:?}");
    assert!(fs::read_to_string(other).unwrap().contains("a = 3\nb = 2"));
}

#[test]
fn a_survey_in_which_nothing_applies_so_far_goes_on_too() {
    let folder = tempfile::tempdir().unwrap();
    let options =
        Options { definitions: vec![with_facts(Lang::EN)], language: Some("en".to_owned()), ..options(folder.path()) };
    let script = "3 2 Right n n q";
    let (outcome, ..) = check(&options, script, &[]);
    assert!(matches!(outcome, Ok(Outcome::Left { .. })), "{outcome:?}");
    let text = fs::read_to_string(options.output.as_ref().unwrap()).unwrap();
    assert_eq!(text.matches("\"n/a\"").count(), 2, "{text}");
    let (outcome, heard, _) = check(&options, "q", &["0"]);
    assert!(matches!(outcome, Ok(Outcome::Left { .. })), "{outcome:?} {heard:?}");
}

#[test]
fn an_earlier_set_is_proposed_and_keeps_its_metadata_and_plan() {
    let folder = tempfile::tempdir().unwrap();
    let (outcome, ..) = check(&options(folder.path()), "3 2 5 Enter s f", &[]);
    let Ok(Outcome::Finished { mut set, .. }) = outcome else { panic!("{outcome:?}") };
    set.metadata.push(("segment".to_owned(), "retail".to_owned()));
    let now = Options {
        from: Some(*set),
        output: Some(folder.path().join("now.toml")),
        organisation: None,
        date: "2027-02-22".to_owned(),
        ..options(folder.path())
    };
    let (outcome, _, shown) = check(&now, "Enter s 4 Enter 1 q", &[]);
    assert!(shown[0].lines.concat().contains("(last time)"));
    assert!(matches!(outcome, Ok(Outcome::Left { interrupted: false, .. })));
    insta::assert_snapshot!(fs::read_to_string(folder.path().join("now.toml")).unwrap());
}

#[test]
fn a_file_is_not_written_before_there_is_something_to_write() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path());
    let path = options.output.clone().unwrap();
    let text = "# by hand\nassessment = 'small'\n[answers]\na = 1 # sure\n";
    fs::write(&path, text).unwrap();
    let resume = Options { existing: Some(Existing::Resume), ..options };
    let (outcome, ..) = check(&resume, "Down b q", &[]);
    assert!(matches!(outcome, Ok(Outcome::Left { interrupted: false, .. })), "{outcome:?}");
    assert_eq!(fs::read_to_string(path).unwrap(), text);
}

/// Options under which nothing is asked around an assessment that asks for facts.
fn options_with_facts(folder: &Path) -> Options {
    Options {
        definitions: vec![with_facts(Lang::EN), with_facts(Lang::JA)],
        language: Some("en".to_owned()),
        ..options(folder)
    }
}

#[test]
fn facts_are_asked_first_and_the_file_holds_only_what_counts() {
    let folder = tempfile::tempdir().unwrap();
    let options = options_with_facts(folder.path());
    let path = options.output.clone().unwrap();
    let text = || fs::read_to_string(&path).unwrap();
    let (_, _, shown) = check(&options, "3 1 2 Interrupt", &[]);
    assert!(shown[0].lines.concat().contains("How many people answer customers?"));
    assert!(text().contains("[profile]\nsize = \"centre\"\nchannels = [\"telephone\", \"email\"]\n"), "{}", text());
    // Gone on with; all is answered; then it turns out that no calls are taken, and few people answer.
    let options = Options { existing: Some(Existing::Resume), ..options };
    let (_, _, shown) = check(&options, "Enter s 2 3 1 q", &[]);
    assert!(shown[0].lines.concat().contains("How many people"), "told, but no question is answered");
    assert!(text().contains("calls = 2\nletters = 3\nshifts = 1\n"), "{}", text());
    let (outcome, ..) = check(&options, "p 1 Down Down Enter 1 Escape f", &[]);
    let Ok(Outcome::Finished { set, .. }) = outcome else { panic!("{outcome:?}") };
    assert_eq!(set.answers, [Answer::NotApplicable, Answer::Option(2), Answer::NotApplicable]);
    insta::assert_snapshot!(text());
}

#[test]
fn what_was_told_another_time_is_taken_over_and_what_was_not_asked_is_not_proposed() {
    let folder = tempfile::tempdir().unwrap();
    let (outcome, ..) = check(&options_with_facts(folder.path()), "1 2 s 3 f", &[]);
    let Ok(Outcome::Finished { set, .. }) = outcome else { panic!("{outcome:?}") };
    let now =
        Options { from: Some(*set), output: Some(folder.path().join("now.toml")), ..options_with_facts(folder.path()) };
    // Now calls are taken: the first time, this was not asked.
    let (_, _, shown) = check(&now, "Enter 1 s Down s q", &[]);
    assert!(shown[0].lines.concat().contains("● Up to 5 people"), "{:?}", shown[0]);
    assert!(shown[3].lines.concat().contains("How soon are calls"), "{:?}", shown[3]);
    assert!(!shown[3].lines.concat().contains("(last time)"), "{:?}", shown[3]);
    assert!(shown[5].lines.concat().contains("(last time)"), "{:?}", shown[5]);
}

#[test]
fn plain_mode_asks_for_facts() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, tag) in [(Lang::EN, "en"), (Lang::JA, "ja")] {
        let output = folder.path().join(format!("{tag}.toml"));
        let options = Options {
            language: Some(lang.tag().to_owned()),
            output: Some(output),
            ..options_with_facts(folder.path())
        };
        let lines = ["?", "１", "?", "4", "1、3", "b", "2 3", "3", "g 1", "p", "", "p", "2", "f"];
        let (outcome, output) = check_plain(&options, &lines);
        let Ok(Outcome::Finished { set, .. }) = outcome else { panic!("{outcome:?}\n{output}") };
        assert_eq!(set.answers, [Answer::NotApplicable, Answer::Option(2), Answer::Unanswered], "{output}");
        insta::assert_snapshot!(format!("plain_facts_{tag}"), output);
    }
}

struct Typed(VecDeque<&'static str>);

impl Lines for Typed {
    fn next(&mut self) -> Input {
        self.0.pop_front().map_or(Input::End, |line| Input::Line(line.to_owned()))
    }
}

fn check_plain(options: &Options, lines: &[&'static str]) -> (Result<Outcome, Failure>, String) {
    played(options, lines, || None)
}

/// The same in a terminal so wide, if it is one.
fn played(
    options: &Options,
    lines: &[&'static str],
    columns: fn() -> Option<usize>,
) -> (Result<Outcome, Failure>, String) {
    let mut output = Vec::new();
    let mut plain = Plain::new(Typed(lines.iter().copied().collect()), &mut output, false, columns);
    let outcome = play(options, &mut plain, &mut |_, _| {});
    (outcome, String::from_utf8(output).unwrap())
}

#[test]
fn plain_mode_reads_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let lines =
        ["２", "該当なし", "b", "", "m ask Jo: 研修", "11", "x", "?", "4", "3", "l", "g 3", "m", "m -", "10", "f"];
    let (outcome, output) = check_plain(&options(folder.path()), &lines);
    let Ok(Outcome::Finished { set, .. }) = outcome else { panic!("{outcome:?}\n{output}") };
    let expected = [Answer::Option(1), Answer::NotApplicable, Answer::Option(9), Answer::Option(2)];
    assert_eq!(set.answers, expected, "{output}");
    assert_eq!(set.notes[2], None);
    assert!(!output.contains('\u{1b}'));
    insta::assert_snapshot!(output);
}

#[test]
fn plain_mode_breaks_lines_where_phrases_end_in_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { language: Some("ja".to_owned()), ..options(folder.path()) };
    let (_, output) = played(&options, &["?", "q"], || Some(40));
    for line in output.lines() {
        assert!(line.width() <= 40 && !line.starts_with(['、', '。', '」', '）', 'ー']), "{line}");
    }
    let (_, whole) = played(&options, &["?", "q"], || None);
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    assert!(whole.lines().count() < output.lines().count() && letters(&whole) == letters(&output), "{output}");
}

#[test]
fn plain_mode_finishes_without_a_word_on_where_to_save() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { output: None, ..options(folder.path()) };
    let (outcome, output) = check_plain(&options, &["3", "2", "1", "1", "f"]);
    let Ok(Outcome::Finished { path: Some(path), .. }) = outcome else { panic!("{outcome:?}\n{output}") };
    assert!(path.starts_with(folder.path().join("drafts")) && path.exists());
}

#[test]
fn plain_mode_saves_and_leaves_at_the_end_of_input() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { respondent: None, ..options(folder.path()) };
    let (outcome, output) = check_plain(&options, &["Jo", "3"]);
    assert!(matches!(outcome, Ok(Outcome::Left { interrupted: false, path: Some(_), .. })), "{outcome:?}\n{output}");
    assert!(fs::read_to_string(options.output.unwrap()).unwrap().contains("respondent = \"Jo\""));
}
