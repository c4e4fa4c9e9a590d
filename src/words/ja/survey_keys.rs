//! What the keys of the survey do, in Japanese: in a word for the foot of a screen, and at length for the help.

texts! {
    SurveyKeys for Ja;

    answer: "回答";
    choose: "選択";
    confirm: "決定";
    not_applicable: "該当なし";
    back: "戻る";
    skip: "後で答える";
    note: "メモ";
    go_to: "移動";
    help: "ヘルプ";
    save_and_leave: "保存して中断";
    choose_or_take_back: "選択・取り消し";
    not_told: "回答しない";
    go_on: "次へ";
    any_key: "任意のキー";
    any_other_key: "その他のキー";
    back_to_question: "設問に戻る";
    more: "続きを表示";
    go_there: "移動";
    criterion: "評価項目の番号";
    all_answers: "回答の確認";
    change: "回答を変更";
    finish: "終了して結果へ";
    keep_note: "メモを残す";
    leave_note: "変更を取り消す";

    // For the help: how a key is called, and what it does.
    digits: "1 2 3 …";
    digits_does: "その番号の選択肢で回答します（1が最も低い段階）";
    arrows: "↑ ↓ Enter";
    arrows_does: "選択肢を選んで決定します";
    zero: "0 または n";
    zero_does: "「該当なし」と回答します（選べる設問のみ）";
    left: "←・b・Esc";
    left_does: "前の設問に戻ります";
    right: "→・s";
    right_does: "回答せずに次へ進みます（いつでも戻れます）";
    m_does: "メモを書きます（確認した相手や資料など）";
    g_does: "評価項目、未回答の設問、回答一覧へ移動します";
    l_does: "言語を切り替えます";
    q_does: "中断します（回答は保存済み。後日、続きから再開できます）";
}
