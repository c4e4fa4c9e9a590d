//! The comments of a map to fill in.

texts! {
    BatchSkeleton(here);

    head(name: &str, assessment: &str):
        "# What the columns and cells of {name} mean, for {assessment}.\n";
    head_of_unmatched(assessment: &str):
        "# A map for {assessment}.\n";
    how_to_use:
        "# Keep it in a file (-o map.toml), mend what is wrong there, and give it with --map map.toml.\n\
         # A line behind `#` does not count: take the `#` away, and write what is meant to the right of `=`.\n\n";
    scale(scale: &str): "{scale} # or the numbers of the worst and the best option, such as \"0..4\"\n\n";
    columns:
        "[columns] # header, or #number = the id of a question or fact; organisation, respondent, date or role; \"\" for none\n";
    no_column(ids: &str): "# no column: {ids}\n";
    cells: "\n[cells] # what stands in a cell = points, \"n/a\", or \"\" for not answered\n";
    cells_of_one: "# [cells.ID] says the same of the column of one question.\n";
    one_option(key: &str): "# {key} is for one option, which a map cannot say\n";
    or_near(near: &str): "or \"{near}\"?";
    strange(key: &str, cells: u64, ids: &str, first: u64): [cells;
        "# {key} =  # {cells} cell of {ids}, first in row {first}\n",
        "# {key} =  # {cells} cells of {ids}, first in row {first}\n"];
    ids_and_more(ids: &str, more: usize): "{ids} and {more} more";
    more(more: usize): "# and {more} more\n";
}
