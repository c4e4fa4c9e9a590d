//! What the summary of a batch says, in each language of the program.

use super::digits::shown;
use crate::exact::Score;
use crate::population::Summary;
use crate::population::{Disagreement, Organisation};
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
}

/// How many rows a table leaves out.
pub(crate) fn more(lang: Lang, rows: u64) -> String {
    match lang {
        Lang::En => format!("… and {rows} more: write them all with -o FILE."),
        Lang::Ja => format!("…ほか{rows}件（-o ファイル名 ですべて出力）"),
    }
}

/// How many organisations an agenda leaves out.
pub(crate) fn more_organisations(lang: Lang, count: usize) -> String {
    match lang {
        Lang::En => format!("… and {count} more organisations"),
        Lang::Ja => format!("…ほか{count}組織"),
    }
}

/// An organisation, and how far its respondents agree.
pub(crate) fn organisation(lang: Lang, organisation: &Organisation) -> String {
    let name = organisation.name.replace(['\n', '\t'], " ");
    let alpha = organisation.alpha.map_or("–".to_owned(), |alpha| format!("{alpha:.2}"));
    match lang {
        Lang::En => format!("{name}: {} respondents, Krippendorff's α {alpha}", organisation.respondents),
        Lang::Ja => format!("{name}：回答者{}人、クリッペンドルフのα係数 {alpha}", organisation.respondents),
    }
}

/// How far answers to one question are apart.
pub(crate) fn disagreement(lang: Lang, item: &Disagreement) -> String {
    let (low, high) = item.points;
    let effect = shown(item.effect);
    let role = |(role, mean): &(String, u64)| format!("{role} {}.{}", mean / 10, mean % 10);
    let roles: Vec<String> = item.roles.iter().map(role).collect();
    match lang {
        Lang::En => {
            let roles = if roles.is_empty() { String::new() } else { format!(" (mean: {})", roles.join(", ")) };
            let level = if item.decides_level { ", and the level" } else { "" };
            format!("Answers from {low} to {high}{roles}; worth {effect} points{level}.")
        }
        Lang::Ja => {
            let roles = if roles.is_empty() { String::new() } else { format!("（平均：{}）", roles.join("、")) };
            let level = if item.decides_level { "、レベルも変わります" } else { "" };
            format!("回答は{low}から{high}まで{roles}、総合得点で{effect}点の差{level}")
        }
    }
}

/// How many respondents there are, or organisations.
pub(crate) fn respondents(lang: Lang, rows: u64, organisations: bool) -> String {
    match lang {
        Lang::En if organisations => format!("{rows} organisation{}", if rows == 1 { "" } else { "s" }),
        Lang::Ja if organisations => format!("{rows}組織"),
        Lang::En if rows == 1 => "1 respondent".to_owned(),
        Lang::En => format!("{rows} respondents"),
        Lang::Ja => format!("回答者 {rows}件"),
    }
}

/// What open questions do to the summary.
pub(crate) fn open(lang: Lang, rows: u64) -> String {
    match lang {
        Lang::En if rows == 1 => "1 of them has open questions; they count at their worst here.".to_owned(),
        Lang::En => format!("{rows} of them have open questions; they count at their worst here."),
        Lang::Ja => format!("{rows}件に未回答があり、最も低い選択肢とみなして集計しています。"),
    }
}

/// Which criteria are most often the lowest.
pub(crate) fn weakest(lang: Lang, criteria: &[&str], share: Score) -> String {
    let Some((last, others)) = criteria.split_last() else { return String::new() };
    match lang {
        Lang::En if others.is_empty() => format!("Weakest: {last}, the lowest of all criteria for {share}% of them."),
        Lang::En => {
            let others = others.join(", ");
            format!("Weakest: {others} and {last}, each the lowest of all criteria for {share}% of them.")
        }
        Lang::Ja => format!("最も弱い項目：{}（{share}%で最低の得点）", criteria.join("、")),
    }
}

/// What stands above the most frequent first actions.
pub(crate) fn first_actions(lang: Lang, summary: &Summary) -> String {
    let part = summary.planned < summary.rows;
    match lang {
        Lang::En if part => {
            format!("Most frequent first actions, of the first {} (of all: --actions 1)", summary.planned)
        }
        Lang::En => "Most frequent first actions".to_owned(),
        Lang::Ja if part => {
            format!("最初に取り組む施策（多い順、最初の{}件から。全件は --actions 1）", summary.planned)
        }
        Lang::Ja => "最初に取り組む施策（多い順）".to_owned(),
    }
}
