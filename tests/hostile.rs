//! Files that mean harm: whatever is in them, the program says something and does nothing else.

use std::sync::Arc;

use cxm::definition::{self, bundled};
use cxm::diagnostic::{Source, render};
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
    let answers = format!("assessment = \"cx-maturity\"\norganisation = \"{HOSTILE}\"\n[answers]\nskills-path = 1\n");
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
    let answers = "assessment = \"cx-maturity\"\n# \u{1b}[2J\u{9b}31m\n[answers]\nskills-path = 1 \u{1b}[2J\n\"\\u001b[2J\" = 1\n";
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
    let ran = score(&"#".repeat((1 << 20) + 1), "table");
    assert_eq!((ran.code, ran.stderr.as_str()), (3, "error: <stdin> is larger than 1 MiB\n"));
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn damaged_definitions_are_read_without_a_panic(edits in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..6)) {
        let mut bytes = bundled::BUNDLED[0].toml.as_bytes().to_vec();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(text) = String::from_utf8(bytes) {
            let source = Arc::new(Source::new("cx-maturity.toml", text));
            let (definition, findings) = definition::read(&source);
            prop_assert_eq!(definition.is_none(), cxm::diagnostic::has_errors(&findings));
            let shown = render(&findings, 80);
            prop_assert_eq!(shown.is_empty(), findings.is_empty());
        }
    }
}
