//! `case-mismatch`: compares what the worked examples expect with what comes out.

use std::cmp::Reverse;
use std::ops::Range;

use super::undecided;
use crate::answers::{Answer, OwnPlan};
use crate::check::{Case, Context, wording};
use crate::diagnostic::{Finding, Findings, Group, Rule};
use crate::document::Cursor;
use crate::exact::Effort;
use crate::plan::{Aim, Problem, Route, Shares, route_within};
use crate::score::{Found, InPlace, Scheme, Standing, challenges};
use crate::words::check_cases as say;
use crate::words::lists::between_names;

pub(crate) static RULE: Rule = Rule {
    id: "case-mismatch",
    group: Group::Correctness,
    summary: "A worked example does not come out as it says.",
    why: "A case is a promise about whole answer sets. Where it is broken, either a threshold, weight or option was \
          changed without its consequences in mind, or the case was never right. Find out which before you change \
          anything: what should such an organisation come to? If what the case expects, undo or mend the change; only if \
          what comes out, change the case. To copy the result into `expect` without a look makes it a promise of nothing.",
    bad: r#"[[levels]]
id = "middle"
requires = { overall = 40 } # it was 30 when the case was written

[[cases]]
name = "a third of the way"
answers = { "*" = 2 }
expect = { level = "middle" }"#,
    good: r#"[[levels]]
id = "middle"
requires = { overall = 30 }

[[cases]]
name = "a third of the way"
answers = { "*" = 2 }
expect = { level = "middle" }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut shares = Shares::among(context.cases.iter().filter(|case| case.expect.route.is_some()).count());
    for case in context.cases {
        let scheme = &*case.scheme(context.definition, context.scheme);
        if let Some(work) = (Comparison { context, case, scheme, most_work: shares.next() }).run(findings) {
            shares.take(work);
        }
    }
}

struct Comparison<'a> {
    context: &'a Context<'a>,
    case: &'a Case,
    scheme: &'a Scheme,
    most_work: u64,
}

