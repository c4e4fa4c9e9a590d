//! Spreadsheets.

texts! {
    ReportSpreadsheets(lang);

    // Spreadsheets.
    /// The font of sheets, where it is not that of the program that shows them.
    font: "";
    steps: "Steps";
    best: "Best";
    version: "Version";
    weight: "Weight";
    group: "Group";
    id: "ID";
    low: "Lowest";
    high: "Highest";
    threshold_head: "In place from";
    open: "Open";
    not_applicable: "n/a";
    previous_head: "Previous";
    pillar: "Pillar";
    brings_head: "Brings into place";
    on_route_since: "Why on the route";
    after_head: "After";
    why: "Why";
    summary_sheet: "Summary";
    criteria_sheet: "Criteria";
    plan_sheet: "Plan";
    answers_sheet: "Answers";
    how_in_form:
        "Choose from the list in the yellow cell, and leave it empty if you do not know. Then save the file and send it back.";
    options: "Options";
    evidence: "Evidence, remarks";
    still_open: "Questions still open";
    /// Between the number of open questions and that of the first of them, and after it.
    first_open: ", the first of them question ";
    first_open_end: "";
    open_mark: "◀ open";
    save_as: "Suggested file name";
    refused: "Choose one of the list, or leave the cell empty.";
}
