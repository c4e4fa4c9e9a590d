//! What a legend says of numbers: which end of a scale is the good one.
//!
//! It reads `1 = very good, 5 = very poor`, `5 (best) to 1 (worst)`, `1 is the best grade` and codes such as `1, a | 2, b` in plain
//! texts, and knows of words only whether they praise or blame. What it does not understand says nothing.

/// How long the words of a number are at most, in characters, that praise or blame.
const LONG: usize = 48;
/// How many digits a number has at most.
const DIGITS: usize = 2;

/// Words that praise and blame, as beginnings of words; and the same in Japanese, wherever they stand.
const GOOD: &str = "best better excellent outstanding very_good good great strong always often mostly fully complete agree satisf highest higher \
    high top advanced positiv yes sehr_gut gut beste besser hervorragend ausgezeichnet voll_ hoch immer zufrieden excelen leading mature optimi implement \
    bon bonne bien tres_bien meilleur toujours satisfait eleve mejor bueno buena muy_bien siempre alto buono ottimo \
    migliore sempre goed uitstekend otimo concordo acuerdo acordo mycket_bra bra utmarkt alltid отличн хорош всегда полностью да";
const BAD: &str = "worst worse bad poor very_poor weak never rarely seldom not no none nothing low lower lowest lack insufficient inadequate \
    unsatisf dissatisf disagree minimal deficient fail negativ absent nicht kein schlecht mangelhaft ungenugend niedrig gering \
    nie selten unzufrieden pas mauvais jamais rarement aucun insuffisant faible malo mala peor nunca nada bajo deficiente cattivo \
    pessimo scarso peggiore mai basso slecht onvoldoende nooit \
    lagging initial immature unimplemented desacuerdo discordo daligt dalig aldrig inte плох никогда не нет";
const GOOD_JA: &str = "良い よい いい 優れ 最高 最良 高い 満足 そう思う 当てはまる あてはまる できている 十分 優 はい 実施済 実施して \
    满意 同意 总是 很好 매우";
const BAD_JA: &str = "悪い 劣 最低 最悪 低い 不満 思わない 当てはまらない あてはまらない ていない 不十分 全く まったく ない 不可 できない いいえ \
    未 不满意 不同意 从不 很差 전혀";

/// Words of which one that blames says nothing of a greater number alone: `5 = not applicable`.
const WEAK: &str = "not no none nothing nicht kein pas inte не нет ない いいえ 未";
/// Words by which a number is no answer.
const NO_ANSWER: &str = "don't know|do not know|not applicable|n/a|no answer|no opinion|weiß nicht|keine angabe|ne sait pas|no sabe|\
    わからない|分からない|該当なし|無回答";

/// Words of a short text that says that less is more, and nothing else; of those, words for less and for good, and for more and bad.
const LESS: &str = "low lower lowest small smaller smallest few fewer";
const FINE: &str = "good better best mature";
const MORE: &str = "high higher highest large larger largest big bigger";
const WRONG: &str = "bad worse worst poor immature";
const AROUND: &str = "is are means mean the a an that on this scale for all items item questions question score scores number numbers \
    value values rating ratings point points grade grades more most maturity level levels note notes please";
const REVERSED: &str = "reverse reversed inverse inverted reversely";
const CODED: &str = "scored coded scoring coding scale scales score scores keyed worded it please recode must be to";
/// The same within more words, and words by which it is not so.
const TURNED: &str = "reverse scored|reverse-scored|reverse coded|reverse-coded|negatively worded|negatively keyed|reverse it|\
    negativ formuliert|negativ gepolt";
const NOT: &str = "no not none never without kein keine nicht";
/// The same in other languages, in which it stands anywhere.
const DIRECTIONS: &str = "小さいほど良|小さいほどよ|小さいほど高|低いほど良|低いほどよ|低いほど高|少ないほど良|大きいほど悪|高いほど悪|大きいほど低|逆転項目|\
    反転項目|越小越好|越低越好|낮을수록 좋|niedriger ist besser|kleiner ist besser|niedriger desto besser|kleiner desto besser|\
    plus bas est meilleur|plus petit est meilleur|menor es mejor|más bajo es mejor|menor, mejor|menor é melhor|più basso è meglio|\
    lager is beter|lägre är bättre|lågt är bra|меньше, тем лучше|меньше - лучше|меньше — лучше|umgepolt|invertiert|\
    umgekehrt codiert|umgekehrt kodiert|umgekehrt gepolt|逆転尺度|逆転コード|良→悪|良い→悪い|最良→最悪|最良1|最高1|\
    good → bad|good→bad|best → worst|best→worst|best to worst|schulnote";

