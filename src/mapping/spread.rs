//! What JSON says of numbers beside the rows, such as a codebook or a scale, as the rows of a table that says the same.
//!
//! A number stands before its text, and what both belong to behind them: `{"q1": {"1": "never"}}` and
//! `[{"id": "q1", "options": [{"value": 1, "label": "never"}]}]` give `1,never,q1`.

use serde_json::{Map, Value};

use super::attributes::{Attribute, attribute, is_figure, is_turning, says_better, says_turned, words};
use super::legend::{legend, turns_round};
use super::likeness::plain;
use super::neutral::is_of;

/// How much JSON is looked at, and how many rows it gives at most.
const LONG: usize = 16 << 20;
const ROWS: usize = 1 << 16;
/// How long a text is at most that stands with others in one cell, and how many these are.
const SHORT: usize = 48;
const FEW: usize = 12;
/// Keys of what holds for all questions.
const GENERAL: &str = "scale scales scaling rating ratings likert score scores scoring points range legend default defaults all common value values \
    label labels anchor anchors option options choice choices answer answers codes key keys 尺度 凡例 評価";
/// Keys of the ends of a scale, beside those that columns have too.
const FIRST: &str = "from start";
const LAST: &str = "to end";
/// Keys of the words at the ends of a scale.
const LABELS: &str = "label labels text texts caption description anchor word words";
/// Values by which something is not so.
const NOT: &str = "false no none null never 0 n na n/a normal nein non いいえ なし";

/// What stands under `key`, as rows with numbers; `names` tells what is the name of a question.
pub(crate) fn spread(key: &str, json: &str, names: &dyn Fn(&str) -> bool) -> Vec<(u64, Vec<String>)> {
    let mut spread = Spread { names, row: 0, rows: Vec::new(), path: vec![key.to_owned()] };
    if json.len() <= LONG {
        // What is no JSON stands in a cell.
        spread.member(&serde_json::from_str(json).unwrap_or_else(|_| json.into()));
    }
    spread.rows
}

/// Whether a cell below this header is JSON, or says that numbers are turned round.
pub(crate) fn is_spread(header: &str, cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with(['{', '[']) || !cell.is_empty() && (is_turning(header) || says_better(header))
}

/// What members that are no objects and no arrays say together, and their keys: the ends of a scale, and the words there.
pub(crate) fn together(members: &[(String, String)]) -> (String, Vec<(u64, Vec<String>)>) {
    let plain = |(key, json): &(String, String)| Some((key.clone(), serde_json::from_str(json).ok()?));
    let plain = members.iter().filter(|(_, json)| !json.starts_with(['{', '['])).filter_map(plain);
    let members: Map<String, Value> = plain.collect();
    let key = members.keys().map(String::as_str).collect::<Vec<_>>().join(" ");
    let mut spread = Spread { names: &|_| false, row: 0, rows: Vec::new(), path: vec![key.clone()] };
    spread.ends(ends(&members), false);
    spread.labels(&members);
    (key, spread.rows)
}

struct Spread<'n> {
    names: &'n dyn Fn(&str) -> bool,
    row: u64,
    rows: Vec<(u64, Vec<String>)>,
    /// The keys that lead here.
    path: Vec<String>,
}

