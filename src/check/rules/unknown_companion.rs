//! `unknown-companion`: looks at each `see`.

use crate::check::Context;
use crate::definition::bundled::BUNDLED;
use crate::diagnostic::{Findings, Group, Rule, nearest};

pub(crate) static RULE: Rule = Rule {
    id: "unknown-companion",
    group: Group::Suspicious,
    summary: "`see` names no assessment that is known, and nearly one.",
    why: "`see` may name an assessment of your own, which `check` does not look for. One that is called almost like a \
          bundled one, or like this one, is more likely a slip, and results would send their readers nowhere.",
    bad: r#"[[criteria]]
id = "technology"
see = "omnichanel""#,
    good: r#"[[criteria]]
id = "technology"
see = "omnichannel""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let known = || BUNDLED.iter().map(|bundled| bundled.id);
    let criteria = definition.criteria.iter().map(|criterion| criterion.see.as_deref());
    let actions = definition.actions.iter().map(|action| action.see.as_deref());
    for (list, sees) in [("criteria", criteria.collect::<Vec<_>>()), ("actions", actions.collect())] {
        for (at, see) in sees.into_iter().enumerate() {
            let Some(see) = see.filter(|see| known().all(|id| id != *see)) else { continue };
            let place = context.document.at().key(list).index(at).key("see");
            if see == definition.id {
                findings.add(&RULE, place.span(), format!("`{see}` is this assessment, and no closer look"));
            } else if nearest(see, known()).is_some() {
                findings.add(&RULE, place.span(), format!("no assessment `{see}` is known")).suggest(see, known());
            }
        }
    }
}
