//! The command line.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::bench::BenchCommand;
use crate::calendar::CalendarCommand;
use crate::failure;
use crate::import::ImportCommand;
use crate::logging::{self, Talk};
use crate::rebuild::RebuildCommand;
use crate::settings::{ServiceOptions, Settings, SharedOptions, annotated};
use crate::user::UserCommand;
use crate::verify::VerifyCommand;

/// 吹哨 Whistle: neighbourhoods blow the whistle, departments report for duty.
#[derive(Debug, Parser)]
#[command(
    name = "whistle",
    version,
    arg_required_else_help = true,
    after_help = "Exit status: 0 done, 1 the check or the work failed, 2 wrong usage or settings."
)]
struct CommandLine {
    #[command(flatten)]
    shared: SharedOptions,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the service
    Serve(ServiceOptions),
    /// Bring the database schema up to date
    Migrate,
    /// Check the event log against itself
    Verify(VerifyCommand),
    /// Build read models anew from the event log, while the service goes on
    Rebuild(RebuildCommand),
    /// Load an organisation or a policy
    #[command(subcommand)]
    Import(ImportCommand),
    /// Count limits by the working calendar, look at it, publish a year
    #[command(subcommand)]
    Calendar(CalendarCommand),
    /// Look after accounts, in the tables alone: the log knows what administrators do in the pages
    #[command(subcommand)]
    User(UserCommand),
    /// Print the OpenAPI description of the service
    Openapi,
    /// Measure, beside a yardstick taken in the same run
    #[command(subcommand)]
    Bench(BenchCommand),
}

/// The command line as clap sees it, with the environment variable of each setting in its help.
pub fn command_line() -> clap::Command {
    CommandLine::command().mut_args(annotated).mut_subcommand("serve", |serve| serve.mut_args(annotated))
}

/// Does what the arguments (the first is the program's name) ask for. Output goes to stdout; what went wrong is told
/// on stderr in one line.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = command_line()
        .try_get_matches_from(arguments)
        .and_then(|matches| CommandLine::from_arg_matches(&matches));
    let line = match parsed {
        Ok(line) => line,
        Err(error) => {
            // Help and version are asked for, not wrong. A closed pipe is nobody's fault.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(failure::USAGE) } else { ExitCode::SUCCESS };
        }
    };
    line.command.run(line.shared).unwrap_or_else(|error| {
        eprintln!("whistle: {}", failure::told(&error));
        failure::status(&error)
    })
}

impl Command {
    fn run(self, shared: SharedOptions) -> anyhow::Result<ExitCode> {
        if matches!(self, Self::Openapi) {
            print!("{}", whistle_http::openapi_json());
            return Ok(ExitCode::SUCCESS);
        }
        let (service, talk) = match &self {
            Self::Serve(service) => (service.clone(), Talk::Freely),
            _ => (ServiceOptions::default(), Talk::OfTrouble),
        };
        let settings = Settings::of_process(shared, service)?;
        logging::start(&settings, talk);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(self.act(&settings))
    }

    async fn act(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        match self {
            Self::Serve(_) => crate::serve::run(settings).await,
            Self::Migrate => crate::migrate::run(settings).await,
            Self::Verify(verify) => verify.run(settings).await,
            Self::Rebuild(rebuild) => rebuild.run(settings).await,
            Self::Import(import) => import.run(settings).await,
            Self::Calendar(calendar) => calendar.run(settings).await,
            Self::User(user) => user.run(settings).await,
            Self::Bench(bench) => bench.run(settings).await,
            Self::Openapi => unreachable!("answered before, because it needs no settings"),
        }
    }
}
