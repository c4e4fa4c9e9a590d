//! What is wrong with a file that is read as a tree: its keys, and the types and bounds of its values, in Japanese.

texts! {
    Document for Ja;

    // Values by their types, as in "found a string".
    a_string: "文字列";
    an_integer: "整数";
    a_decimal: "小数";
    a_boolean: "真偽値";
    a_date: "日付";
    an_array: "配列";
    a_table: "テーブル";
    a_null: "null";

    // What a key may take, as in "expected points".
    points: "点数";
    a_number: "数値";
    true_or_false: "trueまたはfalse";
    an_id: "引用符で囲んだid";
    wrong_type(expected: &str, kind: &str): "{expected}を書く場所に{kind}があります";
    this_is(kind: &str): "これは{kind}です";
    number_without_quotes: "数値は引用符で囲まずに書いてください";
    number_alone: "引用符や単位を付けず、数値だけを書いてください";
    without_quotes: "引用符で囲まずに書いてください";
    list_in_brackets: "配列は角かっこで囲んでください";
    text_in_quotes: "文字列は引用符で囲んでください";
    table_in_braces: "テーブルは波かっこで囲んでください：{ キー = 値 }";
    write(code: &str): "`{code}`と書いてください";

    // Keys, and how much there is of something.
    needs_key(what: &str, key: &str): "{what}には`{key}`が必要です";
    is_missing(key: &str): "`{key}`がありません";
    has_no_key(what: &str, key: &str): "{what}に`{key}`というキーはありません";
    key_twice(key: &str): "キー`{key}`が重複しています";
    first_here: "最初の記述";
    too_many_entries(key: &str, count: usize, most: usize): "`{key}`の項目は{most}個までです（現在{count}個）";
    count_of_items(key: &str, least: usize, most: usize, count: usize):
        "`{key}`の要素は{least}〜{most}個にしてください（現在{count}個）";
    empty_text: "文字列が空です";
    long_text(length: usize, most: usize): "文字列が長すぎます（{length}文字）。{most}文字までにしてください";
    out_of_range(key: &str, least: u32, most: u32): "`{key}`は{least}〜{most}の範囲で指定してください";
    no_score: "得点は0〜100の数値で、小数点以下は1桁までです";

    // Merges that were left undecided.
    merge_left: "マージの競合が残っています";
    down_to_here: "ここまで";
    keep_one_side: "一方または両方の内容を残し、`<<<<<<<`、`=======`、`>>>>>>>`で始まる行を削除してください";
}
