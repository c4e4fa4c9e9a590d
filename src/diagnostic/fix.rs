//! Making the edits that findings propose. Does not write files.

use super::{Finding, Fix};

/// `text` with every edit of `findings` made. Of edits that overlap the first is made; the next run sees to the rest. One
/// that is not within the text is left out.
pub fn mended<'a>(text: &str, findings: impl IntoIterator<Item = &'a Finding>) -> String {
    let mut fixes: Vec<&Fix> = findings.into_iter().filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for fix in fixes {
        let (Some(before), Some(_)) = (text.get(done..fix.span.start), text.get(fix.span.clone())) else { continue };
        out.push_str(before);
        out.push_str(&fix.replacement);
        done = fix.span.end;
    }
    out + &text[done..]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Findings, Group, Rule, Source};

    static RULE: Rule = Rule { id: "any", group: Group::Style, summary: "", why: "", bad: "", good: "" };

    #[test]
    fn edits_are_made_in_the_order_of_the_file_and_none_over_another() {
        let text = "abcdef";
        let mut findings = Findings::new(Arc::new(Source::new("a", text)));
        for (span, replacement) in [(4..6, "EF"), (0..2, "AB"), (1..3, "no"), (3..3, "-"), (5..9, "no")] {
            findings.add(&RULE, span.clone(), "").fix(span, replacement);
        }
        assert_eq!(mended(text, &findings.into_sorted()), "ABc-dEF");
    }
}
