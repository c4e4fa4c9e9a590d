//! `cxm plan`.

use insta::assert_snapshot;

use crate::program::{command, run, run_with};

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
