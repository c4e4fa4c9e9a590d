//! Columns that correct the answers of another: what stands in them may count in its place.

use super::columns::Columns;
use super::likeness::plain;
use super::matcher::Matcher;
use super::meaning::{Meaning, Subject};

/// Words by which a header says that a column corrects another, and words that stand beside them.
pub(super) const CORRECTED: &str = "corrected correction corrections corr revised revision amended adjusted updated edited final finalised finalized \
    fixed cleaned latest current now aktuell actuel actual new followup t2 t3 w2 w3 v2 v3 v4 v5 korrigiert korrektur berichtigt bereinigt überarbeitet neu endgültig corrigé corrigée révisé révisée \
    corregido corregida revisado revisada corretto corretta gecorrigeerd herzien definitief";
pub(super) const BESIDE: &str =
    "answer answers values responses value response score version after the antwort wert réponse respuesta";
/// The same of one that turns its numbers round, or gives them otherwise.
const RECODED: &str = "r rc rev recode recoded recod inv inverted umkodiert umcodiert rekodiert";
/// Words by which it is said less plainly, words that say it only where they stand alone, and such as may be of anything then.
const OVERRIDING: &str = "override overridden overrides calibrated";
const APPROVED: &str = "agreed validated verified reviewed geprüft";
const TIMES: &str = "latest current now aktuell actuel actual new neu followup t2 t3 w2 w3 v2 v3 v4 v5";
/// The same in Japanese, whose words stand together.
const CORRECTED_JA: [&str; 9] = ["修正後", "修正版", "修正", "訂正後", "訂正", "変更後", "更新後", "確定版", "最終版"];

/// How many words are looked at on each side.
const WORDS: usize = 4;

/// A column that may correct the one of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Correction {
    pub(crate) question: usize,
    pub(crate) of: usize,
    pub(crate) column: usize,
}

impl Matcher {
    /// The columns that are headed as a question that another column is of, and as a correction of it. Where the user's map says
    /// what either is, it is settled.
    pub(crate) fn corrections(&self, columns: &Columns) -> Vec<Correction> {
        let mut of_questions = Vec::new();
        for (at, column) in columns.list.iter().enumerate().filter(|(_, column)| !column.mapped) {
            if let Meaning::Question(question, _) = column.meaning {
                of_questions.push((question, at, plain(&column.header)));
            }
        }
        let metadata = columns.list.iter().enumerate();
        let metadata = metadata.filter(|(_, column)| column.meaning == Meaning::Metadata && !column.mapped);
        let corrects = |(column, header): (usize, String)| {
            let named = corrected(&header).find_map(|text| {
                let asked = self.subject(bare(text));
                let is_of = |(question, _, header): &&(usize, usize, String)| {
                    asked == Some(Subject::Question(*question)) || bare(header) == bare(text)
                };
                of_questions.iter().find(is_of)
            });
            // Right behind a question nothing but the word may stand.
            let beside = || of_questions.iter().find(|(_, of, _)| of + 1 == column).filter(|_| is_correction(&header));
            named.or_else(beside).map(|(question, of, _)| Correction { question: *question, of: *of, column })
        };
        metadata.map(|(at, column)| (at, plain(&column.header))).filter_map(corrects).collect()
    }
}

/// What may be corrected by a column with this header.
pub(super) fn corrected(header: &str) -> impl Iterator<Item = &str> {
    let closed = header.trim_end_matches(|c: char| !c.is_alphanumeric());
    // `q3r`
    let glued = closed.strip_suffix('r').filter(|text| text.ends_with(|c: char| c.is_ascii_digit()));
    let ja = CORRECTED_JA.iter().flat_map(move |word| [closed.strip_suffix(word), header.strip_prefix(word)]);
    behind(header).chain(before(header)).chain(ja.flatten()).chain(glued).filter(|text| !bare(text).is_empty())
}

/// What stands before the last words of a header, as long as these say that it is corrected.
fn behind(header: &str) -> impl Iterator<Item = &str> {
    let (mut rest, mut said) = (header, false);
    (0..WORDS)
        .map_while(move |_| {
            let text = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
            let begin = text
                .rfind(|c: char| !c.is_alphanumeric())
                .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            rest = &text[..begin];
            said |= is_later(&text[begin..]);
            (is_later(&text[begin..]) || is_of(BESIDE, &text[begin..])).then_some((rest, said))
        })
        .filter_map(|(rest, said)| said.then_some(rest))
}

/// What stands behind the first words of a header, as long as these say so.
fn before(header: &str) -> impl Iterator<Item = &str> {
    let (mut rest, mut said) = (header, false);
    (0..WORDS)
        .map_while(move |_| {
            let text = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
            let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
            rest = &text[end..];
            said |= is_later(&text[..end]);
            (is_later(&text[..end]) || is_of(BESIDE, &text[..end])).then_some((rest, said))
        })
        .filter_map(|(rest, said)| said.then_some(rest))
}

/// Whether a header says that something is corrected, and nothing else.
fn is_correction(header: &str) -> bool {
    let words = || header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // A bare `New` or `Now` may be of anything.
    words().any(|word| says(word) && !is_of(TIMES, word)) && words().all(|word| says(word) || is_of(BESIDE, word))
}

/// Whether what stands below a header may be answers in place of others, if it is answers.
#[cfg(feature = "cli")]
pub(super) fn may_correct(header: &str) -> bool {
    let words = || header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(says) && words().all(|word| says(word) || is_of(BESIDE, word))
}

/// Whether a word says that something is corrected or recoded.
fn says(word: &str) -> bool {
    [OVERRIDING, APPROVED, CORRECTED, RECODED].iter().any(|list| is_of(list, word)) || CORRECTED_JA.contains(&word)
}

/// A text without the marks around it.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word says that something is corrected or recoded, or of which year it is.
fn is_later(word: &str) -> bool {
    let is_year = word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit());
    is_year || [CORRECTED, RECODED, OVERRIDING].iter().any(|list| is_of(list, word))
}

fn is_of(list: &'static str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|of| of == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_corrected_stands_before_or_behind_the_words_for_it() {
        for header in [
            "q1 (corrected)",
            "q1 - final answer",
            "q1_v2",
            "q1 (2026)",
            "q1 revised",
            "q1 [after correction]",
            "corrected: q1",
            "final q1",
            "q1 修正後",
            "q1(訂正)",
            "修正後:q1",
            "q1_rev",
            "q1 (r)",
            "q1r",
            "q1_override",
            "q1 (recoded)",
        ] {
            assert!(corrected(header).any(|text| bare(text) == "q1"), "{header}");
        }
        for header in ["q1", "q1 comment", "q1 (reversed)", "q1 answer", "final", "q1renewed", "q12"] {
            assert!(!corrected(header).any(|text| bare(text) == "q1"), "{header}");
        }
    }
}
