//! Sentences about many results.

use crate::definition::Definition;
use crate::exact::Score;
use crate::population::{Coefficient, Disagreement, Dispute, Organisation, Summary};
use crate::report::words;
use crate::words::Lang;

/// An organisation, and how far its respondents agree, or why that cannot be said.
pub(crate) fn organisation(lang: Lang, organisation: &Organisation) -> String {
    let agreement = match organisation.alpha {
        Coefficient::Known(alpha) => words::alpha_is(lang, &format!("{alpha:.2}")),
        Coefficient::TooFew => words::alpha_of_few(lang).to_owned(),
        Coefficient::Negative => words::alpha_below_zero(lang).to_owned(),
        Coefficient::Undefined => words::alpha_of_equals(lang).to_owned(),
    };
    words::agreement(lang, &organisation.name.replace(['\n', '\t'], " "), organisation.respondents, &agreement)
}

/// A fact on which they differ.
pub(crate) fn dispute(lang: Lang, definition: &Definition, dispute: &Dispute) -> String {
    let fact = &definition.profile[dispute.fact];
    let options: Vec<&str> = dispute.options.iter().map(|at| fact.options[*at].text.as_str()).collect();
    words::differ_on_fact(lang, &fact.text, &options.join(words::between_texts(lang)))
}

/// How far answers to one question are apart.
pub(crate) fn disagreement(lang: Lang, item: &Disagreement) -> String {
    let chosen = item.chosen.iter().map(|(points, count)| format!("{points} ×{count}"));
    let chosen = chosen.collect::<Vec<_>>().join(words::comma(lang));
    let role = |(role, mean): &(String, u64)| format!("{role} {}.{}", mean / 10, mean % 10);
    let roles: Vec<String> = item.roles.iter().map(role).collect();
    let roles = if roles.is_empty() { String::new() } else { words::means(lang, &roles.join(words::comma(lang))) };
    let spread = match item.spread {
        Score::ZERO => words::less_than_a_tenth(lang).to_owned(),
        spread => words::spread_points(lang, spread),
    };
    let all = item.chosen.iter().map(|(_, count)| count).sum();
    let level = match item.other_level {
        0 => String::new(),
        others => words::other_level(lang, others, all),
    };
    words::answers_apart(lang, &chosen, &roles, &spread, &level)
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
    if summary.planned == 0 {
        words::first_actions_of_none(lang).to_owned()
    } else if summary.planned < summary.rows {
        words::first_actions_of_some(lang, summary.planned)
    } else {
        words::first_actions_of_all(lang).to_owned()
    }
}
