//! `cxm plan`.

use std::sync::Arc;

use cxm::answers;
use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;
use cxm::document::{Document, Syntax};
use cxm::exact::{Effort, Score};
use cxm::plan::Aim;
use cxm::report::{Input, Report, Viewport, format, html, result, screen, sheets};
use cxm::words::Lang;
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

/// The report on answers of an organisation that is a Starter.
fn starter(aim: &Aim) -> Report {
    let toml = bundled::find("cx-maturity").unwrap().toml;
    let definition = definition::read(&Arc::new(Source::new("cx-maturity.toml", toml))).0.unwrap();
    let text = std::fs::read_to_string(crate::program::root().join("examples/answers/starter.toml")).unwrap();
    let document = Document::parse(&Arc::new(Source::new("starter.toml", text)), Syntax::Toml).unwrap();
    let (set, _) = answers::read(&document, &definition);
    Input { definition: &definition, digest: "", set: &set, aim, top: Some(0) }.report().unwrap()
}

/// The report in every format that has words.
fn in_all_formats(report: &Report, lang: Lang) -> [String; 4] {
    let viewport = Viewport { lang, width: 120, ascii: false };
    let mut sheet = String::new();
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(sheets::workbook(report, lang).unwrap())).unwrap();
    for (_, range) in calamine::Reader::worksheets(&mut book) {
        range.rows().flatten().for_each(|cell| sheet.push_str(&format!("{cell}\n")));
    }
    let markdown = format::markdown::render(&result::route(report, lang));
    // Long lines are broken, in Japanese anywhere.
    let gap = if lang == Lang::JA { "" } else { " " };
    let screen = anstream::adapter::strip_str(&screen::render(report, viewport)).to_string();
    [screen, html::render(report, lang), markdown, sheet]
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(gap))
}

#[test]
fn what_is_not_proven_is_not_called_the_shortest() {
    let mut report = starter(&Aim::Level { to: None, challenges: false });
    let route = report.route.as_mut().unwrap();
    let (count, effort) = (route.actions.len(), route.effort.unwrap());
    for page in in_all_formats(&report, Lang::EN) {
        assert!(page.contains("Shortest route to Emerger") && !page.contains("not proven"), "{page}");
    }
    let route = report.route.as_mut().unwrap();
    (route.proven, route.settled, route.at_least) = (false, false, Some(Effort::whole(2)));
    let heading = format!(
        "Route to Emerger: {count} actions, {effort} person-weeks; not proven to be the shortest, which takes 2 to {effort} person-weeks"
    );
    for page in in_all_formats(&report, Lang::EN) {
        assert!(page.contains(&heading) && !page.contains("Shortest"), "{page}");
    }
    for page in in_all_formats(&report, Lang::JA) {
        assert!(
            page.contains("へのルート：")
                && page.contains("最短とは確認できていません")
                && !page.contains("への最短ルート"),
            "{page}"
        );
    }
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!((&json["route"]["proven"], &json["route"]["at_least"]), (&false.into(), &2.into()));

    let mut report = starter(&Aim::NEXT);
    let route = report.route.as_mut().unwrap();
    (route.proven, route.settled, route.at_least) = (false, false, Some(Effort::whole(2)));
    for page in in_all_formats(&report, Lang::EN) {
        assert!(
            page.contains("Route that ends the challenges") && page.contains("; not proven to be the shortest"),
            "{page}"
        );
    }

    let mut report = starter(&Aim::Budget(Effort::whole(9)));
    let route = report.route.as_mut().unwrap();
    (route.proven, route.settled, route.overall_at_most) = (false, false, Score::from_tenths(450));
    for page in in_all_formats(&report, Lang::EN) {
        assert!(
            page.contains("; not proven to be the most, which is an overall score of ") && page.contains("to 45.0"),
            "{page}"
        );
        assert!(!page.contains("The most for"), "{page}");
    }
}

#[test]
fn options_are_read_as_they_are_typed_in_japan() {
    let plan = |more: &[&str]| run(&[&["plan", "examples/answers/starter.toml"], more].concat());
    for (typed, plain) in [
        (["--budget", "９"], ["--budget", "9"]),
        (["--to", "チャンピオン"], ["--to", "champion"]),
        (["--to", "ＣＸチャンピオン"], ["--to", "champion"]),
    ] {
        let japanese = |pair: [&str; 2]| plan(&[pair[0], pair[1], "--lang", "ja"]).page();
        assert_eq!(japanese(typed), japanese(plain), "{typed:?}");
    }
    assert_eq!(plan(&["--to", "チャン", "--lang", "ja"]).code, 0);
    assert_eq!(plan(&["--to", "ー", "--lang", "ja"]).code, 2, "several have it in their names");
}

/// The overlay gives efforts in days, of which a week has five; the plan is the same.
#[test]
fn a_translation_shows_efforts_in_its_own_unit() {
    let plan = |arguments: &[&str]| {
        let ran = run(&[&["plan", "examples/answers/starter.toml", "-f", "json"], arguments].concat());
        serde_json::from_str::<serde_json::Value>(&ran.stdout).unwrap()
    };
    let tenths = |value: &serde_json::Value| (value.as_f64().unwrap() * 10.0).round();
    let same_in_days = |weeks: &serde_json::Value, days: &serde_json::Value| {
        assert_eq!([&weeks["effort_unit"], &days["effort_unit"]], ["person-weeks", "人日"]);
        assert_eq!(weeks["route"]["actions"], days["route"]["actions"]);
        let efforts = |report: &serde_json::Value| {
            let route = &report["route"];
            let steps = report["priorities"].as_array().unwrap().iter().map(|of| &of["effort"]);
            let phases = route["phases"].as_array().unwrap().iter().flat_map(|of| [&of["start"], &of["effort"]]);
            let alone = route["level_alone"].get("effort");
            steps.chain(phases).chain([&route["effort"]]).chain(alone).map(tenths).collect::<Vec<_>>()
        };
        let five_times: Vec<f64> = efforts(weeks).iter().map(|weeks| weeks * 5.0).collect();
        assert!(five_times.len() > 3 && five_times.iter().any(|effort| *effort > 0.0));
        assert_eq!(efforts(days), five_times);
    };
    same_in_days(&plan(&[]), &plan(&["--lang", "ja"]));
    let [weeks, days] = [plan(&["--budget", "12"]), plan(&["--budget", "60", "--lang", "ja"])];
    same_in_days(&weeks, &days);
    assert_eq!([&weeks["route"]["budget"], &days["route"]["budget"]], [12, 60]);
    // An effort of the organisation's own stands in the definition's unit, whatever the language.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.toml");
    std::fs::write(
        &file,
        "assessment = \"cx-maturity\"\n[answers]\nskills-path = 1\n[actions]\neffort = { build-help-centre = 4 }\n",
    )
    .unwrap();
    let own = |lang| {
        let ran = run(&["plan", file.to_str().unwrap(), "-f", "json", "--lang", lang]);
        let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let priorities = report["priorities"].as_array().unwrap();
        let action = priorities.iter().find(|of| of["action"] == "build-help-centre").unwrap();
        action["effort"].clone()
    };
    assert_eq!([own("en"), own("ja")], [4, 20]);
}
