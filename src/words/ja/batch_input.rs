//! Why an input of `cxm batch` cannot be read, and what was done to it, in Japanese.

use std::fmt::Display;

texts! {
    BatchInput for Ja;

    cannot_read_since(name: &str, why: &str): "{name}を読み込めません：{why}";
    at_row(name: &str, row: u64, why: &str): "{name}の{row}行目：{why}";

    // Of tables.
    is_empty(name: &str): "{name}は空のファイルです";
    long_header(name: &str, most: usize):
        "{name}の見出しが{most} MiBを超えています。引用符が閉じられていなければ閉じ、そうでなければ列名を短くしてください";
    wide_header(name: &str, most: usize): "{name}の見出しが{most}列を超えています。必要な列だけを残してください";
    header_is_no_text(name: &str, encoding: &str):
        "{name}の見出しに{encoding}では読めないバイトがあります。--encoding で文字コードを指定してください";
    has_long_row(name: &str, most: usize): "{name}に{most} MiBを超える行があります";
    long_row(name: &str, row: u64, most: usize):
        "{name}の{row}行目が{most} MiBを超えています。引用符が閉じられていない可能性があります";
    changed(name: &str): "{name}が読み込み中に変更されました";
    many_organisations(column: &str, most: usize):
        "`{column}`列の値が{most}種類を超えており、組織として集計するには多すぎます";
    many_segments(column: &str, most: usize):
        "`{column}`列の値が{most}種類を超えており、区分として集計するには多すぎます";
    is_table(name: &dyn Display):
        "{name}は表です。表を1つだけ指定するか、同じ列の表（CSV、TSV、XLSX）だけ、または回答ファイル（TOML、JSON）とそのフォルダーだけを指定してください";
    rows_on_stdin: "--header-from は標準入力の行に使います。表として`-`を指定してください";
    rows_need_scale: "--header-from を使う場合は、--scale かマップで尺度を指定してください。一部の行だけでは尺度を判断できません";
    no_first_row(name: &dyn Display, most: usize): "{name}の先頭{most}バイト以内に行の終わりがありません";
    form_not_worked_out(name: &str): "{name}の数式がまだ計算されていません。表計算ソフトで開いて保存し直してください";
    of_another(name: &str, why: &str): "{name}：{why}";
    no_spreadsheet(name: &str): "{name}は表計算ファイル（.xlsx）ではないため、シートを指定できません";
    large_array(name: &str, most: u64): "{name}は{most} MiBを超える配列です。1行に1オブジェクトの形式（NDJSON）にしてください";
    members(key: &str): "`{key}`の下の項目を1件ずつ行として読みます";
    members_alone(key: &str, others: &str): "`{key}`の下の項目を1件ずつ行として読みます。{others}は読みません";
    no_array(name: &str, why: &str): "{name}はオブジェクトの配列ではありません：{why}";

    // Of one answer set in a table.
    no_row(name: &str): "{name}に回答がありません。何も記入されていません";
    several_rows(name: &str, first: u64, typed: &str):
        "{name}には回答の行が複数あります。--row {first} のように行を指定してください。全行を採点するには`cxm batch {typed}`を実行してください";
    no_rows(name: &str, row: u64): "{name}に{row}行目はありません。回答の行が1つもありません";
    no_such_row(name: &str, row: u64, first: u64, last: u64):
        "{name}の{row}行目に回答はありません。回答は見出しの下の{first}～{last}行目にあります";
    other_row(name: &str, row: u64, only: u64): "{name}の{row}行目に回答はありません。回答は見出しの下の{only}行目にあります";
    is_folder(path: &str): "{path}はフォルダーです。中の回答ファイルをすべて採点するには`cxm batch {path}`を実行してください";

    // Of files of answer sets.
    no_sets(name: &str): "{name}に回答ファイル（.toml、.json）がありません";
    cannot_keep: "回答を一時ファイルに保存できません";
    in_file(name: &str, why: &str): "{name}：{why}";
    at_line(line: usize, why: &str): "{line}行目：{why}";
    at_line_and_more(line: usize, why: &str, more: usize): "{line}行目：{why}。ほか{more}件";

    // Of archives.
    #[cfg(feature = "xlsx")]
    word_document: "Word文書";
    #[cfg(feature = "xlsx")]
    presentation: "PowerPointのファイル";
    #[cfg(feature = "xlsx")]
    binary_excel: "バイナリ形式のExcelファイル（.xlsb）";
    #[cfg(feature = "xlsx")]
    open_document: "OpenDocument形式のファイル";
    #[cfg(feature = "xlsx")]
    apple_document: "Appleのファイル（Numbers、Pages）";
    #[cfg(feature = "xlsx")]
    program_or_book: "プログラムまたは電子書籍";
    #[cfg(feature = "xlsx")]
    empty_archive(name: &str): "{name}は空の圧縮ファイルです。読み込めるのはファイルが1つだけ入ったものです";
    #[cfg(feature = "xlsx")]
    several_files(name: &str, files: usize, list: &str):
        "{name}にはファイルが{files}個入っています。読み込めるのは1つだけのものです。先に展開してください（{list}）";
    #[cfg(feature = "xlsx")]
    cannot_read_in(file: &str, name: &str, why: &str): "{name}内の`{file}`を読み込めません：{why}";
    #[cfg(feature = "xlsx")]
    large_file(name: &str, file: &str, most: u64): "{name}内の`{file}`が{most} MiBを超えています。先に展開してください";
    #[cfg(feature = "xlsx")]
    packed_again(name: &str, file: &str): "{name}内の`{file}`がさらに圧縮されています。先に展開してください";
    #[cfg(feature = "xlsx")]
    only_file(file: &str): "圧縮ファイルに入っていた`{file}`を読み込みました";

    // Of encodings.
    no_encoding(label: &str): "文字コード`{label}`には対応していません。shift_jis、euc-jp、utf-16le などを指定してください";
    no_encoding_but(label: &str, near: &str): "文字コード`{label}`には対応していません。`{near}`の間違いではありませんか";
    read_as(encoding: &str): "{encoding}として読み込みました（ゼロのバイトと見出しから判断）";
    zero_bytes(name: &str): "{name}はテキストではありません（ゼロのバイトがあります）";
    in_none(name: &str): "{name}はUTF-8ではなく、ほかの文字コードとしても読めません。--encoding で文字コードを指定してください";
    try_encoding(name: &str, label: &str):
        "{name}はUTF-8ではありません。--encoding {label} を試してください（テキストとして読めます）";
    try_matching(name: &str, label: &str, columns: usize):
        "{name}はUTF-8ではありません。--encoding {label} を試してください（{columns}列が設問と一致します）";
    several_encodings(name: &str, labels: &str):
        "{name}はUTF-8ではありません。--encoding で文字コードを指定してください（候補：{labels}）";
}
