//! How cells are read.

use super::*;
use crate::definition::bundled::BUNDLED;

fn cells(map: &[(&str, Meant)]) -> Cells {
    let cells = map.iter().map(|(text, meant)| (plain(text), *meant)).collect();
    Cells::new(&BUNDLED[0].definitions(), &Map { cells, ..Map::default() })
}

#[test]
fn a_cell_may_be_written_in_many_ways() {
    let cells = cells(&[("Always", Meant::Points(5)), ("?", Meant::Unanswered)]);
    let at = cells.questions.iter().position(|cells| cells.question.not_applicable.is_allowed()).unwrap();
    let read = |text: &str| cells.read(at, text).unwrap();
    for text in ["4", " 4 ", "4.0", "4,0", "4.", "４", "４．０", "④", "4.00", "4.0E+00", "4.000000000000001"] {
        assert_eq!(read(text), Answer::Option(3), "{text}");
    }
    for text in ["n/a", "Ｎ／Ａ", "該当なし"] {
        assert_eq!(read(text), Answer::NotApplicable, "{text}");
    }
    for text in ["", "  ", "\u{3000}", "?"] {
        assert_eq!(read(text), Answer::Unanswered, "{text}");
    }
    assert_eq!(read("ALWAYS"), Answer::Option(4));
    assert_eq!(read("\u{feff}4\u{200b}"), Answer::Option(3));
    assert_eq!(read("\u{200b}"), Answer::Unanswered);
    let options = &cells.questions[at].question.options;
    assert_eq!(read(&format!(" {} ", options[1].text.to_uppercase())), Answer::Option(1));
    let text = &options[1].text;
    for decorated in
        [format!("2 - {text}"), format!("(2) {text}"), format!("2. {text}"), text.trim_end_matches('.').to_owned()]
    {
        assert_eq!(read(&decorated), Answer::Option(1), "{decorated}");
    }
    assert!(cells.read(at, &format!("3 - {text}")).is_err());
    let japanese = cells.questions[at].folded().options.iter().find(|(text, _)| !text.is_ascii()).unwrap();
    assert_eq!(Some(read(japanese.0)), japanese.1.map(Answer::Option));
}

#[test]
fn what_is_nearly_an_option_is_none() {
    let cells = cells(&[]);
    for text in ["2.99999999", "3.5e0", "3e", "e0", "3e1", "3e-1", "1e400", "0", "75%", "-3"] {
        let reason = cells.read(0, text).unwrap_err();
        assert!(reason.starts_with(&format!("`{text}` is no answer to")), "{reason}");
    }
    assert_eq!(cells.read(0, "10.0e-1"), Ok(Answer::Option(0)));
}

#[test]
fn what_is_no_answer_is_said() {
    let cells = cells(&[]);
    let reason = |at: usize, text: &str| cells.read(at, text).unwrap_err();
    insta::assert_snapshot!(reason(2, "7"), @"`7` is no answer to `skills-path`: its options have 1, 2, 3, 4, 5 points");
    insta::assert_snapshot!(reason(2, "3.5\n\u{1b}"), @"`3.5 �` is no answer to `skills-path`: its options have 1, 2, 3, 4, 5 points");
    insta::assert_snapshot!(reason(1, "n/a"), @"question `skills-training` always applies: its options have 1, 2, 3, 4, 5 points");
}

#[test]
fn the_quick_tables_say_what_reading_says() {
    let cells = cells(&[("x", Meant::Points(2))]);
    for (at, quick) in cells.quick(b',').iter().enumerate() {
        for byte in 0..=u8::MAX {
            let read = std::str::from_utf8(&[byte]).ok().and_then(|text| cells.read(at, text).ok());
            let expected = read.filter(|_| byte.is_ascii_digit()).map_or(UNKNOWN, code_of);
            assert_eq!(quick.byte[usize::from(byte)], expected, "{byte}");
        }
        for (text, code) in quick.texts() {
            assert_eq!(Ok(code), cells.read(at, std::str::from_utf8(text).unwrap()).map(code_of));
        }
    }
}
