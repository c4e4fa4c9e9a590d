//! The recipes in `examples/ci` and `action.yml`, as a team's runner and its members' machines run them: the steps of the
//! workflow and of the action in a shell, and the commands of the hooks, in a repository of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use saphyr::{LoadableYamlNode as _, Yaml};
use tempfile::TempDir;

use crate::program::root;

fn recipe(name: &str) -> Yaml<'static> {
    yaml(&format!("examples/ci/{name}"))
}

fn yaml(path: &str) -> Yaml<'static> {
    let text = fs::read_to_string(root().join(path)).unwrap();
    Yaml::load_from_str(Box::leak(text.into_boxed_str())).unwrap().remove(0)
}

/// A repository with a definition and answers to it on `main`, as the remote has it too.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        for (from, to) in [("good.toml", "desk.toml"), ("good.ja.toml", "desk.ja.toml")] {
            let text = fs::read_to_string(root().join("tests/rules/stale-translation").join(from)).unwrap();
            repository.write(&format!("assessments/{to}"), &text.replace("\"good\"", "\"desk\""));
        }
        for (name, points) in [("north", 3), ("south of here", 5)] {
            let answers = format!("assessment = \"desk\"\nversion = \"1.0.0\"\n[answers]\nspeed-answer = {points}\n");
            repository.write(&format!("answers/desk/{name}.toml"), &answers);
        }
        repository.git(&["init", "-q", "-b", "main"]);
        repository.publish();
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn edit(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path().join(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, &text.replacen(from, to, 1));
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.current_dir(self.path()).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"]);
        let output = command.args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", "a change"]);
    }

    /// Commits what is there, and has it on the remote's `main`.
    fn publish(&self) {
        self.commit();
        self.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    }

    /// Runs the steps of the workflow behind the installation until one fails, as for a pull request.
    fn workflow(&self) -> Run {
        self.commit();
        let workflow = recipe("github-workflow.yml");
        let (summary, temporary) = (self.path().join(".git/summary"), self.path().join(".git/temporary"));
        let _ = (fs::remove_file(&summary), fs::remove_dir_all(&temporary));
        fs::create_dir(&temporary).unwrap();
        self.git(&["worktree", "prune"]);
        let mut run = Run { failed: None, log: String::new(), summary: String::new() };
        for step in workflow["jobs"]["check"]["steps"].as_vec().unwrap() {
            let text = |key: &str| step.as_mapping_get(key).and_then(Yaml::as_str);
            let (Some(script), Some(name)) = (text("run"), text("name")) else { continue };
            if text("if").is_some_and(|condition| condition.contains("cache-hit")) {
                continue;
            }
            let mut command = self.shell(script);
            for (key, value) in workflow["env"].as_mapping().unwrap() {
                command.env(key.as_str().unwrap(), value.as_str().unwrap());
            }
            command.env("GITHUB_BASE_REF", "main").env("GITHUB_STEP_SUMMARY", &summary).env("RUNNER_TEMP", &temporary);
            let output = command.output().unwrap();
            run.log += &String::from_utf8(output.stdout).unwrap();
            run.log += &String::from_utf8(output.stderr).unwrap();
            if !output.status.success() {
                run.failed = Some(name.to_owned());
                break;
            }
        }
        run.summary = fs::read_to_string(&summary).unwrap_or_default();
        run
    }

    /// Runs the steps of the action behind the installation until one fails, with these inputs beside the default ones.
    fn action(&self, inputs: &[(&str, &str)]) -> Run {
        let (action, temporary) = (yaml("action.yml"), self.path().join(".git/temporary"));
        let _ = fs::remove_dir_all(&temporary);
        fs::create_dir_all(temporary.join("cxm/bin")).unwrap();
        // Where the first step installs it.
        fs::hard_link(env!("CARGO_BIN_EXE_cxm"), temporary.join("cxm/bin/cxm"))
            .or_else(|_| fs::copy(env!("CARGO_BIN_EXE_cxm"), temporary.join("cxm/bin/cxm")).map(drop))
            .unwrap();
        let mut run = Run { failed: None, log: String::new(), summary: String::new() };
        for step in action["runs"]["steps"].as_vec().unwrap().iter().skip(1) {
            let Some(script) = step.as_mapping_get("run").and_then(Yaml::as_str) else { continue };
            let mut command = self.shell(script);
            for (key, value) in step["env"].as_mapping().unwrap() {
                let input = value.as_str().unwrap().strip_prefix("${{ inputs.").unwrap().strip_suffix(" }}").unwrap();
                let given = inputs.iter().find(|(name, _)| *name == input).map(|(_, value)| *value);
                let value = given.or_else(|| action["inputs"][input]["default"].as_str()).unwrap();
                command.env(key.as_str().unwrap(), value);
            }
            let output = command.env("RUNNER_TEMP", &temporary).output().unwrap();
            run.log += &String::from_utf8(output.stdout).unwrap();
            run.log += &String::from_utf8(output.stderr).unwrap();
            if !output.status.success() {
                run.failed = step["name"].as_str().map(str::to_owned);
                break;
            }
        }
        run.summary = fs::read_to_string(temporary.join("cxm.sarif")).unwrap_or_default();
        run
    }

    /// Runs the commands of the hooks; the ids of those that fail.
    fn hooks(&self) -> Vec<String> {
        let hooks = recipe("pre-commit-config.yaml");
        let hooks = hooks["repos"][0]["hooks"].as_vec().unwrap();
        let fails = |hook: &&Yaml<'_>| !self.shell(hook["entry"].as_str().unwrap()).output().unwrap().status.success();
        hooks.iter().filter(fails).map(|hook| hook["id"].as_str().unwrap().to_owned()).collect()
    }

    /// `script` in the shell of a runner, with the program on its path.
    fn shell(&self, script: &str) -> Command {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_cxm"));
        let path = std::env::var_os("PATH").unwrap();
        let path = std::env::join_paths(
            [program.parent().unwrap().to_owned()].into_iter().chain(std::env::split_paths(&path)),
        );
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
        command.current_dir(self.path()).env_clear().env("PATH", path.unwrap());
        command
    }
}

