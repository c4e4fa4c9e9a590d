//! The route and the priorities.

use crate::exact::{Effort, Score};
use crate::text::{Lang, texts};

texts! {
    top_level: "You are on the highest level: keep what is in place, and work on what can still grow.",
        "最高レベルに達しています。基準を達成した項目を維持しながら、まだ伸ばせるところに取り組んでください。";
    nothing_to_do: "No action of this assessment would raise an answer further.",
        "この診断の施策で、さらに上げられる回答はありません。";
    open_at_worst: "Open questions count at their worst here.", "未回答の設問は、最も低い選択肢とみなして計算しています。";
    not_settled: "Another route of the same effort may bring a higher overall score: the search was cut short.",
        "計算を途中で打ち切ったため、同じ工数で総合得点がより高くなるルートがあるかもしれません。";
    not_proven(route: &str, least: Effort, effort: &str):
        "{route}; not proven to be the shortest, which takes {least} to {effort}",
        "{route}（最短とは確認できていません。最短ルートの工数は{least}〜{effort}です）";
    not_proven_most(route: &str, overall: Score, most: Score):
        "{route}; not proven to be the most, which is an overall score of {overall} to {most}",
        "{route}（最大とは確認できていません。得られる総合得点は最大で{overall}〜{most}です）";
    between(least: Effort, effort: &str): "{least} to {effort}", "{least}〜{effort}";
    gain_after_route: "Gain: points that an action adds to the overall score (0 to 100) once the route is done.",
        "効果は、上記のルートを終えたうえでその施策だけを加えたときの、総合得点（100点満点）の上がり幅です。";
    gain_alone: "Gain: points that an action adds to the overall score (0 to 100).",
        "効果は、その施策だけを実施したときの総合得点（100点満点）の上がり幅です。";
    cut: "Scores and gains are cut to one decimal, so gains may add up to a little less than the whole.",
        "得点と効果は小数第2位以下を切り捨てているため、合計が合わないことがあります。";
    attained(level: &str): "{level} is attained already.", "{level}にはすでに達しています。";
    in_place_already(criteria: &str): "In place already: {criteria}.", "すでに基準を達成しています：{criteria}。";
    criteria_do_not_apply(criteria: &str): "Does not apply to this organisation: {criteria}.",
        "この組織には該当しません：{criteria}。";
    no_route(level: &str): "No route to {level}", "{level}に届くルートはありません";
    blocked(needs: &str):
        "Even with every action that is left, this is missing: {needs}.",
        "残る施策をすべて実施しても、次の条件を満たせません：{needs}";
    route_to(level: &str, count: usize, effort: &str):
        [count; "Shortest route to {level}: {count} action, {effort}",
            "Shortest route to {level}: {count} actions, {effort}"],
        "{level}への最短ルート：施策{count}件、工数{effort}";
    some_route_to(level: &str, count: usize, effort: &str):
        [count; "Route to {level}: {count} action, {effort}", "Route to {level}: {count} actions, {effort}"],
        "{level}へのルート：施策{count}件、工数{effort}";
    some_route_within(budget: &str, count: usize, effort: &str):
        [count; "Route for {budget}: {count} action, {effort}", "Route for {budget}: {count} actions, {effort}"],
        "工数{budget}以内のルート：施策{count}件、工数{effort}";
    criteria_brought(criteria: &str): "{criteria} in place", "{criteria}の基準達成";
    route_ends(count: usize, effort: &str):
        [count; "To end the challenges found: {count} action, {effort}",
            "To end the challenges found: {count} actions, {effort}"],
        "見つかった課題を解消するルート：施策{count}件、工数{effort}";
    route_within(budget: &str, count: usize, effort: &str):
        [count; "The most for {budget}: {count} action, {effort}",
            "The most for {budget}: {count} actions, {effort}"],
        "工数{budget}以内で得られる最大の効果：施策{count}件、工数{effort}";
    route_result(from: Score, to: Score, level: &str): "Overall {from} → {to}, {level}.", "総合得点：{from} → {to}（{level}）。";
    route_brings(criteria: &str): "Brings into place: {criteria}.", "新たに基準を達成する項目：{criteria}。";
    in_actions(count: usize): [count; "in {count} action", "in {count} actions"], "施策{count}件";
    phase(number: usize): "Phase {number}", "フェーズ{number}";
    phase_effort(effort: &str, start: Effort, end: Effort): "{effort} ({start} to {end} of the route)", "工数{effort}（累計{start}〜{end}）";
    phase_result(overall: Score): "After this phase: overall {overall}", "このフェーズの後：総合得点{overall}";
    effort_in(unit: &str): "Effort", "工数（{unit}）";
    effort_of(effort: Effort, unit: &str): "{effort} {unit}", "{effort}{unit}";
    points_more(gain: &str): "{gain} points", "{gain}点";
    no_points: "no points by itself", "単独では得点は変わらず";
    brings(criteria: &str): "brings into place: {criteria}", "基準達成：{criteria}";
    after: "after", "先に実施";
    done: "Done already", "実施済み";
    excluded: "Out of the question", "対象外";
    own_effort: "Your own effort", "工数を自社で見積もり";
    left_out(count: usize):
        [count; "{count} action is not shown: see them all with --top all.",
            "{count} actions are not shown: see them all with --top all."],
        "ほか{count}件（--top all ですべて表示）";
    closer(assessments: &str): "For a closer look: {assessments}.", "さらに詳しい診断：{assessments}";
    more:
        "For the steps of every action: cxm plan FILE. For a document to share: cxm score FILE -f markdown.",
        "各施策の進め方は cxm plan FILE、共有用の文書は cxm score FILE -f markdown で出力できます。";
}

/// An effort with its unit, of which the plural is given in `language`; in English, one of it is singular.
pub(crate) fn effort_in_units(lang: Lang, effort: Effort, unit: &str, language: &str) -> String {
    let english = language.split('-').next() == Some("en");
    let one = unit.strip_suffix('s').filter(|_| english && effort == Effort::whole(1));
    effort_of(lang, effort, one.unwrap_or(unit))
}