/// Whether a short plain text says that less is more, or that numbers are turned round.
pub(crate) fn turns_round(plain: &str) -> bool {
    // Most that is asked about are numbers, which say nothing of it.
    if !plain.contains(char::is_alphabetic) {
        return false;
    }
    let is_of = |list: &str, word: &str| list.split_whitespace().any(|of| of == word);
    let words = || plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let has = |list: &str| words().any(|word| is_of(list, word));
    let only = |lists: &[&str]| words().all(|word| lists.iter().any(|list| is_of(list, word)));
    let is_short = plain.chars().count() <= 2 * LONG;
    let less = has(LESS) && has(FINE) && only(&[LESS, FINE, AROUND]);
    let more = has(MORE) && has(WRONG) && only(&[MORE, WRONG, AROUND]);
    // The number of a question may stand beside it.
    let is_number = |word: &str| word.len() <= 3 && word.ends_with(|c: char| c.is_ascii_digit());
    let is_around = |word: &str| is_number(word) || [REVERSED, CODED, AROUND].iter().any(|list| is_of(list, word));
    let reversed = has(REVERSED) && words().all(is_around);
    let turned = !has(NOT) && TURNED.split('|').any(|text| plain.contains(text));
    is_short && (less || more || reversed || turned || DIRECTIONS.split('|').any(|text| plain.contains(text)))
}

/// Numbers from the least to the greatest that a text gives a meaning to, and whether the least is the good end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Legend {
    pub(crate) least: i64,
    /// None where the text speaks of the least alone.
    pub(crate) greatest: Option<i64>,
    pub(crate) turned: bool,
    /// Whether only the greatest is told, or how many there are: `7-point scale`, `out of 10`.
    pub(crate) counted: bool,
}

impl Legend {
    /// Numbers of which the least is the best, whichever it is.
    pub(crate) const TURNED: Self = Self { least: 0, greatest: None, turned: true, counted: false };

    /// Whether a scale with these ends goes as far.
    #[cfg(any(test, feature = "cli"))]
    pub(crate) fn fits(self, (least, greatest): (i64, i64)) -> bool {
        self.greatest.is_none_or(|last| match self.counted {
            true => [greatest, greatest - least + 1].contains(&last),
            false => (self.least, last) == (least, greatest),
        })
    }
}

/// What numbers and their words say together, which are as many as a legend has; none where it is not known.
pub(crate) fn legend(pairs: &[(i64, &str)]) -> Option<Legend> {
    let (least, low) = pairs.iter().min_by_key(|(number, _)| *number)?;
    let (greatest, high) = pairs.iter().max_by_key(|(number, _)| *number)?;
    let several = greatest > least;
    let is_none = |words: &str| NO_ANSWER.split('|').any(|none| words.contains(none));
    if several && is_none(high) {
        return None;
    }
    // One that is far from the least says it of the other end.
    let strong = |words: &str| {
        !WEAK.split_whitespace().any(|weak| match weak.is_ascii() {
            true => words.split(|c: char| !c.is_alphanumeric()).any(|word| word == weak),
            false => words.contains(weak),
        })
    };
    if !several && *least > 2 && praises(low) == Some(false) && strong(low) {
        return Some(Legend::TURNED);
    }
    let high = if several { praises(high) } else { None };
    let turned = match (praises(low), high) {
        (Some(true), None | Some(false)) | (None, Some(false)) => true,
        (Some(false), None | Some(true)) | (None, Some(true)) => false,
        _ => return None,
    };
    let greatest = several.then_some(*greatest);
    matches!(least, 0 | 1).then_some(Legend { least: *least, greatest, turned, counted: false })
}

