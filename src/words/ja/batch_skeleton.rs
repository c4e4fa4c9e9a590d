//! The comments of a map to fill in, in Japanese.

texts! {
    BatchSkeleton for Ja;

    head(name: &str, assessment: &str):
        "# {name} の列とセルの意味（{assessment}）\n";
    head_of_unmatched(assessment: &str): "# {assessment} のマップ\n";
    how_to_use:
        "# 使い方：ファイルに保存し（-o map.toml）、違うところを直して、--map map.toml で指定します。\n\
         # 先頭に`#`がある行は無効です。使う行は`#`を外し、`=`の右に値を書いてください。\n\n";
    scale(scale: &str): "{scale} # または最も悪い選択肢と最も良い選択肢の番号（例：\"0..4\"）\n\n";
    columns:
        "[columns] # 見出しまたは #列番号 = 設問か属性のID、organisation（組織）、respondent（回答者）、date（日付）、role（役職）、\
         または \"\"（どれでもない）\n";
    no_column(ids: &str): "# 列がない設問：{ids}\n";
    cells: "\n[cells] # セルの値 = 点数、\"n/a\"（該当なし）、または \"\"（未回答）\n";
    cells_of_one: "# [cells.ID] には、1つの設問の列だけについて同じように書きます。\n";
    one_option(key: &str): "# {key} は選択肢1つの列で、マップでは指定できません\n";
    or_near(near: &str): "または \"{near}\"？";
    strange(key: &str, cells: u64, ids: &str, first: u64): "# {key} =  # {ids} の{cells}個のセル、最初は{first}行目\n";
    ids_and_more(ids: &str, more: usize): "{ids}ほか{more}問";
    more(more: usize): "# ほか{more}種類\n";
}