/// What a run of the workflow came to.
struct Run {
    /// The step that failed.
    failed: Option<String>,
    log: String,
    summary: String,
}

const CHECK: &str = "Check all definitions, their translations and worked examples";
const IMPACT: &str = "Show who would change level or route";
const READ: &str = "Read all answers to what changed";

#[test]
fn a_change_without_definitions_passes() {
    let repository = Repository::new();
    repository.write("README.md", "Ours.\n");
    let run = repository.workflow();
    assert_eq!((run.failed, run.summary.as_str()), (None, ""), "{}", run.log);
    assert_eq!(repository.hooks(), [""; 0]);
}

#[test]
fn who_changes_level_is_shown_of_every_definition_that_changed() {
    let repository = Repository::new();
    let moved =
        fs::read_to_string(repository.path().join("assessments/desk.toml")).unwrap().replace("\"desk\"", "\"inn\"");
    repository.write("assessments/more of them/inn.toml", &moved);
    repository.write("answers/inn/east.toml", "assessment = \"inn\"\n[answers]\nspeed-answer = 3\n");
    repository.publish();
    for name in ["assessments/desk.toml", "assessments/more of them/inn.toml"] {
        repository.edit(name, "name = \"Speed\"\n", "name = \"Speed\"\nin_place = 50\n");
    }
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(IMPACT), "{}", run.log);
    assert!(run.log.contains("this differs from version 1.0.0, and is called version 1.0.0"), "{}", run.log);
    assert!(run.summary.contains("`inn` does not pass: "), "{}", run.summary);
    for name in ["assessments/desk.toml", "assessments/more of them/inn.toml"] {
        repository.edit(name, "version = \"1.0.0\"", "version = \"1.1.0\"");
    }
    let run = repository.workflow();
    assert_eq!(run.failed, None, "{}", run.log);
    for shown in
        ["north", "east", "Of 2 answer sets, 1 changes level", "\n\n## inn", "Of 1 answer set, 1 changes level"]
    {
        assert!(run.summary.contains(shown), "{shown}:\n{}", run.summary);
    }
}

