//! `cxm score`.

use cxm::definition::bundled;
use insta::assert_snapshot;

use crate::program::{command, run, run_with};

#[test]
fn the_whole_result_at_80_columns() {
    assert_snapshot!(run(&["score", "examples/answers/eight-challenges.toml"]).page());
}

#[test]
fn the_whole_result_at_120_columns() {
    let ran = run_with(command(&["score", "examples/answers/emerger.toml"]).env("COLUMNS", "120"), "");
    assert_snapshot!(ran.page());
}

#[test]
fn in_japanese_with_open_questions() {
    assert_snapshot!(run(&["score", "examples/answers/incomplete.toml", "--lang", "ja"]).page());
}

#[test]
fn with_questions_that_do_not_apply() {
    assert_snapshot!(run(&["score", "examples/answers/not-applicable.toml", "--top", "2"]).page());
}

#[test]
fn on_the_highest_level_in_ascii() {
    let ran = run(&["score", "examples/answers/champion.toml", "--ascii", "--top", "1"]);
    assert!(ran.stdout.is_ascii(), "{}", ran.stdout);
    assert_snapshot!(ran.page());
}

#[test]
fn as_markdown() {
    assert_snapshot!(run(&["score", "examples/answers/riser.toml", "-f", "markdown", "--top", "1"]).page());
}

#[test]
fn as_json() {
    let ran = run(&["score", "examples/answers/incomplete.toml", "-f", "json", "--top", "0"]);
    assert_snapshot!(ran.page());
}

#[test]
fn one_level_reads_differently_near_the_next_and_far_from_it() {
    let any: serde_json::Value =
        serde_json::from_str(&run(&["score", "examples/answers/riser.toml", "-f", "json"]).stdout).unwrap();
    let level = |points: [u32; 4]| {
        let ids = any["answers"].as_array().unwrap().iter().map(|answer| answer["question"].as_str().unwrap());
        let answers: String = ids.zip(points.iter().cycle()).map(|(id, points)| format!("{id} = {points}\n")).collect();
        let ran =
            run_with(&mut command(&["score", "-"]), &format!("assessment = \"cx-maturity\"\n[answers]\n{answers}"));
        let lines = ran.stdout.lines().skip_while(|line| !line.starts_with("Emerger asks"));
        lines.take_while(|line| !line.starts_with("Organisations")).collect::<Vec<_>>().join(" ")
    };
    assert_snapshot!(level([4, 4, 4, 3]), @"Emerger asks for 2 more criteria in place. Within ten points of being in place: Skilling up the service team (6.3 short), Appropriate staffing levels (6.3 short), Acting on customer feedback (6.3 short), Agility in acting on feedback (6.3 short), Strength of service data and KPIs (6.3 short), Timeliness of performance data (6.3 short), Agents' technology experience (6.3 short).");
    assert_snapshot!(level([2, 2, 2, 1]), @"Emerger asks for 2 more criteria in place. Nearest to being in place: Skilling up the service team (56.3 short), Appropriate staffing levels (56.3 short).");
}

