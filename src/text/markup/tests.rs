//! What is markup, what is outside it, and that a text that is kept stays as it is.

use proptest::prelude::*;

use super::*;

#[test]
fn a_line_has_single_spaces_whatever_white_space_it_had() {
    for space in ('\0'..=char::MAX).filter(|c| c.is_whitespace()) {
        for text in [format!("応{space}対"), format!("{space}応 対"), format!("応{space} 対{space}")] {
            assert_eq!(one_line(&text), "応 対", "{space:?}");
            assert_eq!(one_line(text.replace('応', "a")), "a 対", "{space:?}");
        }
    }
    for text in ["", "a", "応対", "a 応 対 – é"] {
        assert_eq!(one_line(text), text);
    }
}

#[test]
fn one_paragraph_without_markup_is_what_it_was() {
    for text in ["a  b\tc", "A * b * c, 5 < 6 & [book] a_b_c #1 \\* &amp;", "2021 was", "*a* `b` <i>"] {
        assert_eq!(normal(text), one_line(text));
        assert_eq!(plain(&normal(text)), one_line(text));
    }
    assert_eq!(normal("one\ntwo\n  three"), "one two three");
}

#[test]
fn paragraphs_lists_and_links_are_read() {
    let written = "\n    First\n    line, see [the  page](https://example.com/a?b=c).\n\n    - one\n    - two\n      more\n\n    \
                   3. three\n    4. four\n";
    let text = normal(written);
    let kept = "First line, see [the page](https://example.com/a?b=c).\n\n- one\n- two more\n\n3. three\n4. four";
    assert_eq!(text, kept);
    assert_eq!(normal(&text), text);
    let shown = "First line, see the page (https://example.com/a?b=c).\n\n– one\n– two more\n\n3. three\n4. four";
    assert_eq!(plain(&text), shown);
    assert_eq!(outside(written), []);
    let link = Piece::Link("応対", "https://ja.example/応対(a)".to_owned());
    assert_eq!(normal("x\n\n  - a\n  - b\n\n   1. c"), "x\n\n- a\n- b\n\n1. c");
    for (written, kept) in [
        ("* a\n\n- b", "- a\n- b"),
        ("*\n\n- ", "- \n- "),
        (" - ", "- "),
        ("<\n\n\t- \n\n(", "<\n\n- \n\n("),
        ("1. a\n\n1) b", "1. a\n2. b"),
    ] {
        assert_eq!((normal(written).as_str(), normal(kept).as_str()), (kept, kept));
    }
    assert_eq!(blocks(&normal("[応対](https://ja.example/応対(a))")), [Block::Paragraph(vec![link])]);
}

#[test]
fn what_is_outside_is_named_and_shown_as_it_is_written() {
    let cases = [
        ("*so*", Outside::Emphasis),
        ("**so**", Outside::Emphasis),
        ("a `code` b", Outside::Code),
        ("a <b>c</b>", Outside::Html),
        ("<script>a</script>", Outside::Html),
        ("![a](https://b.example)", Outside::Image),
        ("# Head", Outside::Heading),
        ("Head\n====", Outside::Heading),
        ("> said", Outside::Quote),
        ("---", Outside::Rule),
        ("- a\n  - b", Outside::Nested),
        ("a\n\n    code", Outside::Code),
        ("a\\\nb", Outside::Break),
        ("<https://a.example>", Outside::Link),
        ("[b]: https://b.example", Outside::Link),
        ("[a][b]\n\n[b]: https://b.example", Outside::Link),
        ("[a](https://a.example \"title\")", Outside::Link),
        ("[*a*](https://a.example)", Outside::Link),
        ("[](https://a.example)", Outside::Link),
        ("[a](http://a.example)", Outside::Address),
        ("[a](javascript:alert(1))", Outside::Address),
        ("[a](https://)", Outside::Address),
        ("[a](https://good.example@bad.example)", Outside::Address),
        ("[a](https://a.example/&quot;&#62;)", Outside::Address),
        ("See https://a.example/b.", Outside::Bare),
        ("[a] (https://a.example)", Outside::Bare),
        ("[a](https://a.example", Outside::Bare),
        ("- http://a.example", Outside::Bare),
        ("See Www.a.example/b.", Outside::Bare),
        ("[b.example/in](https://a.example)", Outside::Address),
        ("[//b.example](https://a.example)", Outside::Address),
        ("[mailto:a@b.example](https://a.example)", Outside::Address),
        ("[see b.example](https://a.example)", Outside::Address),
        ("[a](https://аpple.example)", Outside::Address),
        ("[a](https://аррӏе.example)", Outside::Address),
        ("[a](https://xn--pple-43d.example)", Outside::Address),
        ("[a](https://e..example)", Outside::Address),
        ("[a](https://e.example:99999/)", Outside::Address),
        ("a \\* b", Outside::Escape),
        ("a &lt; b", Outside::Escape),
    ];
    for (written, what) in cases {
        assert_eq!(outside(written).first().map(|(what, _)| *what), Some(what), "{written}");
        let linked = |block: &Block<'_>| matches!(block, Block::Paragraph(pieces) if pieces.iter().any(|piece| matches!(piece, Piece::Link(..))));
        let text = normal(written);
        assert!(!blocks(&text).iter().any(linked), "{written}");
        assert_eq!(one_line(plain(&text).replace('–', "-")), one_line(written), "nothing is lost");
    }
    assert_eq!(outside("1) one\n2) two\n\n7. seven"), [(Outside::Number, "7. seven".to_owned())]);
    for written in [
        "[a.example](https://www.a.example/b)",
        "[report.pdf, version 1.2](https://a.example)",
        "[a](https://応対.example:8443/)",
        "[a](https://пример.example)",
        "5 < 6 & AT&T, a\\b",
        "1. one\n2. two\n\n3) three",
    ] {
        assert_eq!(outside(written), [], "{written}");
    }
    // However much is nested, little is told.
    assert!(outside(&"*_".repeat(4_000)).len() <= 20);
}

proptest! {
    #[test]
    fn a_text_is_kept_as_it_is_kept(written in "([-*+#>`_<&\\\\ \n\t.()\\[\\]!ab1]|https://a|応|\n\n|- |1\\. |\\]\\(|&#33;){0,40}") {
        let text = normal(&written);
        prop_assert_eq!(normal(&text), text.clone(), "{:?}", written);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(&text), letters(&written), "{:?}", written);
        if !text.contains("[https://a](https://a)") {
            prop_assert_eq!(letters(&plain(&text)), letters(&text));
        }
    }
}
