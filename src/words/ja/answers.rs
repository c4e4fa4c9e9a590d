//! What is wrong with an answer set, in Japanese.

texts! {
    Answers for Ja;

    an_answer_set: "回答ファイル";
    actions_table: "`actions`";
    points_or_na: "点数または \"n/a\"";

    // Which assessment, and which version.
    no_bundled(id: &str): "`{id}`という内蔵の診断はありません";
    needs_assessment: "回答ファイルには`assessment`が必要です";
    write_at_the_top(id: &str): "先頭に書いてください：assessment = \"{id}\"";
    bundled(ids: &str): "内蔵の診断：`{ids}`。自作の診断は`--assessment 定義ファイル.toml`で指定してください";
    needs_answers: "回答ファイルには`answers`のテーブルが必要です";
    write_answers: "最初の回答の上に`[answers]`の行を書いてください";
    of_another(id: &str, own: &str): "これは`{own}`ではなく`{id}`への回答です";
    of_other_version(id: &str, version: &str, own: &str):
        "`{id}`のバージョン{version}への回答を、バージョン{own}で採点します";
    read_again: "設問や選択肢の意味が変わっている可能性があります。結果を使う前に、回答を見直してください";
    no_version(version: &str): "`{version}`はバージョンではありません";
    write_version(own: &str): "`{own}`と書くか、このキーを省略してください";
    of_other_major(id: &str, version: &str, own: &str):
        "`{id}`のバージョン{version}への回答です。バージョン{own}では、点数の意味が異なる可能性があります";
    how_to_accept:
        "回答し直すか、点数の意味がすべて同じなら --accept-version を付けてください（違いは`cxm impact`で確認できま\
        す）";
    how_to_update:
        "前のバージョンへの回答です。`cxm update`で今のバージョンに移せます（なくなったものはコメントとして残ります）";
    both(one: &str, other: &str): "{one}。{other}";
    rows_cannot_be_moved(id: &str, version: &str, ids: &str):
        "`{id}`のバージョン{version}への回答で、`{ids}`の選択肢の点数が今と異なります。回答ファイルは移せますが、\
        表の行は移せません。セルと`version`を書き換えてください";

    // Questions and answers.
    much_metadata(most: usize): "メタデータのキーは{most}個までです";
    no_date(text: &str): "`{text}`を日付として読み取れません";
    write_date: "年月日を書いてください：2026-05-10";
    answered_twice(question: &str): "設問`{question}`に2回回答しています";
    remove_earlier_answer: "一方は前のバージョンのidです。古いほうの回答を削除してください";
    all_not_applicable: "すべての設問が「該当なし」のため、採点できません";
    answer_one: "少なくとも1問には点数で回答してください";
    nothing_asked: "このプロフィールの組織に当てはまる設問がないため、採点できません";
    mend_profile: "`profile`の内容で決まります。誤りがあれば直してください";
    no_question(id: &str, question: &str): "`{id}`に設問`{question}`はありません";
    always_applies(question: &str): "設問`{question}`では「該当なし」を選べません";
    no_answer(question: &str, text: &str): "`{text}`は設問`{question}`の回答として読めません";
    option_gone(question: &str, points: &str): "設問`{question}`にあった{points}点の選択肢は、今はありません";
    option_unsaid(question: &str, points: &str):
        "設問`{question}`の{points}点は、今は別の選択肢の点数です。\
        前の選択肢が今のどれに当たるかは定義に書かれていません";
    no_option(question: &str, points: &str): "設問`{question}`に{points}点の選択肢はありません";
    choices(points: &str): "次から選んでください：{points}";
    choices_or_na(points: &str): "次から選んでください：{points}（該当しない場合は \"n/a\"）";
    other_points(key: &str): "`{key}`は回答の意味を変える指定のように見えますが、読み込みません。回答は選択肢の点数です";
    write_points: "回答が点数どおりなら、この行を削除してください。そうでなければ、回答を点数に直してください（点数は`cxm show`で確認できます）";
    beside_answers(question: &str): "`{question}`は設問ですが、回答が`answers`の中ではなく外にあります";
    move_below_answers: "`answers`の中（TOMLでは`[answers]`の下）に移してください。外にあると採点されません";
    no_table(key: &str): "回答ファイルに`{key}`というテーブルはありません";
    long_text(most: usize): "文字列が長すぎます。{most}文字までにしてください";
    no_action(id: &str, action: &str): "`{id}`に施策`{action}`はありません";
    table_of_action: "施策のテーブル";
    no_table_of_action(key: &str): "`actions`の`{key}`は、施策のテーブルとして書いてください";
    write_table_of_action(key: &str): "`{key} = {{ status = \"done\" }}`のように書いてください";
    action_twice(action: &str): "施策`{action}`のテーブルが2つあります";
    remove_earlier_action: "一方は前のバージョンのidです。古いほうのテーブルを削除してください";
    two_states(action: &str, one: &str, other: &str): "施策`{action}`の状況が`{one}`と`{other}`の2通り書かれています";
    is_called(status: &str): "ここでは`{status}`";
    keep_one_state: "古いほうを削除してください";
    two_efforts(action: &str, one: &str, other: &str): "施策`{action}`の工数が{one}と{other}の2通り書かれています";
    keep_one_effort: "古いほうを削除してください";
    no_status(text: &str): "`{text}`という状況はありません";
    a_date: "日付（2027-03-01など）";
    not_asked(question: &str): "設問`{question}`はこの組織の対象外です。回答は採点されません";
    mend_profile_or_answer: "`profile`の内容で決まります。`profile`を直すか、この回答を削除してください";

    // Facts.
    no_fact(id: &str, fact: &str): "`{id}`に属性`{fact}`はありません";
    told_twice(fact: &str): "属性`{fact}`が2回書かれています";
    remove_earlier_fact: "一方は前のバージョンのidです。古いほうを削除してください";
    one_option(fact: &str): "属性`{fact}`で選べるのは1つだけです";
    no_fact_option(fact: &str, option: &str): "属性`{fact}`に選択肢`{option}`はありません";
    choose_from(ids: &str): "次から選んでください：`{ids}`";
}
