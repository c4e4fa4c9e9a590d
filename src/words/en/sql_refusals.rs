//! Why there is no such query.

texts! {
    SqlRefusals(here);

    needs_keep(dialect: &str): "`{dialect}` cannot leave columns out of `*`: name those to carry along, such as --keep respondent";
    called_as_result(name: &str, id: &str): "`{name}` of `{id}` is called as another column of results";
    neither(id: &str, assessment: &str): "`{id}` is neither a question nor a fact of `{assessment}`";
    nothing_left: "--absent leaves no column of the table";
    carried_too(header: &str, name: &str):
        "the map calls column `{header}` `{name}`, and a column called so is to be carried along too: leave one out";
    no_fact(by: &str, assessment: &str):
        "`{by}` is no fact of `{assessment}`, and of single answers rows are summed up by facts alone";
    empty_name: "there is no table whose name is empty";
    three_columns: "three columns with commas between: RESPONDENT,QUESTION,ANSWER";
    three_different: "the respondent, the question and the answer are three different columns";
    own_columns(own: &str, name: &str): "the query has columns of its own that begin with `{own}`: rename `{name}`";
    obeyed(obeyed: &str, name: &str):
        "`{obeyed}` in the name of a column would be obeyed, and not looked for: rename `{name}`";
    too_long(dialect: &str, most: usize, name: &str, length: usize):
        "`{dialect}` cuts names to {most} bytes, and `{name}` has {length}: shorten it, or the id in it";
    one_of_several(header: &str): "column `{header}` is one of several for a question, which a query cannot read";
    two_columns(one: &str, other: &str, id: &str): "the map calls both `{one}` and `{other}` the column of `{id}`";
    called_otherwise(id: &str):
        "the map calls column `{id}` something else, and none the column of `{id}`: add --absent {id} if there is none";
    two_equals(text: &str): "a query cannot look which column is meant where there are two `=`: `{text}`";
    by_fact(fact: &str, text: &str): "a query cannot choose rows by the fact `{fact}`: `{text}`";
    by_number(header: &str): "a query knows columns by their names alone, and not by numbers: `{header}`";
    many_sums(criterion: &str):
        "criterion `{criterion}` has too many different sums of weights, as its questions apply or not, for a query";
    small_integers(assessment: &str, bits: u32, dialect: &str, has: u32):
        "exact overall scores of `{assessment}` take integers of {bits} bits or more, and those of `{dialect}` have {has}";
    empty_cell:
        "the map gives an empty cell a meaning, and to a query it is an open question: leave it out of [cells]";
    semicolon(option: &str, fact: &str):
        "option `{option}` of fact `{fact}` has a semicolon in its text, which in SQL cannot be told from one between options";
    small_sums(assessment: &str, dialect: &str):
        "exact sums of the scores of `{assessment}` take larger integers than those of `{dialect}`";
}
