//! What reports and sheets say: the table of all their words, a column for each language of the program.
//!
//! It knows no report: what makes sentences of these words for a result is in `text`. Texts of assessments are not here.

use crate::exact::{Effort, Score};
use crate::score::Amount;
use crate::text::{Lang, texts};

// How words go together.
texts! {
    labelled(label: &str, value: &str): "{label}: {value}", "{label}：{value}";
    aside(what: &str, aside: &str): "{what} ({aside})", "{what}（{aside}）";
    comma: ", ", "、";
    semicolon: "; ", "、";
    and: ", and ", "、";
    gap: " ", "";
    span(from: usize, to: usize): "{from} to {to}", "{from}〜{to}";
    part(have: &str, all: usize): "{have} of {all}", "{have}／{all}項目";
}

// Heads of columns, labels and headings.
texts! {
    overall: "Overall", "総合";
    in_place: "in place", "基準達成";
    criterion_not_applicable: "not applicable", "該当なし";
    criterion: "Criterion", "評価項目";
    score: "Score", "得点";
    status: "Status", "判定";
    obstacles: "What holds you back", "上のレベルに届かない理由";
    other_priorities: "Other priorities", "その他の施策";
    benchmarks: "Where others stand", "他の組織のレベル分布";
    asked(n: u32): "{n} respondents", "回答者{n}人";
    in_year(year: u32): "in {year}", "（{year}年）";
    intervals: "In brackets: the 95% interval (Wilson) of so many respondents.",
        "かっこ内は、回答者数から求めた95%信頼区間（ウィルソン法）です。";
    firmness: "How firm this result is", "この結果の確かさ";
    action: "Action", "施策";
    gain: "Gain", "効果（点）";
    source: "Source", "出典";
    sources: "Sources", "出典";
    notes: "Notes", "回答者のメモ";
    you_are_here: " (you are here)", "（現在）";
    level: "Level", "レベル";
    now: "Now", "今回";
    change: "Change", "増減";
    effort: "Effort", "工数";
    question: "Question", "設問";
    answer: "Answer", "回答";
    points: "Points", "点";
    note: "Note", "メモ";
    definition: "Assessment", "診断";
    phase_head: "Phase", "フェーズ";
    result: "Result", "結果";
    before: "Before", "前回";
    previously: "Previously", "前回";
    levels: "Levels", "レベル";
    actions: "Actions", "施策";
    organisation: "Organisation", "組織";
    respondent: "Respondent", "回答者";
    date: "Date", "回答日";
    segment: "Segment", "区分";
}

