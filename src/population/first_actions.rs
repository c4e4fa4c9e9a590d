//! The first actions of a row: those of its plan to the next level. Plans cost time, so rows with equal answers share one.

use std::collections::HashMap;

use crate::answers::{Answer, Code, answer_of};
use crate::plan::search::MAX_WORK;
use crate::plan::{Shares, first_actions};
use crate::score::Scheme;

/// The most plans that are remembered.
const MAX_PLANS: usize = 20_000;

/// Which first actions of a row are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    /// So many, however long the search for its route takes.
    All(usize),
    /// The first, since the row is one of so many that stand for all: where its route is proven in its share of the time that
    /// all of them have.
    OfSample(usize),
}

#[derive(Debug, Default)]
pub(super) struct FirstActions {
    known: HashMap<Box<[Code]>, Option<Vec<usize>>>,
}

impl FirstActions {
    /// The first actions for these answers, in the order of their plan, if they were found; the same are wanted each time.
    pub(super) fn of(&mut self, scheme: &Scheme, wanted: Wanted, codes: &[Code]) -> Option<&[usize]> {
        // Looked up twice where it is known: the key is only copied where it is not.
        if !self.known.contains_key(codes) {
            if self.known.len() >= MAX_PLANS {
                self.known.clear();
            }
            let answers: Vec<Answer> = codes.iter().map(|code| answer_of(*code)).collect();
            let (count, most_work) = match wanted {
                Wanted::All(count) => (count, MAX_WORK),
                Wanted::OfSample(rows) => (1, Shares::among(rows).next()),
            };
            let (actions, proven) = first_actions(scheme, &answers, count, most_work).unwrap_or((Vec::new(), true));
            let found = proven || matches!(wanted, Wanted::All(_));
            self.known.insert(codes.into(), found.then_some(actions));
        }
        self.known[codes].as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::{Profile, bundled};

    #[test]
    fn of_a_sample_only_what_is_proven_in_time_is_found() {
        let scheme = Scheme::compile(&bundled::find(bundled::DEFAULT).unwrap().definitions()[0], &Profile::default());
        let codes = vec![0; scheme.questions.len()];
        let first = |wanted| FirstActions::default().of(&scheme, wanted, &codes).map(<[usize]>::to_vec);
        let all = first(Wanted::All(1));
        assert!(all.as_ref().is_some_and(|actions| actions.len() == 1));
        assert_eq!(first(Wanted::OfSample(100)), all);
        // Who has to share with so many has no time.
        assert_eq!(first(Wanted::OfSample(usize::MAX)), None);
    }
}
