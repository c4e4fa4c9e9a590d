//! `cxm plan`.

use insta::assert_snapshot;

use crate::program::{Ran, command, run, run_with};

#[test]
fn the_route_with_its_steps() {
    assert_snapshot!(run(&["plan", "examples/answers/riser.toml"]).page());
}

#[test]
fn to_a_level_further_up() {
    let ran = run(&["plan", "examples/answers/not-applicable.toml", "--to", "champion", "--lang", "ja"]);
    assert_snapshot!(ran.page());
}

#[test]
fn the_most_for_a_budget() {
    assert_snapshot!(run(&["plan", "examples/answers/starter.toml", "--budget", "9"]).page());
}

#[test]
fn to_a_level_that_is_attained() {
    assert_snapshot!(run(&["plan", "examples/answers/riser.toml", "--to", "starter"]).page());
    assert_snapshot!(run(&["plan", "examples/answers/champion.toml"]).page());
}

#[test]
fn when_what_is_needed_is_excluded() {
    let answers = "assessment = 'cx-maturity'\n[answers]\nskills-onboarding = 1\n[actions]\nexcluded = ['staged-skills-training', \
                   'forecast-contacts', 'monthly-governance', 'one-workspace', 'live-dashboard', 'broaden-signals', \
                   'share-goals-with-sales', 'business-case-with-finance']\n";
    assert_snapshot!(run_with(&mut command(&["plan", "-"]), answers).page());
}

/// A plan for answers to `desk`.
fn desk(answers: &str, arguments: &[&str]) -> Ran {
    let arguments = [&["plan", "-", "-a", "tests/fixtures/desk.toml"], arguments].concat();
    run_with(&mut command(&arguments), &format!("assessment = 'desk'\n[answers]\n{answers}"))
}

const BURNING: &str = "speed-answer = 1\nspeed-backlog = 2\nskill-training = 1\ninsight-causes = 1\n";

/// What the JSON says of challenges and the route.
fn said(ran: &Ran) -> String {
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let mut result: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let mut part = |key: &str| result[key].take();
    let priorities = part("priorities");
    let keys = ["action", "on_route", "effort", "ends", "prepares"];
    let priorities = priorities.as_array().unwrap().iter();
    let priorities: Vec<String> = priorities.map(|of| keys.map(|key| of[key].to_string()).join(" ")).collect();
    let (challenges, mut route) = (part("challenges"), part("route"));
    if let Some(route) = route.as_object_mut() {
        route.retain(|key, _| !["phases", "criteria_after", "overall_after", "level_after"].contains(&key.as_str()));
    }
    let json = |value| serde_json::to_string_pretty(value).unwrap();
    format!("challenges: {}\nroute: {}\npriorities:\n{}\n", json(&challenges), json(&route), priorities.join("\n"))
}

#[test]
fn challenges_come_first_and_the_level_alone_is_said_beside() {
    assert_snapshot!(said(&desk(BURNING, &["-f", "json"])));
    assert_snapshot!(said(&desk(BURNING, &["-f", "json", "--only", "level"])));
    assert_snapshot!(desk(BURNING, &[]).page());
}

#[test]
fn a_challenge_that_open_questions_decide() {
    assert_snapshot!(said(&desk("speed-backlog = 2\nskill-training = 2\ninsight-causes = 4\n", &["-f", "json"])));
}

#[test]
fn challenges_on_the_highest_level() {
    let answers = "speed-answer = 4\nspeed-backlog = 4\nskill-training = 1\ninsight-causes = 4\n";
    assert_snapshot!(desk(answers, &[]).page());
    assert_snapshot!(desk(answers, &["--lang", "ja"]).stdout.lines().take(3).collect::<Vec<_>>().join("\n"));
}

#[test]
fn challenges_where_the_level_is_out_of_reach() {
    let without = ["--exclude", "clear-backlog", "train-always", "end-causes"];
    assert_snapshot!(desk(BURNING, &without).page());
    let result = desk(BURNING, &[&without[..], &["-f", "json"]].concat()).stdout;
    let result: serde_json::Value = serde_json::from_str(&result).unwrap();
    assert_eq!(result["route"]["effort"], 2.5);
    assert_eq!(result["route"].get("level_alone"), None, "{}", result["route"]);
}

#[test]
fn to_criteria_in_place() {
    assert_snapshot!(desk(BURNING, &["--in-place", "skill", "Insight"]).page());
    assert_snapshot!(desk("skill-training = 4\n", &["--in-place", "skill"]).page());
    assert_snapshot!(desk(BURNING, &["--in-place", "speed", "--exclude", "Clear the backlog"]).page());
}

#[test]
fn what_there_is_not_and_what_does_not_go_together() {
    assert_snapshot!(desk(BURNING, &["--in-place", "sped"]).page());
    assert_snapshot!(desk(BURNING, &["--exclude", "train-last"]).page());
    for other in [["--to", "high"], ["--only", "level"], ["--budget", "3"]] {
        let ran = desk(BURNING, &[&other[..], &["--in-place", "skill"]].concat());
        assert!(ran.code == 2 && ran.stderr.contains("cannot be used with"), "{}", ran.page());
    }
}
