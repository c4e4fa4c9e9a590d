//! What commands and options are for, in Japanese, paragraph by paragraph: first as it stands in the sources of `cli`.

impl crate::words::areas::Help for super::Ja {
    fn help(&self) -> &'static [&'static [(&'static str, &'static str)]] {
        &[SHARED, super::help_commands::COMMANDS, super::help_plan::PLAN]
    }
}

const SHARED: &[(&str, &str)] = &[
    // The program and its commands.
    (
        "Find out how mature your customer experience is, and what to do next",
        "顧客体験（CX）の成熟度を診断し、次に取り組むことを示します",
    ),
    (
        "Start with `cxm assess`, or read the questions first with `cxm show`.",
        "まず`cxm assess`で診断を始めるか、`cxm show`で設問を読んでみてください。",
    ),
    (
        "Answer the questions in the terminal; every answer is saved, and you can go on another day",
        "端末で設問に答えます。回答は1問ごとに保存され、別の日に続けられます",
    ),
    (
        "Score one answer set: level, scores, what holds it back, and what to do next",
        "1件の回答を採点します。レベル、得点、上のレベルに届かない理由、次に取り組むこと",
    ),
    (
        "Show the shortest route to a level, or the most that an effort buys",
        "目標のレベルへの最短ルート、または限られた工数で得られる最大の効果を示します",
    ),
    (
        "Say how far actions are, who does them and until when, in the answer file; or list them",
        "施策の状況、担当、期限を回答ファイルに書き込みます。または施策の一覧を表示します",
    ),
    (
        "Compare answer sets of different times: levels, criteria, actions achieved, and what slipped back",
        "時期の違う回答を比べます。レベル、評価項目、達成した施策、後退した点",
    ),
    (
        "Score many answer sets: a result row each, a summary, and the rows apart that could not be scored",
        "多数の回答を採点します。1件1行の結果と集計を出し、採点できない行は別に示します",
    ),
    ("List the bundled assessments", "内蔵の診断の一覧を表示します"),
    (
        "Show an assessment as a person reads it, or as TOML to start from",
        "診断の内容を、読みやすい形か、ひな型になるTOMLで表示します",
    ),
    (
        "Write a blank answer sheet: a file, the head of a table, or a form as a spreadsheet or a page",
        "未記入の回答用紙を書き出します。ファイル、表の見出し行、表計算やWebページのフォーム",
    ),
    (
        "Check assessment definitions, their translations and their worked examples",
        "診断の定義と、その翻訳、例題を検査します",
    ),
    (
        "Explain a finding: what it means, why it is bad, and what to write instead",
        "検査の指摘を説明します。意味、問題になる理由、正しい書き方",
    ),
    (
        "Show what a changed definition does to recorded answer sets: what moves, and what answers mean",
        "定義の変更が記録済みの回答に与える影響を示します。変わる結果と、意味の変わる回答",
    ),
    (
        "Move recorded answer files on to the definition of now; comments and order stay",
        "記録済みの回答ファイルを今の定義に合わせて更新します。コメントと順序は残ります",
    ),
    (
        "Write the scoring of an assessment as an SQL query, for answers that lie in an engine of its own",
        "診断の採点をSQLの問い合わせとして書き出します。データベースなどにある回答向けです",
    ),
    (
        "Start an assessment of your own: the files, small and working",
        "独自の診断を始めます。そのまま動く小さなファイル一式を作ります",
    ),
    (
        "Write the JSON Schema of definitions, translations, answers or results, for editors and programs",
        "定義、翻訳、回答、結果のJSON Schemaを書き出します。エディターやプログラム向けです",
    ),
    (
        "Write what a shell needs to complete commands and options",
        "シェルでコマンドやオプションを補完するための設定を書き出します",
    ),
    ("Write the manual, a page for each command", "マニュアルを書き出します。コマンドごとに1ページです"),
    (
        "Print this message or the help of the given subcommand(s)",
        "このヘルプ、または指定したコマンドのヘルプを表示します",
    ),
    ("Print help (see a summary with '-h')", "ヘルプを表示します（要約は -h）"),
    ("Print help (see more with '--help')", "ヘルプを表示します（詳細は --help）"),
    ("Print version", "バージョンを表示します"),
    // Everywhere.
    ("Everywhere", "共通"),
    ("Levels", "指摘の扱い"),
    (
        "Language of texts, such as `en` or `ja` [default: CXM_LANG, then LC_ALL, LC_MESSAGES, LANG, then en]",
        "文言の言語（`en`、`ja`など）［既定値：CXM_LANG、LC_ALL、LC_MESSAGES、LANG の順、なければ en］",
    ),
    ("When to use colours", "色を使う場面"),
    ("On a terminal, unless NO_COLOR is set", "端末に表示するとき（NO_COLOR がある場合を除く）"),
    ("Even into a pipe", "パイプに渡すときも使う"),
    ("Never", "使わない"),
    (
        "Draw lines, bars and marks in ASCII, for terminals that show others at the wrong width",
        "罫線、グラフ、記号をASCII文字で描きます。文字幅がずれる端末向けです",
    ),
    // What several commands take.
    ("The assessment: an id, or the path of a definition", "診断。ID、または定義ファイルのパス"),
    (
        "The assessment: an id, or the path of a definition [default: the one the answers name, of a table `cx-maturity`]",
        "診断。ID、または定義ファイルのパス［既定値：回答に書かれた診断、表では`cx-maturity`］",
    ),
    (
        "The assessment: an id, or the path of a definition [default: the one the first answers name]",
        "診断。ID、または定義ファイルのパス［既定値：最初の回答に書かれた診断］",
    ),
    (
        "The assessment: an id, or the path of a definition [default: the one that each names]",
        "診断。ID、または定義ファイルのパス［既定値：それぞれの回答に書かれた診断］",
    ),
    (
        "Answers in TOML or JSON, or a table (CSV, TSV, NDJSON, XLSX) with a row of them; `-` is stdin",
        "TOMLまたはJSONの回答、または回答が1行の表（CSV、TSV、NDJSON、XLSX）。`-`は標準入力",
    ),
    (
        "The row of a table with more than one, by its number as a spreadsheet shows it",
        "複数行の表のうち採点する行。表計算ソフトに表示される行番号で指定します",
    ),
    (
        "Take that row as it is, even where its answers seem shifted, corrected or struck out",
        "ずれている、訂正されている、取り消し線があるなどの疑いがあっても、その行をそのまま採点します",
    ),
    (
        "What columns and cells mean where it cannot be guessed: TOML with [columns] and [cells]",
        "列とセルの意味を、自動ではわからない場合に指定します。[columns] と [cells] を書いたTOML",
    ),
    (
        "[columns]: \"How do you train?\" = \"skills-training\" takes the column with that header for the question with that id; \
         \"#31\" is the 31st column; \"\" carries a column along, and organisation, respondent, date or role under that name. \
         [cells]: \"Always\" = 5 gives the text of a cell its points, \"n/a\" makes it not applicable, and \"\" not answered. \
         [cells.skills-path] says the same of the column of one question, such as one whose numbers run the other way.",
        "[columns]：\"How do you train?\" = \"skills-training\" と書くと、その見出しの列をそのIDの設問として読みます。\"#31\" は31番目の列、\
         \"\" は採点せず結果に残す列で、organisation、respondent、date、role と書けばその名前で残します。[cells]：\"Always\" = 5 \
         はセルの文言に点数を与え、\"n/a\" は該当なし、\"\" は未回答とします。[cells.skills-path] は1つの設問の列だけに効きます\
         （数字の向きが逆の設問など）。",
    ),
    (
        "What separates cells: a character, or `tab` [default: found out]",
        "セルの区切り。1文字、または`tab`［既定値：自動で判断］",
    ),
    (
        "The encoding, such as cp932 or latin1 [default: UTF-8, or UTF-16 where a byte order mark or the header shows it]",
        "文字コード（cp932、latin1 など）［既定値：UTF-8。BOMや見出しから分かるときはUTF-16］",
    ),
    (
        "The sheet of a spreadsheet, by name or number [default: the visible one that matches best]",
        "読み込むシート。名前または番号［既定値：表示されているうち最もよく合うシート］",
    ),
    (
        "What numbers stand for options: `points`, those of the worst and the best option, such as 0..4, or `texts`, those that \
         their texts begin with [default: found out]",
        "選択肢を表す数字。`points`（点数）、0..4 のような最低と最高の選択肢の番号、`texts`（文言の先頭の番号）［既定値：自動で判断］",
    ),
    (
        "Stdin has rows alone: their header is the first row of this file. Needs --scale, or a map that says it",
        "標準入力はデータの行だけで、見出しはこのファイルの1行目です。--scale か、尺度を書いた --map が必要です",
    ),
    (
        "So a table can be cut into parts that are scored apart, as engines for large tables do. Part of a table cannot tell which \
         scale it is on or which of its rows are no respondents: every row is one.",
        "大きな表を扱う処理系のように、表を分割して別々に採点できます。表の一部だけでは、尺度や、回答者でない行を判断できないため、\
         すべての行を回答者として扱います。",
    ),
    (
        "Read answers to another major version too: their points mean the same",
        "メジャーバージョンの違う回答も、点数の意味が同じものとして読み込みます",
    ),
    (
        "Write to this file instead of the terminal; `-` is stdout",
        "端末に表示せず、このファイルに書き出します。`-`は標準出力",
    ),
    (
        "The form of the result [default: by the ending of the output file, else table]",
        "結果の形式［既定値：出力ファイルの拡張子に従う。なければ table］",
    ),
    ("For the terminal", "端末用"),
    ("For documents", "文書用"),
    ("For documents, with the steps of every action", "文書用。すべての施策の手順を含みます"),
    ("For presentations: Markdown that pandoc makes slides of", "発表用。pandocでスライドにするMarkdown"),
    ("The page on paper; takes Chromium, Chrome or Edge", "印刷したページ。Chromium、Chrome、Edgeのいずれかが必要です"),
    ("A page to hand over, to print or to read on any screen", "配布用のページ。印刷しても、どの画面でも読めます"),
    ("For programs: `cxm.result/1`", "プログラム用：`cxm.result/1`"),
    ("For programs: `cxm.comparison/1`", "プログラム用：`cxm.comparison/1`"),
    ("For programs: `cxm.findings/1`", "プログラム用：`cxm.findings/1`"),
    ("For programs: `cxm.impact/1`", "プログラム用：`cxm.impact/1`"),
];
