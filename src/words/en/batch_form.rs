//! Why it is not certain what a form of ours says that came back as a spreadsheet.

texts! {
    BatchForm(here);

    /// Of a file.
    not_certain(name: &str, why: &str): "{name}: what this form says is not certain: {why}";
    no_form: "no sheet that can be seen has its questions: copy the answers into a new form";
    two_forms(sheet: &str, other: &str):
        "sheets `{sheet}` and `{other}` are both filled in, and not alike: delete the one that is not meant";
    no_line_of(sheet: &str, label: &str):
        "sheet `{sheet}` does not ask for `{label}` in column B, as the form did: its columns were moved or its lines deleted, so copy \
         the answers into a new form";
    other_facts(sheet: &str, found: usize, facts: usize):
        "sheet `{sheet}` asks {found} questions about the organisation, where the form has {facts}: copy the answers into a new form";
    lines_of_question(sheet: &str, lines: u64, number: usize):
        [lines; 0 "question {number} has no line on sheet `{sheet}`: copy the answers into a new form",
         other "question {number} has {lines} lines on sheet `{sheet}`: delete those that are not meant"];
    asks_other(cell: &str, asked: &str, id: &str):
        "{cell} asks `{asked}` where the form has `{id}`: lines were moved, so copy the answers into a new form";
    answer_beside(evidence: &str, text: &str, answer: &str):
        "`{text}` in {evidence}, where evidence goes, may be the answer that {answer} lacks: enter it there, or say more in {evidence}";
    only_hidden(cell: &str, value: &str, id: &str):
        "{cell} is empty, and the hidden sheet has `{value}` for `{id}`: enter it in {cell}, or save the form in a \
         spreadsheet program";
    second_answer(cell: &str, text: &str):
        "`{text}` in {cell} may be the answer of somebody else: a form has those of one, so give each their own";
    not_as_sent(cell: &str, id: &str):
        "the line of {cell} does not ask `{id}` as the form did, with the same options: copy the answers into a new form, or add \
         --accept-version if all points mean the same";
    says_otherwise(cell: &str, text: &str):
        "`{text}` in {cell} says of the numbers what the form did not: undo it, and enter the answers by the form's own lists";
    two_marks(cell: &str):
        "a cross in {cell}, beside circles, may say that its option does not hold: empty the cell, or mark it as the others";
    not_worked_out(cell: &str):
        "{cell} has a formula that nobody has worked out: open the form in a spreadsheet program and save it there";
    in_cell(cell: &str, why: &str): "{cell}: {why}";
}
