//! What the program does with text, wherever it comes from.

use cxm::text::{not_formula, pad, shorten, told, wrap};
use unicode_width::UnicodeWidthStr as _;

#[test]
fn words_stay_whole_and_lines_fit() {
    assert_eq!(wrap("see zoom-automation", 16), ["see", "zoom-automation"]);
    let text = "They must pass a check on test contacts.";
    assert_eq!(wrap(text, 16), ["They must pass a", "check on test", "contacts."]);
    assert_eq!(wrap("", 16), [""]);
    assert_eq!(wrap("a\nb", 16), ["a", "b"]);
    assert_eq!(wrap("incomprehensible", 6), ["incomp", "rehens", "ible"]);
}

#[test]
fn japanese_breaks_anywhere_but_before_closing_punctuation() {
    assert_eq!(wrap("応対品質を測る。次", 14), ["応対品質を測", "る。次"]);
    for width in 2..30 {
        let lines = wrap("研修は、配属前に終える。現場では「先輩」が教える。", width);
        for line in &lines {
            assert!(line.as_str().width() <= width, "{line}");
            assert!(width < 6 || !line.starts_with(['、', '。', '」']), "{width}: {lines:?}");
        }
    }
}

#[test]
fn shortening_and_padding_count_columns() {
    assert_eq!(shorten("応対品質", 8), "応対品質");
    assert_eq!(shorten("応対品質", 7), "応対品…");
    assert_eq!(shorten("応対品質", 6), "応対…");
    assert_eq!(pad("応対", 6), "応対  ");
}

#[test]
fn what_a_spreadsheet_would_run_is_a_formula() {
    for text in ["=1", "@a", "\t=1", "\r=1", "＝1", "－1", " =1", "  +1", "+81-3", "-1+1", "-", "+", "-a", "--1", " -1"]
    {
        assert_eq!(not_formula(text), format!("'{text}"));
    }
    for text in ["", "a=1", "'=1", "n/a", "a-b", "応対", "-3.5", "+7", "-1", "3", " a", "\u{2212}1"] {
        assert_eq!(not_formula(text), text);
    }
}

#[test]
fn what_is_told_is_broken_between_words_and_leaves_paths_and_commands_whole() {
    let text = "Your answers are saved in /home/jo/of a team/answers-2026.toml\nGo on:\n  cxm assess -o 'a b c.toml'\n";
    let lines =
        "Your answers are\nsaved\nin /home/jo/of a\nteam/answers-2026.toml\nGo on:\n  cxm assess -o 'a b c.toml'\n";
    assert_eq!(told(text, 18), lines);
    assert_eq!(told(text, 80), text);
    let lines = "回答\nは/home/jo/a.tomlに\n保存しました。続き\nから再開できます";
    assert_eq!(told("回答は/home/jo/a.tomlに保存しました。続きから再開できます", 18), lines);
    assert_eq!(told("", 18), "");
}
