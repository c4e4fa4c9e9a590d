//! Pages for people: one file each, which needs no network and no script to be read.
//!
//! Askama escapes whatever a template shows. The style is one sheet for all pages: light and dark, screen and A4.

mod compare;
mod form;
mod radar;
mod score;

use crate::definition::is_id;
use crate::text::Lang;
pub use compare::render as render_comparison;
pub use form::render as render_form;
pub use score::render;

/// The style of all pages.
const STYLE: &str = include_str!("style.css");

/// The attribute that says in which language the assessment's texts are, where the program speaks another one.
fn texts(lang: Lang, language: &str) -> String {
    let same = language.split('-').next() == Some(lang.tag());
    if same || !is_id(language) { String::new() } else { format!(" lang=\"{language}\"") }
}
