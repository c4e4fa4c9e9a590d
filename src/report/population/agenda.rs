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
    let disagree = || organisations.iter().filter(|organisation| !organisation.agenda.is_empty());
    if disagree().next().is_none() {
        return page.finish();
    }
    page.line(words::agenda(look.lang));
    for organisation in disagree().take(ORGANISATIONS) {
        page.line("");
        page.text(&sentences::organisation(look.lang, organisation));
        for (number, item) in organisation.agenda.iter().take(TOPICS).enumerate() {
            for (at, line) in wrap(questions[item.question], look.width.saturating_sub(4)).iter().enumerate() {
                page.line(&if at == 0 { format!("{:>2}. {line}", number + 1) } else { format!("    {line}") });
            }
            wrap(&sentences::disagreement(look.lang, item), look.width.saturating_sub(4))
                .iter()
                .for_each(|line| page.line(&format!("    {line}")));
        }
    }
    let left = disagree().count().saturating_sub(ORGANISATIONS);
    if left > 0 {
        page.line(&words::more_organisations(look.lang, left));
    }
    page.finish()
}
