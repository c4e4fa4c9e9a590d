//! `indistinct-threshold`: looks for thresholds between which no score can fall.

use crate::check::Context;
use crate::check::reason::Threshold;
use crate::definition::{Clause, Scope};
use crate::diagnostic::{Findings, Group, Rule};
use crate::exact::Score;
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "indistinct-threshold",
    group: Group::Suspicious,
    summary: "Two thresholds for the same score decide the same, as no score lies between them.",
    why: "A criterion has only so many scores: one question with three options has 0, 50 and 100. Two thresholds \
          between two of them look like steps and are one. Compared are `in_place` and what levels ask of the same \
          criterion, and what levels ask of every criterion or overall; n/a is counted with all the scores that it \
          allows.",
    bad: r#"[[levels]]
id = "high"
requires = { criteria = { speed = 70 } }

[[criteria]]
id = "speed"
in_place = 75 # and its scores are 0, 25, 50, 75 and 100"#,
    good: r#"[[levels]]
id = "high"
requires = { criteria = { speed = 75 } }

[[criteria]]
id = "speed"
in_place = 75"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for gap in &context.reasoning().gaps {
        let ((lower, low), (higher, high)) = (gap.lower, gap.higher);
        // `in_place` may be left at its default, so the place is that of what a level asks for, where one does.
        let (place, score, other, other_score) = match higher {
            Threshold::InPlace(_) => (lower, low, higher, high),
            Threshold::Requirement(..) => (higher, high, lower, low),
        };
        let what = match other {
            Threshold::InPlace(_) => say::in_place_from(other_score),
            Threshold::Requirement(..) => say::score_here(other_score),
        };
        let message = none_between(context, place, low, high);
        let finding = findings.add(&RULE, context.threshold(place), message);
        finding.label(say::decides_the_same(score, other_score)).related(context.threshold(other), what);
        match gap.next {
            Some(next) => finding.help(say::next_score(&next.to_string())),
            None => finding.help(say::ask_for_the_same()),
        };
    }
}

/// That no score of the kind that a threshold is for reaches one and not the other.
fn none_between(context: &Context<'_>, threshold: Threshold, low: Score, high: Score) -> String {
    let criteria = &context.definition.criteria;
    match threshold {
        Threshold::InPlace(criterion) => say::no_score_in(&criteria[criterion].id, low, high),
        Threshold::Requirement(level, at) => match &context.definition.levels[level].requires[at] {
            Clause::Criterion(Scope::Named(id), _) => say::no_score_in(id, low, high),
            Clause::Criterion(Scope::Every, _) => say::no_score_in_any(low, high),
            Clause::Overall(_) | Clause::CriteriaInPlace(_) | Clause::Questions(..) => say::no_overall_score(low, high),
        },
    }
}
