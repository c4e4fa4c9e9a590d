//! Slips in the syntax of a file, each named for what it is, and what mends it, in Japanese.

texts! {
    DocumentSyntax for Ja;

    // Habits from other languages.
    begins_nothing(sign: &str): "TOMLに`{sign}`で始まる書き方はありません";
    comment_sign: "コメントは`#`で始めてください。コメントでないものは削除してください";
    looks_like_json: "JSONの書き方になっています。`キー = 値`の形で、見出しは`[[levels]]`のように書いてください";
    text_under_no_key: "この文字列に対応するキーがありません";
    begin_the_list: "上に`steps = [`のように配列を始める行を書くか、この文字列を削除してください";
    list_in_one: "配列は角かっこで囲んでください：[\"one\", \"two\"]";
    no_key(key: &str): "`{key}`はキーとして書けません";
    missing_comma_before(key: &str): "`{key}`の前に`,`がありません";
    comma_between: "要素と要素の間に`,`を入れてください";
    comma_behind: "この後ろに`,`を入れてください";
    key_in_list: "`[`で始まる配列の中にキーがあります";
    is_not(sign: &str, meant: &str): "`{meant}`を書くところに`{sign}`があります";
    equals_between: "キーと値の間は`=`にしてください";
    behind_value(sign: &str): "値の後ろに余分な`{sign}`があります";
    take_away: "削除してください";
    percent_in_number: "数値に`%`は付けられません";
    no_value(word: &str): "`{word}`はTOMLの値ではありません";
    leave_key_out: "値がない場合は、キーごと省略してください";
    word_or_text(meant: &str): "`{meant}`と書いてください。文字列の場合は引用符 \" で囲んでください";
    no_toml_number(written: &str): "`{written}`はTOMLの数値ではありません";
    point_and_no_thousands: "小数点には . を使い、桁区切りは入れないでください";
    no_number(written: &str): "`{written}`は数値ではありません";
    one_point: "小数点は1つまでにしてください（例：62.5）";

    // Characters.
    no_break_space: "改行しない空白";
    full_width_space: "全角の空白";
    space_without_width: "幅のない空白";
    byte_order_mark: "バイト順マーク（BOM）";
    space_not_plain: "半角でない空白";
    invisible_character: "目に見えない文字";
    stands_here(name: &str, code: u32): "{name}（U+{code:04X}）が入っています";
    plain_space: "半角の空白にしてください";
    no_quote(sign: char, code: u32): "`{sign}`（U+{code:04X}）はTOMLの引用符ではありません";
    straight_quotes: "文字列は半角の引用符で囲んでください：\"このように\"";
    looks_like(sign: char, code: u32, meant: char): "`{sign}`（U+{code:04X}）は`{meant}`に似ていますが、別の文字です";
    return_alone: "ここの改行が古いMacの形式（CRのみ）です";
    line_ends: "改行コードをLFまたはCRLFにして保存してください";

    // Brackets and quotes.
    brackets_apart: "見出しの角かっこの間に空白があります";
    not_closed(bracket: &str): "`{bracket}`が閉じられていません";
    put_where_it_ends(bracket: &str): "終わりの位置に`{bracket}`を書いてください";
    one_bracket(path: &str): "`[{path}]]`の始まりの角かっこが1つしかありません";
    two_brackets(path: &str): "`[{path}]]`の終わりの角かっこが2つあります";
    closes_nothing(bracket: char): "`{bracket}`に対応する開きかっこがありません";
    quote_ends_text: "この引用符で文字列が終わっています";
    escape_double: "文字列の中では`\\\"`と書いてください";
    other_quotes: "`'`を含む文字列は二重引用符 \" で囲んでください";
    stands_for_nothing(sign: &str): "`{sign}`という書き方はありません";
    escape_backslash: "文字列の中では`\\\\`と書いてください";
    goes_on_below: "この文字列は次の行に続いています";
    several_lines(quotes: &str): "複数行の文字列は`{quotes}`と`{quotes}`で囲んでください";
    quotes_do_not_pair: "この行の引用符の対応が取れていません";
    pair_quotes: "文字列は前後を半角の引用符で囲んでください。複数行なら3つずつ、文字列の中の引用符は`\\\"`と書きます";

    // Headers.
    table_and_list(path: &str): "`[{path}]`は1つのテーブルですが、ほかの場所では`{path}`が配列になっています";
    table_twice(path: &str): "テーブル`{path}`が重複しています";
    list_or_one_header(path: &str):
        "配列なら各要素を`[[{path}]]`で始めてください。1つのテーブルなら、\
        すべてのキーを1つの見出しの下にまとめてください";
    above_the_first(written: &str, list: &str): "`{written}`が最初の`[[{list}]]`より上にあります";
    put_below(list: &str): "対応する`[[{list}]]`の下に移してください";
    another_begins(key: &str): "この`{key}`から次の要素が始まっていますが、見出しがありません";
    put_header_above(path: &str): "上に`[[{path}]]`のような見出しを書いてください";
    put_table_above(path: &str): "上に`[{path}.ID]`のような見出しを書いてください";

    // What a parser says.
    toml(message: &str): [of message;
            "`_` may only go between digits" "`_`は数字の間にだけ入れられます",
            "cannot recurse further; max recursion depth met" "入れ子が深すぎます",
            "recursion limit" "入れ子が深すぎます",
            "carriage return must be followed by newline" "改行がCRだけになっています",
            "duplicate key" "キーが重複しています",
            "extra `=`" "余分な`=`があります",
            "extra assignment between key-value pairs" "キーと値の間に余分な`=`があります",
            "extra comma in array" "配列に余分な`,`があります",
            "extra comma in inline table" "テーブルに余分な`,`があります",
            "integers with a radix cannot be signed" "16進数などの整数に符号は付けられません",
            "invalid comment character" "コメントに使えない文字があります",
            "invalid inline table element" "波かっこの中の書き方に誤りがあります",
            "invalid key-value pair" "キーと値の書き方に誤りがあります",
            "invalid unquoted key" "引用符のないキーに使えない文字があります",
            "invalid value" "値の書き方に誤りがあります",
            "key with no value" "キーに値がありません",
            "keys cannot be multi-line basic strings" "キーに複数行の文字列は使えません",
            "keys cannot be multi-line literal strings" "キーに複数行の文字列は使えません",
            "missing array opening" "配列の開きかっこがありません",
            "missing assignment between key-value pairs" "キーと値の間に`=`がありません",
            "missing comma between array elements" "配列の要素の間に`,`がありません",
            "missing comma between key-value pairs" "キーと値の組の間に`,`がありません",
            "missing comment start" "コメントの始まりの`#`がありません",
            "missing escaped value" "`\\`の後ろの文字がありません",
            "missing inline table opening" "テーブルの開きかっこがありません",
            "missing key for inline table element" "波かっこの中にキーのない値があります",
            "missing opening quote" "始まりの引用符がありません",
            "missing table open" "見出しの開きかっこがありません",
            "missing value for key" "キーの値がありません",
            "missing value" "値がありません",
            "radix must be lowercase" "16進数などの接頭辞は小文字で書いてください",
            "redundant integer number prefix" "整数に余分な接頭辞があります",
            "redundant numeric sign" "数値に余分な符号があります",
            "string values must be quoted" "文字列が引用符で囲まれていません",
            "too few unicode value digits" "Unicodeの番号の桁が足りません",
            "unclosed array table" "見出しの`]]`がありません",
            "unclosed array" "配列が閉じられていません",
            "unclosed inline table" "テーブルの`}}`がありません",
            "unclosed table" "見出しの`]`がありません",
            "unexpected `=` in array" "配列の中に`=`があります",
            "unexpected content between comment and newline" "コメントと改行の間に余分な文字があります",
            "unexpected content" "余分な文字があります",
            "unexpected key or value" "ここにキーや値は書けません",
            "unexpected leading zero" "数値の先頭に余分な0があります",
            "unexpected sign" "ここに符号は書けません",
            "unquoted keys cannot be empty" "キーが空です",
            "cannot extend value of type array with a dotted key" "`.`を含むキーで配列に項目は足せません",
            "cannot extend value of type inline table with a dotted key" "`.`を含むキーで、波かっこのテーブルに項目は足せません",
            "cannot extend value of type string with a dotted key" "`.`を含むキーで文字列に項目は足せません",
            "cannot extend value of type integer with a dotted key" "`.`を含むキーで整数に項目は足せません",
            "cannot extend value of type float with a dotted key" "`.`を含むキーで小数に項目は足せません",
            "cannot extend value of type boolean with a dotted key" "`.`を含むキーで真偽値に項目は足せません",
            "cannot extend value of type datetime with a dotted key" "`.`を含むキーで日時に項目は足せません",
            "cannot extend value of type table with a dotted key" "`.`を含むキーでテーブルに項目は足せません",
            other "TOMLの書き方に誤りがあります（{message}）"];
    json(message: &str): [of message;
            "leading or trailing decimal points on numbers are not allowed" "数値を小数点で始めたり終えたりできません",
            "comments are not allowed" "JSONにコメントは書けません",
            "expected colon after the string or word in object property" "キーの後ろに`:`がありません",
            "expected digit" "数字がありません",
            "expected digit following negative sign" "`-`の後ろに数字がありません",
            "expected plus, minus, or digit in number literal" "数値の書き方に誤りがあります",
            "expected value after colon in object property" "`:`の後ろに値がありません",
            "expected string for object property" "キーは引用符で囲んだ文字列にしてください",
            "hexadecimal numbers are not allowed" "16進数は使えません",
            "expected comma" "`,`がありません",
            "text cannot contain more than one JSON value" "JSONの値が2つ以上あります",
            "infinity and NaN are not allowed" "InfinityとNaNは使えません",
            "single-quoted strings are not allowed" "文字列は二重引用符で囲んでください",
            "trailing commas are not allowed" "最後の要素の後ろに`,`は書けません",
            "unary plus on numbers is not allowed" "数値に`+`は付けられません",
            "unexpected close brace" "対応する`{{`のない`}}`があります",
            "unexpected close bracket" "対応する`[`のない`]`があります",
            "unexpected colon" "余分な`:`があります",
            "unexpected comma" "余分な`,`があります",
            "unexpected word" "値として読めない語があります",
            "unexpected token" "ここに書けない文字があります",
            "unexpected token in object" "{{ }}の中に書けない文字があります",
            "unterminated array" "配列が閉じられていません",
            "unterminated comment block" "コメントが閉じられていません",
            "unterminated object" "{{ }}が閉じられていません",
            "maximum nesting depth exceeded" "入れ子が深すぎます",
            "invalid escape in single quote string" "文字列に使えない`\\`の書き方があります",
            "invalid escape in double quote string" "文字列に使えない`\\`の書き方があります",
            "expected four hex digits" "`\\u`の後ろには16進数を4桁書いてください",
            "expected two hex digits" "`\\x`の後ろには16進数を2桁書いてください",
            "invalid escape" "文字列に使えない`\\`の書き方があります",
            "unterminated string literal" "文字列が閉じられていません",
            other "JSONの書き方に誤りがあります（{message}）"];
    expected(message: &str, tokens: &str): "{message}（書けるもの：{tokens}）";
    token(token: &str): [of token;
            "value" "値",
            "key" "キー",
            "newline" "改行",
            "digits" "数字",
            "numbers" "数字",
            "letters" "英字",
            "printable characters" "表示できる文字",
            "literal string" "文字列",
            "basic string" "文字列",
            "multi-line basic string" "複数行の文字列",
            "multi-line literal string" "複数行の文字列",
            "unicode hexadecimal value" "16進数",
            "non-single-quote visible characters" "表示できる文字",
            "non-single-quote characters" "`'`以外の文字",
            "non-double-quote visible characters" "表示できる文字",
            "nothing" "なし",
            other "{token}"];
    equals_and_value: "キーの後ろに`=`と値を書いてください。コメントは`#`で始めます";
    key_a_line: "キーと値の組は1行に1つずつ書いてください";
    one_equals: "キーと値の間の`=`は1つにしてください";
    key_in_quotes: "英数字以外を含むキーは半角の引用符で囲んでください：\"*\"";
    nothing_after_equals: "`=`の右に値がありません";
    value_after_equals: "値を書いてください（例：3、\"文字列\"、空なら \"\"）。不要な行なら削除してください";
    no_date(text: &str): "`{text}`はTOMLの日付の書き方ではありません";
    date_of_digits: "年月日を半角の数字と`-`で書いてください（例：2025-07-01）";
    comment_begins: "コメントは`#`で始めてください";
    write_na: "\"n/a\" と半角の引用符で囲んでください";
    plain_digits: "半角の数字だけで書いてください（例：3）";
    more_errors(count: usize): "同じような誤りがほかに{count}個あります。TOMLファイルかどうか確認してください";
    an_object: "オブジェクト（{ } で囲んだもの）が必要です";
}
