//! What follows from a definition for all organisations: levels, conditions, actions and challenges, in Japanese.

use crate::exact::Score;

texts! {
    CheckReason for Ja;

    // Routes.
    finds_no_route(level: &str, next: &str): "`{level}`の組織の中に、`{next}`へのルートがないものがあります";
    finds_no_route_with(level: &str, next: &str, profile: &str):
        "`{level}`の組織の中に、`{next}`へのルートがないものがあります（プロフィールが`{profile}`の場合）";
    this_needs(missing: &str): "不足：{missing}";
    from_here: "このレベルから";
    done_all(scores: &str): "すべての施策を実施しても、{scores}にとどまることがあります。施策の`raises`を増やすか、条件を緩めてください";
    done_all_with_some_not_applicable(scores: &str):
        "「該当なし」があると、すべての施策を実施しても、{scores}にとどまることがあります。施策の`raises`を増やすか、\
        条件を緩めてください";
    no_action_raises(asked: &str, question: &str): "{asked}が必要ですが、`{question}`をそこまで上げる施策がありません";
    lead_no_further(level: &str): "すべての施策を実施しても、`{level}`より上に進めません";
    lead_no_further_with(level: &str, profile: &str):
        "すべての施策を実施しても、`{level}`より上に進めません（プロフィールが`{profile}`の場合）";
    when_all_are_done(missing: &str): "すべて実施したあとの不足：{missing}";
    lead_further(next: &str): "施策を追加するか、施策の`raises`の点数を上げるか、`{next}`の条件を緩めてください";

    // What levels ask for.
    not_applicable_lifts(level: &str, score: Score, criterion: &str):
        "`{criterion}`が{score}点に届かない組織でも、「該当なし」を選べば`{level}`に上がれます";
    all_may_be_not_applicable: "どの設問でも「該当なし」を選べます";
    always_applies: "必ず当てはまる設問に`not_applicable = false`と書いてください";
    nobody_is_on(level: &str): "レベル`{level}`になる組織はありません";
    whoever_attains_this(next: &str): "これを満たす組織は`{next}`の条件も満たします";
    all_holds_by_then: "この条件は、その時点ですべて満たされています";
    ask_for_something_open(next: &str, level: &str): "`{level}`ではまだ満たされていない条件を`{next}`に加えてください";
    asks_in_vain(level: &str, asked: &str): "`{level}`の条件「{asked}」は、結果に影響しません";
    has_that_below(below: &str): "`{below}`に届く組織は、必ず満たしています";
    has_that_by_the_rest(below: &str): "`{below}`に届き、`requires`のほかの条件を満たす組織は、必ず満たしています";
    ask_for_more: "条件を厳しくするか、削除してください";
    no_score_in(criterion: &str, low: Score, high: Score): "`{criterion}`の得点が{low}点以上{high}点未満になることはありません";
    no_score_in_any(low: Score, high: Score): "どの評価項目の得点も、{low}点以上{high}点未満になることはありません";
    no_overall_score(low: Score, high: Score): "総合得点が{low}点以上{high}点未満になることはありません";
    decides_the_same(score: Score, other: Score): "{score}点でも{other}点でも判定は同じです";
    in_place_from(score: Score): "{score}点以上で基準達成";
    score_here(score: Score): "こちらは{score}点";
    next_score(score: &str): "次にありうる得点は{score}点です。両方ともその点数にするか、一方を離してください";
    ask_for_the_same: "両方とも同じ点数にするか、一方を離してください";

    // Actions and questions.
    never_raises(action: &str): "施策`{action}`を実施しても、上がる回答がありません";
    raised_by_then(before: &str): "先に実施する`{before}`で、同じところまで上がっています";
    raise_higher_than(before: &str): "`{before}`より高い点数まで上げるか、この施策を削除してください";
    of_nobody: "この施策の対象となる組織には、尋ねない設問です";
    mend_or_remove_action: "条件を直すか、この施策を削除してください";
    to_the_worst: "最も低い選択肢までしか上げません";
    raise_to_better: "もっと高い選択肢まで上げるか、この施策を削除してください";
    never_raises_question(action: &str, question: &str): "施策`{action}`を実施しても、`{question}`の回答は上がりません";
    raises_as_high(before: &str): "先に実施する`{before}`で、同じところまで上がります";
    worst_option: "最も低い選択肢です";
    nobody_is_asked: "この施策の対象となる組織には、尋ねない設問です";
    mend_or_remove: "条件を直すか、この行を削除してください";
    raise_higher: "もっと高い点数まで上げるか、この行を削除してください";
    no_answer_changes(question: &str): "`{question}`にどう答えても、基準達成もレベルも変わりません";
    whatever_else: "ほかの回答が何であっても変わりません";
    more_weight(criterion: &str, in_place: Score):
        "`{criterion}`のほかの設問に比べて重みを大きくするか、しきい値を動かしてください（現在の`in_place`は{in_place}）";

    // Conditions, facts and challenges.
    changes_nothing(fact: &str): "この`{fact}`の条件は、あってもなくても同じです";
    name_other_options: "別の選択肢を書くか、削除してください";
    nothing_depends_on(fact: &str): "`{fact}`を使うところがありません";
    go_by_it: "条件や工数で使うか、尋ねるのをやめてください";
    holds_for_everybody: "すべての組織が当てはまるので、対象がなくなります";
    holds_wherever: "`if`に当てはまる組織がすべて除かれるので、対象がなくなります";
    for_nobody: "対象となる組織がありません";
    name_fewer_options: "`unless`の選択肢を減らすか、対象のないものを削除してください";
    is_asked_nothing(profile: &str): "{profile}の組織には、尋ねる設問が1つもありません";
    too_many_ways: "プロフィールの組み合わせが多すぎるため、どの組織にも設問があるかどうかを確認できません";
    ask_everybody: "すべての組織か、この組織を対象とする設問を設けてください";
    no_action_ends(challenge: &str): "課題`{challenge}`を解消できる施策がありません";
    no_action_ends_with(challenge: &str, profile: &str):
        "課題`{challenge}`を解消できる施策がありません（プロフィールが`{profile}`の場合）";
    one_that_raises: "このうちどれか1つを、書かれた点数より上に上げる施策が必要です";
    add_such_an_action: "そのような施策を追加するか、どの組織の課題なのかを`if`に書いてください";

    // What could not be decided.
    undecided_profiles: "プロフィールごとに何が成り立つかは、判定できませんでした";
    fewer_options_together: "条件に使う選択肢の組み合わせを減らすか、`undecided`を許可してください";
    undecided_scores: "得点に関することは、ありうる得点が多すぎるため判定できませんでした";
    undecided_level(level: &str): "レベル`{level}`になる組織があるかどうかは、判定できませんでした";
    undecided_requirement(level: &str): "この条件が`{level}`に影響するかどうかは、判定できませんでした";
    undecided_threshold: "下のレベルのしきい値との間に得点があるかどうかは、判定できませんでした";
    undecided_question: "この設問の回答で何かが変わるかどうかは、判定できませんでした";
    undecided_route(level: &str): "`{level}`のすべての組織に次のレベルへのルートがあるかどうかは、判定できませんでした";
    small_whole_numbers: "重みと点数を公約数の多い小さな整数にするか、`undecided`を許可してください";
}