#[test]
fn a_share_has_an_interval_where_it_is_known_how_many_were_asked() {
    let ran = run(&["score", "examples/answers/riser.toml", "-f", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let japan = &report["benchmarks"][1];
    assert_eq!((&japan["n"], &japan["year"]), (&208.into(), &2021.into()));
    assert_eq!(japan["shares"][0], serde_json::json!({ "level": "starter", "percent": 73.0, "low": 67, "high": 79 }));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cx-maturity.toml");
    let toml = bundled::find("cx-maturity").unwrap().toml;
    let without: Vec<&str> = toml.lines().filter(|line| !line.starts_with("n = ")).collect();
    std::fs::write(&path, without.join("\n")).unwrap();
    let ran = run(&["score", "examples/answers/riser.toml", "-a", path.to_str().unwrap()]);
    assert!(ran.stdout.contains("4% (Japan, 2021)") && !ran.stdout.contains("Wilson"), "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn every_line_fits_the_terminal_in_both_languages() {
    use unicode_width::UnicodeWidthStr as _;
    for width in [60usize, 80, 100, 120] {
        for language in ["en", "ja"] {
            for file in ["eight-challenges", "incomplete", "not-applicable", "champion", "riser"] {
                let file = format!("examples/answers/{file}.toml");
                for arguments in [vec!["score", &file], vec!["plan", &file], vec!["show"], vec!["list"]] {
                    let mut command = command(&arguments);
                    let ran = run_with(command.args(["--lang", language]).env("COLUMNS", width.to_string()), "");
                    for line in ran.stdout.lines() {
                        assert!(line.width() <= width, "{arguments:?} {language} {width}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn colours_are_only_where_they_are_wanted() {
    let file = "examples/answers/riser.toml";
    assert!(!run(&["score", file]).stdout.contains('\u{1b}'));
    let coloured = run(&["score", file, "--color", "always"]).stdout;
    assert!(coloured.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), run(&["score", file]).stdout);
}

#[test]
fn the_language_comes_from_the_environment() {
    let language = |name: &str, value: &str| {
        let ran = run_with(command(&["score", "examples/answers/riser.toml"]).env(name, value), "");
        ran.stdout.contains("ライザー")
    };
    assert!(language("LANG", "ja_JP.UTF-8") && language("LC_ALL", "ja_JP.UTF-8") && language("CXM_LANG", "ja"));
    assert!(!language("LANG", "en_GB.UTF-8") && !language("LANG", "C") && !language("LC_ALL", ""));
}

#[test]
fn a_language_that_there_is_not_is_said() {
    let ran = run(&["score", "examples/answers/riser.toml", "--lang", "fr"]);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.stderr, @"note: `cx-maturity` has no texts in `fr`; they are shown in `en`");
}

#[test]
fn answers_may_come_from_stdin() {
    let json = std::fs::read_to_string(crate::program::root().join("examples/answers/starter.json")).unwrap();
    let ran = run_with(&mut command(&["score", "-", "-f", "json"]), &json);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(ran.stdout, run(&["score", "examples/answers/starter.json", "-f", "json"]).stdout);
}

#[test]
fn a_level_can_be_a_gate() {
    let file = "examples/answers/riser.toml";
    assert_eq!(run(&["score", file, "--fail-under", "riser"]).code, 0);
    assert_eq!(run(&["score", file, "--fail-under", "starter"]).code, 0);
    let ran = run(&["score", file, "--fail-under", "champion"]);
    assert_eq!((ran.code, ran.stdout.is_empty()), (1, false));
    assert_snapshot!(ran.stderr, @"Riser is below CX Champion, which --fail-under asks for");
    assert_snapshot!(run(&["score", file, "--fail-under", "rizer"]).page(), @r"
    exit 2
    ----- stdout
    ----- stderr
    error: there is no level `rizer`; did you mean `riser`?
    levels: starter, emerger, riser, champion
    ");
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.md");
    std::fs::write(&path, "old").unwrap();
    let path = path.to_str().unwrap();
    let arguments = ["score", "examples/answers/riser.toml", "-f", "markdown", "-o", path];
    let ran = run_with(command(&arguments).args(["--color", "always"]), "");
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    assert!(std::fs::read_to_string(path).unwrap().starts_with("# CX maturity — Morgenstern Bank"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let ran = run(&["score", "examples/answers/riser.toml", "-o", "/nowhere/result.txt"]);
    assert_snapshot!(ran.page(), @r"
    exit 3
    ----- stdout
    ----- stderr
    error: cannot write /nowhere/result.txt: there is no folder /nowhere
    ");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = command(&["score", "examples/answers/riser.toml"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn what_cannot_be_read_is_said() {
    assert_snapshot!(run(&["score", "missing.toml"]).stderr, @"error: cannot read missing.toml: No such file or directory (os error 2)");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sjis.toml");
    std::fs::write(&path, b"assessment = \"cx-maturity\"\norganisation = \"\x83e\x83X\x83g\"\n[answers]\n").unwrap();
    let ran = run(&["score", path.to_str().unwrap()]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("is not UTF-8 text: line 2 has other bytes"), "{}", ran.stderr);
}

#[test]
fn a_row_of_a_table_is_scored_as_batch_scores_it() {
    let file = "examples/tables/form-export.csv";
    let rows = run(&["batch", file, "-f", "ndjson"]).stdout;
    assert!(rows.lines().count() > 3);
    for (number, row) in (2..).zip(rows.lines()) {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        for command in ["score", "plan"] {
            let one = run(&[command, file, "--row", &number.to_string(), "-f", "json"]);
            assert_eq!(one.code, 0, "{}", one.stderr);
            let one: serde_json::Value = serde_json::from_str(&one.stdout).unwrap();
            assert_eq!(
                (&row["overall"], &row["level"]["id"]),
                (&one["overall"], &one["level"]["id"]),
                "{command} {number}"
            );
        }
    }
    let said = |arguments: &[&str]| run(&[&["score"], arguments].concat()).stderr;
    assert_snapshot!(said(&[file]), @"error: examples/tables/form-export.csv has more than one row of answers: say which with --row, such as --row 2; `cxm batch examples/tables/form-export.csv` scores them all");
    assert_snapshot!(said(&[file, "--row", "1"]), @"error: examples/tables/form-export.csv has no answers in row 1: they stand in rows 2 to 7, the header above them");
    assert_snapshot!(said(&["examples/answers/riser.toml", "--row", "2"]), @"error: examples/answers/riser.toml is no table, so it has no rows, columns or cells to be said of");
    assert_snapshot!(said(&["examples"]), @"error: examples is a folder: `cxm batch examples` scores all answer files in it");
    assert_snapshot!(said(&["examples/tables/japan-shift-jis.csv", "--row", "3"]), @"error: examples/tables/japan-shift-jis.csv is not UTF-8 text; try --encoding shift_jis (as this, 28 columns match)");
    assert_snapshot!(run(&["compare", file, file]).stderr, @"error: examples/tables/form-export.csv is a table: `cxm score`, `cxm plan` and `cxm batch` read those, and this takes answers in TOML or JSON");
    let japan =
        ["score", "examples/tables/japan-shift-jis.csv", "--row", "3", "--encoding", "cp932", "--scale", "points"];
    assert_eq!(run(&japan).code, 0);
}

#[test]
fn a_table_is_known_by_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let ran = run(&["score", path.to_str().unwrap(), "-f", "csv", "--accept-version"]);
        let ran = format!("{}{}", ran.stdout, ran.stderr).replace(folder.path().to_str().unwrap(), "F");
        let line = ran.lines().find(|line| line.contains("skills,") || line.contains("error")).unwrap_or_default();
        format!("{name}: {line}")
    };
    let csv = "version,organisation,skills-path\n2.1.1,Acme,4\n";
    let utf16: Vec<u8> =
        "\u{feff}".chars().chain(csv.chars()).collect::<String>().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gzip = {
        use std::io::Write as _;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(csv.as_bytes()).unwrap();
        gzip.finish().unwrap()
    };
    let files: [(&str, &[u8]); 18] = [
        ("a.csv", csv.as_bytes()),
        ("a.txt", csv.as_bytes()),
        ("a", csv.as_bytes()),
        ("unicode.txt", &utf16),
        ("a.csv.gz", &gzip),
        ("a.json", b"[{\"version\":\"2.1.1\",\"organisation\":\"Acme\",\"skills-path\":4}]"),
        ("two.json", b"[{\"version\":\"2.1.1\",\"skills-path\":4},{\"skills-path\":3}]"),
        ("lines.json", b"{\"version\":\"2.1.1\",\"skills-path\":4}\n{\"skills-path\":3}\n"),
        ("set.json", b"{\"assessment\":\"cx-maturity\",\"answers\":{\"skills-path\":4}}"),
        ("broken.json", b"{\"assessment\":\"cx-maturity\",\n\"answers\":{\"skills-path\":4}"),
        ("broken.toml", b"assessment = \"cx-maturity\"\n[answers]\nskills-path = \n"),
        ("broken.txt", b"assessment = \"cx-maturity\"\n[answers]\nskills-path = \n"),
        ("empty.csv", b""),
        ("empty", b""),
        ("header.csv", b"organisation,skills-path\n"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.png", b"\x89PNG\r\n"),
        ("form.html", b"<!doctype html>"),
    ];
    let page = files.map(|(name, bytes)| said(name, bytes));
    assert_snapshot!(page.join("\n"));
    let ran = run_with(&mut command(&["score", "-", "-f", "csv"]), csv);
    assert!(ran.code == 0 && ran.stdout.contains("Acme,"), "{}", ran.stderr);
}

/// A name that is too long for its column goes on below it: cut, two of them could read the same.
#[test]
fn names_of_criteria_are_never_cut() {
    let folder = tempfile::tempdir().unwrap();
    let base = std::fs::read_to_string(crate::program::root().join("tests/rules/base.toml")).unwrap();
    let mut definition = base.split("[[cases]]").next().unwrap().to_owned();
    let long = "How soon the customers of our shops are answered by";
    definition = definition.replacen("name = \"Speed\"", &format!("name = \"{long} telephone\""), 1);
    definition += &format!(
        "[[criteria]]\nid = \"letters\"\nname = \"{long} letter\"\ndescription = \"How fast.\"\n\
         [[criteria.questions]]\nid = \"letters-answer\"\ntext = \"How soon?\"\noptions = [\"late\", \"soon\"]\n"
    );
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("base.toml"), definition).unwrap();
    std::fs::write(path("a.toml"), "assessment = \"base\"\n[answers]\nspeed-answer = 3\nletters-answer = 1\n").unwrap();
    std::fs::write(path("a.csv"), "speed-answer,letters-answer\n3,1\n2,2\n").unwrap();
    let table = run(&["score", &path("a.toml"), "-a", &path("base.toml")]).stdout;
    let table: Vec<&str> =
        table.lines().skip_while(|line| !line.starts_with("  How soon")).take_while(|line| !line.is_empty()).collect();
    assert_snapshot!(table.join("\n"), @r"
    How soon the customers of our shops are answered  █████░░┊░░  50.0  25.0 short
    by telephone
    How soon the customers of our shops are answered  ░░░░░░░┊░░   0.0  75.0 short
    by letter
    Overall                                           ██░░░░░░░░  25.0
    ");
    let summary = ["batch", &path("a.csv"), "-a", &path("base.toml"), "--summary", "--scale", "points"];
    let summary = run(&summary).stderr;
    let names: Vec<&str> = summary.lines().skip_while(|line| !line.contains("How soon")).take(4).collect();
    assert_snapshot!(names.join("\n"), @r"
      How soon the customers of our shops    37.5    31.2    37.5    43.7       –
      are answered by telephone
      How soon the customers of our shops    50.0    25.0    50.0    75.0       –
      are answered by letter
    ");
}

#[test]
fn a_row_that_is_asked_for_is_refused_where_its_answers_may_be_others() {
    let people = "Ada,ada@x.example,1,2,4,5\nBen,ben@x.example,5,4,2,1\nEva,eva@x.example,2,2,4,4";
    let table =
        format!("Name,Email,skills-path,skills-change,skills-training,skills-onboarding\n{people}\nKim,5,4,4,3,\n");
    let score = |more: &[&str]| run_with(&mut command(&[&["score", "-", "--row", "5"], more].concat()), &table);
    let ran = score(&[]);
    assert!(ran.code != 0 && ran.stderr.contains("a cell too far to the left"), "{}", ran.page());
    assert_eq!(score(&["--every-row"]).code, 0);
}
