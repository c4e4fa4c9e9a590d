//! How far a scale goes, as a plain text says it: `1-5`, `rate from 1 to 10`, `7-point scale`.

use super::legend::{Legend, legend, pairs};
use super::likeness::digits;
use super::neutral::is_of;

/// Words beside the numbers from which and to which a scale goes, as words or beginnings of words; and words that say nothing.
const SCALE: &str = "scale scales rate rating ratings score scores scoring points skala schulnoten noten bewertung bewerten punkte \
    échelle escala scala likert nps 段階 尺度 評価 点 件法";
const BESIDE: &str = "please on a an of from the with use each all bitte von auf einer de la le une un da per it question questions to \
    point pt pts step steps stufige";
/// What stands between them.
const TO: [&str; 11] = ["-", "–", "—", "~", "〜", "...", "…", "to ", "bis ", "à ", "から"];
/// What stands right behind how many numbers a scale has; and words for its greatest.
const UNITS: [&str; 7] = ["point", "pt", "step", "段階", "件法", "点満点", "stufig"];
const MOST: &str = "max maximum maximal out possible 満点 配点 最高点 最大値";
/// Words between a number and the greatest that it may be.
#[cfg(feature = "cli")]
const OF: &str = "of von sur de su di 満点は";

/// The numbers from which and to which a scale goes, if a plain text says nothing else, or is about a scale: `1-5`, `rate from 1 to 10`.
pub(crate) fn range(plain: &str) -> Option<Legend> {
    ends(plain).or_else(|| counted(plain))
}

fn ends(plain: &str) -> Option<Legend> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let begin = plain.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = plain.split_at(begin);
    let (least, rest) = rest.split_at(digits(rest));
    let rest = rest.trim_start();
    let rest = TO.iter().find_map(|to| rest.strip_prefix(to))?.trim_start();
    let (greatest, behind) = rest.split_at(digits(rest));
    let (least, greatest) = (least.parse().ok()?, greatest.parse().ok().filter(|_| (1..=3).contains(&greatest.len()))?);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '/');
    let apart = !before.ends_with(|c: char| is_part(c) && c.is_ascii())
        && !behind.starts_with(|c: char| c.is_ascii() && is_part(c));
    let mut words = words(before, behind);
    let alone = words.clone().all(|word| about(word) || is_of(BESIDE, word));
    let is_scale = apart && matches!(least, 0 | 1) && greatest > least + 1 && (alone || words.any(about));
    is_scale.then_some(Legend { least, greatest: Some(greatest), turned: false, counted: false })
}

/// Whether a header says that the greatest number of a scale stands below it.
pub(crate) fn says_most(plain: &str) -> bool {
    words(plain, "").any(|word| is_of(MOST, word))
}

/// How many numbers a scale has, or its greatest, if a plain text says nothing else: `7-point scale`, `10点満点`, `max. score: 10`.
fn counted(plain: &str) -> Option<Legend> {
    let (before, rest) = plain.split_at(plain.find(|c: char| c.is_ascii_digit())?);
    let (number, behind) = digits(rest).filter(|(number, _)| (3..=100).contains(number))?;
    let is_unit = UNITS.iter().any(|unit| behind.strip_prefix(['-', ' ']).unwrap_or(behind).starts_with(unit));
    let mut words = words(before, behind);
    let is_known = |word: &str| about(word) || is_of(BESIDE, word) || is_of(MOST, word);
    let all = words.clone().all(is_known) && !behind.contains(|c: char| c.is_ascii_digit());
    let likert = words.clone().any(|word| word == "likert");
    let says = is_unit || likert || words.clone().any(|word| is_of(MOST, word)) && words.any(about);
    (all && says).then_some(Legend { least: 0, greatest: Some(number.into()), turned: false, counted: true })
}

/// The greatest number of a scale, if a plain text that is about the numbers of a question says nothing else: `out of 10`, `/10`, `max 7`.
#[cfg(feature = "cli")]
pub(super) fn most(plain: &str) -> Option<Legend> {
    let (before, rest) = plain.split_at(plain.find(|c: char| c.is_ascii_digit())?);
    let (number, behind) = digits(rest).filter(|(number, _)| (3..=100).contains(number))?;
    let is_known = |word: &str| about(word) || is_of(BESIDE, word) || is_of(MOST, word) || is_of(OF, word);
    let all = words(before, behind).all(is_known) && !behind.contains(|c: char| c.is_ascii_digit());
    let sign =
        before.trim_end().ends_with(['/', '≤']) || before.contains("満点") || behind.trim_start().starts_with("点中");
    let says = sign || words(before, "").any(|word| is_of(MOST, word) || is_of(OF, word));
    (all && says).then_some(Legend { least: 0, greatest: Some(number.into()), turned: false, counted: true })
}

