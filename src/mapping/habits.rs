//! How a table writes its answers: a word around each code, a letter before each option, a word where there is no answer. Each cell says
//! hardly anything of it; all cells of all columns do.

use std::collections::BTreeSet;

use super::evidence::{Evidence, Sight};

/// What programs and people write where there is no answer.
const MISSING: [&str; 48] = [
    "---",
    "\\n",
    "-",
    "--",
    "–",
    "—",
    "―",
    "ー",
    "−",
    ".",
    "#n/a",
    "null",
    "(null)",
    "none",
    "nan",
    "<na>",
    "nil",
    "undefined",
    "missing",
    "(missing)",
    "blank",
    "(blank)",
    "no answer",
    "not answered",
    "no response",
    "unanswered",
    "skipped",
    "keine angabe",
    "k.a.",
    "k. a.",
    "keine antwort",
    "sans réponse",
    "non réponse",
    "non-réponse",
    "non renseigné",
    "(leer)",
    "pas de réponse",
    "sin respuesta",
    "nessuna risposta",
    "geen antwoord",
    "無回答",
    "未回答",
    "未記入",
    "無記入",
    "回答なし",
    "未入力",
    "空欄",
    "空白",
];

/// What lists of forms show as long as nothing is chosen.
const PLACEHOLDERS: [&str; 35] = [
    "please select",
    "please select one",
    "please select an option",
    "please select an answer",
    "please choose",
    "please choose one",
    "please choose an option",
    "please choose an answer",
    "select",
    "select one",
    "select an option",
    "select an answer",
    "select option",
    "choose",
    "choose one",
    "choose an option",
    "choose an answer",
    "pick one",
    "選択してください",
    "選択して下さい",
    "選んでください",
    "お選びください",
    "お選び下さい",
    "未選択",
    "選択なし",
    "bitte wählen",
    "bitte auswählen",
    "bitte wählen sie",
    "choisissez",
    "veuillez choisir",
    "sélectionnez",
    "veuillez sélectionner",
    "seleccione",
    "selezionare",
    "maak een keuze",
];
const LONGEST_PLACEHOLDER: usize = 64;

/// Words that stand before the code of an option, and words that stand behind it.
const BEFORE: [&str; 22] = [
    "choice",
    "option",
    "opt",
    "item",
    "level",
    "answer",
    "column",
    "score",
    "rating",
    "value",
    "points",
    "code",
    "stage",
    "step",
    "stufe",
    "antwort",
    "niveau",
    "opción",
    "レベル",
    "段階",
    "選択肢",
    "列",
];
pub(super) const BEHIND: [&str; 11] =
    ["点", "points", "point", "pts", "pt", "stars", "star", "punkte", "段階", "番", "つ星"];
/// What stands behind a code that is so many out of all: of as many as a question has points.
const OUT_OF: [(&str, i64); 9] =
    [("/2", 2), ("/3", 3), ("/4", 4), ("/5", 5), ("/6", 6), ("/7", 7), ("/8", 8), ("/9", 9), ("/10", 10)];
/// The longest text that may be a word and a code.
const LONGEST: usize = 24;
/// What stands around it.
const AROUND: [(&str, &str); 4] = [("[", "]"), ("(", ")"), ("{", "}"), ("[\"", "\"]")];
/// Stars that are full and empty, one beside the other.
pub(super) const STARS: [char; 2] = ['★', '☆'];

/// With which letters options are counted in Japanese; the second of these is the first of another order.
const LETTERS: &str = "アイウエオカキクケコ";

/// How a table writes its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// Words that stand for no answer, each in the column of this question, and in how many cells.
    pub open: Vec<(usize, &'static str, u64)>,
    /// The word around all numbers.
    pub word: Option<&'static str>,
    /// By which letters options are counted.
    pub(super) letters: Letters,
    /// Whether numbers stand before texts with hardly anything between them.
    pub(super) bare: bool,
}

