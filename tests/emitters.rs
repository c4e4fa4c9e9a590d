//! Findings in every form: valid by the schemas that other tools go by, whatever is found.

use std::sync::Arc;

use cxm::check::registry::{find, rules};
use cxm::diagnostic::{Finding, Findings, Source, Unchecked, github, json, junit, sarif};
use serde_json::Value;

use crate::rules::found;

/// What is found in every `bad` fixture, and in a file that means harm.
fn findings() -> Vec<Finding> {
    let mut all: Vec<Finding> = rules().flat_map(|rule| found(rule.id, "bad")).collect();
    let text = "a = \"]]><script>&\u{1b}[2J\"\n応対 = 1";
    let mut hostile = Findings::new(Arc::new(Source::new("./<a b>,%:応対.toml", text)));
    let message = "`]]>`, `\"`, `'`, `&amp;` and\n::error::\u{fffe}";
    hostile
        .add(find("syntax").unwrap(), 4..text.len(), message)
        .help("100%")
        .related(0..1, "<here>")
        .fix(0..0, "\u{fffe}<");
    all.extend(hostile.into_sorted());
    all
}

/// A file that is not checked, and means harm.
fn unchecked() -> Vec<Unchecked> {
    vec![Unchecked { file: "./<a,b>:%\n::error::応対.toml".to_owned(), reason: "hidden" }]
}

fn sarif(findings: &[Finding]) -> String {
    sarif::render(findings, &rules().collect::<Vec<_>>(), &unchecked())
}

fn files(findings: &[Finding]) -> Vec<Arc<Source>> {
    let mut files: Vec<Arc<Source>> = vec![Arc::new(Source::new("clean.toml", ""))];
    for finding in findings {
        if !files.iter().any(|file| Arc::ptr_eq(file, &finding.source)) {
            files.push(Arc::clone(&finding.source));
        }
    }
    files
}

#[test]
fn sarif_is_valid_by_the_official_schema() {
    let mut schema: Value = serde_json::from_str(include_str!("schemas/sarif-2.1.0.json")).unwrap();
    // As published its pattern for languages is no regular expression, and nothing here has a language.
    for of in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][of]["properties"]["language"];
        assert!(language.as_object_mut().unwrap().remove("pattern").is_some());
    }
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    for findings in [findings(), Vec::new()] {
        let log: Value = serde_json::from_str(&sarif(&findings)).unwrap();
        let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let mut wrong: Value = serde_json::from_str(&sarif(&findings())).unwrap();
    wrong["runs"][0]["columnKind"] = "bytes".into();
    assert!(!validator.is_valid(&wrong), "the schema is not looked at");
}

#[test]
fn junit_is_valid_by_the_common_schema() {
    let schema = uppsala::parse(include_str!("schemas/junit-10.xsd")).unwrap();
    let validator = uppsala::XsdValidator::from_schema(&schema).unwrap();
    let errors = |xml: &str| validator.validate(&uppsala::parse(xml).unwrap());
    for findings in [findings(), Vec::new()] {
        let report = junit::render(&findings, &files(&findings), &unchecked());
        assert!(errors(&report).is_empty(), "{:#?}", errors(&report));
    }
    let wrong = junit::render(&findings(), &files(&findings()), &unchecked()).replace("classname=", "class=");
    assert!(!errors(&wrong).is_empty(), "the schema is not looked at");
}

#[test]
fn workflow_commands_stay_on_their_lines() {
    let findings = findings();
    let commands = github::render(&findings, &unchecked());
    assert_eq!(commands.lines().count(), findings.len() + 1);
    let begins = ["::error file=", "::warning file=", "::notice file="];
    assert!(commands.lines().all(|line| begins.iter().any(|begin| line.starts_with(begin))), "{commands}");
}

#[test]
fn every_form_tells_the_same_findings() {
    let findings = findings();
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule.id).collect();
    let ids = |list: &Value, key: &str| -> Vec<String> {
        list.as_array().unwrap().iter().map(|finding| finding[key].as_str().unwrap().to_owned()).collect()
    };
    let page: Value = serde_json::from_str(&json::render(&findings, &unchecked())).unwrap();
    assert_eq!(ids(&page["findings"], "rule"), rules);
    let log: Value = serde_json::from_str(&sarif(&findings)).unwrap();
    assert_eq!(ids(&log["runs"][0]["results"], "ruleId"), rules);
    let descriptors = &log["runs"][0]["tool"]["driver"]["rules"];
    for result in log["runs"][0]["results"].as_array().unwrap() {
        assert_eq!(
            descriptors[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]["id"],
            result["ruleId"]
        );
    }
    let report = junit::render(&findings, &files(&findings), &unchecked());
    assert_eq!(report.matches("<testcase ").count(), findings.len() + 2);
}
