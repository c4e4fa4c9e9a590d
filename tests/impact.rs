//! `cxm impact`, and earlier ids in answer sets.

use cxm::definition::{Definition, Parts, Rename};
use cxm::impact::{Comparison, transfer};
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::any::{self, Survey};
use crate::program::{Ran, command, root, run, run_with};

/// The bundled definition with some of its text replaced, in a folder of its own.
fn changed(edits: &[(&str, &str)]) -> (tempfile::TempDir, String) {
    let mut text = std::fs::read_to_string(root().join("assessments/cx-maturity.toml")).unwrap();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cx-maturity.toml");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

/// A question and an action renamed, a question renamed without saying so, and a level made harder.
fn next_version() -> (tempfile::TempDir, String) {
    changed(&[
        ("version = \"2.0.0\"", "version = \"3.0.0\""),
        ("staffing-balance", "staffing-bots"),
        ("pass-opportunities-to-sales", "tell-sales"),
        ("skills-change", "skills-news"),
        ("criteria_in_place = 4", "criteria_in_place = 5"),
        (
            "# ---------------------------------------------------------------------------------------------------------- sources\n",
            "[renames]\nquestions = { staffing-balance = \"staffing-bots\" }\n",
        ),
        ("[renames.actions]\n", "[renames.actions]\npass-opportunities-to-sales = \"tell-sales\"\n"),
    ])
}

fn impact(new: &str, arguments: &[&str]) -> Ran {
    run(&[&["impact", "cx-maturity", new, "examples/answers"], arguments].concat())
}

#[test]
fn who_changes_level_or_route() {
    let (_folder, new) = next_version();
    for format in ["table", "markdown", "json"] {
        let ran = impact(&new, &["-f", format]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert_snapshot!(format!("a_change_{format}"), ran.stdout);
    }
    assert_eq!(impact(&new, &["--fail-on-change"]).code, 1);
}

#[test]
fn what_is_only_renamed_changes_nothing() {
    let (_folder, new) = changed(&[
        ("staffing-balance", "staffing-bots"),
        (
            "# ---------------------------------------------------------------------------------------------------------- sources\n",
            "[renames.questions]\nstaffing-balance = \"staffing-bots\"\n",
        ),
    ]);
    assert_snapshot!(impact(&new, &["--fail-on-change"]).page());
    // Answers under the earlier id are scored as before, save for the digest of the definition.
    let score = |assessment: &str| {
        let ran = run(&["score", "examples/answers/riser.toml", "-f", "json", "-a", assessment]);
        let mut result: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        result["assessment"]["digest"].take();
        result.to_string()
    };
    assert_eq!(score(&new), score("cx-maturity").replace("staffing-balance", "staffing-bots"));
    // But not under both ids.
    let answers = "[answers]\nstaffing-bots = 2\nstaffing-balance = 3\n";
    let ran = run_with(&mut command(&["score", "-", "-a", &new]), answers);
    assert_snapshot!(ran.page());
}

#[test]
fn an_answer_set_that_cannot_be_read_is_left_out_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let copy = |from: &str, to: &str| std::fs::copy(root().join(from), folder.path().join(to)).unwrap();
    copy("examples/answers/riser.toml", "b.toml");
    std::fs::write(folder.path().join("a.toml"), "[answers]\nskills-pth = 3\n").unwrap();
    let mut command = command(&["impact", "cx-maturity", "cx-maturity", "a.toml", "b.toml"]);
    let ran = run_with(command.current_dir(folder.path()), "");
    assert_snapshot!(ran.page());
    assert_snapshot!(run(&["impact", "cx-maturity", "cx-maturity", "src"]).page());
    assert_snapshot!(run(&["impact", "cx-maturity", "cx-maturity", "README.md"]).stderr.lines().last().unwrap());
}

#[test]
fn a_folder_holds_the_answer_sets_that_batch_reads_there() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["riser.toml", "capital.TOML", ".hidden.toml", "notes.txt"] {
        std::fs::copy(root().join("examples/answers/riser.toml"), folder.path().join(name)).unwrap();
    }
    std::fs::create_dir(folder.path().join("old.toml")).unwrap();
    let path = folder.path().to_str().unwrap();
    let ran = run(&["impact", "cx-maturity", "cx-maturity", path, "-f", "json"]);
    let result: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let names: Vec<&str> = result["sets"].as_array().unwrap().iter().map(|set| set["name"].as_str().unwrap()).collect();
    assert_eq!(names, [format!("{path}/capital.TOML"), format!("{path}/riser.toml")], "{}", ran.stderr);
    let batch = run(&["batch", path, "-f", "csv"]);
    assert_eq!(batch.stdout.lines().count(), 1 + names.len());
}

