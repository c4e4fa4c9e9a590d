//! Where a phrase of Japanese begins, so that lines are broken there and no word is split.
//!
//! The model is that of BudouX, by which browsers break lines too (`word-break: auto-phrase`). It is asked of single places,
//! each from the six characters around it: what it would say of the places before counts as if a phrase began two characters
//! before, which is as good as knowing it (97 % of the places that it names are phrases), and needs nothing but those six.

use super::phrase_key::{SLOTS, class, key, slot, unit};

/// What speaks for a phrase that begins behind the third of six characters, and against it, each at its slot or behind it.
static WEIGHTS: [(u64, i32); SLOTS] = include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// More than this has to speak for it.
const ENOUGH: i32 = 1_000;
/// What the places before say.
const BEFORE: i32 = 121;

/// Whether a phrase begins behind so many bytes of a text.
pub(super) fn begins(text: &str, at: usize) -> bool {
    let mut around = ['\0'; 6];
    let before = text[..at].chars().rev().take(3).enumerate().map(|(place, c)| (2 - place, c));
    for (place, c) in before.chain(text[at..].chars().take(3).enumerate().map(|(place, c)| (3 + place, c))) {
        around[place] = c;
    }
    match around {
        [_, _, before, ..] if before.is_whitespace() || "、。，．！？；：".contains(before) => true,
        // What is no Japanese has words.
        [_, _, before, after, ..] if class(before) < 3 && class(after) < 3 => true,
        [_, _, 'お' | 'ご' | '〜' | '～', ..] => false,
        // 問い合わせ, 受け取る: the first half of a verb of two.
        [_, first, second, third, fourth, _] if is_kanji(first) && "いりみえけきちしせれびぎ".contains(second) => {
            !(is_kanji(third) && is_hiragana(fourth)) && speaks(around) > ENOUGH
        }
        _ => speaks(around) > ENOUGH,
    }
}

/// Whether a word of other letters begins there, or a bracket: where no phrase does, a line is better broken there than anywhere.
pub(super) fn begins_word(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next()) else { return false };
    let (before, class_after) = (class(before), class(after));
    "（「『【".contains(after) || before != class_after && before >= 3 && class_after > 4
}

fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='\u{9fff}' | '々')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

/// What speaks for a phrase that begins behind the third of these.
fn speaks(around: [char; 6]) -> i32 {
    let (units, classes) = (around.map(unit), around.map(class));
    let mut sum = BEFORE;
    for from in 0..6 {
        for to in from + 1..=(from + 3).min(6) {
            sum += weight(key(from, false, &units[from..to])) + weight(key(from, true, &classes[from..to]));
        }
    }
    sum
}

fn weight(key: u64) -> i32 {
    let mut at = slot(key);
    loop {
        match WEIGHTS[at % SLOTS] {
            (0, _) => return 0,
            (found, weight) if found == key => return weight,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with a stroke where a phrase begins.
    fn parted(text: &str) -> String {
        // Between letters of other languages, lines are not broken.
        let own = |at: usize| {
            !text[..at].ends_with(|c: char| c.is_ascii()) || !text[at..].starts_with(|c: char| c.is_ascii())
        };
        let begun = |at: usize| at > 0 && own(at) && begins(text, at);
        let places = text.char_indices().map(|(at, c)| (if begun(at) { "|" } else { "" }, c));
        places.map(|(stroke, c)| format!("{stroke}{c}")).collect()
    }

    #[test]
    fn phrases_begin_behind_particles_and_verbs_stay_whole() {
        for phrases in [
            "オペレーターが|応対に|追われている",
            "顧客の|問い合わせを|受け取った|ときに、|何を|すればよいかが|わかる。",
            "サポート部門の|全員が、|お客様の|声を|聞いています",
            "過去の|投稿20件で、|2人の|判断が|一致するまで|練習する。",
            "{what}には|`{key}`が|必要です",
        ] {
            assert_eq!(parted(&phrases.replace('|', "")), phrases);
        }
    }

    /// The whole of BudouX says of nearly all places the same.
    #[test]
    fn it_says_what_budoux_says() {
        let texts = crate::definition::bundled::find(crate::definition::bundled::DEFAULT).unwrap();
        let definitions = texts.definitions();
        let japanese = definitions.iter().find(|definition| definition.language == "ja").unwrap();
        let (mut both, mut here, mut there) = (0, 0, 0);
        for (_, question) in japanese.questions() {
            for text in std::iter::once(&question.text).chain(question.options.iter().map(|option| &option.text)) {
                let parts = budoux::parse(budoux::models::default_japanese_model(), text);
                let mut ends: Vec<usize> = parts
                    .iter()
                    .scan(0, |end, part| {
                        *end += part.len();
                        Some(*end)
                    })
                    .collect();
                ends.pop();
                let own: Vec<usize> =
                    text.char_indices().map(|(at, _)| at).filter(|at| *at > 0 && begins(text, *at)).collect();
                both += own.iter().filter(|at| ends.contains(at)).count();
                here += own.len();
                there += ends.len();
            }
        }
        assert!(both * 100 > here * 95 && both * 100 > there * 90, "{both} of {here} here, {there} there");
    }
}
