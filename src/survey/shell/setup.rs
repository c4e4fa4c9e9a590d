//! Before and after the questions: which language, which file, whose answers; and where they go in the end.
//!
//! Everything is asked through [`Ask`], and nothing is asked that an option has answered.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ask::Ask;
use super::draft::{self, Draft, Unavailable};
use super::drafts::{self, Known, are_alike};
use super::options::{Existing, Failure, Options};
use super::prompts;
use super::session::{Session, Written};
use crate::answers::{self, AnswerSet, OtherVersion, OwnPlan};
use crate::definition::{Definition, Profile};
use crate::diagnostic::{Finding, Severity, Source};
use crate::report::words;
use crate::store::folder_of;
use crate::survey::state::State;
use crate::text::{clean, system};
use crate::words::{Lang, will_do};

/// Where the definition stands that is asked: in the language that is wanted, or else in its own; where none is wanted, in
/// the one that the respondent chooses.
pub(super) fn definition(options: &Options, ask: &mut dyn Ask) -> io::Result<usize> {
    let definitions = &options.definitions;
    if let Some(wanted) = &options.language {
        let is_wanted = |definition: &Definition| will_do(&definition.language, wanted);
        return Ok(definitions.iter().position(is_wanted).unwrap_or_default());
    }
    if definitions.len() <= 1 {
        return Ok(0);
    }
    let own = |tag: &str| Lang::ALL.iter().find(|lang| lang.tag() == tag).map(|lang| lang.name());
    let names: Vec<&str> = definitions.iter().map(|of| own(&of.language).unwrap_or(&of.language)).collect();
    ask.choose(prompts::language(Lang::default()), &names)
}

/// The language of what the survey itself says: that of the assessment if it speaks it, save where another is wanted.
pub(super) fn language(options: &Options, definition: &Definition) -> Lang {
    Lang::from_tag(options.language.as_ref().unwrap_or(&definition.language))
}

/// Opens the file, asks what must be asked, and begins.
pub(super) fn begin<'a>(
    options: &'a Options,
    at: usize,
    lang: Lang,
    ask: &mut dyn Ask,
) -> Result<Session<'a>, Failure> {
    let definition = &options.definitions[at];
    let mut organisation = options.organisation.clone().or_else(|| earlier(options, "organisation"));
    if options.output.is_none() && organisation.is_none() {
        if ask.comes_before_screens() {
            let how = words::how_to_answer(lang, definition.respondents.as_deref());
            how.iter().try_for_each(|text| ask.tell(text))?;
        }
        organisation = Some(ask.line(prompts::organisation(lang), "")?);
    }
    let mut draft = open(options, definition, organisation.as_deref(), lang, ask)?;
    let resumed = match &mut draft {
        Some(draft) => existing(options, definition, draft, lang, ask)?,
        None => None,
    };
    let (mut set, written) = match resumed {
        Some((set, written)) => (set, Some(written)),
        None => {
            say_alike(options, definition, organisation.as_deref(), lang, ask)?;
            (new_set(options, organisation, lang, ask)?, None)
        }
    };
    for (key, value) in [("organisation", &options.organisation), ("respondent", &options.respondent)] {
        // Answers that are gone on with stay whose they are.
        if let Some(value) = value
            && (written.is_none() || set.metadata(key).is_none())
        {
            put(&mut set.metadata, key, value);
        }
    }
    // What was not asked then was not answered n/a.
    let asked =
        |set: &AnswerSet| State::new(definition, set.profile.clone(), set.answers.clone(), vec![], vec![]).answers;
    let earlier = options.from.as_ref().map_or(Vec::new(), asked);
    Ok(Session::new((&options.definitions, at, lang), set, earlier, (draft, written), options.live))
}

/// Says which drafts may be those of an organisation for which there is none.
fn say_alike(
    options: &Options,
    definition: &Definition,
    organisation: Option<&str>,
    lang: Lang,
    ask: &mut dyn Ask,
) -> io::Result<()> {
    let folder = options.drafts.clone().or_else(draft::folder).filter(|_| options.output.is_none());
    let (Some(folder), Some(wanted)) = (folder, organisation) else { return Ok(()) };
    let of_this = |known: &Known| known.assessment.as_ref() == Some(&definition.id);
    let names = drafts::all(&folder).into_iter().filter(of_this).filter_map(|known| known.organisation);
    let mut alike = names.filter(|name| are_alike(name, wanted));
    alike.try_for_each(|name| ask.tell(&prompts::alike(lang, &name, wanted)))
}

