//! The two ways to the database: readers in a pool of their own, writers through one door.
//!
//! On SQLite every write goes through a single connection (`BEGIN IMMEDIATE`), so two writers queue instead of failing;
//! on PostgreSQL both handles share one pool.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, DatabaseBackend, DatabaseConnection, DbErr, RuntimeErr, SqlxSqliteConnector,
    sqlx::{
        ConnectOptions as _, Error as SqlxError,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};

use crate::error::{Error, Result};

/// Open connections, cheap to clone.
#[derive(Clone, Debug)]
pub struct Database {
    pub reader: DatabaseConnection,
    pub writer: DatabaseConnection,
}

impl Database {
    /// Connect to `url` (`sqlite:…` or `postgres:…`) with at most `connections` readers; a statement may run `statement_timeout`.
    pub async fn connect(url: &str, connections: u32, statement_timeout: Duration) -> Result<Self> {
        if url.starts_with("sqlite:") {
            sqlite(url, connections).await
        } else {
            postgres(url, connections, statement_timeout).await
        }
    }

    /// Which database this is.
    pub fn backend(&self) -> DatabaseBackend {
        self.reader.get_database_backend()
    }
}

async fn sqlite(url: &str, connections: u32) -> Result<Database> {
    let options = url
        .parse::<SqliteConnectOptions>()
        .map_err(Error::internal)?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(Duration::from_secs(10))
        .disable_statement_logging();
    let pool = |connections| {
        SqlitePoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(false)
    };
    let writer = pool(1)
        .connect_with(options.clone())
        .await
        .map_err(Error::internal)?;
    let reader = pool(connections)
        .connect_with(options.pragma("query_only", "ON"))
        .await
        .map_err(Error::internal)?;
    Ok(Database {
        reader: SqlxSqliteConnector::from_sqlx_sqlite_pool(reader),
        writer: SqlxSqliteConnector::from_sqlx_sqlite_pool(writer),
    })
}

async fn postgres(url: &str, connections: u32, statement_timeout: Duration) -> Result<Database> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        // A round trip before every statement would double the cost of a small one; a connection that was lost meanwhile is
        // noticed by its first statement, and reads are tried again (`Reader::fetch`).
        .test_before_acquire(false)
        .map_sqlx_postgres_opts(move |options| {
            options.options([
                (
                    "statement_timeout",
                    statement_timeout.as_millis().to_string(),
                ),
                // A right is one condition for each noun that a record may be of: compiling those takes longer than asking them.
                ("jit", "off".to_owned()),
            ])
        });
    let pool = sea_orm::Database::connect(options).await?;
    Ok(Database {
        reader: pool.clone(),
        writer: pool,
    })
}

/// Whether the connection was lost under a statement, so that another connection may serve it.
pub fn connection_lost(error: &DbErr) -> bool {
    let (DbErr::Query(RuntimeErr::SqlxError(cause)) | DbErr::Conn(RuntimeErr::SqlxError(cause))) =
        error
    else {
        return false;
    };
    match cause.as_ref() {
        SqlxError::Io(_) | SqlxError::Protocol(_) => true,
        // Class 57P: the server was shut down, crashed or is starting.
        SqlxError::Database(cause) => cause.code().is_some_and(|code| code.starts_with("57P")),
        _ => false,
    }
}
