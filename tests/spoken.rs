//! What is refused, noted and explained of tables: whole in the language of the process, whichever it is.

use std::io::{Cursor, Write as _};
use std::path::Path;

use crate::program::{Ran, command, root, run_with};

const HEAD: &str = "Organisation,skills-onboarding,skills-training,skills-path,skills-change\n";
const ROWS: &str = "Acme,1,2,3,4\nBolt,5,3,2,1\nCity,2,2,5,1\n";

/// What is typed, what stands on stdin, and what is said of it in English and in Japanese.
type Case<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Runs of four English words or more, outside of quotes of any kind.
fn english(text: &str) -> Vec<String> {
    let quotes = ['`', '"', '\'', '「', '」', '『', '』'];
    let outside = text.lines().flat_map(|line| line.split(quotes).step_by(2).map(str::to_owned).collect::<Vec<_>>());
    let runs = outside.flat_map(|part| {
        let part: String = part.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!(" {c} ") }).collect();
        let words = part.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() && !"-'.,:;?".contains(c));
        let words = words.filter(|word| !word.is_empty());
        let mut runs = vec![Vec::new()];
        for word in words.map(|word| word.trim_end_matches([',', '.', ':', ';', '?'])) {
            match word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'\'') && !word.is_empty() {
                true => runs.last_mut().unwrap().push(word.to_owned()),
                false => runs.push(Vec::new()),
            }
        }
        runs.into_iter().filter(|run| run.len() > 3).map(|run| run.join(" ")).collect::<Vec<_>>()
    });
    runs.collect()
}

fn has_japanese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}'))
}

/// Runs what is typed in a folder.
fn typed(folder: &Path, typed: &str, stdin: &str, lang: &str) -> Ran {
    let arguments: Vec<&str> = typed.split(' ').chain(["--lang", lang]).collect();
    run_with(command(&arguments).current_dir(folder), stdin)
}

