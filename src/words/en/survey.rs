//! What the survey says on its screens.

texts! {
    Survey(lang);

    /// Where the respondent is: criterion and question, counted from 1, of how many.
    progress(criterion: usize, criteria: usize, question: usize, questions: usize):
        "Criterion {criterion} of {criteria} - question {question} of {questions}";
    answered(done: usize, all: usize): "{done} of {all} answered";
    does_not_apply: "Does not apply to us";
    /// Behind an option: this was the answer of an earlier time.
    earlier: "(last time)";
    note(note: &str): "Note: {note}";
    /// In a list: this question has a note.
    has_note: "[note]";
    edit_note: "Your note on this question";
    /// In a list: this question has no answer.
    open: "open";
    inapplicable: "n/a";
    /// Where there is nothing else to tell, and room for a line.
    rule: "Choose the highest option of which every word is true today.";
    /// The same before there is a question.
    rule_ahead: "In each question, choose the highest option of which every word is true.";
    how_to_answer: "How to answer";
    what_to_look_for: "What to look for";
    about_criterion(name: &str): "About the criterion: {name}";
    keys: "Keys";
    jump_title: "Where do you want to go?";
    review_title: "Your answers";
    none_open: "All questions are answered. You can still change every answer.";
    some_open(open: usize):
        [open; "One question is open: the result will be a range.", "{open} questions are open: the result will be a range."];
    review_all: "See all answers and finish";
    finish_whole: "Finish and see the result";
    finish_with_open(open: usize): "Finish all the same and see the result ({open} open)";
    /// The overall score and the level so far.
    live(score: &str, level: &str): "{score} ({level})";
    not_saved: "NOT SAVED: only in memory. Every answer tries again to save.";
    always_applies: "This question applies to everyone: please choose an option.";
    no_such_option(options: usize): "This question has options 1 to {options}.";
    no_such_question(questions: usize): "There are questions 1 to {questions}.";
    no_such_key: "This key does nothing here. On a question, ? explains the keys.";
    /// What of a screen has no room in the window.
    lines_above(lines: usize): [lines; "{lines} more line above", "{lines} more lines above"];
    lines_below(lines: usize): [lines; "{lines} more line below", "{lines} more lines below"];
    in_full: "? shows question and keys";
    no_room: "no room for the keys: make the window larger";
    too_small_to_go_on: "This window is too small: enlarge it (Ctrl-C leaves)";
    too_small_to_say_more: "Window too small";
    first_question: "This is the first question.";

    // The facts about the organisation.
    fact_progress(fact: usize, facts: usize): "About your organisation - {fact} of {facts}";
    /// Above a fact.
    never_scored: "About your organisation (never scored)";
    what_counts: "What counts";
    /// The last row of a fact.
    not_told: "Not told";
    /// The last row of a fact of which several options may hold.
    that_is_all: "That is all";
    /// What it means that a fact is not told.
    stays_open: "Not told, it stays open: all that depends on it is asked and counts.";
    stays_open_but(assumed: &str):
        "Not told, it stays open: all that depends on it counts, at the effort for \"{assumed}\".";
    /// In a list: the fact was told.
    told: "told";
    /// In a list: the question is not asked.
    not_asked: "not asked";
    not_asked_since(fact: &str, told: &str): "Not asked, since you told: {fact} {told}";
    is_not_asked: "This question is not asked, by what you told of your organisation (key p).";
}