// Level and criteria.
texts! {
    level_of(number: usize, of: usize, level: &str): "Level {number} of {of}: {level}", "レベル{number}（全{of}レベル）：{level}";
    possibly(level: &str, open: usize):
        [open; "Possibly {level}: {open} question is open.", "Possibly {level}: {open} questions are open."],
        "未回答が{open}問あり、回答しだいで「{level}」になる可能性があります。";
    open_all_the_same(open: usize):
        [open; "{open} question is open; the level is the same however they are answered.",
            "{open} questions are open; the level is the same however they are answered."],
        "未回答が{open}問ありますが、どう回答してもレベルは変わりません。";
    open_questions(ids: &str): "Open: {ids}.", "未回答：{ids}";
    open_questions_and(ids: &str, more: usize): "Open: {ids} and {more} more.", "未回答：{ids}ほか{more}問";
    share_here(shares: &str): "Organisations on this level: {shares}.", "このレベルにある組織の割合：{shares}";
    standing(when: &str, level: &str, overall: &str, in_place: usize):
        "{when}: {level}, overall {overall}, {in_place} in place.",
        "{when}：{level}、総合得点{overall}、基準達成{in_place}項目。";
    other_version(version: &str):
        "Those answers belong to version {version}, and are scored by this one; questions that it did not have are open.",
        "前回の回答はバージョン{version}のもので、今回のバージョンで採点しています。前回なかった設問は未回答とみなします。";
    criteria_in_place(have: &str, all: usize): "Criteria: {have} of {all} in place", "評価項目：{all}項目中{have}項目が基準達成";
    criteria_in_place_from(have: &str, all: usize, from: &str):
        "Criteria: {have} of {all} in place ({from} of 100 or more)",
        "評価項目：{all}項目中{have}項目が基準達成（{from}点以上）";
    undecided(open: usize): [open; "open ({open} question)", "open ({open} questions)"], "未確定（未回答{open}問）";
    short(score: Score): "{score} short", "あと{score}点";
    short_at_best(score: Score): "{score} short at best", "全問最高でもあと{score}点";
    next_level(level: &str, more: usize):
        [more; "{level} asks for {more} more criterion in place.", "{level} asks for {more} more criteria in place."],
        "{level}になるには、あと{more}項目の基準達成が必要です。";
    near(criteria: &str): "Within ten points of being in place: {criteria}.", "基準達成まで10点以内の項目：{criteria}。";
    none_near: "No further criterion is within ten points of being in place.",
        "未達成の項目に、基準達成まで10点以内のものはありません。";
    needs(level: &str, needs: &str): "{level} needs {needs}.", "{level}：{needs}";
    lacks_in_place(need: usize, have: usize):
        [need; "{need} criterion in place; you have {have}", "{need} criteria in place; you have {have}"],
        "{need}項目の基準達成が必要（現在{have}項目）";
    lacks_overall(need: Amount, have: Amount):
        "an overall score of {need}; you have {have}", "総合得点{need}点以上が必要（現在{have}点）";
    lacks_criterion(criterion: &str, need: Amount, have: Amount):
        "{need} for “{criterion}”; you have {have}", "「{criterion}」で{need}点以上が必要（現在{have}点）";
    drops(level: &str, drops: usize):
        [drops; "{level} can be lost when a single answer drops by one option.",
            "{level} can be lost when answers drop by {drops} options in all."],
        [drops; "1つの回答が1段階下がるだけで、{level}ではなくなる場合があります。",
            "回答が合わせて{drops}段階下がると、{level}ではなくなる場合があります。"];
    strictly_the_same(count: usize):
        [count; "{count} question was answered n/a; had the worst option been chosen instead, the level would be the same.",
            "{count} questions were answered n/a; had the worst option been chosen instead, the level would be the same."],
        "「該当なし」が{count}問あります。最も低い選択肢とみなしてもレベルは変わりません。";
    strictly(count: usize, level: &str):
        [count; "{count} question was answered n/a; had the worst option been chosen instead, the level would be {level}.",
            "{count} questions were answered n/a; had the worst option been chosen instead, the level would be {level}."],
        "「該当なし」が{count}問あります。最も低い選択肢とみなすと、レベルは{level}になります。";
    scored_by(id: &str, version: &str, digest: &str): "Scored by {id} {version} ({digest}).", "診断：{id} {version}（{digest}）";
}

