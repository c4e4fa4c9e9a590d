//! Spreadsheets, in Japanese.

texts! {
    ReportSpreadsheets for Ja;

    // Spreadsheets.
    font: "Yu Gothic";
    steps: "進め方";
    best: "満点";
    version: "バージョン";
    weight: "重み";
    group: "分野";
    id: "ID";
    low: "最低";
    high: "最高";
    threshold_head: "基準";
    open: "未回答";
    not_applicable: "該当なし";
    previous_head: "前回";
    pillar: "柱";
    brings_head: "基準達成になる項目";
    on_route_since: "ルートに入る理由";
    after_head: "先に実施";
    why: "理由";
    summary_sheet: "概要";
    criteria_sheet: "評価項目";
    plan_sheet: "施策";
    answers_sheet: "回答";
    how_in_form: "回答は黄色のセルの一覧から選びます。わからない設問は空欄のままで構いません。終わったら保存し、このファイルを返送してください。";
    options: "選択肢";
    evidence: "根拠・補足";
    still_open: "未回答の設問数";
    first_open: "（最初は設問";
    first_open_end: "）";
    open_mark: "◀ 未回答";
    save_as: "ファイル名の例";
    refused: "一覧から選ぶか、空欄のままにしてください。";
}
