//! What comments on cells say: on the header of a question, that it asks something else, or how far its numbers go; on an answer,
//! that it is to be another.

use super::corrected::{BESIDE, CORRECTED, bare, corrected};
use super::legend::{Legend, legend, pairs, turns_round};
use super::likeness::plain;
use super::matcher::Matcher;
use super::meaning::Subject;
use super::neutral::is_of;
use super::options::Choice;
use super::otherwise::asks_in_few;
use super::passed_over::is_day;
use super::range::{most, range};
use crate::answers::is_not_applicable;

/// The highest number of the scales that are usual.
const LONGEST: i64 = 10;
/// How many words a comment on a header has at most that says of the column what it is, and how many characters in all, or in
/// Japanese. Longer ones help.
const WORDS: usize = 12;
const LONG: usize = 96;
const LONG_JA: usize = 24;
/// How many of them say hardly anything.
const FEW: usize = 2;
const FEW_JA: usize = 6;
/// Words of which one alone above a column would be asked for, and in a comment is none.
const REMARKS: &str = "score scores point points marks grade feedback comment comments note notes remark remarks value bewertung punkte \
    kommentar anmerkung commentaire comentario コメント メモ 備考 点数 得点 スコア";

/// Words of a comment by which an answer is to be another, beside those of headers of columns with such answers; words that stand
/// beside them; and words before what it was.
const WRONG: &str = "correct corrects corrective changed change changes should must ought meant wrong typo mistake error instead richtig \
    korrekt geändert sollte soll falsch fehler tippfehler statt changé corriger erreur debe cambiado sbagliato was war actually";
const AROUND: &str = "be been to is it this that as read reads have has by mean means say but rather really please per cell entry \
    number rating point points level sein auf zu muss ist die das der zelle wert wäre être à la le lire ser el a es from von of not nicht \
    before old alt sondern original originally ursprünglich into and";
const OLD: &str = "was war from von not nicht before old alt instead statt original originally ursprünglich";
/// Words behind a number to which an answer is corrected, before who did so, and why.
const WHY: &str = "by after per as from since because on in see according with following nach von laut durch wegen am im par après selon \
    por según";
/// The same in Japanese, whose words stand together: the longer ones first.
const WRONG_JA: [&str; 9] = ["正しくは", "正解は", "打ち間違い", "間違い", "誤記", "誤り", "修正", "訂正", "変更"];
const AROUND_JA: [&str; 37] = [
    "お願いします",
    "ください",
    "しました",
    "して",
    "回答",
    "評価",
    "得点",
    "点数",
    "本人",
    "連絡",
    "入力",
    "です",
    "でした",
    "から",
    "より",
    "した",
    "する",
    "元は",
    "済み",
    "要",
    "済",
    "後",
    "前",
    "元",
    "旧",
    "新",
    "値",
    "点",
    "に",
    "へ",
    "は",
    "を",
    "の",
    "が",
    "で",
    "と",
    "さ",
];
const ARROWS: [&str; 5] = ["→", "⇒", "->", "=>", ">>"];

impl Matcher {
    /// Whether a comment on the header of a question makes another one of it. What numbers mean is compared with them.
    pub(crate) fn asks_other(&self, comment: &str) -> bool {
        let folded = plain(comment);
        let is_ja = folded.contains(|c: char| c >= '\u{3000}');
        let long = folded.chars().count() > if is_ja { LONG_JA } else { LONG };
        if long || turns_round(&folded) || goes_to(comment).is_some() {
            return false;
        }
        // The day on which somebody wrote it is none of which is asked.
        let words = folded.split_whitespace().filter(|word| !is_day(word.trim_matches(|c: char| !c.is_alphanumeric())));
        let words: Vec<&str> = words.collect();
        let said = |word: &&&str| !is_of(REMARKS, bare(word));
        let text = words.iter().filter(said).copied().collect::<Vec<_>>().join(" ");
        words.len() <= WORDS && asks_in_few(&self.questions.without_names(&text), FEW, FEW_JA)
    }

