//! Why a row is refused before it is read.

texts! {
    MappingRows(here);

    either(word: &str, header: &str):
        "`{word}` may be the name of a respondent, or of a row that is none, such as figures about others or an example: leave it out with --where \
         '{header} != {word}', or take it with --every-row";
    nameless(header: &str):
        "`{header}` is empty, which others tell, so that this may be a row of figures about them, such as averages: leave it out \
         with --where '{header} !=', or take it with --every-row";
    tells_nothing(header: &str, text: &str):
        "`{header}` has `{text}`, which tells nothing, which others tell, so that this may be a row of figures about them, such as \
         averages: leave it out with --where '{header} != {text}', or take it with --every-row";
    numbered(header: &str, number: &str):
        "`{header}` has the number `{number}`, where others have texts, so that this may be a row of figures about them, such as \
         counts: leave it out with --where '{header} != {number}', or take it with --every-row";
    repeats:
        "its numbers are the averages, sums or counts of all other rows, or their middle, so that this may be no \
         respondent: delete it, or take it with --every-row";
    #[cfg(feature = "cli")]
    sums_up:
        "its numbers are the averages, sums, or greatest or least of those right below or above it, as those of other rows are, which part the \
         table into groups: delete it, or take it with --every-row";
    below(title: u64):
        "row {title} is a title below a blank row, so that another table may begin there: score it alone, or take all rows \
         with --every-row";
    hidden:
        "the sheet does not show this row, as if it did not count: show or delete it there, or take it with \
         --every-row";
    struck(header: &str):
        "its cell under `{header}` is struck through in the sheet, or a part of it, as if that did not count: delete what is meant to be \
         gone, or take the row with --every-row";
    #[cfg(feature = "cli")]
    commented(header: &str):
        "a comment on its cell under `{header}` says that the answer is to be another: put the right one into the cell and delete the comment, or \
         take the row with --every-row";
    disguised(header: &str, number: &str):
        "its cell under `{header}` has {number}, and the format of the sheet shows something else in its place: give it another format and see \
         what is meant, or take the row with --every-row";
    worked_out:
        "the sheet works its cells out of those of other rows, as totals or averages: delete it, or take it with --every-row";
    merged(header: &str):
        "its cell under `{header}` is merged with others in the sheet, so that it has no answer of its own: part them there";
    #[cfg(feature = "cli")]
    shifted(text: &str, column: usize, header: &str):
        "`{text}` stands in column {column}, which has no header, behind `{header}`, so that a cell may have been put into the row and \
         answers stand under other questions: delete that cell, or take the row with --every-row";
    left(number: &str, header: &str):
        "`{header}` has the number `{number}`, where others have texts, and the last question has no answer, as if the row stood a cell too far \
         to the left: put what is missing back, or take it as it is with --every-row";
    right(number: &str, header: &str):
        "`{header}`, right behind the last question, has the number `{number}`, as if a cell had been put into the row and its answers stood a \
         cell too far to the right: delete that cell, or take the row as it is with --every-row";
    contradicts(text: &str, header: &str):
        "`{header}` has `{text}`, beside a number that stands for another option: correct one of them, or say with --map which column \
         has the answers";
    unlike(header: &str, column: usize):
        "`{header}` says something else of its answers than they do: correct one of them, or say with --map that `{header}` is none of the \
         questions: \"#{column}\" = \"\" under [columns] carries it along";
    swallows:
        "a quote is opened in one of its cells, and closed in a row below, so that rows stand in a cell: delete the quote, \
         double it, or take the row with --every-row";
    other_assessment(id: &str, own: &str): "these are answers to `{id}`, and not to `{own}`: name it with -a";
}
