//! Why a row is refused before it is read, in Japanese.

texts! {
    MappingRows for Ja;

    either(word: &str, header: &str):
        "`{word}`は回答者の名前とも、集計行や記入例など回答者ではない行とも取れます。除外するなら --where '{header} != {word}'、\
         回答者として扱うなら --every-row を指定してください";
    nameless(header: &str):
        "ほかの行にはある`{header}`が空欄なので、平均などの集計行かもしれません。除外するなら --where '{header} !='、\
         回答者として扱うなら --every-row を指定してください";
    tells_nothing(header: &str, text: &str):
        "ほかの行と違って`{header}`が`{text}`だけで誰の回答かわからず、平均などの集計行かもしれません。除外するなら \
         --where '{header} != {text}'、回答者として扱うなら --every-row を指定してください";
    numbered(header: &str, number: &str):
        "`{header}`はほかの行では文字なのに、この行では数値の`{number}`です。件数などの集計行かもしれません。除外するなら \
         --where '{header} != {number}'、回答者として扱うなら --every-row を指定してください";
    repeats:
        "数値がほかの全行の平均、合計、件数、中央値のいずれかと一致し、回答者ではないかもしれません。この行を削除するか、\
         回答者として扱うなら --every-row を指定してください";
    #[cfg(feature = "cli")]
    sums_up:
        "すぐ下または上の行の平均、合計、最大、最小のいずれかと一致し、ほかにも同じような行が表をグループに分けているので、集計行のようです。この行を\
         削除するか、回答者として扱うなら --every-row を指定してください";
    below(title: u64):
        "空行の下の{title}行目が表題のようで、そこから別の表が始まっているかもしれません。別の表なら分けて集計し、\
         同じ表なら --every-row を指定してください";
    hidden: "シートで非表示になっている行です。シートで再表示するか削除してください。回答者として扱うなら --every-row を指定してください";
    struck(header: &str):
        "`{header}`のセルの全部または一部に取り消し線が引かれています。不要なら削除してください。回答者として扱うなら --every-row を指定してください";
    #[cfg(feature = "cli")]
    commented(header: &str):
        "`{header}`のセルのコメントに、回答の訂正が書かれています。正しい回答をセルに入力し、コメントを削除してください。このまま扱うなら --every-row を\
         指定してください";
    disguised(header: &str, number: &str):
        "`{header}`のセルの値は{number}ですが、表示形式により別のものが表示されています。表示形式を戻して値を確かめてください。このまま扱うなら \
         --every-row を指定してください";
    worked_out: "ほかの行から計算された行（合計や平均など）です。削除するか、回答者として扱うなら --every-row を指定してください";
    merged(header: &str): "`{header}`のセルがほかのセルと結合されていて、この行だけの回答がありません。シートで結合を解除してください";
    #[cfg(feature = "cli")]
    shifted(text: &str, column: usize, header: &str):
        "`{header}`の右の見出しのない列（{column}列目）に`{text}`があります。途中に余分なセルが入り、回答が別の設問の列にずれているかも\
         しれません。余分なセルを削除するか、このままでよければ --every-row を指定してください";
    left(number: &str, header: &str):
        "`{header}`はほかの行では文字なのに、この行では数値の`{number}`で、最後の設問は空欄です。この行だけ左へ1列ずれているかもしれません。\
         欠けたセルを補うか、このまま扱うなら --every-row を指定してください";
    right(number: &str, header: &str):
        "最後の設問のすぐ右の`{header}`に数値の`{number}`があります。途中に余分なセルが入り、回答が右へ1列ずれているかもしれません。余分なセルを\
         削除するか、このままでよければ --every-row を指定してください";
    contradicts(text: &str, header: &str):
        "`{header}`に`{text}`とありますが、横の数値は別の選択肢を表します。どちらかを直すか、回答の列を --map で指定してください";
    unlike(header: &str, column: usize):
        "`{header}`の内容が回答と食い違っています。どちらかを直すか、設問の回答ではないなら、--map の [columns] に \"#{column}\" = \"\" と書いてください";
    swallows:
        "この行のセルで開いた引用符が下の行で閉じられ、間の行が1つのセルに取り込まれています。引用符を削除するか2つ重ねてください。\
         このままでよければ --every-row を指定してください";
    other_assessment(id: &str, own: &str): "`{own}`ではなく`{id}`への回答です。-a {id} を指定してください";
}
