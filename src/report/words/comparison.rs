//! What has changed.

use crate::text::texts;

texts! {
    over_time(what: &str, subject: &str): "{what} over time — {subject}", "{what}の推移 — {subject}";
    compared(what: &str): "{what} compared", "{what}の比較";
    level_up(from: &str, to: &str): "Up from {from} to {to}", "{from}から{to}に上がりました";
    level_down(from: &str, to: &str): "Down from {from} to {to}", "{from}から{to}に下がりました";
    level_still(level: &str): "Still {level}", "{level}のまま変わりません";
    /// Where open questions keep it from being known.
    level_open(from: &str, to: &str): "Then {from}, now {to}: with open questions, whether that is a change is not certain",
        "前回は{from}、今回は{to}です（未回答の設問があるため、変化したかどうかは確定していません）";
    compared_scores(from: &str, to: &str, had: &str, have: &str, all: usize):
        "Overall {from} → {to}. Criteria in place: {had} → {have} of {all}.",
        "総合得点：{from} → {to}。基準達成：{all}項目中{had}項目 → {have}項目。";
    compared_questions(versions: &str, current: &str, compared: usize, total: usize):
        "The answers belong to other versions of the assessment ({versions}; scored by {current}). Compared are the \
            {compared} of {total} questions that every set answers; all else counts as not applicable, so scores and levels \
            may differ from those that were reported then.",
        "回答した診断のバージョンが異なります（{versions}、採点は{current}）。すべての回答に共通する{total}問中\
            {compared}問だけを比べ、ほかは「該当なし」として扱うため、得点とレベルは当時の結果と異なる場合があります。";
    uncertain: "Where questions are open, scores are a range; a change is shown only where it is certain.",
        "未回答の設問があると得点は範囲になります。増減は、確定しているものだけを示します。";
    criteria_over_time: "Criteria over time", "評価項目の推移";
    trend: "Trend", "推移";
    achieved: "Actions achieved", "達成した施策";
    achieved_means: "Inferred from the answers: everything that these actions aim at is reached now, and was not before. \
        Whether somebody carried them out, answers do not say.",
        "回答から判断したものです。目標のうち前回は届いていなかったものがあり、今回はすべて届いた施策を示します。\
        実際に実施したかどうかは、回答からは分かりません。";
    different(subjects: &str): "The answers are of different organisations or people ({subjects}): what stands here as a change \
        is the difference between the first and the last of them, and no development.",
        "異なる組織または回答者の回答（{subjects}）を比べています。ここでの増減は最初と最後の回答の差であり、同じ組織の推移ではありません。";
    of_others(subjects: &str): "These answers are of different organisations or people ({subjects}): what stands here as a change \
        is the difference between them, and no development.",
        "異なる組織または回答者の回答（{subjects}）を比べています。ここでの増減は両者の差であり、同じ組織の推移ではありません。";
    is_later: "What is called previous here is dated later than this result: changes are those from later to earlier.",
        "「前回」とした回答の日付が今回より後のため、増減は時間をさかのぼったものです。";
    slipped: "What slipped back", "後退したこと";
    nothing_slipped: "Nothing slipped back.", "後退したことはありません。";
    undone: "Actions whose aims are no longer reached", "目標に届かなくなった施策";
    improved: "Better answers", "上がった回答";
    into_place: "into place", "新たに基準達成";
    out_of_place: "no longer in place", "基準を下回った";
    in_place_mark: "✓ in place", "✓ 基準達成";
    undated: "Not every answer set has a date, so they stand in the order in which they were named.",
        "日付のない回答があるため、指定された順に並べています。";
    told_otherwise(facts: &str): "What was told of the organisation differs: {facts}.", "組織についての回答が異なります：{facts}。";
    told_each_time(fact: &str, times: &str): "“{fact}” {times}", "「{fact}」{times}";
    nothing_told: "not told", "未回答";
    not_asked_in_changes(count: usize):
        [count; "{count} question is not asked each time; changes leave it out.",
            "{count} questions are not asked each time; changes leave them out."],
        "前回と今回のどちらかで対象外の設問が{count}問あり、増減の計算から除いています。";
    not_asked_each_time(count: usize):
        [count; "{count} question is not asked each time and counts as not applicable here, so scores may differ from \
            those that were reported then.",
            "{count} questions are not asked each time and count as not applicable here, so scores may differ from those \
            that were reported then."],
        "毎回は対象にならない設問が{count}問あります。ここでは「該当なし」として扱うため、得点は当時の結果と異なる場合があります。";
}
