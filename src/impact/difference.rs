//! What was renamed, removed and added between two definitions.

use serde::Serialize;

use crate::definition::{Definition, Rename};

/// What differs between two definitions, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub levels: Kind,
    pub criteria: Kind,
    pub questions: Kind,
    pub actions: Kind,
}

/// What differs among things of one kind, in the order of the definitions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Kind {
    /// The ids of before and after of what the changed definition says is renamed.
    pub renamed: Vec<Rename>,
    /// The ids that are no more.
    pub removed: Vec<String>,
    pub added: Vec<String>,
    /// Of those removed and added, the pairs with the same text: renamed, perhaps, and not said so.
    pub perhaps_renamed: Vec<Rename>,
}

impl Difference {
    /// Between a definition and the changed one.
    pub fn between(before: &Definition, after: &Definition) -> Self {
        macro_rules! kind {
            ($key:ident, $text:ident) => {{
                let named = |definition: &Definition| -> Vec<(String, String)> {
                    definition.$key.iter().map(|item| (item.id.clone(), item.$text.clone())).collect()
                };
                Kind::between(&named(before), &named(after), &after.renames.$key)
            }};
        }
        let questions = |definition: &Definition| -> Vec<(String, String)> {
            definition.questions().map(|(_, question)| (question.id.clone(), question.text.clone())).collect()
        };
        Self {
            levels: kind!(levels, name),
            criteria: kind!(criteria, name),
            questions: Kind::between(&questions(before), &questions(after), &after.renames.questions),
            actions: kind!(actions, title),
        }
    }

    /// Each kind under the name of its table.
    pub fn kinds(&self) -> [(&'static str, &Kind); 4] {
        [
            ("levels", &self.levels),
            ("criteria", &self.criteria),
            ("questions", &self.questions),
            ("actions", &self.actions),
        ]
    }
}

impl Kind {
    /// Between things of one kind, each with its id and text.
    fn between(before: &[(String, String)], after: &[(String, String)], renames: &[Rename]) -> Self {
        let has = |list: &[(String, String)], wanted: &str| list.iter().any(|(id, _)| id == wanted);
        let mut kind = Self::default();
        for (id, text) in before.iter().filter(|(id, _)| !has(after, id)) {
            let now = Rename::now(renames, id);
            if now != id {
                kind.renamed.push(Rename { from: id.clone(), to: now.to_owned() });
                continue;
            }
            kind.removed.push(id.clone());
            let same = after.iter().find(|(id, other)| other == text && !has(before, id));
            kind.perhaps_renamed.extend(same.map(|(now, _)| Rename { from: id.clone(), to: now.clone() }));
        }
        let new = |id: &String| !has(before, id) && kind.renamed.iter().all(|rename| rename.to != *id);
        kind.added = after.iter().map(|(id, _)| id).filter(|id| new(id)).cloned().collect();
        kind
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
