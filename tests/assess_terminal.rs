//! The survey through a real pseudo-terminal: the keys a person presses, the screen that person sees.

#![cfg(unix)]

use std::fs;
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use cxm::answers::{self, Answer, AnswerSet};
use cxm::definition::{self, Definition, bundled};
use cxm::diagnostic::Source;
use cxm::document::{Document, Syntax};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The program, and the arguments that begin a survey of the bundled assessment.
const BIN: &str = env!("CARGO_BIN_EXE_cxm");
const COMMAND: &[&str] = &["assess"];
/// What stands above the survey and must still stand there afterwards.
const ABOVE: &str = "first line above\r\nsecond line above\r\n";
const PATIENCE: Duration = Duration::from_secs(20);

/// What a terminal shows, and how far it has shown it.
struct Seen {
    parser: vt100::Parser,
    /// The highest question number and count of answers ever shown.
    question: usize,
    /// How many bytes have come.
    written: usize,
}

/// A survey in a terminal of its own.
struct Terminal {
    seen: Arc<Mutex<Seen>>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    reader: thread::JoinHandle<()>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn non_zero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

impl Terminal {
    /// Starts a survey under two lines of other text, with everything asked around it answered by flags.
    fn start(folder: &Path, window: (u16, u16), args: &[&str]) -> Self {
        let mut all = vec!["--organisation", "Acme", "--respondent", "Jo"];
        all.extend(args);
        Self::start_bare(folder, window, &all)
    }

    fn start_bare(folder: &Path, window: (u16, u16), args: &[&str]) -> Self {
        Self::start_in(folder, window, args, &[])
    }

    /// The same with more in the environment.
    fn start_in(folder: &Path, (columns, rows): (u16, u16), args: &[&str], more: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        // The outer shell tells whether the terminal's settings are what they were, the inner one becomes the survey.
        let script = format!(
            "printf '{}'; before=$(stty -g); sh -c 'echo $$ > .pid; exec \"$0\" \"$@\"' \"$0\" \"$@\"; code=$?; \
             [ \"$before\" = \"$(stty -g)\" ] && echo settings restored; exit $code",
            ABOVE.replace("\r\n", "\\n")
        );
        // The process that an earlier survey in this folder was.
        let _ = fs::remove_file(folder.join(".pid"));
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", &script, BIN]);
        command.args(COMMAND.iter().chain(args));
        command.cwd(folder);
        command.env_clear();
        command.env("PATH", std::env::var("PATH").unwrap());
        command.env("TERM", "xterm-256color");
        command.env("HOME", folder);
        command.env("XDG_STATE_HOME", folder.join("state"));
        more.iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let seen =
            Seen { parser: vt100::Parser::new(non_zero(rows), non_zero(columns), 1_000), question: 0, written: 0 };
        let seen = Arc::new(Mutex::new(seen));
        let mut output = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&seen);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let mut seen = shared.lock().unwrap();
                seen.parser.process(&bytes[..count]);
                seen.written += count;
                let text = seen.parser.screen().contents();
                seen.question = seen.question.max(question_on(&text));
            }
        });
        Self { seen, child, writer: pair.master.take_writer().unwrap(), master: pair.master, reader }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap()
    }

    fn text(&self) -> String {
        self.seen().parser.screen().contents()
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Waits until the screen shows `text`.
    fn until(&mut self, text: &str) -> &mut Self {
        self.until_that(text, |screen| screen.contents().contains(text))
    }

    /// Goes past the facts about the organisation, telling none.
    fn past_facts(&mut self) -> &mut Self {
        self.until_that("the facts", |screen| asks_fact(&screen.contents())).keys(&PAST_FACTS)
    }

    fn until_that(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let start = Instant::now();
        while !holds(self.seen().parser.screen()) {
            assert!(start.elapsed() < PATIENCE, "never seen: {what}\n{}", self.text());
            thread::sleep(Duration::from_millis(2));
        }
        self
    }

    /// The screen once nothing more comes.
    fn settled(&self) -> String {
        let mut before = 0;
        loop {
            let written = self.seen().written;
            if written == before {
                return self.text();
            }
            before = written;
            thread::sleep(Duration::from_millis(100));
        }
    }

    fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.seen().parser.screen_mut().set_size(non_zero(rows), non_zero(columns));
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    /// Waits for the end; gives exit code and last screen, and checks what holds at every end.
    fn end(mut self) -> (u32, String) {
        let start = Instant::now();
        let code = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "it does not end:\n{}", self.text());
            thread::sleep(Duration::from_millis(2));
        };
        // The reader ends with the last holder of the other side.
        drop(self.writer);
        self.reader.join().unwrap();
        let mut seen = self.seen.lock().unwrap();
        let text = seen.parser.screen().contents();
        // What has been scrolled out of the window is still there to be scrolled back to.
        seen.parser.screen_mut().set_scrollback(usize::MAX);
        let top = seen.parser.screen().contents();
        assert!(top.starts_with("first line above\nsecond line above\n"), "nothing above is erased:\n{top}");
        let screen = seen.parser.screen();
        assert!(!screen.hide_cursor(), "the cursor is visible again");
        assert!(!screen.bracketed_paste(), "pastes are no longer marked");
        assert!(text.contains("settings restored"), "{text}");
        (code, text)
    }
}

