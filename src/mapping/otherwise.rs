//! Whether what stands before, below or above a question makes another question of it: it asks for something else than the
//! answer, for that of another time or of somebody else, or says the other way round what numbers mean.
//!
//! No list of such words is whole. So what stands before a question is taken for a heading only where it says nothing but
//! neutral words; whoever asks knows the names of the assessment, and takes them away before.
//!
//! All of it is about [`plain`](super::plain) texts.

use super::neutral::{FITS, each, is_count, is_of, telling, words};

/// Beginnings of words by which a text asks for something else, whatever else it says.
const ROOTS: &str = "importan urgen satisf dissatisf unsatisf relevan irrelevan priorit prioris difficult expect desire \
    ambition aspir target ideal future previous competit rival benchmark manager supervisor boss peer \
    confiden likelihood likely agree disagree revers invert invers negativ weight rank goal envision \
    wichtig dringlich dringend zufrieden schwierig erwart wunsch gewünscht zukunft zukünftig künftig \
    vorjahr wettbewerb konkurren vorgesetzt priorität gewicht zustimm handlungsbedarf souhait objectif \
    objetivo obiettiv attendu esperad deseado desiderat difficil difícil futur concurren belang tevreden";
/// The same as whole words.
const WORDS: &str = "future gap stakes soll ziel bedeutung year years ago tomorrow jahr jahre jahren année années año \
    años anno anni jaar ano";
/// The same where a text says hardly anything else.
const SHORT: &str = "comment comments reason reasons why other note notes remark remarks confident certain average mean \
    median sum count total effort risk impact evidence value cost benefit vision need wish before after \
    then once kommentar kommentare grund anmerkung anmerkungen mittelwert durchschnitt summe anzahl \
    aufwand risiko bewertung comentario commentaire raison moyenne motivo commento media somma suma \
    promedio feedback points point score scores marks grade time duration seconds clicks rev rec recode \
    recoded min max punkte punktzahl pre post vorher nachher avant après antes después";
const ROOTS_JA: &str = "重要 緊急 満足 難易 困難 難し あるべき 目指 必要性 必要度 改善の必要 昨年 去年 来年 前年 年後 \
    年前 昨年度 来年度 前年度 前回 次回 他社 競合 上司 部下 同僚 理想 目標 期待 優先 将来 今後 \
    反転 逆転 逆順 自信 確信 影響度 賛成";
const SHORT_JA: &str = "コメント 理由 備考 その他 メモ 平均 合計 件数 フィードバック 根拠 点数 得点 スコア 配点 時間 秒 \
    同意 評価者";
/// How many words a text may have, or how many characters in Japanese, that says hardly anything.
const FEW: usize = 4;
const FEW_JA: usize = 14;

/// Whether a text makes another question of that around which it stands.
pub(super) fn says_more(plain: &str) -> bool {
    asks_otherwise(plain) || gives_numbers(plain) || gives_direction(plain)
}

/// What a text says that asks for another time, for what is wished, or for what others see.
const PHRASES: &str = "should be|should have been|ought to|used to be|was it|were it|were you|were your|had been|time before|\
    situation before|state before|before the merger|before the change|before the reorganisation|before the reorganization|\
    before the move|before the launch|before the project|before the crisis|before the pandemic|before the takeover|\
    point of view|perspective|viewpoint|in the eyes of|customers see|customer sees|agents see|others see|staff see|\
    sollte sein|sein sollte|war es|aus sicht|devrait|était|debería|合併前|統合前|導入前|以前は|だった頃|立場で|視点で|から見て";

/// Signs by which a text asks for something else than the answer.
pub(super) const SIGNS: [char; 10] = ['%', '‰', '€', '$', '¥', '£', 'δ', '±', '∑', 'ø'];

/// Whether a text asks for something else than the answer, or for that of another time or of somebody else.
pub(super) fn asks_otherwise(plain: &str) -> bool {
    asks_in_few(plain, FEW, FEW_JA)
}