impl Spread<'_> {
    fn put(&mut self, cells: &[&str]) {
        if self.rows.len() < ROWS {
            let behind = self.path[1..].iter().rev().map(String::as_str);
            self.rows.push((self.row, cells.iter().copied().chain(behind).map(str::to_owned).collect()));
        }
    }

    /// What stands under the last key.
    fn member(&mut self, value: &Value) {
        let key = self.path.last().map(|key| words(key)).unwrap_or_default();
        let is_turned = match value {
            Value::String(text) => says_turned(&key, text),
            Value::Number(number) => says_turned(&key, &number.to_string()),
            _ => false,
        };
        if is_turned || is_turning(&key) && is_true(value) {
            self.row += 1;
            return self.put(&["reverse scored"]);
        }
        match value {
            Value::Bool(is) => {
                let turned = if *is { key } else { key.replace("higher", "lower") };
                if turns_round(&turned) && (*is || turned.contains("lower")) {
                    self.row += 1;
                    self.put(&[&turned]);
                }
            }
            Value::String(text) => self.text(text, &key),
            Value::Array(items) => self.list(items),
            Value::Object(members) => self.object(members),
            Value::Null | Value::Number(_) => {}
        }
    }

    fn text(&mut self, text: &str, key: &str) {
        self.row += 1;
        // What a range is of is said by its key.
        match text.trim().starts_with(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic) {
            true => self.put(&[&format!("{key} {}", text.replace("...", "-").replace("..", "-"))]),
            false => self.put(&[&text.replace('_', " ")]),
        }
    }

    fn list(&mut self, items: &[Value]) {
        let codes: Option<Vec<(i64, Vec<&str>)>> = items.iter().map(|item| self.code(item.as_object()?)).collect();
        match codes {
            Some(codes) => self.codes(codes),
            None => {
                let ends = items.iter().map(Value::as_i64).collect::<Option<Vec<i64>>>().unwrap_or_default();
                self.ends([ends.iter().min().copied(), ends.iter().max().copied()], false);
                items.iter().filter(|item| !item.is_number()).for_each(|item| self.member(item));
            }
        }
    }

    fn object(&mut self, members: &Map<String, Value>) {
        let numbered = members.iter().map(|(key, value)| Some((key.trim().parse().ok()?, texts(value))));
        if let Some(codes) = numbered.collect::<Option<Vec<(i64, Vec<&str>)>>>().filter(|codes| !codes.is_empty()) {
            return self.codes(codes);
        }
        if let Some(code) = self.code(members) {
            return self.codes(vec![code]);
        }
        // Its own name goes for all that it says.
        let own: Vec<String> =
            members.values().filter_map(Value::as_str).filter(|text| (self.names)(text)).map(str::to_owned).collect();
        let depth = self.path.len();
        self.path.extend(own);
        // Beside a mean, they are those of what was answered.
        self.ends(ends(members), self.path.len() > depth && !members.keys().any(|key| is_figure(key)));
        self.labels(members);
        let ends: Vec<String> =
            members.iter().filter_map(|(key, value)| Some(format!("{} = {}", value.as_i64()?, words(key)))).collect();
        if ends.len() == members.len() && ends.len() <= FEW {
            self.row += 1;
            self.put(&[&ends.join(", ")]);
        }
        let by_question = members.keys().any(|key| (self.names)(key));
        for (key, value) in members {
            // What is said of one question beside others says nothing of these.
            if !by_question || (self.names)(key) || is_general(key) {
                self.path.push(key.clone());
                self.member(value);
                self.path.pop();
            }
        }
        self.path.truncate(depth);
    }

    /// A number and the texts that belong to it, if an object is no more, and none is the name of a question.
    fn code<'m>(&self, members: &'m Map<String, Value>) -> Option<(i64, Vec<&'m str>)> {
        let mut numbers = members.values().filter_map(number);
        let number = numbers.next().filter(|_| numbers.next().is_none())?;
        let texts: Vec<&str> =
            members.values().filter(|value| self::number(value).is_none()).flat_map(|value| texts(value)).collect();
        (!texts.is_empty() && !texts.iter().any(|text| (self.names)(text))).then_some((number, texts))
    }

    /// Numbers, each with its texts.
    fn codes(&mut self, mut codes: Vec<(i64, Vec<&str>)>) {
        codes.sort_by_key(|(number, _)| *number);
        let words = |text: &&&str| text.chars().count() <= SHORT && !text.contains(|c: char| c.is_ascii_digit());
        let short: Vec<String> = codes
            .iter()
            .filter_map(|(number, texts)| Some(format!("{number} = {}", texts.iter().find(words)?)))
            .collect();
        if (2..=FEW).contains(&short.len()) {
            self.row += 1;
            self.put(&[&short.join(", ")]);
        }
        for (number, texts) in codes {
            self.row += 1;
            let number = number.to_string();
            texts.into_iter().for_each(|text| self.put(&[&number, text]));
        }
    }

    /// The ends of a scale, if they are those of a question, or the keys speak of one.
    fn ends(&mut self, [least, greatest]: [Option<i64>; 2], of_question: bool) {
        let is_scale = of_question || self.path.iter().any(|key| is_general(key));
        let said = match (least, greatest) {
            (Some(least), Some(greatest)) => format!("scale {least} - {greatest}"),
            (None, Some(greatest)) if of_question => format!("scale max {greatest}"),
            _ => return,
        };
        if is_scale {
            self.row += 1;
            self.put(&[&said]);
        }
    }

    /// The words at both ends of a scale, if the least is the good one.
    fn labels(&mut self, members: &Map<String, Value>) {
        let label = |end: Attribute| {
            let is_label = |key: &str| {
                let words = words(key);
                let mut words = words.split_whitespace();
                words.clone().any(|word| is_end(word, end)) && words.any(|word| is_of(LABELS, word))
            };
            let (_, label) = members.iter().find(|(key, _)| is_label(key))?;
            texts(label).first().map(|text| plain(text))
        };
        if let (Some(low), Some(high)) = (label(Attribute::Least), label(Attribute::Greatest))
            && legend(&[(0, &low), (1, &high)]).is_some_and(|legend| legend.turned)
        {
            self.row += 1;
            self.put(&["lower is better"]);
        }
    }
}

