//! What the commands say beside their results: the table of their words, a column for each language of the program.

use crate::text::texts;

texts! {
    start:
        "cxm finds out how mature your customer experience is, and what to do next.\n\n  \
            cxm assess          answer the questions; you can stop and go on at any time\n  \
            cxm show            read the questions first\n  \
            cxm score FILE      the result of answers in a file\n\n\
            All commands: cxm --help\n",
        "cxmは、顧客体験（CX）の成熟度を診断し、次に取り組むことを示します。\n\n  \
            cxm assess          設問に答える（いつでも中断し、続きから再開できます）\n  \
            cxm show            先に設問を読む\n  \
            cxm score ファイル  回答ファイルの診断結果を見る\n\n\
            コマンドの一覧：cxm --help\n";
    below(level: &str, floor: &str): "{level} is below {floor}, which --fail-under asks for\n",
        "{level}は、--fail-under で指定した{floor}を下回っています\n";
    /// Whose answers a report of an organisation shows.
    merged(count: u64): [count; "{count} person", "{count} people, whose answers are merged"], [count; "{count}人", "{count}人（回答を統合）"];
    /// What a row without a name is called.
    row(number: u64): "row {number}", "{number}行目";
    nothing_answered: "no question is answered, so there is nothing to score\n",
        "回答された設問がないため、得点を計算できません\n";
    nothing_to_score: "every question is n/a, so there is nothing to score\n",
        "すべての設問が「該当なし」のため、得点を計算できません\n";
}

// Where the answers of a survey are, and what to do with them.
texts! {
    not_saved: "NOT SAVED: the answers could not be written anywhere.\n", "未保存：回答はどこにも書き込めませんでした。\n";
    your_answers_not_saved: "\nNOT SAVED: your answers could not be written anywhere.\n",
        "\n未保存：回答はどこにも書き込めませんでした。\n";
    latest_not_saved(path: &str):
        "NOT SAVED: the latest answers could not be written. The earlier ones are in {path}\n",
        "未保存：直近の回答は書き込めませんでした。それまでの回答は{path}にあります\n";
    saved(path: &str): "\nYour answers are in {path}\n\n", "\n回答は{path}に保存しました\n\n";
    saved_draft(path: &str, assess: &str):
        "Your answers are saved in {path}\nGo on at any time: {assess}, with the same organisation.\n",
        "回答は{path}に保存しました\n続きから再開するには、同じ組織名で {assess} を実行してください。\n";
    saved_part(path: &str, assess: &str):
        "Your answers are saved in {path}\nGo on at any time: {assess} -o {path}\n",
        "回答は{path}に保存しました\n続きから再開するには：{assess} -o {path}\n";
    /// How far a draft has come.
    draft(id: &str, answered: usize, asked: usize): "{id}, {answered} of {asked} questions answered",
        "{id}、{asked}問中{answered}問に回答済み";
    unreadable_draft: "cannot be read as answers", "回答として読み取れません";
    no_organisation: "No organisation named", "組織名なし";
    no_drafts: "There are no drafts.\n", "下書きはありません。\n";
    how_to_forget: "Go on with one: cxm assess --organisation NAME   remove one: cxm assess --forget NAME\n",
        "続きから再開：cxm assess --organisation 組織名　削除：cxm assess --forget 組織名\n";
    forgotten(path: &str): "removed {path}\n", "{path}を削除しました\n";
    nothing_changed: "Nothing was changed.\n", "何も変更していません。\n";
    still_open: "The questions that are still open:", "未回答の設問に答える：";
    steps: "The steps of every action:", "各施策の進め方：";
    share: "A document to share:", "共有用の文書：";
    next_time: "The same questions next time, with these answers proposed:", "次回の診断（今回の回答を初期値として表示）：";
}

