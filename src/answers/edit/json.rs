//! The edits in JSON.

use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstInputValue, CstNode, CstObject, CstRootNode};

use super::places::{Field, Places};
use crate::answers::Status;

pub(super) fn edit(text: &str, places: &Places<'_>) -> Option<String> {
    let root = CstRootNode::parse(text, &ParseOptions::default()).ok()?;
    let object = root.object_value()?;
    let actions = object.object_value_or_create("actions")?;
    for &action in places.actions {
        one(&actions, action, places)?;
    }
    if actions.properties().is_empty() {
        object.get("actions")?.remove();
    }
    Some(root.to_string())
}

/// Changes what is said of one action.
fn one(actions: &CstObject, action: usize, places: &Places<'_>) -> Option<()> {
    let change = places.change;
    let is = |node: &CstNode| {
        let id = node.as_string_lit().and_then(|id| id.decoded_value().ok());
        id.is_some_and(|id| places.is(&id, action))
    };
    let mut listed = false;
    if let Some(status) = change.status {
        for of in [Status::Done, Status::Excluded] {
            let Some(list) = actions.array_value(of.word()) else { continue };
            if of == status {
                listed = list.elements().iter().any(is);
            } else {
                list.elements().into_iter().filter(is).for_each(CstNode::remove);
            }
        }
    }
    let named = |object: &CstObject| {
        object.properties().into_iter().find(|property| {
            let name = property.decoded_name();
            name.is_some_and(|name| places.is(&name, action))
        })
    };
    let mut estimated = false;
    if let Some(effort) = change.effort
        && let Some(efforts) = actions.object_value("effort")
        && let Some(property) = named(&efforts)
    {
        estimated = effort.is_some();
        put(&efforts, &property.decoded_name()?, effort.map(Field::Effort));
    }
    let own = match named(actions) {
        Some(property) => property.object_value()?,
        None => actions.object_value_or_create(places.id(action))?,
    };
    let status = change.status.map(|status| Some(status).filter(|status| *status != Status::Todo));
    if let Some(status) = status.filter(|_| !listed || own.get("status").is_some()) {
        put(&own, "status", status.map(|status| Field::Text(status.word())));
    }
    for (key, field) in places.fields() {
        if let Some(field) = field {
            put(&own, key, field);
        }
        if key == "due"
            && let Some(effort) = change.effort.filter(|_| !estimated || own.get("effort").is_some())
        {
            put(&own, "effort", effort.map(Field::Effort));
        }
    }
    if own.properties().is_empty() {
        named(actions)?.remove();
    }
    Some(())
}

/// Sets a key, or takes it away.
fn put(object: &CstObject, key: &str, field: Option<Field<'_>>) {
    match (field, object.get(key)) {
        (Some(field), Some(property)) => property.set_value(value(field)),
        (Some(field), None) => drop(object.append(key, value(field))),
        (None, Some(property)) => property.remove(),
        (None, None) => {}
    }
}

fn value(field: Field<'_>) -> CstInputValue {
    match field {
        Field::Text(text) => CstInputValue::String(text.to_owned()),
        Field::Date(date) => CstInputValue::String(date.to_string()),
        Field::Effort(effort) => CstInputValue::Number(effort.to_string()),
    }
}
