//! `cxm check` and `cxm explain`.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use tempfile::TempDir;

use crate::program::{Ran, command, root, run, run_with};

/// A folder with one definition, made of `tests/rules/base.toml` with each of `edits`.
fn folder(edits: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(root().join("tests/rules/base.toml")).unwrap();
    let text = edits.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "there is no {from:?}");
        text.replacen(from, to, 1)
    });
    fs::write(folder.path().join("base.toml"), text).unwrap();
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = command(&[&["check"], arguments].concat());
    run_with(command.current_dir(folder), "")
}

/// A question without help that suggests its answer, and an effort in quotes.
const WANTING: &[(&str, &str)] = &[
    ("text = \"How soon is a message answered?\"", "text = \"Surely every message is answered?\""),
    ("help = \"Count the hours.\"\n", ""),
];

#[test]
fn what_is_bundled_passes_with_every_group_denied() {
    assert_snapshot!(run(&["check", "assessments", "--deny", "correctness,suspicious,translation,style"]).page(), @r"
    exit 0
    ----- stdout
    ----- stderr
    checked 5 definitions and 5 translations: no findings
    ");
}

#[test]
fn a_case_that_does_not_come_out() {
    let folder = folder(&[
        (
            "expect = { level = \"low\", overall = 0, route = [\"hire\"] }",
            "expect = { level = \"high\", in_place = [\"speed\"], route = [] }",
        ),
        ("expect = { level = \"high\" }", "expect = { possible = \"low\", overall = 99.9, route = [\"hire\"] }"),
    ]);
    assert_snapshot!(check(folder.path(), &["base.toml"]).page());
}

#[test]
fn a_folder_without_definitions() {
    assert_snapshot!(run(&["check", "benches"]).page(), @r"
    exit 3
    ----- stdout
    ----- stderr
    error: there is no definition in benches
    ");
}

/// A folder `assessments` with a definition, its translation, and answers to it.
fn team() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("assessments");
    fs::create_dir(&at).unwrap();
    for (from, to) in [("good.toml", "desk.toml"), ("good.ja.toml", "desk.ja.toml")] {
        let text = fs::read_to_string(root().join("tests/rules/stale-translation").join(from)).unwrap();
        fs::write(at.join(to), text.replace("\"good\"", "\"desk\"")).unwrap();
    }
    fs::write(at.join("answers.toml"), "assessment = \"desk\"\n[answers]\nspeed-answer = 3\n").unwrap();
    folder
}

#[test]
fn every_file_below_a_folder_is_checked_or_said() {
    let whole = team();
    let passed = "checked 1 definition and 1 translation: no findings\n";
    let passed_over = "note: not checked (no definition): assessments/answers.toml\n";
    for arguments in [&["assessments"][..], &[], &["assessments", "."]] {
        let ran = check(whole.path(), arguments);
        assert_eq!((ran.code, ran.stderr), (0, format!("{passed_over}{passed}")), "{arguments:?}");
    }
    for arguments in [
        &["assessments/desk.ja.toml"][..],
        &["assessments/desk.toml", "assessments/desk.ja.toml"],
        &["assessments/desk.ja.toml", "assessments/desk.ja.toml"],
    ] {
        let ran = check(whole.path(), arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, passed), "{arguments:?}");
    }
    let broken = |what: &str, change: fn(&Path)| {
        let team = team();
        change(&team.path().join("assessments"));
        let ran = check(team.path(), &["assessments"]);
        assert_eq!(ran.code, 1, "{what}: {}", ran.stdout);
        assert_eq!(check(team.path(), &[]).stdout, ran.stdout, "{what}");
        assert_snapshot!(format!("folder_{what}"), ran.page());
    };
    broken("emptied", |at| fs::write(at.join("desk.toml"), "").unwrap());
    broken("deleted", |at| fs::remove_file(at.join("desk.toml")).unwrap());
    broken("renamed", |at| fs::rename(at.join("desk.toml"), at.join("office.toml")).unwrap());
    broken("in_a_subfolder", |at| {
        fs::create_dir(at.join("desks")).unwrap();
        fs::rename(at.join("desk.toml"), at.join("desks/desk.toml")).unwrap();
    });
    broken("translation_emptied", |at| fs::write(at.join("desk.ja.toml"), "").unwrap());
    broken("translation_misnamed", |at| fs::rename(at.join("desk.ja.toml"), at.join("desk.ja_JP.toml")).unwrap());
    // What is no TOML any more may have been a definition: it says of itself what it is not.
    for text in ["x\n", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "{\"a\": 1}\n", "\0\0\0\0"] {
        let team = team();
        fs::remove_file(team.path().join("assessments/desk.ja.toml")).unwrap();
        fs::write(team.path().join("assessments/desk.toml"), text).unwrap();
        let ran = check(team.path(), &["assessments", "-f", "json"]);
        assert_eq!((ran.code, ran.stdout.contains("\"rule\": \"syntax\"")), (1, true), "{text:?}: {}", ran.stdout);
    }
    let alone = team();
    fs::remove_file(alone.path().join("assessments/desk.toml")).unwrap();
    assert_eq!(check(alone.path(), &["assessments/desk.ja.toml"]).code, 1);
}