/// The date that a survey begun now has.
fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

/// The keys that go past the facts.
static PAST_FACTS: LazyLock<String> = LazyLock::new(|| "\x1b[C".repeat(definition().profile.len()));

fn asks_fact(text: &str) -> bool {
    text.contains("About your organisation - 1 of ") || text.contains("組織について　1/")
}

/// The number of the question on a screen, 29 for the review; 0 where there is none.
fn question_on(text: &str) -> usize {
    let number = |mark: &str| text.split(mark).nth(1)?.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok();
    if text.contains("Finish") { 29 } else { number("question ").or_else(|| number("設問 ")).unwrap_or(0) }
}

fn definition() -> Definition {
    let text = bundled::find(bundled::DEFAULT).unwrap().toml;
    definition::read(&Arc::new(Source::new("bundled", text))).0.unwrap()
}

/// The answer file, which must be one without any finding.
fn read(path: &Path) -> AnswerSet {
    let text = fs::read_to_string(path).unwrap();
    let document = Document::parse(&Arc::new(Source::new("answers", text.as_str())), Syntax::Toml)
        .unwrap_or_else(|findings| panic!("{findings:?}\n{text}"));
    let (set, findings) = answers::read(&document, &definition());
    assert!(findings.is_empty(), "{findings:?}\n{text}");
    set
}

/// Sends a signal to the survey in this folder, if there is one yet.
fn send(signal: &str, folder: &Path) -> bool {
    let Ok(process) = fs::read_to_string(folder.join(".pid")) else { return false };
    let process = process.trim();
    !process.is_empty() && Command::new("kill").args([signal, process]).status().unwrap().success()
}

fn drafts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("state/cxm/drafts")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_whole_survey_in_both_languages_and_sizes() {
    let languages = [
        ("en", "All questions are answered", ["What now?", "Written: ", "cxm plan FILE"]),
        ("ja", "すべての設問に回答済み", ["次にどうしますか", "書き出しました", "cxm plan FILE"]),
    ];
    for (lang, done, [now, rest, all]) in languages {
        for window in [(80, 24), (120, 40)] {
            let folder = tempfile::tempdir().unwrap();
            let output = folder.path().join("answers.toml");
            let mut terminal = Terminal::start(folder.path(), window, &["--lang", lang, "-o", "answers.toml"]);
            terminal.past_facts();
            for question in 1..=28 {
                terminal.until_that("the next question", |screen| question_on(&screen.contents()) == question);
                assert!(terminal.seen().parser.screen().hide_cursor(), "no cursor blinks on a question");
                if question == 6 {
                    let name = format!("{lang}_{}x{}", window.0, window.1);
                    insta::assert_snapshot!(format!("pty_question_{name}"), terminal.settled());
                }
                match question % 3 {
                    0 => terminal.keys("\x1b[B\x1b[B\r"),
                    1 => terminal.keys("4"),
                    _ => terminal.keys("2"),
                };
            }
            terminal.until(done);
            insta::assert_snapshot!(format!("pty_review_{lang}_{}x{}", window.0, window.1), terminal.settled());
            terminal.keys("f").until(now);
            let brief = format!("pty_brief_{lang}_{}x{}", window.0, window.1);
            insta::assert_snapshot!(brief, terminal.settled().replace(&today(), "2026-11-22"));
            // The page first, then all of the result; then there is nothing left to offer.
            terminal.keys("2").until("answers.html").until(rest).keys("1").until(all);
            let (code, text) = terminal.end();
            assert_eq!(code, 0, "{text}");
            let page = fs::read_to_string(folder.path().join("answers.html")).unwrap();
            assert!(page.contains(&format!("<html lang=\"{lang}\"")) && page.contains("Acme"));
            fs::remove_file(folder.path().join("answers.html")).unwrap();
            let expected: Vec<Answer> = (1..=28).map(|question| Answer::Option([2, 3, 1][question % 3])).collect();
            let set = read(&output);
            assert_eq!(set.answers, expected);
            assert_eq!(set.metadata("organisation"), Some("Acme"));
            assert!(fs::read_dir(folder.path()).unwrap().count() <= 2, "nothing is left beside the answers");
        }
    }
}

