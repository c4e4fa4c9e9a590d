//! `indistinct-threshold`: looks for thresholds between which no score can fall.

use crate::check::Context;
use crate::check::reason::Threshold;
use crate::definition::{Clause, Scope};
use crate::diagnostic::{Findings, Group, Rule};

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
            Threshold::InPlace(_) => format!("in place from {other_score}"),
            Threshold::Requirement(..) => format!("{other_score} here"),
        };
        let message = format!("no {} reaches {low} and not {high}", name(context, place));
        let finding = findings.add(&RULE, context.threshold(place), message);
        finding.label(format!("{score} decides the same as {other_score}")).related(context.threshold(other), what);
        match gap.next {
            Some(next) => {
                finding.help(format!("the next score is {next}: ask for it in both places, or move one away"))
            }
            None => finding.help("ask for the same in both places, or move one away"),
        };
    }
}

fn name(context: &Context<'_>, threshold: Threshold) -> String {
    let criteria = &context.definition.criteria;
    match threshold {
        Threshold::InPlace(criterion) => format!("score in `{}`", criteria[criterion].id),
        Threshold::Requirement(level, at) => match &context.definition.levels[level].requires[at] {
            Clause::Criterion(Scope::Named(id), _) => format!("score in `{id}`"),
            Clause::Criterion(Scope::Every, _) => "score in any criterion".to_owned(),
            Clause::Overall(_) | Clause::CriteriaInPlace(_) | Clause::Questions(..) => "overall score".to_owned(),
        },
    }
}
