//! What has changed.

texts! {
    ReportComparison(lang);

    over_time(what: &str, subject: &str): "{what} over time — {subject}";
    compared(what: &str): "{what} compared";
    level_up(from: &str, to: &str): "Up from {from} to {to}";
    level_down(from: &str, to: &str): "Down from {from} to {to}";
    level_still(level: &str): "Still {level}";
    /// Where open questions keep it from being known.
    level_open(from: &str, to: &str):
        "Then {from}, now {to}: with open questions, whether that is a change is not certain";
    compared_scores(from: &str, to: &str, had: &str, have: &str, all: usize):
        "Overall {from} → {to}. Criteria in place: {had} → {have} of {all}.";
    compared_questions(versions: &str, current: &str, compared: usize, total: usize):
        "The answers belong to other versions of the assessment ({versions}; scored by {current}). Compared are the \
            {compared} of {total} questions that every set answers; all else counts as not applicable, so scores and levels \
            may differ from those that were reported then.";
    uncertain: "Where questions are open, scores are a range; a change is shown only where it is certain.";
    chart_caption: "The thick line is the overall score, the thin ones are the criteria; where questions were open, they count at their worst.";
    criteria_over_time: "Criteria over time";
    trend: "Trend";
    achieved: "Actions achieved";
    achieved_means:
        "Inferred from the answers: everything that these actions aim at is reached now, and was not before. \
        Whether somebody carried them out, answers do not say.";
    plan_since: "What has come of the plan";
    since_achieved: "Planned, and achieved by the answers";
    since_open: "Planned, and not achieved yet";
    since_not_shown: "Said to be done, though the answers do not show it";
    since_unplanned: "Achieved by the answers without having been planned";
    different(subjects: &str):
        "The answers are of different organisations or people ({subjects}): what stands here as a change \
        is the difference between the first and the last of them, and no development.";
    of_others(subjects: &str):
        "These answers are of different organisations or people ({subjects}): what stands here as a change \
        is the difference between them, and no development.";
    is_later: "What is called previous here is dated later than this result: changes are those from later to earlier.";
    slipped: "What slipped back";
    nothing_slipped: "Nothing slipped back.";
    undone: "Actions whose aims are no longer reached";
    improved: "Better answers";
    into_place: "into place";
    out_of_place: "no longer in place";
    in_place_mark: "✓ in place";
    undated: "Not every answer set has a date, so they stand in the order in which they were named.";
    told_otherwise(facts: &str): "What was told of the organisation differs: {facts}.";
    told_each_time(fact: &str, times: &str): "“{fact}” {times}";
    nothing_told: "not told";
    not_asked_in_changes(count: usize): [count; "{count} question is not asked each time; changes leave it out.",
            "{count} questions are not asked each time; changes leave them out."];
    not_asked_each_time(count: usize):
        [count; "{count} question is not asked each time and counts as not applicable here, so scores may differ from \
            those that were reported then.",
            "{count} questions are not asked each time and count as not applicable here, so scores may differ from those \
            that were reported then."];
}
