//! What a changed definition does to answer sets, in Japanese.

use crate::exact::{Effort, Score};

texts! {
    Impact for Ja;

    // In a sentence.
    answer_sets(count: usize): "回答{count}件";
    change_level(count: usize): "レベルが変わるものが{count}件";
    change_score(count: usize): "得点が変わるものが{count}件";
    change_route(count: usize): "ルートが変わるものが{count}件";
    change_effort(count: usize): "工数が変わるものが{count}件";
    change_challenges(count: usize): "見つかる課題が変わるものが{count}件";
    change_meaning(count: usize): "意味の変わる回答を含むものが{count}件";
    lose_answers(count: usize): "失われる回答を含むものが{count}件";
    list(rest: &str, last: &str): "{rest}、{last}";
    of_sets(sets: &str, parts: &str): "{sets}のうち、{parts}あります。";
    none_changes(sets: &str): "{sets}に変化はありません。";
    only_reports_change(sets: &str): "{sets}に変化はありません。変わるのはレポートの表示だけです。";
    no_set_and_no_change: "回答は指定されていません。定義にも変更はありません。";
    no_set: "回答は指定されていません。定義の変更点は次のとおりです。";
    refused(version: &str):
        "バージョン{version}はメジャーバージョンが異なり、点数の意味が変わっている可能性があるため、これらの回答は受け付けられません。\
        以下は、--accept-version を指定し、点数の意味が変わっていないものとして計算した結果です。";

    // Headings.
    versions(before: &str, after: &str): "{before} → {after}";
    meaning_of_none: "意味の変わる選択肢や設問（これまでの回答に該当なし）";
    meaning: "意味の変わる回答";
    no_place: "失われる回答";
    definition_changes: "定義の変更点";
    reports_change: "レポートの表示の変更点";
    levels: "変更前のレベル（行）と変更後のレベル（列）";
    who_changes: "変化のある回答";
    more_sets(count: usize): "ほか{count}件（-f json ですべて表示）";
    more(count: usize): "ほか{count}件";

    // What changes in the definition.
    between: "／";
    heading(table: &str, key: &str): "{table}の{key}";
    heading_in(table: &str, key: &str, language: &str): "{table}の{key}（{language}）";
    key(key: &str): [of key;
        "order of levels" "levelsの順序",
        "order of profile" "profileの順序",
        "order of criteria" "criteriaの順序",
        "order of questions" "questionsの順序",
        "order of challenges" "challengesの順序",
        "order of actions" "actionsの順序",
        "order of options" "optionsの順序",
        "order of sources" "sourcesの順序",
        "order of pillars" "pillarsの順序",
        "order of groups" "groupsの順序",
        "order of benchmarks" "benchmarksの順序",
        other "{key}",
    ];
    quoted(text: &str): "「{text}」";
    value_changed(what: &str, before: &str, after: &str): "{what} {before} → {after}";
    value_gone(what: &str, before: &str): "{what} {before}を削除";
    value_new(what: &str, after: &str): "{what} {after}を追加";
    renamed(table: &str, list: &str): "{table}の改名：{list}";
    removed(table: &str, list: &str): "{table}の削除：{list}";
    added(table: &str, list: &str): "{table}の追加：{list}";
    is_now(from: &str, to: &str): "{from} → {to}";
    perhaps_renamed(from: &str, to: &str, table: &str):
        "{from}と{to}は同じ文章です。改名であれば、[renames.{table}]に`{from} = \"{to}\"`と書いてください";
    perhaps_repointed(question: &str, points: &str, version: &str):
        "{question}の選択肢の点数が変わっています。選択肢の意味が以前と同じであれば、[renames.points.{question}]に`{points}`と \
        `before = \"{version}\"`を書いてください";
    perhaps_repointed_next(question: &str, points: &str):
        "{question}の選択肢の点数が変わっています。選択肢の意味が以前と同じであれば、バージョンを上げ、[renames.points.{question}]に \
        `{points}`と、`before`に新しいバージョンを書いてください";
    another_action(ids: &str):
        "{ids}は、以前と共通するところがありません。別の施策には別のIDを付けてください。記録された進捗が別の施策のものになるのを防げます";
    scored_all_the_same: "メジャーバージョンを上げないかぎり、これらの回答はそのまま採点されます";
    renames: "以前のバージョンについての[renames]の記述";

    // Answers that there is no place for.
    question_gone(id: &str, count: usize): "{id}が削除され、{count}件の回答からその答えが失われます";
    action_gone(id: &str, count: usize): "{id}が削除されています。{count}件の回答がこれを実施済み、対象外、または工数の変更ありとしているため、そのままでは受け付けられません";
    fact_gone(id: &str, count: usize): "{id}が削除され、{count}件の回答からその内容が失われます";
    merged(id: &str, count: usize): "{id}は別の設問に統合されましたが、{count}件の回答では統合先にも答えがあるため、元の答えが失われます";
    read_otherwise(id: &str, count: usize): "{id}は、以前のバージョンに対する{count}件の回答で、これまでとは違う読み方になります。[renames]の記述が変わったためです";
    no_points(id: &str, count: usize): "{id}には、{count}件の回答が選んだ点数の選択肢がありません。未回答とみなします";
    option_gone(id: &str, count: usize): "{id}では、{count}件の回答が選んだ選択肢が削除されています。未回答とみなします";
    not_applicable(id: &str, count: usize): "{id}には「該当なし」と答えられなくなりました。{count}件の回答で未回答とみなします";
    told_option_gone(id: &str, count: usize): "{id}では、{count}件の回答が選んだ選択肢が削除されています。選んでいないものとみなします";
    one_option(id: &str, count: usize): "{id}で選べるのは1つだけになりました。複数選んでいる{count}件の回答では未回答とみなします";
    refused_until_updated: "cxm score と cxm batch でこれらの回答を使うには、先に cxm update で更新してください";

    // What becomes of an answer set.
    none: "なし";
    no_place_for(list: &str): "失われる回答：{list}";
    no_level_now(before: &str): "{before} → レベルなし：すべての設問が「該当なし」になります";
    level(before: &str, after: &str): "レベル：{before} → {after}";
    score(before: &str, after: &str): "得点：{before} → {after}";
    criteria(list: &str): "評価項目：{list}";
    groups(list: &str): "分野：{list}";
    route(what: &str): "ルート：{what}";
    effort(before: &str, after: &str): "ルートの工数：{before} → {after}";
    challenges(list: &str): "課題：{list}";
    other_meaning(list: &str): "意味の変わる回答：{list}";
    now(before: &str, after: &str): "{before} → {after}";
    aside(what: &str, aside: &str): "{what}（{aside}）";
    possibly(level: &str, possible: &str): "{level}（回答しだいで{possible}）";
    range(low: Score, high: Score): "{low}〜{high}";
    in_place(before: &str, after: &str): "基準達成：{before} → {after}";
    mark(word: &str): [of word; "yes" "達成", "no" "未達成", "open" "未確定", other "該当なし"];
    gone(id: &str): "{id}は削除";
    new(id: &str, score: &str): "{id}を追加（{score}）";
    found: "あり";
    possibly_found: "可能性あり";
    not_found: "なし";
    others_not_looked_at(effort: Effort): "{effort}（同じ工数のほかのルートは、すべてを調べてはいません）";
    not_proven(least: Effort, effort: Effort): "{least}〜{effort}（最短とは確認できていません）";
    no_route: "ルートなし";
    no_route_needed: "ルート不要";
    with_effort(effort: &str): "工数{effort}";
    effort_now(before: &str, after: &str): "工数{before} → {after}";
    without(list: &str): "{list}を除外";
    with(list: &str): "{list}を追加";
}
