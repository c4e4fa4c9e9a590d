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

/// What the respondents of each organisation should talk about: of the first of those whose respondents disagree.
#[derive(Debug, Default)]
pub struct Agenda {
    shown: Vec<Organisation>,
    left: usize,
}

impl Agenda {
    pub fn add(&mut self, organisation: &Organisation) {
        let disagree = !organisation.agenda.is_empty() || !organisation.disputed.is_empty();
        match self.shown.len() < ORGANISATIONS {
            true if disagree => self.shown.push(organisation.clone()),
            _ => self.left += usize::from(disagree),
        }
    }

    pub fn page(&self, definition: &Definition, look: Viewport) -> String {
        agenda(definition, &self.shown, self.left, look)
    }
}

fn agenda(definition: &Definition, organisations: &[Organisation], left: usize, look: Viewport) -> String {
    let questions: Vec<&str> = definition.questions().map(|(_, question)| question.text.as_str()).collect();
    let mut page = Page::new(look);
    if organisations.is_empty() {
        return page.finish();
    }
    page.line(words::agenda(look.lang));
    page.text(words::how_to_read_agenda(look.lang));
    for organisation in organisations {
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
    if left > 0 {
        page.line(&words::more_organisations(look.lang, left));
    }
    page.finish()
}
