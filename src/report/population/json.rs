//! Rows of results as objects of JSON with the keys of `cxm.result/1`, by hand for the sake of speed.

use serde_json::{Map, Value, json};

use super::digits::{self, SPECIAL, cleaned};
use super::layout::Layout;
use crate::batch::{Cell, Row};
use crate::definition::Definition;
use crate::exact::Score;
use crate::population::{Disagreement, Dispute, Organisation};
use crate::score::InPlace;

/// Writes a row, without the end of its line.
pub(super) fn row<'a>(
    definition: &Definition,
    layout: &Layout,
    out: &mut Vec<u8>,
    row: Row<'_, impl Iterator<Item = Cell<'a>>>,
) {
    let scored = row.scored;
    let (low, high) = (&scored.low, scored.high());
    out.extend_from_slice(b"{\"metadata\":{");
    list(out, layout.metadata.iter().zip(row.metadata), |out, (name, cell)| {
        string(out, name.as_bytes());
        out.push(b':');
        string(out, cell.text());
    });
    out.extend_from_slice(b"},\"level\":{\"id\":");
    string(out, &layout.levels[low.level]);
    out.extend_from_slice(b",\"possible\":");
    string(out, &layout.levels[high.level]);
    out.extend_from_slice(b"},\"overall\":{\"low\":");
    interval(out, Some(low.overall), Some(high.overall));
    out.extend_from_slice(b"},\"in_place\":{\"low\":");
    digits::number(out, low.in_place);
    out.extend_from_slice(b",\"high\":");
    digits::number(out, high.in_place);
    out.extend_from_slice(b",\"applicable\":");
    digits::number(out, low.applicable);
    out.extend_from_slice(b"},\"open\":");
    digits::number(out, scored.open);
    out.extend_from_slice(b",\"criteria\":[");
    let scores = low.criteria.iter().zip(&high.criteria);
    let own_levels = |at: usize| Some((*low.reach.criteria.get(at)?, *high.reach.criteria.get(at)?));
    list(out, scores.zip(&layout.criteria).enumerate(), |out, (at, ((low, high), (id, threshold)))| {
        out.extend_from_slice(b"{\"id\":");
        string(out, id);
        out.extend_from_slice(b",\"low\":");
        interval(out, *low, *high);
        out.extend_from_slice(b",\"in_place\":");
        let state = InPlace::of(low.zip(*high), *threshold).word();
        string(out, state.as_bytes());
        if let Some((Some(level), Some(possible))) = own_levels(at) {
            out.extend_from_slice(b",\"level\":{\"id\":");
            string(out, &layout.levels[level]);
            out.extend_from_slice(b",\"possible\":");
            string(out, &layout.levels[possible]);
            out.push(b'}');
        }
        out.push(b'}');
    });
    out.push(b']');
    if !layout.groups.is_empty() {
        out.extend_from_slice(b",\"groups\":[");
        let scores = scored.low.groups.iter().zip(&scored.high().groups);
        list(out, layout.groups.iter().zip(scores), |out, (id, (low, high))| {
            out.extend_from_slice(b"{\"id\":");
            string(out, id);
            out.extend_from_slice(b",\"low\":");
            interval(out, *low, *high);
            out.push(b'}');
        });
        out.push(b']');
    }
    if let Some(percentile) = layout.percentile(scored) {
        out.extend_from_slice(b",\"percentile\":");
        score(out, Some(percentile));
    }
    if layout.extras.actions > 0 {
        out.extend_from_slice(b",\"actions\":[");
        let actions = row.actions.iter().take(layout.extras.actions);
        list(out, actions, |out, action| string(out, &layout.actions[*action]));
        out.push(b']');
    }
    if let Some(organisation) = row.organisation {
        figures(definition, out, organisation);
    }
    out.push(b'}');
}

/// Writes what is no score of merged respondents.
fn figures(definition: &Definition, out: &mut Vec<u8>, organisation: &Organisation) {
    let questions: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    let tenths = |tenths: u64| u32::try_from(tenths).map_or(Value::Null, |tenths| json!(f64::from(tenths) / 10.0));
    let item = |item: &Disagreement| {
        let roles: Map<String, Value> = item.roles.iter().map(|(role, mean)| (role.clone(), tenths(*mean))).collect();
        let answers = item.chosen.iter().map(|(points, count)| json!({ "points": points, "respondents": count }));
        let answers: Vec<Value> = answers.collect();
        json!({
            "question": questions[item.question],
            "low": item.points.0,
            "high": item.points.1,
            "answers": answers,
            "effect": item.effect,
            "spread": item.spread,
            "decides_level": item.decides_level,
            "other_level": item.other_level,
            "roles": roles,
        })
    };
    let agenda: Vec<Value> = organisation.agenda.iter().map(item).collect();
    let agreement = organisation.alpha.known().map(|alpha| (alpha * 100.0).round() / 100.0);
    let dispute = |dispute: &Dispute| {
        let fact = &definition.profile[dispute.fact];
        let options: Vec<&str> = dispute.options.iter().map(|at| fact.options[*at].id.as_str()).collect();
        json!({ "fact": fact.id, "options": options })
    };
    let disputed: Vec<Value> = organisation.disputed.iter().map(dispute).collect();
    let figures = [
        ("agenda", json!(agenda)),
        ("disputed", json!(disputed)),
        ("agreement", json!(agreement)),
        ("agreement_missing", json!(organisation.alpha.missing())),
        ("respondents", json!(organisation.respondents)),
    ];
    for (name, value) in figures {
        out.extend_from_slice(format!(",\"{name}\":{value}").as_bytes());
    }
}

/// Writes items with commas between them.
fn list<T>(out: &mut Vec<u8>, items: impl Iterator<Item = T>, mut write: impl FnMut(&mut Vec<u8>, T)) {
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write(out, item);
    }
}

/// Writes what follows the key `low`.
fn interval(out: &mut Vec<u8>, low: Option<Score>, high: Option<Score>) {
    score(out, low);
    out.extend_from_slice(b",\"high\":");
    score(out, high);
}

fn score(out: &mut Vec<u8>, score: Option<Score>) {
    match score {
        None => out.extend_from_slice(b"null"),
        Some(score) => digits::score(out, score),
    }
}

fn string(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'"');
    if text.iter().any(|byte| SPECIAL[usize::from(*byte)]) {
        for c in cleaned(text).chars() {
            match c {
                '"' => out.extend_from_slice(b"\\\""),
                '\\' => out.extend_from_slice(b"\\\\"),
                '\n' => out.extend_from_slice(b"\\n"),
                '\t' => out.extend_from_slice(b"\\t"),
                c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
    } else {
        out.extend_from_slice(text);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_has_no_escape_but_its_own() {
        let mut out = Vec::new();
        string(&mut out, "a\"b\\\n\t\u{1b}応".as_bytes());
        assert_eq!(String::from_utf8(out).unwrap(), r#""a\"b\\\n\t�応""#);
    }
}