// Route and priorities.
texts! {
    top_level: "You are on the highest level: keep what is in place, and work on what can still grow.",
        "最高レベルに達しています。基準を達成した項目を維持しながら、まだ伸ばせるところに取り組んでください。";
    nothing_to_do: "No action of this assessment would raise an answer further.",
        "この診断の施策で、さらに上げられる回答はありません。";
    open_at_worst: "Open questions count at their worst here.", "未回答の設問は、最も低い選択肢とみなして計算しています。";
    not_proven: "The search was cut short: there may be a shorter route.",
        "計算を途中で打ち切ったため、工数がより少ないルートがあるかもしれません。";
    gain_after_route: "Gain: points that an action adds to the overall score (0 to 100) once the route is done.",
        "効果は、上記のルートを終えたうえでその施策だけを加えたときの、総合得点（100点満点）の上がり幅です。";
    gain_alone: "Gain: points that an action adds to the overall score (0 to 100).",
        "効果は、その施策だけを実施したときの総合得点（100点満点）の上がり幅です。";
    cut: "Scores and gains are cut to one decimal, so gains may add up to a little less than the whole.",
        "得点と効果は小数第2位以下を切り捨てているため、合計が合わないことがあります。";
    attained(level: &str): "{level} is attained already.", "{level}にはすでに達しています。";
    in_place_already(criteria: &str): "In place already: {criteria}.", "すでに基準を達成しています：{criteria}。";
    no_route(level: &str): "No route to {level}", "{level}に届くルートはありません";
    blocked(needs: &str):
        "Even with every action that is left, this is missing: {needs}.",
        "残る施策をすべて実施しても、次の条件を満たせません：{needs}";
    route_to(level: &str, count: usize, effort: Effort, unit: &str):
        [count; "Shortest route to {level}: {count} action, {effort} {unit}",
            "Shortest route to {level}: {count} actions, {effort} {unit}"],
        "{level}への最短ルート：施策{count}件、工数{effort}{unit}";
    criteria_brought(criteria: &str): "{criteria} in place", "{criteria}の基準達成";
    route_ends(count: usize, effort: Effort, unit: &str):
        [count; "To end the challenges found: {count} action, {effort} {unit}",
            "To end the challenges found: {count} actions, {effort} {unit}"],
        "見つかった課題を解消するルート：施策{count}件、工数{effort}{unit}";
    route_within(budget: Effort, count: usize, effort: Effort, unit: &str):
        [count; "The most for {budget} {unit}: {count} action, {effort} {unit}",
            "The most for {budget} {unit}: {count} actions, {effort} {unit}"],
        "工数{budget}{unit}以内で得られる最大の効果：施策{count}件、工数{effort}{unit}";
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

// The page of a result.
texts! {
    overall_score: "Overall score", "総合得点";
    of_100: "of 100", "／100点";
    in_place_count: "Criteria in place", "基準達成の項目";
    to_next: "To the next level", "次のレベルまで";
    levels_lowest_first: "The levels, lowest first", "レベル（低い順）";
    radar: "Scores of the criteria", "評価項目の得点";
    radar_caption: "0 in the centre, 100 at the rim.", "中心が0点、外周が100点です。";
    best_case: "If open questions come out best", "未回答がすべて最高の場合";
    threshold: "In place from here", "基準達成の線";
    after_route: "After the route", "ルート実施後";
    roadmap: "Roadmap", "ロードマップ";
    in_detail: "The route in detail", "ルートの進め方";
    others_in_detail: "Other priorities in detail", "その他の施策の進め方";
    answers: "Appendix: questions and answers", "付録：設問と回答";
    unanswered: "Not answered", "未回答";
    not_asked: "Not asked of this organisation", "この組織は対象外";
    about_scores: "How scores come about", "得点の算出方法";
    about_question: "A question scores its points between its worst option (0) and its best (100), a criterion the weighted \
        mean of its questions, and the whole the weighted mean of its criteria.",
        "設問は最も低い選択肢を0点、最も高い選択肢を100点として採点し、評価項目は設問の、総合得点は評価項目の加重平均です。";
    about_exact: "Scores are exact fractions, cut to one decimal and never rounded: a shown 75.0 has reached 75.",
        "得点は分数のまま正確に計算し、小数第2位以下を切り捨てて表示します（四捨五入はしません）。75.0と表示されていれば、75点に達しています。";
    about_open: "A question that does not apply drops out. An open question makes the result a range, from its worst \
        option to its best.",
        "「該当なし」の設問は計算から除きます。未回答の設問があると、結果は最も低い選択肢から最も高い選択肢までの範囲になります。";
    about_route: "The route is the set of actions with the least total effort that ends the challenges found and gives the next level.",
        "ルートは、見つかった課題を解消し、実施後の得点で次のレベルに届く施策の組み合わせのうち、工数の合計が最も少ないものです。";
}

// Comparisons.
texts! {
    over_time(what: &str, subject: &str): "{what} over time — {subject}", "{what}の推移 — {subject}";
    compared(what: &str): "{what} compared", "{what}の比較";
    level_up(from: &str, to: &str): "Up from {from} to {to}", "{from}から{to}に上がりました";
    level_down(from: &str, to: &str): "Down from {from} to {to}", "{from}から{to}に下がりました";
    level_still(level: &str): "Still {level}", "{level}のまま変わりません";
    compared_scores(from: &str, to: &str, had: usize, have: usize, all: usize):
        "Overall {from} → {to}. Criteria in place: {had} → {have} of {all}.",
        "総合得点：{from} → {to}。基準達成：{all}項目中{had}項目 → {have}項目。";
    compared_questions(versions: &str, current: &str, compared: usize, total: usize):
        "The answers belong to other versions of the assessment ({versions}; scored by {current}). Compared are the \
            {compared} of {total} questions that every set answers; all else counts as not applicable, so scores and levels \
            may differ from those that were reported then.",
        "回答した診断のバージョンが異なります（{versions}、採点は{current}）。すべての回答に共通する{total}問中\
            {compared}問だけを比べ、ほかは「該当なし」として扱うため、得点とレベルは当時の結果と異なる場合があります。";
    uncertain: "Where questions are open, scores are a range; a change is shown only where it is certain.",
        "未回答の設問があると得点は範囲になります。増減は、確定しているものだけを示します。";
    criteria_over_time: "Criteria over time", "評価項目の推移";
    trend: "Trend", "推移";
    achieved: "Actions achieved", "達成した施策";
    achieved_means: "Everything that these actions aim at is reached now, and was not before.",
        "施策の目標のうち、前回は届いていなかったものがあり、今回はすべて届いた施策です。";
    slipped: "What slipped back", "後退したこと";
    nothing_slipped: "Nothing slipped back.", "後退したことはありません。";
    undone: "Actions whose aims are no longer reached", "目標に届かなくなった施策";
    improved: "Better answers", "上がった回答";
    into_place: "into place", "新たに基準達成";
    out_of_place: "no longer in place", "基準を下回った";
    in_place_mark: "✓ in place", "✓ 基準達成";
    undated: "Not every answer set has a date, so they stand in the order in which they were named.",
        "日付のない回答があるため、指定された順に並べています。";
}

// What many results say together.
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
    alpha: "Q1 and Q3 are the quartiles. α is Cronbach's alpha over rows without open or n/a questions; – where it is undefined.",
        "Q1とQ3は四分位数、αは未回答も該当なしもない行で求めたクロンバックのα係数です（–は算出不能）。";
    agenda: "Where colleagues disagree: what to talk about first", "回答が食い違う設問（話し合う順）";
    more_rows(rows: u64): "… and {rows} more: write them all with -o FILE.", "…ほか{rows}件（-o ファイル名 ですべて出力）";
    more_organisations(count: usize): "… and {count} more organisations", "…ほか{count}組織";
    agreement(name: &str, respondents: u64, alpha: &str):
        "{name}: {respondents} respondents, Krippendorff's α {alpha}",
        "{name}：回答者{respondents}人、クリッペンドルフのα係数 {alpha}";
    answers_apart(low: u32, high: u32, roles: &str, effect: &str, level: &str):
        "Answers from {low} to {high}{roles}; worth {effect} points{level}.",
        "回答は{low}から{high}まで{roles}、総合得点で{effect}点の差{level}";
    means(roles: &str): " (mean: {roles})", "（平均：{roles}）";
    and_the_level: ", and the level", "、レベルも変わります";
    respondents(count: u64): [count; "{count} respondent", "{count} respondents"], "回答者 {count}件";
    organisations(count: u64): [count; "{count} organisation", "{count} organisations"], "{count}組織";
    open_rows(rows: u64):
        [rows; "{rows} of them has open questions; they count at their worst here.",
            "{rows} of them have open questions; they count at their worst here."],
        "{rows}件に未回答があり、最も低い選択肢とみなして集計しています。";
    weakest_one(criterion: &str, share: Score):
        "Weakest: {criterion}, the lowest of all criteria for {share}% of them.",
        "最も弱い項目：{criterion}（{share}%で最低の得点）";
    weakest_several(others: &str, last: &str, share: Score):
        "Weakest: {others} and {last}, each the lowest of all criteria for {share}% of them.",
        "最も弱い項目：{others}、{last}（{share}%で最低の得点）";
    first_actions_of_all: "Most frequent first actions", "最初に取り組む施策（多い順）";
    first_actions_of_some(rows: u64): "Most frequent first actions, of the first {rows} (of all: --actions 1)",
        "最初に取り組む施策（多い順、最初の{rows}件から。全件は --actions 1）";
}

