//! All rows at a glance, as the summary of `batch` has them: how many are on each level, the mean and the quartiles of each score
//! before it is cut, the weakest criteria, and Cronbach's alpha. A row for each value of a column, or one for all.

use std::collections::BTreeSet;

use super::compiled::Compiled;
use super::judging::{level, weighed};
use super::names::{column, name, name_of_single, number, single};
use super::query::{Join, Step};
use super::request::Refusal;
use super::tree::Expr;
use crate::definition::Question;
use crate::exact::{Score, lcm};
use crate::population::{BLANK, Cronbach};
use crate::words::{sql as words, sql_refusals as say};

/// The most rows whose sums are sure to fit.
const ROWS: u128 = 1 << 33;
/// The quartiles, by their numbers.
const QUARTILES: [(u8, &str); 3] = [(1, "q1"), (2, "median"), (3, "q3")];

/// What a mean is of: a criterion, or the overall score.
struct Item<'a> {
    id: &'a str,
    /// Its score, exact.
    exact: Expr,
    /// What that is of.
    full: u128,
}

/// A summary: of what, and whether its sums take more than 64 bits.
struct Summary<'a> {
    of: &'a Compiled<'a>,
    items: Vec<Item<'a>>,
    wide: bool,
}

/// The steps behind the overall scores.
pub(super) fn steps(of: &Compiled<'_>) -> Result<[Step; 8], Refusal> {
    let summary = Summary::new(of)?;
    Ok([
        summary.scored(),
        summary.sums(),
        summary.items(),
        summary.values(),
        summary.places(),
        summary.quarters(),
        summary.scores(),
        summary.results(),
    ])
}

fn sum(what: Expr) -> Expr {
    Expr::Call("SUM", vec![what])
}

/// What the sum of columns of a kind is called: some engines take a name for what is added up wherever they find it.
fn sum_of(kind: &str) -> String {
    format!("{kind}_sum")
}

fn count(what: Expr) -> Expr {
    Expr::Call("COUNT", vec![what])
}

fn less(one: Expr, other: Expr) -> Expr {
    Expr::Difference(Box::new(one), Box::new(other))
}

fn real(what: Expr) -> Expr {
    Expr::Real(Box::new(what))
}

/// The points of the chosen option; null where there is none.
fn points(question: &Question, worth: &[u64]) -> Expr {
    let arms = question.options.iter().zip(worth).map(|(option, worth)| (number(*worth), number(option.points)));
    Expr::Case(Some(Box::new(column("worth", &question.id))), arms.collect(), None).integer()
}

fn is_scored() -> Expr {
    Expr::IsNull(Box::new(single("reject")))
}

impl<'a> Summary<'a> {
    fn new(of: &'a Compiled<'a>) -> Result<Self, Refusal> {
        // What the weights of the criteria that apply may add up to.
        let mut weights = BTreeSet::from([0]);
        for criterion in &of.scheme.criteria {
            weights.extend(weights.iter().map(|sum| sum + u128::from(criterion.weight)).collect::<Vec<_>>());
        }
        let weights = weights.into_iter().filter(|sum| *sum > 0).try_fold(1, lcm);
        let full = weights.and_then(|weights| weights.checked_mul(of.denominator));
        let most = full.and_then(|full| full.checked_mul(4 * u128::from(Score::FULL.tenths()))?.checked_mul(ROWS));
        // What alpha adds up: the squares of what the questions of a criterion are worth together.
        let points = of.definition.criteria.iter().map(|criterion| {
            let most = criterion
                .questions
                .iter()
                .flat_map(|question| question.options.iter().map(|option| option.points).max());
            most.map(u128::from).sum::<u128>()
        });
        let points = points.max().and_then(|points| points.checked_mul(points)?.checked_mul(ROWS));
        let wide = most.zip(points).and_then(|(most, points)| of.is_wide(most.max(points)));
        let (Some(weights), Some(full), Some(wide)) = (weights, full, wide) else {
            let (id, dialect) = (&of.definition.id, of.request.dialect.name());
            return Err(Refusal(say::small_sums(id, dialect)));
        };
        let mut summary = Self { of, items: Vec::new(), wide };
        let all = of.criteria().zip(&of.fulls).map(|(id, full)| {
            let unit = summary.integer(*full).over(column("full", id).or_null());
            Item { id, exact: Expr::Product(vec![column("low", id), unit]), full: *full }
        });
        let unit = summary.integer(weights).over(single("weights").or_null());
        let overall = Expr::Product(vec![weighed(of, "low", 0..of.scheme.criteria.len()), unit]);
        summary.items = all.chain([Item { id: "overall", exact: overall, full }]).collect();
        Ok(summary)
    }

