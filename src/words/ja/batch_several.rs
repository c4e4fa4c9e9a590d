//! Why several tables are not read as one, in Japanese.

texts! {
    BatchSeveral for Ja;

    counted_on(tables: usize, begins: &str): "注：{tables}個の表を1つの表として読み込みました。行番号は通し番号です（{begins}）\n";
    begins(name: &str, row: u64): "{name}は{row}行目から";
    no_answers(name: &str): "注：{name}に回答がありません\n";
    no_rows(name: &str): "注：{name}には見出しの下に行がありません\n";
    other_columns(name: &str, first: &str): "{name}は{first}と列が違います。別々に集計してください";
    above_header(name: &str, rows: usize):
        "{name}には見出しの上に{rows}行あり、数値の意味が書かれている可能性があります。単独で集計するか、その行を削除してください";
    doubled(table: &str, other: &str, found: usize, rows: usize, headers: &str):
        "{table}と{other}は同じ列で、{table}の{rows}行中{found}行は{headers}が{other}の行と同じです。集計するほうだけを指定するか、\
         集計する行を --latest-of か --where で指定してください。すべて集計するなら --every-row を指定してください";
    headers_and_more(headers: &str): "{headers}など";
    too_large(most: usize): "表の文字数が合わせて{most} MiBを超えています。1つずつ集計してください";
    cannot_join: "表を1つにまとめられません";
}
