//! What no input may break, whatever its bytes. Each law is a target of `fuzz/`, which looks for bytes that break it; here they
//! are held to what once did.

mod answers;
mod batch;
mod definition;
mod keys;
mod map;
mod ndjson;
mod outputs;
mod plan;
mod scale;
mod tables;
mod translation;
#[cfg(feature = "xlsx")]
mod xlsx;

use std::sync::{Arc, OnceLock};

use cxm::definition::{Definition, bundled, read, translate};
use cxm::diagnostic::Source;
use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// The laws by the names of their targets.
pub const LAWS: &[(&str, fn(&[u8]))] = &[
    ("answers", answers::law),
    ("batch", batch::law),
    ("definition", definition::law),
    ("keys", keys::law),
    ("map", map::law),
    ("ndjson", ndjson::law),
    ("plan", plan::law),
    ("scale", scale::law),
    ("translation", translation::law),
    #[cfg(feature = "xlsx")]
    ("xlsx_sheet", xlsx::sheet),
    #[cfg(feature = "xlsx")]
    ("xlsx_zip", xlsx::zip),
];

fn source(name: &str, text: &str) -> Arc<Source> {
    Arc::new(Source::new(name, text))
}

/// A small assessment that asks for facts, in both of its languages.
fn small() -> &'static [Definition] {
    static READ: OnceLock<Vec<Definition>> = OnceLock::new();
    let texts = (include_str!("../fixtures/facts.toml"), include_str!("../fixtures/facts.ja.toml"));
    READ.get_or_init(|| languages("facts", texts))
}

/// A small assessment that asks for no facts.
fn desk() -> &'static [Definition] {
    static READ: OnceLock<Vec<Definition>> = OnceLock::new();
    READ.get_or_init(|| vec![read(&source("desk.toml", include_str!("../fixtures/desk.toml"))).0.unwrap()])
}

/// The bundled assessment in both of its languages.
fn large() -> &'static [Definition] {
    static READ: OnceLock<Vec<Definition>> = OnceLock::new();
    let bundled = &bundled::BUNDLED[0];
    READ.get_or_init(|| languages(bundled.id, (bundled.toml, bundled.translations[0].1)))
}

fn languages(id: &str, (own, other): (&str, &str)) -> Vec<Definition> {
    let own = read(&source(&format!("{id}.toml"), own)).0.unwrap();
    let other = translate(&own, &source(&format!("{id}.ja.toml"), other)).0.unwrap();
    vec![own, other]
}

/// Holds to a law what `strategy` makes of these bytes, which are a seed of chance.
fn hold<S: Strategy>(bytes: &[u8], strategy: &S, law: impl FnOnce(S::Value) -> Result<(), TestCaseError>) {
    let mut seed = [0u8; 32];
    for (at, byte) in bytes.iter().enumerate() {
        seed[at % 32] = seed[at % 32].wrapping_mul(31).wrapping_add(*byte);
    }
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config { failure_persistence: None, ..Config::default() }, rng);
    let Ok(tree) = strategy.new_tree(&mut runner) else { return };
    match law(tree.current()) {
        Ok(()) | Err(TestCaseError::Reject(_)) => {}
        Err(TestCaseError::Fail(why)) => panic!("{why}\n{:#?}", tree.current()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    fn files(folder: &str, target: &str) -> Vec<PathBuf> {
        let folder = crate::program::root().join("fuzz").join(folder).join(target);
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    #[test]
    fn what_broke_a_law_does_so_no_more() {
        for (target, law) in LAWS {
            for path in files("regressions", target) {
                println!("{}", path.display());
                law(&fs::read(path).unwrap());
            }
        }
    }
}
