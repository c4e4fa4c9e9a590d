//! What was renamed, removed and added between two definitions.

use serde::Serialize;

use super::changes::{Change, PerhapsRepointed, changes};
use super::shown::shown;
use crate::definition::{Definition, Parts, Rename};

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
    /// What differs in what is there before and after, the gravest first.
    pub changes: Vec<Change>,
    /// Options that stand at other points, perhaps, and nothing says so.
    pub perhaps_repointed: Vec<PerhapsRepointed>,
    /// What else differs: what nothing is reckoned by, and reports show.
    pub shown: Vec<Change>,
    /// Whether anything differs at all, what only reports show included, such as a name, a reason or a benchmark.
    pub differs: bool,
}

/// What differs among things of one kind, in the order of the definitions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Kind {
    /// The ids of before and after of what the changed definition says is renamed.
    pub renamed: Vec<Rename>,
    /// The ids that are no more.
    pub removed: Vec<String>,
    pub added: Vec<String>,
    /// The ids of those in which a key differs, as they are called now.
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
        // Challenges are referred to by nothing that outlives a definition, so none is renamed.
        let named = |definition: &Definition| -> Vec<(String, String)> {
            definition.challenges.iter().map(|of| (of.id.clone(), of.name.clone())).collect()
        };
        let challenges = Kind { perhaps_renamed: Vec::new(), ..Kind::between(&named(before), &named(after), &[]) };
        let (changes, perhaps_repointed) = changes(before, after);
        let changed = |table: &str, kind: Kind| {
            let mut changed: Vec<String> = Vec::new();
            for change in changes.iter().filter(|change| change.table == table) {
                if !changed.contains(&change.id) {
                    changed.push(change.id.clone());
                }
            }
            Kind { changed, ..kind }
        };
        Self {
            levels: changed("levels", kind!(levels, name)),
            profile: changed("profile", kind!(profile, text)),
            criteria: changed("criteria", kind!(criteria, name)),
            questions: changed(
                "questions",
                Kind::between(&questions(before), &questions(after), &after.renames.questions),
            ),
            challenges: changed("challenges", challenges),
            actions: changed("actions", kind!(actions, title)),
            perhaps_repointed,
            shown: shown(before, after),
            differs: others(before, after),
            changes,
        }
    }

    /// Adds what recorded answers mean otherwise by the texts of a translation, and what is shown otherwise of it, beside
    /// what differs in the definition itself.
    pub(super) fn translated(&mut self, before: &Definition, after: &Definition) {
        let (changes, _) = changes(before, after);
        // What is no text, or is not translated, is the definition's own, and is named there.
        let known = |change: &Change, own: &[Change], grave: bool| {
            let own = own.iter().filter(|own| own.language.is_none() && (own.meaning || !grave));
            own.clone().any(|own| {
                (own.table, &own.id, own.key, &own.option) == (change.table, &change.id, change.key, &change.option)
            })
        };
        let named = |change: Change| Change { language: Some(before.language.clone()), ..change };
        let (grave, rest): (Vec<Change>, Vec<Change>) = changes.into_iter().partition(|change| change.meaning);
        let grave: Vec<Change> = grave.into_iter().filter(|change| !known(change, &self.changes, true)).collect();
        // Nothing is reckoned by the texts of a translation.
        let texts = rest.into_iter().filter(|change| !known(change, &self.changes, false));
        let shown = shown(before, after).into_iter().filter(|change| !known(change, &self.shown, false));
        let shown: Vec<Change> = texts.chain(shown).map(named).collect();
        self.differs |= others(before, after);
        self.changes.extend(grave.into_iter().map(named));
        self.shown.extend(shown);
        self.changes.sort_by_key(|change| !change.meaning);
    }

    /// Adds the languages of translations that are gone, and of those that are new, which takes nothing from anybody.
    pub(super) fn languages(&mut self, id: &str, before: &[Definition], after: &[Definition]) {
        let alone = |these: &[Definition], others: &[Definition]| -> Vec<String> {
            let alone = these.iter().filter(|one| others.iter().all(|other| other.language != one.language));
            alone.map(|one| one.language.clone()).collect()
        };
        let change = |now| Change::of(("definition", id), "translations", now);
        self.changes.extend(alone(before, after).into_iter().map(|gone| change((Some(gone), None))));
        self.shown.extend(alone(after, before).into_iter().map(|new| change((None, Some(new)))));
    }

    /// Whether nothing that matters differs.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.kinds().iter().all(|(_, kind)| kind.is_empty())
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

/// Whether anything differs but the version, and the glossary, which nothing but `check` reads.
fn others(before: &Definition, after: &Definition) -> bool {
    let (before, mut after) = (Parts::clone(before), Parts::clone(after));
    after.version.clone_from(&before.version);
    after.glossary.clone_from(&before.glossary);
    before != after
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
