//! Questions that belong to levels, as `reach` of the scores finds them: how many of each level fall short of what it asks, and
//! how far each criterion comes by its own.

use super::compiled::Compiled;
use super::names::{NOT_APPLICABLE, NOT_ASKED, OPEN, column, name, number, total};
use super::tree::Expr;

/// The two ends, with open questions at their worst and at their best: what the columns of the other are called.
const ENDS: [(&str, &str); 2] = [("short", "own"), ("short_best", "own_best")];

/// A question that belongs to a level.
struct Belonging<'a> {
    id: &'a str,
    criterion: usize,
    level: usize,
    /// What it is worth at least to score what the level asks; none where anything will do.
    least: Option<u64>,
}

impl Belonging<'_> {
    fn falls_short(&self, at_best: bool) -> Option<Expr> {
        let worth = || column("worth", self.id);
        let lowest = if at_best { number(0u64) } else { Expr::Minus(OPEN) };
        Some(Expr::All(vec![worth().is(">=", lowest), worth().is("<", number(self.least?))]))
    }

    fn applies(&self) -> Expr {
        let worth = || column("worth", self.id);
        Expr::All([NOT_APPLICABLE, NOT_ASKED].map(|code| worth().is("<>", Expr::Minus(code))).into())
    }
}

fn belonging<'a>(of: &'a Compiled<'_>) -> Vec<Belonging<'a>> {
    let all = of.questions().zip(&of.scheme.questions).zip(&of.worth);
    let belonging = all.filter_map(|((id, scheme), worth)| {
        let (level, option) = scheme.level?;
        let least = (option > 0).then(|| worth[usize::from(option)]);
        Some(Belonging { id, criterion: scheme.criterion, level, least })
    });
    belonging.collect()
}

/// The columns of sums.
pub(super) fn sums(of: &Compiled<'_>) -> Vec<(Expr, String)> {
    let belonging = belonging(of);
    let level_id = |at: usize| of.definition.levels[at].id.as_str();
    let mut levels: Vec<usize> = belonging.iter().map(|question| question.level).collect();
    levels.sort_unstable();
    levels.dedup();
    let mut columns = Vec::new();
    for (at_best, (short, own)) in ENDS.into_iter().enumerate().map(|(at, names)| (at == 1, names)) {
        let falls_short = |question: &Belonging<'_>| question.falls_short(at_best);
        for level in &levels {
            let of_it = belonging.iter().filter(|question| question.level == *level);
            columns.push((total(of_it.filter_map(falls_short).map(Expr::counted)), name(short, level_id(*level))));
        }
        for (at, id) in of.criteria().enumerate() {
            let of_it = || belonging.iter().filter(move |question| question.criterion == at);
            let mut arms = Vec::new();
            let applies = Expr::one_or(of_it().map(Belonging::applies).collect(), Expr::Any);
            let mut below = 0;
            for level in &levels {
                let of_level = of_it().filter(|question| question.level == *level);
                if let Some(short) = Expr::one_or(of_level.filter_map(falls_short).collect(), Expr::Any) {
                    arms.push((short, Expr::Text(level_id(below).to_owned())));
                }
                below = *level;
            }
            arms.extend(applies.map(|applies| (applies, Expr::Text(level_id(below).to_owned()))));
            let own_level = if arms.is_empty() { Expr::Null } else { Expr::Case(None, arms, None) };
            columns.push((own_level, name(own, id)));
        }
    }
    if belonging.is_empty() { Vec::new() } else { columns }
}

/// The columns of sums that are no results.
pub(super) fn own_names(of: &Compiled<'_>) -> Vec<String> {
    sums(of).into_iter().map(|(_, name)| name).collect()
}

/// The level of its own that each criterion comes to, at worst and at best: the columns, and what they are called as results.
pub(super) fn results(of: &Compiled<'_>) -> Vec<(Expr, String)> {
    if belonging(of).is_empty() {
        return Vec::new();
    }
    let ends = [("own", "level"), ("own_best", "level_high")];
    let columns = ends
        .into_iter()
        .flat_map(|(kind, result)| of.criteria().map(move |id| (column(kind, id), format!("{id}_{result}"))));
    columns.collect()
}

/// That no question of a level falls short.
pub(super) fn holds(of: &Compiled<'_>, level: usize, at_best: bool) -> Expr {
    let (short, _) = ENDS[usize::from(at_best)];
    column(short, &of.definition.levels[level].id).is("=", number(0u64))
}
