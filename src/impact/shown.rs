//! What differs of what reports show and nothing is reckoned by: names and reasons, sources, references, benchmarks, and the
//! order of what is listed. Short values are named with what they were and are; of texts, only whose they are.
//!
//! Models are taken apart field by field here too, so that no difference goes unnamed.

use super::changes::{Change, order, pairs};
use super::values;
use crate::definition::{
    Action, Benchmark, Challenge, Criterion, Group, Level, Parts, Pillar, Question, Rename, Share, SourceReference,
};

/// What is shown otherwise.
pub(super) fn shown(before: &Parts, after: &Parts) -> Vec<Change> {
    let mut shown = Shown { after, changes: Vec::new() };
    shown.definition(before);
    shown.lists(before);
    for (was, is) in pairs(&before.levels, &after.levels, &after.renames.levels, |of| &of.id) {
        // What it requires is reckoned with, as is whatever is left out below.
        let Level { id: _, name, summary, requires: _ } = was;
        shown.texts("levels", &is.id, &[("name", *name != is.name), ("summary", *summary != is.summary)]);
    }
    for (was, is) in pairs(&before.profile, &after.profile, &after.renames.profile, |of| &of.id) {
        let now = order(&was.options, &is.options, &[], |option| &option.id);
        shown.values("profile", &is.id, "order of options", now);
    }
    for (was, is) in pairs(&before.criteria, &after.criteria, &after.renames.criteria, |of| &of.id) {
        shown.criterion(was, is);
    }
    let questions = |parts: &'_ Parts| parts.questions().map(|(_, of)| of.clone()).collect::<Vec<_>>();
    for (was, is) in pairs(&questions(before), &questions(after), &after.renames.questions, |of| &of.id) {
        let Question { refs, .. } = was;
        shown.values("questions", &is.id, "refs", (list(refs), list(&is.refs)));
    }
    for (was, is) in pairs(&before.challenges, &after.challenges, &[], |of| &of.id) {
        let Challenge { id: _, name, summary, source, when: _, condition: _ } = was;
        shown.texts("challenges", &is.id, &[("name", *name != is.name), ("summary", *summary != is.summary)]);
        shown.values("challenges", &is.id, "source", (source.clone(), is.source.clone()));
    }
    for (was, is) in pairs(&before.actions, &after.actions, &after.renames.actions, |of| &of.id) {
        shown.action(was, is);
    }
    for (was, is) in pairs(&before.benchmarks, &after.benchmarks, &[], |of| &of.id) {
        shown.benchmark(was, is);
    }
    shown.changes
}

struct Shown<'a> {
    after: &'a Parts,
    changes: Vec<Change>,
}

/// A list as one value.
fn list(items: &[String]) -> Option<String> {
    Some(items.join(", ")).filter(|text| !text.is_empty())
}

