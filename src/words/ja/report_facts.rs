//! Facts about an organisation, and for whom something is, in Japanese.

texts! {
    ReportFacts for Ja;

    title: "組織について";
    what_for: "組織についての回答は採点されません。どの設問に答えるか、どの施策が合うかを決めるために使います。回答しない場合は未定とし、関係する設問や施策をすべて対象に含めます。";
    choose_all: "当てはまるものをすべて選んでください。";
    how_in_toml: "当てはまるもののidを引用符で囲んで書きます。複数選べる場合は、角かっこの中にコンマで区切って並べます。";
    several: "複数選択可";
    assumed: "回答がない場合の想定";
    only_if(holds: &str): "{holds}の場合のみ";
    not_if(holds: &str): "{holds}の場合を除く";
    holds(fact: &str, options: &str): "「{fact}」が「{options}」";
    or: "」か「";
    asked(whom: &str): "{whom}。";
    challenges: "課題";
    found_when(answers: &str): "次の回答で見つかります：{answers}";
    at_worst(question: &str, points: u32): "`{question}`が{points}点以下";
    by_fact(fact: &str): "「{fact}」による";

    // Of a sheet.
    #[cfg(feature = "xlsx")]
    mark_all: "当てはまるものすべてに印を付けてください。";
    #[cfg(feature = "xlsx")]
    mark: "はい";
}
