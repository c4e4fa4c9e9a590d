//! What a list of questions says of the numbers of each, in columns that are called so or under such keys: from which and to which
//! they go, and that they run the other way round.

use super::legend::{Legend, turns_round};
use super::likeness::plain;
use super::neutral::is_of;
use super::range::range;

/// Parts of keys and headers by which numbers are turned round.
const TURNING: [&str; 6] = ["revers", "invert", "umgepolt", "逆転", "反転", "inverse"];
/// How long the header of such a column is at most.
const HEADER: usize = 24;
/// Words for the ends of a scale, for a scale, and for its direction; and what they may stand with.
const LEAST: &str = "min minimum least lowest low";
const GREATEST: &str = "max maximum greatest highest high";
const SCALE: &str = "scale scaling range skala échelle escala scala 尺度 評価尺度 段階";
const DIRECTION: &str = "polarity direction keying keyed sign recode recoding recoded transform transformation polung umkodierung 極性 方向 \
    向き 変換";
const BESIDE: &str = "value values score scores rating points response responses answer answers of the scale possible";
/// What stands there where numbers run the other way round, beside what says it everywhere.
const TURNED: &str =
    "- -1 neg negative negativ reverse reversed rev r inverse inverted minus down descending 逆 負 反転 逆転";
/// What columns with yes and no have where they say yes.
const YES: &str = "yes y true 1 x ja oui si sí r rev reverse reversed inverted はい 有 ✓ ✔ ○ 〇";
/// Words beside which the ends are those of what was answered.
const FIGURES: &str = "mean means average avg sd std stdev deviation median variance count n sum mittelwert moyenne media 平均 標準偏差 中央値";

/// What a column of such a list, or a key, has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    Least,
    Greatest,
    Scale,
    Direction,
    /// Whether numbers are turned round.
    Turned,
}

/// Whether a column with this header says by its cells that numbers are turned round.
pub(super) fn is_turning(header: &str) -> bool {
    let folded = plain(header);
    TURNING.iter().any(|part| folded.contains(part))
}

/// Whether a column with this header says by yes or no which numbers are better: `higher_is_better`.
pub(super) fn says_better(header: &str) -> bool {
    let words = words(header.trim());
    turns_round(&words) || words.contains("higher") && turns_round(&words.replace("higher", "lower"))
}

/// The words of a key: `lowerIsBetter` and `lower_is_better` are `lower is better`.
pub(super) fn words(key: &str) -> String {
    let mut words = String::new();
    for c in key.chars() {
        match c {
            '_' | '-' => words.push(' '),
            c if c.is_uppercase() && words.ends_with(char::is_lowercase) => words.extend([' ', c]),
            c => words.push(c),
        }
    }
    words.to_lowercase()
}

/// Whether a key or a header is for a figure about answers.
pub(super) fn is_figure(text: &str) -> bool {
    is_of(FIGURES, &plain(text))
}

/// What a column of a list of questions has below this header, or an object under this key.
pub(super) fn attribute(header: &str) -> Option<Attribute> {
    if header.chars().count() > HEADER {
        return None;
    }
    if is_turning(header) {
        return Some(Attribute::Turned);
    }
    let folded = plain(&words(header.trim()));
    let known = [
        (LEAST, Attribute::Least),
        (GREATEST, Attribute::Greatest),
        (SCALE, Attribute::Scale),
        (DIRECTION, Attribute::Direction),
    ];
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (list, attribute) = known.into_iter().find(|(list, _)| words().any(|word| is_of(list, word)))?;
    words().all(|word| is_of(list, word) || is_of(BESIDE, word)).then_some(attribute)
}

/// Whether what stands under a key or below a header for directions says by a sign, a word or a formula that numbers run the other way
/// round.
fn reverses(text: &str) -> bool {
    let folded = plain(text).replace(['−', '–'], "-");
    // Less than a number, as one works out what is turned round: `6-x`.
    let difference = || {
        let (number, rest) = folded.split_once('-')?;
        let rest = rest.trim();
        Some(number.trim().parse::<u32>().is_ok() && rest.starts_with(char::is_alphabetic))
    };
    is_of(TURNED, &folded) || difference() == Some(true)
}

/// Whether a key or a header and what belongs to it say that numbers run the other way round.
pub(super) fn says_turned(key: &str, text: &str) -> bool {
    attribute(key) == Some(Attribute::Direction) && reverses(text)
}

