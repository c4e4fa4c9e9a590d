//! `cxm completions`: what a shell needs to complete the program's commands and options.

use std::ffi::OsStr;
use std::path::PathBuf;

use anyhow::Result;
use clap::Command;
use clap_complete::{Generator as _, Shell};

use super::Status;
use super::output::Output;

/// Arguments of `cxm completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = "For good, in bash:  cxm completions bash -o ~/.local/share/bash-completion/completions/cxm
          in zsh:   cxm completions zsh -o FOLDER/_cxm, a FOLDER of $fpath
          in fish:  cxm completions fish -o ~/.config/fish/completions/cxm.fish")]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
    #[command(flatten)]
    output: Output,
}

/// Writes the script for one shell.
pub(super) fn run(arguments: &Arguments, mut program: Command) -> Result<Status> {
    let file = PathBuf::from(arguments.shell.file_name("cxm"));
    let ending = file.extension().and_then(OsStr::to_str);
    arguments.output.refuse_other_than(ending.unwrap_or("zsh"))?;
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "cxm", &mut script);
    arguments.output.write(&String::from_utf8(script)?)?;
    Ok(Status::Done)
}
