//! Everything configurable: a flag and an environment variable each, checked once at start.

pub mod access_log;
pub mod files;
pub mod http;
pub mod limits;
pub mod token;
pub mod webhook;
pub mod zone;

use std::{fmt, time::Duration};

use clap::{Args, FromArgMatches, ValueEnum, value_parser};

pub use access_log::AccessLogSettings;
pub use files::FileSettings;
pub use http::{HttpProfile, HttpSettings, WebsocketSettings};
pub use limits::Limits;
pub use token::{TokenAlgorithm, TokenArgs, TokenKey, TokenSettings};
pub use webhook::WebhookSettings;
pub use zone::ZoneSettings;

/// All settings of a service, as flags and environment variables; a flag wins.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    #[command(flatten)]
    pub database: DatabaseSettings,
    #[command(flatten)]
    pub token: TokenArgs,
    #[command(flatten)]
    pub service: ServiceSettings,
    #[command(flatten)]
    pub log: LogSettings,
}

impl Settings {
    /// What depends on more than one setting; single values are checked as they are read.
    pub fn check(&self) -> Result<(), InvalidSetting> {
        self.database.check()?;
        self.service.check()
    }
}

/// How the service serves, wherever its data and its tokens come from.
#[derive(Args, Clone, Debug)]
pub struct ServiceSettings {
    #[command(flatten)]
    pub http: HttpSettings,
    #[command(flatten)]
    pub websocket: WebsocketSettings,
    #[command(flatten)]
    pub limits: Limits,
    #[command(flatten)]
    pub zone: ZoneSettings,
    #[command(flatten)]
    pub access_log: AccessLogSettings,
    #[command(flatten)]
    pub files: FileSettings,
    #[command(flatten)]
    pub webhook: WebhookSettings,
}

impl ServiceSettings {
    /// The settings that a line of flags gives, such as `["--port", "0"]`; for tests, which start the service themselves.
    pub fn of(flags: &[&str]) -> Result<Self, clap::Error> {
        let line = clap::Command::new("inspectorate")
            .no_binary_name(true)
            .args_override_self(true);
        let command = Self::augment_args(line);
        Self::from_arg_matches(&command.try_get_matches_from(flags)?)
    }

    /// What depends on more than one setting.
    pub fn check(&self) -> Result<(), InvalidSetting> {
        if self.http.rate > 0 && self.http.rate_burst < self.http.max_batch {
            return Err(InvalidSetting::new(
                "RATE_BURST",
                format!(
                    "is {}, less than MAX_BATCH ({}): a full batch could never pass",
                    self.http.rate_burst, self.http.max_batch
                ),
            ));
        }
        if self.http.max_body_bytes < self.limits.max_document_bytes {
            return Err(InvalidSetting::new(
                "MAX_BODY_BYTES",
                format!(
                    "is {}, less than MAX_DOCUMENT_BYTES ({})",
                    self.http.max_body_bytes, self.limits.max_document_bytes
                ),
            ));
        }
        self.files.check()?;
        if let Some(folder) = self
            .http
            .graphiql_dir
            .as_ref()
            .filter(|folder| !folder.is_dir())
        {
            return Err(InvalidSetting::new(
                "GRAPHIQL_DIR",
                format!("is {}, where there is no folder", folder.display()),
            ));
        }
        Ok(())
    }
}

/// Where the data are.
#[derive(Args, Clone)]
#[command(next_help_heading = "Database")]
pub struct DatabaseSettings {
    /// `postgres://user:password@host/database`, or `sqlite:path` for a file.
    #[arg(
        long,
        env = "DATABASE_URL",
        hide_env_values = true,
        default_value = "sqlite:data/inspectorate.db"
    )]
    pub database_url: String,

    /// Most connections to the database.
    #[arg(long, env = "DATABASE_CONNECTIONS", default_value_t = 10, value_parser = value_parser!(u32).range(1..=1_000))]
    pub database_connections: u32,

    /// Seconds that one statement may run (PostgreSQL).
    #[arg(long, env = "STATEMENT_TIMEOUT", default_value = "15", value_parser = seconds)]
    pub statement_timeout: Duration,
}

impl DatabaseSettings {
    /// The address has to be of a kind that the service knows.
    pub fn check(&self) -> Result<(), InvalidSetting> {
        let known = ["sqlite:", "postgres://", "postgresql://"];
        if known
            .iter()
            .any(|start| self.database_url.starts_with(start))
        {
            return Ok(());
        }
        Err(InvalidSetting::new(
            "DATABASE_URL",
            "must begin with sqlite:, postgres:// or postgresql://",
        ))
    }
}

impl fmt::Debug for DatabaseSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.database_url.split(':').next().unwrap_or_default();
        f.debug_struct("DatabaseSettings")
            .field("database_url", &format_args!("{kind}:redacted"))
            .field("database_connections", &self.database_connections)
            .field("statement_timeout", &self.statement_timeout)
            .finish()
    }
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For a person at a terminal.
    Text,
    /// One JSON object per line, for a collector.
    Json,
}

/// The log: what happened, never what was asked or answered.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Log")]
pub struct LogSettings {
    /// Form of the log.
    #[arg(long, env = "LOG_FORMAT", value_enum, default_value = "text")]
    pub log_format: LogFormat,

    /// What is logged, as `level` or `target=level,…`.
    #[arg(
        long,
        env = "LOG",
        default_value = "info,sqlx=warn,sea_orm=warn,actix_server=warn"
    )]
    pub log: String,
}

/// A setting that the service cannot start with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidSetting {
    /// Name of the environment variable; the flag has the same name in kebab case.
    pub setting: &'static str,
    /// What is wrong with it, to be read after the name.
    pub reason: String,
}

impl InvalidSetting {
    /// The setting named `setting` cannot stand, because …
    pub fn new(setting: &'static str, reason: impl Into<String>) -> Self {
        Self {
            setting,
            reason: reason.into(),
        }
    }
}

impl fmt::Display for InvalidSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flag = self.setting.to_lowercase().replace('_', "-");
        write!(f, "{} (--{flag}) {}", self.setting, self.reason)
    }
}

impl std::error::Error for InvalidSetting {}

/// A duration given in whole seconds, one at least.
fn seconds(text: &str) -> Result<Duration, String> {
    match text.parse::<u32>() {
        Ok(0) => Err("must be at least 1 second".to_owned()),
        Ok(seconds) => Ok(Duration::from_secs(u64::from(seconds))),
        Err(_) => Err("must be a whole number of seconds".to_owned()),
    }
}

#[cfg(test)]
mod tests;
