//! JSON Schemas (draft 7) of the files that are read and written, for editors and other programs.
//!
//! Definitions, translations and answer sets are read key by key and not through types, so that all that is wrong is
//! found at once; their schemas are files of their own, and `tests/schema.rs` holds schemas and readers to the same keys,
//! types and bounds. That of the result comes from the types of the report.
//!
//! What a schema says to people stands in English in it; `words` has what other languages make of that.
//!
//! - Takes: a definition, for the schema of its answers; nothing for the others.
//! - Gives: schemas.
//! - Never: validates; what a schema cannot say (references, circles, levels that do not rise) is for `check`.

use std::collections::HashMap;

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::definition::{Definition, Fact, Question};
use crate::report::Report;
use crate::words::{Lang, schema as words};

/// What a definition looks like.
pub const DEFINITION: &str = include_str!("../assessments/schema/definition.json");
/// What a translation looks like.
pub const TRANSLATION: &str = include_str!("../assessments/schema/translation.json");
/// What an answer set looks like, whatever it answers.
pub const ANSWERS: &str = include_str!("../assessments/schema/answers.json");

/// One of these schemas with what it says to people in `lang`.
pub fn read(schema: &str, lang: Lang) -> serde_json::Result<Value> {
    Ok(said(serde_json::from_str(schema)?, lang))
}

/// A schema with what it says to people in `lang`; what the language lacks stays in English.
fn said(mut schema: Value, lang: Lang) -> Value {
    let said: HashMap<&str, &str> = words::schema(lang).collect();
    if !said.is_empty() {
        say(&mut schema, &said);
    }
    schema
}

fn say(schema: &mut Value, said: &HashMap<&str, &str>) {
    match schema {
        Value::Object(keys) => {
            for (key, value) in keys {
                match value {
                    Value::String(text) if matches!(key.as_str(), "title" | "description") => {
                        if let Some(said) = said.get(text.as_str()) {
                            *text = (*said).to_owned();
                        }
                    }
                    value => say(value, said),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| say(value, said)),
        _ => {}
    }
}

/// What the answers to `definition` look like: its questions with their texts and possible answers, its actions.
pub fn answers(definition: &Definition, lang: Lang) -> serde_json::Result<Value> {
    let mut schema = read(ANSWERS, lang)?;
    let questions = || definition.questions().map(|(_, question)| question);
    let answers = questions().map(|question| (question.id.clone(), answer(question)));
    let notes = questions().map(|question| (question.id.clone(), json!({ "description": question.text })));
    let effort = definition.actions.iter().map(|action| {
        let described = json!({ "description": action.title, "type": "number", "minimum": 0.1, "maximum": 1000 });
        (action.id.clone(), described)
    });
    let actions: Vec<&str> = definition.actions.iter().map(|action| action.id.as_str()).collect();
    let of_action = schema["definitions"]["action"].clone();
    let properties = &mut schema["properties"];
    properties["assessment"]["const"] = definition.id.as_str().into();
    properties["answers"]["properties"] = answers.collect();
    properties["answers"]["additionalProperties"] = false.into();
    let facts = definition.profile.iter().map(|of| (of.id.clone(), fact(of)));
    properties["profile"]["properties"] = facts.collect();
    properties["profile"]["additionalProperties"] = false.into();
    properties["notes"]["properties"] = notes.collect();
    properties["notes"]["propertyNames"] =
        json!({ "enum": questions().map(|question| &question.id).collect::<Vec<_>>() });
    properties["actions"]["additionalProperties"] = false.into();
    let plan = &mut properties["actions"]["properties"];
    for action in &definition.actions {
        if plan.get(&action.id).is_some() {
            continue;
        }
        plan[&action.id] = of_action.clone();
        plan[&action.id]["description"] = action.title.as_str().into();
    }
    plan["done"]["items"] = json!({ "enum": actions });
    plan["excluded"]["items"] = json!({ "enum": actions });
    plan["effort"]["properties"] = effort.collect();
    plan["effort"]["additionalProperties"] = false.into();
    schema["title"] = definition.title.as_str().into();
    Ok(schema)
}

/// What may be told of a fact.
fn fact(fact: &Fact) -> Value {
    let ids: Value = fact.options.iter().map(|option| Value::from(option.id.as_str())).collect();
    let texts: Value = fact.options.iter().map(|option| Value::from(option.text.as_str())).collect();
    let one = json!({ "enum": ids, "x-taplo": { "docs": { "enumValues": texts } } });
    let mut schema = if fact.many { json!({ "type": ["array", "string"], "items": one }) } else { one };
    schema["description"] = fact.text.as_str().into();
    schema
}

/// The possible answers to one question. Editors show the description, and Taplo the text of each option.
fn answer(question: &Question) -> Value {
    let points = question.options.iter().map(|option| Value::from(option.points));
    let texts = question.options.iter().map(|option| Value::from(option.text.as_str()));
    let not_applicable = question.not_applicable.is_allowed().then_some("n/a");
    let when = question.not_applicable.when().or(not_applicable);
    json!({
        "description": question.text,
        "enum": points.chain(not_applicable.map(Value::from)).collect::<Value>(),
        "x-taplo": { "docs": { "enumValues": texts.chain(when.map(Value::from)).collect::<Value>() } },
    })
}

/// What a result looks like: `cxm.result/1`. Keys may be added to it.
pub fn result(lang: Lang) -> serde_json::Result<Value> {
    let settings = SchemaSettings::draft07().for_serialize();
    let mut schema = serde_json::to_value(settings.into_generator().into_root_schema_for::<Report>())?;
    schema["title"] = "cxm.result/1".into();
    Ok(said(schema, lang))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What a schema says to people.
    fn texts(schema: &Value, all: &mut BTreeSet<String>) {
        match schema {
            Value::Object(keys) => {
                for (key, value) in keys {
                    match value {
                        Value::String(text) if matches!(key.as_str(), "title" | "description") => {
                            all.insert(text.clone());
                        }
                        value => texts(value, all),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
            _ => {}
        }
    }

    #[test]
    fn every_language_has_all_that_schemas_say_and_no_other() {
        let mut all = BTreeSet::new();
        for schema in [DEFINITION, TRANSLATION, ANSWERS] {
            texts(&serde_json::from_str(schema).unwrap(), &mut all);
        }
        let mut result = result(Lang::EN).unwrap();
        // Its name.
        result.as_object_mut().unwrap().remove("title");
        texts(&result, &mut all);
        for lang in Lang::ALL.iter().copied().filter(|lang| *lang != Lang::EN) {
            let has: BTreeSet<String> = words::schema(lang).map(|(english, _)| english.to_owned()).collect();
            let lacks: Vec<&String> = all.difference(&has).collect();
            let more: Vec<&String> = has.difference(&all).collect();
            assert!(lacks.is_empty() && more.is_empty(), "{lang:?} lacks {lacks:#?}\nand has {more:#?}");
        }
    }
}
