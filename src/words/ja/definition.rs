//! What is wrong with a definition as it is read, and with a translation of one, in Japanese.

use crate::exact::Effort;

texts! {
    Definition for Ja;

    // What a definition is made of: with its article, and without.
    a_definition: "定義";
    a_translation: "翻訳";
    a_source: "出典";
    a_pillar: "柱";
    a_group: "分野";
    a_level: "レベル";
    a_fact: "属性";
    a_criterion: "評価項目";
    a_challenge: "課題";
    an_action: "施策";
    a_benchmark: "比較データ";
    a_question: "設問";
    an_option: "選択肢";
    an_option_of_a_fact: "属性の選択肢";
    a_step: "手順";
    an_effort_by_fact: "属性別の工数";
    requires: "`requires`";
    renames: "`renames`";
    source: "出典";
    pillar: "柱";
    group: "分野";
    level: "レベル";
    fact: "属性";
    criterion: "評価項目";
    challenge: "課題";
    action: "施策";
    benchmark: "比較データ";
    question: "設問";
    option_of(fact: &str): "属性`{fact}`の選択肢";

    // What a key takes.
    true_false_or_when: "true、falseまたは該当しない場合の説明";
    text_or_points_and_text: "文字列、または`points`と`text`のテーブル";
    text_or_texts: "文字列、またはその配列";
    table_of_earlier_points: "前の点数と今の点数を対応させたテーブル";
    list_of_points: "点数の配列";
    points_or_gone: "点数または \"gone\"";

    // Values.
    unknown_schema(schema: i64): "形式のバージョン{schema}には対応していません";
    known_schema(schema: u32): "このプログラムで読めるのは`schema = {schema}`です";
    in_place_range: "`in_place`は0.1〜100の範囲で指定してください";
    questions_range: "`questions`は0.1〜100の範囲で指定してください";
    no_when(text: &str): "`{text}`では、どの場合に該当しないのかわかりません";
    write_or_say_when(meant: bool): "引用符を外して{meant}と書くか、該当しない場合を文章で書いてください";
    say_when: "どのような場合に該当しないのかを文章で書いてください";
    points_range(most: u32): "点数は0〜{most}の整数にしてください";
    one_more_than_before: "前の選択肢より1点多くなります";
    points_do_not_rise(points: u32, before: u32): "点数{points}が、前の選択肢の点数{before}を上回っていません";
    worst_to_best: "選択肢は低いものから順に並べ、後のものほど点数を高くしてください";
    long_reference(length: usize, most: usize): "参照が長すぎます（{length}文字）。{most}文字までにしてください";
    effort_range(least: Effort, most: Effort): "工数は{least}〜{most}の数値で、小数点以下は1桁までです";
    says_nothing(key: &str): "`{key}`に何も書かれていません";
    name_fact_and_option: "属性とその選択肢を書くか、このキーを省略してください";
    no_id(text: &str): "`{text}`はidとして使えません";
    what_an_id_is(most: usize): "idは小文字の英数字の語をハイフンでつなぎ、{most}文字までにします";
    write_because(code: &str, why: &str): "`{code}`と書いてください（{why}）";
    no_language(text: &str): "`{text}`は言語コードではありません";
    write_language: "ISO 639の言語コードで書いてください（例：`en`、`ja`）";
    version_in_quotes(number: &str): "バージョンは3つの数字を引用符で囲んで書きます：`{number}`";
    no_version(text: &str): "`{text}`はバージョンではありません";
    write_version: "`1.0.0`のように3つの数字で書いてください（セマンティックバージョニング）";
    no_points_before_merged(key: &str): "`{key}`は点数でも`before`でも`merged`でもありません";
    write_earlier_points: "前の点数をキー、今の点数を値にして書いてください（例：3 = 4）";
    parts_do_not_fit: "定義の各部分が互いに合っていません";

    // Layout.
    nothing_there: "ファイルに何も書かれていません";
    new_or_delete: "`cxm new`で、小さな定義とその翻訳を作れます。不要なら、このファイルを削除してください";
    table_is_list(path: &str): "`{path}`は配列ですが、`[{path}]`は1つのテーブルになっています";
    no_header_above(path: &str): "この上に`[[{path}]]`がありません";
    put_header_above(path: &str): "上に`[[{path}]]`を書き、それに属するキーを並べてください";
    table_in_glossary: "この`of`から見出しのないテーブルが始まっていて、すべて`[glossary]`の用語として扱われます";
    put_table_header_above: "上に`[sources.ID]`のような見出しを書いてください";
    definition_for_translation: "これは定義で、翻訳ではありません";
    put_translation_back: "翻訳に戻すか、`id`に合わせてファイル名を`ID.toml`にしてください";
    no_key_below(written: &str): "この`{written}`の下にキーがありません";
    take_away_or_fill: "削除するか、下にキーを書いてください";
    questions_of_criteria: "評価項目の下に`[[criteria.questions]]`と書いてください";
    under_header(header: &str, names: &str): "次のキーが`{header}`の下にあります：`{names}`";
    keys_belong_above: "キーは、その上の見出しに属します";
    this_one: "この見出し";
    put_header_below(header: &str): "`{header}`とそれに属するものを、ファイル全体のキーより下に移してください";

    // Translations.
    translates_another(translates: &str, id: &str): "これは`{id}`ではなく`{translates}`の翻訳です";
    write_or_name_file(id: &str, translates: &str): "`{id}`と書くか、ファイル名を`{translates}`に合わせてください";
    no_definition_beside(file: &str): "定義`{file}`がありません";
    put_definition_back: "翻訳と同じ場所に定義を戻すか、翻訳も削除してください";
    not_named_as_translation(id: &str): "ファイル名が`{id}`の翻訳の名前になっていません";
    name_it(id: &str): "ファイル名を`{id}.<言語>.toml`とし、`{id}.toml`と同じ場所に置いてください";
    translates_nothing: "どの定義の翻訳か書かれていません";
    write_translates: "定義のidを書いてください：`translates = \"...\"`";
    own_language(language: &str): "`{language}`は定義そのものの言語です";
    say_language_of_texts: "ファイルごとに、その文章の言語を書いてください。このままでは翻訳が表示されません";
    language_of_file(language: &str): "ファイル名の言語`{language}`と異なります";
    factor_without_unit: "`effort_factor`で換算した先の単位（`effort_unit`）がありません";
    factor_of_the_same_unit: "単位が元の定義と同じなので、換算すると工数が変わってしまいます";
    name_the_unit: "`effort_unit = \"人日\"`のように単位を書くか、`effort_factor`を消してください";
    a_term: "用語";
    empty_term: "用語が空です";
    write_term: "原文の用語を引用符で囲んで書いてください";
    term_asks_nothing: "この用語では、使うべき語も、使わない語も決まりません";
    say_what_not: "使わない語を`not`に書くか、`always = false`を消してください";
    count_of_texts(key: &str, translated: usize, own: usize):
        "`{key}`の文章は{translated}個ですが、定義には{own}個あります";
    key_not_translated(key: &str): "`{key}`が翻訳されていません";
    no_key_for(key: &str, noun: &str, id: &str): "定義の{noun}`{id}`に`{key}`はありません";
    not_translated(noun: &str, ids: &str): "翻訳されていない{noun}：`{ids}`";
    definition_has_no(noun: &str, id: &str): "定義に{noun}`{id}`はありません";
}
