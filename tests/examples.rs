//! Every example is scored or parsed, and the README tells the truth.

use crate::program::{root, run};

/// Every example of an answer set.
pub fn answers() -> Vec<String> {
    fn within(folder: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().into_string().unwrap());
            if root().join(&name).is_dir() {
                within(&name, found);
            } else {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    within("examples/answers", &mut found);
    found.sort();
    found
}

#[test]
fn every_answer_set_has_the_level_that_it_shows() {
    let mut levels = String::new();
    for file in answers() {
        let ran = run(&["score", &file, "-f", "json"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{file}");
        let result: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let route = result["route"]["effort"].as_u64().map_or("-".to_owned(), |effort| effort.to_string());
        levels += &format!(
            "{file}: {} to {}, {} to {}, route {route}\n",
            result["level"]["id"].as_str().unwrap(),
            result["level"]["possible"].as_str().unwrap(),
            result["overall"]["low"],
            result["overall"]["high"],
        );
    }
    insta::assert_snapshot!(levels);
}

#[test]
fn the_result_in_the_readme_is_what_the_program_prints() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).unwrap().split("\n  ⋮\n").next().unwrap();
    let ran = run(&["score", "examples/answers/eight-challenges.toml"]);
    assert!(ran.stdout.starts_with(shown), "the README shows\n{shown}\nbut the program prints\n{}", ran.stdout);
}

/// The commands of a README, without what is said of them.
fn commands(readme: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(readme)).unwrap();
    let lines = text.lines().filter(|line| line.starts_with("$ ") || line.starts_with("cargo "));
    lines.map(|line| line.split(" #").next().unwrap().trim().to_owned()).collect()
}

/// The Japanese README has the commands of the English one in the same order, on Japanese answers.
#[test]
fn the_readme_in_japanese_is_kept_beside_the_english_one() {
    let (english, japanese) = (commands("README.md"), commands("README.ja.md"));
    let translated: Vec<String> = japanese
        .iter()
        .map(|command| command.replace("examples/answers/ja/", "examples/answers/"))
        .map(|command| command.replace("eight-challenges.toml --lang ja", "eight-challenges.toml"))
        .collect();
    assert_eq!(translated, english);
    let headings = |readme: &str| {
        let text = std::fs::read_to_string(root().join(readme)).unwrap();
        text.lines().filter(|line| line.starts_with("## ")).count()
    };
    assert_eq!(headings("README.ja.md"), headings("README.md"));
}

#[test]
fn the_result_in_the_japanese_readme_is_what_the_program_prints() {
    let readme = std::fs::read_to_string(root().join("README.ja.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).unwrap().split("\n  ⋮\n").next().unwrap();
    let ran = run(&["score", "examples/answers/ja/eight-challenges.toml", "--lang", "ja"]);
    assert!(ran.stdout.starts_with(shown), "it shows\n{shown}\nbut the program prints\n{}", ran.stdout);
}

/// The screens in both are those that the pseudo-terminal showed, without the empty lines.
#[test]
fn the_questions_in_the_readmes_are_what_the_terminal_shows() {
    for (language, readme) in [("en", "README.md"), ("ja", "README.ja.md")] {
        let readme = std::fs::read_to_string(root().join(readme)).unwrap();
        let mut shown = readme.split("```text\n").skip(2).map(|block| block.split("```").next().unwrap());
        let name = format!("tests/snapshots/integration__assess_terminal__pty_question_{language}_80x24.snap");
        let screen = std::fs::read_to_string(root().join(name)).unwrap();
        let screen = screen.splitn(3, "---\n").nth(2).unwrap();
        let lines = |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(shown.next().unwrap()), lines(screen));
    }
}

#[test]
fn the_commands_in_the_readme_work() {
    let all: Vec<String> = ["README.md", "README.ja.md"].into_iter().flat_map(commands).collect();
    let commands: Vec<&str> = all.iter().filter_map(|line| line.strip_prefix("$ cxm ")).collect();
    assert!(commands.len() >= 50, "{commands:?}");
    for command in commands {
        let words: Vec<&str> = command.split_whitespace().take_while(|word| *word != ">").collect();
        let ran = run(&words);
        assert_eq!(ran.code, 0, "cxm {command}: {}", ran.stderr);
    }
}
