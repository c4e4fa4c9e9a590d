//! The page of a result, in Japanese.

texts! {
    ReportPage for Ja;

    overall_score: "総合得点";
    of_100: "／100点";
    in_place_count: "基準達成の項目";
    to_next: "次のレベルまで";
    levels_lowest_first: "レベル（低い順）";
    radar: "評価項目の得点";
    radar_caption: "中心が0点、外周が100点です。";
    best_case: "未回答がすべて最高の場合";
    threshold: "基準達成の線";
    after_route: "ルート実施後";
    roadmap: "ロードマップ";
    in_detail: "ルートの進め方";
    others_in_detail: "その他の施策の進め方";
    findings: "結果の要点";
    plan: "計画";
    rests_on: "この結果の根拠";
    answered_of(answered: usize, all: usize): "{all}問中{answered}問に回答。";
    answered_by(answered: usize, all: usize, who: &str): "{all}問中{answered}問に回答（{who}）。";
    strongest_and_weakest(strongest: &str, weakest: &str): "最も高い項目：{strongest}。最も低い項目：{weakest}。";
    answers: "付録：設問と回答";
    unanswered: "未回答";
    not_asked: "この組織は対象外";
    about_scores: "得点の算出方法";
    about_question: "設問は最も低い選択肢を0点、最も高い選択肢を100点として採点し、評価項目は設問の、総合得点は評価項目の加重平均です。";
    about_exact: "得点は分数のまま正確に計算し、小数第2位以下を切り捨てて表示します（四捨五入はしません）。75.0と表示されていれば、75点に達しています。";
    about_open: "「該当なし」の設問は計算から除きます。未回答の設問があると、結果は最も低い選択肢から最も高い選択肢までの範囲になります。";
    about_route: "ルートは、見つかった課題を解消し、実施後の得点で次のレベルに届く施策の組み合わせのうち、工数の合計が最も少ないものです。";
}
