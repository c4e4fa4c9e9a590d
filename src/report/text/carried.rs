//! Sentences about what has come of a plan.

use super::{route, words};
use crate::answers::Status;
use crate::report::model::{Kept, Named, PlanSince};
use crate::words::Lang;

/// What has come of a plan, a heading and a list of actions for each kind.
pub(in crate::report) fn since(lang: Lang, since: &PlanSince) -> Vec<(&'static str, Vec<String>)> {
    let named = |actions: &[Named]| actions.iter().map(|action| action.name.clone()).collect::<Vec<_>>();
    let kept = |kept: &Kept| {
        let doing = (kept.status == Status::Doing).then(|| words::doing_now(lang).to_owned());
        let about: Vec<String> = doing.into_iter().chain(route::who(lang, &kept.about)).collect();
        match about.is_empty() {
            true => kept.action.name.clone(),
            false => words::aside(lang, &kept.action.name, &about.join(words::comma(lang))),
        }
    };
    let kinds = [
        (words::since_achieved(lang), named(&since.achieved)),
        (words::since_open(lang), since.open.iter().map(kept).collect()),
        (words::since_not_shown(lang), named(&since.done_not_shown)),
        (words::since_unplanned(lang), named(&since.unplanned)),
    ];
    kinds.into_iter().filter(|(_, actions)| !actions.is_empty()).collect()
}