#[test]
fn back_skip_note_and_jump() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(folder.path(), (80, 24), &["--lang", "ja", "-o", "a.toml"]);
    terminal.past_facts().until("設問 1/28").keys("3").until("設問 2/28");
    terminal
        .keys("\x1b[C")
        .until("設問 3/28")
        .keys("\x1b[D")
        .until("設問 2/28")
        .keys("b")
        .until("● 書き出した項目を一通り教わるが")
        .keys("s");
    terminal.until("設問 2/28").keys("m").until("この設問のメモ");
    terminal.keys("研修計画x");
    terminal.until("研修計画x");
    {
        let seen = terminal.seen();
        let screen = seen.parser.screen();
        assert!(!screen.hide_cursor(), "an input method needs the cursor");
        let (row, column) = screen.cursor_position();
        let line = screen.rows(0, 80).nth(row.into()).unwrap();
        assert_eq!((line.trim_end(), column), ("  │ 研修計画x", 13), "the cursor is behind the text");
    }
    terminal.keys("\x7f\x7f書\r").until("メモ：研修計書");
    terminal.keys("g").until("どこへ移動しますか").keys("5\r").until("評価項目 5/7");
    terminal.keys("g").until("どこへ移動しますか").keys("r").until("未回答の設問が").keys("\x1b").until("1-5 回答");
    terminal.keys("?").until("確認のポイント").keys(" ").until("評価項目 5/7").keys("1").until("設問 18/28").keys("q");
    let (code, _) = terminal.end();
    assert_eq!(code, 0);
    let set = read(&folder.path().join("a.toml"));
    assert_eq!(set.notes[1].as_deref(), Some("研修計書"));
    assert_eq!(set.answers.iter().filter(|answer| **answer != Answer::Unanswered).count(), 2);
    assert_eq!(set.answers[16], Answer::Option(0));
}

#[test]
fn left_and_resumed_through_the_dialogues() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_bare(folder.path(), (80, 24), &[]);
    terminal
        .until("Language")
        .until("日本語")
        .keys("\x1b[B\r")
        .until("組織名")
        .keys("株式会社サンプル\r")
        .until("お名前")
        .keys("佐藤\r");
    terminal.past_facts().until("設問 1/28").keys("1").until("設問 2/28").keys("5").until("設問 3/28").keys("q");
    assert_eq!(terminal.end().0, 0);
    let set = read(&drafts(folder.path())[0]);
    assert_eq!((set.metadata("organisation"), set.metadata("respondent")), (Some("株式会社サンプル"), Some("佐藤")));

    let args = ["--lang", "ja", "--organisation", "株式会社サンプル"];
    let mut terminal = Terminal::start_bare(folder.path(), (80, 24), &args);
    terminal.until("28問中2問").keys("\r").until("設問 3/28").keys("q");
    assert_eq!(terminal.end().0, 0);
    let args = ["--lang", "en", "--organisation", "株式会社サンプル"];
    let mut terminal = Terminal::start_bare(folder.path(), (80, 24), &args);
    terminal.until("2 of 28").resize(30, 20).settled();
    // There is no room for a line each, so that they are chosen by number.
    terminal.keys("\x1b[B").until("1: Go on").keys("1\r").settled();
    terminal.resize(80, 24).until("question 3 of 28").keys("gr").until("Your answers");
    terminal.keys("f").until("Save your answers as").keys("result.toml\r");
    // Whoever interrupts what is offered in the end has lost nothing.
    terminal.until("result.html").keys("\x03");
    let (code, text) = terminal.end();
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("Your answers are in result.toml"), "{text}");
    assert!(drafts(folder.path()).is_empty(), "the draft has become the result");
    assert_eq!(read(&folder.path().join("result.toml")).answers[1], Answer::Option(4));
}

