//! What a table says against how it is read, in Japanese.

texts! {
    BatchCodes for Ja;

    // Columns and rows.
    instead(name: &str, column: usize, header: &str, of: usize, of_header: &str, row: u64):
        "{name}：{of}列目`{of_header}`が空欄の行で、{column}列目`{header}`に回答があり（最初は{row}行目）、1つの列が分かれたもののようです\n\
         1つの列にまとめてください。別の列なら、--map の [columns] に \"#{column}\" = \"\" と書くと付加情報として残します。";
    all_left(name: &str, column: usize, header: &str, last: usize, last_header: &str):
        "{name}：設問のすぐ左の{column}列目`{header}`にはどの行にも回答と取れる数値があり、最後の設問の{last}列目`{last_header}`には回答が1つもありません。\
         すべての行が左へ1列ずれているかもしれません\n\
         欠けた列を補うか、余分な見出しを消してください。このままで正しければ、--map の [columns] に \"#{column}\" = \"\" と書いてください。";
    all_right(name: &str, column: usize, header: &str):
        "{name}：設問のすぐ右の{column}列目`{header}`には、ほとんどの行で回答と取れる数値があります。`3,5`のようにセルの中のコンマが引用符で囲まれておらず、\
         すべての行が右へ1列ずれているかもしれません\n\
         そのセルを引用符で囲むか、増えた列の見出しを補ってください。このままで正しければ、--every-row を指定してください。";
    aims(name: &str, header: &str, rows: u64, words: &str, other: &str):
        "{name}：`{header}`が{words}の行が{rows}行、`{other}`などの行がほかにあり、回答は一部の行だけのようです";
    without_aims(why: &str, conditions: &str):
        "{why}\n前者を除外するなら {conditions}、すべての行を回答として扱うなら --every-row を指定してください。";
    corrected(name: &str, column: usize, header: &str, of: usize, row: u64, id: &str):
        "{name}：{column}列目`{header}`は{of}列目（`{id}`）を修正または変換したもののようで、違う回答があります（最初は{row}行目）\n\
         採用する回答を1つの列にまとめるか、--map の [columns] でどちらの列かを指定してください。\"#{column}\" = \"{id}\" は{column}列目を採用し、\
         \"#{column}\" = \"\" は付加情報として残します。";
    perhaps(row: u64, header: &str, word: &str):
        "{row}行目の`{header}`は`{word}`で、ほかの行のような名前ではありませんが、回答者として読みました。除くには --where '{header} != {word}' を指定してください";
    lists(columns: &str): "{columns}のリストに設問の名前がありますが、中身は読んでいません";
    unheard(comments: u64, list: &str):
        "セルに付いたコメント{comments}件は意味を判断できないため、その行はセルの値のまま数えています：{list}";
    comment(text: &str, row: u64, header: &str): "`{text}`（{row}行目の`{header}`）";
    parts(name: &str, header: &str):
        "{name}：`{header}`が同じ行でそれぞれ別の設問に回答しており、1人の回答が複数の行に分かれているようです。\
         まとめるには --merge '{header}'、各行を1人とみなすには --every-row を指定してください";
    legend_rows(name: &str, first: u64, last: u64):
        "{name}：{first}～{last}行目は選択肢や数値の呼び名を順に並べたものです。回答者ではなく、数値の意味を示しているようです\n\
         これらの行を削除し、数値の意味を --map の [cells] に書くか、通常どおりなら --scale を指定してください。回答者とみなすには --every-row を\
         指定してください。";
    short_header(name: &str, column: usize, first: &str):
        "{name}：{column}列目は見出しがないのに全行に値があり、`{first}`は行の通し番号だけなので、見出しが1列分ずれているようです\n\
         見出しの先頭にセルを1つ追加するか、このままでよければ --every-row を指定してください。";
    crowded(name: &str, column: usize, before: &str):
        "{name}：`{before}`の右の{column}列目は見出しがないのに、ほとんどの行に回答があります。見出しを付けてください。設問の列でなければ、\
         --map の [columns] に \"#{column}\" = \"\" と書くと付加情報として残します";

    // Where codes or a legend stand.
    above: "見出しより上の行";
    in_header: "見出し";
    in_row(row: u64): "{row}行目";
    on_sheet(sheet: &str, row: u64): "シート`{sheet}`の{row}行目";
    under_key(key: &str): "`{key}`";
    in_comment_on(header: &str): "見出し`{header}`のコメント";
    in_rule(header: &str): "`{header}`の入力規則";
    in_format(header: &str): "`{header}`の表示形式";
    in_comment: "コメント、図形の文字または入力時の案内";

    // What they say.
    turned(name: &str, place: &str, least: i64, text: &str, greatest: i64, option: &str):
        "{name}：{place}によると{least}が最も良い評価ですが（`{text}`）、ここでは数値が大きいほど良い評価とみなします\n\
         これらの設問についての説明なら、--map の [cells] に \"{least}\" = {greatest} のように書いて逆にしてください。そうでなければ \
         {option} のように尺度を指定してください。";
    elsewhere(name: &str, place: &str, least: i64, last: i64, text: &str, scale: &str, option: &str):
        "{name}：{place}によると数値は{least}～{last}ですが（`{text}`）、{scale}として読み込まれます\n\
         {option} のように正しいオプションを指定するか、--map でセルの値の意味を指定してください。";
    other_option(name: &str, place: &str, number: i64, id: &str, text: &str, scale: &str, points: i64):
        "{name}：{place}によると`{id}`の{number}は「{text}」ですが、{scale}として読むと別の選択肢になります\n\
         この説明が正しければ、--map の [cells] に \"{number}\" = {points} のように書いてください。";
    other_text(name: &str, row: u64, header: &str, number: i64, means: &str, beside: &str, text: &str, column: usize, id: &str):
        "{name}：{row}行目の`{header}`は{number}（「{means}」）ですが、隣の`{beside}`は「{text}」です\n\
         文のほうを回答とするなら、--map の [columns] に \"#{column}\" = \"{id}\" のように書いてください。または [cells] で値の意味を指定してください。";
    no_option(name: &str, row: u64, header: &str, number: i64, beside: &str, text: &str, column: usize, id: &str):
        "{name}：{row}行目の`{header}`の{number}は回答になりませんが、隣の`{beside}`は「{text}」です\n\
         文のほうを回答とするなら、--map の [columns] に \"#{column}\" = \"{id}\" のように書いてください。または [cells] で値の意味を指定してください。";
    other_label(name: &str, row: u64, header: &str, number: i64, beside: &str, text: &str, scale: &str, column: usize):
        "{name}：{row}行目の`{header}`は{number}ですが、`{beside}`では「{text}」で、{scale}とは別の選択肢です\n\
         その意味が正しければ --map の [cells] に書いてください。設問の回答ではないなら、[columns] に \"#{column}\" = \"\" と書いてください。";
    other_scale(name: &str, table: &str, scales: &str):
        "{name}：`{table}`の数値は、より多くの種類の数値があるほかの表とは別の尺度かもしれません\n{scales}\n\
         正しいオプションを指定するか、表を1つずつ分けて集計してください。";
}
