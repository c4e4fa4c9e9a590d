//! What forms put before and behind the text of a question to say how it is answered: its number in brackets, that one answer is
//! chosen, that one must be given. In brackets, none of it can be anything else.
//!
//! All of it is about [`plain`](super::plain) texts.

use super::likeness::{digits, without_number};
use super::otherwise::answers;

/// What is said in brackets, or behind the end of a question.
const SAID: &str = "single select|single choice|single answer|single response|single selection|multiple choice|choose one|choose only one|\
    select one|select only one|pick one|pick only one|one answer|one answer only|one answer per row|radio|radio button|radio buttons|\
    choose one answer|select one answer|pick one answer|choose one option|select one option|tick one|tick one box|tick one only|\
    dropdown|drop-down|drop down|dropdown list|required field|required question|optional question|mandatory question|sa|s.a.|\
    pflichtfeld|pflichtfrage|pflichtangabe|einfachauswahl|einfachnennung|nur eine antwort|eine antwort|obligatoire|facultatif|\
    choix unique|réponse unique|une seule réponse|obligatorio|opcional|selección única|respuesta única|obbligatorio|facoltativo|\
    risposta singola|verplicht|optioneel";
/// The same in Japanese, without spaces and with one way to write each word.
const SAID_JA: &str = "単一回答|単一選択|単数回答|単数選択|単回答|択一|択一式|択一回答|シングルアンサー|シングル回答|必須|必須回答|必須項目|必須入力|必須設問|\
    回答必須|入力必須|選択必須|任意|任意回答|任意項目|任意入力|回答任意|入力任意|ラジオボタン|プルダウン|ドロップダウン|1つ|1つ選択|1つを選択|選択は1つ|回答は1つ|\
    答えは1つ|○は1つ|○1つ|1つに○|1つ○|は1つ|1つ選んでください|1つ選択してください|1つお選びください|1つを選んでください|1つを選択してください|\
    1つをお選びください|○を1つ|当てはまるもの1つ|当てはまるもの1つに○|当てはまるものを1つ選択|最も当てはまるもの1つ|最も当てはまるもの1つに○|最も近いもの1つ|\
    最も近いもの1つに○|最も近いものを1つ選択";
/// Other ways to write the same.
const ALIKE: [(&str, &str); 16] = [
    (" ", ""),
    ("◯", "○"),
    ("〇", "○"),
    ("◎", "○"),
    ("ひとつ", "1つ"),
    ("一つ", "1つ"),
    ("1個", "1つ"),
    ("ただ1つ", "1つ"),
    ("1つだけ", "1つ"),
    ("1つのみ", "1つ"),
    ("1つまで", "1つ"),
    ("あてはまる", "当てはまる"),
    ("もっとも", "最も"),
    ("下さい", "ください"),
    ("丸は", "○は"),
    ("をつけてください", ""),
];
/// In what such words stand.
const BRACKETS: [(char, char); 7] =
    [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕'), ('〈', '〉'), ('《', '》'), ('<', '>')];
/// Words before the number of a question.
const NUMBERED: [&str; 6] = ["設問", "質問", "問", "question", "q", "no."];
/// How long such words are at most.
const LONGEST: usize = 120;

/// Whether words in brackets, or behind a question, say how it is answered, and nothing else.
pub(super) fn is_said(words: &str) -> bool {
    const BETWEEN: [char; 14] = [',', '、', '・', '/', ';', '。', '(', ')', '[', ']', '【', '】', '〔', '〕'];
    let mut parts = words.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).peekable();
    words.len() <= LONGEST && parts.peek().is_some() && parts.all(says)
}

fn says(part: &str) -> bool {
    let part = part.trim_matches(|c: char| matches!(c, '※' | '*' | '.' | ':' | ' ' | '-'));
    let part = part.strip_prefix("please ").unwrap_or(part);
    if answers(part) || SAID.split('|').any(|said| said == part) {
        return true;
    }
    let written = || ALIKE.iter().fold(part.to_owned(), |text, (from, to)| text.replace(from, to));
    !part.is_ascii()
        && SAID_JA.split('|').any({
            let written = written();
            move |said| said == written
        })
}

/// A text without what stands before it, if anything does: `【問1】text`, `[radio] text`, `q1. (sa) text`, `please choose one. text`.
pub(super) fn without_asking(plain: &str) -> Option<&str> {
    bracketed(plain).or_else(|| {
        let (said, text) =
            [". ", ": ", "。", " - "].into_iter().find_map(|sign| without_number(plain).split_once(sign))?;
        let text = text.trim_start();
        (is_said(said) && !text.is_empty()).then_some(text)
    })
}

/// The same of what stands in brackets.
fn bracketed(plain: &str) -> Option<&str> {
    let (open, close) = BRACKETS.into_iter().find(|(open, _)| plain.starts_with(*open)).or_else(|| {
        // A number may stand before it.
        let rest = without_number(plain);
        (rest.len() < plain.len()).then(|| BRACKETS.into_iter().find(|(open, _)| rest.starts_with(*open)))?
    })?;
    let (before, rest) = plain.split_once(open)?;
    let (inner, text) = rest.split_once(close)?;
    let is_number = before.is_empty() && is_number(inner);
    let text = text.trim_start();
    ((is_number || is_said(inner)) && !text.is_empty()).then_some(text)
}

/// Whether this is the number of a question, with its word.
fn is_number(inner: &str) -> bool {
    let numbered =
        NUMBERED.iter().find_map(|word| digits(inner.strip_prefix(word)?.trim_start_matches([' ', '.', '-'])));
    let counted = || {
        let (_, rest) = digits(inner.strip_prefix('第')?)?;
        ["問", "項"].contains(&rest).then_some(())
    };
    numbered.is_some_and(|(_, rest)| rest.is_empty()) || counted().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::plain;

    #[test]
    fn what_forms_say_of_the_answer_is_known() {
        for words in [
            "ひとつだけ",
            "○は1つ",
            "◯はひとつだけ",
            "〇は１つ",
            "単一回答",
            "SA",
            "1つ選択",
            "1つだけ選んでください。",
            "あてはまるもの１つに○をつけてください",
            "必須・単一回答",
            "必須）（SA",
            "Single Select",
            "Radio",
            "required, single choice",
            "Multiple Choice",
            "※必須",
            "任意",
            "Einfachauswahl",
            "Please select one answer.",
        ] {
            assert!(is_said(&plain(words)), "{words}");
        }
        for words in [
            "",
            "question",
            "comment",
            "複数回答",
            "3つまで",
            "重要度",
            "目標",
            "all that apply",
            "sa, goal",
            "1",
            "現状",
        ] {
            assert!(!is_said(&plain(words)), "{words}");
        }
    }

    #[test]
    fn what_stands_before_a_question_is_taken_away() {
        for text in [
            "【問1】どうですか",
            "〔SA〕どうですか",
            "［必須］どうですか",
            "（問１２）どうですか",
            "問1．（SA）どうですか",
            "【第3問】どうですか",
        ] {
            assert_eq!(without_asking(&plain(text)), Some("どうですか"), "{text}");
        }
        for text in ["Select one. How", "Please choose one answer: how", "Required - how", "1) Choose one. How"] {
            assert_eq!(without_asking(&plain(text)), Some("how"), "{text}");
        }
        for text in [
            "どうですか",
            "goal. how",
            "select one.",
            "【目標】どうですか",
            "【3】どうですか",
            "(comment) how",
            "[question]",
            "【問1】",
            "問1. 【目標】どうですか",
        ] {
            assert_eq!(without_asking(&plain(text)), None, "{text}");
        }
    }
}
