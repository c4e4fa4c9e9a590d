//! `hidden-character`: looks in every text and reference for what nobody sees or what is another letter than it looks like,
//! in every language, and in comments for what turns the direction of writing.

use std::ops::Range;

use crate::check::{Text, Texts};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::{foreign_letter, harmful_in, is_latin};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "hidden-character",
    group: Group::Correctness,
    summary: "A file holds a character that is not seen, or that is not what it looks like.",
    why: "Whoever reads the file reads something else than what is there: a bidirectional control makes the words behind \
          it appear in another order, and a space without width parts what looks like one word. Such characters are \
          replaced by U+FFFD wherever a text is shown; only marks of direction stay in a text from right to left. A U+FFFD \
          that stands there already is what a conversion has lost, as `â€™` is what one has made of `’`, `繧ｫ` of `カ`, and `???` of whatever had no place. A letter of another \
          script in a word, such as a Cyrillic `е`, looks right, and an answer that was typed never matches it.",
    bad: r#"title = "Small \u202e model""#,
    good: r#"title = "Small model""#,
};

/// What stands for a character that was hidden, or lost.
const REPLACED: char = '\u{fffd}';
/// Letters and signs that show nothing.
const BLANK: [char; 5] = ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}'];
/// The most places outside of texts that are named.
const MOST: usize = 5;

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    let all = || texts.list.iter().chain(&texts.references);
    for text in all() {
        if text.text.contains(REPLACED) {
            hidden(text, findings);
        } else if !text.text.is_ascii() {
            disguised(text, findings);
        }
        if let Some(marks) = lost(text.text) {
            findings.add(&RULE, text.span(), say::lost_as_marks(marks)).help(say::write_what_was_meant());
        }
    }
    let spans: Vec<Range<usize>> = all().map(Text::span).collect();
    let source = findings.source().clone();
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let turns = source.text().char_indices().filter(|(at, c)| turns(c) && !spans.iter().any(|span| span.contains(at)));
    for (at, c) in turns.take(MOST) {
        let span = at..at + c.len_utf8();
        let finding = findings.add(&RULE, span.clone(), say::line_with_unseen(c.into()));
        finding.help(say::take_away_turning()).fix(span, "");
    }
}

/// Says what of a text was hidden, or lost.
fn hidden(text: &Text<'_>, findings: &mut Findings) {
    let span = text.span();
    let written = findings.source().text().get(span.clone()).unwrap_or_default().to_owned();
    let harmful = harmful_in(&written);
    let hidden = |c: char| harmful(c) && c != '\r';
    let finding = if let Some(c) = written.chars().find(|c| hidden(*c)) {
        let finding = findings.add(&RULE, span.clone(), say::text_with_unseen(c.into()));
        finding.fix(span, written.replace(hidden, ""))
    } else if written.contains(REPLACED) {
        findings.add(&RULE, span, say::lost_in_conversion())
    } else {
        findings.add(&RULE, span, say::unseen_by_number())
    };
    finding.help(if written.contains(REPLACED) { say::write_what_was_meant() } else { say::take_it_away() });
}

/// What a first look at a text shows, which tells whether a closer one is worth it.
#[derive(Default)]
struct Glance {
    /// A letter or sign that shows nothing, or a joiner that joins nothing.
    blank: Option<char>,
    /// Whether there are such letters as of bytes that were taken for those of windows-1252.
    western: bool,
    /// Whether there are Greek or Cyrillic letters.
    foreign: bool,
    /// How many signs there are with which each character begins where UTF-8 was taken for Shift_JIS, and whether there is
    /// katakana of half width, of which there is some then.
    leads: usize,
    halves: bool,
    /// The same where Shift_JIS was taken for windows-1252.
    hooks: usize,
}

