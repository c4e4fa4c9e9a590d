//! Pages for browsers, by hand: one file each, which needs no network and no script to be read.
//!
//! - Takes: a result, a comparison, what many organisations answer, or an assessment in all its languages.
//! - Gives: HTML in which askama has escaped whatever is shown; one style for light and dark, screen and A4.
//! - Never: fetches anything, or scores in the page.

mod compare;
mod form;
mod index;
mod plan;
mod prose;
mod radar;
mod score;
mod trend;

use crate::definition::is_id;
use crate::words::Lang;
pub use compare::render as render_comparison;
pub use form::render as render_form;
pub use index::{Entry as IndexEntry, render as render_index};
pub use plan::render as render_plan;
pub use score::render;

const STYLE: &str = include_str!("style.css");

/// The attribute that says in which language the assessment's texts are, where the program speaks another one.
fn texts(lang: Lang, language: &str) -> String {
    let same = language.split('-').next() == Some(lang.tag());
    if same || !is_id(language) { String::new() } else { format!(" lang=\"{language}\"") }
}
