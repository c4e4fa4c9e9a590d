//! What commands and options are for, which stands in English in the sources of `cli`: what other languages make of it.

/// Paragraphs of the help of commands and options: in English, and in another language.
pub(crate) trait Help {
    fn help(&self) -> &'static [&'static [(&'static str, &'static str)]] {
        &[]
    }
}

/// Paragraphs of the help of commands and options: in English, and in `lang`. What it lacks is said in English.
pub(crate) fn help(lang: crate::words::Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    Help::help(lang.words()).iter().copied().flatten().copied()
}