#[test]
fn what_is_new_gone_or_without_answers_is_said() {
    let repository = Repository::new();
    let text = fs::read_to_string(repository.path().join("assessments/desk.toml")).unwrap();
    for id in ["gone", "quiet"] {
        repository.write(&format!("assessments/{id}.toml"), &text.replace("\"desk\"", &format!("\"{id}\"")));
    }
    repository.publish();
    repository.write("assessments/fresh.toml", &text.replace("\"desk\"", "\"fresh\""));
    fs::remove_file(repository.path().join("assessments/gone.toml")).unwrap();
    repository.edit("assessments/quiet.toml", "effort = 4", "effort = 5");
    // Without answers too, content changes with its version only.
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(IMPACT), "{}", run.log);
    assert!(run.log.contains("unraised-version"), "{}", run.log);
    repository.edit("assessments/quiet.toml", "version = \"1.0.0\"", "version = \"1.0.1\"");
    let run = repository.workflow();
    assert_eq!(run.failed, None, "{}", run.log);
    insta::assert_snapshot!(run.summary, @r"
    `fresh` is new: there is nothing to compare with.

    `gone` is no longer there.

    ## quiet 1.0.0 to quiet 1.0.1

    No answer set was given: this is what changes in the definition.

    ### What changes in the definition

    - actions, effort: hire: 4, now 5
    ");
}

#[test]
fn answers_that_cannot_be_read_fail_the_step_and_hide_no_others() {
    let repository = Repository::new();
    repository.edit("assessments/desk.toml", "name = \"Speed\"\n", "name = \"Speed\"\nin_place = 50\n");
    repository.edit("assessments/desk.toml", "version = \"1.0.0\"", "version = \"1.1.0\"");
    repository.write("answers/desk/broken.toml", "assessment = \"desk\"\n[answers]\nspeed-answer = soon\n");
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(READ), "{}", run.log);
    assert!(run.log.contains("answers/desk/broken.toml"), "{}", run.log);
    assert!(run.summary.contains("north"), "{}", run.summary);
    repository.publish();
    let (from, to) = ("version = \"1.1.0\"", "version = \"1.2.0\"");
    repository.edit("assessments/desk.toml", from, to);
    let run = repository.workflow();
    assert!(run.summary.contains("Of 2 answer sets"), "{}", run.summary);
    assert!(run.summary.contains("`desk` does not pass: the log says which answers could not be compared"));
}

#[test]
fn answers_are_read_where_they_alone_change() {
    let repository = Repository::new();
    let moved = fs::read_to_string(repository.path().join("assessments/desk.toml")).unwrap();
    repository.write("answers/desk/slip.toml", "assessment = \"desk\"\n[answers]\nspeed-anser = 3\n");
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(READ), "{}", run.log);
    assert!(run.log.contains("has no question `speed-anser`"), "{}", run.log);
    fs::remove_file(repository.path().join("answers/desk/slip.toml")).unwrap();
    // Of a new definition too.
    repository.write("assessments/inn.toml", &moved.replace("\"desk\"", "\"inn\""));
    repository.write("answers/inn/east.toml", "assessment = \"inn\"\n[answers]\nspeed-answer = 9\n");
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(READ), "{}", run.log);
    repository.edit("answers/inn/east.toml", "= 9", "= 3");
    assert_eq!(repository.workflow().failed, None);
}