    /// Whether a comment on an answer of this question says that it is to be another than what is in its cell.
    pub(crate) fn corrects(&self, of: Subject, comment: &str, cell: &str) -> bool {
        let own = plain(cell);
        let is_other = |number: i64| own.parse::<f64>().ok() != i32::try_from(number).ok().map(f64::from);
        comment.lines().map(plain).any(|line| match corrected_to(&line) {
            Some(number) => is_other(number),
            None => corrected(&line).map(bare).chain(changed(&line)).any(|text| {
                let is_option = matches!(self.options.choice(of, text), Some(Choice::Option(_)));
                (is_option || is_not_applicable(text)) && text != own
            }),
        })
    }
}

/// How far numbers go by a text that is about those of a question alone.
pub(crate) fn goes_to(text: &str) -> Option<Legend> {
    let folded = plain(text);
    let of_pairs = || legend(&pairs(&folded)).filter(|legend| legend.greatest.is_some());
    range(&folded).or_else(|| most(&folded)).or_else(of_pairs)
}

/// How far numbers go by a rule for what may be entered. One that goes farther than usual scales keeps slips away, and says nothing.
pub(crate) fn allowed(text: &str) -> Option<Legend> {
    goes_to(text).filter(|legend| legend.greatest.is_some_and(|last| last <= LONGEST))
}

/// The number to which a line corrects an answer: `corrected: 4`, `should be 4`, `3 → 4`, `4に修正`.
fn corrected_to(plain: &str) -> Option<i64> {
    let arrow = ARROWS.iter().any(|sign| plain.contains(sign));
    if plain.contains(|c: char| c >= '\u{3000}') {
        return corrected_ja(plain, arrow);
    }
    // The day on which it was says nothing of it.
    let without_day = |word| if is_day(bare(word)) { "," } else { word };
    let text = plain.split_whitespace().map(without_day).collect::<Vec<_>>().join(" ");
    let (mut words, mut at) = (Vec::new(), 0);
    while let Some(begin) = text[at..].find(char::is_alphanumeric).map(|found| at + found) {
        at = text[begin..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |length| begin + length);
        words.push((&text[begin..at], at));
    }
    let number = |at: &usize| words[*at].0.parse::<i64>().ok().filter(|_| words[*at].0.len() <= 2);
    let says = |word: &str| is_of(CORRECTED, word) || is_of(WRONG, word);
    let is_known = |at: usize| {
        let word = words[at].0;
        says(word) || is_of(BESIDE, word) || is_of(AROUND, word) || number(&at).is_some()
    };
    let is_old = |at: &usize| {
        let before = |by: usize| at.checked_sub(by).map_or("", |at| words[at].0);
        is_of(OLD, before(1)) || before(1) == "of" && is_of(OLD, before(2))
    };
    let said = words.iter().any(|(word, _)| says(word));
    if (said || arrow) && (0..words.len()).all(is_known) {
        return (0..words.len()).rev().filter(|at| !is_old(at)).find_map(|at| number(&at));
    }
    // Who did so may stand before it: `corrected by Ben: 4`.
    let last = words.len().checked_sub(1)?;
    let apart = last > 0 && text[..words[last].1 - words[last].0.len()].trim_end().ends_with([':', '=']);
    if let Some(number) = number(&last).filter(|_| apart && says(words[0].0)) {
        return Some(number);
    }
    // Who did so, or why, may stand behind it.
    let first = (0..words.len()).find(|at| number(at).is_some())?;
    let begins = (0..first).all(is_known) && words[..first].iter().any(|(word, _)| says(word)) && !is_old(&first);
    let behind = &text[words[first].1..];
    let next = words.get(first + 1).map_or("", |(word, _)| *word);
    let is_part = behind.starts_with(['.', ',', '/', '-', '%', ':']) && !behind[1..].starts_with(' ');
    let ends = !is_part && (!behind.trim_start().starts_with(char::is_alphanumeric) || is_of(WHY, next));
    number(&first).filter(|_| begins && ends)
}

/// What stands behind the first words of a line, as long as these say that an answer is to be another: `change to n/a`.
fn changed(plain: &str) -> impl Iterator<Item = &str> {
    let says = |word: &str| is_of(WRONG, bare(word)) && !is_of(OLD, bare(word));
    let is_known = |word: &str| is_of(WRONG, bare(word)) || is_of(AROUND, bare(word));
    let cuts = plain.match_indices(' ').map(|(at, _)| plain.split_at(at));
    cuts.take_while(move |(before, _)| before.split(' ').all(is_known))
        .filter(move |(before, _)| before.split(' ').any(says))
        .map(|(_, behind)| bare(behind))
}

