//! What a column says that is for one option of a question or fact: whether it is chosen.

use super::Cells;
use super::likeness::plain;
use super::yes_no::says;
use crate::answers::Answer;
use crate::text::excerpt;
use crate::words::mapping_cells as say;

/// How wide the text of a cell may be in a message.
const SHOWN: usize = 60;
/// What a column says beside that for an option that is chosen, and for one that is not.
const CHOSEN: [&str; 7] = ["1", "1.0", "x", "on", "checked", "selected", "●"];
const NOT_CHOSEN: [&str; 10] = ["", "0", "0.0", "off", "unchecked", "not selected", "unselected", "n/a", "-", "×"];
/// The same of what may be the text of an option, too.
const NONE: [&str; 8] = ["none", "ー", "✕", "☓", "☐", "なし", "無し", "該当なし"];

impl Cells {
    /// Whether a cell says that this is the answer to the question with index `at`; else why it says nothing of it.
    pub fn is_chosen(&self, at: usize, answer: Answer, text: &str) -> Result<bool, String> {
        marked(text, || self.read(at, text) == Ok(answer))
    }

    /// This option of the fact with index `at`, if a cell says that it holds; else why it says nothing of it.
    pub fn read_fact_option(&self, at: usize, option: usize, text: &str) -> Result<Vec<usize>, String> {
        let holds = marked(text, || self.read_fact(at, text) == Ok(vec![option]))?;
        Ok(if holds { vec![option] } else { Vec::new() })
    }
}

/// Whether a cell in which a mark is asked for has one; else why it says nothing.
#[cfg(all(feature = "cli", feature = "xlsx"))]
pub(crate) fn is_marked(text: &str) -> Result<bool, String> {
    marked(text, || false)
}

/// An option is chosen by a mark or by its own text.
fn marked(text: &str, is_own: impl Fn() -> bool) -> Result<bool, String> {
    let folded = plain(text);
    let yes = says(&folded) == Some(true) || CHOSEN.contains(&folded.as_str());
    let no = says(&folded) == Some(false) || NOT_CHOSEN.contains(&folded.as_str());
    // A zero may be the points of the option, and says there that it is not chosen all the same.
    let own = !yes && folded.parse() != Ok(0.0) && !folded.is_empty() && is_own();
    let no = no || !own && NONE.contains(&folded.as_str());
    match (yes || own, no) {
        (true, false) => Ok(true),
        (false, true) => Ok(false),
        _ => Err(say::no_mark(&excerpt(text, SHOWN))),
    }
}