    fn integer(&self, number: u128) -> Expr {
        if self.wide { Expr::Wide(number) } else { Expr::Int(number).integer() }
    }

    /// A sum, as an integer that is divided as such.
    fn sum(&self, what: Expr) -> Expr {
        let sum = Box::new(sum(what));
        if self.wide { Expr::AsWide(sum) } else { Expr::AsInteger(sum) }
    }

    /// Each row that is scored, with what is counted of it.
    fn scored(&self) -> Step {
        let of = self.of;
        let mut columns = Vec::new();
        let given = |result: Expr| Expr::Case(None, vec![(is_scored(), result)], None);
        columns.push((given(level(of, "", "score")), "cxm_level".to_owned()));
        let scores = |or: &Expr| {
            let scores = of.criteria().map(|id| Expr::Call("COALESCE", vec![column("score", id), or.clone()]));
            scores.collect::<Vec<_>>()
        };
        let ends = of.request.dialect.differences().ends;
        let of_all = |name, or: Expr| match <[Expr; 1]>::try_from(scores(&or)) {
            Ok([only]) => only,
            Err(several) => Expr::Call(name, several),
        };
        columns.push((given(of_all(ends.0, number(Score::FULL.tenths() + 1))), "cxm_lowest".to_owned()));
        columns.push((of_all(ends.1, Expr::Minus(1)), "cxm_highest".to_owned()));
        columns.extend(self.items.iter().map(|item| (given(item.exact.clone()), name("exact", item.id))));
        let questions = of.definition.questions().zip(&of.worth);
        columns.extend(questions.map(|((_, question), worth)| (points(question, worth), name("points", &question.id))));
        Step::new("cxm_scored", words::scored(of.request.lang), columns)
    }

    /// The columns by which scores are parted: the segment, if there is one, and whose scores they are.
    fn parts(&self) -> Vec<String> {
        let segment = self.of.request.by.map(|_| name_of_single("part"));
        segment.into_iter().chain([name_of_single("item")]).collect()
    }

    /// The scores of each row, one below the other.
    fn items(&self) -> Step {
        let segment = self.of.request.by.map(|_| (single("segment"), name_of_single("part")));
        let exact = self.items.iter().map(|item| (Expr::Text(item.id.to_owned()), column("exact", item.id)));
        let exact = Expr::Case(Some(Box::new(single("item"))), exact.collect(), None);
        Step {
            from: Some("cxm_scored"),
            join: Some(Join::Each(name_of_single("item"), self.items.iter().map(|item| item.id.to_owned()).collect())),
            carried: Some(vec![name_of_single("item")]),
            ..Step::new(
                "cxm_items",
                words::items(self.of.request.lang),
                segment.into_iter().chain([(exact, name_of_single("exact"))]).collect(),
            )
        }
    }

    /// How often each score occurs.
    fn values(&self) -> Step {
        Step {
            carried: Some(self.parts().into_iter().chain([name_of_single("exact")]).collect()),
            grouped: true,
            ..Step::new(
                "cxm_values",
                words::values(self.of.request.lang),
                vec![(count(single("exact")).integer(), name_of_single("times"))],
            )
        }
    }

    /// Up to which place each score goes, and among how many.
    fn places(&self) -> Step {
        let same: Vec<Expr> = self.parts().into_iter().map(Expr::Column).collect();
        let times = |order| Expr::Over(Box::new(sum(single("times"))), same.clone(), order).integer();
        let columns =
            vec![(times(vec![single("exact")]), name_of_single("upto")), (times(Vec::new()), name_of_single("among"))];
        let carried = ["exact", "times"].map(name_of_single);
        Step {
            carried: Some(self.parts().into_iter().chain(carried).collect()),
            ..Step::new("cxm_places", words::places(self.of.request.lang), columns)
        }
    }

