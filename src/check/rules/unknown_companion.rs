//! `unknown-companion`: looks at each `see`.

use crate::check::Context;
use crate::definition::bundled::BUNDLED;
use crate::diagnostic::{Findings, Group, Rule, nearest};
use crate::words::check_texts as say;
use crate::words::diagnostic::did_you_mean;

pub(crate) static RULE: Rule = Rule {
    id: "unknown-companion",
    group: Group::Suspicious,
    summary: "`see` names nearly an assessment that is known, or this one itself.",
    why: "`see` may name an assessment of your own, which `check` does not look for. One that is called almost like a \
          bundled one is more likely a slip, and results would send their readers nowhere, or to where they are.",
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
            let Some(see) = see else { continue };
            let place = context.document.at().key(list).index(at).key("see");
            if see == definition.id {
                findings.add(&RULE, place.span(), say::is_this_one(see));
            } else if known().all(|id| id != see)
                && let Some(near) = nearest(see, known())
            {
                // One of the author's own may be meant.
                findings.add(&RULE, place.span(), say::none_known(see)).help(did_you_mean(near));
            }
        }
    }
}
