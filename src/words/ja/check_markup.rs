//! What is found of markup that is shown as it is written, and what to write instead, in Japanese.

texts! {
    CheckMarkup for Ja;

    as_written(what: &str, excerpt: &str): "{what}は、書いたまま表示されます：`{excerpt}`";
    goes_on(what: &str, excerpt: &str): "{what}は、番号が前から続きます：`{excerpt}`";
    becomes_one_line(what: &str, excerpt: &str): "{what}は、1行につながります：`{excerpt}`";

    emphasis: "強調の記号";
    no_emphasis: "記号を削除してください";
    code: "コードの記号";
    no_code: "記号や字下げを削除してください";
    html: "HTML";
    no_html: "文、`-`の箇条書き、`[文字列](https://...)`のリンクで書いてください";
    no_html_in_one_line: "タグを使わずに書いてください";
    image: "画像";
    no_image: "リンクにしてください：`[文字列](https://...)`";
    heading: "見出し";
    no_heading: "記号を削除し、段落にしてください";
    quotation: "引用";
    no_quotation: "引用符で囲んでください";
    rule: "区切り線";
    no_rule: "段落は空行で区切ってください";
    nested: "入れ子や複数行の箇条書き";
    flat: "項目は1行ずつ書き、箇条書きの中に箇条書きを入れないでください";
    line_break: "段落の中の改行";
    no_line_break: "段落を分けるか、箇条書きにしてください";
    link_in_one_line: "リンク";
    only_longer: "リンクを書けるのは、説明、ヘルプ、理由、手順、要約などの長い文だけです";
    link: "この形のリンク";
    plain_link: "`[文字列](https://...)`と書いてください。文字列に記号やタイトルは使えません";
    address: "このようなアドレスへのリンク";
    page: "空白、引用符、ユーザー名を含まない`https://`のページにリンクしてください。リンクの文字列に別のアドレスは書けません";
    escape: "別の書き方をした記号";
    no_escape: "記号をそのまま書いてください";
    number: "続けて書いた番号付きの箇条書き";
    one_list: "間に段落を置くか、通し番号にしてください";
    bare: "リンクになっていないアドレス";
    no_bare: "`[文字列](https://...)`と書いてください";
    table: "表";
    list_with_dashes: "箇条書きにし、各項目を`- `で始めてください";
    other_marks: "この記号の箇条書き";
    plain_marks: "各項目を`- `または`1. `で始めてください";
    address_in_one_line: "アドレス";
    no_mailbox: "誰のことかを書いてください。メールアドレスへのリンクは書けません";
}