#[test]
fn an_interrupt_restores_the_terminal_and_keeps_the_answers() {
    for (keys, signal) in
        [("\x03", None), ("m研修\x03", None), ("", Some("-TERM")), ("", Some("-INT")), ("", Some("-HUP"))]
    {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start(folder.path(), (80, 30), &["--lang", "en", "-o", "a.toml"]);
        terminal.past_facts().until("question 1 of 28").keys("2").until("question 2 of 28").keys(keys);
        if let Some(signal) = signal {
            assert!(send(signal, folder.path()));
        }
        let (code, text) = terminal.end();
        assert_eq!(code, 130, "{text}");
        let set = read(&folder.path().join("a.toml"));
        assert_eq!(set.answers[0], Answer::Option(1));
        assert_eq!(set.notes[1].as_deref(), keys.contains('m').then_some("研修"), "{keys:?}");
    }
}

#[test]
fn an_interrupt_in_a_dialogue_restores_the_terminal_too() {
    let flags: [&[&str]; 3] = [&[], &["--lang", "en"], &["--lang", "en", "--organisation", "Acme"]];
    for (args, prompt) in flags.into_iter().zip(["Language", "Your organisation", "Your name"]) {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start_bare(folder.path(), (80, 24), args);
        terminal.until(prompt).resize(60, 20);
        thread::sleep(Duration::from_millis(50));
        terminal.until(prompt).keys("\x03");
        let (code, text) = terminal.end();
        assert_eq!(code, 130, "{text}");
    }
}

#[test]
fn a_window_that_changes_its_size_is_drawn_anew_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(folder.path(), (120, 40), &["--lang", "en", "-o", "a.toml"]);
    terminal.past_facts().until("question 1 of 28").until("q save and leave");
    terminal.resize(60, 24).until("        past three years");
    insta::assert_snapshot!("pty_resized", terminal.settled());
    terminal.resize(100, 30).until("m note   g go to");
    let text = terminal.settled();
    assert_eq!(text.matches("question 1 of 28").count(), 1, "{text}");
    terminal.keys("m").until("Your note").resize(70, 24).keys("x").until("│ x").keys("\r").until("Note: x");
    terminal.resize(40, 10).settled();
    terminal.resize(120, 40).keys("q");
    let (code, text) = terminal.end();
    assert_eq!(code, 0);
    assert!(!text.contains("CX maturity\n") && !text.contains("question 1 of 28"), "no screen stays behind:\n{text}");
}

#[test]
fn keys_that_come_faster_than_screens_are_all_taken_and_never_printed() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(folder.path(), (80, 30), &["--lang", "en", "-o", "a.toml"]);
    terminal.past_facts().until("question 1 of 28").keys(&"12345".repeat(5)).until("question 26 of 28");
    let text = terminal.settled();
    assert!(text.starts_with("  CX maturity\n"), "{text}");
    terminal.keys("q");
    assert_eq!(terminal.end().0, 0);
    let expected: Vec<Answer> = (0..25).map(|at| Answer::Option(at % 5)).collect();
    assert_eq!(read(&folder.path().join("a.toml")).answers[..25], expected);
}

#[test]
fn unknown_sequences_and_pastes_answer_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(folder.path(), (80, 30), &["--lang", "en", "-o", "a.toml"]);
    // Ctrl-Right, F5, Alt-3, Shift-Delete, the mouse; a paste.
    terminal.past_facts().until("question 1 of 28").keys("\x1b[1;5C\x1b[15~\x1b3\x1b[3;2~\x1b[<0;1;1M");
    terminal.keys("\x1b[200~1\r2\rq\r\x1b[201~");
    terminal.keys("m").until("Your note").keys("\x1b[200~line 1\rline 2\x1b[201~").until("│ line 2").keys("\r");
    terminal.until("Note: line 1 line 2").keys("q");
    assert_eq!(terminal.end().0, 0);
    let set = read(&folder.path().join("a.toml"));
    assert!(set.answers.iter().all(|answer| *answer == Answer::Unanswered));
    assert_eq!(set.notes[0].as_deref(), Some("line 1\nline 2"));
}

