//! In which letters languages are written.

/// Languages that are written in other letters than Latin ones, and in no Latin ones besides; by their codes in ISO 639.
const OTHERS: &str = "am ar as be bg bn bo dv dz el fa gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne or pa ps ru sd si ta te tg th \
                      ti ug uk ur yi zh";

/// Languages that are written in Latin letters alone.
const LATIN: &str =
    "ca cs cy da de en es et eu fi fr ga gl hr hu id is it lt lv mt nb nl nn no pl pt ro sk sl sq sv sw tr vi";

/// Whether texts in the language with this tag are written in other letters than Latin ones.
pub fn has_own_letters(language: &str) -> bool {
    is_one_of(OTHERS, language)
}

/// Whether texts in the language with this tag are written in Latin letters alone.
pub fn has_latin_letters(language: &str) -> bool {
    is_one_of(LATIN, language)
}

/// Whether a letter is of another script than texts in a language of other letters than Latin ones; Latin ones are not.
pub fn of_another_script(language: &str) -> fn(char) -> bool {
    fn is_kana(c: char) -> bool {
        matches!(c, '\u{3040}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}')
    }
    fn is_hangul(c: char) -> bool {
        matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}')
    }
    fn is_of_an_alphabet(c: char) -> bool {
        matches!(c, '\u{400}'..='\u{10ff}' | '\u{1200}'..='\u{1dff}') && c.is_alphabetic()
    }
    match language.split('-').next() {
        Some("ja" | "zh") => |c| is_of_an_alphabet(c) || is_hangul(c),
        Some("ko") => |c| is_of_an_alphabet(c) || is_kana(c),
        _ => |c| is_kana(c) || is_hangul(c) || matches!(c, '\u{4e00}'..='\u{9fff}'),
    }
}

/// Whether it is a Latin letter, with whatever accents.
pub fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether a language is in a list, and its tag names no letters of their own, such as `-latn`.
fn is_one_of(list: &str, language: &str) -> bool {
    let mut parts = language.split('-');
    let code = parts.next().unwrap_or_default();
    list.split(' ').any(|one| one == code) && parts.all(|part| part.len() != 4)
}