/// The letter before the option at a place, where there are so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// It rises with the option, the worst having this one.
    Up(i64),
    /// It falls, the best having this one.
    Down(i64),
}

impl Default for Letters {
    fn default() -> Self {
        Self::Up(0)
    }
}

impl Letters {
    /// Whether the option has this letter.
    pub(super) fn fit(self, letter: u8, option: u8, options: usize) -> bool {
        let (letter, option) = (i64::from(letter), i64::from(option));
        let last = i64::try_from(options).unwrap_or(i64::MAX) - 1;
        letter
            == match self {
                Self::Up(first) => option + first,
                Self::Down(first) => last - option + first,
            }
    }

    /// Those that most cells fit; but by more than the usual ones, and more letters than one.
    fn of(options: &[usize], evidence: &Evidence) -> Self {
        let lettered = || {
            evidence.all().filter_map(|(question, seen)| match seen.sight {
                Sight::Lettered(letter, option) => Some((letter, option, options[question], seen.count)),
                _ => None,
            })
        };
        let fitting = |of: Self| {
            let fits = || lettered().filter(move |(letter, option, options, _)| of.fit(*letter, *option, *options));
            let letters: BTreeSet<u8> = fits().map(|(letter, ..)| letter).collect();
            (fits().map(|(.., count)| count).sum::<u64>(), letters.len())
        };
        let (usual, _) = fitting(Self::default());
        let others = [Self::Down(0), Self::Up(1), Self::Down(1)].map(|of| (fitting(of), of));
        let best = others.into_iter().filter(|((count, letters), _)| *count > usual && *letters > 1);
        best.max_by_key(|((count, _), _)| *count).map_or(Self::default(), |(_, of)| of)
    }
}

impl Habits {
    /// Those of the table in whose cells this was seen, where questions have so many options.
    pub(super) fn of(options: &[usize], evidence: &Evidence) -> Self {
        let strange: BTreeSet<usize> =
            evidence.all().filter(|(_, seen)| seen.sight == Sight::Strange).map(|(question, _)| question).collect();
        let open = evidence.all().filter_map(|(question, seen)| match seen.sight {
            // Where other words are no answers either, somebody may mean it.
            Sight::Missing(word) if !strange.contains(&question) => Some((question, word, seen.count)),
            _ => None,
        });
        let is_other = |sight: Sight| matches!(sight, Sight::Strange | Sight::Number(_) | Sight::Numbered(..));
        let words: BTreeSet<&str> = evidence
            .all()
            .filter_map(|(_, seen)| if let Sight::Worded(word, _) = seen.sight { Some(word) } else { None })
            .collect();
        let alone = evidence.all().all(|(_, seen)| !is_other(seen.sight));
        let word = words.first().copied().filter(|_| words.len() == 1 && alone);
        Self { open: open.collect(), word, letters: Letters::of(options, evidence), bare: evidence.bare }
    }
}

/// The word for no answer that a folded text is.
pub(super) fn missing(folded: &str) -> Option<&'static str> {
    MISSING.into_iter().find(|word| *word == folded).or_else(|| placeholder(folded))
}

/// What a list shows as long as nothing is chosen from it, without the marks around it.
fn placeholder(folded: &str) -> Option<&'static str> {
    let is_mark =
        |c: char| matches!(c, '-' | '=' | '<' | '>' | '[' | ']' | '(' | ')' | '*' | '.' | ':' | '。' | ' ' | '▼');
    let text = Some(folded).filter(|folded| folded.len() <= LONGEST_PLACEHOLDER)?.trim_matches(is_mark);
    PLACEHOLDERS.into_iter().find(|placeholder| *placeholder == text)
}