#[test]
fn a_second_survey_on_the_same_draft_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["--lang", "en", "-o", "a.toml"];
    let mut first = Terminal::start(folder.path(), (80, 30), &args);
    first.past_facts().until("question 1 of 28").keys("2").until("question 2 of 28");
    let (code, text) = Terminal::start(folder.path(), (80, 30), &args).end();
    assert_ne!(code, 0);
    assert!(text.contains("Another survey has"), "{text}");
    first.keys("3").until("question 3 of 28").keys("q");
    assert_eq!(first.end().0, 0);
    assert_eq!(read(&folder.path().join("a.toml")).answers[1], Answer::Option(2));
}

/// Waits until the survey in this folder is in a state, as the system names it: `S` while it waits for a key, `T` while it is stopped.
#[cfg(target_os = "linux")]
fn until_state(terminal: &Terminal, folder: &Path, state: char) {
    let process = fs::read_to_string(folder.join(".pid")).unwrap();
    let is_in_it = || {
        let status = fs::read_to_string(format!("/proc/{}/stat", process.trim())).unwrap();
        status.rsplit(')').next().unwrap().trim_start().starts_with(state)
    };
    let start = Instant::now();
    while !is_in_it() {
        assert!(start.elapsed() < PATIENCE, "it is never in state {state}: {}", terminal.text());
        thread::sleep(Duration::from_millis(2));
    }
}

/// Has all go on that was stopped.
#[cfg(target_os = "linux")]
fn go_on(terminal: &Terminal, folder: &Path) {
    assert!(send("-CONT", folder));
    let script = terminal.child.process_id().unwrap().to_string();
    assert!(Command::new("kill").args(["-CONT", &script]).status().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_dialogue_that_was_stopped_goes_on() {
    for (stop, signal) in [("\x1a", None), ("", Some("-TSTP"))] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start_bare(folder.path(), (80, 24), &[]);
        for (prompt, keys) in [("Language", "\x1b[B\r"), ("組織名", "A社\r"), ("お名前", "佐藤\r")] {
            terminal.until(prompt).keys(stop);
            if let Some(signal) = signal {
                assert!(send(signal, folder.path()));
            }
            until_state(&terminal, folder.path(), 'T');
            terminal.until_that("the shell's cursor", |screen| !screen.hide_cursor());
            // What a shell writes meanwhile, over whatever is there.
            terminal.seen().parser.process(b"\x1b[H\x1b[2Jfirst line above\r\nsecond line above\r\n");
            go_on(&terminal, folder.path());
            terminal.until(prompt).keys(keys);
        }
        terminal.past_facts().until("設問 1/28").keys("q");
        assert_eq!(terminal.end().0, 0);
        let set = read(&drafts(folder.path())[0]);
        assert_eq!((set.metadata("organisation"), set.metadata("respondent")), (Some("A社"), Some("佐藤")));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_survey_that_was_stopped_goes_on_with_its_screen() {
    for (keys, signal) in [("\x1a", None), ("", Some("-TSTP")), ("", Some("-STOP"))] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start(folder.path(), (80, 30), &["--lang", "en", "-o", "a.toml"]);
        terminal.past_facts().until("question 1 of 28").keys("2").until("question 2 of 28").keys(keys);
        if let Some(signal) = signal {
            // One that comes right before the program waits for a key is heard at the next one.
            until_state(&terminal, folder.path(), 'S');
            assert!(send(signal, folder.path()));
        }
        until_state(&terminal, folder.path(), 'T');
        if signal != Some("-STOP") {
            terminal.until_that("an empty screen", |screen| !screen.contents().contains("question"));
            assert!(!terminal.seen().parser.screen().hide_cursor(), "the shell's cursor is seen");
        }
        // What a shell writes meanwhile, over whatever is there.
        terminal.seen().parser.process(b"\x1b[H\x1b[2Jfirst line above\r\nsecond line above\r\n");
        go_on(&terminal, folder.path());
        terminal.until("question 2 of 28").keys("3").until("question 3 of 28").keys("q");
        assert_eq!(terminal.end().0, 0);
        assert_eq!(read(&folder.path().join("a.toml")).answers[..2], [Answer::Option(1), Answer::Option(2)]);
    }
}

#[test]
fn a_dialogue_takes_back_a_line_or_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_bare(folder.path(), (80, 24), &["--lang", "en"]);
    terminal.until("Your organisation").keys("Wrong\x15Acme Incx\x17株式会社\x7f\x06");
    // Keys that do nothing here, one of which console reads only in part: Ctrl-Right, F5, Shift-F3 and F1.
    terminal.keys("\x1b[1;5C").keys("\x1b[15~").keys("\x1b[1;2R").keys("\x1bOP\r");
    terminal.until("Your name").keys("Jo\r");
    terminal.past_facts().until("question 1 of 28").keys("q");
    assert_eq!(terminal.end().0, 0);
    let set = read(&drafts(folder.path())[0]);
    assert_eq!((set.metadata("organisation"), set.metadata("respondent")), (Some("Acme 株式会"), Some("Jo")));
}

#[test]
fn what_another_program_writes_during_the_survey_is_kept_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    let mut terminal = Terminal::start(folder.path(), (100, 30), &["--lang", "en", "-o", "a.toml"]);
    terminal.past_facts().until("question 1 of 28").keys("2").until("question 2 of 28");
    fs::write(&path, "assessment = \"cx-maturity\"\n[answers]\nskills-path = 5\n").unwrap();
    terminal.keys("3").until("Another program changed").until("a.toml.bak").until("question 3 of 28").keys("q");
    assert_eq!(terminal.end().0, 0);
    assert_eq!(read(&path).answers[..2], [Answer::Option(1), Answer::Option(2)]);
    let theirs = fs::read_to_string(folder.path().join("a.toml.bak")).unwrap();
    assert!(theirs.contains("skills-path = 5"), "{theirs}");
}

