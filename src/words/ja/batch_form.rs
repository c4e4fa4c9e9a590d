//! Why it is not certain what a form that came back says, in Japanese.

texts! {
    BatchForm for Ja;

    not_certain(name: &str, why: &str): "{name}：この回答用紙の回答を確定できません：{why}";
    no_form: "表示されているシートに設問がありません。新しい回答用紙に回答を写してください";
    two_forms(sheet: &str, other: &str):
        "シート`{sheet}`と`{other}`の両方に記入があり、内容が異なります。使わないほうのシートを削除してください";
    no_line_of(sheet: &str, label: &str):
        "シート`{sheet}`のB列に「{label}」が見当たりません。列が動いたか、行が削除されています。新しい回答用紙に回答を写してください";
    other_facts(sheet: &str, found: usize, facts: usize):
        "シート`{sheet}`にある組織についての質問は{found}問で、回答用紙の{facts}問と合いません。新しい回答用紙に回答を写してください";
    lines_of_question(sheet: &str, lines: u64, number: usize):
        [lines; 0 "シート`{sheet}`に設問{number}の行がありません。新しい回答用紙に回答を写してください",
         other "シート`{sheet}`に設問{number}の行が{lines}行あります。使わない行を削除してください"];
    asks_other(cell: &str, asked: &str, id: &str):
        "{cell}の設問は`{asked}`ですが、回答用紙のその位置は`{id}`です。行が移動しているため、新しい回答用紙に回答を写してください";
    answer_beside(evidence: &str, text: &str, answer: &str):
        "根拠欄の{evidence}にある`{text}`は、空欄の{answer}に入れるはずの回答かもしれません。{answer}に入れるか、{evidence}に説明を書き足してください";
    only_hidden(cell: &str, value: &str, id: &str):
        "{cell}は空欄ですが、非表示のシートの`{id}`には`{value}`があります。{cell}に入れるか、表計算ソフトで開いて保存し直してください";
    second_answer(cell: &str, text: &str):
        "{cell}の`{text}`は、別の人の回答かもしれません。回答用紙は1人1部です。回答者ごとに分けてください";
    not_as_sent(cell: &str, id: &str):
        "{cell}の行は、`{id}`の設問文か選択肢が元の回答用紙と違います。新しい回答用紙に回答を写すか、点数の意味が同じなら --accept-version を付けてください";
    says_otherwise(cell: &str, text: &str):
        "{cell}の`{text}`は、点数の意味を元の回答用紙とは違うものにしています。元に戻し、一覧から選び直してください";
    two_marks(cell: &str):
        "○に混じって{cell}に「x」があり、当てはまらないという意味かもしれません。空欄にするか、ほかと同じ印にしてください";
    not_worked_out(cell: &str):
        "{cell}の数式がまだ計算されていません。表計算ソフトで開いて保存し直してください";
    in_cell(cell: &str, why: &str): "{cell}：{why}";
}
