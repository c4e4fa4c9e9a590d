//! Adding, as `sums` of the scores does it: cells, what they answer, and the sums of each criterion.

use super::compiled::Compiled;
use super::names::{
    NOT_APPLICABLE, NOT_ASKED, OPEN, STRANGE, column, folded, name, name_of_single, number, text_of, total,
};
use super::query::Step;
use super::request::ids;
use super::tree::Expr;
use super::{long, reach};
use crate::answers::Answer;
use crate::words::sql as words;

pub(super) fn cells(of: &Compiled<'_>) -> Step {
    let is_absent = |id: &str| of.request.absent.iter().any(|absent| absent == id);
    let cell = |id: &str| if is_absent(id) { Expr::Text(String::new()) } else { of.table.cell(id) };
    let questions = of.questions().map(|id| (cell(id), name("cell", id)));
    let facts = of.reading.facts.iter().map(|fact| (fact.prepared(cell(&fact.id)), name("cell", &fact.id)));
    let (is_long, is_summed) = (of.request.long.is_some(), of.request.summary);
    let named = of.table.named.iter().filter(|_| !is_long && !is_summed);
    let named = named.map(|(header, known)| (Expr::Column(header.clone()), name("named", known)));
    let wrong = long::WRONG.iter().filter(|_| is_long).map(|(wrong, _)| name_of_single(wrong));
    let facts_of_rows = of.reading.facts.iter().map(|fact| fact.id.as_str());
    let facts_of_rows = facts_of_rows.filter(|_| is_long);
    Step {
        // Facts are carried along, as `batch` does, where they are columns of the table.
        without: of
            .questions()
            .chain(facts_of_rows)
            .filter(|id| !is_absent(id))
            .map(|id| of.table.column(id))
            .chain(of.table.named.iter().map(|(header, _)| header.clone()))
            .collect(),
        only: of.table.wanted.clone().filter(|_| !is_long),
        carried: is_summed.then(|| wrong.collect()),
        ..Step::new(
            "cxm_cells",
            words::cells(of.request.lang),
            questions.chain(facts).chain(named).chain(segment(of).into_iter().flatten()).collect(),
        )
    }
}

/// By what rows are summed up that is no fact: what tells whether two are of one segment, and how that is spelled.
fn segment(of: &Compiled<'_>) -> Option<[(Expr, String); 2]> {
    let by = of.request.by.filter(|_| of.by_fact().is_none())?;
    let header = of.table.named.iter().find(|(_, name)| *name == by).map_or(by, |(header, _)| header);
    Some([(folded(header), name_of_single("segment")), (text_of(header), name_of_single("spelled"))])
}

pub(super) fn answers(of: &Compiled<'_>) -> Step {
    let cell = |id: &str| column("cell", id);
    let mut columns: Vec<(Expr, String)> = Vec::new();
    for (((_, question), meant), worth) in of.definition.questions().zip(&of.reading.questions).zip(&of.worth) {
        let cell_of_it = || cell(&question.id);
        let mut arms = Vec::new();
        // A cell that is no answer is one whether or not the question is asked.
        if let Some(asked) = of.reading.may_hold(&question.condition, cell) {
            arms.push((meant.is_strange(&cell_of_it()), Expr::Minus(STRANGE)));
            arms.push((asked.not(), Expr::Minus(NOT_ASKED)));
        }
        arms.push((cell_of_it().is("=", Expr::Text(String::new())), Expr::Minus(OPEN)));
        let code = |answer: &Answer| match answer {
            Answer::Option(at) => number(worth[usize::from(*at)]),
            Answer::NotApplicable => Expr::Minus(NOT_APPLICABLE),
            Answer::Unanswered => Expr::Minus(OPEN),
        };
        arms.extend(meant.texts.iter().map(|(answer, texts)| (cell_of_it().among(texts.clone()), code(answer))));
        arms.extend(meant.decimals(&cell_of_it(), code));
        columns.push((Expr::when(arms, Expr::Minus(STRANGE)).integer(), name("worth", &question.id)));
    }
    for fact in &of.reading.facts {
        columns.push((fact.is_strange(cell(&fact.id)).counted().integer(), name("strange", &fact.id)));
    }
    columns.extend(of.by_fact().map(|fact| (fact.options(&cell(&fact.id)), name_of_single("segment"))));
    for challenge in &of.definition.challenges {
        if let Some(meant) = of.reading.may_hold(&challenge.condition, cell) {
            columns.push((meant.counted().integer(), name("meant", &challenge.id)));
        }
    }
    Step {
        without: ids(of.definition).map(|id| name("cell", id)).collect(),
        ..Step::new("cxm_answers", words::answers(of.request.lang), columns)
    }
}

