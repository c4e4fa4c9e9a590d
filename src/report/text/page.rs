//! What the report as a page says beyond the words of the terminal.

use crate::report::model::{Answered, Criterion, Given, Phase, Priority, Report, Route, Snapshot};
use crate::text::{Lang, texts};

texts! {
    overall_score: "Overall score", "総合得点";
    of_100: "of 100", "／100点";
    criteria_in_place: "Criteria in place", "基準達成の項目";
    to_next: "To the next level", "次のレベルまで";
    levels: "The levels, lowest first", "レベル（低い順）";
    radar: "Scores of the criteria", "評価項目の得点";
    radar_caption: "0 in the centre, 100 at the rim.", "中心が0点、外周が100点です。";
    now: "Now", "今回";
    best_case: "If open questions come out best", "未回答がすべて最高の場合";
    threshold: "In place from here", "基準達成の線";
    after_route: "After the route", "ルート実施後";
    change: "Change", "増減";
    roadmap: "Roadmap", "ロードマップ";
    in_detail: "The route in detail", "ルートの進め方";
    effort: "Effort", "工数";
    result: "Result", "結果";
    others_in_detail: "Other priorities in detail", "その他の施策の進め方";
    answers: "Appendix: questions and answers", "付録：設問と回答";
    question: "Question", "設問";
    answer: "Answer", "回答";
    points: "Points", "点";
    note: "Note", "メモ";
    unanswered: "Not answered", "未回答";
    about: "How scores come about", "得点の算出方法";
    about_question: "A question scores its points between its worst option (0) and its best (100), a criterion the weighted \
        mean of its questions, and the whole the weighted mean of its criteria.",
        "設問は最も低い選択肢を0点、最も高い選択肢を100点として採点し、評価項目は設問の、総合得点は評価項目の加重平均です。";
    about_exact: "Scores are exact fractions, cut to one decimal and never rounded: a shown 75.0 has reached 75.",
        "得点は分数のまま正確に計算し、小数第2位以下を切り捨てて表示します（四捨五入はしません）。75.0と表示されていれば、75点に達しています。";
    about_open: "A question that does not apply drops out. An open question makes the result a range, from its worst \
        option to its best.",
        "「該当なし」の設問は計算から除きます。未回答の設問があると、結果は最も低い選択肢から最も高い選択肢までの範囲になります。";
    about_route: "The route is the set of actions with the least total effort after which the scores give the next level.",
        "ルートは、実施後の得点で次のレベルに届く施策の組み合わせのうち、工数の合計が最も少ないものです。";
    definition: "Assessment", "診断";
    phase_head: "Phase", "フェーズ";
}

/// What the next level costs, and in how many actions; none where there is nothing to do or no way.
pub(in crate::report) fn route_size(lang: Lang, report: &Report, route: &Route) -> Option<(String, String)> {
    let effort = super::effort_of(lang, report, route.effort.filter(|effort| *effort > 0)?);
    let count = route.actions.len();
    Some(match lang {
        Lang::En => (effort, format!("in {}", super::plural(count, "action", "actions"))),
        Lang::Ja => (effort, format!("施策{count}件")),
    })
}

/// Phase 1.
pub(in crate::report) fn phase(lang: Lang, number: usize) -> String {
    match lang {
        Lang::En => format!("Phase {number}"),
        Lang::Ja => format!("フェーズ{number}"),
    }
}

/// When a phase is, in effort, and what it costs.
pub(in crate::report) fn phase_effort(lang: Lang, report: &Report, phase: &Phase) -> String {
    let effort = super::effort_of(lang, report, phase.effort);
    let end = phase.start + phase.effort;
    match lang {
        Lang::En => format!("{effort} ({} to {end} of the route)", phase.start),
        Lang::Ja => format!("工数{effort}（累計{}〜{end}）", phase.start),
    }
}

