//! What reports say, in each language of the program. A missing translation does not compile.

use super::model::{Assessment, Closer, Criterion, Report, Route, Unmet};
use crate::exact::Score;
use crate::score::{Amount, InPlace};
use crate::text::{Lang, texts};

/// A number of things in words.
fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(in crate::report) mod comparison;
pub(in crate::report) mod form;
pub(in crate::report) mod page;
#[cfg(feature = "xlsx")]
pub(in crate::report) mod sheet;

texts! {
    overall: "Overall", "総合";
    in_place: "in place", "基準達成";
    criterion_not_applicable: "not applicable", "該当なし";
    obstacles: "What holds you back", "上のレベルに届かない理由";
    other_priorities: "Other priorities", "その他の施策";
    benchmarks: "Where others stand", "他の組織のレベル分布";
    firmness: "How firm this result is", "この結果の確かさ";
    action: "Action", "施策";
    gain: "Gain", "効果（点）";
    source: "Source", "出典";
    sources: "Sources", "出典";
    notes: "Notes", "回答者のメモ";
    score: "Score", "得点";
    criterion: "Criterion", "評価項目";
    status: "Status", "判定";
    you_are_here: " (you are here)", "（現在）";
    top_level: "You are on the highest level: keep what is in place, and work on what can still grow.",
        "最高レベルに達しています。基準を達成した項目を維持しながら、まだ伸ばせるところに取り組んでください。";
    nothing_to_do: "No action of this assessment would raise an answer further.",
        "この診断の施策で、さらに上げられる回答はありません。";
    open_at_worst: "Open questions count at their worst here.", "未回答の設問は、最も低い選択肢とみなして計算しています。";
    gain_after_route: "Gain: points that an action adds to the overall score (0 to 100) once the route is done.",
        "効果は、上記のルートを終えたうえでその施策だけを加えたときの、総合得点（100点満点）の上がり幅です。";
    gain_alone: "Gain: points that an action adds to the overall score (0 to 100).",
        "効果は、その施策だけを実施したときの総合得点（100点満点）の上がり幅です。";
    cut: "Scores and gains are cut to one decimal, so gains may add up to a little less than the whole.",
        "得点と効果は小数第2位以下を切り捨てているため、合計が合わないことがあります。";
    not_proven: "The search was cut short: there may be a shorter route.",
        "計算を途中で打ち切ったため、工数がより少ないルートがあるかもしれません。";
}

/// Level 1 of 4: Starter.
pub(in crate::report) fn level_of(lang: Lang, report: &Report) -> String {
    let (number, of, name) = (report.level.number, report.levels.len(), &report.level.name);
    match lang {
        Lang::En => format!("Level {number} of {of}: {name}"),
        Lang::Ja => format!("レベル{number}（全{of}レベル）：{name}"),
    }
}

/// Where open questions leave the level undecided; none where all are answered.
pub(in crate::report) fn possible(lang: Lang, report: &Report) -> Option<String> {
    let open = report.questions.open;
    if open == 0 {
        return None;
    }
    let possible = &report.level.possible_name;
    let undecided = report.level.possible != report.level.id;
    Some(match lang {
        Lang::En if undecided => format!("Possibly {possible}: {} open.", plural(open, "question is", "questions are")),
        Lang::En => format!(
            "{} open; the level is the same however they are answered.",
            plural(open, "question is", "questions are")
        ),
        Lang::Ja if undecided => format!("未回答が{open}問あり、回答しだいで「{possible}」になる可能性があります。"),
        Lang::Ja => format!("未回答が{open}問ありますが、どう回答してもレベルは変わりません。"),
    })
}

/// How many organisations are on this level.
pub(in crate::report) fn share_here(lang: Lang, report: &Report) -> Option<String> {
    let shares = report.benchmarks.iter().filter_map(|benchmark| {
        let share = benchmark.shares.iter().find(|share| share.level == report.level.id)?;
        Some((percent(share.percent), &benchmark.name))
    });
    let shares: Vec<String> = shares
        .map(|(percent, name)| match lang {
            Lang::En => format!("{percent} ({name})"),
            Lang::Ja => format!("{percent}（{name}）"),
        })
        .collect();
    if shares.is_empty() {
        return None;
    }
    Some(match lang {
        Lang::En => format!("Organisations on this level: {}.", shares.join(", ")),
        Lang::Ja => format!("このレベルにある組織の割合：{}", shares.join("、")),
    })
}