/// The words around a number or two.
fn words<'t>(before: &'t str, behind: &'t str) -> impl Iterator<Item = &'t str> + Clone {
    let all = [before, behind].into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    all.filter(|word| !word.is_empty())
}

/// Whether a word is about a scale.
fn about(word: &str) -> bool {
    is_of(SCALE, word) || SCALE.split_whitespace().any(|of| !of.is_ascii() && word.contains(of))
}

/// What stands in brackets at the end of a plain text and is a legend by which more is better, or says how far a scale goes; and the
/// text before it.
pub(super) fn behind(plain: &str) -> Option<(&str, Legend)> {
    let brackets = [(')', '('), (']', '[')].into_iter();
    let (text, inner) = brackets.filter_map(|(close, open)| plain.strip_suffix(close)?.rsplit_once(open)).next()?;
    let legend = range(inner).or_else(|| legend(&pairs(inner))).filter(|legend| !legend.turned)?;
    Some((text.trim_end(), legend)).filter(|(text, _)| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_goes_from_one_number_to_another() {
        for (text, ends) in [
            ("1-5", (1, 5)),
            ("(1 – 5)", (1, 5)),
            ("scale 0-4", (0, 4)),
            ("1-7 scale", (1, 7)),
            ("please rate from 1 to 10", (1, 10)),
            ("schulnoten 1 bis 6", (1, 6)),
            ("5段階評価(1から5)", (5, 1)),
            ("0〜10点", (0, 10)),
        ] {
            let found = range(text).map(|legend| (legend.least, legend.greatest.unwrap_or_default()));
            assert_eq!(found, (ends.0 < ends.1).then_some(ends), "{text}");
        }
        for text in [
            "office 1-5",
            "5-1",
            "1-2",
            "2026-10-05",
            "1-5.5",
            "v1-5",
            "2-5 days",
            "1-5a",
            "rate 1",
            "pages 1-10 of all",
        ] {
            assert_eq!(range(text), None, "{text}");
        }
        assert_eq!(behind("how often? (1-5)").map(|(text, _)| text), Some("how often?"));
        assert_eq!(
            behind("how often? (1 = never, 5 = always)").map(|(text, legend)| (text, legend.turned)),
            Some(("how often?", false))
        );
        assert_eq!(behind("how often? (1 = always, 5 = never)"), None);
        assert_eq!(behind("how often? (per week)"), None);
    }

    #[test]
    fn a_scale_has_so_many_numbers() {
        for (text, number) in [
            ("7-point likert scale", 7),
            ("likert 7", 7),
            ("7 point scale", 7),
            ("7段階", 7),
            ("5段階評価", 5),
            ("7件法", 7),
            ("10点満点", 10),
            ("max. score: 10", 10),
            ("scores out of 10", 10),
            ("scale_max 10", 10),
        ] {
            let found = range(text).filter(|legend| legend.counted).and_then(|legend| legend.greatest);
            assert_eq!(found, Some(number), "{text}");
        }
        for text in
            ["10", "max 37", "scale 3", "point 7", "5 people", "out of 10", "2-point scale", "7-point turn", "第7段階"]
        {
            assert!(!range(text).is_some_and(|legend| legend.counted), "{text}");
        }
        #[cfg(feature = "cli")]
        {
            let most = |text: &str| most(text).and_then(|legend| legend.greatest);
            for text in [
                "out of 10",
                "/10",
                "/ 10",
                "of 10",
                "max 10",
                "max. 10 points",
                "von 10",
                "点/10点",
                "10点中",
                "満点は10点",
            ] {
                assert_eq!(most(text), Some(10), "{text}");
            }
            for text in ["10", "q10", "10 people", "out of 10 agents", "/1", "question 10", "3 of 10"] {
                assert_eq!(most(text), None, "{text}");
            }
        }
        let fits = |text: &str, ends| range(text).is_some_and(|legend| legend.fits(ends));
        assert!(fits("5-point scale", (0, 4)) && fits("5-point scale", (1, 5)) && !fits("7-point scale", (1, 5)));
    }
}
