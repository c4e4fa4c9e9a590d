//! The doors of the house: a room uses only rooms below it, and no files go round in a circle.
//!
//! Reads the tokens of every file in `src/`, less what is only for tests; a path is followed through `use` and `pub use`
//! to the file that has the item. Paths that macros make are not seen.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use crate::tidy::code;

/// A token and its line.
pub type Token = (String, usize);
type Path = Vec<String>;

/// The tokens of a file that are not only for tests, each bracket one of them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    flatten(text.parse().unwrap(), &mut all);
    let mut kept: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let starts = |words: &str| words.split(' ').zip(&all[at..]).all(|(word, token)| word == token.0);
        if starts("# [ cfg ( test ) ]") {
            at = end_of_item(&all, at + 7).1 + 1;
        } else {
            kept.push(all[at].clone());
            at += 1;
        }
    }
    kept
}

fn flatten(stream: TokenStream, all: &mut Vec<Token>) {
    let mut joint = false;
    for tree in stream {
        let line = tree.span().start().line;
        let colon = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ':');
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                all.push((open.to_owned(), line));
                flatten(group.stream(), all);
                all.push((close.to_owned(), group.span_close().start().line));
                joint = false;
            }
            TokenTree::Punct(_) if colon && joint => {
                all.last_mut().unwrap().0.push(':');
                joint = false;
            }
            TokenTree::Punct(punct) => {
                all.push((punct.as_char().to_string(), line));
                joint = colon && punct.spacing() == Spacing::Joint;
            }
            TokenTree::Ident(ident) => all.push((ident.to_string(), line)),
            TokenTree::Literal(_) => all.push(("literal".to_owned(), line)),
        }
    }
}

/// Where the body of the item at `from` begins, if it has one, and where it ends.
pub fn end_of_item(tokens: &[Token], from: usize) -> (Option<usize>, usize) {
    let (mut depth, mut body) = (0, None);
    for (at, (token, _)) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            ";" if depth == 0 => return (None, at),
            "{" if depth == 0 => (depth, body) = (1, Some(at)),
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 && body.is_some() {
            return (body, at);
        }
    }
    panic!("an item does not end");
}

/// What one file says of others.
#[derive(Default)]
struct Module {
    file: String,
    /// What a name of this module stands for.
    names: BTreeMap<String, Path>,
    /// The paths that it uses, and whether it only hands them on.
    paths: Vec<(Path, bool)>,
}

impl Module {
    fn named(&self, name: &str) -> Option<&Path> {
        self.names.get(name.trim_end_matches("()"))
    }

    fn read(file: String, text: &str) -> Self {
        let tokens = tokens(text);
        let word = |at: usize| tokens.get(at).map_or("", |token| token.0.as_str());
        // A field or method, the rest of a path, a declaration; where something is visible.
        let skipped = |before: &str, at: usize| match before {
            "." | "::" | "mod" | "fn" => true,
            before => before == "in" && at > 1 && word(at - 2) == "(",
        };
        let mut module = Self { file, ..Self::default() };
        let (mut at, mut inline) = (0, Vec::new());
        while at < tokens.len() {
            let (before, here) = (at.checked_sub(1).map_or("", word), word(at));
            let mut found = Vec::new();
            if here == "use" {
                at += 1;
                tree(&tokens, &mut at, &[], &mut found);
                for (path, name) in found {
                    module.names.insert(name, path.clone());
                    module.paths.push((path, before == "pub" || before == ")"));
                }
            } else if here.starts_with(|c: char| c.is_alphabetic()) && !skipped(before, at) {
                tree(&tokens, &mut at, &[], &mut found);
                for (mut path, _) in found {
                    // What is called is no module, though one may have its name.
                    path.last_mut().unwrap().push_str(if word(at) == "(" { "()" } else { "" });
                    inline.push((path, false));
                }
            } else {
                at += 1;
            }
        }
        inline.retain(|(path, _)| path.len() > 1 || module.named(&path[0]).is_some());
        module.paths.extend(inline);
        module
    }
}

