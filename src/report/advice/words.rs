//! What is said of challenges, of where to start, and of whom the plan is for.

use crate::text::texts;

texts! {
    challenges: "What must be answered first", "先に解消すべき課題";
    possibly: "possibly", "可能性あり";
    shown_by: "Shown by", "根拠となる回答";
    opens: "Decided by", "判断に必要な設問";
    nothing_ends: "No action of this plan ends it.", "この計画の施策では解消されません。";
    start_here: "Start here", "まず取り組むこと";
    then: "Then", "続いて取り組むこと";
    ends(challenges: &str): "ends: {challenges}", "解消する課題：{challenges}";
    prepares(challenges: &str): "must come before what ends: {challenges}", "次の課題の解消に先立って必要：{challenges}";
    most_for_effort: "the most gain for its effort among what is left", "残る施策の中で工数あたりの効果が最も大きい";
    must_come_first: "others on the route need it first", "ルート上のほかの施策の前提となる";
    route_ends_and_to(level: &str, count: usize, effort: &str):
        [count; "Route that ends the challenges and leads to {level}: {count} action, {effort}",
            "Route that ends the challenges and leads to {level}: {count} actions, {effort}"],
        "課題を解消し、{level}に届くルート：施策{count}件、工数{effort}";
    route_ends_some_and_to(ended: usize, all: usize, level: &str, count: usize, effort: &str):
        [count; "Route that ends {ended} of {all} challenges and leads to {level}: {count} action, {effort}",
            "Route that ends {ended} of {all} challenges and leads to {level}: {count} actions, {effort}"],
        "課題{all}件中{ended}件を解消し、{level}に届くルート：施策{count}件、工数{effort}";
    level_alone(level: &str, count: usize, effort: &str):
        [count; "The level alone, without the challenges: {count} action, {effort} (cxm plan FILE --only level).",
            "The level alone, without the challenges: {count} actions, {effort} (cxm plan FILE --only level)."],
        "課題への対応を除き、{level}に届くだけなら施策{count}件、工数{effort}です（cxm plan FILE --only level）。";
    left_behind(criterion: &str):
        "{criterion} stays far below the rest, and nothing on this route raises it.",
        "「{criterion}」はほかの項目を大きく下回ったままで、このルートの施策では上がりません。";
    profile: "About the organisation", "組織のプロフィール";
    told(fact: &str, options: &str): "{fact} {options}", "{fact}　{options}";
    untold_head: "Not told yet", "プロフィールの未回答";
    not_told(fact: &str, decides: &str): "{fact} It decides {decides}; until then all of it counts.",
        "{fact}　回答によって{decides}が変わります。未回答の間はすべて対象として扱います。";
    decides_questions(count: usize): [count; "{count} question", "{count} questions"], "設問{count}件";
    decides_actions(count: usize): [count; "{count} action", "{count} actions"], "施策{count}件";
    among_others(actions: &str): "{actions}; …", "{actions} など";
    decides_challenges(count: usize): [count; "{count} challenge", "{count} challenges"], "課題{count}件";
    decides_steps(count: usize): [count; "{count} step of actions", "{count} steps of actions"], "施策の手順{count}件";
    decides_benchmarks(count: usize): [count; "{count} comparison with others", "{count} comparisons with others"], "他組織との比較{count}件";
    decides_efforts(assumed: &str): "efforts (now those for: {assumed})", "工数（現在は「{assumed}」として計算）";
    left_out_since(because: &str, actions: &str): "{because} – {actions}", "{because}…{actions}";
    unfit: "Left out, as it does not fit this organisation", "この組織には当てはまらない施策";
}
