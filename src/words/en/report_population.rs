//! What many results say together.

use crate::exact::Score;

texts! {
    ReportPopulation(lang);

    in_place_head: "In place";
    open_head: "Open";
    percentile: "Percentile";
    share: "Share";
    rows: "Rows";
    mean: "Mean";
    lower: "Q1";
    median: "Median";
    upper: "Q3";
    own_levels: "Level by criterion";
    alpha:
        "Q1 and Q3 are the quartiles. α is Cronbach's alpha over rows without open or n/a questions: from 0.7 the \
        questions of a criterion rise and fall together; – where there are fewer than 30 such rows or nothing differs, <0 \
        where they run against one another.";
    agenda: "Where colleagues disagree: what to talk about first";
    more_rows(rows: u64): "… and {rows} more: write them all with -o FILE.";
    more_organisations(count: usize): "… and {count} more organisations";
    how_to_read_agenda:
        "First what would change the level by the answers of most, then by how many points of the overall \
        score two respondents differ on average over that question alone. α is 1 where all agree and 0 where no more do than \
        by chance; from 0.8 they describe the same organisation, below 0.67 talk before you rely on the merged answers.";
    agreement(name: &str, respondents: u64, agreement: &str): "{name}: {respondents} respondents, {agreement}";
    alpha_is(alpha: &str): "Krippendorff's α {alpha}";
    alpha_of_few: "too few questions with two answers for α";
    alpha_below_zero: "who agree less than by chance (α below 0)";
    alpha_of_equals: "whose answers are all the same, so there is no α";
    differ_on_fact(fact: &str, options: &str):
        "They differ on “{fact}” ({options}): ask. Until then it counts as not told.";
    answers_apart(chosen: &str, roles: &str, spread: &str, level: &str):
        "Answers: {chosen}{roles}; two of them differ by {spread} on average{level}.";
    spread_points(spread: Score): "{spread} points";
    less_than_a_tenth: "less than 0.1 points";
    other_level(others: u64, all: u64): ", and {others} of {all} would change the level";
    means(roles: &str): " (mean: {roles})";
    where_each_stands: "Where each of them stands";
    respondents_head: "Respondents";
    at_best(level: &str): "(possibly {level})";
    respondents(count: u64): [count; "{count} respondent", "{count} respondents"];
    organisations(count: u64): [count; "{count} organisation", "{count} organisations"];
    open_rows(rows: u64): [rows; "{rows} of them has open questions; they count at their worst here.",
            "{rows} of them have open questions; they count at their worst here."];
    benchmark_fits_some(benchmark: &str, rows: u64, all: u64):
        "{benchmark} describes organisations like {rows} of these {all}, and not the others.";
    weakest_one(criterion: &str, share: Score):
        "Weakest: {criterion}, the lowest of all criteria for {share}% of them.";
    weakest_several(others: &str, last: &str, share: Score):
        "Weakest: {others} and {last}, each the lowest of all criteria for {share}% of them.";
    first_actions_of_all: "Most frequent first actions";
    first_actions_of_none: "First actions were found for no row of the sample (of all: --actions 1)";
    first_actions_of_some(rows: u64):
        [rows; "Most frequent first actions, of a sample of {rows} row (of all: --actions 1)",
            "Most frequent first actions, of a sample of {rows} rows (of all: --actions 1)"];
}
