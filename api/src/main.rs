//! The one binary; what it can do is in [`inspectorate::commands`].

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    inspectorate::commands::run()
}
