//! An assessment as a person reads it: what it is for, and its questions with their options.

use anstyle::Style;

use super::Viewport;
use super::blocks::Tone;
use super::format::terminal::Page;
use super::{facts, words};
use crate::definition::{Cost, Definition, Question};
use crate::text::plain;
use crate::words::Lang;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How many minutes a question takes somebody who knows the answer: to read it and its options, and to choose.
const MINUTES: usize = 1;

/// A paragraph about an assessment, for a list of them. `languages` are those that it is there in.
pub fn summary(definition: &Definition, languages: &[String], viewport: Viewport) -> String {
    let mut page = Page::within(viewport, 100);
    let (criteria, questions) = (definition.criteria.len(), definition.questions().count());
    let (actions, languages) = (definition.actions.len(), languages.join(", "));
    let minutes = (questions * MINUTES).next_multiple_of(5);
    let facts = words::facts(viewport.lang, criteria, questions, actions, minutes, &languages);
    page.line(&format!("{BOLD}{}{BOLD:#}  {}", definition.id, definition.title));
    page.text(Tone::Plain, 2, first_sentence(&plain(&definition.description)));
    page.text(Tone::Faint, 2, &facts);
    page.finish()
}

/// The whole questionnaire.
pub fn render(definition: &Definition, viewport: Viewport) -> String {
    let mut page = Page::within(viewport, 100);
    page.line(&format!("{BOLD}{}{BOLD:#}  {DIM}{} {}{DIM:#}", definition.title, definition.id, definition.version));
    page.line("");
    page.text(Tone::Plain, 0, &plain(&definition.description));
    page.line("");
    let how = words::how_to_answer(viewport.lang, definition.respondents.as_deref());
    let about = how.into_iter().chain(definition.effort_scope.clone());
    about.for_each(|text| page.text(Tone::Plain, 0, &text));
    heading(&mut page, words::levels(viewport.lang));
    for (number, level) in definition.levels.iter().enumerate() {
        page.line(&format!("{}. {BOLD}{}{BOLD:#}", number + 1, level.name));
        page.text(Tone::Plain, 3, &plain(&level.summary));
    }
    profile(&mut page, definition, viewport.lang);
    let mut number = 0;
    for criterion in &definition.criteria {
        heading(&mut page, &definition.heading(criterion));
        page.text(Tone::Plain, 0, &plain(&criterion.description));
        for asked in &criterion.questions {
            number += 1;
            page.line("");
            question(&mut page, number, asked, definition, viewport.lang);
        }
    }
    challenges(&mut page, definition, viewport.lang);
    actions(&mut page, definition, viewport.lang);
    page.finish()
}

/// The actions with their ids, by which an answer file refers to them.
fn actions(page: &mut Page, definition: &Definition, lang: Lang) {
    if !definition.actions.is_empty() {
        heading(page, words::actions(lang));
    }
    for action in &definition.actions {
        page.text(Tone::Plain, 0, &action.title);
        let unit = &definition.effort_unit;
        let cost = &action.effort * definition.effort_factor;
        let effort = match &cost {
            Cost::Same(effort) => words::effort_in_units(lang, *effort, unit, &definition.language),
            Cost::By { fact, .. } => {
                let fact = definition.profile.iter().find(|known| known.id == *fact);
                let fact = fact.expect("a definition has the facts that it names");
                format!("{cost} {unit} {}", facts::by_fact(lang, &fact.text))
            }
        };
        page.text(Tone::Faint, 4, &format!("{}, {effort}", action.id));
        faint(page, facts::for_whom(definition, &action.condition, lang));
        faint(page, words::with_refs(lang, &action.refs));
    }
}

/// The facts that are asked for, with the ids by which answer files and conditions refer to them and to their options.
fn profile(page: &mut Page, definition: &Definition, lang: Lang) {
    if !definition.profile.is_empty() {
        heading(page, facts::title(lang));
        page.text(Tone::Plain, 0, facts::what_for(lang));
    }
    for fact in &definition.profile {
        page.line("");
        page.text(Tone::Strong, 0, &fact.text);
        let several = if fact.many { format!(", {}", facts::several(lang)) } else { String::new() };
        page.line(&format!("    {DIM}{}{several}{DIM:#}", fact.id));
        if let Some(help) = &fact.help {
            page.text(Tone::Plain, 4, &plain(help));
        }
        let width = fact.options.iter().map(|option| option.id.len()).max().expect("a fact has options");
        for option in &fact.options {
            let assumed = fact.assume.as_ref() == Some(&option.id);
            let text =
                if assumed { words::aside(lang, &option.text, facts::assumed(lang)) } else { option.text.clone() };
            page.hanging(Tone::Plain, "    ", &format!("{:<width$}  ", option.id), &text);
        }
    }
}

/// The challenges, and the answers that show them.
fn challenges(page: &mut Page, definition: &Definition, lang: Lang) {
    if !definition.challenges.is_empty() {
        heading(page, facts::challenges(lang));
    }
    for challenge in &definition.challenges {
        page.text(Tone::Plain, 0, &challenge.name);
        page.line(&format!("    {DIM}{}{DIM:#}", challenge.id));
        page.text(Tone::Plain, 4, &plain(&challenge.summary));
        let when = challenge.when.iter().map(|when| facts::at_worst(lang, &when.question, when.points));
        let when = when.collect::<Vec<_>>().join(words::and(lang));
        page.text(Tone::Faint, 4, &facts::found_when(lang, &when));
        faint(page, facts::for_whom(definition, &challenge.condition, lang));
    }
}

/// What is beside the matter, if it is said: for whom something is, and what it refers to.
fn faint(page: &mut Page, text: Option<String>) {
    if let Some(text) = text {
        page.text(Tone::Faint, 4, &text);
    }
}

/// What is before the first full stop, and the stop.
fn first_sentence(text: &str) -> &str {
    let text = text.lines().next().unwrap_or_default();
    let english = text.find(". ").map(|at| at + 1);
    let japanese = text.find('。').map(|at| at + '。'.len_utf8());
    let end = [english, japanese].into_iter().flatten().min();
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

fn question(page: &mut Page, number: usize, question: &Question, definition: &Definition, lang: Lang) {
    page.hanging(Tone::Strong, "", &format!("{number:>2}. "), &question.text);
    page.line(&format!("    {DIM}{}{DIM:#}", question.id));
    faint(page, facts::for_whom(definition, &question.condition, lang).map(|whom| facts::asked(lang, &whom)));
    if let Some(help) = &question.help {
        page.text(Tone::Plain, 4, &plain(help));
    }
    for option in &question.options {
        page.hanging(Tone::Plain, "    ", &format!("{:>3}  ", option.points), &option.text);
    }
    if question.not_applicable.is_allowed() {
        let text = words::with_reason(lang, words::does_not_apply(lang), question.not_applicable.when());
        page.hanging(Tone::Plain, "    ", "n/a  ", &text);
    }
    let level = question.level.as_ref().and_then(|id| definition.level_index(id)).map(|at| &definition.levels[at].name);
    faint(page, level.map(|level| words::labelled(lang, words::level(lang), level)));
    faint(page, words::with_refs(lang, &question.refs));
}

fn heading(page: &mut Page, text: &str) {
    page.line("");
    page.line(&format!("{BOLD}{text}{BOLD:#}"));
}
