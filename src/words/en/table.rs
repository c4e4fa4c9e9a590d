//! Why a table or a row of it cannot be read, whatever it is about.

use std::fmt::Display;

texts! {
    Table(here);

    // Of what is compressed, behind the name of the file.
    damaged(compression: &str, error: &dyn Display): "its {compression} is damaged: {error}";
    holds_more(compression: &str, most: u64):
        "its {compression} holds more than {most} GiB: unpack it first, if that is meant";
    looks_back(most: u64): "its zstd looks back more than {most} MiB: unpack it first";
    checksum_differs: "its checksum differs";

    // Of JSON.
    long_line(line: u64, most: usize): "line {line} is longer than {most} MiB";
    no_set(why: &str): "not an answer set in JSON: {why}";
    /// What may stand where a row is read.
    an_object: "an object";
    key_twice(key: &str): "key `{key}` stands twice";
    no_such_key(key: &str): "the first lines have no key `{key}`";
    list_of_texts: "a list must be of texts";
    no_array: "a cell cannot be an array";
    no_object: "a cell cannot be an object";
    /// What another crate says, without the place.
    json(message: &str): "{message}";
    /// The same of what is no object or array where there should be one.
    other_type(message: &str): "{message}";
    /// What is wrong, with the place.
    json_at(why: &str, line: usize, column: usize): "{why} at line {line} column {column}";
}
