//! An answer of JSON that is an object: its number and its text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// Keys of the number and of the text of an answer that is an object.
const VALUES: [&str; 3] = ["value", "code", "id"];
const TEXTS: [&str; 5] = ["label", "text", "title", "name", "display"];

/// An answer that is an object with its number, its text, or both: as it stands where it has both; none where it has something else.
pub(super) fn choice(json: &str) -> Option<Cow<'_, str>> {
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(json).ok()?;
    let (mut told, mut kinds) = (Vec::new(), [0, 0]);
    for (key, value) in &members {
        let kind = [&VALUES[..], &TEXTS[..]].iter().position(|keys| keys.contains(&key.as_str()))?;
        if value.get().starts_with(['[', '{', 't', 'f']) {
            return None;
        }
        kinds[kind] += 1;
        if !matches!(value.get(), "null" | "\"\"") {
            told.push(value.get());
        }
    }
    match (told[..].first(), told.len()) {
        _ if kinds.iter().any(|count| *count > 1) => None,
        (None, _) => Some(Cow::Borrowed("")),
        (Some(text), 1) if text.starts_with('"') => serde_json::from_str(text).ok().map(Cow::Owned),
        (Some(number), 1) => Some(Cow::Borrowed(*number)),
        _ => Some(Cow::Borrowed(json)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_object_says_is_its_number_or_its_text_or_both() {
        for (json, expected) in [
            (r#"{"value": 3}"#, Some("3")),
            (r#"{"label": "a \"b\""}"#, Some("a \"b\"")),
            (r#"{"value": 3, "label": null}"#, Some("3")),
            (r#"{"value": null, "text": ""}"#, Some("")),
            (r#"{"value": 3, "text": "a"}"#, Some(r#"{"value": 3, "text": "a"}"#)),
            (r#"{"value": [3]}"#, None),
            (r#"{"value": true}"#, None),
            (r#"{"value": 3, "score": 2}"#, None),
            (r#"{"value": 3, "code": 2}"#, None),
            (r#"{"text": "a", "label": "b"}"#, None),
        ] {
            assert_eq!(choice(json).as_deref(), expected, "{json}");
        }
    }
}
