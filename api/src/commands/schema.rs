//! `schema`: the contract as text.

use std::io::{ErrorKind, Write};

use clap::Args;

use super::{Failure, token::named};
use crate::{access::policy::Agency, graphql::sdl, schema};

/// Print the contract (SDL): of all agencies together, or what one agency is shown.
#[derive(Args)]
pub struct Schema {
    /// The agency, such as DISCIPLINE, ORGANIZATION or AUDIT; without it, everything.
    #[arg(long, value_parser = named::<Agency>)]
    agency: Option<Agency>,
}

impl Schema {
    pub async fn run(self) -> Result<(), Failure> {
        let text = sdl::contract(&schema::shape(), self.agency).await?;
        match std::io::stdout().write_all(text.as_bytes()) {
            // The reader has seen enough.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure(format!("cannot print: {error}")))
            }
            _ => Ok(()),
        }
    }
}
