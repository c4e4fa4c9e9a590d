//! What was renamed, removed and added between two definitions.

use serde::Serialize;

use crate::definition::{Challenge, Definition, Fact, Rename};

/// What differs between two definitions, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub levels: Kind,
    /// The facts about an organisation.
    pub profile: Kind,
    pub criteria: Kind,
    pub questions: Kind,
    pub challenges: Kind,
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
    /// The ids of the facts that have other options, and of the challenges that are found otherwise.
    pub changed: Vec<String>,
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
            profile: Kind { changed: facts(before, after), ..kind!(profile, text) },
            criteria: kind!(criteria, name),
            questions: Kind::between(&questions(before), &questions(after), &after.renames.questions),
            challenges: challenges(before, after),
            actions: kind!(actions, title),
        }
    }

    /// Each kind under the name of its table.
    pub fn kinds(&self) -> [(&'static str, &Kind); 6] {
        [
            ("levels", &self.levels),
            ("profile", &self.profile),
            ("criteria", &self.criteria),
            ("questions", &self.questions),
            ("challenges", &self.challenges),
            ("actions", &self.actions),
        ]
    }
}

/// The facts that are still there and of which other options may hold, or as many, or another stands in.
fn facts(before: &Definition, after: &Definition) -> Vec<String> {
    let decides = |fact: &Fact| {
        let options: Vec<String> = fact.options.iter().map(|option| option.id.clone()).collect();
        (options, fact.many, fact.assume.clone())
    };
    let was = |now: &Fact| {
        let now = |was: &&Fact| Rename::now(&after.renames.profile, &was.id) == now.id;
        before.profile.iter().find(now).map(decides)
    };
    let changed = after.profile.iter().filter(|now| was(now).is_some_and(|was| was != decides(now)));
    changed.map(|now| now.id.clone()).collect()
}

/// Challenges are referred to by nothing that outlives a definition, so none is renamed.
fn challenges(before: &Definition, after: &Definition) -> Kind {
    let named = |definition: &Definition| -> Vec<(String, String)> {
        definition.challenges.iter().map(|of| (of.id.clone(), of.name.clone())).collect()
    };
    let was = |now: &Challenge| {
        let mut was = before.challenges.iter().find(|was| was.id == now.id)?.clone();
        let rename = |renames: &[Rename], id: &mut String| *id = Rename::now(renames, id).to_owned();
        was.when.iter_mut().for_each(|when| rename(&after.renames.questions, &mut when.question));
        let holds = was.condition.only_if.iter_mut().chain(&mut was.condition.unless);
        holds.for_each(|holds| rename(&after.renames.profile, &mut holds.fact));
        Some((was.when, was.condition))
    };
    let changed = |now: &&Challenge| was(now).is_some_and(|was| was != (now.when.clone(), now.condition.clone()));
    Kind {
        changed: after.challenges.iter().filter(changed).map(|now| now.id.clone()).collect(),
        perhaps_renamed: Vec::new(),
        ..Kind::between(&named(before), &named(after), &[])
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
