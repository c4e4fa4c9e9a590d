//! The bundled assessments: what must hold of their content.

use std::sync::Arc;

use cxm::answers::{Answer, OwnPlan};
use cxm::check::{Severities, check};
use cxm::definition::{self, Definition, NotApplicable, Profile, bundled};
use cxm::diagnostic::Source;
use cxm::document::{Document, Syntax};
use cxm::plan::{Aim, Problem, plan};
use cxm::score::{Scheme, score};
use proptest::prelude::*;

fn source(name: &str, text: &str) -> Arc<Source> {
    Arc::new(Source::new(name, text))
}

pub fn definitions() -> Vec<Definition> {
    let read = |bundled: &bundled::Bundled| {
        definition::read(&source(&format!("{}.toml", bundled.id), bundled.toml)).0.unwrap()
    };
    bundled::BUNDLED.iter().map(read).collect()
}

/// An assessment in each of its languages, its own first.
pub fn languages(bundled: &bundled::Bundled) -> Vec<Definition> {
    let own = definition::read(&source(bundled.id, bundled.toml)).0.unwrap();
    let translate = |(_, text): &(&str, &str)| definition::translate(&own, &source(bundled.id, text)).0.unwrap();
    let translations: Vec<Definition> = bundled.translations.iter().map(translate).collect();
    std::iter::once(own).chain(translations).collect()
}

#[test]
fn every_file_in_assessments_is_bundled_and_nothing_else() {
    let mut bundled: Vec<String> = Vec::new();
    for assessment in bundled::BUNDLED {
        bundled.push(format!("{}.toml", assessment.id));
        bundled
            .extend(assessment.translations.iter().map(|(language, _)| format!("{}.{language}.toml", assessment.id)));
    }
    let files = std::fs::read_dir(crate::program::root().join("assessments")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".toml")).collect();
    bundled.sort();
    files.sort();
    assert_eq!(files, bundled);
}

#[test]
fn nothing_is_found_in_them_not_even_a_warning() {
    for bundled in bundled::BUNDLED {
        let translations: Vec<_> = bundled
            .translations
            .iter()
            .map(|(language, text)| source(&format!("{}.{language}.toml", bundled.id), text))
            .collect();
        let findings =
            check(&source(&format!("{}.toml", bundled.id), bundled.toml), &translations, &Severities::default());
        assert!(findings.is_empty(), "{}", cxm::diagnostic::render(&findings, 100));
    }
}

/// One word for one thing over all files, and what one glossary forbids is in no other file either.
#[test]
fn the_glossaries_of_a_language_agree() {
    let translations: Vec<Definition> = bundled::BUNDLED.iter().flat_map(|of| languages(of).split_off(1)).collect();
    let terms = || translations.iter().flat_map(|of| of.glossary.iter().map(move |term| (&of.language, &of.id, term)));
    assert!(translations.iter().all(|of| of.glossary.len() >= 10));
    for (language, id, term) in terms() {
        for (_, other, same) in terms().filter(|(lang, _, same)| *lang == language && same.term == term.term) {
            assert_eq!(term.word, same.word, "`{}` in {id} and {other}", term.term);
        }
        for (_, other, called) in terms().filter(|(lang, ..)| *lang == language) {
            assert!(!term.not.contains(&called.word), "`{}` in {other}, which {id} forbids", called.word);
        }
    }
    for bundled in bundled::BUNDLED {
        for (language, text) in bundled.translations {
            let texts = text.split("\n[glossary]\n").collect::<Vec<_>>();
            let [head, rest] = texts.as_slice() else { panic!("{} has no glossary in {language}", bundled.id) };
            let texts = [*head, rest.split_once("\n[").unwrap().1].concat();
            for (_, id, term) in terms().filter(|(lang, ..)| *lang == language) {
                for word in &term.not {
                    assert!(!texts.contains(word), "{}: `{word}`, which {id} forbids", bundled.id);
                }
            }
        }
    }
}

/// The tables in `assessments/README.md`: every statement of a source is found, and every question, challenge and action rests
/// on one.
#[test]
fn every_question_applies_to_everyone_or_says_when_it_does_not() {
    for definition in definitions() {
        for (_, question) in definition.questions() {
            assert_ne!(question.not_applicable, NotApplicable::Yes, "{}", question.id);
            let help = question.help.as_deref().unwrap_or_default();
            assert!(!help.contains("n/a"), "it is said twice: {}", question.id);
        }
    }
}

