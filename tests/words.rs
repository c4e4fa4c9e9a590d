//! The program's words: what each language has of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cxm::check::registry::{Finds, REGISTRY};
use proc_macro2::{TokenStream, TokenTree};
use serde_json::Value;
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

/// The texts between quotes in a source.
fn literals(tokens: TokenStream) -> Vec<String> {
    let of = |token| match token {
        TokenTree::Group(group) => literals(group.stream()),
        TokenTree::Literal(literal) => vec![literal.to_string()],
        _ => Vec::new(),
    };
    tokens.into_iter().flat_map(of).collect()
}

/// Backquotes are seen without spaces, and nearly all texts have none there.
#[test]
fn no_space_parts_japanese_from_what_is_in_backquotes() {
    let own = |c: char| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '々');
    let mut wrong = Vec::new();
    for path in files(&root().join("src/words/ja"), ".rs") {
        let source = std::fs::read_to_string(path).unwrap();
        for text in literals(source.parse().unwrap()) {
            let quotes: Vec<&str> = text.split('`').collect();
            let apart = |before: &str, after: &str| {
                before.strip_suffix(' ').is_some_and(|before| before.ends_with(own))
                    || after.strip_prefix(' ').is_some_and(|after| after.starts_with(own))
            };
            // What is in backquotes is every other part.
            if quotes.windows(3).step_by(2).any(|parts| apart(parts[0], parts[2])) {
                wrong.push(text);
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
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

/// Two English words side by side in a text that is said in Japanese, outside of what is quoted.
fn two_words(text: &str) -> Option<String> {
    let spoken: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
    let spoken: String = spoken.split('"').step_by(2).collect::<Vec<_>>().join("\"");
    let words: Vec<&str> = spoken.split(' ').collect();
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || c == ',');
    words.windows(2).find(|two| two.iter().all(|word| is_word(word))).map(|two| two.join(" "))
}

/// What is wrong in the syntax of a definition.
const SLIPS: [&str; 36] = [
    "a = [1\nb = 2\n",
    "a = \"x\nb = 1\n",
    "a = \"\"\"x\n",
    "// x\n",
    "---\n",
    "a: 1\n",
    "- x\n",
    "a b = 1\n",
    "a = 1,\n",
    "a = 60%\n",
    "a = none\n",
    "a = True\n",
    "a = 1,5\n",
    "a = 1,000\n",
    "a = 1.2.3\n",
    "a = { b = 1 c = 2 }\n",
    "a = [b = 1]\n",
    "a = [1; 2]\n",
    "a\u{3000}= 1\n",
    "a = “x”\n",
    "а = 1\n",
    "a = 1\rb = 2\n",
    "[ [a]]\n",
    "[[a]\nb = 1\n",
    "[a]]\nb = 1\n",
    "a = 1]\n",
    "a = \"x \"y\" z\"\n",
    "a = \"\\q\"\n",
    "a = \"one\ntwo\"\n",
    "[a]\nb = 1\n[a]\nb = 2\n",
    "[a]\nb = 1\n[[a]]\nb = 2\n",
    "[a.b]\nc = 1\n[[a]]\nd = 2\n",
    "<<<<<<< a\n=======\n>>>>>>> b\n",
    "a = \n",
    "a = 1 b = 2\n",
    "\"one\",\n\"two\"\n]\n",
];

/// Answers that are wrong in their syntax as JSON.
const JSON: [&str; 8] = [
    "{ \"a\": 1,, }",
    "{ \"a\": 1 \"b\" }",
    "{ \"a\": }",
    "{ \"a\": 1 } x",
    "{ \"a\": \"\\q\" }",
    "{ \"a\": \"x }",
    "{ 'a': 1 }",
    "{ \"a\": 1, \"a\": 2 }",
];

#[test]
fn what_is_wrong_with_a_file_is_said_in_japanese() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (at, slip) in SLIPS.iter().enumerate() {
        let path = folder.path().join(format!("slip-{at}.toml"));
        std::fs::write(&path, format!("schema = 1\n[[levels]]\n{slip}")).unwrap();
        files.push(path.to_str().unwrap().to_owned());
    }
    let rules = |ending: &str| files_of(&root().join("tests/rules"), ending);
    files.extend(rules("/bad.toml"));
    let mut arguments = vec!["check", "--lang", "ja", "-f", "json"];
    arguments.extend(files.iter().map(String::as_str));
    let ran = run(&arguments);
    let page: Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    let findings = page["findings"].as_array().unwrap();
    let mut said: Vec<String> = Vec::new();
    for finding in findings.iter().filter(|finding| finding["group"] == "reading") {
        let related = finding["related"].as_array().unwrap().iter().map(|related| &related["label"]);
        let texts = [&finding["message"], &finding["label"], &finding["help"]].into_iter().chain(related);
        said.extend(texts.filter_map(|text| text.as_str().map(str::to_owned)));
    }
    let mut answers = rules("/bad.answers.toml");
    for (at, text) in JSON.iter().enumerate() {
        let path = folder.path().join(format!("slip-{at}.json"));
        std::fs::write(&path, text).unwrap();
        answers.push(path.to_str().unwrap().to_owned());
    }
    for answers in answers {
        let ran = run(&["score", &answers, "-a", "tests/rules/base.toml", "--lang", "ja"]);
        assert!(ran.stderr.contains("]: "), "{answers}: {}", ran.stderr);
        let line = |line: &str| Some(line.split_once("]: ").or(line.split_once("対処: "))?.1.to_owned());
        said.extend(ran.stderr.lines().filter_map(line));
    }
    assert!(said.len() > 150, "{}", said.len());
    let english: Vec<String> = said.iter().filter_map(|said| Some(format!("{}: {said}", two_words(said)?))).collect();
    assert_eq!(english, [""; 0]);
}

/// The files in a folder whose paths end so.
fn files_of(folder: &Path, ending: &str) -> Vec<String> {
    files(folder, ".toml")
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .filter(|path| path.ends_with(ending))
        .collect()
}

/// Whether a text is Japanese: letters of it stand outside of quotes of code, and no English sentence.
fn is_japanese(text: &str) -> bool {
    let own = |c: char| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    text.split('`').step_by(2).any(|outside| outside.contains(own)) && english(text).is_none()
}

/// What `cxm check` says in Japanese of every fixture of rules, with every rule asked for.
fn checked(format: &str) -> Value {
    let asked = ["check", "tests/rules", "--warn", "style,pedantic", "--lang", "ja", "--format", format];
    serde_json::from_str(&run(&asked).stdout).unwrap()
}

#[test]
fn what_is_found_is_japanese() {
    let page = checked("json");
    let (mut rules, mut wrong) = (BTreeSet::new(), Vec::new());
    for finding in page["findings"].as_array().unwrap() {
        let id = finding["rule"].as_str().unwrap();
        rules.insert(id.to_owned());
        let related = finding["related"].as_array().unwrap().iter().map(|related| &related["label"]);
        let texts = ["message", "label", "help", "level_from"].map(|key| &finding[key]).into_iter().chain(related);
        wrong.extend(
            texts.filter_map(Value::as_str).filter(|text| !is_japanese(text)).map(|text| format!("{id}: {text}")),
        );
    }
    assert_eq!(wrong, [""; 0]);
    let lints =
        REGISTRY.iter().filter(|(_, finds)| !matches!(finds, Finds::Reading)).map(|(rule, _)| rule.id.to_owned());
    assert_eq!(lints.filter(|id| !rules.contains(id)).collect::<Vec<_>>(), [""; 0], "all are found");
    assert!(page["unchecked"].as_array().unwrap().iter().all(|file| is_japanese(file["reason"].as_str().unwrap())));
}

#[test]
fn rules_are_explained_in_japanese() {
    let log = checked("sarif");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), REGISTRY.len());
    for rule in rules {
        for key in ["shortDescription", "fullDescription"] {
            assert!(is_japanese(rule[key]["text"].as_str().unwrap()), "{rule}");
        }
    }
    // What is said beside the code of examples, which stays as it is.
    for id in REGISTRY.iter().map(|(rule, _)| rule.id) {
        let [page, other] = ["ja", "en"].map(|lang| run(&["explain", id, "--lang", lang]).stdout);
        let code = |page: &str| page.lines().filter(|line| line.starts_with("    ")).count();
        assert_eq!(code(&page), code(&other), "{page}");
        let comments = page.lines().filter(|line| line.starts_with("    ")).filter_map(|line| line.split_once("# "));
        comments.for_each(|(_, comment)| assert!(is_japanese(comment), "{id}: {comment}"));
    }
    let list = run(&["check", "--list", "--lang", "ja"]).stdout;
    assert!(english(&list).is_none() && list.lines().all(|line| line.width() <= 80), "{list}");
    insta::assert_snapshot!(run(&["explain", "idle-raise", "--lang", "ja"]).page());
    insta::assert_snapshot!(run(&["explain", "idle-rase", "--lang", "ja"]).stderr);
    insta::assert_snapshot!(run(&["check", "tests/rules/dead-end/bad.toml", "--lang", "ja"]).page());
    insta::assert_snapshot!(run(&["explain", "wrong-type", "--lang", "ja"]).stdout);
}
