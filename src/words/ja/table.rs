//! Why a table or a row of it cannot be read, in Japanese.

use std::fmt::Display;

texts! {
    Table for Ja;

    // Of what is compressed, behind the name of the file.
    damaged(compression: &str, error: &dyn Display): "{compression}の圧縮データが破損しているか、途中で切れています";
    holds_more(compression: &str, most: u64): "{compression}を展開すると{most} GiBを超えます。間違いでなければ、先に展開してください";
    looks_back(most: u64): "zstdの参照範囲が{most} MiBを超えています。先に展開してください";
    checksum_differs: "チェックサムが一致しません";

    // Of JSON.
    long_line(line: u64, most: usize): "{line}行目が{most} MiBを超えています";
    no_set(why: &str): "JSONの回答として読み取れません：{why}";
    an_object: "オブジェクト";
    key_twice(key: &str): "キー`{key}`が重複しています";
    no_such_key(key: &str): "キー`{key}`が先頭の数行にありません";
    list_of_texts: "リストの要素は文字列でなければなりません";
    no_array: "値に配列は使えません";
    no_object: "値にオブジェクトは使えません";
    json(message: &str): [of message;
        "EOF while parsing a list" "配列が途中で終わっています",
        "EOF while parsing an object" "オブジェクトが途中で終わっています",
        "EOF while parsing a string" "文字列が途中で終わっています",
        "EOF while parsing a value" "値が途中で終わっているか、ありません",
        "expected `:`" "`:`がありません",
        "expected `,` or `]`" "`,`か`]`がありません",
        "expected `,` or `}`" "`,`か`}}`がありません",
        "expected ident" "true、false、nullのつづりが違います",
        "expected value" "値がありません",
        "expected `\"`" "`\"`がありません",
        "invalid escape" "`\\`の使い方が正しくありません",
        "invalid number" "数値の書き方が正しくありません",
        "number out of range" "数値が範囲を超えています",
        "invalid unicode code point" "使えない文字コードがあります",
        "control character (\\u0000-\\u001F) found while parsing a string" "文字列に制御文字（改行など）があります",
        "key must be a string" "キーが文字列ではありません",
        "trailing comma" "最後に余分な`,`があります",
        "trailing characters" "値の後に余分な文字があります",
        "recursion limit exceeded" "入れ子が深すぎます",
        other "{message}",
    ];
    other_type(message: &str): "オブジェクトや配列でない値があります";
    json_at(why: &str, line: usize, column: usize): "{why}（{line}行{column}列目）";
}
