//! Sets of candidates that are good enough, made from what a bound would choose. Whether there are better ones is not
//! asked.

use super::node::Node;
use super::problem::Problem;
use super::targets::Targets;

/// The candidates chosen at `node` and `more`, with all that must be done first, but without those of `more` that are not
/// needed to reach the targets, the dearest first.
pub(super) fn polish(
    problem: &Problem<'_>,
    targets: &Targets<'_>,
    node: &Node,
    more: &[usize],
    work: &mut u64,
) -> Node {
    let with = |kept: &[usize]| {
        let mut set = node.clone();
        kept.iter().for_each(|&at| set.include(problem, at));
        set
    };
    let mut set = with(more);
    let mut kept: Vec<usize> = set.chosen().into_iter().filter(|&at| !node.is_chosen(at)).collect();
    kept.sort_by_key(|&at| problem.candidates[at].effort);
    for place in (0..kept.len()).rev() {
        let at = kept[place];
        if problem.followers[at].iter().any(|&next| set.is_chosen(next)) {
            continue;
        }
        let others: Vec<usize> = kept.iter().copied().filter(|&other| other != at).collect();
        let without = with(&others);
        *work += 4 * kept.len() as u64;
        if targets.hold(problem, &without) {
            kept = others;
            set = without;
        }
    }
    set
}

/// Chooses more, most gain for the effort first, while the effort stays below `cutoff`.
pub(super) fn fill(problem: &Problem<'_>, node: &mut Node, cutoff: u32) {
    loop {
        let startable = |at: &usize| {
            let candidate = &problem.candidates[*at];
            node.effort.saturating_add(candidate.effort) < cutoff
                && candidate.after.iter().all(|&before| node.is_chosen(before))
        };
        let next = problem.densest(&node.options, node.free().filter(startable)).filter(|(_, gain)| *gain > 0);
        let Some((next, _)) = next else { return };
        node.include(problem, next);
    }
}