/// The draft: the file that was named, or the one that belongs to the organisation.
fn open(
    options: &Options,
    definition: &Definition,
    organisation: Option<&str>,
    lang: Lang,
    ask: &mut dyn Ask,
) -> Result<Option<Draft>, Failure> {
    let folder = || options.drafts.clone().or_else(draft::folder);
    let path = match &options.output {
        Some(path) => path.clone(),
        None => match folder() {
            Some(folder) => draft::find(&folder, &definition.id, organisation),
            None => {
                ask.tell(prompts::no_place(lang))?;
                return elsewhere(lang, ask).map_err(Failure::from);
            }
        },
    };
    if options.output.is_none() && options.is_taken.is_some_and(|is_taken| is_taken(&path)) {
        ask.tell(&prompts::is_taken(lang, path.display()))?;
        return Ok(elsewhere(lang, ask)?);
    }
    match Draft::open(&path) {
        Ok(draft) => Ok(Some(draft)),
        Err(Unavailable::Busy) => Err(Failure::Busy(path)),
        Err(Unavailable::Io(error)) => {
            ask.tell(&prompts::cannot_save_for(lang, &path, &error))?;
            Ok(elsewhere(lang, ask)?)
        }
    }
}

/// Another file, until one can be opened; none if the respondent wants none, or nobody is there.
fn elsewhere(lang: Lang, ask: &mut dyn Ask) -> io::Result<Option<Draft>> {
    while ask.is_somebody() {
        let path = ask.line(prompts::another_place(lang), "")?;
        if path.trim().is_empty() {
            return Ok(None);
        }
        let Some(path) = typed_path(&path, lang, ask)? else { continue };
        if draft::exists(&path) {
            ask.tell(&prompts::exists(lang, path.display()))?;
            continue;
        }
        if let Some(draft) = open_or_tell(&path, lang, ask)? {
            return Ok(Some(draft));
        }
    }
    Ok(None)
}

/// The draft in a file that the respondent names; where it cannot be opened, they are told why.
fn open_or_tell(path: &Path, lang: Lang, ask: &mut dyn Ask) -> io::Result<Option<Draft>> {
    let there = folder_of(path).is_dir();
    let draft = if there { Draft::open(path) } else { Err(Unavailable::Io(io::ErrorKind::NotFound.into())) };
    let why = match draft {
        Ok(draft) => return Ok(Some(draft)),
        Err(Unavailable::Busy) => prompts::busy(lang, path.display()),
        Err(Unavailable::Io(error)) => prompts::cannot_save_for(lang, path, &error),
    };
    ask.tell(&why).map(|()| None)
}

/// A path as people type it: `~` is their home, and a name without an ending is that of a TOML file. One whose ending
/// promises something else is none, and they are told so.
fn typed_path(typed: &str, lang: Lang, ask: &mut dyn Ask) -> io::Result<Option<PathBuf>> {
    let path = with_ending(typed);
    let ending = path.extension().unwrap_or_default();
    if !["toml", "txt"].iter().any(|own| ending.eq_ignore_ascii_case(own)) {
        return ask.tell(&prompts::other_ending(lang, &ending.display().to_string())).map(|()| None);
    }
    Ok(Some(path))
}

fn with_ending(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let home = typed.strip_prefix("~/").and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest)));
    let path = home.unwrap_or_else(|| PathBuf::from(typed));
    if path.extension().is_none() { path.with_extension("toml") } else { path }
}

/// Offers another place for answers that could not be written.
pub(super) fn relocate(ask: &mut dyn Ask, session: &mut Session<'_>, lang: Lang) -> io::Result<()> {
    while let Some(error) = &session.unsaved {
        // Whoever is typing answers must not find them in the name of a file.
        ask.discard_typed();
        match session.path() {
            Some(path) => ask.tell(&prompts::cannot_save_for(lang, path, error))?,
            None => ask.tell(prompts::nowhere(lang))?,
        }
        match elsewhere(lang, ask)? {
            Some(draft) => session.move_to(draft),
            None => break,
        }
    }
    Ok(())
}

/// The answers in the draft, if there are some and the respondent goes on with them.
fn existing(
    options: &Options,
    definition: &Definition,
    draft: &mut Draft,
    lang: Lang,
    ask: &mut dyn Ask,
) -> Result<Option<(AnswerSet, Written)>, Failure> {
    let text = draft.load().map_err(|error| Failure::Unreadable(draft.path().to_owned(), system(&error)))?;
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Ok(None) };
    let found = read(&text, definition, options.other_version, draft.path());
    let state = |set: &AnswerSet| State::new(definition, set.profile.clone(), set.answers.clone(), vec![], vec![]);
    let told = |set: &AnswerSet| (0..definition.profile.len()).any(|fact| set.profile.is_told(fact));
    let begun = found.as_ref().is_ok_and(|set| told(set) || state(set).answered() > 0);
    let existing = match (options.existing, &found) {
        (Some(Existing::Resume), Err(why)) => {
            return Err(Failure::Unreadable(draft.path().to_owned(), why.clone()));
        }
        (Some(existing), _) => existing,
        // Nothing would be lost by going on.
        (None, Ok(_)) if !begun => Existing::Resume,
        (None, Ok(set)) => {
            let state = state(set);
            let items = [prompts::resume(lang), prompts::start_afresh(lang)];
            match ask.choose(&prompts::found(lang, state.answered(), state.asked()), &items)? {
                0 => Existing::Resume,
                _ => Existing::Fresh,
            }
        }
        (None, Err(why)) => {
            ask.tell(why)?;
            let items = [prompts::keep(lang), prompts::replace(lang)];
            match ask.choose(&prompts::unusable(lang, draft.path().display()), &items)? {
                0 => return Err(Failure::Declined(draft.path().to_owned())),
                _ => Existing::Fresh,
            }
        }
    };
    if existing == Existing::Resume {
        return Ok(found.ok().map(|set| (set, Written { text, other: options.other_version })));
    }
    let aside = draft.set_aside().map_err(|error| Failure::Unreadable(draft.path().to_owned(), system(&error)))?;
    ask.tell(&prompts::set_aside(lang, aside.display()))?;
    Ok(None)
}