/// Hidden files, what is no definition, and linked folders, which might lead back: in every form.
#[cfg(unix)]
#[test]
fn what_is_not_checked_is_said_in_every_form() {
    let team = team();
    let at = team.path().join("assessments");
    for folder in [".h", ".git"] {
        fs::create_dir(at.join(folder)).unwrap();
        fs::copy(at.join("desk.toml"), at.join(folder).join("a.toml")).unwrap();
    }
    fs::copy(at.join("desk.toml"), at.join(".b.toml")).unwrap();
    std::os::unix::fs::symlink("..", at.join("back")).unwrap();
    let said = "note: not checked (no definition): assessments/answers.toml\n\
        note: not checked (hidden): assessments/.b.toml, assessments/.h/a.toml\n\
        note: not checked (a link to a folder): assessments/back\n\
        checked 1 definition and 1 translation: no findings\n";
    for format in ["human", "json", "sarif", "github", "junit"] {
        let ran = check(team.path(), &["assessments", "-f", format]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, said), "{format}");
        for name in ["answers.toml", ".b.toml", ".h/a.toml", "back"] {
            assert!(
                format == "human" || ran.stdout.contains(&format!("assessments/{name}")),
                "{format}: {}",
                ran.stdout
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_said() {
    let team = team();
    std::os::unix::fs::symlink("../gone.toml", team.path().join("assessments/gone.toml")).unwrap();
    let ran = check(team.path(), &["assessments", "-f", "github"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stdout.starts_with("::error file=assessments/gone.toml,line=1"), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("unreadable-file"), "{}", ran.stdout);
}

#[test]
fn a_text_that_speaks_of_translating_makes_no_translation() {
    let text = "description = \"\"\"\nIt\ntranslates what customers say.\n\"\"\"";
    let folder = folder(&[("description = \"A definition in which nothing is found.\"", text)]);
    assert_eq!(check(folder.path(), &[]).stderr, "checked 1 definition and 0 translations: no findings\n");
}

#[test]
fn what_cannot_be_read_is_said_in_every_form() {
    let team = team();
    let at = team.path().join("assessments");
    let latin =
        "schema = 1\nid = \"caf\u{e9}\"\n".chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<_>>();
    fs::write(at.join("desk.ja.toml"), &latin).unwrap();
    fs::write(at.join("large.toml"), "#".repeat((2 << 20) + 1)).unwrap();
    for format in ["human", "json", "sarif", "github", "junit"] {
        let ran = check(team.path(), &["assessments", "gone.toml", "-f", format]);
        assert_eq!(ran.code, 3, "{format}");
        for file in ["assessments/desk.ja.toml", "assessments/large.toml", "gone.toml"] {
            assert!(ran.stdout.contains(file), "{format}: {file}\n{}", ran.stdout);
        }
        if format == "sarif" {
            let log: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
            assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
            assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 3);
        } else if format != "json" {
            assert_snapshot!(format!("unreadable_as_{format}"), ran.page());
        }
    }
    let log = check(team.path(), &["assessments/desk.toml", "-f", "sarif"]);
    assert_eq!(log.code, 3, "the translation is beside it");
    fs::remove_file(at.join("desk.ja.toml")).unwrap();
    let log = check(team.path(), &["assessments/desk.toml", "-f", "sarif"]).stdout;
    let log: serde_json::Value = serde_json::from_str(&log).unwrap();
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn what_is_beyond_the_fiftieth_is_counted_by_rule() {
    let actions: String = (0..60)
        .map(|at| {
            format!(
                "[[actions]]\nid = \"a{at}\"\ntitle = \"A{at}\"\nwhy = \"So.\"\nsteps = [\"Go.\"]\neffort = 1\n\
                 raises = {{ speed-answer = 1 }}\n\n"
            )
        })
        .collect();
    let many = folder(&[("[[cases]]", &format!("{actions}[[cases]]"))]);
    let ran = check(many.path(), &["--warn", "unsourced-action"]);
    let last = ran.stdout.trim_end().lines().last().unwrap();
    assert_snapshot!(last, @"... and 189 more: 48 of duplicate-item, 47 of idle-action, 47 of unsourced-action, 47 of untested-action");
}

#[test]
fn from_stdin() {
    let text = fs::read_to_string(root().join("tests/rules/base.toml")).unwrap();
    assert_eq!(run_with(&mut command(&["check", "-"]), &text).code, 0);
    let ran = run_with(&mut command(&["check", "-"]), &text.replace("effort = 4", "effort = 0"));
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("--> <stdin>:40:10"), "{}", ran.stdout);
}

#[test]
fn levels_by_group_by_rule_and_by_the_definition() {
    let wanting = folder(WANTING);
    let found = |folder: &TempDir, arguments: &[&str]| {
        let ran = check(folder.path(), &[&["-f", "json"], arguments].concat());
        let page: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let line = |finding: &serde_json::Value| {
            format!("\n{}[{}] {}", text(&finding["level"]), text(&finding["rule"]), text(&finding["level_from"]))
        };
        format!("exit {}{}", ran.code, page["findings"].as_array().unwrap().iter().map(line).collect::<String>())
    };
    assert_snapshot!(found(&wanting, &[]), @"exit 0");
    assert_snapshot!(found(&wanting, &["--warn", "style"]), @r"
    exit 0
    warning[missing-help] `warn` by `--warn style`
    warning[leading-question] `warn` by `--warn style`
    ");
    assert_snapshot!(found(&wanting, &["--deny", "style", "--allow", "missing-help"]), @r"
    exit 1
    error[leading-question] `deny` by `--deny style`
    ");
    assert_snapshot!(found(&wanting, &["--deny", "missing-help", "--allow", "style"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny missing-help`
    ");
    assert_snapshot!(found(&wanting, &["--allow", "style", "--deny", "style"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny style`
    error[leading-question] `deny` by `--deny style`
    ");
    assert_snapshot!(found(&wanting, &["--deny", "style", "--allow", "style"]), @"exit 0");
    let lints = "[lints]\nstyle = \"warn\"\nleading-question = \"allow\"\n\n[[sources]]";
    let own = folder(&[WANTING, &[("[[sources]]", lints)]].concat());
    assert_snapshot!(found(&own, &[]), @r#"
    exit 0
    warning[missing-help] `warn` by `style = "warn"` under `[lints]`
    "#);
    assert_snapshot!(found(&own, &["--deny", "style"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny style`
    ");
    assert_snapshot!(found(&own, &["--deny", "leading-question,missing-help"]), @r"
    exit 1
    error[missing-help] `deny` by `--deny missing-help`
    error[leading-question] `deny` by `--deny leading-question`
    ");
}

#[test]
fn levels_that_there_are_not() {
    assert_snapshot!(run(&["check", "--deny", "mising-help"]).page());
    assert_snapshot!("what_cannot_be_set", run(&["check", "--allow", "syntax"]).page());
    let lints = "[lints]\nstyle = \"loud\"\nmissing-key = \"allow\"\nmissing-help = 1\n\n[[sources]]";
    assert_snapshot!("lints_that_there_are_not", check(folder(&[("[[sources]]", lints)]).path(), &[]).page());
}

#[test]
fn the_exit_code_does_not_depend_on_the_form() {
    let warned = folder(&[("\n[[levels]]", "\n[[sources]]\nid = \"other\"\ntitle = \"Another book\"\n\n[[levels]]")]);
    let denied = folder(&[("effort = 4", "effort = \"4\"")]);
    for format in ["human", "json", "sarif", "github", "junit"] {
        assert_eq!(check(warned.path(), &["-f", format]).code, 0, "{format}");
        assert_eq!(check(warned.path(), &["-f", format, "--deny", "suspicious"]).code, 1, "{format}");
        assert_eq!(check(denied.path(), &["-f", format]).code, 1, "{format}");
    }
}

#[test]
fn every_form() {
    let both = folder(&[("effort = 4", "effort = \"4\""), ("[[sources]]", "[lints]\nstile = \"warn\"\n\n[[sources]]")]);
    for format in ["human", "json", "github", "junit"] {
        assert_snapshot!(format!("as_{format}"), check(both.path(), &["-f", format]).page());
    }
    let log: serde_json::Value = serde_json::from_str(&check(both.path(), &["-f", "sarif"]).stdout).unwrap();
    assert_snapshot!("as_sarif", serde_json::to_string_pretty(&log["runs"][0]["results"]).unwrap());
    assert_eq!(check(both.path(), &["-f", "sarif", "-o", "log.sarif"]).stdout, "");
    let written = fs::read_to_string(both.path().join("log.sarif")).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), log);
}

#[test]
fn the_findings_are_not_written_over_what_is_checked() {
    let clean = folder(&[]);
    let before = fs::read_to_string(clean.path().join("base.toml")).unwrap();
    assert_snapshot!(check(clean.path(), &["-f", "json", "-o", "base.toml"]).page());
    assert_eq!(fs::read_to_string(clean.path().join("base.toml")).unwrap(), before);
}

#[test]
fn mending_what_is_certain() {
    let wanting = folder(&[("effort = 4", "effort = \"4\""), ("version = \"1.0.0\"", "version = 1.0")]);
    let path = wanting.path().join("base.toml");
    fs::write(
        wanting.path().join("base.ja.toml"),
        fs::read_to_string(root().join("tests/rules/unrecorded-translation/bad.ja.toml"))
            .unwrap()
            .replace("\"bad\"", "\"bsae\"")
            .replace(" # <- unrecorded-translation", ""),
    )
    .unwrap();
    let before = fs::read_to_string(&path).unwrap();
    assert_snapshot!("mending_shown", check(wanting.path(), &["--fix", "--dry-run"]).page());
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    assert_snapshot!("mending_done", check(wanting.path(), &["--fix"]).page());
    assert_ne!(fs::read_to_string(&path).unwrap(), before);
    assert_eq!(check(wanting.path(), &["--deny", "translation,suspicious"]).code, 0);
    assert_eq!(check(wanting.path(), &["--fix", "--dry-run"]).stdout, "");
}

/// Files and their texts after `--fix`, and what is said of the ids.
fn mended(files: &[(&str, &str)]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let ran = check(folder.path(), &["--fix"]);
    (files.iter().map(|(name, _)| fs::read_to_string(folder.path().join(name)).unwrap()).collect(), ran.stdout)
}

#[test]
fn an_id_is_not_written_for_one_that_may_be_right() {
    let base = fs::read_to_string(root().join("tests/rules/base.toml")).unwrap();
    let ja = fs::read_to_string(root().join("tests/rules/unrecorded-translation/bad.ja.toml")).unwrap();
    let ja = ja.replace("\"bad\"", "\"base\"");
    // What refers to it and what translates it agree against its own declaration.
    let misspelt = base.replace("id = \"speed-answer\"", "id = \"sped-answer\"");
    let (texts, said) = mended(&[("base.toml", &misspelt), ("base.ja.toml", &ja)]);
    assert_eq!(texts[0], misspelt);
    assert!(texts[1].contains("[questions.speed-answer]"), "{}", texts[1]);
    let why = "did you mean `sped-answer`? `speed-answer` stands in one more place: if it is right, mend `sped-answer`";
    assert!(said.contains(why), "{said}");
    // What it meant may be gone: the other is meant elsewhere.
    let removed = base.replace("answers = { \"*\" = 1 }", "answers = { speed-answr = 1, speed-answer = 1 }");
    let (texts, said) = mended(&[("base.toml", &removed)]);
    assert_eq!(texts[0], removed);
    assert!(said.contains("did you mean `speed-answer`?"), "{said}");
    // Nothing else is called so, and nothing else is meant by it; and where only letters of another case are written.
    for written in ["speed-answr", "Speed_Answer"] {
        let once = base.replace("raises = { speed-answer", &format!("raises = {{ {written}"));
        assert_eq!(mended(&[("base.toml", &once)]).0[0], base, "{written}");
    }
}

#[test]
fn only_parts_that_are_well_formed_then_are_edited() {
    let base = fs::read_to_string(root().join("tests/rules/base.toml")).unwrap();
    let two = base
        .replace("steps = [\"Ask around.\"]", "\"Ask around.\",\n\"Then hire.\",\n]")
        .replace("effort = 4", "effort = 4%")
        .replace("answers = { \"*\" = 5 }", "answers = } \"*\" = 5 }")
        .replace("not_applicable = false", "not_applicable = no");
    let (texts, _) = mended(&[("base.toml", &two)]);
    assert_eq!(texts[0], two.replace("= no\n", "= false\n"));
    // A byte-order mark stays.
    let marked = format!("\u{feff}{}", base.replace("effort = 4", "effort = \"4\""));
    assert_eq!(mended(&[("base.toml", &marked)]).0[0], format!("\u{feff}{base}"));
}

#[test]
fn the_rules_in_a_list() {
    assert_snapshot!(run(&["check", "--list", "--deny", "style", "--allow", "leading-question"]).page());
}

#[test]
fn a_rule_explained() {
    assert_snapshot!(run(&["explain", "stale-translation"]).page());
    assert_snapshot!("a_rule_that_there_is_not", run(&["explain", "stale-translations"]).page());
    let page = run(&["explain", "missing-key"]).stdout;
    for written in ["[missing-key]", "error[missing-key]", " error[missing-key]: a level needs the key `name`"] {
        assert_eq!(run(&["explain", written]).stdout, page, "{written}");
    }
    assert_snapshot!("a_group_explained", run(&["explain", "notice"]).page());
    for rule in ["other-version", "case-mismatch", "out-of-range", "long-text"] {
        assert_snapshot!(format!("explained_{rule}"), run(&["explain", rule]).stdout);
    }
}

/// The bounds on the page are those of the schema, and of `FORMAT.md`.
#[test]
fn the_page_on_bounds_has_each_of_them() {
    fn bounds(node: &serde_json::Value, found: &mut Vec<String>) {
        let keys = ["minItems", "maxItems", "minimum", "maximum", "maxLength"];
        if let Some(object) = node.as_object() {
            found.extend(
                keys.iter().filter_map(|key| object.get(*key)).filter(|of| of.is_number()).map(ToString::to_string),
            );
            object.values().for_each(|node| bounds(node, found));
        }
    }
    let schema = fs::read_to_string(root().join("assessments/schema/definition.json")).unwrap();
    let mut found = Vec::new();
    bounds(&serde_json::from_str(&schema).unwrap(), &mut found);
    let page = run(&["explain", "out-of-range"]).stdout;
    let numbers: Vec<&str> =
        page.split(|c: char| !c.is_ascii_digit() && c != '.').map(|of| of.trim_end_matches('.')).collect();
    for bound in found {
        assert!(numbers.contains(&bound.as_str()), "{bound} is not in\n{page}");
    }
}

/// Many actions that all look alike, each with a twin that costs and raises the same, so that the search for a route is cut
/// short; and a case that expects this route.
fn of_twins(route: &[String]) -> String {
    use std::fmt::Write as _;

    let mut text = "schema = 1\nid = \"twins\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ntitle = \"Twins\"\ndescription = \"Two of each.\"\n\
        [[levels]]\nid = \"low\"\nname = \"Low\"\nsummary = \"Here.\"\n\
        [[levels]]\nid = \"high\"\nname = \"High\"\nsummary = \"There.\"\nrequires = { criteria_in_place = 15, overall = 45 }\n"
        .to_owned();
    for criterion in 0..40 {
        let _ = writeln!(text, "[[criteria]]\nid = \"c{criterion}\"\nname = \"C{criterion}\"\ndescription = \"One.\"");
        for question in 0..3 {
            let _ = writeln!(
                text,
                "[[criteria.questions]]\nid = \"c{criterion}-q{question}\"\ntext = \"How much of {question} in {criterion}?\"\n\
                 options = [\"none\", \"some\", \"half\", \"most\", \"all\"]"
            );
        }
    }
    let mut state = 7u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for pair in 0..90 {
        let mut raises: Vec<String> =
            (0..4).map(|_| format!("c{}-q{} = {}", random(40), random(3), 4 + random(2))).collect();
        raises.sort();
        raises.dedup_by_key(|raise| raise.split(' ').next().unwrap_or_default().to_owned());
        let effort = 998 + random(3);
        for twin in ["a", "b"] {
            let _ = writeln!(
                text,
                "[[actions]]\nid = \"do-{pair}-{twin}\"\ntitle = \"Do {pair} {twin}\"\nwhy = \"It helps.\"\n\
                 steps = [\"Do.\"]\neffort = {effort}\nraises = {{ {} }}",
                raises.join(", ")
            );
        }
    }
    let route = route.join("\", \"");
    text + &format!(
        "[[cases]]\nname = \"from nothing\"\nanswers = {{ \"*\" = 1 }}\nexpect = {{ route = [\"{route}\"] }}\n"
    )
}

/// Where it is not proven that a route is the shortest, an expectation that costs no more is as right.
#[test]
fn an_expectation_that_is_as_good_as_an_unproven_route_is_no_mistake() {
    use cxm::answers::{Answer, OwnPlan};
    use cxm::definition::{self, Profile};
    use cxm::diagnostic::Source;
    use cxm::plan::{Aim, plan};
    use cxm::score::Scheme;

    let read = |route: &[String]| std::sync::Arc::new(Source::new("twins.toml", of_twins(route)));
    let definition = definition::read(&read(&[])).0.unwrap();
    let scheme = Scheme::compile(&definition, &Profile::default());
    let answers = vec![Answer::Option(0); scheme.questions.len()];
    let route = plan(&scheme, &answers, &OwnPlan::default(), &Aim::NEXT).unwrap().route;
    assert!(!route.proven && route.unmet.is_empty(), "this has become too easy for the test");
    let found: Vec<String> = route.actions.iter().map(|at| definition.actions[*at].id.clone()).collect();
    let twins: Vec<String> = found
        .iter()
        .map(|id| id.strip_suffix("-a").map_or_else(|| id.replace("-b", "-a"), |id| format!("{id}-b")))
        .collect();
    assert!(twins.iter().all(|id| !found.contains(id)), "each does what its twin does");
    let said = |route: &[String]| -> Vec<String> {
        let findings = cxm::check::check(&read(route), &[], &cxm::check::Severities::default());
        let of_route = |id: &str| matches!(id, "case-mismatch" | "undecided");
        let findings = findings.into_iter().filter(|finding| of_route(finding.rule.id));
        findings.map(|finding| format!("{}: {}", finding.rule.id, finding.message)).collect()
    };
    // That it is as good is all that is known, of the one and of the other.
    let (least, effort) = (route.at_least, route.effort);
    assert!(least < effort, "this has become too easy for the test");
    let unproven = format!(
        "undecided: not decided: whether this is the shortest route: one takes at least {least}, this {effort}"
    );
    assert_eq!((said(&twins), said(&found)), (vec![unproven.clone()], vec![unproven]));
    let dearer: Vec<String> = twins.iter().cloned().chain([found[0].clone()]).collect();
    let dearer = said(&dearer);
    assert!(matches!(&dearer[..], [one] if one.starts_with("case-mismatch: `route` is ")), "{dearer:?}");
}
