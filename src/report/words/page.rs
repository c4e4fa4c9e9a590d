//! The page of a result.

use crate::text::texts;

texts! {
    overall_score: "Overall score", "総合得点";
    of_100: "of 100", "／100点";
    in_place_count: "Criteria in place", "基準達成の項目";
    to_next: "To the next level", "次のレベルまで";
    levels_lowest_first: "The levels, lowest first", "レベル（低い順）";
    radar: "Scores of the criteria", "評価項目の得点";
    radar_caption: "0 in the centre, 100 at the rim.", "中心が0点、外周が100点です。";
    best_case: "If open questions come out best", "未回答がすべて最高の場合";
    threshold: "In place from here", "基準達成の線";
    after_route: "After the route", "ルート実施後";
    roadmap: "Roadmap", "ロードマップ";
    in_detail: "The route in detail", "ルートの進め方";
    others_in_detail: "Other priorities in detail", "その他の施策の進め方";
    answers: "Appendix: questions and answers", "付録：設問と回答";
    unanswered: "Not answered", "未回答";
    not_asked: "Not asked of this organisation", "この組織は対象外";
    about_scores: "How scores come about", "得点の算出方法";
    about_question: "A question scores its points between its worst option (0) and its best (100), a criterion the weighted \
        mean of its questions, and the whole the weighted mean of its criteria.",
        "設問は最も低い選択肢を0点、最も高い選択肢を100点として採点し、評価項目は設問の、総合得点は評価項目の加重平均です。";
    about_exact: "Scores are exact fractions, cut to one decimal and never rounded: a shown 75.0 has reached 75.",
        "得点は分数のまま正確に計算し、小数第2位以下を切り捨てて表示します（四捨五入はしません）。75.0と表示されていれば、75点に達しています。";
    about_open: "A question that does not apply drops out. An open question makes the result a range, from its worst \
        option to its best.",
        "「該当なし」の設問は計算から除きます。未回答の設問があると、結果は最も低い選択肢から最も高い選択肢までの範囲になります。";
    about_route: "The route is the set of actions with the least total effort that ends the challenges found and gives the next level.",
        "ルートは、見つかった課題を解消し、実施後の得点で次のレベルに届く施策の組み合わせのうち、工数の合計が最も少ないものです。";
}
