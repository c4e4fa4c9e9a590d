//! The questionnaire, and the sheets to fill in.

texts! {
    ReportSheets(lang);

    // The questionnaire, and the sheets to fill in.
    facts(criteria: usize, questions: usize, actions: usize, minutes: usize, languages: &str):
        "{criteria} criteria, {questions} questions, {actions} actions; about {minutes} minutes; {languages}";
    does_not_apply: "does not apply";
    your_name: "Your name";
    how_in_toml:
        "For each answer, remove the # before it and write the points after the =, or \"n/a\" where that is offered. A question that is left as it is stays open.";
    notes_in_toml: "Evidence and remarks, if you like: the id of the question, and a text.";
}