/// The answers in `text`, or the first reason why they cannot be read.
fn read(text: &str, definition: &Definition, other: OtherVersion, path: &Path) -> Result<AnswerSet, String> {
    let source = Arc::new(Source::new(&path.display().to_string(), text));
    let first = |findings: Vec<Finding>| {
        let error = findings.into_iter().find(|finding| finding.severity == Severity::Deny);
        error.map_or(String::new(), |error| {
            format!("{}:{}: {}", source.name(), error.position().line, answers::in_a_line(&error))
        })
    };
    let document = answers::parse(&source).map_err(first)?;
    if answers::assessment_of(&document) != Some(definition.id.as_str()) {
        return Err(format!("{}: assessment != {}", source.name(), definition.id));
    }
    answers::load_begun(&document, definition, other).map_err(first)
}

fn new_set(
    options: &Options,
    organisation: Option<String>,
    lang: Lang,
    ask: &mut dyn Ask,
) -> Result<AnswerSet, Failure> {
    let organisation = match organisation {
        Some(organisation) => organisation,
        None => ask.line(prompts::organisation(lang), "")?,
    };
    let respondent = match &options.respondent {
        Some(respondent) => respondent.clone(),
        None => {
            let default = earlier(options, "respondent").unwrap_or_default();
            ask.line(prompts::respondent(lang), &default)?
        }
    };
    let mut metadata = options.from.as_ref().map_or(Vec::new(), |set| set.metadata.clone());
    let values =
        [("organisation", organisation.as_str()), ("respondent", respondent.as_str()), ("date", &options.date)];
    for (key, value) in values {
        put(&mut metadata, key, value);
    }
    let actions = options.from.as_ref().map_or(OwnPlan::default(), |set| set.actions.clone());
    let profile = options.from.as_ref().map_or(Profile::default(), |set| set.profile.clone());
    Ok(AnswerSet { metadata, profile, answers: Vec::new(), notes: Vec::new(), actions })
}

fn earlier(options: &Options, key: &str) -> Option<String> {
    options.from.as_ref()?.metadata(key).map(str::to_owned)
}

/// Sets `key`, as a file that is read would have it; an empty value removes it.
fn put(metadata: &mut Vec<(String, String)>, key: &str, value: &str) {
    let value = clean(value).split_whitespace().collect::<Vec<_>>().join(" ");
    match metadata.iter_mut().find(|(name, _)| name == key) {
        _ if value.is_empty() => metadata.retain(|(name, _)| name != key),
        Some((_, old)) => *old = value,
        None => metadata.push((key.to_owned(), value)),
    }
}

/// Puts a finished survey where the respondent wants it, unless that was said before, and gives that path.
pub(super) fn deliver(
    options: &Options,
    session: &mut Session<'_>,
    lang: Lang,
    ask: &mut dyn Ask,
) -> io::Result<Option<PathBuf>> {
    if session.unsaved.is_some() {
        return Ok(None);
    }
    if options.output.is_some() {
        return Ok(session.path().map(Path::to_owned));
    }
    let suggestion = format!("{}-{}.toml", session.definition.id, options.date);
    loop {
        let path = match ask.line(prompts::save_as(lang), &suggestion) {
            // Nobody is there to say: the answers stay where they are.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                return Ok(session.path().map(Path::to_owned));
            }
            path => path?,
        };
        let Some(path) = typed_path(&path, lang, ask)? else { continue };
        if options.is_taken.is_some_and(|is_taken| is_taken(&path)) {
            ask.tell(&prompts::is_taken(lang, path.display()))?;
            continue;
        }
        let exists = draft::exists(&path);
        if exists {
            let items = [prompts::rename(lang), prompts::replace(lang)];
            if ask.choose(&prompts::exists(lang, path.display()), &items)? == 0 {
                continue;
            }
        }
        let Some(draft) = open_or_tell(&path, lang, ask)? else { continue };
        if exists {
            match draft.set_aside() {
                Ok(aside) => ask.tell(&prompts::set_aside(lang, aside.display()))?,
                Err(error) => {
                    ask.tell(&prompts::cannot_save_for(lang, &path, &error))?;
                    continue;
                }
            }
        }
        let before = session.take_draft();
        session.move_to(draft);
        match (&session.unsaved, before) {
            (None, before) => {
                // Should the old draft stay, it is only offered once more.
                let _ = before.map(Draft::remove);
                return Ok(Some(path));
            }
            (Some(error), before) => {
                ask.tell(&prompts::cannot_save_for(lang, &path, error))?;
                if let Some(before) = before {
                    session.move_to(before);
                }
            }
        }
    }
}
