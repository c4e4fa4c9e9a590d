//! The files that a new assessment starts from: a definition, and a translation into the language.

texts! {
    Scaffold(lang);

    /// An assessment to begin with.
    definition: [file "scaffold/definition.toml"];
    /// Its translation: into English of the Japanese one, into all other languages of the English one.
    translation: [file "scaffold/translation.toml"];
}
