//! What an assessment and its parts are called, as it stands beside questions.

use super::likeness::plain;
use crate::definition::Definition;

/// What an assessment and its parts are called, the longest first.
pub(super) fn names(languages: &[Definition]) -> Vec<String> {
    let of = |of: &Definition| {
        let criteria = of.criteria.iter().flat_map(|criterion| [criterion.id.clone(), criterion.name.clone()]);
        let groups = of.groups.iter().map(|group| group.name.clone());
        let words = of.id.split('-').chain(of.title.split_whitespace()).map(str::to_owned);
        criteria.chain(groups).chain(words).chain([of.title.clone()]).map(|name| plain(&name)).collect::<Vec<_>>()
    };
    let mut names: Vec<String> = languages.iter().flat_map(of).filter(|name| !name.is_empty()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

/// A text without a name, where it stands in it as words of its own.
pub(super) fn without(text: &str, name: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(name) {
        let (before, behind) = (&rest[..at], &rest[at + name.len()..]);
        let goes_on = |c: Option<char>| name.is_ascii() && c.is_some_and(|c| c.is_ascii_alphanumeric());
        let part = goes_on(before.chars().next_back()) || goes_on(behind.chars().next());
        out.push_str(before);
        out.push_str(if part { name } else { " " });
        rest = behind;
    }
    out + rest
}