#[test]
fn every_statement_of_a_source_is_found_where_the_table_says() {
    let readme = std::fs::read_to_string(crate::program::root().join("assessments/README.md")).unwrap();
    let in_backticks = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    for definition in definitions() {
        let heading = format!("\n## `{}`\n", definition.id);
        let section = readme.split(&heading).nth(1).expect(&heading).split("\n## ").next().unwrap();
        let rows: Vec<Vec<&str>> = section
            .lines()
            .filter(|line| line.starts_with("| ") && !line.starts_with("| ---") && !line.starts_with("| statement"))
            .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
            .collect();
        assert!(rows.len() >= 10, "{}", definition.id);
        let mut found = std::collections::BTreeSet::new();
        for row in &rows {
            let [statement, source, places] = row.as_slice() else { panic!("{row:?}") };
            let source = in_backticks(source);
            assert!(definition.sources.iter().any(|known| source == [known.id.clone()]), "{source:?}");
            let places = in_backticks(places);
            assert!(!statement.is_empty() && !places.is_empty(), "{row:?}");
            found.extend(places);
        }
        let questions = definition.questions().map(|(_, question)| question.id.clone());
        let challenges = definition.challenges.iter().map(|challenge| challenge.id.clone());
        let actions = definition.actions.iter().map(|action| action.id.clone());
        let items: Vec<String> = questions.chain(challenges).chain(actions).collect();
        let others = definition.levels.iter().map(|level| &level.id);
        let others = others.chain(definition.criteria.iter().map(|criterion| &criterion.id));
        let others = others.chain(definition.pillars.iter().map(|pillar| &pillar.id));
        let others: Vec<&String> = others.chain(definition.benchmarks.iter().map(|benchmark| &benchmark.id)).collect();
        for id in &found {
            assert!(items.contains(id) || others.contains(&id), "{}: there is no `{id}`", definition.id);
        }
        for id in items {
            assert!(found.contains(&id), "{}: `{id}` rests on no statement", definition.id);
        }
    }
}

