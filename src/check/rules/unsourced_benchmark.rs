//! `unsourced-benchmark`: looks at each benchmark.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::{check_texts as say, definition as called};

pub(crate) static RULE: Rule = Rule {
    id: "unsourced-benchmark",
    group: Group::Suspicious,
    summary: "A benchmark cites no source.",
    why: "A benchmark is a claim about other organisations: who asked how many of them, and when? Without a source \
          nobody can look.",
    bad: r#"[[benchmarks]]
id = "world""#,
    good: r#"[[benchmarks]]
id = "world"
source = "book""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, benchmark) in
        context.definition.benchmarks.iter().enumerate().filter(|(_, benchmark)| benchmark.source.is_none())
    {
        let place = context.item("benchmarks", at).key("id");
        findings
            .add(&RULE, place.span(), say::cites_no_source(called::benchmark(), &benchmark.id))
            .help(say::who_published());
    }
}
