//! Which sheets of a spreadsheet are read, in Japanese.

texts! {
    BatchSheets for Ja;

    of_version(name: &str, why: &str): "{name}：別の版の回答用紙です：{why}";
    too_large(name: &str, most: u64): "{name}は{most} MiBを超えています。CSVで保存してください";
    other_sheet(name: &str, sheets: &str, other: &str):
        "{name}：シート{sheets}は同じ列ですが、`{other}`はほかのシートの集計など、回答者以外のもののようです。集計するシートを --sheet で\
         指定してください";
    titles(rows: u64, sheet: &str, text: &str):
        "シート`{sheet}`の見出しより上の{rows}行は読み飛ばしました（最初の行は`{text}`）";
    doubled(name: &str, sheet: &str, other: &str, found: usize, rows: usize, headers: &str):
        "{name}：シート`{sheet}`と`{other}`は同じ列で、`{sheet}`の{rows}行中{found}行は{headers}が`{other}`の行と同じです。\
         集計するシートを --sheet で指定するか、集計する行を --latest-of か --where で指定してください。すべて集計するなら --every-row を指定してください";
    not_worked_out(cells: u64): "{cells}個のセルの数式がまだ計算されていません。表計算ソフトで開いて保存し直してください";
    is_read(sheet: &str): "シート{sheet}を読み込みました";
    hidden_is_read(sheet: &str): "非表示のシート{sheet}を読み込みました";
    are_read(sheets: &str): "シート{sheets}は同じ列なので、1つの表として読み込みました";
    others(read: &str, others: &str): "{read}。ほかのシート（{others}）を読み込むには --sheet で指定してください";
    unseen_of_form(hidden: &str): "元の回答用紙にない非表示のシート（{hidden}）は読み込んでいません";
    unseen(read: &str, hidden: &str): "{read}。非表示のシート（{hidden}）は読み込んでいません";
}