/// The same where a text of so many words, or characters in Japanese, says hardly anything.
pub(super) fn asks_in_few(plain: &str, most: usize, most_ja: usize) -> bool {
    let rooted = |word: &str| each(ROOTS).any(|root| word.starts_with(root)) || is_of(WORDS, word) || is_year(word);
    let few = words(plain).count() <= most;
    let short = |word: &str| few && (is_of(SHORT, word) || word == "r");
    let few_ja = plain.chars().count() <= most_ja;
    let phrase = || PHRASES.split('|').any(|phrase| says(plain, phrase));
    words(plain).any(|word| rooted(word) || short(word))
        || phrase()
        || each(ROOTS_JA).any(|word| plain.contains(word))
        || (few_ja && each(SHORT_JA).any(|word| plain.contains(word)))
}

/// Whether the header of a column ends by saying that its numbers run the other way round.
#[cfg(feature = "cli")]
pub(crate) fn is_turned(plain: &str) -> bool {
    const LAST: &str = "r rev reversed reverse inverse inverted invertiert umgepolt";
    let mut words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some()
        && words.next_back().is_some_and(|word| is_of(LAST, word) || word.ends_with("反転") || word.ends_with("逆転"))
}

/// Words of a title by which all below it is no answer, and words that say nothing beside them.
const TITLES: &str = "target targets desired ideal planned expected importance soll soll-zustand zielwerte zielzustand zielwert wichtigkeit \
    objectif objectifs cible objetivo sample dummy test fictitious anonymised anonymized random benchmark benchmarks competitor \
    competitors previous prior last 目標値 目標 重要度 あるべき姿 前年度 前年 昨年度 来年度の目標 期待値 サンプルデータ ダミーデータ テストデータ サンプル ダミー ベンチマーク \
    他社 競合";
const BESIDE: &str = "state states rating ratings level levels value values score scores data dataset maturity zustand werte daten only of \
    for to be each topic topics perceived the per our by and result results answers responses survey year état année";

/// Whether a title says that what stands below it is no answer of anybody, or to something else, and nothing more: it may well name
/// an organisation otherwise.
pub(super) fn titles_otherwise(plain: &str) -> bool {
    let all = || plain.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let is_told = |word: &str| is_of(TITLES, word);
    all().any(is_told) && all().all(|word| is_told(word) || is_of(BESIDE, word) || is_year(word))
}

/// Whether a phrase stands in a text, as words of its own where they are parted by spaces.
fn says(plain: &str, phrase: &str) -> bool {
    let is_part = |c: char| phrase.is_ascii() && c.is_ascii_alphanumeric();
    plain.match_indices(phrase).any(|(at, _)| {
        let (before, behind) = (&plain[..at], &plain[at + phrase.len()..]);
        !before.ends_with(is_part) && !behind.starts_with(is_part)
    })
}

/// Words that forms put behind a question for its answer, and for whether one must be given.
const BEHIND: &str = "response responses answer answers point scale likert required mandatory optional 必須 任意 必須回答 単一回答 単一選択";

/// Whether a text says nothing but that an answer is meant: on a scale of so many points, too.
pub(super) fn answers(plain: &str) -> bool {
    let is_count = |word: &str| word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit());
    words(plain).any(|word| is_of(BEHIND, word)) && words(plain).all(|word| is_of(BEHIND, word) || is_count(word))
}

/// Whether a word is the number of a year.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

/// Whether a text is short enough to be a word for something.
pub(super) fn is_short(plain: &str) -> bool {
    words(plain).count() < FEW && plain.chars().count() <= if plain.is_ascii() { 24 } else { FEW_JA }
}

/// Whether a text says nothing but that an answer is to be chosen.
pub(super) fn bids(plain: &str) -> bool {
    const BIDS: &str = "please choose select pick answer bitte";
    let bids = words(plain).any(|word| is_of(BIDS, word)) || plain.contains("ください");
    bids && telling(plain).is_empty() && !says_more(plain)
}

/// Words behind a number that it counts.
const COUNTED: &str = "answer answers option options choice choices month months week weeks day days minute minutes hour \
    hours star stars to of and or people agents questions question below above the in per percent at for";

