//! `verify`: whether anybody has changed the journal afterwards.

use clap::Args;

use super::Failure;
use crate::{
    blocks::event::verify::{Verdict, verify},
    database::Database,
    settings::DatabaseSettings,
};

/// Recompute the chain of events and name the first link that does not hold.
#[derive(Args)]
pub struct Verify {
    #[command(flatten)]
    database: DatabaseSettings,
}

impl Verify {
    pub async fn run(self) -> Result<(), Failure> {
        self.database.check()?;
        let database = Database::connect(
            &self.database.database_url,
            2,
            self.database.statement_timeout,
        )
        .await?;
        let verdict = verify(&database).await?;
        if matches!(verdict, Verdict::Intact { .. }) {
            println!("{verdict}");
            return Ok(());
        }
        Err(Failure(verdict.to_string()))
    }
}