/// A share without a needless decimal.
pub(in crate::report) fn percent(share: Score) -> String {
    let text = share.to_string();
    format!("{}%", text.strip_suffix(".0").unwrap_or(&text))
}

/// What stands behind a criterion's score.
pub(in crate::report) fn criterion_status(lang: Lang, criterion: &Criterion) -> String {
    let short = |score: Score| score.short_of(criterion.threshold);
    match (criterion.in_place, criterion.low, criterion.high) {
        (InPlace::Yes, ..) => in_place(lang).to_owned(),
        (InPlace::NotApplicable, ..) | (_, None, _) | (_, _, None) => criterion_not_applicable(lang).to_owned(),
        (InPlace::Open, ..) => match lang {
            Lang::En => format!("open ({})", plural(criterion.open, "question", "questions")),
            Lang::Ja => format!("未確定（未回答{}問）", criterion.open),
        },
        (_, Some(low), Some(high)) if low == high => match lang {
            Lang::En => format!("{} short", short(low)),
            Lang::Ja => format!("あと{}点", short(low)),
        },
        (_, _, Some(high)) => match lang {
            Lang::En => format!("{} short at best", short(high)),
            Lang::Ja => format!("全問最高でもあと{}点", short(high)),
        },
    }
}

/// The heading of the criteria: how many are in place, and from what score, where that is the same for all.
pub(in crate::report) fn criteria_heading(lang: Lang, report: &Report) -> String {
    let count = &report.in_place;
    let have = if count.low == count.high { count.low.to_string() } else { format!("{} to {}", count.low, count.high) };
    let first = report.criteria.first().map(|criterion| criterion.threshold).unwrap_or_default();
    let same = report.criteria.iter().all(|criterion| criterion.threshold == first);
    let from = first.to_string();
    let from = from.strip_suffix(".0").unwrap_or(&from);
    match lang {
        Lang::En if same => format!("Criteria: {have} of {} in place ({from} of 100 or more)", count.applicable),
        Lang::En => format!("Criteria: {have} of {} in place", count.applicable),
        Lang::Ja => {
            let have = have.replace(" to ", "〜");
            let from = if same { format!("（{from}点以上）") } else { String::new() };
            format!("評価項目：{}項目中{have}項目が基準達成{from}", count.applicable)
        }
    }
}

/// What a level asks for and the organisation does not have: "2 criteria in place; you have 1".
fn unmet(lang: Lang, report: &Report, unmet: &Unmet) -> String {
    let criterion = unmet.criterion.as_deref().map_or("", |id| report.criterion_name(id));
    match (lang, unmet.need, unmet.have) {
        (Lang::En, Amount::Count(need), Amount::Count(have)) => {
            format!("{} in place; you have {have}", plural(need, "criterion", "criteria"))
        }
        (Lang::Ja, Amount::Count(need), Amount::Count(have)) => {
            format!("{need}項目の基準達成が必要（現在{have}項目）")
        }
        (Lang::En, need, have) if criterion.is_empty() => {
            format!("an overall score of {need}; you have {have}")
        }
        (Lang::En, need, have) => format!("{need} for “{criterion}”; you have {have}"),
        (Lang::Ja, need, have) if criterion.is_empty() => {
            format!("総合得点{need}点以上が必要（現在{have}点）")
        }
        (Lang::Ja, need, have) => {
            format!("「{criterion}」で{need}点以上が必要（現在{have}点）")
        }
    }
}

/// What a level needs: "Riser needs 4 criteria in place; you have 1."
fn level_needs(lang: Lang, level: &str, needs: &[String]) -> String {
    match lang {
        Lang::En => format!("{level} needs {}.", needs.join(", and ")),
        Lang::Ja => format!("{level}：{}", needs.join("、")),
    }
}

/// What each level above still needs, and what is nearest to being in place.
pub(in crate::report) fn what_holds_back(lang: Lang, report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for level in &report.levels {
        let needs = report.unmet.iter().filter(|unmet| unmet.level == level.id);
        let needs: Vec<String> = needs.map(|need| unmet(lang, report, need)).collect();
        if !needs.is_empty() {
            lines.push(level_needs(lang, &level.name, &needs));
        }
    }
    if !lines.is_empty() {
        lines.extend(closest(lang, report));
    }
    lines
}

