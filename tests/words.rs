//! The program's words: what each language has of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use unicode_width::UnicodeWidthStr as _;

use crate::program::{root, run};
use crate::tidy::files;

/// The names of the texts in the source of an area.
fn texts(source: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let tokens: Vec<TokenTree> = source.parse::<TokenStream>().unwrap().into_iter().collect();
    for at in 0..tokens.len().saturating_sub(2) {
        if tokens[at].to_string() == "texts"
            && let TokenTree::Group(table) = &tokens[at + 2]
        {
            let tokens: Vec<TokenTree> = table.stream().into_iter().collect();
            // Behind the head, each text ends as it does; before its name stand attributes, which are comments too.
            let mut entries = tokens.split(|token| token.to_string() == ";");
            entries.next();
            names.extend(entries.filter_map(|entry| {
                entry
                    .iter()
                    .find_map(|token| if let TokenTree::Ident(name) = token { Some(name.to_string()) } else { None })
            }));
        }
    }
    names
}

/// The texts of each area that has a file in a folder.
fn areas(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let files = files(folder, ".rs").into_iter();
    let areas = files.map(|path| {
        let area = path.file_stem().unwrap().to_string_lossy().into_owned();
        (area, texts(&std::fs::read_to_string(path).unwrap()))
    });
    areas.filter(|(area, _)| area != "mod").collect()
}

/// What English says and the language in this folder does not.
fn missing(folder: &Path) -> Vec<String> {
    let has = areas(folder);
    let name = folder.file_name().unwrap().to_string_lossy();
    let mut missing = Vec::new();
    for (area, texts) in areas(&root().join("src/words/en")) {
        let lacks = texts.into_iter().filter(|text| !has.get(&area).is_some_and(|texts| texts.contains(text)));
        missing.extend(lacks.map(|text| format!("{name}/{area}.rs: {text}")));
    }
    missing
}

/// The folders of languages.
fn languages() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("src/words")).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn no_language_lacks_a_text() {
    assert!(areas(&root().join("src/words/en")).values().map(BTreeSet::len).sum::<usize>() > 400, "texts are found");
    for language in languages() {
        assert_eq!(missing(&root().join("src/words").join(language)), [""; 0]);
    }
}

#[test]
fn every_language_is_one_of_the_program() {
    let spoken: Vec<&str> = cxm::words::Lang::ALL.iter().map(|lang| lang.tag()).collect();
    let mut sorted = spoken.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, languages());
}

#[test]
fn a_text_that_a_language_lacks_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("xx");
    std::fs::create_dir(&folder).unwrap();
    for path in files(&root().join("src/words/ja"), ".rs") {
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    assert_eq!(missing(&folder), [""; 0]);
    let path = folder.join("sql.rs");
    let text = std::fs::read_to_string(&path).unwrap();
    let left: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("summed:")).collect();
    std::fs::write(&path, left.join("\n")).unwrap();
    assert_eq!(missing(&folder), ["xx/sql.rs: summed"]);
    std::fs::remove_file(folder.join("report_sheets.rs")).unwrap();
    assert_eq!(missing(&folder).len(), 1 + areas(&root().join("src/words/en"))["report_sheets"].len());
}

/// The first run of English words in a text, apart from commands and what stands in quotes of code.
pub fn english(text: &str) -> Option<String> {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || c == '\'');
    text.lines().filter(|line| !line.contains("cxm ")).find_map(|line| {
        let outside: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" | ");
        let words: Vec<&str> = outside.split_whitespace().collect();
        words.windows(4).find(|words| words.iter().all(is_word)).map(|words| words.join(" "))
    })
}

#[test]
fn help_and_wrong_usage_are_japanese() {
    let commands =
        "assess score plan compare batch list show template check explain impact update sql new schema completions man";
    for command in commands.split(' ') {
        for help in ["--help", "-h"] {
            let page = run(&[command, help, "--lang", "ja"]).stdout;
            assert_eq!(english(&page), None, "{command} {help}\n{page}");
            assert!(page.contains("\n使い方: cxm ") && page.contains("\nオプション:"), "{page}");
            assert!(page.lines().all(|line| line.width() <= 80), "{command} {help}\n{page}");
        }
    }
    for wrong in [
        &["plan"][..],
        &["bacth"],
        &["plan", "x", "--buget", "3"],
        &["score", "a", "b"],
        &["check", "--format", "foo"],
        &["compare", "x"],
        &["plan", "x", "--budget"],
        &["plan", "x", "--budget", "1", "--to", "riser"],
        &["sql", "--from", "t"],
    ] {
        let ran = run(&[wrong, &["--lang", "ja"]].concat());
        assert_eq!((ran.code, english(&ran.stderr)), (2, None), "{}", ran.stderr);
        assert!(ran.stderr.contains("詳しくは '--help'"), "{}", ran.stderr);
    }
}