    /// With how many quarters each score counts for a quartile, which lies between two neighbours.
    fn quarters(&self) -> Step {
        let ends = self.of.request.dialect.differences().ends;
        let columns = QUARTILES.into_iter().map(|(quartile, word)| {
            // Of the places up to one, those count that the quartile has left behind, and one of four quarters at most.
            let up_to = |place: Expr| {
                let all = Expr::Product(vec![number(quartile), less(single("among"), number(1u8))]);
                let beyond = less(Expr::Product(vec![number(4u8), place]), all);
                Expr::Call(ends.0, vec![Expr::Call(ends.1, vec![beyond, number(0u8)]), number(4u8)])
            };
            (less(up_to(single("upto")), up_to(less(single("upto"), single("times")))), name_of_single(word))
        });
        let carried = ["exact", "times"].map(name_of_single);
        Step {
            carried: Some(self.parts().into_iter().chain(carried).collect()),
            ..Step::new("cxm_quarters", words::quarters(self.of.request.lang), columns.collect())
        }
    }

    /// What the scores of a segment add up to.
    fn scores(&self) -> Step {
        let mut columns = Vec::new();
        for item in &self.items {
            let of_it = |what| {
                let arm = (Expr::Text(item.id.to_owned()), what);
                Expr::Case(Some(Box::new(single("item"))), vec![arm], None)
            };
            columns.push((sum(of_it(single("times"))).integer(), name("count", item.id)));
            let kinds =
                [("times", "sum".to_owned())].into_iter().chain(QUARTILES.map(|(_, word)| (word, sum_of(word))));
            columns.extend(kinds.map(|(kind, result)| {
                (self.sum(of_it(Expr::Product(vec![single("exact"), single(kind)]))), name(&result, item.id))
            }));
        }
        Step {
            carried: Some(self.of.request.by.iter().map(|_| name_of_single("part")).collect()),
            grouped: self.of.request.by.is_some(),
            ..Step::new("cxm_scores", words::scores(self.of.request.lang), columns)
        }
    }

    /// What is counted and added up of the rows of a segment.
    fn sums(&self) -> Step {
        let of = self.of;
        // Of no rows it is 0.
        let counted = |holds: Expr| Expr::Call("COALESCE", vec![sum(holds.counted()), number(0u8)]).integer();
        let is_open = single("open").is(">", number(0u8));
        let spelled = of.request.by.filter(|_| of.by_fact().is_none());
        let mut columns: Vec<_> =
            spelled.iter().map(|_| (Expr::Call("MIN", vec![single("spelled")]), "cxm_called".to_owned())).collect();
        columns.extend([
            (counted(is_scored()), "cxm_rows".to_owned()),
            (counted(is_scored().not()), "cxm_rejected".to_owned()),
            (counted(Expr::All(vec![is_scored(), is_open])), "cxm_with_open".to_owned()),
        ]);
        columns.extend(of.definition.levels.iter().map(|level| {
            let is_on = single("level").is("=", Expr::Text(level.id.clone()));
            (counted(is_on), name("on", &level.id))
        }));
        for (at, id) in of.criteria().enumerate() {
            let is_lowest = column("score", id).is("=", single("lowest"));
            let is_weakest = Expr::All(vec![single("lowest").is("<", single("highest")), is_lowest]);
            columns.push((counted(is_weakest), name("weakest", id)));
            let points = || self.questions(at).map(|question| column("points", question));
            let told = points().map(|points| Expr::IsNull(Box::new(points)).not());
            let is_complete = Expr::All(std::iter::once(is_scored()).chain(told).collect());
            columns.push((counted(is_complete.clone()), name("complete", id)));
            let mut add = |what: Expr, id: &str| {
                let what = if self.wide { Expr::AsWide(Box::new(what)) } else { what };
                let of_complete = |what| sum(Expr::Case(None, vec![(is_complete.clone(), what)], None));
                columns.push((of_complete(Expr::Product(vec![what.clone(), what.clone()])), name("squares", id)));
                columns.push((of_complete(what), name(&sum_of("points"), id)));
            };
            self.questions(at).for_each(|question| add(column("points", question), question));
            add(Expr::Sum(points().collect()), &format!("all_{id}"));
        }
        Step {
            carried: Some(of.request.by.iter().map(|_| "cxm_segment".to_owned()).collect()),
            grouped: of.request.by.is_some(),
            ..Step::new("cxm_summed", words::summed(of.request.lang), columns)
        }
    }

