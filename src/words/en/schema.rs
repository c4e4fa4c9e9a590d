//! What the keys of files are for, which stands in English in their schemas: what other languages make of it.

/// What schemas say to people: in English, and in another language.
pub(crate) trait Schema {
    fn schema(&self) -> &'static [&'static [(&'static str, &'static str)]] {
        &[]
    }
}

/// What schemas say to people: in English, and in `lang`. What it lacks is said in English.
pub(crate) fn schema(lang: crate::words::Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    Schema::schema(lang.words()).iter().copied().flatten().copied()
}
