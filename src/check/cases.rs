//! The worked examples of a definition: reading them, and comparing what they expect with what comes out.

use crate::answers::{Answer, OwnPlan, read_answer};
use crate::definition::{Definition, Question};
use crate::diagnostic::{Findings, rules};
use crate::document::{Cursor, Document, Entry, Fields, Node, Value, read_score, wrong_type};
use crate::plan::{Aim, Route, plan};
use crate::score::{InPlace, Outcome, Scheme, score};

/// Runs every case of `definition`; each expectation that does not come out is a finding at its key.
pub(super) fn run(definition: &Definition, document: &Document, findings: &mut Findings) {
    let scheme = Scheme::compile(definition);
    let mut root = Fields::new(&document.root, "a definition", findings);
    for (at, node) in root.tables("cases", 0..=500, findings).iter().enumerate() {
        let mut fields = Fields::new(node, "a case", findings);
        fields.text("name", findings);
        fields.required("answers", findings);
        let answers = read_answers(definition, fields.table("answers", findings), findings);
        let expect = fields.required("expect", findings);
        fields.finish(findings);
        let place = document.at().key("cases").index(at);
        match (expect, score(&scheme, &answers)) {
            (Some(expect), Some(outcome)) => {
                let case = Case { definition, scheme: &scheme, answers: &answers, outcome: &outcome, place };
                case.compare(expect, findings);
            }
            (Some(_), None) => {
                findings.add(&rules::NOTHING_APPLICABLE, place.key("answers").span(), "every question is n/a");
            }
            (None, _) => {}
        }
    }
}

/// Reads the answers of a case. The most specific key wins: a question's id, then `criterion.*`, then `*`.
fn read_answers(definition: &Definition, entries: &[Entry], findings: &mut Findings) -> Vec<Answer> {
    let mut answers = vec![(0, Answer::Unanswered); definition.questions().count()];
    for entry in entries {
        let (mut matched, mut wrong) = (false, None);
        for ((criterion, question), (rank, answer)) in definition.questions().zip(&mut answers) {
            let specific = specificity(&entry.key, &definition.criteria[criterion].id, question);
            if specific == 0 {
                continue;
            }
            matched = true;
            let mut own = Findings::new(findings.source().clone());
            match read_answer(&entry.node, question, &mut own) {
                Some(read) if specific > *rank => (*rank, *answer) = (specific, read),
                Some(_) => {}
                None => wrong = wrong.or(Some(own)),
            }
        }
        // One question that a pattern does not fit is enough to say so.
        findings.append(wrong);
        if !matched {
            findings
                .add(&rules::UNKNOWN_QUESTION, entry.key_span.clone(), format!("`{}` matches no question", entry.key))
                .help("write a question's id, `criterion.*` or `*`");
        }
    }
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// How closely `key` names `question`; 0 if it does not.
fn specificity(key: &str, criterion: &str, question: &Question) -> u8 {
    if key == question.id {
        3
    } else if key.strip_suffix(".*") == Some(criterion) {
        2
    } else {
        u8::from(key == "*")
    }
}

/// A case and its outcome.
struct Case<'a> {
    definition: &'a Definition,
    scheme: &'a Scheme,
    answers: &'a [Answer],
    outcome: &'a Outcome,
    place: Cursor<'a>,
}

impl Case<'_> {
    fn compare(&self, expect: &Node, findings: &mut Findings) {
        let mut fields = Fields::new(expect, "`expect`", findings);
        let level = &self.definition.levels[self.outcome.low.level].id;
        if let Some(expected) = fields.optional_text("level", findings) {
            self.level("level", &expected, level, findings);
        }
        if let Some(expected) = fields.optional_text("possible", findings) {
            let possible = &self.definition.levels[self.outcome.high.level].id;
            self.level("possible", &expected, possible, findings);
        }
        if let Some(node) = fields.optional("overall")
            && let Some(expected) = read_score(node, findings)
            && expected != self.outcome.low.overall
        {
            self.mismatch("overall", &expected.to_string(), &self.outcome.low.overall.to_string(), findings);
        }
        if let Some(node) = fields.optional("in_place") {
            let criteria = self.definition.criteria.iter().zip(&self.outcome.criteria);
            let in_place = criteria.filter(|(_, outcome)| outcome.in_place == InPlace::Yes);
            self.ids("in_place", node, in_place.map(|(criterion, _)| criterion.id.as_str()).collect(), findings);
        }
        if let Some(node) = fields.optional("route") {
            let next = Aim::Level(self.outcome.low.level + 1);
            let plan = plan(self.scheme, self.answers, &OwnPlan::default(), next);
            let route = plan.map(|plan| plan.route);
            let actions = route.iter().flat_map(Route::actions).map(|&at| self.definition.actions[at].id.as_str());
            self.ids("route", node, actions.collect(), findings);
        }
        fields.finish(findings);
    }

    fn level(&self, key: &'static str, expected: &str, actual: &str, findings: &mut Findings) {
        if self.definition.level_index(expected).is_none() {
            let span = self.place.clone().key("expect").key(key).span();
            findings
                .add(&rules::UNKNOWN_REFERENCE, span, format!("there is no level `{expected}`"))
                .suggest(expected, self.definition.levels.iter().map(|level| level.id.as_str()));
        } else if expected != actual {
            self.mismatch(key, expected, actual, findings);
        }
    }

    /// Compares a list of ids with the actual one, in any order.
    fn ids(&self, key: &'static str, node: &Node, mut actual: Vec<&str>, findings: &mut Findings) {
        let mut expected: Vec<&str> = Vec::new();
        if !matches!(node.value, Value::Array(_)) {
            return wrong_type(node, "an array", findings);
        }
        for item in node.items() {
            match &item.value {
                Value::String(id) => expected.push(id),
                _ => wrong_type(item, "a string", findings),
            }
        }
        let in_order = actual.join("`, `");
        expected.sort_unstable();
        actual.sort_unstable();
        if expected != actual {
            let in_order = if in_order.is_empty() { "none".to_owned() } else { in_order };
            self.mismatch(key, &expected.join("`, `"), &in_order, findings);
        }
    }

    fn mismatch(&self, key: &str, expected: &str, actual: &str, findings: &mut Findings) {
        let scores = self.definition.criteria.iter().zip(&self.outcome.low.criteria);
        let scores = scores.map(|(criterion, score)| match score {
            Some(score) => format!("{} {score}", criterion.id),
            None => format!("{} n/a", criterion.id),
        });
        let reason = scores.collect::<Vec<_>>().join(", ");
        let finding = findings.add(
            &rules::CASE_MISMATCH,
            self.place.clone().key("expect").key(key).span(),
            format!("`{key}` is `{actual}`, not `{expected}`"),
        );
        finding
            .related(self.place.clone().key("name").span(), "in this case")
            .help(format!("the scores are: {reason}"));
    }
}
