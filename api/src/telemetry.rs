//! The log: one line per event, as text for a person or as JSON for a collector. Contents of requests are never in it.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::settings::{InvalidSetting, LogFormat, LogSettings};

/// Begin to log; may be called once in the life of a process.
pub fn begin(settings: &LogSettings) -> Result<(), InvalidSetting> {
    let filter = EnvFilter::try_new(&settings.log)
        .map_err(|error| InvalidSetting::new("LOG", format!("cannot be read: {error}")))?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let begun = match settings.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
    begun.map_err(|error| InvalidSetting::new("LOG", format!("cannot begin: {error}")))
}
