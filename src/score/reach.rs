//! Questions that belong to levels: how many of each level's are as it asks, and how far each criterion comes by its own.
//!
//! What that means for the level of an organisation is for `judge`.

use super::scheme::Scheme;

/// How the questions that belong to levels stand; empty where none does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Of each level.
    pub levels: Vec<Reached>,
    /// Of each criterion the index of its own level: the highest that questions belong to of which all questions in it, and
    /// all of the levels below, are as those levels ask; the first where there is none such. None where no question that
    /// belongs to a level applies in it.
    pub criteria: Vec<Option<usize>>,
}

/// How many questions there are of a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// That apply.
    pub applicable: usize,
    /// That score what it asks, of those.
    pub reached: usize,
}

impl Scheme {
    /// Finds how the questions stand that belong to levels, with an option of each; none where it does not apply.
    pub(super) fn reach(&self, option: impl Fn(usize) -> Option<u8>, reach: &mut Reach) {
        let Some(&top) = self.ladder.last() else { return };
        reach.levels.clear();
        reach.levels.resize(self.levels.len(), Reached::default());
        reach.criteria.clear();
        reach.criteria.resize(self.criteria.len(), None);
        for (at, question) in self.questions.iter().enumerate() {
            let (Some((level, least)), Some(option)) = (question.level, option(at)) else { continue };
            let of = &mut reach.levels[level];
            let own = reach.criteria[question.criterion].get_or_insert(top);
            of.applicable += 1;
            if option >= least {
                of.reached += 1;
            } else {
                let below = self.ladder.iter().rev().find(|below| **below < level);
                *own = (*own).min(below.copied().unwrap_or(0));
            }
        }
    }
}
