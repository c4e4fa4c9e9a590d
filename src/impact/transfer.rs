//! The answers to one definition as answers to another: by id, through the renames, points for points.

use serde::Serialize;

use crate::answers::{Answer, AnswerSet, OwnPlan};
use crate::definition::{Definition, Earlier, Fate, Profile, Question};

/// What an answer set says and the changed definition has no place for; what it answered is open, or gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lost {
    #[serde(flatten)]
    pub what: Told,
    /// Why: `removed`, `points`, `gone`, `not-applicable`, `option`, `several`, `merged`, or `earlier`.
    pub reason: Reason,
}

/// What was answered or told, by its id as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    Question(String),
    Fact(String),
    /// An action that is said to be done, excluded, or of another effort.
    Action(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Removed,
    /// No option has these points any more, or another has, and nothing says what that of before has become.
    Points,
    /// The option was taken out, as the definition says.
    Gone,
    /// It must not be answered n/a any more.
    NotApplicable,
    /// The option that was told is no more.
    Option,
    /// Several options were told, and only one can hold any more.
    Several,
    /// Another question has become the same one, and its answer counts.
    Merged,
    /// It was given to an earlier version, of which the changed definition says something else than the one before.
    Earlier,
}

/// The answers of `set`, which answers `before`, as answers to `after`. Questions that are new are open.
pub fn transfer(before: &Definition, after: &Definition, set: &AnswerSet) -> (AnswerSet, Vec<Lost>) {
    let questions: Vec<&Question> = after.questions().map(|(_, question)| question).collect();
    let mut transferred = AnswerSet {
        metadata: set.metadata.clone(),
        profile: Profile::default(),
        answers: vec![Answer::Unanswered; questions.len()],
        notes: vec![None; questions.len()],
        actions: OwnPlan::default(),
    };
    let (mut lost, mut taken) = (Vec::new(), vec![false; questions.len()]);
    let earlier = Earlier::new(after, Some(&before.version));
    transferred.actions = own_plan(before, earlier, &set.actions, &mut lost);
    transferred.profile = profile(before, earlier, &set.profile, &mut lost);
    let asked = |question: &Question| before.applies(&question.condition, &set.profile).counts();
    // What was not asked was not answered.
    for (at, (_, question)) in before.questions().enumerate().filter(|(_, (_, question))| asked(question)) {
        let is_answered = set.answers[at] != Answer::Unanswered;
        let mut lose = |reason| lost.push(Lost { what: Told::Question(question.id.clone()), reason });
        let Some((to, _)) = earlier.question(&question.id) else {
            if is_answered {
                lose(Reason::Removed);
            }
            continue;
        };
        if taken[to] {
            if is_answered {
                lose(Reason::Merged);
            }
            continue;
        }
        taken[to] = is_answered;
        transferred.notes[to].clone_from(&set.notes[at]);
        transferred.answers[to] = match set.answers[at] {
            Answer::Unanswered => continue,
            Answer::NotApplicable if questions[to].not_applicable.is_allowed() => Answer::NotApplicable,
            Answer::NotApplicable => {
                lose(Reason::NotApplicable);
                continue;
            }
            answer @ Answer::Option(_) => {
                let Some(points) = answer.chosen(question).map(|option| option.points) else { continue };
                let Some(option) = earlier.option(questions[to], points) else {
                    let is_gone = earlier.fate(questions[to], points) == Fate::Gone;
                    lose(if is_gone { Reason::Gone } else { Reason::Points });
                    continue;
                };
                Answer::Option(option)
            }
        };
    }
    for (at, question) in questions.iter().enumerate() {
        if !after.applies(&question.condition, &transferred.profile).counts() {
            transferred.answers[at] = Answer::NotApplicable;
        }
    }
    (transferred, lost)
}

/// What the changed definition reads otherwise in a file that was recorded under an earlier version than the one before: `anew`
/// is how it reads the file itself, and `transferred` what the definition before reads, transferred.
pub(super) fn read_otherwise(after: &Definition, transferred: &AnswerSet, anew: &AnswerSet) -> Vec<Lost> {
    let earlier = |what| Lost { what, reason: Reason::Earlier };
    let questions = after.questions().zip(transferred.answers.iter().zip(&anew.answers));
    let questions = questions.filter(|(_, (was, is))| was != is);
    let questions = questions.map(|((_, question), _)| earlier(Told::Question(question.id.clone())));
    let facts = after.profile.iter().enumerate();
    let facts = facts.filter(|(at, _)| !transferred.profile.told(*at).eq(anew.profile.told(*at)));
    let facts = facts.map(|(_, fact)| earlier(Told::Fact(fact.id.clone())));
    let says = |plan: &OwnPlan, at: usize| {
        let effort = plan.effort.iter().find(|(of, _)| *of == at).map(|(_, effort)| *effort);
        ([&plan.done, &plan.excluded, &plan.doing].map(|list| list.contains(&at)), effort)
    };
    let actions = after.actions.iter().enumerate();
    let actions = actions.filter(|(at, _)| says(&transferred.actions, *at) != says(&anew.actions, *at));
    let actions = actions.map(|(_, action)| earlier(Told::Action(action.id.clone())));
    questions.chain(facts).chain(actions).collect()
}

/// What was told of the facts and options that are still there; what is not is lost.
fn profile(before: &Definition, earlier: Earlier<'_>, told: &Profile, lost: &mut Vec<Lost>) -> Profile {
    let mut profile = Profile::default();
    for (at, fact) in before.profile.iter().enumerate().filter(|(at, _)| told.is_told(*at)) {
        let mut lose = |reason| lost.push(Lost { what: Told::Fact(fact.id.clone()), reason });
        let Some((to, now)) = earlier.fact(&fact.id) else {
            lose(Reason::Removed);
            continue;
        };
        if !now.many && told.told(at).count() > 1 {
            lose(Reason::Several);
            continue;
        }
        let option = |option: usize| now.options.iter().position(|of| of.id == fact.options[option].id);
        let options: Vec<Option<usize>> = told.told(at).map(option).collect();
        options.iter().flatten().for_each(|option| profile.tell(to, *option));
        if options.contains(&None) {
            lose(Reason::Option);
        }
    }
    profile
}

/// The organisation's own view of the plan, of the actions that are still there; what it says of others is lost.
fn own_plan(before: &Definition, earlier: Earlier<'_>, own: &OwnPlan, lost: &mut Vec<Lost>) -> OwnPlan {
    let mut index = |at: &usize| {
        let id = &before.actions.get(*at)?.id;
        let now = earlier.action(id);
        let gone = Lost { what: Told::Action(id.clone()), reason: Reason::Removed };
        if now.is_none() && !lost.contains(&gone) {
            lost.push(gone);
        }
        now
    };
    let mut now = OwnPlan {
        done: own.done.iter().filter_map(&mut index).collect(),
        excluded: own.excluded.iter().filter_map(&mut index).collect(),
        doing: own.doing.iter().filter_map(&mut index).collect(),
        effort: own.effort.iter().filter_map(|(at, effort)| Some((index(at)?, *effort))).collect(),
        about: own.about.iter().filter_map(|(at, about)| Some((index(at)?, about.clone()))).collect(),
    };
    // They may stand in another order now.
    [&mut now.done, &mut now.excluded, &mut now.doing].into_iter().for_each(|list| list.sort_unstable());
    now.effort.sort_unstable_by_key(|(at, _)| *at);
    now.about.sort_unstable_by_key(|(at, _)| *at);
    now
}
