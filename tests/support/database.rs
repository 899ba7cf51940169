//! A database of its own for every test: a copy of a migrated template, so that it costs milliseconds.

use std::{fs, path::PathBuf, sync::Arc};

use inspectorate_migration::Migrator;
use sea_orm::ConnectOptions;
use sea_orm_migration::MigratorTrait;
use uuid::Uuid;

use super::{Ground, postgres, run};

/// Which of the two databases a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// A migrated, empty database that nobody else uses.
#[derive(Debug)]
pub struct TestDatabase {
    pub kind: Kind,
    pub url: String,
    name: String,
}

impl TestDatabase {
    /// `None` when the machine has no PostgreSQL; the run has said so.
    pub async fn create(kind: Kind) -> Option<Self> {
        let name = format!("test_{}", Uuid::now_v7().simple());
        let url = match kind {
            Kind::Sqlite => {
                let copy = sqlite_file(&name);
                fs::copy(sqlite_template(), &copy).expect("the template copies");
                sqlite_url(&copy)
            }
            Kind::Postgres => {
                let Some(server) = postgres::server() else {
                    postgres::say_that_it_is_left_out();
                    return None;
                };
                server.create(&name).await;
                server.url(&name)
            }
        };
        Some(Self { kind, url, name })
    }

    /// Remove the file, or drop the database.
    pub async fn remove(&self) {
        match self.kind {
            Kind::Sqlite => {
                let file = sqlite_file(&self.name);
                for suffix in ["", "-wal", "-shm"] {
                    // The journals exist only while somebody has the file open.
                    let _ = fs::remove_file(format!("{}{suffix}", file.display()));
                }
            }
            Kind::Postgres => {
                if let Some(server) = postgres::server() {
                    server.drop(&self.name).await;
                }
            }
        }
    }
}

fn sqlite_file(name: &str) -> PathBuf {
    run::directory().join(format!("{name}.sqlite"))
}

fn sqlite_url(file: &std::path::Path) -> String {
    format!("sqlite:{}?mode=rwc", file.display())
}

fn sqlite_template() -> String {
    run::once("sqlite", || {
        let file = sqlite_file("template");
        run::block_on(async {
            let mut options = ConnectOptions::new(sqlite_url(&file));
            options.max_connections(1).sqlx_logging(false);
            let connection = sea_orm::Database::connect(options)
                .await
                .expect("SQLite opens a new file");
            Migrator::up(&connection, None)
                .await
                .expect("every migration runs on SQLite");
            connection.close().await.expect("the connection closes");
        });
        file.display().to_string()
    })
}

impl Ground for TestDatabase {
    async fn open(database: &Arc<Self>) -> Arc<Self> {
        database.clone()
    }

    async fn close(&self) {}
}
