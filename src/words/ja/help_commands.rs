//! What the arguments of single commands are for, in Japanese: see `help`.

pub(super) const COMMANDS: &[(&str, &str)] = &[
    // assess
    (
        "The file of the answers, written after every answer [default: a draft, saved where you say at the end]",
        "回答のファイル。1問ごとに書き込みます［既定値：下書き。最後に指定した場所に保存］",
    ),
    (
        "Whose maturity is assessed; asked for if absent, \"\" for nobody's in particular",
        "診断する組織の名前。なければ尋ねます。特定の組織でなければ \"\"",
    ),
    (
        "Who answers; asked for if absent, \"\" for nobody in particular",
        "回答者の名前。なければ尋ねます。特定の人でなければ \"\"",
    ),
    ("Go on with answers that exist, without asking", "既にある回答の続きから、確認なしで始めます"),
    (
        "Put answers that exist aside and begin anew, without asking",
        "既にある回答を別に残し、確認なしで最初から始めます",
    ),
    (
        "Propose the answers of this earlier file; of answers to another assessment, take over what is told of the organisation",
        "以前の回答ファイルの内容を候補として示します。別の診断の回答からは、組織についての情報だけを引き継ぎます",
    ),
    (
        "Show score and level while answering; by default not, since they sway the answers",
        "回答中に得点とレベルを表示します。回答に影響するため、通常は表示しません",
    ),
    (
        "Line by line, without cursor control: for screen readers, and for answers from a pipe",
        "カーソルを動かさず1行ずつ進めます。スクリーンリーダーや、パイプから回答する場合に使います",
    ),
    (
        "Say which drafts there are: whose, and how far they have come",
        "下書きの一覧を表示します。どの組織のもので、どこまで進んだか",
    ),
    (
        "Remove the draft of this organisation, as --list says its name, or at the path that it says",
        "この組織の下書きを削除します。--list に表示された名前かパスで指定します",
    ),
    // score and plan
    ("For spreadsheets: a row for each criterion", "表計算用：評価項目ごとに1行"),
    ("For Excel: summary, criteria, plan and answers", "Excel用：要約、評価項目、計画、回答"),
    ("Earlier answers of the same organisation, to show what has changed", "同じ組織の以前の回答。変化を示します"),
    (
        "How many actions to list beyond the route: a number, or `all` [default: 8 in a table, else all]",
        "最短ルートのほかに挙げる施策の数。数字、または`all`［既定値：table では8、ほかは all］",
    ),
    (
        "Exit with 1 if the level, open questions at their worst, is below this one",
        "未回答の設問を最低とみなしたレベルがこれを下回るとき、終了コード1で終わります",
    ),
    ("The level to reach [default: the next one]", "目標のレベル［既定値：次のレベル］"),
    ("Leave out what only the challenges found ask for", "課題の解消だけを目的とする施策を除きます"),
    ("The level alone", "レベルだけを目標にする"),
    (
        "Instead: these criteria in place, whatever the level and the challenges",
        "代わりに、レベルや課題にかかわらず、これらの評価項目の基準達成を目標にします",
    ),
    (
        "Instead: the highest overall score for at most this effort, in the unit that the result shows",
        "代わりに、この工数（単位は結果の表示と同じ）の範囲で総合得点を最も高くします",
    ),
    (
        "Try it without these actions, beside those that the answers exclude",
        "回答で除外した施策に加え、これらの施策も使わずに計画します",
    ),
    (
        "The form of the plan [default: by the ending of the output file, else table]",
        "計画の形式［既定値：出力ファイルの拡張子に従う。なければ table］",
    ),
    // compare
    (
        "Answers in TOML or JSON, two or more; they are put in the order of their `date`",
        "TOMLまたはJSONの回答を2件以上。`date`の順に並べます",
    ),
    (
        "The form of the comparison [default: by the ending of the output file, else table]",
        "比較結果の形式［既定値：出力ファイルの拡張子に従う。なければ table］",
    ),
    // score and batch
    (
        "What columns are called in CSV and XLSX; their values stay ids [default: id in CSV, text in XLSX]",
        "CSVとXLSXの列見出し。値はIDのままです［既定値：CSVは id、XLSXは text］",
    ),
    (
        "Begin CSV with a byte order mark, without which Excel garbles what is not ASCII [default: in files whose names end in .csv]",
        "CSVの先頭にBOM（バイト順マーク）を付けます。BOMがないと、Excelで開いたときに日本語が文字化けします［既定値：拡張子が .csv のファイルには付ける］",
    ),
    (
        "Leave out the byte order mark, for programs that take it for part of the first header",
        "BOMを付けません。BOMを最初の見出しの一部と見なすプログラムで読み込む場合に指定します",
    ),
    ("The same in every language, for programs", "どの言語でも同じID（プログラム向け）"),
    ("Names in the language of the results, for people", "結果の言語による名前（人が読むため）"),
    // batch
    (
        "A table (CSV, TSV, NDJSON, XLSX; also in gzip, zstd or ZIP), several with the same header, or folders and files of answer sets; \
         `-` is stdin",
        "表（CSV、TSV、NDJSON、XLSX。gzip、zstd、ZIP形式でも可）、見出しが同じ複数の表、または回答のファイルやフォルダー。`-`は標準入力",
    ),
    (
        "A row has at most 64 MiB, the header with what stands above it 4 MiB and 16,384 columns; a spreadsheet has at most 256 MiB, \
         1,048,576 rows a sheet and 1 MiB of text a cell; several tables have 256 MiB together. What is larger is refused.",
        "上限：1行64 MiB、見出しとその上の行は合わせて4 MiB・16,384列。表計算ファイルは256 MiB、1シート1,048,576行、1セルの文字は\
         1 MiB。複数の表は合わせて256 MiB。これを超えるものは読み込みません。",
    ),
    (
        "Take only rows in which a column has this value: 'COLUMN = VALUE', or not: 'COLUMN != VALUE'; may be repeated",
        "列の値が一致する行だけを採点します：'列 = 値'。一致しない行なら：'列 != 値'。繰り返し指定できます",
    ),
    (
        "Of rows with the same value in this column take only the latest; may be repeated",
        "この列の値が同じ行のうち、最新の行だけを採点します。繰り返し指定できます",
    ),
    (
        "The latest has the latest time, where the table has a column of times such as Timestamp; else it is the last in the table. Given \
         twice, rows are of the same respondent that have the same values in both columns. Rows without a value are all taken. It takes \
         memory for each value: about 200 MB for a million.",
        "Timestamp のような日時の列があるときは、日時が最も新しい行です。なければ表の中で最後の行です。2回指定すると、両方の列の値が同じ行を同じ\
         回答者とみなします。値のない行はすべて採点します。値ごとにメモリーを使います（100万件で約200 MB）。",
    ),
    (
        "What stands first in dates such as 03/04/2026, for --latest-of [default: what dates of the table show]",
        "--latest-of で、03/04/2026 のような日付の先頭が日か月か［既定値：表の日付から判断］",
    ),
    ("The day: 3 April", "日：4月3日"),
    ("The month: March 4", "月：3月4日"),
    (
        "Take previews, unfinished responses and figures at the foot for respondents too",
        "プレビュー、途中でやめた回答、末尾の集計行なども回答者として採点します",
    ),
    (
        "Without it they are passed over where that is certain, and it is said which. Headings and blank rows always are.",
        "指定しなければ、明らかに回答者でない行を除き、どの行かを知らせます。見出しと空白の行は常に除きます。",
    ),
    (
        "Show what each column is taken for and why, and how its cells are understood, and score nothing",
        "各列を何とみなしたか、その理由、セルの読み方を表示します。採点はしません",
    ),
    (
        "Print a map to fill in, for --map: every column as it is taken, and the cells that are not understood",
        "--map 用のひな型を表示します。各列の読み方と、読み取れなかったセルが入ります",
    ),
    (
        "The form of the results [default: by the ending of -o; else a table on a terminal, and CSV]",
        "結果の形式［既定値：-o の拡張子に従う。なければ端末では table、ほかは csv］",
    ),
    ("For the terminal: the first rows and a summary", "端末用：最初の数行と集計"),
    ("A row a respondent", "回答者ごとに1行"),
    ("An object a line, with the keys of `cxm.result/1`", "1行に1オブジェクト。キーは`cxm.result/1`"),
    ("One object with all rows and the summary: `cxm.batch/1`", "すべての行と集計を1つのオブジェクトに：`cxm.batch/1`"),
    ("A spreadsheet", "表計算ファイル"),
    ("Nothing but the pages of --reports", "--reports のページだけ"),
    (
        "Write the rows that cannot be scored to this file, as CSV with the reason [default: the first 20 to stderr]",
        "採点できない行を、理由を付けてCSVでこのファイルに書き出します［既定値：最初の20行を標準エラー出力に表示］",
    ),
    (
        "Sum up all rows: levels, distributions, Cronbach's alpha [default: on a terminal]",
        "全行を集計します。レベル、分布、クロンバックのα［既定値：端末に表示するとき］",
    ),
    ("Sum up the rows of each value of this column as well", "この列の値ごとにも集計します"),
    ("Add the first N actions of each row's plan", "各行の計画から最初のN件の施策を加えます"),
    (
        "Merge the respondents of each organisation, which this column names, and show where they disagree; a fact on which they \
         differ counts as not told",
        "この列が示す組織ごとに回答者をまとめ、意見の分かれた点を示します。組織についての情報が食い違うときは、無回答とみなします",
    ),
    ("What becomes of different answers", "違う回答のまとめ方"),
    ("The one in the middle; of two, the lower", "中央の回答。2つあるときは低いほう"),
    ("The highest option whose points are no more than the mean", "点数が平均を超えない、最も高い選択肢"),
    ("The lowest", "最も低い回答"),
    (
        "Write a report of each row, or with --merge of each organisation, into this new folder, a page each, and `index.html`, which \
         compares them",
        "行ごと（--merge では組織ごと）の報告書と、それらを比べる`index.html`を、この新しいフォルダーに書き出します",
    ),
    (
        "Add each criterion's score with open questions at their best",
        "未回答の設問を最高とみなしたときの、各評価項目の得点を加えます",
    ),
    (
        "Add the percentile of each row's overall score within the population of this table",
        "この表の回答者全体の中での、各行の総合得点のパーセンタイルを加えます",
    ),
    // show and template
    (
        "The definition's file as it is, to start your own from",
        "定義ファイルをそのまま表示します。独自の診断のひな型になります",
    ),
    (
        "The form of the sheet [default: by the ending of the output file, else toml]",
        "回答用紙の形式［既定値：出力ファイルの拡張子に従う。なければ toml］",
    ),
    ("An answer file for one respondent, to fill in with an editor", "1人分の回答ファイル。エディターで記入します"),
    (
        "The head of a table for many, a row each, with the questions as they are worded",
        "多人数用の表の見出し。1人1行で、設問の文言が入ります",
    ),
    (
        "A form for one respondent, with lists to choose from, that `cxm batch` reads",
        "1人用のフォーム。選択肢を一覧から選び、`cxm batch`で読み込めます",
    ),
    (
        "A page to fill in offline in a browser, in all languages; it saves an answer file",
        "ブラウザーで（オフラインでも）記入できるページ。全言語に対応し、回答ファイルを保存します",
    ),
    (
        "A form for KoboToolbox, ODK and others that read XLSForm (.xlsx), in all languages",
        "KoboToolboxやODKなど、XLSForm（.xlsx）を読むツール用のフォーム。全言語対応",
    ),
    ("A form for SurveyJS (.json), in all languages", "SurveyJS用のフォーム（.json）。全言語対応"),
    (
        "A form for LimeSurvey (.txt, its tab-separated survey structure), in all languages",
        "LimeSurvey用のフォーム（.txt、タブ区切りのアンケート構造）。全言語対応",
    ),
    (
        "Write to this new file instead of the terminal; `-` is stdout",
        "端末に表示せず、この新しいファイルに書き出します。`-`は標準出力",
    ),
    // check and explain
    (
        "Definitions, or folders with any folders in them; a definition is checked with its translations, `<id>.<lang>.toml`",
        "定義ファイル、またはフォルダー（中のフォルダーも含む）。定義は翻訳（`<id>.<lang>.toml`）と一緒に検査します",
    ),
    (
        "The form of the findings; the exit code does not depend on it [default: by the ending of the output file, else human]",
        "指摘の形式。終了コードには影響しません［既定値：出力ファイルの拡張子に従う。なければ human］",
    ),
    ("For people, with the lines of the file", "人が読む形式。ファイルの該当行を示します"),
    ("For code scanning: SARIF 2.1.0", "コードスキャン用：SARIF 2.1.0"),
    (
        "For a GitHub workflow: commands on stdout, and the findings for people on stderr",
        "GitHubのワークフロー用：コマンドを標準出力に、人が読む指摘を標準エラー出力に",
    ),
    ("For test reports: JUnit XML", "テスト結果用：JUnit XML"),
    (
        "Make the edits of which no other could be meant; report what remains",
        "ほかの意図がありえない箇所だけを修正し、残りを報告します",
    ),
    (
        "With --fix: show the edits as a diff, and change nothing",
        "--fix と併用：修正を差分で表示し、ファイルは変更しません",
    ),
    ("List the rules with their groups and levels instead", "代わりに、規則の一覧を、グループと扱いとともに表示します"),
    (
        "Report what these find as errors; a rule beats its group, and the last one wins",
        "これらの規則の指摘をエラーとして報告します。規則の指定はグループより優先し、後の指定が有効です",
    ),
    ("Report what these find as warnings", "これらの規則の指摘を警告として報告します"),
    ("Do not report what these find", "これらの規則の指摘を報告しません"),
    (
        "The rule, as it stands in a finding, with or without its brackets; or a group of rules. `cxm check --list` names all",
        "指摘に表示された規則（角かっこはあってもなくても可）、または規則のグループ。一覧は`cxm check --list`",
    ),
    // impact and update
    ("The definition as it was: an id, or the path of a definition", "変更前の定義。ID、または定義ファイルのパス"),
    (
        "The changed definition; its `[renames]` tell what was renamed from what was removed",
        "変更後の定義。`[renames]`によって、名前の変更と削除を区別します",
    ),
    (
        "Answer sets given to OLD, in TOML or JSON, and folders of them; without any, only the definitions are compared",
        "変更前の定義への回答（TOMLまたはJSON）と、そのフォルダー。なければ定義だけを比べます",
    ),
    (
        "Exit with 1 if of anybody this changes; several with commas between",
        "誰かについてこれが変わるとき、終了コード1で終わります。複数はコンマで区切ります",
    ),
    ("The level, at worst or at best", "最低または最高の場合のレベル"),
    (
        "The overall score, or how a criterion stands: its score, whether it is in place, its own level",
        "総合得点、または評価項目の状況（得点、基準達成の有無、項目のレベル）",
    ),
    ("The actions of the route, or the level that it leads to", "最短ルートの施策、または到達するレベル"),
    ("What the route takes", "最短ルートの工数"),
    ("The challenges that are found", "見つかった課題"),
    (
        "What an answer means, since texts have changed under it, in whatever language",
        "文言（いずれかの言語）が変わったことによる、回答の意味",
    ),
    ("Whether there is a place for every answer", "すべての回答に対応する設問や選択肢があるか"),
    ("The same as `--fail-on level,route`", "`--fail-on level,route`と同じ"),
    ("For a comment on the change", "変更へのコメント用"),
    ("Answer sets in TOML or JSON, and folders of them", "TOMLまたはJSONの回答と、そのフォルダー"),
    ("Show what would change, and write nothing", "変更の内容を表示し、書き込みません"),
    // new, schema, sql, completions, man
    (
        "What answer sets will call it, and the name of its file: lower-case words joined by hyphens",
        "回答に書く診断の名前で、ファイル名にもなります。英小文字の単語をハイフンでつなぎます",
    ),
    (
        "The language of its texts: en, ja, or another by its code, such as fr [default: as --lang]",
        "文言の言語。en、ja、または fr などの言語コード［既定値：--lang と同じ］",
    ),
    ("In another, the texts to begin with are English.", "en と ja 以外では、最初の文言は英語です。"),
    (
        "A translation into this language as well, <ID>.<LANGUAGE>.toml",
        "この言語の翻訳 <ID>.<LANGUAGE>.toml も作ります",
    ),
    ("The folder to write to; made if it is not there", "書き出すフォルダー。なければ作ります"),
    ("What the schema describes", "スキーマの対象"),
    ("An assessment, `<id>.toml`", "診断の定義（`<id>.toml`）"),
    ("Its texts in another language, `<id>.<lang>.toml`", "別の言語の文言（`<id>.<lang>.toml`）"),
    ("One respondent's answers", "1人分の回答"),
    ("What `cxm score -f json` writes", "`cxm score -f json`の出力"),
    (
        "For answers: the questions and actions of this assessment, an id or the path of a definition",
        "回答のスキーマに、この診断の設問と施策を含めます。ID、または定義ファイルのパス",
    ),
    ("The SQL of the engine", "処理系のSQL"),
    (
        "The table, which goes into the query as it is: a name, or what the engine takes for a table",
        "回答の表。そのまま問い合わせに入ります。表の名前、または処理系が表として扱えるもの",
    ),
    (
        "It has a row for each respondent and a column for each question and each fact, called by its id. A cell has the points of an \
         option, `n/a`, or nothing; that of a fact the id of an option, or several with semicolons between.",
        "回答者ごとに1行、設問と組織についての情報ごとに1列で、列名はIDです。セルは選択肢の点数、`n/a`、または空です。\
         組織についての情報のセルは選択肢のIDで、複数はセミコロンで区切ります。",
    ),
    (
        "The table has a row for each answer: the columns of the respondent, the question and the answer, in this order",
        "表は回答ごとに1行です。回答者、設問、回答の列をこの順に指定します",
    ),
    (
        "Questions and facts are called by their ids there. A respondent who answers a question twice is rejected, and so is one with a \
         question that is unknown: with --map, `\"COMMENTS\" = \"\"` under [columns] leaves its rows out.",
        "設問と組織についての情報はIDで書きます。同じ設問に2回答えた回答者や、未知の設問がある回答者は採点しません。--map の [columns] に \
         `\"COMMENTS\" = \"\"`と書くと、その行を除きます。",
    ),
    (
        "What columns and cells mean where they are not called by ids and points: TOML, as for `cxm batch`",
        "列名がIDでない場合や、セルが点数でない場合の意味。`cxm batch`と同じTOML",
    ),
    (
        "What numbers stand for options: `points`, those of the worst and the best option, such as 0..4, or `texts`, those that their \
         texts begin with [default: as the map says, or points]",
        "選択肢を表す数字。`points`（点数）、0..4 のような最低と最高の選択肢の番号、`texts`（文言の先頭の番号）［既定値：--map に従う。\
         なければ points］",
    ),
    (
        "Take the texts of options for answers too, in any language of the assessment",
        "選択肢の文言も、診断のどの言語でも回答として読みます",
    ),
    (
        "Carry along only this column; may be repeated [default: all that are no questions, where the dialect can]",
        "この列だけを結果に残します。繰り返し指定できます［既定値：処理系が対応していれば、設問以外のすべての列］",
    ),
    (
        "The table has no column for this question or fact, which is open; may be repeated",
        "この設問または情報の列が表にないことを示します（未回答になります）。繰り返し指定できます",
    ),
    (
        "Write the query of all cells that are no answer instead, each with its row and its column",
        "代わりに、回答として読めないすべてのセルを、行と列とともに求める問い合わせを書き出します",
    ),
    (
        "Sum up all rows instead: how many are on each level, means, quartiles, the weakest criteria, Cronbach's alpha",
        "代わりに全行を集計します。レベルごとの件数、平均、四分位数、最も低い評価項目、クロンバックのα",
    ),
    (
        "Sum up the rows of each value of this column; with --long, of this fact",
        "この列（--long では組織についての情報）の値ごとに集計します",
    ),
    ("English", "英語"),
    ("Japanese", "日本語"),
    ("The shell", "シェル"),
    (
        "For good, in bash:  cxm completions bash -o ~/.local/share/bash-completion/completions/cxm
          in zsh:   cxm completions zsh -o FOLDER/_cxm, a FOLDER of $fpath
          in fish:  cxm completions fish -o ~/.config/fish/completions/cxm.fish",
        "常に使うには
  bash：cxm completions bash -o ~/.local/share/bash-completion/completions/cxm
  zsh： cxm completions zsh -o FOLDER/_cxm（FOLDER は $fpath のいずれか）
  fish：cxm completions fish -o ~/.config/fish/completions/cxm.fish",
    ),
    ("To read it:  cxm man | man -l -", "読むには：cxm man | man -l -"),
    (
        "Write a page for each command to this folder, made if it is not there [default: the main page, to stdout]",
        "コマンドごとのページをこのフォルダーに書き出します。なければ作ります［既定値：主なページを標準出力に］",
    ),
];
