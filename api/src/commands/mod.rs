//! The commands of the binary, one file each.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command answers on the terminal"
)]

mod demo;
mod failure;
mod migrate;
mod schema;
mod serve;
mod token;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::failure::Failure;

/// Deep answers overflow the usual 2 MB in debug builds.
const STACK: usize = 8 * 1_024 * 1_024;

/// One typed GraphQL contract for inspection work (巡视巡察).
///
/// Every flag is an environment variable too, under the name shown with it; the flag wins.
#[derive(Parser)]
#[command(name = "inspectorate", version, max_term_width = 110)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Demo(Box<demo::Demo>),
    Serve(Box<serve::Serve>),
    Migrate(migrate::Migrate),
    Schema(schema::Schema),
    Token(Box<token::Token>),
    Verify(verify::Verify),
}

/// Run the command of the process's own line.
pub fn run() -> ExitCode {
    let done = match Line::parse().command {
        Command::Demo(demo) => on_runtime(demo.run()),
        Command::Serve(serve) => on_runtime(serve.run()),
        Command::Migrate(migrate) => on_runtime(migrate.run()),
        Command::Schema(schema) => on_runtime(schema.run()),
        Command::Token(token) => token.run(),
        Command::Verify(verify) => on_runtime(verify.run()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(reason)) => {
            eprintln!("inspectorate: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn on_runtime(command: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .build()
        .map_err(|error| Failure(format!("the runtime does not start: {error}")))?
        .block_on(command)
}
