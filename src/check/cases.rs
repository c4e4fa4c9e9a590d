//! The worked examples of a definition: reading them, and scoring their answers.
//!
//! Does not compare what comes out with what is expected: that is the rule `case-mismatch`.

use std::borrow::Cow;
use std::ops::Range;

use crate::answers::rules::{NOTHING_APPLICABLE, UNKNOWN_QUESTION};
use crate::answers::{Answer, not_asked, read_answer, read_profile};
use crate::definition::rules::UNKNOWN_REFERENCE;
use crate::definition::{Definition, Earlier, Profile, Question};
use crate::diagnostic::{Findings, nearest};
use crate::document::rules::OUT_OF_RANGE;
use crate::document::{Document, Entry, Expected, Fields, Node, Value, read_reference, read_score, wrong_type};
use crate::exact::Score;
use crate::score::{Outcome, Scheme, score};
use crate::words::definition_parts::there_is_no;
use crate::words::{check_cases as say, definition as called};

/// A worked example.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its index under `cases`.
    pub at: usize,
    /// What its organisation tells.
    pub profile: Profile,
    /// Its answers, in the order of the definition's questions.
    pub answers: Vec<Answer>,
    /// What they come to.
    pub outcome: Outcome,
    /// What they should come to.
    pub expect: Expect,
}

impl Case {
    /// The definition, compiled for its organisation. There are many cases: none keeps it.
    pub(super) fn scheme<'a>(&self, definition: &Definition, scheme: &'a Scheme) -> Cow<'a, Scheme> {
        compiled((definition, scheme), &self.profile)
    }
}

/// What a case says must come out; only what is given is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expect {
    /// The index of the level at worst.
    pub level: Option<usize>,
    /// The index of the level at best.
    pub possible: Option<usize>,
    /// The indices of criteria and of the level of its own that each has at worst.
    pub levels: Vec<(usize, usize)>,
    /// The overall score at worst.
    pub overall: Option<Score>,
    /// The indices of the criteria that are in place.
    pub in_place: Option<Vec<usize>>,
    /// The indices of the challenges that are certainly found.
    pub challenges: Option<Vec<usize>>,
    /// The indices of the actions on the route to the next level.
    pub route: Option<Vec<usize>>,
}

/// Reads the cases of `definition`. One in which something is wrong is left out, and said; whether none was is told too.
pub(super) fn read(
    (definition, scheme): (&Definition, &Scheme),
    document: &Document,
    findings: &mut Findings,
) -> (Vec<Case>, bool) {
    let mut root = Fields::new(&document.root, called::a_definition(), findings);
    let nodes = root.items("cases", 0..=500, findings);
    let read = |(at, node)| {
        let mut own = Findings::new(findings.source().clone());
        let case = read_case((definition, scheme), at, node, &mut own);
        let usable = !own.has_errors();
        findings.extend(own.into_sorted());
        case.filter(|_| usable)
    };
    let cases: Vec<Case> = nodes.iter().enumerate().filter_map(read).collect();
    let all = cases.len() == nodes.len();
    (cases, all)
}

fn read_case(
    (definition, scheme): (&Definition, &Scheme),
    at: usize,
    node: &Node,
    findings: &mut Findings,
) -> Option<Case> {
    let mut fields = Fields::new(node, say::a_case(), findings);
    fields.text("name", findings);
    let profile = read_profile(fields.table("profile", findings), definition, findings);
    let scheme = compiled((definition, scheme), &profile);
    let answers_node = fields.required("answers", findings);
    let answers = read_answers(definition, &scheme, fields.table("answers", findings), findings);
    let expect = fields.required("expect", findings).map(|node| read_expect(definition, node, findings));
    fields.finish(findings);
    let outcome = score(&scheme, &answers);
    if let (Some(node), None) = (answers_node, &outcome) {
        findings.add(&NOTHING_APPLICABLE, node.span.clone(), say::all_not_applicable());
    }
    Some(Case { at, profile, answers, outcome: outcome?, expect: expect? })
}

/// The definition, compiled for who told `profile`; `scheme` is that for who told nothing.
fn compiled<'a>((definition, scheme): (&Definition, &'a Scheme), profile: &Profile) -> Cow<'a, Scheme> {
    match *profile == Profile::default() {
        true => Cow::Borrowed(scheme),
        false => Cow::Owned(Scheme::compile(definition, profile)),
    }
}

