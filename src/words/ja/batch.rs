//! Why a row that was read cannot be scored, in Japanese.

texts! {
    Batch for Ja;

    nothing_applies: "すべての設問が「該当なし」のため、採点できません";
    nothing_answered: "回答された設問がありません";
    no_value(header: &str): "`{header}`列に値がありません";
}