// How to answer, and how to read a result.
texts! {
    reading: "How to read this result", "この結果の読み方";
    who_answers: "Who answers", "回答する人";
    rule: "For each question, choose the highest option of which every word is true today; where none fits exactly, the \
        lower of the two nearest.",
        "各設問では、書かれていることがすべて今日の時点で当てはまる選択肢のうち、最も段階の高いものを選びます。\
        ぴったり当てはまるものがなければ、近い2つのうち低いほうを選びます。";
    rule_kept: "Each answer is the highest option of which every word is true.",
        "回答は、書かれていることがすべて当てはまる、最も段階の高い選択肢です。";
    own_choice(assessment: &str):
        "Questions, thresholds, actions and efforts are the authors' own choice; cxm show {assessment} tells who \
            answers, and what others have published.",
        "設問、基準、施策、工数は、この診断が独自に定めたものです。回答する人と、外部で公表されている内容は \
            cxm show {assessment} にあります。";
}

// The questionnaire, and the sheets to fill in.
texts! {
    facts(criteria: usize, questions: usize, actions: usize, minutes: usize, languages: &str):
        "{criteria} criteria, {questions} questions, {actions} actions; about {minutes} minutes; {languages}",
        "評価項目{criteria}個、設問{questions}問、施策{actions}件、所要時間は約{minutes}分（{languages}）";
    does_not_apply: "does not apply", "該当なし";
    how_in_toml: "For each answer, remove the # before it and write the points after the =, or \"n/a\" where that is offered. A question that is left as it is stays open.",
        "回答する設問は、行頭の # を消し、= の後ろに点数を書いてください。「該当なし」を選べる設問では \"n/a\" と書けます。そのままの設問は未回答になります。";
    notes_in_toml: "Evidence and remarks, if you like: the id of the question, and a text.",
        "根拠や補足があれば、設問のidと文章を書いてください。";
}

