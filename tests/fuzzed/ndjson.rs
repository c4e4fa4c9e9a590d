//! Tables of NDJSON: each line comes out as a reader of JSON and one score after another make of it, in whatever way it comes.

use std::collections::HashMap;

use cxm::answers::Answer;
use cxm::definition::Profile;
use cxm::mapping::Cells;
use cxm::mapping::map::Map;
use cxm::score::Scheme;
use serde_json::value::RawValue;

use super::desk;
use super::tables::{Kind, WHOLE, results, unjudged, way};
use crate::batch_law::scores;

pub fn law(bytes: &[u8]) {
    let Some((way, lines)) = way(bytes) else { return };
    // Which of several cells a refusal names may depend on the way.
    assert_eq!(results(desk(), lines, Kind::Ndjson, way).ok(), results(desk(), lines, Kind::Ndjson, WHOLE).ok());
    let Ok(plain) = unjudged(desk(), lines, Kind::Ndjson, way) else { return };
    let definition = &desk()[0];
    if lines.split(|byte| *byte == b'\n').any(asks) {
        return;
    }
    let (cells, scheme) = (Cells::new(desk(), &Map::default()), Scheme::compile(definition, &Profile::default()));
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.rows.as_bytes()).into_records();
    let lines = lines.split(|byte| *byte == b'\n');
    for (_, line) in (1u64..).zip(lines).filter(|(number, _)| plain.rejects.iter().all(|(row, _)| row != number)) {
        let answers = answers(line, &cells);
        if answers.iter().all(|answer| *answer == Answer::Unanswered) {
            // It says nothing at all.
            continue;
        }
        let row: Vec<String> = rows.next().unwrap().unwrap().iter().map(str::to_owned).collect();
        let expected = scores(definition, &scheme, &answers).unwrap();
        assert_eq!(row[row.len() - expected.len()..], expected, "{}", String::from_utf8_lossy(line));
    }
    assert!(rows.next().is_none());
}

type Object<'a> = HashMap<String, &'a RawValue>;

/// Whether a line may have a question in other words than its id, which the law of headers is about; so it may in markup.
fn asks(line: &[u8]) -> bool {
    if line.iter().any(|byte| matches!(byte, b'<' | b'&')) {
        return true;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let line = letters(&String::from_utf8_lossy(line));
    desk()
        .iter()
        .flat_map(|definition| definition.questions())
        .any(|(_, question)| line.contains(&letters(&question.text)))
}

/// What a line answers.
fn answers(line: &[u8], cells: &Cells) -> Vec<Answer> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let object: Object<'_> = match line.trim_ascii().is_empty() {
        true => HashMap::new(),
        false => serde_json::from_slice(line).unwrap(),
    };
    let nested: Object<'_> =
        object.get("answers").map(|of| serde_json::from_str(of.get()).unwrap()).unwrap_or_default();
    let questions = desk()[0].questions().map(|(_, question)| question.id.clone());
    let answer = |(at, id)| {
        let json = nested.get(&id).or_else(|| object.get(&id))?.get();
        let text = if json == "null" { String::new() } else { serde_json::from_str(json).unwrap_or(json.to_owned()) };
        Some(cells.read(at, &text).unwrap())
    };
    questions.enumerate().map(|question| answer(question).unwrap_or_default()).collect()
}
