//! What rows of figures have that nobody names: the averages, sums and counts of all others, and what is in their middle.

/// The numbers in a column, in their order, and how often each stands there.
pub(crate) type Numbers = Vec<(i64, u64)>;

/// In how many columns others have to differ, so that nobody's own answers are what these sum up to: of a row that names nobody,
/// of one beside other figures or in the middle of all, and of one that tells who answers.
const NAMELESS: usize = 4;
const BESIDE: usize = 8;
const MIDDLE: usize = 12;
const TOLD: usize = 20;

/// How much is told of who gave the answers of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Nothing,
    /// Nothing, and other rows beside it are taken for figures with it.
    Beside,
    /// As much as others tell.
    All,
}

/// Whether a row has what the numbers of all others sum up to.
pub(crate) fn repeats(row: &[Option<i64>], columns: &[Numbers], told: Told) -> bool {
    type Figure = fn(i64, i64) -> i64;
    let figures: [Figure; 6] = [
        |sum, count| sum.div_euclid(count),
        |sum, count| (2 * sum + count).div_euclid(2 * count),
        |sum, count| -(-sum).div_euclid(count),
        // Half to the even one.
        |sum, count| {
            let up = (2 * sum + count).div_euclid(2 * count);
            up - i64::from((2 * sum + count) % (2 * count) == 0 && up % 2 != 0)
        },
        |sum, _| sum,
        |_, count| count,
    ];
    let pairs = || row.iter().zip(columns).filter_map(|(number, column)| number.map(|number| (number, column)));
    let whole = row.iter().zip(columns).all(|(number, column)| number.is_some() || column.is_empty());
    let differ = pairs().filter(|(_, column)| column.len() > 1).count();
    let is = |figure: &Figure| {
        pairs().all(|(number, column)| {
            let count = count(column);
            let sum: i64 = column.iter().map(|(number, count)| number.saturating_mul(signed(*count))).sum();
            count > 0 && number == figure(sum, signed(count))
        })
    };
    let enough = match told {
        Told::Nothing => NAMELESS,
        Told::Beside => BESIDE,
        Told::All => TOLD,
    };
    // A row that is the same throughout may well be in the middle.
    let middle = || {
        told != Told::All
            && differ >= MIDDLE
            && pairs().any(|(number, _)| Some(number) != row.iter().copied().flatten().next())
    };
    whole
        && differ >= enough
        && (figures.iter().any(is)
            || (middle()
                && (pairs().all(|(number, column)| is_median(number, column))
                    || pairs().all(|(number, column)| is_mode(number, column)))))
}

/// Whether all columns have the same sum, though they differ: how often each answer was given, and no answers.
pub(crate) fn are_frequencies(columns: &[Numbers]) -> bool {
    let answered: Vec<&Numbers> = columns.iter().filter(|column| !column.is_empty()).collect();
    let sum =
        |column: &Numbers| column.iter().map(|(number, count)| number.saturating_mul(signed(*count))).sum::<i64>();
    let [first, others @ ..] = &answered[..] else { return false };
    let mut different: Vec<&&Numbers> = answered.iter().collect();
    different.sort();
    different.dedup();
    let few = answered.iter().all(|column| (2..=FREQUENCIES).contains(&count(column)));
    few && answered.len() >= BESIDE
        && different.len() >= NAMELESS
        && others.iter().all(|column| sum(column) == sum(first))
}

/// What stands above the names of answers.
const OPTIONS: &str = "answer answers option options choice choices rating ratings label labels response responses antwort antworten \
    réponse réponses respuesta respuestas risposta risposte 回答 選択肢 評価";

/// Whether a column under this header may name answers.
pub(super) fn is_option(plain: &str) -> bool {
    !plain.is_empty() && plain.split([' ', '_']).all(|word| OPTIONS.split_whitespace().any(|of| of == word))
}

/// Whether all columns have as many numbers as questions have `options`, or one or two more: with a row for each option, if the
/// table says so, they tell how often it was given.
pub(crate) fn are_options(columns: &[Numbers], options: usize) -> bool {
    let counts: Vec<u64> = columns.iter().filter(|column| !column.is_empty()).map(count).collect();
    let [first, others @ ..] = &counts[..] else { return false };
    let options = u64::try_from(options).unwrap_or(u64::MAX);
    (options..=options.saturating_add(2)).contains(first) && others.iter().all(|count| count == first)
}

/// How many rows a table of frequencies may have.
const FREQUENCIES: u64 = 12;

fn is_median(number: i64, column: &Numbers) -> bool {
    let count = count(column);
    let at = |place: u64| {
        let mut seen = 0;
        column.iter().find(|(_, times)| {
            seen += times;
            seen > place
        })
    };
    let middle = (count > 0).then(|| Some((at((count - 1) / 2)?.0, at(count / 2)?.0))).flatten();
    middle.is_some_and(|(low, high)| {
        [low, (low + high).div_euclid(2), (low + high + 1).div_euclid(2), high].contains(&number)
    })
}

fn is_mode(number: i64, column: &Numbers) -> bool {
    let most = column.iter().map(|(_, times)| *times).max();
    column.iter().any(|(at, times)| *at == number && Some(*times) == most)
}

fn count(column: &Numbers) -> u64 {
    column.iter().map(|(_, count)| count).sum()
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
