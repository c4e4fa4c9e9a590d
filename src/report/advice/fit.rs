//! What follows from the profile, for the model.

use crate::answers::AnswerSet;
use crate::definition::{Applies, Condition, Cost, Definition, Fact, Holds};
use crate::report::model::{Named, Profile, Told, Unfit, Untold};

fn named(fact: &Fact) -> Named {
    Named::new(&fact.id, &fact.text)
}

pub(in crate::report) fn profile(definition: &Definition, set: &AnswerSet) -> Profile {
    let facts = definition.profile.iter().enumerate().filter(|(at, _)| set.profile.is_told(*at));
    let told = facts.map(|(at, fact)| {
        let options = set.profile.told(at).map(|option| &fact.options[option]);
        let options = options.map(|option| Named::new(&option.id, &option.text)).collect();
        Told { fact: named(fact), many: fact.many, options }
    });
    Profile(told.collect())
}

/// The facts that were not told and decide something.
pub(in crate::report) fn untold(definition: &Definition, set: &AnswerSet) -> Vec<Untold> {
    let facts = definition.profile.iter().enumerate().filter(|(at, _)| !set.profile.is_told(*at));
    let steps = || definition.actions.iter().flat_map(|action| &action.steps);
    let untold = facts.map(|(_, fact)| {
        let open = |condition: &Condition| {
            definition.applies(condition, &set.profile) == Applies::Open
                && condition.all().any(|holds| holds.fact == fact.id)
        };
        let priced = definition
            .actions
            .iter()
            .any(|action| matches!(&action.effort, Cost::By { fact: by, .. } if *by == fact.id));
        let assumed = fact.options.iter().find(|option| priced && fact.assume.as_ref() == Some(&option.id));
        let decided = definition.actions.iter().filter(|action| open(&action.condition));
        let decided_actions: Vec<String> = decided.map(|action| action.id.clone()).collect();
        Untold {
            fact: named(fact),
            questions: definition.questions().filter(|(_, question)| open(&question.condition)).count(),
            actions: decided_actions.len(),
            decided_actions,
            challenges: definition.challenges.iter().filter(|challenge| open(&challenge.condition)).count(),
            steps: steps().filter(|step| open(&step.condition)).count(),
            benchmarks: definition.benchmarks.iter().filter(|benchmark| open(&benchmark.condition)).count(),
            assumed: assumed.map(|option| Named::new(&option.id, &option.text)),
        }
    });
    untold
        .filter(|of| of.questions + of.actions + of.challenges + of.steps + of.benchmarks > 0 || of.assumed.is_some())
        .collect()
}

/// The actions that are not for this organisation.
pub(in crate::report) fn unfit(definition: &Definition, set: &AnswerSet) -> Vec<Unfit> {
    let applies = |condition: &Condition| definition.applies(condition, &set.profile).counts();
    let unfit = definition.actions.iter().filter(|action| !applies(&action.condition));
    let because = |condition: &Condition| {
        let fails = |holds: &&Holds| !applies(&Condition { only_if: vec![Holds::clone(holds)], unless: vec![] });
        let failed: Vec<&Holds> = condition.only_if.iter().filter(fails).collect();
        let decides = if failed.is_empty() { condition.unless.iter().collect() } else { failed };
        let names = |fact: &Fact| decides.iter().any(|holds| holds.fact == fact.id);
        let facts = definition.profile.iter().enumerate();
        let told = facts.filter(|(at, fact)| names(fact) && set.profile.is_told(*at));
        told.map(|(_, fact)| fact.id.clone()).collect()
    };
    unfit
        .map(|action| Unfit { action: Named::new(&action.id, &action.title), because: because(&action.condition) })
        .collect()
}
