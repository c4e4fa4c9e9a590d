//! What many results say together, in Japanese.

use crate::exact::Score;

texts! {
    ReportPopulation for Ja;

    in_place_head: "基準達成";
    open_head: "未回答";
    percentile: "パーセンタイル";
    share: "割合";
    rows: "件数";
    mean: "平均";
    lower: "Q1";
    median: "中央値";
    upper: "Q3";
    own_levels: "項目ごとのレベル";
    alpha:
        "Q1とQ3は四分位数、αは未回答も該当なしもない行で求めたクロンバックのα係数です。0.7以上なら、評価項目の設問はおおむね一貫して\
        います。該当する行が30件未満か差がない場合は–、設問どうしの回答が逆に動く場合は<0と示します。";
    agenda: "回答が食い違う設問（話し合う順）";
    more_rows(rows: u64): "…ほか{rows}件（-o ファイル名 ですべて出力）";
    more_organisations(count: usize): "…ほか{count}組織";
    how_to_read_agenda:
        "レベルを左右する回答が多い順、次にその設問だけで生じる2人の回答者間の平均差（総合得点）が大きい順に並べています。αは全員が\
        一致すると1、偶然の一致と変わらないと0になります。0.8以上なら同じ組織像を答えており、0.67未満なら、統合した回答に頼る前に\
        話し合いが必要です。";
    agreement(name: &str, respondents: u64, agreement: &str): "{name}：回答者{respondents}人、{agreement}";
    alpha_is(alpha: &str): "クリッペンドルフのα係数 {alpha}";
    alpha_of_few: "2人以上が答えた設問が少ないためαは算出せず";
    alpha_below_zero: "偶然よりも一致していません（αは0未満）";
    alpha_of_equals: "全員の回答が同じためαは算出不能";
    differ_on_fact(fact: &str, options: &str): "「{fact}」の回答が食い違っています（{options}）。確認してください。それまでは未回答として扱います。";
    answers_apart(chosen: &str, roles: &str, spread: &str, level: &str): "回答：{chosen}{roles}。2人の差は平均{spread}{level}";
    spread_points(spread: Score): "{spread}点";
    less_than_a_tenth: "0.1点未満";
    other_level(others: u64, all: u64): "、{all}人中{others}人の回答ではレベルが変わります";
    means(roles: &str): "（平均：{roles}）";
    where_each_stands: "各組織の結果";
    respondents_head: "回答者数";
    at_best(level: &str): "（最高で{level}）";
    respondents(count: u64): "回答者 {count}件";
    organisations(count: u64): "{count}組織";
    open_rows(rows: u64): "{rows}件に未回答があり、最も低い選択肢とみなして集計しています。";
    benchmark_fits_some(benchmark: &str, rows: u64, all: u64): "「{benchmark}」と比べられるのは{all}件中{rows}件で、ほかは対象の組織が異なります。";
    weakest_one(criterion: &str, share: Score): "最も弱い項目：{criterion}（全体の{share}%で、全項目中最も低い得点）";
    weakest_several(others: &str, last: &str, share: Score): "最も弱い項目：{others}、{last}（それぞれ全体の{share}%で、全項目中最も低い得点）";
    first_actions_of_all: "最初に取り組む施策（多い順）";
    first_actions_of_none: "抜き出した行では、最初に取り組む施策が求まりませんでした（全件は --actions 1）";
    first_actions_of_some(rows: u64): "最初に取り組む施策（多い順、全体から抜き出した{rows}件による。全件は --actions 1）";
}