/// Two facts and what depends on them: one renamed, of the other an option gone; a challenge found later, one new.
#[test]
fn facts_and_challenges_change() {
    let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    let mut new = old.clone();
    for (from, to) in [
        ("id = \"size\"", "id = \"people\""),
        ("{ size = ", "{ people = "),
        ("by = \"size\"", "by = \"people\""),
        (", { id = \"chat\", text = \"Chat\" }", ""),
        ("when = { calls = 1 }", "when = { calls = 2 }"),
        (
            "[[actions]]\nid = \"measure\"",
            "[[challenges]]\nid = \"new\"\nname = \"New\"\nsummary = \"It is.\"\nwhen = { letters = 1 }\n\n[[actions]]\nid = \"measure\"",
        ),
    ] {
        assert!(new.contains(from), "{from}");
        new = new.replace(from, to);
    }
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let answers = "assessment = \"facts\"\nversion = \"1.0.0\"\n[profile]\nsize = \"few\"\nchannels = [\"email\", \"chat\"]\n[answers]\nletters = 3\n";
    let (old, answers) = (write("old/facts.toml", &old), write("answers.toml", answers));
    let said = |new: &str| {
        let ran = run(&["impact", &old, &write("new/facts.toml", new), &answers]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let what = ran.stdout.split("What changes in the definition").nth(1).unwrap().split("Levels before").next();
        what.unwrap().trim().to_owned()
    };
    assert_snapshot!(said(&new), @r#"
    profile removed: size
      profile added: people
      profile changed: channels
      size and people have the same text: if it is a rename, write `size =
        "people"` under [renames.profile]
      challenges added: new
      challenges changed: unheard
      size is gone, with what 1 answer set told of it
      channels has no more an option told in 1 answer set: that option counts as
        not told there
    "#);
    assert_snapshot!(said(&format!("{new}\n[renames.profile]\nsize = \"people\"\n")), @r"
    profile renamed: size is now people
      profile changed: channels
      challenges added: new
      challenges changed: unheard
      channels has no more an option told in 1 answer set: that option counts as
        not told there
    ");
    // What was told under the earlier id counts, but not under both.
    let new = write("new/facts.toml", &format!("{new}\n[renames.profile]\nsize = \"people\"\n"));
    let score = |answers: &str| run_with(&mut command(&["score", "-", "-a", &new, "-f", "json"]), answers);
    let told = "[profile]\nsize = \"few\"\n[answers]\nletters = 3\n";
    assert!(score(told).stdout.contains("\"people\": \"few\""), "{}", score(told).stderr);
    let twice = score(&told.replace("size", "people = \"team\"\nsize"));
    assert_eq!(twice.code, 3);
    assert!(twice.stderr.contains("fact `people` is told twice"), "{}", twice.stderr);
}

/// The definition with every id another, and said to be renamed.
pub fn renamed(definition: &Definition) -> Definition {
    let mut after = Parts::clone(definition);
    let rename = |id: &mut String, renames: Option<&mut Vec<Rename>>| {
        let to = format!("new-{id}");
        renames.into_iter().for_each(|renames| renames.push(Rename { from: id.clone(), to: to.clone() }));
        *id = to;
    };
    for level in &mut after.levels {
        rename(&mut level.id, Some(&mut after.renames.levels));
        for requirement in &mut level.requires {
            if let cxm::definition::Clause::Criterion(cxm::definition::Scope::Named(id), _) = requirement {
                rename(id, None);
            }
        }
    }
    for criterion in &mut after.criteria {
        rename(&mut criterion.id, Some(&mut after.renames.criteria));
        criterion
            .questions
            .iter_mut()
            .for_each(|question| rename(&mut question.id, Some(&mut after.renames.questions)));
    }
    for action in &mut after.actions {
        rename(&mut action.id, Some(&mut after.renames.actions));
        action.after.iter_mut().for_each(|id| rename(id, None));
        action.raises.iter_mut().for_each(|raise| rename(&mut raise.question, None));
    }
    Definition::try_from(after).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn renaming_everything_changes_nobody(Survey { definition, answers, own } in any::survey(5)) {
        let set = cxm::answers::AnswerSet {
            metadata: vec![],
            profile: Default::default(),
            notes: answers.iter().map(|answer| Some(format!("{answer:?}"))).collect(),
            answers,
            actions: own,
        };
        let after = renamed(&definition);
        prop_assert_eq!(transfer(&definition, &after, &set), (set.clone(), vec![]));
        let comparison = Comparison::new(&definition, &after);
        let effect = comparison.effect("any".to_owned(), &set);
        let applicable = set.answers.iter().any(|answer| *answer != cxm::answers::Answer::NotApplicable);
        prop_assert_eq!(effect.is_some(), applicable);
        if let Some(effect) = effect {
            prop_assert!(!effect.level_changes && !effect.route_changes, "{:?}", effect);
            let impact = comparison.impact(vec![effect]);
            for (_, kind) in impact.difference.kinds() {
                prop_assert!(kind.removed.is_empty() && kind.added.is_empty() && kind.perhaps_renamed.is_empty());
            }
        }
    }
}