/// The code in a folded text, and the word around it.
pub(super) fn worded(folded: &str) -> Option<(&'static str, i64)> {
    if folded.len() > LONGEST {
        return None;
    }
    if folded.starts_with(STARS) {
        let full = folded.chars().take_while(|c| *c == STARS[0]).count();
        let rest = folded.chars().skip(full).all(|c| c == STARS[1]);
        return Some(("★", full.try_into().ok()?)).filter(|_| rest);
    }
    let begin = folded.find(|c: char| c.is_ascii_digit())?;
    let length = folded[begin..].bytes().take_while(u8::is_ascii_digit).count();
    let number = folded[begin..begin + length].parse().ok().filter(|_| length <= 2)?;
    let (before, behind) = (&folded[..begin], &folded[begin + length..]);
    let signs = [' ', '-', '_', '#', ':', '.'];
    let word = match (before.trim_end_matches(signs), behind.trim_start_matches([' ', '-', '_'])) {
        (before, "") => BEFORE.into_iter().find(|word| *word == before),
        ("", behind) if behind.starts_with('/') => {
            let out_of = behind.replacen("/ ", "/", 1);
            OUT_OF.into_iter().find(|(word, _)| *word == out_of).map(|(word, _)| word)
        }
        ("", behind) => BEHIND.into_iter().find(|word| *word == behind),
        (before, behind) => AROUND.into_iter().find(|around| *around == (before, behind)).map(|(open, _)| open),
    };
    Some((word?, number))
}

/// Out of how many a code is that has this word around it.
pub(super) fn out_of(word: &str) -> Option<i64> {
    OUT_OF.into_iter().find(|(of, _)| *of == word).map(|(_, all)| all)
}

/// A folded text without a word for options before its number: `level 2: text`.
pub(super) fn without_word(folded: &str) -> Option<&str> {
    let rest = BEFORE.into_iter().find_map(|word| folded.strip_prefix(word))?.trim_start_matches([' ', '-', '_', '#']);
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some(rest)
}

/// The place of the letter that a folded text begins with, and what stands behind it: `a) text`, `(a) text`, `ウ．文`.
pub(super) fn lettered(folded: &str) -> Option<(u8, &str)> {
    let bracketed = folded.strip_prefix('(');
    let mut chars = bracketed.unwrap_or(folded).chars();
    let first = chars.next()?;
    let letter = match first {
        'a'..='z' => u8::try_from(u32::from(first) - u32::from('a')).ok()?,
        'イ' => return None,
        _ => u8::try_from(LETTERS.chars().position(|letter| letter == first)?).ok()?,
    };
    let ends: &[char] = if bracketed.is_some() { &[')'] } else { &[')', '.', ':', '、'] };
    let rest = chars.as_str().strip_prefix(ends)?.trim_start();
    (!rest.is_empty()).then_some((letter, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::plain;

    #[test]
    fn codes_are_read_out_of_the_words_around_them() {
        for (text, expected) in [
            ("Choice 4", ("choice", 4)),
            ("option_12", ("option", 12)),
            ("4点", ("点", 4)),
            ("４ 点", ("点", 4)),
            ("3 points", ("points", 3)),
            ("[4]", ("[", 4)),
            ("（5）", ("(", 5)),
            ("レベル3", ("レベル", 3)),
            ("★★★☆☆", ("★", 3)),
            ("4/5", ("/5", 4)),
            ("4 / 10", ("/10", 4)),
            ("☆☆", ("★", 0)),
        ] {
            assert_eq!(worded(&plain(text)), Some(expected), "{text}");
        }
        for text in [
            "4",
            "",
            "3 hours",
            "choice",
            "choice 4 of 5",
            "q4",
            "[4",
            "4]",
            "★☆★",
            "100 points",
            "4 ★",
            "4/1",
            "4/50",
            "4/5/6",
        ] {
            assert_eq!(worded(&plain(text)), None, "{text}");
        }
        for (text, expected) in [("d) text", (3, "text")), ("(B) text", (1, "text")), ("ウ．文", (2, "文"))] {
            assert_eq!(lettered(&plain(text)), Some(expected), "{text}");
        }
        for text in ["d text", "イ．文", "d)", "(d text", "dd) text"] {
            assert_eq!(lettered(&plain(text)), None, "{text}");
        }
    }
}
