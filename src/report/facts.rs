//! Facts about an organisation, and for whom something is, in words.

use super::words;
use crate::definition::{Condition, Definition, Holds};
use crate::words::Lang;

pub(crate) use crate::words::report_facts::*;

/// For whom something is; none where it is for everybody.
pub(crate) fn for_whom(definition: &Definition, condition: &Condition, lang: Lang) -> Option<String> {
    let all = |list: &[Holds]| {
        let list = list.iter().map(|one| said(definition, one, lang));
        list.collect::<Vec<_>>().join(words::and(lang))
    };
    let meant = (!condition.only_if.is_empty()).then(|| only_if(lang, &all(&condition.only_if)));
    let barred = (!condition.unless.is_empty()).then(|| not_if(lang, &all(&condition.unless)));
    let parts: Vec<String> = meant.into_iter().chain(barred).collect();
    (!parts.is_empty()).then(|| parts.join(words::semicolon(lang)))
}

fn said(definition: &Definition, one: &Holds, lang: Lang) -> String {
    let fact = definition.profile.iter().find(|fact| fact.id == one.fact);
    let fact = fact.expect("a definition has the facts that it names");
    let options = fact.options.iter().filter(|option| one.options.contains(&option.id));
    let options: Vec<&str> = options.map(|option| option.text.as_str()).collect();
    holds(lang, &fact.text, &options.join(or(lang)))
}
