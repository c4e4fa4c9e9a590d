//! `misnumbered-option`: compares the number that the text of an option begins with to the points of the option, in every language.

use crate::check::{Item, Texts};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::fold;
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "misnumbered-option",
    group: Group::Suspicious,
    summary: "The text of an option begins with another number than its points.",
    why: "The survey and forms show the points beside the text, so respondents see two numbers, and a table that holds one of them \
          can be read in two ways. Often an option was moved or put in, and the texts kept their numbers. Numbers with a point, a \
          bracket or a colon behind are looked at, as in `2. in days`, not quantities as in `2 days`.",
    bad: r#"options = ["0. in weeks", "1. in days", "2. in hours"]"#,
    good: r#"options = ["in weeks", "in days", "in hours"]"#,
};

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    let questions = texts.definition.questions().map(|(_, question)| question);
    // Both lists are in the order of the definition; a translation may lack some.
    let mut points =
        questions.flat_map(|question| question.options.iter().map(move |option| (&*question.id, option.points)));
    for (_, id, text) in texts.asked("options").filter(|(.., text)| matches!(text.item, Item::Question(_))) {
        let Some((_, points)) = points.by_ref().find(|(question, _)| *question == id) else { return };
        if let Some(number) = leading_number(&fold(text.text)).filter(|number| *number != points.to_string()) {
            findings.add(&RULE, text.span(), say::begins_otherwise(id, &number, points)).help(say::leave_numbers_out());
        }
    }
}

/// The number that stands before a folded text: `2` in `2. in days`, `2) in days` and `(2) in days`.
fn leading_number(text: &str) -> Option<String> {
    let text = text.strip_prefix(['(', '[']).unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, rest) = text.split_at(end);
    let behind = rest.strip_prefix(['.', ')', ']', ':', '、'])?;
    let is_number = !number.is_empty() && !behind.is_empty() && !behind.starts_with(|c: char| c.is_ascii_digit());
    is_number
        .then(|| number.trim_start_matches('0'))
        .map(|number| if number.is_empty() { "0" } else { number }.to_owned())
}