/// Whatever is said is said whole in the language that is wanted, and tells of what the case is about.
fn check(folder: &Path, cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (what, stdin, in_english, in_japanese) in cases {
        for (lang, wanted) in [("en", in_english), ("ja", in_japanese)] {
            let ran = typed(folder, what, stdin, lang);
            let is_told = what.contains("--explain") || what.contains("--map-skeleton");
            let said = ran.stderr + if is_told { &ran.stdout } else { "" };
            let strange = if lang == "ja" { english(&said) } else { Vec::new() };
            if !said.contains(*wanted) || !strange.is_empty() || (lang == "en" && has_japanese(&said)) {
                wrong.push(format!("--- {what} --lang {lang}: {wanted:?} {strange:?}\n{said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn csv(head: &str, rows: &str) -> String {
    format!("{head}{rows}")
}

#[test]
fn english_is_found() {
    assert_eq!(english("注：a.csv：no column is here"), ["no column is here"]);
    assert_eq!(english("3列目`no column is here`は --map で指定、skills-a, skills-b and c d"), [""; 0]);
    assert!(has_japanese("注：") && !has_japanese("… “a” – é"));
}

#[test]
fn rows_that_cannot_be_scored() {
    let row = |row: &str| csv(HEAD, &format!("{ROWS}{row}\n"));
    let points = "batch - -f csv --scale points";
    check(
        folder(&[]).path(),
        &[
            (points, &row("Dyne,9,2,3,4"), "its options have 1, 2, 3, 4, 5 points", "選択肢の点数は1、2、3、4、5です"),
            (points, &row("Dyne,9,8,7,6"), "; and 1 more", "。ほか1件"),
            (
                "batch - -f csv --scale 0..4",
                &row("Dyne,9,1,1,1"),
                "the numbers 0, 1, 2, 3, 4 here",
                "番号は0、1、2、3、4です",
            ),
            (points, &row("Dyne,1,2"), "the row has 3 cells, and the header 5", "セルが3個で、見出しの列数（5）"),
            (points, &row("Dyne,\"1,2,3,4"), "a quote is opened and never closed", "引用符が閉じられていない"),
            (points, &row("Dyne,,,,"), "no question is answered", "回答された設問がありません"),
            (points, &row(",,,,"), "1 row passed over: no cell says anything", "値のない1行を除外しました"),
            (points, &row("Average,2,2,3,2"), "may be the name of a respondent", "集計行や記入例など"),
            (
                points,
                "{\"organisation\": \"A\", \"skills-path\": 3}\n{\"organisation\": 1,\n",
                "not an answer set in JSON",
                "JSONの回答として読み取れません",
            ),
            (
                points,
                "{\"skills-path\": 3}\n{\"skills-path\": {\"a\": 3}}\n",
                "a cell cannot be an object",
                "値にオブジェクトは使えません",
            ),
            (
                points,
                &csv("assessment,", &format!("{HEAD}omnichannel,Acme,1,2,3,4\n")),
                "these are answers to `omnichannel`",
                "`omnichannel`への回答です",
            ),
            (
                "batch - -f csv --scale points --merge Organisation",
                &row("〃,1,2,3,4"),
                "no value in column `Organisation`",
                "値がありません",
            ),
            (
                points,
                &row("Dyne,a,b,c,d"),
                "with --map you can say what such cells mean (row 5)",
                "5行目にある値の意味は --map で指定できます",
            ),
            (points, &csv("A,skills-path:1,skills-path:2\n", "x,maybe,0\n"), "are not certain to be", "確かではない列"),
        ],
    );
}

#[test]
fn rows_that_are_passed_over_or_count_twice() {
    let points = "batch - -f csv --scale points";
    let tool = "Name,Date,Status,Progress,Finished,RecordedDate,ResponseId,DistributionChannel,skills-onboarding,skills-training\n";
    let preview = "A,d,IP Address,100,True,d,R1,anonymous,1,2\nB,d,Survey Preview,100,True,d,R2,preview,3,4\n";
    let emails = "Email,skills-onboarding,skills-training\na@b.example,1,2\na@b.example,3,5\nc@b.example,3,4\n";
    check(
        folder(&[]).path(),
        &[
            (
                points,
                &csv(tool, preview),
                "1 row passed over: a preview or test, as",
                "1行を除外しました：プレビューまたはテスト",
            ),
            (points, emails, "2 rows share their value of `Email`", "`Email`が同じ行が2行あり"),
            (
                &format!("{points} --latest-of Email"),
                emails,
                "is later in the table (row 2)",
                "表でより下にある行を採用しています（2行目）",
            ),
            (
                points,
                &csv(HEAD, &format!("{ROWS}{ROWS}")),
                "3 rows are the same as others in every cell",
                "ほかの行と同じ行が3行あり",
            ),
            (
                &format!("{points} --where Organisation=Zed"),
                &csv(HEAD, ROWS),
                "no row has `Zed` in column `Organisation`; there are",
                "`Organisation`列が`Zed`の行はありません",
            ),
            (
                &format!("{points} --where Organisation!=Acme"),
                &csv(HEAD, ROWS),
                "left out by --where, column `Organisation` (row 2)",
                "--where の条件により1行を除外しました",
            ),
            (&format!("{points} --where Acme"), &csv(HEAD, ROWS), "`Acme` is no condition", "条件として読み取れません"),
            (
                &format!("{points} --by Organisatoin"),
                &csv(HEAD, ROWS),
                "did you mean `Organisation`?",
                "`Organisation`の間違いではありませんか",
            ),
            (
                points,
                &csv("Survey 2026,,,,\n", &csv(HEAD, ROWS)),
                "1 row above the header was passed over",
                "見出しより上の1行は読み飛ばしました",
            ),
            (
                points,
                &csv(HEAD, &format!("{ROWS}who,skills-change,skills-path,skills-training,skills-onboarding\n{ROWS}")),
                "is a header of other columns",
                "別の見出しがあり",
            ),
        ],
    );
}

#[test]
fn columns_and_maps() {
    let files: [(&str, &[u8]); 2] = [
        ("map.toml", b"[columns]\n\"Nowhere\" = \"skills-path\"\n"),
        ("strange.csv", b"Organisation,skills-onboarding,skills-path\nAcme,often,2\nBolt,rarely,5\nCity,,3\n"),
    ];
    check(
        folder(&files).path(),
        &[
            (
                "batch - -f csv",
                "a,b\n1,2\n",
                "no column matches a question of `cx-maturity`",
                "`cx-maturity`の設問と一致する列がありません",
            ),
            (
                "batch - -f csv",
                "skills-path,skills-path\n1,2\n",
                "more than one column matches",
                "一致する列が複数あります",
            ),
            (
                "batch strange.csv -f csv --map map.toml",
                "",
                "the map names columns that are not there",
                "マップで指定した列がありません",
            ),
            (
                "batch strange.csv --explain-columns",
                "",
                "3 columns, separated by commas, in UTF-8; their header is row 1",
                "3列、区切りはコンマ、文字コードはUTF-8、見出しは1行目",
            ),
            (
                "batch strange.csv --explain-columns",
                "",
                "not understood: `often` (1 row), `rarely` (1 row)",
                "読み取れない値：`often`（1行）、`rarely`（1行）",
            ),
            (
                "batch strange.csv --map-skeleton",
                "",
                "# often =  # 1 cell of skills-onboarding, first in row 2",
                "# often =  # skills-onboarding の1個のセル、最初は2行目",
            ),
            (
                "batch strange.csv --map-skeleton",
                "",
                "[cells] # what stands in a cell = points",
                "[cells] # セルの値 = 点数",
            ),
            (
                "batch - -f csv --scale points",
                &csv(HEAD, ROWS),
                "24 of 28 questions have no column",
                "28問中24問は列がなく",
            ),
        ],
    );
}

#[test]
fn scales_that_cannot_be_told() {
    let of = |rows: &str| csv(HEAD, rows);
    let batch = "batch - -f csv";
    let legend = of(&format!("{ROWS}1 = very good; 5 = very poor,,,,\n"));
    check(
        folder(&[]).path(),
        &[
            (batch, &of("Acme,1,2,3,4\nBolt,2,1,4,3\n"), "numbers can", "数値"),
            (batch, &of("Acme,0,1,1,0\nBolt,1,0,0,1\nCity,0,1,0,1\n"), "look like check marks", "チェックの有無"),
            (
                batch,
                &of("Acme,-3,40,7,9\nBolt,90,-8,7,9\n"),
                "is no answer to `skills-onboarding`",
                "の回答になりません",
            ),
            (batch, &legend, "is the good end", "最も良い評価"),
            (
                &format!("{batch} --scale 0..7"),
                &of(ROWS),
                "the scale 0..7 has not as many numbers",
                "尺度 0..7 は、数値の個数が",
            ),
            (
                &format!("{batch} --scale 5..1"),
                &of(ROWS),
                "the number of the worst option comes first",
                "最も悪い選択肢の番号を先に",
            ),
            (
                batch,
                &of("Acme,0,1,2,3\nBolt,4,3,2,0\nCity,2,2,4,1\n"),
                "numbers are read as options counted from 0",
                "0から数えた選択肢の番号として読み込みます",
            ),
        ],
    );
}

#[test]
fn files_that_cannot_be_read() {
    let (sjis, _, _) = encoding_rs::SHIFT_JIS.encode("組織,新人研修,skills-path\n北野商会,5,3\n南商事,4,3\n");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["a.csv", "b.csv"] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(HEAD.as_bytes()).unwrap();
    }
    let archive = archive.finish().unwrap().into_inner();
    let table = csv(HEAD, ROWS);
    let folder = folder(&[
        ("empty.csv", b""),
        ("sjis.csv", &sjis),
        ("two.zip", &archive),
        ("cut.xlsx", &archive[..60]),
        ("bad.csv.gz", b"\x1f\x8b\x08\x00aaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        ("table.csv", table.as_bytes()),
        ("list.json", b"[{\"skills-path\": 3}, 4"),
    ]);
    std::fs::create_dir(folder.path().join("none")).unwrap();
    check(
        folder.path(),
        &[
            ("batch empty.csv", "", "empty.csv is empty", "empty.csvは空のファイルです"),
            ("batch sjis.csv", "", "is not UTF-8 text", "UTF-8ではありません"),
            (
                "batch table.csv --encoding sjiss",
                "",
                "there is no encoding `sjiss`",
                "文字コード`sjiss`には対応していません",
            ),
            ("batch two.zip", "", "is an archive of 2 files", "ファイルが2個入っています"),
            ("batch cut.xlsx", "", "cannot read cut.xlsx", "cut.xlsxを読み込めません"),
            ("batch bad.csv.gz", "", "its gzip is damaged", "gzipの圧縮データが破損しているか"),
            ("batch table.csv --sheet 2", "", "is no spreadsheet (.xlsx)", "表計算ファイル（.xlsx）ではない"),
            ("batch list.json", "", "is no array of objects", "オブジェクトの配列ではありません"),
            ("batch none", "", "there is no answer set", "回答ファイル（.toml、.json）がありません"),
            ("batch table.csv none", "", "is a table: give it alone", "表を1つだけ指定するか"),
            ("score table.csv", "", "has more than one row of answers", "回答の行が複数あります"),
            ("score table.csv --row 9", "", "they stand in rows 2 to 4", "見出しの下の2～4行目にあります"),
            ("score none", "", "is a folder", "フォルダーです"),
        ],
    );
}

#[test]
fn sheets_of_a_spreadsheet() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, more) in [("Answers", "skills-change"), ("Average", "skills-change"), ("Notes", "remark")] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, text) in (0u16..).zip(["Organisation", "skills-path", "skills-training", more]) {
            sheet.write(0, column, text).unwrap();
            sheet.write(1, column, if column == 0 { "Acme".to_owned() } else { (column + 1).to_string() }).unwrap();
        }
    }
    book.worksheet_from_index(0).unwrap().set_row_hidden(1).unwrap();
    let folder = folder(&[("book.xlsx", &book.save_to_buffer().unwrap())]);
    check(
        folder.path(),
        &[
            ("batch book.xlsx", "", "may have something else than respondents", "回答者以外のもの"),
            ("batch book.xlsx --sheet Nope", "", "there is no sheet `Nope`", "シート`Nope`はありません"),
            (
                "batch book.xlsx --sheet Answers --scale points",
                "",
                "the sheet does not show this row",
                "非表示になっている行",
            ),
            (
                "batch book.xlsx --sheet Average --scale points",
                "",
                "sheet `Average` is read",
                "シート`Average`を読み込みました",
            ),
        ],
    );
}

#[test]
fn arguments_that_cannot_go_together() {
    let table = csv(HEAD, ROWS);
    let folder = folder(&[("table.csv", table.as_bytes()), ("none.csv", HEAD.as_bytes())]);
    let full = folder.path().join("full");
    std::fs::create_dir(&full).unwrap();
    std::fs::write(full.join("x"), "").unwrap();
    let facts = root().join("tests/fixtures/facts.toml");
    check(
        folder.path(),
        &[
            ("batch table.csv --reports full", "", "is not empty: name a new folder", "fullは空ではありません"),
            (
                "batch table.csv -f html",
                "",
                "name a new folder with --reports",
                "--reports で新しいフォルダーを指定してください",
            ),
            ("batch table.csv --rejects -", "", "--rejects needs a file", "--rejects にはファイルを指定してください"),
            ("batch table.csv --delimiter ab", "", "one ASCII character that is no quote", "引用符以外のASCII文字1つ"),
            ("batch table.csv --actions 99", "", "a number from 0 to 20", "0～20の数を指定してください"),
            ("batch table.csv --header-from table.csv", "", "is for rows on stdin", "標準入力の行に使います"),
            (
                "batch table.csv --scale points --benchmark none.csv",
                "",
                "has no row that can be scored",
                "採点できる行がありません",
            ),
            (
                "batch table.csv --scale points -f csv",
                "",
                "3 rows in = 3 scored + 0 rejected",
                "入力3行 = 採点3行 + 採点不可0行",
            ),
            (
                &format!("batch - -f csv -a {}", facts.display()),
                "Organisation,size,letters\nAcme,huge,3\n",
                "is no option of `size`",
                "`size`の選択肢にありません",
            ),
        ],
    );
}
