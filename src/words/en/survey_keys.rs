//! What the keys of the survey do: in a word for the foot of a screen, and at length for the help.

texts! {
    SurveyKeys(lang);

    answer: "answer";
    choose: "choose";
    confirm: "confirm";
    not_applicable: "does not apply";
    back: "back";
    skip: "skip";
    note: "note";
    go_to: "go to";
    help: "help";
    save_and_leave: "save and leave";
    choose_or_take_back: "choose or take back";
    not_told: "not told";
    go_on: "go on";
    any_key: "any key";
    any_other_key: "any other key";
    back_to_question: "back to the question";
    more: "more";
    go_there: "go there";
    criterion: "criterion";
    all_answers: "see all answers";
    change: "change the answer";
    finish: "finish";
    keep_note: "keep the note";
    leave_note: "leave it as it was";

    // For the help: how a key is called, and what it does.
    digits: "1 2 3 ...";
    digits_does: "answer at once; 1 is the lowest step";
    arrows: "Up Down Enter";
    arrows_does: "choose an option and confirm it";
    zero: "0 or n";
    zero_does: "does not apply to us (where the question allows it)";
    left: "Left, b or Esc";
    left_does: "back one question";
    right: "Right or s";
    right_does: "skip; you can come back at any time";
    m_does: "write a note: who said so, where the evidence is";
    g_does: "go to a criterion, an open question, or all answers";
    l_does: "go on in another language";
    q_does: "leave; all is saved, and you can go on another day";
}