impl Glance {
    fn at(text: &str) -> Self {
        let mut glance = Self::default();
        let mut before = '\n';
        for c in text.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphanumeric()) {
            match c {
                '\0'..='\x7f' => {}
                'Â' | 'Ã' | 'â'..='é' => glance.western = true,
                'ƒ' | '‚' => glance.hooks += 1,
                '\u{370}'..='\u{52f}' => glance.foreign = true,
                // Letters of neither Latin nor Japanese are joined by them, and pictures are.
                '\u{200c}' | '\u{200d}'
                    if matches!(before, '0'..='9' | '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
                        || is_latin(before) =>
                {
                    glance.blank = glance.blank.or(Some(c));
                }
                '縺' | '繧' | '繝' => glance.leads += 1,
                '\u{ff61}'..='\u{ff9f}' => glance.halves = true,
                c if BLANK.contains(&c) => glance.blank = glance.blank.or(Some(c)),
                _ => {}
            }
            before = c;
        }
        glance
    }
}

/// Says what of a text is blank, of another script than the word around it, or was converted twice.
fn disguised(text: &Text<'_>, findings: &mut Findings) {
    let written = text.text;
    let glance = Glance::at(written);
    let found = if let Some(c) = glance.blank {
        Some((say::shows_nothing(c.into()), say::write_a_space().to_owned()))
    } else if let Some((garbled, meant)) = glance.western.then(|| garbled(written)).flatten() {
        Some((say::wrongly_converted(&garbled, &meant), say::write(&meant)))
    } else if let Some(signs) = glance.misread(written) {
        Some((say::misread(signs), say::write_what_was_meant().to_owned()))
    } else if glance.foreign {
        let words = written.split(|c: char| !c.is_alphabetic());
        words
            .filter_map(|word| Some((word, foreign_letter(word)?)))
            .next()
            .map(|(word, (c, meant))| (say::looks_like(word, c, c.into(), meant), say::write(&meant.to_string())))
    } else {
        None
    };
    if let Some((message, help)) = found {
        findings.add(&RULE, text.span(), message).help(help);
    }
}

/// Question marks that stand for what was lost: some before a letter or digit, or with digits and spaces alone.
fn lost(text: &str) -> Option<&str> {
    let bare = || !text.contains(char::is_alphabetic) && text.contains(|c: char| c.is_numeric() || c == ' ');
    let mut at = 0;
    while let Some(from) = text[at..].find("??").map(|from| at + from) {
        let count = text[from..].bytes().take_while(|byte| *byte == b'?').count();
        at = from + count;
        if count > 2 && text[at..].starts_with(char::is_alphanumeric) || bare() {
            return Some(&text[from..at]);
        }
    }
    None
}

/// The first signs of what is made of Japanese where its bytes are taken for those of another coding.
pub(super) fn misread(text: &str) -> Option<&str> {
    Glance::at(text).misread(text)
}

impl Glance {
    fn misread<'a>(&self, text: &'a str) -> Option<&'a str> {
        let from = if self.leads > 2 || self.leads == 2 && self.halves {
            text.find(['縺', '繧', '繝'])?
        } else if self.hooks > 2 && self.hooks * 4 >= text.chars().count() {
            text.find(['ƒ', '‚'])?
        } else {
            return None;
        };
        let end = text[from..].char_indices().nth(4).map_or(text.len(), |(at, _)| from + at);
        Some(&text[from..end])
    }
}

/// What windows-1252 has at 0x80 to 0x9f; a control where it has nothing.
const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The first signs that are the bytes of a character in UTF-8, each taken for one of windows-1252; and that character.
fn garbled(text: &str) -> Option<(String, String)> {
    let byte = |c: char| match UPPER.chars().position(|upper| upper == c) {
        Some(at) => u8::try_from(0x80 + at).ok(),
        None => u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0xa0),
    };
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).find_map(|at| {
        // Behind other letters, what looks like one may be a quotation mark: `CAFÉ»`.
        let length = match chars[at] {
            'Â' | 'Ã' => 2,
            'â'..='é' => 3,
            _ => return None,
        };
        let signs =
            chars.get(at..at + length).filter(|signs| !signs[1..].contains(&'»') && !signs[1..].contains(&'«'))?;
        let bytes: Vec<u8> = signs.iter().map(|c| byte(*c)).collect::<Option<_>>()?;
        Some((signs.iter().collect(), String::from_utf8(bytes).ok()?))
    })
}
