//! Many organisations beside each other as a page: where each stands, with the report that says why.

use askama::Template;

use super::STYLE;
use crate::answers::AnswerSet;
use crate::definition::Definition;
use crate::report::model::{CriterionScore, Snapshot};
use crate::report::snapshot::snapshot;
use crate::report::{text, words};
use crate::words::Lang;

/// An organisation on the page.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub name: &'a str,
    pub respondents: u64,
    /// The answers that are reported.
    pub set: &'a AnswerSet,
    /// The file with its report, beside the page.
    pub file: &'a str,
}

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage<'a> {
    definition: &'a Definition,
    digest: &'a str,
    rows: Vec<(Entry<'a>, Snapshot)>,
    lang: Lang,
    style: &'static str,
}

/// The page for these organisations, in this order; one in which nothing applies is left out.
pub fn render(definition: &Definition, digest: &str, entries: &[Entry<'_>], lang: Lang) -> String {
    let rows = entries.iter().filter_map(|entry| Some((*entry, snapshot(definition, entry.set, None)?))).collect();
    let page = IndexPage { definition, digest, rows, lang, style: STYLE };
    page.render().expect("a string takes all that is written")
}

impl IndexPage<'_> {
    /// The language; the result of a call is what a template can hand on as it is.
    fn lang(&self) -> Lang {
        self.lang
    }

    fn title(&self) -> String {
        words::organisations(self.lang, u64::try_from(self.rows.len()).expect("they are counted in 64 bits"))
    }

    fn score(&self, score: &CriterionScore) -> String {
        text::score(score.low, score.high)
    }

    /// The levels, and how many organisations are on each.
    fn levels(&self) -> Vec<(&str, usize)> {
        let on = |id: &str| self.rows.iter().filter(|(_, stands)| stands.level.id == id).count();
        self.definition.levels.iter().map(|level| (level.name.as_str(), on(&level.id))).collect()
    }
}
