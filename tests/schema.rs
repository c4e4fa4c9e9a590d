//! `cxm schema`: what is bundled and shown fits the schemas, and schemas and readers know the same keys, types and bounds.

use std::collections::BTreeSet;
use std::sync::Arc;

use cxm::answers;
use cxm::check::{Severities, check};
use cxm::definition::{self, Definition, bundled};
use cxm::diagnostic::{Finding, Severity, Source};
use cxm::document::{self, Document, Node, Syntax};
use cxm::schema;
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Value, json};

use crate::program::{root, run};

/// A kind of file: its schema, a file that has every key, and how it is read.
struct Kind {
    schema: Value,
    complete: Value,
    read: fn(&Value) -> Vec<Finding>,
}

fn kinds() -> [Kind; 3] {
    let kind = |schema: &str, file: &str, read| Kind {
        schema: serde_json::from_str(schema).unwrap(),
        complete: value(&parse(&std::fs::read_to_string(root().join("tests/schema").join(file)).unwrap()).root),
        read,
    };
    [
        kind(schema::DEFINITION, "complete.toml", |value| {
            check(&source("complete.toml", &toml(value)), &[], &Severities::default())
        }),
        kind(schema::TRANSLATION, "complete.ja.toml", |value| {
            definition::translate(&complete(), &source("complete.ja.toml", &toml(value))).1
        }),
        kind(schema::ANSWERS, "answers.toml", |value| answers::read(&parse(&toml(value)), &complete()).1),
    ]
}

fn complete() -> Definition {
    let text = std::fs::read_to_string(root().join("tests/schema/complete.toml")).unwrap();
    definition::read(&source("complete.toml", &text)).0.unwrap()
}

fn source(name: &str, text: &str) -> Arc<Source> {
    Arc::new(Source::new(name, text))
}

fn parse(text: &str) -> Document {
    Document::parse(&source("file", text), Syntax::detect(text)).unwrap()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::new(schema).unwrap()
}

/// What a file holds, as a schema sees it. A date is a string, as it is to Taplo.
fn value(node: &Node) -> Value {
    match &node.value {
        document::Value::String(text) | document::Value::Datetime(text) => json!(text),
        document::Value::Integer(integer) => json!(integer),
        document::Value::Decimal(text) => serde_json::from_str(text).unwrap(),
        document::Value::Boolean(boolean) => json!(boolean),
        document::Value::Array(items) => items.iter().map(value).collect(),
        document::Value::Table(entries) => {
            entries.iter().map(|entry| (entry.key.clone(), value(&entry.node))).collect()
        }
        document::Value::Null => Value::Null,
    }
}

/// The same as TOML, every table inline.
fn toml(value: &Value) -> String {
    let pairs = value.as_object().unwrap().iter().map(|(key, value)| format!("{} = {}\n", json!(key), inline(value)));
    pairs.collect()
}

fn inline(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{} = {}", json!(key), inline(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

#[track_caller]
fn valid(schema: &Value, instance: &Value, what: &str) {
    let errors: Vec<String> =
        validator(schema).iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {}", errors.join("\n"));
}

#[test]
fn what_is_bundled_and_shown_fits_its_schema() {
    let [definition, translation, answers] = kinds();
    for bundled in bundled::BUNDLED {
        valid(&definition.schema, &value(&parse(bundled.toml).root), bundled.id);
        for (language, text) in bundled.translations {
            valid(&translation.schema, &value(&parse(text).root), language);
        }
    }
    let result = schema::result(cxm::words::Lang::EN).unwrap();
    assert!(!validator(&result).is_valid(&json!({ "schema": "cxm.result/1" })));
    for name in crate::examples::answers() {
        let name = name.as_str();
        let document = parse(&std::fs::read_to_string(root().join(name)).unwrap());
        let instance = value(&document.root);
        valid(&answers.schema, &instance, name);
        let base = bundled::find(answers::assessment_of(&document).unwrap()).unwrap();
        let base = definition::read(&source("base", base.toml)).0.unwrap();
        valid(&schema::answers(&base, cxm::words::Lang::EN).unwrap(), &instance, name);
        for command in ["score", "plan"] {
            let shown = serde_json::from_str(&run(&[command, name, "-f", "json"]).stdout).unwrap();
            valid(&result, &shown, name);
        }
    }
}

#[test]
fn the_files_with_every_key_are_read_without_errors_and_fit() {
    for kind in kinds() {
        let mut findings = (kind.read)(&kind.complete);
        findings.retain(|finding| finding.severity == Severity::Deny);
        assert!(findings.is_empty(), "{findings:?}");
        valid(&kind.schema, &kind.complete, "complete");
        let mut keys = BTreeSet::new();
        places(&kind.complete, "", &mut |path, _| keys.extend(path.rsplit('/').next().map(str::to_owned)));
        let named = properties(&kind.schema);
        assert!(named.is_subset(&keys), "not in the file: {:?}", named.difference(&keys));
    }
}

/// Every key that a schema names.
fn properties(schema: &Value) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    places(schema, "", &mut |path, value| {
        if path.ends_with("/properties") && !path.ends_with("/properties/properties") {
            named.extend(value.as_object().unwrap().keys().cloned());
        }
    });
    named
}

