//! `cxm man`: the manual, a page for each command.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::Command;
use clap_mangen::Man;

use super::{Status, output};

/// Arguments of `cxm man`.
#[derive(Debug, clap::Args)]
#[command(after_help = "To read it:  cxm man | man -l -")]
pub(super) struct Arguments {
    /// Write a page for each command to this folder, made if it is not there [default: the main page, to stdout]
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, mut program: Command) -> Result<Status> {
    program.build();
    let Some(folder) = &arguments.output else {
        output::print(&page(program)?.1)?;
        return Ok(Status::Done);
    };
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let commands: Vec<Command> =
        program.get_subcommands().filter(|command| command.get_name() != "help").cloned().collect();
    for command in std::iter::once(program).chain(commands) {
        let (name, page) = page(command)?;
        let path = folder.join(name);
        output::put(&path, page.as_bytes())?;
    }
    Ok(Status::Done)
}

/// The file name and text of the page of one command.
fn page(command: Command) -> Result<(String, String)> {
    let man = Man::new(command).source(concat!("cxm ", env!("CARGO_PKG_VERSION"))).manual("cxm");
    let mut page = Vec::new();
    man.render(&mut page)?;
    Ok((man.get_filename(), String::from_utf8(page)?))
}
