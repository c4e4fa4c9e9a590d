//! `hidden-character`: looks in every text and reference for what nobody sees or what is another letter than it looks like,
//! in every language, and in comments for what turns the direction of writing.

use std::ops::Range;

use crate::check::{Text, Texts};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::{foreign_letter, harmful_in};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "hidden-character",
    group: Group::Correctness,
    summary: "A file holds a character that is not seen, or that is not what it looks like.",
    why: "Whoever reads the file reads something else than what is there: a bidirectional control makes the words behind \
          it appear in another order, and a space without width parts what looks like one word. Such characters are \
          replaced by U+FFFD wherever a text is shown; only marks of direction stay in a text from right to left. A U+FFFD \
          that stands there already is what a conversion has lost, as `â€™` is what one has made of `’`. A letter of another \
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

/// Says what of a text is blank, of another script than the word around it, or was converted twice.
fn disguised(text: &Text<'_>, findings: &mut Findings) {
    let written = text.text;
    let found = if let Some(c) = written.chars().find(|c| BLANK.contains(c)) {
        Some((say::shows_nothing(c.into()), say::write_a_space().to_owned()))
    } else if let Some((garbled, meant)) = garbled(written) {
        Some((say::wrongly_converted(&garbled, &meant), say::write(&meant)))
    } else {
        let words = written.split(|c: char| !c.is_alphabetic());
        words
            .filter_map(|word| Some((word, foreign_letter(word)?)))
            .next()
            .map(|(word, (c, meant))| (say::looks_like(word, c, c.into(), meant), say::write(&meant.to_string())))
    };
    if let Some((message, help)) = found {
        findings.add(&RULE, text.span(), message).help(help);
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
