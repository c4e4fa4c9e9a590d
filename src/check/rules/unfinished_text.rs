//! `unfinished-text`: looks in every text for words that stand for one that is still to be written.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "unfinished-text",
    group: Group::Suspicious,
    summary: "A text says that it is still to be written.",
    why: "Respondents are asked by it, and reports show it, as it is. `TODO`, `TBD`, `TBC`, `FIXME` and `XXX` as words in capitals, \
          `Lorem ipsum`, and texts of nothing but dots or question marks are found.",
    bad: r#"help = "TODO""#,
    good: r#"help = "Count the hours.""#,
};

const WORDS: [&str; 5] = ["TODO", "TBD", "TBC", "FIXME", "XXX"];

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    for text in &texts.list {
        let mut words = text.text.split(|c: char| !c.is_alphanumeric());
        let found = words.find(|word| WORDS.contains(word)).or_else(|| {
            let filler = text.text.get(..11).filter(|begin| begin.eq_ignore_ascii_case("lorem ipsum"));
            filler.or_else(|| Some(text.text).filter(|text| text.chars().all(|c| "….?？".contains(c))))
        });
        if let Some(found) = found {
            findings.add(&RULE, text.span(), say::still_to_write(found)).help(say::write_it());
        }
    }
}
