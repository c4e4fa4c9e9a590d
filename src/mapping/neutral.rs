//! Words that forms put over any questions, so that they make no other question of them.
//!
//! All of it is about [`plain`](super::plain) texts.

/// Words that forms put over any questions.
const NEUTRAL: &str = "survey questionnaire assessment self-assessment form untitled title rate rating please the a an of \
    for these following this each all with to about on in your our you team organisation organization \
    company answer answers choose select pick one option options that fits how true is are it they what \
    which describes applies and or from below required mandatory optional only fragen bitte bewerten sie \
    beantworten wählen unbenannter zu die der sans titre sin título preguntas domande vragen service \
    services support cx customer maturity";
/// The same where the text asks what fits best, and not how well something fits.
const FITTING: &str = "best most closely statement we us at present currently today now reality situation";
/// Words by which a text asks what fits.
pub(super) const FITS: &str = "fit fits describe describes match matches apply applies reflect reflects suit suits";
/// Words for parts of forms, which are numbered.
const SECTIONS: &str = "section sections part parts block page group grp category area topic theme dimension criterion \
    criteria question questions item items statement statements matrix grid table step unit chapter \
    module row abschnitt seite teil gruppe bereich frage partie groupe sección parte grupo pregunta \
    sezione domanda sectie vraag";
/// Words before numbers that tell sections and questions apart.
const NUMBERED: &str = "q qu que sq g s p pt sec sect no nr f i st part page grp";
/// The same in Japanese, where words stand together: what is part of others stands behind them.
const NEUTRAL_JA: &str = "無題の 無題 セクション ページ パート グループ カテゴリー カテゴリ ブロック 設問 質問 問 以下の \
    次の 各 項目 について に関する それぞれ 最も もっとも 当てはまる あてはまる 近い もの 選択肢 1つ 一つ ひとつ \
    お選びください 選んでください 選択してください お答えください 答えてください ご回答ください 回答してください ください \
    必須 第 部 組織 会社 チーム を に で の は";

pub(super) fn each(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_whitespace()
}

pub(super) fn is_of(list: &'static str, word: &str) -> bool {
    each(list).any(|of| of == word)
}

/// The words of a text that forms do not put over any questions: none where it is a heading that says nothing.
pub(super) fn telling(plain: &str) -> Vec<String> {
    let has = |list: &'static str| words(plain).any(|word| is_of(list, word));
    let fitting = has(FITS) && !has("how");
    let telling =
        words(plain).filter(|word| !is_neutral(word) && !(fitting && (is_of(FITTING, word) || is_of(FITS, word))));
    telling.filter_map(|word| if word.is_ascii() { Some(word.to_owned()) } else { telling_ja(word) }).collect()
}

/// What is left of a word in which Japanese words stand together.
fn telling_ja(word: &str) -> Option<String> {
    let rest = each(NEUTRAL_JA).fold(word.to_owned(), |text, neutral| text.replace(neutral, " "));
    let rest: String = rest.chars().filter(|c| !c.is_ascii_digit() && *c != ' ').collect();
    (!rest.is_empty()).then_some(rest)
}

fn is_neutral(word: &str) -> bool {
    let number = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let before = &word[..word.len() - number.len()];
    let numbered = number.len() <= 3 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let roman = !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    // Kobo names groups so by itself.
    let random = word.len() == 7
        && word.bytes().enumerate().all(|(at, byte)| match at {
            2 | 5 | 6 => byte.is_ascii_digit(),
            _ => byte.is_ascii_lowercase(),
        });
    let letter = word.len() == 1 && matches!(word.as_bytes()[0], b'a'..=b'h');
    is_of(NEUTRAL, word)
        || is_of(SECTIONS, word)
        || is_of(NUMBERED, word)
        || roman
        || letter
        || random
        || (numbered && is_count(before))
}

/// Whether what stands before a number counts sections or questions, so that it says nothing else.
pub(super) fn is_count(letters: &str) -> bool {
    letters.is_empty() || is_of(NUMBERED, letters) || is_of(SECTIONS, letters)
}

pub(super) fn words(plain: &str) -> impl Iterator<Item = &str> {
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '-');
    words
        .flat_map(|word| if HYPHENED.contains(&word) { vec![word] } else { word.split('-').collect() })
        .filter(|word| !word.is_empty())
}

/// Words that are one with their hyphen.
const HYPHENED: &[&str] = &["self-assessment", "soll-zustand"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_nothing() {
        for text in [
            "untitled section",
            "section 12",
            "part ii: please rate the following",
            "group_ab1cd23",
            "無題のセクション",
            "以下の質問にお答えください",
            "組織について",
            "q1",
            "q#1",
            "which statement describes you best?",
            "please choose what fits most closely",
            "最も近いものを選んでください",
        ] {
            assert_eq!(telling(text), Vec::<String>::new(), "{text}");
        }
        for text in
            ["t1", "last section", "satisfaction", "声", "wave 2", "how well does this fit us best?", "the best"]
        {
            assert!(!telling(text).is_empty(), "{text}");
        }
    }
}
