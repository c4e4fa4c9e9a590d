//! What the columns of results are called for people.

texts! {
    ReportHeads(lang);

    /// Of a column that every assessment has, by its id.
    head(id: &str): [of id;
        "organisation" "Organisation",
        "respondent" "Respondent",
        "respondents" "Respondents",
        "agreement" "Agreement (alpha)",
        "date" "Date",
        "segment" "Segment",
        "role" "Role",
        "criterion" "Criterion (ID)",
        "name" "Criterion",
        "low" "Score",
        "high" "Score at best",
        "in_place" "In place",
        "in_place_high" "In place at best",
        "threshold" "In place from",
        "weight" "Weight",
        "open" "Open questions",
        "not_applicable" "Not applicable",
        "criterion_level" "Level of the criterion",
        "criterion_level_high" "Level of the criterion at best",
        "group" "Group (ID)",
        "group_low" "Score of the group",
        "group_high" "Score of the group at best",
        "previous_low" "Previous score",
        "previous_high" "Previous score at best",
        "overall" "Overall score",
        "overall_high" "Overall score at best",
        "level" "Level",
        "possible_level" "Level at best",
        "percentile" "Percentile",
        other "{id}",
    ];
    score_at_best(name: &str): "{name} (at best)";
    level_of(name: &str): "{name} (level)";
    level_at_best(name: &str): "{name} (level at best)";
    action(number: usize): "Action {number}";
}
