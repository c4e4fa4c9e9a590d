//! The rules: their table, their descriptions and their fixtures agree, and each is found where its fixture says.
//!
//! `tests/rules/<id>/` holds a file in which the rule is found, and one in which nothing is. A line on which something is
//! found ends with `# <- <id>`; nothing else may be found in the file, with every rule asked for. A definition is
//! `bad.toml`, its translations are beside it, and one may stand alone; an answer set, to the definition `tests/rules/base.toml`, is
//! `bad.answers.toml`. Where there is a `before.toml`, it is what the definition was.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cxm::check::registry::{self, Finds, REGISTRY, rules};
use cxm::check::{Severities, Target, check, check_alone};
use cxm::diagnostic::{Finding, Group, Severity, Source, render};
use cxm::document::{Document, Syntax};
use cxm::impact::Comparison;
use cxm::{answers, definition};

use crate::program::root;

fn folder() -> PathBuf {
    root().join("tests/rules")
}

/// The file at `path` under its own name alone, so that snapshots are the same everywhere.
fn source(path: &Path) -> Arc<Source> {
    let name = path.file_name().unwrap().to_str().unwrap();
    Arc::new(match String::from_utf8(fs::read(path).unwrap()) {
        Ok(text) => Source::new(name, text),
        Err(error) => {
            let (at, text) = (error.utf8_error().valid_up_to(), String::from_utf8_lossy(error.as_bytes()));
            Source::unreadable(name, text, at..at, "this file is not UTF-8 text")
        }
    })
}

/// Every group that is not reported by default, asked for.
pub fn every_rule() -> Severities {
    let mut severities = Severities::default();
    for group in Group::ALL.into_iter().filter(|group| group.severity() == Severity::Allow) {
        severities.set(Target::Group(group), Severity::Warn, format!("`--warn {}`", group.name()));
    }
    severities
}

/// The files of a fixture, `bad` or `good`: the definition or the answer set first.
fn files(rule: &str, which: &str) -> Vec<Arc<Source>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder().join(rule))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&format!("{which}.")))
        .collect();
    paths.sort_by_key(|path| (path.to_str().unwrap().len(), path.clone()));
    paths.iter().map(|path| source(path)).collect()
}

/// What is found in a fixture, `bad` or `good`.
pub fn found(rule: &str, which: &str) -> Vec<Finding> {
    let files = files(rule, which);
    assert!(!files.is_empty(), "there is no `{which}` for `{rule}`");
    if files[0].name().ends_with(".answers.toml") {
        return in_answers(&files[0]);
    }
    let before = folder().join(rule).join("before.toml");
    if before.exists() {
        return since(&source(&before), &files[0]);
    }
    if files[0].name().ends_with(".ja.toml") {
        return check_alone(&files[0], &every_rule());
    }
    check(&files[0], &files[1..], &every_rule())
}

/// What is found in a definition beside the one that it was.
fn since(before: &Arc<Source>, after: &Arc<Source>) -> Vec<Finding> {
    let document = Document::parse(after, Syntax::Toml).unwrap();
    let (before, after) = (definition::read(before).0.unwrap(), definition::read_document(&document).0.unwrap());
    Comparison::new(&before, &after).unraised_version(&document).into_iter().collect()
}

fn in_answers(source: &Arc<Source>) -> Vec<Finding> {
    let base = definition::read(&self::source(&folder().join("base.toml"))).0.unwrap();
    let document = match Document::parse(source, Syntax::Toml) {
        Ok(document) => document,
        Err(findings) => return findings,
    };
    match answers::assessment_of(&document) {
        Some("base" | "other") => answers::read(&document, &base).1,
        id => vec![answers::unknown_assessment(&document, id, &["base", "other"])],
    }
}

/// The file, line and rule of each mark.
fn marks(files: &[Arc<Source>]) -> Vec<(String, usize, String)> {
    let mut marks = Vec::new();
    for file in files {
        for (at, line) in file.text().lines().enumerate() {
            let rules = line.split_once("# <- ").map(|(_, rules)| rules.split(", ")).into_iter().flatten();
            marks.extend(rules.map(|rule| (file.name().to_owned(), at + 1, rule.to_owned())));
        }
    }
    marks.sort();
    marks
}

