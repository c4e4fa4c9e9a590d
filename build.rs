//! Reads the bundled files ahead, so that the program need not do it each time that it starts: of each file of `assessments/`
//! a tape (see `src/document/tape.rs`), and the digest of its text; and the weights of BudouX, by which phrases of Japanese are
//! found (see `src/text/phrases.rs`).
//!
//! Finds nothing wrong with them: what says so has to be built first.

// Files of the program of which this needs only a part.
#![allow(dead_code, unreachable_pub)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "src/text/clean.rs"]
mod clean;
#[path = "src/definition/digest.rs"]
mod digest;
#[path = "src/document/from_toml.rs"]
mod from_toml;
#[path = "src/text/phrase_key.rs"]
mod phrase_key;
#[path = "src/document/tape.rs"]
mod tape;
#[path = "src/document/tree.rs"]
mod tree;

mod text {
    pub(crate) use crate::clean::clean;
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assessments");
    let out = env::var_os("OUT_DIR").ok_or("cargo names a folder")?;
    fs::write(Path::new(&out).join("phrases.rs"), phrases())?;
    for entry in fs::read_dir("assessments")? {
        let file = entry?.path();
        if file.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let text = fs::read_to_string(&file)?;
        let (table, _) = toml::de::DeTable::parse_recoverable(&text);
        let made = Path::new(&out).join(file.file_name().ok_or("a file has a name")?);
        fs::write(made.with_extension("tape"), tape::record(&text, &from_toml::root(table.get_ref())))?;
        fs::write(made.with_extension("digest"), digest::digest(&text))?;
    }
    Ok(())
}

/// How BudouX calls what it looks at together with what it said of a place before: the first of the six characters that it is
/// of, and what has to have been said there, where a phrase begins two characters before and none later.
const WITH_BEFORE: [(&str, usize, &str); 11] = [
    ("UQ1", 0, "O"),
    ("UQ2", 1, "B"),
    ("UQ3", 2, "O"),
    ("BQ1", 1, "B"),
    ("BQ2", 2, "B"),
    ("BQ3", 1, "O"),
    ("BQ4", 2, "O"),
    ("TQ1", 0, "B"),
    ("TQ2", 1, "B"),
    ("TQ3", 0, "O"),
    ("TQ4", 1, "O"),
];

/// The weights of BudouX as a table.
fn phrases() -> String {
    let mut weights = BTreeMap::new();
    for (feature, weight) in budoux::models::default_japanese_model() {
        let key = feature.split_once(':').and_then(|(kind, of)| key_of(kind, of));
        if let Some(key) = key {
            *weights.entry(key).or_insert(0) += *weight;
        }
    }
    let mut table = [(0, 0); phrase_key::SLOTS];
    for (key, weight) in weights {
        let mut at = phrase_key::slot(key);
        while table[at % phrase_key::SLOTS].0 != 0 {
            at += 1;
        }
        table[at % phrase_key::SLOTS] = (key, weight);
    }
    format!("{table:?}")
}

/// The key of what BudouX looks at, if it is characters or their classes.
fn key_of(kind: &str, of: &str) -> Option<u64> {
    if let Some((_, from, said)) = WITH_BEFORE.iter().find(|(name, ..)| *name == kind) {
        return Some(phrase_key::key(*from, true, &classes(of.strip_prefix(said)?)));
    }
    let number: usize = kind.get(2..)?.parse().ok()?;
    let from = if kind.starts_with('B') { number } else { number - 1 };
    match kind.get(1..2)? {
        "W" => Some(phrase_key::key(from, false, &of.chars().map(phrase_key::unit).collect::<Vec<_>>())),
        "B" => Some(phrase_key::key(from, true, &classes(of))),
        _ => None,
    }
}

/// The numbers of classes, which BudouX calls by three digits each.
fn classes(names: &str) -> Vec<u16> {
    let known = ["072", "087", "107", "108", "109", "120", "162"];
    let class = |name: &[u8]| known.iter().zip(1..).find(|(known, _)| known.as_bytes() == name).map(|(_, class)| class);
    names.as_bytes().chunks(3).map(|name| class(name).unwrap_or(u16::MAX)).collect()
}
