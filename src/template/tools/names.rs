//! What things are called in a form, each by a name of its own.

use std::collections::HashMap;

use crate::definition::Definition;
use crate::template::metadata::METADATA;
use crate::words::forms as say;

/// What the form says of itself, whoever fills it in.
pub(super) const ASSESSMENT: &str = "assessment";
pub(super) const VERSION: &str = "version";

/// Why there is no form of an assessment for a tool, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoForm(pub String);

/// Whether a tool tells all that is asked apart when it calls everything by these names.
pub(super) fn check_names(definition: &Definition, name: impl Fn(&str) -> String) -> Result<(), NoForm> {
    let own = METADATA.into_iter().chain([ASSESSMENT, VERSION]);
    let facts = definition.profile.iter().map(|fact| fact.id.as_str());
    let questions = definition.questions().map(|(_, question)| question.id.as_str());
    check_distinct(own.chain(facts).chain(questions), name)
}

/// The same of any ids.
pub(super) fn check_distinct<'a>(
    ids: impl Iterator<Item = &'a str>,
    name: impl Fn(&str) -> String,
) -> Result<(), NoForm> {
    let mut known = HashMap::new();
    for id in ids {
        let name = name(id).to_lowercase();
        if let Some(other) = known.insert(name.clone(), id) {
            return Err(NoForm(if other == id { say::twice(id, &name) } else { say::both(other, id, &name) }));
        }
    }
    Ok(())
}
