//! How texts are written: one macro, for the catalogue and for what a language makes of it.

/// Texts of an area.
///
/// In `en/`, `texts! { Area(lang); … }` makes a trait that says them in English, and a function for each text that says it in
/// the language it is given, `name(lang, …)`. `texts! { Area(here); … }` makes functions without a language, `name(…)`, for
/// what is said in that of the process. Elsewhere `texts! { Area for Ja; … }` says them in Japanese.
///
/// A text is as it stands, `list: "List";`, or a file, `sheet: [file "sheet.toml"];`, or has arguments, which stand in it in
/// braces: `wrote(path: &str): "wrote {path}";`. Where it depends on a count, it names the argument that counts and the form
/// for each kind of number that the language tells apart (see `plural`), or for numbers themselves:
/// `[count; 0 "nothing", one "{count} row", other "{count} rows"]`, for one and others in short
/// `[count; "{count} row", "{count} rows"]`. What another crate says in English is told apart by what it says:
/// `[of message; "missing value" "…", other "… ({message})"]`. What depends on more than a count is several texts, and a function where they are
/// said that chooses.
macro_rules! texts {
    ($area:ident($how:ident); $($(#[$meta:meta])* $name:ident $(($($arg:ident: $type:ty),+ $(,)?))?: $text:tt;)*) => {
        pub(crate) trait $area {
            $(texts! { @method super::En; $(#[$meta])* $name $(($($arg: $type),+))?: $text })*
        }
        $(texts! { @function $area $how; $(#[$meta])* $name $(($($arg: $type),+))? })*
    };
    ($area:ident for $lang:ident; $($(#[$meta:meta])* $name:ident $(($($arg:ident: $type:ty),+ $(,)?))?: $text:tt;)*) => {
        impl $crate::words::areas::$area for super::$lang {
            $(texts! { @method super::$lang; $(#[$meta])* $name $(($($arg: $type),+))?: $text })*
        }
    };
    (@method $lang:ty; $(#[$meta:meta])* $name:ident: $text:tt) => {
        $(#[$meta])*
        #[allow(clippy::wrong_self_convention)]
        fn $name(&self) -> &'static str {
            texts!(@plain $text)
        }
    };
    (@method $lang:ty; $(#[$meta:meta])* $name:ident($($arg:ident: $type:ty),+): $text:tt) => {
        $(#[$meta])*
        // A language may have no need of what another says, and a text be called as it likes.
        #[allow(unused_variables, clippy::wrong_self_convention, clippy::new_ret_no_self)]
        fn $name(&self, $($arg: $type),+) -> String {
            texts!(@say $lang; $text)
        }
    };
    (@function $area:ident lang; $(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        pub(crate) fn $name(lang: $crate::words::Lang) -> &'static str {
            $area::$name(lang.words())
        }
    };
    (@function $area:ident lang; $(#[$meta:meta])* $name:ident($($arg:ident: $type:ty),+)) => {
        $(#[$meta])*
        pub(crate) fn $name(lang: $crate::words::Lang, $($arg: $type),+) -> String {
            $area::$name(lang.words(), $($arg),+)
        }
    };
    (@function $area:ident here; $(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        pub(crate) fn $name() -> &'static str {
            $area::$name($crate::words::here().words())
        }
    };
    (@function $area:ident here; $(#[$meta:meta])* $name:ident($($arg:ident: $type:ty),+)) => {
        $(#[$meta])*
        pub(crate) fn $name($($arg: $type),+) -> String {
            $area::$name($crate::words::here().words(), $($arg),+)
        }
    };
    (@plain [file $path:literal]) => { include_str!($path) };
    (@plain $text:literal) => { $text };
    (@say $lang:ty; $text:literal) => { format!($text) };
    (@say $lang:ty; [$count:ident; $one:literal, $other:literal]) => {
        texts!(@say $lang; [$count; one $one, other $other])
    };
    (@say $lang:ty; [of $message:ident; $($said:literal $text:literal,)* other $other:literal $(,)?]) => {
        match $message {
            $($said => format!($text),)*
            _ => format!($other),
        }
    };
    (@say $lang:ty; [$count:ident; $($form:tt $text:literal),+ $(,)?]) => {{
        use $crate::words::plural::{Count, Rule};
        let number = Count::number($count);
        match (number, <$lang as Rule>::form(number)) {
            $(texts!(@form $form) => format!($text),)+
        }
    }};
    (@form zero) => { (_, $crate::words::plural::Form::Zero) };
    (@form one) => { (_, $crate::words::plural::Form::One) };
    (@form two) => { (_, $crate::words::plural::Form::Two) };
    (@form few) => { (_, $crate::words::plural::Form::Few) };
    (@form many) => { (_, $crate::words::plural::Form::Many) };
    (@form other) => { _ };
    (@form $number:literal) => { ($number, _) };
}
