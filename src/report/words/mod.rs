//! What reports and sheets say: the table of all their words, a column for each language of the program.
//!
//! It knows no report: what makes sentences of these words for a result is in `text`. Texts of assessments are not here.

mod comparison;
mod form;
mod level;
mod page;
mod population;
mod route;
mod sheets;

use crate::text::{Lang, texts};

pub(crate) use comparison::*;
pub(crate) use form::*;
pub(crate) use level::*;
pub(crate) use page::*;
pub(crate) use population::*;
pub(crate) use route::*;
pub(crate) use sheets::*;

// How words go together.
texts! {
    labelled(label: &str, value: &str): "{label}: {value}", "{label}：{value}";
    aside(what: &str, aside: &str): "{what} ({aside})", "{what}（{aside}）";
    comma: ", ", "、";
    semicolon: "; ", "、";
    /// Between texts of an assessment, which may have commas of their own.
    between_texts: "; ", " ／ ";
    and: ", and ", "、";
    gap: " ", "";
    span(from: usize, to: usize): "{from} to {to}", "{from}〜{to}";
    part(have: &str, all: usize): "{have} of {all}", "{have}／{all}項目";
}

// Heads of columns, labels and headings.
texts! {
    overall: "Overall", "総合";
    in_place: "in place", "基準達成";
    criterion_not_applicable: "not applicable", "該当なし";
    criterion: "Criterion", "評価項目";
    score: "Score", "得点";
    status: "Status", "判定";
    obstacles: "What holds you back", "上のレベルに届かない理由";
    other_priorities: "Other priorities", "その他の施策";
    benchmarks: "Where others stand", "他の組織のレベル分布";
    asked(n: u32): "{n} respondents", "回答者{n}人";
    in_year(year: u32): "in {year}", "（{year}年）";
    intervals: "In brackets: the 95% interval (Wilson) of so many respondents.",
        "かっこ内は、回答者数から求めた95%信頼区間（ウィルソン法）です。";
    firmness: "How firm this result is", "この結果の確かさ";
    action: "Action", "施策";
    gain: "Gain", "効果（点）";
    source: "Source", "出典";
    refs: "References", "参照規格";
    sources: "Sources", "出典";
    notes: "Notes", "回答者のメモ";
    you_are_here: " (you are here)", "（現在）";
    level: "Level", "レベル";
    now: "Now", "今回";
    change: "Change", "増減";
    effort: "Effort", "工数";
    question: "Question", "設問";
    answer: "Answer", "回答";
    points: "Points", "点";
    note: "Note", "メモ";
    definition: "Assessment", "診断";
    phase_head: "Phase", "フェーズ";
    result: "Result", "結果";
    before: "Before", "前回";
    previously: "Previously", "前回";
    levels: "Levels", "レベル";
    actions: "Actions", "施策";
    organisation: "Organisation", "組織";
    respondent: "Respondent", "回答者";
    date: "Date", "回答日";
    segment: "Segment", "区分";
}

// How to answer, and how to read a result.
texts! {
    reading: "How to read this result", "この結果の読み方";
    who_answers: "Who answers", "回答する人";
    rule: "For each question, choose the highest option of which every word is true today; where none fits exactly, the \
        lower of the two nearest.",
        "各設問では、書かれていることがすべて今日の時点で当てはまる選択肢のうち、最も段階の高いものを選びます。\
        ぴったり当てはまるものがなければ、近い2つのうち低いほうを選びます。";
    rule_kept: "Each answer is the highest option of which every word is true.",
        "回答は、書かれていることがすべて当てはまる、最も段階の高い選択肢です。";
    own_choice: "Questions, thresholds, actions and efforts are the authors' own choice.",
        "設問、基準、施策、工数は、この診断が独自に定めたものです。";
    published(assessment: &str): "What others have published is in cxm show {assessment}.",
        "外部で公表されている内容は cxm show {assessment} にあります。";
}

/// That a question does not apply, and the reason, where the definition says when it does not.
pub(crate) fn with_reason(lang: Lang, does_not_apply: &str, reason: Option<&str>) -> String {
    reason.map_or_else(|| does_not_apply.to_owned(), |reason| labelled(lang, does_not_apply, reason))
}

/// Where other standards ask for it, if any is said to.
pub(crate) fn with_refs(lang: Lang, refs: &[String]) -> Option<String> {
    (!refs.is_empty()).then(|| labelled(lang, self::refs(lang), &refs.join(semicolon(lang))))
}

/// The rule for answering, and whom the assessment wants to answer, if it says so.
pub(crate) fn how_to_answer(lang: Lang, respondents: Option<&str>) -> Vec<String> {
    let respondents = respondents.map(|respondents| labelled(lang, who_answers(lang), respondents));
    [Some(rule(lang).to_owned()), respondents].into_iter().flatten().collect()
}

/// What a key of the metadata means, for the keys that are known.
pub(crate) fn metadata_key(lang: Lang, key: &str) -> &str {
    match key {
        "organisation" | "organization" => organisation(lang),
        "respondent" => respondent(lang),
        "date" => date(lang),
        "segment" => segment(lang),
        key => key,
    }
}
