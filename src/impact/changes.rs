//! What differs in what is there before and after: every key that can move a level, a score or a route, or what a recorded
//! answer means.
//!
//! Models are taken apart field by field, so that the compiler asks of a new one whether it matters.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::values::{self, Pairs};
use crate::definition::{
    Action, Challenge, Criterion, Definition, Earlier, Fact, Level, NotApplicable, Parts, Question, Rename, Renames,
};

/// Something that differs, under the names of the format. What is renamed is called as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The table, such as `actions`; `definition` for what stands in none.
    pub table: &'static str,
    pub id: String,
    /// The key that differs, such as `weight`.
    pub key: &'static str,
    /// The option that differs: its points, or its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// What stood there; of a table of several, what differs in it. None where it is new, and of a text that nothing is
    /// reckoned by.
    pub before: Option<String>,
    /// What stands there now; none where it is gone, and of such a text.
    pub after: Option<String>,
    /// Whether recorded answers mean something else by it.
    pub meaning: bool,
    /// The language of the translation in which it differs; none for the definition itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Change {
    /// That what stood there is something else now, and no answer means anything else by it.
    pub(super) fn of(
        (table, id): Place<'_>,
        key: &'static str,
        (before, after): (Option<String>, Option<String>),
    ) -> Self {
        Self { table, id: id.to_owned(), key, option: None, before, after, meaning: false, language: None }
    }
}

/// Options of a question whose texts stand at other points, and nothing says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PerhapsRepointed {
    pub question: String,
    /// The points that they had, and those that they have now; none where no option has their text any more.
    pub points: Vec<(u32, Option<u32>)>,
}

/// What differs between the two.
pub(super) fn changes(before: &Definition, after: &Definition) -> (Vec<Change>, Vec<PerhapsRepointed>) {
    let mut found = Found {
        renames: &after.renames,
        earlier: Earlier::new(after, Some(&before.version)),
        changes: Vec::new(),
        perhaps: Vec::new(),
    };
    found.parts(before, after);
    // The gravest first.
    found.changes.sort_by_key(|change| !change.meaning);
    (found.changes, found.perhaps)
}

struct Found<'a> {
    renames: &'a Renames,
    earlier: Earlier<'a>,
    changes: Vec<Change>,
    perhaps: Vec<PerhapsRepointed>,
}

/// Where something is: its table, and its id now.
type Place<'p> = (&'static str, &'p str);

