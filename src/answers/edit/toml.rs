//! The edits in TOML.

use toml_edit::{Array, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::places::{Field, Places};
use crate::answers::Status;
use crate::answers::rewrite::{remove, replace};

pub(super) fn edit(text: &str, places: &Places<'_>) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let root = document.as_table_mut();
    if !root.contains_key("actions") {
        let mut actions = Table::new();
        // Its tables have headers of their own.
        actions.set_implicit(true);
        root.insert("actions", Item::Table(actions));
    }
    let item = root.get_mut("actions")?;
    let inline = item.is_value();
    let actions = item.as_table_like_mut()?;
    for &action in places.actions {
        one(actions, inline, action, places)?;
    }
    if actions.is_empty() {
        root.remove("actions");
    }
    Some(document.to_string())
}

/// Changes what is said of one action.
fn one(actions: &mut dyn TableLike, inline: bool, action: usize, places: &Places<'_>) -> Option<()> {
    let change = places.change;
    let mut listed = false;
    if let Some(status) = change.status {
        for of in [Status::Done, Status::Excluded] {
            let Some(list) = actions.get_mut(of.word()).and_then(Item::as_array_mut) else { continue };
            if of == status {
                listed = list.iter().any(|id| id.as_str().is_some_and(|id| places.is(id, action)));
            } else {
                unlist(list, |id| places.is(id, action));
            }
        }
    }
    let estimated = change.effort.is_some() && estimate(actions, action, places)?;
    let table = |key: &str, item: &Item| item.is_table_like() && places.is(key, action);
    let key = actions.iter().find(|(key, item)| table(key, item)).map(|(key, _)| key.to_owned());
    let key = key.unwrap_or_else(|| places.id(action).to_owned());
    if !actions.contains_key(&key) {
        let new = if inline { Item::Value(Value::InlineTable(InlineTable::new())) } else { Item::Table(Table::new()) };
        actions.insert(&key, new);
    }
    let own = actions.get_mut(&key)?.as_table_like_mut()?;
    let status = change.status.map(|status| Some(status).filter(|status| *status != Status::Todo));
    // What a list says need not be said again.
    if let Some(status) = status.filter(|_| !listed || own.contains_key("status")) {
        put(own, "status", status.map(|status| status.word().into()));
    }
    for (key, field) in places.fields() {
        if let Some(field) = field {
            put(own, key, values(field)?);
        }
        if key == "due"
            && let Some(effort) = change.effort.filter(|_| !estimated || own.contains_key("effort"))
        {
            put(own, "effort", values(effort.map(Field::Effort))?);
        }
    }
    let empty = own.is_empty();
    let bare = |item: &Item| {
        let prefix = item.as_table().and_then(|table| table.decor().prefix()?.as_str().map(str::to_owned));
        prefix.is_none_or(|prefix| prefix.trim().is_empty())
    };
    if empty && actions.get(&key).is_some_and(bare) {
        actions.remove(&key);
    }
    Some(())
}

/// Puts an effort where the table of efforts has one for this action, or takes it away there; and whether it has one now.
fn estimate(actions: &mut dyn TableLike, action: usize, places: &Places<'_>) -> Option<bool> {
    let Some(efforts) = actions.get_mut("effort").and_then(Item::as_table_like_mut) else { return Some(false) };
    let Some(key) = efforts.iter().map(|(key, _)| key.to_owned()).find(|key| places.is(key, action)) else {
        return Some(false);
    };
    let effort = places.change.effort.flatten();
    put(efforts, &key, values(effort.map(Field::Effort))?);
    Some(effort.is_some())
}

/// Sets a key, or takes it away.
fn put(table: &mut dyn TableLike, key: &str, value: Option<Value>) {
    match (value, table.get_mut(key)) {
        (Some(value), Some(own)) => replace(own, &Item::Value(value)),
        (Some(value), None) => drop(table.insert(key, Item::Value(value))),
        (None, Some(_)) => remove(table, key),
        (None, None) => {}
    }
}

/// What a key is to have, or that it is to go; none where that cannot be written.
fn values(field: Option<Field<'_>>) -> Option<Option<Value>> {
    field.map_or(Some(None), |field| value(field).map(Some))
}

fn value(field: Field<'_>) -> Option<Value> {
    Some(match field {
        Field::Text(text) => text.into(),
        Field::Date(date) => date.to_string().parse::<Datetime>().ok()?.into(),
        // From its digits: no float is on the way.
        Field::Effort(effort) => effort.to_string().parse().ok()?,
    })
}

/// Takes ids out of a list; what stands before or behind one in its own line goes with it, and other comments stay.
fn unlist(list: &mut Array, is: impl Fn(&str) -> bool) {
    let text = |raw: Option<&toml_edit::RawString>| raw.and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    let place = |list: &Array| list.iter().position(|id| id.as_str().is_some_and(&is));
    while let Some(at) = place(list) {
        let prefix = text(list.remove(at).decor().prefix());
        let next = list.get(at).map(|next| text(next.decor().prefix()));
        let own = next.unwrap_or_else(|| text(Some(list.trailing())));
        let all = match (prefix.rfind('\n'), own.find('\n')) {
            // The comment behind the one before it and those above it stay; what stands in its own line is of it.
            (Some(end), Some(line)) => format!("{}{}", &prefix[..end], &own[line..]),
            // The first in a line leaves its place to the next.
            (None, None) if at == 0 => prefix,
            _ => own,
        };
        match list.get_mut(at) {
            Some(next) => next.decor_mut().set_prefix(all),
            None => list.set_trailing(all),
        }
    }
}