/// Answers lie in folders of folders as well, and none beside them.
#[test]
fn answers_in_every_folder_are_read() {
    let repository = Repository::new();
    let slip = "assessment = \"desk\"\n[answers]\nspeed-answer = 9\n";
    repository.write("answers/desk/2026 north/slip.toml", slip);
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(READ), "{}", run.log);
    assert!(run.log.contains("2026 north/slip.toml"), "{}", run.log);
    repository.edit("answers/desk/2026 north/slip.toml", "= 9", "= 3");
    repository.publish();
    repository.edit("assessments/desk.toml", "version = \"1.0.0\"", "version = \"1.1.0\"");
    let run = repository.workflow();
    assert_eq!(run.failed, None, "{}", run.log);
    assert!(run.summary.contains("Of 3 answer sets"), "{}", run.summary);
    repository.write("answers/loose.toml", slip);
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(READ), "{}", run.log);
    assert!(run.log.contains("::error file=answers/loose.toml"), "{}", run.log);
}

/// One id in two folders could be compared with either.
#[test]
fn a_second_definition_of_the_same_id_fails_the_check() {
    let repository = Repository::new();
    let text = fs::read_to_string(repository.path().join("assessments/desk.toml")).unwrap();
    repository.write("assessments/aa/desk.toml", &text);
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(CHECK), "{}", run.log);
    assert!(run.log.contains("another definition has the id `desk`"), "{}", run.log);
}

/// Into another folder, with a change under the same version, or in its translation alone.
#[test]
fn what_is_moved_or_only_translated_is_compared() {
    let repository = Repository::new();
    for file in ["desk.toml", "desk.ja.toml"] {
        let text = fs::read_to_string(repository.path().join("assessments").join(file)).unwrap();
        repository.write(&format!("assessments/more/{file}"), &text);
        fs::remove_file(repository.path().join("assessments").join(file)).unwrap();
    }
    let run = repository.workflow();
    assert_eq!(
        (run.failed.as_deref(), run.summary.matches("## desk").count()),
        (None, 1),
        "{}{}",
        run.log,
        run.summary
    );
    repository.edit("assessments/more/desk.toml", "name = \"Speed\"\n", "name = \"Speed\"\nin_place = 50\n");
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(IMPACT), "{}", run.log);
    assert!(run.log.contains("unraised-version"), "{}", run.log);
    repository.git(&["checkout", "-q", "--detach", "origin/main"]);
    let text = fs::read_to_string(repository.path().join("assessments/desk.ja.toml")).unwrap();
    let line = text.lines().find(|line| line.starts_with("text = ")).unwrap();
    repository.edit("assessments/desk.ja.toml", line, "text = \"別の設問ですか。\"");
    let run = repository.workflow();
    assert_eq!(run.failed.as_deref(), Some(IMPACT), "{}", run.log);
    assert!(run.summary.contains("questions, text in ja"), "{}", run.summary);
}

#[test]
fn a_change_that_mends_what_could_not_be_read_passes() {
    let repository = Repository::new();
    repository.edit("assessments/desk.toml", "effort = 4", "effort = four");
    repository.publish();
    repository.edit("assessments/desk.toml", "effort = four", "effort = 4");
    let run = repository.workflow();
    assert_eq!(run.failed, None, "{}", run.log);
    insta::assert_snapshot!(run.summary, @"`desk` could not be read as it was: there is nothing to compare with.");
}

#[test]
fn what_is_broken_fails_the_check_and_the_hook_at_its_line() {
    let broken = |change: fn(&Repository), at: &str| {
        let repository = Repository::new();
        change(&repository);
        assert_eq!(repository.hooks(), ["cxm-check"], "{at}");
        let run = repository.workflow();
        assert_eq!(run.failed.as_deref(), Some(CHECK), "{}", run.log);
        assert!(run.log.contains(&format!("::error file={at}")), "{at}: {}", run.log);
    };
    broken(|of| of.edit("assessments/desk.toml", "effort = 4", "effort = 0"), "assessments/desk.toml,line=40");
    broken(|of| of.write("assessments/desk.toml", ""), "assessments/desk.toml,line=1");
    broken(|of| fs::remove_file(of.path().join("assessments/desk.toml")).unwrap(), "assessments/desk.ja.toml,line=1");
    broken(
        |of| fs::write(of.path().join("assessments/desk.ja.toml"), b"title = \"\xe9\"").unwrap(),
        "assessments/desk.ja.toml,line=1",
    );
}

