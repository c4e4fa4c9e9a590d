//! What the summary of a batch says, in each language of the program.

use super::digits::shown;
use crate::exact::Score;
use crate::population::{Disagreement, Organisation, Summary};
use crate::text::{Lang, texts};

texts! {
    overall: "Overall", "総合";
    in_place: "In place", "基準達成";
    level: "Level", "レベル";
    open_questions: "Open", "未回答";
    percentile: "Percentile", "パーセンタイル";
    action: "Action", "施策";
    share: "Share", "割合";
    rows: "Rows", "件数";
    mean: "Mean", "平均";
    lower: "Q1", "Q1";
    median: "Median", "中央値";
    upper: "Q3", "Q3";
    alpha: "Q1 and Q3 are the quartiles. α is Cronbach's alpha over rows without open or n/a questions; – where it is undefined.",
        "Q1とQ3は四分位数、αは未回答も該当なしもない行で求めたクロンバックのα係数です（–は算出不能）。";
    agenda: "Where colleagues disagree: what to talk about first", "回答が食い違う設問（話し合う順）";
    /// How many rows a table leaves out, and how many organisations an agenda.
    more(rows: u64): "… and {rows} more: write them all with -o FILE.", "…ほか{rows}件（-o ファイル名 ですべて出力）";
    more_organisations(count: usize): "… and {count} more organisations", "…ほか{count}組織";
    agreement(name: &str, respondents: u64, alpha: &str):
        "{name}: {respondents} respondents, Krippendorff's α {alpha}",
        "{name}：回答者{respondents}人、クリッペンドルフのα係数 {alpha}";
    answers(low: u32, high: u32, roles: &str, effect: &str, level: &str):
        "Answers from {low} to {high}{roles}; worth {effect} points{level}.",
        "回答は{low}から{high}まで{roles}、総合得点で{effect}点の差{level}";
    means(roles: &str): " (mean: {roles})", "（平均：{roles}）";
    and_the_level: ", and the level", "、レベルも変わります";
    comma: ", ", "、";
    respondents(count: u64): [count; "{count} respondent", "{count} respondents"], "回答者 {count}件";
    organisations(count: u64): [count; "{count} organisation", "{count} organisations"], "{count}組織";
    open(rows: u64):
        [rows; "{rows} of them has open questions; they count at their worst here.",
            "{rows} of them have open questions; they count at their worst here."],
        "{rows}件に未回答があり、最も低い選択肢とみなして集計しています。";
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

/// An organisation, and how far its respondents agree.
pub(crate) fn organisation(lang: Lang, organisation: &Organisation) -> String {
    let alpha = organisation.alpha.map_or("–".to_owned(), |alpha| format!("{alpha:.2}"));
    agreement(lang, &organisation.name.replace(['\n', '\t'], " "), organisation.respondents, &alpha)
}

/// How far answers to one question are apart.
pub(crate) fn disagreement(lang: Lang, item: &Disagreement) -> String {
    let role = |(role, mean): &(String, u64)| format!("{role} {}.{}", mean / 10, mean % 10);
    let roles: Vec<String> = item.roles.iter().map(role).collect();
    let roles = if roles.is_empty() { String::new() } else { means(lang, &roles.join(comma(lang))) };
    let level = if item.decides_level { and_the_level(lang) } else { "" };
    answers(lang, item.points.0, item.points.1, &roles, &shown(item.effect), level)
}

/// Which criteria are most often the lowest.
pub(crate) fn weakest(lang: Lang, criteria: &[&str], share: Score) -> Option<String> {
    let (last, others) = criteria.split_last()?;
    Some(match others {
        [] => weakest_one(lang, last, share),
        others => weakest_several(lang, &others.join(comma(lang)), last, share),
    })
}

/// What stands above the most frequent first actions.
pub(crate) fn first_actions(lang: Lang, summary: &Summary) -> String {
    if summary.planned < summary.rows {
        first_actions_of_some(lang, summary.planned)
    } else {
        first_actions_of_all(lang).to_owned()
    }
}
