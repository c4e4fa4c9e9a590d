//! What `cxm batch` says at its end and on its way, in Japanese.

use std::fmt::Display;

texts! {
    BatchRun for Ja;

    // At the end.
    blank(rows: u64): "注：値のない{rows}行を除外しました\n";
    unasked(rows: u64): "注：その組織では対象外の設問への回答は、集計に含めません（{rows}行）\n";
    left_out(keys: &str): "注：次のキーは先頭の数行にないため、取り込みませんでした：{keys}\n";
    counts(rows: u64, scored: u64, rejected: u64): "入力{rows}行 = 採点{scored}行 + 採点不可{rejected}行\n";
    counts_with_passed(rows: u64, scored: u64, rejected: u64, passed: u64):
        "入力{rows}行 = 採点{scored}行 + 採点不可{rejected}行 + 除外{passed}行\n";
    no_result(name: &str): "注：`{name}`はすべての設問が「該当なし」のため、結果がありません\n";
    disputed(name: &str, facts: &str): "注：`{name}`では{facts}の回答が食い違っているため、未回答として扱います\n";
    #[cfg(feature = "xlsx")]
    cut(cells: u64): "注：{cells}個のセルを、表計算ファイルの上限の32,767文字で切り詰めました\n";
    stdout: "標準出力";

    // Of rows that cannot be scored.
    reject(row: u64, why: &str): "{row}行目：{why}\n";
    reject_in(row: u64, file: &str, why: &str): "{row}行目：{file}：{why}\n";
    more_rejects(more: u64): "…ほか{more}行（--rejects ファイル ですべて書き出せます）\n";
    cells_can_be_mapped(which: &str):
        "注：{which}にある値の意味は --map で指定できます（ひな型は --map-skeleton で作れます）\n";
    may_be_own(header: &str, key: &str):
        "注：列`{header}`が診断のものではなく独自の列なら、--map のファイルの [columns] に`{key} = \"\"`と書くと、そのまま引き継がれます\n";

    // Of a reference population.
    among_others(name: &str, rejected: u64, scored: u64):
        "注：{name}：{rejected}行は採点できません。パーセンタイルは残りの{scored}行で求めます\n";
    nothing_to_compare(name: &str): "{name}に採点できる行がありません";

    // On its way; what stands in braces is filled in by another crate.
    progress: "{bar:20} {binary_bytes} / {binary_total_bytes}、{msg}、残り{eta}";
    progress_of_unknown: "{binary_bytes}、{msg}";
    speed(rows: u128): "{rows}行/秒";

    // Of reports.
    not_empty(folder: &dyn Display): "{folder}は空ではありません。レポート用に新しいフォルダーを指定してください";
    cannot_write_reports(folder: &dyn Display): "レポートを{folder}に書き込めません";
    many_rows(count: usize, most: usize): "{count}行ありますが、レポートを作成できるのは{most}件までです。--where で絞り込んでください";
    many_organisations(count: usize, most: usize):
        "{count}組織ありますが、レポートを作成できるのは{most}件までです。--where で絞り込んでください";
    wrote(reports: usize, index: &str): "{reports}件のレポートを作成しました。比較：{index}\n";

    // Of arguments.
    #[cfg(feature = "xlsx")]
    sheet_for_a_terminal: "表計算ファイルは端末に表示できません。-o で出力先のファイルを指定してください";
    no_delimiter: "引用符以外のASCII文字1つ、または`tab`を指定してください";
    torn_condition: "--where の条件が空白で分かれています。二重引用符で囲んでください：--where \"列名 != 値\"";
    no_number_of_actions: "0～20の数を指定してください";
    no_folder_for_pages:
        "ページは行ごと、または --merge で指定した列の組織ごとに作成します。--reports で新しいフォルダーを指定してください";
    nothing_left_for_output: "ページは --reports のフォルダーに書き込むため、-o は指定できません";
    rejects_to_stdout: "--rejects にはファイルを指定してください。標準出力には結果を書き込みます";
}
