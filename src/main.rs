//! The program `cxm`: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    cxm::cli::set_panic_hook();
    cxm::cli::main(std::env::args_os())
}
