//! What is found of worked examples, and what levels ask for, in Japanese.

use crate::exact::{Effort, Score};

texts! {
    CheckCases for Ja;

    // Reading them.
    a_case: "計算例";
    expect: "`expect`";
    all_not_applicable: "すべての設問が「該当なし」です";
    matches_no_question(key: &str): "`{key}`に当てはまる設問はありません";
    how_to_match: "設問のid、`評価項目のid.*`、`*`のいずれかを書いてください";
    expects_nothing: "`expect`が空なので、何も確かめられません";
    say_what_comes_out: "level = \"low\" のように、期待する結果を書いてください";

    // What comes out otherwise.
    in_this_case: "この計算例";
    undecided_gain: "判定できません：同じ工数で効果のより高いルートがないかどうか";
    undecided_shortest(least: Effort, effort: Effort):
        "判定できません：これが最短ルートかどうか（最短でも工数{least}、これは{effort}）";
    fewer_routes: "ルートを期待する計算例を減らすか、同じ工数の施策を減らすか、`undecided`を許可してください";
    is_not(key: &str, actual: &str, expected: &str): "`{key}`の計算結果は`{actual}`ですが、計算例には`{expected}`とあります";
    none: "なし";
    open: "未回答";
    not_applicable: "該当なし";
    of_points(points: u32): "{points}点";
    mend_case(key: &str, actual: &str):
        "計算結果が正しければ、計算例に`{key} = {actual}`と書いてください。正しくなければ、計算例の回答、選択肢の点数、条件の値を確かめてください";
    criteria_score(scores: &str): "各評価項目の得点：{scores}";
    all_holds(level: &str): "`{level}`の条件はすべて満たしています";
    asks_for(level: &str, missing: &str): "`{level}`の条件を満たしていません：{missing}";
    asks_for_at_least(level: &str, points: u32, question: &str, answer: &str):
        "`{level}`には`{question}`で{points}点以上が必要です（現在は{answer}）";
    no_question_of_a_level(criterion: &str): "`{criterion}`には、レベルに属する設問で対象になるものがありません";
    all_up_to(level: &str): "設問は`{level}`までのレベルの条件をすべて満たしています";
    has_no_level(criterion: &str, expected: &str): "`{criterion}`には項目ごとのレベルがなく、`{expected}`にはなりません";
    level_is_not(criterion: &str, actual: &str, expected: &str):
        "`{criterion}`のレベルの計算結果は`{actual}`ですが、計算例には`{expected}`とあります";
    in_place_from(criterion: &str, score: &str, from: Score): "`{criterion}`の得点は{score}で、{from}点以上で基準達成です";
    none_for_profile(challenge: &str): "`{challenge}`は、この`profile`の組織の課題ではありません";
    at_most(question: &str, points: u32, answer: &str): "`{question}`が{points}点以下（現在は{answer}）";
    found_where(challenge: &str, when: &str): "`{challenge}`が見つかる条件：{when}";
    do_not_reach(level: &str): "すべての施策を実施しても`{level}`に届きません";
    shortest_route(level: &str, effort: Effort, instead: &str):
        "`{level}`に届く最短のルートの工数は{effort}です。{instead}";
    a_route(level: &str, effort: Effort, instead: &str): "`{level}`には工数{effort}のルートで届きます。{instead}";
    expected_take(effort: Effort): "期待する施策の工数は{effort}です";
    expected_lack_one: "期待する施策には、先に実施すべき施策が含まれていません";
    expected_do_not_lead: "期待する施策では届きません";
    expected_do_not_end: "期待する施策では、見つかった課題がすべては解消されません";
    no_level_above: "これより上のレベルはありません";

    // What levels ask for, and what there is of it.
    one_in_place_and_none: "1項目の基準達成が必要（現在0項目）";
    in_place_and(need: usize, have: &str): "{need}項目の基準達成が必要（現在{have}項目）";
    overall_and(need: Score, have: &str): "総合得点{need}点以上が必要（現在{have}点）";
    in_criterion_and(need: Score, criterion: &str, have: &str): "`{criterion}`で{need}点以上が必要（現在{have}点）";
    in_questions_and(need: Score, level: &str, have: &str, all: &str):
        "`{level}`の設問{all}問すべてで{need}点以上が必要（現在{have}問）";
    in_place(count: usize): "{count}項目の基準達成";
    overall(score: Score): "総合得点{score}点以上";
    in_every_criterion(score: Score): "すべての評価項目で{score}点以上";
    in_criterion(score: Score, criterion: &str): "`{criterion}`で{score}点以上";
    in_every_question(score: Score): "属する設問すべてで{score}点以上";
    scores(criterion: &str, score: Score): "`{criterion}` {score}点";
    does_not_apply(criterion: &str): "`{criterion}`該当なし";
    and_others(scores: &str): "{scores}…";
    comma: "、";
    semicolon: "、";
}
