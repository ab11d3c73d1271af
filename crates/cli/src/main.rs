//! `whistle`: the service and the tools around it.

use std::process::ExitCode;

fn main() -> ExitCode {
    whistle_cli::run(std::env::args_os())
}
