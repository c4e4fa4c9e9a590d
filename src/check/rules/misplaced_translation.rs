//! `misplaced-translation`: compares the texts of a translation with each other, where their originals differ, and those of
//! one item by their lengths and question marks.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::check::{Context, Text, Translation};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::fold;
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "misplaced-translation",
    group: Group::Translation,
    summary: "A text of a translation stands where another belongs.",
    why: "Readers of the translation are asked something else, learn one reason for two actions, or do one step twice. Found is what \
          says the same as another text does, while the two originals differ: among the steps of one action every text, elsewhere those of \
          a dozen letters and more, since what is brief may well be the same in another language. So are two texts of one \
          item that were exchanged: a question and its help, by their question marks, and a name and what describes it, by their lengths.",
    bad: r#"[actions.hire]
steps = ["周囲に声をかける。", "周囲に声をかける。"]"#,
    good: r#"[actions.hire]
steps = ["周囲に声をかける。", "求人を出す。"]"#,
};

/// The columns from which on a text is one that hardly says by chance what another does.
const LONG: usize = 24;

pub(crate) fn check(context: &Context<'_>, translation: &Translation<'_>, findings: &mut Findings) {
    exchanged(context, translation, findings);
    let mut met: HashMap<&str, &Text<'_>> = HashMap::new();
    for text in &translation.texts.list {
        let first = match met.entry(text.text) {
            Entry::Vacant(entry) => {
                entry.insert(text);
                continue;
            }
            Entry::Occupied(entry) => *entry.get(),
        };
        let steps = first.item == text.item && first.key == text.key && text.key == "steps";
        let is_long = || unicode_width::UnicodeWidthStr::width(text.text) >= LONG;
        let [one, other] = [first, text].map(|text| context.original(text).text);
        if is_found_elsewhere(first, text) || !(steps || is_long()) || bare(one) == bare(other) {
            continue;
        }
        let message = match first.item.names() {
            Some((_, what, id)) => say::repeats(first.key, what, id),
            None => say::repeats_own(first.key),
        };
        findings.add(&RULE, text.span(), message).related(first.span(), say::this_one()).help(say::translate_this());
    }
}

/// Finds two texts of one item of which each stands in the place of the other.
fn exchanged(context: &Context<'_>, translation: &Translation<'_>, findings: &mut Findings) {
    for pair in translation.texts.list.windows(2).filter(|pair| pair[0].item == pair[1].item) {
        let (one, other) = (&pair[0], &pair[1]);
        let [of_one, of_other] = [one, other].map(|text| context.original(text).text);
        let are_exchanged = match (one.key, other.key) {
            ("text", "help") => is_exchanged(asks, [of_one, of_other], [one.text, other.text]),
            ("title" | "name", "description" | "summary" | "why") => {
                is_much_longer(of_other, of_one) && is_much_longer(one.text, other.text)
            }
            _ => false,
        };
        if are_exchanged {
            let message = say::exchanged(one.key, other.key);
            findings.add(&RULE, one.span(), message).related(other.span(), say::this_one()).help(say::exchange());
        }
    }
}

/// Whether of the two originals only the first is such a text, and of the translations only the second.
fn is_exchanged(is: fn(&str) -> bool, originals: [&str; 2], texts: [&str; 2]) -> bool {
    originals.map(is) == [true, false] && texts.map(is) == [false, true]
}

/// Whether a text ends with a question.
fn asks(text: &str) -> bool {
    text.trim_end_matches(['。', ' ']).ends_with(['?', '？', 'か'])
}

/// Whether a text is at least twice as wide as another.
fn is_much_longer(text: &str, other: &str) -> bool {
    let [width, of_other] = [text, other].map(unicode_width::UnicodeWidthStr::width);
    width >= 2 * of_other
}

/// Whether another rule says of these two that they are the same.
fn is_found_elsewhere(one: &Text<'_>, other: &Text<'_>) -> bool {
    let lists = [one, other].map(|text| text.item.names().map(|(list, ..)| list));
    let named = |text: &Text<'_>| matches!(text.key, "name" | "title");
    let asked =
        |text: &Text<'_>| text.key == "text" && matches!(text.item.names(), Some(("questions" | "profile", ..)));
    named(one) && named(other) && lists[0] == lists[1]
        || one.key == "options" && other.key == "options" && one.item == other.item
        || asked(one) && asked(other)
}

/// A text without case and punctuation.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