/// Findings are in the file for code scanning before they fail the action.
#[test]
fn the_action_has_findings_for_code_scanning_and_fails_by_them() {
    let repository = Repository::new();
    let run = repository.action(&[]);
    assert_eq!(run.failed, None, "{}", run.log);
    assert!(run.summary.contains("\"results\": []"), "{}", run.summary);
    let text = fs::read_to_string(repository.path().join("assessments/desk.toml")).unwrap();
    repository.write("assessments/inn.toml", &text.replace("\"desk\"", "\"inn\""));
    repository.edit("assessments/desk.toml", "effort = 4", "effort = 0");
    for paths in [
        ".",
        "assessments/desk.ja.toml",
        "assessments/inn.toml assessments/desk.toml",
        "assessments/inn.toml\nassessments/desk.toml\n",
    ] {
        let inputs = [("paths", paths)];
        let run = repository.action(&inputs);
        assert_eq!(run.failed.as_deref(), Some("Check"), "{}", run.log);
        assert!(run.log.contains("::error file=assessments/desk.toml,line=40"), "{}", run.log);
        assert!(run.summary.contains("\"ruleId\": \"out-of-range\""), "{}", run.summary);
    }
    // What is no error by itself is one where it is denied.
    repository.edit("assessments/desk.toml", "effort = 0", "effort = 4");
    repository.edit("assessments/desk.ja.toml", "text = ", "# text = ");
    assert_eq!(repository.action(&[]).failed, None);
    let run = repository.action(&[("deny", "correctness,translation")]);
    assert_eq!(run.failed.as_deref(), Some("Check"), "{}", run.log);
    // What cannot be checked at all has no findings to show.
    let run = repository.action(&[("paths", "nowhere --fix")]);
    assert!(run.failed.is_some() && !run.log.contains("fixed"), "{}", run.log);
}

/// The version stands where each recipe says, and the cache goes by it.
#[test]
fn versions_are_pinned_and_the_cache_notices_a_new_one() {
    let (workflow, hooks) = (recipe("github-workflow.yml"), recipe("pre-commit-config.yaml"));
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(workflow["env"]["CXM_VERSION"].as_str(), Some(version));
    assert!(hooks["repos"][0]["hooks"][0]["entry"].as_str().unwrap().contains(&format!("cxm {version}")));
    for step in workflow["jobs"]["check"]["steps"].as_vec().unwrap() {
        let Some(uses) = step.as_mapping_get("uses").and_then(Yaml::as_str) else { continue };
        let revision = uses.split_once('@').unwrap().1;
        assert!(revision.len() == 40 && revision.bytes().all(|byte| byte.is_ascii_hexdigit()), "{uses}");
        if uses.starts_with("actions/cache@") {
            assert!(step["with"]["key"].as_str().unwrap().contains("env.CXM_VERSION"));
        }
    }
    // Another version than the one that all use stops hook and workflow.
    let repository = Repository::new();
    let fake = repository.path().join(".git/bin");
    fs::create_dir(&fake).unwrap();
    fs::write(fake.join("cxm"), "#!/bin/sh\necho cxm 9.9.9\n").unwrap();
    let mut command = repository.shell(&format!(
        "chmod +x .git/bin/cxm; PATH=$PWD/.git/bin:$PATH; {}",
        hooks["repos"][0]["hooks"][0]["entry"].as_str().unwrap()
    ));
    assert!(!command.output().unwrap().status.success());
}
