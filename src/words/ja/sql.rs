//! What a query says, in comments and of rows that it rejects, in Japanese.

texts! {
    Sql for Ja;

    head(id: &str, version: &str, program: &str, dialect: &str): "{id} {version}の診断（cxm {program}と同じ得点計算）、{dialect}用";
    rows: "行：それぞれどの設問・属性への回答か。不明ならnull";
    respondents: "回答者：1人1行にまとめ、設問・属性ごとに1列にする";
    times: "同じ回答者が同じ設問に回答した回数";
    cells: "セル：前後の空白を除いて小文字に揃える（値がなければ空文字）";
    answers: "回答：選択肢の得点。-1は未回答、-2は該当なし、-3は回答として読み取れない値、-4は対象外の設問";
    sums: "評価項目ごとの合計：未回答を最低とした場合、最高とした場合、満点";
    criteria: "評価項目の得点（0.1点単位、切り捨て）。該当する設問がなければnull";
    overall: "総合得点（0.1点単位、通分して計算）と、基準を満たす評価項目の数";
    levels: "成熟度レベルと結果：未回答を最低とした場合。未回答があれば最高とした場合も";
    once: "表に結果と同じ名前の列があればエラーになる。その場合は残す列を--keepで指定する";
    scored: "得点を計算した行：成熟度レベル、切り捨て前の得点、回答ごとの点数";
    items: "各行の得点を縦に並べる";
    values: "得点ごとの件数";
    places: "得点順に並べたときの、各得点の最後の順位と全体の件数";
    quarters: "四分位数は前後の値から補間する。各得点に掛ける重み（4分の1単位）";
    scores: "得点の合計";
    summed: "件数と合計";
    summary: "集計：得点は最後に一度だけ小数第1位で切り捨てる。α係数はすべて回答した行が30以上で、負でない場合のみ";
    strange: "回答として読み取れないセルがあります";
    nothing_applies: "すべての設問が「該当なし」です";
    nothing_answered: "回答された設問がありません";
    nameless: "回答者の名前がありません";
    unknown: "定義にない設問への回答があります";
    repeated: "同じ設問に2回以上回答しています";
    rejects: "回答として読み取れないセル（行、列とともに）";
}
