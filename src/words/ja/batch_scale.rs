//! By which scale the numbers of a table are read, in Japanese.

texts! {
    BatchScale for Ja;

    // Scales.
    scale_is_none(why: &str): "尺度 {why}";
    points_of_options(first: i64, last: i64): "選択肢の点数（{first}～{last}）";
    counted_from(first: i64): "{first}から数えた選択肢の番号";
    beginnings: "選択肢の文の先頭にある番号";

    // What is said of a table.
    other_table(name: &str, row: u64):
        "{name}：{row}行目に別の見出しがあり（列が違うか、順番が違います）、そこから別の表が始まっています。表を1つずつ分けて集計してください";
    moved_down(name: &str, header: &str, column: usize):
        "{name}：{column}列目`{header}`が1行下にずれているようです。最初の行ではこの列が空で、最後の行にはほかの列の記入がほとんどないため、\
         どの回答も次の行の回答者のものになってしまいます\nセルを上に詰めてください。このままで正しければ、--every-row ですべての行を使えます。";
    weights:
        "最初の数値の行は、重みのように同じ数値を繰り返していますが、回答者の名前がどこにもないため、回答者として読みました。回答者でなければ削除してください";
    frequencies(name: &str):
        "{name}：行が回答の件数の集計のようです（設問の列の合計がすべて等しいか、行の名前が選択肢です）。元の回答を集計してください。\
         各行が回答者なら --every-row を指定してください";
    not_answered(name: &str, words: &str): "注：{name}：{words}のセルは、表を作成したソフトの表記に従い未回答として扱います\n";
    not_shown(name: &str, cells: u64, word: &str):
        "注：{name}：`{word}`の{cells}セルは、表示されなかった設問にこのツールが書き込む値なので、無回答として読み取ります。該当なしとするには --map の \
         [cells] に`\"{word}\" = \"n/a\"`と書いてください\n";
    na(name: &str, cells: u64):
        "注：{name}：`NA`の{cells}セルを該当なしとして読み取ります。無回答の印なら（Rの出力など）、--map の [cells] に`\"NA\" = \"\"`と書いて\
         ください\n";
    missing(name: &str, cells: u64, word: &str): "注：{name}：`{word}`の{cells}セルを無回答として読み取ります\n";
    no_answer(name: &str, cells: u64, number: i64):
        "注：{name}：{cells}個のセルに、ソフトが回答なしの印として書く{number}があります。無回答とするには --map の [cells] に`\"{number}\" = \"\"`、\
         該当なしとするには`\"{number}\" = \"n/a\"`と書いてください\n";
    worded(name: &str, word: &str): "注：{name}：どの数値にも付いている`{word}`を除いて読み取ります\n";
    all_passed_over(name: &str): "{name}：上記のとおり、すべての行が除外されました。含めるには --every-row を指定してください";
    one_answer_a_row(name: &str, rows: u64):
        "{name}：{rows}行で回答の位置に設問文または設問の id があり、1行に回答が1つずつ入っているようです\n\
         ピボットテーブルなどで、1人の回答を1行に、設問ごとに1列になるように並べ替えてください。";
    note(name: &str, scale: &str, numbers: &str): "注：{name}：数値を{scale}として読み込みます：{numbers}\n";
    read_as(scale: &str, numbers: &str): "数値は{scale}として読み込みます：{numbers}\n";
    number_in(number: i64, cells: u64): "{number}（{cells}個）";

    // Why it cannot be read.
    several(name: &str, cell: &str, scales: &str):
        "{name}：数値に複数の読み方があり、ファイルからはどれか判断できません（{cell}）\n{scales}\n\
         アンケートのフォームで、最も悪い選択肢の番号を確かめてください。";
    none(name: &str, scales: &str):
        "{name}：すべての数値を回答として読み取れる尺度がありません\n{scales}\nいずれかを指定すると、それ以外の数値がある行は採点されません。";
    short(name: &str, scale: &str, cell: &str, scales: &str):
        "{name}：数値は{scale}としか読めませんが、最も良い選択肢がほとんどないため、別の尺度かもしれません（{cell}）\n{scales}";
    marks(name: &str, cell: &str, scales: &str):
        "{name}：数値が0と1しかなく、チェックの有無か割合のようです（{cell}）\n{scales}";
    beyond(name: &str, cells: u64, cell: &str, scales: &str):
        "{name}：{cells}個のセルの数値が回答に当てはまらないため、別の尺度かもしれません（{cell}）\n{scales}\n\
         これを指定すると、ほかの数値がある行は採点されません。";
    shares(name: &str, row: u64, header: &str, scales: &str):
        "{name}：{row}行目の`{header}`列に割合（％など）があり、0と1も点数とは読めません\n{scales}\n\
         これを指定すると、ほかの数値がある行は採点されません。";
    cell(row: u64, header: &str, number: i64): "例：{row}行目の`{header}`列の{number}";
    how_to_mend(why: &str, numbers: &str):
        "{why}\n見つかった数値：{numbers}\n正しいオプションを指定するか、--map でセルの値の意味を指定してください。";
    how_to_mend_it(why: &str): "{why}\n正しいオプションを指定するか、--map でセルの値の意味を指定してください。";

    // Behind a scale.
    would_be(scale: &str, number: i64, text: &str): "{scale}：{number}は「{text}」になります";
    would_be_none(scale: &str, number: i64): "{scale}：{number}は回答になりません";
    would_be_but_for(scale: &str, cells: u64, number: i64, text: &str):
        "{scale}（{cells}個のセルを除く）：{number}は「{text}」になります";
    would_be_none_but_for(scale: &str, cells: u64, number: i64): "{scale}（{cells}個のセルを除く）：{number}は回答になりません";
    but(scale: &str, cell: &str): "{scale}：合わない値があります（{cell}）";
}
