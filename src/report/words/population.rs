//! What many results say together.

use crate::exact::Score;
use crate::text::texts;

texts! {
    in_place_head: "In place", "基準達成";
    open_head: "Open", "未回答";
    percentile: "Percentile", "パーセンタイル";
    share: "Share", "割合";
    rows: "Rows", "件数";
    mean: "Mean", "平均";
    lower: "Q1", "Q1";
    median: "Median", "中央値";
    upper: "Q3", "Q3";
    own_levels: "Level by criterion", "項目ごとのレベル";
    alpha: "Q1 and Q3 are the quartiles. α is Cronbach's alpha over rows without open or n/a questions: from 0.7 the \
        questions of a criterion rise and fall together; – where there are fewer than 30 such rows or nothing differs, <0 \
        where they run against one another.",
        "Q1とQ3は四分位数、αは未回答も該当なしもない行で求めたクロンバックのα係数です。0.7以上なら、評価項目の設問はおおむね一貫して\
        います。該当する行が30件未満か差がない場合は–、設問どうしの回答が逆に動く場合は<0と示します。";
    agenda: "Where colleagues disagree: what to talk about first", "回答が食い違う設問（話し合う順）";
    more_rows(rows: u64): "… and {rows} more: write them all with -o FILE.", "…ほか{rows}件（-o ファイル名 ですべて出力）";
    more_organisations(count: usize): "… and {count} more organisations", "…ほか{count}組織";
    how_to_read_agenda: "First what would change the level by the answers of most, then by how many points of the overall \
        score two respondents differ on average over that question alone. α is 1 where all agree and 0 where no more do than \
        by chance; from 0.8 they describe the same organisation, below 0.67 talk before you rely on the merged answers.",
        "レベルを左右する回答が多い順、次にその設問だけで生じる2人の回答者間の平均差（総合得点）が大きい順に並べています。αは全員が\
        一致すると1、偶然の一致と変わらないと0になります。0.8以上なら同じ組織像を答えており、0.67未満なら、統合した回答に頼る前に\
        話し合いが必要です。";
    agreement(name: &str, respondents: u64, agreement: &str):
        "{name}: {respondents} respondents, {agreement}", "{name}：回答者{respondents}人、{agreement}";
    alpha_is(alpha: &str): "Krippendorff's α {alpha}", "クリッペンドルフのα係数 {alpha}";
    alpha_of_few: "too few questions with two answers for α", "2人以上が答えた設問が少ないためαは算出せず";
    alpha_below_zero: "who agree less than by chance (α below 0)", "偶然よりも一致していません（αは0未満）";
    alpha_of_equals: "whose answers are all the same, so there is no α", "全員の回答が同じためαは算出不能";
    differ_on_fact(fact: &str, options: &str):
        "They differ on “{fact}” ({options}): ask. Until then it counts as not told.",
        "「{fact}」の回答が食い違っています（{options}）。確認してください。それまでは未回答として扱います。";
    answers_apart(chosen: &str, roles: &str, spread: &str, level: &str):
        "Answers: {chosen}{roles}; two of them differ by {spread} on average{level}.",
        "回答：{chosen}{roles}。2人の差は平均{spread}{level}";
    spread_points(spread: Score): "{spread} points", "{spread}点";
    less_than_a_tenth: "less than 0.1 points", "0.1点未満";
    other_level(others: u64, all: u64): ", and {others} of {all} would change the level",
        "、{all}人中{others}人の回答ではレベルが変わります";
    means(roles: &str): " (mean: {roles})", "（平均：{roles}）";
    where_each_stands: "Where each of them stands", "各組織の結果";
    respondents_head: "Respondents", "回答者数";
    at_best(level: &str): "(possibly {level})", "（最高で{level}）";
    respondents(count: u64): [count; "{count} respondent", "{count} respondents"], "回答者 {count}件";
    organisations(count: u64): [count; "{count} organisation", "{count} organisations"], "{count}組織";
    open_rows(rows: u64):
        [rows; "{rows} of them has open questions; they count at their worst here.",
            "{rows} of them have open questions; they count at their worst here."],
        "{rows}件に未回答があり、最も低い選択肢とみなして集計しています。";
    benchmark_fits_some(benchmark: &str, rows: u64, all: u64):
        "{benchmark} describes organisations like {rows} of these {all}, and not the others.",
        "「{benchmark}」と比べられるのは{all}件中{rows}件で、ほかは対象の組織が異なります。";
    weakest_one(criterion: &str, share: Score):
        "Weakest: {criterion}, the lowest of all criteria for {share}% of them.",
        "最も弱い項目：{criterion}（{share}%で最低の得点）";
    weakest_several(others: &str, last: &str, share: Score):
        "Weakest: {others} and {last}, each the lowest of all criteria for {share}% of them.",
        "最も弱い項目：{others}、{last}（{share}%で最低の得点）";
    first_actions_of_all: "Most frequent first actions", "最初に取り組む施策（多い順）";
    first_actions_of_none: "First actions were found for no row of the sample (of all: --actions 1)",
        "抜き出した行では、最初に取り組む施策が求まりませんでした（全件は --actions 1）";
    first_actions_of_some(rows: u64): [rows; "Most frequent first actions, of a sample of {rows} row (of all: --actions 1)",
            "Most frequent first actions, of a sample of {rows} rows (of all: --actions 1)"],
        "最初に取り組む施策（多い順、全体から抜き出した{rows}件による。全件は --actions 1）";
}