#[test]
fn a_lock_that_was_removed_and_a_second_name_let_nobody_in() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["--lang", "en", "-o", "a.toml"];
    let mut first = Terminal::start(folder.path(), (80, 30), &args);
    first.past_facts().until("question 1 of 28").keys("2").until("question 2 of 28");
    fs::remove_file(folder.path().join(".a.toml.lock")).unwrap();
    fs::hard_link(folder.path().join("a.toml"), folder.path().join("b.toml")).unwrap();
    let process = fs::read_to_string(folder.path().join(".pid")).unwrap();
    for name in ["a.toml", "b.toml"] {
        let (code, text) = Terminal::start(folder.path(), (80, 30), &["--lang", "en", "-o", name]).end();
        assert!(code == 3 && text.contains("Another survey has"), "{code}: {text}");
    }
    fs::write(folder.path().join(".pid"), process).unwrap();
    first.keys("3").until("question 3 of 28").keys("q");
    assert_eq!(first.end().0, 0);
    assert_eq!(read(&folder.path().join("a.toml")).answers[1], Answer::Option(2));
}

#[test]
fn a_file_written_by_hand_keeps_its_comments_and_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    let by_hand = "# Ours.\nassessment = 'cx-maturity'\nversion = \"2.1.1\"\n[answers]\n# Jo said so.\nskills-path = 2 # sure\n\n\
        # Not clear.\nskills-onboarding = 3\n";
    fs::write(&path, by_hand).unwrap();
    let mut terminal = Terminal::start(folder.path(), (80, 30), &["--lang", "en", "-o", "a.toml", "--resume"]);
    terminal.until("question 4 of 28").keys("5").until("question 5 of 28").keys("q");
    assert_eq!(terminal.end().0, 0);
    let text = fs::read_to_string(&path).unwrap();
    for kept in [
        "# Ours.\nassessment = 'cx-maturity'\n",
        "# Jo said so.\nskills-path = 2 # sure\n",
        "# Not clear.\nskills-onboarding = 3\n",
    ] {
        assert!(text.contains(kept), "{kept} in\n{text}");
    }
    let set = read(&path);
    assert_eq!(set.answers[3], Answer::Option(4));
    assert_eq!(set.metadata("respondent"), Some("Jo"));
}

#[test]
fn a_locale_with_ascii_alone_gets_nothing_else_drawn() {
    for (variable, locale, ascii) in [("LANG", "C", true), ("LC_ALL", "POSIX", true), ("LANG", "C.UTF-8", false)] {
        let folder = tempfile::tempdir().unwrap();
        let start = || Terminal::start_in(folder.path(), (80, 30), &["--lang", "en"], &[(variable, locale)]);
        let mut terminal = start();
        terminal.until("Your organisation");
        let screen = terminal.settled();
        assert_eq!(screen.contains('›'), !ascii, "{variable}={locale}: {screen}");
        terminal.keys("Acme\r").until("Your name").keys("Jo\r").past_facts().until("question 1 of 28");
        let screen = terminal.settled();
        assert_eq!(screen.contains('○'), !ascii, "{variable}={locale}: {screen}");
        terminal.keys("2").until("question 2 of 28").keys("q");
        assert_eq!(terminal.end().0, 0);
        // A menu; what is no choice is said to be none, and a number is one.
        let mut terminal = start();
        terminal.until("Your organisation").keys("Acme\r").until("Go on where I stopped");
        let screen = terminal.settled();
        assert_eq!(screen.contains('❯'), !ascii, "{variable}={locale}: {screen}");
        terminal.keys("\x1b[15~").until("type a number from 1 to 2").keys("1");
        terminal.until("question 2 of 28").keys("q");
        assert_eq!(terminal.end().0, 0);
    }
}

