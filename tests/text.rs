//! What the program does with text, wherever it comes from.

use cxm::text::{not_formula, pad, shorten, told, wrap};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_width::UnicodeWidthStr as _;

use crate::program::root;
use crate::tidy::files;

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
fn japanese_breaks_where_a_phrase_begins() {
    assert_eq!(wrap("応対品質を測る。次", 14), ["応対品質を", "測る。次"]);
    let text = "顧客の問い合わせを受け取ったオペレーターは、ほかの部門の担当者に転送します。";
    assert_eq!(
        wrap(text, 30),
        ["顧客の問い合わせを受け取った", "オペレーターは、ほかの部門の", "担当者に転送します。"]
    );
    // Where none is near, between characters.
    assert_eq!(wrap("カスタマージャーニー", 12), ["カスタマー", "ジャーニー"]);
    // What a command is called stays whole, and so does what is in backquotes with them.
    assert_eq!(wrap("一覧は`顧客`を参照", 8), ["一覧は", "`顧客`を", "参照"]);
}

#[test]
fn no_last_line_has_one_character_alone() {
    assert_eq!(wrap("毎日の応対品質を測る", 18), ["毎日の応対品質を", "測る"]);
    assert_eq!(wrap("応対品質を測定するのか。", 22), ["応対品質を", "測定するのか。"]);
    assert_eq!(wrap("測 る", 2), ["測", "る"], "there is nothing to go with it");
}

/// Punctuation that stands behind; what else may not begin a line; and what may not end it.
const BEHIND: &str = "、。，．・：；？！…）」』】〕〉》｝］";
const NOT_FIRST: &str = "ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";
const NOT_LAST: &str = "（「『【〔〈《｛［";

/// Every line fits, none begins or ends with what may not stand there, and no letter is lost.
fn assert_lines(text: &str, width: usize, lines: &[String]) {
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(letters(&lines.concat()), letters(text));
    for (at, line) in lines.iter().enumerate() {
        assert!(line.as_str().width() <= width, "{width}: {lines:?}");
        assert!(at == 0 || !line.starts_with(|c| BEHIND.contains(c) || NOT_FIRST.contains(c)), "{width}: {lines:?}");
        assert!(at + 1 == lines.len() || !line.ends_with(|c| NOT_LAST.contains(c)), "{width}: {lines:?}");
    }
    let last = lines.last().unwrap();
    // A word that a space parts from others may stand alone.
    if text.trim_end().ends_with(&format!(" {last}")) {
        return;
    }
    let letters = last.chars().filter(|c| !BEHIND.contains(*c)).count();
    assert!(lines.len() < 2 || letters > 1 || last.is_ascii(), "{width}: {lines:?}");
}

/// Texts whose words are not wider than twelve columns, and have what may not begin a line behind something else.
fn texts() -> impl Strategy<Value = String> {
    let words = "応対 品質 を が、 は 測る。 きっと オペレーター 「先輩」 （CX） サーバー 我々の 問い合わせ 3件、 cxmの `skills`は --mapで です！ 「営業」が、 \
                 お客様 また 誰か？ 部門・課";
    let words: Vec<&str> = words.split_whitespace().collect();
    let parts = proptest::collection::vec((select(words), prop_oneof![9 => Just(""), 1 => Just(" ")]), 1..40);
    parts.prop_map(|parts| parts.iter().map(|(word, gap)| format!("{word}{gap}")).collect())
}

proptest! {
    #[test]
    fn lines_of_japanese_fit_and_keep_its_rules(text in texts(), width in 24usize..100) {
        assert_lines(&text, width, &wrap(&text, width));
        let told = told(&text, width);
        assert_lines(&text, width, &told.split('\n').map(str::to_owned).collect::<Vec<_>>());
    }
}

/// All texts of the bundled assessments in Japanese, as they are shown in windows of any width.
#[test]
fn the_texts_of_the_assessments_keep_the_rules_of_lines() {
    let mut count = 0;
    for file in files(&root().join("assessments"), ".ja.toml") {
        for line in std::fs::read_to_string(file).unwrap().lines() {
            let text = line.split('"').nth(1).filter(|text| text.chars().count() > 20).unwrap_or_default();
            for width in [24, 36, 50, 76, 96].into_iter().filter(|_| !text.is_empty()) {
                assert_lines(text, width, &wrap(text, width));
                count += 1;
            }
        }
    }
    assert!(count > 3_000, "{count}");
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
    let lines = "回答\nは/home/jo/a.tomlに\n保存しました。\n続きから\n再開できます";
    assert_eq!(told("回答は/home/jo/a.tomlに保存しました。続きから再開できます", 18), lines);
    assert_eq!(told("", 18), "");
}

#[test]
fn no_line_ends_within_a_sign_of_two() {
    let text = "列の値が一致しない行なら、このように条件を書きます：'列 != 値'";
    for width in 16..70 {
        let lines = wrap(text, width);
        assert!(lines.iter().all(|line| !line.ends_with('!')), "{lines:?}");
    }
}
