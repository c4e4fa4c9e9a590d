//! What is wrong with a map or a scale, in Japanese.

texts! {
    MappingMap for Ja;

    a_map: "マップ";
    rows_of_a_map: "マップの`rows`";
    no_question_or_header(key: &str, assessment: &str):
        "`{key}`は`{assessment}`の設問ではなく、`columns`で設問に割り当てた見出しでもありません";
    below_columns: "`[columns]`の行の下に書いてください";
    below_cells: "`[cells]`の行の下に書いてください";
    is_a_comment(key: &str): "`{key}`は、このままではコメントとみなされます";
    number_in_quotes(key: &str): "列の番号なら、引用符で囲んで`\"{key}\"`と書いてください。不要な行なら削除してください";
    no_condition(text: &str): "`{text}`は条件として読み取れません";
    how_conditions_are_written: "\"列名 = 値\" または \"列名 != 値\" の形で書いてください";
    no_scale(text: &str): "`{text}`は尺度として読み取れません";
    same_text(known: &str, key: &str): "`{known}`と`{key}`は、ここでは同じ文字列とみなされます";
    keep_one: "大文字と小文字、全角と半角、空白の違いは区別されません。どちらか一方だけにしてください";
    id_of_question_or_fact: "設問または属性のID";
    no_question(assessment: &str, id: &str): "`{assessment}`に設問`{id}`はありません";
    no_answer(text: &str): "`{text}`は回答になりません";
    how_answers_are_written: "点数、\"n/a\"（該当なし）、\"\"（未回答）のいずれかを書いてください";

    // Of a scale.
    worst_first: "最も悪い選択肢の番号を先に書き、小さいほうの数にしてください";
    scales: "`points`、`texts`、または最も悪い選択肢と最も良い選択肢の番号（例：0..4）を指定してください";
    other_length(first: i64, last: i64, options: usize):
        "{first}..{last} は、数値の個数が設問の選択肢の数（{options}）と一致しません";
}
