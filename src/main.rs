//! The program `cxm`: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    cxm::cli::main(std::env::args_os())
}
