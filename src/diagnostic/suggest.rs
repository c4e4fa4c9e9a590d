//! The name somebody probably meant.

use crate::text::as_it_looks;

/// How alike two names are from which one may have been meant for the other; 1 is the same.
const ALIKE: f64 = 0.82;

/// The one of `known` that is most like `name`, if any is much like it; the first of equals.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    for (likeness, candidate) in candidates(name, known) {
        if best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The one of `known` that `name` is a slip of: the same but for case and what parts its words, or else at most a quarter of
/// it is otherwise, and every other one is much less like it.
pub(super) fn only<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let mut same = known.iter().filter(|candidate| folded(candidate) == folded(name));
    if let (Some(one), None) = (same.next(), same.next()) {
        return Some(one);
    }
    let slips = |candidate: &str| strsim::osa_distance(&folded(name), &folded(candidate));
    let all = candidates(name, known).map(|(_, candidate)| (slips(candidate), candidate));
    let all: Vec<(usize, &str)> = all.collect();
    let &(least, candidate) = all.iter().min()?;
    let certain = all.iter().all(|(slips, other)| *other == candidate || *slips > least + 2);
    (certain && least <= (name.chars().count() / 4).max(1)).then_some(candidate)
}

/// Whether two names are the same but for case and what parts their words.
pub fn same_name(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// Those of `known` that are much like `name`, and how much.
fn candidates<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = (f64, &'a str)> {
    let name = folded(name);
    let likeness = move |candidate| (strsim::jaro_winkler(&name, &folded(candidate)), candidate);
    known.into_iter().map(likeness).filter(|(likeness, _)| *likeness >= ALIKE)
}

/// A name as it is compared.
fn folded(name: &str) -> String {
    as_it_looks(name).to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_strangers_are_not() {
        let known = ["weight", "in_place", "description", "questions"];
        assert_eq!(nearest("wieght", known), Some("weight"));
        assert_eq!(nearest("In-Place", known), Some("in_place"));
        assert_eq!(nearest("question", known), Some("questions"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest("wеight", known), Some("weight"));
    }

    #[test]
    fn only_what_no_other_could_be_meant_by_is_certain() {
        assert_eq!(only("wieght", ["weight", "in_place"]), Some("weight"));
        assert_eq!(only("In Place", ["weight", "in_place"]), Some("in_place"));
        assert_eq!(only("MIL2", ["mil1", "mil2", "mil3"]), Some("mil2"));
        assert_eq!(only("skills-pat", ["skills-path", "skills-part"]), None);
        assert_eq!(only("plan-for-wait", ["plan-for-waits", "plan-for-peaks"]), Some("plan-for-waits"));
        assert_eq!(nearest("skills-onboard", ["skills-order"]), Some("skills-order"));
        assert_eq!(only("skills-onboard", ["skills-order"]), None, "much of it is otherwise");
    }
}
