//! What the comments of a query say, a column for each language of the program.

use crate::text::texts;

texts! {
    head(id: &str, version: &str, program: &str, dialect: &str):
        "{id} {version} as cxm {program} scores it, for {dialect}",
        "{id} {version}の診断（cxm {program}と同じ得点計算）、{dialect}用";
    rows: "Rows: each with the question or fact that it answers; null where that is unknown",
        "行：それぞれどの設問・属性への回答か。不明ならnull";
    respondents: "Respondents: a row for each, with a column for each question and fact",
        "回答者：1人1行にまとめ、設問・属性ごとに1列にする";
    times: "How often each respondent answers each question", "同じ回答者が同じ設問に回答した回数";
    cells: "Cells: trimmed, in lower case, empty where there is nothing",
        "セル：前後の空白を除いて小文字に揃える（値がなければ空文字）";
    answers: "Answers: what the chosen option is worth; -1 open, -2 not applicable, -3 no answer, -4 not asked",
        "回答：選択肢の得点。-1は未回答、-2は該当なし、-3は回答として読み取れない値、-4は対象外の設問";
    sums: "Sums of each criterion: with open questions at their worst, at their best, and all that could be attained",
        "評価項目ごとの合計：未回答を最低とした場合、最高とした場合、満点";
    criteria: "Scores of the criteria in tenths, cut and not rounded; null where none of its questions applies",
        "評価項目の得点（0.1点単位、切り捨て）。該当する設問がなければnull";
    overall: "The overall score in tenths, by a common denominator, and how many criteria are in place",
        "総合得点（0.1点単位、通分して計算）と、定着している評価項目の数";
    levels: "Levels and results: those of the row at worst; where questions are open, also at best",
        "成熟度レベルと結果：未回答を最低とした場合。未回答があれば最高とした場合も";
    once: "Fails where a column of the table is called as a result: then say with --keep which columns to carry along",
        "表に結果と同じ名前の列があればエラーになる。その場合は残す列を--keepで指定する";
    scored: "Rows that are scored: level, exact scores, and the points of each answer",
        "得点を計算した行：成熟度レベル、切り捨て前の得点、回答ごとの点数";
    items: "The scores of each row, one below the other", "各行の得点を縦に並べる";
    values: "How often each score occurs", "得点ごとの件数";
    places: "Up to which place each score goes among all, in their order", "得点順に並べたときの、各得点の最後の順位と全体の件数";
    quarters: "Quartiles lie between neighbours: with how many quarters each score counts",
        "四分位数は前後の値から補間する。各得点に掛ける重み（4分の1単位）";
    scores: "Sums of the scores", "得点の合計";
    summed: "Counts and sums", "件数と合計";
    summary: "Summary: scores cut to tenths once; alpha from 30 complete rows on, and not where it is below 0",
        "集計：得点は最後に一度だけ小数第1位で切り捨てる。α係数はすべて回答した行が30以上で、負でない場合のみ";
    rejects: "Every cell that is no answer, with its row and its column",
        "回答として読み取れないセル（行、列とともに）";
}