/// The criteria that lack least to be in place, nearest first.
fn closest(lang: Lang, report: &Report) -> Option<String> {
    let mut lacking: Vec<_> = report.criteria.iter().filter(|criterion| criterion.in_place != InPlace::Yes).collect();
    // Where questions are open, the distance is not known.
    lacking.retain(|criterion| criterion.low.is_some() && criterion.low == criterion.high);
    lacking.sort_by_key(|criterion| criterion.low.map(|low| low.short_of(criterion.threshold)));
    let list: Vec<String> = lacking
        .into_iter()
        .take(3)
        .filter_map(|criterion| Some((&criterion.name, criterion.low?.short_of(criterion.threshold))))
        .map(|(name, short)| match lang {
            Lang::En => format!("{name} ({short} short)"),
            Lang::Ja => format!("{name}（あと{short}点）"),
        })
        .collect();
    if list.is_empty() {
        return None;
    }
    Some(match lang {
        Lang::En => format!("Closest to being in place: {}.", list.join(", ")),
        Lang::Ja => format!("基準達成に最も近い項目：{}", list.join("、")),
    })
}

/// The heading of the route.
pub(in crate::report) fn route_heading(lang: Lang, report: &Report, route: &Route) -> String {
    let Some(effort) = route.effort else {
        let to = route.to_name.as_deref().unwrap_or_default();
        return match lang {
            Lang::En => format!("No route to {to}"),
            Lang::Ja => format!("{to}に届くルートはありません"),
        };
    };
    let (count, unit) = (route.actions.len(), &report.effort_unit);
    match (lang, &route.to_name, route.budget) {
        (Lang::En, Some(to), _) => {
            format!("Shortest route to {to}: {}, {effort} {unit}", plural(count, "action", "actions"))
        }
        (Lang::Ja, Some(to), _) => format!("{to}への最短ルート：施策{count}件、工数{effort}{unit}"),
        (Lang::En, None, budget) => format!(
            "The most for {} {unit}: {}, {effort} {unit}",
            budget.unwrap_or_default(),
            plural(count, "action", "actions")
        ),
        (Lang::Ja, None, budget) => {
            format!(
                "工数{}{unit}以内で得られる最大の効果：施策{count}件、工数{effort}{unit}",
                budget.unwrap_or_default()
            )
        }
    }
}

/// What the route achieves.
pub(in crate::report) fn route_result(lang: Lang, report: &Report, route: &Route) -> Option<String> {
    let (level, overall) = (route.level_after.as_ref()?, route.overall_after?);
    let names: Vec<&str> = route.brings_in_place.iter().map(|id| report.criterion_name(id)).collect();
    let from = report.overall.low;
    Some(match lang {
        Lang::En if names.is_empty() => format!("Overall {from} → {overall}, {}.", level.name),
        Lang::En => format!("Overall {from} → {overall}, {}. Brings into place: {}.", level.name, names.join(", ")),
        Lang::Ja if names.is_empty() => format!("総合得点：{from} → {overall}（{}）。", level.name),
        Lang::Ja => {
            format!("総合得点：{from} → {overall}（{}）。新たに基準を達成する項目：{}。", level.name, names.join("、"))
        }
    })
}

/// What no action can meet.
pub(in crate::report) fn blocked(lang: Lang, report: &Report, route: &Route) -> String {
    let needs: Vec<String> = route.blocked_by.iter().map(|need| unmet(lang, report, need)).collect();
    match lang {
        Lang::En => format!("Even with every action that is left, this is missing: {}.", needs.join("; ")),
        Lang::Ja => format!("残る施策をすべて実施しても、次の条件を満たせません：{}", needs.join("、")),
    }
}

/// The head of the column of efforts.
pub(in crate::report) fn effort_head(lang: Lang, report: &Report) -> String {
    match lang {
        Lang::En => "Effort".to_owned(),
        Lang::Ja => format!("工数（{}）", report.effort_unit),
    }
}

/// An effort with its unit.
pub(in crate::report) fn effort_of(lang: Lang, report: &Report, effort: u32) -> String {
    match lang {
        Lang::En => format!("{effort} {}", report.effort_unit),
        Lang::Ja => format!("{effort}{}", report.effort_unit),
    }
}

