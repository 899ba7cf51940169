//! `migrate`: the tables of the database, forward and back.

use std::{path::Path, time::Duration};

use clap::{Args, Subcommand};
use inspectorate_migration::Migrator;
use sea_orm_migration::MigratorTrait;

use super::Failure;
use crate::{database::Database, error::Error, settings::DatabaseSettings};

/// A migration of a large table may take long; a request may not.
const PATIENCE: Duration = Duration::from_secs(6 * 60 * 60);

/// Bring the tables of the database up to this version, back, or say where they are.
#[derive(Args)]
pub struct Migrate {
    #[command(subcommand)]
    direction: Direction,
    #[command(flatten)]
    database: DatabaseSettings,
}

#[derive(Clone, Copy, Subcommand)]
enum Direction {
    /// Apply every migration that the database does not have.
    Up,
    /// Undo the last migrations; their data are lost.
    Down {
        /// How many.
        #[arg(default_value_t = 1)]
        steps: u32,
    },
    /// List the migrations and which of them the database has.
    Status,
}

impl Migrate {
    pub async fn run(self) -> Result<(), Failure> {
        self.database.check()?;
        let database = open(&self.database.database_url).await?;
        let connection = &database.writer;
        match self.direction {
            Direction::Up => Migrator::up(connection, None).await.map_err(Error::from)?,
            Direction::Down { steps } => Migrator::down(connection, Some(steps))
                .await
                .map_err(Error::from)?,
            Direction::Status => {}
        }
        let status = Migrator::get_migration_with_status(connection)
            .await
            .map_err(Error::from)?;
        for migration in status {
            println!("{:8} {}", migration.status().to_string(), migration.name());
        }
        Ok(())
    }
}

/// Connect with the patience that a migration needs, and make the folder of a SQLite file.
pub async fn open(url: &str) -> Result<Database, Failure> {
    if let Some(path) = url.strip_prefix("sqlite:") {
        let file = path
            .split('?')
            .next()
            .unwrap_or(path)
            .trim_start_matches("//");
        if let Some(folder) = Path::new(file).parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                Failure(format!(
                    "cannot make the folder {}: {error}",
                    folder.display()
                ))
            })?;
        }
    }
    Ok(Database::connect(url, 2, PATIENCE).await?)
}
