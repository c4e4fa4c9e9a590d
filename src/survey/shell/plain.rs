//! Plain mode: the same survey line by line, without cursor control, for screen readers and for input from a pipe.
//!
//! Lines become the reducer's keys here. Nothing is drawn. A terminal would break long lines anywhere: for it they are broken between
//! words and phrases; in a pipe they stay as they are.

use std::io::{self, Write};

use super::ask::Ask;
use super::play::Shell;
use super::prompts;
use super::session::{End, Session, Turn};
use super::setup::relocate;
use crate::answers::{Answer, is_not_applicable};
use crate::report::{facts, words};
use crate::survey::key::Key;
use crate::survey::state::{Mode, State};
use crate::survey::text;
use crate::text::{clean, plain, told};
use crate::words::Lang;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Line(String),
    End,
    /// Ctrl-C.
    Interrupt,
}

pub(crate) trait Lines {
    fn next(&mut self) -> Input;
}

pub(crate) struct Plain<L, W> {
    input: L,
    output: W,
    /// Whether what is typed shows by itself, with the end of its line.
    echoes: bool,
    /// How wide the terminal is; none where there is no terminal.
    columns: fn() -> Option<usize>,
}

impl<L: Lines, W: Write> Plain<L, W> {
    /// Reads from `input` and writes to `output`. `echoes` says that a terminal shows what is typed, and `columns` how wide the
    /// one is that shows the output.
    pub(crate) fn new(input: L, output: W, echoes: bool, columns: fn() -> Option<usize>) -> Self {
        Self { input, output, echoes, columns }
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        match (self.columns)() {
            Some(columns) => writeln!(self.output, "{}", told(text, columns)),
            None => writeln!(self.output, "{text}"),
        }
    }

    fn prompt(&mut self) -> io::Result<Input> {
        write!(self.output, "> ")?;
        self.output.flush()?;
        let input = self.input.next();
        // Otherwise nobody has ended the line.
        if !(self.echoes && matches!(input, Input::Line(_))) {
            writeln!(self.output)?;
        }
        Ok(match input {
            Input::Line(line) => Input::Line(clean(line.trim()).into_owned()),
            input => input,
        })
    }

    fn fact(&mut self, session: &Session<'_>, lang: Lang, at: usize) -> io::Result<()> {
        let (state, fact) = (&session.state, &session.definition.profile[at]);
        self.say("")?;
        if at == 0 {
            self.say(facts::what_for(lang))?;
        }
        self.say(&text::fact_progress(lang, at + 1, state.facts().len()))?;
        self.say(&fact.text)?;
        for (position, option) in fact.options.iter().enumerate() {
            self.say(&format!("{}: {}", position + 1, option.text))?;
        }
        self.say(&format!("n: {}", text::not_told(lang)))?;
        if fact.many {
            self.say(prompts::several_plain(lang))?;
        }
        let told: Vec<String> = state.profile.told(at).map(|option| (option + 1).to_string()).collect();
        if told.is_empty() {
            let assumed = fact.assume.as_ref().and_then(|id| fact.options.iter().find(|option| option.id == *id));
            return self.say(&text::untold(lang, assumed.map(|option| option.text.as_str())));
        }
        self.say(&prompts::present(lang, &told.join(" ")))
    }

    fn question(&mut self, session: &Session<'_>, lang: Lang, new_criterion: bool) -> io::Result<()> {
        let state = &session.state;
        let Some((criterion, question)) = session.definition.question(session.state.at) else { return Ok(()) };
        self.say("")?;
        if new_criterion {
            self.say(&prompts::criterion(lang, &session.definition.heading(criterion)))?;
        }
        let at = session.definition.questions().nth(state.at).map_or(0, |(criterion, _)| criterion);
        self.say(&text::progress(lang, at + 1, session.definition.criteria.len(), state.at + 1, state.answers.len()))?;
        self.say(&question.text)?;
        for (position, option) in question.options.iter().enumerate() {
            self.say(&format!("{}: {}", position + 1, option.text))?;
        }
        if question.not_applicable.is_allowed() {
            self.say(&format!("n: {}", text::not_applicable(lang, question)))?;
        }
        let shown = |answers: &[Answer]| show(answers.get(state.at).copied().unwrap_or_default(), lang);
        if let Some(answer) = shown(&state.earlier) {
            self.say(&prompts::earlier(lang, &answer))?;
        }
        if let Some(answer) = shown(&state.answers) {
            self.say(&prompts::present(lang, &answer))?;
        }
        if let Some(note) = state.notes.get(state.at).and_then(Option::as_ref) {
            self.say(&text::note(lang, &note.replace('\n', " ")))?;
        }
        Ok(())
    }

    fn how_to_answer(&mut self, session: &Session<'_>, lang: Lang) -> io::Result<()> {
        let how = words::how_to_answer(lang, session.definition.respondents.as_deref());
        how.iter().try_for_each(|text| self.say(text))
    }

