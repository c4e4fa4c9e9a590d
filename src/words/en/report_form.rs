//! The form in a browser.

texts! {
    ReportForm(lang);

    form_language: "Language";
    form_about: "About this assessment";
    form_about_you: "About you";
    form_respondent: "Your role or name";
    form_segment: "Department or segment";
    form_optional: "Optional; it is written into the answer file.";
    form_how:
        "Leave open what you do not know. Nothing is sent anywhere: your answers stay in this browser until you save \
        them as a file.";
    form_no_script: "This form needs JavaScript to save your answers.";
    form_not_applicable: "Does not apply to us";
    form_clear: "Clear this answer";
    form_note: "Note or evidence";
    form_answered: "answered";
    form_save: "Save the answer file";
    form_load: "Open an answer file";
    form_start_again: "Clear the form";
    form_sure: "Clear all answers in this form?";
    form_left: "Questions still open: ";
    form_range: "Each of them widens the range of the result.";
    form_to_open: "Go to the first open question";
    form_save_open: "Save all the same";
    form_saved: "Saved. Send the file to whoever collects the answers.";
    form_loaded: "The answers are in the form.";
    form_not_loaded: "This file is no answer file for this assessment, or is damaged.";
    form_other_major:
        "This file answers another major version of the assessment, in which answers may mean something else. Please \
        answer again.";
    form_in_part:
        "This file does not wholly fit this version of the assessment. What does not fit was left out: read the \
        answers again.";
    form_not_kept: "This browser does not keep answers. Save a file before you close the page.";
}
