//! Mistakes by chance in every bundled definition: a key, a list's item or an id deleted, duplicated, swapped, of another
//! type or misspelt. Each is found, or leaves a definition in which nothing is wrong.

use std::collections::BTreeSet;
use std::sync::Arc;

use cxm::check::check;
use cxm::definition::{self, Parts, Renames, bundled};
use cxm::diagnostic::{Finding, Source};
use cxm::document::{Document, Syntax};

use crate::mutations::{Chance, essence};
use crate::rules::every_rule;

/// So many mistakes are made in each definition.
const MISTAKES: usize = 200;

/// A definition as its author writes it: blocks, each a header and keys with their values.
#[derive(Clone)]
struct Text {
    blocks: Vec<Block>,
}

#[derive(Clone)]
struct Block {
    header: String,
    keys: Vec<(String, String)>,
}

impl Text {
    fn of(toml: &str) -> Self {
        let mut blocks = vec![Block { header: String::new(), keys: Vec::new() }];
        let mut pending = String::new();
        for line in toml.lines().filter(|line| !line.trim_start().starts_with('#')) {
            if pending.is_empty() && line.starts_with('[') {
                blocks.push(Block { header: line.to_owned(), keys: Vec::new() });
                continue;
            }
            pending += line;
            pending.push('\n');
            let source = Arc::new(Source::new("lines", pending.as_str()));
            if Document::parse(&source, Syntax::Toml).is_ok() {
                if let Some((key, value)) = pending.split_once(" = ") {
                    let pair = (key.to_owned(), value.trim_end().to_owned());
                    blocks.last_mut().unwrap().keys.push(pair);
                }
                pending.clear();
            }
        }
        assert!(pending.is_empty(), "{pending}");
        Self { blocks }
    }

    fn toml(&self) -> String {
        let block = |block: &Block| {
            let keys: String = block.keys.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
            format!("{}\n{keys}\n", block.header)
        };
        self.blocks.iter().map(block).collect()
    }

    /// Any key: its block and its place there.
    fn any(&self, chance: &mut Chance) -> (usize, usize) {
        loop {
            let block = chance.below(self.blocks.len());
            if !self.blocks[block].keys.is_empty() {
                return (block, chance.below(self.blocks[block].keys.len()));
            }
        }
    }

    /// Makes one mistake, and says which.
    fn err(&mut self, chance: &mut Chance) -> String {
        let (at, key) = self.any(chance);
        let whole = chance.below(3) == 0 && at > 0;
        let name = format!("{} {}", self.blocks[at].header, self.blocks[at].keys[key].0);
        match chance.below(5) {
            0 if whole => {
                self.blocks.remove(at);
                format!("delete {}", name.split(' ').next().unwrap())
            }
            0 => {
                self.blocks[at].keys.remove(key);
                format!("delete {name}")
            }
            1 if whole => {
                self.blocks.insert(at, self.blocks[at].clone());
                format!("duplicate {}", name.split(' ').next().unwrap())
            }
            1 => {
                let pair = self.blocks[at].keys[key].clone();
                self.blocks[at].keys.insert(key, pair);
                format!("duplicate {name}")
            }
            2 => {
                self.swap(at, key, chance);
                format!("swap {name}")
            }
            3 => {
                let value = &mut self.blocks[at].keys[key].1;
                *value = retyped(value);
                format!("retype {name}")
            }
            _ => {
                let (key, value) = &mut self.blocks[at].keys[key];
                let changed = if key == "id" { value } else { key };
                *changed = misspelt(changed, chance);
                format!("rename {name}")
            }
        }
    }

