//! What a query says: in comments, and of rows that it rejects.

texts! {
    Sql(lang);

    head(id: &str, version: &str, program: &str, dialect: &str):
        "{id} {version} as cxm {program} scores it, for {dialect}";
    rows: "Rows: each with the question or fact that it answers; null where that is unknown";
    respondents: "Respondents: a row for each, with a column for each question and fact";
    times: "How often each respondent answers each question";
    cells: "Cells: trimmed, in lower case, empty where there is nothing";
    answers: "Answers: what the chosen option is worth; -1 open, -2 not applicable, -3 no answer, -4 not asked";
    sums: "Sums of each criterion: with open questions at their worst, at their best, and all that could be attained";
    criteria: "Scores of the criteria in tenths, cut and not rounded; null where none of its questions applies";
    overall: "The overall score in tenths, by a common denominator, and how many criteria are in place";
    levels: "Levels and results: those of the row at worst; where questions are open, also at best";
    once: "Fails where a column of the table is called as a result: then say with --keep which columns to carry along";
    scored: "Rows that are scored: level, exact scores, and the points of each answer";
    items: "The scores of each row, one below the other";
    values: "How often each score occurs";
    places: "Up to which place each score goes among all, in their order";
    quarters: "Quartiles lie between neighbours: with how many quarters each score counts";
    scores: "Sums of the scores";
    summed: "Counts and sums";
    summary: "Summary: scores cut to tenths once; alpha from 30 complete rows on, and not where it is below 0";
    strange: "a cell is no answer";
    nothing_applies: "no question applies";
    nothing_answered: "no question is answered";
    nameless: "no respondent is named";
    unknown: "a question is unknown";
    repeated: "a question is answered more than once";
    rejects: "Every cell that is no answer, with its row and its column";
}