#[test]
fn a_small_window_says_what_it_does_not_show_and_keys_that_do_nothing_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(folder.path(), (60, 40), &["--lang", "en", "-o", "a.toml"]);
    terminal.past_facts().until("question 1 of 28").resize(60, 14).until("? shows question and keys");
    terminal.keys("?").until("more lines below").until("any other key");
    for _ in 0..30 {
        terminal.keys("\x1b[6~");
    }
    // The end of the help, and nothing below it.
    terminal.until_that("the end", |screen| {
        let text = screen.contents();
        text.contains("more lines above") && !text.contains("below")
    });
    terminal.keys(" ").until("? shows question and keys").keys("x").until("This key does nothing here");
    terminal.keys("g").until("Where do you want to go?").keys("9").until("This key does nothing here").keys("b");
    terminal.until("? shows question").keys("g").until("Where do you want to go?");
    terminal.keys("\x1b[15~").until("This key does nothing here").keys("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn a_window_too_small_says_so_and_takes_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(folder.path(), (80, 24), &["--lang", "en", "-o", "a.toml"]);
    terminal.past_facts().until("question 1 of 28");
    for (columns, rows) in [(80, 1), (80, 2), (80, 3), (80, 4), (20, 4)] {
        let text =
            if columns > 20 { "This window is too small: enlarge it (Ctrl-C leaves)" } else { "Window too small" };
        terminal.resize(columns, rows).until(text).keys("3 q\r\x1b[B");
        assert_eq!(terminal.settled().trim(), text, "{columns}x{rows}");
    }
    terminal.resize(80, 24).until("question 1 of 28").until("0 of 28 answered");
    terminal.keys("3").until("question 2 of 28").resize(80, 2).until("too small").keys("\x03");
    // What stood above the survey has left the terminal of this test with its size.
    assert_eq!(terminal.child.wait().unwrap().exit_code(), 130);
    assert_eq!(read(&folder.path().join("a.toml")).answers[0], Answer::Option(2));
}

#[test]
fn nothing_told_in_a_narrow_window_breaks_within_a_word() {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    for (lang, columns) in [("en", 30), ("en", 50), ("ja", 30)] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start_bare(folder.path(), (columns, 24), &["--lang", lang]);
        let [whose, who] = match lang {
            "en" => ["Your organisation (or press Enter)", "Your name or role (or press Enter)"],
            _ => ["組織名（省略する場合はEnter）", "お名前または役職（省略する場合はEnter）"],
        };
        let shows = |text: &str| {
            let whole = words(text).concat();
            move |screen: &vt100::Screen| words(&screen.contents()).concat().contains(&whole)
        };
        terminal.until_that(whose, shows(whose)).keys("Acme\r").until_that(who, shows(who));
        insta::assert_snapshot!(format!("pty_introduction_{lang}_{columns}"), terminal.settled());
        terminal.keys("\x03");
        let (code, text) = terminal.end();
        assert_eq!(code, 130, "{text}");
    }
    let folder = tempfile::tempdir().unwrap();
    let said = crate::program::run(&["show", "no-such-assessment"]).stderr;
    let mut terminal = Terminal::start_bare(folder.path(), (44, 24), &["no-such-assessment"]);
    terminal.until_that("the whole error", |screen| {
        let rows: Vec<String> = screen.rows(0, 44).collect();
        words(&rows.join(" ")).join(" ").contains(&words(&said).join(" "))
    });
    assert_eq!(terminal.end().0, 2);
}