/// A rule as it stands in the source.
struct Declared {
    id: String,
    file: String,
    name: String,
}

/// Every rule that the source declares, outside of tests, sorted by id.
fn declarations() -> Vec<Declared> {
    let mut found = Vec::new();
    for path in crate::tidy::files(&root().join("src"), ".rs") {
        let file = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        for (at, _) in text.match_indices(": Rule = Rule {") {
            let name = text[..at].rsplit_once(" static ").unwrap().1.to_owned();
            let id = text[at..].split('"').nth(1).unwrap().to_owned();
            found.push(Declared { id, file: file.clone(), name });
        }
    }
    found.sort_by(|a, b| a.id.cmp(&b.id));
    found
}

#[test]
fn folder_table_and_fixtures_agree() {
    let table: Vec<String> = rules().map(|rule| rule.id.to_owned()).collect();
    let names = |path: PathBuf| -> Vec<String> {
        let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.collect();
        names.sort();
        names
    };
    let declared: Vec<String> = declarations().into_iter().map(|declared| declared.id).collect();
    assert_eq!(declared, table, "what `src/` declares is the table, sorted");
    let fixtures: Vec<String> = names(folder()).into_iter().filter(|name| !name.contains('.')).collect();
    assert_eq!(fixtures, table, "tests/rules is the table");
    assert!(table.iter().all(|id| definition::is_id(id)));
    let unique: BTreeSet<&String> = table.iter().collect();
    assert_eq!(unique.len(), table.len());
}

#[test]
fn every_rule_is_described() {
    for rule in rules() {
        for text in [rule.summary, rule.why] {
            assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", rule.id);
        }
        assert!(rule.bad != rule.good, "{}", rule.id);
        let parses = |text: &str| Document::parse(&Arc::new(Source::new("excerpt", text)), Syntax::Toml).is_ok();
        assert!(parses(rule.good), "{}: {}", rule.id, rule.good);
        assert_eq!(parses(rule.bad), !["syntax", "duplicate-key"].contains(&rule.id), "{}: {}", rule.id, rule.bad);
        assert_eq!(registry::find(rule.id).map(|rule| rule.id), Some(rule.id));
    }
    for (rule, finds) in REGISTRY {
        if rule.group == Group::Reading || rule.group == Group::Notice {
            assert!(matches!(finds, Finds::Reading), "{} is found by reading", rule.id);
        }
    }
}

/// A lint is a file of its own that is named after it and begins with it; a rule of reading stands in `rules.rs` beside
/// the readers, under its own name.
#[test]
fn every_rule_stands_in_its_place() {
    for (Declared { id, file, name }, (_, finds)) in declarations().iter().zip(REGISTRY) {
        let snake = id.replace('-', "_");
        if *file == format!("src/check/rules/{snake}.rs") {
            assert_eq!(name, "RULE", "{id}");
            let text = fs::read_to_string(root().join(file)).unwrap();
            assert!(text.starts_with(&format!("//! `{id}`: ")), "{file}");
        } else {
            assert!(matches!(finds, Finds::Reading), "{id} is in {file}");
            assert!(file.ends_with("/rules.rs"), "{id} is in {file}");
            assert_eq!(*name, snake.to_uppercase());
        }
    }
}

#[test]
fn each_is_found_where_its_fixture_says_and_nothing_else_is() {
    for rule in rules() {
        let files = files(rule.id, "bad");
        let mut lines: Vec<(String, usize, String)> = found(rule.id, "bad")
            .iter()
            .map(|finding| (finding.source.name().to_owned(), finding.position().line, finding.rule.id.to_owned()))
            .collect();
        lines.sort();
        assert_eq!(lines, marks(&files), "{}", rule.id);
        assert!(lines.iter().any(|(.., id)| id == rule.id), "{} is not found", rule.id);
    }
}

#[test]
fn nothing_is_found_where_it_is_mended() {
    for rule in rules() {
        let findings = found(rule.id, "good");
        assert!(findings.is_empty(), "{}: {}", rule.id, render(&findings, 100));
    }
}

#[test]
fn each_reads_well() {
    for rule in rules() {
        let page = anstream::adapter::strip_str(&render(&found(rule.id, "bad"), 100)).to_string();
        insta::assert_snapshot!(rule.id, page.trim_end());
    }
}