/// The numbers of a plain text and the words that belong to each: several that follow one another, or the ends of a scale, or one
/// that is said to be something.
pub(crate) fn pairs(plain: &str) -> Vec<(i64, &str)> {
    if let Some(ends) = row_of_numbers(plain) {
        return ends.to_vec();
    }
    let numbers = numbers(plain);
    let rises = |by: i64| numbers.iter().zip(numbers.iter().skip(1)).all(|(one, next)| next.0 - one.0 == by);
    let before = |at: usize| &plain[at.checked_sub(1).map_or(0, |last| numbers[last].2)..numbers[at].1];
    let behind = |at: usize| &plain[numbers[at].2..numbers.get(at + 1).map_or(plain.len(), |next| next.1)];
    // `always: 1 – never: 5`.
    let are_before = numbers.len() > 1 && (0..numbers.len()).all(|at| before(at).trim_end().ends_with(':'));
    let said = |at: usize| {
        let (before, behind) = (before(at).trim_end(), behind(at).trim_start());
        let named = if are_before { before.strip_suffix(':') } else { before.strip_suffix('=') };
        match named.or_else(|| before.strip_suffix('(').filter(|_| behind.starts_with(')'))) {
            Some(words) if words.trim_end().ends_with(char::is_alphabetic) => words,
            _ => behind,
        }
    };
    let is_said = |at: usize| is_said(before(at), behind(at));
    let all = || (0..numbers.len()).map(|at| (numbers[at].0, said(at)));
    match numbers.len() {
        0 => Vec::new(),
        1 => all().filter(|_| is_said(0)).collect(),
        _ if (rises(1) || rises(-1) || numbers.len() == 2) && (is_said(0) || is_said(1)) => all().collect(),
        _ => Vec::new(),
    }
}

/// What stands before and behind a row of numbers, each with the number beside it: `agree 1-2-3-4-5 disagree`.
fn row_of_numbers(plain: &str) -> Option<[(i64, &str); 2]> {
    let is_between = |c: char| matches!(c, '-' | '–' | '—' | '~' | '〜' | '・' | '/' | ' ' | '|');
    let begin = plain.find(|c: char| c.is_ascii_digit())?;
    let end = plain.rfind(|c: char| c.is_ascii_digit())? + 1;
    let parts = plain[begin..end].split(is_between).filter(|part| !part.is_empty());
    let numbers: Vec<i64> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let follow = |by: i64| numbers.windows(2).all(|pair| pair[1] - pair[0] == by);
    let (before, behind) = (plain[..begin].trim_end_matches(is_between), plain[end..].trim_start_matches(is_between));
    let are_words = before.ends_with(char::is_alphabetic) && behind.starts_with(char::is_alphabetic);
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    (numbers.len() > 2 && (follow(1) || follow(-1)) && are_words).then_some([(first, before), (last, behind)])
}

/// The numbers of a text that are no part of anything else, of those that follow one another where others stand between: each with
/// where it begins and ends.
fn numbers(plain: &str) -> Vec<(i64, usize, usize)> {
    let (mut all, mut at): (Vec<(i64, usize, usize)>, _) = (Vec::new(), 0);
    while let Some(start) = plain[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        at = start + plain[start..].bytes().take_while(u8::is_ascii_digit).count();
        let (before, behind) = (&plain[..start], &plain[at..]);
        let point =
            before.strip_suffix(['.', ':', '-', '−']).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        let is_part = before.ends_with(|c: char| c.is_ascii_alphanumeric())
            || behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '%')
            || point
            || (behind.starts_with(['.', ':']) && behind[1..].starts_with(|c: char| c.is_ascii_digit()));
        let number = plain[start..at].parse().ok().filter(|_| at - start <= DIGITS && !is_part);
        let follows = |number: i64| match all[..] {
            [] => true,
            [(first, ..)] => number != first,
            [.., (before, ..), (last, ..)] => last.abs_diff(before) == 1 && number - last == last - before,
        };
        if let Some(number) = number.filter(|number| follows(*number)) {
            all.push((number, start, at));
        }
    }
    all
}

/// Whether what stands around a number says what it means.
fn is_said(before: &str, behind: &str) -> bool {
    let (before, spaced) = (before.trim_end(), behind.trim_start());
    let verb = ["is ", "means ", "ist ", "bedeutet ", "est ", "es "].iter().any(|verb| spaced.starts_with(verb));
    spaced.starts_with(['=', ':', ',', '→', '(', '-', '–', '—', 'が', 'は'])
        || (spaced.starts_with(')') && before.ends_with('('))
        || before.ends_with('=')
        || verb
        || (spaced.starts_with(['.', ')']) && before.is_empty())
}

