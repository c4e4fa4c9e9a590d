//! What reports and sheets say: the table of all their words, a column for each language of the program.
//!
//! It knows no report: what makes sentences of these words for a result is in `text`. Texts of assessments are not here.

use crate::exact::Effort;
use crate::words::Lang;

pub(crate) use crate::words::report_calendar::*;
pub(crate) use crate::words::report_comparison::*;
pub(crate) use crate::words::report_form::*;
pub(crate) use crate::words::report_level::*;
pub(crate) use crate::words::report_page::*;
pub(crate) use crate::words::report_population::*;
pub(crate) use crate::words::report_route::*;
pub(crate) use crate::words::report_sheets::*;
#[cfg(feature = "xlsx")]
pub(crate) use crate::words::report_spreadsheets::*;
pub(crate) use crate::words::report_terms::*;

/// That a question does not apply, and the reason, where the definition says when it does not.
pub(crate) fn with_reason(lang: Lang, does_not_apply: &str, reason: Option<&str>) -> String {
    reason.map_or_else(|| does_not_apply.to_owned(), |reason| labelled(lang, does_not_apply, reason))
}

/// Where other standards ask for it, if any is said to.
pub(crate) fn with_refs(lang: Lang, refs: &[String]) -> Option<String> {
    (!refs.is_empty()).then(|| labelled(lang, self::refs(lang), &refs.join(semicolon(lang))))
}

/// The rule for answering, and whom the assessment wants to answer, if it says so.
pub(crate) fn how_to_answer(lang: Lang, respondents: Option<&str>) -> Vec<String> {
    let respondents = respondents.map(|respondents| labelled(lang, who_answers(lang), respondents));
    [Some(rule(lang).to_owned()), respondents].into_iter().flatten().collect()
}

/// What a key of the metadata means, for the keys that are known.
pub(crate) fn metadata_key(lang: Lang, key: &str) -> &str {
    match key {
        "organisation" | "organization" => organisation(lang),
        "respondent" => respondent(lang),
        "date" => date(lang),
        "segment" => segment(lang),
        key => key,
    }
}

/// An effort with its unit, of which the plural is given in `language`; in English, one of it is singular.
pub(crate) fn effort_in_units(lang: Lang, effort: Effort, unit: &str, language: &str) -> String {
    let english = language.split('-').next() == Some("en");
    let one = unit.strip_suffix('s').filter(|_| english && effort == Effort::whole(1));
    effort_of(lang, effort, one.unwrap_or(unit))
}
