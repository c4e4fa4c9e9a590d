//! Why there is no such query, in Japanese.

texts! {
    SqlRefusals for Ja;

    needs_keep(dialect: &str): "`{dialect}`では`*`から列を除けません。残す列を指定してください（例：--keep respondent）";
    called_as_result(name: &str, id: &str): "`{id}`の`{name}`は、結果の別の列と同じ名前になります";
    neither(id: &str, assessment: &str): "`{id}`は`{assessment}`の設問でも属性でもありません";
    nothing_left: "--absent の指定により、表から読む列がなくなります";
    carried_too(header: &str, name: &str):
        "対応表では列`{header}`が`{name}`になっていますが、--keep にも`{name}`という列があります。どちらかを除いてください";
    no_fact(by: &str, assessment: &str):
        "`{by}`は`{assessment}`の属性ではありません。1行に1つの回答がある表では、属性ごとにのみ集計できます";
    empty_name: "表の名前が空です";
    three_columns: "回答者、設問、回答の3つの列名をカンマで区切って指定してください（RESPONDENT,QUESTION,ANSWER）";
    three_different: "回答者、設問、回答には別々の列を指定してください";
    own_columns(own: &str, name: &str): "`{own}`で始まる列名はクエリの内部で使います。`{name}`の名前を変えてください";
    obeyed(obeyed: &str, name: &str): "列名に含まれる`{obeyed}`は、文字ではなく命令として扱われます。`{name}`の名前を変えてください";
    too_long(dialect: &str, most: usize, name: &str, length: usize):
        "`{dialect}`では名前が{most}バイトで切り捨てられますが、`{name}`は{length}バイトあります。名前または中のIDを短くしてください";
    one_of_several(header: &str): "列`{header}`は1つの設問を分けた列の1つで、クエリでは読み取れません";
    two_columns(one: &str, other: &str, id: &str): "対応表では`{one}`と`{other}`の両方が`{id}`の列になっています";
    called_otherwise(id: &str):
        "対応表では列`{id}`が別の意味になっていて、`{id}`の列がありません。列がない場合は --absent {id} を付けてください";
    two_equals(text: &str): "`=`が2つあるため、どの列の条件かをクエリでは判断できません：`{text}`";
    by_fact(fact: &str, text: &str): "属性`{fact}`による行の絞り込みは、クエリではできません：`{text}`";
    by_number(header: &str): "クエリでは列を番号ではなく名前で指定してください：`{header}`";
    many_sums(criterion: &str):
        "評価項目`{criterion}`は、該当する設問の組み合わせによる重みの合計が多すぎるため、クエリにできません";
    small_integers(assessment: &str, bits: u32, dialect: &str, has: u32):
        "`{assessment}`の総合得点を正確に計算するには{bits}ビット以上の整数が必要ですが、`{dialect}`の整数は{has}ビットです";
    empty_cell:
        "対応表で空のセルに意味が割り当てられていますが、クエリでは空のセルを未回答とみなします。[cells]から除いてください";
    semicolon(option: &str, fact: &str):
        "属性`{fact}`の選択肢`{option}`の文章にセミコロンがあり、SQLでは選択肢の区切りと区別できません";
    small_sums(assessment: &str, dialect: &str):
        "`{assessment}`の得点を正確に合計するには、`{dialect}`より大きな整数が必要です";
}
