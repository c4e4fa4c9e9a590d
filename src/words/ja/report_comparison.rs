//! What has changed, in Japanese.

texts! {
    ReportComparison for Ja;

    over_time(what: &str, subject: &str): "{what}の推移 — {subject}";
    compared(what: &str): "{what}の比較";
    level_up(from: &str, to: &str): "{from}から{to}に上がりました";
    level_down(from: &str, to: &str): "{from}から{to}に下がりました";
    level_still(level: &str): "{level}のまま変わりません";
    level_open(from: &str, to: &str): "前回は{from}、今回は{to}です（未回答の設問があるため、変化したかどうかは確定していません）";
    compared_scores(from: &str, to: &str, had: &str, have: &str, all: usize):
        "総合得点：{from} → {to}。基準達成：{all}項目中{had}項目 → {have}項目。";
    compared_questions(versions: &str, current: &str, compared: usize, total: usize):
        "回答した診断のバージョンが異なります（{versions}、採点は{current}）。すべての回答に共通する{total}問中\
            {compared}問だけを比べ、ほかは「該当なし」として扱うため、得点とレベルは当時の結果と異なる場合があります。";
    uncertain: "未回答の設問があると得点は範囲になります。増減は、確定しているものだけを示します。";
    chart_caption: "太い線は総合得点、細い線は各評価項目です。未回答の設問は、最も低い選択肢として計算しています。";
    criteria_over_time: "評価項目の推移";
    trend: "推移";
    achieved: "達成した施策";
    achieved_means:
        "回答から判断したものです。目標のうち前回は届いていなかったものがあり、今回はすべて届いた施策を示します。\
        実際に実施したかどうかは、回答からはわかりません。";
    plan_since: "計画のその後";
    since_achieved: "計画どおり達成した施策（回答から判断）";
    since_open: "計画したが、まだ達成していない施策";
    since_not_shown: "実施済みとされているが、回答に表れていない施策";
    since_unplanned: "計画になかったが、回答から見て達成した施策";
    different(subjects: &str): "異なる組織または回答者の回答（{subjects}）を比べています。ここでの増減は最初と最後の回答の差であり、同じ組織の推移ではありません。";
    of_others(subjects: &str): "異なる組織または回答者の回答（{subjects}）を比べています。ここでの増減は両者の差であり、同じ組織の推移ではありません。";
    is_later: "「前回」とした回答の日付が今回より後のため、増減は時間をさかのぼったものです。";
    slipped: "後退したこと";
    nothing_slipped: "後退したことはありません。";
    undone: "目標に届かなくなった施策";
    improved: "上がった回答";
    into_place: "新たに基準達成";
    out_of_place: "基準を下回った";
    in_place_mark: "✓ 基準達成";
    undated: "日付のない回答があるため、指定された順に並べています。";
    told_otherwise(facts: &str): "組織についての回答が異なります：{facts}。";
    told_each_time(fact: &str, times: &str): "「{fact}」{times}";
    nothing_told: "未回答";
    not_asked_in_changes(count: usize): "前回と今回のどちらかで対象外の設問が{count}問あり、増減の計算から除いています。";
    not_asked_each_time(count: usize): "毎回は対象にならない設問が{count}問あります。ここでは「該当なし」として扱うため、得点は当時の結果と異なる場合があります。";
}
