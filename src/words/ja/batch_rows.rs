//! What is said of rows that are passed over, and how columns and rows are named, in Japanese.

texts! {
    BatchRows for Ja;

    note(name: &str, what: &str): "注：{name}：{what}\n";

    // Kinds of rows that are no respondents.
    test: "プレビューまたはテスト";
    spam: "スパム";
    unfinished: "回答途中";
    screened_out: "対象者ではない";
    not_approved: "削除済みまたは未承認";
    further: "上の行の続き（レコード内のテーブルの2行目以降）";
    foot: "上の行の集計";

    // That they are passed over.
    headings(rows: u64, which: &str): "見出しの{rows}行を除外しました（{which}）";
    passed(rows: u64, kind: &str, which: &str): "{rows}行を除外しました：{kind}（{which}）。含めるには --every-row を指定してください";
    passed_as(rows: u64, kind: &str, header: &str, word: &str, which: &str):
        "{rows}行を除外しました：{kind}（`{header}`が「{word}」、{which}）。含めるには --every-row を指定してください";
    unwanted(rows: u64, header: &str, which: &str): "--where の条件により{rows}行を除外しました（`{header}`列、{which}）";
    earlier(rows: u64, of: &str, header: &str, which: &str):
        "{rows}行を除外しました：`{of}`が同じ行のうち、`{header}`がより新しい行を採用しています（{which}）";
    earlier_in_table(rows: u64, of: &str, which: &str):
        "{rows}行を除外しました：`{of}`が同じ行のうち、表でより下にある行を採用しています（{which}）";
    unused(of: &str, header: &str):
        "`{of}`が同じ行のうち、表で最後の行を集計しています。`{header}`には日時があり、最新の行は別かもしれません。回答が届いた日時なら、見出しを`Timestamp`に\
         してください";
    without_time(name: &str, of: &str, header: &str, row: u64):
        "{name}：--latest-of で最新の行を選ぶには日時が必要ですが、`{of}`がほかの行と同じ{row}行目の`{header}`が空欄です\n\
         日時を入力するか、この列を削除して表の最後の行を最新とするか、--where で行を除外してください";
    no_time(name: &str, of: &str, header: &str, row: u64, text: &str):
        "{name}：--latest-of で最新の行を選ぶには日時が必要ですが、`{of}`がほかの行と同じ{row}行目の`{header}`にある`{text}`は日時として\
         読み取れません\n\
         2026-03-20 16:05 のように入力するか、この列を削除して表の最後の行を最新とするか、--where で行を除外してください";
    times_apart(name: &str, of: &str, header: &str, row: u64, other: u64):
        "{name}：`{of}`が同じ{row}行目と{other}行目は、`{header}`の日時の種類が違い（タイムゾーンの有無など）、比べられません\n\
         どちらも 2026-03-20 16:05 のように入力するか、--where で行を除外してください";
    either_date(name: &str, header: &str, row: u64, text: &str, month: &str, day: &str):
        "{name}：`{header}`の日付は日と月のどちらが先かわかりません。{row}行目に`{text}`があり、同じ回答者のどの行が最新かはそれによります\n  \
         --date-order day-first    {day}\n  --date-order month-first  {month}";
    which(rows: usize, numbers: &str): "{numbers}行目";
    which_and_more(numbers: &str, more: u64): "{numbers}行目ほか{more}行";

    // Others.
    unknown(rows: u64, header: &str, word: &str):
        "`{header}`が`{word}`の{rows}行は、集計してよいかどうかわからないため、回答者として扱いました。除外するには --where '{header} != {word}' \
         を指定してください";
    unknown_empty(rows: u64, header: &str):
        "`{header}`が空欄の{rows}行は、集計してよいかどうかわからないため、回答者として扱いました。除外するには --where '{header} !=' \
         を指定してください";
    condition(value: &str, header: &str): "`{header}`列が`{value}`の行はありません";
    condition_but(value: &str, header: &str, others: &str):
        "`{header}`列が`{value}`の行はありません。この列にある値：{others}";
    shared(rows: u64, values: usize, header: &str): [values;
        1 "`{header}`が同じ行が{rows}行あり、すべて集計しています。最新の1行だけにするには --latest-of '{header}' を指定してください",
        other "`{header}`がほかの行と同じ行が{rows}行（{values}種類の値）あり、すべて集計しています。値ごとに最新の1行だけにするには \
            --latest-of '{header}' を指定してください"];
    same(rows: u64, first: u64): "すべてのセルがほかの行と同じ行が{rows}行あり（最初は{first}行目）、すべて集計しています";
    same_among(rows: u64, first: u64, among: u64):
        "先頭の{among}行の中に、すべてのセルがほかの行と同じ行が{rows}行あり（最初は{first}行目）、すべて集計しています";
    above_header(rows: usize, text: &str): "見出しより上の{rows}行は読み飛ばしました（最初の行は`{text}`）";
    ends_in_delimiter: "見出し行だけが区切り文字で終わっているため、最後の空の列は無視します";
    perhaps_ends_in_delimiter:
        "見出し行が区切り文字で終わっていて、行よりセルが1つ多くなっています。行に足りないセルがなければ、見出し行の最後の区切り文字を消してください";
    row_names: "見出しのセルが行より1つ少ないため（Rの出力形式）、各行の最初のセルを行名とみなします";
    counted_or_ended(name: &str):
        "{name}：どの行も見出しよりセルが1つ多く、最後のセルは空で、最初のセルは行番号です。行が区切り文字で終わっているだけか、最初のセルがRの行名で\
         回答がすべて1列ずれているかを判断できません\n\
         各行の最後の区切り文字を消すか、見出し行の先頭に列の名前と区切り文字を加えてください（Rでは col.names = NA）。";
    one_cell_more(name: &str):
        "{name}：どの行も見出しよりセルが1つ多く、最後のセルに値がある行もあります。セルがどの列のものかを判断できません\n\
         見出しのない列の位置に見出しを加え、どのセルも自分の見出しの下に来るようにしてください。";
    perhaps_row_names:
        "どの行も、見出しよりセルが1つ多くなっています。最初のセルがRの行名なら、見出し行の先頭にその列の名前と区切り文字を加えてください（Rでは \
         col.names = NA）";

    // Columns and conditions that options name.
    called_alike(name: &str, numbers: &str): "`{name}`という列が複数あります。列番号（{numbers}）で指定してください";
    or: "、";
    no_condition(text: &str): "`{text}`は条件として読み取れません。'列名 = 値' または '列名 != 値' の形で指定してください";
    no_metadata(name: &str, columns: &str): "設問以外の列に`{name}`はありません\n列の一覧：{columns}";
    no_metadata_but(name: &str, near: &str, columns: &str):
        "設問以外の列に`{name}`はありません。`{near}`の間違いではありませんか\n列の一覧：{columns}";
    columns_and_more(columns: &str, more: usize): "{columns}ほか{more}列";
}
