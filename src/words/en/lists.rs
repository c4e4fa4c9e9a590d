//! Lists in messages.

texts! {
    Lists(here);

    /// Between ids, names and numbers.
    comma: ", ";
    /// Between names in backquotes.
    between_names: "`, `";
    and_more(list: &str, more: usize): "{list}, and {more} more";
}
