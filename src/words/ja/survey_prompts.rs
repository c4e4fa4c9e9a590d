//! What is said around the question screen: the questions before and after it, and plain mode, in Japanese.

use std::path::Display;

texts! {
    SurveyPrompts for Ja;

    language: "Language / 言語";
    organisation: "組織名（省略する場合はEnter）";
    respondent: "お名前または役職（省略する場合はEnter）";
    found(done: usize, all: usize): "途中までの回答があります（{all}問中{done}問に回答済み）";
    alike(name: &str, wanted: &str):
        "「{name}」の下書きもあります。「{wanted}」と同じ組織であれば、「q」で中断し、次のコマンドで続きから再開してください：\
        cxm assess --organisation '{name}'";
    resume: "続きから再開する";
    start_afresh: "最初から始める（前の回答は別に残します）";
    unusable(path: Display<'_>): "{path}の続きから再開できません";
    replace: "元のファイルを別名で残して新しく書く";
    keep: "何も変えずに終わる";
    rename: "別の名前にする";
    set_aside(path: Display<'_>): "元のファイルは{path}に移しました";
    changed(path: Display<'_>): "別のプログラムが回答ファイルを書き換えました。その内容は{path}に残し、こちらの回答は引き続き保存します。";
    changed_briefly(path: Display<'_>): "別のプログラムがファイルを書き換えました（内容は{path}に残しました）";
    cannot_save(path: Display<'_>, why: &str): "回答を{path}に保存できません：{why}";
    no_place: "下書き用のフォルダーがないため、回答を自動保存できません。";
    another_place: "別の保存先（Enterで保存せずに続行）";
    busy(path: Display<'_>): "{path}は、別の画面で回答中です";
    how_to_choose(items: usize): "矢印キーとEnterで選ぶか、1〜{items}の番号を入力してください。";
    which_number(items: usize): "1〜{items}の番号を入力してください。";
    other_ending(ending: &str): "保存されるのはTOML形式です（.{ending}では保存できません）。「.toml」で終わる名前にしてください。";
    is_taken(path: Display<'_>): "{path}は今回の診断で読み込んだか、結果の出力先になっているファイルです。別のファイルにしてください。";
    nowhere: "回答はまだどこにも保存されていません。";
    save_as: "回答の保存先";
    exists(path: Display<'_>): "{path}はすでにあります";
    plain_intro:
        "番号を入力してEnterを押してください。回答はそのつど保存されます。\
        「?」で説明を表示し、「q」で中断します。後日、続きから再開できます。";
    may_be_not_applicable: "n：該当なし。";
    plain_keys(options: usize, not_applicable: &str):
        "1〜{options}：回答。{not_applicable}Enterのみ：表示中の回答を確定、なければ次へ。b：戻る。s：後で答える。\
         m 文章：メモを書く。m -：メモを消す。g 番号：その設問へ移動。l：未回答の一覧。\
         ?：説明。q：保存して中断。";
    plain_fact_keys(options: usize):
        "1〜{options}：回答。n：回答しない。Enterのみ：表示中の回答を確定、なければ次へ。b：戻る。s：後で答える。\
         g 番号：その設問へ移動。l：未回答の一覧。?：説明。q：保存して中断。";
    plain_facts_keys(options: usize):
        "1〜{options}：当てはまる番号をすべて、空白で区切って入力。n：回答しない。Enterのみ：表示中の回答を確定、なければ次へ。\
         b：戻る。s：後で答える。g 番号：その設問へ移動。l：未回答の一覧。?：説明。q：保存して中断。";
    several_plain: "当てはまる番号をすべて入力してください（例：1 3）";
    plain_profile: "p：組織についての質問へ移動。";
    plain_language: "lang：言語を切り替える。";
    plain_end: "すべての設問に回答しました。f：終了して結果を見る。g 番号：その設問へ移動。q：保存して中断。";
    plain_end_with_open(open: usize):
        "最後の設問まで来ました。未回答が{open}問あります。f：このまま終了して結果を見る（結果には幅が出ます）。\
         g 番号：その設問へ移動。l：未回答の一覧。q：保存して中断。";
    present(answer: &str): "現在の回答：{answer}";
    earlier(answer: &str): "前回の回答：{answer}";
    criterion(name: &str): "評価項目：{name}";
    none_open: "未回答の設問はありません。";
    open_list(list: &str): "未回答の設問：{list}";
    unknown(typed: &str): "「{typed}」は認識できません。「?」で説明を表示します。";
    range(low: &str, high: &str): "{low}〜{high}";
    disk_full: "ディスクの空き容量がありません";
    not_allowed: "書き込みが許可されていません";
    read_only: "書き込みできない場所です";
    no_folder: "フォルダーが見つかりません";
    taken: "別の画面で回答が始まりました";
    is_folder: "これはフォルダーです";
    not_a_folder: "パスの途中がフォルダーではありません";
}
