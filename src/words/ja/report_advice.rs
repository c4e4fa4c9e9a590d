//! What is said of challenges, of where to start, and of whom the plan is for, in Japanese.

texts! {
    ReportAdvice for Ja;

    challenges: "先に解消すべき課題";
    possibly: "可能性あり";
    shown_by: "根拠となる回答";
    opens: "判断に必要な設問";
    nothing_ends: "この計画の施策では解消されません。";
    ends_none: "この計画では、いずれも解消されません。";
    too_little(action: &str, effort: &str): "この工数で実施できる施策はありません。点数が上がる施策のうち最も工数が少ないのは「{action}」で、{effort}です。";
    nothing_left: "単独で点数を上げる施策は残っていません。";
    start_here: "まず取り組むこと";
    then: "続いて取り組むこと";
    ends(challenges: &str): "解消する課題：{challenges}";
    prepares(challenges: &str): "次の課題の解消に先立って必要：{challenges}";
    most_for_effort: "残る施策の中で工数あたりの効果が最も大きい";
    must_come_first: "ルート上のほかの施策の前提となる";
    route_ends_and_to(level: &str, count: usize, effort: &str): "課題を解消し、{level}に届くルート：施策{count}件、工数{effort}";
    route_ends_some_and_to(ended: usize, all: usize, level: &str, count: usize, effort: &str):
        "課題{all}件中{ended}件を解消し、{level}に届くルート：施策{count}件、工数{effort}";
    level_alone(level: &str, count: usize, effort: &str):
        "課題への対応を除き、{level}に届くだけなら施策{count}件、工数{effort}です。";
    left_behind(criterion: &str): "「{criterion}」はほかの項目を大きく下回ったままで、このルートの施策では上がりません。";
    profile: "組織のプロフィール";
    told(fact: &str, options: &str): "{fact}　{options}";
    untold_head: "プロフィールの未回答";
    not_told(fact: &str, decides: &str): "{fact}　回答によって{decides}が変わります。未回答の間はすべて対象として扱います。";
    decides_questions(count: usize): "設問{count}件";
    decides_actions(count: usize): "施策{count}件";
    and_more(challenges: &str, count: usize): "{challenges}、ほか{count}件";
    among_others(actions: &str): "{actions} など";
    decides_challenges(count: usize): "課題{count}件";
    decides_steps(count: usize): "施策の手順{count}件";
    decides_benchmarks(count: usize): "他組織との比較{count}件";
    decides_efforts(assumed: &str): "工数（現在は「{assumed}」として計算）";
    left_out_since(because: &str, actions: &str): "{because}…{actions}";
    unfit: "この組織には当てはまらない施策";
}
