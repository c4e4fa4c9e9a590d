//! What an assessment says at length, and what it refers to, as every command shows it.

use insta::assert_snapshot;

use crate::program::{Ran, run};

const DEFINITION: &str = "tests/fixtures/texts.toml";

/// A command on an answer set to it in which everything is at its worst, in this language.
fn on_answers(arguments: &[&str], language: &str) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    std::fs::write(&path, "assessment = \"texts\"\n[answers]\ncalls = 1\nletters = 1\n").unwrap();
    let (command, rest) = arguments.split_first().unwrap();
    let path = path.to_str().unwrap();
    let ran = run(&[&[*command, path, "-a", DEFINITION, "--lang", language], rest].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

/// The lines of it in which this stands.
fn with(text: &str, wanted: &str) -> Vec<String> {
    text.lines().filter(|line| line.contains(wanted)).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn references_are_shown_where_there_is_detail_and_as_they_are() {
    for language in ["en", "ja"] {
        let shown = |text: String| with(&text, "ISO").join("\n");
        let show = run(&["show", DEFINITION, "--lang", language]).stdout;
        let markdown = on_answers(&["score", "-f", "markdown"], language).stdout;
        let html = on_answers(&["score", "-f", "html"], language).stdout;
        let plan = on_answers(&["plan"], language).stdout;
        let texts = [show, plan, markdown, html].map(shown);
        assert_snapshot!(format!("references_{language}"), texts.join("\n\n"));
    }
    let json: serde_json::Value = serde_json::from_str(&on_answers(&["score", "-f", "json"], "en").stdout).unwrap();
    assert_eq!(json["priorities"][0]["refs"], serde_json::json!(["ISO 18295-1:2017 5.4"]));
    assert_eq!(json["answers"][0]["refs"], serde_json::json!(["ISO 18295-1:2017 5.2", "COPC | 7.0 *2.3* <b>"]));
    assert_eq!((json["answers"][1].get("refs"), json["priorities"][1].get("refs")), (None, None));
}

/// What is written at length, in every output that shows it.
#[test]
fn paragraphs_lists_and_links_are_shown_by_every_output() {
    for language in ["en", "ja"] {
        let name = |of: &str| format!("{of}_{language}");
        assert_snapshot!(name("show"), run(&["show", DEFINITION, "--lang", language]).stdout);
        assert_snapshot!(name("template"), run(&["template", DEFINITION, "--lang", language]).stdout);
        assert_snapshot!(name("markdown"), on_answers(&["score", "-f", "markdown"], language).stdout);
        assert_snapshot!(name("plan"), on_answers(&["plan"], language).stdout);
    }
    let html = on_answers(&["score", "-f", "html"], "en").stdout;
    let shown = ["<ol start", "<ul>", "rel=", "customers", "handbook", "markup"];
    let lines: Vec<String> = shown.iter().flat_map(|of| with(&html, of)).collect();
    assert_snapshot!("html", lines.join("\n"));
    let form = run(&["template", DEFINITION, "-f", "html"]).stdout;
    assert_snapshot!("form", with(&form, "rel=").join("\n"));
    let limesurvey = run(&["template", DEFINITION, "-f", "limesurvey"]).stdout;
    assert_snapshot!("limesurvey", with(&limesurvey, "handbook").join("\n"));
    let surveyjs = run(&["template", DEFINITION, "-f", "surveyjs"]).stdout;
    assert_snapshot!("surveyjs", with(&surveyjs, "handbook").join("\n"));
    let json: serde_json::Value = serde_json::from_str(&on_answers(&["score", "-f", "json"], "en").stdout).unwrap();
    assert_eq!(json["level"]["summary"], "Here.\n\n1. first\n2. second");
    assert_eq!(json["priorities"][0]["steps"][0], "Count calls:\n\n- by hour\n- by day");
}

/// A blank answer file with help at length is still one in which nothing is answered: each line of it is a comment.
#[test]
fn a_blank_answer_file_stays_a_comment() {
    let blank = run(&["template", DEFINITION]).stdout;
    let lines: Vec<&str> = blank.lines().skip_while(|line| !line.starts_with("[answers]")).skip(1).collect();
    let other: Vec<&&str> = lines.iter().filter(|line| !line.is_empty() && !line.starts_with(['#', '['])).collect();
    assert_eq!(other, [&""; 0], "{blank}");
    assert!(
        blank.contains(
            "#    – calls that were lost\n#\n#    More is in the handbook (https://example.com/handbook_(calls)).\n"
        ),
        "{blank}"
    );
}

#[test]
fn no_text_gets_a_link_or_an_element_into_a_page_but_over_https() {
    let hostile = [
        "[a](javascript:alert(1))",
        "[a](https://a.example/\\\"onclick=alert(1)//)",
        "[<img src=x onerror=alert(1)>](https://a.example)",
        "<script>alert(1)</script>",
        "[a](data:text/html,b)",
        "[a](https://x@y.example)",
        "![a](https://a.example/x.png)",
        "<https://a.example>",
        "[a][b]\n\n[b]: javascript:alert(1)",
    ];
    for text in hostile {
        let definition = include_str!("fixtures/texts.toml").replace("More is in", &format!("{text} More is in"));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("texts.toml");
        std::fs::write(&path, definition).unwrap();
        let ran = run(&["template", path.to_str().unwrap(), "-f", "html"]);
        assert_eq!(ran.code, 0, "{text}: {}", ran.stderr);
        let page = ran.stdout.split("<script>").next().unwrap();
        for part in page.split('<').skip(1) {
            let tag = part.split('>').next().unwrap();
            assert!(!tag.starts_with("img") && !tag.contains("onclick") && !tag.contains("onerror"), "{text}: <{tag}>");
            if tag.starts_with("a ") {
                assert!(tag.starts_with("a href=\"https://") && tag.ends_with("rel=\"noopener\""), "{text}: <{tag}>");
            }
        }
        assert!(!page.contains("alert(1)</script>"), "{text}");
    }
}

#[test]
fn references_are_bounded() {
    let text = include_str!("fixtures/texts.toml");
    let refs = |count: usize, length: usize| {
        let list: Vec<String> = (0..count).map(|at| format!("\"{at:0>length$}\"")).collect();
        let text = text.replace("[\"ISO 18295-1:2017 5.4\"]", &format!("[{}]", list.join(", ")));
        let source = cxm::diagnostic::Source::new("texts.toml", text);
        let findings = cxm::definition::read(&source.into()).1;
        findings.iter().map(|finding| format!("{}: {}", finding.rule.id, finding.message)).collect::<Vec<_>>()
    };
    assert_eq!(refs(20, 200), [""; 0]);
    assert_eq!(refs(21, 200), ["out-of-range: `refs` must have 0 to 20 items, and has 21"]);
    assert_eq!(refs(1, 201), ["out-of-range: a reference of 201 characters is too long: the most is 200"]);
}
