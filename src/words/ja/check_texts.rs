//! What is found of the texts of a definition and of its translations: what they say, and what they rest on, in Japanese.

texts! {
    CheckTexts for Ja;

    // What is asked.
    may_ask_two(what: &str, id: &str): "{what}`{id}`は、一度に2つのことを尋ねている可能性があります";
    joined_by(word: &str): "`{word}`でつながっています";
    ask_two_questions: "一方だけが当てはまることがあるなら、2つの設問に分けてください";
    suggests_its_answer(question: &str): "設問`{question}`は、特定の答えに誘導しています";
    asks_for_a_yes(phrase: &str): "`{phrase}`は「はい」と答えさせる言い方です";
    leave_the_verdict: "何を、どのくらい、誰が行っているかを尋ね、評価は選択肢に任せてください";
    too_wide(width: usize, most: usize): "この文は{width}桁あり、表示できる{most}桁を超えています";
    more_briefly: "短くしてください";
    has_no_help(question: &str): "設問`{question}`に`help`がありません";
    write_help: "何を見て、誰に聞けばよいかを`help`に書いてください";

    // What is there twice.
    has_twice(key: &str): "`{key}`に同じものが2つあります";
    first_here: "1つ目";
    name_the_other: "別のものの書き間違いなら直し、そうでなければ一方を削除してください";
    same_reason(action: &str, first: &str): "施策`{action}`の理由が、施策`{first}`と同じです";
    same_step(action: &str, first: &str): "施策`{action}`に、施策`{first}`と同じ手順があります";
    same_text(what: &str, id: &str, key: &str, first: &str): "{what}`{id}`の`{key}`が`{first}`と同じです";
    copied(what: &str, id: &str, first: &str): "{what}`{id}`の複数の文が`{first}`と同じです";
    this_one: "同じもの";
    write_its_own: "この施策に合わせて書くか、削除してください";
    called_alike(what: &str, id: &str, first: &str): "{what}`{id}`の名前が`{first}`と同じです";
    give_each_a_name: "レポートで区別できる名前にしてください";
    same_option(question: &str): "`{question}`に同じ内容の選択肢があります";
    set_apart: "上の選択肢との違いを書くか、一方を削除してください";
    begins_otherwise(question: &str, number: &str, points: u32):
        "`{question}`の{points}点の選択肢が「{number}」で始まっています";
    leave_numbers_out: "点数は文言の横に表示されるので、番号を消すか、番号どおりの点数にしてください";
    asks_the_same(question: &str, other: &str): "`{question}`は`{other}`と同じことを尋ねています";
    asked_here: "同じ設問";
    say_in_each: "それぞれ何を尋ねるのか、違いがわかるように書くか、一方を削除してください";

    // What is not seen.
    line_with_unseen(code: u32): "この行に目に見えない文字（U+{code:04X}）があります";
    take_away_turning: "削除してください。後ろの文字の表示順が変わってしまいます";
    text_with_unseen(code: u32): "この文に目に見えない文字（U+{code:04X}）があります";
    lost_in_conversion: "この文に、文字コードの変換で失われた文字（U+FFFD）があります";
    unseen_by_number: "この文に、`\\u`で書いた目に見えない文字があります";
    write_what_was_meant: "本来の文字に直してください";
    take_it_away: "削除してください";
    shows_nothing(code: u32): "この文に何も表示されない文字（U+{code:04X}）があります";
    write_a_space: "空白にするか、削除してください";
    wrongly_converted(garbled: &str, meant: &str): "`{garbled}`は、`{meant}`が文字化けしたものです";
    write(meant: &str): "`{meant}`と書いてください";
    looks_like(word: &str, sign: char, code: u32, meant: char):
        "`{word}`の`{sign}`（U+{code:04X}）は`{meant}`に似ていますが、別の文字です";

    // Translations.
    own_text: "定義の文がそのまま残っています";
    translate_into(language: &str): "`{language}`に翻訳してください";
    other_figure(of: &str, is: &str): "原文は`{of}`ですが、ここでは`{is}`です";
    write_figure(of: &str): "原文の数（`{of}`）に合わせてください";
    repeats(key: &str, what: &str, id: &str): "{what}`{id}`の`{key}`と同じ文ですが、原文は異なります";
    repeats_own(key: &str): "診断の`{key}`と同じ文ですが、原文は異なります";
    exchanged(one: &str, other: &str): "`{one}`と`{other}`が入れ替わっています";
    exchange: "それぞれを、原文と同じキーに書いてください";
    translate_this: "ここの原文を訳してください";
    changed_since(what: &str): "{what}が翻訳のあとに変更されています";
    was_and_is(was: &str, is: &str): "翻訳したときは`{was}`、現在は`{is}`";
    go_over_it: "翻訳を見直してからこの行を削除し、`cxm check --fix`を実行してください。新しい値が記録されます";
    not_recorded(what: &str): "{what}の翻訳に、翻訳元の記録がありません";
    records(digest: &str): "現在の文を記録するには`of = \"{digest}\"`と書いてください";
    is_and_is_not(word: &str): "訳語`{word}`が、それ自身の`not`に入っています";
    take_out_of_not(word: &str): "`not`から`{word}`を外してください";
    no_such_term(term: &str): "元の文章のどこにも`{term}`がないため、何も検査されません";
    write_the_term: "元の文章にあるとおりに用語を書いてください";
    not_the_word(bad: &str, term: &str): "`{bad}`は、用語集で決めた`{term}`の訳ではありません";
    does_not_say(term: &str, word: &str): "原文に`{term}`がありますが、訳に`{word}`がありません";
    write_or_not_always(word: &str): "`{word}`と書くか、用語集でこの用語に`always = false`を付けてください";

    // Sources and other assessments.
    only_this_text_cites(what: &str, id: &str, source: &str): "{what}`{id}`は、この文の中でしか`{source}`を引用していません";
    write_source(source: &str): "`source = \"{source}\"`と書いてください。結果の出典に載ります";
    no_source(id: &str): "出典`{id}`はありません";
    declare_it: "`[[sources]]`に追加してください";
    nothing_cites(source: &str): "出典`{source}`はどこからも引用されていません";
    cite_it(source: &str): "根拠として使うところに`source = \"{source}\"`と書くか、文の中に[{source}]と書いてください";
    cites_no_source(what: &str, id: &str): "{what}`{id}`に出典がありません";
    who_recommends: "勧めている文献などがあれば、`source = \"...\"`で示してください";
    who_describes: "取り上げている文献などがあれば、`source = \"...\"`で示してください";
    who_published: "公表元を`[[sources]]`に追加し、ここで引用してください";
    shares_add_up(benchmark: &str, whole: u32, tenths: u32): "`{benchmark}`の割合の合計が{whole}.{tenths}%です";
    share_of_each: "レベルごとの割合を%で書き、合計を99〜101にしてください";
    is_this_one(id: &str): "`{id}`はこの診断そのもので、さらに詳しい診断ではありません";
    none_known(id: &str): "診断`{id}`は見つかりません";

    // What no worked example shows.
    no_use_for(action: &str): "施策`{action}`を使う計算例がありません";
    add_one_it_raises: "この施策で上がる回答を含む計算例を`[[cases]]`に追加してください";
    no_example_expects_challenge(challenge: &str): "課題`{challenge}`を期待する計算例がありません";
    add_one_it_is_found_in: "この課題が見つかる計算例を`[[cases]]`に追加してください";
    not_told_apart(challenge: &str, other: &str): "課題`{challenge}`と`{other}`を区別する計算例がありません";
    add_one_for_one: "どちらか一方だけが見つかる計算例を`[[cases]]`に追加してください";
    no_example_expects_level(level: &str): "レベル`{level}`を期待する計算例がありません";
    add_one_that_reaches: "このレベルにちょうど届く回答の計算例を`[[cases]]`に追加してください";
    tests_none_of(parts: &str): "{parts}を確かめる計算例が1つもありません";
    levels(count: usize): "レベル{count}個";
    challenges(count: usize): "課題{count}件";
    actions(count: usize): "施策{count}件";
    comma: "、";
    add_cases: "`[[cases]]`に、回答と期待する結果を書いてください";
    no_letter_of(language: &str): "この文には、`{language}`の文字が1つもありません";
    copied_example(name: &str): "この計算例は、回答も期待する結果も`{name}`と同じです";
    other_answers: "`answers`にこの例の違いを書くか、この例を削除してください";
    found_together(challenge: &str, other: &str): "課題`{challenge}`は、`{other}`と常に同時に見つかります";
    other_signs: "この課題の根拠を`when`に書くか、この課題を削除してください";
    copied_shares(benchmark: &str, other: &str): "比較データ`{benchmark}`の割合が`{other}`と同じです";
    own_shares: "このデータ自身の割合を書くか、このデータを削除してください";
    none_in_letters_of(language: &str): "ここの文言には、`{language}`の文字が1つもありません";
    few_in_letters_of(language: &str): "ここの文言のほとんどが、`{language}`の文字で書かれていません";
    not_in_letters_of(language: &str): "この文は、`{language}`の文字で書かれていません";
    write_in(language: &str): "ほかの文と同じように`{language}`で書いてください";
    lost_as_marks(marks: &str): "この文に、文字コードの変換で失われた文字があります（`{marks}`）";
    misread(signs: &str): "`{signs}`は、日本語が文字化けしたものです";
    in_brackets(written: &str): "`{written}`は、文の中で出典を引用する書き方ではありません";
    write_citation(id: &str): "`[{id}]`と書いてください";
    code_of_language: "文言の言語のコードを書いてください";
    still_to_write(found: &str): "`{found}`は、これから書く文言の代わりです";
    breaks_off(comma: char): "この文は`{comma}`で途切れています";
    write_the_rest: "続きを書いてください";
    write_it: "文言を書いてください";
}
