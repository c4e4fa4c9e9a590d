//! What is said around findings, whatever they are of, in Japanese.

texts! {
    Diagnostic for Ja;

    // What findings are called by how grave they are, and how many there are.
    error: "エラー";
    warning: "警告";
    note: "注";
    help: "対処";
    no_findings: "指摘はありません";
    errors(count: usize): "エラー{count}件";
    warnings(count: usize): "警告{count}件";
    errors_and_warnings(errors: &str, warnings: &str): "{errors}、{warnings}";
    and_more(count: usize, rules: &str): "…ほか{count}件：{rules}";
    of_rule(count: usize, rule: &str): "{rule} {count}件";
    in_line(rule: &str, line: usize): "{line}行目の{rule}";
    warned(details: &str): "警告：{details}";
    helped(help: &str): "対処：{help}";
    message_and_help(message: &str, help: &str): "{message}。{help}";
    mend_it_so: "次のように直してください";
    mend_it: "直してください";
    not_checked: "検査の対象外";
    not_checked_since(reason: &str): "検査していません：{reason}";

    // The name that was meant.
    did_you_mean(name: &str): "`{name}`の間違いではありませんか";
    did_you_mean_since(name: &str, why: &str): "`{name}`の間違いではありませんか（{why}）";
    known_here(names: &str): "ここで使えるもの：`{names}`";
    something_unseen: "目に見えない文字が入っています";
    only_looks_like(sign: char, code: u32, meant: char): "`{sign}`（U+{code:04X}）は`{meant}`に似ていますが、別の文字です";

    // Groups of rules.
    reading: "このままではファイルを使えません（扱いは変更できません）";
    notice: "ファイルは使えますが、読む人に知らせておきたいことがあります（扱いは変更できません）";
    correctness: "定義に誤りがあります";
    suspicious: "定義が意図と違っているおそれがあります";
    translation: "定義と翻訳がずれています";
    style: "もっと答えやすい定義、信頼できる定義にできます";
    pedantic: "念入りに確かめたい人のための指摘で、当てはまらないこともあります";

    // A rule for code scanning.
    with_examples(why: &str, bad: &str, good: &str): "{why}\n\n修正前：\n\n{bad}\n\n修正後：\n\n{good}";
}
