//! A table with a row for each answer: the rows of a respondent made one, with a column for each question and fact.

use super::compiled::Compiled;
use super::names::{name, number, single, total};
use super::query::Step;
use super::reading::in_cells;
use super::request::{Long, ids};
use super::tree::Expr;
use crate::words::{Lang, sql as words};

/// A text in a language.
type Said = fn(Lang) -> &'static str;

/// What is wrong with the rows of a respondent: what a column of [`wide`] counts, and how a row with some is rejected.
pub(super) const WRONG: [(&str, Said); 3] =
    [("nameless", words::nameless), ("unknown", words::unknown), ("repeated", words::repeated)];

/// What stands for the question of a row that, as a map says, answers none. No id is as short.
const OTHER: &str = "";

/// The id of the question that a row answers; null where that is unknown, or there is none.
fn answered() -> Expr {
    Expr::Call("NULLIF", vec![single("question"), Expr::Text(OTHER.to_owned())])
}

fn text(column: &str) -> Expr {
    Expr::AsText(Box::new(Expr::Column(column.to_owned())))
}

/// The ids that the table may have answers to.
fn asked<'a>(of: &'a Compiled<'_>) -> impl Iterator<Item = &'a str> {
    ids(of.definition).filter(|id| !of.request.absent.iter().any(|absent| absent == id))
}

/// Each row with the id of its question; none where that is unknown.
pub(super) fn named(of: &Compiled<'_>, long: &Long) -> Step {
    let folded = super::names::cell_of(&long.question);
    let arms = asked(of).map(|id| {
        let own = Some(id).filter(|id| !of.table.is_another(id));
        let spellings = in_cells(own.into_iter().chain([of.table.name(id)]).map(str::to_owned));
        (folded.clone().among(spellings.into_iter().collect()), Expr::Text(id.to_owned()))
    });
    let others = in_cells(of.table.others.iter().cloned());
    let others = (!others.is_empty())
        .then(|| (folded.clone().among(others.into_iter().collect()), Expr::Text(OTHER.to_owned())));
    let arms = arms.chain(others);
    Step {
        carried: Some(vec![long.respondent.clone(), long.question.clone(), long.answer.clone()]),
        only: of.table.wanted.clone(),
        ..Step::new(
            "cxm_rows",
            words::rows(of.request.lang),
            vec![(Expr::Case(None, arms.collect(), None), "cxm_question".to_owned())],
        )
    }
}

/// A row for each respondent.
pub(super) fn wide(of: &Compiled<'_>, long: &Long) -> Step {
    let question = || single("question");
    let answer = |id: &str| {
        let arm = (Expr::Text(id.to_owned()), text(&long.answer));
        Expr::Call("MAX", vec![Expr::Case(Some(Box::new(question())), vec![arm], None)])
    };
    let is_nameless = super::names::cell_of(&long.respondent).is("=", Expr::Text(String::new()));
    let sum = |holds: Expr| Expr::Call("SUM", vec![holds.counted()]).integer();
    let count = |what: Expr| Expr::Call("COUNT", vec![what]);
    let known = count(answered());
    let different = Expr::Distinct("COUNT", Box::new(answered()));
    let repeated = known.is(">", different).counted();
    let wrong = [sum(is_nameless), sum(Expr::IsNull(Box::new(question()))), repeated];
    let wrong = WRONG.iter().zip(wrong).map(|((name, _), wrong)| (wrong, format!("cxm_{name}")));
    Step {
        carried: Some(vec![long.respondent.clone()]),
        grouped: true,
        ..Step::new(
            "cxm_respondents",
            words::respondents(of.request.lang),
            asked(of).map(|id| (answer(id), name("answer", id))).chain(wrong).collect(),
        )
    }
}

/// The rows that cannot be taken, with what they say.
pub(super) fn rejects(of: &Compiled<'_>, long: &Long) -> [Step; 2] {
    let among = [Expr::Column(long.respondent.clone()), single("question")];
    let times = Expr::Over(Box::new(Expr::Call("COUNT", vec![answered()])), among.into(), Vec::new());
    let mut rows = Step::new("cxm_times", words::times(of.request.lang), vec![(times, "cxm_times".to_owned())]);
    let raw = [&long.respondent, &long.question, &long.answer].map(String::clone);
    rows.carried = Some(raw.into_iter().chain(["cxm_question".to_owned()]).collect());
    let is = |id: &str| single("question").is("=", Expr::Text(id.to_owned()));
    let cell = || super::names::cell_of(&long.answer);
    let questions = of
        .definition
        .questions()
        .zip(&of.reading.questions)
        .map(|((_, question), meant)| Expr::All(vec![is(&question.id), meant.is_strange(&cell())]));
    let facts =
        of.reading.facts.iter().map(|fact| Expr::All(vec![is(&fact.id), fact.is_strange(fact.prepared(cell()))]));
    let wrong = [
        super::names::cell_of(&long.respondent).is("=", Expr::Text(String::new())),
        Expr::IsNull(Box::new(single("question"))),
        single("times").is(">", number(1u64)),
    ];
    let rejected = [(Expr::Column(long.question.clone()), "rejected_column"), (text(&long.answer), "rejected_cell")];
    let mut last =
        Step::last(words::rejects(of.request.lang), rejected.map(|(what, name)| (what, name.to_owned())).into());
    last.carried = Some(vec![long.respondent.clone()]);
    last.only = Some(Expr::Any(wrong.into_iter().chain(questions).chain(facts).collect()));
    [rows, last]
}

/// That something is wrong, of each kind.
pub(super) fn is_wrong(lang: Lang) -> impl Iterator<Item = (Expr, &'static str)> {
    WRONG.into_iter().map(move |(name, why)| (total(std::iter::once(single(name))).is(">", number(0u64)), why(lang)))
}