    fn questions(&self, criterion: usize) -> impl Iterator<Item = &str> {
        let questions = self.of.definition.questions().filter(move |(of, _)| *of == criterion);
        questions.map(|(_, question)| question.id.as_str())
    }

    /// The alpha of a criterion, where it rests on enough rows and is not below 0.
    fn alpha(&self, criterion: usize, id: &str) -> Expr {
        let count = self.questions(criterion).count() as u128;
        if count < 2 {
            return real(Expr::Null);
        }
        // The square of the number of rows times the variance.
        let spread = |of: &str| {
            let (rows, squares) = (real(column("complete", id)), real(column("squares", of)));
            let points = || real(column(&sum_of("points"), of));
            less(Expr::Product(vec![rows, squares]), Expr::Product(vec![points(), points()]))
        };
        let total = || spread(&format!("all_{id}"));
        let items = Expr::Sum(self.questions(criterion).map(spread).collect());
        let part = Expr::Ratio(Box::new(items.clone()), Box::new(total()));
        let alpha = Expr::Product(vec![real(Expr::Int(count)), less(real(number(1u8)), part)]);
        let alpha = Expr::Ratio(Box::new(alpha), Box::new(real(Expr::Int(count - 1))));
        let says = vec![
            column("complete", id).is(">=", number(Cronbach::ENOUGH)),
            total().is(">", real(number(0u8))),
            items.is("<=", total()),
        ];
        Expr::Case(None, vec![(Expr::All(says), alpha)], None)
    }

    fn results(&self) -> Step {
        let of = self.of;
        let mut columns = vec![(single("rows"), "rows".to_owned()), (single("rejected"), "rejected".to_owned())];
        columns.push((single("with_open"), "open".to_owned()));
        let levels = of.definition.levels.iter();
        columns.extend(levels.map(|level| (column("on", &level.id), format!("level_{}", level.id))));
        let cut = |sum: Expr, full: Expr| {
            let tenths = Expr::Product(vec![sum, number(Score::FULL.tenths())]).over(full.or_null());
            Expr::Tenths(Box::new(tenths.integer()))
        };
        for item in &self.items {
            let count = || Expr::Call("COALESCE", vec![column("count", item.id), number(0u8)]).integer();
            let all = Expr::Product(vec![self.integer(item.full), count()]);
            columns.push((count(), format!("{}_rows", item.id)));
            columns.push((cut(column("sum", item.id), all), format!("{}_mean", item.id)));
            columns.extend(QUARTILES.into_iter().map(|(_, word)| {
                (cut(column(&sum_of(word), item.id), self.integer(4 * item.full)), format!("{}_{word}", item.id))
            }));
        }
        for (at, id) in of.criteria().enumerate() {
            columns.push((column("weakest", id), format!("{id}_weakest")));
            columns.push((column("complete", id), format!("{id}_alpha_rows")));
            columns.push((self.alpha(at, id), format!("{id}_alpha")));
        }
        if let Some(by) = of.request.by {
            let is_blank = single("segment").is("=", Expr::Text(String::new()));
            let called = single(if of.by_fact().is_some() { "segment" } else { "called" });
            let word = |word: &str| Expr::Text(word.to_owned());
            // A value that is a dash is not to be taken for none.
            let is_dash = (called.clone().is("=", word(BLANK)), word("-"));
            let shown = Expr::when(vec![(is_blank, word(BLANK)), is_dash], called);
            let is_result = columns.iter().any(|(_, name)| name.eq_ignore_ascii_case(by));
            columns.insert(0, (shown, if is_result { format!("input_{by}") } else { by.to_owned() }));
        }
        let on = of.request.by.map(|_| ["segment", "part"].map(name_of_single));
        Step {
            from: Some("cxm_summed"),
            join: Some(Join::Other("cxm_scores", on)),
            carried: Some(Vec::new()),
            ..Step::last(words::summary(of.request.lang), columns)
        }
    }
}
