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
}

impl Styles {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let (mut fonts, mut font, mut codes, mut styles) = (BTreeSet::new(), 0u64, BTreeMap::new(), Self::default());
        let (mut style, mut of_cells) = (0u64, false);
        each_tag(bytes, "styles.xml", |name, tag| match name {
            "font" => font += 1,
            "strike" if is_set(tag) => drop(fonts.insert(font)),
            "numFmt" => {
                let code = attribute(tag, "formatCode").map(|code| unescaped(&code)).filter(|code| may_hide(code));
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
                styles.formats.extend(code.map(|code| (style.to_string(), code.clone())));
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

/// Whether a format has a section that shows no number.
fn may_hide(format: &str) -> bool {
    sections(format).iter().any(|section| !section.shows)
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
    section.is_some_and(|section| !section.shows && !section.text.contains(&number.to_string()))
}

/// What a format says of some numbers.
#[derive(Debug, Default)]
struct Section {
    condition: Option<Condition>,
    /// Whether the number is shown, and the text that is.
    shows: bool,
    text: String,
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
            '"' => section.text.extend(chars.by_ref().take_while(|c| *c != '"')),
            '\\' => section.text.extend(chars.next()),
            '_' | '*' => drop(chars.next()),
            '[' => {
                let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                section.condition = section.condition.or_else(|| Condition::read(&inner));
                // Hours and the like that have passed.
                section.shows |= matches!(inner.to_lowercase().trim_matches(['h', 'm', 's']), "") && !inner.is_empty();
            }
            // `General`, dates and times have letters.
            '0' | '#' | '?' | '@' | 'a'..='z' | 'A'..='Z' => section.shows = true,
            other => section.text.push(other),
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
        ] {
            assert!(!hides(format, number), "{format}");
        }
    }
}
