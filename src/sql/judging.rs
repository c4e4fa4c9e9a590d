//! Judging, as `judge` of the scores does it: the scores of criteria, the overall one, and the level.

use std::ops::Range;

use super::compiled::Compiled;
use super::names::{column, name, number, single, total};
use super::query::{Join, Step};
use super::tree::Expr;
use super::{long, reach};
use crate::definition::{Clause, Goal};
use crate::exact::Score;
use crate::words::sql as words;

/// The two ends of the score of a group: of which sums, what its column is called on the way, and the end of its name as a result.
const GROUP_ENDS: [(&str, &str, &str); 2] = [("low", "group", ""), ("high", "group_best", "_high")];

fn tenths() -> Expr {
    number(Score::FULL.tenths())
}

pub(super) fn criteria(of: &Compiled<'_>) -> Step {
    let score = |kind: &str, result: &str, id: &str| {
        let value = Expr::Product(vec![column(kind, id), tenths()]);
        (value.over(column("full", id).or_null()), name(result, id))
    };
    let low = of.criteria().map(|id| score("low", "score", id));
    let mut columns: Vec<_> = low.chain(of.criteria().map(|id| score("high", "best", id))).collect();
    let applies = |id: &str| column("full", id).is(">", number(0u64));
    let weights = |among: Range<usize>| {
        let weights = of.criteria().zip(&of.scheme.criteria).skip(among.start).take(among.len());
        total(weights.map(|(id, criterion)| Expr::when(vec![(applies(id), number(criterion.weight))], number(0u64))))
    };
    columns.push((total(of.criteria().map(|id| applies(id).counted())), "cxm_applicable".to_owned()));
    columns.push((weights(0..of.scheme.criteria.len()), "cxm_weights".to_owned()));
    columns.extend(of.groups().map(|(id, among)| (weights(among), name("weights", id))));
    Step::new("cxm_criteria", words::criteria(of.request.lang), columns)
}

fn denominator(of: &Compiled<'_>) -> Expr {
    // Some engines take a literal for the least type that holds it, and its quotient too.
    if of.wide { Expr::Wide(of.denominator) } else { number(of.denominator).integer() }
}

/// What some criteria are worth together, by the common denominator of all.
pub(super) fn weighed(of: &Compiled<'_>, kind: &str, among: Range<usize>) -> Expr {
    let criteria = of.criteria().zip(&of.scheme.criteria).skip(among.start).take(among.len());
    let parts = criteria.map(|(id, criterion)| {
        let unit = denominator(of).over(column("full", id).or_null());
        let weight = (criterion.weight > 1).then(|| number(criterion.weight));
        let part = [column(kind, id)].into_iter().chain(weight).chain([unit]).collect();
        Expr::Call("COALESCE", vec![Expr::Product(part), number(0u64)])
    });
    Expr::one_or(parts.collect(), Expr::Sum).expect("a definition has criteria")
}

pub(super) fn overall(of: &Compiled<'_>) -> Step {
    let overall = |kind: &str, among: Range<usize>, weights: Expr| {
        let full = Expr::Product(vec![denominator(of), weights]);
        Expr::Product(vec![weighed(of, kind, among), tenths()]).over(full.or_null())
    };
    let all = |kind: &str| overall(kind, 0..of.scheme.criteria.len(), single("weights"));
    let in_place = |kind: &str| {
        let criteria = of.criteria().zip(&of.scheme.criteria);
        total(criteria.map(|(id, of)| column(kind, id).is(">=", number(of.in_place.tenths())).counted()))
    };
    let wrong = of.request.long.into_iter().flat_map(|_| long::is_wrong(of.request.lang));
    let reject = [
        (single("strange").is(">", number(0u64)), words::strange(of.request.lang)),
        (single("applicable").is("=", number(0u64)), words::nothing_applies(of.request.lang)),
        (single("answered").is("=", number(0u64)), words::nothing_answered(of.request.lang)),
    ];
    let reject = wrong.chain(reject).map(|(holds, why)| (holds, Expr::Text(why.to_owned())));
    let columns = [
        (all("low"), "overall"),
        (all("high"), "overall_high"),
        (in_place("score"), "in_place"),
        (in_place("best"), "in_place_high"),
        (Expr::Case(None, reject.collect(), None), "reject"),
    ];
    let sums = ["low", "high", "full"].into_iter().flat_map(|kind| of.criteria().map(move |id| name(kind, id)));
    let wrong = long::WRONG.iter().filter(|_| of.request.long.is_some()).map(|(name, _)| *name);
    let counts = ["answered", "strange", "weights"].into_iter().chain(wrong).map(|kind| format!("cxm_{kind}"));
    let groups = GROUP_ENDS
        .into_iter()
        .flat_map(|(kind, own, _)| of.groups().map(move |(id, among)| (kind, id, among, name(own, id))));
    let groups = groups.map(|(kind, id, among, name)| (overall(kind, among, column("weights", id)), name));
    let weights = of.groups().map(|(id, _)| name("weights", id));
    let columns = columns.map(|(expr, name)| (expr, format!("cxm_{name}"))).into_iter().chain(groups);
    Step {
        without: sums.chain(counts).chain(weights).collect(),
        ..Step::new("cxm_overall", words::overall(of.request.lang), columns.collect())
    }
}

