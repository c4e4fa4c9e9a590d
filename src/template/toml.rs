//! An answer file in which every answer is still to be given.

use std::fmt::Write as _;

use super::metadata::METADATA;
use crate::definition::{Definition, Question};
use crate::report::{facts, words};
use crate::text::{plain, wrap_lines};
use crate::words::Lang;

const WIDTH: usize = 100;

/// The file. Read as it is, it is an answer set without answers.
pub fn toml(definition: &Definition, lang: Lang) -> String {
    let mut out = String::new();
    comment(&mut out, "", &definition.title);
    let how = words::how_to_answer(lang, definition.respondents.as_deref());
    how.iter().for_each(|text| comment(&mut out, "", text));
    comment(&mut out, "", words::how_in_toml(lang));
    let _ = writeln!(out, "\nassessment = \"{}\"\nversion = \"{}\"", definition.id, definition.version);
    for key in METADATA {
        let _ = writeln!(out, "#{key} = \"\"");
    }
    profile(&mut out, definition, lang);
    let _ = writeln!(out, "\n[answers]");
    let mut number = 0;
    for criterion in &definition.criteria {
        out.push_str("\n#\n");
        comment(&mut out, "", &definition.heading(criterion));
        out.push_str("#\n");
        for question in &criterion.questions {
            number += 1;
            self::question(&mut out, number, question, definition, lang);
        }
    }
    out.push('\n');
    comment(&mut out, "", words::notes_in_toml(lang));
    out.push_str("\n[notes]\n");
    out
}

/// The facts, with the ids of their options.
fn profile(out: &mut String, definition: &Definition, lang: Lang) {
    if definition.profile.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n[profile]\n\n#");
    comment(out, "", facts::title(lang));
    comment(out, "", facts::what_for(lang));
    comment(out, "", facts::how_in_toml(lang));
    out.push_str("#\n");
    for fact in &definition.profile {
        out.push('\n');
        comment(out, "", &fact.text);
        if let Some(help) = &fact.help {
            comment(out, "   ", &plain(help));
        }
        for option in &fact.options {
            comment(out, &format!("   {:<12}  ", format!("\"{}\"", option.id)), &option.text);
        }
        let _ = writeln!(out, "#{} = {}", fact.id, if fact.many { "[]" } else { "\"\"" });
    }
}

fn question(out: &mut String, number: usize, question: &Question, definition: &Definition, lang: Lang) {
    out.push('\n');
    comment(out, &format!("{number}. "), &question.text);
    if let Some(help) = &question.help {
        comment(out, "   ", &plain(help));
    }
    if let Some(whom) = facts::for_whom(definition, &question.condition, lang) {
        comment(out, "   ", &facts::asked(lang, &whom));
    }
    for option in &question.options {
        comment(out, &format!("{:>6}  ", option.points), &option.text);
    }
    if question.not_applicable.is_allowed() {
        let text = words::with_reason(lang, words::does_not_apply(lang), question.not_applicable.when());
        comment(out, " \"n/a\"  ", &text);
    }
    let _ = writeln!(out, "#{} = ", question.id);
}

/// A comment whose first line begins with `lead`, and the others with as many spaces.
fn comment(out: &mut String, lead: &str, text: &str) {
    for (at, line) in wrap_lines(text, WIDTH - lead.len()).into_iter().enumerate() {
        let lead = if at == 0 { lead.to_owned() } else { " ".repeat(lead.len()) };
        let comment = format!("# {lead}{line}");
        let _ = writeln!(out, "{}", if line.is_empty() { "#" } else { &comment });
    }
}
