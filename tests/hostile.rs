//! Files that mean harm: whatever is in them, the program says something and does nothing else.

use std::sync::Arc;

use cxm::answers;
use cxm::check::{Severities, check};
use cxm::definition::{self, bundled};
use cxm::diagnostic::{Source, render};
use cxm::document::{Document, Syntax};
use cxm::plan::Aim;
use cxm::report::Input;
use cxm::table::OpenError;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::program::{command, run_with};

/// Terminal escapes, Markdown, HTML and a spreadsheet formula.
const HOSTILE: &str = r"<script>alert(1)</script> =HYPERLINK(1) | `x` \u001b[2J\u009b31m\u202e";

fn score(answers: &str, format: &str) -> crate::program::Ran {
    run_with(&mut command(&["score", "-", "-f", format]), answers)
}

#[test]
fn metadata_reaches_the_terminal_without_its_teeth() {
    let answers = format!("assessment = \"cx-maturity\"\norganisation = \"{HOSTILE}\"\n[answers]\nskills-path = 2\n");
    for format in ["table", "markdown", "json"] {
        let ran = score(&answers, format);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(!ran.stdout.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{}", ran.stdout);
    }
    let markdown = score(&answers, "markdown").stdout;
    assert!(markdown.contains(r"\<script\>alert(1)\</script\> =HYPERLINK(1) \| \`x\`"), "{markdown}");
}

#[test]
fn error_messages_show_the_file_without_its_teeth() {
    let answers = "assessment = \"cx-maturity\"\n# \u{1b}[2J\u{9b}31m\n[answers]\nskills-path = 2 \u{1b}[2J\n\"\\u001b[2J\" = 1\n";
    let ran = score(answers, "table");
    assert_eq!(ran.code, 3);
    assert!(!ran.stderr.contains(['\u{1b}', '\u{9b}']), "{}", ran.stderr);
    let ran = run_with(&mut command(&["score", "\u{1b}[2J.toml"]), "");
    assert!(!ran.stderr.contains('\u{1b}'), "{}", ran.stderr);
}

#[test]
fn large_and_deep_files_are_refused() {
    for text in [
        "[".repeat(1 << 19),
        format!("a = {}", "[".repeat(1 << 19)),
        format!("{{\"a\":{}", "[".repeat(1 << 19)),
        "a.".repeat(1 << 18),
    ] {
        let ran = score(&text, "table");
        assert_eq!(ran.code, 3, "{}", &ran.stderr[..ran.stderr.len().min(300)]);
    }
    let ran = score(&"#".repeat((2 << 20) + 1), "table");
    assert_eq!((ran.code, ran.stderr.as_str()), (3, "error: <stdin> is larger than 2 MiB\n"));
}

#[test]
fn a_file_full_of_findings_is_told_in_time() {
    let base = include_str!("rules/base.toml");
    let raises: String = (0..70_000).map(|at| format!("q{at} = 1, ")).collect();
    for text in [
        base.replace("effort = 4", &format!("effort = 4\nafter = [{}]", "1, ".repeat(240_000))),
        base.replace("{ speed-answer = 4 }", &format!("{{ {raises} }}")),
    ] {
        for format in ["human", "json"] {
            let started = std::time::Instant::now();
            assert_eq!(run_with(&mut command(&["check", "-", "-f", format]), &text).code, 1);
            assert!(started.elapsed() < std::time::Duration::from_secs(10));
        }
    }
}

#[test]
fn an_empty_file_is_said_to_lack_what_it_lacks() {
    for text in ["", "\u{feff}", "\n\n", "{}"] {
        let ran = score(text, "table");
        assert_eq!(ran.code, 3);
        assert!(ran.stderr.contains("an answer set needs the key `assessment`"), "{}", ran.stderr);
    }
}

#[test]
fn nothing_applicable_is_an_error_and_no_starter() {
    let base = definition::read(&Arc::new(Source::new("cx-maturity.toml", bundled::BUNDLED[0].toml))).0.unwrap();
    let toml = bundled::BUNDLED[0].toml.replace("not_applicable = false\n", "");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cx-maturity.toml");
    std::fs::write(&path, toml).unwrap();
    let answers: String = base.questions().map(|(_, question)| format!("{} = \"n/a\"\n", question.id)).collect();
    let answers = format!("assessment = \"cx-maturity\"\n[answers]\n{answers}");
    let ran = run_with(&mut command(&["score", "-", "-a", path.to_str().unwrap()]), &answers);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    insta::assert_snapshot!(ran.stderr);
}

#[cfg(feature = "xlsx")]
#[test]
fn a_damaged_spreadsheet_is_an_error_in_words() {
    use std::io::{Cursor, Read as _, Write as _};
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "skills-path").unwrap().write(1, 0, "3").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let path = tempfile::Builder::new().suffix(".xlsx").tempfile().unwrap().into_temp_path();
    for cell in ["ZZZZZZZ2", "A99999999999", "\u{e9}2", "2", ""] {
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            out.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            out.write_all(text.replace("\"A2\"", &format!("\"{cell}\"")).as_bytes()).unwrap();
        }
        std::fs::write(&path, out.finish().unwrap().into_inner()).unwrap();
        let ran = run_with(&mut command(&["batch", path.to_str().unwrap()]), "");
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.lines().count()), (3, "", 1), "{}", ran.stderr);
        assert!(ran.stderr.starts_with("error: cannot read "), "{}", ran.stderr);
    }
}

