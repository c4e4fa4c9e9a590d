//! What all checks of definitions share: what things are called, rules as pages, and their levels, in Japanese.

texts! {
    Check for Ja;

    // What belongs to an id, or to none.
    named(what: &str, id: &str): "{what}`{id}`";
    own_texts: "タイトル、説明、工数の単位";

    // A rule as a page.
    can_be_set(id: &str, group: &str, severity: &str):
        "{id}（グループ {group}）：既定の扱いは`{severity}`です。変更するには --deny、--warn、--allow を使います。";
    cannot_be_set(id: &str, group: &str, severity: &str):
        "{id}（グループ {group}）：扱いは常に`{severity}`です。変更できません。";
    instead_of: "修正前";
    write: "修正後";
    group_and_summary(group: &str, summary: &str): "{group}：{summary}";

    // How grave a finding is, and why.
    always(severity: &str, group: &str): "扱いは常に`{severity}`です（グループ`{group}`）";
    by(severity: &str, written: &str): "扱いは{written}により`{severity}`です";
    by_default(severity: &str, group: &str): "扱いは既定の`{severity}`です（グループ`{group}`）";
    under_lints(rule: &str, severity: &str): "`[lints]`の`{rule} = \"{severity}\"`";
    a_level: "`allow`、`warn`、`deny`のいずれか";
    no_level: "扱いとして使えない値です";
    write_a_level: "`allow`、`warn`、`deny`のいずれかを書いてください";
    level_cannot_be_set(name: &str): "`{name}`の扱いは変更できません";
    reading_cannot_be_set: "これを直さないとファイルを使えないためです";
    notice_cannot_be_set: "ファイルを読む人への知らせで、`check`の指摘には数えません";
    no_rule(name: &str): "`{name}`という規則やグループはありません";
    all_rules: "一覧は`cxm check --list`で確認できます";

    // Between definitions, and between a definition and its translations.
    same_id(id: &str, file: &str): "id`{id}`が別の定義と重複しています：{file}";
    remove_or_rename: "一方を削除するか、idとファイル名を変えてください";
    stands_elsewhere(help: &str, written: &str, others: usize, meant: &str):
        "{help}。`{written}`はほかにも{others}か所にあります。正しい場合は`{meant}`のほうを直してください";

    // The program `cxm check`.
    #[cfg(feature = "cli")]
    checked(definitions: &str, translations: &str, found: &str): "{definitions}、{translations}を検査しました：{found}\n";
    #[cfg(feature = "cli")]
    checked_and_mended(definitions: &str, translations: &str, found: &str, files: &str):
        "{definitions}、{translations}を検査しました：{found}（{files}を修正）\n";
    #[cfg(feature = "cli")]
    more_of(rule: &str): "詳しい説明は`cxm explain {rule}`で確認できます\n";
    #[cfg(feature = "cli")]
    more_and_mendable(rule: &str, count: usize):
        "詳しい説明は`cxm explain {rule}`で確認できます。{count}件は`--fix`で修正できます\n";
    #[cfg(feature = "cli")]
    definitions(count: usize): "定義{count}件";
    #[cfg(feature = "cli")]
    translations(count: usize): "翻訳{count}件";
    #[cfg(feature = "cli")]
    files(count: usize): "ファイル{count}件";
    #[cfg(feature = "cli")]
    unread(count: usize): "{count}件のファイルを読み取れませんでした";
    #[cfg(feature = "cli")]
    only_the_first(most: usize): "注：出力した指摘は最初の{most}件だけです\n";
    #[cfg(feature = "cli")]
    no_definition: "定義ではないため";
    #[cfg(feature = "cli")]
    hidden: "隠しファイルのため";
    #[cfg(feature = "cli")]
    link: "フォルダーへのリンクのため";
    #[cfg(feature = "cli")]
    not_checked(reason: &str, files: &str): "注：次のファイルは検査していません（{reason}）：{files}\n";
    #[cfg(feature = "cli")]
    not_checked_and_more(reason: &str, files: &str, more: usize):
        "注：次のファイルは検査していません（{reason}）：{files}、ほか{more}件\n";
    #[cfg(feature = "cli")]
    nothing_in(folder: &str): "{folder}に定義がありません";
    #[cfg(feature = "cli")]
    none_itself(file: &str): "{file}は診断の定義ではありません。回答ファイルの診断結果は`cxm score`で確認できます";
}
