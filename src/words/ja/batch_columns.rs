//! What columns are taken for, and why they are refused, in Japanese.

texts! {
    BatchColumns for Ja;

    // The list.
    head(columns: usize, delimiter: &str): "{columns}列、区切りは{delimiter}";
    head_of_sheet(columns: usize, delimiter: &str, sheet: &str): "シート{sheet}の{columns}列、区切りは{delimiter}";
    head_in(columns: usize, delimiter: &str, encoding: &str): "{columns}列、区切りは{delimiter}、文字コードは{encoding}";
    header_is(head: &str, row: u64): "{head}、見出しは{row}行目";
    tabs: "タブ";
    commas: "コンマ";
    semicolons: "セミコロン";
    coverage(with: usize, all: usize): "{all}問中{with}問に列があります\n";
    open(ids: &str): "すべての行で未回答：{ids}\n";
    more_columns(more: usize): "  …ほか{more}列\n";

    // What a column is taken for.
    question(id: &str, why: &str): "{id}（{why}）";
    question_option(id: &str, option: &str): "{id}（選択肢の1つ：{option}）";
    not_applicable: "該当なし";
    fact(id: &str, why: &str): "属性 {id}（{why}）";
    fact_option(id: &str, option: &str): "属性 {id}（選択肢の1つ：{option}）";
    named(name: &str): "付加情報 {name}（マップの指定）";
    metadata: "付加情報";
    metadata_near(near: &str): "付加情報（`{near}`の間違いではありませんか）";

    // Why.
    its_id: "IDが一致";
    its_text(language: &str): "文が一致、{language}";
    its_place: "LimeSurveyのコードの順番";
    again: "同じ列の繰り返し";
    the_map: "マップの指定";
    in_a_way(why: &str, way: &str): "{why}、{way}";
    without_help: "下の行を除く";
    without_code: "前のコードを除く";
    without_path: "前のグループ名を除く";
    by_letters: "文字だけで比較";
    in_two_languages: "別の言語の文と並記";
    by_beginning: "先頭部分で比較";
    without_stem: "共通の設問文を除く";

    // What stands in it.
    empty(meaning: &str): "{meaning}　空欄のみ";
    different(meaning: &str, cells: usize): "{meaning}　値は{cells}種類";
    more_than(meaning: &str, cells: usize): "{meaning}　値は{cells}種類超";
    not_understood(column: &str, cells: &str): "{column}、読み取れない値：{cells}";
    cell_in(cell: &str, rows: u64): "`{cell}`（{rows}行）";

    // What no column tells.
    untold(name: &str, facts: usize, ids: &str):
        "注：{name}：{facts}個の属性の列がないため、その属性で対象が決まる設問を未回答とみなします：{ids}\n";
    unanswered(name: &str, open: usize, all: usize, ids: &str):
        "注：{name}：{all}問中{open}問は列がなく、すべての行で未回答になります：{ids}\n";
    by_codes(name: &str):
        "注：{name}：設問はLimeSurveyのコード（`G01Q01`など）の順番だけで判断しました。調査票の順番がこの診断と違うときは、設問文を含めて\
         エクスポートするか、--map で列の意味を指定してください\n";
    joined(name: &str, questions: usize, ids: &str):
        "注：{name}：{questions}問は複数の列に分かれ、どの行もいずれか1列だけに記入があるため、1つの設問として読みます：{ids}\n";
    near_column(id: &str, header: &str): "{id}（`{header}`列のことではありませんか）";
    hidden_columns(name: &str, columns: usize, headers: &str):
        "注：{name}：シートで非表示になっている{columns}列にも回答があり、採点に含めます：{headers}\n";
    metadata_merged(name: &str, rows: usize, first: u64):
        "注：{name}：{first}行目以降の{rows}行で、付加情報のセルが上のセルと結合されています。上のセルと同じ値として読み込みます\n";
    disguised(name: &str, rows: usize, first: u64, headers: &str):
        "{name}：{first}行目以降の{rows}行で、セルの数値とは別のものが表示形式により表示されています：{headers}\n\
         これらの列の表示形式を戻して値を確かめるか、このまま扱うなら --every-row を指定してください。";
    commented(name: &str, column: usize, header: &str, text: &str, id: &str):
        "{name}：{column}列目の見出し`{header}`のコメントに`{text}`とあり、回答とは別のことを尋ねているかもしれません\n\
         そうでなければコメントを削除してください。または --map で列の意味を指定してください。[columns] に \"#{column}\" = \"{id}\" と書くと回答として使い、\
         \"#{column}\" = \"\" と書くと付加情報として残します。";
    struck(name: &str, headers: &str, column: usize, id: &str):
        "{name}：設問または属性の見出しの全部または一部に取り消し線が引かれており、その列は無効かもしれません：{headers}\n\
         不要な列は削除し、使う列は取り消し線を外してください。または --map で列の意味を指定してください。[columns] に \"#{column}\" = \"\" と書くと\
         {column}列目を付加情報として残し、\"#{column}\" = \"{id}\" と書くとそのまま使います。";

    // Why they cannot be used.
    no_question(name: &str, list: &str, assessment: &str, delimiter: &str):
        "{name}：`{assessment}`の設問と一致する列がありません\n{list}列の見出しは、設問のIDか設問文と照合します（`cxm show`で確認できます）。\
         別の診断なら -a で指定し、見出しが違うだけなら --map で列の意味を指定してください。区切りは{delimiter}とみなしました。";
    twice(name: &str, list: &str): "{name}：同じ設問または属性に一致する列が複数あります\n{list}\n";
    may_be_a_slip(ids: &str): "{ids}の列がありません。上の列のどれかが見出しの書き間違いなら、表の見出しを直してください。\n";
    filled_twice(rows: u64, first: u64):
        "{first}行目をはじめ{rows}行で、そのうち2列以上に記入があります。1つの設問として読むのは、どの行でもいずれか1列だけに記入がある場合に限ります。\n";
    which_counts(number: usize, id: &str):
        "見出しがどれも正しければ、どの列を使うかを --map のファイルに書いてください（ひな型は --map-skeleton で作れます）。\
         次の2行で{number}列目を使い、ほかの列は付加情報として残します：\n[columns]\n\"#{number}\" = \"{id}\"";
    columns_of(id: &str, columns: &str): "  {id}：{columns}列目";
    unclear(name: &str, list: &str, number: usize, id: &str):
        "{name}：設問または属性の列かもしれませんが、確かではない列があります\n{list}\n--map で列の意味を指定してください。[columns] に \
         \"#{number}\" = \"{id}\" と書くと{number}列目をその列として使い、\"#{number}\" = \"\" と書くと付加情報として残します。";
    turned(name: &str, column: usize, header: &str, id: &str):
        "{name}：{column}列目の見出し`{header}`は、数値の向きが逆であることを示しているようですが、マップに数値の意味が書かれていません\n\
         この設問だけの意味を、[cells.{id}] の下に 1 = 5 のように、数値ごとの点数で書いてください。";
    in_one_cell(name: &str, column: usize, questions: usize, header: &str):
        "{name}：{column}列目の1つのセルに設問{questions}件の見出しが入っています。1行全体が1つのセルになっているようです：`{header}`\n\
         行全体を囲む引用符を消すか、表計算ソフトで開いて「区切り位置」でその列を分割し、保存し直してください。";
    unclear_column(column: usize, header: &str, id: &str, why: &str): "  {column}列目`{header}`：{id}？ {why}";
    unclear_more(more: usize): "  …ほか{more}列";
    options_differ: "選択肢ごとの列のようですが、ほかの選択肢の列が足りないか、多すぎるか、この設問にない選択肢です";
    looks_renamed: "前にある見出しと同じで、重複のため名前が変わったようです";
    stem_may_ask: "前の文が別のことを尋ねているか、設問以外にも共通のようです";
    says_more: "見出しの一部だけが一致し、ほかの文字もあります";
    no_such_columns(name: &str, headers: &str, list: &str): "{name}：マップで指定した列がありません：{headers}\n{list}";
    by_its_number(number: usize): "列を番号で指定するときは、引用符で囲んで \"#{number}\" と書いてください。";
    beside(name: &str, cell: &str, column: usize, id: &str):
        "{name}：設問の見出しと並んで`{cell}`とあり、回答とは別のことや逆向きの評価を尋ねているかもしれません\n\
         そうでなければその行を削除してください。または --map で列の意味を指定してください。[columns] に \"#{column}\" = \"{id}\" と\
         書くと{column}列目を回答として使います。数値の意味は [cells] に書きます。";
    answered_above(name: &str, rows: u64, header: u64):
        "{name}：見出し（{header}行目）より上の{rows}行に設問への回答があり、並べ替えで見出しが回答の間に入ったようです\n\
         見出しを一番上に移すか、上にある回答者以外の行を削除してください。";
}