/// `text` with some of its bytes replaced by printable ones, or by line breaks.
fn damaged(text: &str, edits: &[(Index, u8)]) -> Arc<Source> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, byte) in edits {
        let at = at.index(bytes.len());
        if bytes[at].is_ascii() {
            bytes[at] = if *byte == 0x7f { b'\n' } else { *byte };
        }
    }
    Arc::new(Source::new("cx-maturity.toml", String::from_utf8(bytes).unwrap()))
}

fn edits() -> impl Strategy<Value = Vec<(Index, u8)>> {
    proptest::collection::vec((any::<Index>(), 0x20u8..=0x7f), 1..6)
}

const ANSWERS: &str = include_str!("../examples/answers/emerger.toml");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damaged_definitions_do_no_harm(edits in edits()) {
        let source = damaged(bundled::BUNDLED[0].toml, &edits);
        let findings = check(&source, &[], &Severities::default());
        prop_assert_eq!(render(&findings, 80).is_empty(), findings.is_empty());
        if let Some(definition) = definition::read(&source).0 {
            let answers = Arc::new(Source::new("answers.toml", ANSWERS));
            let document = Document::parse(&answers, Syntax::Toml).unwrap();
            let (set, _) = answers::read(&document, &definition);
            let input = Input { definition: &definition, digest: "", set: &set, aim: &Aim::NEXT, top: None };
            prop_assert!(input.report().is_some());
        }
    }

    #[test]
    fn damaged_answers_do_no_harm(edits in edits()) {
        let base = definition::read(&Arc::new(Source::new("cx-maturity.toml", bundled::BUNDLED[0].toml))).0.unwrap();
        let source = damaged(ANSWERS, &edits);
        let findings = match Document::parse(&source, Syntax::detect(source.text())) {
            Ok(document) => {
                let (set, findings) = answers::read(&document, &base);
                prop_assert_eq!(set.answers.len(), 28);
                let input = Input { definition: &base, digest: "", set: &set, aim: &Aim::NEXT, top: None };
                prop_assert!(input.report().is_some());
                findings
            }
            Err(findings) => findings,
        };
        prop_assert_eq!(render(&findings, 80).is_empty(), findings.is_empty());
    }
}

#[test]
fn an_empty_key_is_a_reference_that_leads_nowhere() {
    let text = std::fs::read_to_string(crate::program::root().join("assessments/service-experience.toml")).unwrap();
    for (key, empty) in
        [("raises = {", "raises = { \"\" = 1,"), ("requires = {", "requires = { criteria = { \"\" = 40 },")]
    {
        let source = Arc::new(Source::new("service-experience.toml", text.replacen(key, empty, 1)));
        let (definition, findings) = definition::read(&source);
        assert!(definition.is_none());
        assert!(findings.iter().any(|finding| finding.rule.id == "unknown-reference"), "{}", render(&findings, 80));
    }
}

#[test]
fn lines_that_are_no_answers_are_said_before_the_first_that_are() {
    let line = format!("{{'a': '{}'}}\n", "x".repeat(1 << 10));
    for head in ["", "{\"skills-path\": 1}\n"] {
        let lines = format!("{head}{}", line.repeat(20_000));
        let source = Source::new("cx-maturity.toml", include_str!("../assessments/cx-maturity.toml"));
        let languages = [definition::read(&Arc::new(source)).0.unwrap()];
        let map = cxm::mapping::map::Map::default();
        let matcher = cxm::mapping::Matcher::new(&languages, &map);
        let opened = cxm::table::open_lines(lines.as_bytes(), Arc::new(matcher));
        match opened {
            Ok(opened) => assert_eq!((head.is_empty(), opened.header), (false, vec!["skills-path".to_owned()])),
            Err(error) => assert!(head.is_empty() && matches!(error, OpenError::NoObject(1, _)), "{error:?}"),
        }
    }
}

