//! What the commands say beside their results, in Japanese.

texts! {
    Cli for Ja;

    start:
        "cxmは、顧客体験（CX）の成熟度を診断し、次に取り組むことを示します。\n\n  \
            cxm assess          設問に答える（いつでも中断し、続きから再開できます）\n  \
            cxm show            先に設問を読む\n  \
            cxm score ファイル  回答ファイルの診断結果を見る\n\n\
            コマンドの一覧：cxm --help\n";
    below(level: &str, floor: &str): "{level}は、--fail-under で指定した{floor}を下回っています\n";
    merged(count: u64): [count; 1 "{count}人", other "{count}人（回答を統合）"];
    row(number: u64): "{number}行目";
    nothing_answered: "回答された設問がないため、得点を計算できません\n";
    nothing_to_score: "すべての設問が「該当なし」のため、得点を計算できません\n";

    // Where the answers of a survey are, and what to do with them.
    not_saved: "未保存：回答はどこにも書き込めませんでした。\n";
    your_answers_not_saved: "\n未保存：回答はどこにも書き込めませんでした。\n";
    latest_not_saved(path: &str): "未保存：直近の回答は書き込めませんでした。それまでの回答は{path}にあります\n";
    saved(path: &str): "\n回答は{path}に保存しました\n\n";
    saved_draft(path: &str, assess: &str): "回答は{path}に保存しました\n続きから再開するには、同じ組織名で {assess} を実行してください。\n";
    saved_part(path: &str, assess: &str): "回答は{path}に保存しました\n続きから再開するには：{assess} -o {path}\n";
    draft(id: &str, answered: usize, asked: usize): "{id}、{asked}問中{answered}問に回答済み";
    unreadable_draft: "回答として読み取れません";
    no_organisation: "組織名なし";
    no_drafts: "下書きはありません。\n";
    how_to_forget: "続きから再開：cxm assess --organisation 組織名　削除：cxm assess --forget 組織名\n";
    forgotten(path: &str): "{path}を削除しました\n";
    nothing_changed: "何も変更していません。\n";
    what_now: "次にどうしますか";
    show_changes: "前回からの変化を表示する";
    show_all: "結果をすべて表示する";
    write_page(path: &str): "共有用のレポート（HTML）を書き出す：{path}";
    is_written(path: &str): "{path}に書き出しました。ブラウザーで開くと、印刷もできます。";
    no_more: "終了する";
    still_open: "未回答の設問に答える：";
    steps: "各施策の進め方：";
    share: "共有用の文書：";
    next_time: "次回の診断（今回の回答を初期値として表示）：";

    // What to do with a blank sheet.
    toml(path: &str): "{path}に書き込みました\n回答を記入したあと：cxm score {path}\n";
    csv(path: &str, assessment: &str, batch: &str, rule: &str):
        "{path}に書き込みました\n1行に1人分の回答を記入します。\n\
            セルには、選択肢の点数か文章、または「該当なし」を入れます。\n\
            未回答は空欄にします。\n\
            {rule}\n\
            選択肢の一覧：cxm show {assessment}\n集計：{batch} {path}\n";
    html(path: &str, batch: &str):
        "{path}に書き込みました\n回答者に送ってください。ブラウザーだけで回答でき（通信は不要）、回答ファイルを保存できます。\n\
            1人分の結果：cxm score ファイル　フォルダー全体の集計：{batch} フォルダー\n";
    form(path: &str, tool: &str, batch: &str):
        "{path}に書き込みました\n{tool}に取り込んでください。名前、コード、値は変更しないでください。\n\
            書き出した回答は、そのまま集計できます：{batch} ファイル\n";

    // What becomes of recorded answers.
    needs_nothing(path: &str): "{path}：更新の必要はありません\n";
    to_version(path: &str, from: &str, to: &str): "{path}：バージョン{from}から{to}へ\n";
    same_version(path: &str): "{path}\n";
    no_version(to: &str): "  バージョン：記載がないため、点数は{to}のものとみなします\n";
    now_called(list: &str): "  IDの変更：{list}\n";
    now_worth(list: &str): "  点数の変更：{list}\n";
    becomes(from: &str, to: &str): "{from} → {to}";
    becomes_worth(id: &str, from: u32, to: u32): "{id}：{from} → {to}";
    kept(text: &str, why: &str): "  コメントとして残した記述：{text}（{why}）\n";
    now_open(count: u64, list: &str): "  未回答：{count}問（{list}）\n";
    and_more(count: usize): "ほか{count}問";
    left_later(path: &str, version: &str, own: &str): "{path}：変更していません。手元の定義（{own}）より新しいバージョン{version}への回答です\n";
    left_json(path: &str): "{path}：変更していません。該当する設問や選択肢がなくなった記述を、JSONではコメントとして残せません。その記述を削除するか、TOMLに書き直してください\n";
    left_unedited(path: &str): "{path}：変更していません。内容を変えずに書き換えられない書き方です。1行に1項目ずつ書いてください\n";
    texts_not_compared: "注：文言の違いは確認していません（cxm impact 変更前 変更後 回答 で確認できます）\n";
    updated(written: usize, all: usize): "{all}件中{written}件のファイルを更新しました\n";
    would_update(written: usize, all: usize): "{all}件中{written}件のファイルが更新の対象です（--dry-run のため書き込んでいません）\n";

    #[cfg(feature = "xlsx")]
    xlsx(path: &str, batch: &str): "{path}に書き込みました\n回答者に1部ずつ送ってください。返送されたファイルの集計：{batch} *.xlsx\n";
}