impl<'a> Found<'a> {
    fn parts(&mut self, before: &'a Parts, after: &'a Parts) {
        let Parts {
            // Who it is, and what nothing is reckoned by: see `shown`.
            id: _,
            version: _,
            language: _,
            title: _,
            description: _,
            respondents: _,
            // A translation's own.
            effort_factor: _,
            glossary: _,
            effort_scope: _,
            sources: _,
            pillars: _,
            groups: _,
            benchmarks: _,
            renames: told,
            effort_unit,
            levels,
            profile,
            criteria,
            challenges,
            actions,
        } = before;
        self.texts(("definition", &after.id), "effort_unit", effort_unit, &after.effort_unit, false);
        let renames = self.renames;
        if told.points != renames.points {
            self.changes.push(Change::of(("definition", &after.id), "renames.points", (None, None)));
        }
        let kinds = [
            (&told.levels, &renames.levels),
            (&told.profile, &renames.profile),
            (&told.criteria, &renames.criteria),
            (&told.questions, &renames.questions),
            (&told.actions, &renames.actions),
        ];
        for (was, is) in kinds {
            self.renames(&after.id, was, is);
        }
        // Of routes and challenges that are alike, the first in the file counts.
        let own = ("definition", after.id.as_str());
        let now = order(levels, &after.levels, &renames.levels, |level| &level.id);
        self.values(own, "order of levels", None, now, false);
        let now = order(challenges, &after.challenges, &[], |challenge| &challenge.id);
        self.values(own, "order of challenges", None, now, false);
        let now = order(actions, &after.actions, &renames.actions, |action| &action.id);
        self.values(own, "order of actions", None, now, false);
        for (was, is) in pairs(levels, &after.levels, &renames.levels, |level| &level.id) {
            self.level(was, is);
        }
        for (was, is) in pairs(profile, &after.profile, &renames.profile, |fact| &fact.id) {
            self.fact(was, is);
        }
        for (was, is) in pairs(criteria, &after.criteria, &renames.criteria, |criterion| &criterion.id) {
            self.criterion(was, is);
        }
        let questions = |parts: &'a Parts| -> Vec<(&'a Criterion, &'a Question)> {
            parts.questions().map(|(criterion, question)| (&parts.criteria[criterion], question)).collect()
        };
        for (was, is) in pairs(&questions(before), &questions(after), &renames.questions, |(_, question)| &question.id)
        {
            let of = Rename::now(&renames.criteria, &was.0.id);
            self.texts(("questions", &is.1.id), "criteria", of, &is.0.id, false);
            self.question(was.1, is.1);
        }
        for (was, is) in pairs(challenges, &after.challenges, &[], |challenge| &challenge.id) {
            self.challenge(was, is);
        }
        for (was, is) in pairs(actions, &after.actions, &renames.actions, |action| &action.id) {
            self.action(was, is);
        }
    }

    /// What became of ids of earlier versions, and is told otherwise now.
    fn renames(&mut self, id: &str, before: &[Rename], after: &[Rename]) {
        for Rename { from, .. } in before {
            let (told, now) = (Rename::now(after, Rename::now(before, from)), Rename::now(after, from));
            let now = (now != from).then(|| now.to_owned());
            self.values(("definition", id), "renames", Some(from), (Some(told.to_owned()), now), false);
        }
    }

    fn level(&mut self, before: &Level, after: &Level) {
        let Level { id: _, name: _, summary: _, requires } = before;
        let place = ("levels", after.id.as_str());
        self.pairs(
            place,
            "requires",
            &values::requires(requires, self.renames),
            &values::requires(&after.requires, self.renames),
        );
    }

    fn fact(&mut self, before: &Fact, after: &Fact) {
        let Fact { id: _, help, text, many, assume, options } = before;
        let place = ("profile", after.id.as_str());
        self.texts(place, "text", text, &after.text, true);
        self.values(place, "help", None, (help.clone(), after.help.clone()), false);
        self.texts(place, "many", &many.to_string(), &after.many.to_string(), false);
        self.values(place, "assume", None, (assume.clone(), after.assume.clone()), false);
        for was in options {
            let is = after.options.iter().find(|is| is.id == was.id).map(|is| is.text.clone());
            let meaning = is.is_some();
            self.values(place, "options", Some(&was.id), (Some(was.text.clone()), is), meaning);
        }
        for is in after.options.iter().filter(|is| options.iter().all(|was| was.id != is.id)) {
            self.values(place, "options", Some(&is.id), (None, Some(is.text.clone())), false);
        }
    }

    fn criterion(&mut self, before: &Criterion, after: &Criterion) {
        let Criterion { id: _, name: _, description: _, group, see: _, questions: _, weight, in_place } = before;
        let place = ("criteria", after.id.as_str());
        self.values(place, "group", None, (group.clone(), after.group.clone()), false);
        self.texts(place, "weight", &weight.to_string(), &after.weight.to_string(), false);
        self.texts(place, "in_place", &in_place.to_string(), &after.in_place.to_string(), false);
    }

    fn question(&mut self, before: &Question, after: &Question) {
        let Question { id: _, refs: _, help, text, level, weight, not_applicable, condition, options: _ } = before;
        let place = ("questions", after.id.as_str());
        self.texts(place, "text", text, &after.text, true);
        self.values(place, "help", None, (help.clone(), after.help.clone()), false);
        let now = |level: &String| Rename::now(&self.renames.levels, level).to_owned();
        self.values(place, "level", None, (level.as_ref().map(now), after.level.clone()), false);
        self.texts(place, "weight", &weight.to_string(), &after.weight.to_string(), false);
        let when = |of: &NotApplicable| of.when().map_or_else(|| of.is_allowed().to_string(), str::to_owned);
        let meaning = not_applicable.is_allowed() && after.not_applicable.is_allowed();
        self.texts(place, "not_applicable", &when(not_applicable), &when(&after.not_applicable), meaning);
        self.conditions(place, condition, &after.condition);
        self.options(before, after);
    }

    fn options(&mut self, before: &Question, after: &Question) {
        let place = ("questions", after.id.as_str());
        let mut known = vec![false; after.options.len()];
        let mut moved = Vec::new();
        for was in &before.options {
            let is = self.earlier.option(after, was.points).map(usize::from);
            let option = was.points.to_string();
            let text = is.map(|is| after.options[is].text.clone());
            if let Some(is) = is {
                known[is] = true;
                let points = after.options[is].points.to_string();
                self.values(place, "points", Some(&option), (Some(option.clone()), Some(points)), false);
            }
            if text.as_ref() != Some(&was.text) {
                let elsewhere = after.options.iter().find(|is| is.text == was.text);
                moved.push((was.points, elsewhere.map(|is| is.points)));
                let meaning = text.is_some();
                self.values(place, "options", Some(&option), (Some(was.text.clone()), text), meaning);
            }
        }
        for (is, _) in after.options.iter().zip(known).filter(|(_, known)| !known) {
            self.values(place, "options", Some(&is.points.to_string()), (None, Some(is.text.clone())), false);
        }
        // Of texts that are nowhere any more, an option that keeps its points may only be put otherwise.
        let taken: Vec<u32> = moved.iter().filter_map(|(_, to)| *to).collect();
        let is_kept = |points: u32| after.option_index(points).is_some() && !taken.contains(&points);
        moved.retain(|(from, to)| to.is_some() || !is_kept(*from));
        if !taken.is_empty() {
            self.perhaps.push(PerhapsRepointed { question: after.id.clone(), points: moved });
        }
    }

    fn challenge(&mut self, before: &Challenge, after: &Challenge) {
        let Challenge { id: _, name: _, summary: _, source: _, when, condition } = before;
        let place = ("challenges", after.id.as_str());
        self.pairs(place, "when", &values::raises(when, self.earlier), &values::raises_now(&after.when));
        self.conditions(place, condition, &after.condition);
    }

    fn action(&mut self, before: &Action, after: &Action) {
        let Action {
            id: _,
            title,
            why,
            steps,
            pillar: _,
            source: _,
            see: _,
            refs: _,
            effort,
            condition,
            after: needs,
            raises,
        } = before;
        let place = ("actions", after.id.as_str());
        let renames = self.renames;
        // One of which nothing is as it was is another under the id of this one.
        let (was, is) = (values::raises(raises, self.earlier), values::raises_now(&after.raises));
        let kept = steps.iter().any(|step| after.steps.iter().any(|now| now.text == step.text))
            || was.iter().any(|(question, _)| is.iter().any(|(now, _)| now == question));
        if !kept && *title != after.title && *why != after.why {
            self.texts(place, "title", title, &after.title, true);
        }
        self.texts(place, "effort", &values::cost(effort, renames), &values::cost(&after.effort, renames), false);
        let ids = |ids: &[String]| {
            ids.iter().map(|id| (Rename::now(&renames.actions, id).to_owned(), String::new())).collect()
        };
        self.pairs(place, "after", &ids(needs), &ids(&after.after));
        self.pairs(place, "raises", &was, &is);
        self.conditions(place, condition, &after.condition);
        self.pairs(place, "steps", &values::steps(steps, renames), &values::steps(&after.steps, renames));
    }

    fn conditions(
        &mut self,
        place: Place<'_>,
        before: &crate::definition::Condition,
        after: &crate::definition::Condition,
    ) {
        let pairs = |holds| values::holds(holds, self.renames);
        let (was, is) = (pairs(&before.only_if), pairs(&after.only_if));
        let (was_not, is_not) = (pairs(&before.unless), pairs(&after.unless));
        self.pairs(place, "if", &was, &is);
        self.pairs(place, "unless", &was_not, &is_not);
    }

    fn texts(&mut self, place: Place<'_>, key: &'static str, before: &str, after: &str, meaning: bool) {
        self.values(place, key, None, (Some(before.to_owned()), Some(after.to_owned())), meaning);
    }

    /// What differs of a table, or of a list.
    fn pairs(&mut self, place: Place<'_>, key: &'static str, before: &Pairs, after: &Pairs) {
        let differs = |pairs: &Pairs, others: &Pairs| {
            let own = pairs.iter().filter(|pair| !others.contains(pair));
            let own = own.map(|(key, value)| if value.is_empty() { key.clone() } else { format!("{key} = {value}") });
            Some(own.collect::<Vec<_>>().join(", ")).filter(|own| !own.is_empty())
        };
        self.values(place, key, None, (differs(before, after), differs(after, before)), false);
    }

    fn values(
        &mut self,
        (table, id): Place<'_>,
        key: &'static str,
        option: Option<&str>,
        (before, after): (Option<String>, Option<String>),
        meaning: bool,
    ) {
        if before != after {
            let option = option.map(str::to_owned);
            // A full stop at the end says nothing.
            let said = |text: &Option<String>| text.as_ref().map(|text| text.trim_end_matches(['.', '。']).to_owned());
            let meaning = meaning && said(&before) != said(&after);
            self.changes.push(Change { option, meaning, ..Change::of((table, id), key, (before, after)) });
        }
    }
}

