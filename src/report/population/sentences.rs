//! Sentences about many results.

use crate::exact::Score;
use crate::population::{Disagreement, Organisation, Summary};
use crate::report::words;
use crate::text::Lang;

/// An organisation, and how far its respondents agree.
pub(crate) fn organisation(lang: Lang, organisation: &Organisation) -> String {
    let alpha = organisation.alpha.map_or("–".to_owned(), |alpha| format!("{alpha:.2}"));
    words::agreement(lang, &organisation.name.replace(['\n', '\t'], " "), organisation.respondents, &alpha)
}

/// How far answers to one question are apart.
pub(crate) fn disagreement(lang: Lang, item: &Disagreement) -> String {
    let role = |(role, mean): &(String, u64)| format!("{role} {}.{}", mean / 10, mean % 10);
    let roles: Vec<String> = item.roles.iter().map(role).collect();
    let roles = if roles.is_empty() { String::new() } else { words::means(lang, &roles.join(words::comma(lang))) };
    let level = if item.decides_level { words::and_the_level(lang) } else { "" };
    words::answers_apart(lang, item.points.0, item.points.1, &roles, &item.effect.to_string(), level)
}

/// Which criteria are most often the lowest.
pub(crate) fn weakest(lang: Lang, criteria: &[&str], share: Score) -> Option<String> {
    let (last, others) = criteria.split_last()?;
    Some(match others {
        [] => words::weakest_one(lang, last, share),
        others => words::weakest_several(lang, &others.join(words::comma(lang)), last, share),
    })
}

/// What stands above the most frequent first actions.
pub(crate) fn first_actions(lang: Lang, summary: &Summary) -> String {
    if summary.planned < summary.rows {
        words::first_actions_of_some(lang, summary.planned)
    } else {
        words::first_actions_of_all(lang).to_owned()
    }
}
