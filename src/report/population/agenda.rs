//! Where the respondents of each organisation differ, for the terminal: what they should talk about.

use super::page::Page;
use super::sentences;
use crate::definition::Definition;
use crate::population::Organisation;
use crate::report::Viewport;
use crate::report::words;
use crate::text::wrap;

/// How many organisations an agenda names, and how many questions of each.
const ORGANISATIONS: usize = 20;
const TOPICS: usize = 5;

/// What the respondents of each organisation should talk about.
pub fn agenda(definition: &Definition, organisations: &[Organisation], look: Viewport) -> String {
    let questions: Vec<&str> = definition.questions().map(|(_, question)| question.text.as_str()).collect();
    let mut page = Page::new(look);
    let is_topic = |of: &&Organisation| !of.agenda.is_empty() || !of.disputed.is_empty();
    let disagree = || organisations.iter().filter(is_topic);
    if disagree().next().is_none() {
        return page.finish();
    }
    page.line(words::agenda(look.lang));
    page.text(words::how_to_read_agenda(look.lang));
    for organisation in disagree().take(ORGANISATIONS) {
        page.line("");
        page.text(&sentences::organisation(look.lang, organisation));
        let facts = organisation.disputed.iter().map(|of| (sentences::dispute(look.lang, definition, of), None));
        let questions = organisation
            .agenda
            .iter()
            .take(TOPICS)
            .map(|of| (questions[of.question].to_owned(), Some(sentences::disagreement(look.lang, of))));
        for (number, (topic, below)) in (1..).zip(facts.chain(questions)) {
            for (at, line) in wrap(&topic, look.width.saturating_sub(4)).iter().enumerate() {
                page.line(&if at == 0 { format!("{number:>2}. {line}") } else { format!("    {line}") });
            }
            let below = below.map(|below| wrap(&below, look.width.saturating_sub(4))).unwrap_or_default();
            below.iter().for_each(|line| page.line(&format!("    {line}")));
        }
    }
    let left = disagree().count().saturating_sub(ORGANISATIONS);
    if left > 0 {
        page.line(&words::more_organisations(look.lang, left));
    }
    page.finish()
}
