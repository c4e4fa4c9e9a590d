//! `unfinished-text`: looks in every text for words that stand for one that is still to be written.

use crate::check::{Text, Texts};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "unfinished-text",
    group: Group::Suspicious,
    summary: "A text says that it is still to be written.",
    why: "Respondents are asked by it, and reports show it, as it is. `TODO`, `TBD`, `TBC`, `FIXME` and `XXX` as words in capitals, \
          `Lorem ipsum`, texts of nothing but dots or question marks or in angle brackets are found, and notes such as \
          `to be translated`, `未訳`, `（仮）` and `【要確認】`, alone, in brackets or before a colon; `Option 1` and its kind; and texts \
          that end with a comma.",
    bad: r#"help = "TODO""#,
    good: r#"help = "Count the hours.""#,
};

const WORDS: [&str; 5] = ["TODO", "TBD", "TBC", "FIXME", "XXX"];
/// What a text that says nothing else stands for.
const ALONE: [&str; 19] = [
    "todo",
    "tbd",
    "tbc",
    "fixme",
    "xxx",
    "text here",
    "your text here",
    "insert text",
    "insert text here",
    "dummy text",
    "sample text",
    "placeholder",
    "translate me",
    "ダミーテキスト",
    "ここに入力",
    "ここに記入",
    "後で書く",
    "あとで書く",
    "後日記入",
];
/// What is said of a text that is not done.
const NOTED: [&str; 6] = ["未訳", "仮訳", "要翻訳", "翻訳待ち", "仮", "要加筆"];
/// How many bytes the longest of them has, and of those below.
const LONGEST: usize = 24;
/// The same, where an option might say it of what it is about.
const PERHAPS: [&str; 8] =
    ["要確認", "未定", "未翻訳", "要修正", "to be written", "to be translated", "to be confirmed", "to be defined"];

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    for text in &texts.list {
        if let Some(found) = unfinished(text) {
            findings.add(&RULE, text.span(), say::still_to_write(found)).help(say::write_it());
        } else if let Some(comma) = text.text.chars().next_back().filter(|last| matches!(last, ',' | '、')) {
            findings.add(&RULE, text.span(), say::breaks_off(comma)).help(say::write_the_rest());
        }
    }
}

/// What of a text stands for one that is still to be written.
fn unfinished<'a>(text: &Text<'a>) -> Option<&'a str> {
    let (key, text) = (text.key, text.text);
    // A letter with which one of them begins.
    let may_be = text.bytes().any(|byte| matches!(byte, b'T' | b'F' | b'X'));
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|_| may_be);
    let found = words.find(|word| WORDS.contains(word)).or_else(|| {
        let filler = text.get(..11).filter(|begin| begin.eq_ignore_ascii_case("lorem ipsum"));
        filler.or_else(|| Some(text).filter(|text| text.chars().all(|c| "….?？".contains(c))))
    });
    found.or_else(|| noted(key, text))
}

/// A note that a text is not done: all of it, what stands in brackets, or before a colon.
fn noted<'a>(key: &str, text: &'a str) -> Option<&'a str> {
    let is_one_of = |list: &[&str], said: &str| list.iter().any(|one| one.eq_ignore_ascii_case(said));
    let is_said = |said: &str| said.len() <= LONGEST && is_one_of(&NOTED, said);
    let is_note = |said: &str| is_said(said) || said.len() <= LONGEST && key != "options" && is_one_of(&PERHAPS, said);
    if text.len() < 60 {
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        // In Latin letters it would be HTML, of which another rule tells.
        let open = text.strip_prefix(['<', '＜']).filter(|rest| !rest.starts_with(|c: char| c.is_ascii()));
        if open.is_some_and(|rest| rest.ends_with(['>', '＞']))
            || is_one_of(&ALONE, bare)
            || is_note(bare)
            || is_key(key, text)
        {
            return Some(text);
        }
    }
    let mut from = Some(0);
    for (at, c) in text.char_indices() {
        match c {
            ':' | '：' => {
                if let Some(note) = from.filter(|from| *from == 0).map(|_| &text[..at]).filter(|note| is_note(note)) {
                    return Some(note);
                }
                from = None;
            }
            '【' | '［' | '（' | '(' | '[' => from = Some(at + c.len_utf8()),
            // In round ones, what is to be done may be said of what it is about.
            '】' | '］' | ']' | '）' | ')' => {
                let is_note: &dyn Fn(&str) -> bool = if matches!(c, '）' | ')') { &is_said } else { &is_note };
                if let Some(note) = from.take().map(|from| &text[from..at]).filter(|note| is_note(note)) {
                    return Some(note);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a text only says what it is, perhaps with a number, such as `Option 1`.
fn is_key(key: &str, text: &str) -> bool {
    let said = text.trim_matches(|c: char| !c.is_alphabetic());
    let names: &[&str] = match key {
        "name" => &["name", "名前", "名称"],
        "title" => &["title", "タイトル"],
        "text" => &["text"],
        "options" => &["option", "選択肢"],
        "steps" => &["step", "手順"],
        "why" => &["why", "reason", "理由"],
        "help" => &["help", "ヘルプ"],
        "summary" => &["summary", "概要", "要約"],
        "description" => &["description", "説明"],
        _ => &[],
    };
    names.iter().any(|name| name.eq_ignore_ascii_case(said))
}
