//! Which columns a table of results has, and which cell of a row stands in each. How a cell is written is a format's to say.

use std::collections::{HashMap, HashSet};

use crate::definition::Definition;
use crate::exact::Score;
use crate::mapping::Columns;
use crate::score::{Scored, Standing};
use crate::text::clean;

/// The columns behind those of criteria and groups, which every assessment has.
pub(super) const WORDS: [&str; 7] =
    ["in_place", "overall", "level", "open", "in_place_high", "overall_high", "possible_level"];

/// What stands in a row beside metadata and scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// For each criterion also the score at best.
    pub intervals: bool,
    pub actions: usize,
    /// The percentile in tenths of each overall score in tenths, in a reference population.
    pub percentiles: Option<Vec<u16>>,
}

/// The columns of a table of results.
#[derive(Debug)]
pub struct Layout {
    pub(super) extras: Extras,
    /// The names of the columns of metadata, of figures about merged respondents, and of results: all different.
    pub(super) metadata: Vec<String>,
    pub(super) figures: Vec<String>,
    results: Vec<String>,
    pub(super) criteria: Vec<(Vec<u8>, Score)>,
    /// Whether criteria have levels of their own, as questions belong to levels.
    pub(super) own_levels: bool,
    pub(super) groups: Vec<Vec<u8>>,
    pub(super) levels: Vec<Vec<u8>>,
    pub(super) actions: Vec<Vec<u8>>,
}

/// What takes the cells of a row, in the order of the columns.
pub(crate) trait Cells {
    /// An id, which can be written as it is.
    fn id(&mut self, id: &[u8]);
    fn score(&mut self, score: Option<Score>);
    fn number(&mut self, number: usize);
    fn coefficient(&mut self, coefficient: f64);
    fn empty(&mut self);
}

impl Layout {
    /// Of a row a respondent, where an input has these columns.
    pub fn new(definition: &Definition, columns: &Columns, extras: Extras) -> Self {
        let metadata = columns.list.iter().enumerate().filter(|(_, column)| column.is_carried());
        Self::named(definition, metadata.map(|(at, column)| (at, column.name())), extras)
    }

    /// Of a row an organisation, named under `header`.
    pub fn of_organisations(definition: &Definition, header: &str, extras: Extras) -> Self {
        let names = [header, "respondents", "agreement"];
        let mut layout = Self::named(definition, names.into_iter().enumerate(), extras);
        layout.figures = layout.metadata.split_off(1);
        layout
    }

    fn named<'a>(definition: &Definition, metadata: impl Iterator<Item = (usize, &'a str)>, extras: Extras) -> Self {
        let ids = || definition.criteria.iter().map(|criterion| criterion.id.clone());
        let mut results: Vec<String> = ids().collect();
        if extras.intervals {
            results.extend(ids().map(|id| format!("{id}_high")));
        }
        let own_levels = definition.questions().any(|(_, question)| question.level.is_some());
        if own_levels {
            results.extend(ids().map(|id| format!("{id}_level")));
        }
        if own_levels && extras.intervals {
            results.extend(ids().map(|id| format!("{id}_level_high")));
        }
        let groups = || definition.groups.iter().map(|group| &group.id);
        results.extend(groups().map(|id| format!("group_{id}")));
        if extras.intervals {
            results.extend(groups().map(|id| format!("group_{id}_high")));
        }
        results.extend(WORDS.map(str::to_owned));
        if extras.percentiles.is_some() {
            results.push("percentile".to_owned());
        }
        results.extend((1..=extras.actions).map(|number| format!("action_{number}")));
        let bytes = |id: &String| id.clone().into_bytes();
        let thresholds = definition.criteria.iter().map(|criterion| criterion.in_place);
        Self {
            extras,
            own_levels,
            groups: groups().map(bytes).collect(),
            metadata: unique(metadata, &results),
            figures: Vec::new(),
            results,
            criteria: ids().map(String::into_bytes).zip(thresholds).collect(),
            levels: definition.levels.iter().map(|level| bytes(&level.id)).collect(),
            actions: definition.actions.iter().map(|action| bytes(&action.id)).collect(),
        }
    }

    pub fn header(&self) -> impl Iterator<Item = &str> {
        self.metadata.iter().chain(&self.figures).chain(&self.results).map(String::as_str)
    }

    /// The percentile of a row, where one is wanted.
    #[inline]
    pub(super) fn percentile(&self, scored: &Scored) -> Option<Score> {
        let percentiles = self.extras.percentiles.as_ref()?;
        let tenths = percentiles.get(usize::from(scored.low.overall.tenths()));
        Some(tenths.and_then(|tenths| Score::from_tenths(*tenths)).expect("there is one of every overall score"))
    }

    /// Puts the figures about merged respondents.
    pub(super) fn put_figures(out: &mut impl Cells, (respondents, agreement): (u64, Option<f64>)) {
        out.number(usize::try_from(respondents).expect("no more rows were read than memory has addresses"));
        match agreement {
            Some(agreement) => out.coefficient(agreement),
            None => out.empty(),
        }
    }

    /// Puts the level of each criterion.
    #[inline(never)]
    fn put_own_levels(&self, out: &mut impl Cells, standing: &Standing) {
        for level in &standing.reach.criteria {
            match level {
                Some(level) => out.id(&self.levels[*level]),
                None => out.empty(),
            }
        }
    }

    /// Puts the results of a row. Where each cell is a call of its own, this takes a third longer.
    #[inline(always)]
    pub(super) fn put_results(&self, out: &mut impl Cells, scored: &Scored, actions: &[usize]) {
        let (low, high) = (&scored.low, scored.high());
        for score in &low.criteria {
            out.score(*score);
        }
        if self.extras.intervals {
            high.criteria.iter().for_each(|score| out.score(*score));
        }
        if self.own_levels {
            self.put_own_levels(out, low);
            if self.extras.intervals {
                self.put_own_levels(out, high);
            }
        }
        low.groups.iter().for_each(|score| out.score(*score));
        if self.extras.intervals {
            high.groups.iter().for_each(|score| out.score(*score));
        }
        out.number(low.in_place);
        out.score(Some(low.overall));
        out.id(&self.levels[low.level]);
        out.number(scored.open);
        if scored.open == 0 {
            (0..3).for_each(|_| out.empty());
        } else {
            out.number(high.in_place);
            out.score(Some(high.overall));
            out.id(&self.levels[high.level]);
        }
        if let Some(percentile) = self.percentile(scored) {
            out.score(Some(percentile));
        }
        for at in 0..self.extras.actions {
            match actions.get(at) {
                Some(action) => out.id(&self.actions[*action]),
                None => out.empty(),
            }
        }
    }
}

/// Names for columns, none of them empty, twice there, or that of a result.
fn unique<'a>(headers: impl Iterator<Item = (usize, &'a str)>, results: &[String]) -> Vec<String> {
    let mut taken: HashSet<String> = results.iter().cloned().collect();
    // The number to try first: thousands of columns may have one name.
    let mut next: HashMap<String, usize> = HashMap::new();
    let name = |(at, header): (usize, &str)| {
        let header = clean(header.trim()).replace(['\n', '\t'], " ");
        let base = match header.as_str() {
            "" => format!("column_{}", at + 1),
            header if results.iter().any(|result| result == header) => format!("input_{header}"),
            header => header.to_owned(),
        };
        let mut name = base.clone();
        let number = next.entry(base.clone()).or_insert(2);
        while !taken.insert(name.clone()) {
            name = format!("{base}_{number}");
            *number += 1;
        }
        name
    };
    headers.map(name).collect()
}