#[test]
fn without_a_terminal_only_plain_mode_runs() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str], input: &str| {
        fs::write(folder.path().join("input"), input).unwrap();
        let mut command = Command::new(BIN);
        command.args(COMMAND).args(["--organisation", "Acme", "--respondent", "Jo", "-o", "a.toml", "--lang", "ja"]);
        command.args(args).current_dir(folder.path()).env("TERM", "xterm");
        command.stdin(fs::File::open(folder.path().join("input")).unwrap()).output().unwrap()
    };
    let output = run(&[], "3\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("端末が必要です"));
    assert!(!folder.path().join("a.toml").exists());
    let output = run(&["--plain"], &("n\n".repeat(definition().profile.len()) + &"3\n".repeat(28) + "f\n"));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!output.stderr.contains(&0x1b));
    assert_eq!(read(&folder.path().join("a.toml")).answers, [Answer::Option(2); 28]);
}

#[test]
fn earlier_answers_to_another_version_are_proposed_less_what_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let same = fs::read_to_string(crate::program::root().join("examples/answers/riser.toml")).unwrap();
    let same = same.replace("skills-training", "retired-question");
    fs::write(folder.path().join("same.toml"), &same).unwrap();
    fs::write(folder.path().join("other.toml"), same.replace("\"2.1.1\"", "\"2.9.0\"")).unwrap();
    let run = |from: &str, respond: &str| {
        let arguments = ["assess", "--plain", "--lang", "en", "--organisation", "Acme", "-o", "a.toml", "--from", from];
        crate::program::run_with(crate::program::command(&arguments).current_dir(folder.path()), respond)
    };
    assert_eq!(run("same.toml", "").code, 3, "its own version has no such question");
    let ran = run("other.toml", &format!("Jo\n{}\n3\nq\n", "n\n".repeat(definition().profile.len())));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("Last time: ").count(), 2, "not of the second question: {}", ran.stderr);
    assert_eq!(read(&folder.path().join("a.toml")).answers[..2], [Answer::Option(4), Answer::Option(2)]);
}

/// A survey is killed at 200 random moments and resumed each time; whatever the screen had confirmed is in the file.
#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut survived = 0;
    for round in 0..200 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let moment = Duration::from_micros(8_000 + random % 110_000);
        let existing = if survived >= 26 { "--fresh" } else { "--resume" };
        let existing: &[&str] = if path.exists() { &[existing] } else { &[] };
        let mut args = vec!["--lang", "en", "-o", "a.toml"];
        args.extend(existing);
        let mut terminal = Terminal::start(folder.path(), (80, 24), &args);
        let victim = folder.path().to_owned();
        let killer = thread::spawn(move || {
            thread::sleep(moment);
            while !send("-KILL", &victim) {
                thread::sleep(Duration::from_millis(1));
            }
        });
        let start = Instant::now();
        let (mut typed, mut past_facts) = (0, false);
        while !killer.is_finished() {
            let question = terminal.seen().question;
            if !past_facts && asks_fact(&terminal.text()) {
                past_facts = true;
                let _ = terminal.writer.write_all(PAST_FACTS.as_bytes());
            }
            assert!(start.elapsed() < PATIENCE, "{}", terminal.text());
            if question > typed && question <= 28 {
                let note = if question.is_multiple_of(4) {
                    format!("m{}記{question}\r", "\x7f".repeat(9))
                } else {
                    String::new()
                };
                // The note may be there since before the last kill. The survey may be gone already.
                let _ = terminal.writer.write_all(format!("{note}{}", question % 5 + 1).as_bytes());
                typed = question;
            }
            thread::sleep(Duration::from_micros(500));
        }
        killer.join().unwrap();
        terminal.child.wait().unwrap();
        drop(terminal.writer);
        terminal.reader.join().unwrap();
        let seen = terminal.seen.lock().unwrap();
        if !path.exists() {
            assert!(seen.question <= 1, "round {round}: an answer was confirmed and no file is there");
            continue;
        }
        let set = read(&path);
        let confirmed = seen.question.saturating_sub(1);
        for question in 1..=confirmed {
            let option = u8::try_from(question % 5).unwrap();
            assert_eq!(set.answers[question - 1], Answer::Option(option), "round {round}, question {question}");
            let note = (question.is_multiple_of(4)).then(|| format!("記{question}"));
            assert_eq!(set.notes[question - 1], note, "round {round}, question {question}");
        }
        survived = set.answers.iter().filter(|answer| **answer != Answer::Unanswered).count();
    }
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let remains = names.filter(|name| name.to_string_lossy().ends_with(".part")).count();
    assert!(remains <= 1, "what was half-written does not pile up: {remains} files");
}
