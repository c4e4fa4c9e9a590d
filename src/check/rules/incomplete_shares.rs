//! `incomplete-shares`: adds up the shares of each benchmark.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::exact::Score;
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "incomplete-shares",
    group: Group::Correctness,
    summary: "The shares of a benchmark do not add up to 100.",
    why: "They say how many of a hundred organisations are on each level. Published figures are rounded, so 99 to 101 \
          is accepted; beyond that a level is missing or a figure mistyped.",
    bad: r#"[[benchmarks]]
id = "world"
shares = { low = 50, high = 5 }"#,
    good: r#"[[benchmarks]]
id = "world"
shares = { low = 50, high = 50 }"#,
};

/// How far the sum may be from 100, in tenths.
const ROUNDING: u32 = 10;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, benchmark) in context.definition.benchmarks.iter().enumerate() {
        let sum: u32 = benchmark.shares.iter().map(|share| u32::from(share.percent.tenths())).sum();
        if sum.abs_diff(u32::from(Score::FULL.tenths())) > ROUNDING {
            let shares = context.item("benchmarks", at).key("shares");
            let message = say::shares_add_up(&benchmark.id, sum / 10, sum % 10);
            findings.add(&RULE, shares.span(), message).help(say::share_of_each());
        }
    }
}