impl Comparison<'_> {
    /// Gives the steps that it took to find a route, where one is expected.
    fn run(&self, findings: &mut Findings) -> Option<u64> {
        let Case { outcome, expect, .. } = self.case;
        if let Some(level) = expect.level.filter(|level| *level != outcome.low.level) {
            self.level("level", level, &outcome.low, findings);
        }
        if let Some(level) = expect.possible.filter(|level| *level != outcome.high.level) {
            self.level("possible", level, &outcome.high, findings);
        }
        for (criterion, level) in &expect.levels {
            self.own_level(*criterion, *level, findings);
        }
        if let Some(overall) = expect.overall.filter(|overall| *overall != outcome.low.overall) {
            let scores = wording::scores(self.context.definition, &outcome.low, usize::MAX);
            let actual = outcome.low.overall.to_string();
            self.mismatch("overall", &overall.to_string(), &actual, findings)
                .label(say::criteria_score(&scores))
                .help(say::mend_case("overall", &actual));
        }
        if let Some(expected) = &expect.in_place {
            self.in_place(expected, findings);
        }
        if let Some(expected) = &expect.challenges {
            self.challenges(expected, findings);
        }
        expect.route.as_ref().map(|expected| self.route(expected, findings))
    }

    fn level(&self, key: &str, expected: usize, standing: &Standing, findings: &mut Findings) {
        let name = |level: usize| self.context.definition.levels[level].id.as_str();
        let missing: Vec<_> = standing.unmet(&self.scheme.levels[expected]).collect();
        let reason = if missing.is_empty() {
            say::all_holds(name(standing.level))
        } else {
            say::asks_for(name(expected), &wording::missing(self.context.definition, &missing))
        };
        let actual = name(standing.level);
        self.mismatch(key, name(expected), actual, findings)
            .label(reason)
            .help(say::mend_case(key, &format!("\"{actual}\"")));
    }

    /// The level that a criterion has of its own.
    fn own_level(&self, criterion: usize, expected: usize, findings: &mut Findings) {
        let actual = self.case.outcome.criteria[criterion].level.map(|(low, _)| low);
        if actual == Some(expected) {
            return;
        }
        let definition = self.context.definition;
        let (id, level) = (&definition.criteria[criterion].id, |at: usize| definition.levels[at].id.as_str());
        let lacking = definition.questions().zip(&self.scheme.questions).enumerate();
        let lacking = lacking.filter_map(|(at, ((of, question), scheme))| {
            let (level, least) = scheme.level.filter(|(level, _)| of == criterion && *level <= expected)?;
            let short = match self.case.answers[at] {
                Answer::Unanswered => least > 0,
                Answer::NotApplicable => false,
                Answer::Option(option) => option < least,
            };
            let points = question.options[usize::from(least)].points;
            let asking = &definition.levels[level].id;
            short.then(|| say::asks_for_at_least(asking, points, &question.id, &self.answer(at)))
        });
        let lacking: Vec<String> = lacking.collect();
        let reason = match actual {
            None => say::no_question_of_a_level(id),
            Some(_) if !lacking.is_empty() => lacking.join(say::semicolon()),
            Some(actual) => say::all_up_to(level(actual)),
        };
        let span = self.place().key("expect").key("levels").key(id).span();
        let message = match actual {
            None => say::has_no_level(id, level(expected)),
            Some(actual) => say::level_is_not(id, level(actual), level(expected)),
        };
        self.add(span, message, findings).help(reason);
    }

    fn in_place(&self, expected: &[usize], findings: &mut Findings) {
        let criteria = &self.context.definition.criteria;
        let outcomes = &self.case.outcome.criteria;
        let actual: Vec<usize> = (0..criteria.len()).filter(|&at| outcomes[at].in_place == InPlace::Yes).collect();
        if actual == expected {
            return;
        }
        let names = |list: &[usize]| list_of(list.iter().map(|&at| criteria[at].id.as_str()));
        let differing = (0..criteria.len()).filter(|at| actual.contains(at) != expected.contains(at));
        let scores = differing.map(|at| {
            let score = outcomes[at].score.map_or(say::not_applicable().to_owned(), |(low, _)| low.to_string());
            say::in_place_from(&criteria[at].id, &score, criteria[at].in_place)
        });
        let reason = scores.collect::<Vec<_>>().join(say::semicolon());
        self.mismatch("in_place", &names(expected), &names(&actual), findings).help(reason);
    }

    fn challenges(&self, expected: &[usize], findings: &mut Findings) {
        let scheme = self.scheme;
        let found = challenges(scheme, &self.case.answers);
        let actual: Vec<usize> =
            found.into_iter().filter(|(_, found)| *found == Found::Yes).map(|(at, _)| at).collect();
        if actual == expected {
            return;
        }
        let all = &self.context.definition.challenges;
        let names = |list: &[usize]| list_of(list.iter().map(|&at| all[at].id.as_str()));
        let differing = (0..all.len()).filter(|at| actual.contains(at) != expected.contains(at));
        let reasons = differing.map(|at| {
            if !scheme.challenges[at].applies {
                return say::none_for_profile(&all[at].id);
            }
            let when = all[at].when.iter().zip(&scheme.challenges[at].when);
            let when =
                when.map(|(when, (question, _))| say::at_most(&when.question, when.points, &self.answer(*question)));
            say::found_where(&all[at].id, &when.collect::<Vec<_>>().join(say::comma()))
        });
        let reason = reasons.collect::<Vec<_>>().join(say::semicolon());
        self.mismatch("challenges", &names(expected), &names(&actual), findings).help(reason);
    }

    fn route(&self, expected: &[usize], findings: &mut Findings) -> u64 {
        let route = route_within(self.scheme, &self.case.answers, &OwnPlan::default(), &Aim::NEXT, self.most_work);
        let (route, work) = route.expect("a case has something applicable");
        let mut actual = route.actions.clone();
        actual.sort_unstable();
        let (level, found) = (route.level.expect("it is to a level"), self.come_to(&route.actions));
        let instead = self.reaches(expected, level);
        // Where the search was cut short, another route may be as good or better.
        let as_good =
            !route.proven && route.unmet.is_empty() && instead.as_ref().is_ok_and(|instead| *instead >= found);
        if actual == expected || as_good {
            let effort = instead.map_or(route.effort, |(Reverse(effort), _)| effort);
            self.unproven(&route, effort, findings);
            return work;
        }
        let (actions, levels) = (&self.context.definition.actions, &self.context.definition.levels);
        let names = |list: &[usize]| list_of(list.iter().map(|&at| actions[at].id.as_str()));
        let reason = if !route.unmet.is_empty() {
            say::do_not_reach(&levels[level].id)
        } else if level > self.case.outcome.low.level {
            let instead = instead.map_or_else(str::to_owned, |(effort, _)| say::expected_take(effort.0));
            let which = if route.is_best() { say::shortest_route } else { say::a_route };
            which(&levels[level].id, route.effort, &instead)
        } else {
            say::no_level_above().to_owned()
        };
        self.mismatch("route", &names(expected), &names(&actual), findings).help(reason);
        work
    }

    /// Says so where the search was cut short before it was certain that nothing is better than what is expected.
    fn unproven(&self, route: &Route, effort: Effort, findings: &mut Findings) {
        if route.proven || !route.unmet.is_empty() {
            return;
        }
        let message = if route.is_best() {
            say::undecided_gain().to_owned()
        } else {
            say::undecided_shortest(route.at_least, effort)
        };
        let span = self.place().key("expect").key("route").span();
        let finding = findings.add(&undecided::RULE, span, message);
        finding.related(self.place().key("name").span(), say::in_this_case());
        finding.help(say::fewer_routes());
    }

    /// What the expected actions cost and bring, or what they lack.
    fn reaches(&self, expected: &[usize], level: usize) -> Result<(Reverse<Effort>, u128), &'static str> {
        let own = OwnPlan::default();
        let problem = Problem::new(self.scheme, &self.case.answers, &own);
        let chosen: Vec<usize> =
            (0..problem.candidates.len()).filter(|&at| expected.contains(&problem.candidates[at].action)).collect();
        let closed = chosen.iter().all(|&at| problem.candidates[at].after.iter().all(|after| chosen.contains(after)));
        let ends = |ended_by: &&[usize]| ended_by.iter().any(|at| chosen.contains(at));
        match problem.standing(&chosen) {
            _ if !closed => Err(say::expected_lack_one()),
            Some(standing) if !standing.attains(&self.scheme.levels[level]) => Err(say::expected_do_not_lead()),
            _ if !problem.obligations().iter().all(ends) => Err(say::expected_do_not_end()),
            _ => Ok(self.come_to(&problem.actions(&chosen))),
        }
    }

    /// What actions cost, the least last, and then what the overall score is worth with them.
    fn come_to(&self, actions: &[usize]) -> (Reverse<Effort>, u128) {
        let own = OwnPlan::default();
        let problem = Problem::new(self.scheme, &self.case.answers, &own);
        let chosen: Vec<usize> =
            (0..problem.candidates.len()).filter(|&at| actions.contains(&problem.candidates[at].action)).collect();
        (Reverse(problem.effort(&chosen)), problem.tally(&chosen).overall(self.scheme).value)
    }

    /// How a question is answered.
    fn answer(&self, question: usize) -> String {
        match self.case.answers[question] {
            Answer::Unanswered => say::open().to_owned(),
            Answer::NotApplicable => say::not_applicable().to_owned(),
            Answer::Option(option) => {
                let (_, question) = self.context.definition.question(question).expect("it is in the scheme");
                say::of_points(question.options[usize::from(option)].points)
            }
        }
    }

    fn place(&self) -> Cursor<'_> {
        self.context.item("cases", self.case.at)
    }

    fn mismatch<'f>(&self, key: &str, expected: &str, actual: &str, findings: &'f mut Findings) -> &'f mut Finding {
        let span = self.place().key("expect").key(key).span();
        self.add(span, say::is_not(key, actual, expected), findings)
    }

    fn add<'f>(&self, span: Range<usize>, message: String, findings: &'f mut Findings) -> &'f mut Finding {
        findings.add(&RULE, span, message).related(self.place().key("name").span(), say::in_this_case())
    }
}

fn list_of<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let ids = ids.collect::<Vec<_>>().join(between_names());
    if ids.is_empty() { say::none().to_owned() } else { ids }
}
