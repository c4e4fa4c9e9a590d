//! Level and criteria, in Japanese.

use std::fmt::Display;

use crate::exact::Score;

texts! {
    ReportLevel for Ja;

    level_of(number: usize, of: usize, level: &str): "レベル{number}（全{of}レベル）：{level}";
    possibly(level: &str, open: usize): "未回答が{open}問あり、回答しだいで「{level}」になる可能性があります。";
    open_all_the_same(open: usize): "未回答が{open}問ありますが、どう回答してもレベルは変わりません。";
    open_questions(ids: &str): "未回答：{ids}";
    open_questions_and(ids: &str, more: usize): "未回答：{ids}ほか{more}問";
    share_here(shares: &str): "このレベルにある組織の割合：{shares}";
    standing(when: &str, level: &str, overall: &str, in_place: usize): "{when}：{level}、総合得点{overall}、基準達成{in_place}項目。";
    other_version(version: &str): "前回の回答はバージョン{version}のもので、今回のバージョンで採点しています。前回なかった設問は未回答とみなします。";
    criteria_in_place(have: &str, all: usize): "評価項目：{all}項目中{have}項目が基準達成";
    criteria_in_place_from(have: &str, all: usize, from: &str): "評価項目：{all}項目中{have}項目が基準達成（{from}点以上）";
    undecided(open: usize): "未確定（未回答{open}問）";
    short(score: Score): "あと{score}点";
    short_at_best(score: Score): "未回答が最高でもあと{score}点";
    next_level(level: &str, more: usize): "「{level}」になるには、あと{more}項目の基準達成が必要です。";
    near(criteria: &str): "基準達成まで10点以内の項目：{criteria}。";
    nearest(criteria: &str): "基準達成に最も近い項目：{criteria}。";
    needs(level: &str, needs: &str): "{level}：{needs}";
    lacks_in_place(need: usize, have: usize): "{need}項目の基準達成が必要（現在{have}項目）";
    lacks_overall(need: &dyn Display, have: &dyn Display): "総合得点{need}点以上が必要（現在{have}点）";
    lacks_criterion(criterion: &str, need: &dyn Display, have: &dyn Display): "「{criterion}」で{need}点以上が必要（現在{have}点）";
    lacks_questions(level: &str, score: Score, need: usize, have: usize):
        "{level}の設問{need}問すべてで{score}点以上が必要（現在{have}問）";
    drops(level: &str, drops: usize):
        [drops; 1 "1つの回答が1段階下がるだけで、「{level}」ではなくなる場合があります。", other "回答が合わせて{drops}段階下がると、「{level}」ではなくなる場合があります。"];
    strictly_the_same(count: usize): "「該当なし」が{count}問あります。最も低い選択肢とみなしてもレベルは変わりません。";
    strictly(count: usize, level: &str): "「該当なし」が{count}問あります。最も低い選択肢とみなすと、レベルは「{level}」になります。";
    scored_by(id: &str, version: &str, digest: &str): "診断：{id} {version}（{digest}）";
}
