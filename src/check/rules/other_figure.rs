//! `other-figure`: compares the figures of each text of a translation with those of the text that it translates.
//!
//! Only what can be nothing but a slip is found: the original has a figure that the translation has not, and the translation
//! one that the original has not. What the words of languages other than English and Japanese say is not known here.

use super::figures::{Figure, Figures};
use crate::check::{Context, Translation};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "other-figure",
    group: Group::Translation,
    summary: "A text of a translation has another figure than its original.",
    why: "Readers of the two languages then hold themselves to two measures, such as 2 working days and 20. Found is a text with a \
          figure that its original has not, where one of the original is missing. Figures in words (`ten`, `十`), with a \
          magnitude (`20 thousand`, `2万`), in another unit of time (`24 hours`, `1日`), and bounds (`more than 200`, `201人以上`) \
          are taken for what they say.",
    bad: r#"# of the original: within two working days
[criteria.speed]
description = "20営業日以内に返信すること。""#,
    good: r#"# of the original: within two working days
[criteria.speed]
description = "2営業日以内に返信すること。""#,
};

/// By how much the units of time and the halves of a day differ.
const UNITS: [u64; 4] = [7, 12, 24, 60];

pub(crate) fn check(context: &Context<'_>, translation: &Translation<'_>, findings: &mut Findings) {
    let languages = [context.texts.language, translation.texts.language];
    for text in &translation.texts.list {
        if let Some((of, is)) = other(context.original(text).text, text.text, languages) {
            findings.add(&RULE, text.span(), say::other_figure(of, is)).help(say::write_figure(of));
        }
    }
}

/// A figure of the original that the translation does not have, and one of the translation that the original does not have.
fn other<'a>(original: &'a str, text: &'a str, languages: [&str; 2]) -> Option<(&'a str, &'a str)> {
    if !super::figures::has_digits(text) {
        return None;
    }
    let [mut of, mut is] = [Figures::read(original), Figures::read(text)];
    if of.digits() == is.digits() {
        return None;
    }
    let count = [of.written.len(), is.written.len()];
    let known = of.read_words(original, languages[0]) & is.read_words(text, languages[1]);
    if !known && count[0] != count[1] {
        return None;
    }
    let same = Same::new([original, text], known);
    if let Some((one, other)) = only_one_differs(&of, &is) {
        return (!same.may_be(one, other)).then_some((one.text, other.text));
    }
    let others =
        |figure: &Figure<'_>| of.written.iter().any(|one| one.value != figure.value && same.may_be(one, figure));
    let is_one = is.written[..count[1]].iter().find(|figure| is_strange(figure, &is, &of) && !others(figure))?;
    let kept = |figure: &Figure<'_>| {
        is.implied.contains(&figure.value) || is.written.iter().any(|other| same.may_be(figure, other))
    };
    Some((of.written.iter().find(|figure| !kept(figure))?.text, is_one.text))
}

/// Whether the translation has this figure, or has it more often than the original. Ones are everywhere.
fn is_strange(figure: &Figure<'_>, is: &Figures<'_>, of: &Figures<'_>) -> bool {
    let times = |list: &Figures<'_>| list.written.iter().filter(|other| other.value == figure.value).count();
    figure.value != 1 && !of.implied.contains(&figure.value) && (times(of) == 0 || times(is) > times(of))
}

/// The figures that differ, where there are as many of them and all others are the same.
fn only_one_differs<'f, 'a>(of: &'f Figures<'a>, is: &'f Figures<'a>) -> Option<(&'f Figure<'a>, &'f Figure<'a>)> {
    if of.written.len() != is.written.len() {
        return None;
    }
    let mut others: Vec<&Figure<'_>> = is.written.iter().collect();
    let mut gone: Vec<&Figure<'_>> = of.written.iter().collect();
    gone.retain(|figure| match others.iter().position(|other| other.value == figure.value) {
        Some(other) => {
            others.remove(other);
            false
        }
        None => true,
    });
    match (&gone[..], &others[..]) {
        ([one], [other]) if !of.implied.contains(&other.value) && !is.implied.contains(&one.value) => {
            Some((one, other))
        }
        _ => None,
    }
}

/// In which ways two figures of two texts may say the same.
struct Same {
    known: bool,
    magnitudes: bool,
    times: bool,
}

impl Same {
    fn new(texts: [&str; 2], known: bool) -> Self {
        let [of, is] = texts.map(str::to_lowercase);
        let have = |words: &[&str]| [&of, &is].map(|text| words.iter().any(|word| text.contains(word)));
        let thousands = |text: &str| text.as_bytes().windows(2).any(|two| two[0].is_ascii_digit() && two[1] == b'k');
        Self {
            known,
            magnitudes: have(&MAGNITUDES).contains(&true) || thousands(&of) || thousands(&is),
            times: !known || have(&TIMES).contains(&true),
        }
    }

    fn may_be(&self, one: &Figure<'_>, other: &Figure<'_>) -> bool {
        let bounds = || {
            !self.known
                || is_bound(one, &STRICT) && is_bound(other, &MEETING)
                || is_bound(one, &MEETING) && is_bound(other, &STRICT)
        };
        let next = one.value.abs_diff(other.value) == 1 && bounds();
        let (one, other) = (one.value, other.value);
        let bare = |mut value: u64| {
            while value != 0 && value.is_multiple_of(10) {
                value /= 10;
            }
            value
        };
        let is_multiple = |unit: u64| one.checked_mul(unit) == Some(other) || other.checked_mul(unit) == Some(one);
        let of_day = |hour: u64| (1..=24).contains(&hour);
        one == other
            || self.magnitudes && bare(one) == bare(other)
            || self.times
                && (UNITS.into_iter().any(is_multiple) || one.abs_diff(other) == 12 && of_day(one) && of_day(other))
            || next
    }
}

const MAGNITUDES: [&str; 9] = ["hundred", "thousand", "million", "billion", "割", "百", "千", "万", "億"];
/// Units of time of which one text may have another.
const TIMES: [&str; 9] = ["second", "minute", "hour", "day", "week", "month", "year", "o'clock", ".m."];
/// Words at a bound that is not met by what it names, and at one that is: before it, and soon behind it.
const STRICT: [&[&str]; 2] =
    [&["than", "over", "above", "beyond", "exceeds", "under", "below"], &["超", "未満", "上回", "下回", "より"]];
const MEETING: [&[&str]; 2] = [
    &["least", "most", "to", "within", "from", "until"],
    &["or more", "or fewer", "or less", "以上", "以下", "以内", "まで", "から", "以降"],
];
/// How many characters with the unit may stand between a figure and such a word.
const UNIT: usize = 10;

/// Whether one of the words stands beside the figure.
fn is_bound(figure: &Figure<'_>, [before, behind]: &[&[&str]; 2]) -> bool {
    let last = figure.around[0].trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let near: String = figure.around[1].chars().take(UNIT).collect();
    before.iter().any(|word| last.eq_ignore_ascii_case(word)) || behind.iter().any(|word| near.contains(word))
}
