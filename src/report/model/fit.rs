//! Whom the plan is for: what the organisation told, what it did not, and what is therefore not for it.

use schemars::JsonSchema;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::standing::Named;

/// What the organisation told about itself. As JSON: the fact's id, and the id of the option that holds, or a list of them
/// where several may.
#[derive(Clone, Debug, Default, JsonSchema)]
#[schemars(transparent)]
pub struct Profile(#[schemars(with = "std::collections::BTreeMap<String, serde_json::Value>")] pub Vec<Told>);

/// A fact that was told.
#[derive(Clone, Debug)]
pub struct Told {
    /// The fact.
    pub fact: Named,
    /// Whether several options may hold.
    pub many: bool,
    /// The options that hold.
    pub options: Vec<Named>,
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for told in &self.0 {
            let ids: Vec<&str> = told.options.iter().map(|option| option.id.as_str()).collect();
            match ids.first() {
                Some(id) if !told.many => map.serialize_entry(&told.fact.id, id)?,
                _ => map.serialize_entry(&told.fact.id, &ids)?,
            }
        }
        map.end()
    }
}

/// A fact that was not told alike each time.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ToldEachTime {
    /// The fact.
    #[serde(flatten)]
    pub fact: Named,
    /// The options that hold, each time; nothing where it was not told.
    pub told: Vec<Vec<Named>>,
}

/// A fact that was not told, and what depends on it. All of that counts until it is told.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Untold {
    /// The fact.
    #[serde(flatten)]
    pub fact: Named,
    /// How many questions may not be asked.
    pub questions: usize,
    /// How many actions and challenges may not be for this organisation.
    pub actions: usize,
    /// See `actions`.
    pub challenges: usize,
    /// The ids of these actions, in the order of the definition.
    pub decided_actions: Vec<String>,
    /// How many steps of actions may not be for it.
    pub steps: usize,
    /// How many published distributions may not describe organisations like it.
    pub benchmarks: usize,
    /// The option whose efforts stand in, where efforts go by it.
    pub assumed: Option<Named>,
}

/// An action that is not for this organisation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Unfit {
    /// The action.
    #[serde(flatten)]
    pub action: Named,
    /// The ids of the facts that decide it.
    pub because: Vec<String>,
}
