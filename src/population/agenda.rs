//! What the respondents of one organisation should talk about: where they disagree, and how much hangs on it.
//!
//! With many respondents, nearly every question is answered by somebody at its worst and by somebody at its best, so the
//! ends tell nothing. The spread of a question is the mean difference between two respondents, over all pairs of them, in
//! points of the overall score that their answers to it alone would make. Of two respondents it is their difference; of
//! many, an outlier hardly moves it. Unlike shares of agreeing pairs and quartiles it says how far apart they are, in
//! few answers and in many, and unlike measures of consensus (Tastle and Wierman) it needs no float and counts what
//! the question is worth.

use std::collections::BTreeMap;

use super::counts::Counts;
use crate::answers::Code;
use crate::definition::{Definition, Question};
use crate::exact::{Fraction, Score};
use crate::score::{Scored, Scorer};
use crate::text::clean;

/// The widest denominator with which pairs of many respondents fit 128 bits.
const WIDEST: u64 = 1 << 32;

/// A question on which colleagues disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The index of the question.
    pub question: usize,
    /// The points of the lowest and of the highest answer.
    pub points: (u32, u32),
    /// The points that were chosen, lowest first, and by how many respondents.
    pub chosen: Vec<(u32, u64)>,
    /// What lies between lowest and highest of the overall score: exact, then cut.
    pub effect: Score,
    /// The mean difference of two respondents in the overall score: exact, then cut.
    pub spread: Score,
    /// Whether the lowest and the highest answer make different levels.
    pub decides_level: bool,
    /// How many respondents give an answer that makes another level than the merged one.
    pub other_level: u64,
    /// For each role, where there are roles, its name and its mean in tenths of a point.
    pub roles: Vec<(String, u64)>,
}

/// The chosen options of a question with the overall score and the level that each makes.
struct Outcomes {
    /// The numerator of each score, and how many chose it.
    scores: Vec<(u64, u64)>,
    full: u64,
    levels: Vec<usize>,
}

/// The questions on which the respondents differ: first those that change the level by the answers of most, then by spread.
pub(super) fn agenda(
    definition: &Definition,
    scorer: &Scorer,
    chosen: &[Counts],
    roles: &BTreeMap<Vec<u8>, Vec<Counts>>,
    codes: &[Code],
) -> Vec<Disagreement> {
    let mut scored = Scored::default();
    let level = scorer.score(codes, &mut scored).then_some(scored.low.level);
    let mut agenda = Vec::new();
    for (at, (_, question)) in definition.questions().enumerate() {
        let options = chosen[at].chosen();
        let (Some(&(low, _)), Some(&(high, _))) = (options.first(), options.last()) else { continue };
        let Some(outcomes) = (low < high).then(|| Outcomes::of(scorer, codes, at, &options)).flatten() else {
            continue;
        };
        let spread = spread(&outcomes.scores, outcomes.full);
        let points = |option: u8| question.options[usize::from(option)].points;
        let (first, last) = (outcomes.scores[0].0, outcomes.scores[options.len() - 1].0);
        let other = outcomes.levels.iter().zip(&options).filter(|(of, _)| Some(**of) != level);
        let item = Disagreement {
            question: at,
            points: (points(low), points(high)),
            chosen: options.iter().map(|(option, count)| (points(*option), *count)).collect(),
            effect: Score::of(last.abs_diff(first).into(), outcomes.full.into()),
            spread: spread.score(),
            decides_level: outcomes.levels.first() != outcomes.levels.last(),
            other_level: other.map(|(_, (_, count))| count).sum(),
            roles: means(roles, at, question),
        };
        agenda.push((spread, item));
    }
    agenda.sort_by(|(a, of_a), (b, of_b)| (of_b.other_level, b).cmp(&(of_a.other_level, a)));
    agenda.into_iter().map(|(_, item)| item).collect()
}

impl Outcomes {
    /// Of all other answers merged; none where nothing can be scored.
    fn of(scorer: &Scorer, codes: &[Code], at: usize, options: &[(u8, u64)]) -> Option<Self> {
        let (mut codes, mut scored) = (codes.to_vec(), Scored::default());
        let (mut exact, mut cut, mut levels) = (Vec::new(), Vec::new(), Vec::new());
        for (option, count) in options {
            codes[at] = *option;
            if !scorer.score(&codes, &mut scored) {
                return None;
            }
            exact.extend(scored.exact_overall().map(|overall| (overall, *count)));
            cut.push((u64::from(scored.low.overall.tenths()), *count));
            levels.push(scored.low.level);
        }
        let full = exact.first().map(|(overall, _)| overall.full);
        let full = full.filter(|full| exact.len() == cut.len() && *full > 0 && *full <= WIDEST);
        let full = full.filter(|full| exact.iter().all(|(overall, _)| overall.full == *full));
        Some(match full {
            Some(full) => Self { scores: exact.iter().map(|(of, count)| (of.value, *count)).collect(), full, levels },
            None => Self { scores: cut, full: Score::FULL.tenths().into(), levels },
        })
    }
}

/// The mean difference of two of all who chose these scores.
fn spread(scores: &[(u64, u64)], full: u64) -> Fraction<u128> {
    let mut differences = 0;
    for (at, (score, count)) in scores.iter().enumerate() {
        let others = scores[..at].iter().map(|(of, others)| u128::from(score.abs_diff(*of)) * u128::from(*others));
        differences += others.sum::<u128>() * u128::from(*count);
    }
    let all: u128 = scores.iter().map(|(_, count)| u128::from(*count)).sum();
    Fraction { value: differences * 2, full: (all * all.saturating_sub(1)).max(1) * u128::from(full) }
}

/// The mean of each role that answers the question at `at`.
fn means(roles: &BTreeMap<Vec<u8>, Vec<Counts>>, at: usize, question: &Question) -> Vec<(String, u64)> {
    let mean = |(role, chosen): (&Vec<u8>, &Vec<Counts>)| {
        Some((clean(&String::from_utf8_lossy(role)).into_owned(), chosen[at].mean(question)?))
    };
    roles.iter().filter_map(mean).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_outlier_among_many_is_less_than_two_camps() {
        let camps = spread(&[(0, 13), (4, 13)], 4);
        let outlier = spread(&[(0, 1), (4, 25)], 4);
        assert_eq!(camps.score().to_string(), "52.0");
        assert_eq!(outlier.score().to_string(), "7.6");
        assert_eq!(spread(&[(0, 1), (4, 1)], 4).score(), Score::FULL, "of two it is their difference");
    }

    proptest! {
        /// Against all pairs one by one; and nobody is further from anybody than the ends are.
        #[test]
        fn spread_is_the_mean_over_all_pairs(scores in prop::collection::vec(0u64..50, 2..40), full in 50u64..1_000) {
            let counts: Vec<(u64, u64)> = scores.iter().map(|score| (*score, 1)).collect();
            let mut sum = 0;
            for (at, a) in scores.iter().enumerate() {
                sum += scores[..at].iter().map(|b| u128::from(a.abs_diff(*b))).sum::<u128>();
            }
            let pairs = (scores.len() * (scores.len() - 1) / 2) as u128;
            let mean = Fraction { value: sum, full: pairs * u128::from(full) };
            let spread = spread(&counts, full);
            prop_assert!(spread.cmp(&mean).is_eq());
            let ends = scores.iter().max().unwrap() - scores.iter().min().unwrap();
            let ends: Fraction<u128> = Fraction { value: ends, full }.into();
            prop_assert!(spread <= ends);
        }
    }
}
