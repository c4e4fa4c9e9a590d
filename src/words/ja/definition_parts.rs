//! What does not hold between the parts of a definition, in Japanese.

texts! {
    DefinitionParts for Ja;

    not_the_file_name(stem: &str): "idがファイル名`{stem}`と異なります";
    write_or_name_file(stem: &str, id: &str): "`{stem}`と書くか、ファイル名を`{id}.toml`にしてください";
    same_id(what: &str, id: &str): "id`{id}`の{what}がほかにもあります";
    there_is_no(what: &str, id: &str): "{what}`{id}`はありません";
    fact_has_no_option(fact: &str, option: &str): "属性`{fact}`に選択肢`{option}`はありません";
    many_questions(count: usize, most: usize): "設問が多すぎます（{count}問）。{most}問までにしてください";
    too_fine: "重みや点数の刻みが細かすぎて、正確に採点できません";
    smaller_numbers: "より小さな整数にしてください。評価項目の重みは公約数で割り、選択肢の点数は1、2、3のようにします";

    // Levels.
    first_level_requires: "最初のレベルに条件は付けられません";
    remove_requires: "ほかのレベルに届かない組織は、すべてこのレベルになります。`requires`を削除してください";
    many_in_place(count: usize, criteria: usize): "評価項目は{criteria}個なので、{count}項目の基準達成という条件は満たせません。{criteria}以下にしてください";
    weaker_level(level: &str): "レベル`{level}`の条件が、下のレベルより緩くなっています";
    lowest_to_highest: "レベルは低いものから順に並べてください";
    no_more_than_below(level: &str): "レベル`{level}`の条件が、下のレベルと変わりません";
    higher_requires: "下のレベルに達すると、このレベルにも達してしまいます。`requires`をより厳しくしてください";
    first_level_asks_nothing: "最初のレベルに条件はありません。別のレベルを書くか、`level`を削除してください";
    let_level_require: "レベルの条件に`questions = 75`のような得点を書くか、`level`を削除してください";
    level_asks_nothing(level: &str): "レベル`{level}`には、属する設問についての条件がありません";
    no_question_of_level(level: &str): "レベル`{level}`に属する設問がありません";
    write_level(level: &str): "属する設問に`level = \"{level}\"`と書くか、`questions`を削除してください";

    // Groups.
    behind_group(criterion: &str, group: &str, other: &str):
        "分野`{group}`の評価項目`{criterion}`が、分野`{other}`の評価項目より後ろにあります";
    groups_together: "評価項目は分野ごとにまとめ、分野の順に並べてください";
    no_group(criterion: &str): "評価項目`{criterion}`に分野がありません";
    write_some_group: "分野を使う場合は、すべての評価項目に`group = \"...\"`と書いてください";
    empty_group(group: &str): "分野`{group}`に属する評価項目がありません";
    write_group(group: &str): "属する評価項目に`group = \"{group}\"`と書くか、この分野を削除してください";

    // Actions and challenges.
    raises_nothing(action: &str): "施策`{action}`で上がる設問がありません";
    name_what_it_achieves: "達成されることを書いてください：`raises = { 設問 = 点数 }`";
    no_option(question: &str, points: u32): "設問`{question}`に{points}点の選択肢はありません";
    its_options(points: &str): "選択肢の点数（{points}）のいずれかを書いてください";
    wait_for_one_another(actions: &str): "施策が互いに待ち合っています：`{actions}`";
    after: "`の前に`";
    remove_after: "どの施策も始められません。`after`を1つ削除してください";
    finds_always(challenge: &str): "課題`{challenge}`に設問がないため、必ず見つかることになります";
    name_what_shows: "課題があると判断する回答を書いてください：`when = { 設問 = 点数 }`";
    every_answer(question: &str, points: u32): "設問`{question}`の回答は、どれも{points}点以下です";
    below_the_best: "最も高い選択肢より低い点数を書いてください";

    // Facts.
    never_holds: "選択肢がないため、条件が成り立ちません";
    no_effort(options: &str): "次の選択肢の工数がありません：`{options}`";
    effort_each: "属性のすべての選択肢に工数を書いてください";
    several_hold(fact: &str): "属性`{fact}`では、複数の選択肢が同時に当てはまる場合があります";
    effort_by_one: "工数を分けられるのは、選択肢を1つだけ選ぶ属性です";
    nothing_assumed(fact: &str): "属性`{fact}`が未回答の場合の想定がありません";
    say_assumed(fact: &str, option: &str): "属性`{fact}`に、想定する選択肢を書いてください：`assume = \"{option}\"`";

    // What was called otherwise, or had other points.
    round_in_circle(from: &str, what: &str): "`{from}`は循環していて、どの{what}にもたどり着きません";
    still_there(what: &str, from: &str): "{what}`{from}`は、名前が変わったとされていますが、今もあります";
    one_id_only: "この行を削除するか、今あるものに別のidを付けてください";
    two_lead_to(what: &str, to: &str): "前の2つのidが、同じ{what}`{to}`に対応しています";
    the_other: "もう一方";
    changed_twice(first: &str, from: &str, to: &str):
        "2回変わったものは、`{first}` = \"{from}\"、`{from}` = \"{to}\"とつなげて書いてください。\
        2つが1つになったのなら、回答を引き継ぐほうだけを残してください";
    write_before: "今の点数になったバージョンを書いてください（例：before = \"1.2.0\"）";
    later_than_this(before: &str, own: &str): "`{before}`は、この定義のバージョン{own}より後です";
    earlier_first: "先に変わったものを先に書きます";
    order_of_before: "設問のテーブルは`before`の順に並べ、それぞれに`before`を書いてください";
    need_before(question: &str): "設問`{question}`の点数は2回変わっているため、`before`が必要です";
    points_unsaid(points: u32): "{points}点の選択肢が今のどれに当たるのか書かれていません";
    points_unsaid_before(points: u32, before: &str):
        "バージョン{before}より前の{points}点の選択肢が今のどれに当たるのか書かれていません";
    write_now_or_gone(points: u32, gone: &str):
        "その点数は別の選択肢のものになっています。今の点数を書くか、{points} = \"{gone}\"と書いてください";
    choose_or_gone(gone: &str, points: &str): "次から選ぶか、\"{gone}\"と書いてください：{points}";
    those_before_need(question: &str, points: u32):
        "設問`{question}`には今も{points}点の選択肢があるため、`before`が必要です";
    both_lead_to(first: u32, second: u32, to: u32):
        "{first}点と{second}点の選択肢が、同じ{to}点の選択肢に対応しています";
    gone_or_merged(gone: &str, to: u32):
        "一方がなくなったのなら、その点数に\"{gone}\"と書いてください。2つが1つになったのなら、\
        merged = [{to}]と書いてください";
    nothing_merged(to: u32): "{to}点の選択肢に対応するものが2つないため、まとめられません";
    write_all_merged(to: u32): "まとめた選択肢の点数をすべて書いてください（例：3 = {to}、4 = {to}）";
}