    fn help(&mut self, session: &Session<'_>, lang: Lang) -> io::Result<()> {
        if let Some(fact) = session.state.fact.map(|fact| &session.definition.profile[fact]) {
            if let Some(help) = &fact.help {
                self.say(&format!("{}: {}", text::what_counts(lang), plain(help)))?;
            }
            let keys = if fact.many { prompts::plain_facts_keys } else { prompts::plain_fact_keys };
            return self.say(&keys(lang, fact.options.len()));
        }
        let Some((criterion, question)) = session.definition.question(session.state.at) else { return Ok(()) };
        self.how_to_answer(session, lang)?;
        if let Some(help) = &question.help {
            self.say(&format!("{}: {}", text::what_to_look_for(lang), plain(help)))?;
        }
        self.say(&format!("{}: {}", text::about_criterion(lang, &criterion.name), plain(&criterion.description)))?;
        let not_applicable =
            if question.not_applicable.is_allowed() { prompts::may_be_not_applicable(lang) } else { "" };
        self.say(&prompts::plain_keys(lang, question.options.len(), not_applicable))?;
        if session.has_languages() {
            self.say(prompts::plain_language(lang))?;
        }
        if session.definition.profile.is_empty() { Ok(()) } else { self.say(prompts::plain_profile(lang)) }
    }

    fn open_list(&mut self, state: &State, lang: Lang) -> io::Result<()> {
        let open = (0..state.answers.len()).filter(|at| state.is_open(*at)).map(|at| (at + 1).to_string());
        let open: Vec<String> = open.collect();
        if open.is_empty() {
            return self.say(prompts::none_open(lang));
        }
        self.say(&prompts::open_list(lang, &open.join(crate::words::report_terms::comma(lang))))
    }
}

impl<L: Lines, W: Write> Shell for Plain<L, W> {
    fn ask(&mut self) -> &mut dyn Ask {
        self
    }

    fn survey(&mut self, session: &mut Session<'_>) -> io::Result<End> {
        let mut lang = session.lang;
        self.say(&session.definition.title)?;
        self.how_to_answer(session, lang)?;
        self.say(prompts::plain_intro(lang))?;
        let mut shown: Option<(Option<usize>, usize, Mode)> = None;
        loop {
            if session.lang != lang {
                // The question once more, in the other language.
                (lang, shown) = (session.lang, None);
            }
            let here = (session.state.fact, session.state.at, session.state.mode.clone());
            if shown.as_ref() != Some(&here) {
                if let Some((score, level)) = session.live() {
                    self.say(&text::live(lang, &score, &level))?;
                }
                if matches!(session.state.mode, Mode::Review(_)) {
                    let open = session.state.open();
                    self.say("")?;
                    match open {
                        0 => self.say(prompts::plain_end(lang))?,
                        open => self.say(&prompts::plain_end_with_open(lang, open))?,
                    }
                } else if let Some(fact) = session.state.fact {
                    self.fact(session, lang, fact)?;
                } else {
                    let criterion = |at: usize| session.definition.questions().nth(at).map(|(criterion, _)| criterion);
                    let before =
                        shown.as_ref().filter(|(fact, ..)| fact.is_none()).and_then(|(_, at, _)| criterion(*at));
                    self.question(session, lang, before != criterion(session.state.at))?;
                }
                shown = Some(here);
            }
            let (keys, ended) = match self.prompt()? {
                Input::Interrupt => (vec![Key::Interrupt], true),
                Input::End => (vec![Key::Char('q')], true),
                Input::Line(line) => match command(&line, &session.state) {
                    Command::Keys(keys) => (keys, false),
                    Command::Help => {
                        self.help(session, lang)?;
                        continue;
                    }
                    Command::List => {
                        self.open_list(&session.state, lang)?;
                        continue;
                    }
                    Command::Unknown => {
                        self.say(&prompts::unknown(lang, &line))?;
                        continue;
                    }
                },
            };
            let notes = session.state.notes.clone();
            let mut turn = Turn::On;
            for key in keys {
                turn = match session.press(&key) {
                    Turn::On => turn,
                    later => later,
                };
            }
            if session.state.notes != notes {
                let note = session.state.notes.get(session.state.at).and_then(Option::as_deref);
                self.say(&text::note(lang, &note.unwrap_or_default().replace('\n', " ")))?;
            }
            if let Some(message) = session.state.message {
                self.say(&text::message(lang, message))?;
            }
            if let Some(path) = session.take_aside() {
                self.say(&prompts::changed(lang, path.display()))?;
            }
            if (turn == Turn::Unsaved || matches!(turn, Turn::Ended(_))) && session.unsaved.is_some() && !ended {
                relocate(self, session, lang)?;
            }
            if let Turn::Ended(end) = turn {
                return Ok(end);
            }
        }
    }
}

