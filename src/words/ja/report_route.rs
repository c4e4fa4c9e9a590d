//! The route and the priorities, in Japanese.

use std::fmt::Display;

use crate::exact::{Effort, Score};

texts! {
    ReportRoute for Ja;

    top_level: "最高レベルに達しています。基準を達成した項目を維持しながら、まだ伸ばせるところに取り組んでください。";
    nothing_to_do: "この診断の施策で、さらに上げられる回答はありません。";
    open_at_worst: "未回答の設問は、最も低い選択肢とみなして計算しています。";
    not_settled: "計算を途中で打ち切ったため、同じ工数で総合得点がより高くなるルートがあるかもしれません。";
    not_proven(route: &str, least: Effort, effort: &str): "{route}（最短とは確認できていません。最短ルートの工数は{least}〜{effort}です）";
    not_proven_most(route: &str, overall: Score, most: Score): "{route}（最大とは確認できていません。得られる総合得点は最大で{overall}〜{most}です）";
    between(least: Effort, effort: &str): "{least}〜{effort}";
    gain_after_route: "効果は、上記のルートを終えたうえでその施策だけを加えたときの、総合得点（100点満点）の上がり幅です。";
    gain_alone: "効果は、その施策だけを実施したときの総合得点（100点満点）の上がり幅です。";
    cut: "得点と効果は小数第2位以下を切り捨てているため、合計が合わないことがあります。";
    attained(level: &str): "{level}にはすでに達しています。";
    in_place_already(criteria: &str): "すでに基準を達成しています：{criteria}。";
    criteria_do_not_apply(criteria: &str): "この組織には該当しません：{criteria}。";
    no_route(level: &str): "{level}に届くルートはありません";
    blocked(needs: &str): "残る施策をすべて実施しても、次の条件を満たせません：{needs}";
    route_to(level: &str, count: usize, effort: &str): "{level}への最短ルート：施策{count}件、工数{effort}";
    some_route_to(level: &str, count: usize, effort: &str): "{level}へのルート：施策{count}件、工数{effort}";
    some_route_within(budget: &str, count: usize, effort: &str): "工数{budget}以内のルート：施策{count}件、工数{effort}";
    criteria_brought(criteria: &str): "{criteria}の基準達成";
    route_ends(count: usize, effort: &str): "見つかった課題を解消するルート：施策{count}件、工数{effort}";
    route_within(budget: &str, count: usize, effort: &str): "工数{budget}以内で得られる最大の効果：施策{count}件、工数{effort}";
    route_result(from: Score, to: Score, level: &str): "総合得点：{from} → {to}（{level}）。";
    route_brings(criteria: &str): "新たに基準を達成する項目：{criteria}。";
    in_actions(count: usize): "施策{count}件";
    phase(number: usize): "フェーズ{number}";
    phase_effort(effort: &str, start: Effort, end: Effort): "工数{effort}（累計{start}〜{end}）";
    phase_result(overall: Score): "このフェーズの後：総合得点{overall}";
    effort_in(unit: &str): "工数（{unit}）";
    effort_of(effort: Effort, unit: &str): "{effort}{unit}";
    points_more(gain: &str): "{gain}点";
    no_points: "単独では得点は変わらず";
    brings(criteria: &str): "基準達成：{criteria}";
    after: "先に実施";
    todo: "未着手";
    todo_on_route(number: usize): "次 {number}.";
    done_now: "実施済み";
    excluded_now: "対象外";
    actions_not_listed(count: usize): "ほか{count}件は表示していません。もう回答を上げない、この組織向けではない、または対象外の施策の後に続くものです。";
    doing: "実施中";
    doing_now: "実施中";
    owned_by(owner: &str): "担当：{owner}";
    due_on(day: &dyn Display): "期限：{day}";
    own_estimate(effort: &str, by_definition: &str): "{effort}（自社の見積もり、診断では{by_definition}）";
    done: "実施済み";
    excluded: "対象外";
    own_effort: "工数を自社で見積もり";
    estimated: "工数は自社の見積もり";
    left_out(count: usize): "ほか{count}件（--top all ですべて表示）";
    closer(assessments: &str): "さらに詳しい診断：{assessments}";
    how_to_plan_it: "その計画：cxm plan FILE --only level";
    more: "各施策の進め方は cxm plan FILE、共有用の文書は cxm score FILE -f markdown で出力できます。";
}
