//! What an organisation told of itself at several times: what differs, and what is asked each time.

use super::model::{Named, ToldEachTime};
use crate::answers::{Answer, AnswerSet};
use crate::definition::{Definition, Fact, Profile};

/// The facts that were not told alike by all of `profiles`.
pub(super) fn differing(definition: &Definition, profiles: &[&Profile]) -> Vec<ToldEachTime> {
    let facts = definition.profile.iter().enumerate().map(|(at, fact)| ToldEachTime {
        fact: Named::new(&fact.id, &fact.text),
        told: profiles.iter().map(|profile| options(fact, at, profile)).collect(),
    });
    facts.filter(|fact| fact.told.windows(2).any(|pair| pair[0] != pair[1])).collect()
}

fn options(fact: &Fact, at: usize, profile: &Profile) -> Vec<Named> {
    let options = profile.told(at).map(|option| &fact.options[option]);
    options.map(|option| Named::new(&option.id, &option.text)).collect()
}

/// Makes n/a in every set what is not asked in one of them and is in another, since different things were told of the
/// organisation; gives how many questions that are.
pub(super) fn only_asked_each_time(definition: &Definition, sets: &mut [&mut AnswerSet]) -> usize {
    let mut count = 0;
    for (at, (_, question)) in definition.questions().enumerate() {
        let mut asked = sets.iter().map(|set| definition.applies(&question.condition, &set.profile).counts());
        let first = asked.next();
        if asked.all(|asked| Some(asked) == first) {
            continue;
        }
        count += 1;
        sets.iter_mut().for_each(|set| set.answers[at] = Answer::NotApplicable);
    }
    count
}
