//! Lists in messages, in Japanese.

texts! {
    Lists for Ja;

    comma: "、";
    between_names: "`、`";
    and_more(list: &str, more: usize): "{list}、ほか{more}件";
}
