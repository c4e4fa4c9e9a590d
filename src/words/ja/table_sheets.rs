//! Why a spreadsheet cannot be read or written, in Japanese.

texts! {
    TableSheets for Ja;

    is_damaged: "ファイルが破損しています";
    unreadable(message: &str): [of message;
        "Workbook is password protected" "パスワードで保護されています。解除して保存し直してください",
        "Zip error: invalid Zip archive: Could not find EOCD" "ファイルが途中で切れているか、破損しています",
        "invalid Zip archive: Could not find EOCD" "ファイルが途中で切れているか、破損しています",
        "Zip error: specified file not found in archive" "表計算ファイルとして必要な部分がありません",
        other "ファイルが破損しているか、対応していない形式です",
    ];
    too_large: "展開すると大きすぎます。CSVで保存してください";
    large_styles(most: u64): "書式の情報が{most} MiBを超えています。CSVで保存してください";
    long_row(row: u32, most: usize): "{row}行目の文字が{most} MiBを超えています";
    out_of_order: "行が順番どおりに並んでいません";
    cell_twice(row: u32): "{row}行目に同じ位置のセルが重複しています";
    long_sheet(most: usize): "シートの文字が{most} MiBを超えています。CSVで保存してください";
    many_merged(most: u64): "結合または取り消し線のあるセルが{most}個を超えています。CSVで保存してください";
    many_sheets(most: usize): "シートが{most}枚を超えています。集計するシートだけを保存してください";
    no_sheet: "シートが1枚もありません";
    equal_sheets(sheets: &str):
        "シート{sheets}は設問との一致数が同じで、列が異なります。集計するシートを --sheet で指定してください";
    no_such_sheet(wanted: &str, sheets: &str): "シート`{wanted}`はありません。シートの一覧：{sheets}";
    far_cell: "表計算ファイルの範囲を超えた位置にセルがあります";
    long_cell(row: u32, most: usize): "{row}行目のセルの文字が{most} MiBを超えています";
    without_value(cell: &str): "値のない数式（{cell}）";
    strings_lie(count: &str): "文字列が{count}個あるはずですが、ファイルが小さすぎます";
    many_formats(most: u64): "セルの書式が{most}種類を超えています。CSVで保存してください";
    many_rows(most: u64): "行数が{most}を超えています。CSVで保存してください";
    many_texts(most: u64): "文字列が{most}種類を超えています。CSVで保存してください";
    many_cells(most: u64): "セルが空のものも含めて{most}個を超えています。CSVで保存してください";
    many_pieces(most: u64): "XMLの要素が{most}個を超えています。CSVで保存してください";
    long_piece(most: usize): "展開すると{most} MiBを超える部分があります";
    long_row_or_text(most: usize): "展開すると{most} MiBを超える行または文字列があります";

    // Of one that is written.
    no_room: "行を一時ファイルに書き込めません。ディスクの空き容量を確認してください";
    most_rows(most: u32): "シートに書き込めるのは{most}行までです。CSVで出力してください";
}
