//! `demo`: everything at once, for a first look.

use std::{collections::BTreeSet, time::Duration};

use clap::Args;
use inspectorate_entity::vocabulary::Vocabulary;
use inspectorate_migration::Migrator;
use sea_orm_migration::MigratorTrait;

use super::{Failure, migrate, serve, token::named};
use crate::{
    access::{
        policy::Role,
        token::{Grant, issue},
    },
    database::Database,
    demo::{self, Seat},
    error::Error,
    settings::{InvalidSetting, LogSettings, ServiceSettings, TokenSettings},
    telemetry,
};

/// The demo's own database, beside whatever DATABASE_URL names.
const FILE: &str = "data/demo.db";

/// Serve the four places of the sources on this machine, and print a token for each of their agencies.
///
/// The data are in data/demo.db; what is changed there stays until the next `--fresh`. Anybody may forge tokens for the demo, so
/// it listens on this machine only.
#[derive(Args)]
pub struct Demo {
    /// Throw the demo's database away and begin anew.
    #[arg(long)]
    fresh: bool,

    #[command(flatten)]
    service: ServiceSettings,

    #[command(flatten)]
    log: LogSettings,
}

impl Demo {
    pub async fn run(self) -> Result<(), Failure> {
        self.service.check()?;
        if !self.service.http.listen.is_loopback() {
            return Err(InvalidSetting::new(
                "LISTEN",
                "has to be of this machine: the demo's secret is published",
            )
            .into());
        }
        telemetry::begin(&self.log)?;
        if self.fresh {
            throw_away()?;
        }
        let url = format!("sqlite:{FILE}");
        let database = migrate::open(&url).await?;
        Migrator::up(&database.writer, None)
            .await
            .map_err(Error::from)?;
        let loaded = demo::load(&database).await?;
        drop(database);
        let database = Database::connect(&url, 8, Duration::from_secs(15)).await?;
        let token = TokenSettings::demo();
        let (server, log) = serve::start(database, url, &token, self.service).await?;
        let address = server.address();
        println!("GraphiQL      http://{address}/");
        println!("GraphQL       http://{address}/graphql");
        println!(
            "data          {FILE} ({})",
            if loaded {
                "loaded now"
            } else {
                "as before; --fresh begins anew"
            }
        );
        println!(
            "Paste a token into GraphiQL's headers editor: {{\"Authorization\": \"Bearer …\"}}"
        );
        println!(
            "They are valid for {} hours.\n",
            token.max_lifetime.as_secs() / 3_600
        );
        for seat in demo::seats() {
            println!(
                "{:17} {}  {}",
                seat.agency.as_str(),
                seat.place,
                sign(&token, &seat)?
            );
        }
        serve::until_stopped(server, log).await
    }
}

/// A token with every role, so that everything the agency may do can be tried.
fn sign(settings: &TokenSettings, seat: &Seat) -> Result<String, Failure> {
    let agency = named(seat.agency.as_str()).map_err(Failure)?;
    let grant = Grant {
        subject: format!("demo:{}", seat.organization_code),
        name: "示例人员".to_owned(),
        agency,
        organization: seat.organization_code.clone(),
        roles: BTreeSet::from([Role::Viewer, Role::Handler, Role::Approver, Role::Admin]),
    };
    Ok(issue(settings, grant, settings.max_lifetime)?)
}

fn throw_away() -> Result<(), Failure> {
    for suffix in ["", "-wal", "-shm"] {
        let file = format!("{FILE}{suffix}");
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Failure(format!("cannot remove {file}: {error}")));
            }
            _ => {}
        }
    }
    Ok(())
}
