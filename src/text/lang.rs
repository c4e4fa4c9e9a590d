//! The languages that the program itself speaks. Assessments may have others.

use std::fmt::Display;

/// A language of the program's own texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::En, Self::Ja];

    /// The language of a tag such as `ja`, `ja-JP` or `ja_JP.UTF-8`; English for all that is not spoken.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary)).unwrap_or_default()
    }

    /// The tag, as in HTML's `lang`.
    pub fn tag(self) -> &'static str {
        tag(self)
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        name(self)
    }
}

/// Whether texts in the language with the tag `language` will do where `wanted` is asked for, as `ja` will for `ja-jp`.
pub fn will_do(language: &str, wanted: &str) -> bool {
    wanted.split('-').next() == language.split('-').next()
}

/// So many of what `noun` names, in English: "1 row", "2 rows".
pub fn count<N: Copy + Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let end = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{end}")
}

/// What the program says, a function each, with a column for each language. What is left out does not compile: a
/// new language is a column here, and a column in each table.
///
/// A text is as it stands, `list: "List", "一覧";`, or has arguments, which stand in it in braces:
/// `wrote(path: &str): "wrote {path}", "{path}に書き込みました";`. Where a language says one thing otherwise than several,
/// it names the argument that counts and gives both: `[count; "{count} question", "{count} questions"]`. What depends on
/// more than a count is several texts, and a function beside the table that chooses.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident: $type:ty),+ $(,)?))?: $en:tt, $ja:tt;)*) => {
        $($crate::text::texts! { @one $(#[$doc])* $name $(($($arg: $type),+))?: $en, $ja })*
    };
    (@one $(#[$doc:meta])* $name:ident: $en:literal, $ja:literal) => {
        $(#[$doc])*
        pub(crate) fn $name(lang: $crate::text::Lang) -> &'static str {
            match lang { $crate::text::Lang::En => $en, $crate::text::Lang::Ja => $ja }
        }
    };
    (@one $(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),+): $en:tt, $ja:tt) => {
        $(#[$doc])*
        pub(crate) fn $name(lang: $crate::text::Lang, $($arg: $type),+) -> String {
            match lang {
                $crate::text::Lang::En => $crate::text::texts!(@say $en),
                $crate::text::Lang::Ja => $crate::text::texts!(@say $ja),
            }
        }
    };
    (@say $text:literal) => { format!($text) };
    (@say [$count:ident; $one:literal, $many:literal]) => {
        if $count == 1 { format!($one) } else { format!($many) }
    };
}

pub(crate) use texts;

texts! {
    tag: "en", "ja";
    name: "English", "日本語";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_and_tags_are_understood() {
        for tag in ["ja", "ja_JP.UTF-8", "JA-jp", "ja@x"] {
            assert_eq!(Lang::from_tag(tag), Lang::Ja, "{tag}");
        }
        for tag in ["", "C", "POSIX", "en_GB.UTF-8", "jav", "de"] {
            assert_eq!(Lang::from_tag(tag), Lang::En, "{tag}");
        }
    }

    #[test]
    fn texts_take_their_arguments_and_count() {
        texts! {
            open(count: usize, name: &str): [count; "{count} question of {name}", "{count} questions of {name}"],
                "{name}：{count}問";
        }
        let say = |count| Lang::ALL.map(|lang| open(lang, count, "A"));
        assert_eq!(say(1), ["1 question of A", "A：1問"]);
        assert_eq!(say(2), ["2 questions of A", "A：2問"]);
    }
}