    /// Swaps a value with that of the same key elsewhere.
    fn swap(&mut self, at: usize, key: usize, chance: &mut Chance) {
        let (name, value) = self.blocks[at].keys[key].clone();
        let same = |block: &Block| block.keys.iter().position(|(other, of)| *other == name && *of != value);
        let header = self.blocks[at].header.clone();
        let others = self.blocks.iter().enumerate().filter(|(_, block)| block.header == header);
        let others: Vec<(usize, usize)> = others.filter_map(|(at, block)| Some((at, same(block)?))).collect();
        if others.is_empty() {
            return;
        }
        let (block, other) = others[chance.below(others.len())];
        self.blocks[at].keys[key].1 = std::mem::replace(&mut self.blocks[block].keys[other].1, value);
    }
}

/// A value of another type.
fn retyped(value: &str) -> String {
    if let Some(text) = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        let plain = text.parse::<u32>().is_ok() || text == "true";
        return if plain { text.to_owned() } else { format!("[{value}]") };
    }
    if value.starts_with(['[', '{']) { "7".to_owned() } else { format!("\"{value}\"") }
}

/// A word with a letter too few, too many, or two of them in the wrong order.
fn misspelt(word: &str, chance: &mut Chance) -> String {
    let letters: Vec<usize> = word.char_indices().filter(|(_, c)| c.is_ascii_lowercase()).map(|(at, _)| at).collect();
    let at = letters[chance.below(letters.len())];
    let mut word = word.to_owned();
    match chance.below(3) {
        0 if letters.len() > 1 => drop(word.remove(at)),
        1 => word.insert(at, char::from(word.as_bytes()[at])),
        _ => word.insert(at, 'x'),
    }
    word
}

/// What of a definition its author chooses freely, so that no other could be told from a mistake, left out: beside what
/// [`essence`] leaves out, what groups an action, what is a source, and what was called otherwise earlier.
fn meaning(parts: &Parts) -> Parts {
    let mut meaning = essence(parts);
    for action in &mut meaning.actions {
        (action.pillar, action.source) = (None, None);
    }
    meaning.challenges.iter_mut().for_each(|challenge| challenge.source = None);
    meaning.renames = Renames::default();
    meaning
}

fn said(findings: &[Finding]) -> BTreeSet<(String, String, String)> {
    findings
        .iter()
        .map(|finding| (finding.source.name().to_owned(), finding.rule.id.to_owned(), finding.message.clone()))
        .collect()
}

#[test]
fn two_hundred_in_each_definition_are_found_or_are_none() {
    let run = |bundled: &bundled::Bundled| {
        let names: Vec<String> = [format!("{}.toml", bundled.id)]
            .into_iter()
            .chain(bundled.translations.iter().map(|(language, _)| format!("{}.{language}.toml", bundled.id)))
            .collect();
        let translations: Vec<Arc<Source>> = bundled
            .translations
            .iter()
            .zip(&names[1..])
            .map(|((_, text), name)| Arc::new(Source::new(name, *text)))
            .collect();
        let checked = |toml: &str| {
            let source = Arc::new(Source::new(&names[0], toml));
            (said(&check(&source, &translations, &every_rule())), definition::read(&source).0)
        };
        let text = Text::of(bundled.toml);
        let (before, definition) = checked(&text.toml());
        let definition = definition.unwrap();
        let mut chance = Chance(u64::try_from(bundled.id.len()).unwrap());
        let (mut made, mut silent) = (0, Vec::new());
        while made < MISTAKES {
            let mut wrong = text.clone();
            let what = wrong.err(&mut chance);
            if wrong.toml() == text.toml() {
                continue;
            }
            made += 1;
            let (found, after) = checked(&wrong.toml());
            if found.is_subset(&before) {
                let after = after.unwrap();
                assert_eq!(meaning(&after), meaning(&definition), "{}: {what}: nothing is found", bundled.id);
                if after != definition {
                    silent.push(format!("{}: {what}", bundled.id));
                }
            }
        }
        silent
    };
    let silent: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = bundled::BUNDLED.iter().map(|bundled| scope.spawn(move || run(bundled))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let all = MISTAKES * bundled::BUNDLED.len();
    assert!(silent.len() * 20 < all, "{} of {all} change what no rule can know:\n{}", silent.len(), silent.join("\n"));
}