/// The least and the greatest number of a scale, under keys that say so.
fn ends(members: &Map<String, Value>) -> [Option<i64>; 2] {
    [Attribute::Least, Attribute::Greatest]
        .map(|end| members.iter().filter(|(key, _)| is_end(key, end)).find_map(|(_, number)| number.as_i64()))
}

/// Whether a key is that of this end of a scale.
fn is_end(key: &str, end: Attribute) -> bool {
    is_of(if end == Attribute::Least { FIRST } else { LAST }, &plain(key)) || attribute(key) == Some(end)
}

fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// A text, or the texts of an object, such as those of languages.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn is_general(key: &str) -> bool {
    words(key).split_whitespace().any(|word| is_of(GENERAL, word))
}

/// Whether a text says yes, or names something.
fn says_yes(text: &str) -> bool {
    let folded = plain(text);
    folded.contains(char::is_alphanumeric) && !is_of(NOT, &folded)
}

/// Whether a value says yes, or names something.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is) => *is,
        Value::Number(number) => number.as_i64() != Some(0),
        Value::String(text) => says_yes(text),
        Value::Array(items) => items.iter().any(is_true),
        Value::Object(members) => members.values().any(is_true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(key: &str, json: &str) -> String {
        let rows = spread(key, json, &|text| text.starts_with('q'));
        rows.iter().map(|(row, cells)| format!("{row}:{}", cells.join(","))).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn codes_and_scales_become_rows() {
        for (key, json, rows) in [
            ("scale", r#""1 = best, 5 = worst""#, "1:1 = best, 5 = worst"),
            ("scale", r#""1..5""#, "1:scale 1-5"),
            ("page", r#""1-50""#, "1:page 1-50"),
            ("scale", r#"{"min": 1, "max": 5}"#, "1:scale 1 - 5 | 2:5 = max, 1 = min"),
            ("paging", r#"{"from": 1, "to": 50, "next": null}"#, ""),
            ("ends", r#"{"best": 1, "worst": 5}"#, "1:1 = best, 5 = worst"),
            ("anchors", r#"{"5": "bad", "1": "good"}"#, "1:1 = good, 5 = bad | 2:1,good | 3:5,bad"),
            ("codes", r#"{"q1": {"1": "a 1", "2": "b 2"}, "sex": {"1": "m"}}"#, "1:1,a 1,q1 | 2:2,b 2,q1"),
            (
                "questions",
                r#"[{"id": "q1", "options": [{"value": 1, "label": {"en": "a 1", "ja": "い 1"}}]}]"#,
                "1:q1,id,q1 | 2:1,a 1,options,q1 | 2:1,い 1,options,q1",
            ),
            ("reversed", r#"["q1"]"#, "1:reverse scored"),
            ("reverseScored", "true", "1:reverse scored"),
            ("reversed", r#"[]"#, ""),
            ("higherIsBetter", "false", "1:lower is better"),
            ("higherIsBetter", "true", ""),
            ("lower_is_better", "true", "1:lower is better"),
            ("direction", r#""lower_is_better""#, "1:lower is better"),
            ("count", "3", ""),
            (
                "questions",
                r#"[{"id": "q1", "max": 10}, {"id": "q2", "min": 0, "max": 7}, {"id": "q3", "max": 4, "mean": 3.1}]"#,
                "1:scale max 10,q1 | 2:q1,id,q1 | 3:scale 0 - 7,q2 | 4:q2,id,q2 | 5:q3,id,q3",
            ),
            ("questions", r#"[{"id": "q1", "polarity": -1}]"#, "1:q1,id,q1 | 2:reverse scored,polarity,q1"),
            ("questions", r#"[{"id": "q1", "polarity": 1}]"#, "1:q1,id,q1"),
            ("questions", r#"[{"id": "q1", "recode": "6-x"}]"#, "1:q1,id,q1 | 2:reverse scored,recode,q1"),
            (
                "scale",
                r#"{"minLabel": "excellent", "maxLabel": "poor"}"#,
                "1:lower is better | 2:poor,maxLabel | 3:excellent,minLabel",
            ),
            ("reversed", "yes", "1:reverse scored"),
            ("reversed", "no", "1:no"),
        ] {
            assert_eq!(of(key, json), rows, "{key}: {json}");
        }
    }
}
