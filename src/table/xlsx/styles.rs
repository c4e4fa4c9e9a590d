//! What the styles of cells say: that they do not count, or show something else than the number in them.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{attribute, each_tag, is_set};

/// What styles say, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Those whose font is struck through.
    pub(super) struck: BTreeSet<String>,
    /// The formats of those that may show something else than the number.
    pub(super) formats: BTreeMap<String, String>,
    /// The texts with a number that those of others show beside theirs, such as `/10`.
    pub(super) beside: BTreeMap<String, String>,
}

impl Styles {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let (mut fonts, mut font, mut codes, mut styles) = (BTreeSet::new(), 0u64, BTreeMap::new(), Self::default());
        let (mut style, mut of_cells) = (0u64, false);
        each_tag(bytes, "styles.xml", |name, tag| match name {
            "font" => font += 1,
            "strike" if is_set(tag) => drop(fonts.insert(font)),
            "numFmt" => {
                let code = attribute(tag, "formatCode").map(|code| unescaped(&code));
                let code = code.filter(|code| may_hide(code) || beside(code).is_some());
                codes.extend(attribute(tag, "numFmtId").zip(code));
            }
            "cellXfs" => of_cells = true,
            "cellStyles" | "dxfs" => of_cells = false,
            "xf" if of_cells => {
                let of = attribute(tag, "fontId").and_then(|font| font.parse::<u64>().ok()).unwrap_or(0);
                if fonts.contains(&(of + 1)) {
                    styles.struck.insert(style.to_string());
                }
                let code = attribute(tag, "numFmtId").and_then(|id| codes.get(&id));
                let hiding = code.filter(|code| may_hide(code));
                styles.formats.extend(hiding.map(|code| (style.to_string(), code.clone())));
                styles.beside.extend(code.and_then(|code| beside(code)).map(|text| (style.to_string(), text)));
                style += 1;
            }
            _ => {}
        });
        styles
    }
}

/// The text of an attribute without entities.
fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// Whether a format has a section that shows no number, or another one.
fn may_hide(format: &str) -> bool {
    let sections = sections(format);
    let conditioned = sections.iter().any(|section| section.condition.is_some());
    // The second one is for numbers below 0, of which the sign is their own.
    let signs = |(at, section): (usize, &Section)| (at == 0 || conditioned) && section.negates();
    sections.iter().any(|section| !section.shows || section.adds_digits()) || sections.iter().enumerate().any(signs)
}

/// The text that a format shows beside numbers, if a number stands in it.
fn beside(format: &str) -> Option<String> {
    let section = sections(format).into_iter().next().filter(|section| section.shows && !section.adds_digits())?;
    let text = format!("{} {}", section.before.trim(), section.behind.trim()).trim().to_owned();
    text.contains(|c: char| c.is_ascii_digit()).then_some(text)
}

/// Whether a number shows as something in which it does not stand.
pub(super) fn hides(format: &str, number: f64) -> bool {
    let sections = sections(format);
    let conditioned = sections.iter().any(|section| section.condition.is_some());
    let section = if conditioned {
        let holds = |section: &&Section| section.condition.as_ref().is_none_or(|condition| condition.holds(number));
        sections.iter().find(holds)
    } else {
        let at = match sections.len() {
            2.. if number < 0.0 => 1,
            3.. if number == 0.0 => 2,
            _ => 0,
        };
        sections.get(at)
    };
    section.is_some_and(|section| match section.shows {
        true => section.adds_digits() || (number > 0.0 && section.negates()),
        false => !section.text.contains(&number.to_string()),
    })
}

/// What a format says of some numbers.
#[derive(Debug, Default)]
struct Section {
    condition: Option<Condition>,
    /// Whether the number is shown, and the text that is: all of it, and what stands before and behind the number.
    shows: bool,
    text: String,
    before: String,
    behind: String,
}

impl Section {
    /// Whether a sign before a number makes one below 0 of it.
    fn negates(&self) -> bool {
        self.shows && matches!(self.before.trim(), "-" | "−" | "–")
    }

    /// Whether digits stand right beside the number, as if they belonged to it.
    fn adds_digits(&self) -> bool {
        let behind = self.behind.strip_prefix(['.', ',']).unwrap_or(&self.behind);
        let before = self.before.trim_end_matches('0');
        let is_digit = |c: char| c.is_ascii_digit();
        self.shows && (before.ends_with(is_digit) || behind.starts_with(is_digit))
    }