/// The results, in the order and under the names that they have in the rows of `batch`.
pub(super) fn levels(of: &Compiled<'_>) -> Step {
    let sound = || Expr::IsNull(Box::new(single("reject")));
    let given = |result: Expr| Expr::Case(None, vec![(sound(), result)], None);
    let is_open = || Expr::All(vec![sound(), single("open").is(">", number(0u64))]);
    let at_best = |result: Expr| Expr::Case(None, vec![(is_open(), result)], None);
    let score = |tenths: Expr| Expr::Tenths(Box::new(tenths));
    let named = || of.table.named.iter().filter(|_| of.request.long.is_none()).map(|(_, known)| *known);
    let mut columns: Vec<(Expr, String)> = named().map(|known| (column("named", known), known.to_owned())).collect();
    columns.extend(of.criteria().map(|id| (given(score(column("score", id))), id.to_owned())));
    columns.extend(of.criteria().map(|id| (given(score(column("best", id))), format!("{id}_high"))));
    columns.extend(reach::results(of).into_iter().map(|(level, name)| (given(level), name)));
    let groups = || GROUP_ENDS.into_iter().flat_map(|(_, own, end)| of.groups().map(move |(id, _)| (own, id, end)));
    columns.extend(groups().map(|(own, id, end)| (given(score(column(own, id))), format!("group_{id}{end}"))));
    columns.extend(
        [
            (given(single("in_place")), "in_place"),
            (given(score(single("overall"))), "overall"),
            (given(level(of, "", "score")), "level"),
            (given(single("open")), "open"),
            (at_best(single("in_place_high")), "in_place_high"),
            (at_best(score(single("overall_high"))), "overall_high"),
            (at_best(level(of, "_high", "best")), "possible_level"),
        ]
        .map(|(expr, name)| (expr, name.to_owned())),
    );
    let challenges = of.definition.challenges.iter().map(|challenge| &challenge.id);
    let challenges: Vec<&String> = challenges.collect();
    columns.extend(challenges.iter().map(|id| (given(column("challenge", id)), format!("challenge_{id}"))));
    columns.push((single("reject"), "reject".to_owned()));
    let scores = ["score", "best"].into_iter().flat_map(|kind| of.criteria().map(move |id| name(kind, id)));
    let counts = ["open", "applicable", "overall", "overall_high", "in_place", "in_place_high", "reject"];
    let dropped = scores.chain(challenges.iter().map(|id| name("challenge", id)));
    Step {
        without: dropped
            .chain(counts.map(|kind| format!("cxm_{kind}")))
            .chain(reach::own_names(of))
            .chain(named().map(|known| name("named", known)))
            .chain(groups().map(|(own, id, _)| name(own, id)))
            .collect(),
        join: (of.request.keep.is_empty() && of.request.dialect.differences().twice)
            .then(|| Join::Once(words::once(of.request.lang))),
        ..Step::last(words::levels(of.request.lang), columns)
    }
}

/// The highest level that is attained with all below it: the one below the first that is not.
pub(super) fn level(of: &Compiled<'_>, end: &str, kind: &str) -> Expr {
    let ids: Vec<&str> = of.criteria().collect();
    let holds = |clause: Clause<usize>| match clause {
        // No fewer than the same part of all, told without a division.
        Clause::CriteriaInPlace(count) => {
            let part = |kind: &str, times: usize| Expr::Product(vec![single(kind), Expr::Int(times as u128)]);
            part(&format!("in_place{end}"), ids.len()).is(">=", part("applicable", count))
        }
        Clause::Overall(need) => single(&format!("overall{end}")).is(">=", number(need.tenths())),
        Clause::Criterion(at, need) => {
            let score = column(kind, ids[at]);
            Expr::Any(vec![Expr::IsNull(Box::new(score.clone())), score.is(">=", number(need.tenths()))])
        }
        Clause::Questions(level, _) => reach::holds(of, level, kind == "best"),
    };
    let text = |at: usize| Expr::Text(of.definition.levels[at].id.clone());
    let nothing = Goal::nothing(ids.len());
    let below = std::iter::once(&nothing).chain(&of.scheme.levels);
    let steps = of.scheme.levels.iter().zip(below).enumerate().skip(1).filter_map(|(at, (goal, below))| {
        let clauses = Expr::one_or(goal.beyond(below).map(holds).collect(), Expr::All)?;
        Some((clauses.not(), text(at - 1)))
    });
    let (steps, top) = (steps.collect::<Vec<_>>(), text(of.definition.levels.len() - 1));
    if steps.is_empty() { top } else { Expr::when(steps, top) }
}