/// What the program sends to a terminal.
#[cfg(unix)]
fn on_a_terminal(folder: &std::path::Path, arguments: &[&str]) -> String {
    let pair = portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).unwrap();
    let mut run = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_cxm"));
    run.args(arguments);
    run.cwd(folder);
    run.env_clear();
    let mut child = pair.slave.spawn_command(run).unwrap();
    drop(pair.slave);
    let (mut sent, mut bytes, mut reader) = (Vec::new(), [0; 4_096], pair.master.try_clone_reader().unwrap());
    while let Ok(count @ 1..) = std::io::Read::read(&mut reader, &mut bytes) {
        sent.extend_from_slice(&bytes[..count]);
    }
    child.wait().unwrap();
    String::from_utf8(sent).unwrap()
}

#[cfg(unix)]
#[test]
fn what_is_typed_and_a_file_as_it_is_are_cleaned_for_a_terminal() {
    let harmful = "\u{9b}31m\u{202e}\u{61c}\u{e0041}";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("evil.toml"), format!("title = \"{harmful}\"\n")).unwrap();
    let passed = |text: &str| harmful.chars().filter(|c| !c.is_ascii()).find(|c| text.contains(*c));
    let shown = on_a_terminal(folder.path(), &["show", "./evil.toml", "--toml"]);
    assert!(shown.contains("title = ") && passed(&shown).is_none(), "{shown:?}");
    // A pipe gets it as it is.
    let piped = run_with(command(&["show", "./evil.toml", "--toml"]).current_dir(folder.path()), "");
    assert!(piped.stdout.contains(harmful));
    for arguments in [&[harmful][..], &["check", "--allow", harmful], &["score", "a.toml", harmful]] {
        let ran = run_with(&mut command(arguments), "");
        assert_eq!((ran.code, passed(&ran.stderr)), (2, None), "{arguments:?}: {:?}", ran.stderr);
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    }
}

#[cfg(all(unix, feature = "xlsx"))]
#[test]
fn names_of_files_and_sheets_are_cleaned() {
    let harmful = "\u{9b}\u{202e}\u{1b}";
    let folder = tempfile::tempdir().unwrap();
    let name = format!("t{harmful}.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for sheet in ["\u{9b}a", "b\u{202e}", "c"] {
        let sheet = book.add_worksheet().set_name(sheet).unwrap();
        sheet.write_row(0, 0, ["title"]).unwrap();
        sheet.write_row(1, 0, ["skills-path", "skills-change"]).unwrap();
        sheet.write_row(2, 0, [3, 4]).unwrap();
    }
    book.save(folder.path().join(&name)).unwrap();
    for more in [&["-f", "csv"][..], &["--explain-columns"], &["--sheet", "c"], &["--sheet", "none"]] {
        let arguments = [&["batch", name.as_str(), "--scale", "points"], more].concat();
        let ran = run_with(command(&arguments).current_dir(folder.path()), "");
        let said = ran.stdout + &ran.stderr;
        assert!(!said.contains(|c| harmful.contains(c)), "{more:?}: {said:?}");
    }
}

#[test]
fn no_character_that_a_terminal_might_obey_comes_out_by_any_way() {
    let harmful: Vec<char> =
        ('\0'..=char::MAX).filter(|c| cxm::text::is_unsafe(*c) && !matches!(c, '\0' | '\n' | '\r' | '\t')).collect();
    assert!(harmful.len() > 200);
    let folder = tempfile::tempdir().unwrap();
    let [table, rejects] = ["table.csv", "rejects.csv"].map(|name| folder.path().join(name));
    let header = format!("who,no{}te,skills-path,skills-change\n", harmful.iter().collect::<String>());
    let rows =
        harmful.iter().map(|c| format!("a{c}b,\"x{c}, {c}\",{},3\n", if u32::from(*c) % 2 == 0 { "4" } else { "x" }));
    std::fs::write(&table, header + &rows.collect::<String>()).unwrap();
    let (table, rejects) = (table.to_str().unwrap(), rejects.to_str().unwrap());
    let is_clean = |what: &str, text: &str| {
        let passed = text.chars().find(|c| harmful.contains(c));
        assert_eq!(passed, None, "by {what}");
    };
    for form in ["csv", "ndjson", "json", "table"] {
        let ran = run_with(&mut command(&["batch", table, "-f", form, "--scale", "points", "--rejects", rejects]), "");
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        is_clean(form, &ran.stdout);
        is_clean("stderr", &ran.stderr);
        // Rejects go back to whoever mends them, as they came but for what a terminal obeys.
        is_clean("rejects", std::fs::read_to_string(rejects).unwrap().trim_start_matches('\u{feff}'));
    }
    let all: String = harmful.iter().map(|c| format!("\\U{:08x}", u32::from(*c))).collect();
    let answers = format!("assessment = \"cx-maturity\"\norganisation = \"{all}\"\n[answers]\nskills-path = 2\n");
    for form in ["table", "markdown", "json", "csv", "html"] {
        let ran = score(&answers, form);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        is_clean(form, &ran.stdout);
    }
}
