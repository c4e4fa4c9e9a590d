//! What comparisons say.

use crate::report::comparison::{AnswerChange, Comparison, Turn};
use crate::report::model::Snapshot;
use crate::text::{Lang, texts};

texts! {
    criteria: "Criteria over time", "評価項目の推移";
    trend: "Trend", "推移";
    change: "Change", "増減";
    achieved: "Actions achieved", "達成した施策";
    achieved_means: "Everything that these actions aim at is reached now, and was not before.",
        "施策の目標のうち、前回は届いていなかったものがあり、今回はすべて届いた施策です。";
    slipped: "What slipped back", "後退したこと";
    nothing_slipped: "Nothing slipped back.", "後退したことはありません。";
    undone: "Actions whose aims are no longer reached", "目標に届かなくなった施策";
    improved: "Better answers", "上がった回答";
    question: "Question", "設問";
    before: "Before", "前回";
    now: "Now", "今回";
    into_place: "into place", "新たに基準達成";
    out_of_place: "no longer in place", "基準を下回った";
    level: "Level", "レベル";
    mark: "✓ in place", "✓ 基準達成";
    undated: "Not every answer set has a date, so they stand in the order in which they were named.",
        "日付のない回答があるため、指定された順に並べています。";
}

/// The title.
pub(in crate::report) fn title(lang: Lang, comparison: &Comparison) -> String {
    let what = &comparison.assessment.title;
    match (lang, comparison.subject()) {
        (Lang::En, Some(subject)) => format!("{what} over time — {subject}"),
        (Lang::En, None) => format!("{what} compared"),
        (Lang::Ja, Some(subject)) => format!("{what}の推移 — {subject}"),
        (Lang::Ja, None) => format!("{what}の比較"),
    }
}

/// The level then and now, in a sentence.
pub(in crate::report) fn level_change(lang: Lang, first: &Snapshot, last: &Snapshot) -> String {
    let (from, to) = (&first.level.name, &last.level.name);
    match (lang, first.level_number.cmp(&last.level_number)) {
        (Lang::En, std::cmp::Ordering::Less) => format!("Up from {from} to {to}"),
        (Lang::En, std::cmp::Ordering::Greater) => format!("Down from {from} to {to}"),
        (Lang::En, std::cmp::Ordering::Equal) => format!("Still {to}"),
        (Lang::Ja, std::cmp::Ordering::Less) => format!("{from}から{to}に上がりました"),
        (Lang::Ja, std::cmp::Ordering::Greater) => format!("{from}から{to}に下がりました"),
        (Lang::Ja, std::cmp::Ordering::Equal) => format!("{to}のまま変わりません"),
    }
}

/// Overall score and criteria in place, then and now.
pub(in crate::report) fn summary(lang: Lang, comparison: &Comparison, first: &Snapshot, last: &Snapshot) -> String {
    let (from, to) = (interval(first), interval(last));
    let change = comparison.overall_change.map(|change| change.to_string());
    let (had, have, of) = (first.in_place.low, last.in_place.low, last.in_place.applicable);
    match lang {
        Lang::En => {
            let change = change.map(|change| format!(" ({change})")).unwrap_or_default();
            format!("Overall {from} → {to}{change}. Criteria in place: {had} → {have} of {of}.")
        }
        Lang::Ja => {
            let change = change.map(|change| format!("（{change}）")).unwrap_or_default();
            format!("総合得点：{from} → {to}{change}。基準達成：{of}項目中{had}項目 → {have}項目。")
        }
    }
}

fn interval(set: &Snapshot) -> String {
    super::range(set.overall.low, set.overall.high)
}

/// What is compared, where that is not all.
pub(in crate::report) fn compared(lang: Lang, comparison: &Comparison) -> Option<String> {
    let questions = &comparison.questions;
    if questions.versions.is_empty() {
        return None;
    }
    let versions = super::listed(lang, &questions.versions);
    let (compared, total, current) = (questions.compared, questions.total, &comparison.assessment.version);
    Some(match lang {
        Lang::En => format!(
            "The answers belong to other versions of the assessment ({versions}; scored by {current}). Compared are \
             the {compared} of {total} questions that every set answers; all else counts as not applicable, so scores \
             and levels may differ from those that were reported then."
        ),
        Lang::Ja => format!(
            "回答した診断のバージョンが異なります（{versions}、採点は{current}）。すべての回答に共通する{total}問中\
             {compared}問だけを比べ、ほかは「該当なし」として扱うため、得点とレベルは当時の結果と異なる場合があります。"
        ),
    })
}

/// How many questions are open now or then, so that changes are not certain.
pub(in crate::report) fn uncertain(lang: Lang, comparison: &Comparison) -> Option<String> {
    let open = comparison.sets.iter().any(|set| set.overall.low != set.overall.high);
    open.then(|| {
        match lang {
            Lang::En => "Where questions are open, scores are a range; a change is shown only where it is certain.",
            Lang::Ja => "未回答の設問があると得点は範囲になります。増減は、確定しているものだけを示します。",
        }
        .to_owned()
    })
}

/// What became of a criterion.
pub(in crate::report) fn turn(lang: Lang, turn: &Turn) -> &'static str {
    match turn {
        Turn::IntoPlace => into_place(lang),
        Turn::OutOfPlace => out_of_place(lang),
    }
}

/// What was answered before.
pub(in crate::report) fn was(lang: Lang, change: &AnswerChange) -> String {
    match lang {
        Lang::En => format!("Before ({}): {}", change.from, change.before),
        Lang::Ja => format!("前回（{}）：{}", change.from, change.before),
    }
}

/// What is answered now.
pub(in crate::report) fn is(lang: Lang, change: &AnswerChange) -> String {
    match lang {
        Lang::En => format!("Now ({}): {}", change.to, change.now),
        Lang::Ja => format!("今回（{}）：{}", change.to, change.now),
    }
}
