//! The files that a new assessment starts from, in Japanese: a definition, and a translation into the language.

texts! {
    Scaffold for Ja;

    definition: [file "scaffold/definition.toml"];
    translation: [file "scaffold/translation.toml"];
}
