//! The summary for programs.

use serde_json::{Map, Value, json};

use crate::definition::Definition;
use crate::exact::Score;
use crate::population::Distribution;
use crate::population::{Segments, Summary};

/// The summary of all rows, and of each segment under `by`.
pub fn summary_json(definition: &Definition, segments: &Segments) -> Value {
    let mut value = of(definition, &segments.all);
    if let (Value::Object(all), false) = (&mut value, segments.by.is_empty()) {
        let by = segments.named().into_iter().map(|(name, summary)| (name, of(definition, summary)));
        all.insert("by".to_owned(), Value::Object(by.collect()));
    }
    value
}

fn of(definition: &Definition, summary: &Summary) -> Value {
    let levels = |counts: &[u64]| -> Vec<Value> {
        let levels = definition.levels.iter().zip(counts);
        levels.map(|(level, rows)| json!({ "id": level.id, "rows": rows })).collect()
    };
    let criteria = definition.criteria.iter().enumerate().map(|(at, criterion)| {
        let mut value = scores(&summary.criteria[at]);
        value.insert("id".to_owned(), json!(criterion.id));
        value.insert("weakest".to_owned(), json!(summary.weakest[at]));
        let alpha = summary.alphas[at].reliability();
        value.insert("alpha".to_owned(), json!(alpha.known()));
        value.insert("alpha_missing".to_owned(), json!(alpha.missing()));
        value.insert("alpha_rows".to_owned(), json!(summary.alphas[at].rows));
        if let Some(own) = summary.own_levels.get(at) {
            value.insert("levels".to_owned(), json!(levels(own)));
        }
        Value::Object(value)
    });
    let criteria: Vec<Value> = criteria.collect();
    let actions = summary.frequent_actions(definition).into_iter();
    let actions: Vec<Value> = actions.map(|(action, rows)| json!({ "action": action.id, "rows": rows })).collect();
    let benchmarks = summary.benchmarks(definition).into_iter();
    let benchmarks: Vec<Value> = benchmarks.map(|(of, rows)| json!({ "id": of.id, "rows": rows })).collect();
    let groups = definition.groups.iter().zip(&summary.groups).map(|(group, of)| {
        let mut value = scores(of);
        value.insert("id".to_owned(), json!(group.id));
        Value::Object(value)
    });
    let groups: Vec<Value> = groups.collect();
    let mut value = json!({
        "rows": summary.rows,
        "open": summary.open,
        "levels": levels(&summary.levels),
        "overall": scores(&summary.overall),
        "criteria": criteria,
        "planned": summary.planned,
        "first_actions": actions,
        "benchmarks": benchmarks,
    });
    if !groups.is_empty() {
        value["groups"] = json!(groups);
    }
    value
}

fn scores(scores: &Distribution) -> Map<String, Value> {
    let score = |tenths: Option<u16>| json!(tenths.and_then(Score::from_tenths));
    let figures = [
        ("rows", json!(scores.count())),
        ("mean", score(scores.mean())),
        ("q1", score(scores.quartile(1))),
        ("median", score(scores.quartile(2))),
        ("q3", score(scores.quartile(3))),
    ];
    figures.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}
