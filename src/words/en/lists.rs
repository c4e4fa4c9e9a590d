//! Lists in messages.

texts! {
    Lists(here);

    /// Between ids, names and numbers.
    comma: ", ";
    and_more(list: &str, more: usize): "{list}, and {more} more";
}
