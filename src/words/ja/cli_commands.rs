//! What single commands refuse, and what they say beside their results in the language of the process, in Japanese.

use std::fmt::Display;

texts! {
    CliCommands for Ja;

    // Answers.
    nothing_answered_in(name: &dyn Display): "{name}：回答された設問がないため、得点を計算できません";
    nothing_to_compare_in(name: &dyn Display): "{name}：回答された設問がないため、比較できません";
    nothing_to_compare_with(name: &dyn Display): "{name}：回答された設問がないため、前回との比較ができません";
    nothing_to_compare: "比較できません：すべてのファイルで回答され、かつ該当する設問がありません";
    carried_on(name: &dyn Display):
        "注：回答に施策についての記載がないため、{name}の内容を引き継ぎます\n";
    nothing_applicable: "すべての設問が「該当なし」のため、得点を計算できません";
    no_answers: "回答がありません";
    other_assessment(name: &dyn Display, other: &str, own: &str):
        "{name}は`{own}`ではなく`{other}`への回答です。-a で診断を指定してください";
    other_version(name: &dyn Display, other: &str, id: &str, own: &str):
        "警告：{name}は`{id}`のバージョン{other}への回答です（使用中の定義はバージョン{own}）\n";

    // What options take.
    top: "件数、または`all`を指定してください";
    effort: "予算や投入工数は工数です。小数第1位までの数を、診断の単位（内蔵の診断では人日）で指定してください（例：12、2.5）";
    no_capacity: "週の工数は0より大きい数で指定してください";
    off_calendar: "週の工数が少なすぎるため、計画が西暦9999年までに終わりません";
    nothing_to_lay: "日程に載せる施策がありません。実施中の施策もルート上の施策もありません";
    needs_start: "この形式は計画の日程を示すものです。--start と --capacity を付けてください（例：--start 2027-03-01 --capacity 7.5）";

    no_headers: "--headers はCSVとXLSXでのみ指定できます。この出力形式には列がありません";
    no_bom: "--bom はCSVでのみ指定できます。この出力形式にBOM（バイト順マーク）はありません";
    no_ids_in_sheets: "診断結果のXLSXの列見出しは文章のみです。IDにするには -f csv を指定してください";

    // Drafts.
    no_drafts_folder: "下書き用のフォルダーがありません";
    no_draft(name: &str, assessment: &str):
        "{assessment}には「{name}」の下書きがありません。`cxm assess --list`で下書きの一覧を確認してください";
    needs_terminal: "診断には端末が必要です。`--plain`を付けると、パイプから1行ずつ読み込むこともできます";
    cannot_go_on(name: &dyn Display, why: &str): "{name}の続きから再開できません：{why}";
    declined(name: &dyn Display): "{name}は変更していません";

    // Assessments of one's own.
    id(most: usize): "IDには、英小文字と数字からなる語をハイフンでつないだものを{most}文字以内で指定してください";
    id_such_as(most: usize, mended: &str):
        "IDには、英小文字と数字からなる語をハイフンでつないだものを{most}文字以内で指定してください（例：`{mended}`）";
    language_code: "ISO 639の言語コードで指定してください（例：en、ja、fr）";
    is_bundled(id: &str):
        "`{id}`は内蔵の診断のIDです。別のIDを指定してください\n\
        `{id}`を写して始める場合：cxm show {id} --toml > my-{id}.toml";
    same_language(language: &str): "元の文章がすでに`{language}`です。--translation には別の言語を指定してください";
    english_as_yet(language: &str): "文章はまだ英語です。`{language}`の文章に書き換えてください\n";
    next_for_definition(path: &str):
        "\n\
        このままでも動作します。文章を書き換えてから、設問などを追加してください。\n\n  \
        cxm check {path}\n      定義の誤りを確認する（変更するたびに実行してください）\n  \
        cxm show {path}\n      設問を回答者と同じように読む\n  \
        cxm assess {path}\n      設問に答える\n\n\
        Taplo対応のエディター（Even Better TOMLなど）では、キーの補完と確認ができます。\n\
        スキーマを定義と同じフォルダーに書き出し：cxm schema definition -o definition.json\n\
        定義の1行目に書いてください：#:schema ./definition.json\n";
    assessment_for_answers: "--assessment は`cxm schema answers`でのみ指定できます";

    // Many answer files.
    stdin_cannot_be_updated: "標準入力の内容は書き戻せません。回答ファイルを指定してください";
    none_updated: "更新できた回答ファイルはありません";
    no_definition: "診断の定義がありません";
    none_scored: "得点を計算できた回答ファイルはありません";
    left_out(rejected: usize, all: usize): "{all}件中{rejected}件は、得点を計算できなかったため除いています\n";
}