/// Calls `visit` with the path (a JSON pointer) and value of `value` and all that is in it.
fn places(value: &Value, path: &str, visit: &mut dyn FnMut(&str, &Value)) {
    visit(path, value);
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| places(item, &format!("{path}/{at}"), visit));
        }
        Value::Object(pairs) => pairs.iter().for_each(|(key, item)| places(item, &format!("{path}/{key}"), visit)),
        _ => {}
    }
}

/// Every word in quotes in the code that reads: each key that a reader asks for is one of them.
fn words() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for folder in ["src/definition", "src/answers", "src/check"] {
        crate::tidy::files(&root().join(folder), ".rs").iter().for_each(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            let is_key = |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            words.extend(text.split('"').filter(is_key).map(str::to_owned));
        });
    }
    words
}

#[test]
fn schemas_and_readers_know_the_same_keys() {
    let words = words();
    assert!(words.contains("criteria_in_place") && words.contains("excluded"));
    for kind in kinds() {
        let validator = validator(&kind.schema);
        let mut tables = Vec::new();
        places(&kind.complete, "", &mut |path, value| tables.extend(value.is_object().then(|| path.to_owned())));
        for path in tables {
            let table = kind.complete.pointer(&path).unwrap().as_object().unwrap();
            for word in words.iter().filter(|word| !table.contains_key(*word)) {
                let mut changed = kind.complete.clone();
                changed.pointer_mut(&path).unwrap()[word] = json!(true);
                let unknown_to_schema = validator.iter_errors(&changed).any(|error| {
                    use ValidationErrorKind::{AdditionalProperties, AnyOf};
                    error.instance_path().as_str() == path
                        && matches!(error.kind(), AdditionalProperties { .. } | AnyOf { .. })
                });
                let unknown_to_reader = (kind.read)(&changed).iter().any(|finding| finding.rule.id == "unknown-key");
                assert_eq!(unknown_to_reader, unknown_to_schema, "`{word}` in {path}");
            }
        }
    }
}

/// What is wrong with a key or a value by itself, and not with how the parts of a file fit together.
const BY_ITSELF: [&str; 5] = ["invalid-id", "missing-key", "out-of-range", "unknown-key", "wrong-type"];