    fn put(&mut self, text: impl Iterator<Item = char> + Clone) {
        self.text.extend(text.clone());
        if self.shows { self.behind.extend(text) } else { self.before.extend(text) }
    }

    /// Takes a place of the number.
    fn show(&mut self) {
        self.shows = true;
        self.behind.clear();
    }
}

#[derive(Debug)]
struct Condition {
    sign: String,
    number: f64,
}

impl Condition {
    fn holds(&self, number: f64) -> bool {
        match self.sign.as_str() {
            "=" => number == self.number,
            "<" => number < self.number,
            "<=" => number <= self.number,
            ">" => number > self.number,
            ">=" => number >= self.number,
            _ => number != self.number,
        }
    }

    /// What stands in brackets, if it is a condition; others name colours and currencies.
    fn read(inner: &str) -> Option<Self> {
        let end = inner.find(|c: char| !matches!(c, '<' | '>' | '='))?;
        let (sign, number) = inner.split_at(end);
        number.trim().parse().ok().filter(|_| !sign.is_empty()).map(|number| Self { sign: sign.to_owned(), number })
    }
}

fn sections(format: &str) -> Vec<Section> {
    let (mut sections, mut section) = (Vec::new(), Section::default());
    let mut chars = format.chars();
    while let Some(next) = chars.next() {
        match next {
            ';' => sections.push(std::mem::take(&mut section)),
            '"' => {
                let text: String = chars.by_ref().take_while(|c| *c != '"').collect();
                section.put(text.chars());
            }
            '\\' => section.put(chars.next().into_iter()),
            '_' | '*' => drop(chars.next()),
            '[' => {
                let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                section.condition = section.condition.or_else(|| Condition::read(&inner));
                // Hours and the like that have passed.
                section.shows |= matches!(inner.to_lowercase().trim_matches(['h', 'm', 's']), "") && !inner.is_empty();
            }
            // `General`, dates and times have letters.
            '0' | '#' | '?' | '@' | 'a'..='z' | 'A'..='Z' => section.show(),
            other => section.put(std::iter::once(other)),
        }
    }
    sections.push(section);
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_shows_as_another_is_hidden() {
        for (format, number) in [
            ("[=1]\"very good\";[=5]\"very poor\";0", 1.0),
            ("[=1]\"5\";[=2]\"4\";0", 2.0),
            (";;;", 3.0),
            ("0;-0;\"n/a\"", 0.0),
            ("[<3]\\l\\o\\w;0", 2.0),
            ("\"-\"0", 3.0),
            ("-0", 3.0),
            ("[Red]-0;0", 3.0),
            ("0\"0\"", 3.0),
            ("\"1\"0", 3.0),
            ("0\".5\"", 3.0),
        ] {
            assert!(may_hide(format) && hides(format, number), "{format}");
        }
        for (format, number) in [
            ("[=1]\"very good\";[=5]\"very poor\";0", 3.0),
            ("[=1]\"1 - never\";0", 1.0),
            ("0\"点\"", 3.0),
            ("General", 3.0),
            ("[Red]0;[Blue]-0", 3.0),
            ("yyyy-mm-dd", 3.0),
            ("[h]:mm", 3.0),
            ("#,##0.00_);(#,##0.00)", 4.0),
            ("@", 1.0),
            ("0;-0", 3.0),
            ("0;-0", -3.0),
            ("\"Q-\"0", 3.0),
            ("0\"/10\"", 3.0),
            ("\"0\"0", 3.0),
            ("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", 3.0),
            ("0.00E+00", 3.0),
            ("# ?/?", 3.0),
            ("[$-409]d/m/yy h:mm AM/PM;@", 3.0),
        ] {
            assert!(!hides(format, number), "{format}");
        }
        for format in ["General", "0;-0", "#,##0.00;[Red]-#,##0.00", "0.00", "0%", "yyyy/m/d", "@", "0;-0;0"] {
            assert!(!may_hide(format) && beside(format).is_none(), "{format}");
        }
    }

    #[test]
    fn what_stands_beside_a_number_is_told_if_a_number_does() {
        for (format, text) in [
            ("0\"/10\"", Some("/10")),
            ("0 \"out of\" \\1\\0", Some("out of 10")),
            ("\"10点中\"0\"点\"", Some("10点中 点")),
            ("General\"/10\"", Some("/10")),
            ("0.0\"/5\";-0.0\"/5\"", Some("/5")),
            ("0\" points\"", None),
            ("#,##0", None),
            ("# ?/?", None),
        ] {
            assert_eq!(beside(format).as_deref(), text, "{format}");
        }
    }
}
