//! `undecided`: says what the rules that reason could not decide.

use crate::check::Context;
use crate::check::reason::Undecided;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "undecided",
    group: Group::Suspicious,
    summary: "A rule that reasons about all answers could not decide something.",
    why: "Silence would look like a clean bill. The rules look at every score that is possible; where weights or \
          points share so few divisors that there are hundreds of millions of them, or that their common denominator \
          has more than a hundred binary digits, they stop; and so they do where conditions tell more than 4,096 \
          profiles apart. The definition can be used, and scores it exactly all the \
          same.",
    bad: r#"[[criteria.questions]]
id = "speed-answer"
weight = 100
options = [{ points = 0, text = "never" }, { points = 1, text = "in time" }, { points = 997, text = "at once" }]
[[criteria.questions]]
id = "speed-hours"
weight = 99
options = [{ points = 0, text = "none" }, { points = 1, text = "some" }, { points = 991, text = "all" }]"#,
    good: r#"[[criteria.questions]]
id = "speed-answer"
options = [{ points = 0, text = "never" }, { points = 10, text = "at once" }]
[[criteria.questions]]
id = "speed-hours"
options = [{ points = 0, text = "none" }, { points = 10, text = "all" }]"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let level = |level: usize| definition.levels[level].id.as_str();
    for &undecided in &context.reasoning().undecided {
        let (place, message) = match undecided {
            Undecided::Profiles => {
                findings
                    .add(&RULE, context.document.at().key("profile").key_span(), say::undecided_profiles())
                    .help(say::fewer_options_together());
                continue;
            }
            Undecided::Scores(at) => {
                (context.item("criteria", at).key("id").span(), say::undecided_scores().to_owned())
            }
            Undecided::Level(at) => (context.item("levels", at).key("id").span(), say::undecided_level(level(at))),
            Undecided::Requirement(at, requirement) => {
                (context.requirement(at, requirement).span(), say::undecided_requirement(level(at)))
            }
            Undecided::Threshold(at, requirement) => {
                (context.requirement(at, requirement).span(), say::undecided_threshold().to_owned())
            }
            Undecided::Question(at) => (context.question_id(at), say::undecided_question().to_owned()),
            Undecided::Route(at) => (context.item("levels", at).key("id").span(), say::undecided_route(level(at))),
        };
        findings.add(&RULE, place, message).help(say::small_whole_numbers());
    }
}
