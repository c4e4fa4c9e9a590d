//! Which headers stand for a question, or for a fact: its id, or its text in any language of the assessment, as it stands or
//! with what forms put around it. What fits two is none.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use memchr::memmem::Finder;

use super::around::{self, coded, cut, in_two, is_code, letters, only_letters, parts, unspaced, untagged};
use super::asked::{is_said, without_asking};
use super::codes;
use super::likeness::{loose, plain, straight};
use super::meaning::{Around, Why};
use super::names::{names, without};
use super::neutral::telling;
use super::otherwise;
use super::range;
use crate::definition::{Definition, Rename};

/// The place of what a text stands for, and why; none where it stands for two.
pub(super) type Known = Option<(usize, Why)>;

/// How long the beginning of a text must be to stand for it, and how long to be doubtful.
const CUT: usize = 20;
const DOUBTFUL: usize = 8;
/// What stands between the names of groups and a question, and what may stand there.
const PATH: [&str; 1] = ["/"];
const BEFORE: [&str; 6] = [">>", " > ", "::", " | ", ": ", " - "];
/// What Qualtrics writes behind a question of which an option takes a text.
const SELECTED: &str = " - selected choice";
const BEFORE_IDS: [&str; 3] = ["-", ".", ":"];

/// Finds things of one kind by header.
#[derive(Clone, Debug)]
pub(super) struct Headers {
    ids: Vec<String>,
    /// By id or text, folded.
    words: HashMap<String, Known>,
    /// The same without what forms add.
    loose: HashMap<String, Known>,
    /// By the letters and digits of texts.
    letters: HashMap<String, Known>,
    /// The texts in each language, and its name; and their letters in two languages, one behind the other, which few tables ask for.
    languages: Vec<(String, Vec<String>)>,
    both: OnceLock<HashMap<String, Known>>,
    /// The keys of `loose` that are texts.
    texts: Vec<(String, usize, Why)>,
    /// All that is looked for, without what forms add, and what finds it in texts that are as long.
    keys: Vec<(String, OnceLock<Finder<'static>>)>,
    /// What the assessment and its criteria are called, the longest first.
    names: Vec<String>,
    /// What the assessment itself says below its questions; and folded, which few tables ask for.
    helps: Vec<String>,
    folded_helps: OnceLock<HashSet<String>>,
    /// Whether ids are words of their own, which are found behind others.
    telling_ids: bool,
}

/// What a header stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) at: usize,
    pub(super) why: Why,
    pub(super) around: Option<Around>,
}

/// What a header stands for if others do not say otherwise: what stands before it may ask for something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) found: Found,
    /// What stands before, and whether the row stands in brackets behind it.
    pub(super) stem: String,
    pub(super) bracket: bool,
    pub(super) says: Says,
}

/// What stands before a question says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Nothing but what forms put over any questions, or the names of the assessment.
    Heading,
    /// Something else is asked.
    Otherwise,
    /// These words, of which it is not known what they ask.
    Unknown(Vec<String>),
}