impl<L: Lines, W: Write> Ask for Plain<L, W> {
    fn choose(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize> {
        loop {
            self.say(prompt)?;
            for (at, item) in items.iter().enumerate() {
                self.say(&format!("{}: {item}", at + 1))?;
            }
            match self.prompt()? {
                Input::Line(line) => match line.parse::<usize>() {
                    Ok(position) if (1..=items.len()).contains(&position) => return Ok(position - 1),
                    _ => {}
                },
                Input::End => return Err(io::ErrorKind::UnexpectedEof.into()),
                Input::Interrupt => return Err(io::ErrorKind::Interrupted.into()),
            }
        }
    }

    fn line(&mut self, prompt: &str, default: &str) -> io::Result<String> {
        let default_shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        self.say(&format!("{prompt}{default_shown}"))?;
        match self.prompt()? {
            Input::Line(line) if line.is_empty() => Ok(default.to_owned()),
            Input::Line(line) => Ok(line),
            Input::End => Err(io::ErrorKind::UnexpectedEof.into()),
            Input::Interrupt => Err(io::ErrorKind::Interrupted.into()),
        }
    }

    /// What comes from a pipe was written before, and is no name of a file.
    fn is_somebody(&self) -> bool {
        self.echoes
    }

    fn comes_before_screens(&self) -> bool {
        false
    }

    fn tell(&mut self, text: &str) -> io::Result<()> {
        self.say(&clean(text))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Command {
    Keys(Vec<Key>),
    Help,
    List,
    Unknown,
}

fn command(line: &str, state: &State) -> Command {
    use unicode_normalization::UnicodeNormalization as _;
    let reviewing = matches!(state.mode, Mode::Review(_));
    // The note keeps its width and case; what is a command may come from a Japanese keyboard.
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let word: String = word.nfkc().collect::<String>().to_lowercase();
    let rest = rest.trim();
    let number: Option<usize> = rest.nfkc().collect::<String>().parse().ok();
    let key = |key| Command::Keys(vec![key]);
    match (word.as_str(), rest) {
        ("", "") if reviewing => Command::List,
        ("", "") if state.fact.is_some() => key(Key::Right),
        ("", "") => key(if state.row_is_proposed() { Key::Enter } else { Key::Char('s') }),
        ("?" | "h" | "help", "") => Command::Help,
        ("l", "") => Command::List,
        ("lang" | "言語", "") => key(Key::Char('l')),
        ("q", "") => key(Key::Char('q')),
        ("b", "") => key(Key::Left),
        ("p", "") if !state.facts().is_empty() => key(Key::Char('p')),
        ("f", "") if reviewing => key(Key::Char('f')),
        ("g", _) if number.is_some() => key(Key::Go(number.unwrap_or_default())),
        _ if reviewing => Command::Unknown,
        ("s", "") => key(Key::Right),
        _ if state.is_many() => several(line, state),
        ("m", note) if !note.is_empty() && state.fact.is_none() => {
            let length = state.notes.get(state.at).and_then(Option::as_ref).map_or(0, |note| note.chars().count());
            let mut keys = vec![Key::Char('m')];
            keys.extend(std::iter::repeat_n(Key::Backspace, length));
            keys.extend([Key::Paste(if note == "-" { String::new() } else { note.to_owned() }), Key::Enter]);
            Command::Keys(keys)
        }
        ("n" | "0", "") => key(Key::Char('n')),
        (word, "") => match word.parse::<usize>() {
            Ok(position) => key(Key::Choose(position)),
            Err(_) if is_not_applicable(word) => key(Key::Char('n')),
            Err(_) => Command::Unknown,
        },
        _ => Command::Unknown,
    }
}

/// The options of a fact that a line says hold, and no others; then on to what comes next.
fn several(line: &str, state: &State) -> Command {
    use unicode_normalization::UnicodeNormalization as _;
    let line: String = line.nfkc().collect::<String>().to_lowercase();
    if ["n", "0"].contains(&line.as_str()) {
        return Command::Keys(vec![Key::Char('n')]);
    }
    let words = line.split([' ', ',', ';', '、']).filter(|word| !word.is_empty());
    let Ok(wanted) = words.map(str::parse::<usize>).collect::<Result<Vec<_>, _>>() else { return Command::Unknown };
    if let Some(wrong) = wanted.iter().find(|position| !(1..=state.options()).contains(*position)) {
        return Command::Keys(vec![Key::Choose(*wrong)]);
    }
    let fact = state.fact.expect("several hold of a fact");
    let told: Vec<usize> = state.profile.told(fact).map(|option| option + 1).collect();
    let differs = (1..=state.options()).filter(|position| told.contains(position) != wanted.contains(position));
    Command::Keys(differs.map(Key::Choose).chain([Key::Right]).collect())
}

fn show(answer: Answer, lang: Lang) -> Option<String> {
    match answer {
        Answer::Unanswered => None,
        Answer::NotApplicable => Some(text::does_not_apply(lang).to_owned()),
        Answer::Option(option) => Some((usize::from(option) + 1).to_string()),
    }
}