/// The ids of what is there before and after as they are now, in the order of before and in that of after.
pub(super) fn order<T>(
    before: &[T],
    after: &[T],
    renames: &[Rename],
    id: impl for<'i> Fn(&'i T) -> &'i String,
) -> (Option<String>, Option<String>) {
    let now =
        |items: &[T]| -> Vec<String> { items.iter().map(|item| Rename::now(renames, id(item)).to_owned()).collect() };
    let (was, is) = (now(before), now(after));
    let (known, there): (HashSet<&String>, HashSet<&String>) = (was.iter().collect(), is.iter().collect());
    let kept = |ids: &[String], others: &HashSet<&String>| -> String {
        ids.iter().filter(|id| others.contains(id)).cloned().collect::<Vec<_>>().join(", ")
    };
    (Some(kept(&was, &there)), Some(kept(&is, &known)))
}

/// What is there before and after, each with what it has become.
pub(super) fn pairs<'a, T>(
    before: &'a [T],
    after: &'a [T],
    renames: &[Rename],
    id: impl for<'i> Fn(&'i T) -> &'i String,
) -> Vec<(&'a T, &'a T)> {
    let places: HashMap<&str, &'a T> = after.iter().map(|is| (id(is).as_str(), is)).collect();
    before.iter().filter_map(|was| Some((was, *places.get(Rename::now(renames, id(was)))?))).collect()
}
