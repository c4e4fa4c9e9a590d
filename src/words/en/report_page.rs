//! The page of a result.

texts! {
    ReportPage(lang);

    overall_score: "Overall score";
    of_100: "of 100";
    in_place_count: "Criteria in place";
    to_next: "To the next level";
    levels_lowest_first: "The levels, lowest first";
    radar: "Scores of the criteria";
    radar_caption: "0 in the centre, 100 at the rim.";
    best_case: "If open questions come out best";
    threshold: "In place from here";
    after_route: "After the route";
    roadmap: "Roadmap";
    in_detail: "The route in detail";
    others_in_detail: "Other priorities in detail";
    findings: "What stands out";
    plan: "The plan";
    rests_on: "What this rests on";
    answered_of(answered: usize, all: usize): "{answered} of {all} questions answered.";
    answered_by(answered: usize, all: usize, who: &str): "{answered} of {all} questions answered ({who}).";
    strongest_and_weakest(strongest: &str, weakest: &str): "Strongest: {strongest}. Weakest: {weakest}.";
    answers: "Appendix: questions and answers";
    unanswered: "Not answered";
    not_asked: "Not asked of this organisation";
    about_scores: "How scores come about";
    about_question:
        "A question scores its points between its worst option (0) and its best (100), a criterion the weighted \
        mean of its questions, and the whole the weighted mean of its criteria.";
    about_exact: "Scores are exact fractions, cut to one decimal and never rounded: a shown 75.0 has reached 75.";
    about_open:
        "A question that does not apply drops out. An open question makes the result a range, from its worst \
        option to its best.";
    about_route:
        "The route is the set of actions with the least total effort that ends the challenges found and gives the next level.";
}
