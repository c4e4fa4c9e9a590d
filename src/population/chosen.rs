//! What the respondents of an organisation chose, kept small: where they are few their answers themselves, which take less
//! room than counts, and else how many chose each option.

use super::counts::Counts;
use crate::answers::{Code, NOT_APPLICABLE};
use crate::definition::Definition;

#[derive(Clone, Debug)]
pub(super) enum Chosen {
    /// The answers of one respondent after the other.
    Few(Vec<Code>),
    /// Of each question its options, and n/a.
    Many(Vec<u64>),
}

impl Default for Chosen {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Chosen {
    /// Adds the answers of a respondent.
    pub(super) fn add(&mut self, definition: &Definition, codes: &[Code]) {
        match self {
            Self::Few(all) => {
                all.reserve_exact(codes.len());
                all.extend_from_slice(codes);
                if all.len() > size_of::<u64>() * places(definition) {
                    *self = Self::Many(counted(definition, all));
                }
            }
            Self::Many(counts) => count(definition, counts, codes),
        }
    }

    /// Adds what other respondents chose.
    pub(super) fn merge(&mut self, definition: &Definition, mut other: Self) {
        if matches!(self, Self::Few(_)) && matches!(other, Self::Many(_)) {
            std::mem::swap(self, &mut other);
        }
        match (self, other) {
            (Self::Many(own), Self::Many(other)) => own.iter_mut().zip(other).for_each(|(own, other)| *own += other),
            (own, Self::Few(all)) => {
                let questions = definition.questions().count().max(1);
                all.chunks_exact(questions).for_each(|codes| own.add(definition, codes));
            }
            (Self::Few(_), Self::Many(_)) => unreachable!("they were exchanged"),
        }
    }

    /// How many chose each option of each question.
    pub(super) fn counts(&self, definition: &Definition) -> Vec<Counts> {
        let few;
        let mut rest = match self {
            Self::Few(all) => {
                few = counted(definition, all);
                few.as_slice()
            }
            Self::Many(counts) => counts,
        };
        let of = |options: usize| {
            let (own, others) = rest.split_at(options + 1);
            rest = others;
            Counts::new(own[..options].to_vec(), own[options])
        };
        definition.questions().map(|(_, question)| question.options.len()).map(of).collect()
    }
}

/// How many counts there are.
fn places(definition: &Definition) -> usize {
    definition.questions().map(|(_, question)| question.options.len() + 1).sum()
}

fn counted(definition: &Definition, all: &[Code]) -> Vec<u64> {
    let mut counts = vec![0; places(definition)];
    let questions = definition.questions().count().max(1);
    all.chunks_exact(questions).for_each(|codes| count(definition, &mut counts, codes));
    counts
}

fn count(definition: &Definition, counts: &mut [u64], codes: &[Code]) {
    let mut first = 0;
    for ((_, question), code) in definition.questions().zip(codes) {
        let options = question.options.len();
        let at = if *code == NOT_APPLICABLE { options } else { usize::from(*code) };
        // Any other code is no answer.
        if at <= options && (at < options || *code == NOT_APPLICABLE) {
            counts[first + at] += 1;
        }
        first += options + 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::answers::UNANSWERED;
    use crate::definition::bundled;
    use crate::diagnostic::Source;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        /// Few or many, added one by one or merged in any parts: the counts are those of a plain loop.
        #[test]
        fn nobody_is_lost(
            codes in prop::collection::vec(
                prop::collection::vec(prop_oneof![0u8..2, Just(NOT_APPLICABLE), Just(UNANSWERED)], 3),
                0..90,
            ),
            cuts in prop::collection::vec(0usize..90, 0..4),
        ) {
            let file = Source::new("cx-maturity.toml", bundled::find(bundled::DEFAULT).unwrap().toml);
            let definition = crate::definition::read(&std::sync::Arc::new(file)).0.unwrap();
            let questions = definition.questions().count();
            let rows: Vec<Vec<Code>> =
                codes.into_iter().map(|row| row.into_iter().cycle().take(questions).collect()).collect();
            let mut parts = vec![Chosen::default(); cuts.len() + 1];
            let mut plain = vec![(vec![0; 20], 0); questions];
            for (at, row) in rows.iter().enumerate() {
                let part = cuts.iter().filter(|cut| **cut <= at).count();
                parts[part].add(&definition, row);
                for ((options, not_applicable), code) in plain.iter_mut().zip(row) {
                    match *code {
                        NOT_APPLICABLE => *not_applicable += 1,
                        UNANSWERED => {}
                        option => options[usize::from(option)] += 1,
                    }
                }
            }
            let mut all = Chosen::default();
            parts.into_iter().for_each(|part| all.merge(&definition, part));
            let expected = definition.questions().zip(plain).map(|((_, question), (mut options, not_applicable))| {
                options.truncate(question.options.len());
                Counts::new(options, not_applicable)
            });
            prop_assert_eq!(all.counts(&definition), expected.collect::<Vec<_>>());
        }
    }
}