/// Whether a text says what numbers stand for: `1 = best`, `5: never`, `1 (best) to 5 (worst)`. It may say it the other way
/// round.
pub(super) fn gives_numbers(text: &str) -> bool {
    let (mut named, mut at) = (0, 0);
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let behind = text[start..].trim_start_matches(|c: char| c.is_ascii_digit());
        at = text.len() - behind.len();
        let before = &text[..start];
        // `q1`, `2.1`, `10:30` and `2026-10-01` are none.
        let is_part = before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '/' | '-' | ','));
        let counts = before.ends_with(['第', '問'])
            || words(before).last().is_some_and(|word| before.trim_end().ends_with(word) && is_count(word));
        if at - start > 3
            || is_part
            || counts
            || begins_with_number(behind.strip_prefix(['.', ':', ',', '/']).unwrap_or_default())
        {
            continue;
        }
        let equals = |text: &str| text.trim_end().ends_with(char::is_alphabetic);
        let is_said =
            behind.trim_start().starts_with(['=', '→']) || before.trim_end().strip_suffix('=').is_some_and(equals);
        // One at the beginning may be the number of a section.
        let signed = is_signed(behind);
        if is_said || falls(&text[start..at], behind) || (signed && !before.trim().is_empty()) {
            return true;
        }
        named += usize::from(signed || is_named(before, behind));
    }
    named > 1
}

fn begins_with_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a sign and a word follow on a number.
fn is_signed(behind: &str) -> bool {
    let trimmed = behind.trim_start();
    let rest = trimmed.strip_prefix(['=', ':', '-', '–', '—', '.', ')', '→']).unwrap_or_default();
    let parted = trimmed.starts_with(['=', ':', '→']) || rest.starts_with(' ');
    parted && rest.trim_start().starts_with(char::is_alphabetic)
}

/// Whether a word follows on a number, or stands before it, without a sign between them.
fn is_named(before: &str, behind: &str) -> bool {
    let trimmed = behind.trim_start();
    if trimmed.starts_with(['が', 'は']) {
        return true;
    }
    if let Some(inner) = trimmed.strip_prefix('(') {
        return inner.starts_with(char::is_alphabetic);
    }
    let bracketed = trimmed.starts_with(')')
        && before.strip_suffix('(').is_some_and(|before| before.trim_end().ends_with(char::is_alphabetic));
    let word = trimmed.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let spaced = behind.starts_with(' ') && word.starts_with(|c: char| c.is_ascii_alphabetic());
    bracketed || (spaced && !is_of(COUNTED, word))
}

/// Whether numbers are counted down from this one: `5 to 1`.
fn falls(number: &str, behind: &str) -> bool {
    let between = ["to", "-", "–", "~", "〜", "→", "から", "bis", "à", "until", "..."];
    let trimmed = behind.trim_start();
    let last = between.iter().find_map(|word| trimmed.strip_prefix(word)).unwrap_or_default().trim_start();
    let rest = last.trim_start_matches(|c: char| c.is_ascii_digit());
    let last: Option<u32> = last[..last.len() - rest.len()].parse().ok();
    last.is_some_and(|last| last <= 1 && number.parse::<u32>().is_ok_and(|first| first > 2)) && !rest.starts_with('-')
}

/// Words for one end of a scale, which say the whole where they stand beside a numeral in words.
const NUMERALS: &[&str] = &["eins", "one", "un", "uno"];
const ENDS: &[&str] =
    &["best", "worst", "gut", "schlecht", "sehr", "excellent", "ungenügend", "mauvais", "schulnote", "schulnoten"];

/// Words of which one says that much is good, the other that little is.
const OPPOSITES: &[(&str, &str)] = &[
    ("best", "worst"),
    ("better", "worse"),
    ("excellent", "poor"),
    ("good", "bad"),
    ("good", "poor"),
    ("lower", "better"),
    ("fewer", "better"),
    ("low", "good"),
    ("smaller", "better"),
];
const OPPOSITES_JA: &[(&str, &str)] = &[
    ("最高", "最低"),
    ("良い", "悪い"),
    ("よい", "悪い"),
    ("小さいほど", ""),
    ("低いほど", ""),
    ("大きいほど", ""),
    ("高いほど", ""),
    ("少ないほど", ""),
];

