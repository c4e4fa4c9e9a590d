//! What the columns of a table of results are called for people: names in place of ids, in the language of the results.

use std::collections::HashSet;

use super::layout::{Layout, WORDS};
use crate::definition::Definition;
use crate::report::words::metadata_key;
use crate::words::Lang;
use crate::words::report_heads as words;

impl Layout {
    /// The title of each column, in the order of [`Self::header`]: all different. `definition` is in the language of the results.
    pub fn titles(&self, definition: &Definition, lang: Lang) -> Vec<String> {
        let criteria = || definition.criteria.iter().map(|criterion| criterion.name.as_str());
        let groups = || definition.groups.iter().map(|group| group.name.as_str());
        let head = |id: &str| words::head(lang, id);
        let carried = self.metadata.iter().map(|key| metadata_key(lang, key).to_owned());
        let mut titles: Vec<String> = carried.chain(self.figures.iter().map(|id| head(id))).collect();
        titles.extend(criteria().map(str::to_owned));
        if self.extras.intervals {
            titles.extend(criteria().map(|name| words::score_at_best(lang, name)));
        }
        if self.own_levels {
            titles.extend(criteria().map(|name| words::level_of(lang, name)));
        }
        if self.own_levels && self.extras.intervals {
            titles.extend(criteria().map(|name| words::level_at_best(lang, name)));
        }
        titles.extend(groups().map(str::to_owned));
        if self.extras.intervals {
            titles.extend(groups().map(|name| words::score_at_best(lang, name)));
        }
        titles.extend(WORDS.map(head));
        titles.extend(self.extras.percentiles.as_ref().map(|_| head("percentile")));
        titles.extend((1..=self.extras.actions).map(|number| words::action(lang, number)));
        distinct(titles)
    }
}

/// The same titles, with a number behind those that there are already.
fn distinct(titles: Vec<String>) -> Vec<String> {
    let mut taken = HashSet::new();
    let title = |title: String| {
        let numbered = (2..).map(|number| format!("{title} ({number})"));
        let free = std::iter::once(title.clone()).chain(numbered).find(|title| !taken.contains(title));
        let free = free.expect("there are more numbers than titles");
        taken.insert(free.clone());
        free
    };
    titles.into_iter().map(title).collect()
}