/// The table of the nine actions for a Starter: each is on the route of a worked example that has its challenge.
#[test]
fn each_action_for_a_starter_answers_its_challenge() {
    let readme = std::fs::read_to_string(crate::program::root().join("assessments/README.md")).unwrap();
    let section = readme.split("\n## The nine actions for a Starter\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let cases: Vec<&str> = bundled::find("cx-maturity").unwrap().toml.split("\n[[cases]]\n").skip(1).collect();
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| ") && line.contains('`')).collect();
    assert_eq!(rows.len(), 9);
    for row in rows {
        let [action, challenge] = [1, 3].map(|at| row.split('`').nth(at).unwrap());
        let name = row.split('"').nth(1).unwrap();
        let case = cases.iter().find(|case| case.starts_with(&format!("name = \"{name}\"\n"))).expect(name);
        let (_, expected) = case.split_once("challenges = [").unwrap();
        let (challenges, route) = expected.split_once("route = [").unwrap();
        let names = |list: &str, id: &str| list.split(']').next().unwrap().contains(&format!("\"{id}\""));
        assert!(names(challenges, challenge) && names(route, action), "{row}");
    }
}

#[test]
fn what_looks_closer_is_bundled_and_each_companion_is_pointed_to() {
    let definitions = definitions();
    let see = |definition: &Definition| {
        let criteria = definition.criteria.iter().filter_map(|criterion| criterion.see.clone());
        criteria.chain(definition.actions.iter().filter_map(|action| action.see.clone())).collect::<Vec<_>>()
    };
    for definition in &definitions {
        for id in see(definition) {
            assert!(bundled::find(&id).is_some() && id != definition.id, "{}: {id}", definition.id);
        }
    }
    let pointed = see(&definitions[0]);
    for companion in &definitions[1..] {
        assert!(pointed.contains(&companion.id), "{}", companion.id);
    }
}

/// So that what an organisation told one assessment can be taken over by the others.
#[test]
fn a_fact_is_the_same_in_every_assessment_that_asks_for_it() {
    let definitions = definitions();
    let facts: Vec<_> = definitions.iter().flat_map(|definition| &definition.profile).collect();
    for fact in &facts {
        assert_eq!(facts.iter().find(|first| first.id == fact.id), Some(fact));
    }
    assert!(facts.len() >= 8);
}

#[test]
fn the_default_has_the_size_that_was_promised() {
    let default = &definitions()[0];
    assert_eq!(default.id, bundled::DEFAULT);
    assert_eq!(default.criteria.len(), 7);
    assert!(default.criteria.iter().all(|criterion| criterion.questions.len() == 4));
    assert!(default.questions().all(|(_, question)| question.options.len() == 5));
    assert_eq!(
        default.levels.iter().map(|level| level.id.as_str()).collect::<Vec<_>>(),
        ["starter", "emerger", "riser", "champion"]
    );
    assert!(default.actions.len() >= 24);
}

#[test]
fn all_actions_take_a_blank_organisation_to_the_top() {
    for definition in definitions() {
        let scheme = Scheme::compile(&definition, &Profile::default());
        let blank = vec![Answer::Option(0); definition.questions().count()];
        let top = scheme.levels.len() - 1;
        for level in 1..=top {
            let aim = Aim::Level { to: Some(level), challenges: true };
            let route = plan(&scheme, &blank, &OwnPlan::default(), &aim).unwrap().route;
            assert!(route.proven && route.after.level >= level, "{}: no route to level {level}", definition.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_next_level_is_reachable_from_anywhere(choices in proptest::collection::vec(0u8..=6, 28)) {
        for definition in definitions() {
            let scheme = Scheme::compile(&definition, &Profile::default());
            let answers: Vec<Answer> = scheme.questions.iter().zip(&choices).map(|(question, choice)| match choice {
                5 => Answer::Unanswered,
                6 if question.not_applicable => Answer::NotApplicable,
                choice => Answer::Option((*choice).min(question.best())),
            }).collect();
            let Some(outcome) = score(&scheme, &answers) else { continue };
            let next = outcome.low.level + 1;
            if next < scheme.levels.len() {
                let route = plan(&scheme, &answers, &OwnPlan::default(), &Aim::NEXT).unwrap().route;
                prop_assert!(route.proven && route.after.level >= next, "no route to level {next} from {answers:?}");
            }
        }
    }
}

/// Every set of actions that costs less than the route, tried one by one.
#[test]
fn no_cheaper_set_takes_the_eight_challenges_to_emerger() {
    let text = include_str!("../examples/answers/eight-challenges.toml");
    let definition = &definitions()[0];
    let document = Document::parse(&source("answers.toml", text), Syntax::Toml).unwrap();
    let (set, _) = cxm::answers::read(&document, definition);
    let scheme = Scheme::compile(definition, &Profile::default());
    let emerger = definition.level_index("emerger").unwrap();
    assert_eq!(score(&scheme, &set.answers).unwrap().low.level, 0);
    let aim = Aim::Level { to: Some(emerger), challenges: false };
    let route = plan(&scheme, &set.answers, &set.actions, &aim).unwrap().route;

    let problem = Problem::new(&scheme, &set.answers, &set.actions);
    // Two criteria in place: enough to look at each criterion's own worth, in a plain array.
    let full: Vec<u64> = problem.tally(&[]).criteria.iter().map(|score| score.full).collect();
    let attains = |options: &[Option<u8>]| {
        let mut values = [0; 7];
        for (question, option) in scheme.questions.iter().zip(options) {
            values[question.criterion] += question.value(option.unwrap());
        }
        values.iter().zip(&full).filter(|(value, full)| **value * 100 >= **full * 75).count() >= 2
    };
    let mut tried = 0u32;
    // Each set once, and only those that hold what must come first: in an order in which that comes first.
    let mut order: Vec<usize> = Vec::new();
    while order.len() < problem.candidates.len() {
        let mut left = (0..problem.candidates.len()).filter(|at| !order.contains(at));
        let next = left.find(|&at| problem.candidates[at].after.iter().all(|before| order.contains(before)));
        order.push(next.unwrap());
    }
    let mut stack = vec![(0, route.effort.tenths() - 1, Vec::<usize>::new(), problem.options.clone())];
    while let Some((first, left, chosen, options)) = stack.pop() {
        tried += 1;
        assert!(!attains(&options), "{chosen:?} costs less");
        for (place, &at) in order.iter().enumerate().skip(first) {
            let candidate = &problem.candidates[at];
            if candidate.effort <= left && candidate.after.iter().all(|before| chosen.contains(before)) {
                let mut options = options.clone();
                candidate.apply(&mut options);
                let chosen = [chosen.as_slice(), &[at]].concat();
                stack.push((place + 1, left - candidate.effort, chosen, options));
            }
        }
    }
    assert!(tried > 100_000, "{tried} sets");
}