#[test]
fn schemas_and_readers_refuse_the_same_hostile_variants() {
    let hostile = [
        json!(true),
        json!(-1),
        json!(1.5),
        json!(100_000),
        json!(""),
        json!("Not An Id"),
        json!("x".repeat(10_001)),
        json!([]),
        json!([7]),
        json!({}),
        json!({ "x": [] }),
    ];
    let mut refused = 0;
    for kind in kinds() {
        let validator = validator(&kind.schema);
        let mut variants = Vec::new();
        places(&kind.complete, "", &mut |path, _| {
            let Some((parent, key)) = path.rsplit_once('/') else { return };
            for value in &hostile {
                let mut changed = kind.complete.clone();
                *changed.pointer_mut(path).unwrap() = value.clone();
                variants.push((format!("{path} = {value:.20}"), changed));
            }
            let mut changed = kind.complete.clone();
            if let Some(table) = changed.pointer_mut(parent).unwrap().as_object_mut() {
                table.remove(key);
                variants.push((format!("{path} is missing"), changed));
            }
        });
        for (what, variant) in variants {
            let fits = validator.is_valid(&variant);
            // A translation of what there is not is only a warning, and is looked at no further.
            let is_error =
                |finding: &Finding| finding.severity == Severity::Deny || finding.rule.id == "orphaned-translation";
            let errors = (kind.read)(&variant).into_iter().filter(is_error);
            let errors: Vec<(&str, String)> = errors.map(|finding| (finding.rule.id, finding.message)).collect();
            if !fits {
                refused += 1;
                assert!(!errors.is_empty(), "only the schema refuses {what}");
            } else {
                let by_itself: Vec<_> = errors.iter().filter(|(rule, _)| BY_ITSELF.contains(rule)).collect();
                assert!(by_itself.is_empty(), "the schema takes {what}: {by_itself:?}");
            }
        }
    }
    assert!(refused > 1_000, "{refused}");
}

#[test]
fn answers_to_one_assessment_are_held_to_its_questions() {
    let ran = run(&["schema", "answers", "--assessment", "cx-maturity"]);
    let validator = validator(&serde_json::from_str(&ran.stdout).unwrap());
    let fits = |key: &str, answer: Value| validator.is_valid(&json!({ "answers": { key: answer } }));
    assert!(fits("skills-path", json!(3)) && fits("staffing-balance", json!("n/a")));
    assert!(!fits("skills-path", json!(0)) && !fits("skils-path", json!(3)));
    assert!(!fits("skills-training", json!("n/a")), "this question always applies");
}

#[test]
fn each_schema_is_printed() {
    for (what, schema) in [
        ("definition", schema::DEFINITION.to_owned()),
        ("translation", schema::TRANSLATION.to_owned()),
        ("answers", schema::ANSWERS.to_owned()),
        ("result", format!("{:#}\n", schema::result(cxm::words::Lang::EN).unwrap())),
    ] {
        let ran = run(&["schema", what]);
        assert_eq!((ran.code, ran.stdout, ran.stderr.as_str()), (0, schema, ""), "{what}");
    }
    insta::assert_snapshot!(run(&["schema", "result", "-a", "cx-maturity"]).page());
    insta::assert_snapshot!(run(&["schema", "answer"]).page());
}

/// Runs `npx @taplo/cli`, which needs Node: `cargo test --test integration taplo -- --ignored`, as `.ci/run` does.
#[test]
#[ignore = "needs Node and the npm registry; .ci/run runs it"]
fn taplo_accepts_what_is_bundled_and_refuses_what_is_not_right() {
    let lint = |folder: &std::path::Path| {
        let taplo = ["--yes", "@taplo/cli@0.7.0", "lint", "--config", ".taplo.toml"];
        let files = ["assessments/*.toml", "examples/answers/**/*.toml"];
        std::process::Command::new("npx").current_dir(folder).args(taplo).args(files).output().unwrap()
    };
    let passed = lint(root());
    let said = String::from_utf8_lossy(&passed.stderr);
    assert!(passed.status.success() && said.contains("found files"), "{said}");

    let copy = tempfile::tempdir().unwrap();
    for folder in ["assessments/schema", "examples/answers"] {
        std::fs::create_dir_all(copy.path().join(folder)).unwrap();
    }
    let put = |name: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(root().join(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        std::fs::write(copy.path().join(name), text.replacen(from, to, 1)).unwrap();
    };
    put(".taplo.toml", "", "");
    put("assessments/schema/definition.json", "", "");
    put("assessments/schema/translation.json", "", "");
    put("assessments/schema/answers.json", "", "");
    put("assessments/cx-maturity.toml", "effort_unit", "efort_unit");
    put("assessments/cx-maturity.ja.toml", "\ntitle = ", "\nname = ");
    put("examples/answers/riser.toml", "[answers]", "[answers]\nx = -1");
    let refused = lint(copy.path());
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(!refused.status.success(), "{said}");
    for place in ["efort_unit", "'name' was unexpected", "riser.toml"] {
        assert!(said.contains(place), "no {place} in {said}");
    }
}
