//! The questionnaire, the sheets to fill in, and spreadsheets.

use crate::text::texts;

// The questionnaire, and the sheets to fill in.
texts! {
    facts(criteria: usize, questions: usize, actions: usize, minutes: usize, languages: &str):
        "{criteria} criteria, {questions} questions, {actions} actions; about {minutes} minutes; {languages}",
        "評価項目{criteria}個、設問{questions}問、施策{actions}件、所要時間は約{minutes}分（{languages}）";
    does_not_apply: "does not apply", "該当なし";
    your_name: "Your name", "回答者";
    how_in_toml: "For each answer, remove the # before it and write the points after the =, or \"n/a\" where that is offered. A question that is left as it is stays open.",
        "回答する設問は、行頭の # を消し、= の後ろに点数を書いてください。「該当なし」を選べる設問では \"n/a\" と書けます。そのままの設問は未回答になります。";
    notes_in_toml: "Evidence and remarks, if you like: the id of the question, and a text.",
        "根拠や補足があれば、設問のidと文章を書いてください。";
}

// Spreadsheets.
#[cfg(feature = "xlsx")]
texts! {
    /// The font of sheets, where it is not that of the program that shows them.
    font: "", "Yu Gothic";
    steps: "Steps", "進め方";
    best: "Best", "満点";
    version: "Version", "バージョン";
    weight: "Weight", "重み";
    group: "Group", "分野";
    id: "ID", "ID";
    low: "Lowest", "最低";
    high: "Highest", "最高";
    threshold_head: "In place from", "基準";
    open: "Open", "未回答";
    not_applicable: "n/a", "該当なし";
    previous_head: "Previous", "前回";
    pillar: "Pillar", "柱";
    brings_head: "Brings into place", "基準達成になる項目";
    on_route_since: "Why on the route", "ルートに入る理由";
    after_head: "After", "先に実施";
    why: "Why", "理由";
    summary_sheet: "Summary", "概要";
    criteria_sheet: "Criteria", "評価項目";
    plan_sheet: "Plan", "施策";
    answers_sheet: "Answers", "回答";
    how_in_form: "Choose from the list in the yellow cell, and leave it empty if you do not know. Then save the file and send it back.",
        "回答は黄色のセルの一覧から選びます。わからない設問は空欄のままで構いません。終わったら保存し、このファイルを返送してください。";
    options: "Options", "選択肢";
    evidence: "Evidence, remarks", "根拠・補足";
    still_open: "Questions still open", "未回答の設問数";
    /// Between the number of open questions and that of the first of them, and after it.
    first_open: ", the first of them question ", "（最初は設問";
    first_open_end: "", "）";
    open_mark: "◀ open", "◀ 未回答";
    save_as: "Suggested file name", "ファイル名の例";
    refused: "Choose one of the list, or leave the cell empty.", "一覧から選ぶか、空欄のままにしてください。";
}