/// Where a phase leads.
pub(in crate::report) fn phase_result(lang: Lang, report: &Report, phase: &Phase) -> String {
    let brings = super::brings(lang, report, &phase.brings_in_place);
    let brings = brings.map(|brings| format!(" · {brings}")).unwrap_or_default();
    match lang {
        Lang::En => format!("After this phase: overall {}{brings}", phase.overall_after),
        Lang::Ja => format!("このフェーズの後：総合得点{}{brings}", phase.overall_after),
    }
}

/// All actions that must be done before this one.
pub(in crate::report) fn comes_after(lang: Lang, report: &Report, priority: &Priority) -> Option<String> {
    let title = |id: &String| report.priorities.iter().find(|other| other.action == *id).map(|other| &other.title);
    let titles: Vec<String> = priority.after.iter().filter_map(title).cloned().collect();
    let label = match lang {
        Lang::En => "after",
        Lang::Ja => "先に実施",
    };
    (!titles.is_empty()).then(|| super::labelled(lang, label, &super::listed(lang, &titles)))
}

/// Where the organisation stood before.
pub(in crate::report) fn previously(lang: Lang, report: &Report, previous: &Snapshot) -> String {
    let when = previous.metadata.get("date").unwrap_or_default();
    let overall = super::range(previous.overall.low, previous.overall.high);
    let (level, had) = (&previous.level.name, previous.in_place.low);
    let line = match lang {
        Lang::En => format!("{}: {level}, overall {overall}, {had} in place.", before(lang, when)),
        Lang::Ja => format!("{}：{level}、総合得点{overall}、基準達成{had}項目。", before(lang, when)),
    };
    let other = previous.version.as_ref().filter(|version| **version != report.assessment.version);
    match (lang, other) {
        (_, None) => line,
        (Lang::En, Some(version)) => format!(
            "{line} Those answers belong to version {version}, and are scored by this one; questions that it did not \
             have are open."
        ),
        (Lang::Ja, Some(version)) => {
            format!(
                "{line}前回の回答はバージョン{version}のもので、今回のバージョンで採点しています。前回なかった設問は未回答とみなします。"
            )
        }
    }
}

/// The earlier time, with its date if there is one.
pub(in crate::report) fn before(lang: Lang, date: &str) -> String {
    match lang {
        Lang::En if date.is_empty() => "Previously".to_owned(),
        Lang::En => format!("Previously ({date})"),
        Lang::Ja if date.is_empty() => "前回".to_owned(),
        Lang::Ja => format!("前回（{date}）"),
    }
}

/// A criterion's score in words, for those who do not see the chart.
pub(in crate::report) fn spoken(lang: Lang, criterion: &Criterion) -> String {
    let score = criterion.low.zip(criterion.high).map(|(low, high)| super::range(low, high));
    let score = score.unwrap_or_else(|| super::criterion_not_applicable(lang).to_owned());
    super::labelled(lang, &criterion.name, &score)
}

/// The chosen option, or why there is none.
pub(in crate::report) fn given(lang: Lang, answer: &Answered) -> &str {
    match (answer.answer, &answer.option) {
        (Some(Given::NotApplicable), _) => super::criterion_not_applicable(lang),
        (_, Some(option)) => option,
        _ => unanswered(lang),
    }
}

/// The points of an answer, of how many.
pub(in crate::report) fn points_of(answer: &Answered) -> String {
    match answer.answer {
        Some(Given::Points(points)) => format!("{points}/{}", answer.best),
        _ => "–".to_owned(),
    }
}

/// How much a number of criteria in place is, of how many apply.
pub(in crate::report) fn in_place_of(lang: Lang, report: &Report) -> String {
    let count = &report.in_place;
    let have = if count.low == count.high { count.low.to_string() } else { format!("{}–{}", count.low, count.high) };
    match lang {
        Lang::En => format!("{have} of {}", count.applicable),
        Lang::Ja => format!("{have}／{}項目", count.applicable),
    }
}
