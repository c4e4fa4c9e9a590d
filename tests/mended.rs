//! Ten mistakes as people make them who read Japanese alone, and all that they are told to mend them by.

use crate::program::{command, root, run_with};

/// What was done, the file that it was done in, what is in it, and what was typed.
type Mistake = (&'static str, &'static str, Vec<u8>, &'static str);

const HEAD: &str = "会社名,部署,skills-onboarding,skills-training,skills-path,skills-change\n";

/// Of a consultant, who has tables.
fn of_tables() -> Vec<Mistake> {
    let table = |rows: &str| format!("{HEAD}{rows}").into_bytes();
    let rows = "北野商会,東京,1,3,2,4\n南商事,大阪,5,3,1,2\n西屋,福岡,5,4,3,3\n";
    let twice = format!("{HEAD}{rows}").replacen("skills-change", "skills-path", 1).into_bytes();
    let text = format!("{HEAD}{rows}");
    let (excel, ..) = encoding_rs::SHIFT_JIS.encode(&text);
    vec![
        ("日本語版のExcelで保存した表", "sjis.csv", excel.into_owned(), "batch sjis.csv"),
        (
            "5点を誰も選んでいない表",
            "scale.csv",
            table("北野商会,東京,1,3,2,4\n南商事,大阪,4,3,1,2\n西屋,福岡,2,2,3,3\n"),
            "batch scale.csv",
        ),
        ("同じ設問の列が2つある表", "twice.csv", twice, "batch twice.csv"),
        (
            "読めない言葉、範囲外の点数、足りないセル、平均の行",
            "cells.csv",
            table("北野商会,東京,1,3,ときどき,4\n南商事,大阪,5,9,1,2\n西屋,福岡,5,,2\n平均,,3,3,2,3\n"),
            "batch cells.csv --scale points",
        ),
        ("列名の書き間違い", "table.csv", table(rows), "batch table.csv --by 部署名"),
    ]
}

/// The text of a file with these changes.
fn edited(path: &str, changes: &[(&str, &str)]) -> Vec<u8> {
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    let edit = |text: String, (from, to): &(&str, &str)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    changes.iter().fold(text, edit).into_bytes()
}

/// Of somebody who maintains a definition.
fn of_definitions() -> Vec<Mistake> {
    let desk = |changes: &[(&str, &str)]| edited("src/words/ja/scaffold/definition.toml", changes);
    let reference = desk(&[("raises = { learning-causes = 3 }", "raises = { learning-cause = 4 }")]);
    let comma = desk(&[("\"突き止めていない。\",", "\"突き止めていない。\"")]);
    let values = desk(&[
        ("criteria_in_place = 2 }", "criteria_in_place = 3 }"),
        ("effort = 20", "effort = \"20人日\""),
        ("overall = 50", "overall = 60"),
    ]);
    vec![
        ("設問idの書き間違い", "my-assessment.toml", reference, "check my-assessment.toml"),
        ("コンマの抜け", "my-assessment.toml", comma, "check my-assessment.toml"),
        ("評価項目より多い条件と、単位を付けた工数", "my-assessment.toml", values, "check my-assessment.toml"),
    ]
}

/// Of a leader, who answers for one organisation.
fn of_answers() -> Vec<Mistake> {
    let answers = |changes: &[(&str, &str)]| edited("examples/answers/ja/riser.toml", changes);
    let mistakes = [
        ("skills-path = 4", "skils-path = 4"),
        ("insight-goals = 3", "insight-goals = 6"),
        ("date = 2026-07-01", "date = \"去年\""),
    ];
    vec![
        ("設問idの書き間違い、範囲外の点数、読めない日付", "answers.toml", answers(&mistakes), "score answers.toml"),
        ("レベル名の書き間違い", "answers.toml", answers(&[]), "plan answers.toml --to チャンピョン"),
    ]
}

#[test]
fn ten_mistakes_are_told_so_that_they_can_be_mended() {
    let mistakes = [of_tables(), of_definitions(), of_answers()].concat();
    assert_eq!(mistakes.len(), 10);
    let mut page = String::new();
    for (what, name, content, typed) in mistakes {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), content).unwrap();
        let arguments: Vec<&str> = typed.split(' ').chain(["--lang", "ja"]).collect();
        let ran = run_with(command(&arguments).current_dir(folder.path()), "");
        assert!(ran.code > 0 && ran.code < 4, "{what}: {}", ran.page());
        let said = if typed.starts_with("check") { ran.stdout } else { ran.stderr };
        page += &format!("# {what}\n$ cxm {typed}\n{said}\n");
    }
    insta::assert_snapshot!(page);
}