// Spreadsheets.
#[cfg(feature = "xlsx")]
texts! {
    /// The font of sheets, where it is not that of the program that shows them.
    font: "", "Yu Gothic";
    your_name: "Your name", "回答者";
    steps: "Steps", "進め方";
    best: "Best", "満点";
    version: "Version", "バージョン";
    weight: "Weight", "重み";
    id: "ID", "ID";
    low: "Lowest", "最低";
    high: "Highest", "最高";
    threshold_head: "In place from", "基準";
    open: "Open", "未回答";
    not_applicable: "n/a", "該当なし";
    previous_head: "Previous", "前回";
    pillar: "Pillar", "柱";
    brings_head: "Brings into place", "基準達成になる項目";
    after_head: "After", "先に実施";
    why: "Why", "理由";
    summary_sheet: "Summary", "概要";
    criteria_sheet: "Criteria", "評価項目";
    plan_sheet: "Plan", "施策";
    answers_sheet: "Answers", "回答";
    how_in_form: "Choose from the list in the yellow cell, and leave it empty if you do not know. Then save the file and send it back.",
        "回答は黄色のセルの一覧から選びます。わからない設問は空欄のままで構いません。終わったら保存し、このファイルを返送してください。";
    options: "Options", "選択肢";
    evidence: "Evidence, remarks", "根拠・補足";
    refused: "Choose one of the list, or leave the cell empty.", "一覧から選ぶか、空欄のままにしてください。";
}

