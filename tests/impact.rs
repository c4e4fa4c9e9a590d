//! `cxm impact`, and earlier ids in answer sets.

use cxm::definition::{Clause, Definition, Parts, Rename, Scope};
use cxm::impact::{Comparison, transfer};
use cxm::plan::Shares;
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
        ("version = \"2.1.1\"", "version = \"3.0.0\""),
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
        let passed_over = "note: examples/answers: passed over: ja/, kitano-outdoor/: answer sets end in .toml or .json; name the folders in it \
                           to read those too\n";
        assert_eq!((ran.code, ran.stderr.as_str()), (0, passed_over));
        assert_snapshot!(format!("a_change_{format}"), ran.stdout);
    }
    assert_eq!(impact(&new, &["--fail-on-change"]).code, 1);
}

#[test]
fn what_is_only_renamed_changes_nothing() {
    let (_folder, new) = changed(&[
        ("version = \"2.1.1\"", "version = \"2.1.2\""),
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
        result["assessment"]["version"].take();
        result.to_string()
    };
    assert_eq!(score(&new), score("cx-maturity").replace("staffing-balance", "staffing-bots"));
    // But not under both ids, nor under the same version.
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
    // But for what is named itself.
    let inner = format!("{path}/old.toml");
    std::fs::copy(root().join("examples/answers/riser.toml"), format!("{inner}/a.toml")).unwrap();
    let both = run(&["batch", path, &inner, "-f", "csv"]).stderr;
    assert!(both.contains("passed over: notes.txt: ") && both.contains("3 rows in"), "{both}");
    // What is not read is named by all three.
    let update = run(&["update", "--dry-run", path]);
    for said in [ran.stderr, batch.stderr, update.stderr] {
        let note = "passed over: notes.txt, old.toml/: answer sets end in .toml or .json; name the folders in it to";
        assert!(said.contains(note), "{said}");
    }
}

/// The definition of facts as version 1.1.0, with edits, and what `impact` says of it and of these answers.
fn of_facts(edits: &[(&str, &str)], answers: &str, arguments: &[&str]) -> Ran {
    of("facts", edits, answers, arguments)
}

/// The same of another definition.
fn of(id: &str, edits: &[(&str, &str)], answers: &str, arguments: &[&str]) -> Ran {
    let file = format!("{id}.toml");
    let old = std::fs::read_to_string(root().join("tests/fixtures").join(&file)).unwrap();
    let raised = ("version = \"1.0.0\"", "version = \"1.1.0\"");
    let new = edits.iter().chain([&raised]).fold(old.clone(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let folder = tempfile::tempdir().unwrap();
    let [before, after] = ["old", "new"].map(|folder| format!("{folder}/{file}"));
    for (name, text) in [(&*before, &*old), (&after, &new), ("a.toml", answers)] {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let arguments = [&["impact", &before, &after, "a.toml"], arguments].concat();
    run_with(command(&arguments).current_dir(folder.path()), "")
}

const ANSWERS: &str = "assessment = \"facts\"\nversion = \"1.0.0\"\n[profile]\nsize = \"team\"\nchannels = [\"telephone\", \"chat\"]\n\
    [answers]\ncalls = 2\nletters = \"n/a\"\nshifts = 1\n";

/// The edits of one key each, and how the change of it is named.
const EVERY_KEY: &[(&str, &str, &str)] = &[
    (
        "title = \"Facts first\"\n",
        "title = \"Facts\"\neffort_unit = \"days\"\n",
        "definition facts effort_unit: person-weeks -> days",
    ),
    ("{ overall = 60 }", "{ overall = 70 }", "levels high requires: overall = 60.0 -> overall = 70.0"),
    ("{ overall = 60 }", "{ overall = 60, criteria_in_place = 1 }", "levels high requires:  -> criteria_in_place = 1"),
    (
        "How many people",
        "How many",
        "profile size text: How many people answer customers? -> How many answer customers? (meaning)",
    ),
    ("many = true\n", "many = true\nassume = \"email\"\n", "profile channels assume:  -> email"),
    ("many = true\n", "", "profile channels many: true -> false"),
    ("Up to 5", "Up to 6", "profile size options few: Up to 5 people -> Up to 6 people (meaning)"),
    (", { id = \"chat\", text = \"Chat\" }", "", "profile channels options chat: Chat -> "),
    (
        "text = \"Chat\" }",
        "text = \"Chat\" }, { id = \"fax\", text = \"Fax\" }",
        "profile channels options fax:  -> Fax",
    ),
    ("id = \"speed\"\n", "id = \"speed\"\nweight = 2\n", "criteria speed weight: 1 -> 2"),
    ("id = \"speed\"\n", "id = \"speed\"\nin_place = 50\n", "criteria speed in_place: 75.0 -> 50.0"),
    (
        "How soon are calls",
        "When are calls",
        "questions calls text: How soon are calls answered? -> When are calls answered? (meaning)",
    ),
    ("help = \"Ask for the plan.\"\n", "", "questions shifts help: Ask for the plan. -> "),
    ("many = true\n", "many = true\nhelp = \"Of last year.\"\n", "profile channels help:  -> Of last year."),
    ("id = \"calls\"\n", "id = \"calls\"\nweight = 3\n", "questions calls weight: 1 -> 3"),
    ("Look at last month.", "Look at this one.", "questions calls help: Look at last month. -> Look at this one."),
    (
        "Count those who do so in an ordinary week, part-time included.",
        "Count all.",
        "profile size help: Count those who do so in an ordinary week, part-time included. -> Count all.",
    ),
    (
        "{ text = \"Measure calls.\", if = { channels = \"telephone\" } }",
        "\"Measure calls.\"",
        "actions measure steps: Measure calls. (if channels = telephone) -> ",
    ),
    ("not_applicable = false\n", "", "questions calls not_applicable: false -> true"),
    (
        "id = \"letters\"\n",
        "id = \"letters\"\nnot_applicable = \"no post\"\n",
        "questions letters not_applicable: true -> no post (meaning)",
    ),
    ("if = { channels = \"telephone\" }\nnot", "not", "questions calls if: channels = telephone -> "),
    (
        "unless = { size = \"few\" }\noptions",
        "unless = { size = [\"few\", \"team\"] }\noptions",
        "questions shifts unless: size = few -> size = few|team",
    ),
    (
        "text = \"From memory.\"",
        "text = \"By heart.\"",
        "questions shifts options 1: From memory. -> By heart. (meaning)",
    ),
    (
        "By the volume expected.\" }",
        "By the volume expected.\" }, { points = 3, text = \"By the hour.\" }",
        "questions shifts options 3:  -> By the hour.",
    ),
    (
        ", { points = 3, text = \"There is a goal, and it is met.\" }",
        "",
        "questions calls options 3: There is a goal, and it is met. -> ",
    ),
    ("when = { calls = 1 }", "when = { calls = 2 }", "challenges unheard when: calls = 1 -> calls = 2"),
    ("source = \"book\"\nif = ", "source = \"book\"\nunless = ", "challenges unheard if: channels = telephone -> "),
    (
        "few = 0.5, team = 2",
        "few = 0.5, team = 3",
        "actions measure effort: by size: few = 0.5, team = 2, centre = 8 -> by size: few = 0.5, team = 3, centre = 8",
    ),
    ("effort = 3\n", "effort = 4\n", "actions plan-shifts effort: 3 -> 4"),
    ("effort = 3\n", "effort = 3\nafter = [\"measure\"]\n", "actions plan-shifts after:  -> measure"),
    (
        "raises = { calls = 2, letters = 2 }",
        "raises = { calls = 3, letters = 2 }",
        "actions measure raises: calls = 2 -> calls = 3",
    ),
    ("effort = 3\nunless = { size = \"few\" }\n", "effort = 3\n", "actions plan-shifts unless: size = few -> "),
];

/// The same of the keys by which questions belong to levels.
const EVERY_KEY_OF_LEVELS: &[(&str, &str, &str)] = &[
    (
        "not_applicable = false\nlevel = \"mil3\"",
        "not_applicable = false\nlevel = \"mil2\"",
        "questions calls-managed level: mil3 -> mil2",
    ),
    ("level = \"mil1\"\n", "", "questions calls-answered level: mil1 -> "),
    (
        "questions = 66.6, overall",
        "questions = 100, overall",
        "levels mil3 requires: questions = 66.6 -> questions = 100.0",
    ),
];

#[test]
fn every_key_that_can_matter_is_named() {
    const OF_LEVELS: &str = "assessment = \"practices\"\nversion = \"1.0.0\"\n[answers]\ncalls-answered = 4\n";
    let keys = EVERY_KEY.iter().map(|key| ("facts", ANSWERS, key));
    let keys = keys.chain(EVERY_KEY_OF_LEVELS.iter().map(|key| ("practices", OF_LEVELS, key)));
    for (id, answers, (from, to, expected)) in keys {
        let ran = of(id, &[(from, to)], answers, &["-f", "json"]);
        let impact: serde_json::Value =
            serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{expected}: {}", ran.stderr));
        let text = |change: &serde_json::Value, key: &str| change[key].as_str().unwrap_or_default().to_owned();
        let said = |change: &serde_json::Value| {
            let option = change["option"].as_str().map(|option| format!(" {option}")).unwrap_or_default();
            let meaning = if change["meaning"] == true { " (meaning)" } else { "" };
            let [table, id, key, before, after] =
                ["table", "id", "key", "before", "after"].map(|key| text(change, key));
            format!("{table} {id} {key}{option}: {before} -> {after}{meaning}")
        };
        let said: Vec<String> = impact["difference"]["changes"].as_array().unwrap().iter().map(said).collect();
        // The condition of the challenge moved, and is therefore two changes.
        assert!(said.iter().any(|said| said == *expected) && said.len() <= 2, "{expected}: {said:?}");
        assert!(said.len() == 1 || expected.starts_with("challenges unheard if"), "{said:?}");
    }
}

#[test]
fn what_moves_an_answer_set_is_named_and_can_fail() {
    let edits = [
        ("id = \"speed\"\n", "id = \"speed\"\nweight = 2\nin_place = 50\n"),
        ("text = \"From memory.\"", "text = \"By heart.\""),
        ("effort = 3\n", "effort = 4\n"),
    ];
    assert_snapshot!("a_set_moves_table", of_facts(&edits, ANSWERS, &[]).page());
    assert_snapshot!("a_set_moves_markdown", of_facts(&edits, ANSWERS, &["-f", "markdown"]).page());
    assert_snapshot!("a_set_moves_json", of_facts(&edits, ANSWERS, &["-f", "json"]).page());
    let fails = |edits: &[(&str, &str)], on: &str| of_facts(edits, ANSWERS, &["--fail-on", on]).code;
    let each = |edits| ["level", "score", "route", "effort", "meaning"].map(|on| fails(edits, on));
    assert_eq!(each(&edits[..1]), [0, 1, 0, 0, 0]);
    assert_eq!(each(&edits[1..2]), [0, 0, 0, 0, 1]);
    assert_eq!(each(&edits[2..]), [0, 0, 0, 1, 0]);
    assert_eq!(each(&[("overall = 60", "overall = 20")]), [1, 0, 1, 1, 0]);
    assert_eq!((fails(&edits[1..2], "level,meaning"), fails(&edits[1..2], "level,score,route,effort")), (1, 0));
    // Nobody chose the option whose text has changed, nor told the fact.
    assert_eq!(each(&[("By the volume expected", "By volume"), ("\"E-mail\"", "\"Mail\"")]), [0; 5]);
}

/// An option was put in, and nothing says so: what was recorded means something else.
#[test]
fn options_that_moved_without_a_word_are_pointed_out() {
    let edits = [(
        "{ points = 2, text = \"It is measured.\" }, { points = 3, text = \"There is a goal, and it is met.\" }",
        "{ points = 2, text = \"Some do.\" }, { points = 3, text = \"It is measured.\" }, { points = 4, text = \"There is a goal, and it is met.\" }",
    )];
    let ran = of_facts(&edits, ANSWERS, &["--fail-on", "meaning"]);
    assert_snapshot!(ran.page());
    let renames = ("[[actions]]", "[renames.points.calls]\nbefore = \"1.1.0\"\n2 = 3\n3 = 4\n\n[[actions]]");
    let ran = of_facts(&[edits[0], renames], ANSWERS, &["--fail-on", "meaning"]);
    assert_snapshot!(ran.page());
}

/// The first of three was taken out: what is proposed makes its answers open, and never those of another.
#[test]
fn an_option_that_is_gone_is_proposed_as_gone() {
    let edits = [(
        "options = [{ points = 1, text = \"Nobody knows.\" }, { points = 2, text = \"It is measured.\" }, { points = 3, text = \"There is a goal, and it is met.\" }]\n[[criteria.questions]]\nid = \"letters\"",
        "options = [{ points = 1, text = \"It is measured.\" }, { points = 2, text = \"There is a goal, and it is met.\" }]\n[[criteria.questions]]\nid = \"letters\"",
    )];
    let answers = ANSWERS.replace("calls = 2", "calls = 1");
    let ran = of_facts(&edits, &answers, &[]);
    let proposed = "`1 = \"gone\", 2 = 1, 3 = 2` under [renames.points.calls]";
    let said = |ran: &Ran| ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said(&ran).contains(proposed), "{}", ran.stdout);
    let points = "[renames.points.calls]\nbefore = \"1.1.0\"\n1 = \"gone\"\n2 = 1\n3 = 2\n\n[[actions]]";
    let ran = of_facts(&[edits[0], ("[[actions]]", points)], &answers, &[]);
    assert!(said(&ran).contains("calls has no more an option that 1 answer set chose"), "{}", ran.stdout);
}

#[test]
fn what_changed_under_the_same_version_is_a_finding() {
    let weight = ("id = \"speed\"\n", "id = \"speed\"\nweight = 2\n");
    assert_eq!(of_facts(&[weight], ANSWERS, &[]).code, 0);
    let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let run = |version: &str, edit: (&str, &str)| {
        let new = old.replacen(edit.0, edit.1, 1).replacen("version = \"1.0.0\"", version, 1);
        std::fs::create_dir_all(folder.path().join("new")).unwrap();
        for (name, text) in [("facts.toml", &*old), ("new/facts.toml", &new), ("a.toml", ANSWERS)] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let arguments = ["impact", "facts.toml", "new/facts.toml", "a.toml", "-f", "json"];
        run_with(command(&arguments).current_dir(folder.path()), "")
    };
    let ran = run("version = \"1.0.0\"", weight);
    assert_eq!(ran.code, 1);
    assert_snapshot!(ran.stderr);
    assert_eq!(run("version = \"0.9.0\"", weight).code, 1, "lowered");
    assert_eq!(run("version = \"1.0.1\"", weight).code, 0, "raised");
    assert_eq!(run("version = \"1.0.0+b2\"", weight).code, 1, "what stands behind a plus raises nothing");
    // Whatever a report shows is content.
    for edit in [
        ("Look at last month.", "Look at the last month."),
        ("What is not measured is not met.", "What is measured is met."),
        ("summary = \"Here.\"", "summary = \"There.\""),
        ("title = \"A book\"", "title = \"Another book\""),
        ("{ text = \"Measure calls.\", if = { channels = \"telephone\" } }", "\"Measure calls.\""),
    ] {
        let ran = run("version = \"1.0.0\"", edit);
        assert!(ran.code == 1 && ran.stderr.contains("unraised-version"), "{edit:?}");
        assert_eq!(run("version = \"1.0.1\"", edit).code, 0);
    }
    assert_eq!(run("version = \"1.0.0\"", ("# An assessment", "# One")).code, 0, "comments are none");
}

/// The same number in another unit is another effort; and what nobody answered is no recorded answer.
#[test]
fn what_is_said_of_answers_holds_of_these() {
    let unit = ("title = \"Facts first\"\n", "title = \"Facts first\"\neffort_unit = \"days\"\n");
    let ran = of_facts(&[unit], ANSWERS, &["--fail-on", "effort"]);
    assert!(ran.code == 1 && ran.stdout.contains("person-weeks, now"), "{}", ran.stdout);
    let ran = of_facts(&[("From memory.", "By heart.")], &ANSWERS.replace("shifts = 1", "shifts = 2"), &[]);
    assert!(
        ran.stdout.contains("\nAnswers would mean something else, but none of these is recorded\n"),
        "{}",
        ran.stdout
    );
}

/// What is gone takes its answers with it, whatever else stays as it was.
#[test]
fn answers_that_are_lost_are_a_change() {
    let question = "[[criteria.questions]]\nid = \"letters\"";
    let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    let at = old.find(question).unwrap();
    let removed = &old[at..old[at..].find("\n\n").unwrap() + at + 1];
    let edits = [(removed, ""), ("raises = { calls = 2, letters = 2 }", "raises = { calls = 2 }")];
    // As `letters` is n/a there, no score changes.
    let ran = of_facts(&edits, ANSWERS, &["--fail-on", "lost"]);
    assert_eq!(ran.code, 1);
    assert_snapshot!(ran.page());
    assert_eq!(of_facts(&edits, ANSWERS, &["--fail-on", "level,score,route,effort,meaning,challenges"]).code, 0);
    assert_eq!(of_facts(&edits, &ANSWERS.replace("letters = \"n/a\"\n", ""), &["--fail-on", "lost"]).code, 0);
}

/// Each way in which an answer may find no place any more.
#[test]
fn what_has_no_place_is_lost_for_its_reason() {
    let lost = |edits: &[(&str, &str)], answers: &str| {
        let ran = of_facts(edits, answers, &["-f", "json", "--fail-on", "lost"]);
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        format!("{} {}", ran.code, json["sets"][0]["lost"])
    };
    let always = ("letters\"\ntext", "letters\"\nnot_applicable = false\ntext");
    let no_chat = (", { id = \"chat\", text = \"Chat\" }", "");
    // Both become one: the first that is answered counts.
    let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    let at = old.find("[[criteria.questions]]\nid = \"letters\"").unwrap();
    let letters = &old[at..at + old[at..].find("\n\n").unwrap() + 1];
    let chain = "[renames.questions]\nletters = \"shifts\"\nshifts = \"planning\"\n\n[[challenges]]";
    let one = [
        (letters, ""),
        ("raises = { calls = 2, letters = 2 }", "raises = { calls = 2 }"),
        ("id = \"shifts\"", "id = \"planning\""),
        ("raises = { shifts = 2 }", "raises = { planning = 2 }"),
        ("[[challenges]]", chain),
    ];
    let all = [
        lost(&[always], ANSWERS),
        lost(&[("many = true\n", "")], ANSWERS),
        lost(&[no_chat], ANSWERS),
        lost(&one, &ANSWERS.replace("\"n/a\"", "1")),
        lost(&one, &ANSWERS.replace("letters = \"n/a\"\n", "")),
    ];
    assert_snapshot!(all.join("\n"), @r#"
    1 [{"question":"letters","reason":"not-applicable"}]
    1 [{"fact":"channels","reason":"several"}]
    1 [{"fact":"channels","reason":"option"}]
    1 [{"question":"shifts","reason":"merged"}]
    0 []
    "#);
}

/// What is said of n/a is meant by those who answered so, and not by those who were not asked.
#[test]
fn what_is_not_applicable_means_something_to_whom_was_asked() {
    let reason = |id: &str| (format!("{id}\"\ntext"), format!("{id}\"\nnot_applicable = \"We have none.\"\ntext"));
    let means = |id: &str, answers: &str| {
        let (from, to) = reason(id);
        of_facts(&[(&from, &to)], answers, &["--fail-on", "meaning"]).code
    };
    assert_eq!(means("letters", ANSWERS), 1);
    assert_eq!(means("letters", &ANSWERS.replace("\"n/a\"", "2")), 0);
    let few = ANSWERS.replace("\"team\"", "\"few\"").replace("shifts = 1\n", "");
    assert_eq!(means("shifts", &few), 0);
}

/// Who is asked nothing any more is on no level.
#[test]
fn questions_that_are_not_asked_any_more_do_not_apply() {
    let unasked = [
        ("letters\"\ntext", "letters\"\nif = { channels = \"chat\" }\ntext"),
        ("unless = { size = \"few\" }\noptions", "if = { size = \"centre\" }\noptions"),
        ("unless = { size = \"few\" }\nraises", "if = { size = \"centre\" }\nraises"),
    ];
    let answers =
        ANSWERS.replace("[\"telephone\", \"chat\"]", "\"email\"").replace("calls = 2\n", "").replace("\"n/a\"", "2");
    let said = of_facts(&unasked, &answers, &[]).stdout;
    assert_snapshot!(said.split("\n\n").skip(2).collect::<Vec<_>>().join("\n\n"), @r"
    Levels before (rows) and after (columns)
            low  high  none
      low     -     -     1
      high    -     -     -

    Who changes
    a.toml
        low (25.0), now no level: nothing is applicable
    ");
    let read = |edits: &[(&str, &str)]| {
        let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
        let text = edits.iter().fold(old, |text, (from, to)| text.replacen(from, to, 1));
        cxm::definition::read(&cxm::diagnostic::Source::new("facts.toml", text).into()).0.unwrap()
    };
    let (before, after) = (read(&[]), read(&unasked));
    let source = cxm::diagnostic::Source::new("a.toml", answers.as_str()).into();
    let document = cxm::document::Document::parse(&source, cxm::document::Syntax::Toml).unwrap();
    let set = cxm::answers::read(&document, &before).0;
    assert_eq!(transfer(&before, &after, &set).0.answers, [cxm::answers::Answer::NotApplicable; 3]);
}

#[test]
fn a_challenge_that_is_newly_found_is_a_change() {
    let edits = [("when = { calls = 1 }", "when = { calls = 2 }")];
    let ran = of_facts(&edits, ANSWERS, &["--fail-on", "challenges"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("Of 1 answer set, 1 changes challenges found"), "{}", ran.stdout);
    assert!(ran.stdout.contains("challenges: unheard not found, now found"), "{}", ran.stdout);
    let found = ANSWERS.replace("calls = 2", "calls = 1");
    assert_eq!(of_facts(&edits, &found, &["--fail-on", "challenges"]).code, 0);
}

/// An option turned round in a translation alone: who answered in that language said something else.
#[test]
fn what_a_translation_says_of_an_option_is_what_its_answers_mean() {
    let folder = tempfile::tempdir().unwrap();
    let new = |arguments: &[&str]| run_with(command(arguments).current_dir(folder.path()), "");
    for name in ["old", "new"] {
        assert_eq!(new(&["new", "complaints", "--language", "en", "--translation", "ja", "-o", name]).code, 0);
    }
    let path = folder.path().join("new/complaints.ja.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let question = text.find("[questions.settling-time]").unwrap();
    let options: Vec<&str> = text[question..].lines().filter(|line| line.starts_with("  \"")).take(2).collect();
    let [first, second] = options[..] else { panic!("{text}") };
    let turned = text.replacen(first, "  #", 1).replacen(second, first, 1).replacen("  #", second, 1);
    std::fs::write(&path, turned).unwrap();
    let answers = "assessment = \"complaints\"\nversion = \"0.1.0\"\n[answers]\nsettling-time = 1\n";
    std::fs::write(folder.path().join("a.toml"), answers).unwrap();
    let ran = new(&["impact", "old/complaints.toml", "new/complaints.toml", "a.toml", "--fail-on", "meaning"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert_snapshot!(ran.page());
}

/// However much changes, it can be read.
#[test]
fn much_that_changes_is_grouped_and_counted() {
    let (_folder, new) = changed(&[
        ("version = \"2.1.1\"", "version = \"2.2.0\""),
        (" the ", " their "),
        ("criteria_in_place = 4", "criteria_in_place = 3"),
    ]);
    let ran = impact(&new, &["--fail-on", "meaning"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert_snapshot!(ran.stdout);
    assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80));
}

/// Two facts and what depends on them: one renamed, of the other an option gone; a challenge found later, one new.
#[test]
fn facts_and_challenges_change() {
    let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    let mut new = old.clone();
    for (from, to) in [
        ("version = \"1.0.0\"", "version = \"1.1.0\""),
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
    assert_snapshot!("facts_changed", said(&new));
    assert_snapshot!("facts_renamed", said(&format!("{new}\n[renames.profile]\nsize = \"people\"\n")));
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
            match requirement {
                Clause::Criterion(Scope::Named(id), _) | Clause::Questions(Scope::Named(id), _) => rename(id, None),
                _ => {}
            }
        }
    }
    after.groups.iter_mut().for_each(|group| rename(&mut group.id, None));
    for criterion in &mut after.criteria {
        criterion.group.iter_mut().for_each(|group| rename(group, None));
        rename(&mut criterion.id, Some(&mut after.renames.criteria));
        for question in &mut criterion.questions {
            rename(&mut question.id, Some(&mut after.renames.questions));
            question.level.iter_mut().for_each(|level| rename(level, None));
        }
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
        let effect = comparison.effect("any".to_owned(), &set, None, &mut Shares::among(2));
        let applicable = set.answers.iter().any(|answer| *answer != cxm::answers::Answer::NotApplicable);
        prop_assert_eq!(effect.is_some(), applicable);
        if let Some(effect) = effect {
            prop_assert!(!effect.changes(), "{:?}", effect);
            let impact = comparison.impact(vec![effect]);
            for (_, kind) in impact.difference.kinds() {
                prop_assert!(kind.removed.is_empty() && kind.added.is_empty() && kind.perhaps_renamed.is_empty());
            }
        }
    }
}

/// What an answer set says of actions, and the scores of groups of criteria, are not passed over.
#[test]
fn actions_that_are_gone_and_groups_that_move_are_changes() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let old = std::fs::read_to_string(root().join("tests/fixtures/desk.toml")).unwrap();
    let id = old.split("[[actions]]").nth(1).and_then(|action| action.split('"').nth(1)).unwrap().to_owned();
    let question = old.split("[[criteria.questions]]").nth(1).and_then(|of| of.split('"').nth(1)).unwrap();
    let answers = file("a.toml", &format!("[answers]\n{question} = 1\n[actions]\ndone = [\"{id}\"]\n"));
    let (old_path, new) = (
        file("old/desk.toml", &old),
        file("new/desk.toml", &old.replace(&id, "another-way").replacen("1.0.0", "2.0.0", 1)),
    );
    let ran = run(&["impact", &old_path, &new, &answers, "--fail-on", "lost"]);
    assert!(
        ran.code == 1 && ran.stdout.contains(&format!("{id} is gone, which 1 answer set called done")),
        "{}",
        ran.page()
    );

    let old = std::fs::read_to_string(root().join("tests/fixtures/groups.toml")).unwrap();
    let groups: Vec<&str> = old.match_indices("group = \"").map(|(at, _)| old[at..].lines().next().unwrap()).collect();
    let (first, last) = (groups[0], *groups.last().unwrap());
    assert_ne!(first, last);
    // The last of the criteria of the first group becomes one of the next.
    let at = old.rfind(first).unwrap();
    let moved = format!("{}{last}{}", &old[..at], &old[at + first.len()..]).replacen("1.0.0", "2.0.0", 1);
    let (old, new) = (file("old/groups.toml", &old), file("new/groups.toml", &moved));
    let answers = file("b.toml", "assessment = \"groups\"\n[answers]\ncalls-answered = 3\n");
    let ran = run(&["impact", &old, &new, &answers, "--fail-on", "score"]);
    assert!(ran.code == 1 && ran.stdout.contains("groups: "), "{}", ran.page());
}

/// Edits of what nothing is reckoned by, and how each is named.
const EVERY_SHOWN: &[(&str, &str, &str)] = &[
    ("title = \"Facts first\"", "title = \"Facts\"", "definition title:  -> "),
    (
        "id = \"book\", title = \"A book\"",
        "id = \"book\", title = \"The book\"",
        "sources book title: A book -> The book",
    ),
    ("name = \"High\"", "name = \"Top\"", "levels high name:  -> "),
    ("summary = \"There.\"", "summary = \"Up there.\"", "levels high summary:  -> "),
    ("name = \"Speed\"", "name = \"Pace\"", "criteria speed name:  -> "),
    ("name = \"Speed\"\n", "name = \"Speed\"\nsee = \"omnichannel\"\n", "criteria speed see:  -> omnichannel"),
    (
        "id = \"shifts\"\n",
        "id = \"shifts\"\nrefs = [\"ISO 1\", \"ISO 2\"]\n",
        "questions shifts refs:  -> ISO 1, ISO 2",
    ),
    ("summary = \"Nobody knows how long", "summary = \"Who knows how long", "challenges unheard summary:  -> "),
    ("source = \"book\"\nif", "if", "challenges unheard source: book -> "),
    ("why = \"What is not", "why = \"What is never", "actions measure why:  -> "),
    ("\"Plan by them.\"", "\"Plan with them.\"", "actions plan-shifts steps:  -> "),
    (
        "title = \"Plan shifts",
        "see = \"omnichannel\"\ntitle = \"Plan shifts",
        "actions plan-shifts see:  -> omnichannel",
    ),
    (
        "{ id = \"few\", text = \"Up to 5 people\" },\n  { id = \"team\", text = \"6 to 50 people\" },",
        "{ id = \"team\", text = \"6 to 50 people\" },\n  { id = \"few\", text = \"Up to 5 people\" },",
        "profile size order of options: few, team, centre -> team, few, centre",
    ),
    (
        "[[challenges]]",
        "[[benchmarks]]\nid = \"all\"\nname = \"All\"\nshares = { low = 50, high = 50 }\n[[challenges]]",
        "benchmarks all name:  -> All",
    ),
];

#[test]
fn what_only_reports_show_is_named_too() {
    for (from, to, expected) in EVERY_SHOWN {
        let ran = of_facts(&[(from, to)], ANSWERS, &["-f", "json"]);
        let impact: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let text = |change: &serde_json::Value, key: &str| change[key].as_str().unwrap_or_default().to_owned();
        let said = |change: &serde_json::Value| {
            let id = text(change, "id");
            let id = if id == "facts" { String::new() } else { format!("{id} ") };
            let [table, key, before, after] = ["table", "key", "before", "after"].map(|key| text(change, key));
            format!("{table} {id}{key}: {before} -> {after}")
        };
        let shown: Vec<String> = impact["difference"]["shown"].as_array().unwrap().iter().map(said).collect();
        assert_eq!(shown, [*expected]);
        assert_eq!(impact["difference"]["changes"].as_array().unwrap().len(), 0, "{expected}");
    }
    let benchmark = |shares: &str, rest: &str| {
        format!("[[benchmarks]]\nid = \"all\"\nname = \"All\"\nshares = {shares}\n{rest}\n[[challenges]]")
    };
    let (was, is) = (benchmark("{ low = 50, high = 50 }", "n = 9"), benchmark("{ low = 40, high = 60 }", "n = 10"));
    let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("a", was), ("b", is)] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        std::fs::write(folder.path().join(name).join("facts.toml"), old.replace("[[challenges]]", &text)).unwrap();
    }
    let ran = run_with(command(&["impact", "a/facts.toml", "b/facts.toml"]).current_dir(folder.path()), "");
    assert_snapshot!(ran.page());
}

/// What is told of a translation, and not of the definition.
#[test]
fn what_only_a_translation_says_otherwise_is_named() {
    let [en, ja] = ["", ".ja"].map(|language| {
        std::fs::read_to_string(root().join(format!("assessments/cx-maturity{language}.toml"))).unwrap()
    });
    let says = |item: &str, key: &str| {
        let item = ja.find(item).unwrap();
        let line = item + ja[item..].find(&format!("\n{key} = \"")).unwrap() + 1;
        let text = ja[line..].lines().next().unwrap();
        (text.to_owned(), format!("{}別\"", text.strip_suffix('"').unwrap()))
    };
    for (item, key, expected) in [
        ("translates", "effort_unit", "definition, effort_unit in ja: cx-maturity: 人日, now 人日別"),
        ("translates", "effort_scope", "definition, effort_scope in ja: cx-maturity: "),
        ("translates", "title", "definition, title in ja: cx-maturity"),
        ("[sources.", "title", "sources, title in ja: "),
        ("[pillars.customers]", "name", "pillars, name in ja: customers: 顧客支援, now 顧客支援別"),
        ("[profile.size]", "help", "profile, help in ja: size: "),
        ("[questions.skills-path]", "help", "questions, help in ja: skills-path: "),
        ("[benchmarks.", "method", "benchmarks, method in ja: "),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("cx-maturity.toml", &en.replace("\"2.1.1\"", "\"2.1.2\""));
        let (from, to) = says(item, key);
        write("cx-maturity.ja.toml", &ja.replacen(&from, &to, 1));
        let ran = impact(folder.path().join("cx-maturity.toml").to_str().unwrap(), &[]);
        let lines: Vec<&str> = ran.stdout.lines().map(str::trim).collect();
        let heading = lines.iter().position(|line| *line == "What reports show otherwise").expect(&ran.stdout);
        assert!(lines[heading + 1].starts_with(expected.trim()), "{expected}\n{}", ran.stdout);
        assert!(!ran.stdout.contains("What changes in the definition"), "{}", ran.stdout);
    }
    // Its glossary says nothing to anybody.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cx-maturity.toml");
    std::fs::write(&path, &en).unwrap();
    let more = ja.replacen("\n[glossary]\n", "\n[glossary]\n\"zebra\" = \"縞馬\"\n", 1);
    assert_ne!(more, ja);
    std::fs::write(folder.path().join("cx-maturity.ja.toml"), more).unwrap();
    let ran = impact(path.to_str().unwrap(), &[]);
    assert!(ran.code == 0 && !ran.stdout.contains("[renames]"), "{}{}", ran.stdout, ran.stderr);
}

/// It is a change, and no answer means anything else by it.
#[test]
fn a_full_stop_at_the_end_of_an_option_means_nothing() {
    let option = "They get a message, often on the day itself";
    let said = |to: &str| {
        let (_folder, new) = changed(&[("\"2.1.1\"", "\"2.1.2\""), (&format!("\"{option}.\""), &format!("\"{to}\""))]);
        impact(&new, &["--fail-on", "meaning"])
    };
    let ran = said(option);
    assert!(ran.code == 0 && ran.stdout.contains("questions, options: skills-change 2: "), "{}", ran.stdout);
    assert_eq!(said(&option.replace("day", "week")).code, 1);
}

/// A route may change by it alone.
#[test]
fn the_order_of_what_counts_is_named() {
    let old = std::fs::read_to_string(root().join("tests/fixtures/facts.toml")).unwrap();
    let at = old.find("[[actions]]").unwrap();
    let second = at + 1 + old[at + 1..].find("[[actions]]").unwrap();
    let (first, second) = (&old[at..second], &old[second..]);
    let ran = of_facts(&[(first, ""), (second, &format!("{second}{first}"))], ANSWERS, &[]);
    let order = "definition, order of actions: facts: measure, plan-shifts, now plan-shifts, measure";
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(order), "{said}");
}

/// Whoever answered in a language cannot read the questions in it any more.
#[test]
fn a_translation_that_is_gone_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a", "b"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        for file in ["cx-maturity.toml", "cx-maturity.ja.toml"] {
            std::fs::copy(root().join("assessments").join(file), folder.path().join(name).join(file)).unwrap();
        }
    }
    std::fs::remove_file(folder.path().join("b/cx-maturity.ja.toml")).unwrap();
    let impact = |old: &str, new: &str| {
        let [old, new] = [old, new].map(|folder| format!("{folder}/cx-maturity.toml"));
        run_with(command(&["impact", &old, &new]).current_dir(folder.path()), "")
    };
    let ran = impact("a", "b");
    assert!(ran.stdout.contains("definition, translations: cx-maturity: ja is gone"), "{}", ran.stdout);
    assert!(ran.code == 1 && ran.stderr.contains("unraised-version"), "{}", ran.stderr);
    // A new one takes nothing from anybody.
    let ran = impact("b", "a");
    assert!(ran.code == 0 && ran.stdout.contains("translations: cx-maturity: ja is new"), "{}", ran.stdout);
    // Whoever reads in it sees other figures where it shows efforts in another unit.
    let text = std::fs::read_to_string(root().join("assessments/cx-maturity.ja.toml")).unwrap();
    let in_weeks = text.replace("effort_unit = \"人日\"\neffort_factor = 5\n", "effort_unit = \"人週\"\n");
    std::fs::write(folder.path().join("b/cx-maturity.ja.toml"), in_weeks).unwrap();
    let ran = impact("a", "b");
    assert!(ran.stdout.contains("effort_factor"), "{}", ran.stdout);
}

#[test]
fn what_is_said_of_earlier_versions_no_more_is_named_and_read_anew() {
    let (_old_folder, old) = changed(&[
        ("version = \"2.1.1\"", "version = \"2.2.0\""),
        ("[renames.actions]\n", "[renames.points.skills-path]\nbefore = \"2.2.0\"\n1 = 2\n2 = 1\n[renames.actions]\n"),
    ]);
    let (_new_folder, new) = changed(&[("version = \"2.1.1\"", "version = \"2.3.0\"")]);
    let folder = tempfile::tempdir().unwrap();
    let answers = folder.path().join("answers.toml");
    let set = "assessment = \"cx-maturity\"\nversion = \"2.1.1\"\n[answers]\nskills-path = 1\nskills-change = 3\n";
    std::fs::write(&answers, set).unwrap();
    let ran = run(&["impact", &old, &new, answers.to_str().unwrap(), "--fail-on", "lost"]);
    assert_eq!(ran.code, 1, "{}", ran.page());
    assert!(
        ran.stdout.contains("skills-path is read otherwise than before in 1 answer set of an earlier"),
        "{}",
        ran.stdout
    );
    // What was given to the version before is read as it was.
    std::fs::write(&answers, set.replace("2.1.1", "2.2.0")).unwrap();
    let ran = run(&["impact", &old, &new, answers.to_str().unwrap(), "--fail-on", "lost"]);
    assert_eq!(ran.code, 0, "{}", ran.page());
}

#[test]
fn an_earlier_id_that_leads_nowhere_any_more_is_named() {
    let text = std::fs::read_to_string(root().join("assessments/cx-maturity.toml")).unwrap();
    let renamed = text.split("[renames.actions]\n").nth(1).unwrap().lines().next().unwrap();
    let (from, to) = renamed.split_once(" = ").unwrap();
    let (_folder, new) = changed(&[("version = \"2.1.1\"", "version = \"2.2.0\""), (&format!("{renamed}\n"), "")]);
    let folder = tempfile::tempdir().unwrap();
    let answers = folder.path().join("answers.toml");
    let set = format!(
        "assessment = \"cx-maturity\"\nversion = \"2.1.1\"\n[answers]\nskills-path = 1\n[actions]\ndone = [\"{from}\"]\n"
    );
    std::fs::write(&answers, set).unwrap();
    let ran = run(&["impact", "cx-maturity", &new, answers.to_str().unwrap(), "--fail-on", "lost"]);
    let to = to.trim_matches('"');
    assert!(ran.code == 1 && ran.stdout.contains(&format!("{to} is read otherwise than before")), "{}", ran.page());
    assert!(ran.stdout.contains(&format!("{from}: {to} is gone")), "{}", ran.stdout);
}

/// What is recorded as done would be said of what nobody did.
#[test]
fn an_action_that_is_another_under_its_id_means_something_else() {
    let another = [
        ("title = \"Plan shifts by volume\"", "title = \"Answer the telephone\""),
        ("why = \"People are there when customers are.\"", "why = \"Who calls wants an answer.\""),
        ("steps = [\"Count contacts by the hour.\", \"Plan by them.\"]", "steps = [\"Pick it up.\"]"),
        ("raises = { shifts = 2 }\nsource", "raises = { calls = 2 }\nsource"),
    ];
    let done = format!("{ANSWERS}[actions]\ndone = [\"plan-shifts\"]\n");
    let ran = of_facts(&another, &done, &["--fail-on", "meaning"]);
    assert_snapshot!(ran.page());
    // Nobody recorded it; and one that only says more of itself is what it was.
    assert_eq!(of_facts(&another, ANSWERS, &["--fail-on", "meaning"]).code, 0);
    let ran = of_facts(&another[..2], &done, &["--fail-on", "meaning"]);
    assert!(ran.code == 0 && !ran.stdout.contains("nothing is as it was"), "{}", ran.page());
}

/// The middle of a word is no place to cut it.
#[test]
fn keys_that_are_much_alike_are_shown_whole() {
    let (_folder, new) = changed(&[
        ("version = \"2.1.1\"", "version = \"3.0.0\""),
        ("{ criteria_in_place = 4 }", "{ criteria_in_place = 5 }"),
    ]);
    let said = impact(&new, &[]).stdout;
    assert!(said.contains("criteria_in_place = 4, now criteria_in_place = 5"), "{said}");
}