pub(super) fn sums(of: &Compiled<'_>) -> Step {
    let mut columns = Vec::new();
    for (at, criterion) in of.definition.criteria.iter().enumerate() {
        columns.extend(sums_of(of, at).map(|(sum, kind)| (sum, name(kind, &criterion.id))));
    }
    let worth = |id: &str| column("worth", id);
    let open = of.questions().map(|id| worth(id).is("=", Expr::Minus(OPEN)).counted());
    columns.push((total(open), "cxm_open".to_owned()));
    // As `batch` counts: that a question does not apply is an answer to it.
    let answered = of.definition.questions().map(|(_, question)| {
        let codes = [Some(OPEN), (!question.condition.is_empty()).then_some(NOT_ASKED)].into_iter().flatten();
        let parts = codes.map(|code| worth(&question.id).is("<>", Expr::Minus(code))).collect();
        Expr::one_or(parts, Expr::All).expect("there is the code of an open question").counted()
    });
    columns.push((total(answered), "cxm_answered".to_owned()));
    let strange = of.questions().map(|id| worth(id).is("=", Expr::Minus(STRANGE)).counted());
    let facts = of.reading.facts.iter().map(|fact| column("strange", &fact.id));
    columns.push((total(strange.chain(facts)), "cxm_strange".to_owned()));
    columns.extend(challenges(of));
    columns.extend(reach::sums(of));
    let meant = of.definition.challenges.iter().filter(|challenge| !challenge.condition.is_empty());
    let facts = of.reading.facts.iter().map(|fact| name("strange", &fact.id));
    let without = of.questions().map(|id| name("worth", id)).chain(facts);
    Step {
        without: without.chain(meant.map(|challenge| name("meant", &challenge.id))).collect(),
        ..Step::new("cxm_sums", words::sums(of.request.lang), columns)
    }
}

/// What the answers to the questions of a criterion are worth: with open questions at their worst, at their best, and the
/// best options of all that apply.
fn sums_of(of: &Compiled<'_>, criterion: usize) -> impl Iterator<Item = (Expr, &'static str)> {
    let questions = of.definition.questions().zip(&of.worth).filter(move |((at, _), _)| *at == criterion);
    let questions: Vec<_> = questions.map(|((_, question), worth)| (question, worth[worth.len() - 1])).collect();
    ["low", "high", "full"].into_iter().map(move |kind| {
        let parts = questions.iter().map(|(question, full)| {
            let worth = || column("worth", &question.id);
            let nothing = [Some(NOT_APPLICABLE).filter(|_| question.not_applicable.is_allowed())]
                .into_iter()
                .chain([(!question.condition.is_empty()).then_some(NOT_ASKED)])
                .flatten();
            let mut arms: Vec<(Expr, Expr)> = nothing.map(|code| (Expr::Minus(code), number(0u64))).collect();
            let open = if kind == "low" { 0 } else { *full };
            let other = if kind == "full" { number(*full) } else { worth() };
            if kind != "full" {
                arms.push((Expr::Minus(OPEN), number(open)));
            }
            if arms.is_empty() { other } else { Expr::Case(Some(Box::new(worth())), arms, Some(Box::new(other))) }
        });
        (total(parts), kind)
    })
}

/// Which challenges the answers of a row show.
fn challenges(of: &Compiled<'_>) -> Vec<(Expr, String)> {
    let ids: Vec<&str> = of.questions().collect();
    let all = of.definition.challenges.iter().zip(&of.scheme.challenges).map(|(challenge, scheme)| {
        let within = |least: &Expr| {
            let parts = scheme.when.iter().flat_map(|(at, worst)| {
                let worth = || column("worth", ids[*at]);
                let most = number(of.worth[*at][usize::from(*worst)]);
                [worth().is(">=", least.clone()), worth().is("<=", most)]
            });
            Expr::All(parts.collect())
        };
        let word = |word: &str| Expr::Text(word.to_owned());
        let mut arms = Vec::new();
        if !challenge.condition.is_empty() {
            arms.push((column("meant", &challenge.id).is("=", number(0u64)), word("no")));
        }
        arms.push((within(&number(0u64)), word("yes")));
        arms.push((within(&Expr::Minus(OPEN)), word("possibly")));
        (Expr::when(arms, word("no")), name("challenge", &challenge.id))
    });
    all.collect()
}
