//! The problem taken apart: a *part* for each question that can be raised and each obligation, and the *ways* to raise it.
//! What a way costs is for `bound`.

use super::problem::Problem;
use super::targets::Targets;
use crate::exact::gcd;

/// Into so many units what a criterion can gain is divided at most.
const MOST_UNITS: u64 = 255;
/// Into so many units what the overall worth can gain is divided at most.
const MOST_OVERALL: u128 = 1 << 20;

/// One question that can be raised, or one obligation.
pub(super) struct Part {
    /// The question; none of an obligation.
    pub(super) question: Option<usize>,
    /// What raises it, to the lower options first.
    pub(super) ways: Vec<Way>,
}

/// A candidate that raises a part.
pub(super) struct Way {
    pub(super) candidate: usize,
    /// The option that it raises the question to; 1 of an obligation.
    pub(super) to: u8,
    /// See [`Way::copies`]: there may be millions in all.
    copies: Box<[u32]>,
}

impl Way {
    /// The copies of the candidate, and of all that must be done before it, in this part.
    #[inline]
    pub(super) fn copies(&self) -> impl ExactSizeIterator<Item = usize> {
        self.copies.iter().map(|&copy| copy as usize)
    }
}

/// A criterion or an obligation.
pub(super) struct Group {
    pub(super) parts: Vec<Part>,
    /// How much worth is one unit here.
    pub(super) unit: u64,
    /// What so many units count for the overall score, in units of [`Parts::overall_unit`].
    pub(super) overall: Vec<u64>,
}

/// The problem taken apart.
pub(super) struct Parts {
    /// The criteria, then the obligations.
    pub(super) groups: Vec<Group>,
    /// How much overall worth is one unit.
    pub(super) overall_unit: u128,
    /// The candidate of each copy.
    pub(super) copies: Vec<usize>,
    /// The copies of each candidate.
    pub(super) of_candidate: Vec<Vec<usize>>,
}

impl Parts {
    pub(super) fn new(problem: &Problem<'_>, targets: &Targets<'_>) -> Self {
        let mut parts = Self {
            groups: Vec::new(),
            overall_unit: 0,
            copies: Vec::new(),
            of_candidate: vec![Vec::new(); problem.candidates.len()],
        };
        let needs: Vec<Vec<usize>> = (0..problem.candidates.len()).map(|at| problem.with_needs(at)).collect();
        let mut raised = vec![Vec::new(); problem.options.len()];
        for (at, candidate) in problem.candidates.iter().enumerate() {
            candidate.raises.iter().for_each(|&(question, to)| raised[question].push((at, to)));
        }
        let mut groups: Vec<Vec<Part>> = problem.scheme.criteria.iter().map(|_| Vec::new()).collect();
        for (question, ways) in raised.into_iter().enumerate().filter(|(_, ways)| !ways.is_empty()) {
            groups[problem.scheme.questions[question].criterion].push(parts.part(Some(question), ways, &needs));
        }
        for candidates in targets.obligations {
            let ways = candidates.iter().map(|&at| (at, 1)).collect();
            groups.push(vec![parts.part(None, ways, &needs)]);
        }
        let units: Vec<(u64, u64)> = groups.iter().map(|parts| unit(problem, parts)).collect();
        let per_unit = |at: usize| problem.per_unit.get(at).map_or(0, |per_unit| per_unit * u128::from(units[at].0));
        let exact = (0..groups.len()).fold(0, |unit, at| gcd(unit, per_unit(at)));
        let most: u128 = units.iter().enumerate().map(|(at, (_, range))| per_unit(at) * u128::from(*range)).sum();
        parts.overall_unit = if most > exact * MOST_OVERALL { most.div_ceil(MOST_OVERALL) } else { exact.max(1) };
        for (at, group) in groups.into_iter().enumerate() {
            let count = |units: u64| (per_unit(at) * u128::from(units)).div_ceil(parts.overall_unit);
            let count = |units: u64| u64::try_from(count(units)).expect("it is at most `MOST_OVERALL` and one");
            let overall = (0..=units[at].1).map(count).collect();
            parts.groups.push(Group { parts: group, unit: units[at].0, overall });
        }
        parts
    }

    fn part(&mut self, question: Option<usize>, mut ways: Vec<(usize, u8)>, needs: &[Vec<usize>]) -> Part {
        ways.sort_by_key(|&(at, to)| (to, at));
        let mut of_part = vec![None; needs.len()];
        let mut copy = |at: usize| {
            *of_part[at].get_or_insert_with(|| {
                self.copies.push(at);
                self.of_candidate[at].push(self.copies.len() - 1);
                self.copies.len() - 1
            })
        };
        let way = |(candidate, to): (usize, u8)| {
            let copies = needs[candidate].iter().map(|&at| u32::try_from(copy(at)).expect("definitions have bounds"));
            let copies = copies.collect();
            Way { candidate, to, copies }
        };
        Part { question, ways: ways.into_iter().map(way).collect() }
    }
}

/// How much worth is one unit in a group, and how many units it can gain. What is not divided evenly is rounded up, so
/// that it only becomes easier to gain.
fn unit(problem: &Problem<'_>, parts: &[Part]) -> (u64, u64) {
    let gains = |part: &Part| {
        let Some(question) = part.question else { return vec![1] };
        part.ways.iter().map(|way| problem.worth(&problem.options, question, way.to)).collect()
    };
    let gains: Vec<Vec<u64>> = parts.iter().map(gains).collect();
    let steps =
        parts.iter().flat_map(|part| part.question).flat_map(|question| &problem.scheme.questions[question].values);
    let exact = steps.fold(0, |unit, value| gcd(unit, *value)).max(1);
    let most: u64 = gains.iter().filter_map(|gains| gains.iter().max()).sum();
    let unit = exact.max(most.div_ceil(MOST_UNITS));
    (unit, gains.iter().filter_map(|gains| gains.iter().max()).map(|most| most.div_ceil(unit)).sum())
}