impl Headers {
    /// Of an assessment, which is given once in each language; `items` are its things of this kind, an id and a text
    /// each, and `renames` what some were called.
    pub(super) fn new<'a>(
        languages: &'a [Definition],
        telling_ids: bool,
        renames: impl Fn(&'a Definition) -> &'a [Rename],
        items: impl Fn(&'a Definition) -> Vec<(&'a String, &'a String)>,
    ) -> Self {
        let mut words = HashMap::new();
        for definition in languages {
            for (at, (_, text)) in items(definition).into_iter().enumerate() {
                know(&mut words, plain(text), (at, Why::Text(definition.language.clone())));
            }
        }
        let (mut relaxed, mut by_letters, mut texts) = (HashMap::new(), HashMap::new(), Vec::new());
        words.iter().for_each(|(text, known)| match known {
            Some((at, why)) => {
                let text_alone = loose(text);
                know(&mut relaxed, text_alone.clone(), (*at, why.clone()));
                know(&mut by_letters, only_letters(text), (*at, why.clone()));
                texts.push((text_alone, *at, why.clone()));
            }
            None => {
                relaxed.insert(loose(text), None);
                by_letters.insert(only_letters(text), None);
            }
        });
        texts.sort_by(|one, other| one.0.cmp(&other.0));
        let ids = languages.first().into_iter().flat_map(&items).map(|(id, _)| id.clone());
        let ids: Vec<String> = ids.collect();
        let renames = languages.first().map_or(&[][..], renames);
        let earlier = renames.iter().filter_map(|rename| {
            let now = Rename::now(renames, &rename.from);
            Some((ids.iter().position(|id| id == now)?, &rename.from))
        });
        for (at, id) in earlier.chain(ids.iter().enumerate()) {
            let folded = plain(id);
            know(&mut relaxed, loose(&folded), (at, Why::Id));
            // What programs make of it that take a minus for an operator.
            for sign in ["_", " ", ".", ""] {
                know(&mut relaxed, folded.replace('-', sign), (at, Why::Id));
            }
            words.insert(folded, Some((at, Why::Id)));
            codes::names(id).iter().for_each(|name| know(&mut relaxed, plain(name), (at, Why::Id)));
        }
        words.remove("");
        relaxed.remove("");
        let keys = relaxed.keys().map(|key| (key.clone(), OnceLock::new())).collect();
        by_letters.retain(|text, _| around::length(text) >= CUT);
        let texts_of = |of: &'a Definition| {
            (of.language.clone(), items(of).into_iter().map(|(_, text)| text.clone()).collect::<Vec<_>>())
        };
        let in_languages = languages.iter().map(texts_of).collect();
        let helps = languages.iter().flat_map(|definition| definition.questions());
        let helps = helps.filter_map(|(_, question)| question.help.clone()).collect();
        let names = names(languages);
        Self {
            ids,
            words,
            loose: relaxed,
            letters: by_letters,
            languages: in_languages,
            both: OnceLock::new(),
            texts,
            keys,
            names,
            helps,
            folded_helps: OnceLock::new(),
            telling_ids,
        }
    }

    /// What a text says that stands before a question.
    fn says(&self, before: &str) -> Says {
        // Names of groups have underscores for spaces.
        let rest = self.without_names(&before.replace('_', " "));
        let words = telling(&rest);
        match words.is_empty() {
            true if otherwise::gives_numbers(&rest) || rest.contains(otherwise::SIGNS) => Says::Otherwise,
            true => Says::Heading,
            false if otherwise::says_more(&rest) => Says::Otherwise,
            false => Says::Unknown(words),
        }
    }

    /// Whether what stands above or below a question makes another one of it.
    pub(super) fn says_more(&self, plain: &str) -> bool {
        self.says(plain) != Says::Heading && otherwise::says_more(&self.without_names(plain))
    }

    fn is_heading(&self, before: &str) -> bool {
        self.says(before) == Says::Heading
    }

    /// Whether help makes another question of that below which it stands. A word alone is no help.
    fn help_says_more(&self, help: &str) -> bool {
        let helps = self.folded_helps.get_or_init(|| self.helps.iter().map(|help| plain(help)).collect());
        if helps.contains(help) {
            return false;
        }
        let rest = self.without_names(help);
        otherwise::says_more(&rest) || (otherwise::is_short(&rest) && !telling(&rest).is_empty())
    }

    /// A text without the names of the assessment and its criteria.
    pub(super) fn without_names(&self, plain: &str) -> String {
        self.names.iter().fold(plain.to_owned(), |text, name| without(&text, name))
    }

    pub(super) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// What a header stands for that is an id or a text and nothing else.
    pub(super) fn as_it_stands(&self, folded: &str) -> Option<Found> {
        let (at, why) = self.words.get(folded)?.clone()?;
        Some(Found { at, why, around: None })
    }

    /// What a header certainly stands for.
    pub(super) fn find(&self, header: &str) -> Option<Found> {
        let folded = plain(header);
        if self.words.contains_key(&folded) {
            return self.as_it_stands(&folded);
        }
        // What a legend says is compared with the numbers.
        let without_legend = || range::behind(&folded).map(|(text, _)| text);
        let name = codes::without_group(&folded).or_else(|| folded.strip_suffix(SELECTED)).or_else(without_legend);
        let name = name.or_else(|| without_asking(&folded));
        if let Some(name) = name {
            return self.find(name);
        }
        let known = self.known(&folded).map(|(at, why)| Found { at, why, around: None });
        known.or_else(|| self.find_within(header, &folded))
    }

    /// Whether there is anything in a header that could be meant. Quick: cells of all kinds are asked about.
    pub(super) fn is_near(&self, header: &str) -> bool {
        let plain = plain(header);
        let text = straight(&plain);
        let finder = |key: &str| Finder::new(key).into_owned();
        let mut keys = self.keys.iter().filter(|(key, _)| key.len() <= text.len());
        keys.any(|(key, found)| found.get_or_init(|| finder(key)).find(text.as_bytes()).is_some())
            || letters(&text).is_some()
            || cut(&text).is_some()
    }