/// Words for the lower end of a scale and what is good, for the upper end and what is bad: together they turn it round. `first`
/// says it of options alone. What fits best is none of it.
const LOW: &str = "low lower lowest small smaller smallest 1 bottom niedrig niedrige kleine";
const GOOD: &str = "best better good grade grades excellent positive besser gut";
const HIGH: &str = "high higher highest large larger largest top hoch hohe große";
const BAD: &str = "worst worse bad poor negative schlechter schlecht";
const OPTIONS: &str = "option options answer answers choice choices number numbers";
/// Whether a text says that the lower end of a scale is good, or the upper one bad.
fn turns(plain: &str) -> bool {
    let words: Vec<&str> = words(plain).collect();
    let fits = |at: usize| {
        let near = &words[at.saturating_sub(3)..words.len().min(at + 3)];
        words[at] == "best" && near.iter().any(|word| is_of(FITS, word))
    };
    let has = |list: &'static str| (0..words.len()).any(|at| is_of(list, words[at]) && !fits(at));
    let first = words.contains(&"first") && has(OPTIONS);
    ((has(LOW) || first) && has(GOOD)) || (has(HIGH) && has(BAD))
}

/// Whether a text says which end is the good one.
pub(super) fn gives_direction(plain: &str) -> bool {
    let has = |of: &str| words(plain).any(|word| word == of);
    turns(plain)
        || OPPOSITES.iter().any(|(one, other)| has(one) && has(other))
        || (NUMERALS.iter().any(|one| has(one)) && ENDS.iter().any(|end| has(end)))
        || OPPOSITES_JA.iter().any(|(one, other)| plain.contains(one) && plain.contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_that_nothing_below_is_an_answer() {
        for title in [
            "target state",
            "目標値",
            "importance rating",
            "soll-zustand",
            "sample data",
            "ダミーデータ",
            "planned for 2027",
        ] {
            assert!(titles_otherwise(title), "{title}");
        }
        for title in
            ["customer satisfaction survey", "target gmbh", "maturity 2026", "results of sample & co", "目標管理部"]
        {
            assert!(!titles_otherwise(title), "{title}");
        }
    }

    #[test]
    fn what_asks_for_something_else_is_told_from_help() {
        for text in [
            "importance",
            "wichtigkeit",
            "points",
            "r",
            "重要度",
            "average of",
            "reversed",
            "in 2027",
            "answer as your manager would",
            "please answer for the time before the merger.",
            "how was it before the merger?",
            "as it should be",
            "as your customers see it",
            "合併前の状態でお答えください",
        ] {
            assert!(asks_otherwise(text), "{text}");
        }
        for text in [
            "skills",
            "please rate",
            "pointsman",
            "think of the last three months.",
            "comment on it in the next question, if you like",
            "training before the first call counts, too.",
        ] {
            assert!(!asks_otherwise(text), "{text}");
        }
    }

    #[test]
    fn legends_are_told_from_numbers() {
        for text in [
            "1 = best, 5 = worst",
            "(5: never)",
            "1 (best) to 5 (worst)",
            "1 best, 5 worst",
            "from 5 to 1",
            "excellent (1) ... poor (5)",
            "1がよい、5が悪い",
            "1 - never, 2 - seldom",
            "1 is the highest grade",
            "low numbers are better",
            "the first option is the best",
            "grades as at school: 1 is very good",
        ] {
            assert!(says_more(text), "{text}");
        }
        for text in [
            "please choose one of the 5 answers below.",
            "1-5",
            "1 to 5",
            "a 3-month period",
            "see 2.1",
            "10:30",
            "1. skills",
            "section 1: skills",
            "2026-10-01",
            "page 1 of 2",
            "choose the highest level that describes you best",
            "higher is better",
            "where 5 is the best",
            "choose the answer that fits best",
        ] {
            assert!(!gives_numbers(text) && !gives_direction(text), "{text}");
        }
    }
}
