//! An assessment as a person reads it: what it is for, and its questions with their options.

use std::fmt::Write as _;

use anstyle::Style;

use super::table::Look;
use super::words;
use crate::definition::{Definition, Question};
use crate::text::wrap;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How many minutes a question takes somebody who knows the answer: to read it and its options, and to choose.
const MINUTES: usize = 1;

/// A paragraph about an assessment, for a list of them. `languages` are those that it is there in.
pub fn summary(definition: &Definition, languages: &[String], look: Look) -> String {
    let mut out = String::new();
    let (criteria, questions) = (definition.criteria.len(), definition.questions().count());
    let (actions, languages) = (definition.actions.len(), languages.join(", "));
    let minutes = (questions * MINUTES).next_multiple_of(5);
    let facts = words::facts(look.lang, criteria, questions, actions, minutes, &languages);
    let _ = writeln!(out, "{BOLD}{}{BOLD:#}  {}", definition.id, definition.title);
    paragraph(&mut out, 2, first_sentence(&definition.description), look);
    wrap(&facts, width(look) - 2).iter().for_each(|line| {
        let _ = writeln!(out, "  {DIM}{line}{DIM:#}");
    });
    out
}

/// The whole questionnaire.
pub fn render(definition: &Definition, look: Look) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{BOLD}{}{BOLD:#}  {DIM}{} {}{DIM:#}\n", definition.title, definition.id, definition.version);
    paragraph(&mut out, 0, &definition.description, look);
    heading(&mut out, words::levels(look.lang));
    for (number, level) in definition.levels.iter().enumerate() {
        let _ = writeln!(out, "{}. {BOLD}{}{BOLD:#}", number + 1, level.name);
        paragraph(&mut out, 3, &level.summary, look);
    }
    let mut number = 0;
    for criterion in &definition.criteria {
        heading(&mut out, &criterion.name);
        paragraph(&mut out, 0, &criterion.description, look);
        for question in &criterion.questions {
            number += 1;
            out.push('\n');
            self::question(&mut out, number, question, look);
        }
    }
    actions(&mut out, definition, look);
    out
}

/// The actions with their ids, by which an answer file refers to them.
fn actions(out: &mut String, definition: &Definition, look: Look) {
    if definition.actions.is_empty() {
        return;
    }
    heading(out, words::actions(look.lang));
    for action in &definition.actions {
        paragraph(out, 0, &action.title, look);
        let _ = writeln!(out, "    {DIM}{}, {} {}{DIM:#}", action.id, action.effort, definition.effort_unit);
    }
}

/// What is before the first full stop, and the stop.
fn first_sentence(text: &str) -> &str {
    let english = text.find(". ").map(|at| at + 1);
    let japanese = text.find('。').map(|at| at + '。'.len_utf8());
    let end = [english, japanese].into_iter().flatten().min();
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

fn question(out: &mut String, number: usize, question: &Question, look: Look) {
    for (at, line) in wrap(&question.text, width(look) - 4).into_iter().enumerate() {
        let lead = if at == 0 { format!("{number:>2}. ") } else { "    ".to_owned() };
        let _ = writeln!(out, "{BOLD}{lead}{line}{BOLD:#}");
    }
    let _ = writeln!(out, "    {DIM}{}{DIM:#}", question.id);
    if let Some(help) = &question.help {
        paragraph(out, 4, help, look);
    }
    for option in &question.options {
        hanging(out, &option.points.to_string(), &option.text, look);
    }
    if question.not_applicable {
        hanging(out, "n/a", words::does_not_apply(look.lang), look);
    }
}

fn hanging(out: &mut String, mark: &str, text: &str, look: Look) {
    for (at, line) in wrap(text, width(look) - 9).into_iter().enumerate() {
        let mark = if at == 0 { mark } else { "" };
        let _ = writeln!(out, "    {mark:>3}  {line}");
    }
}

fn heading(out: &mut String, text: &str) {
    let _ = writeln!(out, "\n{BOLD}{text}{BOLD:#}");
}

fn paragraph(out: &mut String, indent: usize, text: &str, look: Look) {
    for line in wrap(text, width(look) - indent) {
        let _ = writeln!(out, "{}{line}", " ".repeat(indent));
    }
}

fn width(look: Look) -> usize {
    look.width.clamp(40, 100)
}
