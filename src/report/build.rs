//! From the answers, the score and the plan to the model.

use super::advice::fit;
use super::model::{
    Answered, Assessment, Benchmark, Challenge, Closer, Criterion, CriterionAfter, Given, GroupScore, InPlaceCount,
    Interval, Level, LevelAlone, LevelMeaning, Metadata, Named, Note, OwnLevel, Priority, QuestionCount, QuestionsOf,
    Raise, Report, Requirement, Route, Unmet,
};
use super::own_plan;
use super::phases::phases;
use crate::answers::{Answer, AnswerSet};
use crate::definition::{self, Action, Clause, Definition, Step};
use crate::exact::Effort;
use crate::plan::{self, Aim, Plan};
use crate::score::{self, Explanation, InPlace, Outcome, Scheme};

/// How many actions of the route are named to start with.
const START: usize = 3;

/// What a report is built from.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The definition in the language of the report.
    pub definition: &'a Definition,
    /// The digest of the definition's text.
    pub digest: &'a str,
    /// The answers.
    pub set: &'a AnswerSet,
    /// What the route is to achieve.
    pub aim: &'a Aim,
    /// How many priorities beyond the route are kept; all if none.
    pub top: Option<usize>,
}

impl Input<'_> {
    /// Scores, plans and builds the report; none where nothing is applicable.
    pub fn report(&self) -> Option<Report> {
        let scheme = Scheme::compile(self.definition, &self.set.profile);
        let answers = &self.set.answers;
        let outcome = score::score(&scheme, answers)?;
        let explanation = score::explain(&scheme, answers, &outcome);
        let plan = |aim: &Aim| plan::plan(&scheme, answers, &self.set.actions, aim);
        let with_challenges = plan(self.aim)?;
        let alone = match (self.aim, with_challenges.is_obliged()) {
            (Aim::Level { to, challenges: true }, true) => plan(&Aim::Level { to: *to, challenges: false }),
            _ => None,
        };
        Some(self.build(&outcome, &explanation, &with_challenges, alone.as_ref()))
    }

    fn build(&self, outcome: &Outcome, explanation: &Explanation, plan: &Plan, alone: Option<&Plan>) -> Report {
        let Self { definition, set, .. } = self;
        let answers = self.answers();
        let open = answers.iter().filter(|answer| answer.answer.is_none());
        let not_asked = answers.iter().filter(|answer| !answer.asked).count();
        let count = |wanted: Answer| set.answers.iter().filter(|answer| **answer == wanted).count();
        let level = &definition.levels[outcome.low.level];
        let possible = &definition.levels[outcome.high.level];
        let on_route = plan.priorities.iter().filter(|priority| priority.on_route).count();
        let kept = self.top.map_or(usize::MAX, |top| top.saturating_add(on_route)).min(plan.priorities.len());
        let unmet =
            explanation.unmet.iter().flat_map(|(at, unmet)| unmet.iter().map(|unmet| self.unmet(Some(*at), unmet)));
        Report {
            schema: "cxm.result/1",
            assessment: Assessment::new(definition, self.digest),
            metadata: Metadata(set.metadata.clone()),
            profile: fit::profile(definition, set),
            untold: fit::untold(definition, set),
            level: Level {
                id: level.id.clone(),
                name: level.name.clone(),
                summary: level.summary.clone(),
                number: outcome.low.level + 1,
                possible: possible.id.clone(),
                possible_name: possible.name.clone(),
            },
            levels: definition
                .levels
                .iter()
                .map(|level| LevelMeaning {
                    id: level.id.clone(),
                    name: level.name.clone(),
                    summary: level.summary.clone(),
                })
                .collect(),
            overall: Interval::new(outcome),
            in_place: InPlaceCount::new(outcome),
            nearly_in_place: self.criterion_ids(&explanation.nearly_in_place),
            questions: QuestionCount {
                total: set.answers.len(),
                open: count(Answer::Unanswered),
                not_applicable: count(Answer::NotApplicable) - not_asked,
                not_asked,
            },
            criteria: self.criteria(outcome),
            groups: GroupScore::all(definition, outcome),
            open_questions: open.map(|answer| answer.question.clone()).collect(),
            answers,
            notes: self.notes(),
            own_plan: own_plan::own_plan(definition, set),
            unmet: unmet.collect(),
            drops_to_lose_level: explanation.drops,
            level_without_not_applicable: self.level(explanation.level_without_not_applicable),
            challenges: plan.challenges.iter().map(|answered| self.challenge(answered)).collect(),
            route: self.route(outcome, plan, alone.map(|plan| &plan.route)),
            priorities: plan.priorities[..kept].iter().map(|priority| self.priority(priority)).collect(),
            priorities_left_out: plan.priorities.len() - kept,
            unfit: fit::unfit(definition, set),
            closer: self.closer(outcome, plan),
            respondents: definition.respondents.clone(),
            effort_unit: definition.effort_unit.clone(),
            effort_scope: definition.effort_scope.clone(),
            benchmarks: self.benchmarks(),
            sources: definition.sources.clone(),
            previous: None,
            schedule: None,
        }
    }

    /// In the order of the criteria, then of the route. Actions speak only where no criterion does.
    fn closer(&self, outcome: &Outcome, plan: &Plan) -> Vec<Closer> {
        let criteria = self.definition.criteria.iter().zip(&outcome.criteria);
        let criteria = criteria.filter(|(_, outcome)| matches!(outcome.in_place, InPlace::No | InPlace::Open));
        let criteria = criteria.filter_map(|(criterion, _)| Some((criterion.see.as_ref()?, &criterion.name)));
        let actions = plan.route.actions.iter().map(|at| &self.definition.actions[*at]);
        let actions = actions.filter_map(|action| Some((action.see.as_ref()?, &action.title)));
        let mut closer: Vec<Closer> = Vec::new();
        let mut add = |assessment: &str, at: &str| match closer.iter_mut().find(|of| of.assessment == assessment) {
            Some(known) => known.at.push(at.to_owned()),
            None => closer.push(Closer { assessment: assessment.to_owned(), at: vec![at.to_owned()] }),
        };
        let named: Vec<&str> = criteria.clone().map(|(see, _)| see.as_str()).collect();
        criteria.for_each(|(see, name)| add(see, name));
        actions.filter(|(see, _)| !named.contains(&see.as_str())).for_each(|(see, title)| add(see, title));
        closer
    }

    fn level(&self, at: usize) -> Named {
        let level = &self.definition.levels[at];
        Named::new(&level.id, &level.name)
    }

    fn answers(&self) -> Vec<Answered> {
        let questions = self.definition.questions().zip(&self.set.answers);
        let answers = questions.map(|((criterion, question), answer)| {
            let option = answer.chosen(question);
            let not_applicable = (*answer == Answer::NotApplicable).then_some(Given::NotApplicable);
            // What is not asked of this organisation does not apply for another reason.
            let asked = self.definition.applies(&question.condition, &self.set.profile).counts();
            let reason = not_applicable.filter(|_| asked).and_then(|_| question.not_applicable.when());
            Answered {
                question: question.id.clone(),
                criterion: self.definition.criteria[criterion].id.clone(),
                text: question.text.clone(),
                answer: option.map(|option| Given::Points(option.points)).or(not_applicable),
                option: option.map(|option| option.text.clone()),
                reason: reason.map(str::to_owned),
                asked,
                best: question.options.last().map_or(0, |option| option.points),
                level: question.level.clone(),
                refs: question.refs.clone(),
            }
        });
        answers.collect()
    }

    fn notes(&self) -> Vec<Note> {
        let questions = self.definition.questions().zip(&self.set.notes);
        let notes = questions.filter_map(|((_, question), note)| {
            let note = note.clone()?;
            Some(Note { question: question.id.clone(), text: question.text.clone(), note })
        });
        notes.collect()
    }

    fn criteria(&self, outcome: &Outcome) -> Vec<Criterion> {
        let criteria = self.definition.criteria.iter().zip(&outcome.criteria);
        criteria
            .map(|(criterion, outcome)| Criterion {
                id: criterion.id.clone(),
                name: criterion.name.clone(),
                description: criterion.description.clone(),
                group: criterion.group.clone(),
                low: outcome.score.map(|(low, _)| low),
                high: outcome.score.map(|(_, high)| high),
                in_place: outcome.in_place,
                threshold: criterion.in_place,
                weight: criterion.weight,
                open: outcome.open,
                not_applicable: outcome.not_applicable,
                level: OwnLevel::of(self.definition, outcome),
            })
            .collect()
    }

    fn action_ids(&self, actions: &[usize]) -> Vec<String> {
        actions.iter().map(|&at| self.definition.actions[at].id.clone()).collect()
    }

    fn criterion_ids(&self, criteria: &[usize]) -> Vec<String> {
        criteria.iter().map(|&at| self.definition.criteria[at].id.clone()).collect()
    }

    fn challenge_ids(&self, challenges: &[usize]) -> Vec<String> {
        challenges.iter().map(|&at| self.definition.challenges[at].id.clone()).collect()
    }

    fn unmet(&self, level: Option<usize>, unmet: &score::Unmet) -> Unmet {
        let level_id = |level: usize| self.definition.levels[level].id.clone();
        let (requirement, criterion, questions) = match unmet.clause {
            Clause::CriteriaInPlace(_) => (Requirement::CriteriaInPlace, None, None),
            Clause::Overall(_) => (Requirement::Overall, None, None),
            Clause::Criterion(at, _) => (Requirement::Criterion, Some(self.definition.criteria[at].id.clone()), None),
            Clause::Questions(level, score) => {
                (Requirement::Questions, None, Some(QuestionsOf { questions_of: level_id(level), score }))
            }
        };
        Unmet { level: level.map(level_id), requirement, criterion, questions, need: unmet.need, have: unmet.have }
    }

    /// None on the highest level where no challenge is to be ended.
    fn route(&self, outcome: &Outcome, plan: &Plan, alone: Option<&plan::Route>) -> Option<Route> {
        let route = &plan.route;
        let attained = route.level.is_some_and(|level| outcome.low.level >= level);
        let nowhere = route.actions.is_empty();
        if attained && nowhere && route.level == self.definition.levels.len().checked_sub(1) {
            return None;
        }
        let to = route.level.map(|level| self.level(level));
        let (budget, criteria) = match self.aim {
            Aim::Level { .. } => (None, &[][..]),
            Aim::InPlace(criteria) => (None, &criteria[..]),
            Aim::Budget(budget) => (Some(self.in_unit(*budget)), &[][..]),
        };
        let heading = Route {
            to: to.as_ref().map(|to| to.id.clone()),
            to_name: to.map(|to| to.name),
            attained,
            criteria: self.criterion_ids(criteria),
            budget,
            effort: (route.unmet.is_empty() || !nowhere).then_some(self.in_unit(route.effort)),
            left_behind: route.left_behind.map(|at| self.definition.criteria[at].id.clone()),
            proven: route.is_best(),
            at_least: self.at_least(route).filter(|_| budget.is_none()),
            overall_at_most: route.at_most.filter(|_| !route.is_best()),
            settled: route.proven,
            blocked_by: route.unmet.iter().map(|unmet| self.unmet(route.level, unmet)).collect(),
            ..Route::default()
        };
        if nowhere && budget.is_none() {
            return Some(heading);
        }
        let steps = plan.priorities.iter().filter(|priority| priority.on_route);
        let steps: Vec<Priority> = steps.map(|priority| self.priority(priority)).collect();
        let after = self.definition.criteria.iter().zip(&route.after.criteria);
        let after = after.map(|(criterion, score)| CriterionAfter { id: criterion.id.clone(), score: *score });
        let alone =
            alone.filter(|alone| !attained && alone.unmet.is_empty() && !same_actions(alone, route)).map(|alone| {
                let (actions, at_least) = (self.action_ids(&alone.actions), self.at_least(alone));
                LevelAlone { effort: self.in_unit(alone.effort), actions, proven: alone.is_best(), at_least }
            });
        Some(Route {
            actions: self.action_ids(&route.actions),
            start_here: self.action_ids(&route.actions[..route.actions.len().min(START)]),
            level_after: Some(self.level(route.after.level)),
            overall_after: Some(route.after.overall),
            criteria_after: after.collect(),
            brings_in_place: steps.iter().flat_map(|priority| priority.brings_in_place.clone()).collect(),
            phases: phases(&steps),
            level_alone: alone,
            ..heading
        })
    }

    fn challenge(&self, answered: &plan::Answered) -> Challenge {
        let challenge = &self.definition.challenges[answered.challenge];
        Challenge {
            id: challenge.id.clone(),
            name: challenge.name.clone(),
            summary: challenge.summary.clone(),
            found: answered.found,
            shown_by: challenge.when.iter().map(|when| when.question.clone()).collect(),
            ended_by: self.action_ids(&answered.ended_by),
            endable_by: self.action_ids(&answered.endable_by),
            source: challenge.source.clone(),
        }
    }

    /// Those that describe organisations like this one.
    fn benchmarks(&self) -> Vec<Benchmark> {
        let counts = |of: &&definition::Benchmark| self.definition.applies(&of.condition, &self.set.profile).counts();
        self.definition.benchmarks.iter().filter(counts).map(Into::into).collect()
    }

    /// The steps of an action that are for this organisation.
    fn steps(&self, action: &Action) -> Vec<String> {
        let counts = |step: &&Step| self.definition.applies(&step.condition, &self.set.profile).counts();
        action.steps.iter().filter(counts).map(|step| step.text.clone()).collect()
    }

    fn priority(&self, priority: &plan::Priority) -> Priority {
        let action = &self.definition.actions[priority.action];
        let questions: Vec<_> = self.definition.questions().map(|(_, question)| question).collect();
        let raise = |&(at, from, to): &(usize, u8, u8)| {
            let points = |option: u8| questions[at].options[usize::from(option)].points;
            let answered = self.set.answers[at] != Answer::Unanswered;
            Raise { question: questions[at].id.clone(), from: answered.then(|| points(from)), to: points(to) }
        };
        Priority {
            action: action.id.clone(),
            title: action.title.clone(),
            on_route: priority.on_route,
            gain: priority.gain,
            overall_after: priority.overall_after,
            effort: self.in_unit(priority.effort),
            effort_of_definition: own_plan::effort_of_definition(self.definition, self.set, priority.action),
            status: self.set.actions.status(priority.action),
            about: self.set.actions.about(priority.action).map(Into::into).unwrap_or_default(),
            ends: self.challenge_ids(&priority.ends),
            prepares: self.challenge_ids(&priority.prepares),
            brings_in_place: self.criterion_ids(&priority.brings_in_place),
            why: action.why.clone(),
            steps: self.steps(action),
            pillar: action.pillar.as_deref().and_then(|id| self.definition.pillar_name(id)).map(str::to_owned),
            after: self.action_ids(&priority.after),
            raises: priority.raises.iter().map(raise).collect(),
            source: action.source.clone(),
            refs: action.refs.clone(),
        }
    }

    /// What every route costs at least, where it is not proven that this one does.
    fn at_least(&self, route: &plan::Route) -> Option<Effort> {
        (!route.is_best()).then_some(self.in_unit(route.at_least))
    }

    /// An effort of the plan, in the unit that is shown.
    fn in_unit(&self, effort: Effort) -> Effort {
        effort * self.definition.effort_factor
    }
}

/// Whether both take the same actions, in whatever order.
fn same_actions(a: &plan::Route, b: &plan::Route) -> bool {
    a.actions.len() == b.actions.len() && a.actions.iter().all(|action| b.actions.contains(action))
}
