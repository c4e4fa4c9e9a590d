//! The questionnaire, and the sheets to fill in, in Japanese.

texts! {
    ReportSheets for Ja;

    // The questionnaire, and the sheets to fill in.
    facts(criteria: usize, questions: usize, actions: usize, minutes: usize, languages: &str):
        "評価項目{criteria}個、設問{questions}問、施策{actions}件、所要時間は約{minutes}分（{languages}）";
    does_not_apply: "該当なし";
    your_name: "回答者";
    how_in_toml: "回答する設問は、行頭の # を消し、= の後ろに点数を書いてください。「該当なし」を選べる設問では \"n/a\" と書けます。そのままの設問は未回答になります。";
    notes_in_toml: "根拠や補足があれば、設問のidと文章を書いてください。";
}
