//! The languages that the program itself speaks. Assessments may have others.

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
    /// The language of a tag such as `ja`, `ja-JP` or `ja_JP.UTF-8`; English for all that is not spoken.
    pub fn from_tag(tag: &str) -> Self {
        match tag.split(['-', '_', '.', '@']).next() {
            Some(primary) if primary.eq_ignore_ascii_case("ja") => Self::Ja,
            _ => Self::En,
        }
    }

    /// The tag, as in HTML's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }
}

/// Texts in each language of the program, a function each. A missing translation does not compile.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $ja:literal;)*) => {
        $($(#[$doc])* pub(crate) fn $name(lang: $crate::text::Lang) -> &'static str {
            match lang { $crate::text::Lang::En => $en, $crate::text::Lang::Ja => $ja }
        })*
    };
}

pub(crate) use texts;

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
}
