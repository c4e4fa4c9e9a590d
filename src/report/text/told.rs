//! Sentences about what an organisation told otherwise each time, and what is therefore not compared.

use super::words;
use crate::report::model::{Named, ToldEachTime};
use crate::words::Lang;

/// The facts that were told otherwise, each with what was told each time; none where there are none.
pub(super) fn told_otherwise(lang: Lang, facts: &[ToldEachTime]) -> Option<String> {
    let options = |options: &Vec<Named>| match options.as_slice() {
        [] => words::nothing_told(lang).to_owned(),
        some => some.iter().map(|option| option.name.as_str()).collect::<Vec<_>>().join(words::between_texts(lang)),
    };
    let fact = |of: &ToldEachTime| {
        let times: Vec<String> = of.told.iter().map(options).collect();
        words::told_each_time(lang, &of.fact.name, &times.join(" → "))
    };
    let facts: Vec<String> = facts.iter().map(fact).collect();
    (!facts.is_empty()).then(|| words::told_otherwise(lang, &facts.join(words::semicolon(lang))))
}

/// Of changes since an earlier time, that they leave out so many questions; none where there is none.
pub(super) fn not_asked_in_changes(lang: Lang, count: usize) -> Option<String> {
    (count > 0).then(|| words::not_asked_in_changes(lang, count))
}

/// Of a comparison, that so many questions are not asked each time; none where there is none.
pub(super) fn not_asked_each_time(lang: Lang, count: usize) -> Option<String> {
    (count > 0).then(|| words::not_asked_each_time(lang, count))
}