// The form in a browser.
texts! {
    form_language: "Language", "言語";
    form_about: "About this assessment", "この診断について";
    form_about_you: "About you", "回答者について";
    form_respondent: "Your role or name", "役割または氏名";
    form_segment: "Department or segment", "部署・区分";
    form_optional: "Optional; it is written into the answer file.", "任意です。回答ファイルに書き込まれます。";
    form_how: "Leave open what you do not know. Nothing is sent anywhere: your answers stay in this browser until you save \
        them as a file.",
        "分からない設問は空けておいてかまいません。回答はどこにも送信されず、ファイルに保存するまでこのブラウザーの中だけに残ります。";
    form_no_script: "This form needs JavaScript to save your answers.", "回答を保存するには、JavaScriptを有効にしてください。";
    form_not_applicable: "Does not apply to us", "該当なし（自社には当てはまらない）";
    form_clear: "Clear this answer", "この回答を取り消す";
    form_note: "Note or evidence", "メモ・根拠";
    form_answered: "answered", "問に回答済み";
    form_save: "Save the answer file", "回答ファイルを保存";
    form_load: "Open an answer file", "回答ファイルを開く";
    form_start_again: "Clear the form", "すべて消去";
    form_sure: "Clear all answers in this form?", "このフォームの回答をすべて消去しますか。";
    form_saved: "Saved. Send the file to whoever collects the answers.", "保存しました。取りまとめ担当者にファイルを送ってください。";
    form_loaded: "The answers are in the form.", "回答を読み込みました。";
    form_not_loaded: "This file is no answer file for this assessment, or is damaged.",
        "このファイルは、この診断の回答ファイルではないか、壊れています。";
    form_other_major: "This file answers another major version of the assessment, in which answers may mean something else. Please \
        answer again.",
        "このファイルは、回答の意味が異なるおそれのある別のメジャーバージョンのものです。お手数ですが、もう一度回答してください。";
    form_in_part: "This file does not wholly fit this version of the assessment. What does not fit was left out: read the \
        answers again.",
        "このファイルは、この診断のバージョンと完全には一致しません。合わない回答は読み込んでいないため、回答を確認してください。";
    form_not_kept: "This browser does not keep answers. Save a file before you close the page.",
        "このブラウザーでは回答を保持できません。ページを閉じる前にファイルへ保存してください。";
}

/// That a question does not apply, and the reason, where the definition says when it does not.
pub(crate) fn with_reason(lang: Lang, does_not_apply: &str, reason: Option<&str>) -> String {
    reason.map_or_else(|| does_not_apply.to_owned(), |reason| labelled(lang, does_not_apply, reason))
}

/// The rule for answering, and whom the assessment wants to answer, if it says so.
pub(crate) fn how_to_answer(lang: Lang, respondents: Option<&str>) -> Vec<String> {
    let respondents = respondents.map(|respondents| labelled(lang, who_answers(lang), respondents));
    [Some(rule(lang).to_owned()), respondents].into_iter().flatten().collect()
}

/// What a key of the metadata means, for the keys that are known.
pub(crate) fn metadata_key(lang: Lang, key: &str) -> &str {
    match key {
        "organisation" | "organization" => organisation(lang),
        "respondent" => respondent(lang),
        "date" => date(lang),
        "segment" => segment(lang),
        key => key,
    }
}
