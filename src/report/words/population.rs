//! What many results say together.

use crate::exact::Score;
use crate::text::texts;

texts! {
    in_place_head: "In place", "基準達成";
    open_head: "Open", "未回答";
    percentile: "Percentile", "パーセンタイル";
    share: "Share", "割合";
    rows: "Rows", "件数";
    mean: "Mean", "平均";
    lower: "Q1", "Q1";
    median: "Median", "中央値";
    upper: "Q3", "Q3";
    alpha: "Q1 and Q3 are the quartiles. α is Cronbach's alpha over rows without open or n/a questions; – where it is undefined.",
        "Q1とQ3は四分位数、αは未回答も該当なしもない行で求めたクロンバックのα係数です（–は算出不能）。";
    agenda: "Where colleagues disagree: what to talk about first", "回答が食い違う設問（話し合う順）";
    more_rows(rows: u64): "… and {rows} more: write them all with -o FILE.", "…ほか{rows}件（-o ファイル名 ですべて出力）";
    more_organisations(count: usize): "… and {count} more organisations", "…ほか{count}組織";
    agreement(name: &str, respondents: u64, alpha: &str):
        "{name}: {respondents} respondents, Krippendorff's α {alpha}",
        "{name}：回答者{respondents}人、クリッペンドルフのα係数 {alpha}";
    answers_apart(low: u32, high: u32, roles: &str, effect: &str, level: &str):
        "Answers from {low} to {high}{roles}; worth {effect} points{level}.",
        "回答は{low}から{high}まで{roles}、総合得点で{effect}点の差{level}";
    means(roles: &str): " (mean: {roles})", "（平均：{roles}）";
    and_the_level: ", and the level", "、レベルも変わります";
    where_each_stands: "Where each of them stands", "各組織の結果";
    respondents_head: "Respondents", "回答者数";
    at_best(level: &str): "(possibly {level})", "（最高で{level}）";
    merged(count: u64): [count; "{count} person", "{count} people, whose answers are merged"], "{count}人（回答を統合）";
    respondents(count: u64): [count; "{count} respondent", "{count} respondents"], "回答者 {count}件";
    organisations(count: u64): [count; "{count} organisation", "{count} organisations"], "{count}組織";
    open_rows(rows: u64):
        [rows; "{rows} of them has open questions; they count at their worst here.",
            "{rows} of them have open questions; they count at their worst here."],
        "{rows}件に未回答があり、最も低い選択肢とみなして集計しています。";
    benchmark_fits_some(benchmark: &str, rows: u64, all: u64):
        "{benchmark} describes organisations like {rows} of these {all}, and not the others.",
        "「{benchmark}」と比べられるのは{all}件中{rows}件で、ほかは対象の組織が異なります。";
    weakest_one(criterion: &str, share: Score):
        "Weakest: {criterion}, the lowest of all criteria for {share}% of them.",
        "最も弱い項目：{criterion}（{share}%で最低の得点）";
    weakest_several(others: &str, last: &str, share: Score):
        "Weakest: {others} and {last}, each the lowest of all criteria for {share}% of them.",
        "最も弱い項目：{others}、{last}（{share}%で最低の得点）";
    first_actions_of_all: "Most frequent first actions", "最初に取り組む施策（多い順）";
    first_actions_of_some(rows: u64): "Most frequent first actions, of the first {rows} (of all: --actions 1)",
        "最初に取り組む施策（多い順、最初の{rows}件から。全件は --actions 1）";
}
