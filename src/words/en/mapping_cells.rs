//! Why a cell is no answer, and why a row cannot be read.

texts! {
    MappingCells(here);

    // Of a question.
    more_than_one(id: &str): "more than one option of `{id}` is chosen";
    map_gives_none(cell: &str, id: &str):
        "`{cell}` is no answer to `{id}`: the map gives numbers another meaning, and this one none";
    map_gives_no_option(cell: &str, points: u32, id: &str, all: &str):
        "`{cell}`: the map says {points} points for it, and no option of `{id}` has them: they have {all}";
    map_gives_others(cell: &str, id: &str): "`{cell}` is none of the numbers that the map gives to `{id}`";
    always_applies(id: &str, points: &str): "question `{id}` always applies: its options have {points} points";
    always_applies_on_scale(id: &str, numbers: &str):
        "question `{id}` always applies: its options have the numbers {numbers} here";
    no_answer(cell: &str, id: &str, points: &str): "`{cell}` is no answer to `{id}`: its options have {points} points";
    no_answer_on_scale(cell: &str, id: &str, numbers: &str):
        "`{cell}` is no answer to `{id}`: its options have the numbers {numbers} here";
    other_letter(cell: &str, id: &str):
        "`{cell}` begins with a letter, and goes on with an option of `{id}` that has another letter";
    other_number(cell: &str, number: u32, id: &str):
        "`{cell}` begins with {number}, and goes on with an option of `{id}` that has another number";
    beside_number(cell: &str, number: u32, id: &str):
        "`{cell}` has the number {number} beside the text of an option of `{id}` that has another number";
    either(word: &str):
        "`{word}` may stand for a missing answer, as programs write it, since it also stands where nothing can be not applicable, or \
         for not applicable: say which under [cells] with --map, `\"{word}\" = \"\"` or `\"{word}\" = \"n/a\"`";
    of_several_options(cell: &str, id: &str): "`{cell}` is the text of more than one option of `{id}`; write points";
    not_asked(id: &str):
        "question `{id}` is not asked of this organisation, as its facts tell: mend them, or clear the answer";

    // Of a fact.
    only_one_can_hold(cell: &str, id: &str): "`{cell}`: only one option of `{id}` can hold";
    only_one_of(told: usize, id: &str): "{told} options of `{id}` are chosen: only one can hold";
    read_in_two_ways(cell: &str, id: &str):
        "`{cell}` can be read as different options of `{id}`; write their ids, separated by `;`";
    of_several_options_of_fact(cell: &str, id: &str):
        "`{cell}` is the text of more than one option of `{id}`; write the option's id";
    no_option(cell: &str, id: &str, options: &str): "`{cell}` is no option of `{id}`: its options are {options}";
    no_option_of_several(cell: &str, id: &str, options: &str):
        "`{cell}` is no option of `{id}`: its options are {options}, several of them separated by `;`";

    // Of the column of one option.
    no_mark(cell: &str): "`{cell}` does not say whether the option of its column is chosen";

    // Of a row.
    /// Between the reasons of one row.
    between_reasons: "; ";
    and_more(reasons: &str, more: usize): "{reasons}; and {more} more";
    no_text: "the row has bytes that are no text in the encoding of the table; if many rows are so, say it with --encoding";
    no_text_in(cell: usize):
        "cell {cell} has bytes that are no text in the encoding of the table; if many rows are so, say it with --encoding";
    no_text_behind(cell: usize, before: &str):
        "cell {cell} behind `{before}` has bytes that are no text in the encoding of the table; if many rows are so, say it with \
         --encoding";
    no_text_under(cell: usize, header: &str):
        "cell {cell} (`{header}`) has bytes that are no text in the encoding of the table; if many rows are so, say it with \
         --encoding";
    no_text_under_behind(cell: usize, header: &str, before: &str):
        "cell {cell} (`{header}`) behind `{before}` has bytes that are no text in the encoding of the table; if many rows are so, say \
         it with --encoding";
    never_closed: "a quote is opened and never closed: the rest of the input belongs to this row";
    other_width(cells: usize, wanted: usize):
        [cells; "the row has {cells} cell, and the header {wanted}", "the row has {cells} cells, and the header {wanted}"];
}
