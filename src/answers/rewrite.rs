//! Answers put into the file that somebody wrote: with its comments, its order, and its way to write what has not changed.

use std::sync::Arc;

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

use super::{AnswerSet, OtherVersion, load, parse, to_toml, update};
use crate::definition::Definition;
use crate::diagnostic::Source;

/// The answer file `text` with the answers of `set` to `definition`; none where it is no such file in TOML, or would not read
/// as the set.
pub fn rewrite(text: &str, set: &AnswerSet, definition: &Definition, other: OtherVersion) -> Option<String> {
    let read = |text: &str| {
        let document = parse(&Arc::new(Source::new("answers", text))).ok()?;
        Some(load(&document, definition, other).ok()?.0)
    };
    let before = read(text)?;
    // Answers to an earlier version first become answers to this one: their points must not be taken for those of now.
    let moved = update(&parse(&Arc::new(Source::new("answers", text))).ok()?, definition, other.accept_major);
    let moved = moved.ok().flatten().map(|update| update.text);
    let mut old: DocumentMut = moved.as_deref().unwrap_or(text).parse().ok()?;
    let new: DocumentMut = to_toml(set, definition).parse().ok()?;
    let mut changed: Vec<&str> = vec!["assessment", "version"];
    for (key, _) in before.metadata.iter().chain(&set.metadata) {
        if before.metadata(key) != set.metadata(key) {
            changed.push(key);
        }
    }
    if before.actions != set.actions {
        changed.push("actions");
    }
    put(old.as_table_mut(), new.as_table(), &changed);
    let questions = || definition.questions().map(|(_, question)| question.id.as_str()).enumerate();
    let answers = questions().filter(|(at, _)| before.answers[*at] != set.answers[*at]).map(|(_, id)| id);
    let notes = questions().filter(|(at, _)| before.notes[*at] != set.notes[*at]).map(|(_, id)| id);
    let facts = definition.profile.iter().enumerate();
    let facts = facts.filter(|(at, _)| !before.profile.told(*at).eq(set.profile.told(*at)));
    let tables: [(&str, Vec<&str>); 3] = [
        ("profile", facts.map(|(_, fact)| fact.id.as_str()).collect()),
        ("answers", answers.collect()),
        ("notes", notes.collect()),
    ];
    for (name, changed) in tables {
        if !changed.is_empty() {
            // Where nothing of it is left, an empty table says the same.
            let nothing = Table::new();
            let new = new.get(name).and_then(Item::as_table_like).unwrap_or(&nothing);
            put(old.entry(name).or_insert_with(toml_edit::table).as_table_like_mut()?, new, &changed);
        }
    }
    let text = old.to_string();
    read(&text).filter(|read| read == set).map(|_| text)
}

/// Makes the entries of `old` under these keys those of `new`.
fn put(old: &mut dyn TableLike, new: &dyn TableLike, keys: &[&str]) {
    for key in keys {
        match (new.get(key), old.get_mut(key)) {
            (Some(item), Some(own)) => replace(own, item),
            (Some(item), None) => {
                old.insert(key, item.clone());
            }
            (None, Some(_)) => remove(old, key),
            (None, None) => {}
        }
    }
}

/// Puts a value in the place of another, with what stands around it.
pub(super) fn replace(old: &mut Item, new: &Item) {
    match (old.as_value_mut(), new.as_value()) {
        (Some(old), Some(new)) if old.as_str().is_none() || old.as_str() != new.as_str() => {
            let decor = old.decor().clone();
            *old = Value::clone(new);
            *old.decor_mut() = decor;
        }
        (Some(_), Some(_)) => {}
        _ => *old = new.clone(),
    }
}

/// Removes an entry; the comments above it then stand above what follows it.
pub(super) fn remove(table: &mut dyn TableLike, key: &str) {
    let next = table.iter().map(|(key, _)| key.to_owned()).skip_while(|other| other != key).nth(1);
    let above = |table: &dyn TableLike, key: &str| -> String {
        let prefix = table.key(key).and_then(|key| key.leaf_decor().prefix()?.as_str().map(str::to_owned));
        prefix.unwrap_or_default()
    };
    let kept = above(table, key);
    table.remove(key);
    if let Some(next) = next.filter(|_| !kept.trim().is_empty()) {
        let all = kept + &above(table, &next);
        if let Some(mut key) = table.key_mut(&next) {
            key.leaf_decor_mut().set_prefix(all);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answer;
    use crate::definition::bundled::BUNDLED;

    const BY_HAND: &str = "# Of our workshop in March.\nassessment = 'cx-maturity' # the one\nversion = \"2.1.1\"\n\
        organisation = \"Acme\"\n\n[notes]\nskills-path = '''Two\nlines'''\n\n[answers]\n\
        # Asked Jo.\nskills-path = \"2\"   # sure\nskills-change = 3\n\n# Not sure at all.\nskills-training = 4 # !\n# The end.\n";

    fn read(text: &str, definition: &Definition) -> AnswerSet {
        let document = parse(&Arc::new(Source::new("answers", text))).unwrap();
        load(&document, definition, OtherVersion::default()).unwrap().0
    }

    #[test]
    fn what_somebody_wrote_stays_but_for_what_changed() {
        let definition = BUNDLED[0].definitions().swap_remove(0);
        let mut set = read(BY_HAND, &definition);
        let other = OtherVersion::default();
        assert_eq!(rewrite(BY_HAND, &set, &definition, other).as_deref(), Some(BY_HAND));
        let at = |id: &str| definition.questions().position(|(_, question)| question.id == id).unwrap();
        set.answers[at("skills-training")] = Answer::Option(0);
        set.answers[at("skills-change")] = Answer::Unanswered;
        set.answers[at("insight-goals")] = Answer::Option(2);
        set.notes[at("skills-change")] = Some("why".to_owned());
        set.metadata.push(("date".to_owned(), "2026-11-22".to_owned()));
        let text = rewrite(BY_HAND, &set, &definition, other).unwrap();
        assert_eq!(read(&text, &definition), set);
        insta::assert_snapshot!(text);
        assert_eq!(rewrite("{\"assessment\": \"cx-maturity\"}", &set, &definition, other), None, "JSON is no TOML");
        let mut parts = crate::definition::Parts::clone(&definition);
        parts.version.minor += 1;
        let points = vec![(3, Some(4)), (4, Some(5))];
        let question = "skills-change".to_owned();
        parts.renames.points.push(crate::definition::Repointed { question, before: None, points, merged: vec![] });
        let later = Definition::try_from(parts).unwrap();
        let mut set = read(BY_HAND, &later);
        assert_eq!(set.answers[at("skills-change")], Answer::Option(3));
        set.answers[at("skills-path")] = Answer::Option(0);
        let moved = rewrite(BY_HAND, &set, &later, other).unwrap();
        assert!(moved.contains("\nskills-change = 4\n") && moved.contains("# Asked Jo.\n"), "{moved}");
        assert_eq!(rewrite("assessment = ", &set, &definition, other), None);
    }
}