/// The same in Japanese.
fn corrected_ja(plain: &str, arrow: bool) -> Option<i64> {
    let without = |text: String, words: &[&str]| words.iter().fold(text, |text, word| text.replace(word, " "));
    let said = without(plain.to_owned(), &WRONG_JA);
    let rest = without(said.clone(), &AROUND_JA);
    if (said == plain && !arrow) || rest.contains(|c: char| c.is_alphabetic()) {
        return None;
    }
    let (mut numbers, mut at) = (Vec::new(), 0);
    while let Some(begin) = plain[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        at = begin + plain[begin..].bytes().take_while(u8::is_ascii_digit).count();
        let (before, behind) = (&plain[..begin], plain[at..].trim_start_matches('点'));
        let is_old = ["元は", "旧", "前"].iter().any(|word| before.ends_with(word)) || behind.starts_with("から");
        numbers.extend(plain[begin..at].parse::<i64>().ok().filter(|_| at - begin <= 2 && !is_old));
    }
    numbers.last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_say_to_which_number_an_answer_is_corrected() {
        for text in [
            "corrected: 4",
            "Corrected to 4",
            "should be 4",
            "Should read 4!",
            "3 → 4",
            "3 -> 4",
            "was 3, now 4",
            "4 (was 3)",
            "4 instead of 3",
            "wrong, 4",
            "final answer: 4",
            "corrected to 4 by Ben",
            "corrected by Ben: 4",
            "actually 4",
            "richtig wäre 4",
            "corrected 4, after a talk with Ben",
            "corrected to 4 (2026-11-04, Ben)",
            "korrigiert: 4",
            "sollte 4 sein",
            "4に修正",
            "修正：4",
            "正しくは４です",
            "3から4に変更しました",
            "4に変更してください",
            "4の誤り",
        ] {
            let found = corrected_to(&plain(text));
            assert_eq!(found, Some(4), "{text}");
        }
        for text in [
            "talked to Ben",
            "4",
            "see row 4",
            "corrected",
            "corrected 2026-11-04",
            "corrected by 4 people",
            "4 agents now",
            "updated 4 May",
            "error rate 4%",
            "was 3",
            "checked on 4 Nov",
            "修正済み",
            "4人に確認",
            "4月に変更",
            "11月4日に修正",
        ] {
            assert_eq!(corrected_to(&plain(text)), None, "{text}");
        }
    }

    #[test]
    fn comments_say_to_which_text_an_answer_is_corrected() {
        let says = |line: &str, text: &str| changed(&plain(line)).any(|behind| behind == text);
        for text in ["change to n/a", "Should be: n/a", "this was wrong, it should have been n/a", "error: n/a"] {
            assert!(says(text, "n/a"), "{text}");
        }
        for text in ["was n/a", "n/a", "not n/a", "Ben should say n/a"] {
            assert!(!says(text, "n/a"), "{text}");
        }
    }

    #[test]
    fn comments_on_headers_ask_for_something_else_or_help() {
        let languages = crate::definition::bundled::find("cx-maturity").unwrap().definitions();
        let matcher = Matcher::new(&languages, &crate::mapping::map::Map::default());
        for text in [
            "this column is importance",
            "last year",
            "逆転",
            "Target for 2027",
            "昨年度の値です",
            "as your manager sees it",
        ] {
            assert!(matcher.asks_other(text), "{text}");
        }
        for text in [
            "required",
            "see sheet Codebook",
            "checked on 2026-11-04",
            "Ben, 2026-11-04: reworded",
            "1 = never, 5 = always",
            "scale 1-5",
            "score",
            "必須",
            "単一回答",
            "Question 3 of the survey",
            "Column added after pilot",
        ] {
            assert!(!matcher.asks_other(text), "{text}");
        }
        for question in languages.iter().flat_map(|of| of.questions()) {
            assert!(!question.1.help.iter().any(|help| matcher.asks_other(help)), "{}", question.1.id);
        }
    }
}