/// Reads the answers of a case. The most specific key wins: a question's id, then `criterion.*`, then `*`.
/// To questions that are not asked the answer is n/a.
fn read_answers(definition: &Definition, scheme: &Scheme, entries: &[Entry], findings: &mut Findings) -> Vec<Answer> {
    let answer = |asked: bool| if asked { Answer::Unanswered } else { Answer::NotApplicable };
    let mut answers: Vec<(u8, Answer)> = scheme.questions.iter().map(|question| (0, answer(question.asked))).collect();
    for entry in entries {
        let (mut matched, mut wrong) = (false, None);
        let asked = scheme.questions.iter().map(|question| question.asked);
        for (((criterion, question), asked), (rank, answer)) in definition.questions().zip(asked).zip(&mut answers) {
            let specific = specificity(&entry.key, &definition.criteria[criterion].id, question);
            if specific == 0 {
                continue;
            }
            matched = true;
            let mut own = Findings::new(findings.source().clone());
            match read_answer(&entry.node, question, Earlier::new(definition, None), &mut own) {
                Some(read) if asked && specific > *rank => (*rank, *answer) = (specific, read),
                None if asked => wrong = wrong.or(Some(own)),
                Some(Answer::NotApplicable) => {}
                _ if !asked && specific == BY_ID => not_asked(question, entry.node.span.clone(), findings),
                _ => {}
            }
        }
        // One question that a pattern does not fit is enough to say so.
        findings.extend(wrong.into_iter().flat_map(Findings::into_sorted));
        if !matched {
            let all = definition.criteria.iter().map(|criterion| format!("{}.*", criterion.id));
            let all: Vec<String> = all.chain(definition.questions().map(|(_, question)| question.id.clone())).collect();
            let known = || all.iter().map(String::as_str);
            let message = say::matches_no_question(&entry.key);
            let finding = findings.add(&UNKNOWN_QUESTION, entry.key_span.clone(), message);
            match nearest(&entry.key, known()) {
                Some(_) => finding.suggest(&entry.key, known()),
                None => finding.help(say::how_to_match()),
            };
        }
    }
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// How closely the id of a question names it.
const BY_ID: u8 = 3;

/// How closely `key` names `question`; 0 if it does not.
fn specificity(key: &str, criterion: &str, question: &Question) -> u8 {
    if key == question.id {
        BY_ID
    } else if key.strip_suffix(".*") == Some(criterion) {
        2
    } else {
        u8::from(key == "*")
    }
}

fn read_expect(definition: &Definition, node: &Node, findings: &mut Findings) -> Expect {
    let levels: Vec<&str> = definition.levels.iter().map(|level| level.id.as_str()).collect();
    let criteria: Vec<&str> = definition.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let challenges: Vec<&str> = definition.challenges.iter().map(|challenge| challenge.id.as_str()).collect();
    let actions: Vec<&str> = definition.actions.iter().map(|action| action.id.as_str()).collect();
    if matches!(&node.value, Value::Table(entries) if entries.is_empty()) {
        findings.add(&OUT_OF_RANGE, node.span.clone(), say::expects_nothing()).help(say::say_what_comes_out());
    }
    let mut fields = Fields::new(node, say::expect(), findings);
    let expect = Expect {
        level: fields.optional("level").and_then(|node| index(called::level(), node, &levels, findings)),
        possible: fields.optional("possible").and_then(|node| index(called::level(), node, &levels, findings)),
        levels: own_levels(fields.table("levels", findings), &criteria, &levels, findings),
        overall: fields.optional("overall").and_then(|node| read_score(node, findings)),
        in_place: fields.optional("in_place").map(|node| indices(called::criterion(), node, &criteria, findings)),
        challenges: fields.optional("challenges").map(|node| indices(called::challenge(), node, &challenges, findings)),
        route: fields.optional("route").map(|node| indices(called::action(), node, &actions, findings)),
    };
    fields.finish(findings);
    expect
}

/// The level that each of some criteria has of its own.
fn own_levels(entries: &[Entry], criteria: &[&str], levels: &[&str], findings: &mut Findings) -> Vec<(usize, usize)> {
    let mut own = |entry: &Entry| {
        let criterion = place(called::criterion(), &entry.key, &entry.key_span, criteria, findings);
        criterion.zip(index(called::level(), &entry.node, levels, findings))
    };
    entries.iter().filter_map(&mut own).collect()
}

/// The place of the id in `known`.
fn index(what: &str, node: &Node, known: &[&str], findings: &mut Findings) -> Option<usize> {
    let id = read_reference(node, findings)?;
    place(what, id, &node.span, known, findings)
}

/// The same of an id that stands there.
fn place(what: &str, id: &str, span: &Range<usize>, known: &[&str], findings: &mut Findings) -> Option<usize> {
    let at = known.iter().position(|known| *known == id);
    if at.is_none() {
        let finding = findings.add(&UNKNOWN_REFERENCE, span.clone(), there_is_no(what, id));
        finding.suggest(id, known.iter().copied());
    }
    at
}

/// The places of a list of ids, in order and each once.
fn indices(what: &str, node: &Node, known: &[&str], findings: &mut Findings) -> Vec<usize> {
    if !matches!(node.value, Value::Array(_)) {
        wrong_type(node, Expected::Array, findings);
    }
    let mut indices: Vec<usize> = node.items().iter().filter_map(|item| index(what, item, known, findings)).collect();
    indices.sort_unstable();
    indices.dedup();
    indices
}
