//! Why there is no form of an assessment for a tool, in Japanese.

texts! {
    Forms for Ja;

    twice(id: &str, name: &str):
        "このフォームでは`{id}`が`{name}`という名前で2回現れ、回答を区別できません。どちらかのIDを変えてください";
    both(one: &str, other: &str, name: &str):
        "このフォームでは`{one}`と`{other}`がどちらも`{name}`という名前になり、回答を区別できません。どちらかのIDを変えてください";
}
