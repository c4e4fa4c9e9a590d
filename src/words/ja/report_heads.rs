//! What the columns of results are called for people, in Japanese.

texts! {
    ReportHeads for Ja;

    head(id: &str): [of id;
        "organisation" "組織",
        "respondent" "回答者",
        "respondents" "回答者数",
        "agreement" "一致度（α）",
        "date" "回答日",
        "segment" "区分",
        "role" "役割",
        "criterion" "評価項目（ID）",
        "name" "評価項目",
        "low" "得点",
        "high" "得点（最高）",
        "in_place" "基準達成",
        "in_place_high" "基準達成（最高）",
        "threshold" "基準",
        "weight" "重み",
        "open" "未回答",
        "not_applicable" "該当なし",
        "criterion_level" "項目のレベル",
        "criterion_level_high" "項目のレベル（最高）",
        "group" "分野（ID）",
        "group_low" "分野の得点",
        "group_high" "分野の得点（最高）",
        "previous_low" "前回の得点",
        "previous_high" "前回の得点（最高）",
        "overall" "総合得点",
        "overall_high" "総合得点（最高）",
        "level" "レベル",
        "possible_level" "レベル（最高）",
        "percentile" "パーセンタイル",
        other "{id}",
    ];
    score_at_best(name: &str): "{name}（最高）";
    level_of(name: &str): "{name}（レベル）";
    level_at_best(name: &str): "{name}（レベル、最高）";
    action(number: usize): "施策{number}";
}
