//! `cxm man`: the manual, a page for each command.

use std::path::PathBuf;

use anyhow::Result;
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
    let there = output::make_folder(folder)?;
    let commands: Vec<Command> =
        program.get_subcommands().filter(|command| command.get_name() != "help").cloned().collect();
    let mut new = Vec::new();
    let written = std::iter::once(program).chain(commands).try_for_each(|command| {
        let (name, page) = page(command)?;
        let path = folder.join(name);
        new.extend((!path.exists()).then(|| path.clone()));
        output::put(&path, page.as_bytes())
    });
    if written.is_err() {
        // A part of the manual would be taken for all of it.
        new.iter().for_each(|path| drop(std::fs::remove_file(path)));
        if !there {
            let _ = std::fs::remove_dir(folder);
        }
    }
    written.map(|()| Status::Done)
}

/// The file name and text of the page of one command.
fn page(command: Command) -> Result<(String, String)> {
    let man = Man::new(command).source(concat!("cxm ", env!("CARGO_PKG_VERSION"))).manual("cxm");
    let mut page = Vec::new();
    man.render(&mut page)?;
    Ok((man.get_filename(), String::from_utf8(page)?))
}