/// The paths of the tree that begins at `at`, each with the name that it is given.
fn tree(tokens: &[Token], at: &mut usize, before: &[String], found: &mut Vec<(Path, String)>) {
    let mut path = before.to_vec();
    let word = |at: usize| tokens.get(at).map_or("", |token| token.0.as_str());
    loop {
        let here = word(*at).to_owned();
        *at += 1;
        if here == "{" {
            while word(*at) != "}" {
                tree(tokens, at, &path, found);
                *at += usize::from(word(*at) == ",");
            }
            *at += 1;
            return;
        }
        // Behind `::` may stand the types of a generic function.
        if here.starts_with(|c: char| c.is_alphabetic() || c == '_') && (here != "self" || path.is_empty()) {
            path.push(here);
        }
        if word(*at) != "::" {
            break;
        }
        *at += 1;
    }
    let name = if word(*at) == "as" { word(*at + 1).to_owned() } else { path.last().cloned().unwrap_or_default() };
    *at += if word(*at) == "as" { 2 } else { 0 };
    found.push((path, name));
}

/// The modules of the house.
struct House(BTreeMap<Path, Module>);

impl House {
    fn read() -> Self {
        let mut modules = BTreeMap::new();
        for (file, text) in code().into_iter().filter(|(file, _)| !file.contains("tests")) {
            let mut path: Path = file["src/".len()..file.len() - 3].split('/').map(str::to_owned).collect();
            path.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
            modules.entry(path).or_insert_with(|| Module::read(file, &text));
        }
        Self(modules)
    }

    /// The module whose file has what `path` means in the module `from`; none for other crates.
    fn find(&self, from: &[String], path: &[String], depth: usize) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let child = || [from, std::slice::from_ref(first)].concat();
        let base = match first.as_str() {
            "crate" => Vec::new(),
            "self" => from.to_vec(),
            "super" if rest.first().is_some_and(|next| next == "super") => {
                return self.find(&from[..from.len() - 1], rest, depth);
            }
            "super" => from[..from.len() - 1].to_vec(),
            _ if depth > 9 => return None,
            name => match self.0[from].named(name).filter(|known| known.as_slice() != path) {
                Some(known) => return self.find(from, &[known, rest].concat(), depth + 1),
                None if self.0.contains_key(&child()) => child(),
                None => return None,
            },
        };
        let whole = [base.as_slice(), rest].concat();
        let module = (0..=whole.len()).rev().map(|end| &whole[..end]).find(|path| self.0.contains_key(*path))?;
        let item = &whole[module.len()..];
        let handed_on = item.first().filter(|item| self.0[module].named(item).is_some());
        handed_on.and_then(|_| self.find(module, item, depth + 1)).or_else(|| Some(module.to_vec()))
    }

    /// Which module uses which other.
    fn doors(&self) -> BTreeSet<(&Path, Path)> {
        let mut doors = BTreeSet::new();
        for (from, module) in &self.0 {
            for (path, handed_on) in &module.paths {
                let Some(to) = self.find(from, path, 0) else { continue };
                if to != *from && !to.is_empty() && !(*handed_on && to.starts_with(from)) {
                    doors.insert((from, to));
                }
            }
        }
        doors.retain(|(from, _)| !from.is_empty());
        doors
    }
}

/// The rooms as the table in `lib.rs` has them, and as its modules follow.
fn rooms() -> (Vec<String>, Vec<String>) {
    let text = std::fs::read_to_string(crate::program::root().join("src/lib.rs")).unwrap();
    let row = |line: &str| Some(line.strip_prefix("//! | ")?.split_once('`')?.1.split_once('`')?.0.to_owned());
    let module = |line: &str| Some(line.strip_suffix(';')?.split_once("mod ")?.1.to_owned());
    (text.lines().filter_map(row).collect(), text.lines().filter_map(module).collect())
}

#[test]
fn every_room_is_on_the_map() {
    let (table, modules) = rooms();
    assert_eq!(table, modules);
}

#[test]
fn a_room_uses_only_rooms_below_it() {
    let (house, (rooms, _)) = (House::read(), rooms());
    let place = |path: &[String]| rooms.iter().position(|room| *room == path[0]);
    let climbing: Vec<String> = house
        .doors()
        .iter()
        .filter(|(from, to)| place(to) < place(from))
        .map(|(from, to)| format!("{} uses {}", house.0[*from].file, house.0[to].file))
        .collect();
    assert_eq!(climbing, [""; 0]);
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let house = House::read();
    let doors = house.doors();
    let leads_back = |(from, to): &&(&Path, Path)| {
        let (mut reached, mut next) = (BTreeSet::new(), vec![to]);
        while let Some(here) = next.pop() {
            if reached.insert(here) {
                next.extend(doors.iter().filter(|(user, _)| *user == here).map(|(_, used)| used));
            }
        }
        reached.contains(from)
    };
    let circles: Vec<_> = doors.iter().filter(leads_back).collect();
    assert!(circles.is_empty(), "{circles:#?}");
}