// What to do with a blank sheet.
texts! {
    toml(path: &str): "wrote {path}\nFill it in with an editor, then: cxm score {path}\n",
        "{path}に書き込みました\n回答を記入したあと：cxm score {path}\n";
    csv(path: &str, assessment: &str, batch: &str, rule: &str):
        "wrote {path}\nA row for each respondent; in a cell the points of an option or its text, or n/a, or nothing.\n\
            {rule}\n\
            The options: cxm show {assessment}\nThe results: {batch} {path}\n",
        "{path}に書き込みました\n1行に1人分の回答を記入します。\n\
            セルには、選択肢の点数か文章、または「該当なし」を入れます。\n\
            未回答は空欄にします。\n\
            {rule}\n\
            選択肢の一覧：cxm show {assessment}\n集計：{batch} {path}\n";
    html(path: &str, batch: &str):
        "wrote {path}\nSend it to each respondent: it needs a browser and no network, and saves an answer file.\n\
            The result of one: cxm score FILE   of all in a folder: {batch} FOLDER\n",
        "{path}に書き込みました\n回答者に送ってください。ブラウザーだけで回答でき（通信は不要）、回答ファイルを保存できます。\n\
            1人分の結果：cxm score ファイル　フォルダー全体の集計：{batch} フォルダー\n";
    form(path: &str, tool: &str, batch: &str):
        "wrote {path}\nImport it in {tool}, and change no names, codes or values there.\n\
            The results of what is exported there, as it is: {batch} FILE\n",
        "{path}に書き込みました\n{tool}に取り込んでください。名前、コード、値は変更しないでください。\n\
            書き出した回答は、そのまま集計できます：{batch} ファイル\n";
}

// What becomes of recorded answers.
texts! {
    needs_nothing(path: &str): "{path}: nothing to do\n", "{path}：更新の必要はありません\n";
    to_version(path: &str, from: &str, to: &str): "{path}: version {from} to {to}\n", "{path}：バージョン{from}から{to}へ\n";
    same_version(path: &str): "{path}\n", "{path}\n";
    no_version(to: &str): "  version: none is named, so points count as those of {to}\n",
        "  バージョン：記載がないため、点数は{to}のものとみなします\n";
    now_called(list: &str): "  ids: {list}\n", "  IDの変更：{list}\n";
    now_worth(list: &str): "  points: {list}\n", "  点数の変更：{list}\n";
    becomes(from: &str, to: &str): "{from} is now {to}", "{from} → {to}";
    becomes_worth(id: &str, from: u32, to: u32): "{id}: {from} is now {to}", "{id}：{from} → {to}";
    kept(text: &str, why: &str): "  kept as a comment: {text} ({why})\n", "  コメントとして残した記述：{text}（{why}）\n";
    now_open(count: u64, list: &str): [count; "  open: {count} question: {list}\n", "  open: {count} questions: {list}\n"],
        [count; "  未回答：{count}問（{list}）\n", "  未回答：{count}問（{list}）\n"];
    and_more(count: usize): "and {count} more", "ほか{count}問";
    left_later(path: &str, version: &str, own: &str):
        "{path}: left as it is: these are answers to version {version}, later than {own}\n",
        "{path}：変更していません。手元の定義（{own}）より新しいバージョン{version}への回答です\n";
    left_json(path: &str):
        "{path}: left as it is: JSON has no comments in which to keep what has no place any more; remove it, or write the answers as TOML\n",
        "{path}：変更していません。該当する設問や選択肢がなくなった記述を、JSONではコメントとして残せません。その記述を削除するか、TOMLに書き直してください\n";
    left_unedited(path: &str):
        "{path}: left as it is: it is written in a way that cannot be edited without changing what it says; write a key a line\n",
        "{path}：変更していません。内容を変えずに書き換えられない書き方です。1行に1項目ずつ書いてください\n";
    texts_not_compared: "note: texts were not compared: see `cxm impact OLD NEW ANSWERS`\n",
        "注：文言の違いは確認していません（cxm impact 変更前 変更後 回答 で確認できます）\n";
    updated(written: usize, all: usize): "files written: {written} of {all}\n", "{all}件中{written}件のファイルを更新しました\n";
    would_update(written: usize, all: usize):
        "files that would be written: {written} of {all}; with --dry-run none is\n",
        "{all}件中{written}件のファイルが更新の対象です（--dry-run のため書き込んでいません）\n";
}

#[cfg(feature = "xlsx")]
texts! {
    xlsx(path: &str, batch: &str):
        "wrote {path}\nSend it to each respondent. The results of those that come back: {batch} *.xlsx\n",
        "{path}に書き込みました\n回答者に1部ずつ送ってください。返送されたファイルの集計：{batch} *.xlsx\n";
}
