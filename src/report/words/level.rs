//! Level and criteria.

use crate::exact::Score;
use crate::score::Amount;
use crate::text::texts;

texts! {
    level_of(number: usize, of: usize, level: &str): "Level {number} of {of}: {level}", "レベル{number}（全{of}レベル）：{level}";
    possibly(level: &str, open: usize):
        [open; "Possibly {level}: {open} question is open.", "Possibly {level}: {open} questions are open."],
        "未回答が{open}問あり、回答しだいで「{level}」になる可能性があります。";
    open_all_the_same(open: usize):
        [open; "{open} question is open; the level is the same however they are answered.",
            "{open} questions are open; the level is the same however they are answered."],
        "未回答が{open}問ありますが、どう回答してもレベルは変わりません。";
    open_questions(ids: &str): "Open: {ids}.", "未回答：{ids}";
    open_questions_and(ids: &str, more: usize): "Open: {ids} and {more} more.", "未回答：{ids}ほか{more}問";
    share_here(shares: &str): "Organisations on this level: {shares}.", "このレベルにある組織の割合：{shares}";
    standing(when: &str, level: &str, overall: &str, in_place: usize):
        "{when}: {level}, overall {overall}, {in_place} in place.",
        "{when}：{level}、総合得点{overall}、基準達成{in_place}項目。";
    other_version(version: &str):
        "Those answers belong to version {version}, and are scored by this one; questions that it did not have are open.",
        "前回の回答はバージョン{version}のもので、今回のバージョンで採点しています。前回なかった設問は未回答とみなします。";
    criteria_in_place(have: &str, all: usize): "Criteria: {have} of {all} in place", "評価項目：{all}項目中{have}項目が基準達成";
    criteria_in_place_from(have: &str, all: usize, from: &str):
        "Criteria: {have} of {all} in place ({from} of 100 or more)",
        "評価項目：{all}項目中{have}項目が基準達成（{from}点以上）";
    undecided(open: usize): [open; "open ({open} question)", "open ({open} questions)"], "未確定（未回答{open}問）";
    short(score: Score): "{score} short", "あと{score}点";
    short_at_best(score: Score): "{score} short at best", "全問最高でもあと{score}点";
    next_level(level: &str, more: usize):
        [more; "{level} asks for {more} more criterion in place.", "{level} asks for {more} more criteria in place."],
        "{level}になるには、あと{more}項目の基準達成が必要です。";
    near(criteria: &str): "Within ten points of being in place: {criteria}.", "基準達成まで10点以内の項目：{criteria}。";
    nearest(criteria: &str): "Nearest to being in place: {criteria}.", "基準達成に最も近い項目：{criteria}。";
    needs(level: &str, needs: &str): "{level} needs {needs}.", "{level}：{needs}";
    lacks_in_place(need: usize, have: usize):
        [need; "{need} criterion in place; you have {have}", "{need} criteria in place; you have {have}"],
        "{need}項目の基準達成が必要（現在{have}項目）";
    lacks_overall(need: Amount, have: Amount):
        "an overall score of {need}; you have {have}", "総合得点{need}点以上が必要（現在{have}点）";
    lacks_criterion(criterion: &str, need: Amount, have: Amount):
        "{need} for “{criterion}”; you have {have}", "「{criterion}」で{need}点以上が必要（現在{have}点）";
    lacks_questions(level: &str, score: Score, need: usize, have: usize):
        [need; "{score} or more in the one question of {level}; it has less",
            "{score} or more in each of the {need} questions of {level}; you have that in {have}"],
        "{level}の設問{need}問すべてで{score}点以上が必要（現在{have}問）";
    drops(level: &str, drops: usize):
        [drops; "{level} can be lost when a single answer drops by one option.",
            "{level} can be lost when answers drop by {drops} options in all."],
        [drops; "1つの回答が1段階下がるだけで、{level}ではなくなる場合があります。",
            "回答が合わせて{drops}段階下がると、{level}ではなくなる場合があります。"];
    strictly_the_same(count: usize):
        [count; "{count} question was answered n/a; had the worst option been chosen instead, the level would be the same.",
            "{count} questions were answered n/a; had the worst option been chosen instead, the level would be the same."],
        "「該当なし」が{count}問あります。最も低い選択肢とみなしてもレベルは変わりません。";
    strictly(count: usize, level: &str):
        [count; "{count} question was answered n/a; had the worst option been chosen instead, the level would be {level}.",
            "{count} questions were answered n/a; had the worst option been chosen instead, the level would be {level}."],
        "「該当なし」が{count}問あります。最も低い選択肢とみなすと、レベルは{level}になります。";
    scored_by(id: &str, version: &str, digest: &str): "Scored by {id} {version} ({digest}).", "診断：{id} {version}（{digest}）";
}
