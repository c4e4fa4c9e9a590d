//! Why a cell is no answer, and why a row cannot be read, in Japanese.

texts! {
    MappingCells for Ja;

    // Of a question.
    more_than_one(id: &str): "`{id}`の選択肢が複数選ばれています";
    map_gives_none(cell: &str, id: &str):
        "`{cell}`は`{id}`の回答になりません。マップで数値の意味が変更されていますが、この数値の指定がありません";
    map_gives_no_option(cell: &str, points: u32, id: &str, all: &str):
        "`{cell}`はマップで{points}点とされていますが、`{id}`に{points}点の選択肢はありません。マップに書く点数は{all}のいずれかにしてください";
    map_gives_others(cell: &str, id: &str): "`{cell}`は、マップで`{id}`に指定された数値ではありません";
    always_applies(id: &str, points: &str): "設問`{id}`は「該当なし」にできません。選択肢の点数は{points}です";
    always_applies_on_scale(id: &str, numbers: &str): "設問`{id}`は「該当なし」にできません。この表での選択肢の番号は{numbers}です";
    no_answer(cell: &str, id: &str, points: &str): "`{cell}`は`{id}`の回答になりません。選択肢の点数は{points}です";
    no_answer_on_scale(cell: &str, id: &str, numbers: &str):
        "`{cell}`は`{id}`の回答になりません。この表での選択肢の番号は{numbers}です";
    other_letter(cell: &str, id: &str): "`{cell}`は先頭の記号と、続く`{id}`の選択肢が食い違っています";
    other_number(cell: &str, number: u32, id: &str):
        "`{cell}`は先頭の数字が{number}ですが、続く文は`{id}`の別の番号の選択肢です";
    beside_number(cell: &str, number: u32, id: &str):
        "`{cell}`には番号{number}が付いていますが、文は`{id}`の別の番号の選択肢です";
    either(word: &str):
        "`{word}`は、無回答（ソフトが書き込んだ欠損値）とも「該当なし」とも取れます（「該当なし」にできない設問にも入っています）。\
         --map の [cells] で、無回答なら`\"{word}\" = \"\"`、該当なしなら`\"{word}\" = \"n/a\"`と指定してください";
    of_several_options(cell: &str, id: &str): "`{cell}`は`{id}`の複数の選択肢に当てはまります。点数で記入してください";
    not_asked(id: &str): "設問`{id}`は、属性の回答によるとこの組織では対象外です。属性を修正するか、この回答を消してください";

    // Of a fact.
    only_one_can_hold(cell: &str, id: &str): "`{cell}`：`{id}`で選べる選択肢は1つだけです";
    only_one_of(told: usize, id: &str): "`{id}`の選択肢が{told}個選ばれています。選べるのは1つだけです";
    read_in_two_ways(cell: &str, id: &str):
        "`{cell}`は`{id}`の選択肢として何通りにも読めます。選択肢のIDを`;`で区切って記入してください";
    of_several_options_of_fact(cell: &str, id: &str):
        "`{cell}`は`{id}`の複数の選択肢に当てはまります。選択肢のIDで記入してください";
    no_option(cell: &str, id: &str, options: &str): "`{cell}`は`{id}`の選択肢にありません。選択肢は{options}です";
    no_option_of_several(cell: &str, id: &str, options: &str):
        "`{cell}`は`{id}`の選択肢にありません。選択肢は{options}です（複数選ぶ場合は`;`で区切ります）";

    // Of the column of one option.
    no_mark(cell: &str): "`{cell}`では、この列の選択肢が選ばれたかどうかを判断できません";

    // Of a row.
    between_reasons: "。";
    and_more(reasons: &str, more: usize): "{reasons}。ほか{more}件";
    no_text: "この行には、表の文字コードでは読めないバイトがあります。多くの行がそうなら、--encoding で文字コードを指定してください";
    no_text_in(cell: usize):
        "{cell}番目のセルに、表の文字コードでは読めないバイトがあります。多くの行がそうなら、--encoding で文字コードを指定してください";
    no_text_behind(cell: usize, before: &str):
        "{cell}番目のセルの`{before}`の後に、表の文字コードでは読めないバイトがあります。多くの行がそうなら、--encoding で文字コードを\
         指定してください";
    no_text_under(cell: usize, header: &str):
        "{cell}番目のセル（`{header}`）に、表の文字コードでは読めないバイトがあります。多くの行がそうなら、--encoding で文字コードを\
         指定してください";
    no_text_under_behind(cell: usize, header: &str, before: &str):
        "{cell}番目のセル（`{header}`）の`{before}`の後に、表の文字コードでは読めないバイトがあります。多くの行がそうなら、--encoding \
         で文字コードを指定してください";
    never_closed: "引用符が閉じられていないため、以降の入力がすべてこの行に含まれています";
    other_width(cells: usize, wanted: usize): "セルが{cells}個で、見出しの列数（{wanted}）と一致しません。区切りの過不足を確認してください";
}