    /// Whether a header could end here, so that what follows is an option.
    pub(super) fn may_end(&self, text: &str) -> bool {
        // Only of a question all options have to be there.
        let text = straight(text.strip_suffix(SELECTED).filter(|_| self.telling_ids).unwrap_or(text));
        let end = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        self.keys.iter().any(|(key, _)| end.ends_with(key.as_str())) || letters(end).is_some() || cut(&text).is_some()
    }

    /// What it stands for without what a form put around it.
    fn find_within(&self, header: &str, folded: &str) -> Option<Found> {
        let of = |around: Around, (at, why): (usize, Why)| Found { at, why, around: Some(around) };
        let markup = untagged(header.trim());
        let lines = markup.trim().split_once(['\n', '\r']);
        if lines.is_some_and(|(_, help)| self.help_says_more(&plain(help))) {
            return None;
        }
        let first = lines.map(|(first, _)| plain(first));
        if let Some(known) = first.as_ref().and_then(|first| self.known(first)) {
            return Some(of(Around::Help, known));
        }
        let texts = || std::iter::once(folded).chain(first.as_deref());
        let coded = texts().filter_map(|text| Some(of(Around::Code, self.behind_code(text)?)));
        let paths = texts().flat_map(|text| parts(text, &PATH)).filter(|(before, _)| self.is_heading(before));
        let paths = paths.filter_map(|(_, behind)| Some(of(Around::Path, self.known(behind)?)));
        let spelled = texts().filter_map(|text| Some(of(Around::Spelling, self.by_letters(text)?)));
        let cut = texts().filter_map(|text| Some(of(Around::Cut, self.by_beginning(text)?)));
        let followed = texts().filter_map(|text| Some(of(Around::Code, self.followed(text)?)));
        only(coded.chain(paths).chain(spelled).chain(cut).chain(followed))
    }

    /// What the last part of a header stands for, where others may say otherwise.
    pub(super) fn row(&self, header: &str) -> Option<Row> {
        let folded = plain(header);
        let row = |before: &str, behind: &str, bracket: bool| {
            let (at, why) = self.known(behind).or_else(|| self.behind_code(behind))?;
            let found = Found { at, why, around: Some(Around::Row) };
            Some(Row { found, stem: before.to_owned(), bracket, says: self.says(before) })
        };
        let bracketed = around::in_brackets(&folded).and_then(|(before, inner)| row(before, inner, true));
        let behind = parts(&folded, &BEFORE).chain(unspaced(&folded)).filter(|(_, behind)| self.tells(behind));
        let ids = parts(&folded, &BEFORE_IDS).filter(|(_, behind)| self.telling_ids && self.is_id(behind));
        let paths = parts(&folded, &PATH).filter(|(before, _)| !self.is_heading(before));
        // A code that is perhaps none of a question: `t1. text`.
        let codes = coded(&folded).filter(|(code, _)| is_code(code));
        let rows = bracketed.into_iter().chain(
            behind.chain(ids).chain(paths).chain(codes).filter_map(|(before, behind)| row(before, behind, false)),
        );
        let rows: Vec<Row> = rows.collect();
        let first = only(rows.iter().map(|row| row.found.clone()))?;
        rows.into_iter().find(|row| row.found == first)
    }

    /// Whether nothing but the whole of `text` may be meant: an id that is any word stands for itself alone.
    fn tells(&self, text: &str) -> bool {
        self.telling_ids || !self.is_id(text)
    }

    fn is_id(&self, text: &str) -> bool {
        self.known(text).is_some_and(|(_, why)| why == Why::Id)
    }

    /// What two texts stand for that are the same in two languages.
    pub(super) fn in_both(&self, folded: &str) -> Option<Found> {
        let both = || {
            let folded = |(_, texts): &(String, Vec<String>)| texts.iter().map(|text| plain(text)).collect();
            let mut both = HashMap::new();
            for (at, text, of) in in_two(&self.languages.iter().map(folded).collect::<Vec<_>>()) {
                know(&mut both, text, (at, Why::Text(self.languages[of].0.clone())));
            }
            both
        };
        let has = self.texts.iter().any(|(text, ..)| folded.contains(text.as_str()));
        let both = has.then(|| self.both.get_or_init(both))?;
        let (at, why) = both.get(&only_letters(&loose(folded))).cloned().flatten()?;
        Some(Found { at, why, around: Some(Around::Both) })
    }