/// The level aimed for is attained already.
pub(in crate::report) fn attained(lang: Lang, level: &str) -> String {
    match lang {
        Lang::En => format!("{level} is attained already."),
        Lang::Ja => format!("{level}にはすでに達しています。"),
    }
}

/// A gain, with a sign.
pub(in crate::report) fn gain_of(gain: Score) -> String {
    if gain == Score::ZERO { "–".to_owned() } else { format!("+{gain}") }
}

/// A gain in points.
pub(in crate::report) fn points(lang: Lang, gain: Score) -> String {
    match lang {
        Lang::En if gain == Score::ZERO => "no points by itself".to_owned(),
        Lang::Ja if gain == Score::ZERO => "単独では得点は変わらず".to_owned(),
        Lang::En => format!("{} points", gain_of(gain)),
        Lang::Ja => format!("{}点", gain_of(gain)),
    }
}

/// The criteria that an action brings into place; none if it brings none.
pub(in crate::report) fn brings(lang: Lang, report: &Report, ids: &[String]) -> Option<String> {
    let names: Vec<&str> = ids.iter().map(|id| report.criterion_name(id)).collect();
    if names.is_empty() {
        return None;
    }
    Some(match lang {
        Lang::En => format!("brings into place: {}", names.join(", ")),
        Lang::Ja => format!("基準達成：{}", names.join("、")),
    })
}

/// Where to look closer, if anywhere.
pub(in crate::report) fn closer(lang: Lang, report: &Report) -> Option<String> {
    let one = |closer: &Closer| match lang {
        Lang::En => format!("cxm assess {} ({})", closer.assessment, closer.at.join(", ")),
        Lang::Ja => format!("cxm assess {}（{}）", closer.assessment, closer.at.join("、")),
    };
    let list: Vec<String> = report.closer.iter().map(one).collect();
    (!list.is_empty()).then(|| match lang {
        Lang::En => format!("For a closer look: {}.", list.join("; ")),
        Lang::Ja => format!("さらに詳しい診断：{}", list.join("、")),
    })
}

/// How firm the level is, and what n/a has done to it.
pub(in crate::report) fn firm(lang: Lang, report: &Report) -> Vec<String> {
    let name = &report.level.name;
    let mut lines = Vec::new();
    if let Some(drops) = report.drops_to_lose_level {
        lines.push(match lang {
            Lang::En if drops == 1 => format!("{name} can be lost when a single answer drops by one option."),
            Lang::En => format!("{name} can be lost when answers drop by {drops} options in all."),
            Lang::Ja if drops == 1 => format!("1つの回答が1段階下がるだけで、{name}ではなくなる場合があります。"),
            Lang::Ja => format!("回答が合わせて{drops}段階下がると、{name}ではなくなる場合があります。"),
        });
    }
    if report.questions.not_applicable > 0 {
        let count = report.questions.not_applicable;
        let strict = &report.level_without_not_applicable;
        let same = strict.id == report.level.id;
        lines.push(match lang {
            Lang::En if same => format!(
                "{} answered n/a; had the worst option been chosen instead, the level would be the same.",
                plural(count, "question was", "questions were")
            ),
            Lang::En => format!(
                "{} answered n/a; had the worst option been chosen instead, the level would be {}.",
                plural(count, "question was", "questions were"),
                strict.name
            ),
            Lang::Ja if same => {
                format!("「該当なし」が{count}問あります。最も低い選択肢とみなしてもレベルは変わりません。")
            }
            Lang::Ja => format!(
                "「該当なし」が{count}問あります。最も低い選択肢とみなすと、レベルは{}になります。",
                strict.name
            ),
        });
    }
    lines
}

/// How many priorities are not shown.
pub(in crate::report) fn left_out(lang: Lang, report: &Report) -> Option<String> {
    let count = report.priorities_left_out;
    if count == 0 {
        return None;
    }
    Some(match lang {
        Lang::En => format!("{} not shown: see them all with --top all.", plural(count, "action is", "actions are")),
        Lang::Ja => format!("ほか{count}件（--top all ですべて表示）"),
    })
}

/// What scored this.
pub(in crate::report) fn scored_by(lang: Lang, assessment: &Assessment) -> String {
    let digest = assessment.digest.get(..15).unwrap_or(&assessment.digest);
    match lang {
        Lang::En => format!("Scored by {} {} ({digest}).", assessment.id, assessment.version),
        Lang::Ja => format!("診断：{} {}（{digest}）", assessment.id, assessment.version),
    }
}

