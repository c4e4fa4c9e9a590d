//! The words that all reports and sheets share, in Japanese.

texts! {
    ReportTerms for Ja;

    // How words go together.
    labelled(label: &str, value: &str): "{label}：{value}";
    aside(what: &str, aside: &str): "{what}（{aside}）";
    comma: "、";
    semicolon: "、";
    between_texts: " ／ ";
    and: "、";
    gap: "";
    span(from: usize, to: usize): "{from}〜{to}";
    part(have: &str, all: usize): "{have}／{all}項目";

    // Heads of columns, labels and headings.
    overall: "総合";
    in_place: "基準達成";
    criterion_not_applicable: "該当なし";
    criterion: "評価項目";
    score: "得点";
    status: "判定";
    progress: "状況";
    owner: "担当";
    due: "期限";
    obstacles: "上のレベルに届かない理由";
    other_priorities: "その他の施策";
    benchmarks: "他の組織のレベル分布";
    asked(n: u32): "回答者{n}人";
    in_year(year: u32): "（{year}年）";
    intervals: "かっこ内は、回答者数から求めた95%信頼区間（ウィルソン法）です。";
    firmness: "この結果の確かさ";
    action: "施策";
    gain: "効果（点）";
    source: "出典";
    refs: "参照規格";
    sources: "出典";
    notes: "回答者のメモ";
    you_are_here: "（現在）";
    level: "レベル";
    now: "今回";
    change: "増減";
    question: "設問";
    answer: "回答";
    points: "点";
    note: "メモ";
    definition: "診断";
    phase_head: "フェーズ";
    before: "前回";
    previously: "前回";
    levels: "レベル";
    actions: "施策";
    organisation: "組織";
    respondent: "回答者";
    date: "回答日";
    segment: "区分";

    // How to answer, and how to read a result.
    reading: "この結果の読み方";
    who_answers: "回答する人";
    rule:
        "各設問では、書かれていることがすべて今日の時点で当てはまる選択肢のうち、最も段階の高いものを選びます。\
        ぴったり当てはまるものがなければ、近い2つのうち低いほうを選びます。";
    rule_kept: "回答は、書かれていることがすべて当てはまる、最も段階の高い選択肢です。";
    own_choice: "設問、基準、施策、工数は、この診断が独自に定めたものです。";
    published(assessment: &str): "外部で公表されている内容は cxm show {assessment} にあります。";
}