    pub(super) fn known(&self, text: &str) -> Known {
        self.words.get(text).or_else(|| self.loose.get(&loose(text))).cloned().flatten()
    }

    /// A code of a form, or the id of the question itself, before its text. That of another question is a contradiction.
    fn behind_code(&self, text: &str) -> Known {
        let (code, text) = coded(text)?;
        let (at, why) = self.known(text)?;
        let same = match self.known(code) {
            Some((of, _)) => of == at,
            None => is_code(code) && around::counts(code),
        };
        same.then_some((at, why))
    }

    /// A text behind which nothing stands but its own id, its help, a name of the assessment, or words that forms put there.
    fn followed(&self, folded: &str) -> Known {
        let straight = straight(folded);
        let found = self.texts.iter().filter_map(|(text, at, why)| {
            let rest = straight.strip_prefix(text.as_str()).filter(|rest| !rest.starts_with(char::is_alphanumeric))?;
            let is_mark = |c: char| !c.is_alphanumeric();
            let more = rest.trim_matches(is_mark);
            let own = || self.known(more).is_some_and(|(of, why)| of == *at && why == Why::Id);
            let help = || self.helps.iter().any(|help| help.trim_matches(is_mark) == more);
            let tells_nothing = !more.is_empty()
                && !rest.contains(otherwise::SIGNS)
                && (own() || help() || is_said(more) || otherwise::bids(more) || self.is_name(more));
            tells_nothing.then(|| (*at, why.clone()))
        });
        let found: Vec<(usize, Why)> = found.collect();
        found.first().filter(|(at, _)| found.iter().all(|(of, _)| of == at)).cloned()
    }

    /// Whether this is what the assessment or a criterion is called. One word alone may be any.
    fn is_name(&self, text: &str) -> bool {
        self.names.iter().any(|name| name == text && (name.contains(' ') || !name.is_ascii()))
    }

    fn by_letters(&self, text: &str) -> Known {
        let letters = letters(text)?;
        self.letters.get(&letters).cloned().flatten().or_else(|| around::begun(&self.letters, text, &letters))
    }

    fn by_beginning(&self, text: &str) -> Known {
        let begun = loose(cut(text)?);
        let found = self.begins(&begun).next().filter(|_| around::length(&begun) >= CUT)?.clone();
        self.begins(&begun).all(|(_, at, _)| *at == found.1).then_some((found.1, found.2))
    }

    fn begins<'s>(&'s self, begun: &'s str) -> impl Iterator<Item = &'s (String, usize, Why)> {
        self.texts.iter().filter(move |(text, ..)| text.starts_with(begun))
    }

    /// What a header may have to do with, though it certainly stands for nothing: what it begins like, where it is cut, and
    /// whose text or id it has in it.
    pub(super) fn doubtful(&self, header: &str) -> BTreeSet<usize> {
        let folded = plain(header);
        let text = loose(&folded);
        let begun = cut(&folded).map(loose).filter(|begun| around::length(begun) >= DOUBTFUL);
        let begun = begun.or(Some(text).filter(|text| around::length(text) >= CUT));
        let begins = begun.iter().flat_map(|begun| self.begins(begun));
        let within = self.texts.iter().filter(|(text, ..)| folded.contains(text) && around::length(text) >= CUT);
        let spelled = letters(&folded).filter(|letters| around::length(letters) >= CUT);
        let spelled = around::beginning(&self.letters, spelled.as_deref()).flatten().map(|(at, _)| *at);
        let words = in_words(&folded);
        // One word alone may be any.
        let several = self.ids.iter().enumerate().filter(|(_, id)| id.len() < words.len() && id.contains('-'));
        let ids = several.filter(|(_, id)| words.contains(&in_words(id)));
        begins.chain(within).map(|(_, at, _)| *at).chain(ids.map(|(at, _)| at)).chain(spelled).collect()
    }
}

/// A text as words with a space around each.
fn in_words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |text, word| text + word + " ")
}

/// The one thing that all of these are.
fn only(mut found: impl Iterator<Item = Found>) -> Option<Found> {
    let first = found.next()?;
    found.all(|other| other.at == first.at).then_some(first)
}

/// Adds what a text stands for; none once it stands for two.
fn know(words: &mut HashMap<String, Known>, text: String, (at, why): (usize, Why)) {
    words.entry(text).and_modify(|known| *known = known.take().filter(|(of, _)| *of == at)).or_insert(Some((at, why)));
}