/// Where there is more to see.
pub(in crate::report) fn more(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "For the steps of every action: cxm plan FILE. For a document to share: cxm score FILE -f markdown."
        }
        Lang::Ja => "各施策の進め方は cxm plan FILE、共有用の文書は cxm score FILE -f markdown で出力できます。",
    }
}

/// A score, or from which to which where that is open.
pub(in crate::report) fn range(low: Score, high: Score) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

/// A value, or a dash where there is none.
pub(in crate::report) fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// A label and what it labels.
pub(in crate::report) fn labelled(lang: Lang, label: &str, value: &str) -> String {
    match lang {
        Lang::En => format!("{label}: {value}"),
        Lang::Ja => format!("{label}：{value}"),
    }
}

/// Items of a list.
pub(in crate::report) fn listed(lang: Lang, items: &[String]) -> String {
    items.join(match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    })
}

/// What a key of the metadata means, for the keys that are known.
pub(in crate::report) fn metadata_key(lang: Lang, key: &str) -> &str {
    match (lang, key) {
        (Lang::En, "organisation" | "organization") => "Organisation",
        (Lang::Ja, "organisation" | "organization") => "組織",
        (Lang::En, "respondent") => "Respondent",
        (Lang::Ja, "respondent") => "回答者",
        (Lang::En, "date") => "Date",
        (Lang::Ja, "date") => "回答日",
        (Lang::En, "segment") => "Segment",
        (Lang::Ja, "segment") => "区分",
        (_, key) => key,
    }
}

/// Remarks, one after another.
pub(in crate::report) fn joined(lang: Lang, remarks: &[String]) -> String {
    remarks.join(match lang {
        Lang::En => " ",
        Lang::Ja => "",
    })
}

/// What gains mean: on top of the route, if there is one.
pub(in crate::report) fn gains(lang: Lang, report: &Report) -> String {
    let on_route = report.priorities.iter().any(|priority| priority.on_route);
    let meaning = if on_route { gain_after_route(lang) } else { gain_alone(lang) };
    joined(lang, &[meaning.to_owned(), cut(lang).to_owned()])
}

/// The questions that are open, by id, so that they can be found in the answer file.
pub(in crate::report) fn open_questions(lang: Lang, report: &Report) -> Option<String> {
    /// The most ids that are listed.
    const MOST: usize = 12;
    let ids = &report.open_questions;
    if ids.is_empty() {
        return None;
    }
    let shown = listed(lang, ids.get(..MOST).unwrap_or(ids));
    let more = ids.len().saturating_sub(MOST);
    Some(match lang {
        Lang::En if more > 0 => format!("Open: {shown} and {more} more."),
        Lang::En => format!("Open: {shown}."),
        Lang::Ja if more > 0 => format!("未回答：{shown}ほか{more}問"),
        Lang::Ja => format!("未回答：{shown}"),
    })
}

/// What the answer set says of the plan, a line for each kind.
pub(in crate::report) fn own_plan(lang: Lang, report: &Report) -> Vec<String> {
    let own = &report.own_plan;
    let kinds = match lang {
        Lang::En => {
            [("Done already", &own.done), ("Out of the question", &own.excluded), ("Your own effort", &own.effort)]
        }
        Lang::Ja => [("実施済み", &own.done), ("対象外", &own.excluded), ("工数を自社で見積もり", &own.effort)],
    };
    let lines = kinds.into_iter().filter(|(_, actions)| !actions.is_empty()).map(|(kind, actions)| {
        let names: Vec<String> = actions.iter().map(|action| action.name.clone()).collect();
        labelled(lang, kind, &listed(lang, &names))
    });
    lines.collect()
}

/// The actions that must be done first and are not on the route.
pub(in crate::report) fn after(lang: Lang, report: &Report, priority: &super::model::Priority) -> Option<String> {
    let first = report.priorities.iter().filter(|other| !other.on_route && priority.after.contains(&other.action));
    let titles: Vec<String> = first.map(|other| other.title.clone()).collect();
    if titles.is_empty() {
        return None;
    }
    Some(labelled(
        lang,
        match lang {
            Lang::En => "after",
            Lang::Ja => "先に実施",
        },
        &listed(lang, &titles),
    ))
}
