//! A table for many respondents, one a row: the metadata, then the facts and questions in words, for forms and spreadsheets.

use super::metadata::METADATA;
use crate::definition::Definition;
use crate::text::{fold, is_formula};

/// The head of the table, as `cxm batch` matches it.
pub fn csv(definition: &Definition) -> String {
    let facts = definition.profile.iter().map(|fact| (&fact.id, &fact.text));
    let questions = definition.questions().map(|(_, question)| (&question.id, &question.text));
    let items: Vec<(&String, &String)> = facts.chain(questions).collect();
    let texts: Vec<String> = items.iter().map(|(_, text)| fold(text)).collect();
    let shared = |text: &String| texts.iter().filter(|other| *other == text).count() > 1;
    let heads = items.iter().zip(&texts).map(|(item, text)| head(*item, shared(text) || is_metadata(text)));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(METADATA.into_iter().chain(heads)).expect("memory takes it");
    let line = writer.into_inner().expect("memory takes it");
    String::from_utf8(line).expect("all heads are UTF-8")
}

fn is_metadata(text: &str) -> bool {
    METADATA.contains(&text)
}

/// The text of a question or fact; its id where the text does not name it alone, or a spreadsheet could take it for a formula.
fn head<'a>((id, text): (&'a String, &'a String), ambiguous: bool) -> &'a str {
    if ambiguous || is_formula(text) { id } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::{Condition, Parts, bundled::BUNDLED};

    #[test]
    fn what_does_not_name_a_question_alone_gives_way_to_its_id() {
        let mut parts = Parts::clone(&BUNDLED[0].definitions()[0]);
        parts.criteria.truncate(1);
        parts.levels.truncate(1);
        parts.actions.clear();
        parts.challenges.clear();
        parts.benchmarks.clear();
        parts.profile.clear();
        let csv = |parts: &Parts| csv(&Definition::try_from(parts.clone()).unwrap());
        for (question, text) in
            parts.criteria[0].questions.iter_mut().zip(["=HYPERLINK(1)", "Who, \"then\"?", "DATE", "who,  \"then\"?"])
        {
            question.text = text.to_owned();
            question.condition = Condition::default();
        }
        assert_eq!(
            csv(&parts),
            "organisation,respondent,date,skills-onboarding,skills-training,skills-path,skills-change\r\n"
        );
        parts.criteria[0].questions.truncate(2);
        assert_eq!(csv(&parts), "organisation,respondent,date,skills-onboarding,\"Who, \"\"then\"\"?\"\r\n");
    }
}
