//! Reads the bundled files ahead, so that the program need not do it each time that it starts: of each file of `assessments/`
//! a tape (see `src/document/tape.rs`), and the digest of its text.
//!
//! Finds nothing wrong with them: what says so has to be built first.

// Files of the program of which this needs only a part.
#![allow(dead_code, unreachable_pub)]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "src/text/clean.rs"]
mod clean;
#[path = "src/definition/digest.rs"]
mod digest;
#[path = "src/document/from_toml.rs"]
mod from_toml;
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