/// Columns of a list of questions that have attributes of them, each with its header.
#[derive(Debug, Default)]
pub(super) struct Attributes(Vec<(usize, Attribute, String)>);

impl Attributes {
    /// Takes a row that may be the header of such a list.
    pub(super) fn head(&mut self, filled: &[(usize, &str)]) {
        let figures = filled.iter().any(|(_, text)| is_figure(text));
        let is_end = |attribute: &Attribute| matches!(attribute, Attribute::Least | Attribute::Greatest);
        let found = filled.iter().filter_map(|(at, text)| Some((*at, attribute(text)?, text.trim().to_owned())));
        let found: Vec<_> = found.filter(|(_, attribute, _)| !(figures && is_end(attribute))).collect();
        if !found.is_empty() {
            self.0 = found;
        }
    }

    /// What a row says below them, and that in words.
    pub(super) fn of(&self, filled: &[(usize, &str)]) -> Option<(Legend, String)> {
        let below = |of: Attribute| {
            let mut cells = self.0.iter().filter(move |(_, attribute, _)| *attribute == of);
            cells.find_map(|(at, _, header)| {
                let (_, text) = filled.iter().find(|(column, _)| column == at)?;
                Some((*text, format!("{header} = {}", text.trim())))
            })
        };
        let yes = below(Attribute::Turned).filter(|(text, _)| is_of(YES, &plain(text)));
        let turns = |text: &str| reverses(text) || turns_round(&plain(text));
        if let Some((_, said)) = yes.or_else(|| below(Attribute::Direction).filter(|(text, _)| turns(text))) {
            return Some((Legend::TURNED, said));
        }
        let number = |of| below(of).and_then(|(text, said)| Some((plain(text).parse::<i64>().ok()?, said)));
        match (number(Attribute::Least), number(Attribute::Greatest)) {
            (Some((least, low)), Some((greatest, high))) if least < greatest => {
                let legend = Legend { least, greatest: Some(greatest), turned: false, counted: false };
                Some((legend, format!("{low}, {high}")))
            }
            (None, Some((_, high))) => Some((range(&format!("scale {}", plain(&high).replace('=', " ")))?, high)),
            _ => {
                let (text, said) = below(Attribute::Scale)?;
                let folded = plain(text);
                let counted = || folded.parse::<u8>().ok().and_then(|number| range(&format!("{number}-point scale")));
                Some((range(&folded).or_else(counted)?, said))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &[&str], row: &[&str]) -> Option<(i64, Option<i64>, bool)> {
        let mut attributes = Attributes::default();
        attributes.head(&head.iter().copied().enumerate().collect::<Vec<_>>());
        let said = attributes.of(&row.iter().copied().enumerate().collect::<Vec<_>>());
        said.map(|(legend, _)| (legend.least, legend.greatest, legend.turned))
    }

    #[test]
    fn columns_say_of_each_question_how_far_its_numbers_go() {
        for (head, row, ends) in [
            (&["Item", "Min", "Max"][..], &["q", "1", "7"][..], (1, Some(7), false)),
            (&["Item", "Max. score"], &["q", "10"], (0, Some(10), false)),
            (&["Item", "scaleMin", "scaleMax"], &["q", "0", "10"], (0, Some(10), false)),
            (&["Item", "Scale"], &["q", "1-10"], (1, Some(10), false)),
            (&["Item", "Scale"], &["q", "7"], (0, Some(7), false)),
            (&["Item", "Polarity"], &["q", "-1"], (0, None, true)),
            (&["Item", "Recode"], &["q", "6-x"], (0, None, true)),
            (&["Item", "Direction"], &["q", "lower is better"], (0, None, true)),
            (&["Item", "Reversed"], &["q", "yes"], (0, None, true)),
            (&["設問", "方向"], &["q", "逆"], (0, None, true)),
        ] {
            assert_eq!(of(head, row), Some(ends), "{head:?} {row:?}");
        }
        for (head, row) in [
            (&["Item", "Mean", "Min", "Max"][..], &["q", "3.2", "1", "4"][..]),
            (&["Item", "Polarity"], &["q", "1"]),
            (&["Item", "Recode"], &["q", "no"]),
            (&["Item", "Reversed"], &["q", "no"]),
            (&["Item", "Max wait"], &["q", "10"]),
            (&["Item", "Scale"], &["q", "frequency"]),
        ] {
            assert_eq!(of(head, row), None, "{head:?} {row:?}");
        }
    }
}
