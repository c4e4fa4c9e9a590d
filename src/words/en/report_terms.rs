//! The words that all reports and sheets share.

texts! {
    ReportTerms(lang);

    // How words go together.
    labelled(label: &str, value: &str): "{label}: {value}";
    aside(what: &str, aside: &str): "{what} ({aside})";
    comma: ", ";
    semicolon: "; ";
    /// Between texts of an assessment, which may have commas of their own.
    between_texts: "; ";
    and: ", and ";
    gap: " ";
    span(from: usize, to: usize): "{from} to {to}";
    part(have: &str, all: usize): "{have} of {all}";

    // Heads of columns, labels and headings.
    overall: "Overall";
    in_place: "in place";
    criterion_not_applicable: "not applicable";
    criterion: "Criterion";
    score: "Score";
    status: "Status";
    progress: "Progress";
    owner: "Owner";
    due: "Due";
    obstacles: "What holds you back";
    other_priorities: "Other priorities";
    benchmarks: "Where others stand";
    asked(n: u32): "{n} respondents";
    in_year(year: u32): "in {year}";
    intervals: "In brackets: the 95% interval (Wilson) of so many respondents.";
    firmness: "How firm this result is";
    action: "Action";
    gain: "Gain";
    source: "Source";
    refs: "References";
    sources: "Sources";
    notes: "Notes";
    you_are_here: " (you are here)";
    level: "Level";
    now: "Now";
    change: "Change";
    question: "Question";
    answer: "Answer";
    points: "Points";
    note: "Note";
    definition: "Assessment";
    phase_head: "Phase";
    before: "Before";
    previously: "Previously";
    levels: "Levels";
    actions: "Actions";
    organisation: "Organisation";
    respondent: "Respondent";
    date: "Date";
    segment: "Segment";

    // How to answer, and how to read a result.
    reading: "How to read this result";
    who_answers: "Who answers";
    rule:
        "For each question, choose the highest option of which every word is true today; where none fits exactly, the \
        lower of the two nearest.";
    rule_kept: "Each answer is the highest option of which every word is true.";
    own_choice: "Questions, thresholds, actions and efforts are the authors' own choice.";
    published(assessment: &str): "What others have published is in cxm show {assessment}.";
}