impl Shown<'_> {
    fn definition(&mut self, before: &Parts) {
        let after = self.after;
        let id = after.id.as_str();
        let some = |text: &str| Some(text.to_owned());
        self.values("definition", id, "language", (some(&before.language), some(&after.language)));
        let texts = [
            ("title", before.title != after.title),
            ("description", before.description != after.description),
            ("respondents", before.respondents != after.respondents),
        ];
        self.texts("definition", id, &texts);
        // Only a translation has one.
        let factor = |of: &Parts| Some(of.effort_factor.to_string());
        self.values("definition", id, "effort_factor", (factor(before), factor(after)));
        self.values("definition", id, "effort_scope", (before.effort_scope.clone(), after.effort_scope.clone()));
    }

    /// What is there alone, what is called otherwise, and in what order it stands.
    fn lists(&mut self, before: &Parts) {
        let after = self.after;
        macro_rules! named {
            ($list:ident, $type:ident, $name:ident) => {
                for was in &before.$list {
                    let $type { id, $name, .. } = was;
                    let is = after.$list.iter().find(|is| is.id == *id).map(|is| is.$name.clone());
                    self.values(stringify!($list), id, stringify!($name), (Some($name.clone()), is));
                }
                for is in after.$list.iter().filter(|is| before.$list.iter().all(|was| was.id != is.id)) {
                    self.values(stringify!($list), &is.id, stringify!($name), (None, Some(is.$name.clone())));
                }
                let now = order(&before.$list, &after.$list, &[], |of| &of.id);
                self.values("definition", &after.id, concat!("order of ", stringify!($list)), now);
            };
        }
        named!(sources, SourceReference, title);
        named!(pillars, Pillar, name);
        named!(groups, Group, name);
        named!(benchmarks, Benchmark, name);
        let facts = order(&before.profile, &after.profile, &after.renames.profile, |of| &of.id);
        self.values("definition", &after.id, "order of profile", facts);
        let criteria = order(&before.criteria, &after.criteria, &after.renames.criteria, |of| &of.id);
        self.values("definition", &after.id, "order of criteria", criteria);
        let questions = |parts: &Parts| parts.questions().map(|(_, of)| of.clone()).collect::<Vec<_>>();
        let questions = order(&questions(before), &questions(after), &after.renames.questions, |of| &of.id);
        self.values("definition", &after.id, "order of questions", questions);
    }

    fn criterion(&mut self, before: &Criterion, after: &Criterion) {
        let Criterion { id: _, name, description, group: _, weight: _, in_place: _, see, questions: _ } = before;
        let texts = [("name", *name != after.name), ("description", *description != after.description)];
        self.texts("criteria", &after.id, &texts);
        self.values("criteria", &after.id, "see", (see.clone(), after.see.clone()));
    }

    fn action(&mut self, before: &Action, after: &Action) {
        let Action { id: _, title, why, steps, pillar, source, refs, see, .. } = before;
        let said = |steps: &[crate::definition::Step]| steps.iter().map(|step| step.text.clone()).collect::<Vec<_>>();
        let texts = [
            ("title", *title != after.title),
            ("why", *why != after.why),
            ("steps", said(steps) != said(&after.steps)),
        ];
        self.texts("actions", &after.id, &texts);
        self.values("actions", &after.id, "pillar", (pillar.clone(), after.pillar.clone()));
        self.values("actions", &after.id, "source", (source.clone(), after.source.clone()));
        self.values("actions", &after.id, "refs", (list(refs), list(&after.refs)));
        self.values("actions", &after.id, "see", (see.clone(), after.see.clone()));
    }

    fn benchmark(&mut self, before: &Benchmark, after: &Benchmark) {
        let Benchmark { id: _, name: _, n, year, method, shares: of_before, source, condition } = before;
        let number = |number: &Option<u32>| number.map(|number| number.to_string());
        self.values("benchmarks", &after.id, "n", (number(n), number(&after.n)));
        self.values("benchmarks", &after.id, "year", (number(year), number(&after.year)));
        self.values("benchmarks", &after.id, "method", (method.clone(), after.method.clone()));
        self.values("benchmarks", &after.id, "source", (source.clone(), after.source.clone()));
        let renames = &self.after.renames;
        let share = |share: &Share| format!("{} = {}", Rename::now(&renames.levels, &share.level), share.percent);
        let shares = |of: &[Share]| list(&of.iter().map(share).collect::<Vec<_>>());
        let shares = (shares(of_before), shares(&after.shares));
        let whom = |condition: &crate::definition::Condition| {
            let pairs = |not: &str, holds| -> Vec<String> {
                values::holds(holds, renames).into_iter().map(|(fact, of)| format!("{not}{fact} = {of}")).collect()
            };
            list(&[pairs("", &condition.only_if), pairs("not ", &condition.unless)].concat())
        };
        let whom = (whom(condition), whom(&after.condition));
        self.values("benchmarks", &after.id, "shares", shares);
        self.values("benchmarks", &after.id, "if", whom);
    }

    fn texts(&mut self, table: &'static str, id: &str, texts: &[(&'static str, bool)]) {
        let texts = texts.iter().filter(|(_, differs)| *differs);
        self.changes.extend(texts.map(|(key, _)| Change::of((table, id), key, (None, None))));
    }

    fn values(&mut self, table: &'static str, id: &str, key: &'static str, now: (Option<String>, Option<String>)) {
        if now.0 != now.1 {
            self.changes.push(Change::of((table, id), key, now));
        }
    }
}
