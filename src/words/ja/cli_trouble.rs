//! That a command could not do its work, and how it is told, in Japanese.

texts! {
    CliTrouble for Ja;

    error_head: "エラー：";
    error(what: &str): "エラー：{what}";
    because(what: &str, why: &str): "{what}：{why}";
    nothing_was_done(found: &str): "入力に問題があるため（{found}）、処理を行いませんでした";
    interrupted: "中断しました";
    interrupted_early: "中断しました。ファイルは書き込んでいません";
    cannot_listen: "中断の操作（Ctrl-Cなど）を受け付けられません";

    // What is no number, as Rust says it.
    no_number(why: &str): [of why;
        "cannot parse integer from empty string" "数を指定してください",
        "invalid digit found in string" "整数で指定してください",
        "number too large to fit in target type" "数が大きすぎます",
        "number too small to fit in target type" "数が小さすぎます",
        "number would be zero for non-zero type" "1以上の整数で指定してください",
        other "数として読み取れません",
    ];

    // What is named that there is not.
    named(id: &str, name: &str): "{id}（{name}）";
    no_level(wanted: &str, all: &str): "`{wanted}`というレベルはありません\nレベルの一覧（idでも名前でも指定できます）：{all}";
    no_level_but(wanted: &str, near: &str, all: &str): "`{wanted}`というレベルはありません。`{near}`の間違いではありませんか\nレベルの一覧（idでも名前でも指定できます）：{all}";
    no_criterion(wanted: &str, all: &str): "`{wanted}`という評価項目はありません\n評価項目の一覧（idでも名前でも指定できます）：{all}";
    no_criterion_but(wanted: &str, near: &str, all: &str): "`{wanted}`という評価項目はありません。`{near}`の間違いではありませんか\n評価項目の一覧（idでも名前でも指定できます）：{all}";
    no_action(wanted: &str, all: &str): "`{wanted}`という施策はありません\n施策の一覧（idでも名前でも指定できます）：{all}";
    no_action_but(wanted: &str, near: &str, all: &str): "`{wanted}`という施策はありません。`{near}`の間違いではありませんか\n施策の一覧（idでも名前でも指定できます）：{all}";
    several_begin(wanted: &str, ids: &str): "`{wanted}`で始まるものが複数あります：{ids}";
    no_assessment(wanted: &str, all: &str):
        "`{wanted}`という診断はありません\n内蔵の診断：{all}。自分で作った診断は`./{wanted}.toml`のようにパスで指定してください";
    no_assessment_but(wanted: &str, near: &str, all: &str):
        "`{wanted}`という診断はありません。`{near}`の間違いではありませんか\n\
        内蔵の診断：{all}。自分で作った診断は`./{wanted}.toml`のようにパスで指定してください";
}
