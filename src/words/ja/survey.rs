//! What the survey says on its screens, in Japanese.

texts! {
    Survey for Ja;

    progress(criterion: usize, criteria: usize, question: usize, questions: usize):
        "評価項目 {criterion}/{criteria}　設問 {question}/{questions}";
    answered(done: usize, all: usize): "回答済み {done}/{all}";
    does_not_apply: "該当なし";
    earlier: "（前回の回答）";
    note(note: &str): "メモ：{note}";
    has_note: "［メモ］";
    edit_note: "この設問のメモ";
    open: "未回答";
    inapplicable: "該当なし";
    rule: "すべてが今日の時点で当てはまる選択肢のうち、最も段階の高いものを選びます。";
    rule_ahead: "各設問では、すべて当てはまる選択肢のうち、最も段階の高いものを選びます。";
    how_to_answer: "回答のしかた";
    what_to_look_for: "確認のポイント";
    about_criterion(name: &str): "評価項目「{name}」について";
    keys: "キー操作";
    jump_title: "どこへ移動しますか";
    review_title: "回答の確認";
    none_open: "すべての設問に回答済みです。回答は今からでも変更できます。";
    some_open(open: usize): "未回答の設問が{open}問あります。結果には幅が出ます。";
    review_all: "回答を確認して終了する";
    finish_whole: "回答を終えて結果を見る";
    finish_with_open(open: usize): "このまま回答を終えて結果を見る（未回答{open}問）";
    live(score: &str, level: &str): "{score}（{level}）";
    not_saved: "未保存：ファイルに書き込めません。回答のたびに保存し直します。";
    always_applies: "この設問では「該当なし」を選べません。選択肢から選んでください。";
    no_such_option(options: usize): "選択肢は1から{options}までです。";
    no_such_question(questions: usize): "設問は1から{questions}までです。";
    no_such_key: "このキーは使えません。設問の画面で「?」を押すとキー操作を表示します。";
    lines_above(lines: usize): "上に{lines}行";
    lines_below(lines: usize): "下に{lines}行";
    in_full: "「?」で設問とキー操作を表示";
    no_room: "画面が小さいためキー操作を表示できません";
    too_small_to_go_on: "画面が小さすぎます。広げてください（Ctrl-Cで中断）";
    too_small_to_say_more: "画面が小さすぎます";
    first_question: "ここが最初の設問です。";

    // The facts about the organisation.
    fact_progress(fact: usize, facts: usize): "組織について　{fact}/{facts}";
    never_scored: "組織について（採点の対象にはなりません）";
    what_counts: "数え方・考え方";
    not_told: "回答しない";
    that_is_all: "以上で次へ";
    stays_open: "回答しない場合は未定とし、関係する設問や施策をすべて対象に含めます。";
    stays_open_but(assumed: &str): "回答しない場合は未定とし、関係する内容をすべて対象に含めます。工数は「{assumed}」の場合で示します。";
    told: "回答済";
    not_asked: "対象外";
    not_asked_since(fact: &str, told: &str): "対象外（{fact}→{told}）";
    is_not_asked: "組織についての回答により、この設問は対象外です（pで回答を変更できます）。";
}
