//! The name somebody probably meant.

/// The one of `known` that is most like `name`, if any is much like it; the first of equals.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = name.to_lowercase().replace(['_', ' '], "-");
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let likeness = strsim::jaro_winkler(&folded, &candidate.replace('_', "-"));
        if likeness >= 0.82 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
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
    }
}
