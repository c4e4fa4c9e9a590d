//! The names of sheets and the heads of their columns.

use crate::text::texts;

texts! {
    steps: "Steps", "進め方";
    best: "Best", "満点";
    version: "Version", "バージョン";
    weight: "Weight", "重み";
    id: "ID", "ID";
    low: "Lowest", "最低";
    high: "Highest", "最高";
    threshold_head: "In place from", "基準";
    open_count: "Open", "未回答";
    not_applicable_count: "n/a", "該当なし";
    previous_head: "Previous", "前回";
    pillar: "Pillar", "柱";
    brings_head: "Brings into place", "基準達成になる項目";
    after_head: "After", "先に実施";
    why: "Why", "理由";
    summary_sheet: "Summary", "概要";
    criteria_sheet: "Criteria", "評価項目";
    plan_sheet: "Plan", "施策";
    answers_sheet: "Answers", "回答";
    level: "Level", "レベル";
}
