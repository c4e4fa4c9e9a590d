//! Why there is no form of an assessment for a tool.

texts! {
    Forms(here);

    twice(id: &str, name: &str):
        "this form would ask for `{id}` twice under the name `{name}`, and no answer could be told from the other: \
        give one of them another id";
    both(one: &str, other: &str, name: &str):
        "this form would ask for `{one}` and `{other}` under the name `{name}`, and no answer could be told from the other: \
        give one of them another id";
}
