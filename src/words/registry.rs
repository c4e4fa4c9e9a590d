//! The languages that there are.

use super::lang::Lang;
use super::{en, ja};

impl Lang {
    /// English, which every text is written in.
    pub const EN: Self = Self(&en::LANGUAGE);
    /// Japanese.
    pub const JA: Self = Self(&ja::LANGUAGE);

    /// All of them, English first.
    pub const ALL: &'static [Self] = &[Self::EN, Self::JA];

    /// The language of a tag such as `ja`, `ja-JP` or `ja_JP.UTF-8`; English for all that is not spoken.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        Self::ALL.iter().copied().find(|lang| lang.tag().eq_ignore_ascii_case(primary)).unwrap_or_default()
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::EN
    }
}

/// Whether texts in the language with the tag `language` will do where `wanted` is asked for, as `ja` will for `ja-jp`.
pub fn will_do(language: &str, wanted: &str) -> bool {
    wanted.split('-').next() == language.split('-').next()
}