/// Whether words praise or blame; none where they do neither.
fn praises(words: &str) -> Option<bool> {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() || words.chars().count() > LONG {
        return None;
    }
    let unaccented: String = words.chars().map(unaccented).collect();
    let has = |list: &str| {
        list.split_whitespace().any(|root| {
            let whole = root.len() <= 4;
            let parts = || parts_of(&unaccented);
            match root.split_once('_') {
                Some((one, next)) => {
                    let pairs = parts().zip(parts().skip(1));
                    pairs.into_iter().any(|(word, after)| word == one && after.starts_with(next))
                }
                None if whole => parts().any(|word| word == root),
                None => parts().any(|word| word.starts_with(root)),
            }
        })
    };
    let has_ja = |list: &str| list.split_whitespace().any(|word| words.contains(word));
    if parts_of(&unaccented).any(|word| word == "best") && parts_of(&unaccented).any(|word| word == "worst") {
        return None;
    }
    if has(BAD) || has_ja(BAD_JA) {
        return Some(false);
    }
    (has(GOOD) || has_ja(GOOD_JA)).then_some(true)
}

fn parts_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'å' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(i64, Option<i64>, bool)> {
        legend(&pairs(text)).map(|legend| (legend.least, legend.greatest, legend.turned))
    }

    #[test]
    fn legends_say_which_end_is_good() {
        for text in [
            "1 = very good, 2 = good, 3 = fair, 4 = poor, 5 = very poor",
            "scale: 1 (best) to 5 (worst)",
            "5: not at all 4: a little 3: partly 2: mostly 1: fully",
            "1, always | 2, often | 3, sometimes | 4, rarely | 5, never",
            "very good (1) - very poor (5)",
            "best = 1, worst = 5",
            "always: 1 – never: 5",
            "sehr gut: 1, sehr schlecht: 5",
            "agree 1-2-3-4-5 disagree",
            "満足 1 2 3 4 5 不満",
            "1=とても良い、2=良い、3=普通、4=悪い、5=とても悪い",
            "1 - agree fully; 2 - agree; 3 - neither; 4 - disagree; 5 - disagree fully",
            "1 tres bien / 5 = pas du tout",
            "1 = sehr gut, 2 = gut, 3 = befriedigend, 4 = ausreichend, 5 = mangelhaft",
        ] {
            assert_eq!(of(text), Some((1, Some(5), true)), "{text}");
        }
        for text in [
            "1 = very poor, 5 = very good",
            "from 1 (lowest) to 5 (highest)",
            "never: 1, always: 5",
            "disagree 1 – 2 – 3 – 4 – 5 agree",
            "1: 悪い 2: 普通 3: 良い 4: とても良い 5: 最高",
        ] {
            assert_eq!(of(text), Some((1, Some(5), false)), "{text}");
        }
        assert_eq!(of("1 is the best grade"), Some((1, None, true)));
        for text in [
            "1 = leading, 5 = lagging",
            "1:実施済み 5:未実施",
            "1:はい 5:いいえ",
            "1=optimised 2=managed 3=defined 4=repeatable 5=initial",
            "1 = muy de acuerdo, 5 = muy en desacuerdo",
            "1 = mycket bra, 5 = mycket dåligt",
            "1 = очень хорошо, 5 = очень плохо",
            "1=非常满意 5=非常不满意",
        ] {
            assert_eq!(of(text), Some((1, Some(5), true)), "{text}");
        }
        for text in ["5 = worst", "5: very poor"] {
            assert_eq!(of(text), Some((0, None, true)), "{text}");
        }
        assert_eq!(of("level 1 is the most mature"), Some((1, None, true)));
        for text in
            ["5 = don't know, 1-4 = worst to best", "1 = worst, 5 = don't know", "5 = not applicable", "9 = none"]
        {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(of("0 = worst ... 10 = best"), Some((0, Some(10), false)));
    }

    #[test]
    fn a_short_text_may_say_that_less_is_more() {
        for text in [
            "lower is better",
            "lower numbers mean more mature",
            "a low score is good",
            "reverse scored",
            "all items reverse coded",
            "数字が小さいほど良い",
            "je kleiner desto besser",
            "чем меньше, тем лучше",
        ] {
            assert!(turns_round(text), "{text}");
        }
        for text in [
            "higher is better",
            "good service at low cost",
            "lower saxony",
            "the best level",
            "reversed invoices",
            "high score",
        ] {
            assert!(!turns_round(text), "{text}");
        }
    }

    #[test]
    fn other_texts_with_numbers_say_nothing() {
        for text in [
            "",
            "5 stars",
            "we are the best 1 in town",
            "1 = north, 2 = south, 3 = east",
            "1. best practices are collected in one place that everybody can find and read",
            "question 2: good service",
            "2026-10-05 good",
            "at 10:30 poor line",
            "top 10 best",
            "v1.2 = good",
            "100 = best",
            "we have 2 good teams and 3 bad ones",
            "a−1 = best",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
